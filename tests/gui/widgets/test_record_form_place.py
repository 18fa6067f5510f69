"""A form beside everything else: changes elsewhere, records that go, pages that put something of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_panel import FORM_WIDTH
from tests.gui.samples import CAMINOS, PRENSA, SENADO
from tests.gui.widgets.forms import box, group, retype

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

REQUIRED = "Falta este dato."


def test_a_change_elsewhere_shows_in_the_form(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Mover", [cambio(SENADO, poder=1, interes=5)])
    assert (form.editor("poder").value(), form.editor("interes").value()) == (1, 5)
    project.undo()
    assert form.editor("poder").value() == 5


def test_a_change_elsewhere_never_takes_what_is_being_typed(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    retype(form, "nombre", "A medio escrib")
    project.edit("Cambiar", [cambio(SENADO, nombre="Otro", siglas="OT")])
    assert box(form, "nombre").text() == "A medio escrib"
    assert box(form, "siglas").text() == "OT"
    form.flush()
    assert group(project).nombre == "A medio escrib"


def test_a_change_of_another_record_leaves_the_form_alone(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Cambiar", [cambio(PRENSA, nombre="Prensa")])
    assert box(form, "nombre").text() == "Comisión del Senado"


def test_the_new_name_of_a_linked_record_shows(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Cambiar", [cambio(CAMINOS, nombre="Dirección de Carreteras")])
    assert box(form, "area").text() == "Dirección de Carreteras"
    assert form.editor("area").value() == "caminos"


def test_a_withdrawn_record_leaves_the_form(form: RecordForm, project: Project) -> None:
    form.show_record("senado")
    project.edit("Retirar", [retiro(SENADO, "Repetido")])
    assert form.record_id is None
    assert not box(form, "nombre").isEnabled()
    project.edit("Cambiar", [cambio(PRENSA, nombre="Prensa")])  # nothing is shown, nothing happens
    assert form.record_id is None


def test_a_record_withdrawn_before_it_is_shown_does_not_hear_of_others(form: RecordForm, project: Project) -> None:
    project.edit("Retirar", [retiro(SENADO, "Repetido")])
    form.show_record("senado")
    project.edit("Cambiar", [cambio(PRENSA, nombre="Prensa")])
    assert form.record_id == "senado"


def test_where_it_is_only_read_texts_can_be_copied_and_not_changed(
    context: Context, read_only_project: Project, show: Callable[..., QWidget]
) -> None:
    form = RecordForm(context, read_only_project, GrupoUsuarios)
    show(form)
    form.show_record("senado")
    retype(form, "nombre", "x")
    form.flush()
    assert box(form, "nombre").text() == "Comisión del Senado"
    assert box(form, "nombre").isReadOnly()
    assert not form.editor("clase").isEnabled()


def test_a_page_puts_its_own_above_and_below(form: RecordForm) -> None:
    above, below = QLabel("Arriba"), QLabel("Abajo")
    form.place_above(above)
    form.place_below(below)
    form.show_record("senado")
    QApplication.processEvents()
    top = form.editor("nombre").mapTo(form, form.editor("nombre").rect().topLeft()).y()
    bottom = form.editor("notas").mapTo(form, form.editor("notas").rect().topLeft()).y()
    assert above.mapTo(form, above.rect().topLeft()).y() < top
    assert below.mapTo(form, below.rect().topLeft()).y() > bottom


@pytest.mark.parametrize("roomy", [False, True])
def test_a_roomy_form_puts_short_fields_side_by_side(
    context: Context, project: Project, show: Callable[..., QWidget], roomy: bool
) -> None:
    form = RecordForm(context, project, GrupoUsuarios, ("nombre", "siglas", "clase", "poder", "interes"), roomy=roomy)
    show(form, 900, 500)
    form.show_record("senado")
    QApplication.processEvents()

    def y_of(nombre: str) -> int:
        return form.editor(nombre).mapTo(form, form.editor(nombre).rect().topLeft()).y()

    assert y_of("poder") == y_of("interes")
    assert (y_of("siglas") == y_of("clase")) is roomy
    assert form.editor("nombre").width() > 1.5 * form.editor("poder").width()


def test_nothing_is_cut_off_in_a_narrow_form(form: RecordForm) -> None:
    form.resize(360, 600)
    form.show_record("planeacion")
    QApplication.processEvents()
    inside = form.viewport().width()
    assert all(
        form.editor(nombre).mapTo(form.viewport(), form.editor(nombre).rect().topRight()).x() <= inside
        for nombre in ("nombre", "clase", "ejes", "poder", "interes", "notas")
    )


@pytest.mark.parametrize("tipo", [ConjuntoDatos, Herramienta, ReglaPlan, GrupoUsuarios])
def test_no_field_is_cut_in_the_narrowest_form(
    context: Context, project: Project, show: Callable[..., QWidget], tipo: type[Registro]
) -> None:
    form = RecordForm(context, project, tipo)
    show(form, FORM_WIDTH - 4 * GRID, 700)  # the card has margins
    inside = form.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= form.viewport().width()
