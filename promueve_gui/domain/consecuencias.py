"""What else follows when something changes, so that one fact is never typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import Cambio, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Desenlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.proyecto import Proyecto


def consecuencias(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return the changes that follow from ``cambios``, which are not yet in ``proyecto``.

    R10 (Paso 4.3, edición 2017): the estimated date of a recommendation that proceeds goes to its dataset.
    """
    tocados = {(c.entidad, c.id) for c in cambios}
    seguidos: dict[str, Cambio] = {}
    for pedido in cambios:
        if pedido.entidad != Recomendacion.ENTIDAD or pedido.despues is None:
            continue
        actual = proyecto.get(Recomendacion, pedido.id)
        fecha = _vigente(pedido, actual, "fecha_estimada")
        conjunto = proyecto.get(ConjuntoDatos, _vigente(pedido, actual, "conjunto"))
        procede = _vigente(pedido, actual, "desenlace") is Desenlace.PROCEDE
        if not procede or fecha is None or conjunto is None or (ConjuntoDatos.ENTIDAD, conjunto.id) in tocados:
            continue
        paso = cambio(conjunto, fecha_compromiso=fecha)
        if paso is not None:
            seguidos[conjunto.id] = paso
    return list(seguidos.values())


def _vigente(pedido: Cambio, actual: Recomendacion | None, nombre: str) -> Any:
    despues = pedido.despues or {}
    return despues[nombre] if nombre in despues else getattr(actual, nombre, None)
