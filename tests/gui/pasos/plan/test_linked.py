"""Tools and events linked to datasets from the form of a dataset, as from their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.gui.pasos.plan.page import DATA
from promueve_gui.gui.widgets.linked_box import LinkedBox
from promueve_gui.gui.widgets.parts import LongLink
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.gui.modal import when_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.pasos.plan.page import PlanPage
    from promueve_gui.gui.project import Project

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos")
VISOR = Herramienta(id="visor", nombre="Visor", conjuntos=("aforos",))
MAPA = Herramienta(id="mapa", nombre="")
FERIA = Evento(id="feria", nombre="Feria")
RECORDS = (AFOROS, VISOR, MAPA, FERIA)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*RECORDS)


def boxes(page: PlanPage) -> list[LinkedBox]:
    """Open the dataset and return what stands below its fields: tools, events."""
    page.pages.setCurrentIndex(DATA)
    page.data.master.show_record("aforos")
    return page.data.master.form.findChildren(LinkedBox)


def links(box: LinkedBox) -> list[str]:
    return [line.accessibleName() for line in box.lines if isinstance(line, LongLink)]


def tick(dialog: PickerDialog, names: set[str], state: Qt.CheckState) -> None:
    lines = dialog.findChild(QListWidget)
    assert isinstance(lines, QListWidget)
    for place in range(lines.count()):
        item = lines.item(place)
        if item.text() in names:
            item.setCheckState(state)
    dialog.accept()


def test_a_dataset_says_which_tools_and_events_it_is_in(page: PlanPage) -> None:
    tools, events = boxes(page)
    assert links(tools) == ["Visor"]
    assert links(events) == []


def test_others_are_linked_from_the_dataset_as_one_edition(page: PlanPage, project: Project) -> None:
    tools, events = boxes(page)
    timer = when_asked(PickerDialog, lambda dialog: tick(dialog, {"Feria"}, Qt.CheckState.Checked))
    events.add_button.click()
    timer.stop()
    assert links(events) == ["Feria"]
    feria = project.proyecto.get(Evento, "feria")
    assert feria is not None
    assert feria.conjuntos == ("aforos",)
    timer = when_asked(PickerDialog, lambda dialog: tick(dialog, {"Visor"}, Qt.CheckState.Unchecked))
    tools.add_button.click()
    timer.stop()
    assert links(tools) == []
    assert project.undo() == "Vincular herramientas con «Aforos»"
    assert links(tools) == ["Visor"]


def test_thinking_better_of_it_changes_nothing(page: PlanPage, project: Project) -> None:
    tools, _ = boxes(page)
    timer = when_asked(PickerDialog, lambda dialog: dialog.reject())
    tools.add_button.click()
    timer.stop()
    assert project.session.next_undo() is None


def test_a_link_leads_to_its_record(page: PlanPage) -> None:
    asked: list[tuple[str, str, str]] = []
    page.jump_asked.connect(lambda *where: asked.append(where))
    tools, _ = boxes(page)
    (line,) = tools.lines
    assert isinstance(line, LongLink)
    line.click()
    assert asked == [("herramienta", "visor", "")]


def test_without_a_record_nothing_is_asked(page: PlanPage, project: Project) -> None:
    tools, _ = boxes(page)
    page.data.master.close_form()
    tools.choose()
    assert project.session.next_undo() is None


def test_in_a_project_to_be_read_nothing_is_linked(
    open_project: Callable[..., Project], make_page: Callable[[Project], PlanPage]
) -> None:
    tools, _ = boxes(make_page(open_project(*RECORDS, read_only=True)))
    assert not tools.add_button.isEnabled()
