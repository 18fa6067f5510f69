"""Merge fields in paragraphs that were cut, joined and moved: they stay wherever their words were left alone."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from tests.adapters.word.devueltos import Salida, add_after, changes, paragraph, say
from tests.adapters.word.muestras import BOLETIN

if TYPE_CHECKING:
    from pathlib import Path

    from docx.text.paragraph import Paragraph

PRIMERO = "Lo reunieron los centros en **{conjunto}** este año."
SEGUNDO = "Se descarga completo de [el portal]({url}) y se consulta en {contacto}."
TERCERO = "Cierra la nota aquí."


@pytest.fixture
def nota(tmp_path: Path) -> Salida:
    contenido = replace(BOLETIN, cuerpo=f"{PRIMERO}\n\n{SEGUNDO}\n\n{TERCERO}")
    return Salida(contenido, tmp_path / "nota.docx")


def join(uno: Paragraph, otro: Paragraph) -> None:
    """Delete the end of a paragraph, as with tracking off, and write a space there."""
    uno.add_run(" ")
    segundo = otro.paragraph_format.element
    uno.paragraph_format.element.extend([hijo for hijo in segundo if hijo.tag != qn("w:pPr")])
    segundo.getparent().remove(segundo)


def cut(parrafo: Paragraph, lugar: int) -> None:
    """Press Enter before one of the pieces of a paragraph."""
    elemento = parrafo.paragraph_format.element
    resto = [hijo for hijo in elemento if hijo.tag in {qn("w:r"), qn("w:hyperlink")}][lugar:]
    nuevo = add_after(parrafo, "").paragraph_format.element
    nuevo.extend(resto)


def test_of_two_joined_paragraphs_both_keep_theirs(nota: Salida) -> None:
    document = nota.open()
    join(paragraph(document, "Lo reunieron"), paragraph(document, "Se descarga"))
    assert changes(nota.back(document)) == {"cuerpo": f"{PRIMERO} {SEGUNDO}\n\n{TERCERO}"}


def test_of_a_paragraph_cut_in_two_each_part_keeps_its_own(nota: Salida) -> None:
    document = nota.open()
    cut(paragraph(document, "Se descarga"), 2)
    esperado = SEGUNDO.replace("({url}) y", "({url})\n\ny")
    assert changes(nota.back(document)) == {"cuerpo": f"{PRIMERO}\n\n{esperado}\n\n{TERCERO}"}
    document = nota.open()
    cut(paragraph(document, "Lo reunieron"), 1)
    say(paragraph(document, "Lo reunieron"), "Lo reunieron los centros", "Lo reunieron todos los centros")
    cuerpo = changes(nota.back(document))["cuerpo"]
    assert cuerpo.startswith("Lo reunieron todos los centros en\n\n**{conjunto}** este año.")


def test_the_same_words_in_a_new_sentence_are_those_words(nota: Salida) -> None:
    document = nota.open()
    add_after(paragraph(document, "Cierra"), "Otra cosa: Inventario de puentes rurales, dijo.")
    cuerpo = changes(nota.back(document))["cuerpo"]
    assert cuerpo.endswith("\n\nOtra cosa: Inventario de puentes rurales, dijo.")


def test_a_copy_of_a_paragraph_with_a_word_changed_keeps_them(nota: Salida) -> None:
    document = nota.open()
    uno = paragraph(document, "Lo reunieron").paragraph_format.element
    paragraph(document, "Cierra").paragraph_format.element.addnext(copy.deepcopy(uno))
    ultimo = [p for p in document.paragraphs if p.text.startswith("Lo reunieron")][-1]
    say(ultimo, "Lo reunieron", "También lo reunieron")
    cuerpo = changes(nota.back(document))["cuerpo"]
    assert cuerpo.endswith("También lo reunieron los centros en **{conjunto}** este año.")
