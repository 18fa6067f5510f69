"""How many groups there are of each class, eje and area: what the charts show."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import SIN_AREA
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.grupos import GrupoUsuarios
    from promueve_gui.domain.proyecto import Proyecto

SIN_CLASE, SIN_EJE = "Sin clase", "Sin eje"


@frozen
class Cuenta:
    """How many groups have ``valor`` in a field; ``valor`` is ``None`` for those that have nothing there."""

    etiqueta: str
    valor: ClaseGrupo | Eje | Id | None
    cuantos: int


def by_class(grupos: Iterable[GrupoUsuarios]) -> list[Cuenta]:
    """Return the groups by class, in the order of the Guía, and those without class if there are any."""
    cuantos = Counter(grupo.clase for grupo in grupos)
    return _with_rest([Cuenta(clase.etiqueta, clase, cuantos[clase]) for clase in ClaseGrupo], SIN_CLASE, cuantos[None])


def by_eje(grupos: Sequence[GrupoUsuarios]) -> list[Cuenta]:
    """Return the groups by eje; one that follows several counts in each of them, so that the sum may be larger."""
    cuantos = Counter(eje for grupo in grupos for eje in grupo.ejes)
    sin_eje = sum(not grupo.ejes for grupo in grupos)
    return _with_rest([Cuenta(eje.etiqueta, eje, cuantos[eje]) for eje in Eje], SIN_EJE, sin_eje)


def by_area(grupos: Iterable[GrupoUsuarios], proyecto: Proyecto) -> list[Cuenta]:
    """Return the groups by area, the largest first; areas that have none are not named."""
    cuantos = Counter(grupo.area for grupo in grupos)
    areas = [
        Cuenta(proyecto.titulo(AreaGeneradora.ENTIDAD, area), area, veces)
        for area, veces in cuantos.items()
        if area is not None
    ]
    areas.sort(key=lambda cuenta: (-cuenta.cuantos, plegar(cuenta.etiqueta)))
    return _with_rest(areas, SIN_AREA, cuantos[None])


def _with_rest(cuentas: list[Cuenta], etiqueta: str, cuantos: int) -> list[Cuenta]:
    return [*cuentas, Cuenta(etiqueta, None, cuantos)] if cuantos else cuentas
