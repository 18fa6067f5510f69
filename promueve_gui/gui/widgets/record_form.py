"""The form of one record, made from its ``Campo``: what is typed is saved by itself, and checked without blocking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QTextEdit,
    QWidget,
)

from promueve_gui.domain.cambios import cambio, motivo_de_cambio
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos, campos_visibles
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.revision import revisar_campo
from promueve_gui.gui.drafts import Draft
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.editors.factory import make_editor
from promueve_gui.gui.widgets.editors.paragraph import ParagraphEditor
from promueve_gui.gui.widgets.parts import column, label, show_part

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.editors.base import FieldEditor

SETTLE_MS = 600
ROWS, GAP = 4, 4  # what a page puts above, a row of fields, what is wrong with each of them; pixels between rows
HALF = frozenset({Tipo.FECHA, Tipo.ESCALA, Tipo.ENTERO, Tipo.BOOLEANO})
ROOMY_HALF = frozenset({Tipo.OPCION, Tipo.REFERENCIA, Tipo.CORREO})
CARET_ROOM = 2  # lines that are shown above and below the one that is written
SHORT_MARK = 16  # characters: what stands beside a box to tick does not wrap, so that longer ones take the whole width
SHORT_TEXT = 20  # characters; in a roomy form a line of text no wider than this takes half of it


@dataclass(slots=True)
class _Line:
    editor: FieldEditor
    problem: QLabel
    dirty: bool = False  # to be saved
    kept: bool = False  # shows a text that could not be saved, which nothing may write over


class RecordForm(QScrollArea):
    """Edits one record at a time; ``show_record`` changes which."""

    field_focused = Signal(str, str)  # entity, field: what the guide shows
    typed = Signal()  # something on screen changed, saved or not
    shown = Signal(object)  # identity of the record shown from now on, or None

    def __init__(
        self,
        context: Context,
        project: Project,
        tipo: type[Registro],
        nombres: Sequence[str] = (),
        *,
        roomy: bool = False,
        wrapped: Container[str] = (),
    ) -> None:
        """Edit the fields ``nombres``, or every visible one; ``roomy`` where there is width to spare.

        Lines of text named in ``wrapped`` are long ones, which are to be read whole.
        """
        super().__init__()
        self._wrapped = wrapped
        self._context, self._project, self._tipo, self._roomy = context, project, tipo, roomy
        self._id: Id | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.flush)
        self._to_caret = QTimer(self, singleShot=True, interval=0)  # once boxes have grown with what is typed in them
        self._to_caret.timeout.connect(self._show_caret)
        self._lines: dict[str, _Line] = {}
        self._inside = body = QWidget()
        body.setObjectName("contenido")
        self._body = column(spacing=GRID + GRID // 2)
        self._grid = self._layout(tuple(nombres) or tuple(campos_visibles(tipo)))
        self._body.addLayout(self._grid)
        self._body.addStretch(1)
        body.setLayout(self._body)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        project.changed.connect(self._on_changed)
        project.drafts.changed.connect(self._on_drafts)
        self.show_record(None)

    @property
    def record_id(self) -> Id | None:
        """Return which record is shown."""
        return self._id

    def editor(self, nombre: str) -> FieldEditor:
        """Return the editor of a field. Raises ``KeyError``."""
        return self._lines[nombre].editor

    def editors(self) -> Iterable[tuple[str, FieldEditor]]:
        """Return the fields and their editors, in order."""
        return [(nombre, line.editor) for nombre, line in self._lines.items()]

    def place_above(self, widget: QWidget) -> None:
        """Put a widget of the page above the fields."""
        self._body.insertWidget(0, widget)

    def place_below(self, widget: QWidget) -> None:
        """Put a widget of the page below the fields."""
        self._body.insertWidget(self._body.count() - 1, widget)

    def place_before(self, nombre: str, widget: QWidget) -> None:
        """Put a widget of the page above the row of a field. Raises ``KeyError``."""
        field = cast("QWidget", self._lines[nombre].editor.parentWidget())
        row, *_ = cast("tuple[int, int, int, int]", self._grid.getItemPosition(self._grid.indexOf(field)))
        self._grid.addWidget(_lowered(widget, ROWS), row - 1, 0, 1, 2)
        widget.stackUnder(field)  # comes before it with the tab key, too

    def draft(self) -> Registro | None:
        """Return the record as it stands on screen, saved or not; a value that does not fit is left as it was."""
        registro = self._record()
        valores: dict[str, Any] = {}
        for nombre, line in self._lines.items():
            if line.dirty:
                try:
                    valores[nombre] = line.editor.value()
                except ValorInvalidoError:
                    continue
        return registro if registro is None or not valores else replace(registro, **valores)

    def show_record(self, identidad: Id | None) -> None:
        """Save what is pending and show another record, or none."""
        self.flush()
        self._id = identidad
        registro = self._record()
        self._inside.setEnabled(registro is not None)
        for nombre, line in self._lines.items():
            line.dirty = line.kept = False
            if registro is not None:
                line.editor.set_value(getattr(registro, nombre))
                line.editor.set_read_only(self._project.read_only)
                self._check(nombre, registro)
                self._bring_back(nombre, registro)
        self.shown.emit(identidad)

    def focus_field(self, nombre: str) -> None:
        """Put the cursor in a field, scrolling to it."""
        line = self._lines.get(nombre)
        if line is not None:
            line.editor.setFocus()
            self._reveal(line)
            QTimer.singleShot(0, self, lambda: self._reveal(line))  # its sentence may have just taken its place

    def _reveal(self, line: _Line) -> None:
        for part in (line.problem, line.editor):
            if part.isVisibleTo(self):
                self.ensureWidgetVisible(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on showing the line that is written when the fields take more height, as a text that grows does."""
        if event.type() == QEvent.Type.Resize and watched is self._inside:
            self._to_caret.start()
        return super().eventFilter(watched, event)

    def _show_caret(self) -> None:
        """Scroll to the line that is written; never under a mouse that is pressed, which would select something."""
        text = self._inside.focusWidget()
        if not isinstance(text, QPlainTextEdit | QTextEdit) or not text.hasFocus() or QGuiApplication.mouseButtons():
            return
        caret = text.cursorRect()
        place = text.viewport().mapTo(self._inside, caret.center())
        self.ensureVisible(place.x(), place.y(), 0, CARET_ROOM * caret.height())

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        self.focus_field(next(iter(self._lines)))

    def flush(self) -> None:
        """Save now what was typed and fits; what does not fit is kept, with its sentence, until it is corrected."""
        self._timer.stop()
        registro = self._record()
        if registro is None:
            return
        valores: dict[str, Any] = {}
        for nombre, line in self._lines.items():
            if not line.dirty:
                continue
            try:
                valores[nombre] = line.editor.value()
            except ValorInvalidoError as error:
                self._keep(nombre, registro, str(error))
                if not line.editor.unfinished():
                    self._tell(line, str(error))
        if valores:
            self._save(registro, valores)

    def _save(self, registro: Registro, valores: dict[str, Any]) -> None:
        self._project.edit(motivo_de_cambio(registro, valores), [cambio(registro, **valores)])
        actual = self._record()
        if actual is None:
            return
        refused = {nombre: valor for nombre, valor in valores.items() if getattr(actual, nombre) != valor}
        for nombre in valores:
            self._lines[nombre].dirty = nombre in refused
            self._check(nombre, actual)
            if nombre not in refused:
                self._lines[nombre].kept = False
                self._project.drafts.drop(actual.ENTIDAD, actual.id, nombre)
        if not refused or self._project.pending:  # saved; or the disk refuses, and it is tried again
            return
        if len(valores) > 1:  # one of them must not keep the others from being saved
            for nombre, valor in refused.items():
                self._save(actual, {nombre: valor})
        else:
            self._give_up(next(iter(refused)), actual)

    def _give_up(self, nombre: str, actual: Registro) -> None:
        """Say why a value was refused: a choice goes back, a text is kept until it is corrected."""
        line = self._lines[nombre]
        line.dirty = False
        if line.editor.campo.tipo in TEXTUALES:
            self._keep(nombre, actual, self._project.refusal)
        else:
            line.editor.set_value(getattr(actual, nombre))
        self._tell(line, self._project.refusal)

    def _keep(self, nombre: str, registro: Registro, motivo: str) -> None:
        line = self._lines[nombre]
        line.kept = True
        typed, unfinished = line.editor.typed(), line.editor.unfinished()
        self._project.drafts.keep(Draft(registro.ENTIDAD, registro.id, nombre, typed, motivo, unfinished))

    def _bring_back(self, nombre: str, registro: Registro) -> None:
        """Show again what was typed and could not be saved; the next flush tries anew, since it may fit by now."""
        draft = self._project.drafts.of(registro.ENTIDAD, registro.id, nombre)
        if draft is not None:
            line = self._lines[nombre]
            line.dirty = line.kept = True
            line.editor.show_typed(draft.texto)
            self._tell(line, draft.motivo)

    def _layout(self, nombres: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, GRID, GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place = 0
        section = ""
        for nombre in nombres:
            campo = campos(self._tipo)[nombre]
            wide = self._is_wide(campo)
            if campo.seccion != section:
                section = campo.seccion
                place += place % 2
                if section:
                    grid.addWidget(_lowered(label(section, "subtitulo"), place), place // 2 * ROWS + 1, 0, 1, 2)
                    place += 2
            if wide:
                place += place % 2
            row, across = place // 2 * ROWS + 1, 2 if wide else 1
            grid.addWidget(_lowered(self._field(nombre, campo), place), row, place % 2, 1, across)
            # What is wrong with it takes the whole width: in half of it, a sentence would be a column of words.
            grid.addWidget(self._lines[nombre].problem, row + 1 + place % 2, 0, 1, 2)
            place += across
        return grid

    def _is_wide(self, campo: Campo) -> bool:
        if self._roomy and (campo.tipo in ROOMY_HALF or (campo.tipo is Tipo.TEXTO and campo.ancho <= SHORT_TEXT)):
            return False
        return campo.tipo not in HALF or (campo.tipo is Tipo.BOOLEANO and len(campo.etiqueta) > SHORT_MARK)

    def _field(self, nombre: str, campo: Campo) -> QWidget:
        wraps = nombre in self._wrapped
        editor = ParagraphEditor(campo) if wraps else make_editor(campo, self._context, self._project, self)
        problem = label("", "problema", wrap=True)
        problem.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        problem.hide()
        box = QWidget()
        title = label(f"{campo.etiqueta}\N{NO-BREAK SPACE}*" if campo.requerido else campo.etiqueta)
        title.setBuddy(editor.focusProxy() or editor)
        show_part(title, shown=campo.tipo is not Tipo.BOOLEANO)
        title.setWordWrap(True)
        box.setLayout(column(title, editor, spacing=GAP))
        box.layout().addStretch(1)  # type: ignore[union-attr]  # column() gave it a layout
        line = _Line(editor, problem)
        self._lines[nombre] = line
        editor.edited.connect(lambda: self._on_edited(line))
        editor.settled.connect(self.flush)
        text = editor.focusProxy()
        if isinstance(text, QPlainTextEdit | QTextEdit):
            text.cursorPositionChanged.connect(self._to_caret.start)
        editor.focused.connect(lambda: self.field_focused.emit(self._tipo.ENTIDAD, nombre))
        return box

    def _record(self) -> Registro | None:
        return None if self._id is None else self._project.proyecto.registro(self._tipo.ENTIDAD, self._id)

    def _on_edited(self, line: _Line) -> None:
        line.dirty = True
        self._timer.start()
        self.typed.emit()

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        """Show what changed elsewhere (undo, table, import), but never over what is being typed."""
        if self._id is None:
            return
        registro = self._record()
        if registro is None or not registro.activo:
            if any(c.id == self._id for c in cambios):
                self.show_record(None)
            return
        touched = {nombre for c in cambios if c.id == self._id for nombre in (c.despues or {})}
        others = {c.entidad for c in cambios}
        for nombre, line in self._lines.items():
            if not (line.dirty or line.kept) and (nombre in touched or line.editor.campo.destino in others):
                line.editor.set_value(getattr(registro, nombre))
                self._check(nombre, registro)

    def _on_drafts(self) -> None:
        """Show the value of a field whose waiting text was dropped, since it got one elsewhere."""
        registro = self._record()
        for nombre, line in self._lines.items():
            if (
                line.kept
                and registro is not None
                and not self._project.drafts.of(registro.ENTIDAD, registro.id, nombre)
            ):
                line.dirty = line.kept = False
                line.editor.set_value(getattr(registro, nombre))
                self._check(nombre, registro)

    def _check(self, nombre: str, registro: Registro) -> None:
        line = self._lines[nombre]
        self._tell(line, revisar_campo(line.editor.campo, getattr(registro, nombre)))

    def _tell(self, line: _Line, sentence: str) -> None:
        halved = sentence and not self._is_wide(line.editor.campo)
        line.problem.setText(f"{line.editor.campo.etiqueta}: {sentence}" if halved else sentence)
        line.problem.setVisible(bool(sentence))
        line.editor.mark(bad=bool(sentence))
        line.editor.setAccessibleDescription(sentence)


def _lowered(widget: QWidget, place: int) -> QWidget:
    """Keep a field away from those above it: between a field and what is wrong with it there is less room."""
    if place > 1:
        widget.setContentsMargins(0, GRID, 0, 0)
    return widget
