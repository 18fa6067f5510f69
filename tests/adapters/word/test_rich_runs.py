"""A bulletin and a story with every kind of rich text, read back from Word run by run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.muestras import BOLETIN, HISTORIA, MEMBRETES, links, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

URL = "https://a.example.org/b"
RICO = rf"""## Título **fuerte**

Uno **dos *tres* cuatro** *cinco* [seis]({URL}) [siete](mailto:ana@a.example.org) \*ocho\*.

- viñeta *a*
- viñeta b

7. número a
7. número b

[nueve](javascript:alert) [diez](ftp://a.example.org/b)"""
HOJAS = [None, *sorted(MEMBRETES.glob("*.docx"))]


@pytest.fixture(params=[TipoContenido.BOLETIN, TipoContenido.HISTORIA], ids=["boletin", "historia"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    """Return a bulletin, and a story, with that text in one of their parts."""
    rico = {
        TipoContenido.BOLETIN: replace(BOLETIN, cuerpo=RICO),
        TipoContenido.HISTORIA: replace(HISTORIA, solucion=RICO),
    }
    return read(write(tmp_path / "rico.docx", rico[request.param]))


def paragraph(document: Document, inicio: str) -> Paragraph:
    """Return the paragraph that begins so."""
    (found,) = [p for p in document.paragraphs if p.text.startswith(inicio)]
    return found


def is_story(document: Document) -> bool:
    return any(p.text == "Solución" for p in document.paragraphs)


def style(uno: Paragraph | Run) -> str | None:
    """Return the name of a style."""
    return None if uno.style is None else uno.style.name


def test_runs_look_as_the_marks_say(document: Document) -> None:
    dichos = {run.text: (style(run), run.italic) for run in paragraph(document, "Uno dos").runs if run.text.strip()}
    assert dichos["dos "] == dichos[" cuatro"] == ("Strong", None)
    assert dichos["tres"] == ("Strong", True)
    assert dichos["cinco"] == ("Emphasis", None)
    assert dichos["Uno "] == dichos[" *ocho*."] == ("Default Paragraph Font", None)


def test_paragraphs_are_headings_and_items(document: Document) -> None:
    inicios = ("Título fuerte", "viñeta a", "viñeta b", "número a", "número b")
    below = style(paragraph(document, "Solución")) == "Heading 1" if is_story(document) else False
    assert [style(paragraph(document, inicio)) for inicio in inicios] == [
        "Heading 2" if below else "Heading 1",  # no level is skipped where there is no section above
        "List Bullet 2",
        "List Bullet 2",
        "List Number",
        "List Number",
    ]
    propiedades = [paragraph(document, f"número {n}").paragraph_format.element.pPr for n in "ab"]
    assert len({p.numPr.numId.val for p in propiedades}) == 1


def test_links_lead_to_the_web_and_to_mailboxes_only(document: Document) -> None:
    hallados = links(document)
    assert (hallados["seis"], hallados["siete"]) == (URL, "mailto:ana@a.example.org")
    assert all(destino.startswith(("http://", "https://", "mailto:")) for destino in hallados.values())
    assert paragraph(document, "[nueve]").text == "[nueve](javascript:alert) [diez](ftp://a.example.org/b)"


def test_no_mark_is_left_in_any_text(document: Document) -> None:
    textos = [p.text.replace("*ocho*", "") for p in document.paragraphs]
    assert [texto for texto in textos if "*" in texto or "\\" in texto or texto.startswith(("## ", "- ", "7. "))] == []


@pytest.mark.parametrize("hoja", HOJAS, ids=lambda hoja: hoja.stem if hoja else "propia")
def test_every_letterhead_says_the_same_words(hoja: Path | None, tmp_path: Path) -> None:
    data = None if hoja is None else hoja.read_bytes()
    document = read(write(tmp_path / "rico.docx", replace(HISTORIA, retos=RICO), data))
    dichos = "\n".join(t.text or "" for t in document.element.body.iter("{*}t"))
    assert all(palabra in dichos for palabra in ("tres", "seis", "viñeta b", "número b", "*ocho*"))
    assert "**" not in dichos
