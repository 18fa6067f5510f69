"""Which letterhead a content leaves on: its own, or the one in use while no other is chosen, or the one that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Membrete

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


@frozen
class Probado:
    """A document that was tried and is kept: its name, SHA-256, and what it lacked, a sentence each."""

    nombre: str
    sha256: str
    faltas: tuple[str, ...] = ()

    @property
    def revision(self) -> str:
        """Return what it lacked as the record keeps it."""
        return "\n".join(self.faltas)


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


def read_document(nombre: str, read: Callable[[], bytes]) -> bytes:
    """Return what ``read`` gives. Raises ``UserError`` («membrete_no_leido») when it cannot be read."""
    try:
        return read()
    except OSError as error:
        raise UserError("membrete_no_leido", archivo=nombre) from error


def keep_letterhead(
    put_file: Callable[[bytes], str],
    nombre: str,
    read: Callable[[], bytes],
    check: Callable[[bytes], tuple[str, ...]],
) -> Probado:
    """Read a document, try it as a letterhead and keep it with ``put_file``; long enough for a worker.

    Raises ``UserError``: ``membrete_…`` when it cannot serve or be read, or what the file of the project refuses.
    """
    data = read_document(nombre, read)
    faltas = check(data)
    return Probado(nombre, put_file(data), faltas)


def add_letterhead(proyecto: Proyecto, probado: Probado) -> tuple[Membrete, str, list[Cambio | None]]:
    """Return a new letterhead, reason and changes; the first one is in use while no other is chosen."""
    membrete = Membrete(
        id=nuevo_id(),
        nombre=probado.nombre,
        archivo=probado.sha256,
        predeterminado=default_letterhead(proyecto) is None,
        revision=probado.revision,
    )
    return membrete, f"Agregar el membrete «{probado.nombre}»", [alta(membrete)]


def replace_document(membrete: Membrete, probado: Probado) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes that give a letterhead another document; name and use stay."""
    motivo = f"Reemplazar el documento del membrete «{membrete.nombre}»"
    return motivo, [cambio(membrete, archivo=probado.sha256, revision=probado.revision)]


def make_default(membrete: Membrete) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes that put a letterhead to use; the one in use gives way (``domain.consecuencias``)."""
    return f"Usar el membrete «{membrete.nombre}»", [cambio(membrete, predeterminado=True)]


def use_shipped(proyecto: Proyecto) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes with which the letterhead that ships is in use again; the others stay at hand."""
    enteros = [m for m in proyecto.activos(Membrete) if m.predeterminado]
    return "Usar el membrete de Promueve", [cambio(membrete, predeterminado=False) for membrete in enteros]
