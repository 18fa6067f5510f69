"""What the project said before: its content after an earlier line of the bitácora, found by walking back from today."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Clave, Outcome, Proyecto

    # For each change of a record, newest first: its line, and the record as it was before it.
    _Antes: TypeAlias = Sequence[tuple[int, Registro | None]]

_RECORDADOS = 4  # states that are kept at hand: files of one batch were sent on few days


class Vuelta(NamedTuple):
    """What a record said before a change, of the fields that changed; ``None`` when it was not there."""

    entidad: str
    id: Id
    valores: Mapping[str, Any] | None


@frozen
class Paso:
    """How to go back over one line of the bitácora: what leads to the state before it, in its order."""

    asiento: int
    vueltas: Sequence[Vuelta]


class Pasado:
    """The states of a project up to line ``asiento``, in which it is ``inicio``; later edits do not matter to it.

    ``walk(newest, oldest)`` gives the steps from line ``newest`` back to the one after ``oldest``. Each line is walked
    over once, however many states are asked for.
    """

    def __init__(self, inicio: Proyecto, asiento: int, walk: Callable[[int, int], Iterable[Paso]]) -> None:
        """Start from a content that nobody changes any more."""
        self.asiento = asiento
        self._inicio = inicio
        self._walk = walk
        self._walked = asiento  # the oldest line whose state is known
        self._antes: dict[Clave, list[tuple[int, Registro | None]]] = {}
        self._estados: OrderedDict[int, Proyecto] = OrderedDict()

    def en(self, asiento: int) -> Proyecto:
        """Return the content after a line, not a newer one than ``self.asiento``; to be read only.

        Raises ``UserError`` when the history cannot be read.
        """
        if asiento not in self._estados:
            self._go_back(asiento)
            estado = self._inicio.snapshot()
            estado.install(self._despues_de(asiento))
            self._estados[asiento] = estado
            if len(self._estados) > _RECORDADOS:
                self._estados.popitem(last=False)
        self._estados.move_to_end(asiento)
        return self._estados[asiento]

    def registro(self, asiento: int, entidad: str, identidad: Id) -> Registro | None:
        """Return one record as it was after a line, as ``en`` would have it, without making the rest of the content."""
        self._go_back(asiento)
        clave = (entidad, identidad)
        antes = self._antes.get(clave, ())
        return _after(antes, asiento) if _changed_later(antes, asiento) else self._inicio.registro(*clave)

    def _go_back(self, asiento: int) -> None:
        for paso in self._walk(self._walked, asiento) if asiento < self._walked else ():
            for vuelta in paso.vueltas:
                clave = (vuelta.entidad, vuelta.id)
                antes = self._antes.setdefault(clave, [])
                actual = antes[-1][1] if antes else self._inicio.registro(*clave)
                antes.append((paso.asiento, _before(vuelta, actual)))
        self._walked = min(self._walked, asiento)

    def _despues_de(self, asiento: int) -> Outcome:
        """Return what the records that changed later were after a line."""
        despues: Outcome = {}
        for (entidad, identidad), antes in self._antes.items():
            if _changed_later(antes, asiento):
                despues.setdefault(entidad, {})[identidad] = _after(antes, asiento)
        return despues


def _changed_later(antes: _Antes, asiento: int) -> bool:
    return bool(antes) and antes[0][0] > asiento


def _after(antes: _Antes, asiento: int) -> Registro | None:
    """Return what a record was after a line: what it was before the first of its later changes."""
    return next(registro for linea, registro in reversed(antes) if linea > asiento)


def _before(vuelta: Vuelta, actual: Registro | None) -> Registro | None:
    if vuelta.valores is None:
        return None
    if actual is None:
        return POR_ENTIDAD[vuelta.entidad](id=vuelta.id, **vuelta.valores)
    return replace(actual, **vuelta.valores)
