"""Every state of a file, opened through the real window: its question, its sentence, and what is left on disk."""

from __future__ import annotations

import threading
from importlib import import_module
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from promueve_gui.adapters.sqlite.connection import SCHEMA_VERSION
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.gui import opening
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.new_project import NewProjectDialog
from tests.adapters.sqlite.made_files import locked_by, older_file, protected, run_sql, write_at
from tests.gui.desk import Desk, press, shown_dialogs, type_text
from tests.gui.modal import when_asked

if TYPE_CHECKING:
    from collections.abc import Callable


INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026)
AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
PLAN = Path(__file__).parents[1] / "datos" / "fuentes" / "inventario_plan.csv"


@pytest.fixture
def path(desk: Desk) -> Path:
    return desk.make([INSTITUCION, AREA])


def areas(desk: Desk) -> list[str]:
    return [area.nombre for area in desk.project.proyecto.activos(AreaGeneradora)]


def test_a_sound_file_opens_with_its_name_and_is_remembered(desk: Desk, path: Path) -> None:
    desk.open(path)
    assert desk.window.windowTitle() == "proyecto — Promueve"
    assert areas(desk) == ["Dirección de Estadística"]
    assert desk.window.context.settings.recent() == [path]
    assert desk.answers.said == []


def test_the_parts_of_the_window_are_loaded_by_the_thread_of_the_window(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[tuple[str, threading.Thread]] = []

    def noted(name: str) -> object:
        loaded.append((name, threading.current_thread()))
        return import_module(name)

    monkeypatch.setattr("promueve_gui.gui.opening.import_module", noted)
    desk.open(path)
    assert loaded == [(name, threading.main_thread()) for name in opening.FOR_A_PROJECT]


def test_the_open_file_is_not_opened_twice(desk: Desk, path: Path) -> None:
    desk.open(path)
    project = desk.project
    desk.open(path)
    assert desk.project is project
    assert desk.window.statusBar().currentMessage() == "«proyecto.promueve» ya está abierto."


def test_opening_asks_which_file(desk: Desk, path: Path) -> None:
    desk.answers.answer(None, path)
    desk.window.opening.ask_open()
    assert desk.window.project is None
    press(desk.window.start, "Abrir…")
    desk.settle()
    assert areas(desk) == ["Dirección de Estadística"]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda path: path.unlink(), "No se encontró"),
        (
            lambda path: run_sql(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"),
            "una versión más nueva de Promueve (0.1.0)",
        ),
        (lambda path: run_sql(path, "PRAGMA application_id = 7"), "no es un proyecto de Promueve"),
    ],
    ids=["missing", "newer", "not ours"],
)
def test_what_cannot_be_opened_is_told_and_the_open_project_stays(
    desk: Desk, path: Path, spoil: Callable[[Path], object], sentence: str
) -> None:
    good = desk.make([INSTITUCION], "bueno.promueve")
    spoil(path)
    before = path.read_bytes() if path.exists() else b""
    desk.open(good)
    desk.open(path)
    assert len(desk.answers.said) == 1
    assert sentence in desk.answers.said[0]
    assert desk.window.windowTitle() == "bueno — Promueve"
    assert (path.read_bytes() if path.exists() else b"") == before


def test_an_older_file_is_asked_about_and_upgraded(desk: Desk) -> None:
    path = older_file(desk.folder / "viejo.promueve")
    original = path.read_bytes()
    desk.answers.answer(-1, 0)
    desk.open(path)
    assert desk.window.project is None
    assert path.read_bytes() == original
    desk.open(path)
    assert "versión anterior" in desk.answers.said[1]
    assert areas(desk) == ["Dirección de Estadística"]
    assert (desk.folder / "respaldos" / "viejo.v1.bak").read_bytes() == original


def test_an_older_file_can_be_read_without_upgrading_it(desk: Desk) -> None:
    path = older_file(desk.folder / "viejo.promueve")
    original = path.read_bytes()
    desk.answers.answer(1)
    desk.open(path)
    assert desk.project.read_only
    assert desk.window.windowTitle() == "viejo (solo lectura) — Promueve"
    assert path.read_bytes() == original


def test_a_damaged_file_offers_its_newest_backup(desk: Desk, path: Path) -> None:
    desk.open(path)  # the first opening of a day makes no backup; the first edit of the next does
    desk.project.session.backup("importacion")
    desk.window.close_project()
    write_at(path, 0, bytes(64))
    desk.answers.answer(-1, 0)
    desk.open(path)
    assert desk.window.project is None
    desk.open(path)
    assert "El respaldo bueno más reciente es del" in desk.answers.said[-1]
    assert areas(desk) == ["Dirección de Estadística"]


def test_what_can_be_saved_of_a_damaged_file_goes_to_another(desk: Desk, path: Path) -> None:
    desk.open(path)
    desk.project.edit("Agregar", [alta(AreaGeneradora(id=f"n{n}", nombre=f"Área {n}")) for n in range(300)])
    desk.window.close_project()
    for backup in (desk.folder / "respaldos").glob("*"):
        backup.unlink()
    write_at(path, 18, b"\x09\x09")
    target = desk.folder / "rescatado.promueve"
    desk.answers.answer(-1, 0, None, 0, target)
    desk.open(path)  # thinks better of it
    desk.open(path)  # and again, when asked where to
    assert desk.window.project is None
    desk.open(path)
    assert desk.window.windowTitle() == "rescatado — Promueve"
    assert len(areas(desk)) == 301


def test_damage_that_only_shows_in_the_records_offers_the_same(desk: Desk, path: Path) -> None:
    run_sql(path, "UPDATE area_generadora SET nombre = CAST(x'41ff' AS TEXT)")
    desk.answers.answer(0, desk.folder / "rescatado.promueve")
    desk.open(path)
    assert desk.answers.said[0] == "«proyecto.promueve» está dañado y no se puede abrir."
    assert areas(desk) == ["A\N{REPLACEMENT CHARACTER}"]


def test_with_a_backup_one_can_still_rescue(desk: Desk, path: Path) -> None:
    desk.open(path)
    desk.project.session.backup("importacion")
    desk.window.close_project()
    write_at(path, 18, b"\x09\x09")
    desk.answers.answer(1, desk.folder / "rescatado.promueve")
    desk.open(path)
    assert desk.window.windowTitle() == "rescatado — Promueve"


def test_a_file_in_use_opens_for_reading(desk: Desk, path: Path) -> None:
    locked_by(path)
    desk.answers.answer(-1, 0)
    desk.open(path)
    assert desk.window.project is None
    desk.open(path)
    assert "está abierto por luis en" in desk.answers.said[0]
    assert ", desde el 0" in desk.answers.said[0]
    assert desk.project.read_only
    assert not desk.window.banner.isHidden()


def test_a_lock_that_nobody_holds_can_be_cleared(desk: Desk, path: Path) -> None:
    locked_by(path, host="otro-equipo")
    desk.answers.answer(1)
    desk.open(path)
    assert not desk.project.read_only


def test_a_lock_that_says_nothing_is_somebody_elses(desk: Desk, path: Path) -> None:
    locked_by(path, content=b"")
    desk.answers.answer(-1)
    desk.open(path)
    assert "está abierto por otra persona. Puede" in desk.answers.said[0]


def test_a_protected_file_opens_for_reading_without_a_question(desk: Desk, path: Path) -> None:
    with protected(path.parent), protected(path):
        desk.open(path)
        assert desk.project.read_only
        desk.window.close_project()
    assert desk.answers.said == []


def test_opening_another_closes_the_first(desk: Desk, path: Path) -> None:
    other = desk.make([INSTITUCION], "otro.promueve")
    desk.open(path)
    desk.open(other)
    assert desk.window.windowTitle() == "otro — Promueve"
    desk.open(path)  # not locked by ourselves
    assert desk.answers.said == []


def test_a_backup_can_be_put_in_the_place_of_the_open_project(desk: Desk, path: Path) -> None:
    desk.open(path)
    desk.project.session.backup("importacion")
    (respaldo, *_) = desk.services.opener.backups(path)
    desk.project.edit("Agregar", [alta(AreaGeneradora(id="b", nombre="Otra"))])
    desk.window.opening.restore(respaldo.path)
    desk.settle()
    assert areas(desk) == ["Dirección de Estadística"]
    assert desk.window.windowTitle() == "proyecto — Promueve"
    assert desk.window.banner.accessibleName().startswith("Se restauró el respaldo.")
    desk.window.close_project()
    desk.window.opening.restore(respaldo.path)  # nothing is open, so there is nothing to restore
    assert desk.window.project is None


def test_the_sample_project_is_made_where_the_user_says(desk: Desk) -> None:
    target = desk.folder / "ejemplo.promueve"
    desk.answers.answer(None, target)
    press(desk.window.start, "Proyecto de ejemplo…")
    assert desk.window.project is None
    press(desk.window.start, "Proyecto de ejemplo…")
    desk.settle()
    assert len(areas(desk)) >= 6
    assert target.is_file()


def test_a_project_is_not_made_over_another(desk: Desk, path: Path) -> None:
    before = path.read_bytes()
    desk.answers.answer(path)
    desk.window.opening.ask_example()
    desk.settle()
    assert "Ya existe «proyecto.promueve»" in desk.answers.said[-1]
    assert path.read_bytes() == before


def fill_in(dialog: NewProjectDialog, answer: str) -> None:
    """Fill in the dialog of a new project, and leave it by ``answer``."""
    for nombre, text in (("nombre", "Instituto de Señales"), ("siglas", "IS"), ("correo_contacto", "datos@is.gob.mx")):
        type_text(dialog.lines[nombre], text)
    press(dialog, answer)


def test_a_new_project_begins_with_the_institution_and_its_profile(desk: Desk) -> None:
    target = desk.folder / "IS.promueve"
    desk.answers.answer(target)
    asked = when_asked(NewProjectDialog, lambda dialog: fill_in(dialog, "Crear…"))
    press(desk.window.start, "Nuevo proyecto…")
    assert not asked.isActive()
    desk.settle()
    institucion = desk.project.proyecto.unico(Institucion)
    assert institucion is not None
    assert (institucion.nombre, institucion.siglas, institucion.anio) == ("Instituto de Señales", "IS", 2026)
    assert desk.project.proyecto.unico(Perfil) is not None
    assert desk.answers.said == ["IS.promueve"]
    assert shown_dialogs() == []


def test_thinking_better_of_a_new_project_makes_none(desk: Desk) -> None:
    asked = when_asked(NewProjectDialog, lambda dialog: fill_in(dialog, "Cancelar"))
    press(desk.window.start, "Nuevo proyecto…")
    assert not asked.isActive()
    desk.settle()
    assert desk.window.project is None
    assert desk.answers.said == []


def test_a_plan_dropped_on_the_start_screen_begins_a_project_and_is_imported(desk: Desk) -> None:
    source = desk.folder / "conjuntos.csv"
    copyfile(PLAN, source)
    desk.answers.answer(1, desk.folder / "IS.promueve")  # a new project
    asked = when_asked(NewProjectDialog, lambda dialog: fill_in(dialog, "Crear…"))
    desk.drop(source)
    assert desk.answers.said[0] == "¿A qué proyecto quiere llevar «conjuntos.csv»?"
    assert not asked.isActive()
    desk.qtbot.waitUntil(lambda: bool(shown_dialogs(ImportPreview)))
    (preview,) = shown_dialogs(ImportPreview)
    press(preview, "Importar")
    desk.settle()
    assert desk.project.proyecto.activos(ConjuntoDatos)


def test_a_project_dropped_on_the_window_is_opened(desk: Desk, path: Path) -> None:
    desk.drop(path)
    assert areas(desk) == ["Dirección de Estadística"]


def test_a_dropped_folder_is_told(desk: Desk) -> None:
    desk.drop(desk.folder)
    assert desk.answers.said == ["Lo que soltó no es un archivo. Suelte aquí archivos, no carpetas."]


@pytest.mark.parametrize(("answer", "opened"), [(0, True), (1, False), (-1, False)])
def test_a_project_dropped_on_another_is_opened_or_merged(desk: Desk, path: Path, answer: int, *, opened: bool) -> None:
    current = desk.folder / "actual.promueve"
    copyfile(path, current)
    desk.open(current)
    desk.answers.answer(answer)
    desk.drop(path)
    desk.settle()
    assert (desk.project.path == path) is opened
    assert any("Se consolidó" in said for said in desk.answers.said) is (answer == 1)


def test_only_files_of_this_computer_count_among_what_is_dropped(desk: Desk, path: Path) -> None:
    urls = [QUrl("https://ejemplo.gob.mx/x.csv"), QUrl.fromLocalFile(str(desk.folder)), QUrl.fromLocalFile(str(path))]
    assert desk.window.opening.dropped(urls) == [path]


def test_a_copy_is_written_where_the_user_says(desk: Desk, path: Path) -> None:
    target = desk.folder / "copia.promueve"
    desk.window.opening.ask_copy()  # nothing is open
    desk.open(path)
    desk.answers.answer(None, path, target)
    for _ in range(3):
        desk.window.opening.ask_copy()
    assert "es el proyecto que tiene abierto" in " ".join(desk.answers.said)
    assert desk.window.statusBar().currentMessage() == "Se guardó la copia «copia.promueve»."
    desk.open(target)
    assert areas(desk) == ["Dirección de Estadística"]


def test_the_new_project_dialog_asks_for_what_is_missing_or_wrong(desk: Desk) -> None:
    dialog = NewProjectDialog(desk.window, desk.window.context)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    press(dialog, "Crear…")
    assert dialog.problem.text() == "Nombre de la institución: Falta este dato."
    assert dialog.focusWidget() is dialog.lines["nombre"]
    dialog.lines["nombre"].setText("Instituto")
    dialog.lines["siglas"].setText("I")
    dialog.lines["correo_contacto"].setText("datos@")
    press(dialog, "Crear…")
    assert dialog.problem.text().startswith("Correo de contacto de datos abiertos: El correo «datos@»")
    dialog.lines["correo_contacto"].setText("")  # it can be given later
    press(dialog, "Crear…")
    assert dialog.isHidden()
