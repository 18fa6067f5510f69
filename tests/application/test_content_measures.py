from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.application.content_measures import (
    Legibilidad,
    Medida,
    con_paginas,
    leer_contenido,
    medir,
    medir_redes,
)
from promueve_gui.application.text_review import TextReview, look_up
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.lectura import Extension, inflesz
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.vocabularios import TipoContenido
from tests.lengua import make_lengua

URL = "https://datos.ejemplo.gob.mx/salud/camas-censables-por-unidad-medica"


def contexto() -> Contexto:
    proyecto = Proyecto()
    redes = (
        RedSocial(id="x", nombre="X", limite=280, cuenta_url=23),
        RedSocial(id="otra", nombre="Otra", limite=None),
    )
    proyecto.apply(alta(red) for red in redes)
    return Contexto(proyecto, date(2026, 11, 19))


def mensaje(texto: str, red: str | None = "x") -> Contenido:
    return Contenido(id="m", tipo=TipoContenido.REDES, red=red, mensaje=texto, url=URL)


def test_a_post_is_measured_as_its_network_counts() -> None:
    medida = medir(contexto(), mensaje("Camas censables"))
    assert medida == Medida("39 de 280 caracteres en X · quedan 241", Extension.ADECUADA)


def test_a_post_that_does_not_fit_says_by_how_much() -> None:
    medida = medir(contexto(), mensaje("a" * 300))
    assert medida == Medida("324 de 280 caracteres en X · sobran 44", Extension.FUERA)


@pytest.mark.parametrize(
    ("largo", "dicho"), [(254, "quedan 2"), (255, "queda 1"), (256, "quedan 0"), (257, "sobra 1"), (258, "sobran 2")]
)
def test_one_left_and_one_too_many_are_said_in_the_singular(largo: int, dicho: str) -> None:
    medida = medir(contexto(), mensaje("a" * largo))
    assert medida is not None
    assert medida.texto.endswith(f"caracteres en X · {dicho}")


def test_one_character_is_one() -> None:
    assert medir(contexto(), Contenido(id="m", tipo=TipoContenido.REDES, mensaje="a")) == Medida(
        "1 carácter · elija la red para ver su límite"
    )


@pytest.mark.parametrize("red", [None, "otra"])
def test_without_a_limit_there_is_nothing_to_compare_with(red: str | None) -> None:
    medida = medir(contexto(), mensaje("Camas", red))
    assert medida is not None
    assert medida.texto.endswith("caracteres · elija la red para ver su límite")
    assert medida.grado is None


@pytest.mark.parametrize(
    ("caracteres", "texto", "grado"),
    [
        (0, "Se espera cerca de 1 cuartilla", None),
        (360, "0.2 cuartillas de 1 · Todavía es corto", Extension.FUERA),
        (1800, "1 cuartilla de 1 · Extensión adecuada", Extension.ADECUADA),
        (3240, "1.8 cuartillas de 1 · Algo larga", Extension.EXCEDIDA),
        (9000, "5 cuartillas de 1 · Fuera de lo recomendado", Extension.FUERA),
    ],
)
def test_a_bulletin_is_measured_in_cuartillas(caracteres: int, texto: str, grado: Extension | None) -> None:
    boletin = Contenido(id="b", tipo=TipoContenido.BOLETIN, cuerpo="a" * caracteres)
    assert medir(contexto(), boletin) == Medida(texto, grado)


def test_a_story_is_expected_to_be_longer() -> None:
    historia = Contenido(id="h", tipo=TipoContenido.HISTORIA)
    assert medir(contexto(), historia) == Medida("Se espera cerca de 2 cuartillas")


@pytest.mark.parametrize("tipo", [None, TipoContenido.PRESENTACION, TipoContenido.ESTUDIO])
def test_other_types_are_not_measured(tipo: TipoContenido | None) -> None:
    assert medir(contexto(), Contenido(id="o", tipo=tipo, cuerpo="Texto")) is None


def test_how_a_text_reads_is_said_in_words() -> None:
    revision = TextReview()
    revision.learn(look_up(make_lengua(), "El sol sale La luna no".split()))
    leida = leer_contenido(contexto(), mensaje("El sol sale. La luna no."), revision)
    assert leida is not None
    assert leida.texto.startswith("INFLESZ ")
    assert leida.texto.endswith(leida.grado.etiqueta)


def test_without_words_there_is_nothing_to_read() -> None:
    assert leer_contenido(contexto(), mensaje(""), TextReview()) is None


def test_each_network_of_a_post_is_measured_and_the_worst_is_told() -> None:
    datos = contexto()
    corta = RedSocial(id="corta", nombre="Corta", limite=30, cuenta_url=23)
    variantes = (
        VarianteRed(id="v1", contenido="m", red="otra", texto="Hola"),
        VarianteRed(id="v2", contenido="m", red="corta"),
    )
    post = mensaje("Camas censables")
    datos.proyecto.apply([alta(corta), alta(post), *map(alta, variantes)])
    assert [medida.texto for medida in medir_redes(datos, post)] == [
        "39 de 280 caracteres en X · quedan 241",
        f"{len(URL) + 5} caracteres en Otra",
        "39 de 30 caracteres en Corta · sobran 9",
    ]
    assert medir(datos, post) == Medida("39 de 30 caracteres en Corta · sobran 9", Extension.FUERA)


@pytest.mark.parametrize(
    ("indice", "dicho"),
    [
        (39.9, "39.9 · muy difícil"),
        (40.0, "40 · algo difícil"),
        (54.6, "54.6 · algo difícil"),
        (80.1, "80.1 · muy fácil"),
    ],
)
def test_beside_a_border_the_figure_agrees_with_its_degree(indice: float, dicho: str) -> None:
    assert Legibilidad(indice, inflesz(indice)).texto == f"INFLESZ {dicho}"


def test_the_pages_in_word_are_said_of_what_is_read_on_paper() -> None:
    medida = Medida("1 cuartilla de 1")
    dichas = [
        con_paginas(medida, Contenido(id="c", tipo=tipo), "1¼ páginas")
        for tipo in (TipoContenido.BOLETIN, TipoContenido.REDES)
    ]
    assert dichas == ["1 cuartilla de 1 · 1¼ páginas en Word", "1 cuartilla de 1"]
