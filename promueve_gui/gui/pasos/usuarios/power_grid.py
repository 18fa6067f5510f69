"""The power–interest grid as a widget: points are chosen, moved with mouse and keyboard, and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from promueve_gui.application.stakeholders import describe, is_placed
from promueve_gui.gui.pasos.usuarios.grid_painter import GridPainter
from promueve_gui.gui.pasos.usuarios.grid_scene import GRADES, GridScene, by_grades, find_group
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.usuarios.grid_scene import Grades, More

NAME = "Cuadrícula de poder e interés"
HELP = (
    "Con Re Pág y Av Pág pasa de un grupo a otro; con las flechas lo mueve; con dos números del 1 al 5 escribe su "
    "poder y su interés; con Entrar abre su ficha; con Supr lo quita."
)
MOVES = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
MOST_LISTED = 40


class PowerGrid(QWidget):
    """Shows groups and says what the user wants of them; it changes nothing itself."""

    chosen = Signal(object)  # Id
    open_asked = Signal(object)  # Id
    place_asked = Signal(object, int, int)  # Id, poder, interés
    unplace_asked = Signal(object)  # Id

    def __init__(self, context: Context) -> None:
        """Start empty."""
        super().__init__()
        self._context = context
        self._groups: Sequence[GrupoUsuarios] = ()
        self._cells: Mapping[Grades, list[GrupoUsuarios]] = {}
        self._ringed: GrupoUsuarios | None = None  # as it is in ``_groups``
        self._current: Id | None = None
        self._lit: frozenset[Grades] = frozenset()
        self._made: GridScene | None = None
        self.editable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(NAME)
        self.setAccessibleDescription(HELP)

    # What is shown

    def set_groups(self, groups: Sequence[GrupoUsuarios]) -> None:
        """Show these groups; those without grades are left out."""
        self._groups = groups
        self._cells = by_grades(groups)
        self._renew()

    @property
    def placed(self) -> int:
        """Return how many groups have their place."""
        return sum(map(len, self._cells.values()))

    def set_current(self, identidad: Id | None) -> None:
        """Ring a group."""
        if identidad != self._current:
            self._current = identidad
            self._renew()

    @property
    def current(self) -> Id | None:
        """Return which group is ringed."""
        return self._current

    def set_target(self, place: QPoint | None) -> None:
        """Show where a group that is carried would be put."""
        target = None if place is None else self.grades_at(place)
        self._light(frozenset() if target is None else frozenset({target}))

    def light_row(self, poder: int | None) -> None:
        """Show the cells of a power that was typed, of which one will be the group's; none for ``None``."""
        self._light(frozenset() if poder is None else frozenset((poder, interes) for interes in GRADES))

    def _light(self, cells: frozenset[Grades]) -> None:
        if cells != self._lit:
            self._lit = cells
            self.update()

    def grades_at(self, place: QPoint) -> Grades | None:
        """Return power and interest at a place of the widget."""
        return self._scene().grades_at(place.x(), place.y())

    def place_of(self, poder: int, interes: int) -> QPoint:
        """Return the middle of a cell."""
        cell = self._scene().cell(poder, interes)
        return QPoint(int(cell.left + cell.width / 2), int(cell.top + cell.height / 2))

    def point_of(self, identidad: Id) -> QPoint | None:
        """Return where the point of a group is, ``None`` when it is not shown."""
        point = self._scene().point(identidad)
        return None if point is None else QPoint(int(point.spot[0]), int(point.spot[1]))

    def group_at(self, place: QPoint) -> GrupoUsuarios | None:
        """Return the group at a place of the widget."""
        point = self._scene().point_at(place.x(), place.y())
        return None if point is None else point.grupo

    def pick(self, place: QPoint) -> tuple[Id, str] | None:
        """Return what is carried when the mouse is dragged from a place."""
        grupo = self.group_at(place) if self.editable else None
        return None if grupo is None else (grupo.id, grupo.titulo_visible)

    # Qt's events

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(380, 360)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which the grid can be read."""
        return QSize(240, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grid."""
        painter = QPainter(self)
        self._painter().paint(painter, self._scene(), self._current, self._lit, focused=self.hasFocus())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._made = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring the first group when none is."""
        super().focusInEvent(event)
        points = self._scene().points
        if self._scene().point(self._current) is None and points:
            self._choose(points[0].grupo.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the group before or after the ringed one; move, open or take away that."""
        point = self._scene().point(self._current)
        if point is None:
            super().keyPressEvent(event)
            return
        grupo = point.grupo
        key = Qt.Key(event.key())
        if key in STEPS:
            self._choose_beside(grupo.id, STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_asked.emit(grupo.id)
        elif key in MOVES and self.editable:
            poder, interes = MOVES[key]
            self.place_asked.emit(grupo.id, (grupo.poder or 1) + poder, (grupo.interes or 1) + interes)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.editable:
            self.unplace_asked.emit(grupo.id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ring the group under the mouse, or list those that did not fit."""
        place = event.position().toPoint()
        grupo, more = self.group_at(place), self._scene().more_at(place.x(), place.y())
        if grupo is not None:
            self._choose(grupo.id)
        elif more is not None:
            self._list(more, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form of the group under the mouse."""
        grupo = self.group_at(event.position().toPoint())
        if grupo is not None:
            self.open_asked.emit(grupo.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the ringed group."""
        point = self._scene().point(self._current)
        if point is None:
            return
        grupo, menu = point.grupo, self._menu()
        menu.addAction("Abrir la ficha\tEntrar").triggered.connect(lambda: self.open_asked.emit(grupo.id))
        remove = menu.addAction("Quitar de la cuadrícula\tSupr")
        remove.triggered.connect(lambda: self.unplace_asked.emit(grupo.id))
        remove.setEnabled(self.editable)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Show name, class and treatment of the group under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            grupo = self.group_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(describe(grupo)) if grupo else "", self)
            return True
        return super().event(event)

    # What happens inside

    def _painter(self) -> GridPainter:
        return GridPainter(self._context.colores, self.font(), self.width(), self.height())

    def _scene(self) -> GridScene:
        if self._made is None:
            painter = self._painter()
            self._made = GridScene(painter.plot, self._cells, self._ringed, painter.name_width)
        return self._made

    def _renew(self) -> None:
        self._made = None
        grupo = self._ringed = find_group(self._groups, self._current)
        placed = grupo is not None and is_placed(grupo)
        self.setAccessibleDescription(describe(grupo).replace("\n", ". ") if grupo and placed else HELP)
        self.update()

    def _choose(self, identidad: Id) -> None:
        self.set_current(identidad)
        self.chosen.emit(identidad)

    def _choose_beside(self, identidad: Id, step: int) -> None:
        ids = [point.grupo.id for point in self._scene().points]
        self._choose(ids[(ids.index(identidad) + step) % len(ids)])

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _list(self, more: More, globally: QPoint) -> None:
        scene, menu = self._scene(), self._menu()
        hidden = [grupo for grupo in scene.cells[more.grades] if scene.point(grupo.id) is None]
        for grupo in hidden[:MOST_LISTED]:
            action = menu.addAction(grupo.titulo_visible.replace("&", "&&"))
            action.triggered.connect(lambda _=False, identidad=grupo.id: self._choose(identidad))
        if len(hidden) > MOST_LISTED:
            menu.addAction(f"y {len(hidden) - MOST_LISTED} más; use la lista y sus filtros").setEnabled(False)
        menu.popup(globally)
