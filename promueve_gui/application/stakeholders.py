"""Placing groups on the power–interest grid: which change that is, and what the bitácora says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.actores import tratamiento
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.formato import ESCALA_MAXIMA

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.grupos import GrupoUsuarios


def place(grupo: GrupoUsuarios, poder: int, interes: int) -> tuple[str, Cambio | None]:
    """Return reason and change that give a group these grades, held between 1 and 5."""
    poder, interes = (min(max(grado, 1), ESCALA_MAXIMA) for grado in (poder, interes))
    motivo = f"Mover «{grupo.nombre}» a poder {poder}, interés {interes}"
    return motivo, cambio(grupo, poder=poder, interes=interes)


def unplace(grupo: GrupoUsuarios) -> tuple[str, Cambio | None]:
    """Return reason and change that take a group off the grid."""
    return f"Quitar «{grupo.nombre}» de la cuadrícula", cambio(grupo, poder=None, interes=None)


def is_placed(grupo: GrupoUsuarios) -> bool:
    """Tell whether a group stands on the grid: it has both grades."""
    return grupo.poder is not None and grupo.interes is not None


def describe(grupo: GrupoUsuarios) -> str:
    """Return name, class, grades and treatment of a group, one a line, for a tooltip or a screen reader."""
    trato = tratamiento(grupo.poder, grupo.interes)
    grados = f"Poder {grupo.poder}, interés {grupo.interes}" if is_placed(grupo) else "Sin colocar en la cuadrícula"
    clase = grupo.clase.etiqueta if grupo.clase else "Sin clase"
    return "\n".join([grupo.nombre or "Grupo sin nombre", clase, grados, *([trato.etiqueta] if trato else [])])
