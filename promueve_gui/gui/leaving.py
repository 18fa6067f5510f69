"""What is asked before a project is closed: whether what is not saved may be lost; and how to go and correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from promueve_gui.gui.drafts import Draft
    from promueve_gui.gui.opening import Opening
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

MOST_TOLD = 5
REFUSED = "Hay cambios que no se pudieron guardar. Si cierra ahora, se pierden."


def may_leave(window: Shell, opening: Opening) -> bool:
    """Ask about what the open project could not save; false when the user wants to stay."""
    project = window.project
    if project is None:
        return True
    if project.pending and not _leave_refused(window, opening):
        return False
    return not project.drafts.waiting(project.proyecto) or _leave_drafts(window, project)


def correct(window: Shell) -> None:
    """Go to the first field whose text waits to be corrected."""
    waiting = [] if window.project is None else window.project.drafts.waiting(window.project.proyecto)
    if waiting and window.wizard is not None:
        window.wizard.jump(waiting[0].entidad, waiting[0].identidad, waiting[0].nombre)


def _leave_refused(window: Shell, opening: Opening) -> bool:
    choices = ["Seguir en el proyecto", "Cerrar sin guardarlos", "Guardar copia en…"]
    choice = window.messages.ask("Cambios sin guardar", REFUSED, choices)
    if choice <= 0:
        return False
    return choice == 1 or opening.copy_elsewhere() is not None


def _leave_drafts(window: Shell, project: Project) -> bool:
    waiting = project.drafts.waiting(project.proyecto)
    told = [f"· {_where(draft, project)}: {draft.motivo}" for draft in waiting[:MOST_TOLD]]
    if len(waiting) > MOST_TOLD:
        told.append(f"· y {len(waiting) - MOST_TOLD} más.")
    text = "\n".join(("Esto que escribió no se puede guardar como está. Si cierra ahora, se pierde:", "", *told))
    choice = window.messages.ask("Datos por corregir", text, ["Corregir", "Cerrar y perderlo"])
    if choice == 0:
        correct(window)
    return choice == 1


def _where(draft: Draft, project: Project) -> str:
    tipo = POR_ENTIDAD[draft.entidad]
    titulo = project.proyecto.titulo(draft.entidad, draft.identidad) or tipo.sin_titulo()
    return f"«{campos(tipo)[draft.nombre].etiqueta}» de «{titulo}»"
