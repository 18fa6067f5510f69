"""Pages as PDF: letter size, described, whole or not at all; and the same pages on a printer."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QPageSize
from PySide6.QtPrintSupport import QPrinter

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.impresion.document import write_steps
from promueve_gui.gui.impresion.painting import page_number
from promueve_gui.gui.impresion.paper import Look, Typesetter
from promueve_gui.gui.impresion.pdf import pdf_steps, print_steps
from promueve_gui.gui.impresion.without_window import write_pdf
from tests.gui.impresion.made import composed, document, month, table

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

PLAN = table(
    ("Enero de 2026 · 2 actividades", [["05/01/2026", "Boletín «ñandú» <b>", "=1+1"]] * 40),
    ("Febrero de 2026", [["06/02/2026", "Último", ""]]),
)


def test_every_page_is_letter(tmp_path: Path) -> None:
    for apaisado, box in ((True, b"0 0 792 612"), (False, b"0 0 612 792")):
        pages = composed(document(PLAN, apaisado=apaisado))
        assert list(pdf_steps(pages, tmp_path / "x.pdf"))[-1] == (len(pages.sheets), len(pages.sheets))
        boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", (tmp_path / "x.pdf").read_bytes())
        assert len(boxes) == len(pages.sheets)
        assert {b" ".join(str(round(float(n))).encode() for n in b.split()) for b in boxes} == {box}


def test_title_author_and_language_are_noted(tmp_path: Path) -> None:
    list(pdf_steps(composed(document(PLAN)), tmp_path / "x.pdf"))
    said = (tmp_path / "x.pdf").read_bytes()
    assert '<rdf:li xml:lang="x-default">Plan de promoción</rdf:li>'.encode() in said
    assert "<rdf:li>Secretaría de Ríos &amp; &lt;Presas&gt;</rdf:li>".encode() in said
    assert b"<rdf:li>es-MX</rdf:li>" in said


def test_what_is_stopped_leaves_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_text("antes", encoding="utf-8")
    steps = write_steps(document(PLAN), path)
    next(steps)
    pages = composed(document(PLAN))
    painting = pdf_steps(pages, path)
    next(painting)
    painting.close()
    steps.close()
    assert path.read_text(encoding="utf-8") == "antes"
    assert [found.name for found in tmp_path.iterdir()] == ["x.pdf"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        list(write_steps(document(PLAN), tmp_path / "no" / "x.pdf"))
    assert told.value.code == "exportacion_fallida"


def test_what_cannot_be_replaced_is_told_as_blocked(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    steps = pdf_steps(composed(document(PLAN)), path)
    next(steps)
    path.mkdir()  # a file that another program holds cannot be replaced either
    with pytest.raises(UserError) as told:
        list(steps)
    assert told.value.code == "exportacion_bloqueada"


def test_progress_goes_from_nothing_to_all(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    write_pdf(document(PLAN), tmp_path / "x.pdf", lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[-1] == (1000, 1000)


def test_while_pages_are_made_nobody_knows_how_many_there_will_be() -> None:
    pages = composed(document(PLAN))
    assert page_number(pages, 0) == f"Página 1 de {len(pages.sheets)}"
    pages.complete = False
    assert page_number(pages, 0) == "Página 1"


def printer(path: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def test_a_printer_gets_the_same_pages(tmp_path: Path) -> None:
    pages = composed(document(PLAN, month({2: ["Algo"]})))
    made = printer(tmp_path / "x.pdf")
    list(print_steps(pages, made))
    assert made.fullPage()
    assert made.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    said = (tmp_path / "x.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", said)) == len(pages.sheets)


def test_some_pages_alone_can_be_printed(tmp_path: Path) -> None:
    pages = composed(document(PLAN))
    made = printer(tmp_path / "x.pdf")
    made.setFromTo(2, 2)
    assert list(print_steps(pages, made)) == [(1, 1)]


def test_a_printer_that_refuses_is_told(tmp_path: Path) -> None:
    pages = composed(document(PLAN))
    made = printer(tmp_path / "x.pdf")
    made.setFromTo(90, 99)
    with pytest.raises(UserError) as told:
        list(print_steps(pages, made))
    assert told.value.code == "impresion_fallida"


@pytest.mark.parametrize("look", Look)
def test_letters_are_not_joined_so_that_words_can_be_searched_and_copied(qapp: QApplication, look: Look) -> None:
    assert Typesetter(qapp.font()).font(look).featureValue(QFont.Tag("liga")) == 0


@pytest.mark.libreoffice  # it is poppler that reads it, which comes with LibreOffice on a build machine
def test_the_text_can_be_read_and_every_page_says_whose_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    printed = document(PLAN, month({2: ["Algo del día dos"]}))
    write_pdf(printed, path, ignore_progress)
    cuantas = len(composed(printed).sheets)
    salida = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
    paginas = salida.split("\f")[:-1]
    assert len(paginas) == cuantas
    for numero, pagina in enumerate(paginas, start=1):
        assert "Secretaría de Ríos & <Presas>" in pagina
        assert "12 de marzo de 2026" in pagina
        assert f"Página {numero} de {cuantas}" in pagina
    assert all("Actividad" in pagina for pagina in paginas[:-1])
    assert salida.count("Boletín «ñandú» <b>") == 40
    assert "Algo del día dos" in paginas[-1]
    datos = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Title:\s+Plan de promoción", datos)
    fuentes = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True, text=True).stdout
    assert " yes " in fuentes  # embedded
    altos = subprocess.run(["pdftotext", "-bbox", str(path), "-"], check=True, capture_output=True, text=True).stdout
    assert min(float(b) - float(a) for a, b in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', altos)) >= 8
