"""A form while somebody is still typing: a name that is not whole yet is no fault; and a form nobody may write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QTextEdit, QWidget

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.widgets.record_form import RecordForm
from tests.gui.desk import type_text
from tests.gui.looking import colours
from tests.gui.widgets.forms import group, problem, retype

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


def test_half_a_name_is_not_told_until_the_field_is_left(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    before = group(project).area
    retype(form, "area", "Subdi")
    form.flush()  # as when the typing rests
    assert problem(form, "area") == ""
    assert [draft.unfinished for draft in project.drafts.waiting(project.proyecto)] == [True]
    form.focus_field("nombre")
    assert [draft.unfinished for draft in project.drafts.waiting(project.proyecto)] == [False]
    assert problem(form, "area").startswith("«Subdi» no está entre los valores")
    assert group(project).area == before


def test_a_whole_name_is_saved_while_typing(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    retype(form, "area", "direccion de caminos")
    form.flush()
    assert group(project).area == "caminos"


@pytest.mark.parametrize(
    ("tipo", "identidad", "nombre", "kind"),
    [
        (GrupoUsuarios, "senado", "clase", QComboBox),
        (GrupoUsuarios, "senado", "area", QLineEdit),
        (LineaPlan, "visor", "grupos", QListWidget),
    ],
)
def test_choices_look_disabled_where_nothing_can_be_written(
    context: Context,
    read_only_project: Project,
    show: Callable[..., QWidget],
    tipo: type[Registro],
    identidad: str,
    nombre: str,
    kind: type[QWidget],
) -> None:
    form = RecordForm(context, read_only_project, tipo)
    show(form, 420, 700)
    form.show_record(identidad)
    (editor,) = [made for made in form.editor(nombre).findChildren(kind) if made.parent() is form.editor(nombre)]
    assert not editor.isEnabled()
    seen = colours(editor)
    assert context.colores.fondo.lower() in seen
    assert context.colores.superficie.lower() not in seen


def caret_shown(form: RecordForm, text: QPlainTextEdit | QTextEdit) -> bool:
    """Tell whether the whole line with the cursor is seen in the form."""
    caret = text.cursorRect()
    top = text.viewport().mapTo(form.viewport(), caret.topLeft()).y()
    return top >= 0 and top + caret.height() <= form.viewport().height()


@pytest.mark.parametrize("nombre", ["notas", "cuerpo"])
def test_a_text_that_grows_below_the_form_is_followed_line_by_line(
    context: Context, project: Project, show: Callable[..., QWidget], qtbot: QtBot, nombre: str
) -> None:
    contenido = Contenido(id="boletin", nombre="Boletín")
    project.edit("Agregar", [alta(contenido)])
    form = RecordForm(context, project, Contenido, ("nombre", "numero", nombre), roomy=True)
    show(form, 500, 220)
    form.show_record("boletin")
    form.focus_field(nombre)
    text = form.editor(nombre).focusProxy()
    assert isinstance(text, QPlainTextEdit | QTextEdit)
    for line in range(12):
        type_text(text, f"Renglón {line}")
        QTest.keyClick(text, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: caret_shown(form, text))


def test_a_click_leaves_the_text_where_it_is(
    context: Context, project: Project, show: Callable[..., QWidget], qtbot: QtBot
) -> None:
    contenido = Contenido(id="boletin", nombre="Boletín", notas="\n".join(map(str, range(12))))
    project.edit("Agregar", [alta(contenido)])
    form = RecordForm(context, project, Contenido, ("nombre", "numero", "notas"), roomy=True)
    show(form, 500, 220)
    form.show_record("boletin")
    text = form.editor("notas").focusProxy()
    assert isinstance(text, QPlainTextEdit)
    cut = text.viewport().mapFrom(form.viewport(), QPoint(60, form.viewport().height() - 2))
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=cut)
    QApplication.processEvents()
    assert form.verticalScrollBar().value() == 0
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=cut)
    type_text(text, "x")
    qtbot.waitUntil(lambda: caret_shown(form, text))
