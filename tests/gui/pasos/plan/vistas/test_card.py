"""What the card says of a line, and what is told after it was changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.vocabularios import Canal, EstadoLinea
from promueve_gui.gui.pasos.plan.vistas.repeat_dialog import RepeatDialog
from tests.gui.pasos.plan.vistas.conftest import SABADO, VIERNES
from tests.gui.pasos.plan.vistas.seen import line

if TYPE_CHECKING:
    from promueve_gui.gui.pasos.plan.vistas.line_notes import LineNotes
    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project


def settled(panel: LinesPanel) -> str:
    """Return what the strip says once everything was told; nothing while it is hidden."""
    QApplication.processEvents()
    QApplication.processEvents()
    strip = panel.follow_ups
    return "" if strip.isHidden() else strip.accessibleName()


def offers(panel: LinesPanel) -> list[QPushButton]:
    return [made for made in panel.follow_ups.findChildren(QPushButton) if not made.isHidden()]


def notes_of(panel: LinesPanel, identidad: str) -> LineNotes:
    panel.open_form(identidad)
    return panel.notes


# The card


def test_a_day_off_is_told_with_a_way_out(panel: LinesPanel, project: Project) -> None:
    notes = notes_of(panel, "feria")
    assert notes.day.text.text() == "▲ Cae en sábado"
    assert notes.day.do.text() == "Pasar al martes 17/11"
    notes.day.do.click()
    assert line(project, "feria").fecha == date(2026, 11, 17)
    QApplication.processEvents()
    assert not notes.day.isVisible()


def test_the_sign_off_is_given_and_taken_back(panel: LinesPanel, project: Project) -> None:
    notes = notes_of(panel, "boletin")
    assert notes.sign_off.text.text() == "★ Sin visto bueno"
    assert notes.sign_off.do.text() == "Dar el visto bueno de Ana Ruiz"
    notes.sign_off.do.click()
    QApplication.processEvents()
    assert notes.sign_off.text.text().startswith("★ Con visto bueno de Ana Ruiz el 19 de noviembre de 2026.")
    notes.sign_off.do.click()
    assert line(project, "boletin").visto_bueno is None


def test_what_is_typed_is_saved_before_it_is_signed_off(panel: LinesPanel, project: Project) -> None:
    notes = notes_of(panel, "boletin")
    name = panel.form.editor("nombre").focusProxy()
    assert name is not None
    QTest.keyClicks(name, " de aforos")
    notes.sign_off.do.click()
    assert line(project, "boletin").nombre == "Boletín de aforos"
    assert line(project, "boletin").visto_bueno == "ana"


def test_a_person_who_is_gone_is_told_as_such(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.sign_off(["boletin"])
    ana = project.proyecto.get(Persona, "ana")
    assert ana is not None
    project.edit("Retirar", [retiro(ana, "Cambió de área")])
    assert "Ana Ruiz" in notes_of(panel, "boletin").sign_off.text.text()


def test_a_series_is_told_and_repeated_again(panel: LinesPanel) -> None:
    notes = notes_of(panel, "serie11")
    assert notes.series.text.text() == "↻ Se repite: es la 2 de 3 de su serie."
    notes.series.do.click()
    (dialog,) = panel.window().findChildren(RepeatDialog)
    dialog.reject()
    assert not notes_of(panel, "boletin").series.isVisible()


def test_nothing_is_said_of_no_line(panel: LinesPanel) -> None:
    notes = notes_of(panel, "boletin")
    panel.close_form()
    assert not notes.isVisible()
    notes.sign_off.do.click()


def test_in_a_plan_to_be_read_nothing_is_offered(read_only_panel: LinesPanel) -> None:
    notes = notes_of(read_only_panel, "feria")
    assert notes.day.text.text() == "▲ Cae en sábado"
    assert not notes.day.do.isVisible()
    assert not notes.sign_off.do.isVisible()


# After a change


def test_a_sign_off_that_is_lost_is_told(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.sign_off(["boletin"])
    assert settled(panel) == ""
    panel.desk.actions.move(["boletin"], VIERNES)
    assert settled(panel) == "«Boletín» cambió, así que perdió el visto bueno de Ana Ruiz."
    assert offers(panel) == []


def test_taking_it_back_by_hand_is_not(panel: LinesPanel) -> None:
    panel.desk.actions.sign_off(["boletin"])
    panel.desk.actions.take_back_sign_off(["boletin"])
    assert settled(panel) == ""


def test_a_step_forward_of_the_state_keeps_it(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.sign_off(["boletin"])
    panel.desk.actions.change(["boletin"], "estado", EstadoLinea.LISTA)
    assert settled(panel) == ""
    assert line(project, "boletin").visto_bueno == "ana"


def test_several_that_lose_it_are_counted(panel: LinesPanel) -> None:
    panel.desk.actions.sign_off(["boletin", "correo"])
    panel.desk.actions.change(["boletin", "correo", "feria"], "canal", Canal.REDES)
    assert settled(panel) == "2 actividades cambiaron y perdieron su visto bueno."


def test_those_that_follow_in_a_series_can_be_moved_too(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.move(["serie10"], date(2026, 10, 6))
    assert settled(panel) == "Cambió solo «Mensaje», que se repite."
    assert line(project, "serie11").fecha == date(2026, 11, 3)
    (offer,) = offers(panel)
    assert offer.text() == "Aplicar también a las 2 siguientes"
    offer.click()
    assert line(project, "serie11").fecha == date(2026, 11, 6)
    assert line(project, "serie12").fecha == date(2026, 12, 6)
    assert panel.follow_ups.isHidden()
    project.undo()
    assert line(project, "serie11").fecha == date(2026, 11, 3)
    assert line(project, "serie10").fecha == date(2026, 10, 6)


def test_what_is_each_ones_own_is_not_offered(panel: LinesPanel) -> None:
    panel.desk.actions.change(["serie10"], "estado", EstadoLinea.LISTA)
    panel.desk.actions.change(["serie10"], "notas", "Solo esta")
    assert settled(panel) == ""


def test_the_last_of_a_series_has_nobody_to_follow(panel: LinesPanel) -> None:
    panel.desk.actions.change(["serie12"], "canal", Canal.CORREO)
    assert settled(panel) == ""


def test_the_next_to_the_last_has_one(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.change(["serie11"], "canal", Canal.CORREO)
    settled(panel)
    (offer,) = offers(panel)
    assert offer.text() == "Aplicar también a la siguiente"
    project.edit("Retirar", [retiro(line(project, "serie11"), "Ya no")])
    offer.click()
    assert line(project, "serie12").canal is Canal.REDES


def test_undoing_offers_nothing(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.move(["serie10"], date(2026, 10, 6))
    settled(panel)
    panel.follow_ups.hide()
    project.undo()
    assert settled(panel) == ""


def test_repeating_and_new_lines_offer_nothing(panel: LinesPanel, project: Project) -> None:
    project.edit("Dejar la serie", [cambio(line(project, "serie10"), serie="")])
    panel.desk.actions.create({"fecha": SABADO})
    assert settled(panel) == ""
