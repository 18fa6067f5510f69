"""«Calendario»: what is promoted down the side, months across, and in each cell the activities of that month."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import ACENTO_CLARO, TEXTO
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.impresion import print_across
from promueve_gui.adapters.excel.layout import Columna
from promueve_gui.adapters.excel.plan_layout import ESCALA
from promueve_gui.adapters.excel.plan_periodo import month_label, span
from promueve_gui.adapters.excel.tabla import add_rule, frame_table, header, set_widths, stripe, visible_widths
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import fecha_breve
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

MAXIMO_POR_CELDA = 8  # activities named in a cell; the others are counted
SIN_FECHA = "Sin fecha u otras fechas"
# Kinds of object in the order in which they are listed, by the field of the line that holds them.
_OBJETOS = (
    ("conjunto", ConjuntoDatos.ENTIDAD, "Conjunto"),
    ("herramienta", Herramienta.ENTIDAD, "Herramienta"),
    ("evento", Evento.ENTIDAD, "Evento"),
)
_SIN_OBJETO = (len(_OBJETOS), "", "Otras actividades")
_ANCHO_MES = 15

# Place of its kind, folded title and title of an object; objects with the same title share a row.
_Objeto: TypeAlias = tuple[int, str, str]


def add_calendar(
    libro: Libro, hoja: Worksheet, proyecto: Proyecto, lineas: Sequence[LineaPlan], meses: Sequence[date]
) -> None:
    """Fill ``hoja`` with ``lineas``, given by date, over ``meses``."""
    celdas = _by_object(proyecto, lineas, meses)
    columnas = _columns(meses)
    objetos = sorted(celdas)
    ultima = len(objetos) + 1
    set_widths(hoja, columnas)
    frame_table(hoja, len(columnas), ultima, fijas=2)
    print_across(hoja, visible_widths(columnas), 1, ESCALA)
    rango = f"C2:{get_column_letter(len(columnas))}{max(ultima, 2)}"
    add_rule(hoja, rango, 'C2<>""', PatternFill("solid", bgColor=ACENTO_CLARO))
    stripe(hoja, len(columnas), ultima, clave=0)
    estilos = [libro.estilos.get(TEXTO)] * len(columnas)
    anchos = [columna.ancho for columna in columnas]

    def filas() -> Iterator[Fila]:
        for objeto in objetos:
            lugar, _, titulo = objeto
            clase = _OBJETOS[lugar][2] if lugar < len(_OBJETOS) else ""
            por_mes = celdas[objeto]
            valores: list[Dato] = [titulo, clase, *(_joined(por_mes[mes]) for mes in range(len(meses) + 1))]
            yield Fila(valores, estilos, anchos=anchos)

    libro.fill(hoja, chain([header(libro, columnas)], filas()), ultima)


def _columns(meses: Sequence[date]) -> list[Columna]:
    titulos = [("objeto", "Qué se promueve", 24), ("clase", "Tipo", 11)]
    titulos += [(f"mes_{mes:%Y_%m}", month_label(mes), _ANCHO_MES) for mes in meses]
    titulos.append(("sin_fecha", SIN_FECHA, _ANCHO_MES))
    return [
        Columna(clave=c, campo=Campo(etiqueta, Tipo.TEXTO), fijo=ancho, derivada=True) for c, etiqueta, ancho in titulos
    ]


def _by_object(
    proyecto: Proyecto, lineas: Sequence[LineaPlan], meses: Sequence[date]
) -> Mapping[_Objeto, Mapping[int, list[str]]]:
    """Return the activities by object and place of the month; the place after the last is for other dates or none."""
    celdas: dict[_Objeto, defaultdict[int, list[str]]] = {}
    for linea in lineas:
        por_mes = celdas.setdefault(_object_of(linea, proyecto), defaultdict(list))
        tocados = span(linea, meses)
        if not tocados:
            por_mes[len(meses)].append(linea.nombre)
        for mes in tocados:
            por_mes[mes].append(_activity(linea, meses[mes]))
    return celdas


def _object_of(linea: LineaPlan, proyecto: Proyecto) -> _Objeto:
    for lugar, (campo, entidad, _) in enumerate(_OBJETOS):
        titulo = proyecto.titulo(entidad, getattr(linea, campo))
        if titulo:
            return (lugar, plegar(titulo), titulo)
    return _SIN_OBJETO


def _activity(linea: LineaPlan, mes: date) -> str:
    """Return the line as the cell of ``mes`` names it: its day, its period, or that it goes on."""
    fecha, fin = linea.fecha, linea.fecha_fin
    if fecha is None or (fecha.year, fecha.month) != (mes.year, mes.month):
        return f"(sigue) {linea.nombre}"
    if fin is None or fin <= fecha:
        return f"{fecha.day} · {linea.nombre}"
    return f"{fecha.day} al {fecha_breve(fin)} · {linea.nombre}"


def _joined(actividades: Sequence[str]) -> str:
    vistas = actividades[:MAXIMO_POR_CELDA]
    faltan = len(actividades) - len(vistas)
    return "\n".join([*vistas, f"… y {faltan} más"] if faltan else vistas)
