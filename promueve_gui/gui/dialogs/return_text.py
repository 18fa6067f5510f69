"""One returned document, field by field: the words that differ, comments and tracked changes, and what to take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit, QSizePolicy, QSplitter, QWidget

from promueve_gui.application.return_report import EN_LOS_PROBLEMAS
from promueve_gui.application.returns import choices
from promueve_gui.application.word_report import (
    caption,
    difference_of,
    notes_of,
    summary_of,
    told_words,
    words_of,
)
from promueve_gui.domain.diferencias import Decision
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.decision_card import KEYS
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column, label, row
from promueve_gui.gui.widgets.text_difference import TextDifference

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QPushButton

    from promueve_gui.domain.diferencias import Devolucion, Diferencia
    from promueve_gui.domain.texto_devuelto import CampoRevisado
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

CHOOSE = "(elija el contenido)"
NOTHING_CHOSEN = "Los contenidos se ordenan por lo que se parecen al archivo. Nada se toma mientras no elija uno."
NOTHING_DIFFERENT = "El archivo dice lo mismo que el contenido."
FIELDS_WIDTH = 210
NOTES_HEIGHT = 84
_DECISIONS = {key: decision for decision, key in KEYS.items()}


class ReturnText(QWidget):
    """Shows a document; what is decided goes into the decisions that it was given with it."""

    decided = Signal()
    content_given = Signal(str)  # identity of the content that it is of

    def __init__(self, context: Context, project: Project) -> None:
        """Build it; nothing is shown yet."""
        super().__init__()
        self._project = project
        self._devolucion: Devolucion | None = None
        self._decisions: dict[str, Decision] = {}
        self.content = self._make_contents()
        self._whose = QWidget()
        self._whose.setLayout(row(label("¿De qué contenido es?"), self.content))
        self.fields = QListWidget()
        self.fields.setAccessibleName("Campos del documento")
        self.fields.setWordWrap(True)
        self.fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields.currentRowChanged.connect(lambda _: self._on_chosen())
        self.fields.installEventFilter(self)
        self._caption = label("", "menor", wrap=True)
        self._message = label("", "problema", wrap=True)
        self.words = TextDifference(context)
        self.words.setAccessibleName("Palabras que difieren")
        self._notes_caption = label("Comentarios y cambios marcados", "menor")
        self.notes = QPlainTextEdit(readOnly=True)
        self.notes.setAccessibleName(self._notes_caption.text())
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(NOTES_HEIGHT)
        self.buttons = {decision: self._make_button(decision) for decision in Decision}
        self._lay_out()

    def _lay_out(self) -> None:
        beside = QWidget()
        made = FlowRow(*self.buttons.values(), spread=False)
        layout = column(
            self._caption, self.words, self._message, self._notes_caption, self.notes, made, spacing=GRID // 2
        )
        layout.setStretch(1, 1)
        beside.setLayout(layout)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(GRID)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.fields)
        splitter.addWidget(beside)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([FIELDS_WIDTH, 3 * FIELDS_WIDTH])
        self._splitter = splitter
        self._nothing = label("", "secundario", wrap=True)
        body = column(self._whose, splitter, self._nothing, spacing=GRID // 2)
        body.setStretch(1, 1)
        body.addStretch(0)
        self.setLayout(body)

    def show_text(self, devolucion: Devolucion, decisions: dict[str, Decision]) -> None:
        """Show a document, with what is decided already."""
        self._devolucion, self._decisions = devolucion, decisions
        self._list_contents(devolucion)
        self.fields.clear()
        self.fields.addItems([revisado.titulo for revisado in devolucion.revisados])
        self._tell_fields()
        self.fields.setCurrentRow(0)
        self._splitter.setVisible(bool(devolucion.revisados))
        self._nothing.setText(_why_nothing(devolucion))
        self._nothing.setHidden(bool(devolucion.revisados))
        self._on_chosen()

    def decide(self, decision: Decision) -> None:
        """Decide about the chosen field, where that makes sense."""
        _, diferencia = self._chosen()
        if diferencia is not None and decision in choices(diferencia):
            self._decisions[diferencia.clave] = decision
            self._tell_fields()
            self.decided.emit()
        self._offer(diferencia)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the decisions in the list of fields."""
        if watched is self.fields and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            decision = _DECISIONS.get(event.text())
            if decision is not None:
                self.decide(decision)
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> tuple[CampoRevisado | None, Diferencia | None]:
        place, devolucion = self.fields.currentRow(), self._devolucion
        if devolucion is None or not 0 <= place < len(devolucion.revisados):
            return None, None
        revisado = devolucion.revisados[place]
        return revisado, difference_of(devolucion, revisado)

    def _on_chosen(self) -> None:
        revisado, diferencia = self._chosen()
        if revisado is None:
            return
        pieces = words_of(revisado, diferencia, self._project.proyecto) if revisado.clave else ()
        self._caption.setText(caption(diferencia) if revisado.clave else "Fuera de los textos del contenido")
        self.words.show_pieces(pieces, told_words(pieces))
        self._message.setText("" if diferencia is None else diferencia.mensaje)
        self._message.setVisible(bool(self._message.text()))
        said = notes_of(revisado)
        self.notes.setPlainText(said)
        for part in (self._notes_caption, self.notes):
            part.setVisible(bool(said))
        self._offer(diferencia)

    def _offer(self, diferencia: Diferencia | None) -> None:
        possible = () if diferencia is None else choices(diferencia)
        standing = None
        if diferencia is not None:
            given = Decision.TOMAR if diferencia.cierta else Decision.ESPERAR
            standing = self._decisions.get(diferencia.clave, given)
        for decision, made in self.buttons.items():
            made.setEnabled(decision in possible)
            made.setChecked(decision is standing)

    def _tell_fields(self) -> None:
        devolucion = self._devolucion
        for place, revisado in enumerate(devolucion.revisados if devolucion is not None else ()):
            diferencia = None if devolucion is None else difference_of(devolucion, revisado)
            said = summary_of(revisado, diferencia, self._decisions)
            self.fields.item(place).setText("\n".join(filter(None, (revisado.titulo, said))))

    def _make_button(self, decision: Decision) -> QPushButton:
        made = button(decision.etiqueta, lambda: self.decide(decision))
        made.setCheckable(True)
        made.setToolTip(f"{decision.etiqueta} (tecla {KEYS[decision]} en la lista de campos)")
        return made

    def _make_contents(self) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName("Contenido del que es el documento")
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(24)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.activated.connect(lambda _: self._on_content())
        return made

    def _list_contents(self, devolucion: Devolucion) -> None:
        self.content.clear()
        self.content.addItem(CHOOSE, "")
        for candidato in devolucion.candidatos:
            self.content.addItem(f"{candidato.titulo} · parecido {round(100 * candidato.parecido)} %", candidato.id)
        place = max(self.content.findData(devolucion.contenido or ""), 0)
        self.content.setCurrentIndex(place)
        self._whose.setVisible(bool(devolucion.candidatos))

    def _on_content(self) -> None:
        chosen = self.content.currentData()
        if chosen and self._devolucion is not None and chosen != self._devolucion.contenido:
            self.content_given.emit(chosen)


def _why_nothing(devolucion: Devolucion) -> str:
    if devolucion.sin_elegir:
        return NOTHING_CHOSEN
    return EN_LOS_PROBLEMAS if devolucion.problemas else NOTHING_DIFFERENT
