"""What a content is made of beside its fields: the slides of a presentation, the messages for each network."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promueve_gui.application.content_measures import medir_redes
from promueve_gui.domain.cambios import alta, nuevo_id, retiro
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.mensajes_red import mensajes, variantes
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.reglas.estructura import laminas
from promueve_gui.domain.vocabularios import TipoContenido
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
REASON = "Se quitó del contenido"
SLIDE = ("nombre", "orden", "puntos", "notas", "texto_alternativo")
MESSAGE = ("red", "texto", "texto_alternativo")


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

    def new(self, contenido: Id) -> Registro:
        """Return a part to be filled in."""
        raise NotImplementedError

    def add(self) -> None:
        """Add a part and open it."""
        if self._id is None:
            return
        self._form.flush()
        nueva = self.new(self._id)
        if self._project.edit(f"Agregar {nueva.SINGULAR}", [alta(nueva)]) is not None:
            self.open(nueva)

    def open(self, registro: Registro) -> None:
        """Open a part."""
        form = RecordForm(self._context, self._project, self._tipo, self.nombres, roomy=True)
        for nombre in self.nombres:
            editor = form.editor(nombre)
            if isinstance(editor, RichTextEditor):
                editor.box.value_of = self._value_of
        self.form_made.emit(form)
        PartDialog(self, self._project, form, registro, self.detail).open()

    def _value_of(self, marca: str) -> str:
        proyecto = self._project.proyecto
        contenido = proyecto.get(Contenido, self._id)
        return marca if contenido is None else combinar(marca, contenido, proyecto)

    def detail(self, registro: Registro) -> str:
        """Return what is said of a part beside what it says itself."""
        return ""

    def part_line(self, registro: Registro, text: str) -> QWidget:
        """Return the line of a part: what it says, a detail, and the way to take it off."""
        go = LongLink(text, lambda: self.open(registro))
        off = tool(f"Quitar: {text}", self._context.icon("close"), lambda: self.withdraw(registro))
        off.setEnabled(not self._project.read_only)
        layout = row(go, label(self.detail(registro), "menor"), off)
        layout.setStretch(0, 1)
        line = QWidget()
        line.setLayout(layout)
        return line

    def withdraw(self, registro: Registro) -> None:
        """Take a part off; it can be undone."""
        actual = self._project.proyecto.registro(registro.ENTIDAD, registro.id)
        if actual is not None:
            self._project.edit(f"Quitar {actual.SINGULAR}", [retiro(actual, REASON)])


class SlidesBox(PartsBox):
    """The slides of a presentation, in their order."""

    nombres = SLIDE

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the presentation of ``form``."""
        super().__init__(context, project, form, Lamina, "Láminas", "Agregar lámina")

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the slides of a presentation."""
        contenido = self._project.proyecto.get(Contenido, identidad)
        return [] if contenido is None else laminas(self._project.proyecto, contenido)

    def line(self, registro: Registro) -> QWidget:
        """Return the line of a slide."""
        lamina = cast("Lamina", registro)
        return self.part_line(lamina, f"{lamina.orden or '–'} · {lamina.nombre or 'Sin título'}")

    def new(self, contenido: Id) -> Registro:
        """Return a slide after the last."""
        suyas = cast("Sequence[Lamina]", self.related(contenido))
        return Lamina(id=nuevo_id(), contenido=contenido, orden=max((uno.orden or 0 for uno in suyas), default=0) + 1)


class MessagesBox(PartsBox):
    """The messages of a content that are not the same on every network, each with its length."""

    nombres = MESSAGE

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the content of ``form``."""
        super().__init__(
            context, project, form, VarianteRed, "Mensajes para otras redes", "Agregar mensaje para otra red"
        )

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the variants of a content."""
        contenido = self._project.proyecto.get(Contenido, identidad)
        return [] if contenido is None else variantes(self._project.proyecto, contenido)

    def line(self, registro: Registro) -> QWidget:
        """Return the line of a variant: its network, and how long it is there."""
        variante = cast("VarianteRed", registro)
        red = self._project.proyecto.titulo(RedSocial.ENTIDAD, variante.red) or "Elija la red"
        return self.part_line(variante, red)

    def new(self, contenido: Id) -> Registro:
        """Return a variant without network."""
        return VarianteRed(id=nuevo_id(), contenido=contenido)

    def detail(self, registro: Registro) -> str:
        """Return how long a message is on its network."""
        proyecto, services = self._project.proyecto, self._context.services
        contenido = proyecto.get(Contenido, self._id)
        if contenido is None:
            return ""
        medidas = medir_redes(Contexto(proyecto, services.today(), services.feriados), contenido)
        por_mensaje = zip(mensajes(proyecto, contenido), medidas, strict=True)
        return next((m.texto for uno, m in por_mensaje if uno.variante and uno.variante.id == registro.id), "")


BOXES = {TipoContenido.PRESENTACION: SlidesBox, TipoContenido.REDES: MessagesBox}
