"""The body of a returned document, paragraph by paragraph, as it reads once all tracked changes are accepted.

Deleted text never comes back and inserted text comes in; who did either, and when, is kept beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.returned_foreign import FORMULAS, foreign_of, formula_of, strike
from promueve_gui.adapters.word.returned_runs import ALTERNATIVA, Fields, chosen, is_bound, run_text, with_place
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo
from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, Revision, huella

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

    from promueve_gui.adapters.word.returned_styles import Looks
    from promueve_gui.domain.texto_devuelto import Ajeno, Comentario

_CADA = 200  # paragraphs between two reports of progress
_LARGO_REVISION = 2_000  # characters of a tracked change that are kept
_AGREGAN = frozenset({qn("w:ins"), qn("w:moveTo")})
_QUITAN = frozenset({qn("w:del"), qn("w:moveFrom")})
# What only holds other things, and where it says that what it holds is no text of the document any more, or yet.
_ENVUELVEN = frozenset(
    map(qn, ("w:sdtContent", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:tbl", "w:body", "w:tr", "w:tc", "w:sdt"))
)
_SIN_TEXTO = {
    qn("w:tr"): f"{qn('w:trPr')}/{qn('w:del')}",
    qn("w:tc"): f"{qn('w:tcPr')}/{qn('w:cellDel')}",
    qn("w:sdt"): f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}",
}


def read_body(
    xml: bytes,
    looks: Looks,
    comentarios: Mapping[str, Comentario],
    progress: Callable[[int, int], None] | None = None,
) -> list[ParrafoDevuelto]:
    """Return the paragraphs of a document, those in tables too; ``progress`` hears how many were read, and 0.

    Raises:
        ValueError: it is none.
    """
    body = parse_xml(xml).find(qn("w:body"))
    if body is None:
        raise ValueError("no text")
    return read_within(body, looks, comentarios, progress)


def read_within(
    elemento: BaseOxmlElement,
    looks: Looks,
    comentarios: Mapping[str, Comentario],
    progress: Callable[[int, int], None] | None = None,
) -> list[ParrafoDevuelto]:
    """Return the paragraphs in an element: a body, a header, a footer."""
    lector = _Lector(looks, comentarios, progress)
    lector.walk(elemento)
    lector.close_last()
    return lector.parrafos


@dataclass(slots=True)
class _Abierto:
    """A paragraph that is being read."""

    tramos: list[Tramo] = field(default_factory=list)
    marcas: dict[str, None] = field(default_factory=dict)
    revisiones: list[Revision] = field(default_factory=list)
    comentarios: list[Comentario] = field(default_factory=list)
    ajenos: list[Ajeno] = field(default_factory=list)
    propio: str = ""  # what it says, without what programs fill in


class _Lector:
    def __init__(
        self, looks: Looks, comentarios: Mapping[str, Comentario], progress: Callable[[int, int], None] | None
    ) -> None:
        self._looks = looks
        self._comentarios = comentarios
        self._progress = progress
        self._abierto = _Abierto()
        self._marcas: dict[str, tuple[str, bool]] = {}  # open bookmarks by number: name, and whether there was text
        self._citados: dict[str, str] = {}  # what comments that were begun are on, by number
        self._citando: set[str] = set()
        self._heredados: set[str] = set()  # styles of paragraphs that were deleted just before
        self._sin_marca: BaseOxmlElement | None = None  # how the last paragraph looked that lost its mark
        self._tabla = self._tablas = 0  # the table that is being read, and how many there were
        self._campos = Fields()
        self._llenado = False  # whether a program fills in what is being read
        self._enlace = ""
        self._agregado: BaseOxmlElement | None = None
        self.parrafos: list[ParrafoDevuelto] = []

    def walk(self, elemento: BaseOxmlElement) -> None:
        """Read everything in an element, in order."""
        for hijo in elemento.iterchildren("*"):
            self._step(hijo)

    def close_last(self) -> None:
        """Close a paragraph whose mark was deleted and that has none to go on in: a table, or the end, comes next."""
        if self._abierto.tramos or self._abierto.revisiones:
            self._close(self._sin_marca)

    def _step(self, hijo: BaseOxmlElement) -> None:
        tag = hijo.tag
        if tag == qn("w:p"):
            self._paragraph(hijo)
        elif tag == qn("w:r"):
            self._run(hijo)
        elif tag in _QUITAN:
            self._removed(hijo)
        elif tag in _AGREGAN:
            antes, self._agregado = self._agregado, hijo
            self.walk(hijo)
            self._agregado = antes
        elif tag in {qn("w:hyperlink"), qn("w:fldSimple")}:
            self._link(hijo)
        elif tag in _ENVUELVEN:
            if tag not in _SIN_TEXTO or hijo.find(_SIN_TEXTO[tag]) is None:
                self._inside(hijo)
        elif tag == ALTERNATIVA:
            self.walk(chosen(hijo))
        elif tag in FORMULAS:
            self._abierto.ajenos.append(formula_of(hijo))
        else:
            self._limit(tag, hijo)

    def _inside(self, elemento: BaseOxmlElement) -> None:
        """Read what something holds; no paragraph goes on into a table, nor beyond its cell."""
        antes = self._tabla, self._llenado
        if elemento.tag == qn("w:tbl"):
            self.close_last()
            self._tablas += 1
            self._tabla = self._tablas
        self._llenado = self._llenado or is_bound(elemento)
        self.walk(elemento)
        self._tabla, self._llenado = antes
        if elemento.tag == qn("w:tc"):
            self.close_last()

    def _removed(self, quitado: BaseOxmlElement) -> None:
        """Note what was taken out; bookmarks and comments that end there do, and what was said of it is kept."""
        self._note(quitado, "".join(t.text or "" for t in quitado.iter(qn("w:delText"), qn("w:t"))), added=False)
        for dentro in quitado.iterdescendants("*"):
            self._limit(dentro.tag, dentro)
            if dentro.tag == qn("w:commentReference"):
                self._comment(dentro.get(qn("w:id"), ""))

    def _limit(self, tag: str, hijo: BaseOxmlElement) -> None:
        """Note where a bookmark or a comment begins or ends."""
        numero = hijo.get(qn("w:id"), "")
        if tag == qn("w:bookmarkStart"):
            nombre = hijo.get(qn("w:name"), "")  # LibreOffice begins one anew in each paragraph, and ends the last only
            self._marcas = {otro: marca for otro, marca in self._marcas.items() if marca[0] != nombre}
            self._marcas[numero] = (nombre, False)
        elif tag == qn("w:bookmarkEnd"):
            nombre, con_texto = self._marcas.pop(numero, ("", True))
            if not con_texto:
                self._abierto.marcas[nombre] = None
        elif tag == qn("w:commentRangeStart"):
            self._citando.add(numero)
        elif tag == qn("w:commentRangeEnd"):
            self._citando.discard(numero)

    def _paragraph(self, elemento: BaseOxmlElement) -> None:
        self.walk(elemento)
        propiedades = elemento.find(qn("w:pPr"))
        marca = None if propiedades is None else propiedades.find(qn("w:rPr"))
        if marca is None or all(marca.find(quita) is None for quita in _QUITAN):
            self._close(propiedades)
        elif not self._abierto.tramos:
            heredados = {*self._heredados, self._looks.style(propiedades)}
            self._close(None)  # all of it was deleted
            self._heredados = heredados
        else:
            self._sin_marca = propiedades  # it goes on in the next one

    def _close(self, propiedades: BaseOxmlElement | None) -> None:
        self._campos.end_paragraph()
        abierto, self._abierto = self._abierto, _Abierto()
        clase, numero = (Clase.PARRAFO, 0) if propiedades is None else self._looks.kind(propiedades)
        estilo = "" if propiedades is None else self._looks.style(propiedades)
        heredados, self._heredados = self._heredados, set()
        self.parrafos.append(
            ParrafoDevuelto(
                bloque=Bloque(clase, tuple(abierto.tramos), numero),
                estilo=estilo,
                heredado=estilo in heredados,
                tabla=self._tabla,
                marcas=tuple(abierto.marcas),
                revisiones=tuple(abierto.revisiones),
                comentarios=tuple(abierto.comentarios),
                ajenos=tuple(abierto.ajenos),
                huella=huella(abierto.propio),
            )
        )
        if self._progress is not None and len(self.parrafos) % _CADA == 0:
            self._progress(len(self.parrafos), 0)

    def _link(self, elemento: BaseOxmlElement) -> None:
        antes = self._enlace, self._llenado
        if elemento.tag == qn("w:hyperlink"):
            direccion = self._looks.enlaces.get(elemento.get(qn("r:id"), ""), "")
            self._enlace = with_place(direccion, elemento.get(qn("w:anchor"), ""))
        else:
            self._enlace = Fields.address(elemento.get(qn("w:instr"), ""))
            self._llenado = self._llenado or not self._enlace
        self.walk(elemento)
        self._enlace, self._llenado = antes

    def _run(self, run: BaseOxmlElement) -> None:
        for referencia in run.iter(qn("w:commentReference")):
            self._comment(referencia.get(qn("w:id"), ""))
        self._abierto.ajenos += foreign_of(run, self._looks.notas)
        texto = run_text(run, self._campos)
        if not texto:
            return
        negrita, cursiva = self._looks.letters(run.find(qn("w:rPr")))
        if self._looks.struck(run.find(qn("w:rPr"))):
            strike(self._abierto.ajenos, texto)
        self._abierto.tramos.append(Tramo(texto, negrita, cursiva, self._enlace or self._campos.link))
        if not self._llenado and not self._campos.filled:
            self._abierto.propio += texto
        for numero, (nombre, _) in self._marcas.items():
            self._marcas[numero] = (nombre, True)
            self._abierto.marcas[nombre] = None
        for numero in self._citando:
            self._citados[numero] = self._citados.get(numero, "") + texto
        if self._agregado is not None:
            self._note(self._agregado, texto, added=True)

    def _comment(self, numero: str) -> None:
        comentario = self._comentarios.get(numero)
        if comentario is not None:
            self._abierto.comentarios.append(replace(comentario, citado=self._citados.get(numero, "")))

    def _note(self, marca: BaseOxmlElement, texto: str, *, added: bool) -> None:
        """Keep a tracked change; one that goes on from the last is the same one."""
        if not texto:
            return
        autor, momento = marca.get(qn("w:author"), ""), marca.get(qn("w:date"), "")
        nueva = Revision(agregado=added, texto=texto[:_LARGO_REVISION], autor=autor, momento=momento)
        anteriores = self._abierto.revisiones
        if anteriores and replace(anteriores[-1], texto="") == replace(nueva, texto=""):
            junto = (anteriores.pop().texto + texto)[:_LARGO_REVISION]
            nueva = replace(nueva, texto=junto)
        anteriores.append(nueva)
