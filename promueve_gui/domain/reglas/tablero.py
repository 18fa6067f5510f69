"""How the checks of a content count on the board: a draft is still being written, so nothing in it is overdue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.domain.vocabularios import EstadoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas.base import Verificacion


def en_tablero(contenido: Contenido, checks: Iterable[Verificacion] | None) -> list[Verificacion] | None:
    """Return the checks as the board weighs them: those of a draft advise, later ones keep their weight."""
    if checks is None:
        return None
    if contenido.estado is EstadoContenido.BORRADOR:
        return [replace(check, bloquea=False) for check in checks]
    return list(checks)
