"""Step 4: what was published, with its evidence; notices and requests of Paso 4.3, edición 2017."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import Canal, Solicitante


@frozen(kw_only=True)
class Publicacion(Registro):
    """A communication that really went out: the log of promotion."""

    ENTIDAD: ClassVar[str] = "publicacion"
    SINGULAR: ClassVar[str] = "publicación"
    PLURAL: ClassVar[str] = "publicaciones"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Comunicación", requerido=True, ancho=40)
    fecha: date | None = ficha.fecha("Fecha", requerido=True)
    canal: Canal | None = ficha.opcion("Canal", Canal, requerido=True, ancho=24)
    url: str = ficha.url("URL directa de los datos", requerido=True, directa=True)
    url_publicada: str = ficha.url("Dónde se publicó")
    contenido: Id | None = ficha.referencia("Contenido", "contenido")
    linea: Id | None = ficha.referencia("Actividad del plan", "linea_plan")
    conjuntos: tuple[Id, ...] = ficha.referencias("Conjuntos de datos", "conjunto_datos")
    solicitud: Id | None = ficha.referencia("A solicitud de", "solicitud_comunicacion")
    alcance: int | None = ficha.entero("Alcance (personas)")
    reacciones: str = ficha.texto_largo("Reacciones del público", ancho=30)
    necesidades: str = ficha.texto_largo("Necesidades que expresó el público", ancho=30)


@frozen(kw_only=True)
class Evidencia(Registro):
    """A file that proves a publication, copied into the project and known by its SHA-256 (hexadecimal)."""

    ENTIDAD: ClassVar[str] = "evidencia"
    SINGULAR: ClassVar[str] = "evidencia"
    PLURAL: ClassVar[str] = "evidencias"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Archivo", requerido=True, ancho=32)
    publicacion: Id | None = ficha.referencia("Publicación", "publicacion", requerido=True)
    sha256: str = ficha.texto("Huella SHA-256", ancho=20)
    bytes: int | None = ficha.entero("Tamaño (bytes)")
    fecha: date | None = ficha.fecha("Agregada el")


@frozen(kw_only=True)
class AvisoAltoValor(Registro):
    """Notice of a high-value publication to the Enlaces de Comunicación Digital (R13; Paso 4.3, edición 2017)."""

    ENTIDAD: ClassVar[str] = "aviso_alto_valor"
    SINGULAR: ClassVar[str] = "aviso de alto valor"
    PLURAL: ClassVar[str] = "avisos de alto valor"
    TITULO: ClassVar[str] = "asunto"
    SIN_TITULO: ClassVar[str] = "sin asunto"

    asunto: str = ficha.texto("Asunto", requerido=True, ancho=40)
    conjunto: Id | None = ficha.referencia("Conjunto de datos", "conjunto_datos", requerido=True)
    fecha: date | None = ficha.fecha("Enviado el", requerido=True)
    destinatarios: str = ficha.texto("Destinatarios", requerido=True, ancho=36, personal=True)
    medio: str = ficha.texto("Medio", ancho=16)


@frozen(kw_only=True)
class SolicitudComunicacion(Registro):
    """A communication that the Unidad or the Coordinación asked for (R14; Paso 4.3, edición 2017)."""

    ENTIDAD: ClassVar[str] = "solicitud_comunicacion"
    SINGULAR: ClassVar[str] = "solicitud de comunicación"
    PLURAL: ClassVar[str] = "solicitudes de comunicación"
    FEMENINO: ClassVar[bool] = True
    TITULO: ClassVar[str] = "asunto"
    SIN_TITULO: ClassVar[str] = "sin asunto"

    asunto: str = ficha.texto("Qué solicita", requerido=True, ancho=40)
    solicitante: Solicitante | None = ficha.opcion("Quién solicita", Solicitante, requerido=True)
    fecha: date | None = ficha.fecha("Fecha de la solicitud", requerido=True)
    medio: str = ficha.texto("Medio u oficio", ancho=24)
    notas: str = ficha.texto_largo("Notas", ancho=30)
