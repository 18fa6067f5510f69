"""The official holidays of Mexico, from the ``holidays`` library. Closures that the institution adds are not here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class CalendarioOficial:
    """Fulfils the port ``Feriados``; each year is worked out once."""

    def __init__(self) -> None:
        """Start without having worked out any year."""
        self._por_anio: dict[int, frozenset[date]] = {}

    def __call__(self, year: int) -> frozenset[date]:
        """Return the holidays of ``year``; none for years that the library does not cover."""
        if year not in self._por_anio:
            # Imported here because it takes 170 ms, and only projects that count días hábiles need it.
            self._por_anio[year] = frozenset(import_module("holidays").country_holidays("MX", years=year))
        return self._por_anio[year]
