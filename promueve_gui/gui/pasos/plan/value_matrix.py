"""The value matrix: what to promote first, marked with the keyboard, with what the data propose to be accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from promueve_gui.application.value import accept_value, mark, propose_value
from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.gui.pasos.plan.value_delegate import ValueDelegate, box_of
from promueve_gui.gui.pasos.plan.value_model import ValueModel
from promueve_gui.gui.widgets.parts import button
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.models.derived import Derived
    from promueve_gui.gui.project import Project

ROW_HEIGHT, HEADER_HEIGHT = 40, 76
NAME_WIDTH, SUM_WIDTH, MARK_WIDTH = 176, 78, 82
EMPTY = (
    "database-outline",
    "Todavía no hay conjuntos de datos",
    "Cuando los haya, aquí se marca cuáles conviene promover primero, con los siete criterios de la Guía.",
)
HINT = "Espacio o X marca y desmarca · P acepta lo propuesto · ★ va primero"
TOGGLES = frozenset({Qt.Key.Key_Space, Qt.Key.Key_X})
WATCHED = frozenset({ConjuntoDatos.ENTIDAD, Recurso.ENTIDAD})


class ValueTable(RecordTable):
    """The cells, marked with a key or a click in their box."""

    def __init__(self, context: Context, project: Project, model: ValueModel) -> None:
        """Show ``model``, with headings of several lines so that all columns can be seen at once."""
        super().__init__(context, project, model)
        self._model = model
        self._marks = ValueDelegate(context, project, model)
        self.setItemDelegate(self._marks)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Matriz de valor")
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag(int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)))
        header.setObjectName("angosto")
        header.setFixedHeight(HEADER_HEIGHT)
        for place in range(model.columnCount()):
            self.setColumnWidth(place, MARK_WIDTH if model.is_criterion(place) else (NAME_WIDTH, SUM_WIDTH)[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names the room that is left over."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(place) for place in range(1, self._model.columnCount()))
        self.setColumnWidth(0, max(NAME_WIDTH, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark and accept; the rest is a table's."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if plain and event.key() in TOGGLES:
            self.toggle()
        elif plain and event.key() == Qt.Key.Key_P:
            self.accept_proposed()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark with a click in the box of a cell."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        inside = index.isValid() and box_of(self.visualRect(index)).contains(place)
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form, except on a box, where two clicks are two clicks."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._model.is_criterion(index.column()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)
            self.opened.emit()

    def toggle(self) -> None:
        """Mark the criterion of the cursor, in all chosen datasets; or take the mark back when it has one."""
        index = self.currentIndex()
        if index.isValid() and self._model.is_criterion(index.column()) and not self._project.read_only:
            campo = self._model.columns[index.column()]
            valor = not getattr(self._model.dataset(index), campo)
            self._project.edit(*mark(self._chosen(), campo, valor=valor))

    def accept_proposed(self) -> None:
        """Accept what is proposed for the criterion of the cursor, in all chosen datasets."""
        index = self.currentIndex()
        if not index.isValid() or self._project.read_only:
            return
        found = self._model.proposed_for(self._chosen(), self._model.columns[index.column()])
        if found:
            self._project.edit(*accept_value(found))

    def _chosen(self) -> list[ConjuntoDatos]:
        chosen = [one for one in self.selected_records() if isinstance(one, ConjuntoDatos)]
        here = self._model.dataset(self.currentIndex())
        return chosen if here in chosen else [here]


class ValueMatrix(RecordList):
    """The matrix with its search, its filters and the button that accepts all that is proposed."""

    model: ValueModel
    table: ValueTable

    def __init__(self, context: Context, project: Project, messages: Messages) -> None:
        """Show the datasets of ``project``."""
        self.accept_all = button("", self.take_all, "primario")
        super().__init__(
            context,
            project,
            messages,
            ConjuntoDatos,
            filters=("area", "prioritario"),
            empty=EMPTY,
            extra_actions=(self.accept_all,),
            adds=False,
        )
        self._today = context.services.today
        self._changed: set[Id] | None = None  # the datasets to look at again; all of them when it is not known
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self._look)
        project.changed.connect(self._on_changed)
        self._look()

    def take_all(self) -> None:
        """Accept all that is proposed, as one edition."""
        self._project.edit(*accept_value(self.model.proposed()))

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while nobody looked."""
        super().showEvent(event)
        self._changed = None
        self._stale.start()

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        watched = [cambio for cambio in cambios if cambio.entidad in WATCHED]
        if not watched or not self.isVisible():
            return
        if any(cambio.entidad == Recurso.ENTIDAD for cambio in watched):
            self._changed = None
        elif not self._stale.isActive():
            self._changed = {cambio.id for cambio in watched}
        elif self._changed is not None:
            self._changed |= {cambio.id for cambio in watched}
        self._stale.start()

    def _look(self) -> None:
        """Ask again what the data propose."""
        self.model.set_proposed(propose_value(self._project.proyecto, self._today(), self._changed), self._changed)
        many = len(self.model.proposed())
        self.accept_all.setText(f"Aceptar lo propuesto ({many})" if many else "Nada por aceptar")
        self.accept_all.setEnabled(bool(many) and not self._project.read_only)

    def _update(self) -> None:
        super()._update()
        self.count.setText(f"{self.count.text()} · {HINT}")

    def _make_model(self, columns: Sequence[str | Derived]) -> ValueModel:
        del columns  # a matrix has its own
        return ValueModel(self._project)

    def _make_table(self) -> ValueTable:
        return ValueTable(self._context, self._project, self.model)
