"""Which slides a presentation becomes, before they are PowerPoint."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from promueve_gui.adapters.presentaciones.deck import SIN_TITULO, Exposicion, compose_deck
from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.presentaciones.muestras import CONTENIDO, lamina
from tests.adapters.word.muestras import INSTITUCION, RESERVADO, project, sheet

SOLO = sheet(nombre="Aforos", tipo=TipoContenido.PRESENTACION)


def deck(*laminas: Lamina, **campos: object) -> Exposicion:
    """Return the slides of a presentation of which nothing else is known."""
    return compose_deck(replace(SOLO, **campos), project(*laminas))  # type: ignore[arg-type]  # fields by name


def styles_of(exposicion: Exposicion, place: int = 0) -> list[tuple[Estilo, str]]:
    return [(parrafo.estilo, parrafo.texto) for parrafo in exposicion.hojas[place].parrafos]


def test_the_cover_says_who_and_when_each_once() -> None:
    hecha = deck(autor=INSTITUCION.nombre, fecha=date(2026, 3, 3))
    assert hecha.portada.titulo == "Aforos"
    assert [p.texto for p in hecha.portada.parrafos] == [INSTITUCION.nombre, "3 de marzo de 2026"]
    assert hecha.pie == INSTITUCION.nombre
    assert hecha.hojas == ()


def test_nothing_is_known_of_an_empty_project() -> None:
    hecha = compose_deck(sheet(tipo=TipoContenido.PRESENTACION), Proyecto())
    assert (hecha.portada.titulo, hecha.portada.parrafos, hecha.hojas, hecha.pie) == (SIN_TITULO, (), (), "")


def test_slides_come_in_their_order_and_those_withdrawn_do_not() -> None:
    laminas = [
        Lamina(id="c", contenido="c", orden=3, nombre="Tres"),
        Lamina(id="a", contenido="c", orden=1, nombre="Uno"),
        Lamina(id="b", contenido="c", orden=2, nombre="Dos", retirado="No"),
        Lamina(id="d", contenido="otro", orden=1, nombre="Ajena"),
    ]
    assert [hoja.titulo for hoja in deck(*laminas).hojas] == ["Uno", "Tres"]


@pytest.mark.parametrize(
    ("puntos", "estilos"),
    [
        ("", []),
        ("uno", [Estilo.TEXTO]),
        ("uno\ndos", [Estilo.VINETA, Estilo.VINETA]),
        ("uno\n\n- dos", [Estilo.TEXTO, Estilo.VINETA]),
        ("1. uno\n2. dos\n\ntres", [Estilo.NUMERO, Estilo.NUMERO, Estilo.TEXTO]),
        ("## uno\n\ndos\n\ntres", [Estilo.APARTADO, Estilo.VINETA, Estilo.VINETA]),
        (r"\- uno", [Estilo.TEXTO]),
    ],
)
def test_lines_are_points_unless_some_have_signs(puntos: str, estilos: list[Estilo]) -> None:
    assert [estilo for estilo, _ in styles_of(deck(lamina(puntos)))] == estilos


def test_merge_fields_are_filled_in_everywhere() -> None:
    hecha = compose_deck(
        replace(CONTENIDO, nombre="Datos de {conjunto}"),
        project(lamina("- {contacto}", "En {url}", notas="Diga {frecuencia}", texto_alternativo="{institucion}")),
    )
    assert hecha.portada.titulo.startswith("Datos de Inventario de puentes rurales")
    assert hecha.hojas[0].titulo == "En https://datos.example.org/dataset/puentes-rurales"
    assert styles_of(hecha) == [(Estilo.VINETA, "puentes@secapur.example.org")]
    assert hecha.hojas[0].notas == f"Diga {{frecuencia}}\n\nTexto alternativo de la imagen: {INSTITUCION.nombre}"


def test_the_text_makes_the_slides_of_one_that_has_none() -> None:
    hecha = deck(cuerpo="Antes\n\n## Parte\n\n- a\n\nb\n\n## Otra")
    assert [hoja.titulo for hoja in hecha.hojas] == ["Aforos", "Parte", "Otra"]
    assert [[p.texto for p in hoja.parrafos] for hoja in hecha.hojas] == [["Antes"], ["a", "b"], []]


def test_slides_of_its_own_win_over_the_text() -> None:
    assert [hoja.titulo for hoja in deck(lamina("a"), cuerpo="## Parte").hojas] == ["Lámina"]


def test_the_last_slide_has_each_dataset_that_may_be_named_and_whom_to_ask() -> None:
    hecha = deck(conjuntos=("puentes", "reservado"), correo_contacto="d@ejemplo.gob.mx")
    (hoja,) = hecha.hojas
    assert hoja.titulo == "Consulte los datos"
    dicho = "\n".join(parrafo.texto for parrafo in hoja.parrafos)
    assert "https://datos.example.org/dataset/puentes-rurales" in dicho
    assert RESERVADO.nombre not in dicho
    assert (Estilo.APARTADO, "Contacto") in styles_of(hecha)
    assert "d@ejemplo.gob.mx" in dicho


def test_titles_are_one_line() -> None:
    salto = replace(INSTITUCION, nombre="Secretaría\nde Ríos")
    hecha = compose_deck(replace(SOLO, nombre="Uno\n dos"), project(salto, lamina("", "a\n\nb")))
    assert (hecha.portada.titulo, hecha.hojas[0].titulo, hecha.pie) == ("Uno dos", "a b", "Secretaría de Ríos")
    assert isinstance(salto, Institucion)
