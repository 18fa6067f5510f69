"""The header is found and known through accents, capitals, misspellings and rows of title above it."""

from __future__ import annotations

import pytest

from promueve_gui.adapters.reporte import Reporte
from promueve_gui.adapters.sources.layouts import (
    CATALOGO,
    INVENTARIO,
    PLAN_APERTURA,
    PLANTILLAS,
    Plantilla,
    find_header,
    normalize_title,
)
from tests.adapters.sources.fabrica import TITULOS_B


def titulos(plantilla: Plantilla) -> list[str]:
    """Return the official titles of a layout."""
    return [columna.titulos[0] for columna in plantilla.columnas]


@pytest.mark.parametrize("plantilla", PLANTILLAS, ids=lambda plantilla: plantilla.nombre)
def test_official_headers_are_known(plantilla: Plantilla) -> None:
    hallado = find_header([(1, titulos(plantilla))])
    assert hallado is not None
    assert hallado.plantilla is plantilla
    assert hallado.indices == {columna.clave: numero for numero, columna in enumerate(plantilla.columnas)}


def test_accents_capitals_spaces_and_punctuation_do_not_matter() -> None:
    escritos = ["  RESPONSABLE ", "nombre del  conjunto", "Nombre del recurso:", "De que es", "tiene datos PRIVADOS"]
    hallado = find_header([(1, escritos)])
    assert hallado is not None
    assert list(hallado.indices) == ["responsable", "conjunto", "recurso", "descripcion", "acceso"]


@pytest.mark.parametrize(
    "correo",
    ["Correo oficial del funcionario designado como Enalce", "Correo oficial del funcioanrio designado como Enlace"],
)
def test_misspelt_and_right_titles_are_the_same(correo: str) -> None:
    celdas = titulos(PLAN_APERTURA)
    celdas[3] = correo
    hallado = find_header([(1, celdas)])
    assert hallado is not None
    assert hallado.indices["enlace_correo"] == 3


def test_titles_that_lost_their_accents_are_known() -> None:
    celdas = [titulo.encode("ascii", "replace").decode() for titulo in titulos(PLAN_APERTURA)]
    hallado = find_header([(1, celdas)])
    assert hallado is not None
    assert len(hallado.indices) == 11


def test_rows_of_title_above_the_header_are_passed_over() -> None:
    filas = [(1, ["Secretaría de Recursos Hidráulicos"]), (2, ["", "", ""]), (3, list(TITULOS_B)), (4, ["a"] * 8)]
    hallado = find_header(filas)
    assert hallado is not None
    assert (hallado.plantilla, hallado.renglon) == (INVENTARIO, 3)


def test_inserted_columns_are_passed_over() -> None:
    hallado = find_header([(1, ["No.", TITULOS_B[0], "Notas", *TITULOS_B[1:], "", ""])])
    assert hallado is not None
    assert [hallado.indices[clave] for clave in ("responsable", "conjunto", "fecha")] == [1, 3, 9]
    assert hallado.ancho == 10


@pytest.mark.parametrize(
    "fila",
    [
        [],
        ["Responsable", "Nombre del conjunto"],
        ["uno", "dos", "tres", "cuatro"],
        ["ds:title"],
        ["Nombre", "Correo", "Teléfono"],
    ],
)
def test_other_rows_are_no_header(fila: list[str]) -> None:
    assert find_header([(1, fila)]) is None


def test_missing_and_unknown_columns_are_reported() -> None:
    hallado = find_header([(2, ["Responsable", "Nombre del conjunto", "Nombre del recurso", "Observaciones"])])
    assert hallado is not None
    reporte = Reporte("inventario.csv")
    hallado.report(reporte)
    frases = [problema.mensaje for problema in reporte.problemas]
    assert sum("falta la columna" in frase for frase in frases) == 5
    assert "Renglón 2, columna D: la columna «Observaciones» no es parte del formato y no se lee." in frases
    assert not any("Frecuencia" in frase for frase in frases)


@pytest.mark.parametrize(
    ("cuantas", "ultima"),
    [
        (20, "la columna «c19» no es parte del formato y no se lee."),
        (21, "desde aquí, 2 columnas hasta la AC no son parte del formato y no se leen."),
        (9_993, "desde aquí, 9,974 columnas hasta la NTQ no son parte del formato y no se leen."),
    ],
)
def test_of_very_many_unknown_columns_most_are_reported_together(cuantas: int, ultima: str) -> None:
    oficiales = titulos(INVENTARIO)[:-1]
    hallado = find_header([(1, [*oficiales, *(f"c{n}" for n in range(cuantas))])])
    assert hallado is not None
    reporte = Reporte("inventario.csv")
    hallado.report(reporte)
    assert len(reporte.problemas) == 20
    assert reporte.problemas[-1].mensaje == f"Renglón 1, columna AB: {ultima}"


def test_a_column_that_comes_twice_is_said_so() -> None:
    titulos_ = ["Responsable", "Nombre del conjunto", "Nombre del recurso", "NOMBRE DEL CONJUNTO:"]
    hallado = find_header([(2, titulos_)])
    assert hallado is not None
    reporte = Reporte("inventario.csv")
    hallado.report(reporte)
    assert reporte.problemas[-1].mensaje == (
        "Renglón 2, columna D: la columna «NOMBRE DEL CONJUNTO:» está dos veces y se leyó la B; deje una sola."
    )


def test_the_catalogue_takes_the_place_of_its_first_version() -> None:
    celdas = ["ds:dataDictionary" if titulo == "ds:landingPage" else titulo for titulo in titulos(CATALOGO)]
    hallado = find_header([(1, celdas)])
    assert hallado is not None
    assert hallado.donde("ds:landingPage") == celdas.index("ds:dataDictionary")
    assert hallado.donde("no está") == -1


def test_titles_are_compared_by_letters_and_digits() -> None:
    assert normalize_title(" ¿De qué_es? (AAAA-MM) ") == "de que es aaaa mm"
