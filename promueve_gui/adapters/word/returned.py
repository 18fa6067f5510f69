"""Documents that come back by e-mail: known by their stamp and never by their name; read, and nothing in them followed.

See ``domain.texto_devuelto`` for what they say. Whoever sent the file may have sent anything: it is taken for hostile.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml

from promueve_gui.adapters.intake import read_bytes
from promueve_gui.adapters.word.container import MAX_BYTES, read_container
from promueve_gui.adapters.word.own_lines import read_margins
from promueve_gui.adapters.word.returned_body import read_body
from promueve_gui.adapters.word.returned_comments import read_comments
from promueve_gui.adapters.word.returned_parts import Parts
from promueve_gui.adapters.word.returned_styles import Looks
from promueve_gui.adapters.word.stamp import (
    P_CONTENIDO,
    P_EXPORTACION,
    P_INSTITUCION,
    P_PROYECTO,
    P_VERSION,
    PREFIJO,
    VERSION,
    identities_of,
    pictures_left,
    sheet_prints,
)
from promueve_gui.domain.devueltos import LibroDevuelto, Sello
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.texto_devuelto import TextoDevuelto

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import TypeAlias

    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto

    Progreso: TypeAlias = Callable[[int, int], None]

_DE_LA_RED = re.compile(r"\s*(?:https?|ftp|file://[^/]|\\\\|//)", re.IGNORECASE)
MAX_CUERPO = 40 * 1024 * 1024  # bytes of text and formatting, some ten thousand pages
_CODIGOS = {
    "membrete_grande": "word_grande",
    "membrete_danado": "word_danado",
    "membrete_macros": "word_macros",
    "membrete_peligroso": "word_peligroso",
}
DE_OTRA_VERSION = "El documento se exportó con una versión más nueva de Promueve; actualice el programa si algo falta."


def read_document(path: Path, progress: Progreso | None = None) -> LibroDevuelto:
    """Read a document that may have left Promueve; see ``returned_kind.is_document``.

    ``progress`` hears the paragraphs read so far and 0, and may raise.

    Raises:
        UserError: ``word_macros``, ``word_externo`` (fetches a template or another file), ``word_peligroso`` (zip bomb,
            entities), ``word_grande`` or ``word_danado``.
    """
    data = read_bytes(path, MAX_BYTES + 1)
    partes = _opened(path.name, data)
    try:
        parts = Parts(partes)
        if len(parts.xml) + sum(map(len, parts.all_related("header", "footer"))) > MAX_CUERPO:
            raise UserError("word_grande", archivo=path.name, maximo=MAX_CUERPO // (1024 * 1024))
        comentarios = read_comments(parts.related("comments"), parts.related("commentsExtended"))
        looks = Looks(parts)
        parrafos = read_body(parts.xml, looks, comentarios, progress)
        margenes = read_margins(parts, looks)
        propiedades = _properties(parts)
    except (SyntaxError, LookupError, ValueError) as error:  # lxml's own errors are SyntaxErrors
        raise UserError("word_danado", archivo=path.name) from error
    sello = _stamp(propiedades, parrafos)
    avisos = [Problema("", None, "", "", DE_OTRA_VERSION)] if sello.version > VERSION else []
    return LibroDevuelto(
        archivo=path.name,
        huella=sha256(data).hexdigest(),
        sello=sello,
        problemas=avisos,
        texto=TextoDevuelto(
            parrafos=parrafos,
            contenido=sello.documento.partition(":")[2],
            margenes=margenes,
            hoja=sheet_prints(propiedades),
            imagenes=pictures_left(propiedades),
        ),
    )


def _opened(nombre: str, data: bytes) -> dict[str, bytes]:
    """Return the parts of a document, once nothing in it is harmful."""
    try:
        partes = read_container(data)
        relaciones = [r for parte, dicho in partes.items() if parte.endswith(".rels") for r in parse_xml(dicho)]
    except SyntaxError as error:
        raise UserError("word_danado", archivo=nombre) from error
    except UserError as error:
        codigo = _CODIGOS.get(error.code, "word_danado")
        raise UserError(codigo, archivo=nombre, **error.data) from error
    if any(map(_fetches, relaciones)):
        raise UserError("word_externo", archivo=nombre)
    return partes


def _fetches(relacion: BaseOxmlElement) -> bool:
    """Tell whether a relationship would make Word fetch something: a template, a picture or text from elsewhere.

    Links wait for somebody to click them; a template in a folder of whoever wrote the document is common, and no harm.
    """
    tipo = str(relacion.get("Type", "")).rpartition("/")[2]
    if tipo == "aFChunk":
        return True
    externo = relacion.get("TargetMode", "").lower() == "external"
    return externo and tipo != "hyperlink" and bool(_DE_LA_RED.match(relacion.get("Target", "")))


def _properties(parts: Parts) -> dict[str, str]:
    """Return the custom properties by name."""
    raiz = parts.properties()
    return {} if raiz is None else {str(p.get("name", "")): "".join(p.itertext()) for p in raiz}


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
