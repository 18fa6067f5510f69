"""Merge fields: what they stand for, and what stays as it was typed."""

from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.domain.campos_combinados import combinar, conjuntos_citados, enumerar
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso

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
