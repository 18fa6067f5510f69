"""A content on the clipboard, to be pasted into the page of a portal or wherever no format is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from promueve_gui.application.content_formats import FRAGMENTO, sin_aprobar
from promueve_gui.domain.contenidos import Contenido

if TYPE_CHECKING:
    from promueve_gui.gui.shell import Shell

STAYS_MS = 6000
AS_HTML, AS_TEXT = "HTML", "texto"
COPIED = "Se copió «{titulo}» como {forma}."
DRAFT = " Es un borrador: todavía no está aprobado."


def copy_content(window: Shell, wanted: str) -> None:
    """Put a content on the clipboard, as asked by format and identity («fragmento:ID»), and say so.

    As HTML it goes in two flavours: a rich editor takes it with its form, and a box of source takes the marks.
    """
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    clave, _, identidad = wanted.partition(":")
    contenido = project.proyecto.get(Contenido, identidad)
    if contenido is None:
        return
    text = window.context.services.render_content(clave, contenido, project.proyecto)
    data = QMimeData()
    data.setText(text)
    if clave == FRAGMENTO.clave:
        data.setHtml(text)
    QGuiApplication.clipboard().setMimeData(data)
    told = COPIED.format(titulo=contenido.nombre, forma=AS_HTML if clave == FRAGMENTO.clave else AS_TEXT)
    window.statusBar().showMessage(told + (DRAFT if sin_aprobar(contenido) else ""), STAYS_MS)
