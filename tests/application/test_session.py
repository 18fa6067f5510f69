"""The only door through which an open project changes: whole or not at all, and always to be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.ports import Recepcion
from promueve_gui.application.session import rebased
from promueve_gui.domain.cambios import Cambio, alta, cambio, retiro
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Desenlace, EstadoContenido, TipoContenido
from tests.domain.reglas.fabrica import CONJUNTO, RED, TECNICO, contenido
from tests.fakes import AUTOR, PATH, MemoryAlmacen, memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session

AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
FULL = UserError("disco_lleno", archivo=PATH.name)


@pytest.fixture
def almacen() -> MemoryAlmacen:
    return MemoryAlmacen()


@pytest.fixture
def session(almacen: MemoryAlmacen) -> Session:
    return memory_session(almacen=almacen)


def acciones(session: Session) -> list[tuple[str, str]]:
    """Return what the bitácora says, oldest first."""
    return [(line.accion, line.detalle) for line in reversed(session.history())]


def test_an_edition_reaches_the_file_and_the_content(session: Session, almacen: MemoryAlmacen) -> None:
    edicion = session.edit("Agregar área", [alta(AREA)], origen="importación")
    assert session.proyecto == almacen.stored
    assert session.proyecto.get(AreaGeneradora, "a") == AREA
    assert edicion is not None
    assert (edicion.motivo, edicion.autor, edicion.origen) == ("Agregar área", AUTOR, "importación")
    assert edicion.momento.tzinfo is not None
    assert edicion.cambios == (alta(AREA),)


@pytest.mark.parametrize("cambios", [[], [None, None]])
def test_nothing_to_change_is_no_edition(session: Session, cambios: list[Cambio | None]) -> None:
    assert session.edit("Nada", cambios) is None
    assert session.history() == []


def test_what_did_not_change_is_left_out(session: Session) -> None:
    edicion = session.edit("Agregar", [None, alta(AREA)])
    assert edicion is not None
    assert len(edicion.cambios) == 1


def test_what_follows_from_an_edition_is_part_of_it(session: Session) -> None:
    conjunto = ConjuntoDatos(id="c", nombre="Estaciones de aforo")
    session.edit("Agregar", [alta(conjunto)])
    recomendacion = Recomendacion(id="r", conjunto="c", desenlace=Desenlace.PROCEDE, fecha_estimada=date(2026, 6, 1))
    session.edit("Responder", [alta(recomendacion)])
    assert session.proyecto.get(ConjuntoDatos, "c") == replace(conjunto, fecha_compromiso=date(2026, 6, 1))
    session.undo()
    assert session.proyecto.get(ConjuntoDatos, "c") == conjunto


def test_a_change_that_does_not_fit_leaves_no_trace(session: Session, almacen: MemoryAlmacen) -> None:
    session.edit("Agregar", [alta(AREA)])
    with pytest.raises(UserError) as caught:
        session.edit("Otra vez", [alta(AREA)])
    assert caught.value.code == "cambio_caduco"
    assert session.proyecto == almacen.stored
    assert acciones(session) == [("editar", "Agregar")]


def test_when_the_file_refuses_nothing_has_changed_and_trying_again_works(
    session: Session, almacen: MemoryAlmacen
) -> None:
    told: list[tuple[Cambio, ...]] = []
    session.subscribe(told.append)
    almacen.refuses = FULL
    with pytest.raises(UserError) as caught:
        session.edit("Agregar", [alta(AREA)])
    assert caught.value is FULL
    assert session.proyecto == Proyecto()
    assert told == []
    assert session.next_undo() is None
    almacen.refuses = None
    session.edit("Agregar", [alta(AREA)])
    assert session.proyecto == almacen.stored
    assert told == [(alta(AREA),)]


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_when_the_file_refuses_undo_and_redo_change_nothing_either(
    session: Session, almacen: MemoryAlmacen, step: str
) -> None:
    session.edit("Agregar", [alta(AREA)])
    session.edit("Nombrar", [cambio(AREA, siglas="DE")])
    session.undo()
    before = session.snapshot()
    almacen.refuses = FULL
    with pytest.raises(UserError):
        session.undo() if step == "undo" else session.redo()
    assert session.proyecto == before
    almacen.refuses = None
    assert session.undo() if step == "undo" else session.redo()
    assert session.proyecto == almacen.stored != before


def test_undo_until_empty_and_redo_until_full(session: Session, almacen: MemoryAlmacen) -> None:
    session.edit("Agregar", [alta(AREA)])
    session.edit("Nombrar", [cambio(AREA, siglas="DE")])
    session.edit("Retirar", [retiro(replace(AREA, siglas="DE"), "Desapareció")])
    full = session.snapshot()
    undone = [edicion.motivo for edicion in iter(session.undo, None)]
    assert undone == ["Retirar", "Nombrar", "Agregar"]
    assert session.proyecto == almacen.stored == Proyecto()
    redone = [edicion.motivo for edicion in iter(session.redo, None)]
    assert redone == ["Agregar", "Nombrar", "Retirar"]
    assert session.proyecto == almacen.stored == full


def test_a_new_edition_forgets_what_was_undone(session: Session) -> None:
    session.edit("Agregar", [alta(AREA)])
    session.undo()
    session.edit("Agregar otra", [alta(replace(AREA, id="b"))])
    assert session.next_redo() is None
    assert session.redo() is None
    assert acciones(session) == [("editar", "Agregar"), ("deshacer", "Agregar"), ("editar", "Agregar otra")]


def test_what_comes_next_is_named_and_asked_of_the_file_once(session: Session, almacen: MemoryAlmacen) -> None:
    session.edit("Agregar", [alta(AREA)])
    almacen.reads = 0
    for _ in range(3):
        pendiente = session.next_undo()
        assert pendiente is not None
        assert pendiente.motivo == "Agregar"
        assert session.next_redo() is None
    assert almacen.reads == 1


def test_an_old_edition_is_taken_back_by_a_new_one(session: Session, almacen: MemoryAlmacen) -> None:
    first = session.edit("Agregar", [alta(AREA)])
    session.edit("Agregar otra", [alta(replace(AREA, id="b"))])
    assert first is not None
    heard: list[tuple[Cambio, ...]] = []
    session.subscribe(heard.append)
    reverted = session.revert(first.id)
    assert (reverted.motivo, reverted.origen, reverted.revierte) == ("Deshacer «Agregar»", "revertir", first.id)
    assert session.proyecto.todos(AreaGeneradora) == [replace(AREA, id="b")]
    assert session.proyecto == almacen.stored
    assert heard == [(alta(AREA).inverso,)]
    with pytest.raises(UserError, match="edicion_sin_efecto"):
        session.revert(first.id)
    session.revert(reverted.id)
    assert session.proyecto.get(AreaGeneradora, "a") == AREA


def test_what_something_depends_on_is_not_taken_back(session: Session) -> None:
    first = session.edit("Agregar", [alta(AREA)])
    session.edit("Ligar", [alta(ConjuntoDatos(id="c", nombre="Aforo", area="a"))])
    assert first is not None
    before = session.snapshot()
    with pytest.raises(UserError, match="edicion_con_dependencias"):
        session.revert(first.id)
    assert session.proyecto == before


def test_reverting_follows_no_consequences_and_passes_no_guards(session: Session) -> None:
    conjunto = ConjuntoDatos(id="c", nombre="Aforo")
    recomendacion = Recomendacion(id="r", conjunto="c", desenlace=Desenlace.PROCEDE, fecha_estimada=date(2026, 6, 1))
    session.edit("Agregar", [alta(conjunto), alta(recomendacion)])
    before = session.snapshot()
    edicion = session.edit("Mover", [cambio(recomendacion, fecha_estimada=date(2026, 7, 1))])
    assert edicion is not None
    session.edit("Otra", [alta(AREA)])
    session.revert(edicion.id)
    assert session.proyecto.get(ConjuntoDatos, "c") == before.get(ConjuntoDatos, "c")


def test_the_day_is_that_of_the_clock(session: Session) -> None:
    assert session.today == date(2026, 3, 2)


def test_listeners_hear_edits_undo_and_redo_until_they_leave(session: Session) -> None:
    heard: list[tuple[Cambio, ...]] = []
    leave = session.subscribe(heard.append)
    session.edit("Agregar", [alta(AREA)])
    session.undo()
    session.redo()
    leave()
    session.undo()
    assert heard == [(alta(AREA),), (alta(AREA).inverso,), (alta(AREA),)]


def test_a_listener_may_leave_while_it_is_told(session: Session) -> None:
    heard: list[str] = []

    def once(_: tuple[Cambio, ...]) -> None:
        heard.append("una")
        leave()

    leave = session.subscribe(once)
    session.subscribe(lambda _: heard.append("otra"))
    session.edit("Agregar", [alta(AREA)])
    session.undo()
    assert heard == ["una", "otra", "otra"]


def test_a_snapshot_is_not_touched_by_later_edits(session: Session) -> None:
    before = session.snapshot()
    session.edit("Agregar", [alta(AREA)])
    assert before == Proyecto()


def test_the_bitacora_is_read_newest_first_and_only_so_far(session: Session) -> None:
    session.edit("Agregar", [alta(AREA)])
    session.note("importar", "plan-apertura.csv")
    assert [(line.secuencia, line.accion, line.autor) for line in session.history()] == [
        (2, "importar", AUTOR),
        (1, "editar", AUTOR),
    ]
    assert len(session.history(1)) == 1


def test_an_export_is_recorded_with_the_state_that_left(session: Session, almacen: MemoryAlmacen) -> None:
    session.edit("Agregar", [alta(AREA)])
    position = session.position
    session.edit("Nombrar", [cambio(AREA, siglas="DE")])
    session.record_export("plan", "Plan 2026.xlsx", position)
    session.record_export("mapa", "Mapa.xlsx")
    assert almacen.recorded == [("plan", "Plan 2026.xlsx", 1), ("mapa", "Mapa.xlsx", 3)]
    plan, mapa = acciones(session)[-2:]
    assert plan == ("exportar", "Plan de promoción: Plan 2026.xlsx")
    assert mapa == ("exportar", "Mapa de usuarios: Mapa.xlsx")
    dos, uno = session.history(2)
    assert session.exports() == {"plan": uno.momento, "mapa": dos.momento}


def test_a_document_that_leaves_under_another_name_is_the_same(session: Session) -> None:
    session.edit("Escribir", [alta(Contenido(id="n", nombre="Más puentes"))])
    for archivo in ("Comunicado.docx", "para prensa.docx"):
        session.record_export("contenido:n", archivo)
    (newest,) = session.history(1)
    assert newest.detalle == "Más puentes: para prensa.docx"
    assert session.exports() == {"contenido:n": newest.momento}


def test_what_the_rules_bar_is_not_approved_whatever_the_door(session: Session) -> None:
    nota = Contenido(id="n", nombre="Más puentes", estado=EstadoContenido.EN_REVISION)
    session.edit("Escribir", [alta(nota)])
    before, lines = session.snapshot(), len(session.history())
    with pytest.raises(UserError, match="contenido_no_aprobable"):
        session.edit("Aprobar", [cambio(nota, estado=EstadoContenido.APROBADO)])
    assert (session.proyecto, len(session.history())) == (before, lines)


def test_what_another_project_approved_comes_as_it_is_and_may_be_undone_and_redone(session: Session) -> None:
    ajena = Contenido(id="n", nombre="Más puentes", estado=EstadoContenido.PUBLICADO)
    session.edit("Consolidar", [alta(ajena)], origen="consolidar")
    session.undo()
    session.redo()
    assert session.proyecto.todos(Contenido) == [ajena]


def test_an_approved_text_that_changes_goes_back_to_review_until_that_is_undone(session: Session) -> None:
    nota = Contenido(id="n", nombre="Más puentes", cuerpo="Ya.", estado=EstadoContenido.APROBADO)
    session.edit("Consolidar", [alta(nota)], origen="consolidar")
    session.edit("Corregir", [cambio(nota, cuerpo="Todavía no.")])
    assert session.proyecto.todos(Contenido) == [
        replace(nota, cuerpo="Todavía no.", estado=EstadoContenido.EN_REVISION)
    ]
    session.undo()
    assert session.proyecto.todos(Contenido) == [nota]


def test_files_are_kept_by_their_fingerprint(session: Session) -> None:
    sha256 = session.put_file(b"evidencia")
    assert session.get_file(sha256) == b"evidencia"
    assert session.get_file("0") is None


def test_backups_and_copies_are_made_of_the_file(session: Session, almacen: MemoryAlmacen) -> None:
    session.edit("Agregar", [alta(AREA)])
    session.backup("importacion")
    session.save_copy(Path("copia.promueve"))
    assert almacen.backups == ["importacion"]
    assert almacen.copies == {Path("copia.promueve"): session.proyecto}
    assert session.path == PATH


def test_a_project_to_be_read_only_refuses_edits_and_keeps_no_notes() -> None:
    kept = MemoryAlmacen(read_only=True)
    kept.refuses = UserError("solo_lectura")
    session = memory_session(almacen=kept)
    with pytest.raises(UserError, match="solo_lectura"):
        session.edit("Agregar", [alta(AREA)])
    with pytest.raises(UserError, match="solo_lectura"):
        session.put_file(b"evidencia")
    with pytest.raises(UserError, match="solo_lectura"):
        session.revert("una")
    session.note("importar", "plan.csv")
    session.note_reception(Recepcion("x", "Museos.xlsx", "", "{}"))
    session.record_export("plan", "Plan.xlsx")
    session.backup("importacion")
    assert session.read_only
    assert (session.next_undo(), session.next_redo(), session.undo(), session.redo()) == (None, None, None, None)
    assert session.history() == []


def test_changes_that_wait_are_made_on_what_the_records_say_by_now() -> None:
    otra = replace(AREA, id="b")
    waiting = [
        Cambio("area_generadora", "a", {"siglas": "", "correo": ""}, {"siglas": "DE", "correo": "a@ejemplo.gob.mx"}),
        alta(otra),
        alta(replace(AREA, id="c")),
        Cambio("area_generadora", "z", {"siglas": ""}, {"siglas": "Z"}),
    ]
    actual = Proyecto()
    actual.apply([alta(replace(AREA, siglas="DE", correo="b@ejemplo.gob.mx")), alta(otra)])
    assert rebased(waiting, actual) == [
        Cambio("area_generadora", "a", {"correo": "b@ejemplo.gob.mx"}, {"correo": "a@ejemplo.gob.mx"}),
        waiting[2],
        waiting[3],
    ]


def test_what_came_is_taken_back_as_it_is(session: Session) -> None:
    session.edit("Agregar", [alta(AREA)])
    assert rebased([alta(AREA).inverso], session.proyecto) == [alta(AREA).inverso]


def test_an_edition_of_very_many_records_is_told_from_one_of_few(session: Session) -> None:
    session.edit("Agregar", [alta(AREA)])
    small = session.next_undo()
    session.edit("Importar", [alta(AreaGeneradora(id=f"i{n}", otros_nombres="x" * 300)) for n in range(1000)])
    large = session.next_undo()
    assert small is not None
    assert large is not None
    assert (small.grande, large.grande) == (False, True)


def test_a_closed_session_lets_go_of_file_and_listeners(session: Session, almacen: MemoryAlmacen) -> None:
    heard: list[tuple[Cambio, ...]] = []
    session.subscribe(heard.append)
    session.close()
    assert almacen.closed
    session.edit("Agregar", [alta(AREA)])
    assert heard == []


def test_logging_that_an_approved_content_went_out_marks_it_in_the_same_step() -> None:
    lista = contenido(TipoContenido.BOLETIN, estado=EstadoContenido.APROBADO)
    session = memory_session(project_of(CONJUNTO, TECNICO, RED, lista))
    salida = Publicacion(id="p", nombre="Salió", fecha=date(2026, 1, 1), contenido=lista.id)
    session.edit("Registrar", [alta(salida)])
    publicado = session.proyecto.get(Contenido, lista.id)
    assert publicado is not None
    assert publicado.estado is EstadoContenido.PUBLICADO
    session.undo()
    assert session.proyecto.get(Contenido, lista.id) == lista
    assert session.proyecto.activos(Publicacion) == []
