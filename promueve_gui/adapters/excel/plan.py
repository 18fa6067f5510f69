"""The promotion plan: Plan, Calendario, Cobertura and Catálogos in one workbook; a sheet per month where asked for.

What people change on the sheet «Plan» can come back (``devueltos``); the others only show it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.conversion import row_reader
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.adapters.excel.listas import Listas
from promueve_gui.adapters.excel.plan_calendario import add_calendar
from promueve_gui.adapters.excel.plan_cobertura import add_coverage
from promueve_gui.adapters.excel.plan_layout import (
    HOJA_CALENDARIO,
    HOJA_CATALOGOS,
    HOJA_COBERTURA,
    HOJA_PLAN,
    plan_columns,
    printed_columns,
)
from promueve_gui.adapters.excel.plan_meses import add_months
from promueve_gui.adapters.excel.plan_periodo import plan_months
from promueve_gui.adapters.excel.sello_escrito import add_stamp
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.application.export_documents import PLAN, Documento, nombre_parte
from promueve_gui.domain.derivadas import calculadas_plan
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.reparto_plan import part_lines
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto


def write_plan(entrega: Entrega, path: Path, progress: Progress) -> None:
    """Write the plan of ``entrega``, or its part, to ``path``, reporting rows written."""
    proyecto = entrega.proyecto
    documento = Documento(clave=PLAN.clave, titulo=PLAN.titulo, archivo=path.name, parte=entrega.parte).identidad
    libro = Libro(_title(entrega), documento, entrega)
    todas = plan_columns(personales=entrega.personales)
    lineas = sorted_lines(proyecto, entrega.parte)
    vigentes = [linea for linea in lineas if linea.vigente]
    institucion = proyecto.unico(Institucion)
    meses = plan_months(vigentes, institucion.anio if institucion else None, entrega.momento.date())
    plan, calendario = libro.add_sheet(HOJA_PLAN), libro.add_sheet(HOJA_CALENDARIO)
    cobertura = None if entrega.parte else libro.add_sheet(HOJA_COBERTURA)
    libro.watch(calendario, *filter(None, [cobertura]))
    leer = row_reader(todas, proyecto, calculadas_plan(proyecto))
    if entrega.por_mes:
        add_months(libro, todas, leer, vigentes, meses)
    catalogos = libro.add_sheet(HOJA_CATALOGOS)
    listas = Listas(HOJA_CATALOGOS, proyecto)
    add_table(libro, plan, todas, map(leer, lineas), len(lineas), listas, impresas=printed_columns(todas))
    add_calendar(libro, calendario, proyecto, vigentes, meses)
    if cobertura is not None:
        add_coverage(libro, cobertura, proyecto, vigentes, meses)
    listas.fill(libro, catalogos)
    add_stamp(libro, documento, entrega)
    libro.save(path, progress)


def _title(entrega: Entrega) -> str:
    return f"{PLAN.titulo}: {nombre_parte(entrega.parte, entrega.proyecto)}" if entrega.parte else PLAN.titulo


def sorted_lines(proyecto: Proyecto, parte: str = "") -> list[LineaPlan]:
    """Return the lines in use of a part by date and name; those without a date, which wait for one, at the end."""
    return sorted(
        part_lines(proyecto, parte),
        key=lambda linea: (linea.fecha or date.max, linea.fecha is None, plegar(linea.nombre)),
    )
