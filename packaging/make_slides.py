"""Make `recursos/plantillas/presentacion.pptx`, the template of presentations that ships for who brings none.

Run it again whenever its look changes: `.venv/bin/python packaging/make_slides.py`. The same code always makes the same
bytes. It begins with the empty presentation of python-pptx and leaves three layouts of it, at 16:9.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.util import Cm

from make_template import packed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout, SlideMaster

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "recursos" / "plantillas" / "presentacion.pptx"
ACCENT, GREY, LIGHT = "8A1538", "595959", "F4ECEF"
WIDTH, HEIGHT, MARGIN = Cm(33.867), Cm(19.05), Cm(1.9)  # 16:9, as PowerPoint makes it
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
LAYOUTS = {"Title Slide": "Portada", "Title and Content": "Título y puntos", "Title Only": "Solo título"}
COLOURS = {
    "dk2": ACCENT, "lt2": LIGHT, "accent1": ACCENT, "accent2": "B38E5D", "accent3": "285C4D", "accent4": "6F7271",
    "accent5": "1F4E79", "accent6": "9D2449", "hlink": "0563C1", "folHlink": "6B4C9A",
}  # fmt: skip
# What the empty presentation brings and nobody needs: a picture of it, a printer, and when it was made.
NOT_NEEDED = re.compile(r"docProps/|ppt/printerSettings/")


def rectangle(identity: int, colour: str, left: int, top: int, width: int, height: int) -> str:
    """Return a rectangle without a border, marked as mere decoration."""
    decoration = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )
    return (
        f'<p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="{identity}" name="Adorno {identity}">{decoration}'
        '</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def behind(slide: SlideMaster | SlideLayout, *shapes: str) -> None:
    """Put shapes behind the placeholders."""
    for place, shape in enumerate(shapes, start=2):  # after the two elements that every tree begins with
        slide.shapes.element.insert(place, parse_xml(shape))


def placeholders(slide: SlideMaster | SlideLayout) -> list[LayoutPlaceholder]:
    """Return the placeholders, whose list has no types that say that it can be gone through."""
    return list(cast("Iterable[LayoutPlaceholder]", slide.placeholders))


def place(shape: object, left: int, top: int, width: int, height: int) -> None:
    """Move a placeholder."""
    for name, value in {"left": left, "top": top, "width": width, "height": height}.items():
        setattr(shape, name, value)


def dress_master(master: SlideMaster) -> None:
    """Give the master its measures, letters and lines."""
    inner = WIDTH - 2 * MARGIN
    measures = {
        "TITLE": (MARGIN, Cm(1.1), inner, Cm(2.6)),
        "BODY": (MARGIN, Cm(4.4), inner, Cm(12)),
        "DATE": (MARGIN, Cm(17.6), Cm(5), Cm(0.9)),
        "FOOTER": (MARGIN, Cm(17.6), Cm(24), Cm(0.9)),
        "SLIDE_NUMBER": (WIDTH - MARGIN - Cm(3), Cm(17.6), Cm(3), Cm(0.9)),
    }
    for shape in placeholders(master):
        place(shape, *measures[shape.placeholder_format.type.name])
        if shape.placeholder_format.type.name == "TITLE":
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    behind(
        master,
        rectangle(101, "accent1", 0, 0, WIDTH, Cm(0.35)),
        rectangle(102, "accent1", MARGIN + Cm(0.25), Cm(3.85), Cm(4), Cm(0.08)),
    )


def dress_layouts(deck: Deck) -> None:
    """Leave the three layouts that serve, named in Spanish; the cover has its title low and large."""
    for layout in list(deck.slide_layouts):
        if layout.name not in LAYOUTS:
            deck.slide_layouts.remove(layout)
            continue
        layout.name = LAYOUTS[layout.name]
        for shape in placeholders(layout):
            kind = shape.placeholder_format.type.name
            if kind == "DATE":
                shape.element.getparent().remove(shape.element)
            elif kind not in {"CENTER_TITLE", "SUBTITLE"}:
                properties = shape.element.spPr
                for child in list(properties):
                    properties.remove(child)  # as the master has it
    dress_cover(deck.slide_layouts[0])


def dress_cover(cover: SlideLayout) -> None:
    """Lay out the cover: a light ground, a band at the left, the title over the subtitle."""
    cover.element.set("showMasterSp", "0")
    left, inner = Cm(4), WIDTH - Cm(6)
    behind(cover, rectangle(103, "bg2", 0, 0, WIDTH, HEIGHT), rectangle(104, "accent1", 0, 0, Cm(1.6), HEIGHT))
    for shape in placeholders(cover):
        kind = shape.placeholder_format.type.name
        if kind == "CENTER_TITLE":
            place(shape, left, Cm(4), inner, Cm(6.2))
            shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
        elif kind == "SUBTITLE":
            place(shape, left, Cm(10.8), inner, Cm(4.5))
        elif kind == "FOOTER":
            place(shape, left, Cm(17.6), Cm(22), Cm(0.9))


def dress_parts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Change what python-pptx has no words for: colours, letters, sizes and language."""
    dressed = {}
    for name, content in parts.items():
        if NOT_NEEDED.match(name):
            continue
        text = content.decode() if name.endswith((".xml", ".rels")) else ""
        if name == "ppt/theme/theme1.xml":
            text = theme(text)
        elif name == "ppt/slideMasters/slideMaster1.xml":
            text = letters(text)
        elif name.endswith(".rels") or name == "[Content_Types].xml":
            text = re.sub(
                r'<(?:Relationship|Override|Default) [^>]*(?:docProps|printerSettings|"jpeg"|"bin")[^>]*/>', "", text
            )
        if name == "ppt/slideLayouts/slideLayout1.xml":
            large = '<a:lstStyle><a:lvl1pPr algn="l"><a:defRPr sz="4000"/></a:lvl1pPr></a:lstStyle>'
            text = text.replace("<a:lstStyle/>", large, 1)  # of the title, which comes first
        text = re.sub(
            r'<a:schemeClr val="tx1">\s*<a:tint val="75000"/>\s*</a:schemeClr>', f'<a:srgbClr val="{GREY}"/>', text
        )
        text = re.sub(r'algn="ctr"(?=[^>]*><a:(?:defRPr|spcBef|buNone))', 'algn="l"', text)
        dressed[name] = (text.replace('lang="en-US"', 'lang="es-MX"') or content.decode("latin-1")).encode(
            "utf-8" if text else "latin-1"
        )
    return dressed


def theme(text: str) -> str:
    """Return the theme with the colours of the letterhead."""
    for name, colour in COLOURS.items():
        text = re.sub(rf"(<a:{name}>)<a:\w+ [^>]*/>", rf'\1<a:srgbClr val="{colour}"/>', text)
    return re.sub(r'(<a:theme [^>]*name=)"[^"]*"', r'\1"Promueve"', text)


def letters(text: str) -> str:
    """Return the master with the sizes of titles and points, in hundredths of a point, and their colours."""
    title, body = text.index("<p:titleStyle>"), text.index("<p:bodyStyle>")
    head, titles, rest = text[:title], text[title:body], text[body:]
    titles = titles.replace('sz="4400"', 'sz="3000" b="1"').replace('schemeClr val="tx1"', 'schemeClr val="accent1"')
    for old, new in (("2400", "1800"), ("2800", "2000"), ("3200", "2400")):
        rest = rest.replace(f'sz="{old}"', f'sz="{new}"')
    rest = rest.replace('<a:spcPct val="20000"/>', '<a:spcPts val="800"/>')
    return head + titles + rest


def make() -> bytes:
    """Return the whole template."""
    deck, saved = Presentation(), io.BytesIO()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    dress_layouts(deck)
    dress_master(deck.slide_master)
    deck.save(saved)
    with zipfile.ZipFile(saved) as archive:
        parts = {
            name: archive.read(name) for name in sorted(archive.namelist(), key=lambda n: n != "[Content_Types].xml")
        }
    return packed(dress_parts(parts)).getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes", file=sys.stderr)
