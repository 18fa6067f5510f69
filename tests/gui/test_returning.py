"""Receiving returned workbooks through the window: dropped or chosen, agreed to or not, one or many, sound or not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QPushButton

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from returned.institution import PUERTOS, identity, records
from tests.adapters.sources.fabrica import fila, texto_csv
from tests.galeria import EDITED, FOLDER, record_exports
from tests.gui.desk import Desk, press, shown_dialogs
from tests.gui.test_importing import press_menu

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.gui.context import Services
    from tests.gui.answers import Answers


@pytest.fixture(autouse=True)
def opened(desk: Desk) -> Path:
    """Open the project that the workbooks of the gallery belong to."""
    return begin(desk)


def begin(desk: Desk) -> Path:
    path = desk.make(records())
    desk.open(path)
    record_exports(desk.project.session)
    return path


def files(*nombres: str) -> list[Path]:
    return [FOLDER / nombre for nombre in nombres]


def preview(desk: Desk) -> ReturnPreview:
    desk.settle()
    (dialog,) = shown_dialogs(ReturnPreview)
    assert isinstance(dialog, ReturnPreview)
    return dialog


def names(desk: Desk) -> set[str]:
    return {grupo.nombre for grupo in desk.project.proyecto.activos(GrupoUsuarios)}


def told(desk: Desk) -> str:
    return desk.window.banner.accessibleName() if desk.window.banner.isVisible() else ""


def offered(desk: Desk) -> list[str]:
    return [b.text() for b in desk.window.banner.findChildren(QPushButton) if b.text() and not b.isHidden()]


def accept(desk: Desk) -> None:
    preview(desk).go.click()
    desk.settle()


def test_a_workbook_dropped_is_previewed_and_taken(desk: Desk) -> None:
    desk.drop(*files(EDITED))
    assert "Pescadores ribereños" not in names(desk)
    accept(desk)
    assert "Pescadores ribereños" in names(desk)
    assert told(desk) == "Se recibió 1 formato: 1 grupo nuevo, 2 cambios."
    assert offered(desk) == ["Guardar resultado…"]


def test_taking_it_is_one_step_that_can_be_undone(desk: Desk) -> None:
    desk.drop(*files(EDITED))
    accept(desk)
    desk.project.undo()
    assert "Pescadores ribereños" not in names(desk)
    assert not desk.project.proyecto.activos(Duda)


def test_the_menu_asks_for_them(desk: Desk) -> None:
    desk.answers.answer(files(EDITED, "otra area.xlsx"))
    press_menu(desk, "Formatos devueltos…")
    assert preview(desk).files.list.count() == 2
    assert "open_returned" in desk.answers.said


def test_no_file_chosen_is_no_work(desk: Desk) -> None:
    desk.answers.answer([])
    press_menu(desk, "Formatos devueltos…")
    desk.settle()
    assert shown_dialogs() == []


def test_saying_no_changes_nothing(desk: Desk) -> None:
    desk.drop(*files(EDITED))
    preview(desk).reject()
    desk.settle()
    assert "Pescadores ribereños" not in names(desk)
    assert told(desk) == ""


def test_what_is_decided_is_done_and_the_rest_waits_with_a_way_there(desk: Desk) -> None:
    hoteleros = desk.project.proyecto.get(GrupoUsuarios, identity(21))
    assert hoteleros is not None
    desk.project.edit("Cambiar notas", [cambio(hoteleros, notas="Se reúnen en abril.")])
    desk.drop(*files("renglones borrados.xlsx"))
    detail = preview(desk).detail
    detail.table.selectRow(1)
    assert detail.model.difference(1).campo == "notas"
    detail.card.buttons[Decision.AMBOS].click()
    accept(desk)
    hoteleros = desk.project.proyecto.get(GrupoUsuarios, identity(21))
    assert hoteleros is not None
    assert hoteleros.notas == "Se reúnen en abril.\nSe reúnen en marzo y en octubre."
    assert told(desk) == "Se recibió 1 formato: 1 grupo nuevo, 2 cambios, 2 dudas."
    press(desk.window.banner, "Ver las dudas")
    page = desk.wizard.page_of(desk.wizard.current_step())
    assert page.pages.tabText(page.pages.currentIndex()) == "Dudas (2)"  # type: ignore[attr-defined]  # that of step 1


def test_many_are_received_at_once_and_those_that_cannot_be_read_are_listed(desk: Desk) -> None:
    desk.drop(*files(EDITED, "usos llenos.xlsx", "excel antiguo.xls", "cortado.xlsx", "otra institucion.xlsx"))
    dialog = preview(desk)
    left_out = [c.archivo for c in dialog.comparados if c.devolucion is None]
    assert left_out == ["excel antiguo.xls", "cortado.xlsx", "otra institucion.xlsx"]
    accept(desk)
    assert told(desk) == "Se recibieron 2 formatos: 1 grupo nuevo, 2 usos de datos nuevos, 2 cambios."


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    for _ in range(2):
        desk.drop(*files(EDITED))
        accept(desk)
    assert told(desk) == "Se recibió 1 formato; no cambió nada."
    assert len([nombre for nombre in names(desk) if nombre == "Pescadores ribereños"]) == 1


def test_files_of_other_kinds_are_imported_afterwards(desk: Desk) -> None:
    inventory = desk.folder / "inventario.csv"
    inventory.write_text(texto_csv(fila()), encoding="utf-8")
    desk.drop(inventory, *files(EDITED))
    assert preview(desk).files.list.count() == 1
    accept(desk)
    (dialog,) = shown_dialogs(ImportPreview)
    press(dialog, "Importar")
    desk.settle()
    assert "Aforos de ríos" in {conjunto.nombre for conjunto in desk.project.proyecto.activos(ConjuntoDatos)}


def test_without_any_of_ours_the_importer_says_what_is_wrong(desk: Desk) -> None:
    desk.drop(*files("excel antiguo.xls"))
    desk.settle()
    assert shown_dialogs() == []
    assert "es de un formato antiguo de Excel" in desk.answers.said[-1]


def test_saying_no_still_lets_the_other_files_be_imported(desk: Desk) -> None:
    inventory = desk.folder / "inventario.csv"
    inventory.write_text(texto_csv(fila()), encoding="utf-8")
    desk.drop(inventory, *files(EDITED))
    preview(desk).reject()
    desk.settle()
    (dialog,) = shown_dialogs(ImportPreview)
    dialog.reject()
    desk.settle()


def test_a_result_is_saved_where_one_says_and_noted(desk: Desk) -> None:
    desk.drop(*files(EDITED))
    accept(desk)
    target = desk.folder / "resultado.xlsx"
    desk.answers.answer(target)
    press(desk.window.banner, "Guardar resultado…")
    desk.settle()
    assert load_workbook(target).sheetnames == ["Resultado"]
    assert "Resultado - Copia de formato (3) FINAL ya revisado.xlsx" in desk.answers.said
    assert told(desk) == "Se exportó el documento «resultado.xlsx»."
    detalle = desk.project.session.history()[0].detalle
    assert detalle == "Resultado de lo que devolvió «Dirección General de Playas»: resultado.xlsx"


def test_results_of_several_go_into_a_folder_and_one_that_is_locked_is_told(desk: Desk) -> None:
    desk.drop(*files(EDITED, "otra area.xlsx"))
    accept(desk)
    folder = desk.folder / "resultados"
    (folder / "Resultado - otra area.xlsx").mkdir(parents=True)  # a folder where the file would go
    desk.answers.answer(folder)
    press(desk.window.banner, "Guardar resultado…")
    desk.settle()
    assert [path.name for path in folder.iterdir() if path.is_file()] == [f"Resultado - {EDITED}"]
    assert desk.answers.said[-2] == "Algunos resultados no se guardaron"


@pytest.mark.parametrize("several", [False, True])
def test_thinking_better_of_saving_results_leaves_nothing(desk: Desk, several: bool) -> None:
    desk.drop(*files(EDITED, *["otra area.xlsx"] * several))
    accept(desk)
    desk.answers.answer(None)
    press(desk.window.banner, "Guardar resultado…")
    desk.settle()
    assert desk.project.session.history()[0].accion != "exportar"


def test_a_result_that_cannot_be_written_is_said(desk: Desk) -> None:
    desk.drop(*files(EDITED))
    accept(desk)
    desk.answers.answer(desk.folder / "no existe" / "resultado.xlsx")
    press(desk.window.banner, "Guardar resultado…")
    desk.settle()
    assert desk.answers.said[-1].startswith("No se pudo escribir «resultado.xlsx»")


def test_whose_a_file_is_can_be_said_in_the_preview(desk: Desk) -> None:
    path = desk.folder / "suelto.xlsx"
    book = load_workbook(FOLDER / "solo la hoja.xlsx")
    hoja = book["Grupos"]
    hoja.delete_rows(2, 5)  # nothing is left that the project knows
    hoja.cell(2, 2).value = "Buzos"
    book.save(path)
    desk.drop(path)
    dialog = preview(desk)
    dialog.detail.area.setCurrentIndex(dialog.detail.area.findData(PUERTOS))
    dialog.detail.area.activated.emit(dialog.detail.area.currentIndex())
    desk.settle()
    accept(desk)
    (buzos,) = [grupo for grupo in desk.project.proyecto.activos(GrupoUsuarios) if grupo.nombre == "Buzos"]
    assert buzos.area == PUERTOS


def test_a_project_to_be_read_only_says_so(desk: Desk, opened: Path) -> None:
    desk.window.close_project()
    desk.window.show_project(desk.services.opener.open(opened, read_only=True), opened)
    desk.settle()
    desk.drop(*files(EDITED))
    assert "solo para leer" in desk.answers.said[-1]
    assert shown_dialogs() == []


def test_without_a_backup_nothing_is_taken_and_it_is_said(desk: Desk) -> None:
    desk.drop(*files(EDITED))
    dialog = preview(desk)
    shutil.rmtree(desk.folder / "respaldos", ignore_errors=True)
    (desk.folder / "respaldos").write_text("no es una carpeta")  # so that no backup can be made
    dialog.go.click()
    desk.settle()
    assert "No se pudo hacer el respaldo" in told(desk)
    assert "Pescadores ribereños" not in names(desk)


def test_closing_the_project_meanwhile_forgets_the_files(desk: Desk) -> None:
    desk.window.import_files(files(EDITED))
    desk.window.close_project()
    desk.settle()
    assert shown_dialogs() == []


@pytest.fixture
def failing_desk(
    spanish_app: QApplication, qtbot: QtBot, disk_services: Services, tmp_path: Path, messages: Answers
) -> Iterator[tuple[Desk, list[BaseException]]]:
    """Return a window whose reader of returned workbooks has an error in it, and the errors it noted."""
    crashes: list[BaseException] = []

    def fail(path: Path, _progress: Progress | None) -> LibroDevuelto | None:
        raise ValueError(f"{path} no se entiende")

    def note(error: BaseException) -> Path:
        crashes.append(error)
        return tmp_path / "errores.log"

    made = Desk(qtbot, replace(disk_services, read_returned=fail, log_crash=note), tmp_path / "otra", messages)
    yield made, crashes
    made.close()


def test_an_error_of_the_program_is_reported(failing_desk: tuple[Desk, list[BaseException]], tmp_path: Path) -> None:
    desk, crashes = failing_desk
    (tmp_path / "otra").mkdir()
    begin(desk)
    desk.drop(*files(EDITED))
    assert [type(error) for error in crashes] == [ValueError]
    for dialog in shown_dialogs():
        dialog.reject()
    desk.settle()
