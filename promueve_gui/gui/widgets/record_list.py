"""A whole list with all that people expect of one: search, filters, add, edit, withdraw, copy, paste, form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from promueve_gui.application.blocks import paste_block
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.gui.models.record_table import RecordTableModel
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import EmptyState, button, label, show_part
from promueve_gui.gui.widgets.record_table import RecordTable
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.widgets.tips import plain_caption, plain_tip
from promueve_gui.gui.withdrawing import withdraw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from promueve_gui.domain.ficha import Campo, Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.models.derived import Derived
    from promueve_gui.gui.project import Project

SEARCH_DELAY_MS = 120
SEARCH_WIDTH = 180
LONGEST_FILTER = 28  # characters
SIN_DATO = "(sin dato)"
DONE = object()


class RecordList(QWidget):
    """The records of one kind."""

    current_changed = Signal(object)  # identity of the record with the cursor, or None
    open_asked = Signal(object)  # identity of the record whose form is wanted
    cleared = Signal()  # the user wants every filter gone; filters that a page added follow it
    field_focused = Signal(str, str)

    def __init__(  # noqa: PLR0913  # a list is described in one place
        self,
        context: Context,
        project: Project,
        messages: Messages,
        tipo: type[Registro],
        *,
        columns: Sequence[str | Derived] = (),
        filters: Sequence[str] = (),
        empty: tuple[str, str, str] = ("", "", ""),
        iniciales: Callable[[], dict[str, Any]] = dict,
        extra_actions: Sequence[QWidget] = (),
        primary: bool = True,
        adds: bool = True,
        controls: bool = True,
    ) -> None:
        """List ``tipo``: which columns, which of them can be filtered by, what an empty list says (icon, title, text).

        ``iniciales`` gives the values that a new record starts with; ``extra_actions`` stand beside «add», which is
        left out of a list whose records come from elsewhere (``adds``). Without ``controls``, the page has its own for
        search, filters and adding.
        """
        super().__init__()
        self._adds = adds
        self._context, self._project, self._messages, self._tipo = context, project, messages, tipo
        self._iniciales = iniciales
        self.model = self._make_model(columns)
        self.table = self._make_table()
        self.search = SearchBox(context, f"Buscar en {tipo.PLURAL}", SEARCH_WIDTH)
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._preparing: Iterator[None] = iter(())  # what is still to be done before the list is searched
        self._turn = QTimer(self, singleShot=True, interval=0)
        self.add_button = button(
            f"{'Nueva' if tipo.FEMENINO else 'Nuevo'} {tipo.SINGULAR}",
            self.add,
            "primario" if primary else "",
            context.icon("plus", context.colores.sobre_acento if primary else ""),
        )
        self.add_button.setEnabled(not project.read_only)
        self.count = label("", "menor")
        self._narrowing: dict[str, str] = {}  # what each filter in force is set to, by its field
        self._filter_buttons = {nombre: self._make_filter(nombre, campos(tipo)[nombre]) for nombre in filters}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._make_empty(*empty))
        self._stack.addWidget(self._make_nothing_found())
        self._lay_out(extra_actions, controls=controls)
        self._connect()
        self._update()

    def _lay_out(self, extra_actions: Sequence[QWidget], *, controls: bool) -> None:
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        row = FlowRow(self.search, *self._filter_buttons.values(), *extra_actions, self.add_button)
        layout.addWidget(row)
        show_part(self.add_button, shown=self._adds)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.count)
        for part in (row, self.count):
            show_part(part, shown=controls)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(self._on_typed)
        self._turn.timeout.connect(self._search)
        self.model.rejected.connect(self._messages.tell)
        model = self.model
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._update)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        self.table.selectionModel().currentColumnChanged.connect(lambda *_: self._on_column())
        self.model.modelReset.connect(self._on_current)
        self.table.opened.connect(self._on_opened)
        self.table.withdraw_asked.connect(self.withdraw)
        self.table.pasted.connect(self.paste)
        self.table.pasted_as_new.connect(self.paste_as_new)
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(self.add)

    def add(self) -> Id | None:
        """Add a record and open it; returns its identity."""
        if not self._adds:
            return None
        registro = self._tipo(id=nuevo_id(), **self._iniciales())
        nuevo = "Nueva" if self._tipo.FEMENINO else "Nuevo"
        if self._project.edit(f"{nuevo} {self._tipo.SINGULAR}", [alta(registro)]) is None:
            return None
        self.show_record(registro.id)
        self.open_asked.emit(registro.id)
        return registro.id

    @property
    def tipo(self) -> type[Registro]:
        """The kind of record that is listed."""
        return self._tipo

    def take_focus(self) -> None:
        """Take the keyboard: in the table or, while it is empty, at what can be done about it."""
        shown = self._stack.currentWidget()
        first = self.table if shown is None or shown is self.table else shown.findChild(QPushButton)
        (first or self.search).setFocus()

    def show_record(self, identidad: Id) -> bool:
        """Put the cursor on a record, clearing what hides it; false when it is not there at all."""
        if not self.table.select_record(identidad):
            self.clear()
            return self.table.select_record(identidad)
        return True

    def choices(self, nombre: str) -> list[tuple[object, str]]:
        """Return by what a field can be filtered: values, with their texts."""
        return self._values(campos(self._tipo)[nombre])

    def narrow(self, nombre: str, wanted: tuple[object, str] | None) -> None:
        """Filter by one of ``choices``, as the button of the field does, or no longer."""
        self._filter(self._filter_buttons[nombre], nombre, campos(self._tipo)[nombre], wanted)

    def narrowing(self) -> dict[str, str]:
        """Return the filters in force: by field, what each is set to."""
        return dict(self._narrowing)

    def clear(self) -> None:
        """Take the search and every filter away."""
        self.search.clear()
        self._typing.stop()
        self._turn.stop()
        self.model.set_query("")
        for nombre in self._filter_buttons:
            self.narrow(nombre, None)
        self.cleared.emit()

    def withdraw(self) -> None:
        """Withdraw the chosen records."""
        withdraw(self._project, self._messages, self.table.selected_records())

    def paste(self, text: str) -> None:
        """Paste a block over the records chosen and those below; past the last, and with none chosen, as new ones."""
        self._paste(text, *self.table.paste_targets())

    def paste_as_new(self, text: str) -> None:
        """Paste a block as new records, whatever is chosen."""
        self._paste(text, [], self.table.fields_from(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste while the list is empty too, when there is no table to do it."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def _paste(self, text: str, targets: Sequence[Registro], nombres: Sequence[str]) -> None:
        if self._project.read_only or not text.strip() or not (self._adds or targets):
            return
        pasted = paste_block(
            text, self._tipo, targets, nombres, self._project.proyecto, self._iniciales(), self.model.derived_labels()
        )
        self._project.edit(f"Pegar en {self._tipo.PLURAL}", pasted.cambios)
        if pasted.problemas:
            self._messages.tell_list("Algunas celdas no se pegaron", pasted.problemas)

    def _on_typed(self) -> None:
        text = self.search.text()
        self._preparing = self.model.prepare_query() if text.strip() else iter(())
        self._search()

    def _search(self) -> None:
        """Search for what was typed; first, what that takes is done, a part in each turn of the event loop."""
        if next(self._preparing, DONE) is DONE:
            self.model.set_query(self.search.text())
        else:
            self._turn.start()

    def _on_current(self) -> None:
        registro = self.table.current_record()
        self.current_changed.emit(None if registro is None else registro.id)

    def _on_column(self) -> None:
        column = self.table.currentIndex().column()
        if column >= 0 and self.model.is_field(column):
            self.field_focused.emit(self._tipo.ENTIDAD, self.model.columns[column])

    def _on_opened(self) -> None:
        registro = self.table.current_record()
        if registro is not None:
            self.open_asked.emit(registro.id)

    def _update(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        self._stack.setCurrentIndex(0 if shown else (2 if total else 1))
        everything = contado(total, self._tipo.SINGULAR, self._tipo.PLURAL)
        self.count.setText(f"{shown:,} de {everything}" if self.model.narrowed else everything)

    def _make_model(self, columns: Sequence[str | Derived]) -> RecordTableModel:
        return RecordTableModel(self._project, self._tipo, columns)

    def _make_table(self) -> RecordTable:
        return RecordTable(self._context, self._project, self.model)

    def _make_empty(self, icon: str, title: str, text: str) -> QWidget:
        nuevo = "Agregue la primera" if self._tipo.FEMENINO else "Agregue el primero"
        first = button(nuevo, self.add, "", self._context.icon("plus"))
        first.setEnabled(not self._project.read_only)
        return EmptyState(
            self._context.icon(icon or "file-outline", self._context.colores.secundario),
            title or f"Todavía no hay {self._tipo.PLURAL}",
            text or "También puede pegar renglones copiados de Excel, con Ctrl+V.",
            *([first] if self._adds else []),
        )

    def _make_nothing_found(self) -> QWidget:
        return EmptyState(
            self._context.icon("magnify", self._context.colores.secundario),
            "Nada coincide con lo que busca",
            "Pruebe con otras palabras o quite los filtros.",
            button("Quitar búsqueda y filtros", self.clear),
        )

    def _make_filter(self, nombre: str, campo: Campo) -> QToolButton:
        made = QToolButton()
        made.setObjectName("boton")
        made.setText(f"{_short(campo.etiqueta)} ▾")
        made.setAccessibleName(f"Filtrar por {campo.etiqueta.lower()}")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(made)
        made.setMenu(menu)
        menu.addAction("Todos").triggered.connect(lambda: self._filter(made, nombre, campo, None))
        menu.aboutToShow.connect(lambda: self._fill_filter(made, menu, nombre, campo))
        return made

    def _fill_filter(self, made: QToolButton, menu: QMenu, nombre: str, campo: Campo) -> None:
        for action in menu.actions()[1:]:
            menu.removeAction(action)
        menu.addSeparator()
        for valor, text in self._values(campo):
            action = menu.addAction(plain_caption(text))
            action.triggered.connect(lambda _=False, v=valor, t=text: self._filter(made, nombre, campo, (v, t)))

    def _values(self, campo: Campo) -> list[tuple[object, str]]:
        if campo.tipo is Tipo.BOOLEANO:
            return [(True, "Sí"), (False, "No")]
        if campo.opciones is not None:
            return [*((opcion, opcion.etiqueta) for opcion in campo.opciones), (None, SIN_DATO)]
        registros = self._project.proyecto.registros_de(campo.destino)
        return [*sorted(((r.id, r.titulo) for r in registros), key=lambda pair: plegar(pair[1])), (None, SIN_DATO)]

    def _filter(self, made: QToolButton, nombre: str, campo: Campo, wanted: tuple[object, str] | None) -> None:
        if wanted is None:
            self._narrowing.pop(nombre, None)
            made.setToolTip("")
            made.setText(f"{_short(campo.etiqueta)} ▾")
            self.model.set_filter(nombre, None)
            return
        valor, text = wanted
        self._narrowing[nombre] = text
        made.setText(f"{_short(campo.etiqueta)}: {_short(text)} ▾")
        made.setToolTip(plain_tip(f"{campo.etiqueta}: {text}"))
        self.model.set_filter(nombre, lambda registro: _holds(getattr(registro, nombre), valor))


def _short(text: str) -> str:
    """Return a text that fits on a button: without what stands in brackets, and not too long."""
    brief = " ".join(text.partition(" (")[0].split()).replace("&", "&&")
    return brief if len(brief) <= LONGEST_FILTER else f"{brief[: LONGEST_FILTER - 1]}…"


def _holds(actual: object, wanted: object) -> bool:
    if isinstance(actual, (frozenset, tuple)):
        return wanted in actual if wanted is not None else not actual
    return actual == wanted
