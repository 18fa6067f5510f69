"""Edits at random of a document that left, as people make them in Word, tracked or not, and what it says then."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from promueve_gui.domain.pertenencia import es_de_varios
from tests.adapters.word.devueltos import Salida, lines, tracked

if TYPE_CHECKING:
    import random

    from docx.oxml.xmlchemy import BaseOxmlElement

PALABRAS = "puente camino lluvia vado carga mapa comité datos municipio riesgo archivo rumbo".split()
_ESPACIO = "{http://www.w3.org/XML/1998/namespace}space"
_FUERA = {qn("w:del"), qn("w:moveFrom")}


class Mesa:
    """A document on somebody's desk: its paragraphs of fields, each with its field."""

    def __init__(self, salida: Salida, rng: random.Random, *, track: bool) -> None:
        self.document, self._rng, self._track = salida.open(), rng, track
        campos = {e.marca: e.campo for e in lines(salida.contenido, salida.proyecto) if e.marca}
        self._parrafos: list[tuple[BaseOxmlElement, str]] = []
        for parrafo in self.document.element.body.iter(qn("w:p")):
            marcas = (marca.get(qn("w:name")) for marca in parrafo.iter(qn("w:bookmarkStart")))
            campo = next((campos[marca] for marca in marcas if marca in campos), "")
            if es_de_varios(campo):
                self._parrafos.append((parrafo, campo))

    def says(self) -> dict[str, list[str]]:
        """Return the paragraphs of each field once all tracked changes are accepted."""
        dichos: dict[str, list[str]] = {}
        antes = ""
        for parrafo, campo in self._parrafos:
            texto = antes + self._text(parrafo)
            antes = texto if self._joined(parrafo) and texto else ""
            if texto.strip() and not antes:
                dichos.setdefault(campo, []).append(" ".join(texto.split()))
        return dichos

    def edit(self) -> None:
        """Do one thing to one of its paragraphs."""
        lugar = self._rng.choice(
            [n for n, (p, _) in enumerate(self._parrafos) if self._text(p) and not self._joined(p)]
        )
        hacer = self._rng.choice((self._replace, self._replace, self._remove, self._add, self._cut, self._join))
        hacer(lugar)

    def _replace(self, lugar: int) -> None:
        parrafo, _ = self._parrafos[lugar]
        huecos = [hueco.span() for hueco in re.finditer(r"\w{4,}", self._text(parrafo))][1:]
        if huecos:
            quitados = self._between(parrafo, *self._rng.choice(huecos))
            self._outside(quitados[-1]).addnext(self._written(self._words(2)))
            for run in quitados:
                self._take_out(run)

    def _remove(self, lugar: int) -> None:
        parrafo, campo = self._parrafos[lugar]
        if [c for p, c in self._parrafos if self._text(p)].count(campo) < 2:  # a field left empty is asked about
            return
        if self._track:
            for run in self._runs(parrafo):
                self._take_out(run)
            self._mark(parrafo, "del")
        else:
            parrafo.getparent().remove(parrafo)
            del self._parrafos[lugar]

    def _add(self, lugar: int) -> None:
        self._insert(lugar, [self._written(self._words(12))])

    def _cut(self, lugar: int) -> None:
        parrafo, _ = self._parrafos[lugar]
        texto = self._text(parrafo)
        mitad = texto.find(" ", len(texto) // 2)
        if mitad > 0:
            resto = [self._outside(run) for run in self._between(parrafo, mitad, len(texto))]
            self._insert(lugar, list(dict.fromkeys(resto)))

    def _join(self, lugar: int) -> None:
        (parrafo, campo), (otro, suyo) = self._parrafos[lugar], self._parrafos[(lugar + 1) % len(self._parrafos)]
        if suyo != campo or parrafo.getnext() is not otro or not self._text(otro):
            return
        if self._track:
            self._mark(parrafo, "del")
        else:
            parrafo.extend([hijo for hijo in otro if hijo.tag != qn("w:pPr")])
            otro.getparent().remove(otro)
            del self._parrafos[lugar + 1]

    def _insert(self, lugar: int, contenido: list[BaseOxmlElement]) -> None:
        parrafo, campo = self._parrafos[lugar]
        nuevo = OxmlElement("w:p")
        nuevo.extend([copy.deepcopy(p) for p in parrafo.iterchildren(qn("w:pPr"))])
        nuevo.extend(contenido)
        parrafo.addnext(nuevo)
        self._parrafos.insert(lugar + 1, (nuevo, campo))
        if self._track:
            self._mark(parrafo, "ins")

    def _words(self, most: int) -> str:
        return " ".join(self._rng.choice(PALABRAS) for _ in range(self._rng.randint(1, most)))

    @staticmethod
    def _runs(parrafo: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Return the runs that are read."""
        return [r for r in parrafo.iter(qn("w:r")) if not any(a.tag in _FUERA for a in r.iterancestors())]

    def _text(self, parrafo: BaseOxmlElement) -> str:
        return "".join(run.findtext(qn("w:t"), "") for run in self._runs(parrafo))

    def _between(self, parrafo: BaseOxmlElement, desde: int, hasta: int) -> list[BaseOxmlElement]:
        """Return the runs of a stretch, once they are cut at its ends."""
        dentro, lugar = [], 0
        for run in self._runs(parrafo):
            texto = run.findtext(qn("w:t"), "")
            a, b = (min(max(corte - lugar, 0), len(texto)) for corte in (desde, hasta))
            lugar += len(texto)
            for parte, buscada in ((texto[:a], False), (texto[a:b], True), (texto[b:], False)):
                if parte:
                    otro = copy.deepcopy(run)
                    otro.find(qn("w:t")).text = parte
                    otro.find(qn("w:t")).set(_ESPACIO, "preserve")
                    run.addprevious(otro)
                    dentro += [otro] if buscada else []
            run.getparent().remove(run)
        return dentro

    @staticmethod
    def _outside(run: BaseOxmlElement) -> BaseOxmlElement:
        """Return what stands in the paragraph itself: a run, or the link or insertion that it is in."""
        while run.getparent().tag != qn("w:p"):
            run = run.getparent()
        return run

    def _written(self, texto: str) -> BaseOxmlElement:
        run, dicho = OxmlElement("w:r"), OxmlElement("w:t")
        dicho.text = texto
        run.append(dicho)
        if not self._track:
            return run
        agregado = tracked("ins")
        agregado.append(run)
        return agregado

    def _take_out(self, run: BaseOxmlElement) -> None:
        if not self._track or run.getparent().tag == qn("w:ins"):  # one's own insertion just goes
            run.getparent().remove(run)
            return
        quitado = tracked("del")
        run.addprevious(quitado)
        quitado.append(run)
        run.find(qn("w:t")).tag = qn("w:delText")

    @staticmethod
    def _mark(parrafo: BaseOxmlElement, clase: str) -> None:
        propiedades = parrafo.get_or_add_pPr()
        letras = propiedades.find(qn("w:rPr"))
        if letras is None:
            letras = OxmlElement("w:rPr")
            propiedades.append(letras)
        letras.append(tracked(clase))

    @staticmethod
    def _joined(parrafo: BaseOxmlElement) -> bool:
        return parrafo.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None
