"""The plan as an iCalendar file (RFC 5545), made by the ``icalendar`` library: folding, escaping and time zones.

``DTEND`` is exclusive, whole days are ``VALUE=DATE``, and hours are those of America/Mexico_City, which has had no
daylight saving time since October 2022.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone

from promueve_gui.application.export_documents import AGENDA
from promueve_gui.application.plan_agenda import build_agenda
from promueve_gui.domain.celdas import clean

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.plan_agenda import Agenda, Cita
    from promueve_gui.application.ports import Progress

ZONA = "America/Mexico_City"
_DIA = timedelta(days=1)
_MANANA = timedelta(hours=9)  # from midnight: when whole days remind
_HORA = timedelta(hours=1)  # how long what only says when it begins is taken to last
_CADA = 64  # appointments between two reports of progress
_FIN = b"END:VCALENDAR\r\n"


def write_agenda(entrega: Entrega, path: Path, progress: Progress) -> None:
    """Write the calendar of ``entrega`` to ``path``, reporting appointments written."""
    agenda = build_agenda(entrega, AGENDA.titulo)
    total = len(agenda.citas)
    with path.open("wb") as salida:
        salida.write(_calendar(agenda).to_ical().removesuffix(_FIN))
        for hechas, cita in enumerate(agenda.citas):
            if hechas % _CADA == 0:
                progress(hechas, total)
            salida.write(_event(cita, agenda.momento).to_ical())
        salida.write(_FIN)
    progress(total, total)


def _calendar(agenda: Agenda) -> Calendar:
    """Return the calendar without its appointments."""
    calendario = Calendar()
    calendario.add("prodid", "-//Promueve//Plan de promoción//ES")
    calendario.add("version", "2.0")
    calendario.add("method", "PUBLISH")
    calendario.add("x-wr-calname", _plain(agenda.nombre))
    calendario.add("x-wr-timezone", ZONA)
    horas = [cita.inicio for cita in agenda.citas if cita.desde is not None]
    if horas:
        # Its rules from the first day that needs them to the last.
        calendario.add_component(Timezone.from_tzid(ZONA, first_date=min(horas), last_date=max(horas) + _DIA))
    return calendario


def _event(cita: Cita, momento: datetime) -> Event:
    evento = Event()
    evento.add("uid", cita.uid)
    evento.add("sequence", cita.revision)
    evento.add("dtstamp", momento.astimezone(UTC))
    evento.add("last-modified", cita.momento.astimezone(UTC))
    inicio, fin = _stretch(cita)
    evento.add("dtstart", inicio)
    evento.add("dtend", fin)
    evento.add("summary", " ".join(clean(cita.titulo).split()))
    evento.add("status", cita.estado.value)
    evento.add("transp", "TRANSPARENT" if cita.desde is None else "OPAQUE")
    if cita.categorias:
        evento.add("categories", list(cita.categorias))
    for propiedad, texto in (("description", cita.descripcion), ("location", cita.lugar)):
        if texto:
            evento.add(propiedad, _plain(texto))
    if cita.alarma is not None:
        evento.add_component(_alarm(cita))
    return evento


def _stretch(cita: Cita) -> tuple[date, date]:
    """Return when an appointment begins, and the first moment or day after it."""
    if cita.desde is None:
        return cita.inicio, min(cita.ultimo, date.max - _DIA) + _DIA
    inicio = _at(cita.inicio, cita.desde)
    return inicio, _at(cita.inicio, cita.hasta) if cita.hasta else inicio + _HORA


def _at(dia: date, hora: time) -> datetime:
    return datetime.combine(dia, hora, ZoneInfo(ZONA))


def _alarm(cita: Cita) -> Alarm:
    alarma = Alarm()
    alarma.add("action", "DISPLAY")
    alarma.add("description", " ".join(clean(cita.titulo).split()))
    # A whole day begins at midnight, when nobody wants to be reminded.
    despues = timedelta() if cita.desde is not None else _MANANA
    alarma.add("trigger", timedelta(days=-(cita.alarma or 0)) + despues)
    return alarma


def _plain(texto: str) -> str:
    """Return a text with the line breaks that calendars know and no other control characters."""
    return "\n".join(clean(texto).splitlines())
