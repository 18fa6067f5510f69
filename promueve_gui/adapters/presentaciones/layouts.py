"""Which layouts of a template serve for the cover and for points, and what is filled in where it has none.

Standard: ECMA-376, part 1, 19.7.10 (types of placeholder) and 19.7.15 (types of layout).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pptx.enum.shapes import PP_PLACEHOLDER

from promueve_gui.adapters.presentaciones.fitting import Caja
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

TITULOS = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE})
CUERPOS = frozenset({PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY})
LETRA = 20.0  # points, where the template says nothing
PANORAMICA = 16 / 9
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 12_700  # in a point
_MARGEN = 14.4  # points that a box leaves at both sides together, unless told otherwise

SIN_PORTADA = "No tiene una lámina de portada con título y subtítulo; Promueve pone lo que falta."
SIN_PUNTOS = "No tiene una lámina con título y texto; Promueve pone lo que falta."
SIN_NUMERO = "No numera las láminas; Promueve pone el número abajo a la derecha."
OTRA_FORMA = "No es panorámica (16:9): mide {ancho:.1f} × {alto:.1f} cm, y así saldrán las láminas."


@frozen
class Molde:
    """A layout with the places (``idx``) of its title and text, ``None`` for those that it has not."""

    layout: SlideLayout
    titulo: int | None
    cuerpo: int | None


@frozen
class Moldes:
    """The layouts of cover and points, and the measures of a slide in EMU."""

    portada: Molde
    puntos: Molde
    ancho: int
    alto: int


def find_layouts(deck: Deck) -> Moldes:
    """Return the layouts to use, whatever the template calls them."""
    layouts = list(deck.slide_layouts)
    puntos = _best(layouts, ("obj", "tx"), CUERPOS)
    portada = _best(layouts, ("title",), frozenset({PP_PLACEHOLDER.SUBTITLE}))
    if portada.cuerpo is None:
        portada = puntos if portada.titulo is None else portada
    return Moldes(portada, puntos, int(deck.slide_width or 0), int(deck.slide_height or 0))


def missing(deck: Deck) -> list[str]:
    """Return, a sentence each, what a template lacks and is made up for."""
    moldes = find_layouts(deck)
    faltas = []
    if moldes.portada.titulo is None or moldes.portada.cuerpo is None or moldes.portada is moldes.puntos:
        faltas.append(SIN_PORTADA)
    if moldes.puntos.titulo is None or moldes.puntos.cuerpo is None:
        faltas.append(SIN_PUNTOS)
    if number_of(moldes.puntos.layout) is None:
        faltas.append(SIN_NUMERO)
    if moldes.alto and abs(moldes.ancho / moldes.alto - PANORAMICA) > 0.01:  # noqa: PLR2004 - measures are rounded
        faltas.append(OTRA_FORMA.format(ancho=moldes.ancho / 360_000, alto=moldes.alto / 360_000))
    return faltas


def number_of(layout: SlideLayout) -> LayoutPlaceholder | None:
    """Return the place of the number of the slide."""
    return _placed(layout, frozenset({PP_PLACEHOLDER.SLIDE_NUMBER}))


def footer_of(layout: SlideLayout) -> LayoutPlaceholder | None:
    """Return the place of the foot of the slide."""
    return _placed(layout, frozenset({PP_PLACEHOLDER.FOOTER}))


def _best(layouts: Iterable[SlideLayout], tipos: tuple[str, ...], cuerpos: frozenset[PP_PLACEHOLDER]) -> Molde:
    """Return the layout with most of what is needed; of those alike, one of the types named, and then the first."""
    moldes = [_mould(layout, cuerpos) for layout in layouts]
    return max(
        moldes,
        key=lambda m: (m.titulo is not None, m.cuerpo is not None, m.layout.element.get("type") in tipos),
    )


def _mould(layout: SlideLayout, cuerpos: frozenset[PP_PLACEHOLDER]) -> Molde:
    titulo, cuerpo = _placed(layout, TITULOS), _placed(layout, cuerpos)
    return Molde(
        layout,
        None if titulo is None else titulo.placeholder_format.idx,
        None if cuerpo is None else cuerpo.placeholder_format.idx,
    )


def _placed(layout: SlideLayout, tipos: frozenset[PP_PLACEHOLDER]) -> LayoutPlaceholder | None:
    return next((p for p in _places(layout) if p.placeholder_format.type in tipos), None)


def _places(layout: SlideLayout) -> Iterable[LayoutPlaceholder]:
    return cast("Iterable[LayoutPlaceholder]", layout.placeholders)  # its types do not say that it can be gone through


def title_box(moldes: Moldes) -> tuple[int, int, int, int]:
    """Return where a title goes that the layout has no place for: left, top, width and height in EMU."""
    return _part(moldes, 0.05, 0.06, 0.90, 0.16)


def body_box(moldes: Moldes) -> tuple[int, int, int, int]:
    """Return where a text goes that the layout has no place for."""
    return _part(moldes, 0.05, 0.25, 0.90, 0.62)


def number_box(moldes: Moldes) -> tuple[int, int, int, int]:
    """Return where the number of the slide goes in a layout without one."""
    return _part(moldes, 0.85, 0.93, 0.10, 0.05)


def footer_box(moldes: Moldes) -> tuple[int, int, int, int]:
    """Return where the foot goes in a layout without one."""
    return _part(moldes, 0.05, 0.93, 0.70, 0.05)


def _part(moldes: Moldes, x: float, y: float, ancho: float, alto: float) -> tuple[int, int, int, int]:
    return int(x * moldes.ancho), int(y * moldes.alto), int(ancho * moldes.ancho), int(alto * moldes.alto)


def room(moldes: Moldes, molde: Molde, *, titulo: bool) -> Caja:
    """Return the room for the title or the text of a layout, and the size of the letters there."""
    indice = molde.titulo if titulo else molde.cuerpo
    suyo = next((p for p in _places(molde.layout) if p.placeholder_format.idx == indice), None)
    _, _, ancho, alto = title_box(moldes) if titulo else body_box(moldes)
    if suyo is not None and suyo.width and suyo.height:
        ancho, alto = suyo.width, suyo.height
    return Caja(ancho / _EMU - _MARGEN, alto / _EMU - _MARGEN / 2, size_of(molde.layout, suyo, titulo=titulo))


def size_of(layout: SlideLayout, suyo: LayoutPlaceholder | None, *, titulo: bool) -> float:
    """Return the size of letters at the first level, in points: the layout's own, or that of its master."""
    master = layout.slide_master.element
    estilo = "titleStyle" if titulo else "bodyStyle"
    raices = [*([suyo.element] if suyo is not None else []), *master.iterfind(f".//{{*}}{estilo}")]
    for raiz in raices:
        for nivel in raiz.iter(f"{_A}lvl1pPr"):
            for letras in nivel.iter(f"{_A}defRPr"):
                if letras.get("sz", "").isdecimal():
                    return int(letras.get("sz")) / 100
    return LETRA


def has_bullets(layout: SlideLayout, indice: int | None) -> bool:
    """Tell whether points have a sign of their own in a layout."""
    suyo = next((p for p in _places(layout) if p.placeholder_format.idx == indice), None)
    if suyo is None:
        return False
    for raiz in (suyo.element, *layout.slide_master.element.iterfind(".//{*}bodyStyle")):
        for nivel in raiz.iter(f"{_A}lvl1pPr"):
            signos = [hijo.tag.removeprefix(_A) for hijo in nivel]
            if "buNone" in signos:
                return False
            if {"buChar", "buAutoNum", "buBlip"} & set(signos):
                return True
    return False
