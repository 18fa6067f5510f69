"""The doubts that returned files left, as a list: what each side says, whose it is, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.application.returns import doubt_values
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.domain.registros import TIPOS
from promueve_gui.gui.models.derived import Derived, Shown
from promueve_gui.gui.widgets.parts import EmptyState, button
from promueve_gui.gui.widgets.record_list import RecordList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.pasos.base import StepPage

EMPTY = (
    "inbox-arrow-down-outline",
    "No hay dudas que resolver",
    "Cuando un archivo devuelto traiga algo que no se puede tomar sin preguntar, esperará aquí hasta que usted decida.",
)
COLOURS = {**dict.fromkeys(TipoDuda, "atencion"), TipoDuda.VALOR: "error"}
WIDTHS = {"nombre": 220, "motivo": 190, "archivo": 170, "proyecto": 170}  # pixels
_EVERYTHING = frozenset(tipo.ENTIDAD for tipo in TIPOS)  # what a doubt is about may be anything


class DoubtsList(RecordList):
    """A list that is decided on and not written in: nothing is added, typed or pasted."""

    def __init__(self, page: StepPage, actions: Sequence[QWidget]) -> None:
        """List the doubts, those that wait first; ``actions`` stand beside the search."""
        super().__init__(
            page.context,
            page.project,
            page.messages,
            Duda,
            columns=self._columns(page),
            empty=EMPTY,
            extra_actions=actions,
        )
        self.add_button.hide()
        self.table.setAccessibleName("Dudas de los archivos devueltos")
        for nombre, pixels in WIDTHS.items():
            self.table.setColumnWidth(self.model.columns.index(nombre), pixels)
        self.model.set_order(_order)

    def add(self) -> None:
        """Make none: they come from files."""

    def paste(self, text: str) -> None:
        """Take no block."""

    def paste_as_new(self, text: str) -> None:
        """Take no block."""

    def chosen(self) -> list[Duda]:
        """Return the chosen doubts."""
        return [cast("Duda", registro) for registro in self.table.selected_records()]

    def _columns(self, page: StepPage) -> tuple[Derived, ...]:
        proyecto = page.project.proyecto
        descritos = campos(Duda)

        def plain(nombre: str) -> Derived:
            campo = descritos[nombre]
            return Derived(
                nombre,
                campo.etiqueta,
                campo.ancho,
                lambda duda: Shown(mostrar(campo, getattr(duda, nombre), proyecto), order=getattr(duda, nombre)),
                frozenset({campo.destino} - {""}),
            )

        def theirs(duda: Duda) -> Shown:
            return Shown(" ".join((duda.texto or doubt_values(proyecto, duda)[1]).split()))

        def ours(duda: Duda) -> Shown:
            return Shown(" ".join(doubt_values(proyecto, duda)[0].split()))

        return (
            plain("nombre"),
            Derived("motivo", descritos["tipo"].etiqueta, 22, _reason),
            Derived("archivo", "El archivo dice", 24, theirs, _EVERYTHING),
            Derived("proyecto", "El proyecto dice", 24, ours, _EVERYTHING),
            plain("area"),
            plain("fuente"),
            plain("fecha"),
            plain("estado"),
            plain("resolucion"),
        )

    def _make_empty(self, icon: str, title: str, text: str) -> QWidget:
        return EmptyState(self._context.icon(icon, self._context.colores.secundario), title, text)

    def _make_nothing_found(self) -> QWidget:
        return EmptyState(
            self._context.icon("check-circle", self._context.colores.bien),
            "No hay dudas pendientes",
            "O ninguna coincide con lo que busca. Las que ya se resolvieron se conservan, con lo que se decidió.",
            button("Ver también las resueltas", self.clear),
        )


def _reason(duda: Duda) -> Shown:
    if duda.tipo is None:
        return Shown("")
    settled = duda.estado is EstadoDuda.RESUELTA
    return Shown(duda.tipo.etiqueta, colour="" if settled else COLOURS[duda.tipo])


def _order(registro: object) -> tuple[bool, str]:
    duda = cast("Duda", registro)
    return duda.estado is EstadoDuda.RESUELTA, duda.id
