"""What a list of news says of each type of content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.portal.published import published
from promueve_gui.adapters.portal.summary import LEER, summary
from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.adapters.word.muestras import BOLETIN, HISTORIA, VISOR, VISOR_CONTENIDO, project, sheet

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Registro


def said(contenido: Contenido, *registros: Registro) -> list[tuple[Estilo, str]]:
    hechos = summary(contenido, project(*registros))
    return [(parrafo.estilo, parrafo.texto) for parrafo in hechos]


def test_a_draft_says_so_in_its_title_until_it_is_approved() -> None:
    for estado in EstadoContenido:
        titulo = said(replace(BOLETIN, estado=estado))[0][1]
        aprobado = estado in {EstadoContenido.APROBADO, EstadoContenido.PUBLICADO}
        assert titulo == (BOLETIN.nombre if aprobado else f"BORRADOR: {BOLETIN.nombre}")


@pytest.mark.parametrize(
    ("campos", "primero"),
    [
        ({"entrada": "Uno.\n\nDos."}, "Uno."),
        ({"entrada": "", "cuerpo": "Tres."}, "Tres."),
        ({"entrada": "- a\n- b", "cuerpo": "## T\n\nCuatro."}, "Cuatro."),
        ({"entrada": "{institucion} avisa.", "cuerpo": ""}, "Secretaría de Caminos y Puentes Rurales avisa."),
    ],
)
def test_the_first_paragraph_is_the_lead(campos: dict[str, str], primero: str) -> None:
    assert said(replace(BOLETIN, **campos))[1] == (Estilo.TEXTO, primero)  # type: ignore[arg-type]  # by name


def test_a_story_begins_with_what_was_before() -> None:
    assert said(HISTORIA)[1][1].startswith("El comité de caminos")


def test_where_the_rest_is_comes_from_the_first_publication_that_says_so() -> None:
    publicaciones = [
        Publicacion(id="1", nombre="a", contenido="boletin"),
        Publicacion(id="2", nombre="b", contenido="boletin", url_publicada="https://a.example.org/uno"),
        Publicacion(id="3", nombre="c", contenido="boletin", url_publicada="https://a.example.org/dos"),
    ]
    hechos = summary(BOLETIN, project(*publicaciones))
    assert [p.tramos[0].enlace for p in hechos if p.texto == LEER] == ["https://a.example.org/uno"]
    assert all(p.texto != LEER for p in summary(BOLETIN, project()))


def test_a_tool_is_published_with_its_address_once() -> None:
    parrafos = published(VISOR_CONTENIDO, project())
    ligas = [tramo.enlace for parrafo in parrafos for tramo in parrafo.tramos if tramo.enlace]
    assert ligas.count(VISOR.url) == 1
    assert [p.estilo for p in parrafos][:2] == [Estilo.TITULO, Estilo.TEXTO]


def test_a_study_is_published_without_what_only_the_institution_reads() -> None:
    estudio = sheet(
        nombre="Vida útil", tipo=TipoContenido.ESTUDIO, cuerpo="Dice algo.", notas="Interna", autor="Alguien",
        coordinado_persona="Nadie", sector="Caminos",
    )  # fmt: skip
    assert [p.texto for p in published(estudio, project())] == ["Vida útil", "Dice algo."]


def test_a_content_without_type_is_its_title_and_text() -> None:
    assert [p.texto for p in published(sheet(nombre="Nota", cuerpo="Dice."), project())] == ["Nota", "Dice."]


def test_the_address_that_leads_to_the_whole_is_not_said_again() -> None:
    visor = replace(VISOR_CONTENIDO, url=VISOR.url, conjuntos=("puentes", "caminos"))
    publicada = Publicacion(id="1", nombre="a", contenido=visor.id, url_publicada=VISOR.url)
    hechos = summary(visor, project(publicada))
    assert [t.enlace for p in hechos for t in p.tramos].count(VISOR.url) == 1
    assert [t.enlace for p in summary(visor, project()) for t in p.tramos].count(VISOR.url) == 1
