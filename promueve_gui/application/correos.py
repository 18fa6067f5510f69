"""Messages to areas: to whom they go, and what they say once the fields of their template are filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.domain.enlaces import revisar_correo, separar_correos
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion, Persona
from promueve_gui.domain.plantillas import combinar_plantilla
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from promueve_gui.domain.institucion import AreaGeneradora
    from promueve_gui.domain.proyecto import Proyecto

# Fields that a message to an area may hold, and what each stands for.
CAMPOS: Mapping[str, str] = {
    "area": "nombre del área",
    "siglas_area": "siglas del área",
    "responsable": "responsable del área",
    "institucion": "nombre de la institución",
    "siglas": "siglas de la institución",
    "archivo": "nombre del libro adjunto",
    "fecha": "día en que se envió el formato",
    "vence": "día en que se espera de vuelta",
    "contacto": "correo de contacto de la institución",
    "remitente": "quien envía: el Enlace y la institución",
}


@frozen(kw_only=True)
class Borrador:
    """A message to be written as a draft. ``para`` may be empty; ``momento`` is aware; ``adjunto`` exists by then."""

    para: tuple[str, ...]
    asunto: str
    texto: str
    momento: datetime
    adjunto: Path


class DraftWriter(Protocol):
    """Writes a draft that a mail program opens, ready to be sent."""

    def __call__(self, borrador: Borrador, path: Path) -> None:
        """Write to ``path``, which is temporary."""


@frozen(kw_only=True)
class Redaccion:
    """What a message says. ``desconocidos`` and ``vacios`` are fields of its template that could not be filled in."""

    asunto: str
    texto: str
    desconocidos: tuple[str, ...] = ()
    vacios: tuple[str, ...] = ()


def correos_del_area(proyecto: Proyecto, area: AreaGeneradora) -> tuple[str, ...]:
    """Return the addresses of an area that are well formed; those of its responsable when it has none of its own.

    The responsable is the person of the institution of that name, of the area rather than of another.
    """
    suyos = _direcciones(area.correo)
    if suyos or not area.responsable.strip():
        return suyos
    buscado = plegar(area.responsable)
    personas = [p for p in proyecto.activos(Persona) if plegar(p.nombre) == buscado and _direcciones(p.correo)]
    personas.sort(key=lambda persona: persona.area != area.id)
    return _direcciones(personas[0].correo) if personas else ()


def _direcciones(texto: str) -> tuple[str, ...]:
    return tuple(correo for correo in separar_correos(texto) if not revisar_correo(correo))


def plantilla(proyecto: Proyecto, clave: str, de_fabrica: Iterable[PlantillaCorreo]) -> PlantillaCorreo:
    """Return the project's message of that use, or the one that ships when the project has none.

    Raises ``LookupError`` when there is none at all, which no user can bring about.
    """
    for mensaje in (*proyecto.activos(PlantillaCorreo), *de_fabrica):
        if mensaje.clave == clave:
            return mensaje
    raise LookupError(clave)


def redactar(
    proyecto: Proyecto, area: AreaGeneradora, mensaje: PlantillaCorreo, archivo: str, fecha: date, vence: date | None
) -> Redaccion:
    """Return a message to ``area`` about the workbook ``archivo``, sent on ``fecha`` and awaited by ``vence``."""
    valores = _valores(proyecto, area, archivo, fecha, vence)
    # A subject is one line, whatever its template and the values say.
    asunto = combinar_plantilla(mensaje.asunto, {campo: " ".join(valor.split()) for campo, valor in valores.items()})
    texto = combinar_plantilla(mensaje.cuerpo, valores)
    return Redaccion(
        asunto=" ".join(asunto.texto.split()),
        texto=texto.texto,
        desconocidos=tuple(dict.fromkeys((*asunto.desconocidos, *texto.desconocidos))),
        vacios=tuple(dict.fromkeys((*asunto.vacios, *texto.vacios))),
    )


def _valores(proyecto: Proyecto, area: AreaGeneradora, archivo: str, fecha: date, vence: date | None) -> dict[str, str]:
    institucion = proyecto.unico(Institucion)
    return {
        "area": area.nombre,
        "siglas_area": area.siglas,
        "responsable": area.responsable,
        "institucion": institucion.nombre if institucion else "",
        "siglas": institucion.siglas if institucion else "",
        "archivo": archivo,
        "fecha": fecha_larga(fecha),
        "vence": fecha_larga(vence) if vence else "",
        "contacto": institucion.correo_contacto if institucion else "",
        "remitente": remitente(proyecto),
    }


def remitente(proyecto: Proyecto) -> str:
    """Return who signs: the Enlace, with the post, and the institution; a line each."""
    institucion = proyecto.unico(Institucion)
    enlace = next((persona for persona in proyecto.activos(Persona) if persona.rol is Rol.ENLACE), None)
    lineas = (enlace.nombre, enlace.cargo) if enlace else ()
    return "\n".join(filter(None, (*lineas, institucion.nombre if institucion else "")))
