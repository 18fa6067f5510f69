"""The contents as a narrow list of cards: title above, type and state beneath, and how each rule stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from promueve_gui.application.content_flow import EstadoRevision
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.pasos.contenidos.content_model import summary
from promueve_gui.gui.pasos.contenidos.content_reviews import COLOURS
from promueve_gui.gui.pasos.contenidos.content_reviews import SIGNS as RULE_SIGNS
from promueve_gui.gui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.application.content_flow import ReglaRevisada
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.content_model import ContentModel

Index = QModelIndex | QPersistentModelIndex
CARD_HEIGHT = 11 * GRID + 4
TITLE_HEIGHT = 36  # two lines
SIGN_PIXELS = 16
SMALL_TEXT, SMALLEST_TEXT = 12, 11

SIGNS = {
    EstadoRevision.CUMPLE: ("check-circle", "bien"),
    EstadoRevision.AVISOS: ("information-outline", "secundario"),
    EstadoRevision.FALTA: ("alert-circle-outline", "atencion"),
}


class CardDelegate(QStyledItemDelegate):
    """Paints one card."""

    def __init__(self, context: Context) -> None:
        """Take the colours."""
        super().__init__()
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a card."""
        return QSize(CARD_HEIGHT, CARD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint title, type and state, and the sign of the checklist."""
        painter.save()
        self._ground(painter, option)
        contenido = cast("Contenido", index.data(Role.REGISTRO))
        box = option.rect.adjusted(GRID + 4, GRID, -GRID, -GRID)
        self._sign(painter, box, cast("ContentModel", index.model()).revision(contenido))
        room = box.width() - SIGN_PIXELS - GRID // 2
        c = self._context.colores
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        self._title(painter, font, QRect(box.left(), box.top(), room, TITLE_HEIGHT), contenido.titulo_breve)
        font = QFont(option.font)
        font.setPixelSize(SMALL_TEXT)
        below = QRect(box.left(), box.top() + TITLE_HEIGHT + 2, room, SMALL_TEXT + 5)
        self._line(painter, font, c.secundario, below, summary(contenido))
        font.setPixelSize(SMALLEST_TEXT)
        self._rules(painter, font, box, cast("ContentModel", index.model()).reviews.of(contenido).reglas)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        c, rect = self._context.colores, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(c.seleccion))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(c.acento))
        painter.setPen(QColor(c.linea))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.acento), 1, Qt.PenStyle.DotLine))
            painter.drawRect(rect.adjusted(4, 1, -2, -3))

    def _sign(self, painter: QPainter, box: QRect, estado: EstadoRevision) -> None:
        name, colour = SIGNS[estado]
        place = QRect(box.right() - SIGN_PIXELS, box.top() + 2, SIGN_PIXELS, SIGN_PIXELS)
        self._context.icon(name, getattr(self._context.colores, colour)).paint(painter, place)

    def _rules(self, painter: QPainter, font: QFont, box: QRect, reglas: Sequence[ReglaRevisada]) -> None:
        """Paint sign and name of each rule; the sign says what the colour does, and the tooltip says it in words."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        left = box.left()
        for regla in reglas:
            text = f"{RULE_SIGNS[regla.estado]} {regla.regla}"
            colour = COLOURS[regla.estado] or "secundario"
            painter.setPen(QColor(getattr(self._context.colores, colour)))
            painter.drawText(left, box.bottom() - metrics.descent(), text)
            left += metrics.horizontalAdvance(text) + GRID + 2

    def _title(self, painter: QPainter, font: QFont, box: QRect, text: str) -> None:
        """Paint a title in two lines at most; what does not fit in them is told by an ellipsis."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self._context.colores.texto))
        for place, line in enumerate(two_lines(text, box.width(), metrics.horizontalAdvance)):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box.left(), box.top() + metrics.ascent() + place * metrics.height(), shown)

    def _line(self, painter: QPainter, font: QFont, ink: str, box: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def two_lines(text: str, width: int, advance: Callable[[str], int]) -> tuple[str, str]:
    """Return ``text`` as a first line of the whole words that fit in ``width``, and the rest."""
    words = text.split()
    fitting = 1
    while fitting < len(words) and advance(" ".join(words[: fitting + 1])) <= width:
        fitting += 1
    return " ".join(words[:fitting]), " ".join(words[fitting:])


class CardView(QListView):
    """The list itself."""

    def __init__(self, context: Context, model: ContentModel) -> None:
        """Show ``model``."""
        super().__init__()
        self.setModel(model)
        self._delegate = CardDelegate(context)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Lista de contenidos")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def select_record(self, identidad: Id) -> bool:
        """Put the cursor on a content; false when it is not shown."""
        model = cast("ContentModel", self.model())
        row = model.row_of(identidad)
        if row >= 0:
            self.setCurrentIndex(model.index(row, 0))
        return row >= 0

    def current_record(self) -> Contenido | None:
        """Return the content that has the cursor."""
        index = self.currentIndex()
        return cast("Contenido", index.data(Role.REGISTRO)) if index.isValid() else None

    def selected_records(self) -> list[Contenido]:
        """Return the chosen contents, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [cast("Contenido", cast("ContentModel", self.model()).registro(row)) for row in rows]
