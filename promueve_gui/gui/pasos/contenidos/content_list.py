"""The left side of the page: new contents, search, filters and the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStackedWidget, QWidget

from promueve_gui.application.content_flow import contenido_inicial
from promueve_gui.application.content_start import contents_of_line, start_from_line
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.cards import CardView
from promueve_gui.gui.pasos.contenidos.content_model import NOMBRES_CORTOS, ContentModel
from promueve_gui.gui.pasos.contenidos.content_reviews import ContentReviews
from promueve_gui.gui.pasos.contenidos.output_menu import add_outputs
from promueve_gui.gui.widgets.choice_filter import ChoiceFilter
from promueve_gui.gui.widgets.parts import EmptyState, button, column, label, row
from promueve_gui.gui.widgets.picker import pick_records
from promueve_gui.gui.widgets.search_box import SearchBox
from promueve_gui.gui.withdrawing import withdraw

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

SEARCH_DELAY_MS = 120
FROM_PLAN = "De una actividad del plan…"
EMPTY_TEXT = "Todavía no hay contenidos."


class ContentList(QWidget):
    """Contents to choose from."""

    chosen = Signal(object)  # identity of the content with the cursor, or None
    output_asked = Signal(str)  # a document or copy of the chosen one, by the name that the window knows it by
    open_asked = Signal()  # the user wants to write in the chosen one

    def __init__(self, context: Context, project: Project, messages: Messages) -> None:
        """List the contents of the project."""
        super().__init__()
        self._context, self._project, self._messages = context, project, messages
        self._current: Id | None = None
        self.reviews = ContentReviews(context, project)
        self.model = ContentModel(project, self.reviews)
        self.view = CardView(context, self.model)
        self.add_menu = self._make_add_menu()
        self.add_button = self._make_add_button()
        self.search = SearchBox(context, "Buscar en contenidos")
        self._typing = QTimer(self, singleShot=True, interval=SEARCH_DELAY_MS)
        self._typing.timeout.connect(lambda: self.model.set_query(self.search.text()))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.tipos = ChoiceFilter[TipoContenido]("Tipo", lambda: list(NOMBRES_CORTOS.items()), self._filter_tipo)
        self.estados = ChoiceFilter[EstadoContenido](
            "Estado", lambda: [(estado, estado.etiqueta) for estado in EstadoContenido], self._filter_estado
        )
        for made in (self.tipos, self.estados):
            made.set_compact()
            made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.count = label("", "menor")
        self._stack = self._make_stack()
        layout = column(self.add_button, self.search)
        layout.addLayout(row(self.tipos, self.estados))
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.count)
        self.setLayout(layout)
        self._connect()
        self._update()

    def add(self, tipo: TipoContenido) -> Id | None:
        """Add a content of a type, with what is already known of it; returns its identity."""
        hoy = self._context.services.today()
        nuevo = Contenido(id=nuevo_id(), **contenido_inicial(self._project.proyecto, tipo, hoy))
        if self._project.edit(f"Nuevo contenido: {NOMBRES_CORTOS[tipo].lower()}", [alta(nuevo)]) is None:
            return None
        self.show_record(nuevo.id)
        self.open_asked.emit()
        return nuevo.id

    def ask_line(self) -> None:
        """Ask for a line of the plan and begin a content for it; one that has a content already is asked about."""
        chosen = pick_records(self, self._context, self._project, campos(Contenido)["linea"], ())
        linea = self._project.proyecto.get(LineaPlan, chosen[0]) if chosen else None
        if linea is None:
            return
        written = contents_of_line(self._project.proyecto, linea.id)
        answer = 1
        if written:
            question = f"«{linea.nombre}» ya tiene el contenido «{written[0].titulo}»."
            answer = self._messages.ask("La actividad ya tiene contenido", question, ["Ir a él", "Escribir otro"])
        if answer == 1:
            self._begin(linea)
        elif answer == 0:
            self.show_record(written[0].id)

    def _begin(self, linea: LineaPlan) -> None:
        comienzo = start_from_line(self._project.proyecto, linea, self._context.services.today())
        if self._project.edit(f"Escribir el contenido de «{linea.nombre}»", comienzo.cambios) is not None:
            self.show_record(comienzo.contenido.id)
            self.open_asked.emit()

    def show_record(self, identidad: Id) -> bool:
        """Put the cursor on a content, clearing what hides it; false when it is not there at all."""
        if not self.view.select_record(identidad):
            self.clear()
            return self.view.select_record(identidad)
        return True

    def clear(self) -> None:
        """Take search and filters away."""
        self.search.clear()
        self._typing.stop()
        self.model.set_query("")
        self.tipos.clear()
        self.estados.clear()

    def withdraw(self) -> None:
        """Withdraw the chosen contents."""
        withdraw(self._project, self._messages, self.view.selected_records())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and withdraw with the keyboard."""
        if event.key() == Qt.Key.Key_Delete and self.view.hasFocus():
            self.withdraw()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.view.hasFocus():
            self.open_asked.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._update)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_current())
        self.model.modelReset.connect(self._on_reset)
        self.view.doubleClicked.connect(lambda _: self.open_asked.emit())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        insert = QShortcut(QKeySequence(Qt.Key.Key_Insert), self)
        insert.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        insert.activated.connect(self.add_button.click)

    def _on_current(self) -> None:
        current = self.view.current_record()
        self._current = None if current is None else current.id
        self.chosen.emit(self._current)

    def _on_reset(self) -> None:
        """Stay with the chosen content wherever a search or a filter leaves it in sight."""
        if self._current is None or not self.view.select_record(self._current):
            self._on_current()

    def _update(self) -> None:
        shown, total = self.model.rowCount(), self.model.total()
        self._stack.setCurrentIndex(0 if shown else (2 if total else 1))
        everything = contado(total, Contenido.SINGULAR, Contenido.PLURAL)
        self.count.setText(f"{shown:,} de {everything}" if self.model.narrowed else everything)

    def _filter_tipo(self, tipo: TipoContenido | None) -> None:
        self.model.set_filter("tipo", None if tipo is None else lambda registro: _tipo(registro) is tipo)

    def _filter_estado(self, estado: EstadoContenido | None) -> None:
        self.model.set_filter("estado", None if estado is None else lambda registro: _estado(registro) is estado)

    def _make_add_menu(self) -> QMenu:
        menu = QMenu(self)
        for tipo in TipoContenido:
            menu.addAction(tipo.etiqueta).triggered.connect(lambda _=False, tipo=tipo: self.add(tipo))
        menu.addSeparator()
        menu.addAction(FROM_PLAN).triggered.connect(lambda _: self.ask_line())
        return menu

    def _make_add_button(self) -> QPushButton:
        made = button("Contenido ▾", self._open_add_menu, "primario", self._context.icon("plus", self._on_accent()))
        made.setAccessibleName("Nuevo contenido")
        made.setToolTip("Nuevo contenido (Insert)")
        made.setEnabled(not self._project.read_only)
        return made

    def _on_accent(self) -> str:
        return self._context.colores.sobre_acento

    def _open_add_menu(self) -> None:
        self.add_menu.setMinimumWidth(self.add_button.width())
        self.add_menu.popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def _show_menu(self, position: QPoint) -> None:
        menu = self.menu()
        menu.popup(self.view.viewport().mapToGlobal(position))

    def menu(self) -> QMenu:
        """Return what may be done with the chosen content."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Escribir\tEntrar").triggered.connect(lambda _: self.open_asked.emit())
        withdraw = menu.addAction(self._context.icon("archive-arrow-down-outline"), "Retirar…\tSupr")
        withdraw.triggered.connect(self.withdraw)
        withdraw.setEnabled(not self._project.read_only)
        current = self.view.current_record()
        if isinstance(current, Contenido):
            add_outputs(menu, current, self.output_asked.emit)
        return menu

    def _make_stack(self) -> QStackedWidget:
        search = self._context.icon("magnify", self._context.colores.secundario)
        stack = QStackedWidget()
        stack.addWidget(self.view)
        empty = label(EMPTY_TEXT, "secundario", wrap=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack.addWidget(empty)
        stack.addWidget(EmptyState(search, "Nada coincide", "", button("Quitar filtros", self.clear)))
        return stack


def _tipo(registro: Registro) -> TipoContenido | None:
    return registro.tipo if isinstance(registro, Contenido) else None


def _estado(registro: Registro) -> EstadoContenido | None:
    return registro.estado if isinstance(registro, Contenido) else None
