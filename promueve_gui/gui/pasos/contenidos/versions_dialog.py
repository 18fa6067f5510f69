"""The versions of a content: kept, compared word by word with another or with today, and gone back to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QWidget

from promueve_gui.application.content_versions import compare, listed, restore, save
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import VersionContenido
from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.models.derived import Shown
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row
from promueve_gui.gui.widgets.reading_table import ReadingTable
from promueve_gui.gui.widgets.record_delegate import CHIPS
from promueve_gui.gui.widgets.side_by_side import LEGEND, SideBySide
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.content_versions import CampoComparado
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

WIDTH, HEIGHT = 980, 572  # pixels: it fits a window of 1093 × 614
HINT = "Se guarda una en cada cambio de estado. Guarde otra cuando quiera y vuelva a la que necesite."
HEADINGS = ("Núm.", "Cuándo", "Estado", "Quién", "Por qué")
WIDTHS = (56, 148, 192, 170)
TODAY = "Como está hoy"
SAME, ALIKE = "Es la misma versión.", "Dicen lo mismo."
NOTHING = "Todavía no hay versiones. La primera se guarda al enviar el contenido a revisión, o cuando usted la pida."
APPROVED = "Está aprobado: al volver a otra versión regresa a revisión."
KEPT_ALREADY = "La última versión ya dice lo mismo que el contenido."
ORDER = Qt.ItemDataRole.UserRole + 40
TABLE_SHARE, TEXT_SHARE = 1, 2


def moment_of(version: VersionContenido) -> str:
    """Return when a version was kept, by the clock of this computer: «28/11/2026 10:42»."""
    try:
        return datetime.fromisoformat(version.momento).astimezone().strftime("%d/%m/%Y %H:%M")
    except ValueError:  # written by somebody else's hand
        return version.momento


def name_of(version: VersionContenido) -> str:
    """Return a version as it is named among others."""
    return f"Versión {version.numero or '–'} · {moment_of(version)}"


class VersionsDialog(PlainDialog):
    """Stands over the page; what is done in it is one edition each, and can be undone."""

    def __init__(
        self, parent: QWidget, context: Context, project: Project, contenido: Id, version: Id | None = None
    ) -> None:
        """Show the versions of ``contenido``, with ``version`` chosen, or the newest."""
        super().__init__(parent, "Versiones", WIDTH, HEIGHT, HINT)
        self._context, self._project, self._id = context, project, contenido
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Por qué la guarda (puede dejarlo vacío)")
        self.reason.setAccessibleName("Por qué se guarda la versión")
        self.keep = button("Guardar versión", self.save, "", context.icon("plus"))
        self.told, self.warning = label("", "menor", wrap=True), label("", "menor")
        self.told.hide()
        self.model = QStandardItemModel(0, len(HEADINGS), self)
        self.model.setHorizontalHeaderLabels(list(HEADINGS))
        self.model.setSortRole(ORDER)
        self.table = ReadingTable(context, project, self.model, "Versiones del contenido", WIDTHS)
        self.table.setSelectionMode(ReadingTable.SelectionMode.SingleSelection)
        self.other = QComboBox()
        self.other.setAccessibleName("Comparar con")
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.back = button("", self.restore)
        self.text = SideBySide(context, "Diferencias entre las versiones")
        self._lay_out()
        self._connect()
        self._fill(version)
        self.table.setFocus()

    def _lay_out(self) -> None:
        with_what = label("Comparar con")
        with_what.setBuddy(self.other)
        below = QWidget()
        comparing = row(with_what, self.other, None, self.warning, self.back)
        layout = column(spacing=GRID)
        layout.addLayout(comparing)
        layout.addWidget(self.text, 1)
        layout.addWidget(label(LEGEND, "menor"))
        below.setLayout(layout)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(GRID)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setSizes([TABLE_SHARE * HEIGHT, TEXT_SHARE * HEIGHT])
        keeping = row(self.reason, self.keep)
        keeping.setStretch(0, 1)
        self.body.addLayout(keeping)
        self.body.addWidget(parts, 1)
        self.body.addWidget(self.told)

    def _connect(self) -> None:
        self.reason.returnPressed.connect(self.save)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.other.currentIndexChanged.connect(lambda _: self._show())
        self._project.changed.connect(self._on_changed)

    @property
    def version(self) -> VersionContenido | None:
        """Return the chosen version."""
        return self._found(self.table.currentIndex().data(Role.REGISTRO))

    def choose(self, identidad: Id) -> None:
        """Choose a version, and compare it with today."""
        self.other.setCurrentIndex(0)
        for place in range(self.model.rowCount()):
            if self.model.item(place, 0).data(Role.REGISTRO) == identidad:
                self.table.go_to(place)

    def save(self) -> None:
        """Keep the content as it stands, unless its last version says just that."""
        contenido, session = self._contenido(), self._project.session
        if contenido is None or self._project.read_only:
            return
        titulo, cambios = save(self._project.proyecto, contenido, session.now, session.autor, self.reason.text())
        if self._project.edit(titulo, cambios) is not None:
            self.reason.clear()
            self._tell(f"Se guardó la versión {listed(self._project.proyecto, self._id)[0].numero}.")
        elif not cambios:
            self._tell(KEPT_ALREADY)

    def restore(self) -> None:
        """Give the content back what the chosen version says."""
        contenido, version, session = self._contenido(), self.version, self._project.session
        if contenido is None or version is None or self._project.read_only:
            return
        titulo, cambios = restore(self._project.proyecto, contenido, version, session.now, session.autor)
        if self._project.edit(titulo, cambios) is not None:
            self.choose(version.id)
            self._tell(f"El contenido volvió a la versión {version.numero}. Puede deshacerlo con Ctrl+Z.")

    def _contenido(self) -> Contenido | None:
        return self._project.proyecto.get(Contenido, self._id)

    def _found(self, identidad: object) -> VersionContenido | None:
        return None if identidad is None else self._project.proyecto.get(VersionContenido, str(identidad))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        touched = {cambio.entidad for cambio in cambios}
        if VersionContenido.ENTIDAD in touched:
            chosen = self.version
            self._fill(None if chosen is None else chosen.id)
        elif touched:
            self._show()

    def _fill(self, chosen: Id | None) -> None:
        versiones = listed(self._project.proyecto, self._id)
        compared = self.other.currentData()
        self.model.setRowCount(0)
        self.other.blockSignals(True)
        self.other.clear()
        self.other.addItem(TODAY, None)
        for version in versiones:
            self.model.appendRow(_cells(version))
            self.other.addItem(name_of(version), version.id)
        self.other.setCurrentIndex(max(0, self.other.findData(compared)))
        self.other.blockSignals(False)
        places = [place for place, version in enumerate(versiones) if version.id == chosen]
        self.table.go_to(places[0] if places else 0)
        self._show()

    def _show(self) -> None:
        contenido, version, writable = self._contenido(), self.version, not self._project.read_only
        self.keep.setEnabled(writable and contenido is not None)
        self.back.setText("Volver a esta versión" if version is None else f"Volver a la versión {version.numero}")
        if contenido is None or version is None:
            self.back.setEnabled(False)
            self.warning.clear()
            self.text.say(NOTHING)
            return
        today = compare(self._project.proyecto, contenido, version)
        self.back.setEnabled(writable and bool(today))
        approved = contenido.estado is EstadoContenido.APROBADO
        self.warning.setText(APPROVED if approved and self.back.isEnabled() else "")
        self._compare(contenido, version, today)

    def _compare(self, contenido: Contenido, version: VersionContenido, today: list[CampoComparado]) -> None:
        other = self._found(self.other.currentData())
        if other is not None and other.id == version.id:
            self.text.say(SAME)
            return
        first, second = (other, version) if other and (other.numero or 0) < (version.numero or 0) else (version, other)
        found = today if second is None else compare(self._project.proyecto, contenido, first, second)
        if found:
            titles = name_of(first), TODAY if second is None else name_of(second)
            self.text.show_rows(titles, [(one.etiqueta, one.trozos) for one in found])
        else:
            self.text.say(ALIKE)


def _cells(version: VersionContenido) -> list[QStandardItem]:
    estado, moment = version.estado, moment_of(version)
    shown = (
        Shown(str(version.numero or ""), version.numero or 0),
        Shown(moment, version.momento),
        Shown(estado.etiqueta, list(EstadoContenido).index(estado), CHIPS[estado]) if estado else Shown("", -1),
        Shown(version.autor, version.autor),
        Shown(version.motivo, version.motivo),
    )
    return [_cell(one, version.id) for one in shown]


def _cell(shown: Shown, identidad: Id) -> QStandardItem:
    item = QStandardItem(shown.text)
    item.setEditable(False)
    item.setToolTip(plain_tip(shown.text))
    for role, value in ((ORDER, shown.order), (Role.SHOWN, shown), (Role.REGISTRO, identidad)):
        item.setData(value, role)
    return item
