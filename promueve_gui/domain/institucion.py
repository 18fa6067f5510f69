"""The institution, its people and areas, and the profile: what changes with time and place, as editable data."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import ComputoDias, ConteoRed, LecturaBimestre, Rol


@frozen(kw_only=True)
class Institucion(Registro):
    """The ministry that the project is about; a project has exactly one."""

    ENTIDAD: ClassVar[str] = "institucion"
    SINGULAR: ClassVar[str] = "institución"
    PLURAL: ClassVar[str] = "instituciones"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Nombre de la institución", requerido=True, ancho=40)
    siglas: str = ficha.texto("Siglas", requerido=True, ancho=12)
    sector: str = ficha.texto("Sector", ancho=24)
    ciudad: str = ficha.texto("Ciudad", ancho=20)
    direccion_comunicacion: str = ficha.texto("Área de Comunicación Social", ancho=40)
    correo_contacto: str = ficha.correo("Correo de contacto de datos abiertos", requerido=True)
    correo_prensa: str = ficha.correo("Correo de prensa")
    telefono_prensa: str = ficha.texto("Teléfono de prensa", ancho=20)
    sitio: str = ficha.url("Sitio de la institución")
    vision: str = ficha.texto_largo("Visión institucional de datos abiertos")
    anio: int | None = ficha.entero("Año del programa", requerido=True)


@frozen(kw_only=True)
class Membrete(Registro):
    """A letterhead of the institution: a Word document kept inside the project, by the SHA-256 of its content.

    ``revision`` says, a sentence a line, what was missing in it when it was tried and is made up for on export.
    """

    ENTIDAD: ClassVar[str] = "membrete"
    SINGULAR: ClassVar[str] = "membrete"
    PLURAL: ClassVar[str] = "membretes"

    nombre: str = ficha.texto("Membrete", requerido=True, ancho=44)
    archivo: str = ficha.texto("Archivo del membrete", oculto=True)
    predeterminado: bool = ficha.booleano("Se usa mientras no se elija otro")
    revision: str = ficha.texto_largo("Qué le faltaba al probarlo", ancho=40)


@frozen(kw_only=True)
class PlantillaPresentacion(Registro):
    """The institution's own template of presentations, kept inside the project by the SHA-256 of its content.

    The first one in use serves; ``revision`` says, a sentence a line, what it lacks and is made up for on export.
    """

    ENTIDAD: ClassVar[str] = "plantilla_presentacion"
    SINGULAR: ClassVar[str] = "plantilla de presentaciones"
    PLURAL: ClassVar[str] = "plantillas de presentaciones"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Plantilla de presentaciones", requerido=True, ancho=36)
    archivo: str = ficha.texto("Archivo de la plantilla", oculto=True)
    revision: str = ficha.texto_largo("Qué le faltaba al probarla", ancho=40)


@frozen(kw_only=True)
class Persona(Registro):
    """Somebody of the institution who answers for a part of the promotion."""

    ENTIDAD: ClassVar[str] = "persona"
    SINGULAR: ClassVar[str] = "persona"
    PLURAL: ClassVar[str] = "personas"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Nombre", requerido=True, ancho=32, personal=True)
    rol: Rol | None = ficha.opcion("Papel", Rol, requerido=True, ancho=28)
    cargo: str = ficha.texto("Cargo", ancho=32)
    correo: str = ficha.correo("Correo institucional", personal=True)
    telefono: str = ficha.texto("Teléfono", ancho=18, personal=True)
    area: Id | None = ficha.referencia("Área", "area_generadora")


@frozen(kw_only=True)
class AreaGeneradora(Registro):
    """An area that generates data (Guía 2017, Área Generadora)."""

    ENTIDAD: ClassVar[str] = "area_generadora"
    SINGULAR: ClassVar[str] = "área"
    PLURAL: ClassVar[str] = "áreas"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Nombre del área", requerido=True, ancho=48)
    siglas: str = ficha.texto("Siglas", ancho=12)
    responsable: str = ficha.texto("Responsable", ancho=30, personal=True)
    correo: str = ficha.correo("Correo del área", varios=True)
    otros_nombres: str = ficha.texto_largo("Otros nombres con que aparece", ancho=36)


@frozen(kw_only=True)
class Perfil(Registro):
    """Names, addresses, deadlines and measures in force; copied from ``recursos/perfiles``, then the project's own."""

    ENTIDAD: ClassVar[str] = "perfil"
    SINGULAR: ClassVar[str] = "perfil"
    PLURAL: ClassVar[str] = "perfiles"

    nombre: str = ficha.texto("Perfil", requerido=True, ancho=28)
    organo_rector: str = ficha.texto("Órgano rector", requerido=True, ancho=40)
    siglas_rector: str = ficha.texto("Siglas del órgano rector", ancho=12)
    correo_asesoria: str = ficha.correo("Correo para pedir asesoría")
    nombre_asesoria: str = ficha.texto("Quién da la asesoría", ancho=30)
    portal: str = ficha.texto("Portal nacional", requerido=True, ancho=40)
    sitio_portal: str = ficha.url("Dirección del portal nacional", requerido=True)
    seccion_historias: str = ficha.texto("Sección de historias y noticias", ancho=24)
    seccion_herramientas: str = ficha.texto("Sección de herramientas", ancho=24)
    licencia: str = ficha.texto("Licencia de los datos", ancho=20)
    dias_respuesta: int | None = ficha.entero("Días para responder", requerido=True)
    computo_dias: ComputoDias = ficha.opcion("Cómputo de los días", ComputoDias, ComputoDias.NATURALES, requerido=True)
    lectura_bimestre: LecturaBimestre = ficha.opcion(
        "Lectura del bimestre", LecturaBimestre, LecturaBimestre.CALENDARIO, requerido=True
    )
    caracteres_cuartilla: int | None = ficha.entero("Caracteres por cuartilla", requerido=True)
    frase_larga: int | None = ficha.entero("Palabras de una frase larga", requerido=True)
    dias_formato: int | None = ficha.entero("Días para devolver los formatos", seccion="Usuarios")
    umbral_duplicados: int | None = ficha.entero("Parecido mínimo de los duplicados (%)", seccion="Usuarios")
    trato_involucrar: str = ficha.texto_largo("Mucho poder y mucho interés", seccion="Trato según poder e interés")
    trato_satisfacer: str = ficha.texto_largo("Mucho poder y poco interés", seccion="Trato según poder e interés")
    trato_informar: str = ficha.texto_largo("Poco poder y mucho interés", seccion="Trato según poder e interés")
    trato_monitorear: str = ficha.texto_largo("Poco poder y poco interés", seccion="Trato según poder e interés")


@frozen(kw_only=True)
class RedSocial(Registro):
    """A network with its limit of characters, how it counts them, and since when that is known."""

    ENTIDAD: ClassVar[str] = "red_social"
    SINGULAR: ClassVar[str] = "red social"
    PLURAL: ClassVar[str] = "redes sociales"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Red", requerido=True, ancho=16)
    limite: int | None = ficha.entero("Límite de caracteres", requerido=True)
    cuenta_url: int | None = ficha.entero("Caracteres que cuenta una URL")
    conteo: ConteoRed | None = ficha.opcion(
        "Cómo cuenta los caracteres", ConteoRed, ConteoRed.CARACTERES, requerido=True, ancho=30
    )
    vigente: date | None = ficha.fecha("Límite consultado el")
    en_uso: bool = ficha.booleano("La institución la usa")


@frozen(kw_only=True)
class CitaGuia(Registro):
    """Where the Guía says what a rule or step asks for: text and edition."""

    ENTIDAD: ClassVar[str] = "cita_guia"
    SINGULAR: ClassVar[str] = "cita"
    PLURAL: ClassVar[str] = "citas"
    FEMENINO: ClassVar[bool] = True
    TITULO: ClassVar[str] = "clave"

    clave: str = ficha.texto("Regla o paso", requerido=True, ancho=10)
    cita: str = ficha.texto("Cita", requerido=True, ancho=60)


@frozen(kw_only=True)
class DiaInhabil(Registro):
    """A closure that the institution adds to the official holidays (R11)."""

    ENTIDAD: ClassVar[str] = "dia_inhabil"
    SINGULAR: ClassVar[str] = "día inhábil"
    PLURAL: ClassVar[str] = "días inhábiles"
    TITULO: ClassVar[str] = "motivo"

    fecha: date | None = ficha.fecha("Fecha", requerido=True)
    motivo: str = ficha.texto("Motivo", requerido=True, ancho=40)
