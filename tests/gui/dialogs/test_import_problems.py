"""The problems of the last imports, at hand when the banner is gone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from promueve_gui.application.import_problems import Problemas
from promueve_gui.gui.dialogs.import_problems import WRAPPED, ImportProblemsDialog
from tests.gui.desk import press

if TYPE_CHECKING:
    from tests.gui.dialogs.conftest import Host

MOMENTO = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NUEVA = Problemas(MOMENTO, "«b.csv»: 1 problema", (("Renglón 7, columna H", "La fecha <b>no</b> se entiende."),))
VIEJA = Problemas(MOMENTO, "«a.csv»: muchos", tuple((f"Renglón {n}", "Falta") for n in range(WRAPPED + 1)))


@pytest.fixture
def dialog(host: Host) -> ImportProblemsDialog:
    made = ImportProblemsDialog(host.widget, [NUEVA, VIEJA])
    host.show(made)
    return made


def texts(dialog: ImportProblemsDialog, row: int) -> list[str]:
    cells = [dialog.table.item(row, column) for column in range(2)]
    return [cell.text() for cell in cells if cell is not None]


def test_the_newest_is_shown_and_others_can_be_chosen(dialog: ImportProblemsDialog) -> None:
    assert dialog.which.itemText(0) == f"{MOMENTO.astimezone():%d/%m/%Y %H:%M} · «b.csv»: 1 problema"
    assert dialog.table.rowCount() == 1
    assert texts(dialog, 0) == list(NUEVA.filas[0])
    dialog.which.setCurrentIndex(1)
    assert dialog.table.rowCount() == WRAPPED + 1
    assert texts(dialog, 4) == ["Renglón 4", "Falta"]


def test_all_of_them_are_copied_as_cells(dialog: ImportProblemsDialog) -> None:
    press(dialog, "Copiar a Excel")
    copied = QGuiApplication.clipboard().text()
    assert copied == "Dónde\tProblema\nRenglón 7, columna H\tLa fecha <b>no</b> se entiende.\n"


def test_what_a_spreadsheet_would_run_is_copied_as_text(host: Host) -> None:
    made = ImportProblemsDialog(host.widget, [Problemas(MOMENTO, "«c.csv»: 1 problema", (("Renglón 2", "=1+1"),))])
    host.show(made)
    press(made, "Copiar a Excel")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "Renglón 2\t'=1+1"


def test_what_a_file_says_is_not_taken_for_html(dialog: ImportProblemsDialog) -> None:
    cell = dialog.table.item(0, 1)
    assert cell is not None
    assert "&lt;b&gt;" in cell.toolTip()


def test_it_is_freed(host: Host, dialog: ImportProblemsDialog) -> None:
    assert host.is_freed(dialog, dialog.reject)
