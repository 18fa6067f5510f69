"""Pairs what a file says with the records that a project has. Pure: it decides who is who and changes nothing."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from promueve_gui.domain.ficha import Registro
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

F = TypeVar("F")
E = TypeVar("E", bound=Registro)


@frozen
class Clave(Generic[F, E]):
    """One way to recognise a record: the same key on both sides; ``None`` takes no part.

    With ``unica`` a key that several records share tells nothing: its rows are left in doubt. Otherwise the first row
    gets the first record, the second row the second, and so on.
    """

    fila: Callable[[F], Hashable | None]
    existente: Callable[[E], Hashable | None]
    unica: bool = False


@dataclass(slots=True)
class Parejas(Generic[E]):
    """Which record each row is, by the position of the row; and how many records a row in doubt could be."""

    hechas: dict[int, E] = field(default_factory=dict)
    dudosas: dict[int, int] = field(default_factory=dict)


def emparejar(
    filas: Sequence[F], posiciones: Iterable[int], existentes: Iterable[E], claves: Iterable[Clave[F, E]]
) -> Parejas[E]:
    """Pair the rows at ``posiciones`` with records, each record at most once; surer keys come first in ``claves``."""
    parejas: Parejas[E] = Parejas()
    sueltas, libres = list(posiciones), list(existentes)
    for clave in claves:
        if not sueltas or not libres:
            break
        colas = _colas(clave, libres)
        tomados: set[str] = set()
        quedan = []
        for posicion in sueltas:
            llave = clave.fila(filas[posicion])
            cola = None if llave is None else colas.get(llave)
            if not cola:
                quedan.append(posicion)
            elif clave.unica and len(cola) > 1:
                parejas.dudosas[posicion] = len(cola)
            else:
                parejas.hechas[posicion] = cola.popleft()
                tomados.add(parejas.hechas[posicion].id)
        sueltas = quedan
        libres = [registro for registro in libres if registro.id not in tomados]
    return parejas


def _colas(clave: Clave[F, E], libres: Iterable[E]) -> dict[Hashable, deque[E]]:
    colas: dict[Hashable, deque[E]] = {}
    for registro in libres:
        llave = clave.existente(registro)
        if llave is not None:
            colas.setdefault(llave, deque()).append(registro)
    return colas
