"""Styles: found under any of their names, made where they are missing, and never in the way of others."""

from __future__ import annotations

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.shared import Pt

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.numbering import add_bullets
from promueve_gui.adapters.word.style_table import RECETAS
from promueve_gui.adapters.word.styles import ensure_letters, ensure_styles, name_typeface


def test_every_part_has_a_style_and_a_recipe() -> None:
    assert set(RECETAS) == set(Estilo) == set(ensure_styles(Document()))


def test_making_them_twice_adds_nothing() -> None:
    document = Document()
    ensure_styles(document)
    nombres = [style.name for style in document.styles]
    ensure_styles(document)
    ensure_letters(document)
    assert [style.name for style in document.styles] == [*nombres, "Hyperlink"]
    assert len({style.style_id for style in document.styles}) == len(nombres) + 1


def test_all_keep_lines_together_at_the_page_break() -> None:
    assert all(style.paragraph_format.widow_control for style in ensure_styles(Document()).values())


def test_what_is_made_follows_the_recipe() -> None:
    document = Document()
    for style in list(document.styles):
        if style.name in {"Title", "Heading 1", "Quote"}:
            style.element.getparent().remove(style.element)
    estilos = ensure_styles(document, "8A1538")
    titulo, seccion, cita = (estilos[e] for e in (Estilo.TITULO, Estilo.SECCION, Estilo.CITA))
    assert (titulo.name, titulo.font.bold, titulo.font.size) == ("Title", True, Pt(19))
    assert str(titulo.font.color.rgb) == "8A1538"
    assert (seccion.name, seccion.style_id, seccion.builtin) == ("Heading 1", "Heading1", True)
    assert seccion.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"
    assert cita.font.italic
    assert cita.element.pPr.find(qn("w:pBdr")) is not None
    assert estilos[Estilo.CIERRE].paragraph_format.alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert not estilos[Estilo.CIERRE].builtin


def test_without_accent_the_letterhead_keeps_its_colours() -> None:
    document = Document()
    document.styles["Title"].element.getparent().remove(document.styles["Title"].element)
    assert ensure_styles(document)[Estilo.TITULO].font.color.rgb is None


@pytest.mark.parametrize("tipo", [WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.TABLE])
def test_a_style_of_another_kind_with_the_same_name_is_left_alone(tipo: WD_STYLE_TYPE) -> None:
    document = Document()
    ajeno = document.styles.add_style("Contacto", tipo)
    propio = ensure_styles(document)[Estilo.CONTACTO]
    assert propio.type == WD_STYLE_TYPE.PARAGRAPH
    assert (propio.name, propio.style_id) == ("Contacto (Promueve)", "ContactoPromueve")
    assert ajeno.style_id == "Contacto"


def test_an_id_that_another_style_has_is_not_used_again() -> None:
    document = Document()
    document.styles.add_style("Otro", WD_STYLE_TYPE.CHARACTER).element.styleId = "Contacto"
    assert ensure_styles(document)[Estilo.CONTACTO].style_id == "Contacto1"


def test_a_name_counts_before_an_id() -> None:
    document = Document()
    document.styles.add_style("Adorno", WD_STYLE_TYPE.PARAGRAPH).element.styleId = "Ttulo1"
    assert ensure_styles(document)[Estilo.SECCION].name == "Heading 1"


def test_the_style_of_links_is_found_in_spanish() -> None:
    document = Document()
    propio = document.styles.add_style("Hipervínculo", WD_STYLE_TYPE.CHARACTER)
    assert ensure_letters(document).enlace == propio


def test_bullets_stand_before_the_lists_that_use_them() -> None:
    document = Document()
    numero = add_bullets(document)
    hijos = [hijo.tag for hijo in document.part.numbering_part.element]
    assert hijos == sorted(hijos, key=lambda tag: tag == qn("w:num"))
    assert [n.numId for n in document.part.numbering_part.element.num_lst].count(numero) == 1


def test_a_list_style_without_bullets_gets_them() -> None:
    document = Document()
    ppr = document.styles["List Bullet"].element.pPr
    ppr.remove(ppr.numPr)
    sumario = ensure_styles(document)[Estilo.SUMARIO].element.pPr.numPr
    assert sumario.numId.val == max(n.numId for n in document.part.numbering_part.element.num_lst)


def test_styles_that_leave_the_typeface_to_a_theme_that_is_not_there_get_the_one_of_word() -> None:
    document = Document()
    (tema,) = [r for r in document.part.rels.values() if r.reltype == RT.THEME]
    name_typeface(document)
    letras = list(document.styles.element.iter(qn("w:rFonts")))
    assert any(nombre.endswith("Theme") for letra in letras for nombre in letra.attrib)
    del document.part.rels[tema.rId]
    name_typeface(document)
    assert [nombre for letra in letras for nombre in letra.attrib if nombre.endswith("Theme")] == []
    (comun,) = document.styles.element.xpath("w:docDefaults//w:rFonts")
    assert (comun.get(qn("w:ascii")), comun.get(qn("w:hAnsi"))) == ("Times New Roman", "Times New Roman")
