"""What is pasted or dropped, cleaned: only the formats of ``domain.enriquecido`` come in, nothing is fetched.

From Word and from pages come bold, italics, links, lists and headings; pictures, colours, scripts and addresses that
are no links of ours do not. What is too long for an editor comes in as plain text, or cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, enlace_valido, escribir, leer, limpio
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import compuesto, sin_cortes
from promueve_gui.gui.widgets.editors.rich_document import read
from promueve_gui.gui.widgets.editors.rich_table import read_by_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextDocumentFragment

OWN = "application/x-promueve-texto"  # rich text as we write it, between our own boxes
LONGEST_HTML = 80_000  # characters; more take longer to read than anybody waits for a paste
LONGEST_PAGE = 800_000  # characters, with all that a page says of itself and does not show
LONGEST_TEXT = 60_000  # characters: more than thirty cuartillas
CUT = "El texto era muy largo: se pegaron los primeros {largo:,} caracteres."
UNFORMATTED = "El texto era muy largo: se pegó sin su formato."

_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL | re.IGNORECASE)
# What is opened and never closed goes to the end: looking for its end from each beginning would never end.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|head|title)\b.*?(?:</\1\s*>|(?=<body\b)|\Z)"
    r"|<(?:!\[|link\b|meta\b|base\b|img\b)[^<>]*+>",
    re.DOTALL | re.IGNORECASE,
)
# Nor what Word no longer shows: deleted with the changes tracked, hidden, and comments with their marks.
_TAKEN_AWAY = re.compile(
    r"<del\b.*?(?:</del\s*>|\Z)|<a\b(?=[^<>]*?\bmsocomanchor\b)[^<>]*+>.*?(?:</a\s*>|\Z)"
    r"|<span\b(?=[^<>]*?(?:mso-hide:\s*all|display:\s*none))[^<>]*+>[^<]*+</span\s*>"
    r"|<div\b(?=[^<>]*?mso-element:\s*comment-list).*",
    re.DOTALL | re.IGNORECASE,
)
# How Word writes an item of a list for others: a sign, a number or a letter, and hard spaces.
_WORD_ITEM = re.compile(
    r"(?:(?P<bullet>[·•▪§o\-–])|(?P<number>[0-9]{1,4})[.)]"
    r"|(?P<other>(?:[a-z]|[ivxl]{1,5})[.)]|[0-9]{1,3}(?:\.[0-9]{1,3})+[.)]?))[ \t\u00a0]*\u00a0[ \t\u00a0]*",
    re.IGNORECASE,
)


@frozen
class Pasted:
    """What comes in, and the sentence that says what did not; empty when all did."""

    bloques: tuple[Bloque, ...]
    aviso: str = ""


class SealedDocument(QTextDocument):
    """A document that fetches nothing: neither pictures nor style sheets, from the disk or from the web."""

    def loadResource(self, kind: int, address: QUrl | str) -> None:
        """Load nothing."""


def copied(selection: QTextDocumentFragment) -> QMimeData:
    """Return a selection for others, and in our own writing for us: of Qt's a paste would lose what its first line is.

    One line alone is the words of it, to be pasted anywhere.
    """
    document = SealedDocument()
    QTextCursor(document).insertFragment(selection)
    bloques = read(document)
    if len(bloques) == 1:
        bloques = (Bloque(Clase.PARRAFO, bloques[0].tramos),)
    made = QMimeData()
    made.setHtml(selection.toHtml())
    plain = selection.toPlainText()
    made.setText(plain)
    if bloques:
        made.setText("\n".join(bloque.leido for bloque in bloques) + "\n" * plain.endswith("\n"))
        made.setData(OWN, escribir(bloques).encode())
    return made


def takes(mime: QMimeData) -> bool:
    """Tell whether something comes in of what is pasted: texts and addresses; files and pictures are for others."""
    if mime.hasUrls() and all(url.isLocalFile() for url in mime.urls()):
        return False
    return mime.hasText() or mime.hasHtml()


def pasted(mime: QMimeData) -> Pasted:
    """Return what comes in of what is pasted."""
    if mime.hasFormat(OWN):
        return Pasted(leer(bytes(mime.data(OWN).data()).decode(errors="replace")))
    if mime.hasHtml():
        html = mime.html()
        essence = _essence(html) if len(html) <= LONGEST_PAGE else html
        if len(essence) <= LONGEST_HTML:
            return Pasted(clean(essence))
        plain = from_text(mime.text())
        return plain if plain.aviso else Pasted(plain.bloques, UNFORMATTED)
    if mime.hasUrls():
        return Pasted(_links(mime.urls()))
    return from_text(mime.text())


def from_text(text: str) -> Pasted:
    """Return a plain text as paragraphs; marks in it stay signs."""
    cut = limpio(sin_cortes(compuesto(text[:LONGEST_TEXT])))
    lines = (line.replace(chr(9), " ") for line in cut.split("\n"))
    bloques = tuple(Bloque(Clase.PARRAFO, (Tramo(line),)) for line in lines if line.strip())
    return Pasted(bloques, CUT.format(largo=LONGEST_TEXT) if len(text) > LONGEST_TEXT else "")


def clean(html: str) -> tuple[Bloque, ...]:
    """Return the blocks of a piece of a page."""
    document = SealedDocument()
    document.setHtml(compuesto(html))
    return tuple(_from_word(_trimmed(bloque)) for bloque in read_by_rows(document))


def _essence(html: str) -> str:
    """Return what a page shows of itself: without its head, which of Word's is most, comments and scripts."""
    found = _FRAGMENT.search(html)
    return _TAKEN_AWAY.sub("", _UNSEEN.sub("", html if found is None else found[1]))


def _links(urls: list[QUrl]) -> tuple[Bloque, ...]:
    """Return a paragraph for each address of the web; files have no place in a text."""
    addresses = [url.toString() for url in urls]
    return tuple(
        Bloque(Clase.PARRAFO, (Tramo(address, enlace=address),)) for address in addresses if enlace_valido(address)
    )


def _trimmed(bloque: Bloque) -> Bloque:
    """Return a block without the blanks that a page has around its paragraphs, and the places to cut its words."""
    whole = tuple(Tramo(sin_cortes(t.texto), t.negrita, t.cursiva, t.enlace) for t in bloque.tramos)
    text = "".join(tramo.texto for tramo in whole)
    tramos = _without(whole, len(text) - len(text.lstrip(" ")))
    if tramos:
        last = tramos[-1]
        tramos = (*tramos[:-1], Tramo(last.texto.rstrip(" "), last.negrita, last.cursiva, last.enlace))
    return Bloque(bloque.clase, tramos, bloque.numero)


def _from_word(bloque: Bloque) -> Bloque:
    """Return an item of a list where Word wrote one as a paragraph; headings lose the bold that they all have."""
    if bloque.clase is Clase.TITULO:
        return Bloque(bloque.clase, tuple(Tramo(t.texto, False, t.cursiva, t.enlace) for t in bloque.tramos))
    item = _WORD_ITEM.match(bloque.texto) if bloque.clase is Clase.PARRAFO else None
    if item is None:
        return bloque
    tramos = _without(bloque.tramos, item.end())
    if item["other"]:  # our lists know no letters nor levels, so they are said
        return Bloque(Clase.PARRAFO, (Tramo(f"{item['other']} "), *tramos))
    if item["number"]:
        return Bloque(Clase.NUMERO, tramos, max(int(item["number"]), 1))
    return Bloque(Clase.VINETA, tramos)


def _without(tramos: tuple[Tramo, ...], letters: int) -> tuple[Tramo, ...]:
    """Return stretches without their first ``letters``."""
    left: list[Tramo] = []
    for tramo in tramos:
        text = tramo.texto[letters:]
        letters = max(letters - len(tramo.texto), 0)
        if text:
            left.append(Tramo(text, tramo.negrita, tramo.cursiva, tramo.enlace))
    return tuple(left)
