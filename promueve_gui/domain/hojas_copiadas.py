"""Sheets that somebody copied before working in one of them: what the untouched one still says does not count."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from promueve_gui.domain.devueltos import FilaDevuelta, HojaDevuelta

    Fila: TypeAlias = tuple[HojaDevuelta, FilaDevuelta]


def untouched_copies(filas: Sequence[Fila], intacta: Callable[[Fila], bool]) -> list[tuple[Fila, Fila]]:
    """Return which of the rows of one record only say what was sent of it, while another sheet says more; and that row.

    Within a sheet it is otherwise: there people copy a row to make another out of it.
    """
    if len({id(hoja) for hoja, _ in filas}) == 1:
        return []
    tocadas = [fila for fila in filas if not intacta(fila)]
    con_cambios = {id(hoja) for hoja, _ in tocadas}
    if not tocadas:
        return []
    return [(fila, tocadas[0]) for fila in filas if id(fila[0]) not in con_cambios]
