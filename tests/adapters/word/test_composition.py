"""What each content says, in which order, and that empty fields leave nothing behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.composition import compose
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.muestras import (
    BOLETIN,
    CAMINOS,
    CITA,
    ENTRADA,
    HISTORIA,
    INSTITUCION,
    PERSONA,
    PUENTES,
    VISOR_CONTENIDO,
    project,
    sheet,
)

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido

PRENSA = "Prensa\nDirección General de Comunicación Social\nprensa@secapur.example.org\nTel. 55 5000 1234, ext. 101"
TECNICO = (
    "Contacto técnico\nRosalba Ejemplo Muñoz\nSubdirectora de Información Geográfica\n"
    "rosalba.ejemplo@secapur.example.org"
)


def said(contenido: Contenido, proyecto: Proyecto | None = None) -> list[tuple[Estilo, str]]:
    """Return part and text of each paragraph."""
    return [(p.estilo, p.texto) for p in compose(contenido, project() if proyecto is None else proyecto)]


def of(estilo: Estilo, contenido: Contenido, proyecto: Proyecto | None = None) -> list[str]:
    """Return the texts of one part."""
    return [texto for parte, texto in said(contenido, proyecto) if parte is estilo]


def test_a_bulletin_says_everything_in_the_order_of_the_convention() -> None:
    cuerpo = BOLETIN.cuerpo.replace("{contacto}", BOLETIN.correo_contacto).split("\n")
    assert said(BOLETIN) == [
        (Estilo.IDENTIFICACION, "Dirección General de Comunicación Social"),
        (Estilo.IDENTIFICACION, "Comunicado No. 012/2026"),
        (Estilo.IDENTIFICACION, "Ciudad de México, 22 de diciembre de 2026"),
        (Estilo.TITULO, BOLETIN.nombre),
        (Estilo.SUMARIO, "El inventario incluye ubicación, carga máxima y estado de cada puente."),
        (Estilo.SUMARIO, "Se actualizará cada trimestre y puede descargarse sin registro."),
        (Estilo.SUMARIO, "Nueve municipios ya lo usan para planear rutas de evacuación."),
        (Estilo.TEXTO, ENTRADA),
        *((Estilo.TEXTO, parrafo) for parrafo in cuerpo),
        (Estilo.CITA, CITA),
        (Estilo.SECCION, "Consulte los datos"),
        (Estilo.DATOS, f"{PUENTES.nombre}\n{BOLETIN.url}"),
        (Estilo.CIERRE, "-oOo-"),
        (Estilo.SECCION, "Contacto"),
        (Estilo.CONTACTO, PRENSA),
        (Estilo.CONTACTO, "Datos abiertos\npuentes@secapur.example.org"),
        (Estilo.CONTACTO, TECNICO),
    ]


def test_internal_notes_barred_datasets_and_private_telephones_never_leave() -> None:
    todo = " ".join(texto for contenido in (BOLETIN, HISTORIA, VISOR_CONTENIDO) for _, texto in said(contenido))
    assert not [callado for callado in ("Avisar antes", "Bitácora reservada", PERSONA.telefono) if callado in todo]


@pytest.mark.parametrize(
    ("numero", "escrito"),
    [("7/2026", "Comunicado No. 7/2026"), ("Boletín 7", "Boletín 7"), (" B-12 ", "B-12"), ("²", "Comunicado No. ²")],
)
def test_the_number_of_the_bulletin(numero: str, escrito: str) -> None:
    assert of(Estilo.IDENTIFICACION, sheet(tipo=TipoContenido.BOLETIN, numero=numero), Proyecto()) == [escrito]


def test_the_place_of_the_content_goes_before_the_city() -> None:
    assert of(Estilo.IDENTIFICACION, replace(BOLETIN, lugar="Oaxaca", fecha=None))[-1] == "Oaxaca"


def test_a_story_has_its_credits_and_four_parts() -> None:
    partes = said(HISTORIA)
    assert [texto for estilo, texto in partes if estilo is Estilo.SECCION] == [
        "Antecedentes", "Retos", "Solución", "Resultados", "Consulte los datos", "Contacto",
    ]  # fmt: skip
    assert [texto for estilo, texto in partes if estilo is Estilo.CREDITO] == [
        "Autoría: Dirección de Conservación Rural",
        "Fecha: 4 de noviembre de 2026",
        "Sector: Infraestructura",
        "Conjuntos de datos: Inventario de puentes rurales y Estado de los caminos",
    ]
    assert partes[0] == (Estilo.TITULO, HISTORIA.nombre)
    assert "Prensa:" not in " ".join(texto for _, texto in partes)


def test_several_datasets_show_their_own_url_and_that_of_the_content_once() -> None:
    propio = f"{PUENTES.nombre}\n{PUENTES.url}"
    otro = f"{CAMINOS.nombre}\n{CAMINOS.url}"
    assert of(Estilo.DATOS, HISTORIA) == [propio, otro]
    assert of(Estilo.DATOS, replace(HISTORIA, url=PUENTES.url)) == [propio, otro]
    assert of(Estilo.DATOS, replace(HISTORIA, url="https://datos.example.org/x")) == [
        "https://datos.example.org/x", propio, otro,
    ]  # fmt: skip


def test_a_dataset_without_url_is_named_alone() -> None:
    proyecto = project(replace(PUENTES, url=""))
    assert of(Estilo.DATOS, replace(BOLETIN, url=""), proyecto) == [PUENTES.nombre]


@pytest.mark.parametrize("tipo", [*TipoContenido, None])
def test_an_empty_content_leaves_no_label_behind(tipo: TipoContenido | None) -> None:
    callado = [(Estilo.CIERRE, "-oOo-")] if tipo is TipoContenido.BOLETIN else []
    tipo_y_estado = {(Estilo.FICHA, f"Tipo\t{tipo.etiqueta if tipo else ''}"), (Estilo.FICHA, "Estado\tBorrador")}
    assert [parte for parte in said(sheet(tipo=tipo), Proyecto()) if parte not in tipo_y_estado] == callado


def test_a_press_contact_needs_somewhere_to_write_or_call() -> None:
    proyecto = project(replace(INSTITUCION, correo_prensa="", telefono_prensa=""))
    assert not [texto for texto in of(Estilo.CONTACTO, BOLETIN, proyecto) if texto.startswith("Prensa")]
    sin_telefono = project(replace(INSTITUCION, telefono_prensa=""))
    assert "Tel." not in " ".join(of(Estilo.CONTACTO, BOLETIN, sin_telefono))


def test_a_person_who_left_is_no_contact() -> None:
    proyecto = project(replace(PERSONA, retirado="Cambió de área"))
    assert PERSONA.nombre not in " ".join(of(Estilo.CONTACTO, BOLETIN, proyecto))


def test_the_sheet_of_a_tool_shows_its_address_and_the_coordination() -> None:
    assert said(VISOR_CONTENIDO) == [
        (Estilo.TITULO, "Visor de puentes rurales"),
        (Estilo.FICHA, "Tipo\tHerramienta"),
        (Estilo.FICHA, "Estado\tBorrador"),
        (Estilo.FICHA, "Fecha\t1 de octubre de 2026"),
        (Estilo.FICHA, "Herramienta\tVisor de puentes"),
        (Estilo.FICHA, "Dirección\thttps://visor.example.org/p"),
        (Estilo.SECCION, "Texto"),
        (Estilo.TEXTO, "Muestra en un mapa los puentes y su estado."),
        (Estilo.TEXTO, "Funciona en teléfonos. Más en https://visor.example.org/ayuda."),
        (Estilo.SECCION, "Coordinado con el órgano rector"),
        (Estilo.FICHA, "Coordinado el\t15 de septiembre de 2026"),
        (Estilo.FICHA, "Con quién\tEnlace de la coordinación"),
        (Estilo.SECCION, "Consulte los datos"),
        (Estilo.DATOS, f"{PUENTES.nombre}\n{PUENTES.url}"),
        (Estilo.SECCION, "Contacto"),
        (Estilo.CONTACTO, "Datos abiertos\npuentes@secapur.example.org"),
        (Estilo.CONTACTO, TECNICO),
    ]


def test_the_address_of_a_tool_is_said_once() -> None:
    propia = replace(VISOR_CONTENIDO, url="https://visor.example.org/p", conjuntos=())
    dichos = [texto for _, texto in said(propia) if "https://visor.example.org/p" in texto]
    assert dichos == ["Dirección\thttps://visor.example.org/p"]


def test_a_post_for_networks_shows_network_text_and_alternative_text() -> None:
    post = sheet(
        tipo=TipoContenido.REDES, red="x", mensaje="Ya están: {url}", url=PUENTES.url, texto_alternativo="Mapa"
    )
    partes = said(post)
    assert (Estilo.FICHA, "Red social\tX") in partes
    assert (Estilo.FICHA, "Texto alternativo\tMapa") in partes
    assert (Estilo.TEXTO, f"Ya están: {PUENTES.url}") in partes


def test_a_post_says_that_it_has_an_image_only_if_it_has_one() -> None:
    post = sheet(tipo=TipoContenido.REDES, red="x", mensaje="Ya están", lleva_imagen=True)
    assert (Estilo.FICHA, "Lleva imagen\tSí") in said(post)
    assert not [texto for _, texto in said(replace(post, lleva_imagen=False)) if "imagen" in texto]


def test_a_content_without_type_shows_every_field_that_says_something() -> None:
    todo = said(sheet(nombre="Idea", retos="Uno", notas="Callar", fecha=date(2026, 1, 2)))
    assert todo == [
        (Estilo.TITULO, "Idea"),
        (Estilo.FICHA, "Estado\tBorrador"),
        (Estilo.FICHA, "Fecha\t2 de enero de 2026"),
        (Estilo.SECCION, "Retos"),
        (Estilo.TEXTO, "Uno"),
    ]


def test_labels_are_bold_and_values_are_not() -> None:
    contactos = [p for p in compose(BOLETIN, project()) if p.estilo is Estilo.CONTACTO]
    assert [[tramo.texto for tramo in p.tramos if tramo.fuerte] for p in contactos] == [
        ["Prensa"], ["Datos abiertos"], ["Contacto técnico"],
    ]  # fmt: skip
