"""What a content is made of beside its fields, whatever the kind of part: listed, opened in a dialog, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promueve_gui.domain.cambios import alta, retiro
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.parts import LongLink, button, label, row, tool
from promueve_gui.gui.widgets.record_form import RecordForm
from promueve_gui.gui.widgets.related_box import RelatedBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

WIDTH, HEIGHT = 620, 560  # pixels
CLOSING = "url"  # the first field that does not belong to the text
REASON = "Se quitó del contenido"
LONG_LINES = ("nombre", "texto_alternativo")  # what the public reads; others hold names, numbers and addresses


class PartDialog(PlainDialog):
    """The form of one part; it is saved by itself, like every form."""

    def __init__(
        self, parent: QWidget, project: Project, form: RecordForm, registro: Registro, detail: Callable[[Registro], str]
    ) -> None:
        """Show a part in ``form``, and what ``detail`` says of it as it stands."""
        super().__init__(parent, registro.SINGULAR.capitalize(), WIDTH, HEIGHT)
        self.form, self._registro, self._detail = form, registro, detail
        self.counter = label("", "menor")
        self.body.addWidget(form)
        self.body.addWidget(self.counter)
        form.show_record(registro.id)
        self.finished.connect(form.flush)
        project.changed.connect(self._count)
        self._count()
        form.focus_first()

    def _count(self, _cambios: object = None) -> None:
        self.counter.setText(self._detail(self._registro))


class PartsBox(RelatedBox):
    """Stands below the fields of a content, and opens each part in a dialog."""

    nombres: tuple[str, ...] = ()
    form_made = Signal(object)  # the form of a part, before it is shown

    def __init__(
        self, context: Context, project: Project, form: RecordForm, tipo: type[Registro], title: str, add: str
    ) -> None:
        """Follow the content of ``form``; ``add`` says what is added."""
        self._context, self._form = context, form
        super().__init__(project, form, tipo, title, button(add, self.add, "", context.icon("plus")))

    def place(self, form: RecordForm) -> None:
        """Stand after the text and before the closing: slides and messages are what such a content says."""
        form.place_before(CLOSING, self)

    def new(self, contenido: Id) -> Registro:
        """Return a part to be filled in."""
        raise NotImplementedError

    def add(self) -> None:
        """Add a part and open it; one that is closed without a word was never added."""
        if self._id is None:
            return
        self._form.flush()
        nueva = self.new(self._id)
        edicion = self._project.edit(f"Agregar {nueva.SINGULAR}", [alta(nueva)])
        if edicion is not None:
            self.open(nueva).finished.connect(lambda _: self._let_go(nueva, edicion.id))

    def _let_go(self, nueva: Registro, edicion: Id) -> None:
        proyecto, drafts = self._project.proyecto, self._project.drafts
        typed = self._project.pending or any(draft.identidad == nueva.id for draft in drafts.waiting(proyecto))
        if typed or proyecto.registro(nueva.ENTIDAD, nueva.id) != nueva:
            return
        ultima = self._project.session.next_undo()
        if ultima is not None and ultima.id == edicion:
            self._project.undo()  # and what followed of it, such as an approval taken back
        else:
            self.withdraw(nueva)

    def open(self, registro: Registro) -> PartDialog:
        """Open a part."""
        form = RecordForm(self._context, self._project, self._tipo, self.nombres, roomy=True, wrapped=LONG_LINES)
        for nombre in self.nombres:
            editor = form.editor(nombre)
            if isinstance(editor, RichTextEditor):
                editor.box.value_of = self._value_of
        self.form_made.emit(form)
        dialog = PartDialog(self, self._project, form, registro, self.detail)
        self.complete(dialog, registro)
        dialog.open()
        return dialog

    def complete(self, dialog: PartDialog, registro: Registro) -> None:
        """Put into the dialog of a part what is shown there besides its form."""

    def _value_of(self, marca: str) -> str:
        proyecto = self._project.proyecto
        contenido = proyecto.get(Contenido, self._id)
        return marca if contenido is None else combinar(marca, contenido, proyecto)

    def detail(self, registro: Registro) -> str:
        """Return what is said of a part beside what it says itself."""
        return ""

    def part_line(self, registro: Registro, text: str, *tools: QWidget, before: Sequence[QWidget] = ()) -> QWidget:
        """Return the line of a part: what stands ``before``, its text, a detail, ``tools``, and how to take it off."""
        go = LongLink(text, lambda: self.open(registro))
        off = tool(f"Quitar: {text}", self._context.icon("close"), lambda: self.withdraw(registro))
        off.setEnabled(not self._project.read_only)
        layout = row(*before, go, label(self.detail(registro), "menor"), *tools, off)
        layout.setStretch(len(before), 1)
        line = QWidget()
        line.setLayout(layout)
        return line

    def withdraw(self, registro: Registro) -> None:
        """Take a part off; it can be undone."""
        actual = self._project.proyecto.registro(registro.ENTIDAD, registro.id)
        if actual is not None:
            self._project.edit(f"Quitar {actual.SINGULAR}", [retiro(actual, REASON)])
