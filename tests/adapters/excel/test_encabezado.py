"""A header is known by its titles, derived from the fields, in whatever order and state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.excel.encabezado import Encabezado, find_header, fold_title, is_header_again, is_identity
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.ficha import campos_visibles
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.plan import LineaPlan

if TYPE_CHECKING:
    from promueve_gui.adapters.excel.rejilla import Fila

GRUPOS: Fila = ["id", "Grupo de usuarios", "Siglas", "Clase", "Poder"]
DATOS: Fila = ["id", "Conjunto de datos", "Grupo de usuarios", "Uso", "Para qué los usa o los usaría"]


def found(*filas: Fila) -> Encabezado:
    ancho = max(map(len, filas))
    encabezado = find_header([fila + [""] * (ancho - len(fila)) for fila in filas])
    assert encabezado is not None
    return encabezado


@pytest.mark.parametrize("tipo", [GrupoUsuarios, UsoDatos, LineaPlan])
def test_every_field_is_known_by_its_own_label(tipo: type[GrupoUsuarios]) -> None:
    visibles = campos_visibles(tipo)
    encabezado = found(["id", *(campo.etiqueta for campo in visibles.values())])
    assert encabezado.tipo is tipo
    assert encabezado.campos == {clave: lugar for lugar, clave in enumerate(visibles, start=1)}
    assert (encabezado.identidad, encabezado.desconocidas, encabezado.repetidas) == (0, [], [])


@pytest.mark.parametrize(
    ("titulo", "doblado"),
    [
        ("  Quiénes son\ny QUÉ buscan: ", "quienes son y que buscan"),
        ("Clase_(elija)", "clase elija"),
        (2026.0, ""),
        (True, ""),
    ],
)
def test_titles_are_compared_without_dress(titulo: str, doblado: str) -> None:
    assert fold_title(titulo) == doblado


def test_the_header_may_stand_under_titles_and_blank_rows() -> None:
    encabezado = found(["Secretaría de Mares"], [], ["Grupos", "Clase", "2026"], GRUPOS, ["x", "Municipios"])
    assert (encabezado.tipo, encabezado.renglon) == (GrupoUsuarios, 3)


@pytest.mark.parametrize(
    "fila",
    [
        ["Grupo de usuarios", "Clase"],
        ["Clase", "Siglas", "Poder", "Interés"],
        ["Conjunto de datos", "Uso", "Para qué los usa o los usaría"],
        ["id", "Clase"],
        ["Nombre", "Correo", "Tema"],
        [],
    ],
)
def test_a_few_words_in_common_do_not_make_a_header(fila: Fila) -> None:
    assert find_header([fila, ["a", "b", "c"]]) is None


def test_with_its_identities_a_table_may_lack_even_its_names() -> None:
    encabezado = found(["id", "Clase", "Poder"])
    assert encabezado.tipo is GrupoUsuarios
    assert set(encabezado.campos) == {"clase", "poder"}


def test_the_record_with_most_of_the_titles_is_meant() -> None:
    assert found(DATOS).tipo is UsoDatos
    assert found(GRUPOS).tipo is GrupoUsuarios


def test_a_title_nearly_right_counts_when_it_is_like_no_other() -> None:
    encabezado = found(["id", "Grupos de usuario", "Siglas", "Clas", "Ejes estrategcos", "Pader"])
    assert set(encabezado.campos) == {"nombre", "siglas", "clase", "ejes"}
    assert encabezado.desconocidas == [5]


def test_a_title_that_is_there_already_is_not_given_to_another_column() -> None:
    encabezado = found(["id", "Grupo de usuarios", "Clase", "Notas", "Nota", "Notas"])
    assert encabezado.campos["notas"] == 3
    assert encabezado.repetidas == [("notas", 5)]
    assert encabezado.desconocidas == [4]


def test_two_columns_of_identities_are_one_and_a_stranger() -> None:
    encabezado = found(["id", "Grupo de usuarios", "Clase", "ID"])
    assert (encabezado.identidad, encabezado.desconocidas) == (0, [3])


def test_identities_are_known_by_sight_when_their_title_is_gone() -> None:
    encabezado = found(["", *GRUPOS[1:]], [nuevo_id(), "a"], ["", "b"], [nuevo_id().upper(), "c"], ["?", "d"])
    assert encabezado.identidad == 0
    assert found(["", *GRUPOS[1:]], [nuevo_id(), "a"], ["x", "b"], ["y", "c"]).identidad is None
    assert found(["", *GRUPOS[1:]], ["", "a"]).identidad is None


@pytest.mark.parametrize(
    ("valor", "es"), [(" 01a222ce-b824-7436-8656-fc1315f5cff2 ", True), ("0199", False), (7.0, False)]
)
def test_an_identity_has_the_form_of_one(valor: str, es: bool) -> None:
    assert is_identity(valor) is es


def test_examples_of_two_records_on_a_sheet_are_instructions() -> None:
    assert find_header([GRUPOS, ["", "Ejemplo", "E", "x", 3], ["Datos"], DATOS, ["", "a", "b", "c", "d"]]) is None
    nueve: list[Fila] = [["", "Grupo", "", "", ""]] * 9
    assert found(GRUPOS, *nueve, DATOS).tipo is GrupoUsuarios


def test_titles_again_are_no_row() -> None:
    encabezado = found(GRUPOS)
    assert is_header_again(encabezado, ["", " GRUPO DE USUARIOS ", "Siglas", "clase", "Poder"])
    assert not is_header_again(encabezado, ["", "Grupo de usuarios", "", "", ""])


def test_what_is_explained_in_a_title_does_not_hide_it() -> None:
    encabezado = found(["id", "Grupo de usuarios (obligatorio)", "Clase", "PODER (del 1 al 5)", "Poder"])
    assert encabezado.campos == {"nombre": 1, "clase": 2, "poder": 4}
    assert found(["id", "Grupo de usuarios", "Clase [lista]", "Poder (1 a 5)"]).campos == {
        "nombre": 1,
        "clase": 2,
        "poder": 3,
    }
