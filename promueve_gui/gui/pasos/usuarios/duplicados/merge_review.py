"""What merging many clusters at once would do, before it is agreed to: which, and with whom each group goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QSpinBox, QTreeWidget, QTreeWidgetItem, QWidget

from promueve_gui.application.duplicates import MAXIMO
from promueve_gui.application.merging_groups import arranged, reasons
from promueve_gui.domain.duplicados import MINIMO
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import contado
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.widgets.parts import column, label, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.duplicates import Duplicados
    from promueve_gui.domain.duplicados import Cumulo
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.proyecto import Proyecto

INDENTATION, ROW_HEIGHT = 34, 24
PLACE = Qt.ItemDataRole.UserRole
HEADINGS = ("Grupo que queda, y los que se unen con él", "Parecido")


class MergeReview(QDialog):
    """A list of clusters with boxes to tick, all of them ticked; the user takes away what is to wait."""

    def __init__(self, parent: QWidget, proyecto: Proyecto, found: Duplicados, umbral: int) -> None:
        """Offer what looks alike at ``umbral`` percent or more."""
        super().__init__(parent)
        self._proyecto, self._found = proyecto, found
        self._clusters: list[Cumulo] = []
        self.setWindowTitle("Unir duplicados")
        fit(self, 760, 560)
        self.score = QSpinBox()
        self.score.setRange(MINIMO, MAXIMO)
        self.score.setSuffix(" %")
        self.score.setValue(umbral)
        self.score.setAccessibleName("Parecido mínimo de los que se unen")
        self.score.valueChanged.connect(self._fill)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Lo que se va a unir")
        self.tree.setHeaderLabels(HEADINGS)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(INDENTATION)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.itemChanged.connect(lambda *_: self._tell())
        self.buttons = QDialogButtonBox()
        self._merge = self.buttons.addButton("Unir", QDialogButtonBox.ButtonRole.AcceptRole)
        self._merge.setObjectName("primario")
        self.buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._fill()

    def clusters(self) -> list[Cumulo]:
        """Return the clusters that are ticked."""
        items = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        ticked = [item for item in items if item is not None and item.checkState(0) is Qt.CheckState.Checked]
        return [self._clusters[int(item.data(0, PLACE))] for item in ticked]

    def _lay_out(self) -> None:
        intro = (
            "De cada uno queda el grupo con más información, y se conservan los textos de todos. Quite la marca a lo "
            "que prefiera revisar antes. Después podrá deshacerlo, o separar cualquiera de ellos."
        )
        name = label("Unir los de un parecido de al menos")
        name.setBuddy(self.score)
        said = column(label(intro, "secundario", wrap=True))
        said.addLayout(row(name, self.score, None))
        said.addWidget(self.tree, 1)
        lay_out(self, said, self.buttons)

    def _fill(self) -> None:
        found = self._found.cumulos(self.score.value())
        self._clusters = [cumulo for cumulo in found if len(arranged(self._proyecto, cumulo)) > 1]
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems([self._item(place, cumulo) for place, cumulo in enumerate(self._clusters)])
        self.tree.expandAll()
        self.tree.blockSignals(False)
        self._tell()

    def _item(self, place: int, cumulo: Cumulo) -> QTreeWidgetItem:
        queda, *otros = arranged(self._proyecto, cumulo)
        item = QTreeWidgetItem([self._said(queda), f"{cumulo.puntaje} %"])
        item.setToolTip(0, plain_tip(item.text(0)))
        item.setData(0, PLACE, place)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setCheckState(0, Qt.CheckState.Checked)
        razones = reasons(cumulo, queda.id)
        for otro in otros:
            under = QTreeWidgetItem([self._said(otro), ""])
            under.setToolTip(0, plain_tip(f"{under.text(0)}\n{razones.get(otro.id, '')}".strip()))
            item.addChild(under)
        return item

    def _said(self, grupo: GrupoUsuarios) -> str:
        area = self._proyecto.titulo(AreaGeneradora.ENTIDAD, grupo.area)
        nombre = grupo.nombre or grupo.siglas or grupo.titulo_breve
        return f"{nombre} · {area}" if area else nombre

    def _tell(self) -> None:
        clusters = self.clusters()
        groups = sum(len(cumulo.grupos) - 1 for cumulo in clusters)
        self._merge.setEnabled(bool(clusters))
        self._merge.setText(f"Unir {contado(groups, 'grupo', 'grupos')}" if clusters else "Nada que unir")
