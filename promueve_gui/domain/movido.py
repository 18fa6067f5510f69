"""What a merge of two groups moved, as ``UnionGrupos.movido`` keeps it: enough to part them again, and no more."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.codec import Primitivo, decode, encode
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from typing import Any

    from promueve_gui.domain.ficha import Campo, Id, Valor


class Enlace(NamedTuple):
    """A field of a record that named the group that was merged."""

    entidad: str
    id: Id
    campo: str


class Plegado(NamedTuple):
    """A record that said the same as one of the group that stays, and was withdrawn in favour of it (``en``)."""

    entidad: str
    id: Id
    en: Id


class Puesto(NamedTuple):
    """A field to which the merge gave another value; values as they are stored."""

    entidad: str
    id: Id
    campo: str
    antes: Primitivo
    despues: Primitivo

    @property
    def ficha(self) -> Campo:
        """Return the description of the field."""
        return campos(POR_ENTIDAD[self.entidad])[self.campo]

    @property
    def anterior(self) -> Valor:
        """Return the value that the field had before."""
        return decode(self.ficha, self.antes)

    @property
    def nuevo(self) -> Valor:
        """Return the value that the merge gave it."""
        return decode(self.ficha, self.despues)


@dataclass(slots=True)
class Movido:
    """What one merge moved. ``listas`` tell whether the group that stays was in the list already.

    ``sueltos`` are links to one group, ``plegados`` records withdrawn as repeated, ``puestos`` fields filled in.
    """

    sueltos: list[Enlace] = field(default_factory=list)
    listas: dict[Enlace, bool] = field(default_factory=dict)
    plegados: list[Plegado] = field(default_factory=list)
    puestos: list[Puesto] = field(default_factory=list)

    def poner(self, entidad: str, identidad: Id, campo: str, antes: Valor, despues: Valor) -> None:
        """Note that a field was given another value."""
        ficha = campos(POR_ENTIDAD[entidad])[campo]
        self.puestos.append(Puesto(entidad, identidad, campo, encode(ficha, antes), encode(ficha, despues)))

    def guardado(self) -> str:
        """Return it as it is kept in a record."""
        listas = [[*enlace, junto] for enlace, junto in self.listas.items()]
        partes = {"sueltos": self.sueltos, "listas": listas, "plegados": self.plegados, "puestos": self.puestos}
        return json.dumps({nombre: parte for nombre, parte in partes.items() if parte}, ensure_ascii=False)

    @classmethod
    def leido(cls, texto: str) -> Movido:
        """Return what a record keeps; of a text that is not of ours, what can be read."""
        try:
            partes: Any = json.loads(texto or "{}")
        except ValueError:
            return cls()
        if not isinstance(partes, dict):
            return cls()
        return cls(
            [Enlace(*fila) for fila in _filas(partes, "sueltos", 3)],
            {Enlace(*fila[:3]): bool(fila[3]) for fila in _filas(partes, "listas", 4)},
            [Plegado(*fila) for fila in _filas(partes, "plegados", 3)],
            [Puesto(*fila) for fila in _filas(partes, "puestos", 5)],
        )


def _filas(partes: dict[str, Any], nombre: str, largo: int) -> list[list[Any]]:
    """Return the rows of a part that name a known kind of record and, where they must, one of its fields."""
    filas = partes.get(nombre)
    buenas = (
        [fila for fila in filas if isinstance(fila, list) and len(fila) == largo] if isinstance(filas, list) else []
    )
    conocidas = [
        fila for fila in buenas if all(isinstance(parte, str) for parte in fila[:3]) and fila[0] in POR_ENTIDAD
    ]
    if nombre == "plegados":
        return conocidas
    return [fila for fila in conocidas if fila[2] in campos(POR_ENTIDAD[fila[0]])]
