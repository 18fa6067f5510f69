"""The messages of a content that are not the same on every network, and how each network would show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from promueve_gui.application.content_measures import medir_redes
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import Institucion, RedSocial
from promueve_gui.domain.lectura import Extension
from promueve_gui.domain.mensajes_red import mensajes, variantes
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.reglas import Contexto
from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.pasos.contenidos.parts_box import PartsBox
from promueve_gui.gui.widgets.chip import Chip
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import Card, button, column, label, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QVBoxLayout

    from promueve_gui.application.content_measures import Medida
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.mensajes_red import MensajeRed
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.parts_box import PartDialog
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm

MESSAGE = ("red", "texto", "texto_alternativo")
COUNTED = frozenset({Contenido.ENTIDAD, RedSocial.ENTIDAD})
WIDTH, HEIGHT = 500, 560  # pixels
NOTHING = "Elija la red del mensaje para ver cómo quedará."
NO_TEXT = "(sin mensaje)"
NO_ALTERNATIVE = "Falta el texto alternativo de la imagen"
HINT = "Como saldrá en cada red, con sus datos y la URL directa. El límite de cada una está en Perfil y catálogos."


class MessageCard(Card):
    """One message as its network would show it: who posts, the text, the image in words, and the length."""

    def __init__(self, context: Context) -> None:
        """Start empty."""
        super().__init__()
        self._network, self._who = label("", "subtitulo"), label("", "menor")
        self.text = label("", wrap=True)
        self.image = label("", "menor", wrap=True)
        self.length, self.missing = Chip(context), Chip(context)
        self.body.addLayout(row(self._network, self._who, None))
        self.body.addWidget(FlowRow(self.length, self.missing, spread=False))
        for part in (self.text, self.image):
            self.body.addWidget(part)

    def show_message(self, quien: str, mensaje: MensajeRed, medida: Medida) -> None:
        """Show a message of ``quien``."""
        self._network.setText(mensaje.red.nombre)
        self._who.setText(quien)
        self.text.setText(mensaje.texto or NO_TEXT)
        self.image.setText(f"Imagen: {mensaje.texto_alternativo}" if mensaje.texto_alternativo else "")
        self.image.setVisible(bool(mensaje.texto_alternativo))
        self.length.show_state(medida.texto, "error" if medida.grado is Extension.FUERA else "bien")
        self.missing.show_state(NO_ALTERNATIVE if mensaje.calla_imagen else "", "atencion")
        self.setAccessibleName(f"{mensaje.red.nombre}: {mensaje.texto}")


class MessagesBox(PartsBox):
    """Stands below the fields of a content for the networks."""

    nombres = MESSAGE

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the content of ``form``."""
        super().__init__(
            context, project, form, VarianteRed, "Mensajes para otras redes", "Agregar mensaje para otra red"
        )
        self.look = button("Ver cómo quedará en cada red", self.preview, "", context.icon("eye-outline"))
        cast("QVBoxLayout", self.layout()).addLayout(row(self.look, None))
        project.changed.connect(self._on_other)

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
        return next((medida.texto for uno, medida in self.measured() if _is_of(uno, registro)), "")

    def measured(self) -> list[tuple[MensajeRed, Medida]]:
        """Return what is posted on each network, with its length there."""
        proyecto, services = self._project.proyecto, self._context.services
        contenido = proyecto.get(Contenido, self._id)
        if contenido is None:
            return []
        medidas = medir_redes(Contexto(proyecto, services.today(), services.feriados), contenido)
        return list(zip(mensajes(proyecto, contenido), medidas, strict=True))

    def complete(self, dialog: PartDialog, registro: Registro) -> None:
        """Show below the form of a message how its network would show it."""
        card, nothing = MessageCard(self._context), label(NOTHING, "secundario", wrap=True)
        area = scrolled(card, "Cómo quedará el mensaje")
        dialog.body.addWidget(area, 1)
        dialog.body.addWidget(nothing)
        dialog.body.setStretch(0, 1)  # the form has as much room as what comes of it

        def refresh(_cambios: object = None) -> None:
            found = next(((uno, medida) for uno, medida in self.measured() if _is_of(uno, registro)), None)
            area.setVisible(found is not None)
            nothing.setVisible(found is None)
            if found is not None:
                card.show_message(self._who(), *found)

        self._project.changed.connect(refresh)
        dialog.finished.connect(lambda _: self._project.changed.disconnect(refresh))
        dialog.counter.hide()  # the card tells it
        refresh()

    def preview(self) -> None:
        """Show every message as its network would."""
        self._form.flush()
        PreviewDialog(self, self._context, self._who(), self.measured()).open()

    def _on_other(self, cambios: Iterable[Cambio]) -> None:
        """Count again when the content itself says something else, or a network counts otherwise."""
        if self._id is not None and any(cambio.entidad in COUNTED for cambio in cambios):
            self.refresh()

    def _who(self) -> str:
        institucion = self._project.proyecto.unico(Institucion)
        return institucion.nombre if institucion else ""


class PreviewDialog(PlainDialog):
    """The messages of a content, each as its network would show it."""

    def __init__(
        self, parent: QWidget, context: Context, quien: str, measured: Sequence[tuple[MensajeRed, Medida]]
    ) -> None:
        """Show what is posted now."""
        super().__init__(parent, "Cómo quedará en cada red", WIDTH, HEIGHT, HINT)
        self.cards = [MessageCard(context) for _ in measured]
        for card, (mensaje, medida) in zip(self.cards, measured, strict=True):
            card.show_message(quien, mensaje, medida)
        inside = QWidget()
        inside.setObjectName("contenido")
        layout = column(*self.cards, *([] if self.cards else [label(NOTHING, "secundario", wrap=True)]))
        layout.addStretch(1)
        inside.setLayout(layout)
        self.body.addWidget(scrolled(inside, "Mensajes"), 1)


def _is_of(mensaje: MensajeRed, registro: Registro) -> bool:
    return mensaje.variante is not None and mensaje.variante.id == registro.id
