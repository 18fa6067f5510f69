"""The evidence of the publication that the form shows: files are added, copied out, verified and withdrawn."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from promueve_gui.application.evidence import MAXIMO_MB, add_evidence, evidencias_de, verify
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.cambios import retiro
from promueve_gui.domain.difusion import Evidencia
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.messages import ANYTHING
from promueve_gui.gui.pasos.promocion.evidence_files import read_files, write_copy
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.elided_label import ElidedLabel
from promueve_gui.gui.widgets.parts import button, label, row, tool
from promueve_gui.gui.widgets.related_box import RelatedBox
from promueve_gui.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from promueve_gui.domain.errors import UserError
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm

ICON_PIXELS = 16
HINT = (
    f"Capturas, oficios o notas de hasta {MAXIMO_MB} MB. También puede soltarlos aquí; se copian dentro del proyecto."
)
BUSY = "Todavía se está guardando lo anterior. Espere a que termine e inténtelo otra vez."


class EvidenceBox(RelatedBox):
    """Stands below the fields of a publication."""

    def __init__(self, context: Context, project: Project, messages: Messages, form: RecordForm) -> None:
        """Follow the publication of ``form``."""
        self._context, self._messages = context, messages
        add = button("Agregar evidencia…", self._choose, "", context.icon("paperclip"))
        super().__init__(project, form, Evidencia, "Evidencia", add, label(HINT, "menor", wrap=True))
        self.setAcceptDrops(not project.read_only)
        self.setAccessibleName("Evidencia de la publicación")

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the evidence of a publication."""
        return evidencias_de(self._project.proyecto, identidad)

    def line(self, registro: Registro) -> QWidget:
        """Return the name and size of a file, and what can be done with it."""
        evidencia = cast("Evidencia", registro)
        picture = QLabel()
        icon = self._context.icon("paperclip", self._context.colores.secundario)
        picture.setPixmap(icon.pixmap(ICON_PIXELS, ICON_PIXELS))
        name = ElidedLabel(evidencia.nombre)
        name.setToolTip(plain_tip(f"{evidencia.nombre}\nSHA-256: {evidencia.sha256 or 'sin archivo'}"))
        size = label("" if evidencia.bytes is None else file_size(evidencia.bytes), "menor")
        tools = (
            ("Guardar una copia", "content-save-outline", self.save_copy),
            ("Verificar", "check", self.verify),
            ("Retirar", "archive-arrow-down-outline", self.withdraw),
        )
        layout = row(picture, name, size, spacing=GRID // 2)
        layout.setStretch(1, 1)
        for text, glyph, call in tools:
            made = tool(f"{text}: {evidencia.nombre}", self._context.icon(glyph), partial(call, evidencia))
            made.setEnabled(text != "Retirar" or not self._project.read_only)
            layout.addWidget(made)
        line = QWidget()
        line.setLayout(layout)
        return line

    def add_files(self, paths: Sequence[Path]) -> None:
        """Copy files into the project as evidence of the publication shown; a worker reads and writes them."""
        if not paths or self._id is None or self._project.read_only:
            return
        if self._project.busy:
            self._messages.tell(BUSY)
            return
        publicacion, hoy = self._id, self._context.services.today()
        task = self._project.run_long(
            lambda session, progress: add_evidence(session, publicacion, read_files(paths, progress), hoy)
        )
        ProgressDialog(self, "Copiando la evidencia dentro del proyecto…", task)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._project.crashed)

    def save_copy(self, evidencia: Evidencia) -> None:
        """Write a copy of a file where the user says."""
        if not evidencia.sha256:
            self.verify(evidencia)  # which says so
            return
        suffix = Path(evidencia.nombre).suffix
        path = self._messages.save_file("Guardar una copia", evidencia.nombre, ANYTHING, suffix.lower())
        if path is not None:
            self._read(evidencia, lambda content: _copy(evidencia, content, path))

    def verify(self, evidencia: Evidencia) -> None:
        """Tell whether a file is still the one that was added."""
        self._read(evidencia, lambda content: _integrity(evidencia, content))

    def _read(self, evidencia: Evidencia, use: Callable[[bytes | None], str]) -> None:
        """Let a worker read a file, which may be large and on a slow drive, and use it; tell what comes of that."""
        if self._project.busy:
            self._messages.tell(BUSY)
            return
        sha256 = evidencia.sha256
        task = self._project.run_long(lambda session, _: use(session.get_file(sha256) if sha256 else None))
        ProgressDialog(self, "Leyendo la evidencia…", task, can_cancel=False)
        task.succeeded.connect(self._on_read)
        task.refused.connect(self._on_refused)
        task.crashed.connect(self._project.crashed)

    def withdraw(self, evidencia: Evidencia) -> None:
        """Withdraw a file for a reason that is asked (R12); it can be undone."""
        motivo = self._messages.ask_reason(f"Retirar «{evidencia.nombre}»")
        if motivo:
            self._project.edit(f"Retirar la evidencia «{evidencia.nombre}»: {motivo}", [retiro(evidencia, motivo)])

    @Slot(object)
    def _on_refused(self, error: UserError) -> None:
        self._messages.tell(mensaje(error))

    @Slot(object)
    def _on_read(self, sentence: str) -> None:
        if sentence:
            self._messages.tell(sentence)

    def _choose(self) -> None:
        path = self._messages.open_file("Agregar evidencia")
        if path is not None:
            self.add_files([path])

    # Qt's events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if self._id is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped."""
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()


def _integrity(evidencia: Evidencia, content: bytes | None) -> str:
    return f"«{evidencia.nombre}»: {verify(evidencia, content).etiqueta}"


def _copy(evidencia: Evidencia, content: bytes | None, path: Path) -> str:
    """Write a copy; return what is to be told, nothing when all went well."""
    if content is None:
        return _integrity(evidencia, content)
    write_copy(path, content)
    return ""


def file_size(count: int) -> str:
    """Return a size in bytes as people say it: «2.9 MB»."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
