"""Text that a letterhead holds only to show where text goes: «Escriba aquí…», «Lorem ipsum…», a control around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from docx.oxml.ns import qn

from promueve_gui.adapters.word.own_text import DIBUJOS, own_text
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

_ESCRIBA = r"(?:escrib[ae]|escribir|redacte|teclee|capture|inserte|coloque|ponga)"
_CUERPO = r"(?:lorem ipsum|(?:texto|cuerpo) del (?:texto|documento|oficio|comunicado|boletin))"
_MUESTRA = re.compile(
    rf"\W*(?:{_CUERPO}|{_ESCRIBA} (?:aqui|(?:el|la|los|las|su|un|una) )|(?:aqui|en este espacio) (?:va|se|{_ESCRIBA})\b"
    r"|haga clic|click (?:here|or tap)|texto de (?:muestra|ejemplo|prueba|relleno)|x{4,}\W*$)"
)
_DEL_CUERPO = re.compile(rf"\W*{_CUERPO}|.*\b(?:{_ESCRIBA}|va) .*\b(?:texto|contenido|cuerpo|documento)\b")
# What makes a control one of a single datum, or of something that Word makes itself.
_DE_UN_DATO = (
    "w:text",
    "w:date",
    "w:dropDownList",
    "w:comboBox",
    "w:picture",
    "w:docPartObj",
    "w:docPartList",
    "w:dataBinding",
)


def control_around_text(body: BaseOxmlElement) -> BaseOxmlElement | None:
    """Return the control of the body that holds several paragraphs of text and nothing else: the text is for it."""
    return next(filter(_is_around_text, body.iterchildren(qn("w:sdt"))), None)


def _is_around_text(control: BaseOxmlElement) -> bool:
    propiedades, dentro = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    de_un_dato = propiedades is not None and any(propiedades.find(qn(nombre)) is not None for nombre in _DE_UN_DATO)
    if de_un_dato or dentro is None:
        return False
    textos = [own_text(hijo).strip() for hijo in dentro if hijo.tag == qn("w:p")]
    return len(textos) == len(dentro) and sum(map(bool, textos)) > 1


def clear_samples(body: BaseOxmlElement) -> BaseOxmlElement | None:
    """Empty the paragraphs that are only samples, controls apart; return the first that stands for the text."""
    lugar: BaseOxmlElement | None = None
    for parrafo in list(_samples(body)):
        if lugar is None and _DEL_CUERPO.match(plegar(own_text(parrafo))):
            lugar = parrafo
        for hijo in [hijo for hijo in parrafo if hijo.tag != qn("w:pPr")]:
            parrafo.remove(hijo)
    return lugar


def _samples(body: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for parrafo in body.iter(qn("w:p")):
        con_control = next(parrafo.iterancestors(qn("w:sdt")), None) is not None
        suelto = not con_control and next(parrafo.iter(qn("w:sdt"), *DIBUJOS), None) is None
        if suelto and _MUESTRA.match(plegar(own_text(parrafo))):
            yield cast("BaseOxmlElement", parrafo)
