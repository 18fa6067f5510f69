"""Salience in the window: three circles with the groups of each type, and the same as a list for the keyboard."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolTip, QTreeWidget, QTreeWidgetItem, QWidget

from promueve_gui.application.stakeholders import describe_salience, salience_groups, says_salience
from promueve_gui.domain.prominencia import FUENTE, Prominencia
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios.drawings import SalienceDrawing
from promueve_gui.gui.pasos.usuarios.marks import mark_icon
from promueve_gui.gui.pasos.usuarios.salience_painter import SaliencePainter
from promueve_gui.gui.pasos.usuarios.salience_scene import SalienceScene
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.box import Box
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QIcon, QMouseEvent, QPaintEvent, QResizeEvent

    from promueve_gui.application.stakeholders import PorTipo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.context import Context

ID = Qt.ItemDataRole.UserRole
TYPE = ID + 1
BY_VALUE = {tipo.value: tipo for tipo in Prominencia}
WIDE = 560  # from here on, the list stands beside the circles
MOST_NAMED = 150  # groups of each type in the list beside the circles
LIST_WIDTH, LIST_HEIGHT = 280, 96


class SaliencePicture(QWidget):
    """The circles. What they show is in the list too, so they take no keyboard."""

    chosen = Signal(object)  # Id
    type_chosen = Signal(object)  # Prominencia
    open_asked = Signal(object)  # Id

    def __init__(self, context: Context) -> None:
        """Start without groups."""
        super().__init__()
        self._context = context
        self._by_type = salience_groups(())
        self._current: Id | None = None
        self._type: Prominencia | None = None
        self._made: SalienceScene | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Prominencia de los grupos")

    def set_groups(self, by_type: PorTipo) -> None:
        """Show the groups of each type."""
        self._by_type = by_type
        self._made = None
        self.setAccessibleDescription(says_salience(by_type))
        self.update()

    def set_current(self, identidad: Id | None, tipo: Prominencia | None) -> None:
        """Ring a group, or the title of a type."""
        self._current, self._type = identidad, tipo
        self.update()

    def scene(self) -> SalienceScene:
        """Return what is shown, in its places."""
        if self._made is None:
            plot = Box(0, 0, self.width(), self.height())
            self._made = SalienceScene(plot, self._by_type, self._painter().name_width)
        return self._made

    # Qt's events

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(380, 360)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which the numbers can be read."""
        return QSize(200, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circles."""
        painter = QPainter(self)
        self._painter().paint(painter, self.scene(), self._current, self._type)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._made = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the group under the mouse, or the type."""
        place = event.position()
        mark, tipo = self.scene().mark_at(place.x(), place.y()), self.scene().type_at(place.x(), place.y())
        if mark is not None:
            self.chosen.emit(mark.grupo.id)
        elif tipo is not None:
            self.type_chosen.emit(tipo)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form of the group under the mouse."""
        mark = self.scene().mark_at(event.position().x(), event.position().y())
        if mark is not None:
            self.open_asked.emit(mark.grupo.id)

    def event(self, event: QEvent) -> bool:
        """Tell of the group, or of the type, under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos().x(), event.pos().y())), self)
            return True
        return super().event(event)

    def _tip(self, x: float, y: float) -> str:
        mark, tipo = self.scene().mark_at(x, y), self.scene().type_at(x, y)
        if mark is not None:
            return describe_salience(mark.grupo)
        return f"{tipo.etiqueta}\n{tipo.descripcion}" if tipo is not None else ""

    def _painter(self) -> SaliencePainter:
        return SaliencePainter(self._context.colores, self.font())


class SalienceView(QWidget):
    """Circles and list of the groups that the list of the page shows."""

    TITLE = "Prominencia"
    FILE = "prominencia"
    NOTE = f"Según {FUENTE}; alto quiere decir 4 o 5."

    chosen = Signal(object)  # Id
    open_asked = Signal(object)  # Id
    said = Signal()

    def __init__(self, context: Context) -> None:
        """Start without groups."""
        super().__init__()
        self._context = context
        self._by_type = salience_groups(())
        self._current: Id | None = None
        self._guest: QTreeWidgetItem | None = None
        self.picture = SaliencePicture(context)
        self.tree = self._make_tree()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.picture, 3)
        self._layout.addWidget(self.tree, 2)
        self.picture.chosen.connect(self.chosen)
        self.picture.open_asked.connect(self.open_asked)
        self.picture.type_chosen.connect(self._show_type)

    def set_groups(self, groups: Sequence[GrupoUsuarios]) -> None:
        """Show these groups; of each type the first ones by name, however many there are."""
        self._by_type = salience_groups(groups)
        self.picture.set_groups(self._by_type)
        open_now = {self._type_of(item) for item in self._types() if item.isExpanded()}
        self.tree.blockSignals(True)
        self._guest = None
        self.tree.clear()
        ratio = self.devicePixelRatioF()
        icons = {clase: mark_icon(self._context, clase, ratio) for clase in (*ClaseGrupo, None)}
        for tipo, suyos in self._by_type:
            self._add_type(tipo, suyos, icons, unfolded=tipo in open_now)
        self.tree.blockSignals(False)
        self.set_current(self._current)

    def set_current(self, identidad: Id | None) -> None:
        """Follow the cursor of the list."""
        self._current = identidad
        found = None if identidad is None else self._item_of(identidad)
        if found is not None:
            self.tree.blockSignals(True)
            self.tree.setCurrentItem(found)
            self.tree.blockSignals(False)
        self.picture.set_current(identidad, None)

    def status(self) -> str:
        """Say how many groups still lack a grade."""
        lacking = len(dict(self._by_type).get(None, ()))
        return f"{lacking} sin calificar: falta poder, legitimidad o urgencia" if lacking else ""

    def drawing(self) -> SalienceDrawing:
        """Return the picture, to be saved."""
        return SalienceDrawing(self._by_type, self.font())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the circles where there is room, and else under them."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)
        self.tree.setMinimumWidth(LIST_WIDTH if wide else 0)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("arbol")
        tree.setHeaderHidden(True)
        tree.setMinimumHeight(LIST_HEIGHT)
        tree.setAccessibleName("Grupos por prominencia")
        tree.setAccessibleDescription(self.NOTE)
        tree.setUniformRowHeights(True)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.currentItemChanged.connect(lambda item, _: self._on_item(item))
        tree.itemActivated.connect(self._on_activated)
        return tree

    def _add_type(
        self,
        tipo: Prominencia | None,
        groups: Sequence[GrupoUsuarios],
        icons: Mapping[ClaseGrupo | None, QIcon],
        *,
        unfolded: bool,
    ) -> None:
        name = "Sin calificar" if tipo is None else tipo.etiqueta
        item = QTreeWidgetItem([f"{name} ({len(groups)})"])
        item.setToolTip(0, plain_tip("Falta alguna calificación" if tipo is None else tipo.descripcion))
        item.setData(0, TYPE, "" if tipo is None else tipo.value)
        font = item.font(0)
        font.setBold(bool(groups))
        item.setFont(0, font)
        item.addChildren([_item(grupo, icons[grupo.clase]) for grupo in groups[:MOST_NAMED]])
        if len(groups) > MOST_NAMED:
            more = QTreeWidgetItem([f"y {len(groups) - MOST_NAMED} más; use la lista y sus filtros"])
            more.setDisabled(True)
            item.addChild(more)
        self.tree.addTopLevelItem(item)
        item.setExpanded(unfolded)

    def _types(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _item_of(self, identidad: Id) -> QTreeWidgetItem | None:
        """Return the item of a group; one that is not among those named is brought in while it is the current one."""
        items = (item.child(place) for item in self._types() for place in range(item.childCount()))
        found = next((item for item in items if item is not None and item.data(0, ID) == identidad), None)
        if found is not None:
            return found
        if self._guest is not None and (parent := self._guest.parent()) is not None:
            parent.removeChild(self._guest)
            self._guest = None
        for item, (_, groups) in zip(self._types(), self._by_type, strict=True):
            unnamed = islice(groups, MOST_NAMED, None)
            grupo = next((grupo for grupo in unnamed if grupo.id == identidad), None)
            if grupo is not None:
                self._guest = _item(grupo, mark_icon(self._context, grupo.clase, self.devicePixelRatioF()))
                item.insertChild(MOST_NAMED, self._guest)
                break
        return self._guest

    def _type_of(self, item: QTreeWidgetItem) -> Prominencia | None:
        return BY_VALUE.get(item.data(0, TYPE))

    def _show_type(self, tipo: Prominencia) -> None:
        """Open a type in the list."""
        for item in self._types():
            if self._type_of(item) is tipo:
                item.setExpanded(True)
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item, QTreeWidget.ScrollHint.PositionAtTop)

    def _on_item(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        identidad = item.data(0, ID)
        if identidad is None:
            self.picture.set_current(None, self._type_of(item))
        elif self.tree.hasFocus():
            self.chosen.emit(identidad)

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        identidad = item.data(0, ID)
        if identidad is None:
            item.setExpanded(not item.isExpanded())
        else:
            self.open_asked.emit(identidad)


def _item(grupo: GrupoUsuarios, icon: QIcon) -> QTreeWidgetItem:
    made = QTreeWidgetItem([grupo.titulo_visible])
    made.setIcon(0, icon)
    made.setToolTip(0, plain_tip(describe_salience(grupo)))
    made.setData(0, ID, grupo.id)
    return made
