"""What the styles, lists and links of a returned document make of its text: bold, italics, headings, items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.adapters.word.returned_foreign import read_notes
from promueve_gui.domain.enriquecido import MAXIMO_NUMERO, Clase
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.adapters.word.returned_parts import Parts

_TITULAR = re.compile(r"(?:heading|titulo|ttulo|encabezado|subtitulo|subtitle)\s?\d?")
_NO = frozenset({"0", "false", "off", "none"})
_PROFUNDIDAD = 20  # styles that one is based on, at most: a ring of them must not hang
_SIN_NIVEL = 9  # the outline level of text (ECMA-376, 17.3.1.20)
_VINETAS = frozenset({"bullet", "none"})


class Looks:
    """The styles, lists, links and notes of one document."""

    def __init__(self, parts: Parts) -> None:
        """Read the parts that say how the text looks; a document may have none of them."""
        estilos, numeracion = parts.related("styles"), parts.related("numbering")
        self._estilos = _by(estilos, "w:style", "w:styleId")
        self._listas = _by(numeracion, "w:num", "w:numId")
        self._abstractas = _by(numeracion, "w:abstractNum", "w:abstractNumId")
        self.enlaces = parts.links()
        self.notas = {k: v for p in ("footnotes", "endnotes") for k, v in read_notes(p, parts.related(p)).items()}
        self._contadas: dict[str, dict[str, int]] = {}  # the last number of each level, by definition of lists
        self._empezadas: set[str] = set()

    def letters(self, propiedades: BaseOxmlElement | None) -> tuple[bool, bool]:
        """Return whether a run is bold and in italics, by itself or by its character style."""
        if propiedades is None:
            return False, False
        return self._is_on(propiedades, "w:b"), self._is_on(propiedades, "w:i")

    @staticmethod
    def style(propiedades: BaseOxmlElement) -> str:
        """Return the style of a paragraph with these properties, empty for that of the document."""
        return _value(propiedades, "w:pStyle")

    def kind(self, propiedades: BaseOxmlElement) -> tuple[Clase, int]:
        """Return what a paragraph with these properties is and, of an item of a numbered list, its number."""
        cadena = [propiedades, *self._chain(_value(propiedades, "w:pStyle"))]
        if self._is_heading(cadena):
            return Clase.TITULO, 0
        lista, nivel = _first(cadena, "w:numPr/w:numId"), _first(cadena, "w:numPr/w:ilvl") or "0"
        if lista in {"", "0"}:
            return Clase.PARRAFO, 0
        formato, inicio = self._level(lista, nivel)
        if formato in _VINETAS:
            return Clase.VINETA, 0
        return Clase.NUMERO, min(max(self._next(lista, nivel, inicio), 1), MAXIMO_NUMERO)

    def struck(self, propiedades: BaseOxmlElement | None) -> bool:
        """Tell whether letters are struck through, once or twice."""
        return propiedades is not None and any(self._is_on(propiedades, raya) for raya in ("w:strike", "w:dstrike"))

    def _is_on(self, propiedades: BaseOxmlElement, nombre: str) -> bool:
        for fuente in (propiedades, *self._chain(_value(propiedades, "w:rStyle"), "w:rPr")):
            dicho = fuente.find(qn(nombre))
            if dicho is not None:
                return dicho.get(qn("w:val"), "1") not in _NO
        return False

    def _chain(self, estilo: str, parte: str = "w:pPr") -> Iterator[BaseOxmlElement]:
        """Yield the properties of a style and of those that it is based on."""
        for _ in range(_PROFUNDIDAD):
            elemento = self._estilos.get(estilo)
            if elemento is None:
                return
            propiedades = elemento.find(qn(parte))
            if propiedades is not None:
                yield propiedades
            estilo = _value(elemento, "w:basedOn")

    def _is_heading(self, cadena: list[BaseOxmlElement]) -> bool:
        estilo = _value(cadena[0], "w:pStyle")
        elemento = self._estilos.get(estilo)
        nombre = estilo if elemento is None else _value(elemento, "w:name")
        if _TITULAR.fullmatch(plegar(nombre)):
            return True
        nivel = _first(cadena, "w:outlineLvl")
        return nivel.isdigit() and int(nivel) < _SIN_NIVEL

    def _next(self, lista: str, nivel: str, inicio: int) -> int:
        """Return the number of the next item: lists of one definition go on from each other, unless one begins anew."""
        num = self._listas[lista]
        definicion = _value(num, "w:abstractNumId")
        anteriores = self._contadas.get(definicion, {})
        de_nuevo = lista not in self._empezadas and _of_level(num, "w:lvlOverride", nivel) is not None
        numero = inicio if de_nuevo or nivel not in anteriores else anteriores[nivel] + 1
        self._empezadas.add(lista)
        self._contadas[definicion] = {n: cuenta for n, cuenta in anteriores.items() if n < nivel} | {nivel: numero}
        return numero

    def _level(self, lista: str, nivel: str) -> tuple[str, int]:
        """Return how a level of a list is numbered, and from which number on."""
        num = self._listas.get(lista)
        if num is None:
            return "bullet", 1
        abstracta = self._abstractas.get(_value(num, "w:abstractNumId"))
        definido = _of_level(abstracta, "w:lvl", nivel)
        formato = "decimal" if definido is None else _value(definido, "w:numFmt") or "decimal"
        propio = _of_level(num, "w:lvlOverride", nivel)
        inicio = ("" if propio is None else _value(propio, "w:startOverride")) or (
            "1" if definido is None else _value(definido, "w:start")
        )
        return formato, int(inicio) if inicio.isdigit() else 1


def _by(raiz: BaseOxmlElement | None, nombre: str, atributo: str) -> dict[str, BaseOxmlElement]:
    hijos = () if raiz is None else raiz.iterchildren(qn(nombre))
    return {hijo.get(qn(atributo), ""): hijo for hijo in hijos}


def _value(elemento: BaseOxmlElement, nombre: str) -> str:
    hijo = elemento.find(qn(nombre))
    return "" if hijo is None else str(hijo.get(qn("w:val"), ""))


def _first(cadena: list[BaseOxmlElement], camino: str) -> str:
    """Return what the first of some properties that says it says."""
    pasos = "/".join(map(qn, camino.split("/")))
    hallados = (propiedades.find(pasos) for propiedades in cadena)
    return next((str(hallado.get(qn("w:val"), "")) for hallado in hallados if hallado is not None), "")


def _of_level(elemento: BaseOxmlElement | None, nombre: str, nivel: str) -> BaseOxmlElement | None:
    hijos = () if elemento is None else elemento.iterchildren(qn(nombre))
    return next((hijo for hijo in hijos if hijo.get(qn("w:ilvl")) == nivel), None)
