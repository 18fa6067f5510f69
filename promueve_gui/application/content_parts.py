"""Parts of contents: variants for networks, slides and versions are shown with the content that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


def owner_of(proyecto: Proyecto, entidad: str, identidad: Id) -> Id:
    """Return the content of a part; empty when it says none, or is not there."""
    duenio: Id | None = getattr(proyecto.registro(entidad, identidad), "contenido", None)
    return duenio or ""
