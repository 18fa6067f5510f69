"""The window: menus, status, guide and, in the middle, the start screen or the wizard of the open project."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from promueve_gui.application.garbage import give_back, set_aside
from promueve_gui.domain.errors import UserError
from promueve_gui.gui.messages import Messages
from promueve_gui.gui.opening import Opening
from promueve_gui.gui.shared_warning import warn_if_shared
from promueve_gui.gui.shell import Shell
from promueve_gui.gui.task_runner import TaskRunner
from promueve_gui.gui.widgets.parts import Banner, button

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent

    from promueve_gui.application.session import Session
    from promueve_gui.domain.flow import Paso
    from promueve_gui.gui.alerting import Alerting
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.crash import CrashHandler
    from promueve_gui.gui.menus import Menus
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.start_screen import StartScreen
    from promueve_gui.gui.status import StatusBar
    from promueve_gui.gui.widgets.guide_panel import GuidePanel
    from promueve_gui.gui.wizard import ProjectWizard

SMALLEST = (960, 600)
FIRST_SIZE = (1366, 768)
FOLD_GUIDE_BELOW = 1240


class MainWindow(Shell):
    """The one window of the program."""

    def __init__(self, context: Context, crash: CrashHandler, messages: Messages | None = None) -> None:
        """Start with an empty middle. ``messages`` answers what the window asks."""
        super().__init__()
        self.context = context
        self.runner = TaskRunner(self)
        self.messages = messages or Messages(self, context.settings)
        self.crash = crash
        self.project: Project | None = None
        self.wizard: ProjectWizard | None = None
        self.guide: GuidePanel | None = None
        self._unfolded = self._gone = False  # gone: closed for good, also to a project that was still being opened
        self._followers: tuple[Menus | StatusBar | Alerting, ...] = ()
        self.setWindowTitle("Promueve")
        self.keep_on_screen(QSize(*SMALLEST))
        self.resize(*FIRST_SIZE)
        self.setAcceptDrops(True)
        self.banner = Banner(context)
        self._pages = QStackedWidget()
        self._middle = QHBoxLayout()
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._pages, 1)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addLayout(self._middle, 1)
        self.setCentralWidget(centre)
        self.opening = Opening(self, context, self.messages, self.runner)
        self.opening.opened.connect(self.show_project)
        self.opening.crashed.connect(crash.report)
        context.theme_changed.connect(self._on_theme)
        self.take_place(context.settings.bytes("ventana/geometria"))

    def attach(self, menus: Menus, status: StatusBar, alerting: Alerting) -> None:
        """Take the menus, the status bar and what tells of pressing things."""
        self._followers = (menus, status, alerting)
        self.setStatusBar(status)
        status.correct_asked.connect(self._correct)
        status.clock_asked.connect(self._show_communications)

    @cached_property
    def start(self) -> StartScreen:
        """The start screen, made when it is first wanted: a start on a project does without."""
        from promueve_gui.gui.start_screen import StartScreen

        made = StartScreen(self.context)
        self._pages.addWidget(made)
        made.new_asked.connect(self.opening.ask_new)
        made.open_asked.connect(self.opening.ask_open)
        made.example_asked.connect(self.opening.ask_example)
        made.recent_chosen.connect(self.opening.open)
        return made

    def show_start(self) -> None:
        """Show the start screen, unless a project is open."""
        if self.project is None:
            self._pages.setCurrentWidget(self.start)

    def show_project(self, session: Session, path: Path) -> None:
        """Show an open project in the place of the one shown."""
        # With all records and rules, which the start screen can do without.
        from promueve_gui.gui.project import Project

        if self._gone or not self.close_project():
            session.close()
            return
        with set_aside():
            project = self.project = Project(session, path, self.context.services, self.runner)
            project.failed.connect(self._on_failed)
            project.recovered.connect(self.banner.hide)
            project.crashed.connect(self.crash.report)
            self._build()
            self._follow(project)
        mark = " (solo lectura)" if project.read_only else ""
        self.setWindowTitle(f"{path.stem}{mark} — Promueve")
        self.context.settings.add_recent(path)

    def close_project(self) -> bool:
        """Close the project; false when something is not saved and the user wants to stay."""
        if self.project is None:
            return True
        if self.project.busy:  # a worker has the session; its dialog is about to appear
            return False
        if self.wizard is not None:
            self.wizard.flush()
        from promueve_gui.gui.leaving import may_leave

        if not may_leave(self, self.opening):
            return False
        self._drop_widgets()
        self.project.close()
        self.project.deleteLater()
        self.project = None
        self.start.refresh()
        self.setWindowTitle("Promueve")
        self._follow(None)
        give_back()
        return True

    def _build(self) -> None:
        from promueve_gui.gui.widgets.guide_panel import GuidePanel
        from promueve_gui.gui.wizard import ProjectWizard

        project = self.project
        if project is None:
            return
        self.guide = GuidePanel(self.context, project)
        self.wizard = ProjectWizard(self.context, project, self.messages, self.runner)
        self.wizard.field_focused.connect(self.guide.show_field)
        self.wizard.step_shown.connect(self._on_step)
        self.guide.show_step(self.wizard.current_step().clave)
        self._pages.addWidget(self.wizard)
        self._pages.setCurrentWidget(self.wizard)
        self._middle.addWidget(self.guide)
        self.wizard.action_asked.connect(self.action_asked)
        self.wizard.steps.list.setFocus()
        self._fold()
        if project.read_only:
            self.banner.tell("Este proyecto está abierto solo para leer: puede consultarlo y exportar, no cambiarlo.")
        else:
            warn_if_shared(self.context, self.banner, project.path)

    def _drop_widgets(self) -> None:
        self.banner.hide()
        for widget in (self.wizard, self.guide):
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.wizard = self.guide = None
        self._pages.setCurrentWidget(self.start)

    def _follow(self, project: Project | None) -> None:
        for follower in self._followers:
            follower.follow(project)

    @property
    def guide_shown(self) -> bool:
        """Tell whether a guide is on screen: the window's, or that of a page which holds its own."""
        if self.guide is None or self.wizard is None:
            return False
        if self.wizard.page_of(self.wizard.current_step()).HOLDS_GUIDE:
            return self.context.settings.flag("ventana/guia", default=True)
        return not self.guide.isHidden()

    def toggle_guide(self) -> None:
        """Show the guide if it is not there, also where there is little room; hide it if it is; and remember that."""
        shown = not self.guide_shown
        self._unfolded = shown
        self.context.settings.set_flag("ventana/guia", value=shown)
        self._fold()

    def _fold(self) -> None:
        if self.guide is not None:
            wanted = self.context.settings.flag("ventana/guia", default=True)
            page = None if self.wizard is None else self.wizard.page_of(self.wizard.current_step())
            held = page is not None and page.HOLDS_GUIDE
            if page is not None:
                page.show_guide(shown=wanted)
            self.guide.setVisible(wanted and not held and (self._unfolded or self.width() >= FOLD_GUIDE_BELOW))

    def _on_step(self, paso: Paso) -> None:
        if self.guide is not None:
            self.guide.show_step(paso.clave)
        self.banner.pass_on()
        self._fold()

    def _on_failed(self, sentence: str) -> None:
        project = self.project
        if project is None or not project.pending:
            self.banner.tell(sentence)
            return
        self.banner.tell(
            sentence, button("Reintentar", project.retry), button("Guardar copia en…", self.opening.ask_copy)
        )

    def _show_communications(self) -> None:
        from promueve_gui.domain.flow import PROMOCION

        if self.wizard is not None:
            self.wizard.go(PROMOCION)

    def _correct(self) -> None:
        from promueve_gui.gui.leaving import correct

        correct(self)

    def _on_theme(self) -> None:
        """Build the project's widgets again in the new colours, on the same page."""
        if self.wizard is None:
            self.opening.apply_theme()
            return
        self.wizard.flush()
        paso = self.wizard.current_step()
        where = self.wizard.page_of(paso).where()
        self._drop_widgets()  # first, so that Qt does not style anew what goes away
        give_back()
        self.opening.apply_theme()
        self._build()
        self.wizard.go(paso)
        self.wizard.page_of(paso).come_back(*where)
        project = self.project
        if project is not None and project.pending:
            project.retry()

    def import_files(self, paths: list[Path]) -> None:
        """Receive returned workbooks into the open project, and import other files."""
        from promueve_gui.gui.returning import receive_files

        if self.project is not None and paths:
            if self.wizard is not None:
                self.wizard.flush()
            receive_files(self, paths)

    def told_export(self, written: Path) -> None:
        """Tell what was written, and offer to open it."""
        from promueve_gui.gui.exporting import open_outside

        what = "los documentos en la carpeta" if written.is_dir() else "el documento"
        verb = "Se exportaron" if written.is_dir() else "Se exportó"
        self.banner.tell_success(f"{verb} {what} «{written.name}».", button("Abrir", lambda: open_outside(written)))

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or merge projects, and receive the rest."""
        from promueve_gui.gui.dropping import take_dropped

        event.acceptProposedAction()
        take_dropped(self, self.opening, self.opening.dropped(event.mimeData().urls()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the guide when there is no room for it."""
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything, remember sizes, let go of the file."""
        try:
            closed = self.close_project()
        except UserError:  # the drive is gone; the user was told and chose to leave
            closed = True
        if not closed:
            event.ignore()
            return
        self.context.settings.set_bytes("ventana/geometria", QByteArray(self.saveGeometry()))
        self.runner.wait()
        self._gone = True
        event.accept()
