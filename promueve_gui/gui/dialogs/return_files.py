"""The files of a batch that came back: whose each is and what it brings, or why it was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from promueve_gui.application.return_report import brought, waiting, whose
from promueve_gui.domain.texto import contado
from promueve_gui.gui.widgets.parts import column, label
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.application.return_batch import Comparado
    from promueve_gui.domain.diferencias import Decision
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Context

LEFT_OUT = "No se recibe"
LEAST_WIDTH = 168
ICON_PIXELS = 18
AT_ONCE = 25  # files told before the window has its turn


class ReturnFiles(QWidget):
    """The list; tells when another file is chosen, and when all of them have been told."""

    chosen = Signal(int)
    complete = Signal()

    def __init__(self, context: Context, proyecto: Proyecto, comparados: Sequence[Comparado]) -> None:
        """List the files in the order in which they were given."""
        super().__init__()
        self._context, self._proyecto = context, proyecto
        self.list = QListWidget()
        self.list.setAccessibleName("Archivos devueltos")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(ICON_PIXELS, ICON_PIXELS))
        self.setMinimumWidth(LEAST_WIDTH)
        self.count = label("", "menor", wrap=True)
        self.setLayout(column(self.list, self.count))
        self.doubts = [0] * len(comparados)  # that each file leaves, as things were decided
        self._comparados = comparados
        for _ in comparados:
            self.list.addItem(QListWidgetItem())
        self._tell_from(0)
        left_out = sum(comparado.devolucion is None for comparado in comparados)
        read = len(comparados) - left_out
        said = contado(read, "archivo", "archivos")
        self.count.setText(f"{said} · {left_out} sin recibir" if left_out else said)
        self.list.currentRowChanged.connect(self.chosen)

    def _tell_from(self, first: int) -> None:
        """Tell some files, and the next when the window has had its turn: hundreds of them bring many thousand rows."""
        last = min(first + AT_ONCE, len(self._comparados))
        for place in range(first, last):
            if not self.list.item(place).text():  # nobody has decided about it meanwhile
                self.tell(place, self._comparados[place], {})
        if last < len(self._comparados):
            QTimer.singleShot(0, self, lambda: self._tell_from(last))
        else:
            self.complete.emit()

    def tell(self, place: int, comparado: Comparado, decisions: Mapping[str, Decision]) -> None:
        """Say what a file brings, as things were decided."""
        devolucion = comparado.devolucion
        if devolucion is None:
            lines, icon, colour = [LEFT_OUT], "close", self._context.colores.error
        else:
            self.doubts[place] = doubts = 0 if devolucion.sin_elegir else waiting(devolucion, decisions)
            lines = [*filter(None, (whose(devolucion, self._proyecto),)), brought(devolucion)]
            only_problems = bool(devolucion.problemas) and not devolucion.diferencias
            attention = devolucion.sin_elegir or doubts > 0 or only_problems
            icon = "alert-circle-outline" if attention else "check-circle"
            colour = self._context.colores.atencion if attention else self._context.colores.bien
        item = self.list.item(place)
        item.setText("\n".join([comparado.archivo, *lines]))
        item.setToolTip(plain_tip("\n".join(filter(None, (item.text(), comparado.rechazo)))))
        item.setIcon(self._context.icon(icon, colour))
