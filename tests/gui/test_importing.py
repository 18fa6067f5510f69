"""Importing through the window: looked at first, agreed to or not, once or twice, one file or several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMessageBox, QPushButton, QTableWidget

from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.gui.commands import NO_PROBLEMS
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.import_problems import ImportProblemsDialog
from tests.adapters.sources.fabrica import fila, texto_csv
from tests.gui.desk import Desk, press, shown_dialogs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.importacion import Lectura
    from promueve_gui.gui.context import Services
    from tests.gui.answers import Answers

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026)
AREA = AreaGeneradora(id="a", nombre="Laboratorio Central")
TWINS = (
    fila(c1="Dirección de Estadística Hídrica"),
    fila(c1="Direccion de Estadística Hidrca", c2="Padrón de usuarios"),
)


@pytest.fixture
def project_file(desk: Desk) -> Path:
    """Return the project that is open."""
    path = desk.make([INSTITUCION, AREA])
    desk.open(path)
    return path


@pytest.fixture
def inventory(desk: Desk, project_file: Path) -> Path:
    """Return an inventory of two datasets in one area."""
    path = desk.folder / "inventario.csv"
    path.write_text(texto_csv(fila(), fila(c2="Padrón de usuarios", c3="Padrón 2024")), encoding="utf-8")
    return path


@pytest.fixture
def crashes() -> list[BaseException]:
    """Return where errors are noted."""
    return []


@pytest.fixture
def failing_desk(
    spanish_app: QApplication,
    qtbot: QtBot,
    disk_services: Services,
    tmp_path: Path,
    messages: Answers,
    crashes: list[BaseException],
) -> Iterator[Desk]:
    """Return a window whose reader of files has an error in it."""

    def fail(path: Path, _progress: Progress | None) -> Lectura:
        raise ValueError(f"{path} no se entiende")

    def note(error: BaseException) -> Path:
        crashes.append(error)
        return tmp_path / "errores.log"

    made = Desk(qtbot, replace(disk_services, read_source=fail, log_crash=note), tmp_path, messages)
    yield made
    made.close()


def bring(desk: Desk, *paths: Path) -> ImportPreview:
    """Ask for files by the menu and return the preview of the first."""
    desk.answers.answer(list(paths))
    press_menu(desk, "Plan, inventario o catálogo…")
    return preview(desk)


def press_menu(desk: Desk, text: str) -> None:
    (action,) = [made for made in desk.window.menuBar().findChildren(QAction) if made.text().replace("&", "") == text]
    assert action.isEnabled()
    action.trigger()


def preview(desk: Desk) -> ImportPreview:
    """Wait until the preview is there, up to date, and return it."""
    desk.settle()
    (dialog,) = shown_dialogs(ImportPreview)
    assert isinstance(dialog, ImportPreview)
    return dialog


def names(desk: Desk, tipo: type[Registro] = ConjuntoDatos) -> list[str]:
    return sorted(registro.titulo for registro in desk.project.proyecto.activos(tipo))


def figures(dialog: ImportPreview) -> dict[str, list[str]]:
    """Return new, changed and equal of each table."""
    (table,) = [made for made in dialog.findChildren(QTableWidget) if made.accessibleName() == "Registros por tabla"]
    rows = [[item.text() if (item := table.item(r, c)) else "" for c in range(4)] for r in range(table.rowCount())]
    return {row[0]: row[1:] for row in rows}


def agree(desk: Desk) -> None:
    press(preview(desk), "Importar")
    desk.settle()


def test_the_preview_counts_and_nothing_has_changed_yet(desk: Desk, inventory: Path) -> None:
    dialog = bring(desk, inventory)
    assert figures(dialog) == {
        "Áreas": ["1", "0", "0"],
        "Conjuntos de datos": ["2", "0", "0"],
        "Recursos": ["2", "0", "0"],
    }
    assert names(desk) == []
    press(dialog, "No importar")


def test_what_is_agreed_to_comes_in_as_one_edition_after_a_backup(desk: Desk, inventory: Path) -> None:
    bring(desk, inventory)
    agree(desk)
    assert names(desk) == ["Aforos de ríos", "Padrón de usuarios"]
    assert desk.window.statusBar().currentMessage() == "Se importó «inventario.csv». Puede deshacerlo con Ctrl+Z."
    assert desk.project.session.history()[0].detalle == "Importar «inventario.csv»"
    assert "importacion" in [backup.motivo for backup in desk.services.opener.backups(desk.project.path)]
    assert desk.project.undo() == "Importar «inventario.csv»"
    assert names(desk) == []
    assert names(desk, AreaGeneradora) == [AREA.nombre]


def test_what_came_in_is_told_in_the_banner_of_all_files(desk: Desk, inventory: Path) -> None:
    other = desk.folder / "otro.csv"
    other.write_text(texto_csv(fila(c2="Presas", c3="Presas 2024")), encoding="utf-8")
    bring(desk, inventory, other)
    agree(desk)
    first = "Se importó «inventario.csv». Nuevos: 1 área, 2 conjuntos de datos, 2 recursos."
    assert desk.window.banner.accessibleName() == first
    agree(desk)
    assert desk.window.banner.isVisible()
    assert desk.window.banner.accessibleName() == (
        f"{first} Se importó «otro.csv». Nuevos: 1 conjunto de datos, 1 recurso."
    )
    assert "Ver problemas" not in [made.text() for made in desk.window.banner.findChildren(QPushButton)]


def test_the_banner_leads_to_the_problems(desk: Desk, project_file: Path) -> None:
    path = desk.folder / "dos.csv"
    path.write_text(texto_csv(*TWINS), encoding="utf-8")
    bring(desk, path)
    agree(desk)
    assert desk.window.banner.accessibleName().endswith(" 1 problema.")
    press(desk.window.banner, "Ver problemas")
    title, sentence = desk.answers.said[-2:]
    assert title == "Problemas al importar"
    assert "parecen la misma área; quedan como dos. Si son la misma, únalas al importar." in sentence


def problems_entry(desk: Desk) -> QAction:
    found = (a for a in desk.window.findChildren(QAction) if a.text() == "P&roblemas de la última importación…")
    return next(found)


def test_the_problems_stay_at_hand_once_the_project_was_closed(desk: Desk, project_file: Path) -> None:
    problems_entry(desk).trigger()
    assert desk.answers.said == [NO_PROBLEMS]
    path = desk.folder / "dos.csv"
    path.write_text(texto_csv(*TWINS), encoding="utf-8")
    bring(desk, path)
    agree(desk)
    desk.open(project_file)
    problems_entry(desk).trigger()
    (dialog,) = shown_dialogs(ImportProblemsDialog)
    assert isinstance(dialog, ImportProblemsDialog)
    assert dialog.which.currentText().endswith("«dos.csv»: 1 problema")
    cell = dialog.table.item(0, 1)
    assert cell is not None
    assert "parecen la misma área" in cell.text()
    dialog.reject()


def test_not_importing_leaves_the_project_as_it_was(desk: Desk, inventory: Path) -> None:
    before = desk.project.path.read_bytes()
    press(bring(desk, inventory), "No importar")
    desk.settle()
    assert names(desk) == []
    assert desk.project.path.read_bytes() == before
    assert "importacion" not in [backup.motivo for backup in desk.services.opener.backups(desk.project.path)]
    assert shown_dialogs(ImportPreview) == []


def test_the_same_file_twice_changes_nothing(desk: Desk, inventory: Path) -> None:
    bring(desk, inventory)
    agree(desk)
    lines = len(desk.project.session.history())
    dialog = bring(desk, inventory)
    assert {row[0:2] == ["0", "0"] for row in map(list, figures(dialog).values())} == {True}
    press(dialog, "No importar")
    desk.settle()
    assert len(desk.project.session.history()) == lines


def test_areas_spelt_alike_stay_two_unless_they_are_joined(desk: Desk, project_file: Path) -> None:
    path = desk.folder / "dos.csv"
    path.write_text(texto_csv(*TWINS), encoding="utf-8")
    bring(desk, path)
    agree(desk)
    assert len(names(desk, AreaGeneradora)) == 3


def test_areas_that_are_joined_become_one_with_both_spellings(desk: Desk, project_file: Path) -> None:
    path = desk.folder / "dos.csv"
    path.write_text(texto_csv(*TWINS), encoding="utf-8")
    dialog = bring(desk, path)
    assert figures(dialog)["Áreas"] == ["2", "0", "0"]
    (box,) = dialog.findChildren(QCheckBox)
    box.click()
    assert figures(preview(desk))["Áreas"] == ["1", "0", "0"]
    agree(desk)
    assert len(names(desk, AreaGeneradora)) == 2
    areas = {conjunto.area for conjunto in desk.project.proyecto.activos(ConjuntoDatos)}
    assert len(areas) == 1
    joined = desk.project.proyecto.get(AreaGeneradora, areas.pop() or "")
    assert joined is not None
    assert {joined.nombre, joined.otros_nombres} == {row[0] for row in TWINS}


def test_what_the_file_gives_no_area_can_be_given_one(desk: Desk, project_file: Path) -> None:
    path = desk.folder / "sin_area.csv"
    path.write_text(texto_csv(fila(c1="")), encoding="utf-8")
    dialog = bring(desk, path)
    combo = dialog.findChildren(QComboBox)[0]
    combo.setCurrentIndex(combo.findText(AREA.nombre))
    combo.activated.emit(combo.currentIndex())
    agree(desk)
    assert [conjunto.area for conjunto in desk.project.proyecto.activos(ConjuntoDatos)] == ["a"]


def test_of_two_quick_changes_of_mind_only_the_last_counts(desk: Desk, project_file: Path) -> None:
    path = desk.folder / "dos.csv"
    path.write_text(texto_csv(*TWINS), encoding="utf-8")
    dialog = bring(desk, path)
    (box,) = dialog.findChildren(QCheckBox)
    box.click()
    box.click()
    assert figures(preview(desk))["Áreas"] == ["2", "0", "0"]
    press(dialog, "No importar")


def test_several_files_are_asked_about_one_after_the_other(desk: Desk, inventory: Path) -> None:
    other = desk.folder / "otro.csv"
    other.write_text(texto_csv(fila(c2="Presas", c3="Presas 2024")), encoding="utf-8")
    press(bring(desk, inventory, other), "No importar")
    agree(desk)
    assert names(desk) == ["Presas"]


def test_a_file_that_is_refused_says_one_sentence_and_the_next_goes_on(desk: Desk, inventory: Path) -> None:
    bad = desk.folder / "foto.xlsx"
    bad.write_bytes(b"")
    bring(desk, bad, inventory)
    assert desk.answers.said == ["open_sources", "«foto.xlsx» está vacío. Elija otro archivo."]
    agree(desk)
    assert names(desk) == ["Aforos de ríos", "Padrón de usuarios"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html><body>No</body></html>", "es una página web"),
        (b"nombre,telefono\nAna,5\n", "No se reconoció el contenido"),
        (b"{", "no es un JSON válido"),
        (b"PK\x03\x04 nada", "dañado o incompleto"),
    ],
)
def test_refused_files_change_nothing(desk: Desk, project_file: Path, content: bytes, sentence: str) -> None:
    path = desk.folder / "malo.xlsx"
    path.write_bytes(content)
    desk.window.import_files([path])
    desk.settle()
    (said,) = desk.answers.said
    assert "«malo.xlsx»" in said
    assert sentence in said
    assert shown_dialogs(ImportPreview) == []
    assert desk.project.session.history()[0].accion == "crear"


def test_choosing_no_file_does_nothing(desk: Desk, project_file: Path) -> None:
    desk.answers.answer([])
    press_menu(desk, "Plan, inventario o catálogo…")
    desk.settle()
    assert shown_dialogs(ImportPreview) == []


def test_a_project_to_be_read_only_takes_nothing_in(desk: Desk, inventory: Path) -> None:
    desk.window.close_project()
    desk.window.show_project(desk.services.opener.open(desk.folder / "proyecto.promueve", read_only=True), inventory)
    desk.window.import_files([inventory])
    desk.settle()
    assert desk.answers.said == ["El proyecto está abierto solo para leer. Guarde una copia para hacer cambios."]
    assert shown_dialogs(ImportPreview) == []


def test_a_project_that_is_closed_meanwhile_is_not_written_to(desk: Desk, inventory: Path) -> None:
    dialog = bring(desk, inventory)
    assert desk.window.close_project()
    press(dialog, "Importar")
    desk.settle()
    assert shown_dialogs() == []
    desk.open(desk.folder / "proyecto.promueve")
    assert names(desk) == []
    assert desk.answers.said == ["open_sources"]


def test_a_project_that_is_closed_while_the_file_is_read_asks_nothing(desk: Desk, inventory: Path) -> None:
    desk.window.import_files([inventory])
    assert desk.window.close_project()
    desk.settle()
    assert shown_dialogs() == []


def test_a_file_that_makes_the_reader_fail_is_told_without_what_it_says_and_the_next_goes_on(
    failing_desk: Desk, crashes: list[BaseException]
) -> None:
    failing_desk.open(failing_desk.make([INSTITUCION]))
    paths = [failing_desk.folder / name for name in ("uno.csv", "dos.csv")]
    failing_desk.window.import_files(paths)
    failing_desk.settle()
    assert [str(error) for error in crashes] == [f"{path} no se entiende" for path in paths]
    QApplication.processEvents()  # the second error is told by the box of the first, while it is there
    (box,) = shown_dialogs(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "no se entiende" not in box.text() + box.detailedText()
    assert "ValueError" in box.detailedText()
    box.close()
    assert failing_desk.project.session.history()[0].accion == "crear"


def test_resources_come_with_their_datasets(desk: Desk, inventory: Path) -> None:
    bring(desk, inventory)
    agree(desk)
    assert names(desk, Recurso) == ["Aforos 2023", "Padrón 2024"]
