"""Taking back an old line of the bitácora from its dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.dialogs.history import HistoryDialog
from promueve_gui.gui.dialogs.reverting import TAKE_BACK, TAKE_BACK_RECEPTION
from returned.institution import identity, records
from tests.galeria import EDITED, read, record_exports

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.project import Project
    from tests.gui.dialogs.conftest import Host


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return a project that received a workbook and went on."""
    made = open_project(*records())
    record_exports(made.session)
    returns = made.services.make_returns(made.session)
    apply_all(returns, [compare_one(returns, read(EDITED))], [{}], ignore_progress)
    made.edit("Cambiar siglas", [cambio(group(made, 24), siglas="LCA")])
    return made


def group(project: Project, number: int) -> GrupoUsuarios:
    found = project.proyecto.get(GrupoUsuarios, identity(number))
    assert found is not None
    return found


def names(project: Project) -> set[str]:
    return {grupo.nombre for grupo in project.proyecto.activos(GrupoUsuarios)}


@pytest.fixture
def dialog(host: Host, project: Project, qtbot: QtBot) -> HistoryDialog:
    """Return the bitácora, shown, with the line that Qt chose by itself read."""
    made = HistoryDialog(host.widget, project)
    host.show(made)
    qtbot.waitUntil(lambda: not project.busy, timeout=20_000)
    return made


def choose(dialog: HistoryDialog, detalle: str) -> None:
    """Choose the line that says this."""
    cells = [dialog.table.item(place, 3) for place in range(dialog.table.rowCount())]
    dialog.table.setCurrentCell([cell.text() if cell else "" for cell in cells].index(detalle), 0)


def press(dialog: HistoryDialog, project: Project, qtbot: QtBot) -> None:
    dialog.revert.button.click()
    qtbot.waitUntil(lambda: not project.busy and bool(dialog.revert.said.text()), timeout=20_000)


def test_only_what_was_edited_can_be_taken_back(dialog: HistoryDialog) -> None:
    bar = dialog.revert
    offered = []
    for place in (0, 1, 2):
        dialog.table.setCurrentCell(place, 0)
        offered.append((bar.button.text(), bar.button.isEnabled()))
    assert offered == [(TAKE_BACK, True), (TAKE_BACK_RECEPTION, True), (TAKE_BACK, False)]


def test_an_old_reception_is_taken_back_and_what_came_after_stays(
    dialog: HistoryDialog, project: Project, qtbot: QtBot
) -> None:
    choose(dialog, f"Recibir «{EDITED}»")
    press(dialog, project, qtbot)
    assert "Pescadores ribereños" not in names(project)
    assert group(project, 21).notas == "Se reúnen en marzo."
    assert group(project, 24).siglas == "LCA"
    assert dialog.revert.said.text() == f"Hecho: Deshacer «Recibir “{EDITED}”»."


def test_when_something_depends_on_it_the_reason_is_said(dialog: HistoryDialog, project: Project, qtbot: QtBot) -> None:
    project.edit("Cambiar notas", [cambio(group(project, 21), notas="Otra cosa")])
    choose(dialog, f"Recibir «{EDITED}»")
    press(dialog, project, qtbot)
    assert "Pescadores ribereños" in names(project)
    assert "Hoteleros de la costa" in dialog.revert.said.text()


def test_a_project_to_be_read_only_offers_nothing(host: Host, open_project: Callable[..., Project]) -> None:
    made = open_project(*records(), read_only=True)
    dialog = HistoryDialog(host.widget, made)
    host.show(dialog)
    dialog.revert.button.click()
    assert not dialog.revert.button.isEnabled()
