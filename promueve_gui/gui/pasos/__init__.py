"""The pages, one package each. A page is imported when it is first visited, so that the window starts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promueve_gui.domain.flow import Paso
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner


def build_page(context: Context, project: Project, messages: Messages, runner: TaskRunner, paso: Paso) -> StepPage:
    """Return the page of a step."""
    return _page_type(paso)(context, project, messages, runner, paso)


def _page_type(paso: Paso) -> type[StepPage]:
    match paso.clave:
        case "inicio":
            from promueve_gui.gui.pasos.inicio import InicioPage

            return InicioPage
        case "usuarios":
            from promueve_gui.gui.pasos.usuarios import UsuariosPage

            return UsuariosPage
        case "plan":
            from promueve_gui.gui.pasos.plan import PlanPage

            return PlanPage
        case "contenidos":
            from promueve_gui.gui.pasos.contenidos import ContenidosPage

            return ContenidosPage
        case "promocion":
            from promueve_gui.gui.pasos.promocion import PromocionPage

            return PromocionPage
        case "recomendaciones":
            from promueve_gui.gui.pasos.recomendaciones import RecomendacionesPage

            return RecomendacionesPage
        case _:
            from promueve_gui.gui.pasos.entregables import EntregablesPage

            return EntregablesPage
