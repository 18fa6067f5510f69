"""R9: a round table has invitation, agenda, attendance list, minutes and survey."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import Acuerdo, Evento
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.vocabularios import TipoEvento

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.reglas.base import Contexto, Juez

# Invitation and agenda go out some days before; until then a round table of the future has nothing to answer for.
DIAS_ANTES = 15

_ANTES = (("invitacion", "Falta la fecha en que se envió la invitación."), ("agenda", "Falta la agenda."))
_DESPUES = (
    ("asistencia", "Falta la lista de asistencia."),
    ("lugar", "Falta el lugar, que va en la minuta."),
    ("hora_inicio", "Falta la hora de inicio, que va en la minuta."),
    ("hora_fin", "Falta la hora de término, que va en la minuta."),
    ("desarrollo", "Falta el desarrollo de la sesión, que va en la minuta."),
    ("encuesta", "Falta la encuesta aplicada y sus resultados."),
)
_DE_ACUERDO = (("responsable", "Falta quién responde por el acuerdo."), ("fin", "Falta la fecha límite del acuerdo."))


def _juez(contexto: Contexto) -> Juez:
    acuerdos = Counter(acuerdo.evento for acuerdo in contexto.proyecto.activos(Acuerdo))
    mesas = {e.id for e in contexto.proyecto.activos(Evento) if e.tipo is TipoEvento.MESA_REDONDA}

    def juzgar(registro: Evento | Acuerdo) -> Iterable[Verificacion] | None:
        if isinstance(registro, Acuerdo):
            return _faltan(registro, _DE_ACUERDO) if registro.evento in mesas else None
        return _de_mesa(registro, contexto.hoy, acuerdos) if registro.id in mesas else None

    return juzgar


def _de_mesa(mesa: Evento, hoy: date, acuerdos: Counter[Id | None]) -> list[Verificacion] | None:
    if mesa.fecha is None:
        return [Verificacion("fecha", "Falta la fecha de la mesa redonda.")]
    if mesa.fecha > hoy + timedelta(days=DIAS_ANTES):
        return None
    faltas = list(_faltan(mesa, _ANTES))
    if mesa.fecha < hoy:
        faltas += _faltan(mesa, _DESPUES)
        if not acuerdos[mesa.id]:
            faltas.append(Verificacion("desarrollo", "La minuta no tiene acuerdos con responsable y fecha."))
    return faltas


def _faltan(registro: Evento | Acuerdo, pedidos: Iterable[tuple[str, str]]) -> Iterator[Verificacion]:
    for campo, mensaje in pedidos:
        valor = getattr(registro, campo)
        if not (valor.strip() if isinstance(valor, str) else valor):
            yield Verificacion(campo, mensaje)


REGLA = Regla(
    id="R9",
    paso=4,
    titulo="Mesas redondas con sus documentos",
    tipos=(Evento, Acuerdo),
    juez=_juez,
)
