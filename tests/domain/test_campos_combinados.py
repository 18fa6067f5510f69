"""Merge fields: what they stand for, and what stays as it was typed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from promueve_gui.domain.campos_combinados import (
    CAMPOS_COMBINADOS,
    combinar,
    combinar_rico,
    conjuntos_citados,
    enumerar,
    lugares,
    texto_leido,
    valores_usados,
)
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil, Persona
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, Frecuencia

LLUVIA = ConjuntoDatos(id="lluvia", nombre="Lluvia diaria", url="https://datos.example.org/lluvia")
PRESAS = ConjuntoDatos(id="presas", nombre="Presas", url="https://datos.example.org/presas")
PRIVADO = ConjuntoDatos(id="privado", nombre="Nómina", acceso=Acceso.PRIVADO)
RETIRADO = ConjuntoDatos(id="retirado", nombre="Repetido", retirado="Estaba dos veces")
PROYECTO = Proyecto({"conjunto_datos": {c.id: c for c in (LLUVIA, PRESAS, PRIVADO, RETIRADO)}})


def test_every_field_is_filled_in() -> None:
    contenido = Contenido(
        id="c", conjuntos=("lluvia", "presas"), url="https://x.example.org/a", fecha=date(2026, 2, 3),
        correo_contacto="datos@example.org",
    )  # fmt: skip
    texto = "{conjunto}: {url}, {fecha}, {contacto}"
    esperado = "Lluvia diaria y Presas: https://x.example.org/a, 3 de febrero de 2026, datos@example.org"
    assert combinar(texto, contenido, PROYECTO) == esperado


@pytest.mark.parametrize("texto", ["{conjunto} {url} {fecha} {contacto}", "{otro} { url } {}", "sin campos", ""])
def test_what_has_no_value_or_is_no_field_stays(texto: str) -> None:
    assert combinar(texto, Contenido(id="c"), PROYECTO) == texto


def test_the_url_of_a_dataset_serves_when_the_content_has_none() -> None:
    assert combinar("{url}", Contenido(id="c", conjuntos=("presas",)), PROYECTO) == PRESAS.url


def test_a_value_that_looks_like_a_field_is_not_filled_in_again() -> None:
    contenido = Contenido(id="c", url="{contacto}", correo_contacto="a@example.org")
    assert combinar("{url}", contenido, PROYECTO) == "{contacto}"


def test_barred_withdrawn_and_unknown_datasets_are_not_named() -> None:
    contenido = Contenido(id="c", conjuntos=("privado", "presas", "retirado", "ninguno", "lluvia"))
    assert conjuntos_citados(contenido, PROYECTO) == [PRESAS, LLUVIA]


@pytest.mark.parametrize(
    ("nombres", "texto"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A y B"),
        (["A", "B", "Índice"], "A, B e Índice"),
        (["A", "Historias"], "A e Historias"),
        (["A", "Hielo"], "A y Hielo"),
        (["A", "Yacimientos"], "A y Yacimientos"),
    ],
)
def test_names_are_listed_as_in_spanish(nombres: list[str], texto: str) -> None:
    assert enumerar(nombres) == texto


INSTITUCION = Institucion(
    id="i",
    nombre="Secretaría del Agua",
    siglas="SA",
    ciudad="Xalapa",
    direccion_comunicacion="Dirección de Comunicación",
    correo_prensa="prensa@example.org",
    telefono_prensa="55 1234",
    sitio="https://agua.example.org",
    anio=2026,
)
PERFIL = Perfil(
    id="p", organo_rector="Agencia", portal="Plataforma", sitio_portal="https://p.example.org", licencia="CC"
)
TECNICO = Persona(id="t", nombre="Rosa Luna", correo="rosa@example.org")
AREA = AreaGeneradora(id="a", nombre="Gerencia de Aguas")
LLUVIA_MENSUAL = replace(LLUVIA, area="a", frecuencia=Frecuencia.MENSUAL)
VISOR = Herramienta(id="v", nombre="Visor de lluvia")
COMPLETO = Proyecto({r.ENTIDAD: {r.id: r} for r in (INSTITUCION, PERFIL, TECNICO, AREA, LLUVIA_MENSUAL, VISOR)})
CONTENIDO = Contenido(
    id="c",
    conjuntos=("lluvia",),
    fecha=date(2026, 2, 3),
    correo_contacto="datos@example.org",
    numero="012/2026",
    autor="Gerencia",
    sector="Agua",
    herramienta="v",
    contacto_tecnico="t",
)
VALORES = {
    "conjunto": "Lluvia diaria",
    "url": LLUVIA.url,
    "fecha": "3 de febrero de 2026",
    "contacto": "datos@example.org",
    "numero": "012/2026",
    "lugar": "Xalapa",
    "autor": "Gerencia",
    "sector": "Agua",
    "frecuencia": "mensual",
    "herramienta": "Visor de lluvia",
    "area": "Gerencia de Aguas",
    "institucion": "Secretaría del Agua",
    "siglas": "SA",
    "anio": "2026",
    "sitio": "https://agua.example.org",
    "comunicacion_social": "Dirección de Comunicación",
    "correo_prensa": "prensa@example.org",
    "telefono_prensa": "55 1234",
    "contacto_tecnico": "Rosa Luna",
    "correo_tecnico": "rosa@example.org",
    "organo_rector": "Agencia",
    "portal": "Plataforma",
    "sitio_portal": "https://p.example.org",
    "licencia": "CC",
}


def test_each_field_stands_for_what_the_project_knows() -> None:
    assert {campo.nombre: combinar(campo.marca, CONTENIDO, COMPLETO) for campo in CAMPOS_COMBINADOS} == VALORES


def test_without_anything_known_every_field_stays() -> None:
    for campo in CAMPOS_COMBINADOS:
        assert combinar(campo.marca, Contenido(id="c"), Proyecto()) == campo.marca


def test_each_field_is_told_apart_in_a_menu() -> None:
    assert len({campo.etiqueta for campo in CAMPOS_COMBINADOS}) == len(CAMPOS_COMBINADOS)
    assert all(campo.descripcion.endswith(".") or campo.descripcion.endswith("».") for campo in CAMPOS_COMBINADOS)


def test_the_place_of_the_content_and_a_technician_in_office_count() -> None:
    retirado = replace(TECNICO, retirado="Se fue")
    proyecto = Proyecto({Persona.ENTIDAD: {"t": retirado}})
    assert combinar("{lugar} {contacto_tecnico}", replace(CONTENIDO, lugar="Puebla"), proyecto) == (
        "Puebla {contacto_tecnico}"
    )


def test_marks_in_a_value_are_text_and_an_address_makes_a_link() -> None:
    raro = replace(CONTENIDO, autor="**Ana** [x](https://a.mx/b)", url="https://a.mx/(b)")
    (bloque,) = combinar_rico("*{autor}* en [aquí]({url})", raro, COMPLETO)
    assert [(t.texto, t.cursiva, t.enlace) for t in bloque.tramos] == [
        ("**Ana** [x](https://a.mx/b)", True, ""),
        (" en ", False, ""),
        ("aquí", False, "https://a.mx/(b)"),
    ]


def test_a_field_is_read_filled_in_and_without_marks() -> None:
    rico = replace(CONTENIDO, cuerpo="## {siglas}\n\n- **{url}**", mensaje="**{siglas}**")
    assert texto_leido(rico, "cuerpo", COMPLETO) == f"SA\n• {LLUVIA.url}"
    assert texto_leido(rico, "mensaje", COMPLETO) == "**SA**"


def test_what_is_fixed_does_not_follow_the_project() -> None:
    contenido = replace(CONTENIDO, cuerpo="{conjunto}, {nada} y {siglas}", notas="{anio}")
    fijo = replace(contenido, estado=EstadoContenido.APROBADO, congelado=congelar(contenido, COMPLETO))
    usados = {"conjunto": "Lluvia diaria", "siglas": "SA", "anio": "2026"}
    assert json.loads(fijo.congelado).items() >= usados.items()
    assert valores_usados(contenido, COMPLETO, [contenido]) == usados
    otra = Proyecto({Institucion.ENTIDAD: {"i": replace(INSTITUCION, siglas="OTRA", ciudad="Oaxaca")}})
    assert combinar(fijo.cuerpo, fijo, otra) == "Lluvia diaria, {nada} y SA"
    assert combinar("{lugar}", fijo, otra) == "Oaxaca"
    assert combinar("{siglas}", replace(fijo, estado=EstadoContenido.EN_REVISION), otra) == "OTRA"


def test_parts_of_a_content_are_fixed_with_it() -> None:
    lamina = Lamina(id="l", contenido="c", nombre="{portal}")
    assert json.loads(congelar(CONTENIDO, COMPLETO, [lamina]))["portal"] == "Plataforma"
    assert "portal" not in json.loads(congelar(CONTENIDO, COMPLETO))


def test_a_field_without_a_value_stays_without_once_it_is_fixed() -> None:
    sin_siglas = replace(CONTENIDO, cuerpo="{siglas}")
    fijo = replace(sin_siglas, estado=EstadoContenido.APROBADO, congelado=congelar(sin_siglas, Proyecto()))
    assert combinar("{siglas}", fijo, COMPLETO) == "{siglas}"


@pytest.mark.parametrize("congelado", ["", "[1]", "{mal", "null"])
def test_what_is_fixed_by_another_hand_is_passed_over(congelado: str) -> None:
    assert (
        combinar("{siglas}", replace(CONTENIDO, estado=EstadoContenido.APROBADO, congelado=congelado), COMPLETO) == "SA"
    )


def test_where_the_fields_of_a_text_are() -> None:
    texto = "Con {conjunto}, {nada} y {url}"
    assert [texto[inicio:fin] for inicio, fin in lugares(texto)] == ["{conjunto}", "{url}"]
