"""What a returned file is compared with, and what each of its rows was found to be. Decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.devueltos import FilaDevuelta, HojaDevuelta
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.procedencia import Procedencias
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.visto import Memoria


@frozen(kw_only=True)
class Partes:
    """The sides of a comparison.

    ``base`` is the project as it was exported, ``None`` when nobody knows; ``entonces`` gives a record as it was after
    a line of the bitácora. ``procedencias`` are the merges of today. ``parecido`` finds a group that a name looks like.
    """

    archivo: str
    documento: str
    area: Id | None
    nuestro: Proyecto
    base: Proyecto | None
    entonces: Callable[[int, str, Id], Registro | None]
    memoria: Memoria
    procedencias: Procedencias
    parecido: Callable[[str], Id | None]

    def standing(self, identidad: Id) -> Id:
        """Return the record that stands today for one that may have been merged."""
        return self.procedencias.queda_por.get(identidad, identidad)


@dataclass(slots=True)
class Renglon:
    """A row and the records that it is: as sent, today, and as an earlier file left it.

    ``ref`` is the word under which it is remembered; ``llave`` the key by which it was found, empty for its identity.
    ``nueva`` tells that ``visto`` was made by that file; ``repite`` that another row is already what this one says it
    is; ``nombre_ajeno`` that it has nothing of another row but the name; ``copia`` that it is the same record as a row
    of another sheet, worked on in both. Without ``nuestro`` it is new.
    """

    hoja: HojaDevuelta
    fila: FilaDevuelta
    ref: str
    llave: str = ""
    base: Registro | None = None
    nuestro: Registro | None = None
    visto: Registro | None = None
    nueva: bool = False
    repite: bool = False
    nombre_ajeno: bool = False
    copia: bool = False

    @property
    def clave(self) -> str:
        """Return the word under which its differences are told from those of other rows."""
        return f"{self.ref}@{self.hoja.nombre}" if self.copia else self.ref
