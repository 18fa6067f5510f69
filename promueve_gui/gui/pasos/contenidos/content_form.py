"""The form of one type of content: a large title, roomy texts that grow, marked while they are written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from promueve_gui.application.letterheads import default_letterhead
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, CUERPO_POR_TIPO, Contenido
from promueve_gui.domain.institucion import Perfil
from promueve_gui.domain.lectura import PALABRAS_FRASE_LARGA
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.pasos.contenidos.messages_box import MessagesBox
from promueve_gui.gui.pasos.contenidos.parts_box import LONG_LINES
from promueve_gui.gui.pasos.contenidos.slides_box import SlidesBox
from promueve_gui.gui.pasos.contenidos.spelling_desk import SpellingDesk
from promueve_gui.gui.pasos.contenidos.text_marks import TextMarks
from promueve_gui.gui.widgets.editors.paragraph import ParagraphEditor
from promueve_gui.gui.widgets.editors.reference import ReferenceEditor
from promueve_gui.gui.widgets.editors.rich_bar import BarPlace
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.editors.text import LongTextEditor
from promueve_gui.gui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtWidgets import QLineEdit

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.live_review import LiveReview
    from promueve_gui.gui.project import Project

TITLE_STYLE = "QPlainTextEdit { font-size: 18px; font-weight: 600; }"
LINES = {"cuerpo": 8, "mensaje": 8, "notas": 2, "sumarios": 3}  # the smallest height of a text, in lines
OTHER_LINES = 4
TALLEST_LINES = 24
STATE = "estado"  # moved by its own buttons, which ask the rules
HEAD = ("nombre", "autor", "red", "herramienta", "numero", "fecha", "lugar", "sector")
DATASETS, LETTERHEAD = "conjuntos", "membrete"  # the letterhead is hidden elsewhere: only what leaves in Word has one
IMAGE, ALTERNATIVE = "lleva_imagen", "texto_alternativo"  # are written with their message
PART_TEXTS = ("texto", "puntos")  # of slides and messages: those that the public reads
CLOSING = ("url", "correo_contacto", "contacto_tecnico")

BOXES: dict[TipoContenido | None, type[SlidesBox | MessagesBox]] = {
    TipoContenido.PRESENTACION: SlidesBox,
    TipoContenido.REDES: MessagesBox,
}


def fields_of(tipo: TipoContenido | None) -> tuple[str, ...]:
    """Return the fields that a type fills in, in the order of writing: head, texts, closing, and the rest."""
    if tipo is None:
        return ("nombre", "tipo", "notas")
    asked = [nombre for nombre in CAMPOS_POR_TIPO[tipo] if nombre != STATE]
    texts = (*CUERPO_POR_TIPO[tipo], IMAGE, ALTERNATIVE)
    first = [nombre for nombre in (*HEAD, *texts, *CLOSING) if nombre in asked]
    rest = [nombre for nombre in asked if nombre not in first]
    place = rest.index(DATASETS) + 1
    return (*first, *rest[:place], LETTERHEAD, *rest[place:])


class ContentForm(RecordForm):
    """Writes contents of one type."""

    def __init__(self, context: Context, project: Project, tipo: TipoContenido | None, review: LiveReview) -> None:
        """Make the form of a type, or of what has none yet."""
        super().__init__(context, project, Contenido, fields_of(tipo), roomy=True, wrapped=LONG_LINES)
        self._context, self._review = context, review
        self.formats = BarPlace()  # of the text that is written; below the form, which scrolls
        for nombre in fields_of(tipo):
            editor = self.editor(nombre)
            if isinstance(editor, LongTextEditor | RichTextEditor) and nombre not in LONG_LINES:
                editor.height_keeper.set_range(LINES.get(nombre, OTHER_LINES), TALLEST_LINES)
            if isinstance(editor, RichTextEditor):
                editor.box.value_of = self._value_of
                self.formats.take(editor.bar)
            if nombre == LETTERHEAD and isinstance(editor, ReferenceEditor):
                self.shown.connect(partial(self._name_default, editor.line))
        self.marks = self._marked(self, () if tipo is None else CUERPO_POR_TIPO[tipo])
        self.spelling = SpellingDesk(self, self.marks.values(), review)
        self.parts = BOXES[tipo](context, project, self) if tipo in BOXES else None
        if self.parts is not None:
            self.parts.form_made.connect(self._follow)
        title = self.editor("nombre")
        if isinstance(title, ParagraphEditor):
            title.box.setStyleSheet(TITLE_STYLE)
            title.box.setPlaceholderText("Escriba el título")

    def show_long_sentence(self) -> None:
        """Select the first long sentence of the texts."""
        for nombre, marks in self.marks.items():
            found = marks.long_sentence() if marks.reads else None
            if found is not None:
                marks.box.setTextCursor(found)
                marks.box.setFocus()
                self.ensureWidgetVisible(self.editor(nombre))
                return

    def go_on_in(self, nombre: str) -> None:
        """Put the cursor behind what a field says, to write on."""
        self.focus_field(nombre)
        editor = self.editor(nombre)
        if isinstance(editor, LongTextEditor | RichTextEditor):
            editor.box.moveCursor(QTextCursor.MoveOperation.End)

    def _name_default(self, line: QLineEdit, _identidad: object) -> None:
        """Say which letterhead is used while no other is chosen."""
        used = default_letterhead(self._project.proyecto)
        line.setPlaceholderText("El que trae Promueve" if used is None else used.nombre)

    def _marked(self, form: RecordForm, texts: Container[str]) -> dict[str, TextMarks]:
        """Follow the texts of a form; in ``texts`` how they read is marked too."""
        return {
            nombre: TextMarks(self._context, editor, self._review, self._longest, self._value_of, reads=nombre in texts)
            for nombre, editor in form.editors()
            if isinstance(editor, LongTextEditor | RichTextEditor)
        }

    def _follow(self, form: RecordForm) -> None:
        """Follow the texts of a part too, such as a slide."""
        SpellingDesk(form, self._marked(form, PART_TEXTS).values(), self._review)

    def _value_of(self, marca: str) -> str:
        contenido = self._project.proyecto.get(Contenido, self.record_id)
        return marca if contenido is None else combinar(marca, contenido, self._project.proyecto)

    def _longest(self) -> int:
        perfil = self._project.proyecto.unico(Perfil)
        return (perfil.frase_larga if perfil else None) or PALABRAS_FRASE_LARGA
