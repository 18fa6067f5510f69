"""The door to Word: one content in, one .docx out, on the institution's letterhead or the one that ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.letterhead import content_place, open_letterhead, remove_place
from promueve_gui.adapters.word.metadata import describe, set_language
from promueve_gui.adapters.word.placeholders import fill_placeholders
from promueve_gui.adapters.word.render import render
from promueve_gui.adapters.word.styles import ensure_styles, link_style

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto


def check_letterhead(data: bytes) -> None:
    """Make sure that a file can serve as letterhead, by taking it as far as writing does.

    Raises:
        UserError: ``membrete_…``, when it is too large, old, damaged, has macros or fetches other files.
    """
    document = open_letterhead(data)
    ensure_styles(document)
    remove_place(content_place(document))


class WordWriter:
    """Writes contents. ``default`` is the letterhead that ships; ``now`` tells the moment, in UTC."""

    def __init__(self, default: Path, now: Callable[[], datetime]) -> None:
        """Remember both; the letterhead is read when first needed."""
        self._default = default
        self._now = now

    def write_content(self, contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None) -> None:
        """Write ``contenido`` as .docx at ``path``, on ``letterhead`` (a .docx) or on the default one if ``None``.

        Raises:
            UserError: ``membrete_…``, when the letterhead cannot be used.
            OSError: the file cannot be written.
        """
        document = open_letterhead(self._default.read_bytes() if letterhead is None else letterhead)
        place = content_place(document)
        fill_placeholders(document, proyecto)
        estilos = ensure_styles(document)
        set_language(document)
        render(compose(contenido, proyecto), place, estilos, link_style(document))
        remove_place(place)
        describe(document, contenido, proyecto, self._now())
        document.save(str(path))
