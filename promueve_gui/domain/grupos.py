"""Step 1: the user groups of each area, what data they use, and their contacts."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, TipoUso

SIN_AREA = "Sin área"  # what lists and documents say in place of the area of a group that has none


@frozen(kw_only=True)
class GrupoUsuarios(Registro):
    """People who use, or could use, the data of an area (mini-guide, paso 1, edición 2015)."""

    ENTIDAD: ClassVar[str] = "grupo_usuarios"
    SINGULAR: ClassVar[str] = "grupo"
    PLURAL: ClassVar[str] = "grupos"

    nombre: str = ficha.texto("Grupo de usuarios", requerido=True, ancho=40)
    siglas: str = ficha.texto("Siglas", ancho=10)
    clase: ClaseGrupo | None = ficha.opcion("Clase", ClaseGrupo, requerido=True, ancho=26)
    area: Id | None = ficha.referencia("Área generadora", "area_generadora", requerido=True)
    ejes: frozenset[Eje] = ficha.opciones("Ejes estratégicos", Eje, ancho=30)
    prioritario: bool = ficha.booleano("Prioritario")
    descripcion: str = ficha.texto_largo("Quiénes son y qué buscan")
    poder: int | None = ficha.escala("Poder", seccion="Análisis de actores")
    interes: int | None = ficha.escala("Interés", seccion="Análisis de actores")
    legitimidad: int | None = ficha.escala("Legitimidad", seccion="Análisis de actores")
    urgencia: int | None = ficha.escala("Urgencia", seccion="Análisis de actores")
    notas: str = ficha.texto_largo("Notas", ancho=30)


@frozen(kw_only=True)
class UsoDatos(Registro):
    """A group's link to a dataset, actual or potential."""

    ENTIDAD: ClassVar[str] = "uso_datos"
    SINGULAR: ClassVar[str] = "uso de datos"
    PLURAL: ClassVar[str] = "usos de datos"
    TITULO: ClassVar[str] = "uso"

    grupo: Id | None = ficha.referencia("Grupo de usuarios", "grupo_usuarios", requerido=True)
    conjunto: Id | None = ficha.referencia("Conjunto de datos", "conjunto_datos", requerido=True)
    tipo: TipoUso | None = ficha.opcion("Uso", TipoUso, TipoUso.POTENCIAL, requerido=True, ancho=12)
    uso: str = ficha.texto_largo("Para qué los usa o los usaría")


@frozen(kw_only=True)
class Contacto(Registro):
    """A person inside a group, with what the law asks to be noted (LGPDPPSO, DOF 20 March 2025)."""

    ENTIDAD: ClassVar[str] = "contacto"
    SINGULAR: ClassVar[str] = "contacto"
    PLURAL: ClassVar[str] = "contactos"

    nombre: str = ficha.texto("Nombre", requerido=True, ancho=32, personal=True)
    grupo: Id | None = ficha.referencia("Grupo de usuarios", "grupo_usuarios", requerido=True)
    institucion: str = ficha.texto("Institución u organización", ancho=32, personal=True)
    cargo: str = ficha.texto("Cargo", ancho=28, personal=True)
    correo: str = ficha.correo("Correo institucional", personal=True)
    fuente: str = ficha.texto("De dónde se obtuvo", ancho=28)
    aviso_fecha: date | None = ficha.fecha("Aviso de privacidad entregado el", seccion="Privacidad")
    aviso_version: str = ficha.texto("Versión del aviso", ancho=14, seccion="Privacidad")
    no_contactar: bool = ficha.booleano("No contactar", seccion="Privacidad")
    revision: date | None = ficha.fecha("Revisar antes del", seccion="Privacidad")
