"""Which slides a presentation becomes, before they are PowerPoint: the cover, those written, and the data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, paragraphs, rich_paragraphs
from promueve_gui.adapters.word.closing import contact_lines, data_lines
from promueve_gui.domain.campos_combinados import combinar, combinar_rico
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.reglas.estructura import laminas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

SIN_TITULO = Lamina.SIN_TITULO.capitalize()  # a slide needs one for whoever does not see it
_ENTRE_PUNTOS = frozenset({Estilo.VINETA, Estilo.NUMERO})


@frozen(kw_only=True)
class Hoja:
    """One slide: its title, its paragraphs, and what whoever speaks has noted."""

    titulo: str
    parrafos: tuple[Parrafo, ...] = ()
    notas: str = ""


@frozen(kw_only=True)
class Exposicion:
    """A whole presentation. ``portada`` has its subtitle as paragraphs; ``pie`` is at the foot of every slide."""

    portada: Hoja
    hojas: tuple[Hoja, ...]
    pie: str


def compose_deck(contenido: Contenido, proyecto: Proyecto) -> Exposicion:
    """Return the slides of a presentation. Without slides of its own, they are the parts of its text."""
    propias = [_slide(lamina, contenido, proyecto) for lamina in laminas(proyecto, contenido)]
    hojas = [*(propias or _parts(contenido, proyecto)), *_data(contenido, proyecto)]
    return Exposicion(portada=_cover(contenido, proyecto), hojas=tuple(hojas), pie=institution_of(proyecto))


def institution_of(proyecto: Proyecto) -> str:
    """Return the name of the institution, empty when the project does not say it."""
    institucion = proyecto.unico(Institucion)
    return " ".join(institucion.nombre.split()) if institucion else ""


def _cover(contenido: Contenido, proyecto: Proyecto) -> Hoja:
    fecha = fecha_larga(contenido.fecha) if contenido.fecha else ""
    lineas = dict.fromkeys(filter(None, (institution_of(proyecto), contenido.autor.strip(), fecha)))
    return Hoja(
        titulo=_title(combinar(contenido.nombre, contenido, proyecto)),
        parrafos=tuple(parrafo for linea in lineas for parrafo in paragraphs(Estilo.TEXTO, linea)),
    )


def _slide(lamina: Lamina, contenido: Contenido, proyecto: Proyecto) -> Hoja:
    puntos = rich_paragraphs(Estilo.TEXTO, combinar_rico(lamina.puntos, contenido, proyecto))
    notas = [combinar(lamina.notas, contenido, proyecto).strip()]
    if lamina.texto_alternativo.strip():
        etiqueta = campos(Lamina)["texto_alternativo"].etiqueta
        notas.append(f"{etiqueta}: {combinar(lamina.texto_alternativo, contenido, proyecto).strip()}")
    return Hoja(
        titulo=_title(combinar(lamina.nombre, contenido, proyecto)),
        parrafos=tuple(_as_points(puntos)),
        notas="\n\n".join(filter(None, notas)),
    )


def _as_points(parrafos: Sequence[Parrafo]) -> Iterator[Parrafo]:
    """Yield what was typed as points: lines without signs, of several, are points each."""
    solo_lineas = len(parrafos) > 1 and not any(parrafo.estilo in _ENTRE_PUNTOS for parrafo in parrafos)
    for parrafo in parrafos:
        yield replace(parrafo, estilo=Estilo.VINETA) if solo_lineas and parrafo.estilo is Estilo.TEXTO else parrafo


def _parts(contenido: Contenido, proyecto: Proyecto) -> list[Hoja]:
    """Return a slide for each part of the text: a heading begins one."""
    partes: list[tuple[str, list[Parrafo]]] = []
    for parrafo in rich_paragraphs(Estilo.TEXTO, combinar_rico(contenido.cuerpo, contenido, proyecto)):
        if parrafo.estilo is Estilo.APARTADO:
            partes.append((parrafo.texto, []))
            continue
        if not partes:
            partes.append((combinar(contenido.nombre, contenido, proyecto), []))
        partes[-1][1].append(parrafo)
    return [Hoja(titulo=_title(titulo), parrafos=tuple(parrafos)) for titulo, parrafos in partes]


def _data(contenido: Contenido, proyecto: Proyecto) -> list[Hoja]:
    """Return the slide with the datasets, their direct URL and whom to ask (R4, R5); none when nothing is known."""
    datos, contacto = data_lines(contenido, proyecto), contact_lines(contenido, proyecto, prensa=False)
    secciones = [*datos, *contacto]
    if not secciones:
        return []
    cuerpo = [*datos[1:], *(replace(p, estilo=Estilo.APARTADO) for p in contacto[:1] if datos), *contacto[1:]]
    return [Hoja(titulo=secciones[0].texto, parrafos=tuple(cuerpo))]


def _title(texto: str) -> str:
    return " ".join(texto.split()) or SIN_TITULO
