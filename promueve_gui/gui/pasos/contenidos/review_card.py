"""The live checklist of a content: what is well, what is missing, where to go and what can be inserted at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from promueve_gui.application.content_flow import insertables
from promueve_gui.application.content_measures import leer_contenido
from promueve_gui.domain.reglas import cita, revisar_contenido
from promueve_gui.domain.reglas.checklist import LECTURA
from promueve_gui.gui.pasos.contenidos.reading_scale import NOTHING, ReadingScale
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas import Contexto, Punto
    from promueve_gui.gui.context import Context

ICON_PIXELS = 16
STEP = "P3"
# Icon, colour and words of a line: the same signs as in the list of contents.
CUMPLE = ("check-circle", "bien", "Cumple")
CONVIENE = ("information-outline", "secundario", "Conviene")
FALTA = ("alert-circle-outline", "atencion", "Falta")


class ReviewCard(QFrame):
    """Checklist, reading and citations of one content."""

    field_asked = Signal(str)
    sentence_asked = Signal()
    insert_asked = Signal(str, object)  # field, value

    def __init__(self, context: Context) -> None:
        """Start without a content."""
        super().__init__()
        self._context = context
        self._shown: tuple[tuple[Punto, ...], frozenset[str]] | None = None
        self._values: Mapping[str, Any] = {}
        self.setObjectName("tarjeta")
        self.lines: list[QWidget] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(GRID // 2)
        self.reading = label(NOTHING, wrap=True)
        self.scale = ReadingScale(context)
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
        puntos = () if contenido is None else revisar_contenido(contexto, contenido)
        self._values = insertables(contexto.proyecto, contenido) if contenido is not None and writable else {}
        shown = (puntos, frozenset(self._values))
        if shown != self._shown:  # so that the focus stays on its line while nothing changes
            self._shown = shown
            self._fill(puntos)
        value = None if contenido is None else leer_contenido(contexto, contenido)
        self.reading.setText(NOTHING if value is None else value.texto)
        self.scale.show_value(value)
        faltas = (punto.regla for punto in puntos if not punto.ok)
        citas = (cita(contexto.proyecto, clave) for clave in (STEP, *faltas))
        self.citation.setText("\n".join(dict.fromkeys(texto for texto in citas if texto)))

    def _fill(self, puntos: tuple[Punto, ...]) -> None:
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = [
            self._line(punto)
            for punto in sorted(puntos, key=lambda punto: (punto.ok, not punto.ok and not punto.bloquea))
        ]
        for line in self.lines:
            self._list.addWidget(line)

    def _line(self, punto: Punto) -> QWidget:
        c = self._context.colores
        sign = QLabel()
        name, colour, words = CUMPLE if punto.ok else FALTA if punto.bloquea else CONVIENE
        sign.setPixmap(self._context.icon(name, getattr(c, colour)).pixmap(ICON_PIXELS, ICON_PIXELS))
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        sign.setAccessibleName(words)
        sign.setToolTip(words)
        text = label(punto.texto, wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = row(sign, text, spacing=GRID - 2)
        if not punto.ok:
            layout.addWidget(self._link(punto), 0, Qt.AlignmentFlag.AlignTop)
        line = QWidget()
        line.setLayout(layout)
        return line

    def _link(self, punto: Punto) -> QWidget:
        if punto.regla == LECTURA:
            made = button("Ver", self.sentence_asked.emit, "enlace")
        elif punto.campo in self._values:
            made = button("Insertar", lambda: self._insert(punto.campo), "enlace")
        else:
            made = button("Ir", lambda: self.field_asked.emit(punto.campo), "enlace")
        made.setAccessibleName(f"{made.text()}: {punto.texto}")
        return made

    def _insert(self, campo: str) -> None:
        if campo in self._values:
            self.insert_asked.emit(campo, self._values[campo])

    def _rule(self) -> QFrame:
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {self._context.colores.linea};")
        return line
