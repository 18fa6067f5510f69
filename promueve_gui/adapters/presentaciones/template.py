"""The template of presentations: opened with care, and emptied of its own slides. Masters and layouts stay.

It comes from outside, like a letterhead, and is looked over by the same means before python-pptx sees it.
Standard: ECMA-376, part 1, chapter 13 (presentationml).
"""

from __future__ import annotations

import posixpath
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from promueve_gui.adapters.presentaciones.completing import complete
from promueve_gui.adapters.word.container import TIPOS, read_container, write_container
from promueve_gui.adapters.word.external import without_externals
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pptx.presentation import Presentation as Deck

_PRINCIPAL = b"presentationml.presentation.main+xml"
_OTRAS = (b"presentationml.template.main+xml", b"presentationml.slideshow.main+xml")
# What of the presentation is about its own slides, and what the package says of itself.
_DE_LAMINAS = (qn("p:sldIdLst"), qn("p:custShowLst"), qn("p:extLst"))
_RELACIONES_DE_LAMINAS = frozenset({"slide", "commentAuthors", "handoutMaster", "tags"})
_DEL_PAQUETE = frozenset({"core-properties", "extended-properties", "custom-properties", "thumbnail"})
_DAMAGE = (PythonPptxError, SyntaxError, LookupError, ValueError, AttributeError, TypeError, AssertionError)


def open_template(data: bytes) -> Deck:
    """Return a template (``.pptx``, ``.potx`` or ``.ppsx``) as a presentation without slides.

    Raises:
        UserError: ``plantilla_…`` when it is not sound and harmless: too large, old or with a password, damaged, with
            macros, or bringing files from elsewhere.
    """
    with _as_template(), damage_told():
        partes = without_externals(read_container(data))
        for otra in _OTRAS:
            partes[TIPOS] = partes[TIPOS].replace(otra, _PRINCIPAL)
        _take_slides_out(partes)
        deck: Deck = Presentation(write_container(partes))
        if not any(len(master.slide_layouts) for master in deck.slide_masters):
            raise UserError("plantilla_danada")
        complete(deck)
    return deck


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn what python-pptx raises over a malformed file into one sentence for people."""
    try:
        yield
    except _DAMAGE as error:
        raise UserError("plantilla_danada") from error


@contextmanager
def _as_template() -> Iterator[None]:
    """Tell of a template what the means that are shared with letterheads tell of one."""
    try:
        yield
    except UserError as error:
        codigo = error.code.replace("membrete_", "plantilla_").replace("danado", "danada").replace("antiguo", "antigua")
        raise UserError(codigo, **error.data) from error


def _take_slides_out(partes: dict[str, bytes]) -> None:
    """Take the slides out of the parts, and what the package says of itself; nothing else refers to them."""
    principal = _main_part(partes)
    raiz = parse_xml(partes[principal])
    for hijo in list(raiz):
        if hijo.tag in _DE_LAMINAS:
            raiz.remove(hijo)
    partes[principal] = serialize_part_xml(raiz)
    carpeta, nombre = posixpath.split(principal)
    _drop(partes, posixpath.join(carpeta, "_rels", f"{nombre}.rels"), _RELACIONES_DE_LAMINAS)
    _drop(partes, "_rels/.rels", _DEL_PAQUETE)


def _main_part(partes: dict[str, bytes]) -> str:
    for relacion in parse_xml(partes["_rels/.rels"]):
        if str(relacion.get("Type", "")).endswith("/officeDocument"):
            return str(relacion.get("Target", "")).lstrip("/")
    raise UserError("plantilla_danada")


def _drop(partes: dict[str, bytes], nombre: str, tipos: frozenset[str]) -> None:
    raiz = parse_xml(partes[nombre])
    for relacion in list(raiz):
        if str(relacion.get("Type", "")).rpartition("/")[2] in tipos:
            raiz.remove(relacion)
    partes[nombre] = serialize_part_xml(raiz)
