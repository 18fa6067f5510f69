"""The text of one run of a returned document, and the fields («HYPERLINK …») that runs may be part of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.adapters.word.symbol_fonts import font_of, sign_of, visible

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_DIRECCION = re.compile(r'\s*HYPERLINK\s+"([^"]*)"(?:\s+\\l\s+"([^"]*)")?', re.IGNORECASE)
_DE_PAGINA = frozenset({"page", "column"})
_SIGNOS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_NO = frozenset({"0", "false", "off"})
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVA = f"{_COMPATIBLE}AlternateContent"


class Fields:
    """The fields that are open where one reads: their code is no text, what they show is."""

    def __init__(self) -> None:
        """Begin outside of any."""
        self._abiertos: list[tuple[str, bool]] = []  # code, and whether it is over

    @property
    def in_code(self) -> bool:
        """Tell whether what stands here is the code of a field."""
        return any(not over for _, over in self._abiertos)

    @property
    def filled(self) -> bool:
        """Tell whether a program fills in what stands here: what a field shows that is no link."""
        return any(not self.address(code) for code, _ in self._abiertos)

    @property
    def link(self) -> str:
        """Return where the innermost link leads that stands here, empty without one."""
        return next(filter(None, (self.address(code) for code, _ in reversed(self._abiertos))), "")

    def turn(self, tipo: str) -> None:
        """Begin a field, end its code, or end it."""
        if tipo == "begin":
            self._abiertos.append(("", False))
        elif tipo == "separate" and self._abiertos:
            self._abiertos[-1] = (self._abiertos[-1][0], True)
        elif tipo == "end" and self._abiertos:
            self._abiertos.pop()

    def end_paragraph(self) -> None:
        """Forget fields whose code does not end in the paragraph that it begins in: all the rest would be code."""
        self._abiertos = [(codigo, over) for codigo, over in self._abiertos if over]

    def spell(self, codigo: str) -> None:
        """Take a piece of code."""
        if self._abiertos:
            self._abiertos[-1] = (self._abiertos[-1][0] + codigo, self._abiertos[-1][1])

    @staticmethod
    def address(codigo: str) -> str:
        """Return where the code of a field leads, empty when it is no link."""
        hallada = _DIRECCION.match(codigo)
        return "" if hallada is None else with_place(hallada[1], hallada[2] or "")


def with_place(direccion: str, lugar: str) -> str:
    """Return where a link leads from the address and the place in it, which programs keep apart."""
    return f"{direccion}#{lugar}" if direccion and lugar else direccion


def is_bound(elemento: BaseOxmlElement) -> bool:
    """Tell whether a content control shows what the document says elsewhere, such as its title."""
    return elemento.tag == qn("w:sdt") and elemento.find(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}") is not None


def chosen(alternativa: BaseOxmlElement) -> BaseOxmlElement:
    """Return the way to read of those in which something is written: the one for old programs says it in text."""
    reserva = alternativa.find(f"{_COMPATIBLE}Fallback")
    primera = alternativa.find(f"{_COMPATIBLE}Choice")
    return next((camino for camino in (reserva, primera) if camino is not None), alternativa)


def run_text(run: BaseOxmlElement, campos: Fields) -> str:
    """Return what a run shows; hidden text, pictures and the code of fields are no text."""
    escondido = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    oculto = escondido is not None and escondido.get(qn("w:val"), "1") not in _NO
    dicho, fuente = "", font_of(run)
    for hijo in run.iterchildren("*"):
        if hijo.tag == qn("w:fldChar"):
            campos.turn(hijo.get(qn("w:fldCharType"), ""))
        elif hijo.tag == qn("w:instrText"):
            campos.spell(hijo.text or "")
        elif not campos.in_code:
            dicho += _shown(hijo, fuente)
    return "" if oculto else dicho


def _shown(hijo: BaseOxmlElement, fuente: str) -> str:
    if hijo.tag == qn("w:t"):
        return visible(hijo.text or "", fuente).replace("\n", " ")  # what breaks a line is an element of its own
    if hijo.tag == qn("w:sym"):
        return sign_of(hijo)
    if hijo.tag == ALTERNATIVA:  # Word writes an emoji so
        return "".join(_shown(dentro, fuente) for dentro in chosen(hijo).iterchildren("*"))
    if hijo.tag == qn("w:br"):
        return "" if hijo.get(qn("w:type")) in _DE_PAGINA else "\n"
    return _SIGNOS.get(hijo.tag, "")
