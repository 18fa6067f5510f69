"""Catalogues that a project copies from ``recursos`` and its users edit: synonyms, messages, snippets, rules."""

from __future__ import annotations

from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.actores import Tratamiento
from promueve_gui.domain.ficha import Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    Eje,
    MomentoRegla,
    ObjetoRegla,
    PeriodoRegla,
    Rol,
    TipoContenido,
)


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


@frozen(kw_only=True)
class ReglaPlan(Registro):
    """When to propose a line of the plan, and which: what happens, for whom, how long before or after.

    An empty class, eje or treatment admits all. ``anticipacion`` is how many days must still be ahead of the date that
    is watched for the rule to make sense. It proposes one line per object in each ``periodo``, and no more than
    ``tope`` in all, where that is given; ``cita`` is the key of a ``CitaGuia``.
    """

    ENTIDAD: ClassVar[str] = "regla_plan"
    SINGULAR: ClassVar[str] = "regla del plan"
    PLURAL: ClassVar[str] = "reglas del plan"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Qué propone", requerido=True, ancho=40)
    objeto: ObjetoRegla | None = ficha.opcion("Cuándo", ObjetoRegla, requerido=True, ancho=24, seccion="Cuándo")
    prioritarios: bool = ficha.booleano("Solo lo que va primero", seccion="Cuándo")
    anticipacion: int | None = ficha.entero("Días que deben faltar", seccion="Cuándo")
    clase: ClaseGrupo | None = ficha.opcion("Clase de los grupos", ClaseGrupo, seccion="Para quién")
    eje: Eje | None = ficha.opcion("Eje de los grupos", Eje, seccion="Para quién")
    cuadrante: Tratamiento | None = ficha.opcion("Trato de los grupos", Tratamiento, seccion="Para quién")
    tipo_contenido: TipoContenido | None = ficha.opcion(
        "Tipo de contenido", TipoContenido, requerido=True, ancho=24, seccion="Qué se propone"
    )
    canal: Canal | None = ficha.opcion("Canal", Canal, requerido=True, ancho=24, seccion="Qué se propone")
    rol_responsable: Rol | None = ficha.opcion(
        "Papel responsable", Rol, requerido=True, ancho=24, seccion="Qué se propone"
    )
    dias: int | None = ficha.entero("Días", seccion="Qué se propone")
    momento: MomentoRegla | None = ficha.opcion(
        "Antes o después", MomentoRegla, MomentoRegla.DESPUES, requerido=True, seccion="Qué se propone"
    )
    tope: int | None = ficha.entero("Cuántas como máximo", seccion="Cuántas veces")
    periodo: PeriodoRegla | None = ficha.opcion(
        "En cada", PeriodoRegla, PeriodoRegla.BIMESTRE, requerido=True, seccion="Cuántas veces"
    )
    cita: str = ficha.texto("Clave de la cita", ancho=10, seccion="En qué se apoya")


@frozen(kw_only=True)
class Fragmento(Registro):
    """A text that many contents say alike, put into them by its name; it may hold merge fields («{contacto}»)."""

    ENTIDAD: ClassVar[str] = "fragmento"
    SINGULAR: ClassVar[str] = "fragmento"
    PLURAL: ClassVar[str] = "fragmentos"

    nombre: str = ficha.texto("Para qué sirve", requerido=True, ancho=36)
    texto: str = ficha.texto_rico("Texto", requerido=True, ancho=60)


@frozen(kw_only=True)
class PalabraDiccionario(Registro):
    """A word that the institution writes and no dictionary knows: its places, its programmes, its acronyms."""

    ENTIDAD: ClassVar[str] = "palabra_diccionario"
    SINGULAR: ClassVar[str] = "palabra del diccionario"
    PLURAL: ClassVar[str] = "palabras del diccionario"
    FEMENINO: ClassVar[bool] = True
    TITULO: ClassVar[str] = "palabra"

    palabra: str = ficha.texto("Palabra", requerido=True, ancho=24)
