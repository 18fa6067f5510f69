"""Styles of OpenDocument: each part has its own, made from the recipe that Word uses too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from odfdo import Document

from promueve_gui.adapters.odt.styles import (
    ENFASIS,
    ENLACE,
    FUERTE,
    FUERTE_ENFASIS,
    NUMEROS,
    VINETAS,
    add_styles,
    code,
    style_name,
)
from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.style_table import AZUL_ENLACE, RECETAS
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.word.muestras import INSTITUCION, project
from tests.projects import project_of


@pytest.fixture(scope="module")
def styled() -> Document:
    """Return an empty document with the styles of the program."""
    document = Document("text")
    add_styles(document, project())
    return document


def attributes(document: Document, nombre: str, part: str = "") -> dict[str, object]:
    """Return the attributes of a style, or of one of its parts."""
    path = f"//style:style[@style:name='{nombre}']" + (f"/style:{part}-properties" if part else "")
    (found,) = document.styles.get_elements(path)
    return dict(found.attributes)


@pytest.mark.parametrize(
    ("nombre", "codigo"),
    [("Title", "Title"), ("Heading 1", "Heading_20_1"), ("Crédito", "Cr_e9_dito"), ("a.b", "a_2e_b")],
)
def test_names_are_written_as_the_standard_says(nombre: str, codigo: str) -> None:
    assert code(nombre) == codigo


def test_no_two_parts_share_a_style() -> None:
    nombres = [style_name(estilo) for estilo in Estilo]
    assert len(set(nombres)) == len(nombres)


@pytest.mark.parametrize("estilo", list(Estilo), ids=lambda estilo: estilo.value)
def test_each_part_looks_as_its_recipe_says(styled: Document, estilo: Estilo) -> None:
    receta, nombre = RECETAS[estilo], style_name(estilo)
    parrafo, letras = attributes(styled, nombre, "paragraph"), attributes(styled, nombre, "text")
    assert parrafo["fo:margin-top"] == f"{receta.antes}pt"
    assert parrafo["fo:margin-bottom"] == f"{receta.despues}pt"
    assert (parrafo.get("fo:keep-with-next") == "always") is receta.con_siguiente
    assert ("fo:border-left" in parrafo) is receta.raya
    assert (letras.get("fo:font-weight") == "bold") is receta.negrita
    assert (letras.get("fo:font-style") == "italic") is receta.cursiva
    assert letras.get("fo:font-size") == (f"{receta.tamano}pt" if receta.tamano else None)
    assert ("fo:color" in letras) is receta.acento


def test_only_headings_have_a_level_in_the_outline(styled: Document) -> None:
    niveles = {e: attributes(styled, style_name(e)).get("style:default-outline-level") for e in Estilo}
    assert {estilo: str(nivel) for estilo, nivel in niveles.items() if nivel} == {
        Estilo.SECCION: "1",
        Estilo.APARTADO: "2",
    }


def test_headings_have_no_numbers(styled: Document) -> None:
    niveles = styled.styles.get_elements("//text:outline-style/text:outline-level-style")
    assert niveles
    assert {nivel.get_attribute("style:num-format") for nivel in niveles} == {""}


def test_letters_have_their_styles(styled: Document) -> None:
    assert attributes(styled, code(FUERTE), "text")["fo:font-weight"] == "bold"
    assert attributes(styled, code(ENFASIS), "text")["fo:font-style"] == "italic"
    assert {"fo:font-weight", "fo:font-style"} <= attributes(styled, code(FUERTE_ENFASIS), "text").keys()
    assert str(attributes(styled, code(ENLACE), "text")["fo:color"]).upper() == f"#{AZUL_ENLACE}"


def test_both_lists_are_there_with_their_signs(styled: Document) -> None:
    (vinetas,) = styled.styles.get_elements(f"//text:list-style[@style:name='{code(VINETAS)}']")
    (numeros,) = styled.styles.get_elements(f"//text:list-style[@style:name='{code(NUMEROS)}']")
    assert vinetas.get_element("text:list-level-style-bullet") is not None
    assert numeros.get_element("text:list-level-style-number") is not None


@pytest.mark.parametrize(
    ("siglas", "nombre", "dicho"),
    [
        ("SRP", "Secretaría de Ríos", "SRP | Secretaría de Ríos"),
        ("", "Secretaría de Ríos", "Secretaría de Ríos"),
        ("SRP", "", "SRP"),
        ("<S>", "A & B\nC", "&lt;S&gt; | A &amp; B C"),
    ],
)
def test_the_head_of_the_page_says_what_is_known(siglas: str, nombre: str, dicho: str) -> None:
    document = Document("text")
    add_styles(document, project_of(replace(INSTITUCION, siglas=siglas, nombre=nombre)))
    (head,) = document.styles.get_elements("//style:master-page[@style:name='Standard']/style:header/text:p")
    said = head.serialize()
    for tag in ("span", "p"):
        said = said.replace(f"</text:{tag}>", "")
    assert "".join(part.partition(">")[2] if place else "" for place, part in enumerate(said.split("<text:"))) == dicho


def test_without_an_institution_the_page_still_has_its_number() -> None:
    document = Document("text")
    add_styles(document, Proyecto())
    assert document.styles.get_elements("//style:master-page[@style:name='Standard']/style:footer//text:page-number")
