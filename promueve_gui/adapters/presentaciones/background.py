"""What stands behind a place of a slide, and in which colour letters and links there can be read.

Letters of a template stay as they are where they can be read, or where nobody can tell. Standards: ECMA-376, part 1,
19.3.1 (backgrounds) and 20.1.8 (fills); WCAG 2.2, 1.4.3 (contrast).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TypeAlias, cast

from PIL import Image, UnidentifiedImageError

from promueve_gui.adapters.presentaciones.colours import BLANCO, NEGRO, A, Colours, P, contrast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pptx.opc.package import Part
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.slide import SlideLayout

    from promueve_gui.adapters.presentaciones.colours import Capa, Color

    Caja: TypeAlias = tuple[int, int, int, int]  # left, top, width and height in EMU
    Parte: TypeAlias = tuple[float, float, float, float]  # left, top, right and bottom, from 0 to 1

SUFICIENTE = 4.5  # contrast that letters need
BASTANTE = 3.0  # the same of large ones, and the least that those of a template may have
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ENTERA = (0.0, 0.0, 1.0, 1.0)
_NADA = (0.0, 0.0, 0.0, 0.0)  # a layer that covers nothing
_DE_TEMA = 1000  # from which on a background is one of the theme's own
_PIXELES = 40_000_000  # of a picture; more would take hundreds of MB to look at
_CHICA = (160, 120)
_ILEGIBLES = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, LookupError)
_RELLENOS = ("solidFill", "gradFill", "pattFill", "blipFill", "noFill", "grpFill")


class Fondo:
    """What is behind the places of a layout, asked for one after another."""

    def __init__(self, layout: SlideLayout) -> None:
        """Take the layout, and read the colours of its theme."""
        self._layout, self._colores = layout, Colours(layout)
        self._imagenes: dict[str, Image.Image | None] = {}  # small, by the name of their part

    def colour_for(self, caja: Caja, aspecto: Sequence[BaseOxmlElement], *, del_molde: bool) -> str:
        """Return the colour in which letters can be read, as «FFFFFF»; empty where their own can be.

        ``aspecto`` is what tells how they look, from the nearest; ``del_molde`` tells that the layout has the place.
        """
        detras = self._behind(caja, aspecto if del_molde else ())
        suyo = self._letters(aspecto)
        if suyo is None or (detras is None and del_molde):
            return ""
        fondo = BLANCO if detras is None else detras
        if contrast(suyo, fondo) >= (BASTANTE if del_molde else SUFICIENTE):
            return ""
        return "".join(f"{round(255 * parte):02X}" for parte in _farthest((BLANCO, NEGRO), fondo))

    def names_for(self, caja: Caja, aspecto: Sequence[BaseOxmlElement], *, del_molde: bool) -> dict[str, str]:
        """Return the names of colours with which links can be read; empty where they can be with those in force.

        They are as light or dark as the letters around them, if they can be read like that.
        """
        detras, enlace = self._behind(caja, aspecto if del_molde else ()), self._colores.named("hlink")
        if detras is None or enlace is None or contrast(enlace, detras) >= BASTANTE:
            return {}
        temas = {nombre: color for nombre in ("lt1", "dk1") if (color := self._colores.themed(nombre)) is not None}
        letras = self._letters(aspecto) or _farthest((BLANCO, NEGRO), detras)
        if contrast(letras, detras) < BASTANTE:
            letras = _farthest((BLANCO, NEGRO), detras)
        nombre = min(temas, key=lambda nombre: contrast(temas[nombre], letras))
        return {**self._colores.nombres, "hlink": nombre, "folHlink": nombre}

    def _letters(self, aspecto: Iterable[BaseOxmlElement]) -> Color | None:
        """Return the colour that letters have by themselves; ``None`` where nobody can tell."""
        letras = (letras for raiz in aspecto for letras in raiz.iterfind(f".//{A}lvl1pPr/{A}defRPr"))
        relleno = next((dicho for dicho in map(_fill_of, letras) if dicho is not None), None)
        if relleno is not None:
            capa = self._colores.of(relleno) if relleno.tag == f"{A}solidFill" else None
            return None if capa is None else capa[:3]
        return self._colores.named("tx1") or NEGRO

    def _behind(self, caja: Caja, propios: Iterable[BaseOxmlElement]) -> Color | None:
        """Return the colour behind a place; ``None`` where nobody can tell."""
        fondo: Color | None = BLANCO
        for capa in self._layers(caja, propios):
            if capa is None or (fondo is None and capa[3] < 1):
                fondo = None
            else:
                fondo = cast(
                    "Color",
                    tuple(c * capa[3] + b * (1 - capa[3]) for c, b in zip(capa[:3], fondo or BLANCO, strict=True)),
                )
        return fondo

    def _layers(self, caja: Caja, propios: Iterable[BaseOxmlElement]) -> Iterator[Capa | None]:
        """Yield what is behind a place, from the farthest: background, shapes of the master and layout, its own."""
        layout, master = self._layout, self._layout.slide_master
        oculta = layout.element.get("showMasterSp") in {"0", "false"}
        de_layout, de_master = (parte.element.find(f"{P}cSld/{P}bg") for parte in (layout, master))
        if de_layout is not None:
            yield self._background(de_layout, layout.part, caja)
        elif de_master is not None:
            yield self._background(de_master, master.part, caja)
        for parte in (layout,) if oculta else (master, layout):
            for forma, suya in _shapes(parte.element.find(f"{P}cSld/{P}spTree")):
                if _covers(suya, caja):
                    yield self._shape(forma, parte.part, _share(suya, caja))
        relleno = next((suyo for raiz in propios if (suyo := _fill_of(raiz.find(f"{P}spPr"))) is not None), None)
        yield self._fill(relleno, layout.part, _ENTERA)

    def _background(self, fondo: BaseOxmlElement, parte: Part, caja: Caja) -> Capa | None:
        ref = fondo.find(f"{P}bgRef")
        if ref is None:
            deck = self._layout.part.package.presentation_part.presentation
            cual = _share((0, 0, int(deck.slide_width or 1), int(deck.slide_height or 1)), caja)
            return self._fill(_fill_of(fondo.find(f"{P}bgPr")), parte, cual)
        lugar = int(ref.get("idx", "0")) - _DE_TEMA
        tema = self._colores.tema
        estilos = [] if tema is None else list(tema.iterfind(f".//{A}bgFillStyleLst/*"))
        con_imagen = 0 < lugar <= len(estilos) and estilos[lugar - 1].tag == f"{A}blipFill"
        return None if con_imagen else self._colores.of(ref)

    def _shape(self, forma: BaseOxmlElement, parte: Part, cual: Parte) -> Capa | None:
        relleno = _fill_of(forma.find(f"{P}spPr")) if forma.find(f"{P}blipFill") is None else forma.find(f"{P}blipFill")
        ref = forma.find(f"{P}style/{A}fillRef")
        if relleno is None and ref is not None and ref.get("idx", "0") != "0":
            return self._colores.of(ref)
        return self._fill(relleno, parte, cual)

    def _fill(self, relleno: BaseOxmlElement | None, parte: Part, cual: Parte) -> Capa | None:
        """Return what a fill covers with; ``cual`` is the part of its picture that is looked at."""
        if relleno is None or relleno.tag == f"{A}noFill":
            return _NADA
        if not relleno.tag.endswith("}blipFill"):
            return self._colores.of(relleno)
        imagen = next((b for b in relleno.iter(f"{A}blip") if b.get(f"{_R}embed")), None)
        relacion = None if imagen is None else parte.rels.get(imagen.get(f"{_R}embed"))
        if relacion is None or relacion.is_external:
            return None
        nombre = str(relacion.target_part.partname)
        if nombre not in self._imagenes:
            self._imagenes[nombre] = _small(relacion.target_part.blob)
        return _mean(self._imagenes[nombre], cual)


def _farthest(colores: Iterable[Color], fondo: Color) -> Color:
    return max(colores, key=lambda color: contrast(color, fondo))


def _fill_of(elemento: BaseOxmlElement | None) -> BaseOxmlElement | None:
    """Return what something says that it is filled with."""
    hijos = () if elemento is None else elemento
    return next((hijo for hijo in hijos if str(hijo.tag).removeprefix(A) in _RELLENOS), None)


def _small(data: bytes) -> Image.Image | None:
    """Return a picture as small as is enough to know its colours; ``None`` where it cannot be looked at."""
    try:
        with Image.open(io.BytesIO(data)) as abierta:
            if abierta.width * abierta.height > _PIXELES:
                return None
            abierta.draft(None, _CHICA)
            return abierta.convert("RGBA").convert("RGBa").resize(_CHICA, Image.Resampling.BOX)
    except _ILEGIBLES:
        return None


def _mean(imagen: Image.Image | None, cual: Parte) -> Capa | None:
    """Return the mean colour of a part of a picture."""
    if imagen is None:
        return None
    lugar = cual[0] * imagen.width, cual[1] * imagen.height, cual[2] * imagen.width, cual[3] * imagen.height
    medida = imagen.resize((1, 1), Image.Resampling.BOX, lugar).convert("RGBA")
    rojo, verde, azul, cubre = medida.tobytes()
    return rojo / 255, verde / 255, azul / 255, cubre / 255


def _shapes(arbol: BaseOxmlElement) -> Iterator[tuple[BaseOxmlElement, Caja]]:
    """Yield the shapes of a tree and where they stand, those of its groups too; places of text are none."""
    for forma in arbol:
        if forma.tag == f"{P}grpSp":
            yield from ((dentro, _within(forma, suya)) for dentro, suya in _shapes(forma))
        elif next(forma.iter(f"{P}ph"), None) is None:
            suya = _box_of(forma.find(f"{P}spPr"))
            if suya is not None:
                yield forma, suya


def _within(grupo: BaseOxmlElement, suya: Caja) -> Caja:
    """Return where something of a group stands on the slide."""
    puesto, propio = _box_of(grupo.find(f"{P}grpSpPr")), _box_of(grupo.find(f"{P}grpSpPr"), "chOff", "chExt")
    if puesto is None or propio is None:
        return suya
    ancho, alto = puesto[2] / propio[2], puesto[3] / propio[3]
    return (
        round(puesto[0] + (suya[0] - propio[0]) * ancho),
        round(puesto[1] + (suya[1] - propio[1]) * alto),
        round(suya[2] * ancho),
        round(suya[3] * alto),
    )


def _box_of(propiedades: BaseOxmlElement | None, inicio: str = "off", tamano: str = "ext") -> Caja | None:
    lugar = None if propiedades is None else propiedades.find(f"{A}xfrm")
    desde, medida = (None, None) if lugar is None else (lugar.find(f"{A}{inicio}"), lugar.find(f"{A}{tamano}"))
    if desde is None or medida is None:
        return None
    x, y, ancho, alto = (
        int(parte.get(nombre, "0")) for parte, nombre in ((desde, "x"), (desde, "y"), (medida, "cx"), (medida, "cy"))
    )
    return (x, y, ancho, alto) if ancho > 0 and alto > 0 else None


def _covers(suya: Caja, caja: Caja) -> bool:
    """Tell whether a shape stands behind the middle of a place."""
    x, y = caja[0] + caja[2] / 2, caja[1] + caja[3] / 2
    return suya[0] <= x <= suya[0] + suya[2] and suya[1] <= y <= suya[1] + suya[3]


def _share(suya: Caja, caja: Caja) -> Parte:
    """Return which part of a shape is behind a place, and some part of it in any case."""
    izquierda, derecha = _stretch(suya[0], suya[2], caja[0], caja[2])
    arriba, abajo = _stretch(suya[1], suya[3], caja[1], caja[3])
    return izquierda, arriba, derecha, abajo


def _stretch(desde: int, largo: int, inicio: int, medida: int) -> tuple[float, float]:
    primero = min(max((inicio - desde) / largo, 0.0), 0.99)
    return primero, max(min((inicio + medida - desde) / largo, 1.0), primero + 0.01)
