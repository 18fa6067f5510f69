"""The live checklist of a content: what is well, what is missing, where to go and what can be inserted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from promueve_gui.application.remedies import remedio
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.reglas import cita, revisar_contenido
from promueve_gui.domain.reglas.checklist import LECTURA
from promueve_gui.domain.texto import contado
from promueve_gui.gui.pasos.contenidos.reading_scale import NOTHING, ReadingScale
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row
from promueve_gui.gui.widgets.tips import breakable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QPushButton

    from promueve_gui.application.content_measures import Legibilidad
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas import Contexto, Punto
    from promueve_gui.gui.context import Context

ICON_PIXELS = 16
STEP = "P3"
# Icon, colour and words of a line: the same signs as in the list of contents.
CUMPLE = ("check-circle", "bien", "Cumple")
CONVIENE = ("information-outline", "secundario", "Conviene")
FALTA = ("alert-circle-outline", "atencion", "Falta")
NOT_YET, RIGHT = "Todavía no se revisa", "Sin palabras por revisar"
SIGNS_OF_MARKS = "Subrayado con guiones: frase larga. Con puntos: palabra larga. Ondulado: ortografía."
ADVICE = "Orienta la lectura; no impide aprobar."


@frozen
class _Line:
    """A point of the checklist, what its button does at once, and where the rule comes from."""

    punto: Punto
    remedy: str = ""
    source: str = ""

    @property
    def shape(self) -> tuple[str, str, bool, bool, str, str]:
        """Return all but the sentence."""
        punto = self.punto
        return punto.regla, punto.campo, punto.ok, punto.bloquea, self.remedy, self.source


class ReviewCard(QFrame):
    """Checklist with its citations, reading and spelling of one content."""

    field_asked = Signal(str)
    sentence_asked = Signal()
    remedy_asked = Signal(object)  # the point to be mended

    def __init__(self, context: Context) -> None:
        """Start without a content."""
        super().__init__()
        self._context = context
        self._shown: tuple[_Line, ...] | None = None
        self.setObjectName("tarjeta")
        self.lines: list[QWidget] = []
        self._sources: list[QWidget] = []
        self._texts: list[QLabel] = []
        self._links: list[QPushButton | None] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        self.reading = label(NOTHING, wrap=True)
        self.scale = ReadingScale(context)
        self.spelling = label(NOT_YET, wrap=True)
        self.citation = label("", "menor", wrap=True)
        body = QWidget()
        body.setObjectName("contenido")
        layout = column(label("Revisión", "subtitulo"), margins=GRID + 4)
        layout.addLayout(self._list)
        for widget in (
            self._rule(),
            label("Lectura", "subtitulo"),
            self.reading,
            self.scale,
            label(SIGNS_OF_MARKS, "menor", wrap=True),
            self._rule(),
            label("Ortografía", "subtitulo"),
            self.spelling,
            self._rule(),
            self.citation,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)
        body.setLayout(layout)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = column()
        outer.addWidget(scroll)
        self.setLayout(outer)

    def show_content(self, contexto: Contexto, contenido: Contenido | None, *, writable: bool) -> None:
        """Review a content as it stands on screen."""
        shown = () if contenido is None else tuple(_lines(contexto, contenido, writable=writable))
        if self._shown is not None and [line.shape for line in shown] == [line.shape for line in self._shown]:
            self._say(shown)  # so that the focus stays on its line, and nothing is made anew for a figure that changed
        else:
            self._fill(shown)
        self._shown = shown
        if contenido is None:
            self.show_reading(None)
            self.show_spelling(0)
        self.citation.setText(cita(contexto.proyecto, STEP))

    def show_reading(self, value: Legibilidad | None) -> None:
        """Show how the content reads."""
        self.reading.setText(NOTHING if value is None else value.texto)
        self.scale.show_value(value)

    def show_spelling(self, wrong: int, sentence: str = "") -> None:
        """Show how many words wait, or the sentence on why they are not known."""
        told = contado(wrong, "palabra por revisar", "palabras por revisar") if wrong else RIGHT
        self.spelling.setText(sentence or told)

    def _fill(self, shown: tuple[_Line, ...]) -> None:
        for widget in (*self.lines, *self._sources):
            widget.setParent(None)
            widget.deleteLater()
        self.lines, self._sources, self._texts, self._links = [], [], [], []
        for place, line in enumerate(shown):
            self.lines.append(self._line(line))
            self._list.addWidget(self.lines[-1])
            following = shown[place + 1].source if place + 1 < len(shown) else ""
            if line.source and line.source != following:  # once for those that it stands beneath
                self._sources.append(label(line.source, "menor", wrap=True))
                self._list.addWidget(self._sources[-1])

    def _say(self, shown: tuple[_Line, ...]) -> None:
        """Put other sentences in the same lines."""
        for line, text, link in zip(shown, self._texts, self._links, strict=True):
            said = breakable(line.punto.texto)
            if text.text() != said:
                text.setText(said)
                text.setAccessibleName(line.punto.texto)
                if link is not None:
                    link.setAccessibleName(f"{link.text()}: {line.punto.texto}")

    def _line(self, line: _Line) -> QWidget:
        punto, c = line.punto, self._context.colores
        sign = QLabel()
        name, colour, words = CUMPLE if punto.ok else FALTA if punto.bloquea else CONVIENE
        sign.setPixmap(self._context.icon(name, getattr(c, colour)).pixmap(ICON_PIXELS, ICON_PIXELS))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        sign.setAccessibleName(words)
        sign.setToolTip(words)
        text = label(breakable(punto.texto), wrap=True)
        text.setAccessibleName(punto.texto)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = text.sizePolicy()  # a new one would not know that its height follows from its width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        text.setSizePolicy(policy)
        layout = row(sign, text, spacing=GRID - 2)
        link = None if punto.ok else self._link(line)
        if link is not None:
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            drop = (link.sizeHint().height() - text.fontMetrics().height()) // 2  # its words stand lower in it
            sign.setContentsMargins(0, drop, 0, 0)
            text.setContentsMargins(0, drop, 0, 0)
        self._texts.append(text)
        self._links.append(link)
        made = QWidget()
        made.setLayout(layout)
        return made

    def _link(self, line: _Line) -> QPushButton:
        punto = line.punto
        if punto.regla == LECTURA:
            made = button("Ver", self.sentence_asked.emit, "enlace")
        elif line.remedy:
            made = button(line.remedy, lambda: self.remedy_asked.emit(punto), "enlace")
        else:
            made = button("Ir", lambda: self.field_asked.emit(punto.campo), "enlace")
        made.setAccessibleName(f"{made.text()}: {punto.texto}")
        made.setAccessibleDescription(line.source)
        return made

    def _rule(self) -> QFrame:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {self._context.colores.linea};")
        return line


def _lines(contexto: Contexto, contenido: Contenido, *, writable: bool) -> Iterator[_Line]:
    """Yield the checklist: what bars first, then what is worth mending, rule by rule, and last what is well."""
    puntos = revisar_contenido(contexto, contenido)
    for punto in sorted(puntos, key=lambda punto: (punto.ok, not punto.ok and not punto.bloquea)):
        if punto.ok:
            yield _Line(punto)
            continue
        mended = remedio(contexto.proyecto, contenido, punto) if writable else None
        source = ADVICE if punto.regla == LECTURA else cita(contexto.proyecto, punto.regla)
        yield _Line(punto, mended.texto if mended else "", source)
