"""How cells are painted and edited in place: chips for vocabularies, editors of the right kind for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from promueve_gui.domain.ficha import Campo, Opcion, Tipo
from promueve_gui.domain.formato import ESCALA_MAXIMA, NO, SI
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import (
    Acceso,
    ClaseGrupo,
    Desenlace,
    EstadoAccion,
    EstadoContenido,
    EstadoLinea,
)
from promueve_gui.gui.models.record_table import Role
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.chip_painter import chip_width, paint_chip
from promueve_gui.gui.widgets.text_pen import TextPen
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QPainter
    from PySide6.QtWidgets import QAbstractItemView

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.models.derived import Shown
    from promueve_gui.gui.models.record_table import RecordTableModel
    from promueve_gui.gui.project import Project

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
TEXT_MARGIN = GRID + 3  # the padding of a cell, and what Qt leaves around its text

# Ground and ink of a chip, by names of ``Colores``. The text says the same, so colour is never alone.
CHIPS: dict[Opcion, str] = {
    ClaseGrupo.DENTRO: "bien",
    ClaseGrupo.GOBIERNO: "dato",
    ClaseGrupo.SOCIEDAD: "atencion",
    Acceso.PUBLICO: "bien",
    Acceso.RESTRINGIDO: "atencion",
    Acceso.PRIVADO: "error",
    EstadoLinea.IDEA: "",
    EstadoLinea.PLANEADA: "dato",
    EstadoLinea.EN_ELABORACION: "atencion",
    EstadoLinea.LISTA: "dato",
    EstadoLinea.HECHA: "bien",
    EstadoLinea.CANCELADA: "",
    EstadoContenido.BORRADOR: "",
    EstadoContenido.EN_REVISION: "atencion",
    EstadoContenido.CON_COMUNICACION: "atencion",
    EstadoContenido.APROBADO: "dato",
    EstadoContenido.PUBLICADO: "bien",
    Desenlace.PROCEDE: "bien",
    Desenlace.NO_PROCEDE: "atencion",
    EstadoAccion.PENDIENTE: "",
    EstadoAccion.EN_CURSO: "atencion",
    EstadoAccion.CUMPLIDA: "bien",
}

# What a chip says where the whole does not fit; the tooltip says the whole.
SHORT: dict[Opcion, str] = {
    ClaseGrupo.DENTRO: "Dentro",
    ClaseGrupo.GOBIERNO: "Gobierno",
    ClaseGrupo.SOCIEDAD: "Sociedad",
    EstadoContenido.CON_COMUNICACION: "Con Comunicación",
}


class RecordDelegate(QStyledItemDelegate):
    """Paints and edits the cells of a ``RecordTableModel``."""

    def __init__(self, context: Context, project: Project) -> None:
        """Take colours and the project whose names are offered."""
        super().__init__()
        self._context = context
        self._project = project
        self._pen: TextPen | None = None  # made with the font of the first cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a chip for states and classes, a tick for «yes», text for the rest.

        Qt would paint the text too, but asks the model ten times for each cell and lays out what it laid out before.
        """
        shown = cast("Shown | None", index.data(Role.SHOWN))
        self._paint_ground(painter, option)
        if shown is not None:
            self._paint_shown(painter, option, shown)
            return
        valor, campo = cast("RecordTableModel", index.model()).cell(index)
        if isinstance(valor, Opcion) and valor in CHIPS:
            text = valor.etiqueta
            if chip_width(painter, text) > option.rect.width() - 2 * GRID:
                text = SHORT.get(valor, text)
            paint_chip(painter, self._context, option.rect, text, CHIPS[valor])
        elif campo.tipo is Tipo.BOOLEANO:
            if valor:
                icon = self._context.icon("check", self._context.colores.bien)
                icon.paint(painter, option.rect.adjusted(GRID, 0, -GRID, 0), Qt.AlignmentFlag.AlignVCenter)
        else:
            self._write(painter, option, str(index.data() or ""))

    def _paint_shown(self, painter: QPainter, option: QStyleOptionViewItem, shown: Shown) -> None:
        if shown.colour is None or not shown.text:
            self._write(painter, option, shown.text)
        else:
            paint_chip(painter, self._context, option.rect, shown.text, shown.colour)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what the style sheet says of a cell, chosen, current or neither."""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        if self._pen is None:
            self._pen = TextPen(self._context, option.font, QFontInfo(option.font).pixelSize())
        self._pen.begin(painter)
        self._pen.write(QRectF(option.rect).adjusted(TEXT_MARGIN, 0, -TEXT_MARGIN, 0), text, self._pen.colour("texto"))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Say in words what a derived cell shows in signs."""
        shown = cast("Shown | None", index.data(Role.SHOWN))
        if event.type() != QEvent.Type.ToolTip or shown is None or not shown.tip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tip(shown.tip), view)
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list for vocabularies, yes or no, grades and links; a line for the rest."""
        campo = cast("Campo", index.data(Role.CAMPO))
        choices = self._choices(campo)
        if choices is None:
            editor = super().createEditor(parent, option, index)
            if not isinstance(editor, QLineEdit):
                editor = QLineEdit(parent)
        else:
            editor = QComboBox(parent)
            editor.addItems(choices)
            editor.setEditable(campo.tipo is Tipo.REFERENCIA)
            editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)  # or what is no name would be told of twice
            editor.activated.connect(lambda: self.commitData.emit(editor))
        editor.setAccessibleName(campo.etiqueta)
        return editor

    def _choices(self, campo: Campo) -> list[str] | None:
        match campo.tipo:
            case Tipo.OPCION:
                return ["", *(opcion.etiqueta for opcion in campo.opciones or ())]
            case Tipo.BOOLEANO:
                return [SI, NO]
            case Tipo.ESCALA:
                return ["", *(str(grade) for grade in range(1, ESCALA_MAXIMA + 1))]
            case Tipo.REFERENCIA:
                activos = self._project.proyecto.activos(POR_ENTIDAD[campo.destino])
                return ["", *sorted({registro.titulo for registro in activos}, key=plegar)]
            case _:
                return None

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the text of the cell into its editor."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentText(text)
            line = editor.lineEdit()
            if line is not None:
                if (place := editor.findText(text)) >= 0:
                    editor.setCurrentIndex(place)  # not only its words, or Qt chooses it once more
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Let an editor fill its cell; where the words are, Qt would put it too low."""
        del index
        editor.setGeometry(option.rect)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give what was typed or chosen to the model, unless it is the same."""
        text = typed_in(editor)
        if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, text)


def typed_in(editor: QWidget) -> str:
    """Return what the editor of a cell holds."""
    return editor.currentText() if isinstance(editor, QComboBox) else cast("QLineEdit", editor).text()


def type_in(editor: QWidget, text: str) -> None:
    """Put a text into the editor of a cell, as if it had been typed."""
    if isinstance(editor, QComboBox):
        editor.setEditText(text)
    else:
        cast("QLineEdit", editor).setText(text)
