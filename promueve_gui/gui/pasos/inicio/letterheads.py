"""The letterheads of the institution: documents of Word that are tried, kept inside the project and chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.letterheads import (
    add_letterhead,
    keep_letterhead,
    make_default,
    replace_document,
    use_shipped,
)
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.institucion import Membrete
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.messages import LETTERHEAD
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.widgets.parts import button
from promueve_gui.gui.widgets.record_list import RecordList
from promueve_gui.gui.widgets.record_panel import RecordPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.application.letterheads import Probado
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.project import Project

FIELDS = ("nombre", "predeterminado", "revision")
EMPTY = (
    "file-word-outline",
    "Los documentos salen con el membrete de Promueve",
    "Agregue un documento de Word (.docx o .dotx) con el encabezado y el pie de su institución. Se copia al proyecto.",
)
IN_USE = "Mientras no se elija otro"
TRIED = "Se agregó. Esto le faltaba y Promueve lo resuelve al exportar"


class LetterheadPanel(RecordPanel):
    """The list of letterheads with their forms. Documents are read, tried and kept by a worker."""

    def __init__(self, context: Context, project: Project, messages: Messages) -> None:
        """List the letterheads of ``project``."""
        self._context, self._messages = context, messages
        self.add = button(
            "Agregar membrete…", self.add_document, "primario", context.icon("plus", context.colores.sobre_acento)
        )
        self.replace = button("Reemplazar…", self.replace_chosen)
        self.replace.setToolTip("Elegir otro documento de Word para el membrete elegido")
        self.use = button("Usar este", self.use_chosen)
        self.use.setToolTip("Usar el membrete elegido mientras un contenido no tenga otro")
        self.shipped = button("Usar el de Promueve", self.use_shipped)
        records = RecordList(
            context,
            project,
            messages,
            Membrete,
            columns=("nombre", Derived("uso", "Se usa", 26, _use), "revision"),
            empty=EMPTY,
            adds=False,
            extra_actions=(self.replace, self.use, self.shipped, self.add),
        )
        super().__init__(context, project, records, Membrete, fields=FIELDS)
        records.current_changed.connect(lambda _: self._refresh())
        project.changed.connect(lambda _: self._refresh())
        self._refresh()

    @property
    def chosen(self) -> Membrete | None:
        """Return the letterhead with the cursor."""
        registro = self.list.table.current_record()
        return registro if isinstance(registro, Membrete) else None

    def add_document(self) -> None:
        """Ask for a document and add it as a letterhead."""
        self._keep("Agregar membrete", self._add)

    def replace_chosen(self) -> None:
        """Ask for another document for the chosen letterhead; the contents that have it go on having it."""
        membrete = self.chosen
        if membrete is not None:
            self._keep("Reemplazar el documento del membrete", lambda probado: self._replace(membrete, probado))

    def use_chosen(self) -> None:
        """Use the chosen letterhead for the contents that have no other."""
        if self.chosen is not None:
            self._project.edit(*make_default(self.chosen))

    def use_shipped(self) -> None:
        """Go back to the letterhead that ships."""
        self._project.edit(*use_shipped(self._project.proyecto))

    def _keep(self, title: str, done: Callable[[Probado], None]) -> None:
        path = self._messages.open_file(title, LETTERHEAD)
        if path is None or self._project.read_only or self._project.busy:
            return
        check = self._context.services.check_letterhead
        task = self._project.run_long(
            lambda session, _: keep_letterhead(session.put_file, path.name, path.read_bytes, check)
        )
        ProgressDialog(self.window(), f"Probando «{path.name}»…", task, can_cancel=False)
        task.succeeded.connect(done)
        task.refused.connect(lambda error: self._messages.tell(mensaje(error), "No se agregó el membrete"))
        task.crashed.connect(self._project.crashed)

    def _add(self, probado: Probado) -> None:
        membrete, motivo, cambios = add_letterhead(self._project.proyecto, probado)
        if self._project.edit(motivo, cambios) is not None:
            self._tell(membrete, probado)

    def _replace(self, membrete: Membrete, probado: Probado) -> None:
        actual = self._project.proyecto.get(Membrete, membrete.id)
        if actual is not None and self._project.edit(*replace_document(actual, probado)) is not None:
            self._tell(actual, probado)

    def _tell(self, membrete: Membrete, probado: Probado) -> None:
        self.list.show_record(membrete.id)
        if probado.faltas:
            self._messages.tell_list(TRIED, list(probado.faltas))

    def _refresh(self) -> None:
        writable, chosen = not self._project.read_only, self.chosen
        in_use = any(m.predeterminado for m in self._project.proyecto.activos(Membrete))
        self.add.setEnabled(writable)
        self.replace.setEnabled(writable and chosen is not None)
        self.use.setEnabled(writable and chosen is not None and not chosen.predeterminado)
        self.shipped.setEnabled(writable and in_use)


def _use(membrete: Membrete) -> Shown:
    return Shown(IN_USE, 0, "bien") if membrete.predeterminado else Shown("")
