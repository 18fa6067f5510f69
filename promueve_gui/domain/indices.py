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
        # Most keys, as names, are of one record alone: a dict for each would take 60 MB of 300,000 records.
        self._ids: dict[Hashable, Id | dict[Id, None]] = {}
        for registro in registros:
            self._add(registro)

    def ids(self, clave: Hashable) -> list[Id]:
        """Return the identities of the records with a key."""
        found = self._ids.get(clave, ())
        return [found] if isinstance(found, str) else list(found)

    def replace(self, antes: Registro | None, despues: Registro | None) -> None:
        """Follow what becomes of one record."""
        if antes is not None and despues is not None and self._clave(antes) == self._clave(despues):
            return
        if antes is not None:
            self._remove(antes)
        if despues is not None:
            self._add(despues)

    def _add(self, registro: Registro) -> None:
        clave = self._clave(registro)
        if clave is None:
            return
        found = self._ids.setdefault(clave, registro.id)
        if isinstance(found, dict):
            found[registro.id] = None
        elif found != registro.id:
            self._ids[clave] = {found: None, registro.id: None}

    def _remove(self, registro: Registro) -> None:
        clave = self._clave(registro)
        found = self._ids.get(clave)
        if isinstance(found, dict):
            found.pop(registro.id, None)
        elif found == registro.id:
            del self._ids[clave]
