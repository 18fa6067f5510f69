"""Widgets that are closed leave nothing behind: no model that still listens, nothing that a change would trip over."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent

from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.guide_panel import GuidePanel
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_panel import RecordPanel
from promueve_gui.gui.widgets.step_list import StepList
from tests.gui.samples import PRENSA, SENADO

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers

    Make = Callable[[Context, Project, Answers], QWidget]


def make_list(context: Context, project: Project, messages: Answers) -> RecordList:
    return RecordList(context, project, messages, GrupoUsuarios, filters=("clase",))


def make_panel(context: Context, project: Project, messages: Answers) -> RecordPanel:
    return RecordPanel(context, project, make_list(context, project, messages), GrupoUsuarios)


MAKERS: dict[str, Make] = {
    "list": make_list,
    "panel": make_panel,
    "form": lambda context, project, _: RecordForm(context, project, GrupoUsuarios),
    "guide": lambda context, project, _: GuidePanel(context, project),
    "steps": lambda context, project, _: StepList(context, project),
    "gaps": lambda _, project, __: GapStrip(project, USUARIOS),
}


def let_go(widget: QWidget) -> None:
    """Delete a widget as a closing window does."""
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_a_widget_that_is_gone_hears_nothing_more(
    maker: Make, context: Context, project: Project, messages: Answers, qapp: object
) -> None:
    widget = maker(context, project, messages)
    widget.show()
    let_go(widget)
    assert not shiboken6.isValid(widget)
    project.edit("Cambiar", [cambio(SENADO, nombre="Otro"), alta(GrupoUsuarios(id="n")), retiro(PRENSA, "x")])
    project.reviewed.emit()
    project.undo()
    assert len(project.proyecto.activos(GrupoUsuarios)) == 4


@pytest.mark.parametrize("maker", MAKERS.values(), ids=MAKERS)
def test_nothing_keeps_a_widget_that_is_gone(
    maker: Make, context: Context, project: Project, messages: Answers
) -> None:
    widget = maker(context, project, messages)
    kept = weakref.ref(widget)
    let_go(widget)
    del widget
    gc.collect()
    assert kept() is None


def test_the_model_of_a_list_goes_with_it(context: Context, project: Project, messages: Answers) -> None:
    records = make_list(context, project, messages)
    model = weakref.ref(records.model)
    let_go(records)
    del records
    gc.collect()
    assert model() is None
