"""What a returned document holds that is no text of its paragraphs: text boxes, notes, pictures, formulas, symbols."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.adapters.word.returned_runs import ALTERNATIVA
from promueve_gui.adapters.word.symbol_fonts import font_of, sign_of, visible
from promueve_gui.domain.texto_devuelto import Ajeno, ClaseAjena

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

MAXIMO = 2_000  # characters of each that are kept
_MATEMATICAS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FORMULAS = frozenset({f"{_MATEMATICAS}oMath", f"{_MATEMATICAS}oMathPara"})
_DIBUJOS = frozenset(map(qn, ("w:drawing", "w:pict", "w:object")))
_CAJA = qn("w:txbxContent")
_NOTAS = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}


def foreign_of(run: BaseOxmlElement, notas: Mapping[tuple[str, str], str]) -> Iterator[Ajeno]:
    """Yield what of a run is no text; ``notas`` are the notes by their part and number."""
    fuente = font_of(run)
    for hijo in run.iterchildren("*"):
        if hijo.tag in _NOTAS:
            dicho = notas.get((_NOTAS[hijo.tag], hijo.get(qn("w:id"), "")), "")
            yield Ajeno(ClaseAjena.NOTA, dicho)
        elif hijo.tag in {qn("w:sym"), qn("w:t")} and _has_unknown(hijo, fuente):
            yield Ajeno(ClaseAjena.SIMBOLO)
        elif hijo.tag in _DIBUJOS or (hijo.tag == ALTERNATIVA and next(hijo.iter(*_DIBUJOS), None) is not None):
            # Word writes each box twice, for old programs; several may be grouped.
            cajas = (caja for caja in hijo.iter(_CAJA) if next(caja.iterancestors(_CAJA), None) is None)
            dichos = dict.fromkeys(filter(None, map(_said, cajas)))
            yield from [Ajeno(ClaseAjena.CUADRO, dicho) for dicho in dichos] or [Ajeno(ClaseAjena.IMAGEN)]


def count_pictures(cuerpo: BaseOxmlElement) -> int:
    """Return how many pictures a body has, as ``foreign_of`` tells them."""
    runs = dict.fromkeys([*dibujo.iterancestors(qn("w:r"))][-1] for dibujo in cuerpo.iter(*_DIBUJOS))
    return sum(ajeno.clase is ClaseAjena.IMAGEN for run in runs for ajeno in foreign_of(run, {}))


def _has_unknown(hijo: BaseOxmlElement, fuente: str) -> bool:
    """Tell whether a symbol, or text in a font of them, has a sign that nobody knows."""
    if hijo.tag == qn("w:sym"):
        return not sign_of(hijo)
    return len(visible(hijo.text or "", fuente)) < len(hijo.text or "")


def strike(ajenos: list[Ajeno], texto: str) -> None:
    """Note words struck through by hand, which tracked changes say nothing of; runs that follow each other are one."""
    junto = ajenos.pop().texto if ajenos and ajenos[-1].clase is ClaseAjena.TACHADO else ""
    ajenos.append(Ajeno(ClaseAjena.TACHADO, (junto + texto)[:MAXIMO]))


def formula_of(elemento: BaseOxmlElement) -> Ajeno:
    """Return a formula, with its signs one after another."""
    signos = "".join(signo.text or "" for signo in elemento.iter(f"{_MATEMATICAS}t"))
    return Ajeno(ClaseAjena.FORMULA, signos[:MAXIMO])


def read_notes(parte: str, raiz: BaseOxmlElement | None) -> dict[tuple[str, str], str]:
    """Return what the notes of one part say, by the part and their number."""
    return {} if raiz is None else {(parte, nota.get(qn("w:id"), "")): _said(nota) for nota in raiz}


def _said(elemento: BaseOxmlElement) -> str:
    parrafos = ("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in elemento.iter(qn("w:p")))
    return " ".join(" ".join(parrafos).split())[:MAXIMO]
