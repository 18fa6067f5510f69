"""The order of slides: by buttons, by keys, by the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QToolButton

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.parts_box import PartDialog
from promueve_gui.gui.pasos.contenidos.slides_box import HANDLE, SlidesBox
from promueve_gui.gui.widgets.editors.text import LongTextEditor
from tests.gui.desk import press, type_text
from tests.gui.looking import labels
from tests.gui.mouse import LEFT, drag, press_and_move
from tests.gui.pasos.contenidos.conftest import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

PLATICA = Contenido(id="platica", nombre="Camas para todos", tipo=TipoContenido.PRESENTACION)
LAMINAS = tuple(
    Lamina(id=cual, contenido="platica", orden=orden, nombre=cual.upper()) for orden, cual in enumerate("abc", start=1)
)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*RECORDS, PLATICA, *LAMINAS)


@pytest.fixture
def box(page: ContenidosPage) -> SlidesBox:
    page.contents.show_record("platica")
    assert page.editor.form is not None
    page.editor.form.ensureWidgetVisible(cast("QWidget", page.editor.form.parts))
    return cast("SlidesBox", page.editor.form.parts)


def order(box: SlidesBox) -> str:
    return "".join(str(line.property("lamina")) for line in box.lines)


def arrow(box: SlidesBox, name: str) -> QToolButton:
    (found,) = [made for made in box.findChildren(QToolButton) if made.accessibleName() == name]
    return found


def title(box: SlidesBox, place: int) -> QPushButton:
    return box.lines[place].findChildren(QPushButton)[0]


def handle(box: SlidesBox, place: int) -> QLabel:
    (found,) = [made for made in box.lines[place].findChildren(QLabel) if made.text() == HANDLE]
    return found


def test_arrows_move_a_slide_and_keep_the_keyboard(box: SlidesBox, project: Project) -> None:
    arrow(box, "Bajar: 1 · A").click()
    assert order(box) == "bac"
    assert box.focusWidget() is arrow(box, "Bajar: 2 · A")
    arrow(box, "Bajar: 2 · A").click()
    assert order(box) == "bca"
    assert box.focusWidget() is title(box, 2)  # it can go no further
    arrow(box, "Subir: 2 · C").click()
    assert order(box) == "cba"
    project.undo()
    project.undo()
    project.undo()
    assert order(box) == "abc"


def test_the_ends_have_no_arrow_beyond_them(box: SlidesBox) -> None:
    assert not arrow(box, "Subir: 1 · A").isEnabled()
    assert arrow(box, "Bajar: 1 · A").isEnabled()
    assert not arrow(box, "Bajar: 3 · C").isEnabled()


def test_keys_move_the_slide_that_has_the_keyboard(box: SlidesBox) -> None:
    title(box, 2).setFocus()
    QTest.keyClick(title(box, 2), Qt.Key.Key_Up, ALT)
    QTest.keyClick(title(box, 1), Qt.Key.Key_Up, ALT)
    assert order(box) == "cab"
    assert box.focusWidget() is title(box, 0)
    QTest.keyClick(title(box, 0), Qt.Key.Key_Up, ALT)
    assert order(box) == "cab"
    QTest.keyClick(title(box, 0), Qt.Key.Key_Down, ALT)
    assert order(box) == "acb"
    box.add_button.setFocus()
    QTest.keyClick(box.add_button, Qt.Key.Key_Down, ALT)
    assert order(box) == "acb"


@pytest.mark.parametrize(("what", "where", "expected"), [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc")])
def test_a_slide_is_carried_by_its_handle(box: SlidesBox, what: int, where: int, expected: str) -> None:
    target = box.lines[where]
    below = where > what
    drag(handle(box, what), QPoint(3, 3), target, QPoint(40, target.height() - 2 if below else 1))
    assert order(box) == expected
    assert not box.carrier.carrying


def test_where_it_goes_is_seen_while_it_is_carried(box: SlidesBox) -> None:
    marks = [made for made in box.findChildren(QFrame) if made.height() == 2]
    assert not any(made.isVisible() for made in marks)
    over = handle(box, 0).mapFromGlobal(box.lines[2].mapToGlobal(QPoint(40, 30)))
    press_and_move(handle(box, 0), QPoint(3, 3), QPoint(20, 20), over)
    assert [made.isVisible() for made in box.findChildren(QFrame) if made.height() == 2] == [True]
    away = handle(box, 0).mapFromGlobal(box.mapToGlobal(QPoint(40, -200)))
    press_and_move(handle(box, 0), QPoint(3, 3), away)
    QTest.mouseRelease(handle(box, 0), LEFT, pos=away)
    assert order(box) == "abc"


def test_titles_are_not_handles(box: SlidesBox) -> None:
    drag(box.lines[0], QPoint(60, 10), box.lines[2], QPoint(60, 28))
    assert order(box) == "abc"


def test_moving_slides_of_what_is_approved_takes_approval_back(box: SlidesBox, project: Project) -> None:
    platica = project.proyecto.get(Contenido, "platica")
    assert platica is not None
    project.edit("Estado", [cambio(platica, estado=EstadoContenido.APROBADO)], "fusion")
    box.bring("a", 2)
    actual = project.proyecto.get(Contenido, "platica")
    assert actual is not None
    assert actual.estado in {EstadoContenido.EN_REVISION, platica.estado}


def test_the_notes_of_a_slide_are_written_in_its_form(box: SlidesBox, project: Project) -> None:
    title(box, 1).click()
    (shown,) = box.findChildren(PartDialog)
    notes = shown.form.editor("notas")
    assert isinstance(notes, LongTextEditor)
    type_text(notes.box, "Respirar")
    press(shown, "Cerrar")
    lamina = project.proyecto.get(Lamina, "b")
    assert lamina is not None
    assert lamina.notas == "Respirar"
    QApplication.processEvents()
    assert "con notas" in labels(box)


def test_what_is_gone_meanwhile_is_not_moved(box: SlidesBox, page: ContenidosPage) -> None:
    assert not box.bring("nadie", 0)
    assert not box.bring("a", 0)
    page.editor.show_record(None)
    assert not box.bring("a", 1)


def test_nothing_moves_where_nothing_is_written(
    open_project: Callable[..., Project], make_page: Callable[[Project], ContenidosPage]
) -> None:
    page = make_page(open_project(*RECORDS, PLATICA, *LAMINAS, read_only=True))
    page.contents.show_record("platica")
    assert page.editor.form is not None
    box = cast("SlidesBox", page.editor.form.parts)
    assert not any(made.isEnabled() for made in box.findChildren(QToolButton))
    drag(handle(box, 0), QPoint(3, 3), box.lines[2], QPoint(40, 20))
    assert order(box) == "abc"


def test_slides_stand_where_other_contents_have_their_text(page: ContenidosPage, box: SlidesBox) -> None:
    form = page.editor.form
    assert form is not None
    tops = [one.mapTo(form, QPoint()).y() for one in (form.editor("cuerpo"), box, form.editor("url"))]
    assert tops == sorted(tops)


def test_the_tab_key_goes_through_the_slides_in_their_place(page: ContenidosPage, box: SlidesBox) -> None:
    form = page.editor.form
    assert form is not None
    box.add()  # a new line goes to its place, too
    (shown,) = box.findChildren(PartDialog)
    notes = shown.form.editor("notas")
    assert isinstance(notes, LongTextEditor)
    type_text(notes.box, "Respirar")
    press(shown, "Cerrar")
    QApplication.processEvents()
    form.editor("cuerpo").setFocus()
    visited = [page.focusWidget()]
    while form.editor("url").focusProxy() not in visited and len(visited) < 40:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    wanted = [visited[0], *(title(box, place) for place in range(4)), box.add_button, visited[-1]]
    assert [one for one in visited if one in wanted] == wanted
