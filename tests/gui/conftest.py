"""What the window's parts are given in tests: a real session in memory, and answers made up beforehand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from promueve_gui import bootstrap
from promueve_gui.adapters.window_calls import WindowCalls
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.gui import theme
from promueve_gui.gui.app import make_application
from promueve_gui.gui.context import Context
from promueve_gui.gui.icons import Icons
from promueve_gui.gui.project import Project
from promueve_gui.gui.settings import Settings
from promueve_gui.gui.task_runner import TaskRunner
from tests.fakes import AUTOR, Clock, MemoryArchivos, memory_session
from tests.gui.answers import Answers
from tests.gui.desk import Desk
from tests.lengua import make_lengua

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.context import Services

HOY = date(2026, 11, 19)
FERIADOS = frozenset({date(2026, 1, 1), date(2026, 3, 16), date(2026, 11, 16), date(2026, 12, 25)})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what Qt says of a platform without a screen, which cannot raise windows nor grab the keyboard."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Empty the clipboard in the end: without a screen, Qt does away with what Python put there after Python ended."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Free what a test closed before the next one starts, which would find its dialogs open and its window in front.

    And let go of Ctrl and Shift, which stay pressed, for Qt, until another key or click, and of the button of a double
    click, which stays pressed until another one.
    """
    yield
    if qapp.keyboardModifiers():
        QTest.keyClick(QWidget(), Qt.Key.Key_Shift)
    if qapp.mouseButtons() != Qt.MouseButton.NoButton:
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def services() -> Services:
    """Return services whose files are in memory, on a day that never changes."""
    return replace(
        bootstrap.build_services(),
        make_opener=lambda: ProjectOpener(MemoryArchivos(), AUTOR, Clock()),
        feriados=lambda year: frozenset(dia for dia in FERIADOS if dia.year == year),
        today=lambda: HOY,
        build_lengua=make_lengua,
    )


@pytest.fixture
def context(qapp: QApplication, services: Services, tmp_path: Path) -> Context:
    """Return colours, icons and settings of a user who chose the light theme."""
    settings = Settings(tmp_path / "ajustes.ini")
    settings.tema = theme.Tema.CLARO
    return Context(services, Icons(services.recursos / "iconos"), settings)


@pytest.fixture
def messages() -> Answers:
    """Return answers to what the window asks, given in order with ``answer``."""
    return Answers()


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    """Return a runner of which nothing is left when the test ends."""
    made = TaskRunner()
    yield made
    made.wait()
    qapp.processEvents()


@pytest.fixture
def open_project(services: Services, runner: TaskRunner) -> Iterator[Callable[..., Project]]:
    """Return how to open a project on the records given; it is closed when the test ends."""
    opened: list[Project] = []

    def open_it(*registros: Registro, read_only: bool = False) -> Project:
        proyecto = Proyecto()
        proyecto.apply(alta(registro) for registro in registros)
        session = memory_session(proyecto, read_only=read_only)
        opened.append(Project(session, Path("proyecto.promueve"), services, runner))
        return opened[-1]

    yield open_it
    runner.wait()
    for project in opened:
        project.close()


@pytest.fixture
def example_project(open_project: Callable[..., Project], services: Services) -> Project:
    """Return the sample project, open."""
    return open_project(*services.build_example(HOY))


@pytest.fixture
def empty_project(open_project: Callable[..., Project], services: Services) -> Project:
    """Return a project with an institution and its profile, and nothing else."""
    institucion = Institucion(id="institucion", nombre="Secretaría de Ejemplo", siglas="SE", anio=HOY.year)
    return open_project(institucion, *services.textos.load_perfil("vigente"))


@pytest.fixture(scope="session")
def spanish_app(qapp: QApplication) -> QApplication:
    """Return Qt's application as the program sets it up."""
    return make_application()


@pytest.fixture
def disk_services(services: Services, tmp_path: Path) -> Services:
    """Return services whose files are real, on a day that never changes."""
    archivos = bootstrap.build_services()
    crashes: list[BaseException] = []

    def log(error: BaseException) -> Path:
        crashes.append(error)
        return tmp_path / "errores.log"

    calls = WindowCalls(tmp_path / "ventanas")
    return replace(
        services, make_opener=archivos.make_opener, log_crash=log, window_calls=calls, is_shared=lambda _: False
    )


@pytest.fixture
def desk(
    spanish_app: QApplication, qtbot: QtBot, disk_services: Services, tmp_path: Path, messages: Answers
) -> Iterator[Desk]:
    """Return the whole window, shown, with real files in a folder of the test."""
    made = Desk(qtbot, disk_services, tmp_path, messages)
    yield made
    made.close()
