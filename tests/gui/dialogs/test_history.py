"""The bitácora on screen, and stepping through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.dialogs.history import HistoryDialog
from promueve_gui.gui.dialogs.history_details import CHOOSE, NO_EDITION
from tests.fakes import AUTOR
from tests.gui.desk import press
from tests.gui.dialogs.conftest import AREA, GRUPO

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.dialogs.conftest import Host


def lines(dialog: HistoryDialog) -> list[tuple[str, str, str]]:
    """Return who, what and detail of each line, from the top."""
    found = []
    for place in range(dialog.table.rowCount()):
        cells = [dialog.table.item(place, column) for column in (1, 2, 3)]
        found.append(tuple(cell.text() if cell else "" for cell in cells))
    return found  # type: ignore[return-value]  # three cells each


def opened(host: Host, project: Project) -> HistoryDialog:
    dialog = HistoryDialog(host.widget, project)
    host.show(dialog)
    return dialog


def test_an_untouched_project_has_nothing_to_tell_or_to_undo(host: Host, project: Project) -> None:
    dialog = opened(host, project)
    assert lines(dialog) == []
    assert (dialog.undo.isEnabled(), dialog.redo.isEnabled()) == (False, False)


def test_the_newest_line_is_at_the_top_with_who_did_what(host: Host, project: Project) -> None:
    project.edit("Cambiar notas", [cambio(GRUPO, notas="Nadan")])
    project.note_export("Mapa de usuarios", "mapa.xlsx", 0)
    project.session.note("otra", "Algo más")
    assert lines(opened(host, project)) == [
        (AUTOR, "Otra", "Algo más"),
        (AUTOR, "Exportación", "Mapa de usuarios: mapa.xlsx"),
        (AUTOR, "Cambio", "Cambiar notas"),
    ]


def test_on_a_small_screen_a_handful_of_lines_is_seen_at_once(host: Host, project: Project) -> None:
    for number in range(8):
        project.session.note("otra", f"Nota {number}")
    host.widget.resize(1093, 614)
    table = opened(host, project).table
    seen = table.viewport().rect()
    whole = [place for place in range(8) if seen.contains(table.visualRect(table.model().index(place, 0)))]
    assert len(whole) >= 5


def test_moments_are_of_here_and_for_people(host: Host, project: Project) -> None:
    project.edit("Cambiar notas", [cambio(GRUPO, notas="Nadan")])
    cell = opened(host, project).table.item(0, 0)
    assert cell is not None
    assert cell.text() == f"{project.session.history()[0].momento.astimezone():%d/%m/%Y %H:%M}"


def test_undoing_and_redoing_from_here_changes_the_project_and_adds_lines(host: Host, project: Project) -> None:
    project.edit("Cambiar nombre", [cambio(AREA, nombre="Dirección de Ríos")])
    dialog = opened(host, project)
    press(dialog, "Deshacer lo último")
    host.qtbot.waitUntil(lambda: project.proyecto.titulo("area_generadora", "a") == "Dirección de Aguas")
    assert [what for _, what, _ in lines(dialog)] == ["Se deshizo", "Cambio"]
    assert (dialog.undo.isEnabled(), dialog.redo.isEnabled()) == (False, True)
    press(dialog, "Rehacer")
    host.qtbot.waitUntil(lambda: project.proyecto.titulo("area_generadora", "a") == "Dirección de Ríos")
    assert [what for _, what, _ in lines(dialog)] == ["Se rehizo", "Se deshizo", "Cambio"]
    assert (dialog.undo.isEnabled(), dialog.redo.isEnabled()) == (True, False)


def test_what_is_done_meanwhile_appears(host: Host, project: Project) -> None:
    dialog = opened(host, project)
    project.edit("Cambiar notas", [cambio(GRUPO, notas="Nadan")])
    assert lines(dialog) == [(AUTOR, "Cambio", "Cambiar notas")]


def test_the_moment_has_room_for_the_frame_of_the_cursor(host: Host, context: Context, project: Project) -> None:
    project.edit("Cambiar notas", [cambio(GRUPO, notas="Nadan")])
    table = opened(host, project).table
    table.setCurrentCell(0, 0)
    assert table.columnWidth(0) >= table.sizeHintForColumn(0) + 2


def test_what_people_wrote_is_not_taken_for_html(host: Host, project: Project) -> None:
    project.edit("<img src=x>", [cambio(GRUPO, notas="Nadan")])
    cell = opened(host, project).table.item(0, 3)
    assert cell is not None
    assert (cell.text(), cell.toolTip()) == ("<img src=x>", "<qt>&lt;img src=x&gt;</qt>")


def rows(dialog: HistoryDialog) -> list[tuple[str, ...]]:
    """Return record, field, before and after of each row beneath."""
    model = dialog.details.model
    return [tuple(model.index(row, place).data() for place in range(4)) for row in range(model.rowCount())]


def test_the_chosen_line_tells_what_was_and_what_is(host: Host, project: Project) -> None:
    project.edit("Cambiar", [cambio(GRUPO, notas="Nadan\ny pescan", area=None), cambio(AREA, siglas="DA")])
    dialog = opened(host, project)
    assert dialog.details.said.text() == CHOOSE
    dialog.table.setCurrentCell(0, 0)
    host.qtbot.waitUntil(lambda: bool(rows(dialog)))
    assert rows(dialog) == [
        ("Grupo «Pescadores de la ribera»", "Notas", "—", "Nadan y pescan"),
        ("Grupo «Pescadores de la ribera»", "Área generadora", "Dirección de Aguas", "—"),
        ("Área «Dirección de Aguas»", "Siglas", "—", "DA"),
    ]
    assert dialog.details.said.text() == "3 datos"
    assert dialog.details.after.toPlainText() == "Nadan\ny pescan"
    dialog.details.table.setCurrentIndex(dialog.details.model.index(1, 0))
    assert (dialog.details.before.toPlainText(), dialog.details.after.toPlainText()) == ("Dirección de Aguas", "")
    QAbstractItemModelTester(dialog.details.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.details.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole).startswith("<qt>")


def test_what_was_undone_is_told_backwards_and_the_choice_stays(host: Host, project: Project) -> None:
    project.edit("Cambiar", [cambio(AREA, siglas="DA")])
    dialog = opened(host, project)
    dialog.table.setCurrentCell(0, 0)
    host.qtbot.waitUntil(lambda: bool(rows(dialog)))
    press(dialog, "Deshacer lo último")
    host.qtbot.waitUntil(lambda: dialog.table.currentRow() == 1)
    assert rows(dialog)[0][2:] == ("—", "DA")
    dialog.table.setCurrentCell(0, 0)
    host.qtbot.waitUntil(lambda: rows(dialog)[0][2:] == ("DA", "—"))


def test_a_line_that_is_no_edition_has_its_text_whole(host: Host, project: Project) -> None:
    project.session.note("otra", "Algo\nmás")
    dialog = opened(host, project)
    dialog.table.setCurrentCell(0, 0)
    assert dialog.details.said.text() == NO_EDITION
    assert dialog.details.after.toPlainText() == "Algo\nmás"


def test_the_newest_wish_counts_while_one_is_read(host: Host, project: Project) -> None:
    for number in range(4):
        project.edit(f"Cambio {number}", [cambio(group_of(project), notas=f"Nota {number}")])
    dialog = opened(host, project)
    for place in range(4):
        dialog.table.setCurrentCell(place, 0)
    host.qtbot.waitUntil(lambda: bool(rows(dialog)) and rows(dialog)[0][3] == "Nota 0")
    assert not project.busy


def test_an_edition_that_cannot_be_read_says_so(host: Host, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise UserError("historial_ilegible", motivo="Cambiar")

    project.edit("Cambiar", [cambio(AREA, siglas="DA")])
    monkeypatch.setattr(project.session, "edicion", refuse)
    dialog = opened(host, project)
    dialog.table.setCurrentCell(0, 0)
    host.qtbot.waitUntil(lambda: "Cambiar" in dialog.details.said.text())
    assert rows(dialog) == []


def group_of(project: Project) -> GrupoUsuarios:
    found = project.proyecto.get(GrupoUsuarios, "g")
    assert found is not None
    return found


def test_a_project_to_be_read_only_can_be_looked_at(host: Host, open_project: Callable[..., Project]) -> None:
    dialog = opened(host, open_project(AREA, GRUPO, read_only=True))
    assert (dialog.undo.isEnabled(), dialog.redo.isEnabled()) == (False, False)


def test_it_is_freed_and_hears_no_more_of_the_project(host: Host, project: Project) -> None:
    dialog = opened(host, project)
    assert host.is_freed(dialog, dialog.reject)
    project.edit("Cambiar notas", [cambio(GRUPO, notas="Nadan")])
    assert len(project.session.history()) == 1
