"""The line above a content: its state, its type, where it may go next, Word and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from promueve_gui.application.content_flow import avances
from promueve_gui.application.publications import publicaciones_de
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.content_model import NOMBRES_CORTOS
from promueve_gui.gui.pasos.contenidos.output_menu import add_outputs
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.chip import Chip
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import button, row, tool
from promueve_gui.gui.widgets.record_delegate import CHIPS
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from promueve_gui.application.content_flow import Avance
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas import Contexto
    from promueve_gui.gui.context import Context

PUBLISHABLE = frozenset({EstadoContenido.APROBADO, EstadoContenido.PUBLICADO})


class StateBar(QWidget):
    """Shows and moves the state of one content."""

    move_asked = Signal(object)  # Avance
    word_asked = Signal()
    log_asked = Signal()  # register, or go to, the publication of this content
    type_asked = Signal(object)  # TipoContenido
    withdraw_asked = Signal()
    output_asked = Signal(str)  # a document or copy of this content, by the name that the window knows it by

    def __init__(self, context: Context) -> None:
        """Start without a content."""
        super().__init__()
        self._context = context
        self._avances: tuple[Avance, ...] = ()
        self._contenido: Contenido | None = None
        self._writable = False
        self.chip = Chip(context)
        self.kind = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self.kind.setObjectName("secundario")
        self.forward: QPushButton = button("", lambda: self.move_asked.emit(self._avances[0]))
        self.log: QPushButton = button("", self.log_asked.emit)
        self.word = button("Word…", self.word_asked.emit, "", context.icon("file-word-outline"))
        self.word.setToolTip("Exportar este contenido a Word")
        self.more = tool("Más acciones", context.icon("dots-horizontal"), self._open_menu)
        layout = row(self.chip, self.kind, self.forward, self.log, self.word, self.more)
        layout.setStretch(1, 1)
        layout.setSpacing(GRID)
        self.setLayout(layout)

    def show_content(self, contexto: Contexto, contenido: Contenido, *, writable: bool) -> None:
        """Show where a content stands and where it may go."""
        self._avances, self._contenido = avances(contexto, contenido), contenido
        estado = contenido.estado
        self.chip.show_state("Sin estado" if estado is None else estado.etiqueta, CHIPS[estado] if estado else "")
        self.kind.setText("Sin tipo" if contenido.tipo is None else NOMBRES_CORTOS[contenido.tipo])
        self.kind.setToolTip(self.kind.text())
        first = self._avances[0]
        self.forward.setText(first.texto)
        self.forward.setToolTip(plain_tip(first.falta))
        self.forward.setVisible(estado is not EstadoContenido.PUBLICADO)
        self.forward.setEnabled(writable)
        logged = bool(publicaciones_de(contexto.proyecto, contenido.id))
        self.log.setText("Ver publicación" if logged else "Registrar publicación")
        self.log.setVisible(logged or estado is EstadoContenido.PUBLICADO)
        self.log.setEnabled(writable or logged)
        self.word.setEnabled(contenido.tipo is not None)
        self._writable = writable

    def menu(self) -> QMenu:
        """Return what «Más acciones» offers now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for avance in self._avances:
            menu.addAction(avance.texto).triggered.connect(lambda _=False, a=avance: self.move_asked.emit(a))
        menu.addSeparator()
        kinds = menu.addMenu("Cambiar el tipo")
        for tipo in TipoContenido:
            kinds.addAction(tipo.etiqueta).triggered.connect(lambda _=False, t=tipo: self.type_asked.emit(t))
        menu.addSeparator()
        menu.addAction("Retirar…").triggered.connect(lambda _: self.withdraw_asked.emit())
        for action in menu.actions():
            action.setEnabled(self._writable)
        if self._contenido is not None:
            add_outputs(menu, self._contenido, self.output_asked.emit)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
