"""The month as a widget: days and lines are chosen, moved and opened with mouse and keyboard. It changes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from promueve_gui.application.month import FIRST_YEAR, LAST_YEAR, Layer, day_text, weeks
from promueve_gui.domain.fechas import add_months
from promueve_gui.gui.pasos.plan.vistas.day_menu import DayActions, make_day_menu
from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
from promueve_gui.gui.pasos.plan.vistas.line_signs import line_told
from promueve_gui.gui.pasos.plan.vistas.month_keys import ENTER, HELP, PAGES, REMOVE, STEPS
from promueve_gui.gui.pasos.plan.vistas.month_painter import SMALL, MonthPainter
from promueve_gui.gui.pasos.plan.vistas.month_scene import MonthScene, lowest
from promueve_gui.gui.widgets.box import Box
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines

NOTHING = Layer({}, {})


class MonthView(QWidget):
    """One month of the plan."""

    day_changed = Signal(object)  # date
    open_asked = Signal(object)  # Id of a line
    jump_asked = Signal(str, str)  # entity and identity of something else
    create_asked = Signal(object)  # date
    move_asked = Signal(object, object)  # Id, and date or None for the tray
    withdraw_asked = Signal(object)  # Id
    menu_asked = Signal(object, object)  # Id, and where on the screen
    selection_changed = Signal(object)  # Id of the chosen line, or None
    described = Signal(str)  # the day of the cursor and the chosen line in words

    def __init__(self, context: Context, today: date, lines: SharedLines) -> None:
        """Show the month of ``today``, still empty; ``lines`` know what is wrong with days, and other months."""
        super().__init__()
        self._today, self._warning, self._find = today, lines.warning, lines.line
        self._pen = LinePen(context, self.font(), SMALL)
        self._day = today
        self._selected: Id | None = None
        self._moving_to: date | None = None
        self._target: date | None = None
        self._grabbed: tuple[Id, date] | None = None
        self._lines: Mapping[date, Sequence[LineaPlan]] = {}
        self._layer = NOTHING
        self._others_shown = True
        self._made: MonthScene | None = None
        self.editable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Calendario del plan")
        self.setAccessibleDescription(HELP)

    # What is shown

    @property
    def day(self) -> date:
        """Return the day that has the cursor; its month is the one shown."""
        return self._day

    @property
    def selected(self) -> Id | None:
        """Return which line is chosen."""
        return self._selected

    @property
    def moving(self) -> bool:
        """Tell whether the chosen line waits for the keyboard to say its new day."""
        return self._moving_to is not None

    @property
    def layer(self) -> Layer:
        """Return the holidays and other dates shown."""
        return self._layer

    def span(self) -> tuple[date, date]:
        """Return the first and the last day shown."""
        shown = weeks(self._day.year, self._day.month)
        return shown[0][0], shown[-1][-1]

    def set_day(self, dia: date) -> None:
        """Put the cursor on a day, showing its month; days that the calendar does not reach are left alone."""
        if dia != self._day and FIRST_YEAR <= dia.year <= LAST_YEAR:
            self._day = dia
            self._made = None
            self.updateGeometry()  # months have four to six weeks
            self.day_changed.emit(dia)
            self._describe()

    def select(self, identidad: Id | None) -> None:
        """Choose a line, or none."""
        if identidad != self._selected:
            self._selected = identidad
            self._describe()
            self.selection_changed.emit(identidad)

    def set_lines(self, lines: Mapping[date, Sequence[LineaPlan]]) -> None:
        """Show the lines of each day."""
        self._lines = lines
        self._renew()

    def set_layer(self, layer: Layer) -> None:
        """Show holidays and other dates."""
        self._layer = layer
        self._renew()

    def show_others(self, *, shown: bool) -> None:
        """Show or hide the other dates; holidays stay."""
        self._others_shown = shown
        self._renew()

    def day_at(self, place: QPoint) -> date | None:
        """Return the day at a place of the widget."""
        return self._scene().day_at(place.x(), place.y())

    def place_of(self, dia: date) -> QPoint | None:
        """Return a place of a day where no line is, ``None`` when it is not shown."""
        cell = self._scene().cell(dia)
        return None if cell is None else QPoint(int(cell.right - 6), int(cell.bottom - 4))

    def reach_of(self, dia: date) -> tuple[int, int]:
        """Return where the place of a day begins and ends, downwards; nothing for a day that is not shown."""
        cell = self._scene().cell(dia)
        return (0, 0) if cell is None else (int(cell.top), int(cell.bottom))

    def place_of_line(self, identidad: Id) -> QPoint | None:
        """Return where a line is, ``None`` when it is not shown."""
        chip = self._scene().chip_of(identidad)
        return None if chip is None else QPoint(int(chip.box.left + 8), int(chip.box.top + 8))

    # Carrying lines

    def pick(self, place: QPoint) -> tuple[Id, str] | None:
        """Return what is carried when the mouse is dragged from a place."""
        chip = self._scene().chip_at(place.x(), place.y()) if self.editable else None
        self._grabbed = None if chip is None else (chip.linea.id, chip.dia)
        return None if chip is None else (chip.linea.id, chip.linea.titulo_visible)

    def set_target(self, place: QPoint | None) -> None:
        """Show where a line that is carried would be put."""
        target = None if place is None else self.day_at(place)
        if target != self._target:
            self._target = target
            self.update()

    def drop(self, place: QPoint, identidad: Id) -> None:
        """Ask for a line to be put on the day at a place; a period moves by as many days as it was carried."""
        dia = self.day_at(place)
        if dia is None:
            return
        grabbed, self._grabbed = self._grabbed, None
        linea = self._find(identidad)  # the month may have been turned on the way
        if grabbed is not None and grabbed[0] == identidad and linea is not None and linea.fecha is not None:
            dia += linea.fecha - grabbed[1]
        self.move_asked.emit(identidad, dia)

    # Qt's events

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(620, 480)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which a month can be read: two lines on each day."""
        return QSize(380, lowest(len(weeks(self._day.year, self._day.month))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the month."""
        painter = QPainter(self)
        self._pen.begin(painter)
        made = MonthPainter(self._pen, self._scene(), self._day.month, self._warning)
        made.paint_days(self._today, self._layer.inhabiles, self._moving_to or self._target)
        made.paint_items(self._selected, moving=self.moving)
        made.paint_current(self._day, focused=self.hasFocus())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._made = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through days and lines, move and open them."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in STEPS:
            self._step(STEPS[key], control=control)
        elif key in PAGES:
            self._turn(PAGES[key])
        elif key in ENTER:
            self._enter()
        elif key == Qt.Key.Key_Space:
            self._next_line()
        elif key == Qt.Key.Key_M and self._line(self._selected) is not None and self.editable:
            self._moving(self._day)
        elif key == Qt.Key.Key_Escape and self.moving:
            self._moving(None)
        elif key in REMOVE and self._selected is not None and self.editable:
            self._remove(self._selected, key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor on the day and the line under the mouse."""
        place = event.position().toPoint()
        dia, chip = self.day_at(place), self._scene().chip_at(place.x(), place.y())
        crowded = self._scene().more_at(place.x(), place.y()) is not None
        self._moving(None)
        if dia is None:
            return
        self.select(None if chip is None else chip.linea.id)
        self.set_day(dia)
        if crowded and event.button() is Qt.MouseButton.LeftButton:
            self._list(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse; a free day begins a new line."""
        place = event.position().toPoint()
        chip, note = self._scene().chip_at(place.x(), place.y()), self._scene().note_at(place.x(), place.y())
        dia = self.day_at(place)
        if chip is not None:
            self.open_asked.emit(chip.linea.id)
        elif note is not None:
            self.jump_asked.emit(note.proximo.entidad, note.proximo.id)
        elif dia is not None and self.editable:
            self.create_asked.emit(dia)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the chosen line, or list the day under the mouse or the cursor."""
        if self._selected is None:
            self._list(event.globalPos())
        else:
            self.menu_asked.emit(self._selected, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Show the whole of what is under the mouse; keep Escape while a line is being moved."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and self.moving:
            event.accept()
            return True
        return super().event(event)

    # What happens inside

    def _scene(self) -> MonthScene:
        if self._made is None:
            others = self._layer.otros if self._others_shown else {}
            area = Box(0.0, 0.0, float(self.width()), float(self.height()))
            self._made = MonthScene(area, self._day.year, self._day.month, self._lines, others)
        return self._made

    def _renew(self) -> None:
        self._made = None
        self._describe()

    def _describe(self) -> None:
        linea = self._find(self._selected) if self.moving else self._line(self._selected)
        parts = [day_text(self._day, self._lines.get(self._day, ()), self._layer)]
        if linea is not None:
            told = line_told(linea, self._warning).replace("\n", " · ")
            parts.append(f"{'Moviendo' if self.moving else 'Elegida'}: {told}")
        text = " · ".join(" ".join(part.split()) for part in parts)
        self.setAccessibleDescription(text)
        self.described.emit(text)
        self.update()

    def _line(self, identidad: Id | None) -> LineaPlan | None:
        found = (linea for lines in self._lines.values() for linea in lines if linea.id == identidad)
        return next(found, None)

    def _step(self, days: int, *, control: bool) -> None:
        linea = self._line(self._selected)
        if self.moving:
            self._moving(self._day + timedelta(days=days))
        elif control and linea is not None and linea.fecha is not None and self.editable:
            self.move_asked.emit(linea.id, linea.fecha + timedelta(days=days))
        elif not control:
            self.select(None)
            self.set_day(self._day + timedelta(days=days))

    def _turn(self, months: int) -> None:
        dia = add_months(self._day, months)
        if self.moving and FIRST_YEAR <= dia.year <= LAST_YEAR:
            self._moving(dia)
        else:
            self.set_day(dia)

    def _moving(self, dia: date | None) -> None:
        self._moving_to = dia
        if dia is not None:
            self.set_day(dia)
        self._describe()

    def _enter(self) -> None:
        if self._moving_to is not None and self._selected is not None:
            dia, identidad = self._moving_to, self._selected
            self._moving(None)
            self.move_asked.emit(identidad, dia)
        elif self._selected is not None:
            self.open_asked.emit(self._selected)
        elif self._lines.get(self._day) or self._layer.otros.get(self._day) or not self.editable:
            place = self.place_of(self._day) or QPoint()
            self._list(self.mapToGlobal(place))
        else:
            self.create_asked.emit(self._day)

    def _remove(self, identidad: Id, key: Qt.Key) -> None:
        if key is Qt.Key.Key_Delete:
            self.withdraw_asked.emit(identidad)
        else:
            self.move_asked.emit(identidad, None)

    def _next_line(self) -> None:
        ids = [linea.id for linea in self._lines.get(self._day, ())]
        if ids:
            place = ids.index(self._selected) + 1 if self._selected in ids else 0
            self.select(ids[place % len(ids)])

    def _list(self, globally: QPoint) -> None:
        create = self.create_asked.emit if self.editable else None
        actions = DayActions(self.open_asked.emit, self.jump_asked.emit, create)
        lines, others = self._lines.get(self._day, ()), self._layer.otros.get(self._day, ())
        make_day_menu(self, actions, self._day, lines, others).popup(globally)

    def _tip(self, place: QPoint) -> str:
        scene = self._scene()
        chip, note = scene.chip_at(place.x(), place.y()), scene.note_at(place.x(), place.y())
        if chip is not None:
            return line_told(chip.linea, self._warning)
        if note is not None:
            return f"{note.proximo.clase.etiqueta}: {note.proximo.texto}"
        dia = self.day_at(place)
        return "" if dia is None else self._layer.inhabiles.get(dia, "")
