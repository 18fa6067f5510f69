"""The stamp of a document: bookmarks around the paragraphs of each field, and document properties that say what it is.

Both stay when Word or LibreOffice save it again; whoever reads the document sees neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from promueve_gui.adapters.word.returned_foreign import count_pictures
from promueve_gui.adapters.word.stamp import (
    Names,
    identity_marks,
    pictures_property,
    properties,
    sheet_properties,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TIPOS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PRIMERO = 2  # identifiers 0 and 1 are reserved (ECMA-376, 15.2.12.2)
_VACIO = f'<Properties xmlns="{CUSTOM}" xmlns:vt="{_TIPOS}"/>'


class Marks:
    """Puts the bookmarks of one document."""

    def __init__(self, document: Document) -> None:
        """Take the document; the letterhead may have bookmarks of its own."""
        self._nombres = Names()
        self._id = _last_mark(document.element.body)

    def put(self, escrito: Paragraph, parrafo: Parrafo) -> None:
        """Put the bookmark that a paragraph should carry, if any, around all that it says."""
        nombre = self._nombres.next_for(parrafo)
        if nombre:
            self._id += 1
            _surround(escrito, nombre, self._id)


def stamp(
    document: Document, contenido: Contenido, proyecto: Proyecto, exportacion: str, hoja: Sequence[str] = ()
) -> None:
    """Write into a document which content it is of, and as which export it leaves, empty for none.

    ``hoja`` has the prints of what its letterhead says.
    """
    imagenes = pictures_property(count_pictures(document.element.body))
    _set_properties(document, properties(contenido, proyecto, exportacion) | sheet_properties(hoja) | imagenes)
    parrafos = document.paragraphs
    identidad = _last_mark(document.element.body)
    for lugar, marca in enumerate(identity_marks(exportacion, contenido.id) if parrafos else (), start=1):
        _surround(parrafos[0], marca, identidad + lugar)


def _surround(escrito: Paragraph, nombre: str, identidad: int) -> None:
    elemento = escrito.paragraph_format.element
    inicio, fin = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for marca in (inicio, fin):
        marca.set(qn("w:id"), str(identidad))
    inicio.set(qn("w:name"), nombre)
    propiedades = elemento.find(qn("w:pPr"))
    if propiedades is None:
        elemento.insert(0, inicio)
    else:
        propiedades.addnext(inicio)
    elemento.append(fin)


def _last_mark(body: BaseOxmlElement) -> int:
    dichas = (marca.get(qn("w:id"), "") for marca in body.iter(qn("w:bookmarkStart")))
    return max((int(dicha) for dicha in dichas if dicha.isascii() and dicha.isdigit()), default=0)


def _set_properties(document: Document, valores: dict[str, str]) -> None:
    """Set custom properties; those of the letterhead stay, but for a stamp of its own."""
    package = document.part.package
    hallada = next((r for r in package.rels.values() if r.reltype == RT.CUSTOM_PROPERTIES), None)
    raiz = parse_xml(_VACIO if hallada is None else hallada.target_part.blob)
    nombre = PackURI("/docProps/custom.xml") if hallada is None else hallada.target_part.partname
    for vieja in [p for p in raiz if str(p.get("name", "")).startswith("Promueve.")]:
        raiz.remove(vieja)
    usados = [int(p.get("pid", 0)) for p in raiz]
    for pid, (clave, valor) in enumerate(valores.items(), start=max(usados, default=_PRIMERO - 1) + 1):
        propiedad = parse_xml(f'<property xmlns="{CUSTOM}" xmlns:vt="{_TIPOS}"><vt:lpwstr/></property>')
        propiedad.set("fmtid", _FMTID)
        propiedad.set("pid", str(pid))
        propiedad.set("name", clave)
        propiedad[0].text = valor
        raiz.append(propiedad)
    part = Part(nombre, CT.OFC_CUSTOM_PROPERTIES, serialize_part_xml(raiz), package)
    if hallada is None:
        package.relate_to(part, RT.CUSTOM_PROPERTIES)
    else:
        hallada._target = part  # noqa: SLF001  # python-docx has no other way to put a part in the place of one
