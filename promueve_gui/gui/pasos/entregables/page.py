"""The page Entregables: each document with its state, and how to export it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from promueve_gui.application.deliverables import deliverables
from promueve_gui.application.export_documents import DOCUMENTOS, PLAN
from promueve_gui.gui.format_menu import fill_formats
from promueve_gui.gui.pasos.base import StepPage
from promueve_gui.gui.pasos.entregables.document_card import DocumentCard
from promueve_gui.gui.pasos.entregables.plan_card import PlanCard
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.application.deliverables import Entregable

PERSONAL = "Incluir nombres y correos de personas"
BOOKS = frozenset(tipo.clave for tipo in DOCUMENTOS)  # always there, and before all others
PERSONAL_HINT = "Por omisión no se incluyen, para proteger los datos personales."


class EntregablesPage(StepPage):
    """The documents that the institution works with."""

    def __init__(self, *args: Any) -> None:
        """Build the page; it fills again whenever the project changes and the page is looked at."""
        super().__init__(*args)
        self._everything = button(
            "Exportar todo…",
            lambda: self.export("todo"),
            "primario",
            self.context.icon("package-down", self.context.colores.sobre_acento),
        )
        self.others = self._make_others()
        self.head.addWidget(self.others)
        self.head.addWidget(self._everything)
        self.personal = QCheckBox(PERSONAL)
        self.personal.setToolTip(PERSONAL_HINT)
        self._place = QVBoxLayout()
        self._place.setSpacing(GRID)
        self._place.setContentsMargins(0, 0, GRID, 0)
        inside = QWidget()
        inside.setObjectName("contenido")
        inside.setLayout(self._place)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addLayout(row(self.personal, None))
        self.body.addWidget(area, 1)
        self._shown: Sequence[Entregable] = ()
        self._cards: list[DocumentCard] = []
        self.project.reviewed.connect(self._refresh)
        self.project.session_noted.connect(self._refresh)
        self._refresh()

    def _make_others(self) -> QPushButton:
        """Make the button with what else contents leave as."""
        menu = QMenu(self)
        fill_formats(menu, self.action_asked.emit, news=True)
        made = QPushButton("Otros formatos ▾")
        made.setAccessibleName("Otros formatos")
        made.setMenu(menu)
        made.setToolTip("Los contenidos como presentación, página, texto u OpenDocument, y las novedades por correo")
        return made

    def export(self, clave: str) -> None:
        """Ask the window for a document, or for all."""
        self.action_asked.emit(f"{clave}+personales" if self.personal.isChecked() else clave)

    def _refresh(self) -> None:
        found = deliverables(self.project.proyecto, self.project.exports())
        if found == self._shown:
            return
        self._shown = found
        known = {card.clave: card for card in self._cards}
        if not {entregable.clave for entregable in found} >= known.keys():
            known = {clave: card for clave, card in known.items() if clave in BOOKS}
        self._cards = [self._card(entregable, known) for entregable in found]
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._cards:
                widget.hide()
                widget.deleteLater()
        for card in self._cards:
            self._place.addWidget(card)
        if not any(entregable.extension == ".docx" for entregable in found):
            self._place.addWidget(
                label("Los contenidos que escriba en el paso 3 aparecerán aquí.", "secundario", wrap=True)
            )
        self._place.addStretch(1)
        self._everything.setEnabled(any(entregable.listo for entregable in found))

    def _card(self, entregable: Entregable, known: Mapping[str, DocumentCard]) -> DocumentCard:
        """Return the card of a document, the one that it has already if it does: it keeps what was chosen on it."""
        card = known.get(entregable.clave)
        if card is not None:
            card.describe(entregable)
            return card
        make = PlanCard if entregable.clave == PLAN.clave else DocumentCard
        return make(self.context, entregable, self.export)
