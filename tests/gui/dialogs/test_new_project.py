"""The few questions before a new project, and what it begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from promueve_gui.domain.institucion import Institucion, Perfil, RedSocial
from promueve_gui.gui.dialogs.new_project import NewProjectDialog, ask_institution
from tests.gui.conftest import HOY
from tests.gui.desk import press, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from tests.gui.dialogs.conftest import Host


@pytest.fixture
def dialog(host: Host, context: Context) -> NewProjectDialog:
    made = NewProjectDialog(host.widget, context)
    host.show(made)
    return made


def fill(dialog: NewProjectDialog, nombre: str, siglas: str = "SRP", correo: str = "") -> None:
    for field, text in (("nombre", nombre), ("siglas", siglas), ("correo_contacto", correo)):
        dialog.lines[field].clear()
        type_text(dialog.lines[field], text)


def institucion(registros: list[Registro]) -> Institucion:
    (found,) = [registro for registro in registros if isinstance(registro, Institucion)]
    return found


def test_it_proposes_the_year_and_the_profile_in_force(dialog: NewProjectDialog) -> None:
    assert dialog.year.value() == HOY.year
    assert dialog.profile.currentData() == "vigente"
    assert dialog.profile.count() >= 2


def test_no_name_of_a_field_is_cut(dialog: NewProjectDialog) -> None:
    assert all(label.width() >= label.minimumSizeHint().width() for label in dialog.findChildren(QLabel))


def test_every_field_has_a_name_for_screen_readers(dialog: NewProjectDialog) -> None:
    assert all(line.accessibleName() for line in dialog.lines.values())
    assert (dialog.year.accessibleName(), dialog.profile.accessibleName()) == ("Año del programa", "Perfil")


def test_what_is_typed_becomes_the_institution_without_spare_spaces(dialog: NewProjectDialog) -> None:
    fill(dialog, "  Secretaría  de Ríos y Presas ", " SRP ", "datos@ejemplo.gob.mx")
    dialog.year.setValue(2027)
    press(dialog, "Crear…")
    assert dialog.result() == QDialog.DialogCode.Accepted
    made = institucion(dialog.registros())
    assert (made.nombre, made.siglas, made.anio) == ("Secretaría de Ríos y Presas", "SRP", 2027)
    assert made.correo_contacto == "datos@ejemplo.gob.mx"


def test_the_project_gets_a_copy_of_the_profile_chosen(dialog: NewProjectDialog) -> None:
    for place in range(dialog.profile.count()):
        dialog.profile.setCurrentIndex(place)
        kinds = {type(registro) for registro in dialog.registros()}
        assert {Institucion, Perfil, RedSocial} <= kinds


@pytest.mark.parametrize(
    ("nombre", "siglas", "correo", "where"),
    [
        ("   ", "SRP", "", "nombre"),
        ("Secretaría", "", "", "siglas"),
        ("Secretaría", "SRP", "no es un correo", "correo_contacto"),
    ],
)
def test_what_is_wrong_is_told_and_the_cursor_goes_there(
    dialog: NewProjectDialog, nombre: str, siglas: str, correo: str, where: str
) -> None:
    fill(dialog, nombre, siglas, correo)
    press(dialog, "Crear…")
    assert dialog.isVisible()
    assert dialog.problem.text().startswith(f"{dialog.lines[where].accessibleName()}: ")
    assert dialog.focusWidget() is dialog.lines[where]


def test_the_contact_can_wait(dialog: NewProjectDialog) -> None:
    fill(dialog, "Secretaría")
    press(dialog, "Crear…")
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.problem.text() == ""


def later(act: Callable[[NewProjectDialog], object]) -> None:
    """Do something to the dialog once it is on screen."""

    def look() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, NewProjectDialog) and w.isVisible()]
        act(shown[0])

    QTimer.singleShot(0, look)


def test_asking_gives_the_records(host: Host, context: Context) -> None:
    def answer(dialog: NewProjectDialog) -> None:
        fill(dialog, "Museo de Sitio", "MS")
        press(dialog, "Crear…")

    later(answer)
    made = ask_institution(host.widget, context)
    assert made is not None
    assert institucion(made).nombre == "Museo de Sitio"


def test_thinking_better_of_it_gives_nothing(host: Host, context: Context) -> None:
    later(lambda dialog: press(dialog, "Cancelar"))
    assert ask_institution(host.widget, context) is None
