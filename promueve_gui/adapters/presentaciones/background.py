"""What stands behind a place of a slide, and in which colour letters that are put there can be read.

Only for text that a template has no place for; its own places have their own colours. Standards: ECMA-376, part 1,
19.3.1 (backgrounds) and 20.1.2.3 (colours); WCAG 2.2, 1.4.3 (contrast).
"""

from __future__ import annotations

import colorsys
import io
from typing import TYPE_CHECKING, TypeAlias

from PIL import Image, UnidentifiedImageError
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.slide import SlideLayout, SlideMaster

    Color: TypeAlias = tuple[float, float, float]  # red, green and blue, from 0 to 1
    Caja: TypeAlias = tuple[int, int, int, int]  # left, top, width and height in EMU

SUFICIENTE = 4.5  # contrast that letters need
BLANCO, NEGRO = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_POR_MIL = 100_000  # what a whole is in percentages of DrawingML
_A_MEDIAS = 127  # of 255: what is less opaque lets the colour behind it through
_PIXELES = 40_000_000  # of a picture; more would take hundreds of MB to look at
_ILEGIBLES = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, LookupError)


def readable_colour(layout: SlideLayout, caja: Caja) -> str:
    """Return the colour in which text put over a layout can be read, as «FFFFFF»; empty where its own can be."""
    colores = _Colours(layout)
    fondo = BLANCO
    for hallado in _behind(layout, caja, colores):
        fondo = hallado
    if contrast(colores.named("tx1") or NEGRO, fondo) >= SUFICIENTE:
        return ""
    elegido = max((BLANCO, NEGRO), key=lambda color: contrast(color, fondo))
    return "".join(f"{round(255 * parte):02X}" for parte in elegido)


def contrast(uno: Color, otro: Color) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    clara, oscura = sorted((_luminance(uno), _luminance(otro)), reverse=True)
    return (clara + 0.05) / (oscura + 0.05)


def _luminance(color: Color) -> float:
    rojo, verde, azul = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)  # noqa: PLR2004  # WCAG
    return 0.2126 * rojo + 0.7152 * verde + 0.0722 * azul


def _behind(layout: SlideLayout, caja: Caja, colores: _Colours) -> Iterator[Color]:
    """Yield the colours behind a place, from the farthest one: background, shapes of the master, of the layout."""
    master = layout.slide_master
    partes: list[SlideMaster | SlideLayout] = (
        [master, layout] if layout.element.get("showMasterSp") not in {"0", "false"} else [layout]
    )
    propio = layout.element.find(f"{_P}cSld/{_P}bg")
    fondo = master.element.find(f"{_P}cSld/{_P}bg") if propio is None else propio
    hallados = [] if fondo is None else [_filled(fondo, master if propio is None else layout, colores, None)]
    for parte in partes:
        for forma in parte.element.find(f"{_P}cSld/{_P}spTree"):
            suya = _box_of(forma)
            if suya is not None and _covers(suya, caja) and next(forma.iter(f"{_P}ph"), None) is None:
                hallados.append(_filled(forma, parte, colores, _share(suya, caja)))
    yield from (hallado for hallado in hallados if hallado is not None)


def _filled(
    elemento: BaseOxmlElement,
    parte: SlideLayout | SlideMaster,
    colores: _Colours,
    cual: tuple[float, float, float, float] | None,
) -> Color | None:
    """Return what a background or a shape is filled with; ``cual`` is the part of its picture that is looked at."""
    imagen = next((b for b in elemento.iter(f"{_A}blip") if b.get(f"{_R}embed")), None)
    if imagen is not None:
        relacion = parte.part.rels.get(imagen.get(f"{_R}embed"))
        return None if relacion is None or relacion.is_external else _mean(relacion.target_part.blob, cual)
    rellenos = [elemento] if elemento.tag == f"{_P}bg" else elemento.iterfind(f"{_P}spPr")
    for lugar in rellenos:
        for relleno in lugar.iter(f"{_A}solidFill", f"{_A}gradFill", f"{_P}bgRef"):
            if relleno.getparent().tag != f"{_A}ln":  # the line around it is none
                return colores.of(relleno)
    return None


def _mean(data: bytes, cual: tuple[float, float, float, float] | None) -> Color | None:
    """Return the mean colour of a picture, or of a part of it; ``None`` where it lets through what is behind."""
    try:
        with Image.open(io.BytesIO(data)) as abierta:
            ancho, alto = abierta.size
            if ancho * alto > _PIXELES:
                return None
            parte = (0, 0, 1, 1) if cual is None else cual
            lugar = (parte[0] * ancho, parte[1] * alto, parte[2] * ancho, parte[3] * alto)
            rojo, verde, azul, opaco = abierta.convert("RGBA").resize((1, 1), Image.Resampling.BOX, lugar).tobytes()
    except _ILEGIBLES:
        return None
    return (rojo / 255, verde / 255, azul / 255) if opaco > _A_MEDIAS else None


def _box_of(forma: BaseOxmlElement) -> Caja | None:
    lugar = next(forma.iterfind(f"{_P}spPr/{_A}xfrm"), None)
    if lugar is None or len(lugar) < 2:  # noqa: PLR2004  # where it begins, and how large it is
        return None
    x, y, ancho, alto = (int(lugar[n].get(nombre, "0")) for n, nombre in ((0, "x"), (0, "y"), (1, "cx"), (1, "cy")))
    return (x, y, ancho, alto) if ancho > 0 and alto > 0 else None


def _covers(suya: Caja, caja: Caja) -> bool:
    """Tell whether a shape stands behind the middle of a place."""
    x, y = caja[0] + caja[2] / 2, caja[1] + caja[3] / 2
    return suya[0] <= x <= suya[0] + suya[2] and suya[1] <= y <= suya[1] + suya[3]


def _share(suya: Caja, caja: Caja) -> tuple[float, float, float, float]:
    """Return which part of a shape is behind a place: left, top, right and bottom, from 0 to 1."""
    return (
        max(caja[0] - suya[0], 0) / suya[2],
        max(caja[1] - suya[1], 0) / suya[3],
        min((caja[0] + caja[2] - suya[0]) / suya[2], 1.0),
        min((caja[1] + caja[3] - suya[1]) / suya[3], 1.0),
    )


class _Colours:
    """The colours of the theme of a layout, by the names that its master gives them."""

    def __init__(self, layout: SlideLayout) -> None:
        master = layout.slide_master
        mapa = master.element.find(f"{_P}clrMap")
        self._nombres = {} if mapa is None else dict(mapa.attrib)
        temas = [r.target_part for r in master.part.rels.values() if r.reltype == RT.THEME and not r.is_external]
        esquemas = [esquema for tema in temas for esquema in parse_xml(tema.blob).iter(f"{_A}clrScheme")]
        self._tema = {hijo.tag.removeprefix(_A): hijo for esquema in esquemas[:1] for hijo in esquema}

    def named(self, nombre: str) -> Color | None:
        """Return a colour of the theme, through the names of the master."""
        dicho = self._tema.get(self._nombres.get(nombre, nombre))
        return None if dicho is None else self.of(dicho)

    def of(self, relleno: BaseOxmlElement) -> Color | None:
        """Return the colour that an element holds; of several, as in a gradient, their mean."""
        hallados = [color for dicho in relleno.iter() if (color := self._one(dicho)) is not None]
        if not hallados:
            return None
        rojo, verde, azul = (sum(partes) / len(hallados) for partes in zip(*hallados, strict=True))
        return rojo, verde, azul

    def _one(self, dicho: BaseOxmlElement) -> Color | None:
        clase = str(dicho.tag).removeprefix(_A)
        if clase == "schemeClr":
            color = self.named(dicho.get("val", "")) if dicho.get("val") != "phClr" else None
            return None if color is None else _modified(color, dicho)
        valor = dicho.get("lastClr" if clase == "sysClr" else "val", "")
        if clase not in {"srgbClr", "sysClr"} or len(valor) != 6:  # noqa: PLR2004  # «RRGGBB»
            return None
        return _modified((int(valor[:2], 16) / 255, int(valor[2:4], 16) / 255, int(valor[4:], 16) / 255), dicho)


def _modified(color: Color, dicho: BaseOxmlElement) -> Color:
    """Return a colour lighter or darker, as it is asked for."""
    tono, luz, saturacion = colorsys.rgb_to_hls(*color)
    for hijo in dicho:
        cuanto = int(hijo.get("val", "0")) / _POR_MIL
        clase = str(hijo.tag).removeprefix(_A)
        if clase in {"lumMod", "shade"}:
            luz *= cuanto
        elif clase == "lumOff":
            luz += cuanto
        elif clase == "tint":
            luz = 1 - (1 - luz) * cuanto
    return colorsys.hls_to_rgb(tono, min(max(luz, 0.0), 1.0), saturacion)
