"""A small made-up project, and how the tests of this folder write it and read it back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from openpyxl import load_workbook

from promueve_gui.adapters.excel.mapa import MapWriter
from promueve_gui.adapters.excel.plan import write_plan
from promueve_gui.application.ayuda import Ayuda
from promueve_gui.application.export_documents import Entrega, ignore_progress
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, CitaGuia, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import (
    Acceso,
    Canal,
    ClaseGrupo,
    Eje,
    EstadoLinea,
    Rol,
    TipoContenido,
    TipoEvento,
    TipoHerramienta,
    TipoUso,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from promueve_gui.domain.ficha import Registro

# A workbook, or a part of one, as openpyxl reads it: more than its stubs know.
Leido: TypeAlias = Any

MOMENTO = datetime(2026, 10, 6, 22, 30, tzinfo=UTC)
AYUDAS = {"grupo_usuarios": {"nombre": Ayuda("Nombre del grupo.", "Periodistas de datos", "R1")}}


def project(registros: Iterable[Registro]) -> Proyecto:
    """Return a project that holds ``registros``."""
    proyecto = Proyecto()
    proyecto.apply(map(alta, registros))
    return proyecto


def sample() -> list[Registro]:
    """Return a project in which each sheet has something to show."""
    return [*_institution(), *_groups(), *_objects(), *_lines()]


def _institution() -> list[Registro]:
    return [
        Institucion(id="i", nombre="Secretaría de Caminos & Puentes", siglas="SECAPUR", anio=2026),
        CitaGuia(id="cita", clave="R1", cita="Mini-guía, paso 1, edición 2015"),
        AreaGeneradora(id="a1", nombre="Dirección de Puentes"),
        AreaGeneradora(id="a2", nombre="Área de Caminos"),
        AreaGeneradora(id="a3", nombre="Unidad sin Grupos"),
        Persona(id="p1", nombre="Rosalba Puente Llano", rol=Rol.ENLACE),
    ]


def _groups() -> list[Registro]:
    return [
        GrupoUsuarios(
            id="g1",
            nombre="Periodistas de datos",
            clase=ClaseGrupo.SOCIEDAD,
            area="a1",
            ejes=frozenset({Eje.TRANSPARENCIA, Eje.CRECIMIENTO}),
            prioritario=True,
            poder=5,
            interes=5,
        ),
        GrupoUsuarios(id="g2", nombre="Municipios", clase=ClaseGrupo.GOBIERNO, area="a1", poder=2, interes=1),
        GrupoUsuarios(id="g3", nombre="Bancos de alimentos", clase=ClaseGrupo.SOCIEDAD, area="a2", prioritario=True),
        GrupoUsuarios(id="g4", nombre="=Suma(1)", descripcion="Sin área ni clase"),
        GrupoUsuarios(id="g5", nombre="Retirado", clase=ClaseGrupo.DENTRO, area="a2", retirado="Se duplicó"),
        Contacto(id="k1", nombre="Luis Vado Roca", grupo="g1"),
    ]


def _objects() -> list[Registro]:
    return [
        ConjuntoDatos(id="c1", nombre="Inventario de puentes", area="a1", prioritario=True),
        ConjuntoDatos(id="c2", nombre="Cierres por lluvia", area="a2"),
        ConjuntoDatos(id="c3", nombre="Expedientes", acceso=Acceso.PRIVADO),
        UsoDatos(id="u1", grupo="g1", conjunto="c1", tipo=TipoUso.ACTUAL),
        UsoDatos(id="u2", grupo="g1", conjunto="c2", tipo=TipoUso.POTENCIAL),
        UsoDatos(id="u3", grupo="g2", conjunto="c2", tipo=TipoUso.POTENCIAL),
        UsoDatos(id="u4", grupo="g1", conjunto="c2", tipo=TipoUso.ACTUAL, retirado="Se repitió"),
        ConjuntoDatos(id="c4", nombre="Padrón viejo", retirado="Se sustituyó"),
        UsoDatos(id="u5", grupo="g2", conjunto="c4", tipo=TipoUso.ACTUAL),
        Herramienta(id="h1", nombre="Visor de caminos", tipo=TipoHerramienta.VISOR),
        Evento(id="e1", nombre="Datatón rural", tipo=TipoEvento.DATATON, fecha=date(2026, 5, 9)),
    ]


def _lines() -> list[Registro]:
    comunes: dict[str, Any] = {
        "tipo_contenido": TipoContenido.BOLETIN,
        "canal": Canal.CORREO,
        "rol_responsable": Rol.ENLACE,
    }
    return [
        LineaPlan(
            id="l1", nombre="Boletín de puentes", conjunto="c1", grupos=("g1", "g2"), fecha=date(2026, 2, 5), **comunes
        ),
        LineaPlan(
            id="l2",
            nombre="Campaña de lluvias",
            conjunto="c2",
            grupos=("g2",),
            fecha=date(2026, 6, 20),
            fecha_fin=date(2026, 8, 3),
            persona="p1",
            **comunes,
        ),
        LineaPlan(id="l3", nombre="Visor en el portal", herramienta="h1", grupos=("g1",), **comunes),
        LineaPlan(id="l4", nombre="Convocatoria", evento="e1", grupos=("g1",), fecha=date(2026, 2, 1), **comunes),
        LineaPlan(
            id="l5",
            nombre="Cancelada",
            conjunto="c1",
            grupos=("g3",),
            fecha=date(2026, 3, 1),
            estado=EstadoLinea.CANCELADA,
            **comunes,
        ),
    ]


def delivery(proyecto: Proyecto, *, personales: bool = False) -> Entrega:
    """Return what a writer is told about ``proyecto``."""
    return Entrega(proyecto=proyecto, momento=MOMENTO, personales=personales, identidad="entrega")


def written_map(folder: Path, proyecto: Proyecto, *, personales: bool = False) -> Leido:
    """Write the map and read it back."""
    path = folder / "mapa.xlsx"
    MapWriter(lambda entidad: AYUDAS[entidad])(delivery(proyecto, personales=personales), path, ignore_progress)
    return load_workbook(path)


def written_plan(folder: Path, proyecto: Proyecto, *, personales: bool = False) -> Leido:
    """Write the plan and read it back."""
    path = folder / "plan.xlsx"
    write_plan(delivery(proyecto, personales=personales), path, ignore_progress)
    return load_workbook(path)


def rows(hoja: Leido) -> list[list[object]]:
    """Return the values of a sheet, row by row."""
    return [[celda.value for celda in fila] for fila in hoja.iter_rows()]


def column(hoja: Leido, titulo: str) -> list[object]:
    """Return the values under a title of the first row."""
    todas = rows(hoja)
    lugar = todas[0].index(titulo)
    return [fila[lugar] for fila in todas[1:]]
