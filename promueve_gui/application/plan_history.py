"""What the bitácora knows of what calendars tell of, and what those that left earlier told of themselves."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.application.agenda_options import Historia, Recuerdos
from promueve_gui.application.export_documents import AGENDA, ignore_progress
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reparto_plan import REPARTOS, owners

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.pasado import Vuelta
    from promueve_gui.domain.proyecto import Proyecto


# What says of a dataset when it is published and whether calendars tell of it, and of a line in whose it is.
_RECORDADOS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        ConjuntoDatos.ENTIDAD: frozenset({"acceso", "institucional", "retirado", "fecha_publicacion", "frecuencia"}),
        LineaPlan.ENTIDAD: frozenset({"persona", "conjunto", "herramienta", "evento"}),
    }
)
_NINGUNO: frozenset[str] = frozenset()
_CON_CITA: tuple[type[Registro], ...] = (LineaPlan, Evento, ConjuntoDatos)
_CADA = 512  # lines between two reports of progress
# Those that have appointments, and those that say when, or in whose part of the plan, a line stands.
_CONTADOS = frozenset({tipo.ENTIDAD for tipo in _CON_CITA} | {Herramienta.ENTIDAD, Persona.ENTIDAD})


def remembered(session: Session, progress: Progress = ignore_progress) -> Recuerdos:
    """Return what calendars that left earlier may hold; ``progress`` hears that it goes on, and may stop it.

    Runs on whichever thread has the session. Raises ``UserError`` when the history cannot be read, and ``Cancelled``.
    """
    llevadas, idos = _carried(session, progress)
    return Recuerdos(histories(session), llevadas, idos)


def histories(session: Session) -> Mapping[Id, Historia]:
    """Return the history of every line, event and dataset that the bitácora tells of, and of tools and persons.

    Runs on whichever thread has the session. Raises ``UserError`` when the history cannot be read.
    """
    historias: dict[Id, Historia] = {}
    ultimas: dict[Id, int] = {}  # the newest line of the bitácora of each
    for paso in session.steps(_CONTADOS):
        momento: datetime | None = None
        for vuelta in paso.vueltas:
            conocida = historias.get(vuelta.id)
            if conocida is None:
                momento = momento or session.moment(paso.asiento)
            ultima = ultimas.setdefault(vuelta.id, paso.asiento)
            historias[vuelta.id] = _before(conocida or Historia(0, momento, None), vuelta, ultima)
    return historias


def _before(conocida: Historia, vuelta: Vuelta, ultima: int) -> Historia:
    """Return what is known of a record after looking at an older change of it, or at how it came into being."""
    if vuelta.valores is None:
        return conocida
    anteriores = conocida.anteriores
    recordados = _RECORDADOS.get(vuelta.entidad, _NINGUNO)
    if not recordados.isdisjoint(vuelta.valores):
        suyos = {campo: valor for campo, valor in vuelta.valores.items() if campo in recordados}
        anteriores = (*anteriores, {**(anteriores[-1] if anteriores else {}), **suyos})
    fecha = conocida.fecha or vuelta.valores.get("fecha")
    return Historia(ultima, conocida.momento, fecha, anteriores)


def _carried(session: Session, progress: Progress) -> tuple[Mapping[str, set[Id]], Sequence[Registro]]:
    """Return the lines that the calendars of each part had, and the records that they had and that are gone.

    The project is looked at as it was when each of them left.
    """
    partes_de: dict[int, set[str]] = {}
    for documento, asiento in session.departures(AGENDA.clave):
        partes_de.setdefault(asiento, set()).add(documento.partition(":")[2])
    llevadas: dict[str, set[Id]] = {parte: set() for partes in partes_de.values() for parte in partes}
    idos: dict[Id, Registro] = {}
    pasado = session.past(_CONTADOS)
    for asiento in sorted(partes_de, reverse=True):
        estado = pasado.en(asiento)
        for tipo in _CON_CITA:
            for registro in estado.todos(tipo):
                if session.proyecto.get(tipo, registro.id) is None:
                    idos.setdefault(registro.id, registro)
        _add_lines(estado, partes_de[asiento], llevadas, progress)
    return llevadas, list(idos.values())


def _add_lines(estado: Proyecto, partes: set[str], llevadas: Mapping[str, set[Id]], progress: Progress) -> None:
    """Add to ``llevadas`` the lines that each of ``partes`` had in a state of the project."""
    lineas = estado.todos(LineaPlan)
    if "" in partes:
        llevadas[""].update(linea.id for linea in lineas)
    for clase in {parte.partition(":")[0] for parte in partes if parte}:
        de_quien = owners(estado, REPARTOS[clase])
        for lugar, linea in enumerate(lineas):
            if lugar % _CADA == 0:
                progress(0, 1)
            for parte in {f"{clase}:{identidad}" for identidad in de_quien(linea)} & partes:
                llevadas[parte].add(linea.id)
