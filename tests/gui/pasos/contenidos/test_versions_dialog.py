"""Versions: kept on demand, compared word by word, and gone back to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import VersionContenido
from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.gui import theme
from promueve_gui.gui.pasos.contenidos.versions_dialog import (
    ALIKE,
    APPROVED,
    KEPT_ALREADY,
    NOTHING,
    SAME,
    VersionsDialog,
    moment_of,
)
from promueve_gui.gui.widgets.side_by_side import NOTHING_SAID, SideBySide
from tests.gui.desk import press, type_text
from tests.gui.pasos.contenidos.conftest import COMPLETO, RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


@pytest.fixture
def show(qtbot: QtBot, context: Context, window: QWidget) -> Callable[..., VersionsDialog]:
    """Return how to open the dialog on the study of the tests."""

    def shown(project: Project, version: str | None = None) -> VersionsDialog:
        dialog = VersionsDialog(window, context, project, "estudio", version)
        qtbot.addWidget(dialog)  # a window never shown, when closed, does not close what stands over it
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return shown


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return what the dialog stands over."""
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415  # otherwise needed for its type only

    made = QWidget()
    qtbot.addWidget(made)
    return made


def study(project: Project) -> Contenido:
    found = project.proyecto.get(Contenido, "estudio")
    assert found is not None
    return found


def write(project: Project, **campos: object) -> None:
    project.edit("Escribir", [cambio(study(project), **campos)])


def kept(project: Project) -> list[tuple[int | None, str]]:
    return [(version.numero, version.motivo) for version in project.proyecto.activos(VersionContenido)]


def marked(text: SideBySide) -> dict[str, list[str]]:
    """Return what is struck through and what is underlined, in the order of the page."""
    found: dict[str, list[str]] = {"gone": [], "new": []}
    block = text.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            look = pieces.fragment().charFormat()
            for name, on in (("gone", look.fontStrikeOut()), ("new", look.fontUnderline())):
                found[name] += [pieces.fragment().text()] if on else []
            pieces += 1
        block = block.next()
    return found


def test_a_content_without_versions_says_when_there_will_be_one(
    project: Project, show: Callable[..., VersionsDialog]
) -> None:
    dialog = show(project)
    assert dialog.model.rowCount() == 0
    assert dialog.text.toPlainText() == NOTHING
    assert not dialog.back.isEnabled()


def test_a_version_is_kept_with_its_reason_once(project: Project, show: Callable[..., VersionsDialog]) -> None:
    dialog = show(project)
    type_text(dialog.reason, "Antes de la junta")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert kept(project) == [(1, "Antes de la junta")]
    assert dialog.told.text() == "Se guardó la versión 1."
    assert dialog.reason.text() == ""
    press(dialog, "Guardar versión")
    assert dialog.told.text() == KEPT_ALREADY
    assert len(kept(project)) == 1
    project.undo()
    assert dialog.model.rowCount() == 0


def test_versions_are_listed_newest_first_with_who_when_and_why(
    project: Project, show: Callable[..., VersionsDialog]
) -> None:
    write(project, estado=EstadoContenido.EN_REVISION)
    write(project, estado=EstadoContenido.CON_COMUNICACION)
    dialog = show(project)
    rows = [[dialog.model.item(row, column).text() for column in range(5)] for row in range(2)]
    (newest, _) = sorted(project.proyecto.activos(VersionContenido), key=lambda v: -(v.numero or 0))
    assert rows[0] == [
        "2",
        moment_of(newest),
        "Con Comunicación Social",
        newest.autor,
        "Pasó a «Con Comunicación Social»",
    ]
    assert rows[1][0] == "1"
    dialog.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert dialog.model.item(0, 0).text() == "1"


def test_one_is_compared_with_today_word_by_word(project: Project, show: Callable[..., VersionsDialog]) -> None:
    write(project, estado=EstadoContenido.EN_REVISION)
    write(project, cuerpo="Hay menos camas.", nombre="Camas & <b>más</b>")
    dialog = show(project)
    text = dialog.text.toPlainText()
    assert "Título" in text
    assert "Camas & <b>más</b>" in text
    assert marked(dialog.text)["gone"][-1] == "más"
    assert marked(dialog.text)["new"][-1] == "menos"


def test_any_two_are_compared_the_older_at_the_left(project: Project, show: Callable[..., VersionsDialog]) -> None:
    write(project, estado=EstadoContenido.EN_REVISION)
    write(project, cuerpo="Hay menos camas.", estado=EstadoContenido.CON_COMUNICACION)
    dialog = show(project)
    dialog.other.setCurrentIndex(dialog.other.findText("Versión 1", Qt.MatchFlag.MatchStartsWith))
    assert marked(dialog.text) == {"gone": ["más"], "new": ["menos"]}
    dialog.table.go_to(1)
    assert dialog.text.toPlainText() == SAME
    dialog.other.setCurrentIndex(dialog.other.findText("Versión 2", Qt.MatchFlag.MatchStartsWith))
    assert marked(dialog.text) == {"gone": ["más"], "new": ["menos"]}


def test_what_says_the_same_is_told(project: Project, show: Callable[..., VersionsDialog]) -> None:
    write(project, estado=EstadoContenido.EN_REVISION)
    dialog = show(project)
    assert dialog.text.toPlainText() == ALIKE
    assert not dialog.back.isEnabled()


def test_going_back_is_one_edition_that_keeps_today_and_takes_approval_back(
    project: Project, show: Callable[..., VersionsDialog]
) -> None:
    write(project, estado=EstadoContenido.EN_REVISION)
    write(project, cuerpo="Otro texto.")
    for estado in (EstadoContenido.CON_COMUNICACION, EstadoContenido.APROBADO):
        write(project, estado=estado)
    dialog = show(project, project.proyecto.activos(VersionContenido)[0].id)
    assert dialog.warning.text() == APPROVED
    press(dialog, "Volver a la versión 1")
    assert (study(project).cuerpo, study(project).estado) == ("Hay más camas.", EstadoContenido.EN_REVISION)
    assert dialog.version is not None
    assert dialog.version.numero == 1
    project.undo()
    assert (study(project).cuerpo, study(project).estado) == ("Otro texto.", EstadoContenido.APROBADO)


def test_reading_only_compares_and_keeps_nothing(
    open_project: Callable[..., Project], show: Callable[..., VersionsDialog]
) -> None:
    version = VersionContenido(id="v", contenido="estudio", numero=1, momento="ayer", motivo="De otra mano")
    project = open_project(*RECORDS, version, read_only=True)
    dialog = show(project)
    dialog.save()
    dialog.restore()
    assert not dialog.keep.isEnabled()
    assert not dialog.back.isEnabled()
    assert dialog.model.item(0, 1).text() == "ayer"
    assert len(kept(project)) == 1


def test_a_field_without_text_says_so(project: Project, show: Callable[..., VersionsDialog]) -> None:
    project.edit("Versión", [alta(VersionContenido(id="v", contenido="estudio", numero=1, motivo="Vacía"))])
    dialog = show(project)
    assert NOTHING_SAID in dialog.text.toPlainText()


def test_an_undone_content_leaves_nothing_to_do(project: Project, show: Callable[..., VersionsDialog]) -> None:
    otro = replace(COMPLETO, id="otro")
    project.edit("Nuevo", [alta(otro)])
    dialog = show(project)
    dialog._id = "nadie"  # noqa: SLF001  # as after the undoing of its birth
    project.undo()
    dialog.save()
    dialog.restore()
    assert not dialog.keep.isEnabled()


def test_the_colours_of_the_theme_are_taken(
    project: Project, show: Callable[..., VersionsDialog], context: Context
) -> None:
    write(project, estado=EstadoContenido.EN_REVISION)
    dialog = show(project)
    context.colores = theme.OSCURO
    palette = dialog.palette()
    palette.setColor(palette.ColorRole.Text, palette.color(palette.ColorRole.Window))
    dialog.text.setPalette(palette)
    assert dialog.text.toPlainText() == ALIKE
    write(project, cuerpo="Hay menos camas.")
    dialog.text.setPalette(dialog.palette())
    cursor = dialog.text.document().find("menos")
    assert cursor.charFormat().foreground().color().name() == theme.OSCURO.bien


def test_what_is_compared_with_is_read_whole(show: Callable[..., VersionsDialog], project: Project) -> None:
    dialog = show(project)
    QApplication.processEvents()
    dialog.grab()
    dialog.keep.click()
    write(project, cuerpo="Otro texto.")
    dialog.keep.click()
    longest = max((dialog.other.itemText(place) for place in range(dialog.other.count())), key=len)
    QApplication.processEvents()
    assert dialog.other.width() > dialog.other.fontMetrics().horizontalAdvance(longest)
