"""Finds the records of a table by something that they say, without going through all of them each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from promueve_gui.domain.ficha import Id, Registro


class Indice:
    """Identities by key, in the order they came. ``clave`` gives the key of a record, ``None`` for no part in it."""

    __slots__ = ("_clave", "_ids")

    def __init__(self, clave: Callable[[Registro], Hashable | None], registros: Iterable[Registro]) -> None:
        """Go through the records once."""
        self._clave = clave
        self._ids: dict[Hashable, dict[Id, None]] = {}
        for registro in registros:
            self._add(registro)

    def ids(self, clave: Hashable) -> list[Id]:
        """Return the identities of the records with a key."""
        return list(self._ids.get(clave, ()))

    def replace(self, antes: Registro | None, despues: Registro | None) -> None:
        """Follow what becomes of one record."""
        if antes is not None and despues is not None and self._clave(antes) == self._clave(despues):
            return
        if antes is not None:
            self._ids.get(self._clave(antes), {}).pop(antes.id, None)
        if despues is not None:
            self._add(despues)

    def _add(self, registro: Registro) -> None:
        clave = self._clave(registro)
        if clave is not None:
            self._ids.setdefault(clave, {})[registro.id] = None
