"""How each content stands before the rules, worked out when first asked for and kept until something changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from promueve_gui.application.content_flow import EstadoRevision, revision_de
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.reglas import Contexto, cita
from promueve_gui.gui.models.derived import Derived, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.content_flow import ReglaRevisada, Revision
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

# The rules of a content in the order of its checklist, each in a word: the column of a table has no room for more.
RULES = {"R2": "Público", "R4": "URL", "R5": "Contacto", "R6": "Estructura", "R7": "Coordinación"}
# What a chip says, and in which colour; the sign comes first, so that it is seen where there is little room.
SIGNS = {EstadoRevision.CUMPLE: "✓", EstadoRevision.AVISOS: "i", EstadoRevision.FALTA: "!"}
WORDS = {EstadoRevision.CUMPLE: "Cumple", EstadoRevision.AVISOS: "Conviene", EstadoRevision.FALTA: "Falta"}
COLOURS = {EstadoRevision.CUMPLE: "bien", EstadoRevision.AVISOS: "", EstadoRevision.FALTA: "atencion"}
RULE_WIDTH = 13  # characters


class ContentReviews(QObject):
    """The reviews of one project; ``forgotten`` tells that all of them may be others now."""

    forgotten = Signal()

    def __init__(self, context: Context, project: Project) -> None:
        """Know nothing yet."""
        super().__init__()
        self._context, self._project = context, project
        self._known: dict[Id, tuple[Contenido, Revision]] = {}
        project.changed.connect(self._forget)

    def of(self, contenido: Contenido) -> Revision:
        """Return how a content stands."""
        known = self._known.get(contenido.id)
        if known is not None and known[0] is contenido:
            return known[1]
        services = self._context.services
        revision = revision_de(Contexto(self._project.proyecto, services.today(), services.feriados), contenido)
        self._known[contenido.id] = contenido, revision
        return revision

    def told(self, regla: ReglaRevisada) -> str:
        """Return all that is said of a rule: its title, how it stands, what is missing and where the Guía asks for it.

        It is of several lines.
        """
        head = f"{regla.regla} · {regla.titulo}: {WORDS[regla.estado].lower()}"
        return "\n".join(filter(None, (head, *regla.faltas, cita(self._project.proyecto, regla.regla))))

    def columns(self) -> list[Derived]:
        """Return a column for each rule, for a table of contents."""
        others = frozenset(POR_ENTIDAD) - {Contenido.ENTIDAD}
        return [
            Derived(regla, f"{regla} · {name}", RULE_WIDTH, partial(self._cell, regla), others)
            for regla, name in RULES.items()
        ]

    def _cell(self, regla: str, contenido: Contenido) -> Shown:
        found = next((one for one in self.of(contenido).reglas if one.regla == regla), None)
        if found is None:
            return Shown("No aplica", 3)
        order = list(EstadoRevision).index(found.estado)
        return Shown(f"{SIGNS[found.estado]} {WORDS[found.estado]}", -order, COLOURS[found.estado], self.told(found))

    def _forget(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad != Contenido.ENTIDAD for cambio in cambios):  # datasets, people, networks, profile
            self._known.clear()
            self.forgotten.emit()
