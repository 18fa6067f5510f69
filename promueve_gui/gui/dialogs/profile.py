"""The profile and catalogues of the project, editable: names of bodies, deadlines, networks, citations, closures."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from promueve_gui.application.duplicates import newer_synonyms
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.catalogos import Fragmento, PalabraDiccionario, PlantillaCorreo, ReglaPlan, Sinonimo
from promueve_gui.domain.institucion import CitaGuia, Perfil, RedSocial
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.dialogs.personal_words import PersonalWordsDialog
from promueve_gui.gui.dialogs.plan_rules import PlanRules
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.late_tabs import LateTabs
from promueve_gui.gui.widgets.parts import EmptyState, button
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

RULES, SNIPPETS = 5, 6  # the places of their tabs
SNIPPETS_EMPTY = (
    "file-document-edit-outline",
    "Este proyecto no tiene fragmentos",
    "Un fragmento es un texto que se repite. Se inserta al escribir, en «Datos», y puede llevar {contacto} o {url}.",
)
WORDS_EMPTY = (
    "file-document-edit-outline",
    "Este proyecto no tiene palabras propias",
    "Agregue nombres y siglas que la ortografía no debe marcar, o péguelos de Excel, uno por renglón, con Ctrl+V.",
)
MISSING = "El perfil dice los nombres de los órganos, los plazos y las ligas que cambian con el tiempo."
PROFILE = "vigente"  # whose synonyms are those of every profile
BRING_HINT = "Agrega los sinónimos de esta versión de Promueve que el proyecto no tiene; los suyos no cambian."
NONE_TO_BRING = "Este proyecto ya tiene todos los sinónimos que trae Promueve."
HINT = "Lo que cambia con el tiempo o de una institución a otra. Cada proyecto tiene su propia copia."


class ProfileDialog(PlainDialog):
    """Edits the project's own copy of a profile."""

    def __init__(self, parent: QWidget, context: Context, project: Project, messages: Messages) -> None:
        """Show the profile of ``project``, or offer to start one where a file has none."""
        super().__init__(parent, "Perfil y catálogos", 980, 640, HINT)
        self._project = project
        self._panels: list[RecordPanel] = []  # those that are built
        self.form = RecordForm(context, project, Perfil)
        self.start = button("Registrar el perfil", self.register, "primario")
        self.start.setEnabled(not project.read_only)
        icon = context.icon("cog-outline", context.colores.secundario)
        self._pages = QStackedWidget()
        self._pages.setContentsMargins(0, GRID, 0, 0)
        self._pages.addWidget(self.form)
        self._pages.addWidget(EmptyState(icon, "Este proyecto no tiene perfil", MISSING, self.start))
        self.redes = RecordList(context, project, messages, RedSocial, primary=False)
        self.citas = RecordList(context, project, messages, CitaGuia, primary=False)
        self.bring = button("Agregar los que trae Promueve", self.bring_synonyms)
        self.bring.setEnabled(not project.read_only)
        self.bring.setToolTip(BRING_HINT)
        self.sinonimos = RecordList(context, project, messages, Sinonimo, primary=False, extra_actions=[self.bring])
        self.correos = RecordList(context, project, messages, PlantillaCorreo, primary=False)
        own = [button("Mis palabras…", self.show_own_words)]
        self.palabras = RecordList(
            context, project, messages, PalabraDiccionario, empty=WORDS_EMPTY, primary=False, extra_actions=own
        )
        self._context, self._messages = context, messages
        self._tabs = LateTabs(
            ("Perfil", self._pages),
            ("Redes sociales", self.redes),
            ("Citas de la Guía", self.citas),
            ("Siglas y sinónimos", self.sinonimos),
            ("Mensajes", self.correos),
            ("Reglas del plan", lambda: self.reglas),
            ("Fragmentos", lambda: self.fragmentos),
            ("Diccionario", self.palabras),
        )
        self.body.addWidget(self._tabs, 1)
        project.changed.connect(self._refresh)
        self._refresh()
        self.form.focus_first()

    @cached_property
    def reglas(self) -> PlanRules:
        """The rules of the plan, built when their tab is first chosen: counting what they propose takes a while."""
        made = PlanRules(self._context, self._project, self._messages)
        self._panels.append(made.panel)
        return made

    @cached_property
    def fragmentos(self) -> RecordPanel:
        """The snippets, with the form where they are written."""
        records = RecordList(
            self._context, self._project, self._messages, Fragmento, empty=SNIPPETS_EMPTY, primary=False
        )
        made = RecordPanel(self._context, self._project, records, Fragmento)
        self._panels.append(made)
        return made

    def show_record(self, entidad: str, identidad: Id, nombre: str = "") -> None:
        """Go to a record of a catalogue, or to the list of its kind; anything else is the profile itself."""
        lists = dict(self._lists())
        if entidad == ReglaPlan.ENTIDAD:
            self._show_in(RULES, self.reglas.panel, identidad, nombre)
        elif entidad == Fragmento.ENTIDAD:
            self._show_in(SNIPPETS, self.fragmentos, identidad, nombre)
        elif entidad in lists:
            place, shown = lists[entidad]
            self._tabs.setCurrentIndex(place)
            shown.show_record(identidad)
            shown.take_focus()
        elif nombre:
            self.form.focus_field(nombre)

    def _lists(self) -> Iterator[tuple[str, tuple[int, RecordList]]]:
        for place in range(self._tabs.count()):
            page = self._tabs.widget(place)
            if isinstance(page, RecordList):
                yield page.tipo.ENTIDAD, (place, page)

    def _show_in(self, place: int, panel: RecordPanel, identidad: Id, nombre: str) -> None:
        self._tabs.setCurrentIndex(place)
        if identidad:
            panel.show_record(identidad, nombre)
        else:
            panel.take_focus()

    def bring_synonyms(self) -> None:
        """Add what this version of the program knows and this project does not."""
        shipped = self._context.services.textos.load_perfil(PROFILE)
        motivo, cambios = newer_synonyms(self._project.proyecto, shipped)
        if cambios:
            self._project.edit(motivo, cambios)
        else:
            self._messages.tell(NONE_TO_BRING, "Siglas y sinónimos")

    def show_own_words(self) -> None:
        """Open the words that only this user has."""
        PersonalWordsDialog(self, self._context.services.lengua.personal, self._messages).open()

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
        for panel in self._panels:
            panel.flush()
        super().done(result)
