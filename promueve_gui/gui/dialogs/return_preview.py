"""What a batch of returned files would do, before it is agreed to: files at the left, their differences beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QWidget

from promueve_gui.application.return_report import NADA, NADA_QUE_TOMAR, put_off
from promueve_gui.domain.texto import contado
from promueve_gui.gui.dialogs.return_detail import ReturnDetail
from promueve_gui.gui.dialogs.return_files import ReturnFiles
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from promueve_gui.application.return_batch import Comparado
    from promueve_gui.domain.diferencias import Decision, Devolucion
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

SIZE = (1180, 680)
FILES_WIDTH = 270
AGAIN = ("cambio espera a que reciba otra vez el archivo", "cambios esperan a que reciba otra vez el archivo")
HINT = "Nada cambia hasta que usted lo confirme. Lo que no decida aquí lo espera en «Dudas», en el paso 1."


class ReturnPreview(QDialog):
    """Shows what was compared, takes decisions, and asks whether to go on."""

    area_given = Signal(int, str)  # place of the file, identity of the area or content

    def __init__(
        self, parent: QWidget, context: Context, project: Project, messages: Messages, comparados: Sequence[Comparado]
    ) -> None:
        """Show a batch; the first file that brings something is chosen."""
        super().__init__(parent)
        self.comparados = list(comparados)
        self.decisions: list[dict[str, Decision]] = [{} for _ in comparados]
        title = _title(comparados)
        self.setWindowTitle(title)
        fit(self, *SIZE)
        self.files = ReturnFiles(context, project.proyecto, self.comparados)
        self.detail = ReturnDetail(context, project, messages)
        self.go = button("Tomar lo seguro", self.accept, "primario")
        self._total = label("", "menor", wrap=True)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(2 * GRID)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.files)
        splitter.addWidget(self.detail)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([FILES_WIDTH, self.width() - FILES_WIDTH])
        buttons = QDialogButtonBox()
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        cancel = buttons.addButton("No recibir", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        said = column(label(title, "titulo"), label(HINT, "secundario", wrap=True))
        said.addWidget(splitter, 1)
        foot = row(self._total, buttons)
        foot.setStretch(0, 1)
        lay_out(self, said, foot)
        self.files.chosen.connect(self._show)
        self.files.complete.connect(self._tell)
        self.detail.decided.connect(self._on_decided)
        self.detail.area_given.connect(self._on_area)
        self.files.list.setCurrentRow(self._first())
        self._tell()
        self.files.list.setFocus()

    def replace(self, place: int, comparado: Comparado) -> None:
        """Show a file compared anew; what was decided about it is asked again."""
        self.comparados[place] = comparado
        self.decisions[place] = {}
        self.files.tell(place, comparado, {})
        if self.files.list.currentRow() == place:
            self._show(place)
        self._tell()

    def hand_over(self) -> list[Comparado]:
        """Return the files, which are shown no more: they are let go of one by one as they are taken."""
        comparados = list(self.comparados)
        self.comparados.clear()
        return comparados

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to lists and fields, so that it takes nothing before its time."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self.go.hasFocus():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _first(self) -> int:
        """Return the first file with differences, or the first."""
        for place, comparado in enumerate(self.comparados):
            if comparado.devolucion is not None and comparado.devolucion.diferencias:
                return place
        return 0

    def _show(self, place: int) -> None:
        if place >= 0:
            self.detail.show_file(self.comparados[place], self.decisions[place])

    def _on_decided(self) -> None:
        place = self.files.list.currentRow()
        self.files.tell(place, self.comparados[place], self.decisions[place])
        self._tell()

    def _on_area(self, area: str) -> None:
        if area:
            self.area_given.emit(self.files.list.currentRow(), area)

    def _tell(self) -> None:
        pairs = zip((comparado.devolucion for comparado in self.comparados), self.decisions, strict=True)
        read = [(one, decided) for one, decided in pairs if one is not None and not one.sin_elegir]
        found = sum(len(devolucion.diferencias) for devolucion, _ in read)
        doubts = sum(self.files.doubts)
        said = contado(found, "diferencia", "diferencias")
        left = contado(doubts, "queda como duda", "quedan como dudas")
        again = sum(put_off(devolucion, decided) for devolucion, decided in read)
        later = [contado(again, *AGAIN)] if again else []
        self._total.setText(" · ".join((said, left, *later)) if found else _nothing([one for one, _ in read]))
        self.go.setText("Tomar lo seguro" if found or not read else "Recibir sin cambios")
        self.go.setEnabled(bool(read))


def _nothing(read: Sequence[Devolucion]) -> str:
    """Return what is said of files without differences; none, of what nobody could compare."""
    if not read:
        return ""
    return NADA_QUE_TOMAR if any(devolucion.problemas for devolucion in read) else NADA


def _title(comparados: Sequence[Comparado]) -> str:
    """Return what kind of files came back."""
    textos = [c.devolucion.libro.texto is not None for c in comparados if c.devolucion is not None]
    if not any(textos):
        return "Formatos devueltos"
    return "Documentos devueltos" if all(textos) else "Archivos devueltos"
