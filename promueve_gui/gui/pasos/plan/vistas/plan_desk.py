"""What every view of the plan is given at its making."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.pasos.plan.vistas.line_actions import LineActions
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner


@frozen
class PlanDesk:
    """The window's parts, the lines shown, and what can be done to them."""

    context: Context
    project: Project
    messages: Messages
    runner: TaskRunner
    lines: SharedLines
    actions: LineActions

    @property
    def editable(self) -> bool:
        """Tell whether anything may be changed."""
        return not self.project.read_only
