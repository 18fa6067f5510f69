"""Withdrawing what was chosen in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import retiro
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project


def withdraw(project: Project, messages: Messages, registros: Sequence[Registro]) -> None:
    """Withdraw records of one type for a reason that is asked (R12); it can be undone."""
    if not registros or project.read_only:
        return
    primero = registros[0]
    several = contado(len(registros), primero.SINGULAR, primero.PLURAL)
    what = f"«{primero.titulo_visible}»" if len(registros) == 1 else several
    motivo = messages.ask_reason(f"Retirar {what}")
    if motivo:
        project.edit(f"Retirar {what}: {motivo}", [retiro(registro, motivo) for registro in registros])
