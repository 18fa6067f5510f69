"""What there is to promote: datasets with their resources, tools, events and round tables."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import Acceso, EstadoAccion, Frecuencia, TipoEvento, TipoHerramienta

CRITERIOS = (
    "estrategico",
    "solicitado",
    "recurso_publico",
    "fecha_cercana",
    "interes_nacional",
    "ya_publicado",
    "programa_nacional",
)
VALOR_DESTACADO = 4  # more than half of the seven criteria


@frozen(kw_only=True)
class ConjuntoDatos(Registro):
    """A dataset of the opening plan, inventory or catalogue. The seven criteria are those of the mini-guide, paso 2."""

    ENTIDAD: ClassVar[str] = "conjunto_datos"
    SINGULAR: ClassVar[str] = "conjunto de datos"
    PLURAL: ClassVar[str] = "conjuntos de datos"

    nombre: str = ficha.texto("Conjunto de datos", requerido=True, ancho=44)
    area: Id | None = ficha.referencia("Área generadora", "area_generadora")
    acceso: Acceso | None = ficha.opcion("Acceso", Acceso, Acceso.PUBLICO, requerido=True, ancho=14)
    razon: str = ficha.texto("Razón por la que no es público", ancho=30)
    frecuencia: Frecuencia | None = ficha.opcion("Frecuencia de actualización", Frecuencia, ancho=16)
    fecha_publicacion: date | None = ficha.fecha("Fecha de publicación")
    fecha_compromiso: date | None = ficha.fecha("Fecha comprometida por recomendación")
    institucional: bool = ficha.booleano("Generado por la herramienta (no se promueve)")
    prioritario: bool = ficha.booleano("Prioritario")
    alto_valor: bool = ficha.booleano("De alto valor")
    descripcion: str = ficha.texto_largo("Descripción")
    url: str = ficha.url("URL directa", directa=True)
    correo_contacto: str = ficha.correo("Correo de contacto")
    contacto: str = ficha.texto("Persona de contacto", ancho=28, personal=True)
    identificador: str = ficha.texto("Identificador", ancho=24)
    palabras_clave: str = ficha.texto("Palabras clave", ancho=30)
    sector: str = ficha.texto("Sector", ancho=20)
    plataforma: str = ficha.texto("Plataforma o sistema", ancho=20)
    modificado: date | None = ficha.fecha("Modificado")
    periodo_cubierto: str = ficha.texto("Periodo que cubre", ancho=20)
    cobertura: str = ficha.texto("Cobertura geográfica", ancho=20)
    estrategico: bool = ficha.booleano("Está en la lista de datos estratégicos", seccion="Valor")
    solicitado: bool = ficha.booleano("Se solicita con frecuencia o por participación", seccion="Valor")
    recurso_publico: bool = ficha.booleano("Tiene un recurso público", seccion="Valor")
    fecha_cercana: bool = ficha.booleano("Su fecha está próxima", seccion="Valor")
    interes_nacional: bool = ficha.booleano("Es de interés nacional", seccion="Valor")
    ya_publicado: bool = ficha.booleano("Ya está publicado en algún sitio", seccion="Valor")
    programa_nacional: bool = ficha.booleano("Sirve a un programa nacional", seccion="Valor")

    @property
    def valor(self) -> int:
        """Return how many of the seven criteria hold, from 0 to 7."""
        return sum(bool(getattr(self, criterio)) for criterio in CRITERIOS)

    @property
    def destacado(self) -> bool:
        """Tell whether it goes first: a priority, of high value, or with most of the criteria (paso 2)."""
        return self.prioritario or self.alto_valor or self.valor >= VALOR_DESTACADO

    @property
    def promovible(self) -> bool:
        """Tell whether the dataset may be promoted: in use, public, and not made by the tool about itself (R2)."""
        return self.activo and self.acceso is Acceso.PUBLICO and not self.institucional


@frozen(kw_only=True)
class Recurso(Registro):
    """A file or service of a dataset."""

    ENTIDAD: ClassVar[str] = "recurso"
    SINGULAR: ClassVar[str] = "recurso"
    PLURAL: ClassVar[str] = "recursos"

    nombre: str = ficha.texto("Recurso", requerido=True, ancho=44)
    conjunto: Id | None = ficha.referencia("Conjunto de datos", "conjunto_datos", requerido=True)
    descripcion: str = ficha.texto_largo("Descripción")
    acceso: Acceso | None = ficha.opcion("Acceso", Acceso, Acceso.PUBLICO, requerido=True, ancho=14)
    razon: str = ficha.texto("Razón por la que no es público", ancho=30)
    url: str = ficha.url("URL de descarga", directa=True)
    formato: str = ficha.texto("Formato", ancho=14)
    bytes: int | None = ficha.entero("Tamaño (bytes)")
    fecha: date | None = ficha.fecha("Fecha de publicación")
    plataforma: str = ficha.texto("Plataforma o sistema", ancho=20)
    frecuencia: Frecuencia | None = ficha.opcion("Frecuencia de actualización", Frecuencia, ancho=16)
    responsable: str = ficha.texto("Responsable", ancho=30)
    identificador: str = ficha.texto("Identificador", ancho=24)
    periodo_cubierto: str = ficha.texto("Periodo que cubre", ancho=20)
    cobertura: str = ficha.texto("Cobertura geográfica", ancho=20)


@frozen(kw_only=True)
class Herramienta(Registro):
    """A viewer, app or dashboard made with the data; needs coordination before it is published (R7)."""

    ENTIDAD: ClassVar[str] = "herramienta"
    SINGULAR: ClassVar[str] = "herramienta"
    PLURAL: ClassVar[str] = "herramientas"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Herramienta", requerido=True, ancho=36)
    tipo: TipoHerramienta | None = ficha.opcion("Tipo", TipoHerramienta, requerido=True)
    descripcion: str = ficha.texto_largo("Qué hace y para quién")
    url: str = ficha.url("Dirección de la herramienta")
    conjuntos: tuple[Id, ...] = ficha.referencias("Conjuntos de datos que usa", "conjunto_datos")
    grupos: tuple[Id, ...] = ficha.referencias("Grupos a los que sirve", "grupo_usuarios")
    correo_contacto: str = ficha.correo("Correo de contacto", requerido=True)
    responsable: Id | None = ficha.referencia("Contacto técnico", "persona")
    liga_portal: bool = ficha.booleano("Muestra la liga al portal nacional")
    publicada: bool = ficha.booleano("Publicada")
    coordinado_fecha: date | None = ficha.fecha("Coordinado el", seccion="Coordinado con el órgano rector")
    coordinado_persona: str = ficha.texto(
        "Con quién", ancho=28, seccion="Coordinado con el órgano rector", personal=True
    )
    coordinado_medio: str = ficha.texto("Por qué medio", ancho=20, seccion="Coordinado con el órgano rector")


@frozen(kw_only=True)
class Evento(Registro):
    """An event of the institution; a round table carries its whole kit (R9)."""

    ENTIDAD: ClassVar[str] = "evento"
    SINGULAR: ClassVar[str] = "evento"
    PLURAL: ClassVar[str] = "eventos"

    nombre: str = ficha.texto("Evento o tema", requerido=True, ancho=40)
    tipo: TipoEvento | None = ficha.opcion("Tipo", TipoEvento, requerido=True)
    fecha: date | None = ficha.fecha("Fecha", requerido=True)
    hora_inicio: str = ficha.texto("Hora de inicio", ancho=10)
    hora_fin: str = ficha.texto("Hora de término", ancho=10)
    lugar: str = ficha.texto("Lugar", ancho=30)
    modalidad: str = ficha.texto("Modalidad", ancho=16)
    convoca: str = ficha.texto("Quién convoca", ancho=30)
    objetivo: str = ficha.texto_largo("Objetivo")
    conjuntos: tuple[Id, ...] = ficha.referencias("Conjuntos de datos", "conjunto_datos")
    grupos: tuple[Id, ...] = ficha.referencias("Grupos invitados", "grupo_usuarios")
    invitacion: date | None = ficha.fecha("Invitación enviada el", seccion="Mesa redonda")
    agenda: str = ficha.texto_largo("Agenda", seccion="Mesa redonda")
    asistencia: str = ficha.texto_largo("Lista de asistencia", seccion="Mesa redonda", personal=True)
    desarrollo: str = ficha.texto_largo("Desarrollo de la sesión", seccion="Mesa redonda")
    encuesta: str = ficha.texto_largo("Encuesta aplicada y resultados", seccion="Mesa redonda")
    proxima: date | None = ficha.fecha("Próxima reunión", seccion="Mesa redonda")


@frozen(kw_only=True)
class Acuerdo(Registro):
    """An agreement in the minutes of a round table, with its responsible and dates (R9)."""

    ENTIDAD: ClassVar[str] = "acuerdo"
    SINGULAR: ClassVar[str] = "acuerdo"
    PLURAL: ClassVar[str] = "acuerdos"
    TITULO: ClassVar[str] = "tarea"

    tarea: str = ficha.texto("Tarea acordada", requerido=True, ancho=44)
    evento: Id | None = ficha.referencia("Mesa redonda", "evento", requerido=True)
    responsable: str = ficha.texto("Responsable", requerido=True, ancho=28)
    inicio: date | None = ficha.fecha("Inicio")
    fin: date | None = ficha.fecha("Fecha límite", requerido=True)
    estado: EstadoAccion | None = ficha.opcion("Estado", EstadoAccion, EstadoAccion.PENDIENTE, requerido=True)
