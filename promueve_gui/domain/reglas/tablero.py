"""How checks count on the board: what is still being made may be incomplete, so its gaps advise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import EstadoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.conjuntos import Herramienta
    from promueve_gui.domain.reglas.base import Verificacion


def en_tablero(registro: Contenido | Herramienta, checks: Iterable[Verificacion] | None) -> list[Verificacion] | None:
    """Return the checks as the board weighs them: of drafts and unpublished tools none is heavy."""
    if checks is None or not _en_obra(registro):
        return None if checks is None else list(checks)
    return [replace(check, bloquea=False) for check in checks]


def _en_obra(registro: Contenido | Herramienta) -> bool:
    if isinstance(registro, Contenido):
        return registro.estado is EstadoContenido.BORRADOR
    return not registro.publicada
