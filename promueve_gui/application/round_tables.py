"""Round tables at a glance (R9): which of their five documents are there, missing, or not yet due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.reglas import POR_ID
from promueve_gui.domain.vocabularios import TipoEvento

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.reglas import Contexto

REGLA_MESAS = "R9"

# Each document and the fields of the event that make it up; the last ones are those of the minutes.
DOCUMENTOS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Invitación", ("invitacion",)),
    ("Agenda", ("agenda",)),
    ("Asistencia", ("asistencia",)),
    ("Minuta", ("fecha", "lugar", "hora_inicio", "hora_fin", "desarrollo")),
    ("Encuesta", ("encuesta",)),
)


class EstadoDocumento(Opcion):
    """How a document of a round table stands."""

    LISTO = "listo", "Listo"
    FALTA = "falta", "Falta"
    PENDIENTE = "pendiente", "Aún no"


@frozen
class DocumentoMesa:
    """One document: its name, how it stands, the field to go to, and what is missing in a sentence."""

    nombre: str
    estado: EstadoDocumento
    campo: str
    detalle: str = ""


@frozen
class Mesa:
    """A round table with its documents."""

    evento: Evento
    documentos: tuple[DocumentoMesa, ...]


def mesas_redondas(contexto: Contexto) -> list[Mesa]:
    """Return every round table in use, the newest first; those without a date before all."""
    mesas = [e for e in contexto.proyecto.activos(Evento) if e.tipo is TipoEvento.MESA_REDONDA]
    mesas.sort(key=lambda mesa: mesa.fecha or contexto.hoy.max, reverse=True)
    faltas: dict[Id, dict[str, str]] = {}
    for hallazgo in POR_ID[REGLA_MESAS].evaluar(contexto).hallazgos:
        faltas.setdefault(hallazgo.id, {})[hallazgo.campo] = hallazgo.mensaje
    return [Mesa(mesa, _documentos(mesa, faltas.get(mesa.id, {}))) for mesa in mesas]


def _documentos(mesa: Evento, faltas: Mapping[str, str]) -> tuple[DocumentoMesa, ...]:
    return tuple(_documento(mesa, nombre, partes, faltas) for nombre, partes in DOCUMENTOS)


def _documento(mesa: Evento, nombre: str, partes: tuple[str, ...], faltas: Mapping[str, str]) -> DocumentoMesa:
    con_falta = next((campo for campo in partes if campo in faltas), "")
    if con_falta:
        return DocumentoMesa(nombre, EstadoDocumento.FALTA, con_falta, faltas[con_falta])
    vacio = next((campo for campo in partes if not getattr(mesa, campo)), "")
    return DocumentoMesa(nombre, EstadoDocumento.PENDIENTE if vacio else EstadoDocumento.LISTO, vacio or partes[0])
