"""Areas with a box to tick each: where their format stands, and to whom it would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from promueve_gui.domain.envios import SIN_DEVOLVER, EstadoEnvio
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.gui.widgets.parts import button, column, label, row
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from promueve_gui.domain.envios import Seguimiento
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.institucion import AreaGeneradora
    from promueve_gui.gui.context import Context

NO_MAIL = "Falta el correo"
PLACE = Qt.ItemDataRole.UserRole


class AreaTicks(QWidget):
    """The list with its buttons; tells when other areas are ticked, and when the cursor goes to another."""

    changed = Signal()
    current_changed = Signal()

    def __init__(
        self,
        context: Context,
        everybody: Sequence[Seguimiento],
        mail_of: Callable[[AreaGeneradora], Sequence[str]],
        ticked: Collection[Id],
    ) -> None:
        """List ``everybody``; tick those named or, when nobody is, those that were not sent a format yet."""
        super().__init__()
        self._everybody = everybody
        self._lacking = {where.area.id for where in everybody if not mail_of(where.area)}
        self.search = SearchBox(context, "Buscar en áreas")
        self.list = QListWidget()
        self.list.setAccessibleName("Áreas que reciben su formato")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # too long a line ends in «…»
        self.count = label("", "menor", wrap=True)
        everyone = button("Todas", lambda: self._tick(lambda _: True))
        nobody = button("Ninguna", lambda: self._tick(lambda _: False))
        waiting = button("Las que no han devuelto", lambda: self._tick(lambda where: where.estado in SIN_DEVOLVER))
        chooser = QWidget()
        chooser.setLayout(row(everyone, nobody, waiting, None))
        self.setLayout(column(self.search, chooser, self.list, self.count))
        first = self._first_ticks(ticked)
        for place, where in enumerate(everybody):
            self.list.addItem(self._item(place, where, "; ".join(mail_of(where.area)), ticked=where.area.id in first))
        self.list.setCurrentRow(next((p for p, where in enumerate(everybody) if where.area.id in first), 0))
        self.list.itemChanged.connect(self._on_changed)
        self.list.currentRowChanged.connect(lambda _: self.current_changed.emit())
        self.list.itemActivated.connect(self._turn)
        self.search.textChanged.connect(self._find)
        self._tell()

    def ticked(self) -> tuple[Seguimiento, ...]:
        """Return the areas that are ticked, also those that the search hides."""
        places = range(self.list.count())
        return tuple(self._everybody[p] for p in places if self.list.item(p).checkState() is Qt.CheckState.Checked)

    def current(self) -> Seguimiento | None:
        """Return the area that has the cursor."""
        place = self.list.currentRow()
        return self._everybody[place] if place >= 0 else None

    def _first_ticks(self, wanted: Collection[Id]) -> Collection[Id]:
        if wanted:
            return wanted
        unsent = {where.area.id for where in self._everybody if where.estado is EstadoEnvio.SIN_ENVIAR}
        return unsent or {where.area.id for where in self._everybody if where.estado in SIN_DEVOLVER}

    def _item(self, place: int, where: Seguimiento, mail: str, *, ticked: bool) -> QListWidgetItem:
        item = QListWidgetItem(f"{where.area.nombre}\n{where.frase} · {mail or NO_MAIL}")
        item.setData(PLACE, place)
        item.setToolTip(plain_tip(f"{where.area.nombre}\n{mail or NO_MAIL}"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        return item

    def _tick(self, wanted: Callable[[Seguimiento], bool]) -> None:
        """Tick the areas that are ``wanted`` and no others, of those that the search shows."""
        self.list.blockSignals(True)
        for place, where in enumerate(self._everybody):
            item = self.list.item(place)
            if not item.isHidden():
                item.setCheckState(Qt.CheckState.Checked if wanted(where) else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self._on_changed()

    def _turn(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _find(self, text: str) -> None:
        words = plegar(text).split()
        for place, where in enumerate(self._everybody):
            said = plegar(f"{where.area.nombre} {where.area.siglas} {self.list.item(place).text()}")
            self.list.item(place).setHidden(not all(word in said for word in words))

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        ticked = self.ticked()
        said = f"{len(ticked)} de {contado(len(self._everybody), 'área', 'áreas')}"
        lacking = sum(where.area.id in self._lacking for where in ticked)
        if lacking:
            said += f" · {NO_MAIL.lower()} de {lacking}; su borrador quedará sin destinatario"
        self.count.setText(said)
