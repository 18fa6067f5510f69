"""The wizard: Qt's own, embedded. Pages are built when first visited; any can be reached at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWizard, QWizardPage

from promueve_gui.domain.flow import PASOS, Paso, estado, paso_de
from promueve_gui.gui.pasos import build_page
from promueve_gui.gui.widgets.step_list import StepList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner

NARROW_BELOW = 1100  # pixels of the wizard's own width


class _Page(QWizardPage):
    """The place of one step, empty until it is visited; it scrolls on a screen smaller than the step can do with."""

    def __init__(self) -> None:
        super().__init__()
        # Qt gives a page that does not say so itself only the height that it cannot do without.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._scroll)

    def take(self, page: StepPage) -> None:
        """Show the step itself from now on."""
        self._scroll.setWidget(page)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room: a page gives way where there is less than it wants, and the buttons below it do not."""
        return QSize(0, 0)


class ProjectWizard(QWizard):
    """The steps of one open project."""

    field_focused = Signal(str, str)
    step_shown = Signal(object)  # Paso
    action_asked = Signal(str)

    def __init__(self, context: Context, project: Project, messages: Messages, runner: TaskRunner) -> None:
        """Lay out the steps; none of the pages is built yet."""
        super().__init__(None, Qt.WindowType.Widget)
        self._context, self._project, self._messages, self._runner = context, project, messages, runner
        self._built: dict[Paso, StepPage] = {}
        self.steps = StepList(context, project)  # before the style: on Windows a change of it resizes the wizard
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOptions(QWizard.WizardOption.IndependentPages | QWizard.WizardOption.NoCancelButton)
        self._places = [_Page() for _ in PASOS]
        for number, place in enumerate(self._places):
            self.setPage(number, place)
        self.setSideWidget(self.steps)
        self._make_buttons()
        self.steps.chosen.connect(self.go)
        self.currentIdChanged.connect(self._on_page)
        project.reviewed.connect(self._on_reviewed)
        project.changed.connect(self.steps.refresh_name)
        for number, paso in enumerate(PASOS):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda paso=paso: self.go(paso))
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self.steps.list)
        insert.setContext(Qt.ShortcutContext.WidgetShortcut)
        insert.activated.connect(lambda: self.page_of(self.current_step()).add_record())
        self.setStartId(0)
        self.restart()
        self._on_reviewed()  # by then, where all is made again for another theme

    def go(self, paso: Paso) -> None:
        """Go to a page."""
        number = PASOS.index(paso)
        if number == self.currentId():
            return
        self.flush()
        before = QApplication.focusWidget()
        self.setCurrentId(number)
        # Qt hands the focus on to whatever comes next in the window while the pages change places.
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.page_of(paso).take_focus()

    def initializePage(self, number: int) -> None:
        """Build a page before it is shown for the first time: Qt looks then whether it wants all the height."""
        super().initializePage(number)
        self.page_of(PASOS[number])

    def page_of(self, paso: Paso) -> StepPage:
        """Return a page, built if it was not."""
        if paso not in self._built:
            page = build_page(self._context, self._project, self._messages, self._runner, paso)
            page.field_focused.connect(self.field_focused)
            page.jump_asked.connect(self.jump)
            page.action_asked.connect(self.action_asked)
            self._built[paso] = page
            self._places[PASOS.index(paso)].take(page)
        return self._built[paso]

    def current_step(self) -> Paso:
        """Return the page that is shown."""
        return PASOS[max(0, self.currentId())]

    def jump(self, entidad: str, identidad: str, nombre: str) -> None:
        """Go to a record, or to the list of its kind, and to a field of it."""
        paso = paso_de(entidad)
        self.go(paso)
        self.page_of(paso).show_record(entidad, identidad, nombre)

    def flush(self) -> None:
        """Save what is being typed on every page."""
        for page in self._built.values():
            page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shrink the steps to their circles on a narrow window."""
        super().resizeEvent(event)
        self.steps.set_narrow(narrow=self.width() < NARROW_BELOW)

    def showEvent(self, event: QShowEvent) -> None:
        """Take away the margin of Qt's own label around the side widget, which is made with the first page."""
        super().showEvent(event)
        frame = self.steps.parentWidget()
        around = None if frame is None else frame.layout()
        if around is not None:
            around.setContentsMargins(0, 0, 0, 0)

    def _make_buttons(self) -> None:
        layout = [QWizard.WizardButton.Stretch, QWizard.WizardButton.CustomButton1, QWizard.WizardButton.CustomButton2]
        self.setButtonLayout(layout)
        for which, text, step in (
            (QWizard.WizardButton.CustomButton1, "‹ &Atrás", -1),
            (QWizard.WizardButton.CustomButton2, "&Siguiente ›", 1),
        ):
            self.setButtonText(which, text)
            made = self.button(which)
            if isinstance(made, QPushButton):  # or Enter in a field would turn the page
                made.setAutoDefault(False)
            self.button(which).clicked.connect(lambda _=False, step=step: self._step(step))
        # The primary action of a page is its own; going on is only navigation, so it stays a plain button.
        for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self._step(step))

    def _step(self, step: int) -> None:
        number = self.currentId() + step
        if 0 <= number < len(PASOS):
            self.go(PASOS[number])

    def _on_page(self, number: int) -> None:
        if number < 0:
            return
        paso = PASOS[number]
        self.steps.set_current(paso)
        self.button(QWizard.WizardButton.CustomButton1).setEnabled(number > 0)
        self.button(QWizard.WizardButton.CustomButton2).setEnabled(number < len(PASOS) - 1)
        self.step_shown.emit(paso)

    def _on_reviewed(self) -> None:
        proyecto, made = self._project.proyecto, self._project.overview
        if made is None:
            return
        self.steps.set_states({paso: estado(paso, proyecto, made.revision.resultados) for paso in PASOS})

    def reject(self) -> None:
        """Stay: Escape must not close the work."""

    def accept(self) -> None:
        """Stay: there is nothing to finish, everything is saved as it is typed."""
