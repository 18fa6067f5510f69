"""Where a line of the plan stands in the series that it was made with by repeating one. Pure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.domain.plan import LineaPlan

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


def series_places(proyecto: Proyecto) -> Callable[[LineaPlan], str]:
    """Return what tells the place of a line in its series («2 de 6», by date); empty for a line that stands alone."""
    series: dict[str, list[LineaPlan]] = {}
    for linea in proyecto.activos(LineaPlan):
        if linea.serie:
            series.setdefault(linea.serie, []).append(linea)
    lugares: dict[Id, str] = {}
    for lineas in series.values():
        lineas.sort(key=lambda linea: (linea.fecha or date.max, linea.id))
        lugares |= {linea.id: f"{lugar} de {len(lineas)}" for lugar, linea in enumerate(lineas, start=1)}
    return lambda linea: lugares.get(linea.id, "")
