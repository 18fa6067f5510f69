"""The bimester clock: one line on how many days are left to communicate, and whether it was done (R8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import bimestre_de
from promueve_gui.domain.reglas import Contexto, cuenta_por_bimestre

if TYPE_CHECKING:
    from datetime import date

    from promueve_gui.domain.proyecto import Proyecto


def bimestre_clock(proyecto: Proyecto, hoy: date) -> str:
    """Return, for example, «Sexto bimestre: quedan 12 días · falta comunicar»."""
    bimestre = bimestre_de(hoy)
    dias = bimestre.dias_restantes(hoy)
    quedan = "hoy termina" if dias == 0 else "queda 1 día" if dias == 1 else f"quedan {dias} días"
    cuantas = cuenta_por_bimestre(Contexto(proyecto, hoy)).get(bimestre, 0)
    hechas = "falta comunicar" if not cuantas else "1 comunicación" if cuantas == 1 else f"{cuantas} comunicaciones"
    return f"{bimestre.ordinal.capitalize()} bimestre: {quedan} · {hechas}"
