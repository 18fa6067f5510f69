"""«Vista previa»: a document as it will be on paper, to be looked at, printed and saved as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QProgressBar, QSpinBox, QWidget

from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.frozen import frozen
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.impresion.composing import compose_steps
from promueve_gui.gui.impresion.pages import Pages
from promueve_gui.gui.impresion.pages_view import STEP, PagesView
from promueve_gui.gui.impresion.paper import Typesetter
from promueve_gui.gui.impresion.pdf import pdf_steps, print_steps
from promueve_gui.gui.impresion.slices import SlicedTask
from promueve_gui.gui.messages import PDF
from promueve_gui.gui.theme import GRID, font
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, label, row, show_part, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from PySide6.QtPrintSupport import QPrinter

    from promueve_gui.application.print_model import Impreso
    from promueve_gui.gui.shell import Shell
    from promueve_gui.gui.task_runner import Task

SIZE = (1040, 580)
LIST_WIDTH = 640
PREPARING = "Preparando las páginas…"


@frozen
class Printable:
    """A document that can be looked at: what its choice says, how it is made on a worker, and its file name."""

    title: str
    make: Callable[[], Impreso]
    name: str


class PreviewDialog(PlainDialog):
    """Shows one document, or one of several ways to print the same, over the window."""

    def __init__(self, window: Shell, title: str, choices: Sequence[Printable]) -> None:
        """Begin with the first of ``choices``."""
        super().__init__(window, title, *SIZE)
        self._window, self._choices = window, choices
        self._pages: Pages | None = None
        self._tasks: list[Task] = []
        self.view = PagesView()
        self._lay_out()
        self.view.page_changed.connect(self._on_page)
        self.view.zoom_changed.connect(self._on_zoom)
        self._make()
        self.view.setFocus()

    def _lay_out(self) -> None:
        context = self._window.context
        self.which = QComboBox()
        self.which.setAccessibleName("Qué se ve")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(24)  # names of areas are long; the list has more room for them
        for choice in self._choices:
            self.which.addItem(choice.title)
        listed = self.which.view()
        listed.setMinimumWidth(min(listed.sizeHintForColumn(0) + 4 * GRID, LIST_WIDTH))
        self.which.currentIndexChanged.connect(self._make)
        self.before = tool("Página anterior", context.icon("chevron-left"), lambda: self.view.go(self.view.place - 1))
        self.number = QSpinBox()
        self.number.setAccessibleName("Página")
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(lambda number: self.view.go(number - 1))
        self.total = label("", "secundario")
        self.after = tool("Página siguiente", context.icon("chevron-right"), lambda: self.view.go(self.view.place + 1))
        smaller = tool("Más pequeño", context.icon("minus"), lambda: self.view.set_zoom(self.view.zoom / STEP))
        self.size_label = label("100 %", "secundario")
        larger = tool("Más grande", context.icon("plus"), lambda: self.view.set_zoom(self.view.zoom * STEP))
        wide = button("Ajustar al ancho", lambda: self.view.fit("ancho"))
        whole = button("Página completa", lambda: self.view.fit("pagina"))
        show_part(self.which, shown=len(self._choices) > 1)
        turning = _together(self.before, self.number, self.total, self.after, None)
        bar = FlowRow(self.which, turning, _together(smaller, self.size_label, larger), _together(wide, whole))
        self.progress = QProgressBar()
        self.progress.setAccessibleName(PREPARING)
        self.progress.setRange(0, 0)
        self.progress.setFormat(PREPARING)
        self.save = button("Guardar PDF…", self._save, "primario")
        self.print = button("Imprimir…", self._print)
        for made in (self.print, self.save):
            self.buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
        self.note = label("", "secundario", wrap=True)
        self.note.hide()
        self.body.addWidget(bar)
        self.body.addWidget(self.note)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.progress)
        self.body.setSpacing(GRID)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self._save)

    def tell(self, note: str) -> None:
        """Say above the pages what is to be known of them."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    @property
    def ready(self) -> bool:
        """Tell whether all pages are there."""
        return self._pages is not None and self._pages.complete

    def _make(self) -> None:
        """Make the document that is chosen on a worker, and then its pages a slice at a time."""
        self._stop()
        self._pages = None
        self.view.show_pages(None)
        self._refresh()
        choice = self._choices[self.which.currentIndex()]
        task = self._follow(self._window.runner.start(lambda _: choice.make()))
        task.succeeded.connect(lambda document: self._compose(document) if task in self._tasks else None)

    def _compose(self, document: Impreso) -> None:
        pages = self._pages = Pages(document, Typesetter(font()))
        self.view.show_pages(pages)
        task = self._follow(SlicedTask(_composing(pages), self))
        task.progressed.connect(self._on_progress)
        task.succeeded.connect(self._on_composed)

    def _follow(self, task: Task) -> Task:
        self._tasks.append(task)
        task.refused.connect(lambda error: self._window.messages.tell(mensaje(error)))
        task.crashed.connect(self._window.crash.report)
        return task

    def _stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.view.refresh()
        self._refresh()

    def _on_composed(self) -> None:
        self.view.refresh()
        self._refresh()
        self._on_zoom(self.view.zoom)

    def _refresh(self) -> None:
        count = self.view.count
        self.number.blockSignals(True)  # Qt's signature
        self.number.setRange(min(count, 1), count)
        self.number.setValue(self.view.place + 1)
        self.number.blockSignals(False)  # Qt's signature
        self.total.setText(f"de {count}" if self.ready else "")
        self.before.setEnabled(self.view.place > 0)
        self.after.setEnabled(self.view.place < count - 1)
        for made in (self.save, self.print):
            made.setEnabled(self.ready)
        show_part(self.progress, shown=not self.ready)

    def _on_page(self, place: int) -> None:
        del place
        self._refresh()

    def _on_zoom(self, zoom: float) -> None:
        self.size_label.setText(f"{zoom:.0%}".replace("%", " %"))

    def _save(self) -> None:
        choice, pages = self._choices[self.which.currentIndex()], self._pages
        if pages is None or not pages.complete:
            return
        path = self._window.messages.save_file("Guardar PDF", choice.name, PDF, ".pdf")
        if path is None:
            return
        task = SlicedTask(pdf_steps(pages, path), self._window)
        ProgressDialog(self, f"Guardando «{path.name}»…", task)
        task.succeeded.connect(lambda _: self._window.told_export(path))
        task.refused.connect(lambda error: self._window.messages.tell(mensaje(error), "No se guardó"))
        task.crashed.connect(self._window.crash.report)

    def _print(self) -> None:
        pages = self._pages
        if pages is None or not pages.complete:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # printers are looked for

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("Imprimir")
        dialog.setMinMax(1, len(pages.sheets))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.send(printer))
        QDialog.open(dialog)  # its own wants a slot, for a signal that is connected already

    def send(self, printer: QPrinter) -> None:
        """Print on a printer, with progress."""
        if self._pages is None:
            return
        task = SlicedTask(print_steps(self._pages, printer), self._window)
        ProgressDialog(self, "Imprimiendo…", task)
        task.refused.connect(lambda error: self._window.messages.tell(mensaje(error), "No se imprimió"))
        task.crashed.connect(self._window.crash.report)

    def done(self, result: int) -> None:
        """Stop what is still being made, and go."""
        self._stop()
        super().done(result)


def _together(*widgets: QWidget | None) -> QWidget:
    made = QWidget()
    made.setLayout(row(*widgets))
    return made


def _composing(pages: Pages) -> Generator[tuple[int, int], None, Pages]:
    yield from compose_steps(pages)
    return pages
