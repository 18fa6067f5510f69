"""Where a project file speaks of a person, and what was erased there: plain data between the file and the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from datetime import datetime

    from promueve_gui.domain.proyecto import Clave


@frozen
class Dicho:
    """What a field of a record says of the person, or said once (``antes``). Empty for what no form shows."""

    campo: str
    texto: str
    antes: bool = False


@frozen(kw_only=True)
class Rastro:
    """A record that speaks of the person, or ``es_persona``: it is hers. ``activo`` while it is in use."""

    clave: Clave
    titulo: str
    es_persona: bool
    activo: bool
    dichos: tuple[Dicho, ...]


@frozen
class Renglon:
    """A line of the bitácora that names the person."""

    momento: datetime
    texto: str


@frozen(kw_only=True)
class Rastreo:
    """All that one file says. ``firmas`` are lines of the bitácora that the person signed, ``otros`` texts inside."""

    rastros: tuple[Rastro, ...] = ()
    renglones: tuple[Renglon, ...] = ()
    firmas: int = 0
    otros: int = 0

    @property
    def vacio(self) -> bool:
        """Tell whether the file does not speak of the person."""
        return not (self.rastros or self.renglones or self.firmas or self.otros)


@frozen
class Borrado:
    """How many records, past editions and other lines of a file were changed.

    ``limpio`` is false when the space they left could not be swept, so that the disk may still hold their traces.
    """

    fichas: int = 0
    ediciones: int = 0
    renglones: int = 0
    limpio: bool = True

    @property
    def total(self) -> int:
        """Return how many places were changed."""
        return self.fichas + self.ediciones + self.renglones

    @property
    def lugares(self) -> str:
        """Say where it was erased: «2 fichas y 5 cambios anteriores»."""
        cuentas = (
            (self.fichas, "ficha", "fichas"),
            (self.ediciones, "cambio anterior", "cambios anteriores"),
            (self.renglones, "renglón de la bitácora", "renglones de la bitácora"),
        )
        *primeras, ultima = [contado(*cuenta) for cuenta in cuentas if cuenta[0]] or ["ningún lugar"]
        return f"{', '.join(primeras)} y {ultima}" if primeras else ultima

    @property
    def frase(self) -> str:
        """Say what the bitácora notes: how much was erased, and not of whom."""
        return f"Datos de una persona: {self.lugares}"
