"""The official holidays of Mexico, from the ``holidays`` library. Closures that the institution adds are not here."""

from __future__ import annotations

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
            from holidays import country_holidays  # noqa: PLC0415  # 170 ms that only días hábiles and calendars need

            self._por_anio[year] = frozenset(country_holidays("MX", years=year))
        return self._por_anio[year]
