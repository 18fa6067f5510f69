"""What LibreOffice leaves out of a template that it saves as PowerPoint: how letters look, and which place is which.

Standard: ECMA-376, part 1, 19.3.1.36 (places), 19.3.1.52 (styles of a master) and 21.1.2.4.12 (styles of a place).
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, cast

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation as Deck
    from pptx.shapes.placeholder import MasterPlaceholder
    from pptx.slide import SlideLayout, SlideMaster

# What belongs to the sample text rather than to its place.
_DEL_TEXTO = frozenset(map(qn, ("a:highlight", "a:hlinkClick", "a:hlinkMouseOver", "a:extLst")))


def complete(deck: Deck) -> None:
    """Fill in what is missing in the masters and layouts of a template; what they say stays."""
    for master in deck.slide_masters:
        _keep_letters(master)
    for layout in layouts_of(deck):
        _number_places(layout)


def layouts_of(deck: Deck) -> list[SlideLayout]:
    """Return the layouts of every master."""
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def places_of(master: SlideMaster) -> Iterable[MasterPlaceholder]:
    """Return the places of a master."""
    return cast("Iterable[MasterPlaceholder]", master.placeholders)  # its types do not say that it can be gone through


def _number_places(layout: SlideLayout) -> None:
    """Give each place of a layout a number of its own, by which slides say whose text is theirs.

    LibreOffice writes none for title and texts, and so the same for all of them.
    """
    lugares = list(layout.element.iter(qn("p:ph")))
    usados = {int(lugar.get("idx", "0")) for lugar in lugares}
    vistos: set[int] = set()
    for lugar in lugares:
        suyo = int(lugar.get("idx", "0"))
        if suyo in vistos:
            suyo = max(usados) + 1
            usados.add(suyo)
            lugar.set("idx", str(suyo))
        vistos.add(suyo)


def _keep_letters(master: SlideMaster) -> None:
    """Make the letters of the sample text in a master those of its places, where it has no styles.

    What is put there would else be black, and as large as each program likes.
    """
    if next(master.element.iterfind(f"{qn('p:txStyles')}//{qn('a:defRPr')}"), None) is not None:
        return
    for lugar in places_of(master):
        cuerpo = lugar.element.get_or_add_txBody()
        if next(cuerpo.iterfind(f"{qn('a:lstStyle')}/*"), None) is not None:
            continue
        propio = cuerpo.find(qn("a:lstStyle"))
        if propio is None:
            propio = parse_xml(f"<a:lstStyle {nsdecls('a')}/>")
            cuerpo.bodyPr.addnext(propio)
        niveles: dict[int, BaseOxmlElement] = {}
        for parrafo in cuerpo.p_lst:
            niveles.setdefault(int(parrafo.get_or_add_pPr().get("lvl", "0")) + 1, parrafo)
        propio.extend(_as_style(nivel, parrafo) for nivel, parrafo in sorted(niveles.items()))


def _as_style(nivel: int, parrafo: BaseOxmlElement) -> BaseOxmlElement:
    """Return how a paragraph looks as the style of a level, from 1."""
    estilo: BaseOxmlElement = parse_xml(f"<a:lvl{nivel}pPr {nsdecls('a')}/>")
    propio = parrafo.get_or_add_pPr()
    estilo.attrib.update({nombre: valor for nombre, valor in propio.attrib.items() if nombre != "lvl"})
    estilo.extend(deepcopy(hijo) for hijo in propio if hijo.tag not in {qn("a:defRPr"), qn("a:extLst")})
    letras = deepcopy(next(parrafo.iter(qn("a:rPr"), qn("a:endParaRPr")), parse_xml(f"<a:rPr {nsdecls('a')}/>")))
    letras.tag = qn("a:defRPr")
    for propia in [hijo for hijo in letras if hijo.tag in _DEL_TEXTO]:
        letras.remove(propia)
    estilo.append(letras)
    return estilo
