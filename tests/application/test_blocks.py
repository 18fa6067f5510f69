"""Blocks of cells from and to a spreadsheet: what is copied can be pasted back, and what does not fit is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.blocks import copy_block, paste_block
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
UNO = GrupoUsuarios(
    id="g1",
    nombre="Colegio de Ingenieros",
    clase=ClaseGrupo.SOCIEDAD,
    area="a",
    ejes=frozenset(list(Eje)[:2]),
    poder=3,
    descripcion='Piden «aforos»\ny "mapas"\tcada mes',
)
OTRO = GrupoUsuarios(id="g2", nombre="=SUMA(A1:A9)", notas="-3")
PROYECTO = project_of(AREA, UNO, OTRO)
NOMBRES = ("nombre", "clase", "area", "ejes", "poder", "descripcion", "notas")


def pegado(
    text: str, targets: list[Registro] | None = None, nombres: tuple[str, ...] = NOMBRES
) -> list[dict[str, object]]:
    """Return what pasting over ``targets`` sets, one entry a record, when nothing is wrong."""
    made = paste_block(text, GrupoUsuarios, targets or [], nombres, PROYECTO, {})
    assert made.problemas == []
    return [dict(cambio.despues or {}) for cambio in made.cambios]


def test_nothing_is_copied_of_no_records() -> None:
    assert copy_block([], NOMBRES, PROYECTO) == ""


def test_a_block_begins_with_the_labels() -> None:
    first = copy_block([UNO], ("nombre", "poder"), PROYECTO).splitlines()
    assert first == ["Grupo de usuarios\tPoder", "Colegio de Ingenieros\t3"]


@pytest.mark.parametrize("nombre", ["=1+1", "+52 55", "-3", "@arroba"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_on_the_way_back(nombre: str) -> None:
    grupo = replace(OTRO, nombre=nombre)
    text = copy_block([grupo], ("nombre",), PROYECTO)
    assert text.splitlines()[1] == f"'{nombre}"
    assert pegado(text) == [{"nombre": nombre}]


def test_a_copied_record_pasted_as_new_says_the_same() -> None:
    text = copy_block([UNO, OTRO], NOMBRES, PROYECTO)
    made = paste_block(text, GrupoUsuarios, [], ("notas",), PROYECTO, {})
    assert (made.nuevos, made.problemas) == (2, [])
    nuevos = [dict(cambio.despues or {}) for cambio in made.cambios]
    assert nuevos[0] == {nombre: getattr(UNO, nombre) for nombre in NOMBRES if nombre != "notas"}
    assert nuevos[1] == {"nombre": "=SUMA(A1:A9)", "notas": "-3"}
    assert {cambio.antes for cambio in made.cambios} == {None}


def test_an_apostrophe_of_ones_own_stays() -> None:
    assert pegado("'68 y después", nombres=("nombre",)) == [{"nombre": "'68 y después"}]


def test_rows_fall_on_the_chosen_records_and_past_the_last_make_new_ones() -> None:
    made = paste_block("A\r\nB\r\nC\r\n", GrupoUsuarios, [UNO, OTRO], ("nombre",), PROYECTO, {"area": "a"})
    assert [(c.id, dict(c.despues or {})) for c in made.cambios[:2]] == [
        ("g1", {"nombre": "A"}),
        ("g2", {"nombre": "B"}),
    ]
    assert dict(made.cambios[2].despues or {}) == {"nombre": "C", "area": "a"}
    assert made.nuevos == 1


def test_pasting_what_is_already_there_changes_nothing() -> None:
    assert pegado("Colegio de Ingenieros", [UNO]) == []


def test_columns_go_by_their_labels_in_any_order_and_a_column_without_label_is_left_out() -> None:
    assert pegado("PODER\t\tgrupo de usuarios\n4\tnada\tNorte", nombres=("notas",)) == [{"poder": 4, "nombre": "Norte"}]


def test_a_first_row_with_one_word_that_is_no_label_is_data() -> None:
    assert pegado("Poder\tOtra cosa", nombres=("nombre", "notas")) == [{"nombre": "Poder", "notas": "Otra cosa"}]


def test_titles_that_are_not_fields_are_left_out_and_told() -> None:
    made = paste_block(
        "Grupo de usuarios\tAREAS\tclase\tTeléfono\tSuma\tPoder\nNorte\t2\tDentro de la institución\t555\t7\t4",
        GrupoUsuarios,
        [],
        NOMBRES,
        PROYECTO,
        {},
        ("Áreas", "Suma"),
    )
    (nuevo,) = (dict(cambio.despues or {}) for cambio in made.cambios)
    assert nuevo == {"nombre": "Norte", "clase": ClaseGrupo.DENTRO, "poder": 4}
    assert made.problemas == [
        "No se pegaron las columnas «AREAS» y «Suma»: se calculan.",
        "No se pegó la columna «Teléfono»: no es de esta lista.",
    ]


def test_one_title_among_three_words_makes_no_header() -> None:
    text = "Poder\tJudicial\tFederal"
    assert pegado(text, nombres=("nombre", "notas", "descripcion")) == [
        {"nombre": "Poder", "notas": "Judicial", "descripcion": "Federal"}
    ]


def test_a_calculated_column_with_the_title_of_a_field_is_that_field() -> None:
    made = paste_block("Poder\tNotas\n4\tx", GrupoUsuarios, [], NOMBRES, PROYECTO, {}, ("Poder",))
    assert (dict(made.cambios[0].despues or {}), made.problemas) == ({"poder": 4, "notas": "x"}, [])


def test_rows_and_cells_beyond_the_columns_are_left_out() -> None:
    assert pegado("Norte\tsobra\n\t\n", nombres=("nombre",)) == [{"nombre": "Norte"}]


def test_what_does_not_fit_is_told_by_row_and_column_and_the_rest_goes_in() -> None:
    made = paste_block(
        "Grupo de usuarios\tPoder\tClase\nNorte\tnueve\tDentro de la institución", GrupoUsuarios, [], (), PROYECTO, {}
    )
    (problema,) = made.problemas
    assert problema.startswith("Renglón 2, «Poder»: «nueve» no sirve")
    assert dict(made.cambios[0].despues or {})["nombre"] == "Norte"


def test_a_row_of_which_nothing_fits_makes_no_record() -> None:
    made = paste_block("nueve", GrupoUsuarios, [], ("poder",), PROYECTO, {})
    assert (made.cambios, made.nuevos, len(made.problemas)) == ([], 0, 1)
    assert made.problemas[0].startswith("Renglón 1,")


def test_nothing_pasted_changes_nothing() -> None:
    made = paste_block("\n\t\n", Persona, [], ("nombre",), PROYECTO, {})
    assert (made.cambios, made.problemas) == ([], [])


def test_an_empty_cell_leaves_a_new_record_as_it_starts_and_clears_one_that_is_there() -> None:
    iniciales = {"area": "a", "poder": 2}
    made = paste_block("Uno\t\t\nDos\t\t ", GrupoUsuarios, [UNO], ("nombre", "area", "poder"), PROYECTO, iniciales)
    cambiado, nuevo = (dict(cambio.despues or {}) for cambio in made.cambios)
    assert cambiado == {"nombre": "Uno", "area": None, "poder": None}
    assert nuevo == {"nombre": "Dos", "area": "a", "poder": 2}


def test_an_empty_row_keeps_its_place_over_records_and_makes_none() -> None:
    made = paste_block("4\n\n5\n\n1", GrupoUsuarios, [UNO, UNO, OTRO], ("poder",), PROYECTO, {})
    assert [(c.id, (c.despues or {}).get("poder")) for c in made.cambios[:3]] == [("g1", 4), ("g1", None), ("g2", 5)]
    assert made.nuevos == 1


@pytest.mark.parametrize("nombre", ['"Comillas" al inicio', '"Sin cerrar', 'Cinta de 5"'])
def test_quotation_marks_stay_letters(nombre: str) -> None:
    assert pegado(f"{nombre}\t3\nNorte\t2", nombres=("nombre", "poder")) == [
        {"nombre": nombre, "poder": 3},
        {"nombre": "Norte", "poder": 2},
    ]


def test_a_copied_record_pasted_over_itself_changes_nothing() -> None:
    assert pegado(copy_block([UNO, OTRO], NOMBRES, PROYECTO), [UNO, OTRO]) == []


def test_formatting_that_a_cell_does_not_show_survives_what_is_pasted_over_it() -> None:
    nota = Contenido(id="n", nombre="Nota", cuerpo="**Ya** hay")
    otra = Contenido(id="o", nombre="Otra", cuerpo="*No*")
    proyecto = project_of(nota, otra)
    text = copy_block([nota, otra], ("cuerpo",), proyecto)
    assert text.splitlines() == ["Texto", "Ya hay", "No"]
    made = paste_block("Ya hay\n5 * 3\n", Contenido, [nota, otra], ("cuerpo",), proyecto, {})
    assert [(cambio.id, dict(cambio.despues or {})) for cambio in made.cambios] == [("o", {"cuerpo": "5 \\* 3"})]
