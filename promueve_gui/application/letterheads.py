"""Which letterhead a content leaves on: its own, or the one in use while no other is chosen, or the one that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.institucion import Membrete

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


def default_letterhead(proyecto: Proyecto) -> Membrete | None:
    """Return the letterhead in use while no other is chosen; ``None`` for the one that ships."""
    return next((m for m in proyecto.activos(Membrete) if m.predeterminado and m.archivo), None)


def letterhead_of(proyecto: Proyecto, contenido: Contenido) -> Membrete | None:
    """Return the letterhead of a content; ``None`` for the one that ships."""
    propio = proyecto.get(Membrete, contenido.membrete)
    return propio if propio is not None and propio.activo and propio.archivo else default_letterhead(proyecto)


def read_letterheads(proyecto: Proyecto, get_file: Callable[[str], bytes | None]) -> dict[Id, bytes]:
    """Return the documents of the letterheads in use, by identity; ``get_file`` gives those kept in the project."""
    found = {membrete.id: get_file(membrete.archivo) for membrete in proyecto.activos(Membrete) if membrete.archivo}
    return {identidad: data for identidad, data in found.items() if data is not None}


def use_letterhead(
    proyecto: Proyecto, nombre: str, sha256: str, faltas: Sequence[str] = ()
) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes that make a document, kept already, the letterhead in use.

    ``faltas`` is what it lacked when it was tried, a sentence each.
    """
    actual, revision = default_letterhead(proyecto), "\n".join(faltas)
    motivo = f"Usar el membrete «{nombre}»"
    if actual is not None:
        return motivo, [cambio(actual, nombre=nombre, archivo=sha256, revision=revision)]
    return motivo, [
        alta(Membrete(id=nuevo_id(), nombre=nombre, archivo=sha256, predeterminado=True, revision=revision))
    ]


def use_shipped(proyecto: Proyecto) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes with which the letterhead that ships is in use again; the others stay at hand."""
    enteros = [m for m in proyecto.activos(Membrete) if m.predeterminado]
    return "Usar el membrete de Promueve", [cambio(membrete, predeterminado=False) for membrete in enteros]
