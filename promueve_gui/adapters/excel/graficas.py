"""Native charts: they live in the workbook, follow its cells and can be edited there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun

from promueve_gui.adapters.excel.estilos import ACENTO, ARENA, LINEA, PIZARRA
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

AREAS_MAXIMAS = 12  # bars that can still be read; the table has them all
_COLORES = (ACENTO, ARENA, PIZARRA)  # one per class
_ANCHO_CM = 19
_LETRA_TITULO = 1200  # hundredths of a point


def eje_chart(hoja: Worksheet, cabecera: int) -> BarChart:
    """Return columns by eje, one series per class, from the table whose header is row ``cabecera``."""
    grafica = _bars("Grupos por eje estratégico y clase", "col")
    ultima = len(Eje) + 2  # ejes and «Sin eje», after the column of names
    for numero in range(1, len(ClaseGrupo) + 1):
        fila = cabecera + numero
        grafica.add_data(
            Reference(hoja, min_col=1, max_col=ultima, min_row=fila), from_rows=True, titles_from_data=True
        )
    grafica.set_categories(Reference(hoja, min_col=2, max_col=ultima, min_row=cabecera))
    grafica.height = 10
    grafica.gapWidth = 60
    return _painted(grafica)


def area_chart(hoja: Worksheet, cabecera: int, areas: int) -> BarChart:
    """Return stacked bars by area, one series per class; the largest ``AREAS_MAXIMAS`` of ``areas``."""
    vistas = min(areas, AREAS_MAXIMAS)
    grafica = _bars("Grupos por área generadora y clase", "bar")
    datos = Reference(hoja, min_col=2, max_col=len(ClaseGrupo) + 1, min_row=cabecera, max_row=cabecera + vistas)
    grafica.add_data(datos, titles_from_data=True)
    grafica.set_categories(Reference(hoja, min_col=1, min_row=cabecera + 1, max_row=cabecera + vistas))
    grafica.grouping = "stacked"
    grafica.overlap = 100
    grafica.gapWidth = 45
    # Horizontal bars are drawn from the bottom up; people read from the top down.
    grafica.x_axis.scaling.orientation = "maxMin"
    grafica.y_axis.crosses = "max"
    grafica.height = 5 + vistas * 4 // 5
    return _painted(grafica)


def _bars(titulo: str, tipo: str) -> BarChart:
    grafica = BarChart()
    grafica.type = tipo
    grafica.title = _title(titulo)
    grafica.width = _ANCHO_CM
    grafica.legend.position = "b"
    # openpyxl leaves axes out unless told not to, and recent Excel obeys.
    grafica.x_axis.delete = False
    grafica.y_axis.delete = False
    grafica.y_axis.majorGridlines = ChartLines(spPr=GraphicalProperties(ln=LineProperties(solidFill=LINEA)))
    grafica.y_axis.number_format = "0"
    return grafica


def _title(texto: str) -> Title:
    letra = CharacterProperties(sz=_LETRA_TITULO, b=True, solidFill=ACENTO)
    parrafo = Paragraph(pPr=ParagraphProperties(defRPr=letra), r=[RegularTextRun(rPr=letra, t=texto)])
    return Title(tx=Text(rich=RichText(p=[parrafo])), overlay=False)


def _painted(grafica: BarChart) -> BarChart:
    for serie, color in zip(grafica.series, _COLORES, strict=True):
        serie.graphicalProperties = GraphicalProperties(solidFill=color)
    return grafica
