"""What a paragraph of a document looks like once its own format, its styles and the document's defaults are asked."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.pages import CM_POR_PUNTO, Aspecto
from promueve_gui.adapters.word.styles import SIN_TEMA
from promueve_gui.adapters.word.typefaces import typeface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

_POR_PUNTO = 20  # twips
_CM_POR_TWIP = CM_POR_PUNTO / _POR_PUNTO
_POR_RENGLON = 240  # of ``w:line`` where it says how many lines (ECMA-376, 17.3.1.33)
_TAMANO = 20  # half points, where nothing is said (17.3.2.38)
_APAGADO = {"0", "false", "off"}


class Cascade:
    """The styles of a document, asked from a paragraph up: its style, those that one is based on, the defaults."""

    def __init__(self, document: WordDocument) -> None:
        """Take the document; its styles are read once."""
        raiz = document.styles.element
        self._document = document
        self._estilos = {estilo.get(qn("w:styleId")): estilo for estilo in raiz.iterchildren(qn("w:style"))}
        comunes = (e for e in self._estilos.values() if e.get(qn("w:default")) and e.get(qn("w:type")) == "paragraph")
        self._comun: str | None = next((estilo.get(qn("w:styleId")) for estilo in comunes), None)
        self._omision = list(raiz.xpath("w:docDefaults/w:pPrDefault | w:docDefaults/w:rPrDefault"))
        self._tema = _theme(document)

    def of_style(self, identidad: str) -> Aspecto:
        """Return how the paragraphs of a style look."""
        return self._look([*self._line(identidad), *self._omision])

    def says(self, identidad: str, lugar: str) -> bool:
        """Tell whether a style has something on («w:pPr/w:bidi»), by itself or by what it is based on."""
        return _is_on([*self._line(identidad), *self._omision], lugar)

    def list_of(self, identidad: str) -> tuple[str, int]:
        """Return the number of the list that the paragraphs of a style belong to, empty for none, and the level."""
        linea = [*self._line(identidad)]
        nivel = int(_number(linea, "w:pPr/w:numPr/w:ilvl", "w:val", 0))
        return next(_values(linea, "w:pPr/w:numPr/w:numId", "w:val"), ""), nivel

    def of_paragraph(self, parrafo: BaseOxmlElement) -> Aspecto:
        """Return how a paragraph looks, its letters as those of its first run."""
        dicho = parrafo.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        tramo = next(parrafo.iter(qn("w:r")), None)
        propio = [parrafo] if tramo is None else [tramo, parrafo]
        return self._look([*propio, *self._line(None if dicho is None else dicho.get(qn("w:val"))), *self._omision])

    def _line(self, identidad: str | None) -> Iterator[BaseOxmlElement]:
        vistos: set[str] = set()
        actual = identidad if identidad in self._estilos else self._comun
        while actual is not None and actual in self._estilos and actual not in vistos:
            vistos.add(actual)
            yield self._estilos[actual]
            base = self._estilos[actual].find(qn("w:basedOn"))
            actual = None if base is None else base.get(qn("w:val"))

    def _look(self, linea: list[BaseOxmlElement]) -> Aspecto:
        familia = self._typeface(linea)
        letra, tamano = typeface(familia), max(_number(linea, "w:rPr/w:sz", "w:val", _TAMANO), 1) / 2
        alto, regla = (
            _number(linea, "w:pPr/w:spacing", "w:line", _POR_RENGLON),
            next(_values(linea, "w:pPr/w:spacing", "w:lineRule"), ""),
        )
        interlineado, fijo = (1.0, alto / _POR_PUNTO) if regla in {"exact", "atLeast"} else (alto / _POR_RENGLON, 0.0)
        if regla == "atLeast":
            fijo = max(fijo, tamano * letra.alto)
        de_la_lista = self._list(linea)
        izquierda = _number([*linea, *de_la_lista], "w:pPr/w:ind", "w:left", 0)
        primera = _number(linea, "w:pPr/w:ind", "w:firstLine", 0)
        return Aspecto(
            letra=letra,
            tamano=tamano,
            familia=familia,
            negrita=_is_on(linea, "w:rPr/w:b"),
            mayusculas=_is_on(linea, "w:rPr/w:caps"),
            antes=_number(linea, "w:pPr/w:spacing", "w:before", 0) / _POR_PUNTO,
            despues=_number(linea, "w:pPr/w:spacing", "w:after", 0) / _POR_PUNTO,
            interlineado=interlineado,
            fijo=fijo,
            sangria=(izquierda + _number(linea, "w:pPr/w:ind", "w:right", 0)) * _CM_POR_TWIP,
            primera=primera * _CM_POR_TWIP,
            junto=_is_on(linea, "w:pPr/w:contextualSpacing"),
            entero=_is_on(linea, "w:pPr/w:keepLines"),
            sigue=_is_on(linea, "w:pPr/w:keepNext"),
        )

    def _typeface(self, linea: list[BaseOxmlElement]) -> str:
        camino = f"{qn('w:rPr')}/{qn('w:rFonts')}"
        for dicho in (dicho for elemento in linea for dicho in elemento.iterfind(camino)):
            nombre = self._tema.get(str(dicho.get(qn("w:asciiTheme"), ""))[:5]) or dicho.get(qn("w:ascii"))
            if nombre:
                return str(nombre)
        return SIN_TEMA

    def _list(self, linea: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
        """Return the first level of the list that a paragraph belongs to, which gives the indent that it lacks."""
        numero = next(_values(linea, "w:pPr/w:numPr/w:numId", "w:val"), None)
        if numero is None or all(r.reltype != RT.NUMBERING for r in self._document.part.rels.values()):
            return []
        raiz = self._document.part.numbering_part.element
        usos = [uso for uso in raiz.iterchildren(qn("w:num")) if uso.get(qn("w:numId")) == numero]
        lista = next(_values(usos, "w:abstractNumId", "w:val"), None)
        definidas = raiz.iterchildren(qn("w:abstractNum"))
        return [
            nivel for d in definidas if d.get(qn("w:abstractNumId")) == lista for nivel in d.iterchildren(qn("w:lvl"))
        ][:1]


def _theme(document: WordDocument) -> dict[str, str]:
    """Return the typefaces of headings and of text that the theme names, by how ``w:asciiTheme`` begins."""
    partes = [r.target_part for r in document.part.rels.values() if r.reltype == RT.THEME and not r.is_external]
    return {
        clave: str(letra.get("typeface"))
        for raiz in (parse_xml(part.blob) for part in partes)
        for clave in ("major", "minor")
        for fuente in raiz.iter(qn(f"a:{clave}Font"))
        for letra in fuente.iterchildren(qn("a:latin"))
    }


def _values(linea: Iterable[BaseOxmlElement], lugar: str, atributo: str) -> Iterator[str]:
    """Yield what is said of something, in the order of the cascade: the first one counts."""
    camino = "/".join(map(qn, lugar.split("/")))
    for elemento in linea:
        for dicho in elemento.iterfind(camino):
            valor = dicho.get(qn(atributo))
            if valor is not None:
                yield str(valor)


def _number(linea: Iterable[BaseOxmlElement], lugar: str, atributo: str, omitido: float) -> float:
    for valor in _values(linea, lugar, atributo):
        with suppress(ValueError):
            return float(valor)
    return omitido


def _is_on(linea: Iterable[BaseOxmlElement], lugar: str) -> bool:
    camino = "/".join(map(qn, lugar.split("/")))
    dichos = (dicho for elemento in linea for dicho in elemento.iterfind(camino))
    primero = next(dichos, None)
    return primero is not None and str(primero.get(qn("w:val"), "1")).lower() not in _APAGADO
