"""Settling many doubts alike, on a worker: each is an edition of its own, so that each can be taken back by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.returns import doubt_choices, resolve_doubt
from promueve_gui.domain.cambios import DEVOLVER
from promueve_gui.domain.formatos import Duda

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.diferencias import Decision
    from promueve_gui.domain.ficha import Id


def settle_doubts(session: Session, dudas: Sequence[Id], decision: Decision, progress: Progress) -> int:
    """Settle each of ``dudas`` for which that still makes sense, and return how many that was.

    One may settle what another is about, so each is looked at when its turn comes. Raises ``UserError`` when the
    project refuses; those before are settled then.
    """
    resueltas = 0
    for hechas, identidad in enumerate(dudas):
        progress(hechas, len(dudas))
        duda = session.proyecto.get(Duda, identidad)
        if duda is not None and decision in doubt_choices(session.proyecto, duda):
            motivo, cambios = resolve_doubt(session.proyecto, duda, decision)
            resueltas += session.edit(motivo, cambios, DEVOLVER) is not None
    return resueltas
