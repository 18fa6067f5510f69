"""Names that a letterhead leaves open between braces, such as {institucion}, filled in from the project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.adapters.word.merge_fields import as_marks
from promueve_gui.adapters.word.own_text import own_text
from promueve_gui.adapters.word.text import clean
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.domain.proyecto import Proyecto

DE_LA_INSTITUCION = ("institucion", "siglas", "area", "contacto")
MARCAS = frozenset(f"{{{nombre}}}" for nombre in (*DE_LA_INSTITUCION, "contenido"))
_CAMPO = re.compile(r"\{+ *([^\W\d]\w{0,39}) *\}+")  # people double the braces and leave spaces
_ESPACIOS = "{http://www.w3.org/XML/1998/namespace}space"


def fill_placeholders(document: WordDocument, proyecto: Proyecto) -> None:
    """Replace the marks in text, headers and footers, whatever pieces Word cut them into; capitals do not matter."""
    valores = _values(proyecto)
    for parrafo in _paragraphs(document):
        _fill(parrafo, valores)


def fill_fields(document: WordDocument, valores: Mapping[str, str]) -> None:
    """Replace every field between braces that has a value, wherever it stands; capitals and accents do not matter."""
    limpios = {nombre: clean(valor).replace("\n", " ") for nombre, valor in valores.items()}
    for parrafo in _paragraphs(document):
        _fill(parrafo, limpios)


def write_marks(document: WordDocument) -> None:
    """Write the merge fields of Word as marks between braces, wherever they stand."""
    for parrafo in [*_paragraphs(document)]:
        as_marks(parrafo)


def fields_in(document: WordDocument) -> list[str]:
    """Return the names between braces that a document has, each once, as they are typed."""
    textos = (own_text(parrafo) for parrafo in _paragraphs(document))
    return list(dict.fromkeys(nombre for texto in textos for nombre in _CAMPO.findall(texto)))


def _paragraphs(document: WordDocument) -> Iterator[BaseOxmlElement]:
    for part in document.part.package.iter_parts():
        raiz = getattr(part, "element", None)
        if raiz is not None and part.partname.startswith("/word/"):
            yield from raiz.iter(qn("w:p"))


def _values(proyecto: Proyecto) -> dict[str, str]:
    institucion = proyecto.unico(Institucion)
    if institucion is None:
        return dict.fromkeys(DE_LA_INSTITUCION, "")
    contacto = " · ".join(dato for dato in (institucion.correo_contacto, institucion.sitio) if dato)
    valores = {
        "institucion": institucion.nombre,
        "siglas": institucion.siglas,
        "area": institucion.direccion_comunicacion,
        "contacto": contacto,
    }
    return {nombre: clean(valor).replace("\n", " ") for nombre, valor in valores.items()}


def _fill(parrafo: BaseOxmlElement, valores: Mapping[str, str]) -> None:
    """Put each value in the piece where its mark begins, from the last mark to the first so that places stay true."""
    piezas = [pieza for pieza in parrafo.iter(qn("w:t")) if next(pieza.iterancestors(qn("w:p"))) is parrafo]
    completo = "".join(pieza.text or "" for pieza in piezas)
    for hallada in reversed(list(_CAMPO.finditer(completo))):
        valor = valores.get(plegar(hallada[1]))
        if valor is not None:
            _replace(piezas, hallada.start(), hallada.end(), valor)


def _replace(piezas: list[BaseOxmlElement], inicio: int, fin: int, valor: str) -> None:
    lugar = 0
    for pieza in piezas:
        texto = pieza.text or ""
        desde, hasta = max(inicio - lugar, 0), min(fin - lugar, len(texto))
        if desde < hasta:
            nuevo = valor if lugar + desde == inicio else ""
            pieza.text = texto[:desde] + nuevo + texto[hasta:]
            pieza.set(_ESPACIOS, "preserve")
        lugar += len(texto)
