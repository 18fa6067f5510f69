"""A table follows its project: what is added, changed, withdrawn and undone elsewhere shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex

from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.models import record_table
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import MANY, RecordTableModel
from tests.gui.models.reading import cell, ids, text
from tests.gui.samples import CAMINOS, ESCUELAS, PLANEACION, PRENSA, SENADO, many_groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.project import Project

NUEVO = GrupoUsuarios(id="nuevo", nombre="Transportistas", clase=ClaseGrupo.SOCIEDAD)


def government(registro: Registro) -> bool:
    return isinstance(registro, GrupoUsuarios) and registro.clase is ClaseGrupo.GOBIERNO


def shown_anew(model: RecordTableModel) -> list[tuple[int, int]]:
    """Return the list that will hold first and last row of all that is said to have changed."""
    heard: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    return heard


def test_a_new_record_comes_last(model: RecordTableModel, project: Project) -> None:
    project.edit("Nuevo grupo", [alta(NUEVO)])
    assert ids(model)[-1] == "nuevo"
    assert text(model, "nuevo", "nombre") == "Transportistas"


def test_undo_and_redo_of_a_new_record(model: RecordTableModel, project: Project) -> None:
    project.edit("Nuevo grupo", [alta(NUEVO)])
    project.undo()
    assert "nuevo" not in ids(model)
    project.redo()
    assert ids(model)[-1] == "nuevo"


def test_a_change_shows_where_the_record_stands(model: RecordTableModel, project: Project) -> None:
    heard = shown_anew(model)
    project.edit("Cambiar", [cambio(SENADO, nombre="Zacatecas")])
    assert text(model, "senado", "nombre") == "Zacatecas"
    assert ids(model).index("senado") == 1
    assert heard == [(1, 1)]


def test_a_withdrawn_record_leaves_and_comes_back(model: RecordTableModel, project: Project) -> None:
    project.edit("Retirar", [retiro(SENADO, "Ya no existe"), retiro(ESCUELAS, "Repetido")])
    assert ids(model) == ["planeacion", "prensa"]
    assert model.row_of("prensa") == 1
    project.undo()
    assert sorted(ids(model)) == ["escuelas", "planeacion", "prensa", "senado"]


def test_a_change_of_a_withdrawn_record_shows_nothing(model: RecordTableModel, project: Project) -> None:
    project.edit("Retirar", [retiro(SENADO, "Ya no existe")])
    withdrawn = project.proyecto.get(GrupoUsuarios, "senado")
    assert withdrawn is not None
    project.edit("Cambiar", [cambio(withdrawn, notas="Antes, comisión bicameral")])
    assert "senado" not in ids(model)


def test_the_name_of_a_linked_record_shows_in_every_row(model: RecordTableModel, project: Project) -> None:
    heard = shown_anew(model)
    project.edit("Cambiar", [cambio(CAMINOS, nombre="Dirección de Carreteras")])
    assert text(model, "planeacion", "area") == "Dirección de Carreteras"
    assert heard == [(0, 3)]


def test_what_does_not_show_of_a_linked_record_is_not_heard(model: RecordTableModel, project: Project) -> None:
    heard = shown_anew(model)
    project.edit("Cambiar", [cambio(CAMINOS, responsable="Ana Ruiz")])
    assert heard == []


def test_tables_that_no_column_depends_on_are_not_heard(project: Project) -> None:
    model = RecordTableModel(project, GrupoUsuarios, ("nombre",))
    heard = shown_anew(model)
    project.edit("Cambiar", [cambio(CAMINOS, nombre="Dirección de Carreteras")])
    assert heard == []


def test_a_derived_column_says_what_it_depends_on(project: Project) -> None:
    def how_many(_: Registro) -> Shown:
        return Shown(str(len(project.proyecto.activos(AreaGeneradora))))

    derived = Derived("areas", "Áreas", 6, how_many, frozenset({AreaGeneradora.ENTIDAD}))
    model = RecordTableModel(project, GrupoUsuarios, ("nombre", derived))
    heard = shown_anew(model)
    project.edit("Nueva área", [alta(AreaGeneradora(id="norte", nombre="Centro Norte"))])
    assert text(model, "senado", "areas") == "3"
    assert heard == [(0, 3)]


def test_an_empty_table_hears_of_linked_records_in_peace(empty_project: Project) -> None:
    model = RecordTableModel(empty_project, GrupoUsuarios)
    heard = shown_anew(model)
    empty_project.edit("Nueva área", [alta(CAMINOS)])
    assert heard == []


@pytest.mark.parametrize("how_many", [MANY, MANY + 1])
def test_a_large_paste_shows_whole(project: Project, how_many: int) -> None:
    model = RecordTableModel(project, GrupoUsuarios, ("nombre",))
    project.edit("Pegar", [alta(grupo) for grupo in many_groups(how_many)])
    assert model.rowCount() == how_many + 4
    project.undo()
    assert model.rowCount() == 4


def test_a_record_hidden_by_a_filter_stays_hidden_when_it_changes(model: RecordTableModel, project: Project) -> None:
    model.set_filter("clase", government)
    project.edit("Mover", [cambio(PRENSA, poder=2)])
    assert ids(model) == ["senado"]


def test_a_record_that_now_passes_the_filters_comes_in(model: RecordTableModel, project: Project) -> None:
    model.set_filter("clase", government)
    model.set_query("comisión")
    project.edit("Cambiar", [cambio(PRENSA, clase=ClaseGrupo.GOBIERNO, nombre="Comisión de prensa")])
    assert ids(model) == ["senado", "prensa"]
    project.edit("Cambiar", [cambio(PLANEACION, clase=ClaseGrupo.GOBIERNO)])  # the search still leaves it out
    assert ids(model) == ["senado", "prensa"]


def test_a_new_record_shows_whatever_the_filters(model: RecordTableModel, project: Project) -> None:
    model.set_filter("clase", government)
    project.edit("Nuevo grupo", [alta(NUEVO)])
    assert ids(model) == ["senado", "nuevo"]


def test_rows_of_a_very_long_table_are_found(
    model: RecordTableModel, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_table, "KNOWN", 2)
    kept = QPersistentModelIndex(cell(model, "prensa", "clase"))
    model.sort(0)
    assert model.registro(kept.row()).id == "prensa"
    model.sort(-1)
    project.edit("Cambiar", [cambio(SENADO, nombre="Cámara alta"), alta(NUEVO), cambio(PRENSA, poder=2)])
    assert text(model, "senado", "nombre") == "Cámara alta"
    assert ids(model) == ["planeacion", "senado", "prensa", "escuelas", "nuevo"]
    project.edit("Retirar", [retiro(ESCUELAS, "Repetido"), retiro(PLANEACION, "Repetido"), retiro(NUEVO, "Repetido")])
    assert ids(model) == ["senado", "prensa"]
    assert [model.row_of("prensa"), model.row_of("nuevo")] == [1, -1]


def test_twenty_thousand_rows_are_searched_sorted_and_edited(
    open_project: Callable[..., Project], watch: Callable[[RecordTableModel], RecordTableModel]
) -> None:
    project = open_project(*many_groups(20_000))
    model = RecordTableModel(project, GrupoUsuarios, ("nombre", "clase", "poder"))
    assert model.rowCount() == 20_000
    model.set_query("grupo 19999")
    assert ids(model) == ["g19999"]
    watch(model)
    model.set_query("")
    model.set_filter("clase", government)
    model.sort(2)
    assert text(model, ids(model)[0], "poder") == "1"
    assert text(model, ids(model)[-1], "poder") == ""
    assert model.rowCount() == 6_667
    last = ids(model)[-1]
    assert model.setData(cell(model, last, "nombre"), "El último")
    assert model.index(6_666, 0).data() == "El último"
