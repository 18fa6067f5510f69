"""The lines as a table, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.pasos.plan.vistas.line_menu import add_line_actions, add_line_keys
from promueve_gui.gui.pasos.plan.vistas.line_signs import marks_of
from promueve_gui.gui.pasos.plan.vistas.lines_view import EMPTY_TEXT, EMPTY_TITLE, LinesView
from promueve_gui.gui.widgets.parts import column
from promueve_gui.gui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QMenu

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

EMPTY = ("calendar-month", EMPTY_TITLE, EMPTY_TEXT)


class TableLines(LinesView):
    """A ``RecordList`` that shows what the shared filter admits."""

    KEY: ClassVar[str] = "tabla"
    NAME: ClassVar[str] = "Tabla"
    TRAY: ClassVar[bool] = False

    def __init__(self, desk: PlanDesk, iniciales: Callable[[], dict[str, Any]]) -> None:
        """List every line."""
        super().__init__(desk)
        self._generation = desk.lines.generation
        self.records = RecordList(
            desk.context,
            desk.project,
            desk.messages,
            LineaPlan,
            columns=self._columns(),
            empty=EMPTY,
            iniciales=iniciales,
            controls=False,
        )
        self.records.model.set_source(desk.lines)
        self.records.cleared.connect(self.clear_asked)
        self.records.table.extend_menu(self._extend)
        self.records.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selection())
        add_line_keys(self.records.table, desk, self.selected)
        desk.lines.days_known.connect(self.records.table.viewport().update)
        self.setLayout(column(self.records))

    def refresh(self) -> None:
        """Filter anew when other lines are admitted; changes of single lines the table follows by itself."""
        if self._generation != self.desk.lines.generation:
            self._generation = self.desk.lines.generation
            self.records.model.refresh()

    def select(self, identidad: Id | None) -> None:
        """Put the cursor on a line."""
        if identidad is not None:
            self.records.table.select_record(identidad)

    def selected(self) -> list[Id]:
        """Return the lines of the rows chosen."""
        return [registro.id for registro in self.records.table.selected_records()]

    def take_focus(self) -> None:
        """Take the keyboard, in the table or at what can be done about an empty one."""
        self.records.take_focus()

    def _on_selection(self) -> None:
        linea = self.records.table.current_record()
        self.chosen.emit(None if linea is None else linea.id)

    def _extend(self, menu: QMenu) -> None:
        ids = self.selected()
        if ids:
            add_line_actions(menu, self, self.desk, ids)

    def _columns(self) -> tuple[str | Derived, ...]:
        signs = Derived("senales", "Señales", 8, self._signs)
        return (
            "nombre",
            "fecha",
            "estado",
            signs,
            "canal",
            "tipo_contenido",
            "grupos",
            "conjunto",
            "herramienta",
            "evento",
            "rol_responsable",
            "persona",
            "fecha_fin",
            "notas",
        )

    def _signs(self, linea: LineaPlan) -> Shown:
        marks = marks_of(linea, self.desk.lines.warning(linea))
        said = " · ".join(mark.text for mark in marks)
        return Shown(" ".join(mark.letter for mark in marks), order=said, tip=said)
