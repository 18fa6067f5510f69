"""What the menus and the pages ask for, done over the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.flow import CONTENIDOS, PROMOCION, USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion, Perfil
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.dialogs.advice import AdviceDialog
from promueve_gui.gui.dialogs.backups import BackupsDialog
from promueve_gui.gui.dialogs.copy_year import CopyYearDialog
from promueve_gui.gui.dialogs.history import HistoryDialog
from promueve_gui.gui.dialogs.new_year import NewYearDialog
from promueve_gui.gui.dialogs.person_data import PersonDialog
from promueve_gui.gui.dialogs.profile import ProfileDialog
from promueve_gui.gui.dialogs.search import SearchDialog
from tests.gui.desk import press, shown_dialogs, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.gui.desk import Desk

GRUPO = GrupoUsuarios(id="g", nombre="Escuelas rurales")
RECORDS = (Institucion(id="i", nombre="Museo de Sitio", siglas="MS"), Perfil(id="p", nombre="Vigente"), GRUPO)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    return desk


@pytest.fixture
def commands(opened: Desk) -> Commands:
    (made,) = opened.window.findChildren(Commands)
    assert isinstance(made, Commands)
    return made


def group(desk: Desk) -> GrupoUsuarios:
    found = desk.project.proyecto.get(GrupoUsuarios, "g")
    assert found is not None
    return found


def test_undo_and_redo_say_what_they_did(opened: Desk, commands: Commands) -> None:
    opened.project.edit("Cambiar notas", [cambio(GRUPO, notas="Sí")])
    commands.undo()
    assert group(opened).notas == ""
    assert opened.window.statusBar().currentMessage() == "Se deshizo: Cambiar notas"
    commands.redo()
    assert group(opened).notas == "Sí"
    assert opened.window.statusBar().currentMessage() == "Se rehizo: Cambiar notas"


def test_what_is_being_typed_is_saved_before_undoing(opened: Desk, commands: Commands) -> None:
    opened.wizard.jump("grupo_usuarios", "g", "nombre")
    line = opened.window.focusWidget()
    assert line is not None
    line.selectAll()  # type: ignore[attr-defined]  # a line of text
    type_text(line, "Otro nombre")
    commands.undo()
    assert group(opened).nombre == "Escuelas rurales"
    commands.redo()
    assert group(opened).nombre == "Otro nombre"


def test_ctrl_k_finds_a_record_and_goes_to_it(opened: Desk) -> None:
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = shown_dialogs(SearchDialog)
    assert isinstance(dialog, SearchDialog)
    type_text(dialog.line, "rurales")
    opened.qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert opened.wizard.current_step() is USUARIOS
    panel = opened.wizard.page_of(USUARIOS).panels["grupo_usuarios"][0]
    assert panel.form_open
    assert panel.form.record_id == "g"


def test_the_field_that_looks_like_a_finder_is_one(opened: Desk) -> None:
    finder = opened.window.menuBar().cornerWidget()
    assert isinstance(finder, QPushButton)
    finder.click()
    assert len(shown_dialogs(SearchDialog)) == 1


@pytest.mark.parametrize(
    ("show", "kind"),
    [
        (Commands.show_history, HistoryDialog),
        (Commands.show_backups, BackupsDialog),
        (Commands.show_profile, ProfileDialog),
        (Commands.show_person, PersonDialog),
        (Commands.ask_advice, AdviceDialog),
        (Commands.copy_year, CopyYearDialog),
        (Commands.new_year, NewYearDialog),
        (Commands.show_manual, QDialog),
        (Commands.show_glossary, QDialog),
        (Commands.show_shortcuts, QDialog),
        (Commands.show_about, QDialog),
    ],
)
def test_each_dialog_stands_over_the_window(
    opened: Desk, commands: Commands, show: Callable[[Commands], None], kind: type[QDialog]
) -> None:
    show(commands)
    (dialog,) = shown_dialogs(kind)
    assert dialog.parent() is opened.window
    press(dialog, "Cerrar")
    opened.qtbot.waitUntil(lambda: shown_dialogs(kind) == [])


def test_advice_is_asked_about_the_step_that_is_shown(opened: Desk, commands: Commands) -> None:
    opened.wizard.go(CONTENIDOS)
    commands.run("asesoria")
    (dialog,) = shown_dialogs(AdviceDialog)
    assert isinstance(dialog, AdviceDialog)
    assert CONTENIDOS.titulo in dialog.subject.text()


def test_pages_ask_for_actions_by_name(opened: Desk) -> None:
    opened.window.action_asked.emit("perfil")
    assert len(shown_dialogs(ProfileDialog)) == 1
    opened.answers.answer([])
    opened.window.action_asked.emit("importar")
    opened.answers.answer(None)
    opened.window.action_asked.emit("mapa")
    assert opened.answers.said == ["open_sources", "Mapa de usuarios MS.xlsx"]


def test_a_page_can_ask_for_one_field_of_the_profile(opened: Desk) -> None:
    opened.window.action_asked.emit("perfil:trato_informar")
    (dialog,) = shown_dialogs(ProfileDialog)
    assert isinstance(dialog, ProfileDialog)
    editor = dialog.form.editor("trato_informar")
    opened.qtbot.waitUntil(lambda: editor.isAncestorOf(QApplication.focusWidget() or dialog) or editor.hasFocus())
    assert not editor.visibleRegion().isEmpty()


def test_a_backup_is_put_back_and_the_project_opens_again(opened: Desk, commands: Commands) -> None:
    opened.project.session.backup("importacion")
    opened.project.edit("Cambiar notas", [cambio(GRUPO, notas="Después del respaldo")])
    commands.show_backups()
    (dialog,) = shown_dialogs(BackupsDialog)
    assert isinstance(dialog, BackupsDialog)
    places = [place for place in range(dialog.list.count()) if "antes de importar" in dialog.list.item(place).text()]
    dialog.list.setCurrentRow(places[0])
    press(dialog, "Restaurar")
    opened.settle()
    assert group(opened).notas == ""
    reasons = [backup.motivo for backup in opened.services.opener.backups(opened.project.path)]
    assert "restauracion" in reasons


def test_without_a_project_what_needs_one_fails_loudly(desk: Desk) -> None:
    (commands,) = desk.window.findChildren(Commands)
    assert isinstance(commands, Commands)
    with pytest.raises(RuntimeError):
        commands.search()


def test_another_project_is_merged(opened: Desk, commands: Commands) -> None:
    other = opened.make([*RECORDS, GrupoUsuarios(id="n", nombre="Periodistas")], "otra.promueve")
    opened.answers.answer(other)
    commands.consolidate()
    opened.settle()
    assert {made.nombre for made in opened.project.proyecto.activos(GrupoUsuarios)} == {
        "Escuelas rurales",
        "Periodistas",
    }


def test_a_page_can_ask_for_one_record_of_the_catalogues(opened: Desk) -> None:
    opened.window.action_asked.emit("perfil:regla_plan;;")
    (dialog,) = shown_dialogs(ProfileDialog)
    assert isinstance(dialog, ProfileDialog)
    assert dialog.reglas.isVisible()


def test_a_rule_that_is_looked_for_is_shown_where_it_is_edited(desk: Desk) -> None:
    desk.open(desk.make([*RECORDS, ReglaPlan(id="r", nombre="Mensaje")]))
    desk.wizard.jump(ReglaPlan.ENTIDAD, "r", "nombre")
    (dialog,) = shown_dialogs(ProfileDialog)
    assert isinstance(dialog, ProfileDialog)
    assert dialog.reglas.panel.form.record_id == "r"


def test_a_new_year_can_lead_to_the_copy_of_a_plan(opened: Desk, commands: Commands) -> None:
    commands.new_year()
    (dialog,) = shown_dialogs(NewYearDialog)
    assert isinstance(dialog, NewYearDialog)
    dialog.then_copy.setChecked(True)
    dialog.begin.click()
    assert len(shown_dialogs(CopyYearDialog)) == 1


def test_the_clock_of_the_bimester_leads_to_the_communications(opened: Desk) -> None:
    (clock,) = [made for made in opened.window.statusBar().findChildren(QPushButton) if made.objectName() == "reloj"]
    opened.qtbot.waitUntil(clock.isVisible)
    clock.click()
    assert opened.wizard.current_step() is PROMOCION
