"""Catalogues that a project copies from ``recursos`` and its users edit: synonyms, and messages with merge fields."""

from __future__ import annotations

from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Registro
from promueve_gui.domain.frozen import frozen


@frozen(kw_only=True)
class Sinonimo(Registro):
    """Two ways to write the same: initials and their long name («INEGI»), or an abbreviation and its word («Sría.»)."""

    ENTIDAD: ClassVar[str] = "sinonimo"
    SINGULAR: ClassVar[str] = "sinónimo"
    PLURAL: ClassVar[str] = "sinónimos"
    TITULO: ClassVar[str] = "termino"

    termino: str = ficha.texto("Siglas o abreviatura", requerido=True, ancho=18)
    equivale: str = ficha.texto("Equivale a", requerido=True, ancho=60)


@frozen(kw_only=True)
class PlantillaCorreo(Registro):
    """A message to be sent many times. ``clave`` says for what; subject and body hold fields in braces («{area}»)."""

    ENTIDAD: ClassVar[str] = "plantilla_correo"
    SINGULAR: ClassVar[str] = "mensaje"
    PLURAL: ClassVar[str] = "mensajes"

    nombre: str = ficha.texto("Para qué sirve", requerido=True, ancho=36)
    clave: str = ficha.texto("Clave", requerido=True, ancho=18)
    asunto: str = ficha.texto("Asunto", requerido=True, ancho=44)
    cuerpo: str = ficha.texto_largo("Mensaje", requerido=True, ancho=60)
