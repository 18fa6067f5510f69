"""The zip that a letterhead is: looked over before python-docx sees it. Nothing is extracted to disk or followed.

A letterhead comes from outside, often by e-mail, so it is taken for hostile until it has passed through here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from defusedxml.ElementTree import fromstring

from promueve_gui.adapters.prolog import DoctypeError, check_prolog
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 20 * 1024 * 1024
MAX_PARTES = 2_000
MAX_DESCOMPRIMIDO = 200 * 1024 * 1024  # bytes of all parts together
MAX_RAZON = 200  # times that a part may grow; deflate reaches 1,000
SIN_IMPORTANCIA = 1024 * 1024  # bytes below which growth is harmless

TIPOS = "[Content_Types].xml"
# What Word 97–2003 documents and documents with a password begin with.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ROTO = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, ValueError)
_ACTIVOS = ("vbaproject", "vbadata", "macroenabled", "activex")
_PLANTILLA = b"wordprocessingml.template.main+xml"
_DOCUMENTO = b"wordprocessingml.document.main+xml"
_DE_XML = (".xml", ".rels", ".vml")
# «Documento Open XML estricto» says the same by other names (ISO/IEC 29500-1, annex A).
_ESTRICTO = re.compile(rb"""(?<==["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)(?:/(\w+))?(?=["'])""")
_CON_GUION = {b"customProperties": b"custom-properties", b"extendedProperties": b"extended-properties"}


def read_container(data: bytes) -> dict[str, bytes]:
    """Return the parts of a letterhead by name. A Word template (.dotx) is returned as the document it makes.

    Raises:
        UserError: ``membrete_grande``, ``membrete_antiguo`` (.doc or password), ``membrete_danado`` (not a sound
            .docx), ``membrete_macros`` or ``membrete_peligroso`` (zip bomb, entities).
    """
    if len(data) > MAX_BYTES:
        raise UserError("membrete_grande", maximo=MAX_BYTES // (1024 * 1024))
    if data.startswith(_OLE):
        raise UserError("membrete_antiguo")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archivo:
            _check_sizes(archivo.infolist())
            partes = {parte.filename: archivo.read(parte) for parte in archivo.infolist() if not parte.is_dir()}
    except _ROTO as error:
        raise UserError("membrete_danado") from error
    for nombre, contenido in partes.items():
        _check_prolog(nombre, contenido)
    _check_kind(partes)
    partes[TIPOS] = partes[TIPOS].replace(_PLANTILLA, _DOCUMENTO)
    return {n: _ESTRICTO.sub(_usual, p) if n.lower().endswith(_DE_XML) else p for n, p in partes.items()}


def _usual(estricto: re.Match[bytes]) -> bytes:
    familia, *nombres = (_CON_GUION.get(nombre, nombre) for nombre in estricto.groups(b""))
    return b"/".join([b"http://schemas.openxmlformats.org", familia, b"2006", *filter(None, nombres)])


def is_template(data: bytes) -> bool:
    """Tell whether a sound .docx or .dotx is a template."""
    with zipfile.ZipFile(io.BytesIO(data)) as archivo:
        return _PLANTILLA in archivo.read(TIPOS)


def write_container(partes: Mapping[str, bytes]) -> io.BytesIO:
    """Return the parts as a zip again, in memory, the list of content types first as Word likes it."""
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED) as archivo:
        for nombre in sorted(partes, key=lambda nombre: nombre != TIPOS):
            archivo.writestr(nombre, partes[nombre])
    destino.seek(0)
    return destino


def _check_sizes(partes: list[zipfile.ZipInfo]) -> None:
    """Judge by the central directory, before anything is decompressed; ``zipfile`` holds parts to what it says."""
    crece = any(
        parte.file_size > SIN_IMPORTANCIA and parte.file_size > MAX_RAZON * max(parte.compress_size, 1)
        for parte in partes
    )
    if crece or len(partes) > MAX_PARTES or sum(parte.file_size for parte in partes) > MAX_DESCOMPRIMIDO:
        raise UserError("membrete_peligroso")
    if len({parte.filename.lower() for parte in partes}) < len(partes):  # each program would read another one
        raise UserError("membrete_danado")


def _check_prolog(nombre: str, contenido: bytes) -> None:
    """Refuse an XML part that has a DOCTYPE or is none."""
    if not nombre.lower().endswith(_DE_XML):
        return
    try:
        check_prolog(io.BytesIO(contenido).read)
    except DoctypeError as error:
        raise UserError("membrete_peligroso") from error
    except (ExpatError, ValueError, LookupError) as error:
        raise UserError("membrete_danado") from error


def _check_kind(partes: Mapping[str, bytes]) -> None:
    try:
        declarados = [" ".join(tipo.attrib.values()) for tipo in fromstring(partes[TIPOS], forbid_dtd=True)]
    except (KeyError, ParseError) as error:
        raise UserError("membrete_danado") from error
    todo = " ".join([*partes, *declarados]).lower()
    if any(activo in todo for activo in _ACTIVOS):
        raise UserError("membrete_macros")
