"""The signs of a line, which every view paints alike, and what each of them says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.month import line_text
from promueve_gui.domain.fechas import fecha_breve
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.plan import LineaPlan

LINE_SIGNS: dict[EstadoLinea | None, str] = {
    None: "help-circle-outline",
    EstadoLinea.IDEA: "circle-outline",
    EstadoLinea.PLANEADA: "calendar",
    EstadoLinea.EN_ELABORACION: "pencil-outline",
    EstadoLinea.LISTA: "check",
    EstadoLinea.HECHA: "check-circle",
    EstadoLinea.CANCELADA: "close",
}
WARNING, SIGNED, SERIES = ("alert", "▲"), ("star", "★"), ("refresh", "↻")


@frozen
class Mark:
    """A small sign beside the name of a line: its glyph, the same as a letter, what it says, its colour by name."""

    glyph: str
    letter: str
    text: str
    colour: str


def marks_of(linea: LineaPlan, warning: str) -> tuple[Mark, ...]:
    """Return the signs of a line: a day off, its sign-off, its series."""
    found = [Mark(*WARNING, warning, "atencion")] if warning else []
    if linea.visto_bueno is not None:
        dia = f" el {fecha_breve(linea.visto_bueno_fecha)}" if linea.visto_bueno_fecha else ""
        found.append(Mark(*SIGNED, f"Con visto bueno{dia}", "bien"))
    if linea.serie:
        found.append(Mark(*SERIES, "Se repite", "secundario"))
    return tuple(found)


def line_told(linea: LineaPlan, warning: Callable[[LineaPlan], str]) -> str:
    """Return a line in words with its signs, one a line of text, for a tooltip or a screen reader."""
    return "\n".join([line_text(linea), *(mark.text for mark in marks_of(linea, warning(linea)))])
