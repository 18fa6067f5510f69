"""One person's data in the real window on real files: found, handed over, corrected, erased; and the copy without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.personas import BORRADO
from promueve_gui.gui import personal_data
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.personal_data import PersonLookup
from tests.gui.desk import shown_dialogs

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.dialogs.person_data import PersonDialog
    from tests.gui.desk import Desk

PETRA = Contacto(id="petra", nombre="Petra Vereda Monte", grupo="g", correo="petra@coop.example.org")
RECORDS = (
    Institucion(id="i", nombre="Museo de Sitio", siglas="MS"),
    AreaGeneradora(id="a", nombre="Caminos", responsable="Petra Vereda Monte"),
    GrupoUsuarios(id="g", nombre="Cooperativas", area="a", notas="Avisar a Petra Vereda Monte"),
    PETRA,
)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    desk.project.edit("Cambiar el correo", [cambio(PETRA, correo="petra.nueva@coop.example.org")])
    return desk


def ask(desk: Desk, name: str) -> PersonLookup:
    (commands,) = desk.window.findChildren(Commands)
    getattr(commands, name)()
    return desk.window.findChildren(PersonLookup)[-1]


def looked_up(desk: Desk, text: str = "petra vereda") -> PersonDialog:
    dialog = ask(desk, "show_person").dialog
    dialog.line.setText(text)
    dialog.search.click()
    desk.settle()
    return dialog


def contact(desk: Desk) -> Contacto:
    found = desk.project.proyecto.get(Contacto, "petra")
    assert found is not None
    return found


def test_a_person_is_found_and_her_data_are_handed_over_as_a_workbook(opened: Desk, tmp_path: Path) -> None:
    dialog = looked_up(opened)
    assert dialog.chosen() == [("contacto", "petra"), ("area_generadora", "a"), ("grupo_usuarios", "g")]
    opened.answers.answer(tmp_path / "datos.xlsx")
    dialog.save.click()
    opened.settle()
    assert dialog.summary.text() == "Se guardó «datos.xlsx»."
    sheet = load_workbook(tmp_path / "datos.xlsx")["Datos"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Dónde está", "Registro", "Campo", "Qué dice", "Cuándo"]
    assert ["Contacto", PETRA.nombre, "Correo institucional", "petra.nueva@coop.example.org", "Ahora"] in rows
    assert ["Contacto", PETRA.nombre, "Correo institucional", "petra@coop.example.org", "Antes"] in rows


def test_and_as_plain_text(opened: Desk, tmp_path: Path) -> None:
    dialog = looked_up(opened)
    opened.answers.answer(tmp_path / "datos.txt")
    dialog.save.click()
    opened.settle()
    text = (tmp_path / "datos.txt").read_text(encoding="utf-8-sig")
    assert text.startswith("Datos de una persona\n")
    assert "Qué dice: petra@coop.example.org\nCuándo: Antes" in text


def test_handing_over_can_be_thought_better_of_or_fail(opened: Desk, tmp_path: Path) -> None:
    dialog = looked_up(opened)
    opened.answers.answer(None)
    dialog.save.click()
    opened.answers.answer(tmp_path / "no-existe" / "datos.txt")
    dialog.save.click()
    opened.settle()
    assert opened.answers.said[-1].startswith("No se pudo escribir «datos.txt»")


def test_too_little_to_search_for_is_told(opened: Desk) -> None:
    dialog = looked_up(opened, "a")
    assert dialog.summary.text().startswith("Escriba el nombre o el correo")
    lookup = opened.window.findChildren(PersonLookup)[-1]
    lookup.save()
    lookup.erase()
    assert opened.answers.said == []


def test_her_record_can_be_gone_to_and_corrected(opened: Desk) -> None:
    dialog = looked_up(opened)
    dialog.visit.click()
    opened.settle()
    page = opened.wizard.page_of(opened.wizard.current_step())
    assert page.panels["contacto"][0].form.record_id == "petra"
    assert shown_dialogs() == []


def test_she_is_erased_once_the_user_understood(opened: Desk) -> None:
    path = opened.project.path
    dialog = looked_up(opened)
    opened.answers.answer(False)
    dialog.erase.click()
    opened.settle()
    assert contact(opened).nombre == PETRA.nombre
    opened.answers.answer(True)
    dialog.erase.click()
    opened.settle()
    assert "en los registros marcados (3)" in opened.answers.said[0]
    assert opened.answers.said[-1].startswith("Se borraron sus datos de 3 fichas y 1 cambio anterior")
    assert (contact(opened).nombre, contact(opened).correo) == (BORRADO, BORRADO)
    assert shown_dialogs() == []
    opened.close()
    assert b"Petra" not in path.read_bytes()
    assert all(b"Petra" not in copy.read_bytes() for copy in (path.parent / "respaldos").iterdir())


def test_what_the_window_shows_is_erased_too_and_the_rest_can_be_undone(opened: Desk) -> None:
    dialog = looked_up(opened)
    opened.answers.answer(True)
    dialog.erase.click()
    opened.settle()
    assert opened.project.index.search(opened.project.proyecto, "petra") == []
    assert opened.project.undo() == "Retirar a una persona cuyos datos se borraron"
    assert opened.project.undo() == "Cambiar el correo"
    assert contact(opened).correo == BORRADO
    assert not opened.project.undo()


def test_a_file_that_refuses_loses_nothing(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise UserError("disco_lleno", archivo="x")

    dialog = looked_up(opened)
    monkeypatch.setattr(personal_data, "forget_person", refuse)
    opened.answers.answer(True)
    dialog.erase.click()
    opened.settle()
    assert "el disco está lleno" in opened.answers.said[-1]
    assert dialog.isVisible()
    assert contact(opened).nombre == PETRA.nombre


def test_edits_that_wait_go_first(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = looked_up(opened)
    monkeypatch.setattr(type(opened.project), "pending", property(lambda _: True))
    dialog.erase.click()
    assert opened.answers.said == [personal_data.PENDING]
    monkeypatch.undo()


def test_a_copy_without_anybodys_data_is_written(opened: Desk, tmp_path: Path) -> None:
    target = tmp_path / "copia.promueve"
    (commands,) = opened.window.findChildren(Commands)
    opened.answers.answer(target)
    commands.copy_without_persons()
    opened.settle()
    assert opened.answers.said[0] == "proyecto sin datos personales.promueve"
    assert opened.answers.said[-1].startswith("Se guardó «copia.promueve». No lleva contactos")
    assert b"Petra" not in target.read_bytes()
    copy = opened.services.opener.open(target)
    assert copy.proyecto.todos(Contacto) == []
    copy.close()
    opened.answers.answer(target)
    commands.copy_without_persons()
    opened.settle()
    assert opened.answers.said[-1].startswith("Ya existe «copia.promueve»")
    opened.answers.answer(None)
    commands.copy_without_persons()


def test_without_a_project_there_is_nothing_to_do(desk: Desk) -> None:
    personal_data.look_up_person(desk.window)
    personal_data.copy_without_persons(desk.window)
    assert desk.answers.said == []
    assert desk.window.findChildren(PersonLookup) == []
