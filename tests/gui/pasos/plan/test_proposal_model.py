"""Proposals as a tree of two levels, without a window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.application.proposals import LineaPropuesta
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, Rol, TipoContenido
from promueve_gui.gui.pasos.plan.proposal_model import HEADINGS, Agrupar, Column, ProposalModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

MENSAJE, AVISO = ReglaPlan(id="r1", nombre="Mensaje"), ReglaPlan(id="r2", nombre="Aviso")
ESCUELAS, PRENSA = GrupoUsuarios(id="escuelas", nombre="Escuelas"), GrupoUsuarios(id="prensa", nombre="Prensa")
AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos")
VISOR, FERIA = Herramienta(id="visor", nombre="Visor"), Evento(id="feria", nombre="Feria")


def proposal(
    clave: str, dia: date | None, regla: ReglaPlan = MENSAJE, cita: str = "Guía, paso 2", **valores: str
) -> LineaPropuesta:
    linea = LineaPlan(
        id=clave,
        nombre=f"Actividad {clave}",
        grupos=("escuelas", "prensa"),
        tipo_contenido=TipoContenido.BOLETIN,
        canal=Canal.CORREO,
        rol_responsable=Rol.ENLACE,
        fecha=dia,
        **valores,  # type: ignore[arg-type]  # references by name
    )
    return LineaPropuesta(clave=clave, linea=linea, regla=regla, razon=f"Razón de {clave}.", cita=cita)


ENERO = proposal("a", date(2026, 1, 20), conjunto="aforos")
FEBRERO = proposal("b", date(2026, 2, 3), AVISO, herramienta="visor")
JULIO = proposal("c", date(2026, 7, 6), cita="", evento="feria")
SIN_FECHA = proposal("d", None, AVISO)
ALL = (ENERO, FEBRERO, JULIO, SIN_FECHA)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(ESCUELAS, PRENSA, AFOROS, VISOR, FERIA)


@pytest.fixture
def model(project: Project) -> ProposalModel:
    made = ProposalModel(project)
    made.set_proposals(ALL)
    return made


def titles(model: ProposalModel) -> list[str]:
    return [group.titulo for group in model.groups()]


def claves(model: ProposalModel) -> list[str]:
    return [one.clave for one in model.shown()]


def test_it_holds_what_qt_asks_of_a_tree(model: ProposalModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for by in Agrupar:
        model.group_by(by)
    model.set_query("boletin")
    model.remove({"a"})
    model.set_proposals([])
    assert tester.model() is model


def test_a_new_one_is_empty(project: Project) -> None:
    model = ProposalModel(project)
    assert (model.total, model.rowCount(), claves(model)) == (0, 0, [])
    assert not model.index(0, 0).isValid()


def test_bimestres_come_in_the_order_of_the_calendar(model: ProposalModel) -> None:
    assert titles(model) == [
        "Primer bimestre de 2026 · ene–feb",
        "Cuarto bimestre de 2026 · jul–ago",
        "Sin fecha",
    ]
    assert claves(model) == ["a", "b", "c", "d"]


def test_objects_and_rules_come_by_name(model: ProposalModel) -> None:
    model.group_by(Agrupar.OBJETO)
    assert titles(model) == ["Aforos", "Feria", "Sin fecha", "Visor"]
    model.group_by(Agrupar.REGLA)
    assert titles(model) == ["Aviso", "Mensaje"]
    assert claves(model) == ["b", "d", "a", "c"]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (Column.QUE, "Actividad a"),
        (Column.CUANDO, "20/01/2026"),
        (Column.QUIEN, "Escuelas; Prensa"),
        (Column.CANAL, "Correo electrónico"),
        (Column.TIPO, "Noticia, comunicado o boletín"),
        (Column.PAPEL, "Enlace Institucional"),
        (Column.RAZON, "Razón de a. (Guía, paso 2.)"),
    ],
)
def test_each_column_says_its_part(model: ProposalModel, column: Column, text: str) -> None:
    group = model.index(0, 0)
    cell = model.index(0, column, group)
    assert cell.data() == text
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == f"<qt>{text}</qt>"
    assert cell.data(Qt.ItemDataRole.FontRole) is None


def test_a_proposal_without_day_or_citation_says_less(model: ProposalModel) -> None:
    assert model.text(SIN_FECHA, Column.CUANDO) == ""
    assert model.text(JULIO, Column.RAZON) == "Razón de c."


def test_a_group_says_how_many_it_has_in_bold(model: ProposalModel) -> None:
    group = model.index(0, 0)
    assert group.data() == "Primer bimestre de 2026 · ene–feb (2)"
    assert model.index(0, 1).data() == ""
    font = group.data(Qt.ItemDataRole.FontRole)
    assert isinstance(font, QFont)
    assert font.weight() == QFont.Weight.DemiBold


def test_headings_are_said_once(model: ProposalModel) -> None:
    across = Qt.Orientation.Horizontal
    assert tuple(model.headerData(place, across) for place in range(model.columnCount())) == HEADINGS
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None


def test_every_word_must_be_somewhere_accents_or_not(model: ProposalModel) -> None:
    model.set_query("RAZON de c.")
    assert claves(model) == ["c"]
    assert model.total == 4
    model.set_query("prensa  boletín")
    assert len(claves(model)) == 4
    model.set_query("prensa nadie")
    assert claves(model) == []
    model.set_query("")
    assert len(claves(model)) == 4


def test_the_same_question_is_not_asked_twice(model: ProposalModel) -> None:
    resets: list[bool] = []
    model.set_query("aforos")
    model.modelReset.connect(lambda: resets.append(True))
    model.set_query(" AFOROS ")
    assert resets == []


def test_what_was_decided_on_is_taken_away(model: ProposalModel) -> None:
    model.remove({"a", "c", "otra"})
    assert claves(model) == ["b", "d"]
    assert titles(model) == ["Primer bimestre de 2026 · ene–feb", "Sin fecha"]
    assert model.total == 2


def test_a_group_stands_for_its_proposals(model: ProposalModel) -> None:
    assert model.proposals_at(model.index(0, 3)) == (ENERO, FEBRERO)
    assert model.proposals_at(model.index(1, 0, model.index(0, 0))) == (FEBRERO,)
    assert model.proposals_at(QModelIndex()) == ()


def test_proposals_are_found_by_their_key(model: ProposalModel) -> None:
    index = model.index_of("c")
    assert (index.row(), index.parent().row(), index.data()) == (0, 1, "Actividad c")
    model.set_query("aforos")
    assert not model.index_of("c").isValid()


def test_nothing_lies_outside(model: ProposalModel) -> None:
    group = model.index(0, 0)
    leaf = model.index(0, 0, group)
    assert not model.index(2, 0, group).isValid()
    assert not model.index(0, len(HEADINGS), group).isValid()
    assert not model.index(9, 0).isValid()
    assert not model.index(0, 0, leaf).isValid()
    assert (model.rowCount(leaf), model.rowCount(model.index(0, 1)), model.rowCount(group)) == (0, 0, 2)
    assert not group.parent().isValid()
    assert leaf.parent() == group
    assert model.data(QModelIndex()) is None
    assert model.parent() is None
