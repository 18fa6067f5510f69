"""Letterheads whose styles run from right to left: what is written on them in Spanish does not."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml

from promueve_gui.adapters.word import review
from promueve_gui.adapters.word.cascade import Cascade
from promueve_gui.adapters.word.writer import check_letterhead
from tests.adapters.word.muestras import BOLETIN, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument


def as_bytes(document: WordDocument) -> bytes:
    destino = io.BytesIO()
    document.save(destino)
    return destino.getvalue()


def backwards(lugar: str) -> bytes:
    """Return a letterhead that runs from right to left by its defaults, its common style or that of the text."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Encabezado"
    estilos = document.styles
    if lugar == "omision":
        parrafos = estilos.element.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}")
        parrafos.insert(0, OxmlElement("w:bidi"))
    else:
        estilo = estilos["Normal" if lugar == "comun" else "Body Text"]
        estilo.element.get_or_add_pPr().insert(0, parse_xml(f'<w:bidi {nsdecls("w")} w:val="1"/>'))
        estilo.font.rtl = True
    return as_bytes(document)


@pytest.mark.parametrize("lugar", ["omision", "comun", "propio"])
def test_the_text_runs_from_left_to_right(lugar: str, tmp_path: Path) -> None:
    document = read(write(tmp_path / "a.docx", BOLETIN, backwards(lugar)))
    cascada = Cascade(document)
    escritos = [p for p in document.element.body.iter(qn("w:p")) if "".join(p.itertext()).strip()]
    assert len(escritos) > 10
    for parrafo in escritos:
        identidad = parrafo.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
        assert not cascada.says(identidad, "w:pPr/w:bidi")
        assert not cascada.says(identidad, "w:rPr/w:rtl")
    assert cascada.says("Header", "w:pPr/w:bidi") is (lugar != "propio")  # the rest stays as it was


def test_it_is_said_and_only_where_it_is_so() -> None:
    assert review.AL_REVES in check_letterhead(backwards("comun"))
    assert review.AL_REVES not in check_letterhead(as_bytes(Document()))
