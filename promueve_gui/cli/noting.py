"""What leaves is noted in the project after it was written: when that fails, the files are there all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


def noting(note: Callable[[], None]) -> tuple[UserError, ...]:
    """Note in the project what was written, and return what stopped it, if anything did."""
    try:
        note()
    except UserError as error:
        return (UserError("exportacion_sin_anotar", motivo=mensaje(error)),)
    return ()
