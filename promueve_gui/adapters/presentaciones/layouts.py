"""Which layouts of a template serve for the cover and for points, and what is filled in where it has none.

Standard: ECMA-376, part 1, 19.7.10 (types of placeholder) and 19.7.15 (types of layout).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pptx.enum.shapes import PP_PLACEHOLDER

from promueve_gui.adapters.presentaciones.completing import layouts_of, places_of
from promueve_gui.adapters.presentaciones.fitting import Caja
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

TITULOS = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE})
CUERPOS = frozenset({PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY})
NUMEROS, PIES = frozenset({PP_PLACEHOLDER.SLIDE_NUMBER}), frozenset({PP_PLACEHOLDER.FOOTER})
LETRA = 20.0  # points, where the template says nothing
PANORAMICA = 16 / 9
MENOR_CUERPO = 1 / 6  # of the slide: a smaller place is for a caption, a date or a word over the title
BAJO_TITULO = 0.25  # of the height of the slide: where a text begins that is put there
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 12_700  # in a point
_CENTIMETRO = 360_000  # EMU
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
    """Return the layouts to use, whatever the template calls them and whether or not it says their type."""
    layouts = layouts_of(deck)
    ancho, alto = int(deck.slide_width or 0), int(deck.slide_height or 0)
    puntos = max((_for_points(layout, ancho, alto) for layout in layouts), key=lambda m: _merit(m, ancho))
    portada = max(map(_for_cover, layouts), key=_cover_merit)
    return Moldes(portada if _is_cover(portada.layout) and portada.titulo is not None else puntos, puntos, ancho, alto)


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
    return _placed(layout, NUMEROS)


def footer_of(layout: SlideLayout) -> LayoutPlaceholder | None:
    """Return the place of the foot of the slide."""
    return _placed(layout, PIES)


def _for_points(layout: SlideLayout, ancho: int, alto: int) -> Molde:
    """Return the places for points: the largest text, and a title above it.

    What is too small to hold points is none, nor is a title in the way of the text that is put there then.
    """
    titulo, cuerpo = _placed(layout, TITULOS), _placed(layout, CUERPOS)
    if cuerpo is not None and _area(cuerpo) < MENOR_CUERPO * (ancho // _CENTIMETRO) * (alto // _CENTIMETRO):
        cuerpo = None
    if cuerpo is None and titulo is not None and _bottom(titulo) > BAJO_TITULO * alto:
        titulo = None
    return Molde(layout, _place_of(titulo), _place_of(cuerpo))


def _for_cover(layout: SlideLayout) -> Molde:
    subtitulo = _placed(layout, frozenset({PP_PLACEHOLDER.SUBTITLE})) or _placed(layout, CUERPOS)
    return Molde(layout, _place_of(_placed(layout, TITULOS)), _place_of(subtitulo))


def _merit(molde: Molde, ancho: int) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    """Return how well a layout serves for points: what it has, that it is no cover nor a column, and the room."""
    titulo, cuerpo = _at(molde.layout, molde.titulo), _at(molde.layout, molde.cuerpo)
    return (
        titulo is not None,
        not _is_cover(molde.layout),
        titulo is None or cuerpo is None or int(titulo.top or 0) <= int(cuerpo.top or 0),  # it is read first
        cuerpo is None or 2 * int(cuerpo.width or 0) > ancho,  # the text put there is wider than one of two columns
        cuerpo is not None,
        molde.layout.element.get("type") in {"obj", "tx"},
        0 if cuerpo is None else _area(cuerpo),
    )


def _cover_merit(molde: Molde) -> tuple[bool, bool, bool]:
    return _is_cover(molde.layout), molde.titulo is not None, molde.cuerpo is not None


def _is_cover(layout: SlideLayout) -> bool:
    propios = {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE}
    return layout.element.get("type") == "title" or any(p.placeholder_format.type in propios for p in _places(layout))


def _placed(layout: SlideLayout, tipos: frozenset[PP_PLACEHOLDER]) -> LayoutPlaceholder | None:
    """Return the largest place of some types whose letters do not stand sideways."""
    lugares = [p for p in _places(layout) if p.placeholder_format.type in tipos and not _is_sideways(p)]
    return max(lugares, key=_area, default=None)


def _is_sideways(lugar: LayoutPlaceholder) -> bool:
    textos = [cuerpo.get("vert", "horz") for cuerpo in lugar.element.iter(f"{_A}bodyPr")]
    orientado = [suyo.get("orient") for suyo in lugar.element.iter("{*}ph")]
    return "vert" in orientado or any(texto != "horz" for texto in textos)


def _at(layout: SlideLayout, indice: int | None) -> LayoutPlaceholder | None:
    return next((p for p in _places(layout) if p.placeholder_format.idx == indice), None)


def _place_of(lugar: LayoutPlaceholder | None) -> int | None:
    return None if lugar is None else lugar.placeholder_format.idx


def _area(lugar: LayoutPlaceholder) -> int:
    """Return how large a place is, in whole square centimetres: of two alike the first is chosen."""
    return (int(lugar.width or 0) // _CENTIMETRO) * (int(lugar.height or 0) // _CENTIMETRO)


def _bottom(lugar: LayoutPlaceholder) -> int:
    return int(lugar.top or 0) + int(lugar.height or 0)


def _places(layout: SlideLayout) -> Iterable[LayoutPlaceholder]:
    return cast("Iterable[LayoutPlaceholder]", layout.placeholders)  # its types do not say that it can be gone through


def box_of(lugar: LayoutPlaceholder | None, hecha: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """Return where a place of a layout stands, or else ``hecha``: left, top, width and height in EMU."""
    if lugar is None or not lugar.width or not lugar.height:
        return hecha
    return int(lugar.left or 0), int(lugar.top or 0), int(lugar.width), int(lugar.height)


def place_of(molde: Molde, *, titulo: bool) -> LayoutPlaceholder | None:
    """Return the place of the title or of the text."""
    return _at(molde.layout, molde.titulo if titulo else molde.cuerpo)


def title_box(moldes: Moldes) -> tuple[int, int, int, int]:
    """Return where a title goes that the layout has no place for: left, top, width and height in EMU."""
    return _part(moldes, 0.05, 0.06, 0.90, 0.16)


def body_box(moldes: Moldes, molde: Molde) -> tuple[int, int, int, int]:
    """Return where a text goes that the layout has no place for: beneath the title, as wide as that."""
    x, y, ancho, alto = _part(moldes, 0.05, BAJO_TITULO, 0.90, 0.62)
    titulo = _at(molde.layout, molde.titulo)
    if titulo is None or not titulo.width:
        return x, y, ancho, alto
    abajo = y + alto
    y = min(max(y, _bottom(titulo) + alto // 30), abajo - alto // 5)
    return int(titulo.left or 0), y, int(titulo.width), abajo - y


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
    suyo = place_of(molde, titulo=titulo)
    x, y, ancho, alto = box_of(suyo, title_box(moldes) if titulo else body_box(moldes, molde))
    if x < moldes.ancho and y < moldes.alto:  # what lies outside of the slide is no room
        ancho, alto = min(ancho, moldes.ancho - x), min(alto, moldes.alto - y)
    return Caja(ancho / _EMU - _MARGEN, alto / _EMU - _MARGEN / 2, size_of(molde.layout, suyo, titulo=titulo))


def styles_of(layout: SlideLayout, suyo: LayoutPlaceholder | None, *, titulo: bool) -> list[BaseOxmlElement]:
    """Return what tells how a text looks, from the nearest: its place in the layout, that of the master, its styles."""
    estilo = "titleStyle" if titulo else "bodyStyle"
    return [
        *same_places(layout, suyo, TITULOS if titulo else CUERPOS),
        *layout.slide_master.element.iterfind(f".//{{*}}{estilo}"),
    ]


def same_places(
    layout: SlideLayout, suyo: LayoutPlaceholder | None, tipos: frozenset[PP_PLACEHOLDER]
) -> list[BaseOxmlElement]:
    """Return a place of a layout and those of its master that it takes after."""
    de_master = [p.element for p in places_of(layout.slide_master) if p.placeholder_format.type in tipos]
    return de_master if suyo is None else [suyo.element, *de_master]


def size_of(layout: SlideLayout, suyo: LayoutPlaceholder | None, *, titulo: bool) -> float:
    """Return the size of letters at the first level, in points: the layout's own, or that of its master."""
    for raiz in styles_of(layout, suyo, titulo=titulo):
        for nivel in raiz.iter(f"{_A}lvl1pPr"):
            for letras in nivel.iter(f"{_A}defRPr"):
                if letras.get("sz", "").isdecimal():
                    return int(letras.get("sz")) / 100
    return LETRA


def has_bullets(layout: SlideLayout, indice: int | None) -> bool:
    """Tell whether points have a sign of their own in a layout."""
    suyo = _at(layout, indice)
    if suyo is None:
        return False
    for raiz in styles_of(layout, suyo, titulo=False):
        for nivel in raiz.iter(f"{_A}lvl1pPr"):
            signos = [hijo.tag.removeprefix(_A) for hijo in nivel]
            if "buNone" in signos:
                return False
            if {"buChar", "buAutoNum", "buBlip"} & set(signos):
                return True
    return False
