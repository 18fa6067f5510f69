"""What has been seen in the returned files of one export, so that no difference is proposed twice. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.ficha import Id

# By table: what each row says in each field that was dealt with; a row goes by its identity or, without one, its key.
Celdas: TypeAlias = "dict[str, dict[str, dict[str, str]]]"
# By table: the key of a row without identity, and the record that it is.
Pares: TypeAlias = "dict[str, list[tuple[str, Id]]]"


@dataclass(slots=True)
class Visto:
    """What one reception dealt with: taken, declined, or left as a doubt.

    ``nuevas`` are rows that became records, ``reconocidas`` those found to be one that was there; ``faltan`` the
    records that no longer came.
    """

    celdas: Celdas = field(default_factory=dict)
    nuevas: Pares = field(default_factory=dict)
    reconocidas: Pares = field(default_factory=dict)
    faltan: dict[str, list[Id]] = field(default_factory=dict)

    def note_cell(self, entidad: str, fila: str, campo: str, texto: str) -> None:
        """Note what a row says in a field."""
        self.celdas.setdefault(entidad, {}).setdefault(fila, {})[campo] = texto

    def to_text(self) -> str:
        """Return it as JSON, without what is empty."""
        partes = {
            "celdas": self.celdas,
            "nuevas": self.nuevas,
            "reconocidas": self.reconocidas,
            "faltan": self.faltan,
        }
        llenas = {nombre: parte for nombre, parte in partes.items() if parte}
        return json.dumps(llenas, ensure_ascii=False, check_circular=False, separators=(",", ":"))

    @classmethod
    def of_text(cls, texto: str) -> Visto:
        """Return what ``to_text`` wrote."""
        return cls(**json.loads(texto))


@frozen
class Conocida:
    """A record that a row without identity was seen to be: under which line of the bitácora, and whether it made it."""

    id: Id
    asiento: int
    nueva: bool


class Memoria:
    """All that the receptions in force of one export have seen."""

    __slots__ = ("_celdas", "_conocidas", "_faltan")

    def __init__(self, vistos: Iterable[tuple[int, Visto]] = ()) -> None:
        """Take what each reception saw, oldest first, with its line of the bitácora."""
        self._celdas: set[tuple[str, str, str, str]] = set()
        self._conocidas: dict[tuple[str, str], dict[Id, Conocida]] = {}
        self._faltan: set[tuple[str, Id]] = set()
        for asiento, visto in vistos:
            for entidad, filas in visto.celdas.items():
                for fila, campos in filas.items():
                    self._celdas.update((entidad, fila, campo, texto) for campo, texto in campos.items())
            for pares, nueva in ((visto.nuevas, True), (visto.reconocidas, False)):
                for entidad, suyas in pares.items():
                    for llave, identidad in suyas:
                        ids = self._conocidas.setdefault((entidad, llave), {})
                        ids.setdefault(identidad, Conocida(identidad, asiento, nueva))
            self._faltan.update((entidad, i) for entidad, ids in visto.faltan.items() for i in ids)

    def said(self, entidad: str, fila: str, campo: str, texto: str) -> bool:
        """Tell whether a row has said this in a field before, and it was dealt with."""
        return (entidad, fila, campo, texto) in self._celdas

    def missed(self, entidad: str, identidad: Id) -> bool:
        """Tell whether it was dealt with before that a record no longer comes."""
        return (entidad, identidad) in self._faltan

    def known(self, entidad: str, llave: str) -> list[Conocida]:
        """Return the records that rows without identity and with this key were seen to be."""
        return list(self._conocidas.get((entidad, llave), {}).values())
