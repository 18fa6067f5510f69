"""Dropdowns: which columns have one, where they point, and what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.excel.layout import HOLGURA, Columna
from promueve_gui.adapters.excel.listas import Listas
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Rol
from tests.adapters.excel.muestra import Leido, column, project, rows, sample, written_map, written_plan

if TYPE_CHECKING:
    from pathlib import Path


def check_of(hoja: Leido, titulo: str) -> Leido:
    """Return the check of the column under ``titulo``."""
    letra = next(celda.column_letter for celda in hoja[1] if celda.value == titulo)
    hallados = [v for v in hoja.data_validations.dataValidation if str(v.sqref).startswith(f"{letra}2:")]
    return hallados[0] if hallados else None


def offered(hoja: Leido, titulo: str) -> list[object]:
    """Return the values that the dropdown under ``titulo`` offers."""
    check = check_of(hoja, titulo)
    nombre, rango = check.formula1.split("!")
    return [celda.value for (celda,) in hoja.parent[nombre.strip("'")][rango.replace("$", "")]]


@pytest.mark.parametrize(
    ("titulo", "valores"),
    [
        ("Conjunto de datos", ["Cierres por lluvia", "Inventario de puentes"]),
        ("Estado", ["Idea", "Planeada", "En elaboración", "Lista", "Hecha", "Cancelada"]),
    ],
)
def test_dropdowns_offer_vocabularies_and_what_may_be_promoted(tmp_path: Path, titulo: str, valores: list[str]) -> None:
    assert offered(written_plan(tmp_path, project(sample()))["Plan"], titulo) == valores


def test_dropdowns_reach_well_under_the_last_row(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Plan"]
    check = check_of(hoja, "Canal")
    assert str(check.sqref).endswith(str(hoja.max_row + HOLGURA))
    assert HOLGURA >= 500


def test_a_vocabulary_is_closed_and_a_name_only_advises(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Plan"]
    estilos = [check_of(hoja, titulo).errorStyle for titulo in ("Canal", "Evento")]
    assert estilos == ["stop", "warning"]


def test_short_lists_stand_in_the_check(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Consolidado"]
    formulas = [check_of(hoja, titulo).formula1 for titulo in ("Prioritario", "Poder")]
    assert formulas == ['"Sí,No"', '"1,2,3,4,5"']


def test_dates_are_checked(tmp_path: Path) -> None:
    check = check_of(written_plan(tmp_path, project(sample()))["Plan"], "Fecha")
    assert (check.type, check.errorStyle) == ("date", "stop")
    assert "dd/mm/aaaa" in check.error


def test_columns_of_several_values_say_how_to_write_them(tmp_path: Path) -> None:
    libro = written_plan(tmp_path, project(sample()))
    check = check_of(libro["Plan"], "Grupos de usuarios")
    assert "punto y coma" in check.prompt
    assert "«Catálogos»" in check.prompt
    assert "Bancos de alimentos" in column(libro["Catálogos"], "Grupos")


def test_nothing_is_checked_where_anything_goes_or_nothing_can_be_chosen(tmp_path: Path) -> None:
    libro = written_map(tmp_path, Proyecto())
    hoja = libro["Consolidado"]
    titulos = ["Notas", "Tratamiento sugerido", "Área generadora", "id"]
    assert [check_of(hoja, titulo) for titulo in titulos] == [None] * 4


def test_lists_of_the_map_are_there_but_out_of_sight(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Listas"]
    assert hoja.sheet_state == "hidden"
    assert column(hoja, "Áreas") == ["Área de Caminos", "Dirección de Puentes", "Unidad sin Grupos", None, None]


def test_lists_are_readable(tmp_path: Path) -> None:
    largo = ConjuntoDatos(id="largo", nombre="Conjunto " * 20)
    hoja = written_plan(tmp_path, project([*sample(), largo]))["Catálogos"]
    anchos = [dimension.width for dimension in hoja.column_dimensions.values()]
    assert (min(anchos), max(anchos)) == (15, 36)
    assert rows(hoja)[0][0] == "Conjuntos de datos"


def test_one_list_serves_every_column_with_the_same_values(tmp_path: Path) -> None:
    personas = [Persona(id="p9", nombre="Ana Vado", rol=Rol.TECNICO)]
    listas = Listas("Catálogos", project([*sample(), *personas]))
    campos = [
        Campo("Responsable", Tipo.REFERENCIA, destino="persona"),
        Campo("Técnico", Tipo.REFERENCIA, destino="persona"),
    ]
    checks = [listas.validation(Columna(clave="x", campo=campo)) for campo in campos]
    assert [check and check.formula1 for check in checks] == ["'Catálogos'!$A$2:$A$3"] * 2
