"""Lines of the plan on the calendar: how a new one begins, and what moving one to another day changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.vocabularios import EstadoLinea, Rol

if TYPE_CHECKING:
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.plan import LineaPlan


def initial_values(dia: date | None = None) -> dict[str, Any]:
    """Return what a new line begins with: planned, and answered for by the Enlace, who owns step 2 (dominio §1)."""
    return {"estado": EstadoLinea.PLANEADA, "rol_responsable": Rol.ENLACE, "fecha": dia}


def move(linea: LineaPlan, dia: date | None) -> tuple[str, Cambio | None]:
    """Return reason and change that bring a line to another day, or to the tray of undated lines.

    A line that covers a period keeps its length, as far as the calendar goes.
    """
    nombre = linea.nombre or "actividad sin nombre"
    if dia is None:
        return f"Quitar la fecha de «{nombre}»", cambio(linea, fecha=None, fecha_fin=None)
    motivo = f"Mover «{nombre}» al {fecha_larga(dia)}"
    if linea.fecha is None or linea.fecha_fin is None:
        return motivo, cambio(linea, fecha=dia)
    duracion = min(linea.fecha_fin - linea.fecha, date.max - dia)
    return motivo, cambio(linea, fecha=dia, fecha_fin=dia + max(duracion, timedelta()))
