"""The menus, and which of their actions make sense now. What they do is elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QPushButton

from promueve_gui.domain.texto import anidado
from promueve_gui.gui.theme import Tema
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from promueve_gui.gui.commands import Commands
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.opening import Opening
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

    Keys = QKeySequence.StandardKey | str

FIND, FIND_BRIEF = "Buscar en todo el proyecto (Ctrl+K)", "Buscar"
NARROW_BELOW = 760  # pixels of the window: there is no room for all menus beside the longer of these
THEMES = ((Tema.SISTEMA, "Como el sistema"), (Tema.CLARO, "Claro"), (Tema.OSCURO, "Oscuro"))


class Menus(QObject):
    """The menu bar of the window."""

    def __init__(self, window: Shell, context: Context, commands: Commands, opening: Opening) -> None:
        """Fill the menu bar."""
        super().__init__(window)
        self._window, self._context, self._commands, self._opening = window, context, commands, opening
        self._project: Project | None = None
        self._needing_project: list[QAction] = []
        self._needing_writing: list[QAction] = []
        self._icons: list[tuple[QAction, str]] = []
        self._undo = self._redo = self._guide = QAction(self)
        self._finder = self._make_finder()
        self._archivo()
        self._edicion()
        self._ver()
        self._importar_exportar()
        self._ayuda()
        context.theme_changed.connect(self._tint)
        self._tint()
        self.follow(None)

    def follow(self, project: Project | None) -> None:
        """Enable what makes sense for a project, or for none."""
        self._project = project
        for action in self._needing_project:
            action.setEnabled(project is not None)
        for action in self._needing_writing:
            action.setEnabled(project is not None and not project.read_only)
        self._finder.setVisible(project is not None)
        if project is not None:
            project.changed.connect(self._refresh_history)
        self._refresh_history()

    def _refresh_history(self, _cambios: object = None) -> None:
        session = None if self._project is None else self._project.session
        for action, name, pending in (
            (self._undo, "Deshacer", session and session.next_undo()),
            (self._redo, "Rehacer", session and session.next_redo()),
        ):
            action.setEnabled(bool(pending))
            action.setText(f"{name} «{plain_caption(_short(anidado(pending.motivo)))}»" if pending else name)

    def _archivo(self) -> None:
        opening, menu = self._opening, self._menu("&Archivo")
        self._add(menu, "&Nuevo…", lambda: opening.ask_new(()), "file-outline", QKeySequence.StandardKey.New)
        self._add(menu, "&Abrir…", opening.ask_open, "folder-open-outline", QKeySequence.StandardKey.Open)
        recent = menu.addMenu("Abrir &reciente")
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))
        self._add(menu, "Proyecto de &ejemplo…", opening.ask_example)
        menu.addSeparator()
        copy = self._add(menu, "&Guardar copia en…", opening.ask_copy, "content-save-outline")
        nobody = self._add(menu, "Copia sin &datos personales…", self._commands.copy_without_persons)
        person = self._add(menu, "Datos de &una persona…", self._commands.show_person, "account")
        menu.addSeparator()
        backups = self._add(menu, "Res&paldos…", self._commands.show_backups, "backup-restore")
        history = self._add(menu, "&Bitácora…", self._commands.show_history, "history")
        menu.addSeparator()
        close = self._add(menu, "&Cerrar proyecto", self._window.close_project, keys="Ctrl+W")
        self._add(menu, "&Salir", self._window.close, keys="Ctrl+Q")
        self._needing_project += [copy, nobody, person, backups, history, close]

    def _edicion(self) -> None:
        menu = self._menu("&Edición")
        self._undo = self._add(menu, "Deshacer", self._commands.undo, "undo", QKeySequence.StandardKey.Undo)
        self._redo = self._add(menu, "Rehacer", self._commands.redo, "redo", "Ctrl+Y")
        menu.addSeparator()
        search = self._add(menu, "&Buscar en todo el proyecto…", self._commands.search, "magnify", "Ctrl+K")
        menu.addSeparator()
        profile = self._add(menu, "&Perfil y catálogos…", self._commands.show_profile, "cog-outline")
        menu.addSeparator()
        copy = self._add(menu, "&Copiar el plan de otro año…", self._commands.copy_year, "calendar")
        year = self._add(menu, "&Iniciar año nuevo…", self._commands.new_year)
        self._needing_project += [search, profile]
        self._needing_writing += [copy, year]

    def _ver(self) -> None:
        menu = self._menu("&Ver")
        self._guide = self._add(menu, "&Guía", self._window.toggle_guide, keys="F1")
        self._guide.setCheckable(True)
        menu.aboutToShow.connect(lambda: self._guide.setChecked(self._window.guide_shown))
        self._needing_project.append(self._guide)
        themes = menu.addMenu("&Tema")
        group = QActionGroup(self)
        for tema, name in THEMES:
            action = themes.addAction(name)
            action.setCheckable(True)
            action.setChecked(self._context.settings.tema is tema)
            action.triggered.connect(lambda _=False, tema=tema: self._context.set_theme(tema))
            group.addAction(action)

    def _importar_exportar(self) -> None:
        menu = self._menu("&Importar")
        sources = self._add(menu, "&Plan, inventario o catálogo…", self._commands.import_sources, "import", "Ctrl+I")
        returned = self._add(menu, "&Formatos devueltos…", self._commands.import_returned, "inbox-arrow-down-outline")
        documents = self._add(
            menu, "&Documentos de Word devueltos…", self._commands.import_documents, "file-word-outline"
        )
        projects = self._add(menu, "&Otro proyecto de Promueve…", self._commands.consolidate)
        self._needing_writing += [sources, returned, documents, projects]
        menu.addSeparator()
        self._needing_project.append(
            self._add(menu, "P&roblemas de la última importación…", self._commands.show_problems)
        )
        self._needing_project.append(self._add(menu, "&Qué se movió al importar…", self._commands.show_moves))
        menu = self._menu("E&xportar")
        entries = (
            ("&Mapa de usuarios (Excel)…", "mapa", "file-excel-outline"),
            ("&Plan de promoción (Excel)…", "plan", "file-excel-outline"),
            ("P&lan de promoción (PDF)…", "plan_pdf", "file-document-outline"),
            ("Calen&dario del plan (PDF)…", "calendario_pdf", "file-document-outline"),
            ("Calenda&rio del plan (.ics)…", "agenda", "calendar"),
            ("Plan por ár&ea (Excel)…", "plan+area", ""),
            ("Plan por perso&na responsable (Excel)…", "plan+persona", ""),
            ("&Contenidos (Word)…", "word", "file-word-outline"),
            ("&Oficios y cartas (Word)…", "oficios", "file-word-outline"),
            ("&Todo…", "todo", "package-down"),
        )
        for text, what, icon in entries:
            keys = "Ctrl+E" if what == "todo" else ""
            made = self._add(menu, text, partial(self._commands.export, what), icon, keys)
            self._needing_project.append(made)
        self._other_formats(menu)
        menu.addSeparator()
        show = partial(self._commands.preview, "plan")
        self._needing_project.append(
            self._add(menu, "&Vista previa e imprimir el plan…", show, "eye-outline", QKeySequence.StandardKey.Print)
        )
        menu.addSeparator()
        self._add(menu, "Cambiar plantillas de oficio&s…", self._commands.show_templates, "folder-open-outline")
        formats = self._add(menu, "&Formatos para las áreas…", self._commands.send_formats, "email-outline")
        self._needing_writing.append(formats)
        news = self._add(menu, "Noved&ades por correo…", self._commands.prepare_news, "email-outline")
        self._needing_project.append(news)

    def _other_formats(self, menu: QMenu) -> None:
        """Offer the contents in formats other than Word; which there are is looked up when they are first shown."""
        others = menu.addMenu("Conten&idos en otros formatos")
        others.aboutToShow.connect(partial(self._commands.fill_formats, others))
        self._needing_project.append(others.menuAction())

    def _ayuda(self) -> None:
        menu = self._menu("A&yuda")
        self._add(menu, "&Manual", self._commands.show_manual, "help-circle-outline", "Shift+F1")
        self._add(menu, "&Glosario", self._commands.show_glossary)
        self._add(menu, "&Atajos del teclado", self._commands.show_shortcuts, "keyboard-outline", "Ctrl+F1")
        menu.addSeparator()
        self._needing_project.append(self._add(menu, "Pedir a&sesoría…", self._commands.ask_advice, "email-outline"))
        menu.addSeparator()
        self._add(menu, "A&cerca de Promueve", self._commands.show_about)

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(self, menu: QMenu, text: str, call: Callable[[], object], icon: str = "", keys: Keys = "") -> QAction:
        action = menu.addAction(text)
        if icon:
            self._icons.append((action, icon))
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _: call())
        return action

    def _make_finder(self) -> QPushButton:
        """Make what looks like a search field at the right end of the menu bar, and opens the search."""
        finder = QPushButton(FIND)
        finder.setObjectName("buscador")
        finder.setAccessibleName(FIND)
        finder.setToolTip(FIND)
        finder.clicked.connect(self._commands.search)
        self._window.menuBar().setCornerWidget(finder)
        self._window.menuBar().installEventFilter(self)
        return finder

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave room for every menu: where there is little, the search says less."""
        if event.type() == QEvent.Type.Resize:
            self._finder.setText(FIND if self._window.width() >= NARROW_BELOW else FIND_BRIEF)
        return super().eventFilter(watched, event)

    def _tint(self) -> None:
        """Draw the icons in the colours in force."""
        for action, name in self._icons:
            action.setIcon(self._context.icon(name))
        self._finder.setIcon(self._context.icon("magnify", self._context.colores.secundario))

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._context.settings.recent():
            menu.addAction(plain_caption(str(path))).triggered.connect(
                lambda _=False, path=path: self._opening.open(path)
            )
        if menu.isEmpty():
            menu.addAction("No hay proyectos recientes").setEnabled(False)


def _short(text: str, length: int = 48) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
