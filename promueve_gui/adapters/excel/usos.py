"""Which datasets each group of the map uses, or could use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import UsoDatos

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.vocabularios import TipoUso


def datasets_used(proyecto: Proyecto) -> Mapping[tuple[Id, TipoUso], list[str]]:
    """Return the titles of the datasets in use by group and kind of use, in the order they were noted."""
    conjuntos = {conjunto.id: conjunto.nombre for conjunto in proyecto.activos(ConjuntoDatos)}
    usos: defaultdict[tuple[Id, TipoUso], list[str]] = defaultdict(list)
    for uso in proyecto.activos(UsoDatos):
        if uso.grupo and uso.tipo and uso.conjunto in conjuntos:
            usos[uso.grupo, uso.tipo].append(conjuntos[uso.conjunto])
    return usos
