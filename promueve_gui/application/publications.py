"""The log of promotion: what a publication takes over from its content or plan line, and the strip of bimestres."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.enlaces import revisar_url
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import Canal, EstadoContenido, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.difusion import SolicitudComunicacion
    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

# Where each type usually goes out when no plan line says otherwise (mini-guide, paso 4, edición 2015).
CANAL_HABITUAL: dict[TipoContenido, Canal] = {
    TipoContenido.REDES: Canal.REDES,
    TipoContenido.BOLETIN: Canal.PORTAL_INTERNET,
    TipoContenido.PRESENTACION: Canal.EVENTOS,
    TipoContenido.HISTORIA: Canal.IMPACTO,
    TipoContenido.HERRAMIENTA: Canal.HERRAMIENTAS_PORTAL,
    TipoContenido.ESTUDIO: Canal.PORTAL_INTERNET,
}


def desde_contenido(proyecto: Proyecto, contenido: Contenido, hoy: date) -> dict[str, Any]:
    """Return what the publication of a content starts with; what the content lacks comes from its plan line."""
    linea = proyecto.get(LineaPlan, contenido.linea)
    de_linea = {} if linea is None else desde_linea(proyecto, linea, hoy)
    habitual = None if contenido.tipo is None else CANAL_HABITUAL[contenido.tipo]
    conjuntos = contenido.conjuntos or de_linea.get("conjuntos", ())
    return {
        "nombre": contenido.nombre,
        "fecha": hoy,
        "canal": de_linea.get("canal") or habitual,
        "url": contenido.url or url_directa(proyecto, conjuntos),
        "contenido": contenido.id,
        "linea": contenido.linea,
        "conjuntos": conjuntos,
    }


def desde_linea(proyecto: Proyecto, linea: LineaPlan, hoy: date) -> dict[str, Any]:
    """Return what the publication of a plan line starts with; its only content, if it has one, comes along."""
    contenidos = [c for c in proyecto.activos(Contenido) if c.linea == linea.id]
    contenido = contenidos[0] if len(contenidos) == 1 else None
    conjuntos = _conjuntos_de(proyecto, linea)
    return {
        "nombre": linea.nombre,
        "fecha": hoy,
        "canal": linea.canal,
        "url": (contenido.url if contenido else "") or url_directa(proyecto, conjuntos),
        "contenido": None if contenido is None else contenido.id,
        "linea": linea.id,
        "conjuntos": conjuntos,
    }


def desde_solicitud(solicitud: SolicitudComunicacion, hoy: date) -> dict[str, Any]:
    """Return what the publication that attends a request starts with (R14)."""
    return {"nombre": solicitud.asunto, "fecha": hoy, "solicitud": solicitud.id}


def _conjuntos_de(proyecto: Proyecto, linea: LineaPlan) -> tuple[Id, ...]:
    if linea.conjunto is not None:
        return (linea.conjunto,)
    objeto = proyecto.get(Herramienta, linea.herramienta) or proyecto.get(Evento, linea.evento)
    return () if objeto is None else objeto.conjuntos


def url_directa(proyecto: Proyecto, conjuntos: Iterable[Id]) -> str:
    """Return the first good direct URL (R4) of these datasets; empty when none has one."""
    urls = (conjunto.url for i in conjuntos if (conjunto := proyecto.get(ConjuntoDatos, i)) is not None)
    return next((url for url in urls if revisar_url(url) is None), "")


def publicaciones_de(proyecto: Proyecto, contenido: Id) -> list[Publicacion]:
    """Return the publications of a content that are in the log."""
    return [publicacion for publicacion in proyecto.activos(Publicacion) if publicacion.contenido == contenido]


def offers_log(proyecto: Proyecto, contenido: Contenido, estado: EstadoContenido | None) -> bool:
    """Tell whether a content that goes to ``estado`` is published by it and not yet in the log."""
    return estado is EstadoContenido.PUBLICADO and not publicaciones_de(proyecto, contenido.id)


class EstadoBimestre(Opcion):
    """How a bimestre stands (R8)."""

    CUMPLIDO = "cumplido", "Cumplido"
    FALTA = "falta", "Falta"
    EN_CURSO = "en_curso", "En curso"
    POR_VENIR = "por_venir", "Por venir"
    NO_APLICA = "no_aplica", "No aplica"


@frozen
class CeldaBimestre:
    """One cell of the strip: how its bimestre stands, and the same in words, long and short."""

    bimestre: Bimestre
    estado: EstadoBimestre
    texto: str
    breve: str

    @property
    def descripcion(self) -> str:
        """Return the whole cell as a sentence."""
        return f"{self.bimestre.etiqueta} de {self.bimestre.anio}: {self.texto}"


def tira_bimestral(
    cuenta: Iterable[tuple[Bimestre, int]], hoy: date, inicio: date | None = None
) -> tuple[CeldaBimestre, ...]:
    """Return the cells of the strip from how many valid communications each bimestre has (R8).

    Those that ended before the program began, on the day ``inicio``, do not apply.
    """
    return tuple(_celda(bimestre, cuantas, hoy, inicio or date.min) for bimestre, cuantas in cuenta)


def _celda(bimestre: Bimestre, cuantas: int, hoy: date, inicio: date) -> CeldaBimestre:
    if bimestre.inicio > hoy:
        palabras = EstadoBimestre.POR_VENIR.etiqueta
        return CeldaBimestre(bimestre, EstadoBimestre.POR_VENIR, palabras, f"{cuantas} com." if cuantas else palabras)
    if cuantas:
        palabras = contado(cuantas, "comunicación", "comunicaciones")
        return CeldaBimestre(bimestre, EstadoBimestre.CUMPLIDO, palabras, f"{cuantas} com.")
    if bimestre.fin < inicio:
        return CeldaBimestre(bimestre, EstadoBimestre.NO_APLICA, "No aplica: antes de empezar", "No aplica")
    if bimestre.fin < hoy:
        return CeldaBimestre(
            bimestre, EstadoBimestre.FALTA, EstadoBimestre.FALTA.etiqueta, EstadoBimestre.FALTA.etiqueta
        )
    quedan = bimestre.quedan(hoy)
    return CeldaBimestre(bimestre, EstadoBimestre.EN_CURSO, f"En curso: {quedan}", quedan.capitalize())
