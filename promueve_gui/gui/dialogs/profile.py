"""The profile and catalogues of the project, editable: names of bodies, deadlines, networks, citations, closures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.catalogos import PlantillaCorreo, Sinonimo
from promueve_gui.domain.institucion import CitaGuia, Perfil, RedSocial
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.parts import EmptyState, button
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

MISSING = "El perfil dice los nombres de los órganos, los plazos y las ligas que cambian con el tiempo."
HINT = "Lo que cambia con el tiempo o de una institución a otra. Cada proyecto tiene su propia copia."


class ProfileDialog(PlainDialog):
    """Edits the project's own copy of a profile."""

    def __init__(self, parent: QWidget, context: Context, project: Project, messages: Messages) -> None:
        """Show the profile of ``project``, or offer to start one where a file has none."""
        super().__init__(parent, "Perfil y catálogos", 860, 620, HINT)
        self._project = project
        self.form = RecordForm(context, project, Perfil)
        self.start = button("Registrar el perfil", self.register, "primario")
        self.start.setEnabled(not project.read_only)
        icon = context.icon("cog-outline", context.colores.secundario)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.form)
        self._pages.addWidget(EmptyState(icon, "Este proyecto no tiene perfil", MISSING, self.start))
        self.redes = RecordList(context, project, messages, RedSocial, primary=False)
        self.citas = RecordList(context, project, messages, CitaGuia, primary=False)
        self.sinonimos = RecordList(context, project, messages, Sinonimo, primary=False)
        self.correos = RecordList(context, project, messages, PlantillaCorreo, primary=False)
        tabs = QTabWidget()
        tabs.setDocumentMode(True)
        for name, page in (
            ("Perfil", self._pages),
            ("Redes sociales", self.redes),
            ("Citas de la Guía", self.citas),
            ("Siglas y sinónimos", self.sinonimos),
            ("Mensajes", self.correos),
        ):
            tabs.addTab(page, name)
        self.body.addWidget(tabs, 1)
        project.changed.connect(self._refresh)
        self._refresh()
        self.form.focus_first()

    def register(self) -> None:
        """Make the record of the profile, to be filled in."""
        self._project.edit("Registrar el perfil", [alta(Perfil(id=nuevo_id()))])

    def _refresh(self, _cambios: object = None) -> None:
        perfil = self._project.proyecto.unico(Perfil)
        self._pages.setCurrentIndex(1 if perfil is None else 0)
        if perfil is not None and self.form.record_id != perfil.id:
            self.form.show_record(perfil.id)

    def done(self, result: int) -> None:
        """Save what is being typed."""
        self.form.flush()
        super().done(result)
