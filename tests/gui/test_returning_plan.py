"""The plan leaves through the window, is worked on outside, and comes back by being dropped on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.exporting import export
from tests.e2e.test_plan_returns import RECORDS, TAKEN, lines, work_on
from tests.gui.desk import shown_dialogs

if TYPE_CHECKING:
    from tests.gui.desk import Desk


def test_by_dropping_it_on_the_window(desk: Desk) -> None:
    desk.open(desk.make(RECORDS))
    path = desk.folder / "plan.xlsx"
    desk.answers.answer(path)
    export(desk.window, "plan+por_mes")
    desk.qtbot.waitUntil(path.exists)
    desk.settle()
    work_on(path)
    desk.drop(path)
    (dialog,) = shown_dialogs(ReturnPreview)
    assert isinstance(dialog, ReturnPreview)
    dialog.go.click()
    desk.settle()
    assert lines(desk.project.proyecto.activos(LineaPlan)) == TAKEN
    assert len(desk.project.proyecto.activos(Duda)) == 2
    assert "1 actividad nueva" in desk.window.banner.accessibleName()
