"""Plain text to paste: what readers see, with signs and addresses, and files that open everywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.portal.plain import plain_text
from promueve_gui.adapters.portal.writers import content_text, write_fragment, write_page, write_text
from promueve_gui.adapters.word.blocks import Estilo, Parrafo
from promueve_gui.adapters.word.text import Tramo
from promueve_gui.application.export_documents import Entrega
from tests.adapters.word.muestras import BOLETIN, HISTORIA, MOMENTO, project

if TYPE_CHECKING:
    from pathlib import Path

ENTREGA = Entrega(proyecto=project(), momento=MOMENTO)


def test_a_bulletin_reads_from_top_to_bottom() -> None:
    lines = content_text(BOLETIN, project()).split("\n")
    assert lines[:9] == [
        "Dirección General de Comunicación Social",
        "Comunicado No. 012/2026",
        "Ciudad de México, 22 de diciembre de 2026",
        "",
        BOLETIN.nombre,
        "",
        "- El inventario incluye ubicación, carga máxima y estado de cada puente.",
        "- Se actualizará cada trimestre y puede descargarse sin registro.",
        "- Nueve municipios ya lo usan para planear rutas de evacuación.",
    ]
    assert BOLETIN.url in lines
    assert lines[-1] == ""
    assert any("puentes@secapur.example.org" in line for line in lines[-8:])


def test_lists_links_and_headings_lose_their_marks_and_nothing_else() -> None:
    parrafo = "Vea [el portal](https://a.example.org/x) o [b@ejemplo.gob.mx](mailto:b@ejemplo.gob.mx)."
    texto = f"## Cómo\n\n{parrafo}\n\n- a\n\n7. siete"
    dicho = content_text(replace(HISTORIA, antecedentes=texto, retos="", solucion="", resultados=""), project())
    assert "\n\nCómo\n\nVea el portal (https://a.example.org/x) o b@ejemplo.gob.mx.\n\n- a\n\n7. siete\n\n" in dicho


def test_a_row_says_its_label_with_a_colon() -> None:
    parrafo = Parrafo(Estilo.FICHA, (Tramo("Tipo", fuerte=True), Tramo("\t"), Tramo("Estudio")))
    assert plain_text([parrafo, parrafo]) == "Tipo: Estudio\nTipo: Estudio\n"


def test_nothing_is_nothing() -> None:
    assert plain_text([]) == ""


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"]), min_size=1), max_size=6))
def test_each_paragraph_comes_back(textos: list[str]) -> None:
    said = plain_text(Parrafo(Estilo.TEXTO, (Tramo(texto),)) for texto in textos)
    assert said.removesuffix("\n").split("\n\n") == (textos or [""])


def test_files_say_the_same(tmp_path: Path) -> None:
    text, page, fragment = tmp_path / "a.txt", tmp_path / "a.html", tmp_path / "b.html"
    write_text(BOLETIN, ENTREGA, text)
    write_page(BOLETIN, ENTREGA, page)
    write_fragment(BOLETIN, ENTREGA, fragment)
    data = text.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    assert text.read_text(encoding="utf-8-sig") == content_text(BOLETIN, project())
    assert b"<h1>" in page.read_bytes()
    assert b"<h1>" not in fragment.read_bytes()
    assert BOLETIN.nombre in fragment.read_text(encoding="utf-8")


def test_each_contact_stands_apart_from_the_next() -> None:
    assert "\n\nDatos abiertos\npuentes@secapur.example.org\n\nContacto técnico\n" in content_text(BOLETIN, project())
