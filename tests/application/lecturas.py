"""What files say, written shortly, for tests of importing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Lectura, RecursoLeido

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AREA = "Dirección de Museos"
SIN_ACENTO = "Direccion de Museos"


def conjunto(
    nombre: str, area: str = AREA, *, renglon: int = 2, recursos: Sequence[str | Mapping[str, Any]] = (), **valores: Any
) -> ConjuntoLeido:
    """Return a dataset; each of ``recursos`` is a name, or the fields of a resource."""
    leidos = [
        RecursoLeido({"nombre": recurso} if isinstance(recurso, str) else dict(recurso), renglon + n)
        for n, recurso in enumerate(recursos)
    ]
    return ConjuntoLeido({"nombre": nombre, **valores}, area, renglon, leidos)


def lectura(*conjuntos: ConjuntoLeido, formato: Formato = Formato.INVENTARIO_PLAN, **detalles: Any) -> Lectura:
    """Return a file with these datasets, whose areas stand in column A."""
    return Lectura(formato, columna_area="A", conjuntos=list(conjuntos), **detalles)
