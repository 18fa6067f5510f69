"""What people write below a table, which is no row of it: sums, who made it, when. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.devueltos import HojaDevuelta

_NOTA = re.compile(
    r"(?:sub)?total(?:es)?(?: general| de [\w ]+)?\s*(?:[:=.].*|\d[\w ]*)?"
    r"|(?:(?:elabor|autoriz|valid|actualiz)(?:o|ad[oa]|acion)|revis(?:o|ad[oa]|ion)|vo ?\. ?bo ?\.?)(?: por\b.*|\s*:.*)"
    r"|(?:fecha|notas?|fuente|firma|observaciones|responsable|area)(?: de [\w ]+)?\s*:.*"
    r"|\*.*|[\W_]+"
    r"|ningun[oa]s?|no (?:hay|tenemos|se tienen?|existen?)\b.*|sin (?:grupos|usuarios|cambios|informacion|datos)"
)


def is_note(texto: str) -> bool:
    """Tell whether a text reads like a note: «Total: 8 grupos», «Elaboró: …», «Fecha: …», «* …», «Ninguno», «---»."""
    return _NOTA.fullmatch(plegar(texto)) is not None


def footnotes(hoja: HojaDevuelta) -> frozenset[int]:
    """Return the rows, by number, that stand below the table after a gap and have each one cell with something in it.

    After a gap in which somebody went on with the table, with all its columns, there are none.
    """
    _, *siguientes = [*_blocks(hoja)] or [[]]
    if any(llenas > 1 for bloque in siguientes for _, llenas in bloque):
        return frozenset()
    return frozenset(renglon for bloque in siguientes for renglon, _ in bloque)


def _blocks(hoja: HojaDevuelta) -> Iterator[list[tuple[int, int]]]:
    """Yield the rows that stand together, each by its number and how many of its cells say something."""
    bloque: list[tuple[int, int]] = []
    for fila in hoja.filas:
        escritas = [celda for celda in fila.celdas if celda is not None and celda != ""]
        if not escritas:
            continue
        anotada = isinstance(escritas[0], str) and is_note(escritas[0])  # «Total» and a sum, two who sign
        llenas = 1 if anotada else len(escritas)
        if bloque and fila.renglon > bloque[-1][0] + 1:
            yield bloque
            bloque = []
        bloque.append((fila.renglon, llenas))
    if bloque:
        yield bloque
