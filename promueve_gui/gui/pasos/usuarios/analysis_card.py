"""The card beside the list of groups: grid, salience or charts of what the list shows, with what can be done there."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar

from promueve_gui.domain.alusiones import aludidas
from promueve_gui.domain.cambios import tocadas
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.gui.pasos.usuarios.charts_view import ChartsView
from promueve_gui.gui.pasos.usuarios.filter_menu import FilterMenu
from promueve_gui.gui.pasos.usuarios.grid_view import GridView
from promueve_gui.gui.pasos.usuarios.salience_view import SalienceView
from promueve_gui.gui.pasos.usuarios.treatment_line import EDIT, TreatmentLine
from promueve_gui.gui.widgets.clamped_label import ClampedLabel
from promueve_gui.gui.widgets.drawing import Sheet
from promueve_gui.gui.widgets.parts import Card, row, tool
from promueve_gui.gui.widgets.picture_file import save_sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage
    from promueve_gui.gui.widgets.record_panel import RecordPanel

    View = GridView | SalienceView | ChartsView

REMEMBERED = "usuarios/analisis"
TABS = {"poder": "Cuadrícula", "prominencia": "Prominencia", "graficas": "Gráficas"}
TIPS = ("Poder e interés", "Poder, legitimidad y urgencia", "Grupos por clase, eje y área")
ENLARGE, REDUCE = "Ampliar: ocultar la lista", "Reducir: mostrar la lista"
# What the views may show of a group; long texts, in which people write most, none of them does.
SHOWN = frozenset(nombre for nombre, campo in campos(GrupoUsuarios).items() if campo.tipo is not Tipo.TEXTO_LARGO)
ROOMY = 460  # pixels: a card of this height has room for the whole advice


class AnalysisCard(Card):
    """One view at a time; which one is remembered."""

    edit_asked = Signal(str)  # field of the profile

    def __init__(self, page: StepPage) -> None:
        """Start empty until ``follow`` says which list to show."""
        super().__init__()
        self._page = page
        self._panel: RecordPanel | None = None
        self.filters: FilterMenu | None = None
        self._current: Id | None = None
        # Many cells may change at once; the picture is made once, when the dust has settled.
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self._on_stale)
        self._unseen = False  # whether something changed while nobody looked
        self.grid = GridView(page.context, page.project)
        self.salience = SalienceView(page.context)
        self.charts = ChartsView(page.context, page.project)
        self.views: tuple[View, ...] = (self.grid, self.salience, self.charts)
        self.switch = self._make_switch()
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for view in self.views:
            self._stack.addWidget(view)
        self.status = ClampedLabel("menor", 2)
        self.enlarge = tool(ENLARGE, page.context.icon("chevron-left"), self.toggle_size)
        self.picture = tool("Guardar como imagen (PNG o SVG)", page.context.icon("image-outline"), self.save)
        self.treatment = TreatmentLine(page.context, page.project)
        self.edit = tool(EDIT, page.context.icon("pencil-outline"), self.treatment.ask)
        self._foot = row(self.status)
        self._foot.setStretch(0, 1)
        self.body.addWidget(self.switch)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(self._foot)
        self.body.addWidget(self.treatment)
        self._connect()

    def _make_switch(self) -> QTabBar:
        switch = QTabBar()
        switch.setObjectName("vistas")
        switch.setAccessibleName("Vista del análisis")
        switch.setExpanding(False)
        switch.setDrawBase(False)
        for tip, text in zip(TIPS, TABS.values(), strict=True):
            switch.setTabToolTip(switch.addTab(text), tip)
        remembered = list(TABS).index(name) if (name := self._page.context.settings.text(REMEMBERED)) in TABS else 0
        switch.setCurrentIndex(remembered)
        return switch

    def _connect(self) -> None:
        self.switch.currentChanged.connect(self._on_view)
        self.treatment.edit_asked.connect(self.edit_asked)
        self.charts.filter_asked.connect(self._narrow)
        self._page.project.changed.connect(self._on_changed)
        for view in self.views:
            view.said.connect(self._tell)

    def follow(self, panel: RecordPanel) -> None:
        """Show the groups of a list: its search and filters hold here too, and both choose the same group."""
        self._panel, model = panel, panel.list.model
        self.filters = FilterMenu(self._page.context, panel.list)
        self._foot.addLayout(row(self.edit, self.filters.button, self.enlarge, self.picture, spacing=0))
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._stale.start)
        for view in self.views:
            view.chosen.connect(self._choose)
            view.open_asked.connect(self._open)
        panel.list.current_changed.connect(self.set_current)
        self._stack.setCurrentIndex(self.switch.currentIndex())
        self.refresh()

    @property
    def view(self) -> View:
        """Return the view that is shown."""
        return self.views[self._stack.currentIndex()]

    def groups(self) -> Sequence[GrupoUsuarios]:
        """Return the groups that the list shows."""
        return [] if self._panel is None else cast("list[GrupoUsuarios]", self._panel.list.model.registros())

    def refresh(self) -> None:
        """Show the groups as they are now; the views that are not seen wait until they are."""
        self._stale.stop()
        self._unseen = False
        self.view.set_groups(self.groups())
        self.view.set_current(self._current)
        self._tell()

    def set_current(self, identidad: Id | None) -> None:
        """Follow the cursor of the list; while the groups are about to be shown anew, it is followed then."""
        self._current = identidad
        if not self._stale.isActive():
            self.view.set_current(identidad)
            self._tell()

    def toggle_size(self) -> None:
        """Give the picture the room of the list, or give it back."""
        if self._panel is not None:
            records = self._panel.list
            records.setVisible(records.isHidden())
            name, icon = (REDUCE, "chevron-right") if records.isHidden() else (ENLARGE, "chevron-left")
            self.enlarge.setIcon(self._page.context.icon(icon))
            self.enlarge.setToolTip(name)
            self.enlarge.setAccessibleName(name)

    def save(self) -> None:
        """Save the picture shown, with title, institution, date and which groups it shows."""
        proyecto, services = self._page.project.proyecto, self._page.context.services
        institucion = proyecto.unico(Institucion)
        name = institucion.nombre if institucion else ""
        whose = " · ".join(filter(None, (name, fecha_larga(services.today()))))
        said = "" if self.filters is None else self.filters.said()
        notes = tuple(filter(None, (whose, said, self.view.NOTE)))
        sheet = Sheet(self.view.TITLE, notes, self.view.drawing(), self.font())
        save_sheet(sheet, self.view.FILE, self._page.messages, self._page.runner)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        if self._unseen:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the advice as there is room for."""
        super().resizeEvent(event)
        self._tell()

    def _on_view(self, place: int) -> None:
        self._page.context.settings.set_text(REMEMBERED, list(TABS)[place])
        self._stack.setCurrentIndex(place)
        self.refresh()

    def _on_stale(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._unseen = True

    def _on_changed(self, cambios: Sequence[Cambio]) -> None:
        if Perfil.ENTIDAD in tocadas(cambios):
            self._tell()
        if any(map(_shows, cambios)) or AreaGeneradora.ENTIDAD in aludidas(cambios):
            self._stale.start()

    def _choose(self, identidad: Id) -> None:
        if self._panel is not None:
            self._panel.list.table.select_record(identidad)

    def _open(self, identidad: Id) -> None:
        if self._panel is not None:
            if self._panel.list.isHidden():
                self.toggle_size()
            self._panel.list.show_record(identidad)
            self._panel.open_form(identidad)

    def _narrow(self, nombre: str, valor: object, text: str) -> None:
        if self._panel is not None:
            self._panel.list.narrow(nombre, (valor, text))

    def _tell(self) -> None:
        """Say what is shown, and what to do with the chosen group: under it, or in its place where there is no room."""
        current = self._page.project.proyecto.get(GrupoUsuarios, self._current)
        advice = self.treatment.show_group(current if self.view is self.grid else None)
        roomy = self.height() >= ROOMY
        self.treatment.setVisible(roomy and self.view is self.grid)
        self.edit.setVisible(not roomy and bool(advice))
        shown = "" if self.filters is None else self.filters.said()
        own = self.view.status() if roomy or not advice or self.grid.typing else advice
        self.status.say(" · ".join(filter(None, (shown, own))))


def _shows(cambio: Cambio) -> bool:
    return cambio.entidad == GrupoUsuarios.ENTIDAD and not SHOWN.isdisjoint(cambio.despues or ())
