"""The areas and where the format of each stands. What opens from it is the newest sending of an area."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from promueve_gui.application.tabbed import write_cells
from promueve_gui.domain.envios import EstadoEnvio
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.gui.widgets.parts import EmptyState, button
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_table import RecordTable
from promueve_gui.gui.withdrawing import withdraw

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.envios import Seguimiento
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.pasos.usuarios.tracking import Tracking
    from promueve_gui.gui.widgets.record_table import Entry

SEND = "Enviar formatos a las áreas…"
NO_AREAS = (
    "sitemap-outline",
    "Todavía no hay áreas a las cuales escribir",
    "Los formatos se preparan por área. Agréguelas en Inicio, o importe el plan de apertura o el inventario.",
)
# Pixels, so that what was sent, due and returned is seen beside the guide.
WIDTHS = {"nombre": 252, "estado": 164, "fecha": 96, "vence": 96, "devuelto": 96, "renglones": 96}


class TrackerTable(RecordTable):
    """The table of the tracker: it is copied as it is seen, and what is withdrawn is a sending."""

    def copy(self) -> None:
        """Copy the chosen rows with their titles, for a spreadsheet."""
        model = self._records
        places = range(model.columnCount())
        lines = [[model.label(place) for place in places]]
        for area in self.selected_records():
            row = model.row_of(area.id)
            lines.append([" ".join(str(model.index(row, place).data() or "").split()) for place in places])
        if len(lines) > 1:
            QGuiApplication.clipboard().setText(write_cells(lines))

    def _entries(self) -> Sequence[Entry]:
        return (
            ("Abrir la ficha del envío", "pencil-outline", "Entrar", self.opened.emit),
            ("Copiar", "content-copy", "Ctrl+C", self.copy),
            ("Retirar el envío…", "archive-arrow-down-outline", "Supr", self.withdraw_asked.emit),
        )


class TrackerList(RecordList):
    """A list of areas whose records to open are sendings. Its button, and what opens while there is none, sends."""

    send_asked = Signal(object)  # identities of the areas to begin with; empty for those that are due
    areas_wanted = Signal()  # there are none yet

    def __init__(self, page: StepPage, tracking: Tracking, actions: Sequence[QWidget]) -> None:
        """List the areas, those that want attention first; ``actions`` stand before the button."""
        self._tracking = tracking
        super().__init__(
            page.context,
            page.project,
            page.messages,
            AreaGeneradora,
            columns=tracking.columns(),
            empty=NO_AREAS,
            extra_actions=actions,
        )
        self.add_button.setText(SEND)
        self.add_button.setIcon(page.context.icon("email-outline", page.context.colores.sobre_acento))
        self.table.setAccessibleName("Seguimiento de los formatos por área")
        for nombre, pixels in WIDTHS.items():
            place = self.model.columns.index(nombre)
            self.table.setColumnWidth(place, max(pixels, self.table.title_width(place)))
        self.model.set_order(lambda area: tracking.order(cast("AreaGeneradora", area)))
        self.model.dataChanged.connect(self._update)

    def chosen(self) -> list[Seguimiento]:
        """Return where the chosen areas stand."""
        return [self._tracking.of(cast("AreaGeneradora", area)) for area in self.table.selected_records()]

    def add(self) -> None:
        """Begin a sending, whatever is chosen."""
        self.send_asked.emit(())

    def show_record(self, identidad: Id) -> bool:
        """Put the cursor on the area of a sending."""
        envio = self._project.proyecto.get(EnvioFormato, identidad)
        return envio is not None and envio.area is not None and super().show_record(envio.area)

    def withdraw(self) -> None:
        """Withdraw the newest sending of the chosen areas."""
        sent = [where.envio for where in self.chosen() if where.envio is not None]
        withdraw(self._project, self._messages, sent)

    def paste(self, text: str) -> None:
        """Take no block: what the columns say is worked out."""

    def paste_as_new(self, text: str) -> None:
        """Take no block: what the columns say is worked out."""

    def _make_table(self) -> RecordTable:
        return TrackerTable(self._context, self._project, self.model)

    def _make_empty(self, icon: str, title: str, text: str) -> QWidget:
        first = button("Ir a las áreas", self.areas_wanted.emit)
        return EmptyState(self._context.icon(icon, self._context.colores.secundario), title, text, first)

    def _on_current(self) -> None:
        envio = self._current_sending()
        self.current_changed.emit(None if envio is None else envio.id)

    def _on_opened(self) -> None:
        area = self.table.current_record()
        envio = self._current_sending()
        if envio is not None:
            self.open_asked.emit(envio.id)
        elif area is not None and not self._project.read_only:
            self.send_asked.emit((area.id,))

    def _current_sending(self) -> EnvioFormato | None:
        area = self.table.current_record()
        return None if area is None else self._tracking.of(cast("AreaGeneradora", area)).envio

    def _on_column(self) -> None:
        column = self.table.currentIndex().column()
        if column < 0:
            return
        nombre = self.model.columns[column]
        for tipo in (AreaGeneradora, EnvioFormato):
            if nombre in campos(tipo):
                self.field_focused.emit(tipo.ENTIDAD, nombre)
                return

    def _update(self) -> None:
        super()._update()
        states = Counter(self._tracking.of(cast("AreaGeneradora", area)).estado for area in self.model.registros())
        said = [f"{estado.etiqueta}: {states[estado]}" for estado in EstadoEnvio if states[estado]]
        self.count.setText(" · ".join([self.count.text(), *said]))
