"""The estimate of pages against LibreOffice: texts of a quarter to four cuartillas, within a quarter of a page.

On the letterhead that ships, on one with an annex, and on three made here whose pages and styles are their own.
"""

from __future__ import annotations

import io
import random
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from promueve_gui.adapters.qr import qr_png
from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.measuring import measure
from promueve_gui.adapters.word.pages import CM_POR_PUNTO, PROPIA, estimate_pages
from promueve_gui.adapters.word.typefaces import typeface
from promueve_gui.adapters.word.writer import prepare
from tests.adapters.word.galeria_membretes import data_of
from tests.adapters.word.muestras import BOLETIN, CUERPO, ENTRADA, HISTORIA, PARTE, project, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docx.document import Document as WordDocument

    from promueve_gui.domain.contenidos import Contenido

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

CUANTOS, CUARTILLA = 64, 1800
PALABRAS = f"{ENTRADA} {CUERPO} {PARTE}".split()
ARRIBA, ABAJO = 1644 / 20, 792 - 1418 / 20  # points of the page of the letterhead that ships
PALABRA = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"')


def prose(rng: random.Random, letters: int) -> str:
    """Return paragraphs of so many letters."""
    written: list[str] = []
    while (missing := letters - sum(map(len, written))) > 0:
        words = " ".join(rng.choice(PALABRAS) for _ in range(rng.randint(15, 90)))
        written.append(words[: max(10, missing)])
    return "\n".join(written)


def content(number: int) -> Contenido:
    """Return a bulletin or a story, the longer the higher its number."""
    rng = random.Random(number)  # noqa: S311  # texts to measure, no secret
    letters = CUARTILLA // 4 + (4 * CUARTILLA - CUARTILLA // 4) * number // (CUANTOS - 1)
    if number % 2:
        return replace(BOLETIN, cuerpo=prose(rng, letters))
    antecedentes, retos, solucion, resultados = (prose(rng, letters // 4) for _ in range(4))
    return replace(HISTORIA, antecedentes=antecedentes, retos=retos, solucion=solucion, resultados=resultados)


def mixed(number: int) -> Contenido:
    """Return a content like those, broken into lists, headings, addresses and short lines."""
    rng = random.Random(number)  # noqa: S311  # texts to measure, no secret
    made = content(number)
    largos = ("cuerpo",) if made.cuerpo else ("antecedentes", "retos", "solucion", "resultados")
    partidos: dict[str, Any] = {campo: broken(rng, getattr(made, campo)) for campo in largos}
    return replace(made, **partidos)


def broken(rng: random.Random, texto: str) -> str:
    """Return a text with a list, a heading or an address between some of its sentences."""
    piezas: list[str] = []
    for linea in texto.split("\n"):
        corte = rng.randint(0, len(linea))
        liga = "https://datos.example.org/" + "/".join(linea[:corte].encode("ascii", "ignore").decode().split()[:9])
        marca = rng.choice(
            ["- {0}\n- {1}", "1. {0}\n2. {1}", "## {2}\n{0}{1}", "{0}\n{1}", "{0} {3} {1}", "**{0}**{1}"]
        )
        piezas.append(marca.format(linea[:corte].strip(), linea[corte:].strip(), linea[:50], liga))
    return "\n".join(piezas)


def office() -> bytes:
    """Return a letterhead of a large sheet with wide margins and large letters."""
    document = Document()
    seccion = document.sections[0]
    seccion.page_width, seccion.page_height = Cm(21), Cm(29.7)
    seccion.left_margin, seccion.right_margin, seccion.top_margin, seccion.bottom_margin = Cm(5), Cm(4), Cm(5), Cm(4)
    seccion.header.paragraphs[0].text = "Academia de Veletas"
    return in_letters(document, "DejaVu Serif", 12)


def tall() -> bytes:
    """Return a letterhead with a table in its header, taller than its margin."""
    document = Document()
    tabla = document.sections[0].header.add_table(1, 2, Cm(16))
    tabla.cell(0, 0).paragraphs[0].add_run().add_picture(io.BytesIO(qr_png("Faros")), height=Cm(4))
    tabla.cell(0, 1).text = "Secretaría de Faros\nSubsecretaría de Luces\nDirección General de Señales"
    return in_letters(document, "DejaVu Sans", 10)


def own() -> bytes:
    """Return a letterhead with styles of its own, in two columns."""
    document = Document()
    titulo, texto = document.styles["Heading 1"], document.styles["Body Text"]
    titulo.font.name, titulo.font.size = "DejaVu Sans", Pt(16)
    texto.paragraph_format.line_spacing, texto.paragraph_format.first_line_indent = 1.5, Cm(1)
    columnas = document.sections[0]._sectPr.find(qn("w:cols"))  # noqa: SLF001  # python-docx knows nothing of them
    columnas.set(qn("w:num"), "2")
    return in_letters(document, "DejaVu Sans", 9)


def annexed() -> bytes:
    """Return the letterhead of the gallery that has a section of its own after the text."""
    return in_letters(Document(io.BytesIO(data_of("apaisado.docx"))), "DejaVu Serif", 11)


def in_letters(document: WordDocument, familia: str, tamano: float) -> bytes:
    for nombre in ("Normal", "Title", "Heading 1"):
        document.styles[nombre].font.name = familia
        for atributo in ("w:asciiTheme", "w:hAnsiTheme"):
            document.styles[nombre].element.rPr.rFonts.attrib.pop(qn(atributo), None)
    document.styles["Normal"].font.size = Pt(tamano)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def printed(tmp_path: Path, contents: list[Contenido], letterhead: bytes | None) -> list[Path]:
    """Return each content as LibreOffice prints it; one start of LibreOffice for all."""
    written = [write(tmp_path / f"{number}.docx", one, letterhead) for number, one in enumerate(contents)]
    profile = f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}"
    orden = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, written)]
    subprocess.run(orden, check=True, capture_output=True, timeout=280)
    return [path.with_suffix(".pdf") for path in written]


def laid_out(pdf: Path, inside: float, height: float, columns: int = 1, after: int = 0) -> float:
    """Return the length of a document as LibreOffice laid it out: whole pages, and how much of the last one is used.

    Its text begins ``inside`` points below the edge, is ``height`` points high, and ends so many pages before the end.
    """
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    pages = done.stdout.decode().split("<page ")[1:]
    words = [tuple(map(float, word)) for word in PALABRA.findall(pages[-1 - after])]
    ends = [(left, bottom - inside) for left, top, bottom in words if top > inside - 6 and bottom < inside + height + 4]
    second = [end for left, end in ends if columns > 1 and left > 306]
    used = height + max(second) if second else max((end for _, end in ends), default=0)
    return len(pages) - 1 + used / (height * columns)


@pytest.mark.parametrize("make", [content, mixed])
def test_the_estimate_is_within_a_quarter_of_a_page(make: Callable[[int], Contenido], tmp_path: Path) -> None:
    found = subprocess.run(["fc-match", "-f", "%{family}", "Calibri"], check=True, capture_output=True, timeout=60)
    hoja = PROPIA.set_in({"Calibri": typeface(found.stdout.decode().split(",")[0])})
    contents = [make(number) for number in range(CUANTOS)]
    errors = [
        estimate_pages(compose(one, project()), hoja) - laid_out(pdf, ARRIBA, ABAJO - ARRIBA)
        for one, pdf in zip(contents, printed(tmp_path, contents, None), strict=True)
    ]
    assert [(number, round(error, 2)) for number, error in enumerate(errors) if abs(error) > 0.25] == []
    assert abs(sum(errors)) / CUANTOS < 0.1


@pytest.mark.parametrize(("made", "columns", "after"), [(office, 1, 0), (tall, 1, 0), (own, 2, 0), (annexed, 1, 1)])
def test_it_follows_the_letterhead(made: Callable[[], bytes], columns: int, after: int, tmp_path: Path) -> None:
    contents = [content(number) for number in range(0, CUANTOS, 5)]
    letterhead = made()
    hoja = measure(prepare(letterhead, project()))
    seccion = Document(io.BytesIO(letterhead)).sections[0]
    height = hoja.alto / columns / CM_POR_PUNTO
    inside = (int(seccion.page_height or 0) - int(seccion.bottom_margin or 0)) / Pt(1) - height
    errors = [
        estimate_pages(compose(one, project()), hoja) - laid_out(pdf, inside, height, columns, after)
        for one, pdf in zip(contents, printed(tmp_path, contents, letterhead), strict=True)
    ]
    assert [(number, round(error, 2)) for number, error in enumerate(errors) if abs(error) > 0.25] == []
