"""What stands above a content: state, type, its way to the public, what bars the next step, Word and the rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QMenu, QPushButton, QSizePolicy, QWidget

from promueve_gui.application.content_flow import avances
from promueve_gui.application.content_way import aprobacion_perdida, dia_de, recorrido
from promueve_gui.application.publications import publicaciones_de
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.content_model import NOMBRES_CORTOS
from promueve_gui.gui.pasos.contenidos.output_menu import PREVIEW, add_outputs, preview_of
from promueve_gui.gui.pasos.contenidos.way_strip import WayStrip
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.chip import Chip
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column, label, row, tool
from promueve_gui.gui.widgets.record_delegate import CHIPS
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from promueve_gui.application.content_flow import Avance
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas import Contexto
    from promueve_gui.gui.context import Context

WORD, VERSIONS = "Word…", "Versiones…"
WIDE = 552  # pixels: from here on everything is said in words
LOST = "Se aprobó el {dia} y después cambió el texto: necesita aprobarse otra vez."
WOULD_LOSE = "Está aprobado. Si cambia el texto, vuelve a revisión."


class StateBar(QWidget):
    """Shows and moves the state of one content."""

    move_asked = Signal(object)  # Avance
    word_asked = Signal()
    log_asked = Signal()  # register, or go to, the publication of this content
    type_asked = Signal(object)  # TipoContenido
    withdraw_asked = Signal()
    versions_asked = Signal(object)  # identity of the version that is wanted, or None
    field_asked = Signal(str)  # where what stands in the way is mended
    output_asked = Signal(str)  # a document or copy of this content, by the name that the window knows it by

    def __init__(self, context: Context) -> None:
        """Start without a content."""
        super().__init__()
        self._avances: tuple[Avance, ...] = ()
        self._contenido: Contenido | None = None
        self._writable = False
        self.chip = Chip(context)
        self.kind = ElidedLabel("", Qt.TextElideMode.ElideRight)
        self.kind.setObjectName("secundario")
        self.forward: QPushButton = button("", lambda: self.move_asked.emit(self._avances[0]))
        self.log: QPushButton = button("", self.log_asked.emit, "", context.icon("bullhorn-outline"))
        self.word = button(WORD, self.word_asked.emit, "", context.icon("file-word-outline"))
        self.word.setToolTip("Exportar este contenido a Word")
        self.word.setAccessibleName(WORD)
        self.more = tool("Más acciones", context.icon("dots-horizontal"), self._open_menu)
        self.look = tool(PREVIEW, context.icon("eye-outline"), self._look)
        self.versions = tool(VERSIONS, context.icon("history"), lambda: self.versions_asked.emit(None))
        self.way = WayStrip(context)
        about, onward = row(self.chip, self.kind), row(self.forward, self.more)
        about.setStretch(1, 1)
        head = FlowRow(_held(about), self.log, self.word, self.look, self.versions, _held(onward))
        self._notice = QFrame()
        self._notice.setObjectName("aviso")
        self.notice = label("", wrap=True)
        self.notice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.go = button("", self._go, "enlace")
        told = row(self.notice, self.go)
        told.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._notice.setLayout(told)
        self._target: Callable[[], object] | None = None
        layout = column(spacing=GRID)
        layout.addWidget(head)
        layout.addWidget(self.way)
        layout.addWidget(self._notice)
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
        self.log.setAccessibleName("Ver publicación" if logged else "Registrar publicación")
        self.log.setToolTip(self.log.accessibleName())
        self.log.setVisible(logged or estado is EstadoContenido.PUBLICADO)
        self.log.setEnabled(writable or logged)
        for made in (self.word, self.look):
            made.setEnabled(contenido.tipo is not None)
        self._writable = writable
        self._say()
        self.way.show_way(recorrido(contexto.proyecto, contenido))
        self._show_notice(contexto, contenido, first)

    def _show_notice(self, contexto: Contexto, contenido: Contenido, first: Avance) -> None:
        """Say what bars the next step, that an edit took approval back, or that one would."""
        lost = aprobacion_perdida(contexto.proyecto, contenido)
        if first.falta:
            self._tell(first.falta, "Ir a lo que falta", partial(self.field_asked.emit, first.campo))
        elif lost is not None:
            self._tell(LOST.format(dia=dia_de(lost)), "Ver qué cambió", partial(self.versions_asked.emit, lost.id))
        elif contenido.estado is EstadoContenido.APROBADO:
            self._tell(WOULD_LOSE, calm=True)
        self._notice.setVisible(bool(first.falta or lost or contenido.estado is EstadoContenido.APROBADO))

    def _tell(
        self, text: str, action: str = "", target: Callable[[], object] | None = None, *, calm: bool = False
    ) -> None:
        self._notice.setObjectName("contenido" if calm else "aviso")
        self._notice.style().unpolish(self._notice)
        self._notice.style().polish(self._notice)
        self.notice.setText(text)
        self.go.setText(action)
        self.go.setAccessibleName(f"{action}: {text}")
        self.go.setVisible(bool(action))
        self._target = target

    def _go(self) -> None:
        if self._target is not None:
            self._target()

    def menu(self) -> QMenu:
        """Return what «Más acciones» offers now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for avance in self._avances:
            menu.addAction(avance.texto).triggered.connect(lambda _=False, a=avance: self.move_asked.emit(a))
        menu.addSeparator()
        menu.addAction(VERSIONS).triggered.connect(lambda _: self.versions_asked.emit(None))
        kinds = menu.addMenu("Cambiar el tipo")
        for tipo in TipoContenido:
            kinds.addAction(tipo.etiqueta).triggered.connect(lambda _=False, t=tipo: self.type_asked.emit(t))
        menu.addSeparator()
        menu.addAction("Retirar…").triggered.connect(lambda _: self.withdraw_asked.emit())
        for action in menu.actions():
            action.setEnabled(self._writable or action.text() == VERSIONS)  # which are read, too
        if self._contenido is not None:
            add_outputs(menu, self._contenido, self.output_asked.emit)
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where there is little room: Word keeps its picture, and the menu has the rest too."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        wide = self.width() >= WIDE
        for made in (self.word, self.log):
            made.setText(made.accessibleName() if wide else "")
        for tool_button in (self.look, self.versions):
            tool_button.setVisible(wide)

    def _look(self) -> None:
        if self._contenido is not None:
            self.output_asked.emit(preview_of(self._contenido))

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _held(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
