"""The dialogs of the lines: a day, one field of several, how a line repeats, and a name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.application.plan_series import Cada
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Frecuencia
from promueve_gui.gui.messages import Messages
from promueve_gui.gui.pasos.plan.vistas.bulk_dialog import FIELDS, BulkDialog
from promueve_gui.gui.pasos.plan.vistas.day_dialog import DayDialog
from promueve_gui.gui.pasos.plan.vistas.repeat_dialog import NO_DATE, NO_UPDATES, NOTHING, RepeatDialog
from promueve_gui.gui.questions import NameDialog
from promueve_gui.gui.settings import Settings
from tests.gui.modal import when_asked
from tests.gui.pasos.plan.vistas.conftest import MARTES, SERIE
from tests.gui.pasos.plan.vistas.seen import agenda_of, line

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(panel: LinesPanel, kind: type[QDialog]) -> QDialog:
    (dialog,) = [made for made in panel.window().findChildren(kind) if made.isVisible()]
    return dialog


def days(panel: LinesPanel) -> DayDialog:
    dialog = opened(panel, DayDialog)
    assert isinstance(dialog, DayDialog)
    return dialog


def repeating(panel: LinesPanel, identidad: str) -> RepeatDialog:
    panel.desk.actions.ask_repeat(identidad, panel)
    dialog = opened(panel, RepeatDialog)
    assert isinstance(dialog, RepeatDialog)
    return dialog


def changing(panel: LinesPanel, *ids: str) -> BulkDialog:
    panel.desk.actions.ask_change(ids, panel)
    dialog = opened(panel, BulkDialog)
    assert isinstance(dialog, BulkDialog)
    return dialog


def write(dialog: DayDialog | RepeatDialog, text: str) -> None:
    editor = dialog.editor if isinstance(dialog, DayDialog) else dialog.until
    editor.line.selectAll()
    QTest.keyClicks(editor.line, text)
    if not text:
        QTest.keyClick(editor.line, Qt.Key.Key_Delete)


def items(dialog: RepeatDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


# A day


def test_control_d_asks_for_a_day(panel: LinesPanel, project: Project) -> None:
    agenda = agenda_of(panel)
    agenda.select("boletin")
    agenda.take_focus()
    QTest.keyClick(agenda.list, Qt.Key.Key_D, CONTROL)
    dialog = days(panel)
    assert dialog.editor.typed() == "10/11/2026"
    assert dialog.said.text() == "Martes 10 de noviembre de 2026"
    write(dialog, "12/11/2026")
    dialog.go.click()
    assert line(project, "boletin").fecha == date(2026, 11, 12)


@pytest.mark.parametrize(
    ("typed", "said", "offered"),
    [
        ("14/11/2026", "Sábado 14 de noviembre de 2026: es fin de semana", "Pasar al martes 17/11"),
        ("16/11/2026", "Lunes 16 de noviembre de 2026: es día inhábil (Día de la Revolución)", "Pasar al martes 17/11"),
        ("12/11/2026", "Jueves 12 de noviembre de 2026", ""),
    ],
)
def test_days_off_are_told_before_they_are_taken(panel: LinesPanel, typed: str, said: str, offered: str) -> None:
    panel.desk.actions.ask_day(["boletin", "correo"], panel)
    dialog = days(panel)
    write(dialog, typed)
    assert dialog.said.text() == said
    assert dialog.next.isVisible() is bool(offered)
    if offered:
        assert dialog.next.text() == offered
        dialog.next.click()
        assert dialog.day() == date(2026, 11, 17)
        assert not dialog.next.isVisible()
    dialog.reject()


def test_what_is_no_day_is_not_accepted(panel: LinesPanel, project: Project) -> None:
    panel.desk.actions.ask_day(["estudio"], panel)
    dialog = days(panel)
    assert dialog.day() == panel.desk.context.services.today()
    for text in ("31/02/2026", ""):
        write(dialog, text)
        assert not dialog.go.isEnabled()
        assert dialog.said.text() == "Escriba el día como dd/mm/aaaa."
    dialog.reject()
    assert line(project, "estudio").fecha is None


# One field of several lines


def test_one_field_of_all_is_changed(panel: LinesPanel, project: Project) -> None:
    dialog = changing(panel, "boletin", "correo")
    assert dialog.go.text() == "Quitar de 2 actividades"
    dialog.fields.setCurrentIndex(FIELDS.index("canal"))
    dialog.editors[FIELDS.index("canal")].set_value(Canal.REDES)
    dialog.editors[FIELDS.index("canal")].edited.emit()
    assert dialog.go.text() == "Cambiar en 2 actividades"
    dialog.go.click()
    assert {line(project, identidad).canal for identidad in ("boletin", "correo")} == {Canal.REDES}
    project.undo()
    assert line(project, "boletin").canal is Canal.CORREO


def test_a_value_left_empty_is_taken_away(panel: LinesPanel, project: Project) -> None:
    dialog = changing(panel, "boletin", "correo")
    dialog.fields.setCurrentIndex(FIELDS.index("grupos"))
    assert dialog.campo() == "grupos"
    dialog.go.click()
    assert line(project, "boletin").grupos == line(project, "correo").grupos == ()


def test_a_value_that_does_not_fit_is_not_accepted(panel: LinesPanel, project: Project) -> None:
    dialog = changing(panel, "boletin", "correo")
    place = FIELDS.index("fecha")
    dialog.fields.setCurrentIndex(place)
    dialog.editors[place].show_typed("31/02/2026")
    dialog.editors[place].edited.emit()
    assert not dialog.go.isEnabled()
    assert dialog.problem.isVisible()
    dialog.editors[place].set_value(date(2026, 11, 20))
    dialog.editors[place].edited.emit()
    dialog.go.click()
    assert line(project, "correo").fecha == date(2026, 11, 20)


# How a line repeats


def test_a_line_is_repeated(panel: LinesPanel, project: Project) -> None:
    dialog = repeating(panel, "boletin")
    dialog.every.setCurrentIndex(list(Cada).index(Cada.SEMANA))
    write(dialog, "08/12/2026")
    assert items(dialog) == [
        "Martes 17 de noviembre de 2026",
        "Martes 24 de noviembre de 2026",
        "Martes 1 de diciembre de 2026",
        "Martes 8 de diciembre de 2026",
    ]
    assert dialog.go.text() == "Agregar 4 actividades"
    dialog.go.click()
    serie = line(project, "boletin").serie
    made = [linea for linea in project.proyecto.activos(LineaPlan) if linea.serie == serie]
    assert serie
    assert len(made) == 5
    assert {linea.estado for linea in made} == {EstadoLinea.PLANEADA}
    project.undo()
    assert line(project, "boletin").serie == ""


def test_the_preview_says_which_days_were_moved(panel: LinesPanel, project: Project) -> None:
    project.edit("Mover", [cambio(line(project, "boletin"), fecha=date(2026, 10, 14))])
    dialog = repeating(panel, "boletin")
    dialog.every.setCurrentIndex(list(Cada).index(Cada.MES))
    assert items(dialog)[0] == ("Martes 17 de noviembre de 2026 · en vez del sábado 14/11")
    dialog.reject()


def test_a_line_without_a_date_says_why_it_cannot_repeat(panel: LinesPanel) -> None:
    dialog = repeating(panel, "estudio")
    assert dialog.said.text() == NO_DATE
    assert not dialog.go.isEnabled()
    assert dialog.result_changes()[1] == []
    dialog.reject()


def test_nothing_to_repeat_is_told(panel: LinesPanel, project: Project) -> None:
    dialog = repeating(panel, "boletin")
    write(dialog, "11/11/2026")
    assert dialog.said.text() == NOTHING
    write(dialog, "")
    assert dialog.said.text().startswith("Escriba hasta qué día")
    assert dialog.result_changes() == ("", [])
    write(dialog, "31/02/2026")
    assert not dialog.go.isEnabled()
    dialog.reject()


def test_with_each_update_of_the_data(panel: LinesPanel, project: Project) -> None:
    dialog = repeating(panel, "boletin")
    dialog.every.setCurrentIndex(list(Cada).index(Cada.ACTUALIZACION))
    write(dialog, "31/12/2026")
    assert items(dialog) == ["Jueves 10 de diciembre de 2026"]
    dialog.reject()
    aforos = project.proyecto.get(ConjuntoDatos, "aforos")
    assert aforos is not None
    project.edit("Cambiar", [cambio(aforos, frecuencia=Frecuencia.TIEMPO_REAL)])
    dialog = repeating(panel, "boletin")
    dialog.every.setCurrentIndex(list(Cada).index(Cada.ACTUALIZACION))
    assert dialog.said.text() == NO_UPDATES
    dialog.reject()


def test_there_is_a_most(panel: LinesPanel) -> None:
    dialog = repeating(panel, "boletin")
    dialog.every.setCurrentIndex(list(Cada).index(Cada.SEMANA))
    write(dialog, "31/12/2040")
    assert dialog.said.text() == "Se agregan 260 como máximo."
    dialog.reject()


# A name


def test_a_name_is_asked(panel: LinesPanel, tmp_path: Path) -> None:
    messages = Messages(panel, Settings(tmp_path / "ajustes.ini"))

    def answer(dialog: NameDialog) -> None:
        assert dialog.line.text() == "Mías"
        dialog.line.setText("   ")
        assert dialog.name() == ""
        dialog.line.setText("  Las   mías ")
        dialog.accept()

    asked = when_asked(NameDialog, answer)
    assert messages.ask_name("Guardar la vista", "Nombre de la vista", "Mías") == "Las mías"
    asked = when_asked(NameDialog, lambda dialog: dialog.reject())
    assert messages.ask_name("Guardar la vista", "Nombre de la vista", "Mías") == ""
    assert not asked.isActive()


def test_series_of_the_plan_are_as_the_tests_say() -> None:
    assert [linea.fecha for linea in SERIE if linea.fecha and linea.fecha > MARTES] == [date(2026, 12, 3)]
