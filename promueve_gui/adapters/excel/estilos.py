"""How cells look: one palette, and each look registered once per workbook. Decides nothing about content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from promueve_gui.adapters.excel.filas import Estilo
from promueve_gui.domain.actores import Tratamiento
from promueve_gui.domain.ficha import Tipo
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.dimensions import ColumnDimension
    from openpyxl.worksheet.worksheet import Worksheet

ACENTO = "8A1538"
ACENTO_CLARO = "F3E3E8"
ARENA = "B08D57"
PIZARRA = "5F6B73"
GRIS = "595959"
LINEA = "D9D3D5"
CEBRA = "FAF6F7"
LETRA = "Calibri"
FORMATO_FECHA = "dd/mm/yyyy"


@frozen(kw_only=True)
class Aspecto:
    """A look. Colours are RRGGBB, empty for none; ``giro`` in degrees; ``linea`` draws a thin line underneath.

    ``libre`` cells may be written in where the sheet is protected; ``encoge`` makes letters smaller where they do not
    fit.
    """

    tamano: int = 10
    negrita: bool = False
    color: str = ""
    relleno: str = ""
    formato: str = "General"
    horizontal: str = "left"
    vertical: str = "top"
    ajusta: bool = True
    giro: int = 0
    sangria: int = 0
    linea: bool = False
    libre: bool = False
    encoge: bool = False


TEXTO = Aspecto()
CENTRADO = Aspecto(horizontal="center")
FECHA = Aspecto(horizontal="center", formato=FORMATO_FECHA)
NUMERO = Aspecto(horizontal="center", formato="#,##0")
OCULTO = Aspecto(tamano=8, color=GRIS, ajusta=False)
CABECERA = Aspecto(negrita=True, color="FFFFFF", relleno=ACENTO, vertical="center")
CABECERA_CENTRADA = Aspecto(negrita=True, color="FFFFFF", relleno=ACENTO, vertical="center", horizontal="center")
CABECERA_GIRADA = Aspecto(
    negrita=True, color="FFFFFF", relleno=ACENTO, vertical="bottom", horizontal="center", giro=90, ajusta=False
)
REPETIDO = Aspecto(color=GRIS)
BANDA = Aspecto(negrita=True, color=ACENTO, relleno=ACENTO_CLARO, vertical="center", ajusta=False)
TITULO = Aspecto(tamano=15, negrita=True, color=ACENTO, ajusta=False, vertical="center")
SUBTITULO = Aspecto(tamano=11, negrita=True, color=ACENTO, ajusta=False, vertical="center")
NOTA = Aspecto(tamano=9, color=GRIS, ajusta=False)
CELDA = Aspecto(linea=True, vertical="center")
CIFRA = Aspecto(linea=True, vertical="center", horizontal="center", formato='#,##0;-#,##0;"–"')
SUMA = Aspecto(negrita=True, relleno=ACENTO_CLARO, vertical="center", ajusta=False)
SUMA_CIFRA = Aspecto(negrita=True, relleno=ACENTO_CLARO, vertical="center", horizontal="center", formato="#,##0")

# Tint of each quadrant of the power–interest grid; none for groups that have no place on it.
TRATAMIENTOS: dict[Tratamiento | None, str] = {
    None: "",
    Tratamiento.INVOLUCRAR: "EBCBD5",
    Tratamiento.SATISFACER: "F1E4CF",
    Tratamiento.INFORMAR: "DCE5EA",
    Tratamiento.MONITOREAR: "F0F0F0",
}

_POR_TIPO = {
    Tipo.FECHA: FECHA,
    Tipo.ENTERO: NUMERO,
    Tipo.ESCALA: CENTRADO,
    Tipo.BOOLEANO: CENTRADO,
}


def aspecto_de(tipo: Tipo) -> Aspecto:
    """Return how the values of a type of field look."""
    return _POR_TIPO.get(tipo, TEXTO)


class Estilos:
    """The looks of one workbook and their numbers in it."""

    def __init__(self, hoja: Worksheet) -> None:
        """Take any sheet of the workbook; nothing is written on it."""
        self._hoja = hoja
        self._vistos: dict[Aspecto, Estilo] = {}
        self._abierto = True

    def close(self) -> None:
        """Take no more looks: the formats of the workbook are written."""
        self._abierto = False

    def get(self, aspecto: Aspecto) -> Estilo:
        """Return the numbers of a look, registering it the first time. Raises ``RuntimeError`` after ``close``."""
        if aspecto not in self._vistos:
            if not self._abierto:
                raise RuntimeError("a look was asked for after the formats of the workbook were written")
            celda = WriteOnlyCell(self._hoja)
            dress(celda, aspecto)
            normal = celda.style_id
            celda.quotePrefix = True
            self._vistos[aspecto] = Estilo(normal, celda.style_id)
        return self._vistos[aspecto]


def dress(objeto: Cell | ColumnDimension, aspecto: Aspecto) -> None:
    """Give a cell, or the cells to come of a column, a look."""
    objeto.font = Font(name=LETRA, size=aspecto.tamano, bold=aspecto.negrita, color=aspecto.color or None)
    objeto.alignment = Alignment(
        horizontal=aspecto.horizontal,
        vertical=aspecto.vertical,
        wrap_text=aspecto.ajusta and not aspecto.encoge,
        shrink_to_fit=aspecto.encoge,
        text_rotation=aspecto.giro,
        indent=aspecto.sangria,
    )
    objeto.number_format = aspecto.formato
    if aspecto.relleno:
        objeto.fill = PatternFill("solid", fgColor=aspecto.relleno)
    if aspecto.linea:
        objeto.border = Border(bottom=Side("thin", color=LINEA))
    if aspecto.libre:
        objeto.protection = Protection(locked=False)
