from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.difusion import Publicacion, SolicitudComunicacion
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.models.record_table import RecordTableModel, Role
from promueve_gui.gui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


def people(publicacion: Publicacion) -> Shown:
    reach = publicacion.alcance
    return Shown("") if reach is None else Shown(f"{reach} personas", order=reach, colour="bien")


REACH = Derived("personas", "Público", 20, people, frozenset({SolicitudComunicacion.ENTIDAD}))


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(
        SolicitudComunicacion(id="s", asunto="Difundir"),
        Publicacion(id="a", nombre="Boletín", alcance=900, fecha=date(2026, 2, 1)),
        Publicacion(id="b", nombre="Aviso"),
        Publicacion(id="c", nombre="Cartel", alcance=1200, fecha=date(2026, 3, 1)),
    )


@pytest.fixture
def model(project: Project) -> RecordTableModel:
    made = RecordTableModel(project, Publicacion, ("nombre", REACH, "fecha"))
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def ids(model: RecordTableModel) -> list[str]:
    return [registro.id for registro in model.registros()]


def test_a_derived_column_shows_its_text_and_cannot_be_typed(model: RecordTableModel) -> None:
    cell = model.index(0, 1)
    assert cell.data() == "900 personas"
    assert cell.data(Role.SHOWN).colour == "bien"
    assert cell.data(Role.REGISTRO).id == "a"
    assert cell.data(Role.NOMBRE) == "personas"
    assert cell.data(Role.CAMPO) is None
    assert not cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(cell, "5")
    assert model.index(0, 0).data(Role.SHOWN) is None
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Público"
    assert (model.width(1), model.is_field(1), model.is_field(0)) == (20, False, True)


def test_it_sorts_by_its_own_order_and_empty_ones_come_last(model: RecordTableModel) -> None:
    model.sort(1)
    assert ids(model) == ["a", "c", "b"]
    model.sort(-1)
    assert ids(model) == ["a", "b", "c"]


def test_without_an_order_of_its_own_it_sorts_by_text() -> None:
    plain = Derived("x", "X", 5, lambda _: Shown("texto"))
    assert plain.order(Publicacion(id="a")) == (False, "texto")


def test_a_page_may_order_its_list_until_the_user_sorts(model: RecordTableModel) -> None:
    model.set_order(lambda registro: registro.titulo)
    assert ids(model) == ["b", "a", "c"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.set_order(None)
    assert ids(model)[:2] == ["b", "c"]


def test_a_change_elsewhere_shows_it_anew(model: RecordTableModel, project: Project, qtbot: QtBot) -> None:
    solicitud = project.proyecto.get(SolicitudComunicacion, "s")
    assert solicitud is not None
    with qtbot.waitSignal(model.dataChanged):
        project.edit("Cambiar", [cambio(solicitud, asunto="Difundir ya")])


def test_only_fields_are_copied(context: Context, project: Project, model: RecordTableModel, qtbot: QtBot) -> None:
    table = RecordTable(context, project, model)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    qtbot.waitExposed(table)
    table.selectRow(0)
    table.copy()
    assert QApplication.clipboard().text() == "Comunicación\tFecha\nBoletín\t01/02/2026\n"
    assert not table.grab().isNull()
