"""What a content has in parts (slides, messages of networks) comes back to each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.devueltos import (
    Salida,
    add_after,
    changes,
    delete_tracked,
    insert_tracked,
    paragraph,
    say,
    without_marks,
)
from tests.adapters.word.muestras import RED, everywhere

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from promueve_gui.domain.diferencias import Devolucion

URL = "https://datos.example.org/puentes"
MENSAJE = Contenido(id="m", nombre="Puentes", tipo=TipoContenido.REDES, mensaje="Ya están los puentes.", url=URL)
TEXTO = "Consulte los puentes {conjunto} de su municipio."
VARIANTE = VarianteRed(id="v", contenido="m", red=RED.id, texto=TEXTO, texto_alternativo="Un mapa de la sierra")
PRESENTACION = Contenido(id="p", nombre="Los puentes", tipo=TipoContenido.PRESENTACION, conjuntos=("puentes",))
CASO = "Contar el caso de San Jerónimo de los Vados, donde bastó una tarde para trazar un camino alterno."
LAMINA = Lamina(
    id="l", contenido="p", orden=1, nombre="Qué hay", puntos="- Ubicación\n- Carga", notas=f"Saludar. {CASO}"
)
ETIQUETA = "Notas para quien expone:"


@pytest.fixture
def mensaje(tmp_path: Path) -> Salida:
    return Salida(MENSAJE, tmp_path / "m.docx", partes=(VARIANTE,))


@pytest.fixture
def lamina(tmp_path: Path) -> Salida:
    return Salida(PRESENTACION, tmp_path / "p.docx", partes=(LAMINA,))


def test_nobody_touched_them(mensaje: Salida, lamina: Salida) -> None:
    for salida in (mensaje, lamina):
        devolucion = salida.back()
        assert (list(devolucion.diferencias), list(devolucion.problemas)) == ([], [])


def test_the_message_of_a_network_comes_back_without_the_link_put_after_it(mensaje: Salida) -> None:
    document = mensaje.open()
    say(paragraph(document, "Consulte los"), "Consulte los", "Vea ya los")
    say(paragraph(document, "Texto alternativo"), "Un mapa", "El mapa")
    devolucion = mensaje.back(document)
    assert changes(devolucion) == {
        "texto": TEXTO.replace("Consulte los", "Vea ya los"),
        "texto_alternativo": "El mapa de la sierra",
    }
    assert {(d.entidad, d.id) for d in devolucion.diferencias} == {("variante_red", "v")}
    assert list(devolucion.problemas) == []


def test_a_message_from_which_the_link_was_taken_is_what_it_says(mensaje: Salida) -> None:
    document = mensaje.open()
    parrafo = paragraph(document, "Consulte los")
    liga = parrafo.hyperlinks[0]._hyperlink  # noqa: SLF001  # python-docx takes none out
    liga.getparent().remove(liga)
    delete_tracked(parrafo)
    insert_tracked(parrafo, "Ya no hay liga.")
    assert changes(mensaje.back(document)) == {"texto": "Ya no hay liga."}


def test_a_network_that_posts_the_message_of_the_content_gets_its_own(tmp_path: Path) -> None:
    comun = VarianteRed(id="v", contenido="m", red=RED.id, texto_alternativo="Un mapa")
    salida = Salida(MENSAJE, tmp_path / "m.docx", partes=(comun,))
    assert changes(salida.back()) == {}
    document = salida.open()
    add_after(paragraph(document, f"Ya están los puentes. {URL}"), "Véalos.")
    assert changes(salida.back(document)) == {"texto": "Ya están los puentes.\nVéalos."}


def test_a_labelled_line_cut_in_two_has_its_label_once(lamina: Salida) -> None:
    document = lamina.open()
    notas = paragraph(document, ETIQUETA)
    for run in notas.runs[1:]:
        run.text = ""
    notas.runs[1].text = " Saludar."
    add_after(notas, CASO)
    assert changes(lamina.back(without_marks(document))) == {"notas": f"Saludar.\n{CASO}"}


def test_the_signs_of_a_list_in_a_message_stay_as_they_were_typed(tmp_path: Path) -> None:
    contenido = replace(MENSAJE, mensaje="Ya están:\n• Los puentes viejos\n- Los vados")
    salida = Salida(contenido, tmp_path / "m.docx")
    document = salida.open()
    say(paragraph(document, "• Los puentes"), "viejos", "nuevos")
    assert changes(salida.back(document)) == {"mensaje": "Ya están:\n• Los puentes nuevos\n- Los vados"}


DOS = replace(LAMINA, id="m", orden=2, nombre="Qué sigue", puntos="- Vados\n- Pasarelas", notas="Cerrar.\nAgradecer.")


def trade(document: WordDocument, uno: str, otro: str) -> None:
    """Cut the second slide and paste it above the first, and number them again."""
    parrafos = everywhere(document)
    primera, segunda = (next(n for n, p in enumerate(parrafos) if p.text.endswith(t)) for t in (uno, otro))
    hasta = next(n for n, p in enumerate(parrafos) if p.text == "Consulte los datos")
    for parrafo in parrafos[segunda:hasta]:
        parrafos[primera].paragraph_format.element.addprevious(parrafo.paragraph_format.element)
    say(parrafos[primera], "1. ", "2. ")
    say(parrafos[segunda], "2. ", "1. ")


@pytest.mark.parametrize(("nombre", "dicho"), [("Qué sigue", "Qué falta"), ("Qué hay", "Qué falta")])
def test_slides_in_another_order_keep_what_they_say(nombre: str, dicho: str, tmp_path: Path) -> None:
    salida = Salida(PRESENTACION, tmp_path / "p.docx", partes=(LAMINA, replace(DOS, nombre=nombre)))
    document = salida.open()
    trade(document, "Qué hay", "2. " + nombre)
    say(paragraph(document, "Ubicación"), "Ubicación", "Lugar")
    say(next(p for p in everywhere(document) if p.text == "1. " + nombre), nombre, dicho)
    devolucion = salida.back(document)
    dichas = {(d.id, d.campo): d.suyo for d in devolucion.diferencias}
    assert dichas == {("l", "puntos"): "- Lugar\n- Carga", ("m", "nombre"): dicho}
    assert told_of(devolucion)[-1] == "Hay partes del documento en otro orden, como «1. Qué hay»; el orden no se tomó."


def test_the_lines_of_notes_stay_lines(tmp_path: Path) -> None:
    salida = Salida(PRESENTACION, tmp_path / "p.docx", partes=(DOS,))
    document = salida.open()
    say(paragraph(document, "Agradecer"), "Agradecer", "Despedirse")
    assert changes(salida.back(document)) == {"notas": "Cerrar.\nDespedirse."}


def told_of(devolucion: Devolucion) -> list[str]:
    return [problema.mensaje for problema in devolucion.problemas]


def test_what_says_which_field_it_is_stays_that_field(tmp_path: Path) -> None:
    salida = Salida(PRESENTACION, tmp_path / "p.docx", partes=(LAMINA,))
    document = salida.open()
    notas = paragraph(document, ETIQUETA)
    paragraph(document, "Carga").paragraph_format.element.addprevious(notas.paragraph_format.element)
    assert changes(salida.back(document)) == {}
