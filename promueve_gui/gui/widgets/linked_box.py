"""The records that point at the one in a form: listed beneath its fields, gone to, and chosen from there too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from promueve_gui.application.links import point_at, pointing_at
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.gui.widgets.parts import LongLink, button
from promueve_gui.gui.widgets.picker import pick_records
from promueve_gui.gui.widgets.related_box import RelatedBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm


class LinkedBox(RelatedBox):
    """Stands below the fields of a form; ``campo`` is the field of ``tipo`` that holds several references."""

    jump_asked = Signal(str, str, str)

    def __init__(
        self,
        context: Context,
        project: Project,
        form: RecordForm,
        tipo: type[Registro],
        campo: str,
        destino: type[Registro],
        title: str,
    ) -> None:
        """List under ``title`` the records of ``tipo`` that point at the one of ``form``, which is of ``destino``."""
        self._context = context
        self._field, self._destino = campo, destino
        add = button("Vincular…", self.choose)
        add.setAccessibleName(f"Vincular {tipo.PLURAL}")
        super().__init__(project, form, tipo, title, add)
        own = campos(tipo)[campo]
        self._asked = replace(own, tipo=Tipo.REFERENCIAS, destino=tipo.ENTIDAD, etiqueta=title)

    def related(self, identidad: Id) -> Sequence[Registro]:
        """Return the records that point at the one of the form."""
        return pointing_at(self._project.proyecto, self._tipo, self._field, identidad)

    def line(self, registro: Registro) -> QWidget:
        """Return a link to one of them."""
        where = (registro.ENTIDAD, registro.id, "")
        return LongLink(registro.titulo_breve, lambda: self.jump_asked.emit(*where))

    def choose(self) -> None:
        """Ask which records point at the one of the form, and make it so."""
        proyecto = self._project.proyecto
        destino = None if self._id is None else proyecto.get(self._destino, self._id)
        if destino is None:
            return
        now = tuple(registro.id for registro in self.related(destino.id))
        chosen = pick_records(self, self._context, self._project, self._asked, now)
        if chosen is not None:
            self._project.edit(*point_at(self._project.proyecto, self._tipo, self._field, destino, chosen))
