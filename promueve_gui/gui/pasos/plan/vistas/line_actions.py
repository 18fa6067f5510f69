"""What can be done to lines of the plan, whatever the view: each thing once, as one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from promueve_gui.application.blocks import copy_block
from promueve_gui.application.content_start import contents_of_line, start_from_line
from promueve_gui.application.line_days import day_that_works
from promueve_gui.application.plan_lines import (
    bulk,
    called,
    carry,
    counted,
    initial_values,
    move,
    sign_off,
    signers,
    stretch,
    take_back_sign_off,
)
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.fechas import add_days
from promueve_gui.domain.ficha import campos_visibles
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.pasos.plan.vistas.bulk_dialog import BulkDialog
from promueve_gui.gui.pasos.plan.vistas.day_dialog import DayDialog
from promueve_gui.gui.pasos.plan.vistas.repeat_dialog import RepeatDialog
from promueve_gui.gui.withdrawing import withdraw

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.institucion import Persona
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.messages import Messages
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines
    from promueve_gui.gui.project import Project

NOBODY = "Para dar el visto bueno, primero registre en Inicio a las personas de su institución."


class LineActions(QObject):
    """Changes lines; views call it, menus and keys too."""

    open_asked = Signal(object)  # Id
    moved = Signal(object)  # Id: the cursor goes with it
    content_asked = Signal(object)  # Id of the content that is to be written on

    def __init__(self, context: Context, project: Project, messages: Messages, lines: SharedLines) -> None:
        """Take what lines are changed through."""
        super().__init__(lines)
        self._context, self._project, self._messages, self._lines = context, project, messages, lines

    @property
    def editable(self) -> bool:
        """Tell whether anything may be changed."""
        return not self._project.read_only

    def open(self, identidad: Id) -> None:
        """Ask for the form of a line."""
        self.open_asked.emit(identidad)

    def create(self, valores: Mapping[str, Any]) -> Id | None:
        """Make a line with ``valores`` over what every new one begins with; ``None`` when that was refused."""
        linea = LineaPlan(id=nuevo_id(), **{**initial_values(), **valores})
        return linea.id if self._project.edit("Nueva actividad", [alta(linea)]) is not None else None

    def move(self, ids: Sequence[Id], dia: date | None) -> None:
        """Bring lines to a day, or to the tray."""
        lineas = self._lines.lines_of(ids)
        if len(lineas) == 1:
            motivo, hecho = move(lineas[0], dia)
            self._edit(motivo, [hecho], lineas[0].id)
        elif lineas:
            self._edit(*bulk(self._project.proyecto, lineas, "fecha", dia), lineas[0].id)

    def shift(self, ids: Sequence[Id], days: int) -> None:
        """Move lines by some days, each from its own."""
        lineas = [linea for linea in self._lines.lines_of(ids) if linea.fecha is not None]
        moved = [move(linea, add_days(linea.fecha, days)) for linea in lineas if linea.fecha is not None]
        if moved:
            motivo = moved[0][0] if len(moved) == 1 else f"Mover {counted(len(moved))}"
            self._edit(motivo, [hecho for _, hecho in moved], lineas[0].id)

    def stretch(self, identidad: Id, desde: date, hasta: date) -> None:
        """Make a line cover a period."""
        for linea in self._lines.lines_of([identidad]):
            motivo, hecho = stretch(linea, desde, hasta)
            self._edit(motivo, [hecho], identidad)

    def carry(self, identidad: Id, dia: date, valores: Mapping[str, Valor]) -> None:
        """Bring a line to a day and to another lane."""
        for linea in self._lines.lines_of([identidad]):
            motivo, hecho = carry(linea, dia, valores)
            self._edit(motivo, [hecho], identidad)

    def change(self, ids: Sequence[Id], campo: str, valor: Valor) -> None:
        """Give one field of lines the same value."""
        lineas = self._lines.lines_of(ids)
        if lineas:
            self._edit(*bulk(self._project.proyecto, lineas, campo, valor), lineas[0].id)

    def to_working_day(self, identidad: Id) -> None:
        """Bring a line that falls on a day off to the next day on which people work."""
        days = self._lines.days
        for linea in self._lines.lines_of([identidad]):
            if days is not None:
                self.move([identidad], day_that_works(linea, days))

    def signers(self) -> list[Persona]:
        """Return who may sign off, the most likely first."""
        return signers(self._project.proyecto)

    def sign_off(self, ids: Sequence[Id], persona: Persona | None = None) -> None:
        """Sign lines off, by the most likely person unless told otherwise."""
        chosen = persona or next(iter(self.signers()), None)
        if chosen is None:
            self._messages.tell(NOBODY)
            return
        lineas = self._lines.lines_of(ids)
        if lineas:
            self._edit(*sign_off(lineas, chosen, self._context.services.today()), lineas[0].id)

    def take_back_sign_off(self, ids: Sequence[Id]) -> None:
        """Take the sign-off of lines back."""
        lineas = [linea for linea in self._lines.lines_of(ids) if linea.visto_bueno is not None]
        if lineas:
            self._edit(*take_back_sign_off(lineas), lineas[0].id)

    def toggle_sign_off(self, ids: Sequence[Id]) -> None:
        """Sign off, or take it back when all of them have it."""
        lineas = self._lines.lines_of(ids)
        if lineas and all(linea.visto_bueno is not None for linea in lineas):
            self.take_back_sign_off(ids)
        else:
            self.sign_off([linea.id for linea in lineas])

    def withdraw(self, ids: Sequence[Id]) -> None:
        """Withdraw lines."""
        withdraw(self._project, self._messages, self._lines.lines_of(ids))

    def copy(self, ids: Sequence[Id]) -> None:
        """Copy lines, with their labels, for a spreadsheet."""
        lineas = self._lines.lines_of(ids)
        if lineas:
            nombres = list(campos_visibles(LineaPlan))
            QGuiApplication.clipboard().setText(copy_block(lineas, nombres, self._project.proyecto))

    def content_of(self, identidad: Id) -> Contenido | None:
        """Return the first content that is written for a line; ``None`` while there is none."""
        return next(iter(contents_of_line(self._project.proyecto, identidad)), None)

    def write_content(self, identidad: Id) -> None:
        """Go to the content of a line; begin it first, with all that is known, while there is none."""
        linea, contenido = self._lines.line(identidad), self.content_of(identidad)
        if linea is not None and contenido is None and self.editable:
            comienzo = start_from_line(self._project.proyecto, linea, self._context.services.today())
            if self._project.edit(f"Escribir el contenido de «{called(linea)}»", comienzo.cambios) is not None:
                contenido = comienzo.contenido
        if contenido is not None:
            self.content_asked.emit(contenido.id)

    def ask_day(self, ids: Sequence[Id], parent: QWidget) -> None:
        """Ask to which day lines go."""
        lineas = self._lines.lines_of(ids)
        if lineas and self.editable:
            dialog = DayDialog(parent, self._context, self._lines, lineas)
            dialog.accepted.connect(lambda: self.move(ids, dialog.day()))
            dialog.open()

    def ask_repeat(self, identidad: Id, parent: QWidget) -> None:
        """Ask how often and until when a line repeats."""
        linea = self._lines.line(identidad)
        if linea is not None and self.editable:
            dialog = RepeatDialog(parent, self._context, self._project, linea)
            dialog.accepted.connect(lambda: self._edit(*dialog.result_changes(), identidad))
            dialog.open()

    def ask_change(self, ids: Sequence[Id], parent: QWidget) -> None:
        """Ask for a field and the value that all of these lines get."""
        if ids and self.editable:
            dialog = BulkDialog(parent, self._context, self._project, len(ids))
            dialog.accepted.connect(lambda: self.change(ids, dialog.campo(), dialog.value()))
            dialog.open()

    def _edit(self, motivo: str, cambios: Iterable[Cambio | None], identidad: Id) -> None:
        if self.editable and self._project.edit(motivo, cambios) is not None:
            self.moved.emit(identidad)
