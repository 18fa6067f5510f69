"""The walk through the window: every page with its tabs, and the dialogs. It asks for things as a user would."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QLineEdit, QTabBar, QTabWidget, QWidget

from measures.large_project import Size, write_inventory
from pictures.camera import rest_until, shoot, shoot_dialog
from promueve_gui import bootstrap
from promueve_gui.application.nombres_archivo import nombre_de_archivo
from promueve_gui.domain.flow import PASOS
from promueve_gui.domain.institucion import CitaGuia, Institucion, Perfil, RedSocial
from promueve_gui.domain.texto import plegar
from promueve_gui.gui.app import make_application, make_window
from promueve_gui.gui.settings import Settings
from promueve_gui.gui.theme import Tema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.main_window import MainWindow
    from promueve_gui.gui.pasos.base import StepPage

SIZE = (1366, 768)
SEARCHED = "caminos"
INVENTORY = Size(rows=40)
# The menu entries that open a dialog, and the file of its picture.
DIALOGS = {
    "Nuevo…": "nuevo",
    "Buscar en todo el proyecto…": "buscar",
    "Bitácora…": "bitacora",
    "Perfil y catálogos…": "perfil",
    "Copiar el plan de otro año…": "copiar-plan",
    "Iniciar año nuevo…": "iniciar-anio",
    "Manual": "manual",
    "Glosario": "glosario",
    "Atajos del teclado": "atajos",
    "Pedir asesoría…": "asesoria",
    "Acerca de Promueve": "acerca-de",
}


class Tour:
    """Takes pictures on a given day; what the program keeps meanwhile goes to ``home``."""

    def __init__(self, home: Path, today: date) -> None:
        self.home = home
        self.today = today
        self._made = 0

    def services(self) -> Services:
        """Return the use cases, on the day of the pictures."""
        return replace(bootstrap.build_services(), today=lambda: self.today)

    def new_project(self, services: Services, kind: str) -> Path:
        """Return a new project: the sample one, or one without anything but its institution."""
        self._made += 1
        folder = self.home / str(self._made)
        folder.mkdir()
        path = folder / f"{kind}.promueve"
        example = services.build_example(self.today)
        # One without anything still has its institution, and the profile that every project copies.
        kept = (Institucion, Perfil, RedSocial, CitaGuia)
        empty = [registro for registro in example if isinstance(registro, kept)]
        services.opener.create(path, example if kind == "ejemplo" else empty)
        return path

    def draw_start(self, window: MainWindow, folder: Path) -> None:
        """Draw the start screen."""
        shoot(window, folder / "inicio-del-programa.png")

    def draw_pages(self, window: MainWindow, folder: Path, *, every_tab: bool = True) -> None:
        """Draw every page, and every tab of each."""
        for number, paso in enumerate(PASOS):
            page = self._show(window, paso.clave)
            for name in _tabs(page) if every_tab else [""]:
                shoot(window, folder / f"{number}-{paso.clave}{name}.png")
            if every_tab and _open_form(page):
                shoot(window, folder / f"{number}-{paso.clave}-ficha.png")

    def draw_page(self, window: MainWindow, clave: str, path: Path) -> None:
        """Draw one page as it stands when it is first visited."""
        self._show(window, clave)
        shoot(window, path)

    def draw_dialogs(self, window: MainWindow, folder: Path) -> None:
        """Draw the dialogs, and what importing a file would do."""
        for text, name in DIALOGS.items():
            shoot_dialog(_action(window, text).trigger, folder / f"{name}.png", _type if name == "buscar" else None)
        source = self.home / "inventario.csv"
        write_inventory(source, INVENTORY)
        shoot_dialog(partial(window.import_files, [source]), folder / "importar.png")

    def _show(self, window: MainWindow, clave: str) -> StepPage:
        paso = next(paso for paso in PASOS if paso.clave == clave)
        if window.wizard is None:
            raise LookupError(clave)
        window.wizard.go(paso)
        return window.wizard.page_of(paso)


@contextmanager
def opened_window(tour: Tour, theme: str, project: str = "") -> Iterator[MainWindow]:
    """Give the window in a theme, on its start screen or on a new project with its first review shown."""
    app, services = make_application(), tour.services()
    settings = Settings(tour.home / f"{theme}-{project}.ini")
    settings.tema = Tema(theme)
    window = make_window(services, settings)
    window.showNormal()  # it would fill the small screen that there is without one
    window.resize(*SIZE)
    app.processEvents()
    if project:
        window.opening.open(tour.new_project(services, project))
        rest_until(lambda: window.project is not None and window.project.overview is not None)
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        app.processEvents()


def _tabs(page: StepPage) -> Iterator[str]:
    """Show each tab of a page and yield what its picture adds to its name; nothing for a page without tabs."""
    tabs = page.findChild(QTabWidget)
    if tabs is None:
        yield ""
        return
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        rest_until(lambda: not page.runner.busy)
        yield _suffix(tabs.tabText(place))
        yield from (f"{_suffix(tabs.tabText(place))}{_suffix(view)}" for view in _views(page, tabs.currentWidget()))
    tabs.setCurrentIndex(0)


def _views(page: StepPage, tab: QWidget | None) -> Iterator[str]:
    """Show each other view of a tab, such as the value matrix, and yield its name."""
    switch = None if tab is None else tab.findChild(QTabBar, "vistas")
    if switch is None:
        return
    for place in range(1, switch.count()):
        switch.setCurrentIndex(place)
        rest_until(lambda: not page.runner.busy)
        yield switch.tabText(place)
    switch.setCurrentIndex(0)


def _suffix(title: str) -> str:
    """Return what a tab or view adds to the name of a picture."""
    letters = "".join(sign for sign in title if not sign.isdigit())
    return "-" + "-".join(nombre_de_archivo(plegar(letters), "").replace("(", " ").replace(")", " ").split())


def _open_form(page: StepPage) -> bool:
    """Open the form of the first record of the page; false when it has none."""
    for panel, _ in page.panels.values():
        if panel.list.model.rowCount():
            registro = panel.list.model.registro(0)
            page.show_record(registro.ENTIDAD, registro.id, "")
            return True
    return False


def _action(window: MainWindow, text: str) -> QAction:
    found = (action for action in window.findChildren(QAction) if action.text().replace("&", "") == text)
    return next(found)


def _type(dialog: QDialog) -> None:
    line = dialog.findChild(QLineEdit)
    if line is not None:
        line.setText(SEARCHED)
