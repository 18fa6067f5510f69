"""The plan as an iCalendar file (RFC 5545), made by the ``icalendar`` library: folding, escaping and time zones.

``DTEND`` is exclusive, whole days are ``VALUE=DATE``, and hours are those of America/Mexico_City, which has had no
daylight saving time since October 2022. The library takes a millisecond for each appointment; most of its lines are
those of others too, so those are made once, and 20,000 appointments are written in a fifth of the time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vText
from icalendar.parser import Contentline, Parameters

from promueve_gui.application.export_documents import AGENDA
from promueve_gui.application.plan_agenda import build_agenda
from promueve_gui.domain.celdas import clean
from promueve_gui.domain.texto import en_un_renglon

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
_EVENTO, _FIN_EVENTO = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"
_ALARMA, _FIN_ALARMA = b"BEGIN:VALARM\r\n", b"END:VALARM\r\n"
_ANCHO = 75  # octets of a line without its break, from which it is folded (RFC 5545, 3.1)


def write_agenda(entrega: Entrega, path: Path, progress: Progress) -> None:
    """Write the calendar of ``entrega`` to ``path``, reporting appointments written."""
    agenda = build_agenda(entrega, AGENDA.titulo)
    total = len(agenda.citas)
    renglones = _Renglones()
    with path.open("wb") as salida:
        salida.write(_calendar(agenda).to_ical().removesuffix(_FIN))
        for hechas, cita in enumerate(agenda.citas):
            if hechas % _CADA == 0:
                progress(hechas, total)
            salida.write(_event(cita, agenda.momento, renglones))
        salida.write(_FIN)
    progress(total, total)


def _calendar(agenda: Agenda) -> Calendar:
    """Return the calendar without its appointments."""
    calendario = Calendar()
    calendario.add("prodid", "-//Promueve//Plan de promoción//ES")
    calendario.add("version", "2.0")
    calendario.add("method", "PUBLISH")
    calendario.add("x-wr-calname", en_un_renglon(agenda.nombre))  # not a text to the library, which escapes those
    calendario.add("x-wr-timezone", ZONA)
    horas = [cita.inicio for cita in agenda.citas if cita.desde is not None]
    if horas:
        # Its rules from the first day that needs them to the last.
        calendario.add_component(Timezone.from_tzid(ZONA, first_date=min(horas), last_date=max(horas) + _DIA))
    return calendario


class _Renglones:
    """Makes the lines of a file, each with its line break; those that many appointments have alike once."""

    def __init__(self) -> None:
        self._hechos: dict[tuple[str, object], bytes] = {}

    def igual(self, nombre: str, valor: object) -> bytes:
        """Return a line that others are likely to have too; several values come as a tuple."""
        hecho = self._hechos.get((nombre, valor))
        if hecho is None:
            sola = Event()
            sola.add(nombre, list(valor) if isinstance(valor, tuple) else valor)
            hecho = sola.to_ical().removeprefix(_EVENTO).removesuffix(_FIN_EVENTO)
            self._hechos[nombre, valor] = hecho
        return hecho

    @staticmethod
    def texto(nombre: str, texto: str) -> bytes:
        """Return a line of text that is nobody else's."""
        renglon = Contentline.from_parts(nombre, Parameters(), vText(texto))
        entero = renglon.encode()
        escrito: bytes = entero if len(entero) < _ANCHO else renglon.to_ical()
        return escrito + b"\r\n"


def _event(cita: Cita, momento: datetime, renglones: _Renglones) -> bytes:
    """Return an appointment, its lines in the order in which the library puts them."""
    igual, texto = renglones.igual, renglones.texto
    inicio, fin = _stretch(cita)
    titulo = en_un_renglon(cita.titulo)
    partes = [
        _EVENTO,
        texto("SUMMARY", titulo),
        igual("DTSTART", inicio),
        igual("DTEND", fin),
        igual("DTSTAMP", momento.astimezone(UTC)),
        texto("UID", cita.uid),
        igual("SEQUENCE", cita.revision),
        igual("CATEGORIES", cita.categorias) if cita.categorias else b"",
        texto("DESCRIPTION", _plain(cita.descripcion)) if cita.descripcion else b"",
        igual("LAST-MODIFIED", cita.momento.astimezone(UTC)),
        texto("LOCATION", _plain(cita.lugar)) if cita.lugar else b"",
        igual("STATUS", cita.estado.value),
        igual("TRANSP", "TRANSPARENT" if cita.desde is None else "OPAQUE"),
    ]
    if cita.alarma is not None:
        # A whole day begins at midnight, when nobody wants to be reminded.
        despues = timedelta() if cita.desde is not None else _MANANA
        cuando = timedelta(days=-cita.alarma) + despues
        aviso = (igual("ACTION", "DISPLAY"), texto("DESCRIPTION", titulo), igual("TRIGGER", cuando))
        partes += [_ALARMA, *aviso, _FIN_ALARMA]
    return b"".join([*partes, _FIN_EVENTO])


def _stretch(cita: Cita) -> tuple[date, date]:
    """Return when an appointment begins, and the first moment or day after it."""
    if cita.desde is None:
        return cita.inicio, min(cita.ultimo, date.max - _DIA) + _DIA
    inicio = _at(cita.inicio, cita.desde)
    return inicio, _at(cita.inicio, cita.hasta) if cita.hasta else inicio + _HORA


def _at(dia: date, hora: time) -> datetime:
    return datetime.combine(dia, hora, ZoneInfo(ZONA))


def _plain(texto: str) -> str:
    """Return a text with the line breaks that calendars know and no other control characters."""
    return "\n".join(clean(texto).splitlines())
