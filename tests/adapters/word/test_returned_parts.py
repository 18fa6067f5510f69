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
from tests.adapters.word.muestras import RED

if TYPE_CHECKING:
    from pathlib import Path

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
