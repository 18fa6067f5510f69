"""Which editor goes with which kind of field: the one table of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Tipo
from promueve_gui.gui.widgets.editors.choice import CheckEditor, ChoiceEditor, ChoicesEditor
from promueve_gui.gui.widgets.editors.reference import ReferenceEditor, ReferencesEditor
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.editors.text import DateEditor, LineEditor, LongTextEditor
from promueve_gui.gui.widgets.picker import pick_records

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.ficha import Campo, Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.editors.base import FieldEditor


def make_editor(campo: Campo, context: Context, project: Project, parent: QWidget) -> FieldEditor:
    """Return the editor of a field; questions that it asks appear over ``parent``."""

    def proyecto() -> Proyecto:
        return project.proyecto

    def pick(campo: Campo, chosen: tuple[Id, ...]) -> tuple[Id, ...] | None:
        return pick_records(parent, context, project, campo, chosen)

    match campo.tipo:
        case Tipo.TEXTO_LARGO:
            return RichTextEditor(campo, context, proyecto) if campo.rico else LongTextEditor(campo)
        case Tipo.FECHA:
            return DateEditor(campo, context.icon("calendar"))
        case Tipo.BOOLEANO:
            return CheckEditor(campo)
        case Tipo.OPCION | Tipo.ESCALA:
            return ChoiceEditor(campo)
        case Tipo.OPCIONES:
            return ChoicesEditor(campo)
        case Tipo.REFERENCIA:
            return ReferenceEditor(campo, context, proyecto, pick)
        case Tipo.REFERENCIAS:
            return ReferencesEditor(campo, proyecto, pick)
        case _:
            return LineEditor(campo)
