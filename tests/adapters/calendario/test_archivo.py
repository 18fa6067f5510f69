"""The calendar file, read back by the library that calendars are written with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from promueve_gui.adapters.calendario.archivo import write_agenda
from promueve_gui.application.agenda_options import Historia, OpcionesAgenda, Recuerdos
from promueve_gui.application.export_documents import Entrega, ignore_progress
from promueve_gui.application.plan_history import remembered
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, TipoEvento
from tests.application.plan_records import AREA, ENLACE, INSTITUCION, LINEA, PERIODISTAS, PUENTES, linea
from tests.fakes import memory_session
from tests.generated import registro
from tests.projects import project_of

if TYPE_CHECKING:
    from pathlib import Path

# A calendar, or a part of one, as the library reads it: any property may be of many kinds.
Leido: TypeAlias = Any

MOMENTO = datetime(2026, 3, 12, 16, 0, tzinfo=UTC)
CIUDAD = ZoneInfo("America/Mexico_City")
MESA = Evento(
    id="mesa", nombre="Mesa", tipo=TipoEvento.MESA_REDONDA, fecha=date(2026, 7, 6), hora_inicio="10:00",
    hora_fin="12:30", lugar="Sala; 2, piso 3",
)  # fmt: skip


def written(folder: Path, entrega: Entrega) -> Leido:
    path = folder / "plan.ics"
    write_agenda(entrega, path, ignore_progress)
    return Calendar.from_ical(path.read_bytes())


def events(folder: Path, *lineas: Any, **valores: Any) -> list[Leido]:
    proyecto = project_of(INSTITUCION, AREA, ENLACE, PUENTES, PERIODISTAS, MESA, *lineas)
    entrega = replace(Entrega(proyecto=proyecto, momento=MOMENTO), **valores)
    return list(written(folder, entrega).events)


def test_whole_days_end_on_the_day_after(tmp_path: Path) -> None:
    uno, periodo = events(tmp_path, LINEA, linea("p", nombre="Campaña", fecha_fin=date(2026, 4, 2)))
    assert (uno.start, uno.end) == (date(2026, 3, 23), date(2026, 3, 24))
    assert uno["dtstart"].params["VALUE"] == "DATE"
    assert (periodo.start, periodo.end) == (date(2026, 3, 23), date(2026, 4, 3))


def test_what_an_appointment_says(tmp_path: Path) -> None:
    (evento,) = events(
        tmp_path, LINEA, recuerdos=Recuerdos({"linea": Historia(5, datetime(2026, 3, 1, tzinfo=UTC), None)})
    )
    assert (evento.uid, evento.sequence, str(evento["status"])) == ("linea@promueve", 5, "TENTATIVE")
    assert (evento["dtstamp"].dt, evento["last-modified"].dt) == (MOMENTO, datetime(2026, 3, 1, tzinfo=UTC))
    assert evento.categories == ["Noticia, comunicado o boletín", "Correo electrónico"]
    assert "Grupos de usuarios: Periodistas\nTipo" in evento["description"]
    assert str(evento["transp"]) == "TRANSPARENT"
    assert evento.alarms.times == []


def test_the_calendar_says_what_it_is(tmp_path: Path) -> None:
    calendario = written(tmp_path, Entrega(proyecto=project_of(INSTITUCION, LINEA), momento=MOMENTO))
    assert (calendario["version"], calendario["method"]) == ("2.0", "PUBLISH")
    assert calendario["x-wr-calname"] == "Calendario del plan SEJ"
    assert calendario.timezones == []  # nobody needs it


def test_a_name_with_line_breaks_is_told_on_one_line(tmp_path: Path) -> None:
    institucion = replace(INSTITUCION, siglas="S\x0bE\u2028J\x85 ")
    calendario = written(tmp_path, Entrega(proyecto=project_of(institucion, LINEA), momento=MOMENTO))
    assert calendario["x-wr-calname"] == "Calendario del plan S E J"


def test_alarms_ring_in_the_morning_so_many_days_before(tmp_path: Path) -> None:
    (evento,) = events(tmp_path, LINEA, agenda=OpcionesAgenda(alarma=3))
    (alarma,) = evento.subcomponents
    assert alarma["trigger"].dt == timedelta(days=-3, hours=9)
    assert (str(alarma["action"]), str(alarma["description"])) == ("DISPLAY", "Boletín de puentes")
    en_ella = linea("l", conjunto=None, evento="mesa", canal=Canal.EVENTOS, fecha=MESA.fecha)
    (evento,) = events(tmp_path, en_ella, agenda=OpcionesAgenda(alarma=1))
    assert evento.subcomponents[0]["trigger"].dt == timedelta(days=-1)


def test_hours_are_those_of_mexico_city_without_daylight_saving(tmp_path: Path) -> None:
    proyecto = project_of(MESA)
    calendario = written(tmp_path, Entrega(proyecto=proyecto, momento=MOMENTO, agenda=OpcionesAgenda(eventos=True)))
    (zona,) = calendario.timezones
    assert zona.tz_name == "America/Mexico_City"
    assert {tuple(parte["tzoffsetto"].td for parte in zona.subcomponents)} == {(timedelta(hours=-6),)}
    (evento,) = calendario.events
    assert evento["dtstart"].params["TZID"] == "America/Mexico_City"
    assert evento.start == datetime(2026, 7, 6, 10, 0, tzinfo=CIUDAD)
    assert evento.end == datetime(2026, 7, 6, 12, 30, tzinfo=CIUDAD)
    assert evento.start.astimezone(UTC).hour == 16
    assert str(evento["location"]) == "Sala; 2, piso 3"


def test_what_does_not_say_when_it_ends_takes_an_hour(tmp_path: Path) -> None:
    entrega = Entrega(
        proyecto=project_of(replace(MESA, hora_fin="")), momento=MOMENTO, agenda=OpcionesAgenda(eventos=True)
    )
    (evento,) = written(tmp_path, entrega).events
    assert evento.end - evento.start == timedelta(hours=1)


def test_a_second_export_updates_and_does_not_double(tmp_path: Path) -> None:
    session = memory_session(project_of(INSTITUCION, PUENTES, PERIODISTAS))
    session.edit("Alta", [alta(LINEA), alta(linea("b", nombre="B")), alta(linea("c", nombre="C"))])

    def export() -> dict[str, Leido]:
        entrega = Entrega(proyecto=session.snapshot(), momento=MOMENTO, recuerdos=remembered(session))
        citas = list(written(tmp_path, entrega).events)
        assert len({evento.uid for evento in citas}) == len(citas)
        return {evento.uid: evento for evento in citas}

    primera = export()
    viejas = {line.id: line for line in session.proyecto.todos(LineaPlan)}
    cambios = [cambio(viejas["linea"], fecha=date(2026, 5, 4)), cambio(viejas["b"], retirado="Sobra")]
    session.edit("Cambiar", [*cambios, cambio(viejas["c"], fecha=None)])
    segunda = export()
    assert segunda.keys() == primera.keys()
    movida, retirada, suelta = (segunda[f"{uid}@promueve"] for uid in ("linea", "b", "c"))
    assert (movida.start, movida.sequence, str(movida["status"])) == (date(2026, 5, 4), session.position, "TENTATIVE")
    assert (str(retirada["status"]), retirada.sequence) == ("CANCELLED", session.position)
    assert (str(suelta["status"]), suelta.start) == ("CANCELLED", date(2026, 3, 23))
    assert movida["last-modified"].dt > primera["linea@promueve"]["last-modified"].dt
    assert export()["linea@promueve"].sequence == session.position  # nothing changed since


def test_events_and_data_are_updated_by_a_second_export_too(tmp_path: Path) -> None:
    otro = replace(MESA, id="otro", nombre="Otro")
    session = memory_session(project_of(INSTITUCION, PUENTES, MESA, otro))

    def export() -> dict[str, Leido]:
        opciones = OpcionesAgenda(eventos=True, publicaciones=True, alarma=1)
        entrega = Entrega(proyecto=session.snapshot(), momento=MOMENTO, recuerdos=remembered(session), agenda=opciones)
        return {evento.uid: evento for evento in written(tmp_path, entrega).events}

    primera = export()
    cambios = [cambio(MESA, fecha=date(2026, 8, 3)), cambio(otro, fecha=None)]
    session.edit("Cambiar", [*cambios, cambio(PUENTES, fecha_publicacion=date(2026, 1, 22))])
    segunda = export()
    assert segunda.keys() == primera.keys()
    mesa, otra, dato = (segunda[f"{uid}@promueve"] for uid in ("mesa", "otro", "puentes-actualizacion-2"))
    assert (mesa.sequence, mesa.start.date(), str(mesa["status"])) == (session.position, date(2026, 8, 3), "CONFIRMED")
    assert (otra.sequence, otra.start.date(), str(otra["status"])) == (session.position, date(2026, 7, 6), "CANCELLED")
    assert (dato.sequence, dato.start) == (session.position, date(2026, 3, 22))
    assert [len(cita.subcomponents) for cita in (mesa, otra)] == [1, 0]


HOSTILES = (
    "BEGIN:VEVENT\r\nUID:otro\r\nEND:VEVENT", "a\\nb;c,d\\", "\x00\x07fin", "comillas \"dobles\" y 'simples'",
    "ñandú 🦤 " * 40, "=HYPERLINK(1)", "END:VCALENDAR", "línea\u2028otra\u0085más", "\ud800suelto",
)  # fmt: skip


@pytest.mark.parametrize("texto", HOSTILES)
def test_hostile_texts_stay_texts(tmp_path: Path, texto: str) -> None:
    (evento,) = events(tmp_path, linea("l", nombre=texto, notas=texto))
    assert evento.uid == "l@promueve"
    limpio = "".join(c for c in texto if c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF)
    assert "".join(str(evento["summary"]).split()) == "".join(limpio.split())
    lines = (tmp_path / "plan.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(registro(LineaPlan), max_size=5), st.none() | st.integers(0, 30))
def test_any_plan_comes_back_whole(
    tmp_path_factory: pytest.TempPathFactory, lineas: list[Any], alarma: int | None
) -> None:
    entrega = Entrega(
        proyecto=project_of(*lineas), momento=MOMENTO, personales=True, agenda=OpcionesAgenda(alarma=alarma)
    )
    leidas = {str(evento.uid): evento for evento in written(tmp_path_factory.mktemp("ics"), entrega).events}
    con_fecha = {f"{suya.id}@promueve": suya for suya in lineas if suya.fecha}
    assert leidas.keys() == con_fecha.keys()
    for uid, suya in con_fecha.items():
        evento = leidas[uid]
        assert evento.start == suya.fecha
        ultimo = min(suya.ultimo_dia, date.max - timedelta(days=1))
        assert evento.end == ultimo + timedelta(days=1)
        cancelada = suya.retirado or suya.estado is EstadoLinea.CANCELADA
        assert (str(evento["status"]) == "CANCELLED") == bool(cancelada)
        assert len(evento.subcomponents) == (alarma is not None and suya.abierta and suya.fecha >= MOMENTO.date())


def test_it_can_be_stopped_and_says_how_far_it_is(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        heard.append((done, total))
        if done:
            raise Cancelled

    lineas = [linea(f"l{n}") for n in range(100)]
    with pytest.raises(Cancelled):
        write_agenda(Entrega(proyecto=project_of(*lineas), momento=MOMENTO), tmp_path / "x.ics", stop)
    assert heard == [(0, 100), (64, 100)]


@settings(max_examples=25, deadline=None)
@given(st.lists(registro(LineaPlan), max_size=4), st.sampled_from([None, 0, 3]))
def test_every_line_is_as_the_library_would_write_it(
    tmp_path_factory: pytest.TempPathFactory, lineas: list[LineaPlan], alarma: int | None
) -> None:
    reunion = linea("reunion", canal=Canal.MESA_REDONDA, evento="mesa", fecha=MESA.fecha)
    larga = linea("larga", nombre="Información estadística de la región; «año» " * 5, notas="Tres, dos\\; uno\n" * 9)
    sueltas = [replace(una, id=f"suelta{n}", evento=None) for n, una in enumerate(lineas)]
    proyecto = project_of(INSTITUCION, AREA, ENLACE, PUENTES, PERIODISTAS, MESA, reunion, larga, *sueltas)
    path = tmp_path_factory.mktemp("plan") / "plan.ics"
    entrega = Entrega(proyecto=proyecto, momento=MOMENTO, agenda=OpcionesAgenda(alarma=alarma, eventos=True))
    write_agenda(entrega, path, ignore_progress)
    again = Calendar.from_ical(path.read_bytes()).to_ical()
    assert again == path.read_bytes()
    assert max(map(len, path.read_bytes().split(b"\r\n"))) <= 75
