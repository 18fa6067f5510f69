"""«Cobertura»: how many activities each group and each dataset has in each bimestre, and where the gaps are."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import CENTRADO, SUMA, SUMA_CIFRA, TEXTO, Aspecto
from promueve_gui.adapters.excel.filas import Fila
from promueve_gui.adapters.excel.impresion import print_across
from promueve_gui.adapters.excel.layout import Columna
from promueve_gui.adapters.excel.plan_calendario import SIN_FECHA
from promueve_gui.adapters.excel.plan_layout import ESCALA
from promueve_gui.adapters.excel.plan_periodo import span
from promueve_gui.adapters.excel.tabla import add_rule, frame_table, header, set_widths, stripe, visible_widths
from promueve_gui.domain.celdas import LARGO_MAXIMO
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import bimestre_de
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.formato import NO, SI
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

# Circles, dashes and words say the same as the colours, for those who print in black or do not tell colours apart.
_CUENTA = Aspecto(horizontal="center", formato='"● "#,##0;;"–"', encoge=True)
_CON_ACTIVIDADES = PatternFill("solid", bgColor="DDEBDD")
_SIN = PatternFill("solid", bgColor="F3EFEF")
_PRIORITARIO_SIN = PatternFill("solid", bgColor="FBE3C6")
_DELANTE = 3  # columns before the first bimestre
ALERTA = "▲ Prioritario sin actividades"
SIN_ACTIVIDADES = "Sin actividades"


@frozen
class _Renglon:
    """A row still without its counts."""

    id: Id
    clase: str
    nombre: str
    area: str
    prioritario: bool


def add_coverage(
    libro: Libro, hoja: Worksheet, proyecto: Proyecto, lineas: Sequence[LineaPlan], meses: Sequence[date]
) -> None:
    """Fill ``hoja`` with the counts of ``lineas`` by bimestre; ``meses`` begins with a bimestre and ends with one."""
    bimestres = [bimestre_de(mes) for mes in meses[::2]]
    columnas = _columns(bimestres)
    renglones = _groups(proyecto) + _datasets(proyecto)
    ultima = len(renglones) + 2
    set_widths(hoja, columnas)
    frame_table(hoja, len(columnas), ultima, fijas=2)
    # The area is there to filter by; on paper names say enough.
    hoja.print_area = f"A1:{get_column_letter(len(columnas) - 1)}{ultima}"
    print_across(hoja, visible_widths(columnas)[:-1], 2, ESCALA)
    _colour(hoja, len(bimestres), ultima)
    stripe(hoja, len(columnas), ultima, clave=0)
    cuentas = _counts(lineas, meses)
    estilos = [*[libro.estilos.get(TEXTO)] * 2, libro.estilos.get(CENTRADO)]
    estilos += [libro.estilos.get(aspecto) for aspecto in [_CUENTA] * (len(bimestres) + 2)]
    estilos += [libro.estilos.get(TEXTO)] * 2
    anchos = [*(columna.ancho for columna in columnas[:-1]), LARGO_MAXIMO]
    primeras = [header(libro, columnas), _whole(libro, lineas, meses, bimestres)]
    vacia = _blank(len(bimestres))

    def filas() -> Iterator[Fila]:
        for renglon in renglones:
            suyas = cuentas.get(renglon.id, vacia)
            prioritario = SI if renglon.prioritario else NO
            situacion = _situation(suyas, prioritario=renglon.prioritario)
            valores: list[Dato] = [renglon.clase, renglon.nombre, prioritario, *suyas, situacion, renglon.area]
            yield Fila(valores, estilos, anchos=anchos)

    libro.fill(hoja, chain(primeras, filas()), ultima)


def _columns(bimestres: Sequence[Bimestre]) -> list[Columna]:
    titulos = [("clase", "De qué", 9), ("nombre", "Grupo o conjunto de datos", 30)]
    titulos.append(("prioritario", "Prioritario", 10))
    cifras = [(f"bimestre_{b.anio}_{b.numero}", f"{b.etiqueta} {b.anio}", 9) for b in bimestres]
    cifras += [("sin_fecha", SIN_FECHA, 11), ("total", "Total de actividades", 10)]
    return [
        *(_column(*titulo, Tipo.TEXTO) for titulo in titulos),
        *(_column(*cifra, Tipo.ENTERO) for cifra in cifras),
        _column("situacion", "Situación", 21, Tipo.TEXTO),
        _column("area", "Área", 34, Tipo.TEXTO),
    ]


def _column(clave: str, etiqueta: str, ancho: int, tipo: Tipo) -> Columna:
    return Columna(clave=clave, campo=Campo(etiqueta, tipo), fijo=ancho, derivada=True)


def _groups(proyecto: Proyecto) -> list[_Renglon]:
    return _sorted(
        _Renglon(g.id, "Grupo", g.nombre, proyecto.titulo(AreaGeneradora.ENTIDAD, g.area), g.prioritario)
        for g in proyecto.activos(GrupoUsuarios)
    )


def _datasets(proyecto: Proyecto) -> list[_Renglon]:
    """Return the datasets that may be promoted (R2)."""
    return _sorted(
        _Renglon(c.id, "Conjunto", c.nombre, proyecto.titulo(AreaGeneradora.ENTIDAD, c.area), c.prioritario)
        for c in proyecto.activos(ConjuntoDatos)
        if c.promovible
    )


def _sorted(renglones: Iterable[_Renglon]) -> list[_Renglon]:
    """Priority ones first: their gaps matter most."""
    return sorted(renglones, key=lambda renglon: (not renglon.prioritario, plegar(renglon.nombre)))


def _blank(bimestres: int) -> list[int]:
    """Return no activities: a count per bimestre, one for other dates, and the total."""
    return [0] * (bimestres + 2)


def _counts(lineas: Sequence[LineaPlan], meses: Sequence[date]) -> Mapping[Id, list[int]]:
    """Return the counts of each group and dataset: a line counts in every bimestre it touches, once in the total."""
    cuentas: dict[Id, list[int]] = {}
    cuantos = len(meses) // 2
    for linea in lineas:
        lugares = _places(linea, meses)
        for identidad in {*linea.grupos, linea.conjunto}:
            if identidad is not None:
                _add(cuentas.setdefault(identidad, _blank(cuantos)), lugares)
    return cuentas


def _places(linea: LineaPlan, meses: Sequence[date]) -> range:
    """Return the bimestres that a line touches; the place after the last is for other dates or none."""
    tocados = span(linea, meses)
    cuantos = len(meses) // 2
    return range(tocados[0] // 2, tocados[-1] // 2 + 1) if tocados else range(cuantos, cuantos + 1)


def _add(cuenta: list[int], lugares: range) -> None:
    for lugar in lugares:
        cuenta[lugar] += 1
    cuenta[-1] += 1


def _whole(libro: Libro, lineas: Sequence[LineaPlan], meses: Sequence[date], bimestres: Sequence[Bimestre]) -> Fila:
    """Return the row of the institution: at least one communication in each bimestre is what R8 asks for."""
    suma = _blank(len(bimestres))
    for linea in lineas:
        _add(suma, _places(linea, meses))
    faltan = [f"{b.etiqueta} {b.anio}" for b, cuantas in zip(bimestres, suma, strict=False) if not cuantas]
    if not lineas:
        situacion = SIN_ACTIVIDADES
    else:
        situacion = f"Sin actividades en: {', '.join(faltan)}" if faltan else "Actividades en todos los bimestres"
    texto, cifra = libro.estilos.get(SUMA), libro.estilos.get(SUMA_CIFRA)
    envuelto = libro.estilos.get(Aspecto(negrita=True, relleno=SUMA.relleno, vertical="center"))
    return Fila(
        ["Institución", "Todas las actividades", None, *suma, situacion],
        [texto] * _DELANTE + [cifra] * len(suma) + [envuelto],
        anchos=[len(situacion)] * (_DELANTE + len(suma)) + [21],
        rellena=True,
    )


def _situation(cuentas: Sequence[int], *, prioritario: bool) -> str:
    *por_bimestre, _, total = cuentas
    if not total:
        return ALERTA if prioritario else SIN_ACTIVIDADES
    return f"{sum(map(bool, por_bimestre))} de {len(por_bimestre)} bimestres"


def _colour(hoja: Worksheet, bimestres: int, ultima: int) -> None:
    primera, final = get_column_letter(_DELANTE + 1), get_column_letter(_DELANTE + bimestres + 2)
    rango = f"{primera}3:{final}{max(ultima, 3)}"
    add_rule(hoja, rango, f"{primera}3>0", _CON_ACTIVIDADES)
    # Shown on the whole row of counts only when nothing at all is planned for somebody who matters.
    add_rule(hoja, rango, f'AND(${final}3=0,$C3="{SI}")', _PRIORITARIO_SIN)
    cuentas = f"{primera}3:{get_column_letter(_DELANTE + bimestres)}{max(ultima, 3)}"
    add_rule(hoja, cuentas, f"{primera}3=0", _SIN)
