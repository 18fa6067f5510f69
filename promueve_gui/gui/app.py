"""Starts Qt and shows the window. Everything heavier is imported when it is first needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from promueve_gui.application.garbage import set_aside
from promueve_gui.gui import theme
from promueve_gui.gui.coming_forward import ComingForward
from promueve_gui.gui.context import Context
from promueve_gui.gui.crash import CrashHandler
from promueve_gui.gui.icons import Icons
from promueve_gui.gui.main_window import MainWindow
from promueve_gui.gui.menu_key import serve_menu_key
from promueve_gui.gui.reading_ahead import ReadingAhead
from promueve_gui.gui.settings import Settings
from promueve_gui.gui.task_runner import PATIENCE_MS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.gui.context import Services
    from promueve_gui.gui.messages import Messages

QT_SPANISH = "qtbase_es"  # Qt's own
MEXICAN = "qt_es_MX"  # ours, in recursos/palabras, where Qt's is not what Mexican keyboards say
PROJECT = ".promueve"  # as application.open_project says, which is not imported for a bare start
LISTEN_AFTER_MS = 500  # to other processes; whoever calls waits longer
# A worker gives way to the window after this long. With Python's own 5 ms each of the many calls that painting a list
# takes would wait so long, and the window would freeze for half a second while the rules are reviewed.
SWITCH_SECONDS = 0.0001


def make_application() -> QApplication:
    """Return Qt's application with our style, font and Spanish."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # By its name: a style as an object would bring five hundred names of enumerations with its class.
        app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Promueve")
    app.setDesktopFileName("promueve")
    app.setFont(theme.font())
    QLocale.setDefault(QLocale(QLocale.Language.Spanish, QLocale.Country.Mexico))
    _speak(app, QT_SPANISH, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return app


def _speak(app: QCoreApplication, words: str, folder: str) -> None:
    """Have Qt say these words, before any that it learned earlier."""
    if app.findChild(QTranslator, words) is None:
        translator = QTranslator(app)
        translator.setObjectName(words)
        if translator.load(words, folder):
            app.installTranslator(translator)


def make_window(
    services: Services, settings: Settings, messages: Messages | None = None, *, start: bool = True
) -> MainWindow:
    """Return the window, not yet shown; ``messages`` answers its questions in place of the user.

    Without ``start`` its middle is empty, for a project that is about to be opened.
    """
    from promueve_gui.gui.alerting import Alerting
    from promueve_gui.gui.commands import Commands
    from promueve_gui.gui.menus import Menus
    from promueve_gui.gui.status import StatusBar

    app = QCoreApplication.instance()
    if app is not None:
        _speak(app, MEXICAN, str(services.recursos / "palabras"))
    context = Context(services, Icons(services.recursos / "iconos"), settings)
    crash = CrashHandler(services.log_crash)
    window = MainWindow(context, crash, messages)
    serve_menu_key(window)
    window.opening.apply_theme()
    alerting = Alerting(window, context)
    commands = Commands(window, context, window.opening, alerting)
    window.action_asked.connect(commands.run)
    window.attach(Menus(window, context, commands, window.opening), StatusBar(), alerting)
    if start:
        window.show_start()
    return window


def run(services: Services, settings_path: Path, paths: Sequence[Path] = ()) -> int:
    """Show the window, on the files that were double-clicked or dropped on the icon; returns the exit code."""
    alone = paths[0] if len(paths) == 1 and paths[0].suffix.lower() == PROJECT else None
    with set_aside():
        app = make_application()
        app.setWindowIcon(QIcon(str(services.recursos / "iconos" / "promueve.ico")))
        window = make_window(services, Settings(settings_path), start=alone is None)
        window.crash.install()
        app.styleHints().colorSchemeChanged.connect(window.context.follow_system)
        window.show()
    QTimer.singleShot(LISTEN_AFTER_MS, lambda: ComingForward(window, services.window_calls))
    QTimer.singleShot(LISTEN_AFTER_MS, lambda: ReadingAhead(window))
    if alone is not None:
        QTimer.singleShot(0, lambda: window.opening.open(alone))
        QTimer.singleShot(PATIENCE_MS, window.show_start)  # in case that it takes long, or cannot be opened
    elif paths:
        from promueve_gui.gui.dropping import take_dropped

        QTimer.singleShot(0, lambda: take_dropped(window, window.opening, list(paths)))
    return app.exec()
