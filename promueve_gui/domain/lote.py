"""Changes that happen together, put in groups once: for what they make of the project and for what is kept of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeAlias

from promueve_gui.domain.altas import columnas
from promueve_gui.domain.cambios import Cambios
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro

# The table, what happens to its records and, where that decides the statement that writes it, to which fields.
Forma: TypeAlias = "tuple[str, str, tuple[str, ...]]"
ALTA, BAJA, MUDANZA = "alta", "baja", "mudanza"


@frozen
class Altas:
    """New records of one kind: their identities and, by field, what each of them says."""

    tipo: type[Registro]
    ids: Sequence[Id]
    dados: Mapping[str, list[Any]]

    @classmethod
    def of(cls, entidad: str, altas: Sequence[Cambio]) -> Self:
        """Read changes that bring records of a table into being. Raises ``UserError`` for what no project has."""
        tipo = tipo_de(entidad)
        return cls(tipo, [alta.id for alta in altas], columnas(tipo, [alta.despues or {} for alta in altas]))


class Lote(Cambios):
    """Changes that are looked at more than once, as an import is, that has tens of thousands."""

    @classmethod
    def of(cls, cambios: Iterable[Cambio]) -> Self:
        """Return changes as such a set, or themselves when they are one."""
        return cambios if isinstance(cambios, cls) else cls(cambios)

    @cached_property
    def repite(self) -> bool:
        """Tell whether some record changes more than once, so that everything has to stay in its order."""
        return len({cambio.id for cambio in self}) < len(self)

    @cached_property
    def grupos(self) -> Mapping[Forma, list[Cambio]]:
        """Return the changes by their form, in the order in which each form first comes."""
        grupos: dict[Forma, list[Cambio]] = {}
        for cambio in self:
            grupos.setdefault(forma(cambio), []).append(cambio)
        return grupos

    @cached_property
    def altas(self) -> Mapping[str, Altas]:
        """Return the new records by table. Raises ``UserError`` for what no project has."""
        return {e: Altas.of(e, grupo) for (e, que, _), grupo in self.grupos.items() if que == ALTA}


def forma(cambio: Cambio) -> Forma:
    """Return which changes this one can be made together with."""
    if cambio.antes is None:
        return cambio.entidad, ALTA, ()
    if cambio.despues is None:
        return cambio.entidad, BAJA, ()
    return cambio.entidad, MUDANZA, tuple(cambio.despues)


def tipo_de(entidad: str) -> type[Registro]:
    """Return the kind of record that a table holds. Raises ``UserError`` when no project has that table."""
    if entidad not in POR_ENTIDAD:
        raise UserError("entidad_desconocida", entidad=entidad)
    return POR_ENTIDAD[entidad]
