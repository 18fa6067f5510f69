"""The files in which the plan leaves: one of it all, or one for each area or person that it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import AGENDA, Documento, nombre_parte
from promueve_gui.application.nombres_archivo import nombre_de_archivo, nombre_unico
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reparto_plan import Reparto, owners
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from promueve_gui.application.export_documents import TipoDocumento
    from promueve_gui.domain.proyecto import Proyecto

CARPETAS = {Reparto.AREA: "Plan por área", Reparto.PERSONA: "Plan por persona"}


def plan_documents(
    proyecto: Proyecto, tipo: TipoDocumento, reparto: Reparto, salidos: Collection[str] = ()
) -> list[Documento]:
    """Return the files of one kind in which the plan leaves, each with its name; no two have the same.

    One for all of it or, shared out, one for each area or person with lines in use, by name; what is of nobody comes
    last. Of ``salidos``, the identities of documents that left before, calendars come again even if no line is left in
    their part: they cancel what they contadas of.
    """
    institucion = proyecto.unico(Institucion)
    siglas = institucion.siglas if institucion else ""
    anio = institucion.anio if institucion and institucion.anio else ""
    nombre = tipo.nombre.format(siglas=siglas, anio=anio)
    if reparto is Reparto.TODO:
        return [Documento(clave=tipo.clave, titulo=tipo.titulo, archivo=nombre_de_archivo(nombre, tipo.extension))]
    usados: set[str] = set()
    contadas = [
        parte
        for clave, _, parte in (salido.partition(":") for salido in salidos)
        if clave == AGENDA.clave == tipo.clave
    ]
    return [
        Documento(
            clave=tipo.clave,
            titulo=f"{tipo.titulo}: {titulo}",
            archivo=nombre_unico(nombre_de_archivo(f"{titulo} - {nombre}", tipo.extension), usados),
            carpeta=CARPETAS[reparto],
            parte=parte,
        )
        for parte, titulo in plan_parts(proyecto, reparto, contadas)
    ]


def plan_parts(proyecto: Proyecto, reparto: Reparto, partes: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return the parts with lines in use, and ``partes``, by the name of whom they concern, which comes with each.

    Of ``partes``, those of whom the project does not know any more have nobody to go to.
    """
    de_quien = owners(proyecto, reparto)
    ids = {identidad for linea in proyecto.activos(LineaPlan) for identidad in de_quien(linea)}
    tipo = Persona if reparto is Reparto.PERSONA else AreaGeneradora
    for clase, _, identidad in (parte.partition(":") for parte in partes):
        if clase == reparto and (not identidad or proyecto.get(tipo, identidad)):
            ids.add(identidad)
    con_nombre = [(nombre_parte(f"{reparto}:{identidad}", proyecto), identidad) for identidad in ids]
    con_nombre.sort(key=lambda suya: (not suya[1], plegar(suya[0]), suya[1]))
    return [
        (f"{reparto}:{identidad}", nombre if identidad else nombre.capitalize()) for nombre, identidad in con_nombre
    ]
