"""What is posted on each network, and how long it is there."""

from __future__ import annotations

from dataclasses import replace

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.mensajes_red import mensajes, publicado, variantes
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.vocabularios import ConteoRed, TipoContenido
from tests.projects import project_of

URL = "https://datos.ejemplo.gob.mx/conjunto/puentes"
X = RedSocial(id="x", nombre="X", limite=280, cuenta_url=23, conteo=ConteoRed.PONDERADO)
BLUESKY = RedSocial(id="b", nombre="Bluesky", conteo=ConteoRed.VISIBLES)
MENSAJE = Contenido(id="m", tipo=TipoContenido.REDES, red="x", mensaje="Ya.", url=URL, texto_alternativo="Un puente")
PROPIA = VarianteRed(id="v1", contenido="m", red="b", texto="Más 🐱", texto_alternativo="Un vado")
IGUAL = VarianteRed(id="v2", contenido="m", red="x")


def test_the_url_goes_after_the_text_unless_it_is_there() -> None:
    assert publicado(project_of(), MENSAJE) == f"Ya. {URL}"
    assert publicado(project_of(), replace(MENSAJE, mensaje=f"Vea {URL} hoy")) == f"Vea {URL} hoy"
    assert publicado(project_of(), replace(MENSAJE, mensaje="Vea {url} hoy")) == f"Vea {URL} hoy"
    assert publicado(project_of(), replace(MENSAJE, mensaje=f"Vea {URL}/.")) == f"Vea {URL}/."
    assert publicado(project_of(), replace(MENSAJE, mensaje=f"Vea {URL}-2026")) == f"Vea {URL}-2026 {URL}"
    assert publicado(project_of(), replace(MENSAJE, mensaje=f"Vea {URL}/mapa")) == f"Vea {URL}/mapa {URL}"
    assert publicado(project_of(), replace(MENSAJE, url="")) == "Ya."
    assert publicado(project_of(), replace(MENSAJE, mensaje="")) == URL


def test_each_network_gets_its_variant_or_the_message() -> None:
    uno, otro = mensajes(project_of(X, BLUESKY, PROPIA, IGUAL), MENSAJE)
    assert (uno.red, uno.texto, uno.texto_alternativo, uno.variante) == (X, f"Ya. {URL}", "Un puente", IGUAL)
    assert (uno.largo, uno.limite, uno.sobran) == (27, 280, -253)
    assert (otro.red, otro.texto, otro.texto_alternativo, otro.variante) == (
        BLUESKY,
        f"Más 🐱 {URL}",
        "Un vado",
        PROPIA,
    )
    assert (otro.largo, otro.limite, otro.sobran) == (6 + len(URL), None, None)


def test_the_image_is_described_with_its_fields_filled_in() -> None:
    descrito = replace(MENSAJE, texto_alternativo="Vea {url} {otra}", red="x")
    (uno,) = mensajes(project_of(X), descrito)
    assert uno.texto_alternativo == f"Vea {URL} {{otra}}"


def test_an_image_that_no_words_describe_is_told() -> None:
    con_imagen = replace(MENSAJE, texto_alternativo="", lleva_imagen=True)
    proyecto = project_of(X, BLUESKY, PROPIA)
    assert [uno.calla_imagen for uno in mensajes(proyecto, con_imagen)] == [True, False]
    assert [uno.calla_imagen for uno in mensajes(proyecto, replace(con_imagen, lleva_imagen=False))] == [False, False]


def test_the_network_of_the_content_comes_first_and_once() -> None:
    assert [uno.red for uno in mensajes(project_of(X, BLUESKY, PROPIA), MENSAJE)] == [X, BLUESKY]
    assert [uno.red for uno in mensajes(project_of(X, BLUESKY, PROPIA), replace(MENSAJE, red=None))] == [BLUESKY]
    assert mensajes(project_of(), MENSAJE) == []


def test_withdrawn_variants_and_those_without_network_post_nothing() -> None:
    retirada = replace(PROPIA, retirado="Sobra")
    suelta = VarianteRed(id="v3", contenido="m")
    proyecto = project_of(X, BLUESKY, retirada, suelta)
    assert variantes(proyecto, MENSAJE) == [suelta]
    assert [uno.red for uno in mensajes(proyecto, MENSAJE)] == [X]


def test_of_two_variants_of_a_network_the_last_that_was_written_is_posted() -> None:
    otra, vacia = replace(PROPIA, id="v3", texto="Otra"), replace(PROPIA, id="v4", texto=" ")
    (_, uno) = mensajes(project_of(X, BLUESKY, PROPIA, otra, vacia), MENSAJE)
    assert uno.variante == otra
