"""Documents that come back by e-mail: known by their stamp and never by their name; read, and nothing in them followed.

See ``domain.texto_devuelto`` for what they say. Whoever sent the file may have sent anything: it is taken for hostile.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml

from promueve_gui.adapters.intake import MAX_BYTES, read_bytes
from promueve_gui.adapters.word.container import read_container
from promueve_gui.adapters.word.returned_body import read_body
from promueve_gui.adapters.word.returned_comments import read_comments
from promueve_gui.adapters.word.returned_styles import Looks
from promueve_gui.adapters.word.stamp import PREFIJO, identities_of
from promueve_gui.adapters.word.stamp_marks import (
    P_CONTENIDO,
    P_EXPORTACION,
    P_INSTITUCION,
    P_PROYECTO,
    P_VERSION,
    VERSION,
)
from promueve_gui.domain.devueltos import LibroDevuelto, Sello
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.texto_devuelto import TextoDevuelto

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import TypeAlias

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto

    Progreso: TypeAlias = Callable[[int, int], None]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DE_WORD, _CIFRADO = "WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le")
_MUESTRA = 4096
_ZIP, _RTF = b"PK\x03\x04", b"{\\rtf"
_TIPO_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_CUERPO = "word/document.xml"
_EXTERNO = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_ATRIBUTO = re.compile(rb"""\b(Type|Target|TargetMode)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_DE_LA_RED = re.compile(rb"\s*(?:https?|ftp|file://[^/]|\\\\|//)", re.IGNORECASE)
_CODIGOS = {
    "membrete_grande": "word_grande",
    "membrete_danado": "word_danado",
    "membrete_macros": "word_macros",
    "membrete_peligroso": "word_peligroso",
}
DE_OTRA_VERSION = "El documento se exportó con una versión más nueva de Promueve; actualice el programa si algo falta."


def read_document(path: Path, progress: Progreso | None = None) -> LibroDevuelto | None:
    """Read a document that may have left Promueve; ``None`` when ``path`` is no document of Word.

    ``progress`` hears the paragraphs read so far and 0, and may raise.

    Raises:
        UserError: ``word_antiguo`` (.doc), ``word_con_contrasena``, ``word_odt``, ``word_rtf``, ``word_macros``,
            ``word_externo`` (fetches a template or another file), ``word_peligroso`` (zip bomb, entities),
            ``word_grande`` or ``word_danado``.
    """
    if not _is_document(path):
        return None
    data = read_bytes(path, MAX_BYTES + 1)
    partes = _opened(path.name, data)
    try:
        looks = Looks(partes)
        comentarios = read_comments(partes)
        parrafos = read_body(partes[_CUERPO], looks, comentarios, progress)
        propiedades = _properties(partes)
    except (SyntaxError, LookupError, ValueError) as error:  # lxml's own errors are SyntaxErrors
        raise UserError("word_danado", archivo=path.name) from error
    sello = _stamp(propiedades, parrafos)
    avisos = [Problema("", None, "", "", DE_OTRA_VERSION)] if sello.version > VERSION else []
    return LibroDevuelto(
        archivo=path.name,
        huella=sha256(data).hexdigest(),
        sello=sello,
        problemas=avisos,
        texto=TextoDevuelto(parrafos=parrafos, contenido=sello.documento.partition(":")[2]),
    )


def _is_document(path: Path) -> bool:
    """Tell whether a file is a document of Word, by its content. Raises ``UserError`` for one that cannot be read."""
    try:
        if not path.is_file():
            return False
    except (OSError, ValueError):
        return False
    nombre, inicio = path.name, read_bytes(path, _MUESTRA)
    if inicio.startswith(_OLE):
        data = read_bytes(path, MAX_BYTES)
        if _DE_WORD in data:
            raise UserError("word_antiguo", archivo=nombre)
        if _CIFRADO in data and path.suffix.lower() in {".docx", ".docm", ".dotx"}:
            raise UserError("word_con_contrasena", archivo=nombre)
        return False
    if inicio.startswith(_RTF):
        raise UserError("word_rtf", archivo=nombre)
    if not inicio.startswith(_ZIP):
        return False
    if _TIPO_ODT in inicio:
        raise UserError("word_odt", archivo=nombre)
    return _CUERPO.encode() in read_bytes(path, MAX_BYTES)


def _opened(nombre: str, data: bytes) -> dict[str, bytes]:
    """Return the parts of a document, once nothing in it is harmful."""
    try:
        partes = read_container(data)
    except UserError as error:
        codigo = _CODIGOS.get(error.code, "word_danado")
        raise UserError(codigo, archivo=nombre, **error.data) from error
    if _CUERPO not in partes:
        raise UserError("word_danado", archivo=nombre)
    for parte, contenido in partes.items():
        if parte.endswith(".rels") and any(map(_fetches, _EXTERNO.findall(contenido))):
            raise UserError("word_externo", archivo=nombre)
    return partes


def _fetches(relacion: bytes) -> bool:
    """Tell whether a relationship would make Word fetch something: a template, a picture or text from elsewhere.

    Links wait for somebody to click them; a template in a folder of whoever wrote the document is common, and no harm.
    """
    dichos = {clave: uno or otro for clave, uno, otro in _ATRIBUTO.findall(relacion)}
    tipo = dichos.get(b"Type", b"").rpartition(b"/")[2]
    if tipo == b"aFChunk":
        return True
    externo = dichos.get(b"TargetMode", b"").lower() == b"external"
    return externo and tipo != b"hyperlink" and bool(_DE_LA_RED.match(dichos.get(b"Target", b"")))


def _properties(partes: Mapping[str, bytes]) -> dict[str, str]:
    """Return the custom properties by name."""
    contenido = partes.get("docProps/custom.xml")
    if contenido is None:
        return {}
    return {str(p.get("name", "")): "".join(p.itertext()) for p in parse_xml(contenido)}


def _stamp(propiedades: Mapping[str, str], parrafos: list[ParrafoDevuelto]) -> Sello:
    """Return what a document says of itself: in its properties and, should they be lost, in its bookmarks."""
    marcas = {marca for parrafo in parrafos for marca in parrafo.marcas if marca.startswith(PREFIJO)}
    entrega, contenido = identities_of(marcas)
    contenido = propiedades.get(P_CONTENIDO, "") or contenido
    documento = f"contenido:{contenido}" if contenido else ""
    version = propiedades.get(P_VERSION, "")
    return Sello(
        proyecto=propiedades.get(P_PROYECTO, ""),
        exportacion=propiedades.get(P_EXPORTACION, "") or (f"{entrega}/{documento}" if entrega and documento else ""),
        documento=documento,
        institucion=propiedades.get(P_INSTITUCION, ""),
        version=int(version) if version.isascii() and version.isdigit() else 0,
    )
