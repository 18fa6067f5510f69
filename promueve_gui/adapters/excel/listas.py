"""Lists that dropdowns offer, one column each on a sheet of their own, and the checks that point at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from promueve_gui.adapters.excel.estilos import CABECERA, TEXTO
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.impresion import print_across
from promueve_gui.domain.celdas import clean
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import Tipo
from promueve_gui.domain.formato import ESCALA_MAXIMA, NO, SI
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.ficha import Campo, Registro
    from promueve_gui.domain.proyecto import Proyecto

_ANCHO_MAXIMO = 36
_ANCHO_MINIMO = 14
_LARGO_TITULO = 32  # characters of the title of a message (Excel)
_LARGO_MENSAJE = 255
# Short lists that are always the same stand in the check itself; choosing from them gives numbers as numbers.
_FIJAS = {
    Tipo.BOOLEANO: f'"{SI},{NO}"',
    Tipo.ESCALA: f'"{",".join(map(str, range(1, ESCALA_MAXIMA + 1)))}"',
}
_UNO_DE_LA_LISTA = frozenset({Tipo.OPCION, Tipo.REFERENCIA})
_VARIOS = frozenset({Tipo.OPCIONES, Tipo.REFERENCIAS})


@frozen
class Lista:
    """Values that a column may take, and what people call them."""

    titulo: str
    valores: tuple[str, ...]


class Listas:
    """The lists of one workbook. Columns with the same values share one."""

    def __init__(self, nombre_hoja: str, proyecto: Proyecto) -> None:
        """Remember the sheet that will hold them; its rows come with ``fill``."""
        self._nombre_hoja = nombre_hoja
        self._proyecto = proyecto
        self._listas: dict[object, Lista] = {}
        self._rangos: dict[str, str] = {}

    def point(self, entidad: str, rango: str) -> None:
        """Offer for references to ``entidad`` the names in a range of the workbook, instead of a list of its own."""
        self._rangos[entidad] = rango

    def validation(self, columna: Columna) -> DataValidation | None:
        """Return the check for the cells of a column, or ``None`` when anything goes there."""
        campo = columna.campo
        if columna.derivada:
            return None
        if campo.tipo is Tipo.FECHA:
            return _date_check(campo)
        if campo.tipo in _FIJAS:
            return _choice(campo, _FIJAS[campo.tipo])
        if campo.tipo in _UNO_DE_LA_LISTA:
            return self._dropdown(campo)
        return self._hint(campo) if campo.tipo in _VARIOS else None

    def fill(self, libro: Libro, hoja: Worksheet) -> None:
        """Give the sheet of lists its rows, widths and titles."""
        cabecera, texto = libro.estilos.get(CABECERA), libro.estilos.get(TEXTO)
        listas = list(self._listas.values())
        largo = max((len(lista.valores) for lista in listas), default=0)
        anchos = [_width(lista) for lista in listas]
        for numero, ancho in enumerate(anchos, start=1):
            hoja.column_dimensions[get_column_letter(numero)].width = ancho
        hoja.freeze_panes = "A2"
        hoja.print_title_rows = "1:1"
        print_across(hoja, anchos, 0)
        titulos = Fila([lista.titulo for lista in listas], [cabecera] * len(listas), alto=24)

        def filas() -> Iterator[Fila]:
            yield titulos
            for lugar in range(largo):
                valores = [lista.valores[lugar] if lugar < len(lista.valores) else None for lista in listas]
                yield Fila(valores, [texto] * len(listas), anchos=anchos)

        libro.fill(hoja, filas(), largo + 1)

    def _dropdown(self, campo: Campo) -> DataValidation | None:
        if campo.destino in self._rangos:
            return _choice(campo, self._rangos[campo.destino])
        lugar, lista = self._place(campo)
        if not lista.valores:
            return None
        letra = get_column_letter(lugar)
        return _choice(campo, f"{quote_sheetname(self._nombre_hoja)}!${letra}$2:${letra}${len(lista.valores) + 1}")

    def _hint(self, campo: Campo) -> DataValidation:
        # A cell takes one choice of a dropdown; several are typed, so the names must be at hand.
        self._place(campo)
        donde = "" if campo.opciones else f" Los nombres están en la hoja «{self._nombre_hoja}»."
        opciones = "; ".join(opcion.etiqueta for opcion in campo.opciones or ())
        check = DataValidation(showInputMessage=True, allow_blank=True)
        check.promptTitle = campo.etiqueta[:_LARGO_TITULO]
        check.prompt = f"Puede escribir varios, separados por punto y coma.{donde} {opciones}".strip()[:_LARGO_MENSAJE]
        return check

    def _place(self, campo: Campo) -> tuple[int, Lista]:
        """Return the number of the column that holds the values of a field, from 1, and the values."""
        clave: object = campo.opciones or campo.destino
        if clave not in self._listas:
            self._listas[clave] = _list_of(campo, self._proyecto)
        return list(self._listas).index(clave) + 1, self._listas[clave]


def _list_of(campo: Campo, proyecto: Proyecto) -> Lista:
    if campo.opciones:
        return Lista(campo.etiqueta, tuple(o.etiqueta for o in campo.opciones))
    tipo = POR_ENTIDAD[campo.destino]
    titulos = {clean(registro.titulo) for registro in proyecto.activos(tipo) if _is_offered(registro)} - {""}
    return Lista(tipo.PLURAL.capitalize(), tuple(sorted(titulos, key=lambda titulo: (plegar(titulo), titulo))))


def _is_offered(registro: Registro) -> bool:
    """Tell whether a record may be chosen: datasets that may not be promoted (R2) are not offered."""
    return not isinstance(registro, ConjuntoDatos) or registro.promovible


def _width(lista: Lista) -> int:
    """Return the width of its column in characters."""
    largo = max(map(len, (lista.titulo, *lista.valores)))
    return min(max(largo + 2, _ANCHO_MINIMO), _ANCHO_MAXIMO)


def _choice(campo: Campo, formula: str) -> DataValidation:
    check = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
    # A new area or dataset may be named before the program knows it; a vocabulary is closed.
    check.errorStyle = "warning" if campo.destino else "stop"
    check.errorTitle = "Valor fuera de la lista"
    check.error = f"Elija en «{campo.etiqueta}» uno de los valores de la lista."
    return check


def _date_check(campo: Campo) -> DataValidation:
    check = DataValidation(type="date", operator="greaterThanOrEqual", formula1="36526", allow_blank=True)
    check.showErrorMessage = True
    check.errorStyle = "stop"
    check.errorTitle = "Fecha no reconocida"
    check.error = f"Escriba en «{campo.etiqueta}» una fecha como dd/mm/aaaa, por ejemplo 05/02/2026."
    return check


def add_checks(hoja: Worksheet, columnas: Sequence[Columna], listas: Listas, hasta: int) -> None:
    """Put on ``hoja`` the check of each column, from row 2 to row ``hasta``."""
    for numero, columna in enumerate(columnas, start=1):
        check = listas.validation(columna)
        if check is not None:
            letra = get_column_letter(numero)
            check.add(f"{letra}2:{letra}{hasta}")
            hoja.add_data_validation(check)
