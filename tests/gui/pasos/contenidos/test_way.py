"""The way of a content: the five states, what bars the next one, and approval that an edit takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.gui.pasos.contenidos.versions_dialog import VersionsDialog
from promueve_gui.gui.pasos.contenidos.way_strip import DETAILED, HIGH, LOW, WayStrip
from tests.gui.desk import shown_dialogs
from tests.gui.looking import colours

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project


def move(project: Project, *estados: EstadoContenido, identidad: str = "estudio") -> None:
    for estado in estados:
        found = project.proyecto.get(Contenido, identidad)
        assert found is not None
        assert project.edit("Mover", [cambio(found, estado=estado)]) is not None


def write(project: Project, identidad: str = "estudio", **campos: object) -> None:
    found = project.proyecto.get(Contenido, identidad)
    assert found is not None
    project.edit("Escribir", [cambio(found, **campos)])


@pytest.fixture
def approved(page: ContenidosPage, project: Project) -> ContenidosPage:
    page.contents.show_record("estudio")
    move(project, *list(EstadoContenido)[1:4])
    page.editor.refresh()
    return page


def test_the_way_says_who_and_when_of_each_passed_state(approved: ContenidosPage) -> None:
    way = approved.editor.bar.way
    told = way.accessibleDescription().split("; ")
    assert [state.partition(",")[0] for state in told] == [
        "Borrador",
        "En revisión",
        "Con Comunicación Social",
        "Aprobado (ahora)",
        "Publicado (falta)",
    ]
    assert all(", por " in state and ", el " in state for state in told[1:4])
    assert ", por " not in told[0] + told[4]


def test_what_is_past_is_painted_otherwise_than_what_is_to_come(approved: ContenidosPage, context: Context) -> None:
    way = approved.editor.bar.way
    step = way.width() // 5
    painted = [colours(way, way.rect().adjusted(place * step, 0, (place - 4) * step, 0)) for place in range(5)]
    assert all(context.colores.bien in seen for seen in painted[:3])
    assert context.colores.acento in painted[3]
    assert not {context.colores.bien, context.colores.acento} & painted[4]


def test_each_state_is_told_under_the_mouse(approved: ContenidosPage) -> None:
    way = approved.editor.bar.way
    place = QPoint(way.width() - 5, 5)
    QApplication.sendEvent(way, QHelpEvent(QEvent.Type.ToolTip, place, way.mapToGlobal(place)))
    assert "Publicado (falta)" in QToolTip.text()
    QToolTip.hideText()


def test_day_and_hand_are_left_out_where_there_is_no_room(context: Context, qtbot: QtBot) -> None:
    strip = WayStrip(context)
    qtbot.addWidget(strip)
    strip.resize(DETAILED, 60)
    strip.show()
    heights = []
    for width in (DETAILED, DETAILED - 1):
        strip.resize(width, 60)
        heights.append((strip.detailed, strip.sizeHint().height()))
    assert heights == [(True, HIGH), (False, LOW)]


def test_an_approved_content_says_that_an_edit_takes_it_back(approved: ContenidosPage) -> None:
    bar = approved.editor.bar
    assert bar.notice.text() == "Está aprobado. Si cambia el texto, vuelve a revisión."
    assert bar.go.isHidden()


def test_an_edit_after_approval_is_told_and_shows_what_changed(approved: ContenidosPage, project: Project) -> None:
    write(project, cuerpo="Hay más camas que nunca.")
    approved.editor.refresh()
    bar = approved.editor.bar
    assert bar.chip.text() == "En revisión"
    assert bar.notice.text().startswith("Se aprobó el ")
    bar.go.click()
    (dialog,) = shown_dialogs(VersionsDialog)
    shown = cast("VersionsDialog", dialog)
    assert shown.version is not None
    assert shown.version.estado is EstadoContenido.APROBADO
    assert "nunca" in shown.text.toPlainText()
    shown.reject()
    project.undo()
    approved.editor.refresh()
    assert bar.chip.text() == "Aprobado"


def test_a_content_is_looked_at_from_where_it_is_written(page: ContenidosPage, qtbot: QtBot) -> None:
    bar = page.editor.bar
    page.contents.show_record("estudio")
    with qtbot.waitSignal(page.action_asked) as asked:
        bar.look.click()
    assert asked.args == ["ver:word:estudio"]
    (look,) = [action for action in bar.menu().actions() if action.text() == "Vista previa…"]
    with qtbot.waitSignal(page.action_asked) as asked:
        look.trigger()
    assert asked.args == ["ver:word:estudio"]
    page.contents.show_record("suelto")
    assert not bar.look.isEnabled()


def test_what_bars_approval_is_told_before_anybody_asks(page: ContenidosPage, project: Project) -> None:
    write(project, cuerpo="")
    move(project, EstadoContenido.EN_REVISION, EstadoContenido.CON_COMUNICACION)
    page.editor.refresh()
    bar = page.editor.bar
    assert bar.notice.text() == "Para aprobarlo: falta completar: Texto."
    bar.go.click()
    assert page.editor.form is not None
    assert page.focusWidget() is page.editor.form.editor("cuerpo").focusProxy()


def test_length_bars_nothing(page: ContenidosPage, project: Project) -> None:
    write(project, cuerpo="Palabras " * 400)
    move(project, *list(EstadoContenido)[1:4])
    found = project.proyecto.get(Contenido, "estudio")
    assert found is not None
    assert found.estado is EstadoContenido.APROBADO


def test_a_draft_is_told_nothing(page: ContenidosPage) -> None:
    page.contents.show_record("estudio")
    assert page.editor.bar.notice.isVisible() is False


def test_on_a_narrow_window_the_menu_has_the_versions(page: ContenidosPage) -> None:
    bar = page.editor.bar
    bar.resize(440, 120)
    assert bar.word.text() == ""
    assert (bar.log.text(), bar.word.accessibleName()) == ("", "Word…")
    assert bar.versions.isHidden()
    assert "Versiones…" in [action.text() for action in bar.menu().actions()]
    bar.resize(700, 120)
    assert bar.word.text() == "Word…"
