"""What becomes of a value that is refused: the others are saved, a choice goes back, a text waits to be corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.widgets.record_form import RecordForm
from tests.fakes import MemoryAlmacen, memory_session
from tests.gui.desk import type_text
from tests.gui.looking import labels
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.ports import Recepcion
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

VISOR = Herramienta(id="h", nombre="Visor de puertos")


class Strict(MemoryAlmacen):
    """A file that does not take some names, for whatever reason of its own."""

    def save(self, edicion: Edicion, recepcion: Recepcion | None = None) -> None:
        if any("@" in str((cambio.despues or {}).get("nombre", "")) for cambio in edicion.cambios):
            raise UserError("valor_no_guardable")
        super().save(edicion, recepcion)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    made = open_project(VISOR)
    made.session = memory_session(project_of(VISOR), Strict(project_of(VISOR)))
    return made


@pytest.fixture
def form(context: Context, project: Project, show: Callable[..., QWidget]) -> RecordForm:
    made = RecordForm(context, project, Herramienta)
    made.show_record("h")
    show(made)
    return made


def line(form: RecordForm, nombre: str) -> QLineEdit:
    found = form.editor(nombre).focusProxy()
    assert isinstance(found, QLineEdit)
    return found


def saved(project: Project) -> Herramienta:
    found = project.proyecto.get(Herramienta, "h")
    assert found is not None
    return found


def test_a_choice_that_the_rules_bar_goes_back_and_says_why(form: RecordForm, project: Project) -> None:
    box = form.editor("publicada").focusProxy()
    assert isinstance(box, QCheckBox)
    sentences: list[str] = []
    project.failed.connect(sentences.append)
    box.click()
    assert not saved(project).publicada
    assert not box.isChecked()
    assert f"Publicada: {sentences[-1]}" in labels(form)
    form.flush()
    assert len(sentences) == 1  # it is not tried again by itself


def test_one_refused_value_does_not_keep_the_others_from_being_saved(form: RecordForm, project: Project) -> None:
    type_text(line(form, "nombre"), "@")
    type_text(line(form, "correo_contacto"), "visor@ejemplo.gob.mx")
    form.flush()
    assert saved(project).correo_contacto == "visor@ejemplo.gob.mx"
    assert saved(project).nombre == "Visor de puertos"
    assert "@" in line(form, "nombre").text()
    assert [said for said in labels(form) if said.startswith("Un texto trae caracteres")]


def test_a_refused_text_is_saved_once_it_is_corrected(form: RecordForm, project: Project) -> None:
    type_text(line(form, "nombre"), "@")
    form.flush()
    line(form, "nombre").clear()
    type_text(line(form, "nombre"), "Visor del mar")
    form.flush()
    assert saved(project).nombre == "Visor del mar"
    assert project.refusal == ""


def test_what_the_disk_refuses_goes_on_waiting_as_it_was_typed(form: RecordForm, project: Project) -> None:
    almacen = Strict(project_of(VISOR))
    project.session = memory_session(project_of(VISOR), almacen)
    almacen.refuses = UserError("disco_lleno", archivo="p.promueve")
    type_text(line(form, "correo_contacto"), "visor@ejemplo.gob.mx")
    form.flush()
    form.flush()
    assert project.pending
    assert line(form, "correo_contacto").text() == "visor@ejemplo.gob.mx"
    almacen.refuses = None
    project.retry()
    assert saved(project).correo_contacto == "visor@ejemplo.gob.mx"
    form.flush()
    assert [entry.accion for entry in project.session.history()] == ["editar"]


def test_a_record_that_goes_away_while_it_is_saved_leaves_nothing(form: RecordForm, project: Project) -> None:
    type_text(line(form, "nombre"), "!")
    project.session = memory_session(project_of())
    form.flush()
    assert project.refusal == ""
