"""The value matrix as a table, without its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QModelIndex, Qt

from promueve_gui.application.value import CriterioPropuesto
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import CRITERIOS, VALOR_DESTACADO, ConjuntoDatos
from promueve_gui.domain.vocabularios import Acceso
from promueve_gui.gui.pasos.plan.value_model import NOT_PROMOTED, ValueModel, merits, value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos")
NOMINA = ConjuntoDatos(id="nomina", nombre="Nómina", acceso=Acceso.RESTRINGIDO)


def proposal(criterio: str = "ya_publicado", razon: str = "Tiene URL directa.") -> CriterioPropuesto:
    return CriterioPropuesto(AFOROS, criterio, True, razon)  # its new value


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(AFOROS, NOMINA)


@pytest.fixture
def model(project: Project) -> ValueModel:
    return ValueModel(project)


def with_criteria(many: int, **valores: bool) -> ConjuntoDatos:
    marks: dict[str, Any] = {**dict.fromkeys(CRITERIOS[:many], True), **valores}
    return ConjuntoDatos(id="x", **marks)


@pytest.mark.parametrize("many", range(len(CRITERIOS) + 1))
def test_the_sum_is_said_and_sorts_as_a_number(many: int) -> None:
    shown = value_of(with_criteria(many))
    assert (shown.text, shown.order) == (f"{many} de 7", many)


def test_what_may_not_be_promoted_comes_before_any_sum() -> None:
    shown = value_of(NOMINA)
    assert (shown.text, shown.colour) == (NOT_PROMOTED, "atencion")
    assert shown.order < value_of(with_criteria(0)).order


@pytest.mark.parametrize(
    ("conjunto", "said"),
    [
        (with_criteria(VALOR_DESTACADO - 1), ""),
        (with_criteria(VALOR_DESTACADO), "★ suma alta"),
        (with_criteria(0, prioritario=True), "★ prioritario"),
        (with_criteria(7, alto_valor=True), "★ alto valor"),
        (with_criteria(7, prioritario=True, alto_valor=True), "★ prioritario · alto valor"),
    ],
)
def test_what_goes_first_says_why(conjunto: ConjuntoDatos, said: str) -> None:
    assert merits(conjunto) == said
    assert bool(said) == conjunto.destacado


def test_proposals_are_found_by_cell_and_by_criterion(model: ValueModel) -> None:
    one, other = proposal(), proposal("recurso_publico")
    model.set_proposed({"aforos": (one, other)})
    assert model.proposed() == [one, other]
    assert model.proposed_at(model.index(0, model.columns.index("ya_publicado"))) == one
    assert model.proposed_at(model.index(1, model.columns.index("ya_publicado"))) is None
    assert model.proposed_for([AFOROS, NOMINA], "recurso_publico") == [other]


def test_only_what_differs_is_shown_anew(model: ValueModel) -> None:
    told: list[bool] = []
    model.dataChanged.connect(lambda *_: told.append(True))
    model.set_proposed({})
    assert told == []
    model.set_proposed({"aforos": (proposal(),)})
    model.set_proposed({"aforos": (proposal(),)})
    assert len(told) == 1
    model.set_proposed({"aforos": (proposal(razon="Otra razón."),)})
    model.set_proposed({})
    assert len(told) == 3


def test_nothing_is_shown_anew_in_an_empty_table(open_project: Callable[..., Project]) -> None:
    model, told = ValueModel(open_project()), list[bool]()
    model.dataChanged.connect(lambda *_: told.append(True))
    model.set_proposed({"aforos": (proposal(),)})
    assert told == []


def test_no_cell_is_typed_into(model: ValueModel) -> None:
    for column in range(model.columnCount()):
        assert not model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.data(QModelIndex()) is None


def test_criteria_are_told_from_other_columns(model: ValueModel) -> None:
    assert [model.is_criterion(column) for column in range(-1, model.columnCount() + 1)] == [
        False,
        False,
        False,
        *[True] * 7,
        False,
    ]


def test_tips_hold_names_as_they_were_typed(model: ValueModel, project: Project) -> None:
    project.edit("Nombre", [cambio(AFOROS, nombre="R&D <b>")])
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "<qt>R&amp;D &lt;b&gt;</qt>"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "R&D <b>"


def test_what_was_not_looked_at_again_stays(model: ValueModel) -> None:
    model.set_proposed({"aforos": (proposal(),), "nomina": ()})
    model.set_proposed({}, {"nomina"})
    assert model.proposed() == [proposal()]
    model.set_proposed({}, {"aforos"})
    assert model.proposed() == []
