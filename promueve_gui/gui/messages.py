"""The only door to message boxes and file dialogs, so that a test can answer them and all speak alike.

Qt's classes for them are loaded when one is first shown: the window starts without. So their enumerations go by name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.settings import Settings

PROJECTS = "Proyectos de Promueve (*.promueve)"
SOURCES = "Planes, inventarios y catálogos (*.csv *.xlsx *.xlsm *.ods *.json *.txt);;Todos los archivos (*)"
RETURNED = "Formatos devueltos (*.xlsx *.xlsm *.ods);;Todos los archivos (*)"
RETURNED_WORD = "Documentos de Word (*.docx);;Todos los archivos (*)"
WORD = "Documentos de Word (*.docx)"
LETTERHEAD = "Documentos y plantillas de Word (*.docx *.dotx)"
EXCEL = "Libros de Excel (*.xlsx)"
PDF = "Documentos PDF (*.pdf)"
POWERPOINT = "Presentaciones (*.pptx)"
SLIDE_TEMPLATES = "Plantillas de presentaciones (*.pptx *.potx *.ppsx)"
HTML = "Páginas HTML (*.html)"
ODT = "Documentos OpenDocument (*.odt)"
ICS = "Calendarios (*.ics)"
TEXT = "Texto (*.txt)"
PNG = "Imágenes PNG (*.png)"
SVG = "Imágenes SVG (*.svg)"
DISMISS = ("Descartar", "Por qué se descarta", "Por qué (puede dejarlo vacío); no se volverá a proponer:")
ANYTHING = "Todos los archivos (*)"


class Messages:
    """Tells and asks over one window."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        """Take the window and where the last folder is remembered."""
        self._parent = parent
        self._settings = settings
        self._kind = ""  # of file, that was chosen last among several

    def tell(self, text: str, title: str = "Promueve") -> None:
        """Tell one thing."""
        self._box("Information", title, text, [("Entendido", "AcceptRole")])

    def tell_list(self, title: str, sentences: Sequence[str]) -> None:
        """Tell several things, one a line, that can be copied."""
        from promueve_gui.gui.questions import SentencesDialog

        dialog = SentencesDialog(self._parent, title, sentences)
        dialog.exec()
        dialog.deleteLater()

    def ask(self, title: str, text: str, choices: Sequence[str]) -> int:
        """Ask for one of ``choices``, the first being the one meant; -1 when the user thought better of it."""
        roles = ["AcceptRole", *["ActionRole"] * (len(choices) - 1)]
        answers = [*zip(choices, roles, strict=True), ("Cancelar", "RejectRole")]
        return self._box("Question", title, text, answers, len(choices))

    def ask_reason(self, title: str) -> str:
        """Ask why something is withdrawn (R12); empty when the user thought better of it."""
        from promueve_gui.gui.questions import ReasonDialog

        dialog = ReasonDialog(self._parent, title)
        accepted = dialog.exec() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.reason() if accepted else ""

    def ask_dismissal(self, title: str) -> str | None:
        """Ask why a proposal is dismissed, which may stay unsaid; ``None`` when the user thought better of it."""
        from promueve_gui.gui.questions import ReasonDialog

        dialog = ReasonDialog(self._parent, title, DISMISS, optional=True)
        accepted = dialog.exec() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.reason() if accepted else None

    def ask_name(self, title: str, what: str, name: str) -> str:
        """Ask what to call something, beginning with ``name``; empty when the user thought better of it."""
        from promueve_gui.gui.questions import NameDialog

        dialog = NameDialog(self._parent, title, what, name)
        accepted = dialog.exec() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.name() if accepted else ""

    def open_project(self) -> Path | None:
        """Ask for a project to open."""
        return self._open("Abrir proyecto", PROJECTS)

    def save_project(self, name: str, title: str = "Guardar el proyecto en") -> Path | None:
        """Ask where a project goes; the extension is added when it was left out. Whoever writes it replaces nothing."""
        return self._save(title, name, PROJECTS, ".promueve")

    def open_sources(self) -> list[Path]:
        """Ask for files to import."""
        return self._choose("Importar", "ExistingFiles", SOURCES)

    def open_returned(self) -> list[Path]:
        """Ask for workbooks that came back by e-mail."""
        return self._choose("Formatos devueltos", "ExistingFiles", RETURNED)

    def open_documents(self) -> list[Path]:
        """Ask for documents of Word that came back by e-mail."""
        return self._choose("Documentos devueltos", "ExistingFiles", RETURNED_WORD)

    def open_file(self, title: str, kind: str = ANYTHING) -> Path | None:
        """Ask for one file."""
        return self._open(title, kind)

    def save_file(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        """Ask where a document goes, and again while the user will not replace the one that is there."""
        return self.save_as(title, name, {kind: suffix})

    def save_as(self, title: str, name: str, kinds: Mapping[str, str]) -> Path | None:
        """Ask where a document goes and as which of ``kinds`` (with their extensions); otherwise like ``save_file``."""
        path = self._save_as(title, name, kinds)
        while path is not None and path.exists():
            question = f"Ya existe «{path.name}». ¿Quiere reemplazarlo?"
            answer = self.ask("Reemplazar el archivo", question, ["Reemplazar", "Elegir otro nombre…"])
            if answer == 0:
                return path
            path = None if answer < 0 else self._save_as(title, path.name, kinds)
        return path

    def ask_forever(self, title: str, text: str, action: str) -> bool:
        """Ask about the one thing that cannot be undone: the user has to say so before ``action`` can be chosen."""
        from promueve_gui.gui.questions import ForeverDialog

        dialog = ForeverDialog(self._parent, title, text, action)
        accepted = dialog.exec() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def choose_folder(self, title: str) -> Path | None:
        """Ask for a folder."""
        return next(iter(self._choose(title, "Directory")), None)

    def _open(self, title: str, kind: str) -> Path | None:
        return next(iter(self._choose(title, "ExistingFile", kind)), None)

    def _save(self, title: str, name: str, kind: str, suffix: str) -> Path | None:
        return self._save_as(title, name, {kind: suffix})

    def _save_as(self, title: str, name: str, kinds: Mapping[str, str]) -> Path | None:
        path = next(iter(self._choose(title, "AnyFile", ";;".join(kinds), name)), None)
        if path is None:
            return None
        suffix = kinds.get(self._kind) or next(iter(kinds.values()))
        typed = path.suffix.lower()
        return path if typed in kinds.values() else path.with_name(path.name + suffix)

    def _choose(self, title: str, mode: str, kind: str = "", name: str = "") -> list[Path]:
        from promueve_gui.gui.file_dialogs import choose_paths

        paths, self._kind = choose_paths(self._parent, title, self._folder(), mode, kind, name)
        if paths:
            self._settings.set_text("archivos/carpeta", str(paths[0] if mode == "Directory" else paths[0].parent))
        return paths

    def _folder(self) -> str:
        remembered = self._settings.text("archivos/carpeta")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        # The name of no folder stands for the one that the program was started in.
        return next((name for name in (remembered, documents) if name and Path(name).is_dir()), str(Path.home()))

    def _box(self, icon: str, title: str, text: str, choices: Sequence[tuple[str, str]], meant: int = 0) -> int:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon[icon])
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        buttons = [box.addButton(name, QMessageBox.ButtonRole[role]) for name, role in choices]
        buttons[0].setObjectName("primario")
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(buttons[-1])
        box.exec()
        clicked = box.clickedButton()
        place = next((place for place, made in enumerate(buttons) if made is clicked), len(buttons) - 1)
        box.deleteLater()
        return place if place < (meant or len(buttons)) else -1
