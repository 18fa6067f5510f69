"""Step 3: contents are chosen at the left, written in the middle and checked at the right.

The checklist takes the place of the window's guide, which stands beneath it: while writing, both are wanted at once,
and an old screen has no room for two columns beside the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from promueve_gui.application.content_parts import owner_of
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import campos_visibles
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.contenidos.content_list import ContentList
from promueve_gui.gui.pasos.contenidos.editor import ContentEditor
from promueve_gui.gui.pasos.contenidos.first_content import FirstContent
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.gap_strip import GapStrip
from promueve_gui.gui.widgets.guide_panel import GuidePanel
from promueve_gui.gui.widgets.parts import Card, button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.models.derived import Derived

LIST_WIDTH, REVIEW_WIDTH = 240, 264
NARROWEST_LIST, NARROWEST_EDITOR, NARROWEST_REVIEW = 192, 320, 208
NARROW_BELOW = 1000
RECEIVE = "Recibir de Word…"
RECEIVE_TIP = "Comparar con el contenido un documento que volvió corregido, y tomar lo que cambió"
REVIEW_SHARE, GUIDE_SHARE = 5, 4
TABLE_FILTERS = ("tipo", "estado", "conjuntos")
TABLE_FIRST = ("nombre", "tipo", "estado")  # then a column for each rule, and the rest of the fields
TABLE_LAST = tuple(nombre for nombre in campos_visibles(Contenido) if nombre not in TABLE_FIRST)


class ContenidosPage(StepPage):
    """Writes contents; «Ver como tabla» shows all of them with every column."""

    HOLDS_GUIDE = True

    def __init__(self, *args: Any) -> None:
        """Build the page."""
        super().__init__(*args)
        gaps = GapStrip(self.project, self.paso)
        gaps.jump_asked.connect(self.jump_asked)
        self.head.addWidget(gaps)
        self.receive = button(RECEIVE, self._receive, "", self.context.icon("file-word-outline"))
        self.receive.setToolTip(RECEIVE_TIP)
        self.receive.setEnabled(not self.project.read_only)
        self.head.addWidget(self.receive)
        self.as_table = button("Ver como tabla", self._switch, "", self.context.icon("table"))
        self.as_table.setCheckable(True)
        self.head.addWidget(self.as_table)
        self._narrow: bool | None = None
        self.contents = ContentList(self.context, self.project, self.messages)
        first = FirstContent(self.context, self.project)
        first.chosen.connect(self.contents.add)
        first.line_asked.connect(self.contents.ask_line)
        self.editor = ContentEditor(self.context, self.project, self.messages, first)
        self.own_guide = GuidePanel(self.context, self.project)
        self.own_guide.show_step(self.paso.clave)
        columns: tuple[str | Derived, ...] = (*TABLE_FIRST, *self.contents.reviews.columns(), *TABLE_LAST)
        self._table = make_panel(self, Contenido, columns=columns, filters=TABLE_FILTERS, primary=False)
        self.register(self._table)
        self._views = QStackedWidget()
        self._views.addWidget(self._writing_view())
        self._views.addWidget(self._table)
        self.body.addWidget(self._views, 1)
        self._connect()
        if self.contents.model.rowCount():
            self.contents.view.setCurrentIndex(self.contents.model.index(0, 0))

    def show_record(self, entidad: str, identidad: Id, nombre: str) -> None:
        """Go to a content, and to a field of it; a part of one, such as a version, is shown with it."""
        self._show_table(shown=False)
        if identidad and entidad != Contenido.ENTIDAD:
            identidad, nombre = owner_of(self.project.proyecto, entidad, identidad), ""
        if identidad:
            self.contents.show_record(identidad)
            self.editor.focus_field(nombre or "nombre")
        else:
            self.contents.view.setFocus()

    def where(self) -> tuple[Id, str]:
        """Return the content that is open, and the field of it that is written in."""
        form, focused = self.editor.form, self.focusWidget()
        fields = () if form is None else form.editors()
        written = (nombre for nombre, editor in fields if editor.isAncestorOf(focused))
        return self.editor.record_id or "", next(written, "")

    def come_back(self, identidad: Id, nombre: str) -> None:
        """Open the content, with the cursor in the field."""
        if identidad and self.contents.show_record(identidad) and nombre:
            self.editor.focus_field(nombre)

    def take_focus(self) -> None:
        """Take the keyboard in the list, or where the first content is added."""
        if self.as_table.isChecked():
            super().take_focus()
        else:
            (self.contents.view if self.contents.model.rowCount() else self.contents.add_button).setFocus()

    def add_record(self) -> None:
        """Ask for the type of a new content, as its button does."""
        self.contents.add_button.click()

    def show_guide(self, *, shown: bool) -> None:
        """Show or fold the guide beneath the checklist."""
        self._guide_card.setVisible(shown)

    def flush(self) -> None:
        """Save what is being typed."""
        super().flush()
        self.editor.flush()

    def _connect(self) -> None:
        self.contents.chosen.connect(self.editor.show_record)
        self.contents.open_asked.connect(lambda: self.editor.focus_field("nombre"))
        self.editor.field_focused.connect(self.own_guide.show_field)
        self.editor.field_focused.connect(self.field_focused)
        self.editor.jump_asked.connect(self.jump_asked)
        self.editor.withdraw_asked.connect(self.contents.withdraw)
        self.editor.output_asked.connect(self.action_asked)
        self.contents.output_asked.connect(self.action_asked)
        self.editor.word_asked.connect(lambda identidad: self.action_asked.emit(f"word:{identidad}"))

    def _writing_view(self) -> QSplitter:
        self._guide_card = Card()
        self._guide_card.body.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        self._guide_card.body.addWidget(self.own_guide)
        self.own_guide.make_compact()
        for part in (self.own_guide, *self.own_guide.findChildren(QWidget, "guia")):
            part.setObjectName("contenido")  # no border of its own inside the card
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.editor.review)
        right.addWidget(self._guide_card)
        right.setStretchFactor(0, REVIEW_SHARE)
        right.setStretchFactor(1, GUIDE_SHARE)
        right.setSizes([REVIEW_SHARE * LIST_WIDTH, GUIDE_SHARE * LIST_WIDTH])  # in this proportion, whatever they hold
        made = QSplitter(Qt.Orientation.Horizontal)
        widths = (NARROWEST_LIST, NARROWEST_EDITOR, NARROWEST_REVIEW)
        for place, (widget, narrowest) in enumerate(zip((self.contents, self.editor, right), widths, strict=True)):
            widget.setMinimumWidth(narrowest)
            made.addWidget(widget)
            made.setStretchFactor(place, int(place == 1))
        for splitter in (made, right):
            splitter.setHandleWidth(2 * GRID)
            splitter.setChildrenCollapsible(False)
        self._columns = made
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text as much room as there is: on a narrow window the columns beside it shrink first."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        if narrow is not self._narrow:
            self._narrow = narrow
            sides = (NARROWEST_LIST, NARROWEST_REVIEW) if narrow else (LIST_WIDTH, REVIEW_WIDTH)
            self._columns.setSizes([sides[0], max(NARROWEST_EDITOR, self.width() - sum(sides)), sides[1]])

    def _receive(self) -> None:
        self.flush()
        self.action_asked.emit("documentos")

    def _switch(self) -> None:
        self.flush()
        self._show_table(shown=self.as_table.isChecked())

    def _show_table(self, *, shown: bool) -> None:
        self.as_table.setChecked(shown)
        self._views.setCurrentIndex(int(shown))
