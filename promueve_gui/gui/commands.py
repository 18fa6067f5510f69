"""What the menus do. Each dialog is imported when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from promueve_gui.gui.asking import COPY, LOOK

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QMenu

    from promueve_gui.gui.alerting import Alerting
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.opening import Opening
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

NO_PROBLEMS = "Las importaciones de este proyecto no han tenido problemas."


class Commands(QObject):
    """Actions of one window."""

    def __init__(self, window: Shell, context: Context, opening: Opening, alerting: Alerting) -> None:
        """Take the window that dialogs stand over."""
        super().__init__(window)
        self._window, self._context, self._opening, self._alerting = window, context, opening, alerting

    @property
    def _project(self) -> Project:
        if self._window.project is None:
            raise RuntimeError  # the menus disable what needs a project
        return self._window.project

    def run(self, name: str) -> None:
        """Do what a page asks for by name; «perfil:tabla;identidad;campo» is a record of the profile, or a field."""
        known = {
            "importar": self.import_sources,
            "devueltos": self.import_returned,
            "documentos": self.import_documents,
            "asesoria": self.ask_advice,
            "avisos": self.show_alerts,
            "movimientos": self.show_moves,
            "plantilla": self.choose_slide_template,
            "novedades": self.prepare_news,
        }
        if name.startswith(LOOK):
            self.preview(name.removeprefix(LOOK))
            return
        if name.startswith(COPY):
            self.copy_content(name.removeprefix(COPY))
            return
        what, _, detail = name.partition(":")
        for_areas = {"formatos": self.send_formats, "recordatorio": self.remind}
        if what in for_areas:
            for_areas[what](detail.split(";") if detail else ())
            return
        if what == "perfil":
            self.show_profile(detail)
            return
        call = known.get(name, lambda: self.export(name))
        call()

    def undo(self) -> None:
        """Take back the last edition and say what it was."""
        self._step("Se deshizo", redo=False)

    def redo(self) -> None:
        """Bring back the last undone edition and say what it was."""
        self._step("Se rehizo", redo=True)

    def _step(self, verb: str, *, redo: bool) -> None:
        from promueve_gui.gui.dialogs.stepping import step

        if self._window.wizard is not None:
            self._window.wizard.flush()
        bar = self._window.statusBar()
        step(self._window, self._project, redo=redo, done=lambda motivo: bar.showMessage(f"{verb}: {motivo}", 6000))

    def import_sources(self) -> None:
        """Ask for files and import them."""
        self._window.import_files(self._window.messages.open_sources())

    def show_problems(self) -> None:
        """Show what the last imports could not read."""
        from promueve_gui.application.import_problems import last_problems
        from promueve_gui.gui.dialogs.import_problems import ImportProblemsDialog

        imports = last_problems(self._project.session)
        if imports:
            ImportProblemsDialog(self._window, imports).open()
        else:
            self._window.messages.tell(NO_PROBLEMS)

    def show_moves(self) -> None:
        """Show what the last import moved, as long as it is so."""
        from promueve_gui.gui.importing import show_moves

        show_moves(self._window)

    def show_alerts(self) -> None:
        """Show what is pressing."""
        self._alerting.show_all()

    def copy_year(self) -> None:
        """Copy the plan of another year."""
        from promueve_gui.gui.dialogs.copy_year import CopyYearDialog

        self._flush()
        CopyYearDialog(self._window, self._context, self._project).open()

    def new_year(self) -> None:
        """Begin another year of the program."""
        from promueve_gui.gui.dialogs.new_year import NewYearDialog

        self._flush()
        dialog = NewYearDialog(self._window, self._context, self._project)
        dialog.copy_wanted.connect(self.copy_year)
        dialog.open()

    def _flush(self) -> None:
        if self._window.wizard is not None:
            self._window.wizard.flush()

    def import_returned(self) -> None:
        """Ask for workbooks that came back by e-mail and receive them."""
        self._window.import_files(self._window.messages.open_returned())

    def import_documents(self) -> None:
        """Ask for contents that came back in Word and receive them."""
        self._window.import_files(self._window.messages.open_documents())

    def consolidate(self) -> None:
        """Merge another project into this one."""
        from promueve_gui.gui.consolidating import consolidate

        consolidate(self._window)

    def export(self, what: str) -> None:
        """Export a document, or all of them."""
        from promueve_gui.gui.exporting import export

        export(self._window, what)

    def show_templates(self) -> None:
        """Open the folder with the templates of the oficios."""
        from promueve_gui.gui.exporting import show_templates

        show_templates(self._window)

    def fill_formats(self, menu: QMenu) -> None:
        """Fill the menu of formats other than Word, once."""
        from promueve_gui.gui.format_menu import fill_formats

        if menu.isEmpty():
            fill_formats(menu, self.run, news=False)

    def copy_content(self, what: str) -> None:
        """Put a content on the clipboard, in a format."""
        from promueve_gui.gui.content_copying import copy_content

        copy_content(self._window, what)

    def choose_slide_template(self) -> None:
        """Choose the template of presentations."""
        from promueve_gui.gui.dialogs.slide_template import SlideTemplateDialog

        SlideTemplateDialog(self._window, self._context, self._project, self._window.messages).open()

    def prepare_news(self) -> None:
        """Prepare the drafts with news for the user groups."""
        from promueve_gui.gui.newsletters import prepare_news

        prepare_news(self._window)

    def preview(self, what: str) -> None:
        """Show a document as it will be on paper."""
        from promueve_gui.gui.previewing import preview

        preview(self._window, what)

    def send_formats(self, areas: Collection[str] = ()) -> None:
        """Prepare the formats of the areas, beginning with those named."""
        from promueve_gui.gui.sending import send_formats

        send_formats(self._window, areas)

    def remind(self, areas: Collection[str]) -> None:
        """Prepare a reminder for areas that have not returned their format."""
        from promueve_gui.gui.sending import remind

        remind(self._window, areas)

    def search(self) -> None:
        """Search in the whole project."""
        from promueve_gui.gui.dialogs.search import SearchDialog

        dialog = SearchDialog(self._window, self._project)
        if self._window.wizard is not None:
            dialog.chosen.connect(self._window.wizard.jump)
        dialog.open()

    def show_history(self) -> None:
        """Show the bitácora."""
        from promueve_gui.gui.dialogs.history import HistoryDialog

        if self._window.wizard is not None:
            self._window.wizard.flush()
        HistoryDialog(self._window, self._project).open()

    def show_backups(self) -> None:
        """Show the backups, and restore one."""
        from promueve_gui.gui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._window, self._context.services.opener, self._project.path)
        dialog.restore_asked.connect(self._opening.restore)
        dialog.open()

    def show_person(self) -> None:
        """Look up one person's data, to hand them over, correct or erase them."""
        from promueve_gui.gui.personal_data import look_up_person

        look_up_person(self._window)

    def copy_without_persons(self) -> None:
        """Write a copy of the project without personal data."""
        from promueve_gui.gui.personal_data import copy_without_persons

        copy_without_persons(self._window)

    def show_profile(self, detail: str = "") -> None:
        """Edit the profile and the catalogues; go to a field («campo») or to a record («tabla;identidad;campo»)."""
        from promueve_gui.gui.dialogs.profile import ProfileDialog

        dialog = ProfileDialog(self._window, self._context, self._project, self._window.messages)
        dialog.open()
        entidad, identidad, campo = detail.split(";") if ";" in detail else ("", "", detail)
        dialog.show_record(entidad, identidad, campo)

    def show_manual(self) -> None:
        """Show the manual."""
        from promueve_gui.gui.dialogs.help import show_manual

        show_manual(self._window, self._context)

    def show_glossary(self) -> None:
        """Show the glossary."""
        from promueve_gui.gui.dialogs.help import show_glossary

        show_glossary(self._window, self._context)

    def show_shortcuts(self) -> None:
        """Show the sheet of shortcuts."""
        from promueve_gui.gui.dialogs.help import show_shortcuts

        show_shortcuts(self._window, self._context)

    def show_about(self) -> None:
        """Show version, licence and authors."""
        from promueve_gui.gui.dialogs.about import show_about

        show_about(self._window, self._context)

    def ask_advice(self) -> None:
        """Prepare an e-mail that asks for advice about the step shown."""
        from promueve_gui.gui.dialogs.advice import AdviceDialog

        if self._window.wizard is not None:
            AdviceDialog(self._window, self._project, self._window.wizard.current_step()).open()
