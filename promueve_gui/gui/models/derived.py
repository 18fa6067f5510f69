"""Columns that are worked out from a record and never typed: a deadline, a state, a sum. Knows no project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.domain.ficha import Registro


@frozen
class Shown:
    """What a derived cell shows: its text, what it sorts by (its text when left out), and the colour of its chip.

    ``colour`` names a pair of ``Colores`` («bien», «atencion», «error», «dato»); ``None`` means plain text. The text
    alone must say everything, so that colour is never the only sign; where it is signs, ``tip`` says them in words.
    """

    text: str
    order: Any = None
    colour: str | None = None
    tip: str = ""


@frozen
class Derived:
    """A column that is worked out: its name, its label, its width in characters and how it is worked out.

    ``destinos`` are the other tables that the answer depends on; a change in them shows it anew.
    """

    name: str
    label: str
    width: int
    compute: Callable[[Any], Shown]
    destinos: frozenset[str] = frozenset()

    def order(self, registro: Registro) -> tuple[bool, Any]:
        """Return what a record sorts by; those with nothing to show come last."""
        shown = self.compute(registro)
        return not shown.text, shown.text if shown.order is None else shown.order
