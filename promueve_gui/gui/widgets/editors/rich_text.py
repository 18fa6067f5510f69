"""The editor of rich text: bold, italics, links, lists and headings, with the data of the content at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout

from promueve_gui.domain.campos_combinados import CAMPOS_COMBINADOS
from promueve_gui.domain.catalogos import Fragmento
from promueve_gui.domain.enriquecido import escribir, leer
from promueve_gui.gui.widgets.editors.base import FieldEditor, leaves
from promueve_gui.gui.widgets.editors.rich_bar import NAMES, RichBar, keys_of
from promueve_gui.gui.widgets.editors.rich_box import DATA, LINK, RichBox
from promueve_gui.gui.widgets.editors.rich_document import fill, join_lists, read
from promueve_gui.gui.widgets.editors.rich_link import LinkDialog
from promueve_gui.gui.widgets.editors.rich_look import RichLook
from promueve_gui.gui.widgets.editors.text_height import TextHeight
from promueve_gui.gui.widgets.parts import label
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Campo, Valor
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.theme import Colores

LINES, TALLEST = 3, 12
NOTICE_MS = 12_000  # how long it is told what a paste left out
VALUE_LETTERS = 40  # of the value of a field, in the menu


class RichTextEditor(FieldEditor):
    """Writes the text that ``domain.enriquecido`` reads; its marks are never on screen."""

    def __init__(self, campo: Campo, context: Context, proyecto: Callable[[], Proyecto]) -> None:
        """Make the box and its bar; the project is asked for what can be inserted."""
        super().__init__(campo)
        self._context, self._proyecto = context, proyecto
        self._raw, self._tidy = "", ""  # the text as it was given, and as it would be written
        self._read = -1, ""  # revision of the document, and what was read of it
        self._silent = False
        self.box = RichBox()
        self.look = RichLook(self.box.document(), context.colores)
        self.height_keeper = TextHeight(self.box, LINES, TALLEST)
        self.bar = RichBar(self.box.apply)
        self.menu = self.bar.menu
        self.without, self.snippets = QMenu("Sin valor todavía", self.menu), QMenu("Fragmentos", self.menu)
        for menu in (self.menu, self.without):
            menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.notice = label("", "menor", wrap=True)
        self.notice.hide()
        self.forget = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self.forget.timeout.connect(self.notice.hide)
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.box, self.notice, self.bar):
            layout.addWidget(part)
        self.setLayout(layout)
        self.watch(self.box)
        self._connect()

    def _connect(self) -> None:
        self.box.textChanged.connect(self._on_changed)
        self.box.asked.connect(self._ask)
        self.box.told.connect(self._tell)
        for moved in (self.box.cursorPositionChanged, self.box.currentCharFormatChanged):
            moved.connect(self._show_state)
        self.box.setContextMenuPolicy(self.box.contextMenuPolicy().CustomContextMenu)
        self.box.customContextMenuRequested.connect(self._show_context_menu)

    def value(self) -> Valor:
        """Return the text; as it was given while it reads the same."""
        document = self.box.document()
        if document.revision() != self._read[0]:
            self._read = document.revision(), escribir(read(document))
        return self._raw if self._read[1] == self._tidy else self._read[1]

    def set_value(self, valor: Valor) -> None:
        """Show a text; the cursor stays where it is when the text is the same."""
        if str(valor or "") != self.value():
            self.show_typed(str(valor or ""))

    def typed(self) -> str:
        """Return the text as it is kept."""
        return str(self.value())

    def show_typed(self, text: str) -> None:
        """Show a text without telling that it was edited."""
        self._silent = True
        fill(self.box.document(), leer(text))
        self._raw, self._tidy = text, escribir(read(self.box.document()))
        self.box.setTextCursor(QTextCursor(self.box.document()))  # a text is read from its beginning
        self._silent = False

    def set_read_only(self, read_only: bool) -> None:
        """Allow or refuse editing; the text can still be copied."""
        self.box.setReadOnly(read_only)
        self._show_bar()

    def context_menu(self) -> QMenu:
        """Return the menu of the box: what Qt offers, and the formats with their keys."""
        menu = self.box.createStandardContextMenu()
        menu.setParent(self, menu.windowFlags())
        menu.addSeparator()
        for action, name in NAMES.items():
            if action == DATA:
                menu.addMenu(self.menu)
                continue
            made = QAction(f"{name}\t{keys_of(action)}", menu, checkable=action != LINK)
            made.setChecked(self.box.is_on(action) and made.isCheckable())
            made.triggered.connect(lambda _, action=action: self.box.apply(action))
            made.setEnabled(not self.box.isReadOnly())
            menu.addAction(made)
        self.menu.setEnabled(not self.box.isReadOnly())
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the bar while the box is written in."""
        if event.type() == QEvent.Type.FocusIn or leaves(event):
            self._show_bar(focused=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.set_colours(self._context.colores)

    def set_colours(self, colores: Colores) -> None:
        """Show links and fields in other colours."""
        self.look.set_colours(colores)
        self.change_looks(self.look.rehighlight)

    def change_looks(self, work: Callable[[], None]) -> None:
        """Let ``work`` change how the text looks, of which Qt tells as of any other change."""
        self._silent, before = True, self._silent
        work()
        self._silent = before

    def _on_changed(self) -> None:
        if self._silent:
            return
        self._silent = True
        join_lists(self.box.document())
        self._silent = False
        self.edited.emit()

    def _show_bar(self, *, focused: bool | None = None) -> None:
        has_focus = self.box.hasFocus() if focused is None else focused
        self.bar.setVisible(has_focus and not self.box.isReadOnly())

    def _show_state(self) -> None:
        self.bar.show_state(self.box.is_on)

    def _tell(self, text: str) -> None:
        self.notice.setText(text)
        self.notice.show()
        self.forget.start()

    def _ask(self, action: str) -> None:
        if action == DATA:
            self.menu.popup(self.box.viewport().mapToGlobal(self.box.cursorRect().bottomLeft()))
            return
        cursor, address = self.box.link()
        dialog = LinkDialog(self, cursor.selectedText(), address)
        dialog.accepted.connect(lambda: self.box.set_link(cursor, dialog.result_text, dialog.address.text()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self.box.setFocus)
        self._show_state()
        dialog.open()

    def _fill_menu(self) -> None:
        """List the fields that have a value, and apart those that have none yet, and the snippets of the project."""
        for menu in (self.menu, self.without, self.snippets):
            menu.clear()
        for campo in CAMPOS_COMBINADOS:
            value = " ".join(self.box.value_of(campo.marca).split())
            known = value != campo.marca
            shown = value if len(value) <= VALUE_LETTERS else f"{value[: VALUE_LETTERS - 1]}…"
            caption = f"{campo.etiqueta}: {shown}" if known else campo.etiqueta
            made = (self.menu if known else self.without).addAction(plain_caption(caption))
            made.setToolTip(campo.descripcion)
            made.triggered.connect(lambda _=False, marca=campo.marca: self.box.insert_field(marca))
        for fragmento in self._proyecto().activos(Fragmento):
            made = self.snippets.addAction(plain_caption(fragmento.nombre))
            made.triggered.connect(lambda _=False, texto=fragmento.texto: self.box.insert_blocks(leer(texto)))
        self.menu.addSeparator()
        for menu in (self.without, self.snippets):
            if not menu.isEmpty():
                self.menu.addMenu(menu)

    def _show_context_menu(self, place: QPoint) -> None:
        menu = self.context_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.box.viewport().mapToGlobal(place))
