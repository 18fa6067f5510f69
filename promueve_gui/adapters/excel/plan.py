"""The promotion plan: Plan, Calendario, Cobertura and Catálogos in one workbook."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.conversion import row_reader
from promueve_gui.adapters.excel.layout import columnas
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.adapters.excel.listas import Listas
from promueve_gui.adapters.excel.plan_calendario import add_calendar
from promueve_gui.adapters.excel.plan_cobertura import add_coverage
from promueve_gui.adapters.excel.plan_periodo import plan_months
from promueve_gui.adapters.excel.tabla import add_table
from promueve_gui.application.export_documents import PLAN
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto

HOJA_CATALOGOS = "Catálogos"


def write_plan(entrega: Entrega, path: Path, progress: Progress) -> None:
    """Write the plan of ``entrega`` to ``path``, reporting rows written."""
    proyecto = entrega.proyecto
    libro = Libro(PLAN.titulo, PLAN.clave, entrega)
    todas = columnas(LineaPlan, personales=entrega.personales)
    lineas = sorted_lines(proyecto)
    vigentes = [linea for linea in lineas if linea.vigente]
    institucion = proyecto.unico(Institucion)
    meses = plan_months(vigentes, institucion.anio if institucion else None, entrega.momento.date())
    plan, calendario = libro.add_sheet("Plan"), libro.add_sheet("Calendario")
    cobertura, catalogos = libro.add_sheet("Cobertura"), libro.add_sheet(HOJA_CATALOGOS)
    listas = Listas(HOJA_CATALOGOS, proyecto)
    add_table(libro, plan, todas, map(row_reader(todas, proyecto, {}), lineas), len(lineas), listas)
    add_calendar(libro, calendario, proyecto, vigentes, meses)
    add_coverage(libro, cobertura, proyecto, vigentes, meses)
    listas.fill(libro, catalogos)
    libro.save(path, progress)


def sorted_lines(proyecto: Proyecto) -> list[LineaPlan]:
    """Return the lines in use by date and name; those without a date, which wait for one, at the end."""
    return sorted(
        proyecto.activos(LineaPlan),
        key=lambda linea: (linea.fecha or date.max, linea.fecha is None, plegar(linea.nombre)),
    )
