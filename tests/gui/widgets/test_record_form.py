"""The form of one record: what is typed is saved by itself, what is wrong is said, nothing is lost or overwritten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.project import Project
from promueve_gui.gui.widgets.record_form import RecordForm
from tests.fakes import MemoryAlmacen, memory_session
from tests.gui.desk import type_text
from tests.gui.looking import labels
from tests.gui.samples import CAMINOS, PRENSA, PUENTES, SENADO
from tests.gui.widgets.forms import box, group, problem, retype

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context, Services
    from promueve_gui.gui.task_runner import TaskRunner

REQUIRED = "Falta este dato."


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


def test_what_is_wrong_with_half_a_line_takes_all_of_it(
    project: Project, context: Context, show: Callable[..., QWidget]
) -> None:
    made = RecordForm(context, project, LineaPlan, ("fecha", "fecha_fin"))
    project.edit("Agregar", [alta(LineaPlan(id="l", nombre="Nota"))])
    show(made, 360, 300)
    made.show_record("l")
    retype(made, "fecha", "mañana")
    made.flush()
    QApplication.processEvents()
    said = next(one for one in made.findChildren(QLabel) if one.text().startswith("Fecha: «mañana»"))
    assert said.width() > 2 * made.editor("fecha").width()


def test_labels_say_what_is_required_and_sections_have_titles(form: RecordForm) -> None:
    form.show_record("planeacion")
    said = labels(form)
    assert "Grupo de usuarios\N{NO-BREAK SPACE}*" in said
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
    assert problem(lines, "fecha").startswith("«31/02/2026» no existe")
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


def test_what_the_file_refuses_stays_on_screen_and_is_tried_again(
    context: Context, services: Services, runner: TaskRunner, show: Callable[..., QWidget]
) -> None:
    proyecto = Proyecto()
    proyecto.apply([alta(CAMINOS), alta(SENADO)])
    almacen = MemoryAlmacen(proyecto)
    project = Project(memory_session(proyecto, almacen), almacen.path, services, runner)
    form = RecordForm(context, project, GrupoUsuarios)
    show(form)
    form.show_record("senado")
    almacen.refuses = UserError("disco_lleno", archivo=almacen.path.name)
    retype(form, "siglas", "CS")
    form.flush()
    waiting = [project.pending]
    assert box(form, "siglas").text() == "CS"
    assert group(project).siglas == ""
    almacen.refuses = None
    form.flush()
    waiting.append(project.pending)
    assert waiting == [True, False]
    assert group(project).siglas == "CS"
    runner.wait()
    project.close()


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
