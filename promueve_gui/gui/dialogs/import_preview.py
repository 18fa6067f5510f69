"""What an import would do, before it is agreed to: figures, changes, problems, areas that look the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from promueve_gui.application.import_files import FORMATOS
from promueve_gui.application.import_report import place_and_text
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado
from promueve_gui.gui.fitting import fit, lay_out
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import Card, button, label, row
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.propuesta import Propuesta
    from promueve_gui.domain.proyecto import Proyecto

SHOWN_CHANGES = 1000
SHOWN_FIELDS = 4


class ImportPreview(QDialog):
    """Shows a ``Propuesta`` and asks whether to go on."""

    replan_asked = Signal(object, str)  # uniones, area

    def __init__(self, parent: QWidget, proyecto: Proyecto, name: str, propuesta: Propuesta) -> None:
        """Show what importing the file ``name`` would do to ``proyecto``."""
        super().__init__(parent)
        self.propuesta = propuesta
        self._proyecto = proyecto
        self.setWindowTitle("Importar")
        fit(self, 880, 620)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._figures = _table("Registros por tabla", ["", "Nuevos", "Cambiados", "Iguales"])
        self._changes = _table("Cambios", ["Qué", "Registro", "Detalle"])
        self._fit = QTimer(self, singleShot=True, interval=0)  # once, when the columns have their widths
        self._fit.timeout.connect(self._fit_rows)
        self._problems = self._make_problems()
        self._twins_box = QVBoxLayout()
        self._twins_box.setSpacing(4)
        self._twins: list[tuple[QCheckBox, str, str]] = []
        self._area = _areas(proyecto)
        self._area.activated.connect(self._replan)
        self._twins_card = Card("¿Son la misma área?")
        self._twins_card.body.addLayout(self._twins_box)
        self._done = button("Importar", self.accept, "primario")
        buttons = QDialogButtonBox()
        buttons.addButton(self._done, QDialogButtonBox.ButtonRole.ActionRole)
        cancel = buttons.addButton("No importar", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.clicked.connect(self.reject)
        self._copy = button("Copiar problemas", self._copy_problems)
        for title, table in (("Resumen", self._figures), ("Cambios", self._changes), ("Problemas", self._problems)):
            self._tabs.addTab(table, title)
        said = QVBoxLayout()
        said.setSpacing(GRID)
        hint = f"{FORMATOS[propuesta.formato]} · nada cambia hasta que usted lo confirme"
        for part in (_heading(name), label(hint, "secundario", wrap=True), self._twins_card):
            said.addWidget(part)
        said.addWidget(self._tabs, 1)
        said.addLayout(row(label("Área para lo que el archivo no dice:"), self._area, None, self._copy))
        lay_out(self, said, buttons)
        self._done.setDefault(True)  # or Enter in a tick or a table would be «No importar»
        self._copy.setAutoDefault(True)
        self._make_twins(propuesta)
        self.show_plan(propuesta)
        only_problems = propuesta.problemas and not propuesta.cambios
        self._tabs.setCurrentWidget(self._problems if only_problems else self._figures)

    def show_plan(self, propuesta: Propuesta) -> None:
        """Show a plan, as when areas were said to be the same."""
        self.propuesta = propuesta
        self._fill_figures(propuesta)
        self._fill_changes(propuesta)
        _fill(self._problems, [place_and_text(problema) for problema in propuesta.problemas])
        self._fit.start()
        self._tabs.setTabText(1, f"Cambios ({len(propuesta.cambios):,})")
        self._tabs.setTabText(2, f"Problemas ({len(propuesta.problemas):,})")
        self._copy.setEnabled(bool(propuesta.problemas))
        self._done.setEnabled(bool(propuesta.cambios))
        self._done.setText("Importar" if propuesta.cambios else "Nada que importar")

    def _make_problems(self) -> QTableWidget:
        made = _table("Problemas", ["Dónde", "Problema"])
        made.setWordWrap(True)
        made.horizontalHeader().sectionResized.connect(lambda *_: self._fit.start())
        return made

    def _make_twins(self, propuesta: Propuesta) -> None:
        for par in propuesta.parecidas:
            box = QCheckBox("Unir")
            said = f"«{par.nombre}» con «{par.otra}» (queda «{par.otra}»)"
            box.setAccessibleName(f"Unir {said}")
            box.toggled.connect(self._replan)
            line = row(box, label(said, wrap=True), spacing=GRID // 2)
            line.setStretch(1, 1)
            self._twins_box.addLayout(line)
            self._twins.append((box, par.nombre, par.otra))
        self._twins_card.setVisible(bool(propuesta.parecidas))

    def _replan(self) -> None:
        self._done.setEnabled(False)  # until the new plan is there
        uniones = {nombre: otra for box, nombre, otra in self._twins if box.isChecked()}
        self.replan_asked.emit(uniones, self._area.currentData())

    def _fill_figures(self, propuesta: Propuesta) -> None:
        rows = []
        for entidad, tipo in POR_ENTIDAD.items():
            counts = [counted.get(entidad, 0) for counted in (propuesta.nuevos, propuesta.cambiados, propuesta.iguales)]
            if any(counts):
                rows.append([tipo.PLURAL.capitalize(), *map(str, counts)])
        _fill(self._figures, rows)

    def _fill_changes(self, propuesta: Propuesta) -> None:
        rows = []
        for cambio in propuesta.cambios[:SHOWN_CHANGES]:
            tipo = POR_ENTIDAD[cambio.entidad]
            despues = cambio.despues or {}
            nuevo = cambio.antes is None
            titulo = str(despues.get(tipo.TITULO, "")) if nuevo else self._proyecto.titulo(cambio.entidad, cambio.id)
            details = []
            for nombre, valor in list(despues.items())[:SHOWN_FIELDS]:
                campo = campos(tipo)[nombre]
                text = mostrar(campo, valor, self._proyecto)
                before = "" if cambio.antes is None else mostrar(campo, cambio.antes[nombre], self._proyecto)
                if text:
                    details.append(f"{campo.etiqueta}: {before} → {text}" if before else f"{campo.etiqueta}: {text}")
            kind = f"{'Nueva' if tipo.FEMENINO else 'Nuevo'}: {tipo.SINGULAR}" if nuevo else f"Cambia: {tipo.SINGULAR}"
            rows.append([kind, titulo, " · ".join(details)])
        if (rest := len(propuesta.cambios) - SHOWN_CHANGES) > 0:
            rows.append(["…", f"y {contado(rest, 'cambio', 'cambios')} más", ""])
        _fill(self._changes, rows)

    def _fit_rows(self) -> None:
        """Make each row of the problems as tall as its sentence; of too many, one line is shown and a tip says all."""
        if self._problems.rowCount() <= SHOWN_CHANGES:
            self._problems.resizeRowsToContents()

    def _copy_problems(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(problema.mensaje for problema in self.propuesta.problemas))


def _heading(name: str) -> QLabel:
    made = ElidedLabel(name)
    made.setObjectName("titulo")
    made.setToolTip(plain_tip(name))
    return made


def _areas(proyecto: Proyecto) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName("Área para lo que el archivo no dice")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    made.addItem("(sin área)", "")
    for area in sorted(proyecto.activos(AreaGeneradora), key=lambda a: a.nombre):
        made.addItem(area.nombre, area.nombre)
    return made


def _table(name: str, headings: Sequence[str]) -> QTableWidget:
    made = QTableWidget(0, len(headings))
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(list(headings))
    made.verticalHeader().setVisible(False)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setWordWrap(False)
    made.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made


def _fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    table.setRowCount(len(rows))
    for place, cells in enumerate(rows):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            table.setItem(place, column, item)
    for column in range(table.columnCount() - 1):
        table.resizeColumnToContents(column)
        table.setColumnWidth(column, min(table.columnWidth(column), 320))
    table.horizontalHeader().setSectionResizeMode(table.columnCount() - 1, QHeaderView.ResizeMode.Stretch)
