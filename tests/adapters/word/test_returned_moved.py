"""Paragraphs and sections that people moved in the document, and where new ones fall: under what they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.adapters.word.devueltos import Salida, add_after, changes, paragraph, remove, say, without_marks
from tests.adapters.word.muestras import BOLETIN, HISTORIA

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

    from promueve_gui.domain.diferencias import Devolucion

RELATO = replace(
    HISTORIA,
    antecedentes="Nadie medía el río.\nCada año se llevaba un vado.",
    retos="Faltaban sensores en la cuenca.",
    solucion="Se abrieron los aforos de treinta años.\nUna escuela hizo el mapa.",
    resultados="Hoy se avisa con dos horas.",
)
NOTA = replace(
    BOLETIN, entrada="Se publicó hoy el inventario.", cuerpo="Lo reunieron 32 centros.\nSe descarga completo."
)


@pytest.fixture
def relato(tmp_path: Path) -> Salida:
    return Salida(RELATO, tmp_path / "relato.docx")


@pytest.fixture
def nota(tmp_path: Path) -> Salida:
    return Salida(NOTA, tmp_path / "nota.docx")


def move(uno: Paragraph, tras: Paragraph) -> None:
    """Cut a paragraph, with its bookmark as Word does, and paste it after another one."""
    tras.paragraph_format.element.addnext(uno.paragraph_format.element)


def section(document: WordDocument, *beginnings: str) -> list[Paragraph]:
    return [paragraph(document, beginning) for beginning in beginnings]


def told(devolucion: Devolucion) -> list[str]:
    return [problema.mensaje for problema in devolucion.problemas]


def other_order(texto: str) -> str:
    return f"Hay partes del documento en otro orden, como «{texto}»; el orden no se tomó."


@pytest.mark.parametrize("marks", [True, False])
def test_a_paragraph_goes_to_the_section_that_it_was_moved_to(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    move(paragraph(document, "Cada año"), paragraph(document, "Se abrieron"))
    devolucion = relato.back(document)
    assert changes(devolucion) == {
        "antecedentes": "Nadie medía el río.",
        "solucion": "Se abrieron los aforos de treinta años.\nCada año se llevaba un vado.\nUna escuela hizo el mapa.",
    }
    assert told(devolucion) == []


@pytest.mark.parametrize("marks", [True, False])
def test_the_only_paragraph_of_a_section_is_moved_below_the_next_heading(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    move(paragraph(document, "Faltaban"), paragraph(document, "Solución"))
    devolucion = relato.back(document)
    assert changes(devolucion) == {"retos": "", "solucion": f"{RELATO.retos}\n{RELATO.solucion}"}
    assert told(devolucion) == []


@pytest.mark.parametrize("marks", [True, False])
def test_two_sections_that_trade_their_texts(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    move(paragraph(document, "Hoy se avisa"), paragraph(document, "Retos"))
    move(paragraph(document, "Faltaban"), paragraph(document, "Resultados"))
    assert changes(relato.back(document)) == {"retos": RELATO.resultados, "resultados": RELATO.retos}


@pytest.mark.parametrize("marks", [True, False])
def test_two_headings_that_trade_places_have_each_other_s_text_below_them(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    uno, otro = section(document, "Retos", "Solución")
    say(uno, "Retos", "Solución")
    say(otro, "Solución", "Retos")
    assert changes(relato.back(document)) == {"retos": RELATO.solucion.replace("\n", "\n\n"), "solucion": RELATO.retos}


@pytest.mark.parametrize("marks", [True, False])
def test_a_section_moved_whole_is_no_change(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    moved = section(document, "Solución", "Se abrieron", "Una escuela")
    for lugar, parrafo in zip(section(document, "Cada año", "Solución", "Se abrieron"), moved, strict=True):
        move(parrafo, lugar)
    devolucion = relato.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [other_order("Retos")])


@pytest.mark.parametrize("marks", [True, False])
def test_the_last_section_moved_whole_leaves_the_data_alone(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    moved = section(document, "Resultados", "Hoy se avisa")
    for lugar, parrafo in zip(section(document, "Conjuntos", "Resultados"), moved, strict=True):
        move(parrafo, lugar)
    devolucion = relato.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [other_order("Antecedentes")])


def test_what_is_no_text_of_the_content_stays_none_wherever_it_was_moved_to(relato: Salida) -> None:
    document = relato.open()
    move(paragraph(document, "Conjuntos"), paragraph(document, "Faltaban"))
    devolucion = relato.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [])


def test_a_section_taken_out_is_asked_about_and_leaves_the_others_alone(relato: Salida) -> None:
    document = relato.open()
    for parrafo in section(document, "Retos", "Faltaban"):
        remove(parrafo)
    devolucion = relato.back(document)
    assert (changes(devolucion), told(devolucion)) == ({"retos": ""}, [])


def test_a_heading_taken_out_leaves_its_text_where_it_was(relato: Salida) -> None:
    document = relato.open()
    remove(paragraph(document, "Retos"))
    assert changes(relato.back(document)) == {}


@pytest.mark.parametrize("marks", [True, False])
def test_a_section_written_anew_with_another_heading_is_that_section(relato: Salida, marks: bool) -> None:
    document = relato.open() if marks else without_marks(relato.open())
    paragraph(document, "Retos").text = "Los desafíos"
    paragraph(document, "Faltaban").text = "Había poco dinero y menos gente."
    devolucion = relato.back(document)
    assert changes(devolucion) == {"retos": "Había poco dinero y menos gente."}
    assert [mensaje.partition(";")[0] for mensaje in told(devolucion)] == ["«Retos» dice ahora «Los desafíos»"]


def test_a_text_with_the_words_of_a_heading_is_text(relato: Salida) -> None:
    document = relato.open()
    add_after(paragraph(document, "Faltaban"), "Solución")
    assert changes(relato.back(document)) == {"retos": f"{RELATO.retos}\n\nSolución"}


@pytest.mark.parametrize("marks", [True, False])
def test_a_new_paragraph_before_the_lead_looks_like_the_lead(nota: Salida, marks: bool) -> None:
    document = nota.open() if marks else without_marks(nota.open())
    entrada = paragraph(document, "Se publicó hoy")
    nueva = add_after(entrada, "Hay buenas noticias.")
    move(entrada, nueva)
    assert changes(nota.back(document)) == {"entrada": f"Hay buenas noticias.\n\n{NOTA.entrada}"}


@pytest.mark.parametrize("marks", [True, False])
def test_a_new_paragraph_after_the_quote_is_of_the_text_when_it_looks_so(nota: Salida, marks: bool) -> None:
    document = nota.open() if marks else without_marks(nota.open())
    move(add_after(paragraph(document, "Se descarga"), "Habrá más."), paragraph(document, "«Un puente"))
    assert changes(nota.back(document)) == {"cuerpo": f"{NOTA.cuerpo}\nHabrá más."}
    add_after(paragraph(document, "«Un puente"), "«Y otro», agregó.")
    assert changes(nota.back(document))["cita"] == f"{NOTA.cita}\n\n«Y otro», agregó."


@pytest.mark.parametrize("marks", [True, False])
def test_the_first_paragraph_of_the_text_moved_down_stays_in_the_text(nota: Salida, marks: bool) -> None:
    document = nota.open() if marks else without_marks(nota.open())
    move(paragraph(document, "Lo reunieron"), paragraph(document, "Se descarga"))
    assert changes(nota.back(document)) == {"cuerpo": "Se descarga completo.\nLo reunieron 32 centros."}


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize("sumarios", ["", "Ya está.\nEs de todos."])
def test_the_lead_and_the_first_paragraph_of_the_text_that_trade_places_stay_each_its_own(
    marks: bool, sumarios: str, tmp_path: Path
) -> None:
    contenido = replace(BOLETIN, sumarios=sumarios)
    salida = Salida(contenido, tmp_path / "n.docx")
    document = salida.open() if marks else without_marks(salida.open())
    move(paragraph(document, "La Secretaría de Caminos"), paragraph(document, "El conjunto reúne"))
    assert changes(salida.back(document)) == {}
    if marks:
        say(paragraph(document, "El conjunto reúne"), "El conjunto reúne", "El inventario reúne")
        esperado = contenido.cuerpo.replace("El conjunto reúne", "El inventario reúne")
        assert changes(salida.back(document)) == {"cuerpo": esperado}


@pytest.mark.parametrize("marks", [True, False])
def test_the_first_paragraph_of_the_text_cut_in_two_stays_in_the_text(nota: Salida, marks: bool) -> None:
    document = nota.open() if marks else without_marks(nota.open())
    reunieron = paragraph(document, "Lo reunieron")
    say(reunieron, "Lo reunieron 32", "32")
    mitad = add_after(reunieron, "Ya lo reunieron")
    move(reunieron, mitad)
    assert changes(nota.back(document)) == {"cuerpo": "Ya lo reunieron\n32 centros.\nSe descarga completo."}


def test_a_new_paragraph_below_a_moved_one_goes_with_it(nota: Salida) -> None:
    document = nota.open()
    move(paragraph(document, "Se descarga"), paragraph(document, "Se publicó"))
    add_after(paragraph(document, "Se descarga"), "Sin costo.")
    assert changes(nota.back(document)) == {"cuerpo": "Se descarga completo.\nSin costo.\nLo reunieron 32 centros."}


@pytest.mark.parametrize("marks", [True, False])
def test_a_quote_written_anew_in_two_paragraphs_is_the_quote(nota: Salida, marks: bool) -> None:
    document = nota.open()
    cita = paragraph(document, "«")
    add_after(cita, "Lo dijo en la sesión del comité de caminos.")
    add_after(cita, "«Hoy sabemos por dónde pasar», afirmó la encargada.")
    remove(cita)
    esperada = "«Hoy sabemos por dónde pasar», afirmó la encargada.\n\nLo dijo en la sesión del comité de caminos."
    assert changes(nota.back(document if marks else without_marks(document))) == {"cita": esperada}


def test_a_text_written_anew_is_that_text_and_not_more_of_the_lead(nota: Salida) -> None:
    document = nota.open()
    paragraph(document, "Lo reunieron").text = "Hubo doce regiones."
    paragraph(document, "Se descarga").text = "Nadie paga nada por consultarlo."
    assert changes(nota.back(without_marks(document))) == {
        "cuerpo": "Hubo doce regiones.\nNadie paga nada por consultarlo."
    }


def test_a_quote_taken_out_is_not_what_was_added_to_the_text(nota: Salida) -> None:
    document = nota.open()
    remove(paragraph(document, "«"))
    add_after(paragraph(document, "Se descarga"), "Habrá más.")
    assert changes(nota.back(without_marks(document))) == {"cuerpo": f"{NOTA.cuerpo}\nHabrá más.", "cita": ""}


@pytest.mark.parametrize("sumarios", ["", "- Ya está.\n- Es de todos."])
def test_a_lead_written_anew_in_a_new_paragraph_is_the_lead(sumarios: str, tmp_path: Path) -> None:
    """As when another paragraph is typed below it, and it is deleted then."""
    salida = Salida(replace(NOTA, sumarios=sumarios), tmp_path / "n.docx")
    document = salida.open()
    if sumarios:
        add_after(paragraph(document, "Es de todos"), "Y en línea.")
    add_after(paragraph(document, "Se publicó hoy"), "Desde ayer hay un mapa.")
    remove(paragraph(document, "Se publicó hoy"))
    esperados = {"entrada": "Desde ayer hay un mapa."} | (
        {"sumarios": f"{sumarios}\n- Y en línea."} if sumarios else {}
    )
    assert changes(salida.back(document)) == esperados


@pytest.mark.parametrize(
    ("uno", "tras"),
    [
        ("Dirección General", "Comunicado No."),
        ("Comunicado No.", "Ciudad de México"),
        ("Nueve municipios", "Se publicó hoy"),
        ("Se descarga", "«Un puente"),
    ],
)
def test_a_text_alone_in_its_field_is_that_text_wherever_it_stands(nota: Salida, uno: str, tras: str) -> None:
    document = nota.open()
    move(paragraph(document, uno), paragraph(document, tras))
    devolucion = nota.back(document)
    assert (changes(devolucion), told(devolucion)) == ({}, [])
