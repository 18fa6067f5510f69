"""The line with place and date of a bulletin, as people write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.lugar_y_fecha import partido


@pytest.mark.parametrize(
    ("texto", "leido"),
    [
        ("Ciudad de México, 22 de diciembre de 2026", ("Ciudad de México", date(2026, 12, 22))),
        ("Xalapa, Ver., a 3 de enero de 2027.", ("Xalapa, Ver.", date(2027, 1, 3))),
        ("5 de febrero de 2026", ("", date(2026, 2, 5))),
        ("Oaxaca,  1º de mayo   de 2026", ("Oaxaca", date(2026, 5, 1))),
        ("Mérida, 05/02/2026", ("Mérida", date(2026, 2, 5))),
        ("Ciudad de México", ("Ciudad de México", None)),
        ("", ("", None)),
        ("Puebla, 31 de febrero de 2026", None),
        ("Puebla, 31 de 2026", None),
    ],
)
def test_place_and_day(texto: str, leido: tuple[str, date | None] | None) -> None:
    assert partido(texto) == leido


@given(
    st.sampled_from(["", "Ciudad de México", "San Luis Río Colorado, Son."]),
    st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)),
)
def test_what_the_document_writes_is_read_back(lugar: str, dia: date) -> None:
    escrito = ", ".join(filter(None, (lugar, fecha_larga(dia))))
    assert partido(escrito) == (lugar, dia)
