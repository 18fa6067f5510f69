"""Rich text as a document of Qt and back: the only formats that it knows are those of ``domain.enriquecido``.

A document holds meaning alone (weight, italics, addresses, lists, the level of a heading); colours and sizes are put
over it by ``rich_look``, so that nothing of the theme is ever read back as if somebody had written it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextListFormat

from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, enlace_valido, limpio

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment, QTextList

GAP = 6  # pixels between paragraphs
LEVEL = 2  # of a heading
SOFT_BREAK = "\u2028"  # a line break within a paragraph
OBJECT = "\ufffc"  # where Qt keeps a picture
STYLES = {Clase.VINETA: QTextListFormat.Style.ListDisc, Clase.NUMERO: QTextListFormat.Style.ListDecimal}
NUMBERED = frozenset(
    {
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListUpperAlpha,
        QTextListFormat.Style.ListLowerRoman,
        QTextListFormat.Style.ListUpperRoman,
    }
)


def list_of(block: QTextBlock) -> QTextList | None:
    """Return the list that a paragraph belongs to; the stubs of Qt say that there always is one."""
    return cast("QTextList | None", block.textList())


def kind_of(block: QTextBlock) -> Clase:
    """Return what a paragraph of a document is."""
    listed = list_of(block)
    if listed is not None:
        return Clase.NUMERO if listed.format().style() in NUMBERED else Clase.VINETA
    return Clase.TITULO if block.blockFormat().headingLevel() else Clase.PARRAFO


def read(document: QTextDocument) -> tuple[Bloque, ...]:
    """Return the blocks of a document; lines without anything to read are none, be they items of a list."""
    return tuple(bloque for block in blocks(document) for bloque in read_block(block) if bloque.texto.strip())


def fill(document: QTextDocument, bloques: Sequence[Bloque]) -> None:
    """Put ``bloques`` in place of what a document holds; it cannot be taken back."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block_format(Clase.PARRAFO))
    insert(cursor, bloques)
    document.setUndoRedoEnabled(True)


def insert(cursor: QTextCursor, bloques: Sequence[Bloque]) -> None:
    """Insert ``bloques`` where the cursor is, as one step to take back; plain text alone goes on in its line."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for place, bloque in enumerate(bloques):
        alone = bloque.clase is Clase.PARRAFO and len(bloques) == 1
        within = place == 0 and (alone or cursor.block().text() != "")
        if place:
            cursor.insertBlock(block_format(Clase.PARRAFO), QTextCharFormat())
        if not within:
            set_kind(cursor, bloque.clase, bloque.numero)
        for tramo in bloque.tramos:
            cursor.insertText(tramo.texto, char_format(tramo))
    cursor.endEditBlock()


def set_kind(cursor: QTextCursor, clase: Clase, numero: int = 1) -> None:
    """Make the paragraph where the cursor is a paragraph, a heading or an item; items join the list before them."""
    block = cursor.block()
    listed = list_of(block)
    if listed is not None:
        listed.remove(block)
    cursor.setBlockFormat(block_format(clase))
    if clase in STYLES:
        before = block.previous()
        neighbour = list_of(before) if before.isValid() and kind_of(before) is clase else None
        if neighbour is None:
            cursor.createList(list_format(clase, numero))
        else:
            neighbour.add(block)


def join_lists(document: QTextDocument) -> None:
    """Make one list of lists of a kind that have come to touch, as they are read, so that their numbers go on."""
    before: QTextList | None = None
    for block in blocks(document):
        listed = list_of(block)
        if (
            listed is not None
            and before is not None
            and listed != before
            and kind_of(block) is kind_of(block.previous())
        ):
            cursor = QTextCursor(block)
            cursor.joinPreviousEditBlock()
            before.add(block)
            cursor.endEditBlock()
            listed = before
        before = listed


def block_format(clase: Clase) -> QTextBlockFormat:
    """Return the format of a paragraph of a kind."""
    made = QTextBlockFormat()
    made.setHeadingLevel(LEVEL if clase is Clase.TITULO else 0)
    made.setBottomMargin(GAP)
    return made


def list_format(clase: Clase, numero: int = 1) -> QTextListFormat:
    """Return the format of a list of a kind, which begins with ``numero``."""
    made = QTextListFormat()
    made.setStyle(STYLES[clase])
    made.setStart(max(numero, 1))
    made.setIndent(1)
    return made


def char_format(tramo: Tramo) -> QTextCharFormat:
    """Return the format of a stretch of text."""
    made = QTextCharFormat()
    if tramo.negrita:
        made.setFontWeight(QFont.Weight.Bold)
    if tramo.cursiva:
        made.setFontItalic(True)
    if tramo.enlace:
        made.setAnchor(True)
        made.setAnchorHref(tramo.enlace)
    return made


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the stretches of a paragraph."""
    found = block.begin()
    while not found.atEnd():
        yield found.fragment()
        found += 1


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def read_block(block: QTextBlock) -> Iterator[Bloque]:
    """Yield the lines of a paragraph, those that say nothing too."""
    clase, numero = kind_of(block), 0
    listed = list_of(block)
    if clase is Clase.NUMERO and listed is not None:
        numero = max(listed.format().start(), 1) + listed.itemNumber(block)
    tramos: list[Tramo] = []
    for fragment in fragments(block):
        tramo = _stretch(fragment)
        first, *others = tramo.texto.split(SOFT_BREAK) if clase is Clase.PARRAFO else [tramo.texto]
        tramos.append(Tramo(first, tramo.negrita, tramo.cursiva, tramo.enlace))
        for text in others:
            yield Bloque(clase, tuple(tramos))
            tramos = [Tramo(text, tramo.negrita, tramo.cursiva, tramo.enlace)]
    yield Bloque(clase, tuple(found for found in tramos if found.texto), numero)


def _stretch(fragment: QTextFragment) -> Tramo:
    look = fragment.charFormat()
    href = look.anchorHref() if look.isAnchor() else ""
    text = fragment.text().replace(OBJECT, "")
    return Tramo(
        # what a document may not hold goes, but its line breaks are for the caller
        SOFT_BREAK.join(limpio(part).replace("\n", " ") for part in text.split(SOFT_BREAK)),
        negrita=look.fontWeight() > QFont.Weight.Medium,
        cursiva=look.fontItalic(),
        enlace=href if enlace_valido(href) else "",
    )
