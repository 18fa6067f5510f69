"""What else follows when something changes, so that one fact is never typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Desenlace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.proyecto import Proyecto

_DECISIVOS = frozenset({"desenlace", "fecha_estimada", "conjunto"})


def consecuencias(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return the changes that follow from ``cambios``, which are not yet in ``proyecto``.

    R10 (Paso 4.3, edición 2017): the estimated date of a recommendation that proceeds goes to its dataset, when the
    recommendation says something new about it; a date that somebody corrected by hand later stays.
    """
    tocados = {c.id for c in cambios if c.entidad == ConjuntoDatos.ENTIDAD}
    fechas: dict[Id, date] = {}
    for pedido in cambios:
        if pedido.entidad != Recomendacion.ENTIDAD or not _DECISIVOS.intersection(pedido.despues or ()):
            continue
        actual = proyecto.get(Recomendacion, pedido.id)
        conjunto, fecha, desenlace = (
            _vigente(pedido, actual, nombre) for nombre in ("conjunto", "fecha_estimada", "desenlace")
        )
        if desenlace is Desenlace.PROCEDE and fecha is not None and conjunto is not None and conjunto not in tocados:
            fechas[cast("Id", conjunto)] = cast("date", fecha)
    conjuntos = ((proyecto.get(ConjuntoDatos, identidad), fecha) for identidad, fecha in fechas.items())
    pasos = (cambio(conjunto, fecha_compromiso=fecha) for conjunto, fecha in conjuntos if conjunto is not None)
    return [paso for paso in pasos if paso is not None]


def _vigente(pedido: Cambio, actual: Recomendacion | None, nombre: str) -> Valor:
    despues = pedido.despues or {}
    return despues[nombre] if nombre in despues else getattr(actual, nombre, None)
