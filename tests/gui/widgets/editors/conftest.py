"""Editors of fields, each made as a form makes it, with what they tell written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from promueve_gui.domain.ficha import campos
from promueve_gui.gui.widgets.editors.factory import make_editor
from promueve_gui.gui.widgets.parts import column

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.editors.base import FieldEditor

    Make = Callable[[type[Registro], str], FieldEditor]


@pytest.fixture
def make(context: Context, project: Project, show: Callable[..., QWidget]) -> Make:
    """Return how to make and show the editor of a field; the button under it takes the focus."""

    def make_it(tipo: type[Registro], nombre: str) -> FieldEditor:
        host = QWidget()
        editor = make_editor(campos(tipo)[nombre], context, project, host)
        host.setLayout(column(editor, QPushButton("Otro")))
        show(host, 500, 300)
        return editor

    return make_it


@pytest.fixture
def listen() -> Callable[[FieldEditor], list[str]]:
    """Return how to write down what an editor tells."""

    def listen_to(editor: FieldEditor) -> list[str]:
        told: list[str] = []
        editor.edited.connect(lambda: told.append("cambia"))
        editor.settled.connect(lambda: told.append("listo"))
        editor.focused.connect(lambda: told.append("foco"))
        return told

    return listen_to
