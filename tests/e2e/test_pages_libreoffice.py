"""The estimate of pages against LibreOffice: 64 texts of a quarter to four cuartillas, within a quarter of a page."""

from __future__ import annotations

import random
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.pages import CALIBRI, DEJAVU_SANS, PROPIA, estimate_pages
from tests.adapters.word.muestras import BOLETIN, CUERPO, ENTRADA, HISTORIA, PARTE, project, write

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.contenidos import Contenido

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

CUANTOS, CUARTILLA = 64, 1800
PALABRAS = f"{ENTRADA} {CUERPO} {PARTE}".split()
LETRAS = {"Carlito": CALIBRI, "Calibri": CALIBRI, "DejaVu Sans": DEJAVU_SANS}
ARRIBA, ABAJO = 1644 / 20, 792 - 1418 / 20  # points of the page of the letterhead that ships
PALABRA = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"')


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


def laid_out(pdf: Path) -> float:
    """Return the length of a document as LibreOffice laid it out: whole pages, and how far down the last one."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    pages = done.stdout.decode().split("<page ")[1:]
    words = [(float(top), float(bottom)) for top, bottom in PALABRA.findall(pages[-1])]
    last = max((bottom for top, bottom in words if top > ARRIBA - 3 and bottom < ABAJO + 2), default=ARRIBA)
    return len(pages) - 1 + (last - ARRIBA) / (ABAJO - ARRIBA)


def test_the_estimate_is_within_a_quarter_of_a_page(tmp_path: Path) -> None:
    found = subprocess.run(["fc-match", "-f", "%{family}", "Calibri"], check=True, capture_output=True, timeout=60)
    letra = next((letra for family, letra in LETRAS.items() if family in found.stdout.decode()), None)
    if letra is None:
        pytest.skip(f"the letterhead would be set in {found.stdout.decode()}, whose widths are not known")
    contents = [content(number) for number in range(CUANTOS)]
    written = [write(tmp_path / f"{number}.docx", one) for number, one in enumerate(contents)]
    profile = f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}"
    orden = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, written)]
    subprocess.run(orden, check=True, capture_output=True, timeout=280)
    hoja = replace(PROPIA, letra=letra)
    errors = [
        estimate_pages(compose(one, project()), hoja) - laid_out(path.with_suffix(".pdf"))
        for one, path in zip(contents, written, strict=True)
    ]
    assert [(number, round(error, 2)) for number, error in enumerate(errors) if abs(error) > 0.25] == []
    assert abs(sum(errors)) / CUANTOS < 0.1
