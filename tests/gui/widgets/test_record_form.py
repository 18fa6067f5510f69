"""The form of one record: what is typed is saved by itself, what is wrong is said, nothing is lost or overwritten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.widgets.record_form import RecordForm
from tests.gui.desk import type_text
from tests.gui.looking import labels
from tests.gui.samples import CAMINOS, PRENSA, PUENTES, SENADO

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

REQUIRED = "Falta este dato."


@pytest.fixture
def form(context: Context, project: Project, show: Callable[..., QWidget]) -> RecordForm:
    made = RecordForm(context, project, GrupoUsuarios)
    show(made, 420, 700)
    return made


@pytest.fixture
def lines(context: Context, project: Project, show: Callable[..., QWidget]) -> RecordForm:
    made = RecordForm(context, project, LineaPlan)
    show(made, 420, 700)
    return made


def box(form: RecordForm, nombre: str) -> QLineEdit:
    return cast("QLineEdit", form.editor(nombre).focusProxy())


def retype(form: RecordForm, nombre: str, text: str) -> None:
    """Put the cursor in a field and type over what stands there."""
    form.focus_field(nombre)
    box(form, nombre).selectAll()
    type_text(box(form, nombre), text)


def problem(form: RecordForm, nombre: str) -> str:
    return form.editor(nombre).accessibleDescription()


def group(project: Project, identidad: str = "senado") -> GrupoUsuarios:
    found = project.proyecto.get(GrupoUsuarios, identidad)
    assert found is not None
    return found


def test_without_a_record_nothing_can_be_typed(form: RecordForm) -> None:
    assert form.record_id is None
    assert form.draft() is None
    assert not box(form, "nombre").isEnabled()


def test_a_record_is_shown_whole(form: RecordForm) -> None:
    form.show_record("planeacion")
    assert box(form, "nombre").text() == "Planeación"
    assert form.editor("clase").value() is ClaseGrupo.DENTRO
    assert form.editor("poder").value() == 4
    assert cast("QPlainTextEdit", form.editor("descripcion").focusProxy()).toPlainText().count("\n") == 1
    assert form.tipo is GrupoUsuarios


def test_labels_say_what_is_required_and_sections_have_titles(form: RecordForm) -> None:
    form.show_record("planeacion")
    said = labels(form)
    assert "Grupo de usuarios *" in said
    assert "Siglas" in said
    assert "Análisis de actores" in said
    assert "Prioritario" not in said  # the box says it itself


def test_what_is_typed_is_saved_when_the_field_is_left(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    retype(form, "nombre", "Cámara de Senadores ñ")
    assert group(project).nombre == "Comisión del Senado"
    QTest.keyClick(box(form, "nombre"), Qt.Key.Key_Tab)
    assert group(project).nombre == "Cámara de Senadores ñ"
    assert project.undo() == "Cambiar «Grupo de usuarios» de «Comisión del Senado»"
    assert box(form, "nombre").text() == "Comisión del Senado"


def test_what_is_typed_is_saved_when_the_typing_rests(form: RecordForm, project: Project, qtbot: QtBot) -> None:
    form.show_record("senado")
    retype(form, "siglas", "CS")
    qtbot.waitUntil(lambda: group(project).siglas == "CS")


def test_a_choice_is_saved_at_once(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    form.focus_field("prioritario")
    QTest.keyClick(form.editor("prioritario").focusProxy() or form, Qt.Key.Key_Space)
    assert group(project).prioritario is True


def test_several_fields_typed_together_are_one_step(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    box(form, "nombre").selectAll()
    type_text(box(form, "nombre"), "Senado")
    type_text(box(form, "siglas"), "SEN")
    form.flush()
    assert (group(project).nombre, group(project).siglas) == ("Senado", "SEN")
    assert project.undo() == "Cambiar «Grupo de usuarios», «Siglas» de «Comisión del Senado»"
    assert (group(project).nombre, group(project).siglas) == ("Comisión del Senado", "")


def test_another_record_is_shown_after_the_first_is_saved(form: RecordForm, project: Project) -> None:
    shown: list[object] = []
    form.shown.connect(shown.append)
    form.show_record("senado")
    retype(form, "siglas", "CS")
    form.show_record("prensa")
    assert group(project).siglas == "CS"
    assert group(project, "prensa").siglas == ""
    assert box(form, "siglas").text() == ""
    assert shown == ["senado", "prensa"]


def test_leaving_a_field_as_it_was_is_no_edition(form: RecordForm, project: Project) -> None:
    form.show_record("planeacion")
    form.focus_first()
    for _ in range(14):
        QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
    assert project.undo() == ""


def test_the_first_field_is_gone_to(form: RecordForm) -> None:
    form.show_record("senado")
    form.focus_first()
    assert box(form, "nombre").hasFocus()
    form.focus_field("no_hay_tal")
    assert box(form, "nombre").hasFocus()


def test_the_guide_hears_where_the_cursor_is(form: RecordForm) -> None:
    told: list[tuple[str, str]] = []
    form.field_focused.connect(lambda entidad, nombre: told.append((entidad, nombre)))
    form.show_record("senado")
    form.focus_field("siglas")
    form.focus_field("notas")
    assert told[-2:] == [("grupo_usuarios", "siglas"), ("grupo_usuarios", "notas")]


def test_a_field_far_down_is_scrolled_to(form: RecordForm) -> None:
    form.resize(420, 200)
    form.show_record("senado")
    form.focus_field("notas")
    assert form.verticalScrollBar().value() > 0


def test_a_required_field_left_empty_is_saved_and_told(form: RecordForm, project: Project) -> None:
    form.show_record("escuelas")
    assert problem(form, "clase") == REQUIRED
    retype(form, "nombre", " ")
    form.flush()
    assert group(project, "escuelas").nombre == ""
    assert problem(form, "nombre") == REQUIRED
    assert box(form, "nombre").property("mal") is True
    assert REQUIRED in labels(form)
    retype(form, "nombre", "Escuelas")
    form.flush()
    assert problem(form, "nombre") == ""
    assert box(form, "nombre").property("mal") is False


def test_a_value_that_does_not_fit_stays_on_screen_with_its_sentence(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    retype(lines, "fecha", "31/02/2026")
    lines.flush()
    assert problem(lines, "fecha").startswith("«31/02/2026» no es una fecha")
    assert box(lines, "fecha").text() == "31/02/2026"
    assert project.undo() == ""
    retype(lines, "fecha", "28/02/2026")
    lines.flush()
    changed = project.proyecto.get(LineaPlan, "visor")
    assert changed is not None
    assert changed.fecha == date(2026, 2, 28)
    assert problem(lines, "fecha") == ""


def test_what_fits_is_saved_although_something_else_does_not(lines: RecordForm, project: Project) -> None:
    lines.show_record("visor")
    type_text(box(lines, "fecha"), "mañana")
    box(lines, "nombre").selectAll()
    type_text(box(lines, "nombre"), "Visor nuevo")
    lines.flush()
    changed = project.proyecto.get(LineaPlan, "visor")
    assert changed is not None
    assert (changed.nombre, changed.fecha) == ("Visor nuevo", None)
    assert box(lines, "fecha").text() == "mañana"


def test_an_address_that_looks_wrong_is_told(
    context: Context, open_project: Callable[..., Project], show: Callable[..., QWidget]
) -> None:
    project = open_project(PUENTES, PRENSA, Contacto(id="ana", nombre="Ana Luz", grupo="prensa"))
    form = RecordForm(context, project, Contacto, ("nombre", "correo"))
    show(form)
    form.show_record("ana")
    retype(form, "correo", "ana(arroba)ejemplo")
    form.flush()
    assert problem(form, "correo") != ""
    saved = project.proyecto.get(Contacto, "ana")
    assert saved is not None
    assert saved.correo == "ana(arroba)ejemplo"  # it advises and does not refuse


def test_the_draft_is_what_is_on_screen(lines: RecordForm) -> None:
    typed: list[None] = []
    lines.typed.connect(lambda: typed.append(None))
    lines.show_record("visor")
    assert cast("LineaPlan", lines.draft()).nombre == "Visor de carreteras"
    type_text(box(lines, "nombre"), "!")
    type_text(box(lines, "fecha"), "mañana")
    draft = cast("LineaPlan", lines.draft())
    assert draft.nombre.count("!") == 1
    assert draft.fecha is None
    assert len(typed) == 7


def test_a_change_elsewhere_shows_in_the_form(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Mover", [cambio(SENADO, poder=1, interes=5)])
    assert (form.editor("poder").value(), form.editor("interes").value()) == (1, 5)
    project.undo()
    assert form.editor("poder").value() == 5


def test_a_change_elsewhere_never_takes_what_is_being_typed(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    retype(form, "nombre", "A medio escrib")
    project.edit("Cambiar", [cambio(SENADO, nombre="Otro", siglas="OT")])
    assert box(form, "nombre").text() == "A medio escrib"
    assert box(form, "siglas").text() == "OT"
    form.flush()
    assert group(project).nombre == "A medio escrib"


def test_a_change_of_another_record_leaves_the_form_alone(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Cambiar", [cambio(PRENSA, nombre="Prensa")])
    assert box(form, "nombre").text() == "Comisión del Senado"


def test_the_new_name_of_a_linked_record_shows(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Cambiar", [cambio(CAMINOS, nombre="Dirección de Carreteras")])
    assert box(form, "area").text() == "Dirección de Carreteras"
    assert form.editor("area").value() == "caminos"


def test_a_withdrawn_record_leaves_the_form(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Retirar", [retiro(SENADO, "Repetido")])
    assert form.record_id is None
    assert not box(form, "nombre").isEnabled()
    project.edit("Cambiar", [cambio(PRENSA, nombre="Prensa")])  # nothing is shown, nothing happens
    assert form.record_id is None


def test_a_record_withdrawn_before_it_is_shown_does_not_hear_of_others(form: RecordForm, project: Project) -> None:
    project.edit("Retirar", [retiro(SENADO, "Repetido")])
    form.show_record("senado")
    project.edit("Cambiar", [cambio(PRENSA, nombre="Prensa")])
    assert form.record_id == "senado"


def test_where_it_is_only_read_texts_can_be_copied_and_not_changed(
    context: Context, read_only_project: Project, show: Callable[..., QWidget]
) -> None:
    form = RecordForm(context, read_only_project, GrupoUsuarios)
    show(form)
    form.show_record("senado")
    retype(form, "nombre", "x")
    form.flush()
    assert box(form, "nombre").text() == "Comisión del Senado"
    assert box(form, "nombre").isReadOnly()
    assert not form.editor("clase").isEnabled()


def test_a_page_puts_its_own_above_and_below(form: RecordForm) -> None:
    above, below = QLabel("Arriba"), QLabel("Abajo")
    form.place_above(above)
    form.place_below(below)
    form.show_record("senado")
    QApplication.processEvents()
    top = form.editor("nombre").mapTo(form, form.editor("nombre").rect().topLeft()).y()
    bottom = form.editor("notas").mapTo(form, form.editor("notas").rect().topLeft()).y()
    assert above.mapTo(form, above.rect().topLeft()).y() < top
    assert below.mapTo(form, below.rect().topLeft()).y() > bottom


@pytest.mark.parametrize("roomy", [False, True])
def test_a_roomy_form_puts_short_fields_side_by_side(
    context: Context, project: Project, show: Callable[..., QWidget], roomy: bool
) -> None:
    form = RecordForm(context, project, GrupoUsuarios, ("nombre", "siglas", "clase", "poder", "interes"), roomy=roomy)
    show(form, 900, 500)
    form.show_record("senado")
    QApplication.processEvents()

    def y_of(nombre: str) -> int:
        return form.editor(nombre).mapTo(form, form.editor(nombre).rect().topLeft()).y()

    assert y_of("poder") == y_of("interes")
    assert (y_of("siglas") == y_of("clase")) is roomy
    assert form.editor("nombre").width() > 1.5 * form.editor("poder").width()


def test_nothing_is_cut_off_in_a_narrow_form(form: RecordForm) -> None:
    form.resize(360, 600)
    form.show_record("planeacion")
    QApplication.processEvents()
    inside = form.viewport().width()
    assert all(
        form.editor(nombre).mapTo(form.viewport(), form.editor(nombre).rect().topRight()).x() <= inside
        for nombre in ("nombre", "clase", "ejes", "poder", "interes", "notas")
    )
