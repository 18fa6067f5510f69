"""The window as a whole: what it remembers, the banner of a disk that refuses, closing, theme, guide, dropping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QPushButton

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import CONTENIDOS, ENTREGABLES, INICIO, PLAN
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.app import make_window
from promueve_gui.gui.main_window import SMALLEST, MainWindow
from promueve_gui.gui.settings import Settings
from promueve_gui.gui.theme import Tema
from tests.gui.desk import press, type_text
from tests.gui.looking import colours

if TYPE_CHECKING:
    from promueve_gui.gui.widgets.editors.text import LineEditor
    from tests.gui.desk import Desk

INSTITUCION = Institucion(id="i", nombre="Secretaría de Puertos", siglas="SP", anio=2026, correo_contacto="d@sp.gob.mx")
AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")


class Screen:
    """A screen, less what the desktop takes of it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size

    def availableGeometry(self) -> QRect:
        return QRect(0, 0, *self._size)


@pytest.fixture
def path(desk: Desk) -> Path:
    made = desk.make([INSTITUCION, AREA])
    desk.open(made)
    return made


def buttons_of_banner(desk: Desk) -> list[str]:
    return [b.text() for b in desk.window.banner.findChildren(QPushButton) if not b.isHidden()]


def guide_shown(desk: Desk) -> bool:
    return desk.window.guide_shown


def siglas(desk: Desk) -> str:
    area = desk.project.proyecto.get(AreaGeneradora, "a")
    return "" if area is None else area.siglas


# --- the disk refuses -----------------------------------------------------------------------------------------


def test_what_the_disk_refuses_stays_on_screen_until_it_is_saved(desk: Desk, path: Path) -> None:
    moved = path.with_suffix(".lejos")
    desk.wizard.jump("area_generadora", "a", "siglas")
    panel, _ = desk.wizard.page_of(INICIO).panels["area_generadora"]
    editor: LineEditor = panel.form.editor("siglas")  # type: ignore[assignment]  # a line of text
    path.rename(moved)
    type_text(editor.line, "DÉ")
    panel.flush()
    assert desk.project.pending
    assert editor.line.text() == "DÉ"
    assert "ya no está donde se abrió" in desk.window.banner.accessibleName()
    assert buttons_of_banner(desk) == ["Reintentar", "Guardar copia en…"]
    panel.flush()  # and asks for the same again
    press(desk.window.banner, "Reintentar")
    assert not desk.window.banner.isHidden()
    moved.rename(path)
    press(desk.window.banner, "Reintentar")
    assert desk.window.banner.isHidden()
    assert siglas(desk) == "DÉ"
    panel.flush()
    assert len(desk.project.session.history()) == 2


def test_a_copy_takes_what_waits_and_one_goes_on_with_it(desk: Desk, path: Path) -> None:
    target = desk.folder / "copia.promueve"
    path.rename(path.with_suffix(".lejos"))
    desk.project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    desk.answers.answer(target, 1, target, 0)
    press(desk.window.banner, "Guardar copia en…")
    assert desk.project.pending
    press(desk.window.banner, "Guardar copia en…")
    desk.settle()
    assert desk.window.windowTitle() == "copia — Promueve"
    assert siglas(desk) == "DE"


def test_closing_with_something_unsaved_asks(desk: Desk, path: Path) -> None:
    path.rename(path.with_suffix(".lejos"))
    desk.project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    desk.answers.answer(-1, 0)
    assert not desk.window.close_project()
    assert not desk.window.close_project()
    assert desk.window.isVisible()
    desk.answers.answer(2, None, 2, desk.folder / "copia.promueve")
    assert not desk.window.close_project()  # no place for the copy was given
    assert desk.window.close_project()
    desk.open(desk.folder / "copia.promueve")
    assert siglas(desk) == "DE"


def test_one_may_close_without_saving(desk: Desk, path: Path) -> None:
    moved = path.with_suffix(".lejos")
    path.rename(moved)
    desk.project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    other = desk.make([INSTITUCION], "otro.promueve")
    desk.answers.answer(0, 1)
    desk.open(other)
    assert desk.window.windowTitle() == "proyecto — Promueve"
    desk.open(other)
    assert desk.window.windowTitle() == "otro — Promueve"


def test_a_refusal_that_cannot_be_retried_is_only_told(desk: Desk, path: Path) -> None:
    desk.project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    desk.project.edit("Nombrar", [cambio(AREA, siglas="XX")])  # made for what the area said before
    assert "cambió o ya no existe" in desk.window.banner.accessibleName()
    assert buttons_of_banner(desk) == []
    press_close(desk)
    assert desk.window.banner.isHidden()


def press_close(desk: Desk) -> None:
    (close,) = [w for w in desk.window.banner.children() if getattr(w, "accessibleName", str)() == "Cerrar el aviso"]
    close.click()  # type: ignore[attr-defined]  # a button


# --- what is remembered ---------------------------------------------------------------------------------------


def test_sizes_recent_files_and_theme_are_remembered(desk: Desk, path: Path) -> None:
    desk.window.context.set_theme(Tema.OSCURO)
    desk.window.resize(980, 700)
    desk.close()
    desk.start()
    assert desk.window.height() == 700  # the width has to fit the small screen of the offscreen platform
    assert desk.window.context.colores.oscuro
    assert desk.window.start.recent.count() == 1
    item = desk.window.start.recent.item(0)
    assert item.text().startswith("proyecto\n")
    desk.window.start.recent.itemActivated.emit(item)
    desk.settle()
    assert desk.project.path == path


@pytest.mark.parametrize(("screen", "filled"), [((1093, 574), True), ((1366, 728), True), ((1920, 1040), False)])
def test_a_first_start_fills_a_screen_on_which_the_window_would_not_fit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: tuple[int, int], filled: bool
) -> None:
    monkeypatch.setattr(MainWindow, "screen", lambda _: Screen(screen))
    window = make_window(desk.services, Settings(tmp_path / "otra.ini"), desk.answers)
    assert window.isMaximized() is filled
    assert (window.width() <= screen[0], window.height() <= max(screen[1], SMALLEST[1])) == (True, True)
    window.deleteLater()


@pytest.mark.parametrize(
    ("screen", "least"), [((1920, 1040), SMALLEST), ((960, 520), (944, 472)), ((683, 364), (667, 316))]
)
def test_a_screen_that_is_smaller_than_the_smallest_window_makes_it_smaller(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, screen: tuple[int, int], least: tuple[int, int]
) -> None:
    monkeypatch.setattr(MainWindow, "screen", lambda _: Screen(screen))
    window = make_window(desk.services, Settings(tmp_path / "otra.ini"), desk.answers)
    assert window.minimumSize().toTuple() == least
    window.deleteLater()


def test_a_project_that_is_gone_is_no_longer_recent(desk: Desk, path: Path) -> None:
    desk.window.close_project()
    path.unlink()
    desk.window.start.refresh()
    assert desk.window.start.recent.isHidden()


def test_closing_the_window_saves_what_is_being_typed(desk: Desk, path: Path) -> None:
    desk.wizard.jump("area_generadora", "a", "siglas")
    panel, _ = desk.wizard.page_of(INICIO).panels["area_generadora"]
    editor: LineEditor = panel.form.editor("siglas")  # type: ignore[assignment]  # a line of text
    type_text(editor.line, "DE")
    desk.close()
    desk.start()
    desk.open(path)
    assert siglas(desk) == "DE"


# --- theme and guide ------------------------------------------------------------------------------------------


def told_states(desk: Desk) -> list[str]:
    """Return what is told of each step, and how far it is."""
    steps = desk.wizard.steps.list
    return [str(steps.item(place).data(Qt.ItemDataRole.AccessibleTextRole)) for place in range(steps.count())]


def test_another_theme_keeps_page_and_project(desk: Desk, path: Path) -> None:
    desk.wizard.go(PLAN)
    old = desk.wizard
    desk.settle()
    states = told_states(desk)
    assert any(not state.endswith(": sin empezar") for state in states)
    for tema in (Tema.OSCURO, Tema.CLARO):
        desk.window.context.set_theme(tema)
        assert desk.wizard.current_step() is PLAN
        assert told_states(desk) == states
        assert desk.window.focusWidget() is desk.wizard.steps.list
    assert desk.wizard is not old
    QCoreApplication.processEvents()
    desk.project.edit("Renombrar", [cambio(INSTITUCION, nombre="Secretaría del Mar")])
    assert desk.wizard.steps._name.text() == "Secretaría del Mar"  # noqa: SLF001  # the name above the steps
    assert desk.answers.said == []


def test_another_theme_keeps_the_content_and_the_field_that_is_written(desk: Desk, path: Path) -> None:
    desk.project.edit("Escribir", [alta(Contenido(id=uno, nombre=uno, tipo=TipoContenido.ESTUDIO)) for uno in "abc"])
    desk.wizard.go(CONTENIDOS)
    desk.wizard.page_of(CONTENIDOS).show_record("contenido", "b", "cuerpo")
    desk.window.context.set_theme(Tema.OSCURO)
    page = desk.wizard.page_of(CONTENIDOS)
    assert page.where() == ("b", "cuerpo")
    assert desk.wizard.page_of(PLAN).where() == ("", "")


def test_another_theme_keeps_what_waits(desk: Desk, path: Path) -> None:
    path.rename(path.with_suffix(".lejos"))
    desk.project.edit("Nombrar", [cambio(AREA, siglas="DE")])
    desk.window.context.set_theme(Tema.OSCURO)
    assert desk.project.pending
    assert buttons_of_banner(desk) == ["Reintentar", "Guardar copia en…"]


def test_the_theme_of_the_start_screen_changes_too(desk: Desk) -> None:
    desk.window.context.set_theme(Tema.OSCURO)
    assert desk.window.context.colores.fondo in desk.window.styleSheet()


def test_the_theme_follows_the_system_only_when_asked_to(desk: Desk) -> None:
    context = desk.window.context
    context.settings.tema = Tema.OSCURO
    context.follow_system()
    assert not context.colores.oscuro
    context.set_theme(Tema.OSCURO)
    context.settings.tema = Tema.SISTEMA
    context.follow_system()
    assert not context.colores.oscuro  # the offscreen platform is light
    context.follow_system()


def test_the_guide_follows_the_page_and_the_field(desk: Desk, path: Path) -> None:
    guide = desk.window.guide
    assert guide is not None
    assert guide.title.text().startswith("Guía · ")
    desk.wizard.go(PLAN)
    first = guide.text.text()
    desk.wizard.jump("area_generadora", "a", "siglas")
    assert guide.title.text() == "Guía · Siglas"
    assert guide.text.text() != first


def test_the_guide_folds_where_there_is_little_room_and_shows_when_asked_for(desk: Desk, path: Path) -> None:
    window = desk.window
    assert guide_shown(desk)
    window.resize(1093, 700)
    desk.qtbot.waitUntil(lambda: not guide_shown(desk))
    window.toggle_guide()
    assert guide_shown(desk)
    window.toggle_guide()
    assert not guide_shown(desk)
    window.resize(1366, 768)
    QCoreApplication.processEvents()
    assert not guide_shown(desk)  # it was put away on purpose
    window.toggle_guide()
    assert guide_shown(desk)


def test_the_rule_of_the_guide_is_as_light_as_every_other(desk: Desk) -> None:
    desk.open(desk.make([INSTITUCION, *desk.services.textos.load_perfil("vigente")]))
    desk.wizard.go(PLAN)
    assert desk.window.guide is not None
    rule = desk.window.guide.findChild(QFrame, "raya")
    assert isinstance(rule, QFrame)
    assert rule.isVisible()
    assert desk.window.context.colores.linea in colours(rule)
    assert desk.window.context.colores.secundario not in colours(rule)


def test_a_page_with_a_guide_of_its_own_puts_the_windows_guide_away(desk: Desk, path: Path) -> None:
    window = desk.window
    desk.wizard.go(CONTENIDOS)
    assert window.guide is not None
    assert window.guide.isHidden()
    assert guide_shown(desk)
    window.toggle_guide()
    assert not guide_shown(desk)
    desk.wizard.go(ENTREGABLES)
    assert not guide_shown(desk)


def test_without_a_project_there_is_no_guide(desk: Desk) -> None:
    assert not guide_shown(desk)


# --- dropping and closing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("url", "welcome"), [("file:///tmp/x.csv", True), ("https://ejemplo.gob.mx/x.csv", False)])
def test_files_are_welcome_on_the_window(desk: Desk, url: str, welcome: bool) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url)])
    none, kind = Qt.KeyboardModifier.NoModifier, QEvent.Type.DragEnter
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none, kind)
    event.ignore()
    desk.window.dragEnterEvent(event)  # type: ignore[arg-type]  # the constructor of the right class is deprecated
    assert event.isAccepted() is welcome


def test_dropping_nothing_that_exists_does_nothing(desk: Desk) -> None:
    desk.drop(Path("/no/existe.csv"))
    assert desk.window.project is None


def test_a_worker_that_has_the_project_is_not_left_behind(desk: Desk, path: Path) -> None:
    project = desk.project
    project.run_long(lambda session, _: session.edit("Agregar", [alta(Persona(id="p", nombre="Ana"))]))
    assert not desk.window.close_project()
    assert not desk.window.close()
    desk.settle()
    assert project.proyecto.activos(Persona)
    assert desk.window.close_project()


def test_nothing_is_imported_without_a_project(desk: Desk) -> None:
    desk.window.import_files([Path("x.csv")])
    assert not desk.window.runner.busy
