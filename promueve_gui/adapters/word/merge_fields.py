"""The merge fields of Word, {MERGEFIELD titulo}, written as marks between braces: both are filled in alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

_CODIGO = re.compile(r'\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_SEPARAN = re.compile(r"[\W_]+")


def as_marks(parrafo: BaseOxmlElement) -> None:
    """Write each merge field of a paragraph as a mark that looks as its result did; those in codes of others stay."""
    for simple in [*parrafo.iter(qn("w:fldSimple"))]:
        _write(simple.get(qn("w:instr"), ""), [simple], [*simple.iter(qn("w:r"))])
    runs = [*parrafo.iter(qn("w:r"))]
    abiertos: list[list[int]] = []  # the run in which each field begins, and that in which its result does
    for lugar, run in enumerate(runs):
        for clase in run.xpath("w:fldChar/@w:fldCharType"):
            if clase == "begin":
                abiertos.append([lugar])
            elif abiertos and clase == "separate":
                abiertos[-1].append(lugar)
            elif abiertos and clase == "end":
                inicio, *resultado = abiertos.pop()
                muestra = [*runs[max(resultado, default=lugar) + 1 : lugar], runs[inicio]]
                if all(len(fuera) > 1 for fuera in abiertos):
                    _write(_code(runs[inicio : lugar + 1]), runs[inicio : lugar + 1], muestra)


def _code(runs: Sequence[BaseOxmlElement]) -> str:
    return "".join(pieza.text or "" for run in runs for pieza in run.iter(qn("w:instrText")))


def _write(codigo: str, campo: Sequence[BaseOxmlElement], muestra: Sequence[BaseOxmlElement]) -> None:
    """Put the mark of a merge field, which is these elements, in its place; of its name, spaces become «_»."""
    hallado = _CODIGO.match(codigo)
    nombre = _SEPARAN.sub("_", hallado[1] or hallado[2]).strip("_") if hallado else ""
    if not nombre:
        return
    run, texto = OxmlElement("w:r"), OxmlElement("w:t")
    for aspecto in [uno for visto in muestra[:1] for uno in visto.iterchildren(qn("w:rPr"))]:
        run.append(aspecto)
    texto.text = f"{{{nombre}}}"
    run.append(texto)
    campo[0].addprevious(run)
    for elemento in campo:
        padre = elemento.getparent()
        if padre is not None:
            padre.remove(elemento)
