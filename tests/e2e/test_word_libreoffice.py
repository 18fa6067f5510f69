"""What was exported to Word, opened by LibreOffice: it reads it without repair and the page says everything."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.adapters.word.muestras import (
    BOLETIN,
    CITA,
    HISTORIA,
    INSTITUCION,
    MEMBRETES,
    PERSONA,
    VISOR_CONTENIDO,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

CONTENIDOS = {"boletin": BOLETIN, "historia": HISTORIA, "herramienta": VISOR_CONTENIDO}
DE_LA_GALERIA = sorted(path.name for path in MEMBRETES.iterdir())
# What each letterhead of the gallery says of its own on the page.
PROPIOS = {
    "apaisado.docx": ["Comisión de Cartografía Menor", "Anexo apaisado", "Medio", "Firma"],
    "arriba.docx": ["Dirección de Mareas", "2026, año de los faros"],
    "campos.docx": ["Archivo de Vientos", "Página I de", INSTITUCION.correo_contacto],
    "controles.docx": ["Dirección de Faros", "Uso: Público", "Recibido: pendiente", "Folio interno de Faros"],
    "espanol.docx": ["Instituto de Aguas de Temporal", "Calle Imaginaria 100"],
    "fondo.docx": ["Junta de Canales", "Sello de la"],
    "libreoffice.docx": ["Observatorio de Nieblas", "Página 1 de"],
    "logotipos.docx": ["Comisión de Semillas Nativas"],
    "marcado.docx": [f"{INSTITUCION.nombre} (SECAPUR)", "Para publicación inmediata", "Revisó: Dirección General"],
    "plantilla.dotx": ["Oficialía de Relojes Públicos", "www.relojes.example.org"],
    "pobre.docx": [],
    "primera.docx": ["Calzada Inventada 200", "Instituto de Viveros · página par"],
    "sencillo.docx": ["Centro de Semillas", "semillas@example.org"],
    "tabla.docx": ["primera página", "Página siguiente", "Oficina de Consulta"],
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every document as LibreOffice prints it; one start of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("word")
    written = [write(folder / f"{nombre}.docx", contenido) for nombre, contenido in CONTENIDOS.items()]
    for nombre in DE_LA_GALERIA:
        membrete = (MEMBRETES / nombre).read_bytes()
        written += [
            write(folder / f"{nombre}-{tipo}.docx", CONTENIDOS[tipo], membrete) for tipo in ("boletin", "historia")
        ]
    profile = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    orden = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, written)]
    subprocess.run(orden, check=True, capture_output=True, timeout=280)
    return folder


def said(pdf: Path) -> str:
    """Return the text of a PDF with single spaces."""
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return " ".join(done.stdout.decode("utf-8").split())


def pages(pdf: Path) -> int:
    """Return how many pages it has."""
    done = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, timeout=60)
    return int(done.stdout.decode().split("Pages:")[1].split()[0])


def ink(pdf: Path) -> float:
    """Return which part of the first page is not white, from 0 to 1."""
    orden = ["pdftoppm", "-r", "30", "-f", "1", "-l", "1", "-gray", str(pdf)]
    done = subprocess.run(orden, check=True, capture_output=True, timeout=60)
    pixels = done.stdout.split(b"\n", 3)[3]
    return sum(pixel < 250 for pixel in pixels) / len(pixels)


def test_the_bulletin_says_everything_on_its_page(pdfs: Path) -> None:
    texto = said(pdfs / "boletin.pdf")
    dichos = [
        "SECAPUR", INSTITUCION.nombre, "Comunicado No. 012/2026", "Ciudad de México, 22 de diciembre de 2026",
        BOLETIN.nombre, "• Se actualizará cada trimestre", CITA[:40], BOLETIN.url, "-oOo-", INSTITUCION.correo_prensa,
        PERSONA.correo, f"{INSTITUCION.correo_contacto} · {INSTITUCION.sitio}", "Página 1 de",
    ]  # fmt: skip
    # Where the typeface of the letterhead is missing, a wider one may break addresses.
    junto = texto.replace(" ", "")
    assert [dicho for dicho in dichos if dicho.replace(" ", "") not in junto] == []


def test_a_bulletin_of_a_cuartilla_fills_about_a_page_and_a_story_of_two_about_two(pdfs: Path) -> None:
    # With Calibri, or Carlito in its place, the bulletin is one page; wider fonts may turn it.
    assert pages(pdfs / "boletin.pdf") in {1, 2}
    assert pages(pdfs / "historia.pdf") in {2, 3}
    assert pages(pdfs / "herramienta.pdf") == 1


def test_the_page_looks_written_on_and_not_broken(pdfs: Path) -> None:
    assert 0.03 < ink(pdfs / "boletin.pdf") < 0.35
    assert 0.03 < ink(pdfs / "historia.pdf") < 0.35


def test_the_gallery_is_whole() -> None:
    assert PROPIOS.keys() == set(DE_LA_GALERIA)


@pytest.mark.parametrize("tipo", ["boletin", "historia"])
@pytest.mark.parametrize("nombre", DE_LA_GALERIA)
def test_each_letterhead_keeps_its_own_and_takes_the_content(pdfs: Path, nombre: str, tipo: str) -> None:
    texto = said(pdfs / f"{nombre}-{tipo}.pdf")
    suyos = ["-oOo-", "Comunicado No."] if tipo == "boletin" else ["Antecedentes", "Resultados"]
    esperados = [*PROPIOS[nombre], "Consulte los datos", "Contacto", *suyos]
    assert [dicho for dicho in esperados if dicho not in texto] == []
    assert [viejo for viejo in ("no debe quedar", "no deben quedar", "{contenido}") if viejo in texto] == []


@pytest.mark.parametrize("nombre", DE_LA_GALERIA)
def test_no_letterhead_leaves_the_page_empty_or_black(pdfs: Path, nombre: str) -> None:
    assert 0.01 < ink(pdfs / f"{nombre}-boletin.pdf") < 0.5


def test_a_section_that_lies_still_lies(pdfs: Path) -> None:
    done = subprocess.run(
        ["pdfinfo", "-f", "1", "-l", "9", str(pdfs / "apaisado.docx-boletin.pdf")],
        check=True,
        capture_output=True,
        timeout=60,
    )
    paginas = [
        line.split()[3:6:2]
        for line in done.stdout.decode().splitlines()
        if line.startswith("Page ") and " size: " in line
    ]
    hojas = [float(ancho) > float(alto) for ancho, alto in paginas]
    assert (hojas[0], hojas[-1]) == (False, True)
