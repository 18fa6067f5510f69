"""Letterheads that nobody honest would send, made from a good one."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.errors import UserError
from tests.adapters.word.muestras import MEMBRETE, parts

if TYPE_CHECKING:
    from collections.abc import Callable

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(partes: dict[str, bytes]) -> bytes:
    """Return parts as the bytes of a document."""
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED) as archivo:
        for nombre, contenido in partes.items():
            archivo.writestr(nombre, contenido)
    return destino.getvalue()


def good() -> dict[str, bytes]:
    """Return the parts of a letterhead that is in order."""
    return parts(MEMBRETE)


def with_part(nombre: str, contenido: bytes) -> bytes:
    """Return the good letterhead with one part more, or another one in its place."""
    return packed(good() | {nombre: contenido})


def with_change(nombre: str, antes: str, despues: str) -> bytes:
    """Return the good letterhead with a text changed, once, in one of its parts."""
    contenido = good()[nombre].decode()
    assert antes in contenido
    return with_part(nombre, contenido.replace(antes, despues, 1).encode())


def with_relation(tipo: str, destino: str, xml: str = "", modo: str = "External") -> bytes:
    """Return the good letterhead with a relationship from its header, and ``xml`` that uses it as rId99."""
    partes = good()
    relacion = f'<Relationship Id="rId99" Type="{R}/{tipo}" Target="{destino}" TargetMode="{modo}"/>'
    inicio = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    partes["word/_rels/header1.xml.rels"] = f"{inicio}{relacion}</Relationships>".encode()
    partes["word/header1.xml"] = partes["word/header1.xml"].replace(b"</w:p>", f"{xml}</w:p>".encode(), 1)
    return packed(partes)


def with_run(xml: str) -> bytes:
    """Return the good letterhead with ``xml`` inside the paragraph of its header."""
    return with_change("word/header1.xml", "</w:p>", f"{xml}</w:p>")


def code_of(function: Callable[[bytes], object], data: bytes) -> str:
    """Return the code with which a letterhead is refused."""
    with pytest.raises(UserError) as refused:
        function(data)
    return refused.value.code
