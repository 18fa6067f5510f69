"""A list and, beside it, what belongs to the chosen record: its form, or a picture that the page puts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, label, row, tool
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_hints import RecordHints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_list import RecordList

FORM_WIDTH = 340


class RecordPanel(QWidget):
    """A ``RecordList`` whose records open in a form at the right; ``beside`` stands there while no form is open."""

    field_focused = Signal(str, str)

    def __init__(
        self,
        context: Context,
        project: Project,
        record_list: RecordList,
        tipo: type[Registro],
        *,
        main: QWidget | None = None,
        beside: QWidget | None = None,
        fields: Sequence[str] = (),
    ) -> None:
        """Join a list, its form and, if given, a picture; ``main`` stands at the left and holds the list."""
        super().__init__()
        self.tipo = tipo
        self.list = record_list
        self._project = project
        self.form = RecordForm(context, project, tipo, fields)
        self._heading = label("", "subtitulo", wrap=True)
        self._card = Card()
        head = row(self._heading, spacing=GRID)
        head.setStretch(0, 1)
        head.addWidget(tool("Cerrar la ficha (Esc)", context.icon("close"), self.close_form))
        self._card.body.addLayout(head)
        self.hints = RecordHints(project, tipo.ENTIDAD, self.form)
        self._card.body.addWidget(self.hints)
        self._card.body.addWidget(self.form, 1)
        self._side = QStackedWidget()
        self._side.addWidget(self._card)
        self._beside = beside
        if beside is not None:
            self._side.addWidget(beside)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(2 * GRID)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(main or record_list)
        self._splitter.addWidget(self._side)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._side.setMinimumWidth(FORM_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.addWidget(self._splitter)
        self._connect(record_list)
        self._put_form_away()

    def _connect(self, record_list: RecordList) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_form)
        record_list.current_changed.connect(self._on_current)
        record_list.open_asked.connect(self.open_form)
        record_list.field_focused.connect(self.field_focused)
        self.form.field_focused.connect(self.field_focused)
        self._project.changed.connect(self._refresh_heading)

    @property
    def form_open(self) -> bool:
        """Tell whether the form is what stands at the right."""
        return not self._side.isHidden() and self._side.currentWidget() is self._card

    def open_form(self, identidad: Id) -> None:
        """Open the form of a record and go to its first field."""
        self._show_form(identidad)
        self.form.focus_first()

    def show_record(self, identidad: Id, nombre: str = "") -> None:
        """Go to a record, or to a field of it, with the keyboard."""
        self.list.show_record(identidad)
        self._show_form(identidad)
        if nombre:
            self.form.focus_field(nombre)
        else:
            self.take_focus()

    def close_form(self) -> None:
        """Save what is pending and go back to the list, or to the picture."""
        self._put_form_away()
        self.take_focus()

    def take_focus(self) -> None:
        """Take the keyboard, in the list."""
        self.list.take_focus()

    def _put_form_away(self) -> None:
        self.form.show_record(None)
        if self._beside is None:
            self._side.hide()
        else:
            self._side.setCurrentWidget(self._beside)

    def flush(self) -> None:
        """Save what is being typed."""
        self.form.flush()

    def _show_form(self, identidad: Id) -> None:
        self.form.show_record(identidad)
        self._side.setCurrentWidget(self._card)
        self._side.show()
        self._refresh_heading()
        self.hints.refresh()

    def _on_current(self, identidad: Id | None) -> None:
        if not self.form_open:
            return
        if identidad is None:
            self.close_form()
        elif identidad != self.form.record_id:
            self._show_form(identidad)

    def _refresh_heading(self, _cambios: object = None) -> None:
        if self.form_open and self.form.record_id is None:  # it was withdrawn, or its coming into being undone
            self.close_form()
        identidad = self.form.record_id
        titulo = "" if identidad is None else self._project.proyecto.titulo(self.tipo.ENTIDAD, identidad)
        self._heading.setText(titulo or self.tipo.sin_titulo().capitalize())
