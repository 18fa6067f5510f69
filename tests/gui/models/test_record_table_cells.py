"""What the cells of a table show and take: the texts that people read and type, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QModelIndex, Qt

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, ClaseGrupo, Eje
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel, Role
from tests.gui.models.reading import cell, text
from tests.gui.samples import EVERYTHING, PLANEACION

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project


@pytest.fixture
def lines(project: Project, watch: Callable[[RecordTableModel], RecordTableModel]) -> RecordTableModel:
    """Return the table of the plan."""
    return watch(RecordTableModel(project, LineaPlan))


@pytest.mark.parametrize(
    ("identidad", "column", "shown"),
    [
        ("planeacion", "nombre", "Planeación"),
        ("planeacion", "clase", "Dentro de la institución"),
        ("planeacion", "area", "Dirección de Caminos"),
        ("planeacion", "prioritario", "Sí"),
        ("senado", "prioritario", "No"),
        ("planeacion", "poder", "4"),
        ("escuelas", "poder", ""),
        ("escuelas", "clase", ""),
        ("escuelas", "area", ""),
        ("prensa", "ejes", "Crecimiento económico; Transparencia y rendición de cuentas"),
        ("planeacion", "descripcion", "Deciden el presupuesto de cada año"),
    ],
)
def test_cells_show_what_people_read(model: RecordTableModel, identidad: str, column: str, shown: str) -> None:
    assert text(model, identidad, column) == shown


@pytest.mark.parametrize(
    ("identidad", "column", "shown"),
    [
        ("boletin", "fecha", "01/12/2026"),
        ("visor", "fecha", ""),
        ("boletin", "grupos", "Periodistas; Comisión del Senado"),
        ("boletin", "conjunto", "Aforos vehiculares"),
        ("boletin", "estado", "Planeada"),
    ],
)
def test_lines_show_days_and_names(lines: RecordTableModel, identidad: str, column: str, shown: str) -> None:
    assert text(lines, identidad, column) == shown


def test_a_long_text_is_edited_with_its_own_line_breaks(model: RecordTableModel) -> None:
    edited = cell(model, "planeacion", "descripcion").data(Qt.ItemDataRole.EditRole)
    assert edited == "Deciden el presupuesto\nde cada año"


def test_a_cell_tells_its_record_its_field_and_its_name(model: RecordTableModel) -> None:
    index = cell(model, "planeacion", "clase")
    assert index.data(Role.REGISTRO) == PLANEACION
    assert index.data(Role.CAMPO) == campos(GrupoUsuarios)["clase"]
    assert index.data(Role.NOMBRE) == "clase"
    assert index.data(Role.SHOWN) is None
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_field_is_told_as_it_is_and_not_as_qt_would(model: RecordTableModel) -> None:
    assert model.cell(cell(model, "planeacion", "clase")) == (PLANEACION.clase, campos(GrupoUsuarios)["clase"])


def test_what_is_worked_out_is_no_field(project: Project) -> None:
    model = RecordTableModel(project, GrupoUsuarios, (Derived("medida", "Medida", 8, lambda _: Shown("")),))
    with pytest.raises(TypeError, match="medida"):
        model.cell(model.index(0, 0))


def test_no_cell_says_nothing(model: RecordTableModel) -> None:
    assert model.data(QModelIndex()) is None


def test_a_derived_cell_shows_what_was_worked_out_and_takes_nothing(project: Project) -> None:
    shown = Shown("largo", colour="bien")
    model = RecordTableModel(project, GrupoUsuarios, ("nombre", Derived("medida", "Medida", 8, lambda _: shown)))
    index = cell(model, "senado", "medida")
    assert index.data() == "largo"
    assert index.data(Role.SHOWN) == shown
    assert index.data(Role.NOMBRE) == "medida"
    assert index.data(Role.REGISTRO).id == "senado"
    assert index.data(Role.CAMPO) is None
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "corto")


def test_formatted_text_is_shown_plain_and_edited_in_its_form(project: Project) -> None:
    project.edit("Agregar", [alta(Contenido(id="n", nombre="Nota", cuerpo="**Ya**\n\n- hay"))])
    model = RecordTableModel(project, Contenido, ("nombre", "cuerpo"))
    index = cell(model, "n", "cuerpo")
    assert index.data() == "Ya • hay"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(model, "n", "nombre").flags() & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        ("nombre", "  Comisión   de Caminos ", "Comisión de Caminos"),
        ("nombre", "=SUMA(A1:A9)", "=SUMA(A1:A9)"),
        ("nombre", "<b>Ñandú</b>", "<b>Ñandú</b>"),
        ("nombre", "", ""),
        ("clase", "sociedad", ClaseGrupo.SOCIEDAD),
        ("clase", "", None),
        ("area", "subdireccion de puentes", "puentes"),
        ("area", "", None),
        ("prioritario", "sí", True),
        ("poder", "1", 1),
        ("poder", "", None),
        ("ejes", "Eficiencia gubernamental", frozenset({Eje.EFICIENCIA})),
        ("notas", "Uno\nDos", "Uno\nDos"),
    ],
)
def test_what_is_typed_into_a_cell_is_kept_as_one_edition(
    model: RecordTableModel, project: Project, column: str, typed: str, kept: object
) -> None:
    before = getattr(model.registro(model.row_of("senado")), column)
    assert model.setData(cell(model, "senado", column), typed)
    assert getattr(project.proyecto.get(GrupoUsuarios, "senado"), column) == kept
    etiqueta = campos(GrupoUsuarios)[column].etiqueta
    assert project.undo() == f"Cambiar «{etiqueta}» de «Comisión del Senado»"
    assert getattr(project.proyecto.get(GrupoUsuarios, "senado"), column) == before
    assert getattr(model.registro(model.row_of("senado")), column) == before


@pytest.mark.parametrize(
    ("identidad", "column", "typed", "kept"),
    [
        ("visor", "fecha", "2026-03-09", date(2026, 3, 9)),
        ("visor", "fecha", "9/3/2026", date(2026, 3, 9)),
        ("boletin", "fecha", "", None),
        ("visor", "canal", "intranet", Canal.INTRANET),
        ("visor", "grupos", "Periodistas; Planeación", ("prensa", "planeacion")),
    ],
)
def test_lines_take_days_and_names(  # where it is typed, what, and what is kept
    lines: RecordTableModel, project: Project, identidad: str, column: str, typed: str, kept: object
) -> None:
    assert lines.setData(cell(lines, identidad, column), typed)
    assert getattr(project.proyecto.get(LineaPlan, identidad), column) == kept


@pytest.mark.parametrize(
    ("column", "typed", "sentence"),
    [
        ("poder", "seis", "«seis» no sirve en «Poder»; escriba un número del 1 al 5."),
        ("poder", "6", "«6» no sirve en «Poder»; escriba un número del 1 al 5."),
        ("prioritario", "quizá", "«quizá» no se entiende aquí; escriba «Sí» o «No»."),
        (
            "area",
            "Direccion Camino",
            "«Direccion Camino» no está entre los valores de «Área generadora»; ¿quiso decir «Dirección de Caminos»?",
        ),
        ("clase", "zzz", "«zzz» no está entre los valores de «Clase»; elija uno de la lista."),
    ],
)
def test_what_does_not_fit_is_told_and_changes_nothing(
    model: RecordTableModel, project: Project, column: str, typed: str, sentence: str
) -> None:
    told: list[str] = []
    model.rejected.connect(told.append)
    before = project.proyecto.get(GrupoUsuarios, "senado")
    assert not model.setData(cell(model, "senado", column), typed)
    assert told == [sentence]
    assert project.proyecto.get(GrupoUsuarios, "senado") == before
    assert project.undo() == ""


def test_the_same_value_again_is_no_edition(model: RecordTableModel, project: Project) -> None:
    assert not model.setData(cell(model, "senado", "nombre"), "Comisión del Senado")
    assert project.undo() == ""


def test_only_edited_text_in_a_real_cell_is_taken(model: RecordTableModel, project: Project) -> None:
    assert not model.setData(QModelIndex(), "Nada")
    assert not model.setData(cell(model, "senado", "nombre"), "Nada", Qt.ItemDataRole.CheckStateRole)
    assert project.undo() == ""


def test_cells_can_be_edited(model: RecordTableModel) -> None:
    assert model.flags(cell(model, "senado", "nombre")) & Qt.ItemFlag.ItemIsEditable
    assert not model.flags(QModelIndex()) & Qt.ItemFlag.ItemIsEditable


def test_nothing_can_be_edited_where_the_project_is_only_read(open_project: Callable[..., Project]) -> None:
    project = open_project(*EVERYTHING, read_only=True)
    model = RecordTableModel(project, GrupoUsuarios)
    flags = model.flags(cell(model, "senado", "nombre"))
    assert flags & Qt.ItemFlag.ItemIsSelectable
    assert not flags & Qt.ItemFlag.ItemIsEditable
    told: list[Any] = []
    project.failed.connect(told.append)
    assert not model.setData(cell(model, "senado", "nombre"), "Otro")
    assert text(model, "senado", "nombre") == "Comisión del Senado"
    assert len(told) == 1
