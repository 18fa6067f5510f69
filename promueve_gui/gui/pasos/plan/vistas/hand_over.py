"""«Imprimir» over the views: the plan as it will be on paper, or as a file, where people have it before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from promueve_gui.application.export_documents import AGENDA, CALENDARIO_PDF, PLAN, PLAN_PDF
from promueve_gui.gui.asking import LOOK

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context

FILES = (
    (PLAN_PDF.clave, "PDF: tabla por meses…"),
    (CALENDARIO_PDF.clave, "PDF: calendario por mes…"),
    (PLAN.clave, "Libro de Excel…"),
    (AGENDA.clave, "Calendario (.ics)…"),
)


class HandOver(QToolButton):
    """A button with a menu; it asks for documents by their names, as the page of documents does."""

    asked = Signal(str)

    def __init__(self, context: Context) -> None:
        """Offer the preview, from which people print, and each kind of file."""
        super().__init__()
        self.setObjectName("boton")
        self.setText("Imprimir ▾")
        self.setAccessibleName("Imprimir o guardar el plan")
        self.setToolTip("Vista previa, impresora, PDF, Excel o calendario (.ics)")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        look = menu.addAction(context.icon("eye-outline"), "Vista previa e imprimir…\tCtrl+P")
        look.triggered.connect(lambda: self.asked.emit(LOOK + PLAN.clave))
        menu.addSection("Guardar como")
        for clave, text in FILES:
            menu.addAction(text).triggered.connect(lambda _=False, clave=clave: self.asked.emit(clave))
        self.setMenu(menu)
