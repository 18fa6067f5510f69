"""The letterheads of the gallery, and what of them has to come out as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from defusedxml.ElementTree import fromstring
from docx.oxml.ns import qn

from tests.adapters.word.muestras import MEMBRETES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOMBRES = sorted(path.name for path in MEMBRETES.iterdir())
LUGARES = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sectPr"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def data_of(nombre: str) -> bytes:
    """Return a letterhead of the gallery."""
    return (MEMBRETES / nombre).read_bytes()


def canonical(xml: bytes) -> bytes:
    """Return a part in the form in which two that say the same are the same bytes."""
    return ET.canonicalize(xml.decode(), strip_text=True, exclude_attrs=["descr"]).encode()


def margins(partes: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return headers and footers by what they say, and pictures as they are."""
    xml = {n: canonical(d) for n, d in partes.items() if n.startswith(("word/header", "word/footer"))}
    return xml | {n: d for n, d in partes.items() if n.startswith("word/media/")}


def sections(document: bytes) -> list[tuple[str, ...]]:
    """Return each section: its kind, page, margins and the kinds of its headers, without the names of relations."""
    return [_section(seccion) for seccion in fromstring(document).iter(LUGARES)]


def _section(seccion: ET.Element) -> tuple[str, ...]:
    dichos = []
    for hijo in seccion:
        atributos = {n: v for n, v in hijo.attrib.items() if not n.startswith(R)}
        dichos.append(f"{hijo.tag.rpartition('}')[2]} {sorted(atributos.items())}")
    return tuple(dichos)


def texts_in(document: bytes, etiqueta: str) -> list[str]:
    """Return the text of each element of a kind (``w:tbl``, ``w:sdt``), in order."""
    hallados = fromstring(document).iter(qn(etiqueta))
    return [_joined(elemento.iter(qn("w:t"))) for elemento in hallados]


def _joined(piezas: Iterable[ET.Element]) -> str:
    return "".join(pieza.text or "" for pieza in piezas)
