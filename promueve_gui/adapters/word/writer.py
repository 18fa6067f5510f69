"""The door to Word: one content in, one .docx out, on the institution's letterhead or the one that ships."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document

from promueve_gui.adapters.word.alternatives import describe_pictures
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.direction import set_direction
from promueve_gui.adapters.word.letterhead import check_saves, damage_told, open_letterhead
from promueve_gui.adapters.word.margins import give_air
from promueve_gui.adapters.word.metadata import describe, set_language
from promueve_gui.adapters.word.own_lines import own_prints
from promueve_gui.adapters.word.page import complete_page
from promueve_gui.adapters.word.place import CONTROL, LUGAR, content_place, remove_place
from promueve_gui.adapters.word.placeholders import fill_fields, fill_placeholders
from promueve_gui.adapters.word.protection import unprotect
from promueve_gui.adapters.word.render import render
from promueve_gui.adapters.word.review import review_letterhead
from promueve_gui.adapters.word.stamp_marks import stamp
from promueve_gui.adapters.word.styles import name_typeface, style_ids
from promueve_gui.adapters.word.tracked import accept_changes
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from promueve_gui.adapters.word.styles import Nombres
    from promueve_gui.domain.contenidos import Contenido


_A_LA_MANO = 8  # letterheads kept ready


def check_letterhead(data: bytes) -> tuple[str, ...]:
    """Make sure that a file can serve as letterhead, by taking it as far as writing does; return what it lacks.

    Each sentence says also how it is made up for on export.

    Raises:
        UserError: ``membrete_…``, when it is too large, old, damaged, has macros or fetches other files.
    """
    prepare(data, Proyecto())
    return review_letterhead(data)


class WordWriter:
    """Writes contents. ``default`` is the letterhead that ships; ``now`` tells the moment, in UTC."""

    def __init__(self, default: Path, now: Callable[[], datetime]) -> None:
        """Remember both; the letterhead is read when first needed."""
        self._default = default
        self._now = now
        self._preparados: dict[tuple[bytes, str], Preparado] = {}

    def write_content(
        self, contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: str = ""
    ) -> None:
        """Write ``contenido`` as .docx at ``path``, on ``letterhead`` (a .docx) or on the default one if ``None``.

        ``exportacion`` is the identity that the document carries, by which it is known when it comes back.

        Raises:
            UserError: ``membrete_…``, when the letterhead cannot be used.
            OSError: the file cannot be written.
        """
        preparado = self._prepared(self._default.read_bytes() if letterhead is None else letterhead, proyecto)
        document = Document(io.BytesIO(preparado.documento))
        lugar = content_place(document)
        render(compose(contenido, proyecto), lugar, document, preparado.nombres)
        remove_place(lugar)
        describe(document, contenido, proyecto, self._now())
        with damage_told():
            stamp(document, contenido, proyecto, exportacion, preparado.hoja)
        document.save(str(path))

    def _prepared(self, data: bytes, proyecto: Proyecto) -> Preparado:
        """Return a letterhead ready to be written on; once made, it serves for all that are written on it."""
        clave = (data, repr(proyecto.unico(Institucion)))
        if clave not in self._preparados:
            if len(self._preparados) >= _A_LA_MANO:
                self._preparados.clear()
            self._preparados[clave] = prepare(data, proyecto)
        return self._preparados[clave]


@frozen
class Preparado:
    """A letterhead found harmless and complete, as bytes, with its mark where the content goes.

    ``hoja`` has the prints of what it says by itself.
    """

    documento: bytes
    nombres: Nombres
    hoja: Sequence[str]


def prepare(data: bytes, proyecto: Proyecto) -> Preparado:
    """Return a letterhead with all that it lacked, and its marks filled in for the institution of ``proyecto``.

    Raises:
        UserError: ``membrete_…``, when it cannot serve.
    """
    document = open_letterhead(data)
    with damage_told():
        accept_changes(document)
        lugar = content_place(document)
        fill_fields(document, {CONTROL: ""})  # marks besides the one that counts
        complete_page(document)
        unprotect(document)
        describe_pictures(document, proyecto)
        fill_placeholders(document, proyecto)
        set_language(document)
        name_typeface(document)
        nombres = style_ids(document)
        set_direction(document, nombres)
        give_air(document, lugar.paragraph_format.element)
        lugar.text = LUGAR
        check_saves(document)
        destino = io.BytesIO()
        document.save(destino)
        hoja = own_prints(destino.getvalue())
    return Preparado(destino.getvalue(), nombres, hoja)
