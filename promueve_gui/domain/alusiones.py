"""What shows of a record where others refer to it: what it is called, whether it is in use, and what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import campos, per_type
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro


def aludidas(cambios: Iterable[Cambio]) -> frozenset[str]:
    """Return the tables in which changes touch what shows of a record elsewhere.

    Notes, grades and the like do not: lists of thousands that name such a record need not be looked at again.
    """
    found: set[str] = set()
    for cambio in cambios:
        if cambio.entidad not in found and _se_ve(cambio):  # of a large import, the first of each kind says it
            found.add(cambio.entidad)
    return frozenset(found)


def _se_ve(cambio: Cambio) -> bool:
    """Tell whether a change shows elsewhere; that a record comes or goes does."""
    if cambio.antes is None or cambio.despues is None:
        return True
    return not cambio.despues.keys().isdisjoint(_a_la_vista(POR_ENTIDAD[cambio.entidad]))


@per_type
def _a_la_vista(tipo: type[Registro]) -> frozenset[str]:
    """Return title, withdrawal and references; by these last a line is of the area of its data, or of its person."""
    referencias = {nombre for nombre, campo in campos(tipo).items() if campo.destino}
    return frozenset({tipo.TITULO, "retirado", *referencias})
