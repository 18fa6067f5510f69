"""The colours of a template: those of its theme by name, lighter or darker, and how far apart two of them are.

Standards: ECMA-376, part 1, 20.1.2.3 (colours); WCAG 2.2, 1.4.3 (contrast).
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING, TypeAlias

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.slide import SlideLayout

    Color: TypeAlias = tuple[float, float, float]  # red, green and blue, from 0 to 1
    Capa: TypeAlias = tuple[float, float, float, float]  # the same, and how much it covers what is behind it

BLANCO, NEGRO = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_POR_MIL = 100_000  # what a whole is in percentages of DrawingML


def contrast(uno: Color, otro: Color) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    clara, oscura = sorted((_luminance(uno), _luminance(otro)), reverse=True)
    return (clara + 0.05) / (oscura + 0.05)


def _luminance(color: Color) -> float:
    rojo, verde, azul = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)  # noqa: PLR2004  # WCAG
    return 0.2126 * rojo + 0.7152 * verde + 0.0722 * azul


class Colours:
    """The colours of the theme of a layout, by the names that it, or its master, gives them."""

    def __init__(self, layout: SlideLayout) -> None:
        """Read them."""
        master = layout.slide_master
        mapa = layout.element.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        mapa = master.element.find(f"{P}clrMap") if mapa is None else mapa
        self.nombres = {} if mapa is None else {str(nombre): str(valor) for nombre, valor in mapa.attrib.items()}
        temas = [r.target_part for r in master.part.rels.values() if r.reltype == RT.THEME and not r.is_external]
        self.tema: BaseOxmlElement | None = parse_xml(temas[0].blob) if temas else None
        esquemas = [] if self.tema is None else list(self.tema.iter(f"{A}clrScheme"))
        self._tema = {hijo.tag.removeprefix(A): hijo for esquema in esquemas[:1] for hijo in esquema}

    def named(self, nombre: str) -> Color | None:
        """Return a colour of the theme, through the names of the master."""
        return self.themed(self.nombres.get(nombre, nombre))

    def themed(self, nombre: str) -> Color | None:
        """Return a colour by the name that the theme itself gives it."""
        dicho = self._tema.get(nombre)
        capa = None if dicho is None else self.of(dicho)
        return None if capa is None else capa[:3]

    def of(self, relleno: BaseOxmlElement) -> Capa | None:
        """Return the colour that an element holds; of several, as in a gradient, their mean."""
        hallados = [color for dicho in relleno.iter() if (color := self._one(dicho)) is not None]
        if not hallados:
            return None
        rojo, verde, azul, cubre = (sum(partes) / len(hallados) for partes in zip(*hallados, strict=True))
        return rojo, verde, azul, cubre

    def _one(self, dicho: BaseOxmlElement) -> Capa | None:
        clase = str(dicho.tag).removeprefix(A)
        if clase == "schemeClr":
            color = self.named(dicho.get("val", "")) if dicho.get("val") != "phClr" else None
            return None if color is None else _modified(color, dicho)
        valor = dicho.get("lastClr" if clase == "sysClr" else "val", "")
        if clase not in {"srgbClr", "sysClr"} or len(valor) != 6:  # noqa: PLR2004  # «RRGGBB»
            return None
        return _modified((int(valor[:2], 16) / 255, int(valor[2:4], 16) / 255, int(valor[4:], 16) / 255), dicho)


def _modified(color: Color, dicho: BaseOxmlElement) -> Capa:
    """Return a colour lighter, darker or thinner, as it is asked for."""
    tono, luz, saturacion = colorsys.rgb_to_hls(*color)
    cubre = 1.0
    for hijo in dicho.iterchildren("*"):
        texto = hijo.get("val", "0")
        cuanto = float(texto[:-1]) / 100 if texto.endswith("%") else int(texto) / _POR_MIL
        clase = str(hijo.tag).removeprefix(A)
        if clase in {"lumMod", "shade"}:
            luz *= cuanto
        elif clase == "lumOff":
            luz += cuanto
        elif clase == "tint":
            luz = 1 - (1 - luz) * cuanto
        elif clase == "alpha":
            cubre = cuanto
    return *colorsys.hls_to_rgb(tono, min(max(luz, 0.0), 1.0), saturacion), min(max(cubre, 0.0), 1.0)
