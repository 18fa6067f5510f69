"""Many new records of one kind at once, column by column: three times as fast as one by one. Checks no values."""

from __future__ import annotations

from collections import deque
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeVar

from promueve_gui.domain.cambios import Cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import defaults

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.domain.ficha import Id, Registro, Valor

T = TypeVar("T")


def columnas(tipo: type[Registro], filas: Sequence[Mapping[str, Valor]]) -> dict[str, list[Any]]:
    """Return, by field and in their order, what each row says of the fields that any of them fills in.

    Raises ``UserError`` for a field that the kind does not have.
    """
    iniciales = defaults(tipo)
    dados: set[str] = set().union(*filas)
    for nombre in sorted(dados - iniciales.keys()):
        raise UserError("campo_desconocido", registro=tipo.SINGULAR, campo=nombre)
    dicts = [fila if type(fila) is dict else dict(fila) for fila in filas]  # whose ``get`` needs no Python a value
    return {n: list(map(dict.get, dicts, repeat(n), repeat(v))) for n, v in iniciales.items() if n in dados}


def altas(entidad: str, ids: Sequence[Id], dados: Sequence[Mapping[str, Valor]]) -> list[Cambio]:
    """Return the changes that bring records of a table into being, with these identities and all that each says."""
    columnas = {"entidad": repeat(entidad), "id": ids, "antes": repeat(None), "despues": dados}
    return _hechos(Cambio, len(ids), columnas)


def registros(tipo: type[Registro], ids: Sequence[Id], dados: Mapping[str, Iterable[Any]]) -> list[Registro]:
    """Return the records with these identities and these columns of values; the rest is as nobody filled it in."""
    iniciales = {nombre: repeat(inicial) for nombre, inicial in defaults(tipo).items()}
    return _hechos(tipo, len(ids), {"id": ids, **iniciales, **dados})


def _hechos(clase: type[T], cuantos: int, columnas: Mapping[str, Iterable[Any]]) -> list[T]:
    """Return what ``clase(…)`` makes of each row of ``columnas``, which give every slot of the class.

    The constructor of a frozen dataclass sets one slot after another by way of ``object.__setattr__``; here each slot
    is set in all objects by a single call.
    """
    hechos: list[T] = list(map(object.__new__, repeat(clase, cuantos)))
    for nombre, valores in columnas.items():
        deque(map(getattr(clase, nombre).__set__, hechos, valores), maxlen=0)
    return hechos
