from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.round_tables import EstadoDocumento, mesas_redondas
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import Acuerdo, Evento
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.vocabularios import TipoEvento

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

HOY = date(2026, 11, 19)
PASADA = Evento(
    id="m",
    nombre="Mesa de caminos",
    tipo=TipoEvento.MESA_REDONDA,
    fecha=date(2026, 7, 1),
    invitacion=date(2026, 6, 20),
    agenda="Bienvenida",
    asistencia="Ana Ruiz",
    lugar="Auditorio",
    hora_inicio="10:00",
    hora_fin="12:00",
    desarrollo="Se revisaron los datos.",
    encuesta="Doce respuestas.",
)
ACUERDO = Acuerdo(id="a", tarea="Publicar la hora", evento="m", responsable="Ana Ruiz", fin=HOY)


def contexto(*registros: Registro) -> Contexto:
    proyecto = Proyecto()
    proyecto.apply(alta(registro) for registro in registros)
    return Contexto(proyecto, HOY)


def estados(mesa: Evento, *otros: Registro) -> list[EstadoDocumento]:
    return [documento.estado for documento in mesas_redondas(contexto(mesa, *otros))[0].documentos]


def test_a_round_table_with_everything_is_ready() -> None:
    assert estados(PASADA, ACUERDO) == [EstadoDocumento.LISTO] * 5


def test_minutes_without_agreements_are_missing_something() -> None:
    minuta = mesas_redondas(contexto(PASADA))[0].documentos[3]
    assert (minuta.nombre, minuta.estado, minuta.campo) == ("Minuta", EstadoDocumento.FALTA, "desarrollo")
    assert minuta.detalle == "La minuta no tiene acuerdos con responsable y fecha."


def test_what_is_missing_leads_to_its_field() -> None:
    encuesta = mesas_redondas(contexto(replace(PASADA, encuesta=""), ACUERDO))[0].documentos[4]
    assert (encuesta.estado, encuesta.campo) == (EstadoDocumento.FALTA, "encuesta")


def test_what_is_not_due_yet_waits() -> None:
    futura = Evento(id="f", nombre="Mesa", tipo=TipoEvento.MESA_REDONDA, fecha=date(2027, 3, 1), agenda="Bienvenida")
    assert estados(futura) == [
        EstadoDocumento.PENDIENTE,
        EstadoDocumento.LISTO,
        EstadoDocumento.PENDIENTE,
        EstadoDocumento.PENDIENTE,
        EstadoDocumento.PENDIENTE,
    ]


def test_the_newest_comes_first_and_other_events_do_not_come() -> None:
    taller = Evento(id="t", nombre="Taller", tipo=TipoEvento.TALLER, fecha=HOY)
    sin_fecha = Evento(id="s", nombre="Por definir", tipo=TipoEvento.MESA_REDONDA)
    futura = Evento(id="f", nombre="Mesa", tipo=TipoEvento.MESA_REDONDA, fecha=date(2027, 3, 1))
    mesas = mesas_redondas(contexto(PASADA, taller, futura, sin_fecha))
    assert [mesa.evento.id for mesa in mesas] == ["s", "f", "m"]
