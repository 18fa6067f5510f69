"""How many groups there are by class, eje and area, as bars; pressing one leaves only its groups in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from promueve_gui.application.group_counts import by_area, by_class, by_eje
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.pasos.usuarios.drawings import ChartsDrawing
from promueve_gui.gui.pasos.usuarios.marks import COLOURS
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.bar_list import Bar, BarList
from promueve_gui.gui.widgets.parts import column, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.group_counts import Cuenta
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

# Field of the group, title of its chart.
CHARTS = {
    "clase": "Grupos por clase",
    "ejes": "Grupos por eje estratégico",
    "area": "Grupos por área generadora",
}
SEVERAL = "Un grupo puede seguir varios ejes; por eso la suma de los ejes puede ser mayor."


class ChartsView(QScrollArea):
    """Three charts of the groups that the list of the page shows."""

    TITLE = "Grupos por clase, eje y área"
    FILE = "grupos-por-clase-y-eje"
    NOTE = SEVERAL

    chosen = Signal(object)  # Id: a chart chooses no group, but every view can
    open_asked = Signal(object)  # Id
    said = Signal()
    filter_asked = Signal(str, object, str)  # field, value, its text

    def __init__(self, context: Context, project: Project) -> None:
        """Start without groups."""
        super().__init__()
        self._project = project
        self._counts: dict[str, Sequence[Cuenta]] = dict.fromkeys(CHARTS, ())
        self.charts = {nombre: BarList(context, title) for nombre, title in CHARTS.items()}
        inside = QWidget()
        inside.setObjectName("contenido")
        layout = column(spacing=GRID // 2)
        for nombre, title in CHARTS.items():
            layout.addWidget(label(title, "subtitulo"))
            layout.addWidget(self.charts[nombre])
            if nombre == "ejes":
                layout.addWidget(label(SEVERAL, "menor", wrap=True))
            layout.addSpacing(GRID)
            self.charts[nombre].asked.connect(lambda place, nombre=nombre: self._on_asked(nombre, place))
        layout.addStretch(1)
        inside.setLayout(layout)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Gráficas de los grupos")

    def set_groups(self, groups: Sequence[GrupoUsuarios]) -> None:
        """Count these groups."""
        proyecto = self._project.proyecto
        self._counts = {"clase": by_class(groups), "ejes": by_eje(groups), "area": by_area(groups, proyecto)}
        for nombre, chart in self.charts.items():
            chart.show_bars(self._bars(nombre))

    def set_current(self, identidad: Id | None) -> None:
        """Follow the cursor of the list: a chart has nothing to ring."""

    def status(self) -> str:
        """Say what pressing a bar does."""
        return "elija una barra para ver solo sus grupos"

    def drawing(self) -> ChartsDrawing:
        """Return the charts, to be saved."""
        return ChartsDrawing([(title, self._bars(nombre)) for nombre, title in CHARTS.items()])

    def _bars(self, nombre: str) -> list[Bar]:
        return [Bar(cuenta.etiqueta, cuenta.cuantos, _colour(cuenta)) for cuenta in self._counts[nombre]]

    def _on_asked(self, nombre: str, place: int) -> None:
        cuenta = self._counts[nombre][place]
        self.filter_asked.emit(nombre, cuenta.valor, cuenta.etiqueta)


def _colour(cuenta: Cuenta) -> str:
    """Return the colour of a class, as on the grid; grey for what is lacking, so that it does not stand out."""
    if cuenta.valor is None or isinstance(cuenta.valor, ClaseGrupo):
        return COLOURS[cuenta.valor]
    return "acento"
