"""What people write in the sheet of the map that shows groups by area: told cell by cell, and never taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.consultas import written_in_copies
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.returned_books import Tabla

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNAS = ("area", "nombre", "clase", "poder", "interes")
EN_CONSOLIDADO = "esta hoja es de consulta y no se tomó; escríbalo en la hoja «Consolidado»."


def sent() -> tuple[Proyecto, Tabla]:
    """Return a project and the sheet as it was written."""
    proyecto = Proyecto()
    registros = (
        AreaGeneradora(id="a1", nombre="Museos"),
        GrupoUsuarios(id="g1", nombre="Guías", area="a1", clase=ClaseGrupo.SOCIEDAD, poder=5, interes=5),
        GrupoUsuarios(id="g2", nombre="Hoteles", area="a1", clase=ClaseGrupo.SOCIEDAD, poder=1),
        GrupoUsuarios(id="g3", nombre="Guías", clase=ClaseGrupo.DENTRO),
    )
    proyecto.apply(map(alta, registros))
    clase = "Otros sectores de la sociedad"
    filas: list[dict[str, Any]] = [
        {"area": "Museos", "nombre": "Guías", "clase": clase, "poder": 5, "interes": 5,
         "tratamiento": "Involucrar de cerca"},
        {"area": "Museos", "nombre": "Hoteles", "clase": clase, "poder": 1},
        {"area": "Sin área", "nombre": "Guías", "clase": "Dentro de la institución"},
    ]  # fmt: skip
    return proyecto, Tabla("Por área", "grupo_usuarios", COLUMNAS, filas, ("tratamiento",))


def told(deed: Callable[[Tabla], object]) -> list[tuple[int | None, str, str]]:
    """Return what is told of a sheet after something was done to it: row, column and value."""
    proyecto, tabla = sent()
    deed(tabla)
    return [(p.renglon, p.columna, p.valor) for p in written_in_copies([tabla.sheet()], proyecto)]


def put(lugar: int, **celdas: object) -> Callable[[Tabla], object]:
    return lambda tabla: tabla.filas[lugar].update(celdas)


@pytest.mark.parametrize(
    "deed",
    [
        lambda _tabla: None,
        lambda tabla: tabla.filas.reverse(),
        put(0, nombre="Guias", clase="Otros sectores de la sociedad "),
        put(0, poder="5", tratamiento=ILEGIBLE, interes=ILEGIBLE),
    ],
)
def test_a_sheet_that_says_the_same_is_passed_over(deed: Callable[[Tabla], object]) -> None:
    assert told(deed) == []


@pytest.mark.parametrize(
    ("deed", "dichos"),
    [
        (put(0, poder=2), [(2, "E", "2")]),
        (put(0, poder=2, interes=None, tratamiento="Nada"), [(2, "E", "2"), (2, "F", ""), (2, "G", "Nada")]),
        (put(1, nombre="Moteles"), [(3, "C", "Moteles")]),
        (put(2, area="Museos"), [(4, "B", "Museos")]),
        (lambda tabla: tabla.filas.append({"area": "Museos", "nombre": "Poetas"}), [(5, "C", "Poetas")]),
        (lambda tabla: tabla.filas.append(dict(tabla.filas[0])), [(5, "C", "Guías")]),
        (lambda tabla: tabla.filas.pop(1), [(None, "", "")]),
    ],
)
def test_what_was_written_is_told_with_its_place(
    deed: Callable[[Tabla], object], dichos: list[tuple[int | None, str, str]]
) -> None:
    assert told(deed) == dichos


def test_every_problem_says_where_it_is_taken() -> None:
    proyecto, tabla = sent()
    put(0, poder=2, interes=None)(tabla)
    mensajes = [problema.mensaje for problema in written_in_copies([tabla.sheet()], proyecto)]
    assert mensajes == [
        f"Hoja «Por área», renglón 2, columna E: se escribió «2»; {EN_CONSOLIDADO}",
        f"Hoja «Por área», renglón 2, columna F: se borró lo que decía; {EN_CONSOLIDADO}",
    ]


def test_rows_that_are_gone_are_told_once_and_nothing_is_withdrawn() -> None:
    proyecto, tabla = sent()
    del tabla.filas[:2]
    (problema,) = written_in_copies([tabla.sheet()], proyecto)
    assert problema.mensaje == (
        "Hoja «Por área»: ya no viene «Guías» ni 1 más; esta hoja es de consulta y nada se retiró. Bórrelo de "
        "«Consolidado»."
    )


def test_a_group_of_no_area_is_said_to_have_none() -> None:
    proyecto, tabla = sent()
    proyecto.apply([alta(GrupoUsuarios(id="g4", nombre="Poetas"))])
    tabla.filas.append({"area": "Sin área", "nombre": "Poetas"})
    assert list(written_in_copies([tabla.sheet()], proyecto)) == []
