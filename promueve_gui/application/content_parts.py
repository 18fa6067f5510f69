"""Parts of contents: to which content each belongs, and the order of slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.reglas.estructura import laminas

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


def owner_of(proyecto: Proyecto, entidad: str, identidad: Id) -> Id:
    """Return the content of a part; empty when it says none, or is not there."""
    duenio: Id | None = getattr(proyecto.registro(entidad, identidad), "contenido", None)
    return duenio or ""


def move_slide(proyecto: Proyecto, contenido: Contenido, lamina: Id, lugar: int) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes that bring a slide to a place among those of its presentation, counted from 0.

    A place beyond the ends is the end; all are numbered again from 1. Nothing changes for a slide that is not there,
    or stands there already.
    """
    suyas = laminas(proyecto, contenido)
    elegida = next((una for una in suyas if una.id == lamina), None)
    if elegida is None:
        return "", []
    antes = suyas.index(elegida)
    suyas.insert(max(0, min(lugar, len(suyas) - 1)), suyas.pop(antes))
    if suyas.index(elegida) == antes:
        return "", []
    motivo = f"Mover la lámina «{elegida.titulo_breve}»"
    return motivo, [cambio(una, orden=orden) for orden, una in enumerate(suyas, start=1)]
