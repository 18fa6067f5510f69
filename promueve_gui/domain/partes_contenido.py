"""What a content is made of beside its own fields: variants for networks, slides, and the versions it went through."""

from __future__ import annotations

from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import EstadoContenido


@frozen(kw_only=True)
class VarianteRed(Registro):
    """The message of a content as one network gets it. An empty ``texto`` is that of the content itself."""

    ENTIDAD: ClassVar[str] = "variante_red"
    SINGULAR: ClassVar[str] = "mensaje para una red"
    PLURAL: ClassVar[str] = "mensajes para redes"
    TITULO: ClassVar[str] = "texto"

    contenido: Id | None = ficha.referencia("Contenido", "contenido", requerido=True)
    red: Id | None = ficha.referencia("Red social", "red_social", requerido=True)
    texto: str = ficha.texto_largo("Mensaje para esta red")
    texto_alternativo: str = ficha.texto("Texto alternativo de la imagen", ancho=30)


@frozen(kw_only=True)
class Lamina(Registro):
    """A slide of a presentation. ``puntos`` are read as rich text; ``notas`` are for whoever speaks."""

    ENTIDAD: ClassVar[str] = "lamina"
    SINGULAR: ClassVar[str] = "lámina"
    PLURAL: ClassVar[str] = "láminas"
    FEMENINO: ClassVar[bool] = True
    SIN_TITULO: ClassVar[str] = "sin título"

    contenido: Id | None = ficha.referencia("Presentación", "contenido", requerido=True)
    orden: int | None = ficha.entero("Orden", requerido=True)
    nombre: str = ficha.texto("Título de la lámina", requerido=True, ancho=40)
    puntos: str = ficha.texto_rico("Puntos")
    notas: str = ficha.texto_largo("Notas para quien expone")
    texto_alternativo: str = ficha.texto("Texto alternativo de la imagen", ancho=30)


@frozen(kw_only=True)
class VersionContenido(Registro):
    """A content as it was at one moment: who left it so, in which state, and why.

    ``momento`` is ISO 8601 with its zone; ``valores`` are the fields of its type that say something, as JSON, each as
    ``codec`` stores it. Versions of one content are numbered from 1.
    """

    ENTIDAD: ClassVar[str] = "version_contenido"
    SINGULAR: ClassVar[str] = "versión"
    PLURAL: ClassVar[str] = "versiones"
    FEMENINO: ClassVar[bool] = True
    TITULO: ClassVar[str] = "motivo"

    contenido: Id | None = ficha.referencia("Contenido", "contenido", requerido=True)
    numero: int | None = ficha.entero("Número", requerido=True)
    momento: str = ficha.texto("Momento", ancho=20)
    autor: str = ficha.texto("Quién la guardó", ancho=28, personal=True)
    estado: EstadoContenido | None = ficha.opcion("Estado", EstadoContenido, ancho=14)
    motivo: str = ficha.texto("Por qué se guardó", requerido=True, ancho=44)
    valores: str = ficha.texto_largo("Textos de la versión", oculto=True)
