"""Rich text in Word: real styles, real lists, links that lead only where they may, and nothing of the marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.composition import compose
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.muestras import BOLETIN, RED, project, read, write

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph

URL = "https://datos.example.org/a"
RICO = f"""## Qué hay

Los **datos** *abiertos* y ***gratis*** están en [el **portal**]({URL}).

- Uno
- Dos

3. Tres
4. Cuatro

Y otra:

1. Uno de nuevo"""


def named(document: Document, *names: str) -> list[Paragraph]:
    """Return the paragraphs with one of some styles."""
    return [p for p in document.paragraphs if p.style is not None and p.style.name in names]


@pytest.fixture
def document(tmp_path: Path) -> Document:
    """Return a bulletin whose body is rich."""
    return read(write(tmp_path / "rico.docx", replace(BOLETIN, cuerpo=RICO, cita="Lo dijo **ella**")))


def test_blocks_have_the_styles_of_the_letterhead(document: Document) -> None:
    # No heading stands above it, so it is one of the first level.
    assert "Qué hay" in [p.text for p in named(document, "Heading 1")]
    assert [p.text for p in named(document, "List Bullet 2")] == ["Uno", "Dos"]
    assert [p.text for p in named(document, "List Number")] == ["Tres", "Cuatro", "Uno de nuevo"]
    assert [p.text for p in named(document, "Quote")] == ["Lo dijo ella"]


def test_letters_have_character_styles(document: Document) -> None:
    (parrafo,) = [p for p in document.paragraphs if p.text.startswith("Los datos")]
    estilos = {run.text: run.style.name for run in parrafo.runs}
    assert (estilos["datos"], estilos["abiertos"], estilos["gratis"]) == ("Strong", "Emphasis", "Strong")
    assert [run.italic for run in parrafo.runs if run.text == "gratis"] == [True]
    assert parrafo.text == "Los datos abiertos y gratis están en el portal."


def test_a_link_shows_its_text_and_leads_to_its_address(document: Document) -> None:
    (parrafo,) = [p for p in document.paragraphs if p.text.startswith("Los datos")]
    ligas = [(liga.text, liga.address) for liga in parrafo.hyperlinks]
    assert ligas == [("el ", URL), ("portal", URL)]
    assert [run.bold for liga in parrafo.hyperlinks for run in liga.runs] == [None, True]


def test_each_numbered_list_begins_where_it_says(document: Document) -> None:
    numeros = [p.paragraph_format.element.pPr.numPr.numId.val for p in named(document, "List Number")]
    assert numeros[0] == numeros[1] != numeros[2]
    numbering = document.part.numbering_part.element
    inicios = {}
    for num in numbering.num_lst:
        listas = {a.get(qn("w:abstractNumId")): a for a in numbering.iter(qn("w:abstractNum"))}
        lista = listas[str(num.abstractNumId.val)]
        inicios[num.numId] = lista.find(f"{qn('w:lvl')}/{qn('w:start')}").get(qn("w:val"))
    assert [inicios[numero] for numero in (numeros[0], numeros[2])] == ["3", "1"]


@pytest.mark.parametrize(
    ("texto", "leido"),
    [
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("[a]({url})", "a"),
        ("\\*a\\* <b>", "*a* <b>"),
        ("x\x00y\u202ez", "xyz"),
    ],
)
def test_hostile_text_is_text(texto: str, leido: str) -> None:
    contenido = Contenido(id="e", nombre="Estudio", tipo=TipoContenido.ESTUDIO, cuerpo=texto)
    (parrafo,) = [p for p in compose(contenido, project()) if p.estilo is Estilo.TEXTO]
    assert (parrafo.texto, [t.enlace for t in parrafo.tramos if t.enlace]) == (leido, [])


def test_a_value_with_marks_is_not_formatting() -> None:
    contenido = Contenido(id="e", tipo=TipoContenido.ESTUDIO, cuerpo="Vea {url}", url="https://a.example.org/*b*")
    (parrafo,) = [p for p in compose(contenido, project()) if p.estilo is Estilo.TEXTO]
    assert parrafo.texto == "Vea https://a.example.org/*b*"


def test_slides_are_written_in_their_order() -> None:
    presentacion = Contenido(id="p", nombre="Datos", tipo=TipoContenido.PRESENTACION)
    laminas = (
        Lamina(id="2", contenido="p", orden=2, nombre="Cómo", puntos="- Así", texto_alternativo="Un mapa"),
        Lamina(id="1", contenido="p", orden=1, nombre="Qué", notas="Saludar"),
    )
    dichos = [(p.estilo, p.texto) for p in compose(presentacion, project(*laminas, presentacion))]
    assert dichos[-5:] == [
        (Estilo.SECCION, "1. Qué"),
        (Estilo.CREDITO, "Notas para quien expone: Saludar"),
        (Estilo.SECCION, "2. Cómo"),
        (Estilo.VINETA, "Así"),
        (Estilo.CREDITO, "Texto alternativo de la imagen: Un mapa"),
    ]


def test_networks_with_a_message_of_their_own_have_it_written() -> None:
    mensaje = Contenido(id="m", nombre="Datos", tipo=TipoContenido.REDES, mensaje="Ya *hay*.", url=URL)
    propia = VarianteRed(id="v", contenido="m", red=RED.id, texto="Solo aquí.", texto_alternativo="Un mapa")
    dichos = [(p.estilo, p.texto) for p in compose(mensaje, project(RED, propia, mensaje))]
    assert (Estilo.TEXTO, "Ya *hay*.") in dichos
    lugar = dichos.index((Estilo.SECCION, f"Mensaje para {RED.nombre}"))
    assert dichos[lugar + 1 : lugar + 3] == [
        (Estilo.TEXTO, f"Solo aquí. {URL}"),
        (Estilo.CREDITO, "Texto alternativo de la imagen: Un mapa"),
    ]
    igual = replace(propia, texto="", texto_alternativo="")
    assert not any("Mensaje para" in p.texto for p in compose(mensaje, project(RED, igual, mensaje)))
