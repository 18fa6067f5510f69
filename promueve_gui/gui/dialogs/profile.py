"""The profile and catalogues of the project, editable: names of bodies, deadlines, networks, citations, closures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.institucion import CitaGuia, Perfil, RedSocial
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

HINT = "Lo que cambia con el tiempo o de una institución a otra. Cada proyecto tiene su propia copia."


class ProfileDialog(PlainDialog):
    """Edits the project's own copy of a profile."""

    def __init__(self, parent: QWidget, context: Context, project: Project, messages: Messages) -> None:
        """Show the profile of ``project``; one is made if a file has none."""
        super().__init__(parent, "Perfil y catálogos", 860, 620, HINT)
        perfil = project.proyecto.unico(Perfil)
        if perfil is None:
            perfil = Perfil(id=nuevo_id())
            project.edit("Registrar el perfil", [alta(perfil)])
        self.form = RecordForm(context, project, Perfil)
        self.form.show_record(perfil.id)
        self.redes = RecordList(context, project, messages, RedSocial, primary=False)
        self.citas = RecordList(context, project, messages, CitaGuia, primary=False)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        for name, page in (("Perfil", self.form), ("Redes sociales", self.redes), ("Citas de la Guía", self.citas)):
            tabs.addTab(page, name)
        self.body.addWidget(tabs, 1)

    def done(self, result: int) -> None:
        """Save what is being typed."""
        self.form.flush()
        super().done(result)
