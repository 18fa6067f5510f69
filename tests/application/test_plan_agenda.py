"""The plan as appointments: what is in the calendar, how certain, and that nothing that left is forgotten there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.agenda_options import Historia, OpcionesAgenda, Recuerdos
from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.plan_agenda import Cita, EstadoCita, build_agenda, object_title
from promueve_gui.application.plan_history import remembered
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, Canal, EstadoLinea, Frecuencia, TipoContenido, TipoEvento
from tests.application.plan_records import AREA, ENLACE, INSTITUCION, LINEA, PERIODISTAS, PUENTES, linea
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session

MOMENTO = datetime(2026, 3, 12, 16, 0, tzinfo=UTC)
MESA = Evento(
    id="mesa", nombre="Mesa de puentes", tipo=TipoEvento.MESA_REDONDA, fecha=date(2026, 5, 6), hora_inicio="10:00",
    hora_fin="12:30", lugar="Sala 2", objetivo="Oír a los usuarios", conjuntos=("puentes",),
)  # fmt: skip


def delivery(*lineas: Any, **valores: Any) -> Entrega:
    proyecto = project_of(INSTITUCION, AREA, ENLACE, PUENTES, PERIODISTAS, MESA, *lineas)
    return replace(Entrega(proyecto=proyecto, momento=MOMENTO), **valores)


def dates(entrega: Entrega) -> list[Cita]:
    return list(build_agenda(entrega, "Calendario").citas)


def only(*lineas: Any, **valores: Any) -> Cita:
    (cita,) = dates(delivery(*lineas, **valores))
    return cita


def of_session(session: Session) -> Entrega:
    opciones = OpcionesAgenda(publicaciones=True)
    return Entrega(proyecto=session.proyecto, momento=MOMENTO, agenda=opciones, recuerdos=remembered(session))


def current(session: Session) -> ConjuntoDatos:
    (conjunto,) = session.proyecto.todos(ConjuntoDatos)
    return conjunto


def test_a_line_becomes_an_appointment_of_the_whole_day() -> None:
    assert only(LINEA) == Cita(
        uid="linea@promueve",
        titulo="Boletín de puentes",
        inicio=date(2026, 3, 23),
        ultimo=date(2026, 3, 23),
        estado=EstadoCita.TENTATIVA,
        momento=MOMENTO,
        categorias=("Noticia, comunicado o boletín", "Correo electrónico"),
        descripcion=(
            "Conjunto de datos: Puentes y vados\nGrupos de usuarios: Periodistas\n"
            "Tipo de contenido: Noticia, comunicado o boletín\nCanal: Correo electrónico\n"
            "Papel responsable: Enlace Institucional\nEstado: Planeada"
        ),
    )


@pytest.mark.parametrize(
    ("valores", "estado"),
    [
        ({"estado": EstadoLinea.IDEA}, EstadoCita.TENTATIVA),
        ({"estado": EstadoLinea.LISTA}, EstadoCita.TENTATIVA),
        ({"estado": EstadoLinea.HECHA}, EstadoCita.CONFIRMADA),
        ({"visto_bueno_fecha": date(2026, 3, 1)}, EstadoCita.CONFIRMADA),
        ({"estado": EstadoLinea.CANCELADA}, EstadoCita.CANCELADA),
        ({"retirado": "Se repitió"}, EstadoCita.CANCELADA),
        ({"estado": EstadoLinea.CANCELADA, "visto_bueno_fecha": date(2026, 3, 1)}, EstadoCita.CANCELADA),
    ],
)
def test_drafts_are_tentative_and_what_was_given_up_is_cancelled(valores: dict[str, Any], estado: EstadoCita) -> None:
    assert only(linea("l", **valores)).estado is estado


def test_a_period_ends_on_its_last_day() -> None:
    cita = only(linea("l", fecha_fin=date(2026, 4, 2)))
    assert (cita.inicio, cita.ultimo) == (date(2026, 3, 23), date(2026, 4, 2))
    assert only(linea("l", fecha_fin=date(2026, 1, 1))).ultimo == date(2026, 3, 23)


def test_a_line_that_never_had_a_day_is_left_out_and_one_that_lost_it_is_cancelled_where_it_was() -> None:
    suelta = linea("l", fecha=None)
    assert dates(delivery(suelta)) == []
    momento = datetime(2026, 3, 10, tzinfo=UTC)
    cita = only(suelta, recuerdos=Recuerdos({"l": Historia(4, momento, date(2026, 3, 3))}))
    assert (cita.inicio, cita.estado, cita.revision, cita.momento) == (
        date(2026, 3, 3), EstadoCita.CANCELADA, 4, momento,
    )  # fmt: skip


def test_only_what_stands_reminds() -> None:
    opciones = OpcionesAgenda(alarma=3)
    assert only(LINEA, agenda=opciones).alarma == 3
    assert only(linea("l", retirado="x"), agenda=opciones).alarma is None
    assert only(LINEA).alarma is None
    assert only(linea("l", estado=EstadoLinea.HECHA), agenda=opciones).alarma is None
    assert only(linea("l", fecha=date(2026, 3, 12)), agenda=opciones).alarma == 3
    assert only(linea("l", fecha=date(2026, 3, 11)), agenda=opciones).alarma is None


def test_persons_are_named_only_when_asked_for() -> None:
    suya = linea("l", persona="ana", notas="Llamar")
    assert "Ana Torres" not in only(suya).descripcion
    assert "Persona responsable: Ana Torres" in only(suya, personales=True).descripcion
    assert only(suya).descripcion.endswith("Notas: Llamar")


def test_what_takes_place_at_an_event_has_its_hours() -> None:
    en_ella = linea("l", conjunto=None, evento="mesa", canal=Canal.MESA_REDONDA, fecha=MESA.fecha)
    assert (only(en_ella).desde, only(en_ella).hasta) == (time(10), time(12, 30))
    for otra in (
        replace(en_ella, canal=Canal.CORREO),
        replace(en_ella, fecha=date(2026, 5, 1)),
        replace(en_ella, fecha_fin=date(2026, 5, 9)),
        replace(en_ella, evento=None),
    ):
        assert only(otra).desde is None


@pytest.mark.parametrize(
    ("horas", "leidas"),
    [(("10:00", "9:00"), (time(10), None)), (("pronto", "9:00"), (None, None)), (("10:00", ""), (time(10), None))],
)
def test_hours_that_make_no_sense_are_left_out(horas: tuple[str, str], leidas: tuple[time | None, time | None]) -> None:
    mesa = replace(MESA, hora_inicio=horas[0], hora_fin=horas[1])
    entrega = Entrega(proyecto=project_of(mesa), momento=MOMENTO, agenda=OpcionesAgenda(eventos=True))
    (cita,) = dates(entrega)
    assert (cita.desde, cita.hasta) == leidas


def test_events_and_publications_come_when_asked_for() -> None:
    citas = dates(delivery(agenda=OpcionesAgenda(alarma=1, eventos=True)))
    assert [(c.uid, c.titulo, c.lugar, c.descripcion, c.categorias, c.alarma) for c in citas] == [
        ("mesa@promueve", "Mesa de puentes", "Sala 2", "Oír a los usuarios", ("Mesa redonda",), 1)
    ]
    publicadas = dates(delivery(agenda=OpcionesAgenda(publicaciones=True)))
    assert [c.inicio for c in publicadas[:2]] == [date(2026, 3, 20), date(2026, 4, 20)]
    assert publicadas[0].titulo == "Actualización: Puentes y vados"
    assert publicadas[0].uid == "puentes-actualizacion-2@promueve"
    assert len({c.uid for c in publicadas}) == len(publicadas) == 12


@pytest.mark.parametrize("frecuencia", [Frecuencia.SEMANAL, Frecuencia.MENSUAL, Frecuencia.ANUAL])
def test_what_is_published_on_other_days_keeps_its_identity(frecuencia: Frecuencia) -> None:
    """So that taking the calendar in again moves it and nothing is there twice."""
    conjunto = replace(PUENTES, frecuencia=frecuencia, fecha_publicacion=date(2026, 3, 30))
    opciones = OpcionesAgenda(publicaciones=True)

    def seen(conjunto: ConjuntoDatos) -> dict[str, date]:
        entrega = Entrega(proyecto=project_of(conjunto), momento=MOMENTO, agenda=opciones)
        return {cita.uid: cita.inicio for cita in dates(entrega)}

    antes, despues = seen(conjunto), seen(replace(conjunto, fecha_publicacion=date(2026, 4, 2)))
    assert set(despues) <= set(antes)
    assert all(despues[uid] - antes[uid] <= timedelta(days=3) for uid in despues)
    assert despues["puentes-publicacion@promueve"] == date(2026, 4, 2)


def test_what_a_withdrawn_dataset_would_have_published_leaves_cancelled() -> None:
    opciones = OpcionesAgenda(publicaciones=True)

    def states(conjunto: ConjuntoDatos) -> dict[str, EstadoCita]:
        entrega = Entrega(proyecto=project_of(conjunto), momento=MOMENTO, agenda=opciones)
        return {cita.uid: cita.estado for cita in dates(entrega)}

    antes, despues = states(PUENTES), states(replace(PUENTES, retirado="Se unió a otro"))
    assert set(antes.values()) == {EstadoCita.TENTATIVA}
    assert despues == dict.fromkeys(antes, EstadoCita.CANCELADA)
    assert states(replace(PUENTES, acceso=Acceso.PRIVADO, retirado="No era público")) == {}


@pytest.mark.parametrize(
    "despues",
    [{"acceso": Acceso.PRIVADO}, {"institucional": True}, {"fecha_publicacion": None}, {"retirado": "Se repitió"}],
)
def test_what_a_dataset_that_is_told_of_no_more_would_have_published_leaves_cancelled(despues: dict[str, Any]) -> None:
    session = memory_session()
    session.edit("Alta", [alta(AREA), alta(PUENTES)])
    antes = {cita.uid for cita in dates(of_session(session))}
    session.edit("Cambiar", [cambio(PUENTES, **despues)])
    citas = dates(of_session(session))
    assert {cita.uid: (cita.estado, cita.revision) for cita in citas} == dict.fromkeys(antes, (EstadoCita.CANCELADA, 2))


def test_updates_that_another_frequency_does_without_leave_cancelled_and_come_back_with_it() -> None:
    session = memory_session()
    mensual = replace(PUENTES, frecuencia=Frecuencia.MENSUAL)
    session.edit("Alta", [alta(AREA), alta(mensual)])
    antes = {cita.uid for cita in dates(of_session(session))}
    session.edit("Cambiar", [cambio(mensual, frecuencia=Frecuencia.ANUAL, descripcion="Otra")])
    session.edit("Ocultar", [cambio(current(session), acceso=Acceso.PRIVADO)])
    assert {cita.estado for cita in dates(of_session(session))} == {EstadoCita.CANCELADA}
    session.edit("Mostrar", [cambio(current(session), acceso=Acceso.PUBLICO)])
    estados = {cita.uid: cita.estado for cita in dates(of_session(session))}
    vigentes = {uid for uid, estado in estados.items() if estado is EstadoCita.TENTATIVA}
    assert antes <= set(estados)
    assert 0 < len(vigentes) < len(antes)
    session.edit("Volver", [cambio(current(session), frecuencia=Frecuencia.MENSUAL)])
    estados = {cita.uid: cita.estado for cita in dates(of_session(session))}
    assert {estados[uid] for uid in antes} == {EstadoCita.TENTATIVA}


def test_a_line_that_somebody_else_answers_for_by_now_leaves_cancelled_for_the_first() -> None:
    session = memory_session()
    otra = replace(ENLACE, id="luis", nombre="Luis")
    session.edit("Alta", [alta(AREA), alta(ENLACE), alta(otra), alta(PUENTES), alta(PERIODISTAS)])
    session.edit("Alta", [alta(replace(LINEA, persona=ENLACE.id))])

    def of(persona: str) -> list[tuple[EstadoCita, int | None]]:
        entrega = Entrega(
            proyecto=session.proyecto, momento=MOMENTO, agenda=OpcionesAgenda(alarma=1), recuerdos=remembered(session),
            parte=f"persona:{persona}",
        )  # fmt: skip
        return [(cita.estado, cita.alarma) for cita in dates(entrega)]

    assert (of(ENLACE.id), of("luis")) == ([(EstadoCita.TENTATIVA, 1)], [])
    (linea_hoy,) = session.proyecto.todos(LineaPlan)
    session.edit("Cambiar", [cambio(linea_hoy, persona="luis")])
    assert (of(ENLACE.id), of("luis")) == ([(EstadoCita.CANCELADA, None)], [(EstadoCita.TENTATIVA, 1)])


def test_withdrawn_events_leave_cancelled_and_those_without_a_day_or_type_do_no_harm() -> None:
    eventos = (
        replace(MESA, retirado="Se canceló"), Evento(id="x", nombre="Sin día"),
        Evento(id="y", nombre="", fecha=date(2026, 1, 1)),
    )  # fmt: skip
    entrega = Entrega(proyecto=project_of(*eventos), momento=MOMENTO, agenda=OpcionesAgenda(alarma=1, eventos=True))
    assert [(c.titulo, c.estado, c.categorias, c.alarma) for c in dates(entrega)] == [
        ("Mesa de puentes", EstadoCita.CANCELADA, ("Mesa redonda",), None),
        ("Evento sin nombre", EstadoCita.CONFIRMADA, (), None),
    ]


def test_a_part_has_its_lines_and_nothing_of_everybody() -> None:
    opciones = OpcionesAgenda(eventos=True, publicaciones=True)
    otra = linea("otra", conjunto=None)
    assert [c.uid for c in dates(delivery(LINEA, otra, parte="area:area", agenda=opciones))] == ["linea@promueve"]


def test_the_calendar_says_whose_it_is() -> None:
    assert build_agenda(delivery(), "Calendario").nombre == "Calendario SEJ"
    assert build_agenda(Entrega(proyecto=Proyecto(), momento=MOMENTO), "Calendario").nombre == "Calendario"


def test_a_line_that_says_little_still_has_a_name() -> None:
    cita = only(linea("l", nombre="", tipo_contenido=TipoContenido.REDES, canal=Canal.REDES))
    assert (cita.titulo, cita.categorias) == ("Actividad sin nombre", ("Redes sociales",))
    assert only(linea("l", tipo_contenido=None, canal=None)).categorias == ()


def test_what_a_line_promotes_has_a_title() -> None:
    proyecto = project_of(PUENTES, MESA, Herramienta(id="visor", nombre="Visor"))
    titulos = [
        object_title(proyecto, linea("l", conjunto=c, herramienta=h, evento=e))
        for c, h, e in (("puentes", None, None), (None, "visor", None), (None, None, "mesa"), (None, None, None))
    ]
    assert titulos == ["Puentes y vados", "Visor", "Mesa de puentes", ""]


def states(session: Session, parte: str = "") -> dict[str, tuple[EstadoCita, int]]:
    """Return how each appointment of a part leaves now, and note that it left."""
    todo = OpcionesAgenda(publicaciones=True, eventos=True, alarma=1)
    entrega = Entrega(
        proyecto=session.proyecto, momento=MOMENTO, agenda=todo, recuerdos=remembered(session), parte=parte
    )
    session.record_export(f"agenda:{parte}" if parte else "agenda", "x.ics")
    return {cita.uid: (cita.estado, cita.revision) for cita in dates(entrega)}


def test_what_was_undone_after_it_left_is_cancelled_and_comes_back_when_it_is_done_again() -> None:
    session = memory_session()
    session.edit("Alta", [alta(AREA), alta(PUENTES), alta(MESA), alta(PERIODISTAS), alta(LINEA)])
    salio = states(session)
    assert {"linea@promueve", "mesa@promueve", "puentes-actualizacion-4@promueve"} <= salio.keys()
    session.undo()
    ido = states(session)
    assert ido.keys() == salio.keys()
    assert {estado for estado, _ in ido.values()} == {EstadoCita.CANCELADA}
    session.redo()
    vuelto = states(session)
    assert EstadoCita.CANCELADA not in {estado for estado, _ in vuelto.values()}
    assert all(salio[uid][1] < ido[uid][1] < vuelto[uid][1] for uid in salio)
    assert states(session) == vuelto  # nothing changed since


def test_a_line_whose_data_went_to_another_area_is_cancelled_in_the_calendar_of_the_first() -> None:
    session = memory_session()
    session.edit("Alta", [alta(AREA), alta(replace(AREA, id="otra")), alta(PUENTES), alta(PERIODISTAS), alta(LINEA)])
    assert states(session, "area:area") == {"linea@promueve": (EstadoCita.TENTATIVA, 0)}
    assert states(session, "area:otra") == {}
    session.edit("Cambiar", [cambio(current(session), area="otra")])
    ((estado, revision),) = states(session, "area:area").values()
    assert (estado, revision) == (EstadoCita.CANCELADA, session.position - 1)
    assert states(session, "area:otra")["linea@promueve"][0] is EstadoCita.TENTATIVA
    session.edit("Volver", [cambio(current(session), area="area")])
    ((estado, vuelta),) = states(session, "area:area").values()
    assert estado is EstadoCita.TENTATIVA
    assert vuelta > revision


def test_hours_that_an_event_changes_make_another_revision_of_the_line_that_takes_place_there() -> None:
    session = memory_session()
    suya = linea("en-mesa", conjunto=None, evento="mesa", canal=Canal.EVENTOS, fecha=MESA.fecha)
    session.edit("Alta", [alta(AREA), alta(PUENTES), alta(MESA), alta(PERIODISTAS), alta(suya)])
    assert states(session)["en-mesa@promueve"][1] == 0
    session.edit("Más tarde", [cambio(MESA, hora_inicio="11:00")])
    assert states(session)["en-mesa@promueve"][1] > 0
