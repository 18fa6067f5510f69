"""What a letterhead says by itself, around the content, so that what people write there is known when it comes back.

A print of each line goes into the stamp: of the letterhead itself nobody may know any more what it said that day.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.returned_body import read_body, read_within
from promueve_gui.adapters.word.returned_parts import Parts
from promueve_gui.adapters.word.returned_styles import Looks
from promueve_gui.domain.texto_devuelto import ClaseAjena, huella

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto


def own_prints(data: bytes) -> list[str]:
    """Return the prints of all that a letterhead, once made ready, says: body, headers, footers and text boxes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archivo:  # it was looked over before it was made ready
        parts = Parts({nombre: archivo.read(nombre) for nombre in archivo.namelist()})
    looks = Looks(parts)
    return sorted({huella(""), *_prints([*read_body(parts.xml, looks, {}), *read_margins(parts, looks)])})


def read_margins(parts: Parts, looks: Looks) -> list[ParrafoDevuelto]:
    """Return the paragraphs of headers and footers."""
    return [p for parte in parts.all_related("header", "footer") for p in read_within(parse_xml(parte), looks, {})]


def _prints(parrafos: list[ParrafoDevuelto]) -> Iterator[str]:
    for parrafo in parrafos:
        yield parrafo.huella
        yield from (huella(ajeno.texto) for ajeno in parrafo.ajenos if ajeno.clase is ClaseAjena.CUADRO)
