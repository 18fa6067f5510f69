"""A made-up institution whose workbooks were sent out: two areas, their groups, datasets and uses, and a short plan."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import Entrega
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Canal, ClaseGrupo, Eje, EstadoLinea, Rol, TipoContenido, TipoUso

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id, Registro

MOMENT = datetime(2026, 10, 6, 16, 0, tzinfo=UTC)
SENT, SENT_BEFORE = "galeria", "galeria-anterior"  # two hand-overs of the same workbooks


def identity(number: int) -> Id:
    """Return the identity of record ``number`` of the gallery, in the form that all identities have."""
    return f"0199b9f0-0000-7000-8000-{number:012d}"


INSTITUTION = identity(1)
PLAYAS, PUERTOS = identity(11), identity(12)


def records() -> list[Registro]:
    """Return the whole institution."""
    return [
        Institucion(id=INSTITUTION, nombre="Secretaría de Mares y Costas", siglas="SEMAC", anio=2026),
        AreaGeneradora(id=PLAYAS, nombre="Dirección General de Playas", siglas="DGP"),
        AreaGeneradora(id=PUERTOS, nombre="Dirección General de Puertos", siglas="DGPU"),
        *_groups(),
        *_datasets(),
        *_plan(),
    ]


def _groups() -> list[Registro]:
    return [
        GrupoUsuarios(
            id=identity(21),
            nombre="Hoteleros de la costa",
            siglas="HC",
            clase=ClaseGrupo.SOCIEDAD,
            area=PLAYAS,
            ejes=frozenset({Eje.CRECIMIENTO, Eje.SERVICIOS}),
            descripcion="Asociaciones de hoteles que informan a sus huéspedes del estado del mar.",
            poder=4,
            interes=5,
            notas="Se reúnen en marzo.",
        ),
        GrupoUsuarios(
            id=identity(22),
            nombre="Municipios costeros",
            clase=ClaseGrupo.GOBIERNO,
            area=PLAYAS,
            descripcion="Limpian y vigilan las playas.",
            poder=5,
            interes=3,
        ),
        GrupoUsuarios(
            id=identity(23),
            nombre="Periodistas de medio ambiente",
            clase=ClaseGrupo.SOCIEDAD,
            area=PLAYAS,
            ejes=frozenset({Eje.TRANSPARENCIA}),
            poder=3,
            interes=4,
        ),
        GrupoUsuarios(
            id=identity(24), nombre="Laboratorio de calidad del agua", clase=ClaseGrupo.DENTRO, area=PLAYAS, poder=2
        ),
        GrupoUsuarios(
            id=identity(25),
            nombre="Universidades con carreras del mar",
            clase=ClaseGrupo.SOCIEDAD,
            area=PLAYAS,
            ejes=frozenset({Eje.COLABORACION}),
        ),
        GrupoUsuarios(
            id=identity(31), nombre="Agentes navieros", clase=ClaseGrupo.SOCIEDAD, area=PUERTOS, interes=5, poder=3
        ),
    ]


def _datasets() -> list[Registro]:
    calidad, banderas, cruceros = identity(41), identity(42), identity(43)
    return [
        ConjuntoDatos(id=calidad, nombre="Calidad del agua de las playas", area=PLAYAS),
        ConjuntoDatos(id=banderas, nombre="Banderas de advertencia por día", area=PLAYAS),
        ConjuntoDatos(id=cruceros, nombre="Arribo de cruceros", area=PUERTOS),
        UsoDatos(
            id=identity(51),
            grupo=identity(21),
            conjunto=calidad,
            tipo=TipoUso.ACTUAL,
            uso="Avisan a sus huéspedes si pueden nadar.",
        ),
        UsoDatos(id=identity(52), grupo=identity(23), conjunto=calidad, tipo=TipoUso.POTENCIAL),
    ]


def _plan() -> list[Registro]:
    return [
        LineaPlan(
            id=identity(61),
            nombre="Comunicado de la temporada",
            conjunto=identity(41),
            grupos=(identity(21), identity(22)),
            tipo_contenido=TipoContenido.BOLETIN,
            canal=Canal.CORREO,
            fecha=date(2026, 3, 2),
            rol_responsable=Rol.ENLACE,
            estado=EstadoLinea.IDEA,
        ),
        LineaPlan(
            id=identity(62),
            nombre="Mensaje de banderas",
            conjunto=identity(42),
            grupos=(identity(23),),
            tipo_contenido=TipoContenido.REDES,
            canal=Canal.REDES,
            fecha=date(2026, 7, 1),
            rol_responsable=Rol.ENLACE,
        ),
    ]


def project() -> Proyecto:
    """Return the project as it was when its workbooks were sent."""
    proyecto = Proyecto()
    proyecto.apply(map(alta, records()))
    return proyecto


def delivery(identidad: str = SENT, proyecto: Proyecto | None = None) -> Entrega:
    """Return a hand-over of the project's workbooks."""
    return Entrega(proyecto=proyecto or project(), momento=MOMENT, identidad=identidad, vence=date(2026, 10, 30))
