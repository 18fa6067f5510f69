"""Choosing groups from the starter catalogue: what is ticked is added, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from promueve_gui.application.typical_groups import additions, offers
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.pasos.usuarios.marks import mark_icon
from promueve_gui.gui.widgets.parts import column, label, row
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.ayuda import GrupoTipico
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

PLACE = Qt.ItemDataRole.UserRole


class CatalogueDialog(QDialog):
    """A list with boxes to tick, searched and filtered by class and sector; ``apply`` adds what is ticked."""

    def __init__(self, parent: QWidget, context: Context, project: Project) -> None:
        """Offer the whole catalogue, nothing ticked."""
        super().__init__(parent)
        self._context, self._project = context, project
        self._catalogue = tuple(context.services.textos.grupos_tipicos)
        self._ticked: dict[int, GrupoTipico] = {}
        self.setWindowTitle("Grupos típicos")
        fit(self, 720, 560)
        self.search = SearchBox(context, "Buscar en el catálogo")
        self.kind = self._choices("Clase", ["Todas las clases", *(clase.etiqueta for clase in ClaseGrupo)])
        self._sectors = tuple(context.services.textos.sectores)
        self.sector = self._choices("Sector", ["Todos los sectores", *self._sectors])
        self._areas: list[AreaGeneradora] = sorted(project.proyecto.activos(AreaGeneradora), key=lambda a: a.nombre)
        self.area = self._choices("Área que los identifica", ["—", *(area.nombre for area in self._areas)])
        self.area.setCurrentIndex(1 if len(self._areas) == 1 else 0)
        self.list = QListWidget()
        self.list.setAccessibleName("Grupos del catálogo")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = label("", "menor")
        self.buttons = QDialogButtonBox()
        self._add = self.buttons.addButton("Agregar", QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setObjectName("primario")
        self.buttons.addButton("Cancelar", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._connect()
        self._fill()

    def apply(self) -> None:
        """Add what is ticked, as one edition."""
        motivo, cambios = additions(list(self._ticked.values()), self._project.proyecto, self._area())
        self._project.edit(motivo, cambios)

    def _lay_out(self) -> None:
        intro = label(
            "Marque los que usan o podrían usar sus datos; después podrá cambiarlos.", "secundario", wrap=True
        )
        said = column(intro)
        said.addLayout(row(self.search, self.kind, self.sector))
        said.addWidget(self.list, 1)
        said.addWidget(self.count)
        area_label = label("Área que los identifica")
        area_label.setBuddy(self.area)
        below = row(area_label, self.area)
        below.setStretch(1, 1)
        said.addLayout(below)
        lay_out(self, said, self.buttons)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.kind.currentIndexChanged.connect(self._fill)
        self.sector.currentIndexChanged.connect(self._fill)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemActivated.connect(self._turn)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _choices(self, name: str, texts: list[str]) -> QComboBox:
        made = QComboBox()
        made.addItems(texts)
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(18)
        return made

    def _area(self) -> Id | None:
        place = self.area.currentIndex()
        return self._areas[place - 1].id if place > 0 else None

    def _fill(self) -> None:
        place = self.kind.currentIndex()
        clase = tuple(ClaseGrupo)[place - 1] if place > 0 else None
        sector = self._sectors[self.sector.currentIndex() - 1] if self.sector.currentIndex() > 0 else ""
        self.list.blockSignals(True)
        self.list.clear()
        for oferta in offers(self._catalogue, self._project.proyecto, self.search.text(), clase, sector):
            self.list.addItem(self._item(oferta.grupo, existe=oferta.existe))
        self.list.blockSignals(False)
        self._tell()

    def _item(self, grupo: GrupoTipico, *, existe: bool) -> QListWidgetItem:
        note = "Ya está en la lista" if existe else f"{grupo.sector} · {grupo.descripcion}"
        item = QListWidgetItem(f"{grupo.nombre}\n{note}")
        item.setIcon(mark_icon(self._context, grupo.clase, self.devicePixelRatioF()))
        item.setToolTip(plain_tip(f"{grupo.clase.etiqueta} · {grupo.sector}\n{grupo.descripcion}"))
        place = self._catalogue.index(grupo)
        item.setData(PLACE, place)
        if existe:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            item.setCheckState(Qt.CheckState.Checked if place in self._ticked else Qt.CheckState.Unchecked)
        return item

    def _turn(self, item: QListWidgetItem) -> None:
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        place = int(item.data(PLACE))
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[place] = self._catalogue[place]
        else:
            self._ticked.pop(place, None)
        self._tell()

    def _tell(self) -> None:
        ticked = len(self._ticked)
        found = contado(self.list.count(), "grupo típico", "grupos típicos")
        self.count.setText(f"{found} · {ticked} por agregar" if ticked else found)
        self._add.setEnabled(bool(ticked))
        self._add.setText(f"Agregar {ticked}" if ticked else "Agregar")


def add_typical_groups(parent: QWidget, context: Context, project: Project) -> None:
    """Let the user tick groups of the catalogue and add them."""
    dialog = CatalogueDialog(parent, context, project)
    dialog.accepted.connect(dialog.apply)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
