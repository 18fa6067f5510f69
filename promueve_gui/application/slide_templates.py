"""The institution's own template of presentations: which one is in use, and how another takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.institucion import PlantillaPresentacion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.proyecto import Proyecto


def slide_template(proyecto: Proyecto) -> PlantillaPresentacion | None:
    """Return the template in use; ``None`` for the one that ships."""
    return next((uno for uno in proyecto.activos(PlantillaPresentacion) if uno.archivo), None)


def read_slide_template(proyecto: Proyecto, get_file: Callable[[str], bytes | None]) -> bytes | None:
    """Return the file of the template in use; ``get_file`` gives those kept in the project."""
    suya = slide_template(proyecto)
    return None if suya is None else get_file(suya.archivo)


def use_slide_template(
    proyecto: Proyecto, nombre: str, sha256: str, faltas: Iterable[str]
) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes that make a file, kept already, the template in use; ``faltas`` is what it lacks."""
    motivo, revision = f"Usar la plantilla de presentaciones «{nombre}»", "\n".join(faltas)
    actual = next(iter(proyecto.activos(PlantillaPresentacion)), None)
    if actual is not None:
        return motivo, [cambio(actual, nombre=nombre, archivo=sha256, revision=revision)]
    nueva = PlantillaPresentacion(id=nuevo_id(), nombre=nombre, archivo=sha256, revision=revision)
    return motivo, [alta(nueva)]


def use_shipped_slides(proyecto: Proyecto) -> tuple[str, list[Cambio | None]]:
    """Return reason and changes with which the template that ships is in use again; the name of the other stays."""
    suyas = [uno for uno in proyecto.activos(PlantillaPresentacion) if uno.archivo]
    return "Usar la plantilla de presentaciones de Promueve", [cambio(uno, archivo="", revision="") for uno in suyas]
