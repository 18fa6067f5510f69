"""Files that come back by e-mail: compared with what was sent, decided on, applied; and the doubts they leave.

Works on whichever thread has the session. It opens no files: readers give it what a workbook says.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.garbage import held_back
from promueve_gui.application.ports import Recepcion
from promueve_gui.application.received import Aplicado
from promueve_gui.application.word_returns import WordReturns
from promueve_gui.domain.alcance import MAPA, PLAN
from promueve_gui.domain.cambios import DEVOLVER, cambio
from promueve_gui.domain.devolucion import check_institution, compare_book
from promueve_gui.domain.dudas import doubt_choices, doubt_values, resolve_doubt
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.interpretacion import cell_text
from promueve_gui.domain.partes import Partes
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.recepcion import choices, settle
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.semejantes import Semejantes
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.visto import Memoria, Visto

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from promueve_gui.application.ports import Exportacion
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.devueltos import HojaDevuelta, LibroDevuelto
    from promueve_gui.domain.diferencias import Decision, Devolucion
    from promueve_gui.domain.duplicados import Similitud
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.pasado import Pasado
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.texto_devuelto import Componer

__all__ = ["Aplicado", "Returns", "choices", "doubt_choices", "doubt_values", "resolve_doubt"]

SIN_SELLO = "sin sello:"  # before the area of files that do not say of which export they are
# Of the past only these tables matter to what workbooks hold.
EXPORTADAS = frozenset(
    {
        "area_generadora",
        "grupo_usuarios",
        "union_grupos",
        "conjunto_datos",
        "uso_datos",
        "herramienta",
        "evento",
        "persona",
        "linea_plan",
    }
)
_SIN_EXPORTACION = (
    "El archivo no dice de qué envío es; se comparó solo con lo que el proyecto dice hoy, y lo que difiere se pregunta."
)
_EXPORTACION_AJENA = (
    "El archivo es de un envío que este proyecto no registró; se comparó solo con lo que el proyecto dice hoy, y lo "
    "que difiere se pregunta."
)
_AREA_SUPUESTA = "El archivo no dice de qué área es; por sus grupos se tomó como de «{area}»."
_SIN_AREA = "No se sabe de qué área es el archivo; los grupos nuevos se agregan sin área."


class Returns:
    """Compares and applies a batch of returned workbooks, with one walk back through the bitácora and one backup.

    The session is its own for that time, on one thread.
    """

    def __init__(self, session: Session, similitud: Similitud | None = None, componer: Componer | None = None) -> None:
        """Take the open project; with ``similitud`` new rows say which group they look like.

        ``componer`` tells which paragraphs documents have; without it none are received.
        """
        self._session = session
        self._words = None if componer is None else WordReturns(session, componer)
        self._similitud = similitud
        self._past: Pasado | None = None
        self._backed_up = False

    def compare(self, libro: LibroDevuelto, *, area: Id | None = None) -> Devolucion:
        """Return how a file differs from what was sent and from what the project says now. Changes nothing.

        ``area`` is whose it is, for a workbook that does not say; of a document, the content that it is of.
        Raises ``UserError`` («libro_de_otra_institucion», «word_de_otro_proyecto»).
        """
        if libro.texto is not None and self._words is not None:
            return self._compare_text(libro, self._words, area)
        session, sello = self._session, libro.sello
        check_institution(session.proyecto, libro)
        with held_back():
            exportacion = session.find_export(sello.exportacion) if sello.exportacion else None
            suya = _area(session.proyecto, libro, area)
            recibidas = session.receptions(_key(libro, suya))
            partes = Partes(
                archivo=libro.archivo,
                documento=sello.documento if exportacion is None else exportacion.documento,
                area=suya,
                nuestro=session.proyecto,
                base=None if exportacion is None else self._past_from(exportacion.asiento).en(exportacion.asiento),
                entonces=lambda asiento, entidad, i: self._past_from(asiento).registro(asiento, entidad, i),
                memoria=Memoria((recibida.asiento, Visto.of_text(recibida.visto)) for recibida in recibidas),
                procedencias=Procedencias.of(session.proyecto),
                parecido=Semejantes(session.proyecto, self._similitud).find,
            )
            avisos = [*self._notices(libro, exportacion, suya, area), *_seen_before(libro, recibidas)]
            return compare_book(libro, partes, avisos, session.position)

    def _compare_text(self, libro: LibroDevuelto, words: WordReturns, contenido: Id | None) -> Devolucion:
        with held_back():
            recibidas = self._session.receptions(_key(libro, words.content_of(libro, contenido)))
            devolucion = words.compare(libro, recibidas, contenido)
            return replace(devolucion, avisos=[*devolucion.avisos, *_seen_before(libro, recibidas)])

    def apply(self, devolucion: Devolucion, decisiones: Mapping[str, Decision]) -> Aplicado:
        """Take what is certain and what was decided, as one edition; leave a doubt for each of the rest.

        ``decisiones`` go by ``Diferencia.clave``. When the project went on meanwhile, it is compared again first.
        Raises ``UserError`` when the project cannot be written; nothing has changed then.
        """
        session = self._session
        if devolucion.posicion != session.position:
            devolucion = self.compare(devolucion.libro, area=devolucion.contenido or devolucion.area)
        libro = devolucion.libro
        resuelto = settle(devolucion, decisiones, session.proyecto, session.today)
        de_quien = devolucion.contenido or devolucion.area
        recepcion = Recepcion(_key(libro, de_quien), libro.archivo, libro.huella, resuelto.visto.to_text())
        cambios = [*resuelto.cambios, *self._returned(devolucion, changing=bool(resuelto.cambios))]
        if any(cambio is not None for cambio in cambios):
            self._back_up()
        edicion = session.edit(f"Recibir «{libro.archivo}»", cambios, DEVOLVER, recepcion)
        if edicion is None:
            session.note_reception(recepcion)
        return Aplicado(devolucion=devolucion, edicion=edicion, resuelto=resuelto)

    def _back_up(self) -> None:
        """Copy the project before the first file that changes it; one copy will do for all of them."""
        if not self._backed_up:
            self._session.backup("recepcion")
            self._backed_up = True

    def _past_from(self, asiento: int) -> Pasado:
        """Return the past from a line on backwards; the one at hand, unless it begins before."""
        if self._past is None or self._past.asiento < asiento:
            self._past = self._session.past(EXPORTADAS)
        return self._past

    def _notices(
        self, libro: LibroDevuelto, exportacion: Exportacion | None, area: Id | None, dada: Id | None
    ) -> Iterator[str]:
        sello = libro.sello
        if not sello.exportacion:
            yield _SIN_EXPORTACION
        elif exportacion is None:
            yield _EXPORTACION_AJENA
        elif (ultima := self._session.exports()[exportacion.documento]) > exportacion.momento:
            yield _sent_again(exportacion.momento.astimezone(), ultima.astimezone())
        if area is not None and area not in (sello.area, dada):
            yield _AREA_SUPUESTA.format(area=self._session.proyecto.titulo(AreaGeneradora.ENTIDAD, area))
        if area is None and any(h.entidad == "grupo_usuarios" and "area" not in h.campos for h in libro.hojas):
            yield _SIN_AREA
        presentes = {hoja.entidad for hoja in libro.hojas}
        if sello.documento.startswith("formato:"):
            for entidad in ("grupo_usuarios", "uso_datos"):
                if entidad not in presentes:
                    cuales = POR_ENTIDAD[entidad].PLURAL
                    yield f"El archivo no trae la hoja de {cuales}; lo que el proyecto dice de ellos no cambia."

    def _returned(self, devolucion: Devolucion, *, changing: bool) -> Iterator[Cambio | None]:
        """Yield the note that the area's workbook came back; the same file on another day says nothing new."""
        proyecto, sello = self._session.proyecto, devolucion.libro.sello
        renglones = sum(len(h.filas) for h in devolucion.libro.hojas if h.entidad == GrupoUsuarios.ENTIDAD)
        for envio in proyecto.activos(EnvioFormato):
            if sello.exportacion and envio.exportacion == sello.exportacion and (changing or envio.devuelto is None):
                yield cambio(envio, devuelto=self._session.today, renglones=renglones)


def _key(libro: LibroDevuelto, de_quien: Id | None) -> str:
    """Return under which word the receptions of a file are kept: its export or, unknown, its area or content."""
    return libro.sello.exportacion or f"{SIN_SELLO}{de_quien or ''}"


def _area(proyecto: Proyecto, libro: LibroDevuelto, dada: Id | None) -> Id | None:
    """Return whose a workbook is: what it says, what somebody says, or whose its groups are; none for map and plan."""
    documento = libro.sello.documento
    if documento and (not libro.sello.area or documento.partition(":")[0] in {MAPA, PLAN}):
        return None
    for dicha in (libro.sello.area, dada):
        if proyecto.get(AreaGeneradora, dicha or None) is not None:
            return dicha
    return _area_of_groups(proyecto, libro)


def _area_of_groups(proyecto: Proyecto, libro: LibroDevuelto) -> Id | None:
    """Return whose most of the groups of a workbook are, by their identities or, where it has none, by their names."""
    hojas = [h for h in libro.hojas if h.entidad == GrupoUsuarios.ENTIDAD and "area" not in h.campos]
    con_identidad = [proyecto.get(GrupoUsuarios, fila.id) for hoja in hojas for fila in hoja.filas if fila.id]
    propias = Counter(grupo.area for grupo in con_identidad if grupo is not None and grupo.area)
    if not propias:
        nombres = {plegar(nombre) for hoja in hojas for nombre in _names(hoja)}
        llamados = [grupo for nombre in nombres for grupo in proyecto.llamados(GrupoUsuarios, nombre)]
        grupos = (proyecto.get(GrupoUsuarios, identidad) for identidad in llamados)
        propias = Counter(grupo.area for grupo in grupos if grupo is not None and grupo.area)
        # One name that is everybody's («Periodistas») does not tell whose the rest are.
        propias = Counter({area: cuantos for area, cuantos in propias.items() if 2 * cuantos > len(nombres)})
    return max(propias, key=propias.__getitem__, default=None)


def _names(hoja: HojaDevuelta) -> Iterator[str]:
    if "nombre" in hoja.campos:
        lugar = hoja.campos.index("nombre")
        yield from (texto for fila in hoja.filas if (texto := cell_text(fila.celdas[lugar])))


def _seen_before(libro: LibroDevuelto, recibidas: Sequence[Recepcion]) -> Iterator[str]:
    for recibida in recibidas:
        if recibida.huella == libro.huella and recibida.momento is not None:
            yield f"Este mismo archivo ya se recibió el {fecha_corta(recibida.momento.astimezone().date())}."
            return


def _sent_again(enviado: datetime, otro: datetime) -> str:
    """Say that a file left before another one of the same; the hours where the days do not tell them apart."""
    dia, hora, despues = fecha_corta(enviado.date()), f"{enviado:%H:%M}", f"{otro:%H:%M}"
    if enviado.date() != otro.date():
        cuando = f"{dia} y el {fecha_corta(otro.date())}"
    elif hora != despues:
        cuando = f"{dia} a las {hora} y ese día a las {despues}"
    else:
        cuando = f"{dia} a las {hora} y en ese momento"
    return f"Este archivo se envió el {cuando} se envió otro; se comparó con lo que este traía."
