"""What a file that came back by e-mail says, before it meets the project (format F of dominio §5).

Readers make it; nothing here opens files. Cells are as they stand: what they mean is decided by ``interpretacion``.
"""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.importacion import Problema
    from promueve_gui.domain.texto_devuelto import TextoDevuelto


class Ilegible(Enum):
    """A cell that says nothing, neither a value nor that it is blank: an error, or a formula without its result."""

    ILEGIBLE = "ilegible"


ILEGIBLE = Ilegible.ILEGIBLE
Celda: TypeAlias = "str | int | float | bool | date | Ilegible | None"


@frozen(kw_only=True)
class Sello:
    """What a workbook says of itself, in its very hidden sheet or its document properties; empty where it does not.

    ``proyecto`` is the identity of the institution's record, which all copies of a project share; ``documento`` is
    what was exported («mapa», «formato:<area>»); ``version`` the layout of its sheets.
    """

    proyecto: Id = ""
    exportacion: Id = ""
    documento: str = ""
    area: Id = ""
    institucion: str = ""
    version: int = 0


@frozen
class FilaDevuelta:
    """One row: its number in the sheet, from 1; the identity it carries, or nothing; and a cell per field.

    ``None`` is a blank cell. ``calculadas`` are the cells of what the program works out, one per column of those;
    ``tachada`` tells that somebody struck it through.
    """

    renglon: int
    id: Id
    celdas: Sequence[Celda]
    calculadas: Sequence[Celda] = ()
    tachada: bool = False


@frozen(kw_only=True)
class HojaDevuelta:
    """The rows of one kind of record. ``campos`` and ``letras`` say what each cell of a row is and its column.

    ``calculadas`` are the columns that the program works out, which are not taken in, by key and letter.
    """

    nombre: str
    entidad: str
    campos: tuple[str, ...]
    letras: tuple[str, ...]
    filas: Sequence[FilaDevuelta]
    calculadas: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class LibroDevuelto:
    """A returned file: a workbook or, with ``texto``, a document. ``huella`` is its SHA-256 (hexadecimal).

    ``consultas`` are sheets that show groups by area and are not taken in.
    """

    archivo: str
    huella: str
    sello: Sello
    hojas: Sequence[HojaDevuelta] = ()
    consultas: Sequence[HojaDevuelta] = ()
    problemas: Sequence[Problema] = field(default=())
    texto: TextoDevuelto | None = None
