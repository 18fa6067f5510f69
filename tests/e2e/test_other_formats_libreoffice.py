"""OpenDocument and presentations, opened by LibreOffice: without repair, and everything is on the page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pptx import Presentation

from promueve_gui.adapters.odt.writer import write_odt
from promueve_gui.application.export_documents import Entrega
from tests.adapters.presentaciones.muestras import CONTENIDO, LAMINAS, body_of, lamina, template, titles, write
from tests.adapters.presentaciones.test_background import give_background
from tests.adapters.word.devueltos import Salida, changes
from tests.adapters.word.muestras import BOLETIN, HISTORIA, INSTITUCION, MOMENTO, project
from tests.e2e.test_word_libreoffice import ink, pages, said

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

SOFFICE = shutil.which("soffice")
IMPRESS = SOFFICE is not None and (Path(SOFFICE).resolve().parent / "libsdlo.so").exists()
needs_impress = pytest.mark.skipif(not IMPRESS, reason="LibreOffice has no Impress here")


def convert(folder: Path, paths: Sequence[Path], formato: str = "pdf") -> None:
    """Print documents as PDF, or save them in another format, with one start of LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    orden = ["soffice", profile, "--headless", "--convert-to", formato, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(orden, check=True, capture_output=True, timeout=240)


def test_opendocument_says_everything_on_its_pages(tmp_path: Path) -> None:
    entrega = Entrega(proyecto=project(), momento=MOMENTO)
    paths = [tmp_path / "boletin.odt", tmp_path / "historia.odt"]
    for contenido, path in zip((BOLETIN, HISTORIA), paths, strict=True):
        write_odt(contenido, entrega, path)
    convert(tmp_path, paths)
    boletin = said(tmp_path / "boletin.pdf")
    dichos = [
        "SECAPUR", INSTITUCION.nombre, "Comunicado No. 012/2026", BOLETIN.nombre, "• Se actualizará cada trimestre",
        BOLETIN.url, "-oOo-", INSTITUCION.correo_prensa, f"{INSTITUCION.correo_contacto} · {INSTITUCION.sitio}",
        "Página 1 de",
    ]  # fmt: skip
    junto = "".join(boletin.split())  # an address breaks where its cell ends
    assert [dicho for dicho in dichos if "".join(dicho.split()) not in junto] == []
    assert "1.1" not in boletin
    assert pages(tmp_path / "boletin.pdf") in {1, 2}
    assert pages(tmp_path / "historia.pdf") in {2, 3}
    assert 0.03 < ink(tmp_path / "boletin.pdf") < 0.35


def test_opendocument_saved_as_word_is_known_and_brings_nothing(tmp_path: Path) -> None:
    salida = Salida(BOLETIN, tmp_path / "boletin.docx")
    entrega = Entrega(proyecto=salida.proyecto, momento=MOMENTO)
    write_odt(BOLETIN, entrega, tmp_path / "boletin.odt")
    convert(tmp_path, [tmp_path / "boletin.odt"], "docx:MS Word 2007 XML")
    devolucion = salida.back()
    assert devolucion.libro.sello.exportacion == f"{entrega.identidad}/odt:boletin"
    assert (changes(devolucion), [problema.mensaje for problema in devolucion.problemas]) == ({}, [])
    document = salida.open()
    document.add_paragraph("Vo. Bo.")
    (problema,) = salida.back(document).problemas
    assert problema.mensaje.startswith("«Vo. Bo.» se escribió fuera de los textos")


@needs_impress
def test_presentations_show_every_slide(tmp_path: Path) -> None:
    largos = [
        lamina("\n".join(f"- Punto {n} con palabras que siguen hasta el otro renglón" for n in range(30)), "Todo")
    ]
    decks = {"nuestra": (None, LAMINAS), "otra": (template(), LAMINAS), "larga": (None, largos)}
    slides = {}
    for nombre, (plantilla, laminas) in decks.items():
        slides[nombre] = len(write(tmp_path, laminas=laminas, plantilla=plantilla).slides)
        (tmp_path / "p.pptx").rename(tmp_path / f"{nombre}.pptx")
    convert(tmp_path, [tmp_path / f"{nombre}.pptx" for nombre in decks])
    for nombre, cuantas in slides.items():
        assert pages(tmp_path / f"{nombre}.pdf") == cuantas
    dicho = said(tmp_path / "nuestra.pdf")
    esperados = [CONTENIDO.nombre, INSTITUCION.nombre, "4,812 puentes", "3. Descargue", "Consulte los datos"]
    assert [texto for texto in esperados if texto not in dicho] == []
    assert all(f"Punto {n} " in said(tmp_path / "larga.pdf") for n in range(30))


@needs_impress
def test_a_template_that_libreoffice_saved_serves_with_its_letters(tmp_path: Path) -> None:
    """Its own presentations: places without numbers, masters without styles, dark grounds with light letters."""
    origen = Presentation()
    give_background(origen.slide_master, '<a:solidFill><a:srgbClr val="102030"/></a:solidFill>')
    for layout in list(origen.slide_layouts)[:2]:  # what no slide uses is not saved
        slide = origen.slides.add_slide(layout)
        for place in slide.placeholders:
            place.text_frame.text = "Muestra"
    (tmp_path / "de").mkdir()
    origen.save(str(tmp_path / "de" / "plantilla.pptx"))
    convert(tmp_path, [tmp_path / "de" / "plantilla.pptx"], "pptx")
    deck = write(tmp_path, plantilla=(tmp_path / "plantilla.pptx").read_bytes())
    assert titles(deck)[2] == "Cómo usarlos"
    assert body_of(deck.slides[2]).text_frame.text == "Pasos\nDescargue\nAbra\nTexto suelto."
    convert(tmp_path, [tmp_path / "p.pptx"])
    dicho = said(tmp_path / "p.pdf")
    assert [texto for texto in ("Cómo usarlos", "3. Descargue", "4,812 puentes") if texto not in dicho] == []
