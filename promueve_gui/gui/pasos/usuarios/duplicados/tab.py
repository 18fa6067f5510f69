"""«Duplicados»: groups that look like one, what was decided about them, and how to take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from promueve_gui.application.duplicates import not_duplicates, propose_again
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.merging_groups import merge_all, plan_merges
from promueve_gui.domain.cambios import tocadas
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.pasos.usuarios.duplicados.decisions import Decisions, Kind
from promueve_gui.gui.pasos.usuarios.duplicados.finder import DECIDED, Finder
from promueve_gui.gui.pasos.usuarios.duplicados.merge_review import MergeReview
from promueve_gui.gui.pasos.usuarios.duplicados.proposals import Proposals
from promueve_gui.gui.pasos.usuarios.duplicados.separating import separate_groups
from promueve_gui.gui.pasos.usuarios.duplicados.threshold_bar import ThresholdBar
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column
from promueve_gui.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from promueve_gui.application.group_choice import Eleccion
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio, Edicion
    from promueve_gui.domain.duplicados import Cumulo
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.pasos.base import StepPage

SEARCH_DELAY_MS = 120
SEARCH_WIDTH = 130
PROPOSED, MERGED, DIFFERENT = range(3)
NAMES = ("Propuestos", "Unidos", "Distintos")
MERGES = Kind(
    UnionGrupos,
    ("queda", "sobrante", "razon", "fecha"),
    "Separar",
    "Deshace la unión elegida: el grupo vuelve con lo que era suyo",
    ("link-variant", "Todavía no se ha unido ningún grupo", "Aquí quedan las uniones, y cualquiera puede deshacerse."),
)
PAIRS = Kind(
    NoDuplicado,
    ("grupo", "otro", "motivo", "fecha"),
    "Volver a proponer",
    "Olvida que los elegidos son distintos",
    (
        "account-group",
        "Todavía no hay pares distintos",
        "Cuando diga que dos grupos no son el mismo, se recordará aquí y no se volverá a preguntar.",
    ),
)


class DuplicatesTab(QWidget):
    """Three views: what is proposed, the merges made, the pairs that are different."""

    KINDS = DECIDED  # the tables whose records are seen here
    counted = Signal(int)  # what is proposed

    def __init__(self, page: StepPage) -> None:
        """Build it for a page; it searches when it is shown."""
        super().__init__()
        self._page, self._project = page, page.project
        self.finder = Finder(page.project, self)
        self.search = SearchBox(page.context, "Buscar en duplicados", SEARCH_WIDTH)
        self.threshold = ThresholdBar(page.project)
        self.all_button = button("", self._review_all)
        self.all_button.setToolTip("Muestra antes la lista de lo que se uniría")
        self.proposals = Proposals(page, self.finder, self.threshold.value())
        self.merges = Decisions(page.context, page.project, MERGES)
        self.pairs = Decisions(page.context, page.project, PAIRS)
        self.views = [self._view_button(place) for place in range(len(NAMES))]
        self.stack = QStackedWidget()
        for view in (self.proposals, self.merges, self.pairs):
            self.stack.addWidget(view)
        # In lines of their own: what one view alone has would push the others away from under the mouse.
        views = FlowRow(*self.views, self.threshold, spread=False)
        layout = column(FlowRow(self.search, self.all_button), views, self.stack)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._connect()
        self.show_view(PROPOSED)
        self._tell()

    def show_view(self, place: int) -> None:
        """Show one of the views."""
        self.views[place].setChecked(True)
        self.stack.setCurrentIndex(place)
        self.threshold.setVisible(place == PROPOSED)
        self.all_button.setVisible(place == PROPOSED)

    def show_record(self, entidad: str, identidad: Id) -> None:
        """Go to a merge or to a pair that is different."""
        self.search.clear()
        self._filter()
        place = MERGED if entidad == UnionGrupos.ENTIDAD else DIFFERENT
        self.show_view(place)
        (self.merges if place == MERGED else self.pairs).show_decision(identidad)

    def merge_many(self, cumulos: Sequence[Cumulo]) -> None:
        """Merge several clusters as one edition, on a worker."""
        hoy = self._page.context.services.today()

        def work(session: Session, _: Progress) -> Edicion | None:
            planes = plan_merges(session.proyecto, cumulos)
            return session.edit(*merge_all(session.proyecto, planes, hoy))

        task = self._project.run_long(work)
        ProgressDialog(self, "Uniendo los grupos duplicados", task, can_cancel=False)
        task.refused.connect(lambda error: self._page.messages.tell(mensaje(error)))
        task.crashed.connect(self._project.crashed)

    def showEvent(self, event: QShowEvent) -> None:
        """Search, if what was found may no longer hold."""
        super().showEvent(event)
        self.finder.watch(watched=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Search no more while nobody looks."""
        super().hideEvent(event)
        self.finder.watch(watched=False)

    def _connect(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._typing.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.threshold.moved.connect(self.proposals.set_threshold)
        self.proposals.counted.connect(self._tell)
        self.proposals.counted.connect(self.counted)
        self.proposals.comparison.merge_asked.connect(self._merge)
        self.proposals.comparison.different_asked.connect(self._remember)
        self.merges.take_back_asked.connect(self._separate_chosen)
        self.pairs.take_back_asked.connect(self._propose_again)
        self._project.changed.connect(self._on_changed)

    def _view_button(self, place: int) -> QPushButton:
        made = button(NAMES[place], lambda: self.show_view(place))
        made.setCheckable(True)
        if place == PROPOSED:
            self._group = QButtonGroup(self)
        self._group.addButton(made)
        return made

    def _filter(self) -> None:
        self._typing.stop()
        query = self.search.text()
        self.proposals.set_query(query)
        self.merges.model.set_query(query)
        self.pairs.model.set_query(query)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if not tocadas(cambios).isdisjoint(DECIDED):
            self.merges.model.refresh()
            self.pairs.model.refresh()
            self._tell()

    def _tell(self) -> None:
        counts = (self.proposals.model.total, self.merges.model.total, self.pairs.model.total)
        for made, name, count in zip(self.views, NAMES, counts, strict=True):
            made.setText(f"{name} ({count})")
        self.all_button.setText(f"Unir todos los de {self.threshold.value()} % o más…")
        self.all_button.setEnabled(bool(counts[PROPOSED]) and not self._project.read_only)

    def _merge(self, eleccion: Eleccion) -> None:
        self._project.edit(*merge_all(self._project.proyecto, [eleccion.plan()], self._page.context.services.today()))

    def _remember(self, eleccion: Eleccion) -> None:
        hoy = self._page.context.services.today()
        self._project.edit(*not_duplicates(self._project.proyecto, eleccion.distintos(), hoy))

    def _separate_chosen(self, ids: Sequence[Id]) -> None:
        uniones = [self._project.proyecto.get(UnionGrupos, identidad) for identidad in ids]
        chosen = [union for union in uniones if union is not None]
        if chosen:
            separate_groups(self._project, self._page.messages, *chosen)

    def _propose_again(self, ids: Sequence[Id]) -> None:
        self._project.edit(*propose_again(self._project.proyecto, ids))

    def _review_all(self) -> None:
        dialog = MergeReview(self, self._project.proyecto, self.finder.found, self.threshold.value())
        dialog.accepted.connect(lambda: self.merge_many(dialog.clusters()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
