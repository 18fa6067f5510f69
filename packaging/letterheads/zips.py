"""Letterheads as zips: the same bytes each time, and what python-docx cannot say of a document."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordDocument

DATED = (2026, 1, 1, 0, 0, 0)
DOCUMENT = b"wordprocessingml.document.main+xml"
TEMPLATE = b"wordprocessingml.template.main+xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_ATTACHED = (
    f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="file:///C:/Normal.dotm" TargetMode="External"/>'
)


def parts_of(document: WordDocument) -> dict[str, bytes]:
    """Return the parts of a document that python-docx made, without what is only its own."""
    saved = io.BytesIO()
    document.core_properties.author = "Oficina imaginaria"
    document.save(saved)
    return parts_in(saved.getvalue())


def parts_in(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name, without the picture of its first page."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist() if name != "docProps/thumbnail.jpeg"}
    parts["_rels/.rels"] = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", parts["_rels/.rels"])
    core = parts.get("docProps/core.xml", b"")
    parts["docProps/core.xml"] = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>2026-01-01T00:00:00Z", core)
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a zip, dated alike, so that making it again changes nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, DATED), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def as_template(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a document as Word saves them in a template, tied to the one that it was begun on."""
    made = dict(parts)
    made["[Content_Types].xml"] = made["[Content_Types].xml"].replace(DOCUMENT, TEMPLATE)
    made["word/_rels/settings.xml.rels"] = _RELATIONS.format(_ATTACHED).encode()
    first = made["word/settings.xml"].index(b"<w:", made["word/settings.xml"].index(b"<w:settings") + 1)
    attached = f'<w:attachedTemplate xmlns:r="{R}" r:id="rId1"/>'.encode()
    made["word/settings.xml"] = made["word/settings.xml"][:first] + attached + made["word/settings.xml"][first:]
    return made


def without(parts: Mapping[str, bytes], *names: str) -> dict[str, bytes]:
    """Return parts without some, nor anything that names them."""
    made = {name: content for name, content in parts.items() if name not in names}
    for listing in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        for name in names:
            short = re.escape(name.rpartition("/")[2]).encode()
            made[listing] = re.sub(
                rb'<(?:Override|Relationship) [^>]*"/?(?:[^"]*/)?' + short + rb'"[^>]*/>', b"", made[listing]
            )
    return made
