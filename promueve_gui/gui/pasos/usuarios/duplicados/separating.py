"""Undoing merges from wherever it is seen, and saying what could not go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.merging_groups import separate_all

if TYPE_CHECKING:
    from promueve_gui.domain.uniones import UnionGrupos
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

NOT_BACK = "No todo volvió a como estaba"


def separate_groups(project: Project, messages: Messages, *uniones: UnionGrupos) -> None:
    """Part the groups of ``uniones``, as one edition."""
    motivo, cambios, avisos = separate_all(project.proyecto, uniones)
    if project.edit(motivo, cambios) is not None and avisos:
        messages.tell_list(NOT_BACK, avisos)
