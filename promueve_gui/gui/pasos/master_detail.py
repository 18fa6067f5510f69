"""A list and, beneath it when wanted, the records that belong to the chosen one: resources, agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QToolButton, QWidget

from promueve_gui.domain.cambios import tocadas
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import column, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.widgets.record_panel import RecordPanel

LOWEST = 180  # pixels: the tools of a list and a few of its rows
OWN = "propios"  # the name of the filter that leaves only those of the chosen record


class MasterDetail(QWidget):
    """Two panels; ``toggle`` stands among the tools of the upper one and shows or hides the lower one.

    ``field`` is the field by which the lower records point at the upper ones.
    """

    def __init__(  # two lists are described in one place
        self,
        page: StepPage,
        tipo: type[Registro],
        field: str,
        make_master: Callable[[QWidget], RecordPanel],
        *,
        columns: Sequence[str] = (),
        empty: tuple[str, str, str] = ("", "", ""),
    ) -> None:
        """Make the lower panel of ``tipo``; ``make_master`` makes the upper one with the toggle among its tools."""
        super().__init__()
        self._page, self._tipo, self._field = page, tipo, field
        self.toggle = QToolButton()
        self.toggle.setObjectName("boton")
        self.toggle.setCheckable(True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.master = make_master(self.toggle)
        self.detail = make_panel(page, tipo, columns=columns, empty=empty, iniciales=self._initial, primary=False)
        self._whose = label("", "subtitulo")
        self._below = QWidget()
        below = column(self._whose, self.detail, spacing=0)
        below.setStretch(1, 1)
        self._below.setLayout(below)
        self.master.setMinimumHeight(LOWEST)
        self._below.setMinimumHeight(LOWEST)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(GRID)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.master)
        splitter.addWidget(self._below)
        self.setLayout(column(splitter))
        self._below.hide()
        self.toggle.toggled.connect(self._on_toggled)
        self.master.list.current_changed.connect(self._on_master)
        page.project.changed.connect(self._on_changed)
        self._chosen: Id | None = None
        self._tell()

    def show_detail(self, identidad: Id) -> None:
        """Make a lower record visible: open the lower panel on the upper record that it belongs to."""
        registro = self._page.project.proyecto.registro(self._tipo.ENTIDAD, identidad)
        owner = getattr(registro, self._field, None)
        self.toggle.setChecked(True)
        if owner is not None:
            self.master.list.show_record(owner)

    def _initial(self) -> dict[str, Any]:
        return {self._field: self._chosen}

    def _on_toggled(self, shown: bool) -> None:  # Qt's signal
        self._below.setVisible(shown)
        self._filter()

    def _on_master(self, identidad: Id | None) -> None:
        if identidad != self._chosen:
            self._chosen = identidad
            self._filter()

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        if not tocadas(cambios).isdisjoint({self._tipo.ENTIDAD, self.master.tipo.ENTIDAD}):
            self._tell()

    def _filter(self) -> None:
        if self.toggle.isChecked():
            chosen, field = self._chosen, self._field
            self.detail.list.model.set_filter(OWN, lambda registro: getattr(registro, field) == chosen)
        self._tell()

    def _tell(self) -> None:
        chosen, proyecto = self._chosen, self._page.project.proyecto
        plural = self._tipo.PLURAL.capitalize()
        title = proyecto.titulo(self.master.tipo.ENTIDAD, chosen)
        self._whose.setText(f"{plural} de «{title}»" if chosen else f"{plural}: elija antes un renglón de arriba")
        self.detail.list.add_button.setEnabled(chosen is not None and not self._page.project.read_only)
        own = (
            sum(getattr(registro, self._field) == chosen for registro in proyecto.activos(self._tipo)) if chosen else 0
        )
        self.toggle.setText(f"{plural} ({own})" if chosen else plural)
        self.toggle.setToolTip(f"Mostrar u ocultar: {plural.lower()} del renglón elegido")
