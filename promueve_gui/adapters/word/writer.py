"""The door to Word: one content in, one .docx out, on the institution's letterhead or the one that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.alternatives import describe_pictures
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.letterhead import check_saves, damage_told, open_letterhead
from promueve_gui.adapters.word.metadata import describe, set_language
from promueve_gui.adapters.word.page import complete_page
from promueve_gui.adapters.word.place import content_place, remove_place
from promueve_gui.adapters.word.placeholders import fill_placeholders
from promueve_gui.adapters.word.protection import unprotect
from promueve_gui.adapters.word.render import render
from promueve_gui.adapters.word.review import review_letterhead
from promueve_gui.adapters.word.stamp_marks import stamp
from promueve_gui.adapters.word.styles import ensure_letters, ensure_styles
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph

    from promueve_gui.adapters.word.blocks import Estilo
    from promueve_gui.adapters.word.styles import Letras
    from promueve_gui.domain.contenidos import Contenido


def check_letterhead(data: bytes) -> tuple[str, ...]:
    """Make sure that a file can serve as letterhead, by taking it as far as writing does; return what it lacks.

    Each sentence says also how it is made up for on export.

    Raises:
        UserError: ``membrete_…``, when it is too large, old, damaged, has macros or fetches other files.
    """
    _prepare(data, Proyecto())
    return review_letterhead(data)


class WordWriter:
    """Writes contents. ``default`` is the letterhead that ships; ``now`` tells the moment, in UTC."""

    def __init__(self, default: Path, now: Callable[[], datetime]) -> None:
        """Remember both; the letterhead is read when first needed."""
        self._default = default
        self._now = now

    def write_content(
        self, contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: str = ""
    ) -> None:
        """Write ``contenido`` as .docx at ``path``, on ``letterhead`` (a .docx) or on the default one if ``None``.

        ``exportacion`` is the identity that the document carries, by which it is known when it comes back.

        Raises:
            UserError: ``membrete_…``, when the letterhead cannot be used.
            OSError: the file cannot be written.
        """
        hoja = _prepare(self._default.read_bytes() if letterhead is None else letterhead, proyecto)
        render(compose(contenido, proyecto), hoja.lugar, hoja.document, hoja.estilos, hoja.letras)
        remove_place(hoja.lugar)
        describe(hoja.document, contenido, proyecto, self._now())
        with damage_told():
            stamp(hoja.document, contenido, proyecto, exportacion)
        hoja.document.save(str(path))


@frozen
class _Hoja:
    """A letterhead ready to be written on, before ``lugar``."""

    document: Document
    lugar: Paragraph
    estilos: Mapping[Estilo, ParagraphStyle]
    letras: Letras


def _prepare(data: bytes, proyecto: Proyecto) -> _Hoja:
    document = open_letterhead(data)
    with damage_told():
        lugar = content_place(document)
        complete_page(document)
        unprotect(document)
        describe_pictures(document, proyecto)
        fill_placeholders(document, proyecto)
        set_language(document)
        hoja = _Hoja(document, lugar, ensure_styles(document), ensure_letters(document))
        check_saves(document)
    return hoja
