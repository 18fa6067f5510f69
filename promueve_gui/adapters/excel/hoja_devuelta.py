"""The rows of a returned sheet, once its header is known: cells as they stand, and what cannot be read of them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from promueve_gui.adapters.errores_formula import ERRORES, SIN_RESULTADO, complaint
from promueve_gui.adapters.excel.encabezado import is_header_again
from promueve_gui.adapters.excel.marcas import Marcas
from promueve_gui.adapters.reporte import column_letter
from promueve_gui.domain.alcance import naming_fields
from promueve_gui.domain.devueltos import ILEGIBLE, FilaDevuelta, HojaDevuelta
from promueve_gui.domain.fechas_leidas import leer_fecha
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.formato import citar
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping, Sequence

    from promueve_gui.adapters.excel.encabezado import Encabezado
    from promueve_gui.adapters.excel.rejilla import Crudo, Fila
    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.domain.devueltos import Celda

_ERROR_LIBREOFFICE = "err:"
_ARRANQUES = ("#", "E", "e")


_COMENTARIO = (
    "alguien dejó el comentario «{texto}», que no cambia nada; respóndalo o, si corrige el dato, escríbalo en la celda"
)
_CUADRO = "hay un cuadro de texto que dice «{texto}» y que no se lee; si trae datos, páselos a las celdas"
_IMAGEN = "hay una imagen, que no se lee; si trae datos, páselos a las celdas"
_TACHADO = "lo escrito está tachado y se tomó como si no lo estuviera; si sobra, bórrelo"
_A_MEDIAS = "una parte de lo escrito está tachada y se tomó también; deje solo lo que vale"


def read_rows(
    nombre: str, filas: Sequence[Fila], encabezado: Encabezado, reporte: Reporte, marcas: Marcas | None = None
) -> HojaDevuelta:
    """Return the rows under ``encabezado`` that say something; what is wrong with them goes to ``reporte``.

    ``marcas`` are the comments and the struck cells of the sheet.
    """
    lugares = [*encabezado.campos.values(), *encabezado.calculadas.values()]
    _report_columns(filas, encabezado, reporte)
    marcas = marcas or Marcas()
    tachados = _struck_rows(filas, encabezado, marcas)
    report_notes(marcas, reporte, encabezado.renglon + 1)
    _report_struck(filas, encabezado, marcas, tachados, reporte)
    return HojaDevuelta(
        nombre=nombre,
        entidad=encabezado.tipo.ENTIDAD,
        campos=tuple(encabezado.campos),
        letras=tuple(map(column_letter, encabezado.campos.values())),
        filas=list(_Lector(encabezado, lugares, tachados, reporte).rows(filas)),
        calculadas=tuple((clave, column_letter(indice)) for clave, indice in encabezado.calculadas.items()),
    )


class _Lector:
    """Goes through the rows of one sheet."""

    def __init__(
        self, encabezado: Encabezado, lugares: Sequence[int], tachados: Container[int], reporte: Reporte
    ) -> None:
        descritos = campos(encabezado.tipo)
        self._encabezado = encabezado
        self._lugares, self._tachados = lugares, tachados
        self._propias = len(encabezado.campos)
        self._fechas = frozenset(i for c, i in encabezado.campos.items() if descritos[c].tipo is Tipo.FECHA)
        self._reporte = reporte
        self._textos: dict[str, str] = {}  # what many rows say is kept once

    def rows(self, filas: Sequence[Fila]) -> Iterator[FilaDevuelta]:
        """Yield the rows with something in a known column; one with nothing but its identity was cleared."""
        primera = self._encabezado.renglon + 1
        identidad, propias = self._encabezado.identidad, self._propias
        for renglon, fila in enumerate(filas[primera:], start=primera + 1):
            celdas = [self._cell(renglon, indice, fila[indice]) for indice in self._lugares]
            if celdas[:propias].count(None) == propias or is_header_again(self._encabezado, fila):
                continue
            clave = "" if identidad is None else _identity(fila[identidad])
            yield FilaDevuelta(renglon, clave, celdas[:propias], celdas[propias:], renglon - 1 in self._tachados)

    def _cell(self, renglon: int, indice: int, valor: Crudo) -> Celda:
        if isinstance(valor, str):
            if not valor or valor.isspace():
                return None
            valor = self._textos.setdefault(valor, valor)
            return self._text(renglon, indice, valor) if valor.startswith(_ARRANQUES) else valor
        convertido = _CONVERSORES[type(valor)](valor)
        return _as_date(convertido) if indice in self._fechas else convertido

    def _text(self, renglon: int, indice: int, valor: str) -> Celda:
        """Return a text that begins as errors do, if it is none."""
        if valor == SIN_RESULTADO:
            self._reporte.celda(renglon, indice, "", complaint(valor))
            return ILEGIBLE
        plano = plegar(valor)
        if plano in _ERRORES_PLEGADOS or (plano.startswith(_ERROR_LIBREOFFICE) and plano[4:].isdigit()):
            self._reporte.celda(renglon, indice, valor, complaint(valor))
            return ILEGIBLE
        return valor


_ERRORES_PLEGADOS = frozenset(map(plegar, ERRORES))


def _whole(valor: float) -> int | float:
    return int(valor) if valor.is_integer() else valor


def _as_date(valor: Celda) -> Celda:
    """Return the day that a number means in a column of dates whose format was lost."""
    leida = leer_fecha(str(valor)).fecha if isinstance(valor, int) else None
    return leida or valor


def _hours(valor: timedelta) -> str:
    """Return how long something takes as Excel shows it, in hours, minutes and seconds."""
    minutos, segundos = divmod(round(valor.total_seconds()), 60)
    return f"{minutos // 60}:{minutos % 60:02}:{segundos:02}"


_CONVERSORES: Mapping[type, Callable[..., Celda]] = {
    float: _whole,
    int: lambda valor: valor,
    bool: lambda valor: valor,
    date: lambda valor: valor,
    datetime: datetime.date,
    time: str,
    timedelta: _hours,
}


def _identity(valor: Crudo) -> str:
    return str(valor).strip() if isinstance(valor, str) else ""


def report_notes(marcas: Marcas, reporte: Reporte, desde: int = 0) -> None:
    """Say which comments there are on a sheet, from a row on, counted from 0, since those of its titles are ours.

    And which text boxes and pictures lie on it.
    """
    for (renglon, columna), texto in sorted(marcas.comentarios.items()):
        if renglon >= desde:
            reporte.celda(renglon + 1, columna, texto, _COMENTARIO.format(texto=citar(texto)))
    for (renglon, columna), texto in sorted(marcas.flotantes.items()):
        dicho = _CUADRO.format(texto=citar(texto)) if texto else _IMAGEN
        reporte.celda(renglon + 1, columna, texto, dicho)


def _struck_rows(filas: Sequence[Fila], encabezado: Encabezado, marcas: Marcas) -> frozenset[int]:
    """Return the rows, from 0, in which the cells that say whose they are, or else all, are struck through."""
    nombran = naming_fields(encabezado.tipo)
    lugares = [encabezado.campos[campo] for campo in nombran if campo in encabezado.campos] or [
        *encabezado.campos.values()
    ]
    rayadas = {renglon for renglon, _ in marcas.tachadas if encabezado.renglon < renglon < len(filas)}
    return frozenset(
        renglon
        for renglon in rayadas
        if any(filas[renglon][lugar] != "" for lugar in lugares)
        and all(filas[renglon][lugar] == "" or (renglon, lugar) in marcas.tachadas for lugar in lugares)
    )


def _report_struck(
    filas: Sequence[Fila], encabezado: Encabezado, marcas: Marcas, tachados: Container[int], reporte: Reporte
) -> None:
    """Say which cells are struck through, in whole or in part, in rows that are not."""
    propias = frozenset(encabezado.campos.values())
    for celda in sorted(marcas.tachadas | marcas.a_medias):
        renglon, columna = celda
        if encabezado.renglon < renglon < len(filas) and renglon not in tachados and columna in propias:
            texto = _TACHADO if celda in marcas.tachadas else _A_MEDIAS
            reporte.celda(renglon + 1, columna, str(filas[renglon][columna]), texto)


def _report_columns(filas: Sequence[Fila], encabezado: Encabezado, reporte: Reporte) -> None:
    """Say which columns with something in them are not taken."""
    renglon = encabezado.renglon
    titulos = filas[renglon]
    for clave, indice in encabezado.repetidas:
        tomada = {**encabezado.campos, **encabezado.calculadas}[clave]
        texto = f"«{citar(str(titulos[indice]))}» está dos veces; se tomó la de la columna {column_letter(tomada)}"
        reporte.celda(renglon + 1, indice, str(titulos[indice]), texto)
    for indice in encabezado.desconocidas:
        if any(fila[indice] != "" for fila in filas[renglon + 1 :]):
            titulo = citar(str(titulos[indice]))
            cual = f"la columna «{titulo}» no es del formato" if titulo else "hay datos en una columna sin título"
            texto = f"{cual} y no se tomó; si su contenido hace falta, páselo a una de las columnas que ya venían"
            reporte.celda(renglon + 1, indice, titulo, texto)
