"""A form as somebody fills it in: where things are, what is typed over, what it complains of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.domain.grupos import GrupoUsuarios
from tests.gui.desk import type_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm


def box(form: RecordForm, nombre: str) -> QLineEdit:
    """Return the line in which a field is typed."""
    return cast("QLineEdit", form.editor(nombre).focusProxy())


def retype(form: RecordForm, nombre: str, text: str) -> None:
    """Put the cursor in a field and type over what stands there."""
    form.focus_field(nombre)
    box(form, nombre).selectAll()
    type_text(box(form, nombre), text)


def problem(form: RecordForm, nombre: str) -> str:
    """Return the sentence under a field."""
    return form.editor(nombre).accessibleDescription()


def group(project: Project, identidad: str = "senado") -> GrupoUsuarios:
    """Return a group as the project has it."""
    found = project.proyecto.get(GrupoUsuarios, identidad)
    assert found is not None
    return found
