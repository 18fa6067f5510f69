"""What is pressing is told on opening, in a strip that can be put away, and once a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.flow import INICIO, PLAN
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.alerting import Alerting, AlertStrip
from promueve_gui.gui.dialogs.alerts import AlertsDialog
from promueve_gui.gui.theme import Tema
from tests.gui.desk import Desk, press, shown_dialogs

if TYPE_CHECKING:
    from pathlib import Path

INSTITUCION = Institucion(id="i", nombre="Presas", siglas="P", anio=2026)
VENCIDA = LineaPlan(id="vencida", nombre="R&D <b>", fecha=date(2026, 11, 3), estado=EstadoLinea.PLANEADA)
PROXIMA = LineaPlan(id="proxima", nombre="Correo", fecha=date(2026, 11, 20), estado=EstadoLinea.PLANEADA)
AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos", fecha_publicacion=date(2026, 11, 25))
SUMMARY = "1 actividad vencida, 1 dato por salir sin actividad y 1 actividad próxima."


@pytest.fixture
def path(desk: Desk) -> Path:
    return desk.make([INSTITUCION, VENCIDA, PROXIMA, AFOROS])


def strip(desk: Desk) -> AlertStrip:
    (made,) = desk.window.findChildren(Alerting)
    assert isinstance(made, Alerting)
    return made.strip


def dialog_of(desk: Desk) -> AlertsDialog:
    desk.qtbot.waitUntil(lambda: bool(shown_dialogs(AlertsDialog)))
    (dialog,) = shown_dialogs(AlertsDialog)
    assert isinstance(dialog, AlertsDialog)
    return dialog


def told(desk: Desk, path: Path) -> AlertStrip:
    desk.open(path)
    made = strip(desk)
    desk.qtbot.waitUntil(made.isVisible)
    return made


def settled(desk: Desk) -> None:
    """Wait until alerts would have been told."""
    (alerting,) = desk.window.findChildren(Alerting)
    assert isinstance(alerting, Alerting)
    desk.qtbot.waitUntil(lambda: not alerting.pending())
    desk.settle()


def top(dialog: AlertsDialog, place: int) -> QTreeWidgetItem:
    item = dialog.tree.topLevelItem(place)
    assert item is not None
    return item


def test_a_strip_says_what_is_pressing(desk: Desk, path: Path) -> None:
    made = told(desk, path)
    assert made.text.text() == SUMMARY
    assert made.accessibleName() == f"Avisos: {SUMMARY}"


def test_it_is_put_away_and_not_told_twice_the_same_day(desk: Desk, path: Path) -> None:
    made = told(desk, path)
    made.close_button.click()
    assert made.isHidden()
    desk.window.close_project()
    desk.open(path)
    settled(desk)
    assert strip(desk).isHidden()


def test_the_next_day_tells_again(desk: Desk, path: Path) -> None:
    told(desk, path)
    desk.window.close_project()
    assert strip(desk).isHidden()
    desk.window.context.services = replace(desk.services, today=lambda: date(2026, 11, 20))
    assert told(desk, path).text.text().startswith("1 actividad vencida")


def test_a_clock_set_back_and_forth_tells_once_on_each_day(desk: Desk, path: Path) -> None:
    hoy = desk.services.today()
    told(desk, path)
    for dia, tells in ((hoy - timedelta(days=1), True), (hoy, False), (hoy - timedelta(days=1), False)):
        desk.window.close_project()
        desk.window.context.services = replace(desk.services, today=partial(date.fromordinal, dia.toordinal()))
        if tells:
            told(desk, path)
        else:
            desk.open(path)
            settled(desk)
        assert strip(desk).isVisible() is tells


def test_other_projects_have_a_day_of_their_own(desk: Desk, path: Path) -> None:
    told(desk, path)
    other = desk.make([INSTITUCION, replace(VENCIDA, id="otra")], "otro.promueve")
    assert told(desk, other).text.text() == "1 actividad vencida."


def test_with_nothing_pressing_nothing_is_said(desk: Desk) -> None:
    desk.open(desk.make([INSTITUCION]))
    settled(desk)
    assert strip(desk).isHidden()


def test_the_list_leads_to_each_record(desk: Desk, path: Path) -> None:
    made = told(desk, path)
    made.see.click()
    dialog = dialog_of(desk)
    assert made.isHidden()
    headings = [top(dialog, place).text(0) for place in range(dialog.tree.topLevelItemCount())]
    assert headings == ["Vencidas (1)", "Datos por salir sin actividad (1)", "Próximas (1)"]
    item = top(dialog, 0).child(0)
    assert item is not None
    assert item.text(0) == "«R&D <b>» venció el 03/11/2026 y no está hecha."
    assert "&lt;b&gt;" in item.toolTip(0)
    dialog.tree.setCurrentItem(item)
    press(dialog, "Ir a lo elegido")
    assert desk.wizard.current_step() is PLAN
    assert desk.wizard.page_of(PLAN).panels["linea_plan"][0].form.record_id == "vencida"


def test_a_heading_leads_nowhere(desk: Desk, path: Path) -> None:
    told(desk, path).see.click()
    dialog = dialog_of(desk)
    dialog.tree.setCurrentItem(top(dialog, 0))
    dialog.tree.itemActivated.emit(top(dialog, 0), 0)
    assert dialog.isVisible()


def test_it_can_be_looked_at_later_from_inicio(desk: Desk, path: Path) -> None:
    told(desk, path).close_button.click()
    press(desk.wizard.page_of(INICIO), "Ver avisos…")
    assert dialog_of(desk).tree.isVisible()


def test_the_list_says_when_there_is_nothing(desk: Desk) -> None:
    desk.open(desk.make([INSTITUCION]))
    desk.window.action_asked.emit("avisos")
    dialog = dialog_of(desk)
    assert not dialog.tree.isVisible()
    assert [made.text() for made in dialog.findChildren(QPushButton) if made.isVisible()] == ["Cerrar"]


def test_the_sign_follows_the_theme(desk: Desk, path: Path) -> None:
    made = told(desk, path)
    desk.window.context.set_theme(Tema.OSCURO)
    assert made.isVisible()
    assert made.text.text() == SUMMARY


def test_without_a_project_nothing_is_asked(desk: Desk) -> None:
    (alerting,) = desk.window.findChildren(Alerting)
    assert isinstance(alerting, Alerting)
    alerting.show_all()
    desk.settle()
    assert shown_dialogs(AlertsDialog) == []
