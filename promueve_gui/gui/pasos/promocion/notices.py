"""Notices of high-value publications (R13): who still waits for one, and the register of those sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from promueve_gui.application.notices import aviso_inicial, aviso_sin_fecha, avisos_pendientes
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.difusion import AvisoAltoValor
from promueve_gui.gui.pasos.lists import make_panel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Card, button, label, row

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.reglas import Hallazgo
    from promueve_gui.gui.pasos.base import StepPage

SHOWN = 4
ICON_PIXELS = 16
EMPTY = (
    "flag-outline",
    "Todavía no hay avisos",
    "De cada publicación de alto valor se avisa, con fecha, a los Enlaces de Comunicación Digital.",
)


class NoticesTab(QWidget):
    """What is missing above, the register beneath."""

    def __init__(self, page: StepPage) -> None:
        """Build it for a page."""
        super().__init__()
        self._page, self._project = page, page.project
        self._told: tuple[Hallazgo, ...] | None = None
        self._title = label("", "subtitulo")
        self.lines: list[QWidget] = []
        self.pending = Card()
        self.pending.body.addWidget(self._title)
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        self.pending.body.addLayout(self._list)
        self.panel = make_panel(page, AvisoAltoValor, empty=EMPTY)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID + GRID // 2, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.pending)
        layout.addWidget(self.panel, 1)
        page.project.reviewed.connect(self.refresh)
        self.pending.hide()
        self.refresh()

    def refresh(self) -> None:
        """Show the datasets that wait for a notice, from the last review."""
        overview = self._project.overview
        found = () if overview is None else avisos_pendientes(overview.revision.resultados)
        if found != self._told:
            self._told = found
            self._fill(found)

    def write_notice(self, conjunto: Id) -> None:
        """Open the notice of a dataset; it is begun when there is none."""
        begun = aviso_sin_fecha(self._project.proyecto, conjunto)
        if begun is None:
            begun = AvisoAltoValor(id=nuevo_id(), **aviso_inicial(self._project.proyecto, conjunto))
            if self._project.edit(f"Nuevo aviso: «{begun.asunto}»", [alta(begun)]) is None:
                return
        self.panel.show_record(begun.id, "fecha")

    def _fill(self, found: tuple[Hallazgo, ...]) -> None:
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = [self._line(hallazgo) for hallazgo in found[:SHOWN]]
        if len(found) > SHOWN:
            self.lines.append(label(f"…y {len(found) - SHOWN} más", "menor"))
        for line in self.lines:
            self._list.addWidget(line)
        self._title.setText("Falta un aviso" if len(found) == 1 else f"Faltan {len(found)} avisos")
        self.pending.setVisible(bool(found))

    def _line(self, hallazgo: Hallazgo) -> QWidget:
        name = self._project.proyecto.titulo(ConjuntoDatos.ENTIDAD, hallazgo.id)
        picture = QLabel()
        icon = self._page.context.icon("alert-circle-outline", self._page.context.colores.atencion)
        picture.setPixmap(icon.pixmap(ICON_PIXELS, ICON_PIXELS))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = label(f"«{name}»: {hallazgo.mensaje}", wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        write = button("Redactar aviso", lambda: self.write_notice(hallazgo.id), "enlace")
        write.setAccessibleName(f"Redactar el aviso de «{name}»")
        write.setEnabled(not self._project.read_only)
        line = QWidget()
        line.setLayout(row(picture, text, write))
        return line
