"""A figure with its bare baseline and its target, and the table of all of them. Measures nothing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = ("", "Promueve", "bare", "ratio", "target", "")
NOTHING = "–"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure: ours, the same done bare in the same run, and how far either may go.

    ``most`` limits our own figure, in ``unit``, and ``least`` says how little it may be; ``most_times`` limits the
    ratio to the bare one. None of them means that the figure is only told.
    """

    name: str
    ours: float
    bare: float | None = None
    unit: str = "ms"
    most: float | None = None
    least: float | None = None
    most_times: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return how many times the bare figure ours is."""
        return self.ours / self.bare if self.bare else None

    @property
    def met(self) -> bool | None:
        """Tell whether the target is met; ``None`` when there is none."""
        if self.most is not None:
            return self.ours <= self.most
        if self.least is not None:
            return self.ours >= self.least
        if self.most_times is not None and self.ratio is not None:
            return self.ratio <= self.most_times
        return None

    def cells(self) -> tuple[str, ...]:
        """Return the figure as a row of the table."""
        return (
            self.name,
            _amount(self.ours, self.unit),
            NOTHING if self.bare is None else _amount(self.bare, self.unit),
            NOTHING if self.ratio is None else f"{self.ratio:.2f}×",
            self._target(),
            {True: "met", False: "MISSED", None: ""}[self.met],
        )

    def to_json(self) -> dict[str, Any]:
        """Return everything about the figure, for a machine."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}

    def _target(self) -> str:
        if self.most is not None:
            return f"≤ {_amount(self.most, self.unit)}"
        if self.least is not None:
            return f"≥ {_amount(self.least, self.unit)}"
        return NOTHING if self.most_times is None else f"≤ {self.most_times:.1f}×"


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as an aligned table: names to the left, numbers to the right."""
    rows = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    rows.insert(1, tuple("─" * width for width in widths))
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *numbers, verdict = row
    cells = [name.ljust(widths[0])]
    cells += [number.rjust(width) for number, width in zip(numbers, widths[1:-1], strict=True)]
    return "  ".join([*cells, verdict]).rstrip()


def _amount(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004  # three significant digits
    return f"{value:,.{digits}f} {unit}"
