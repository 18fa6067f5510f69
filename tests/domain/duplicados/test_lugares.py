"""Cities of which people say the state too."""

from __future__ import annotations

import pytest

from promueve_gui.domain.duplicados.lugares import Ciudades


@pytest.mark.parametrize(
    ("dicha", "equivale"),
    [
        ("leyes de puebla", "leyes"),
        ("cancun quintana roo norte", "cancun"),
        ("cancun", "cancun"),
        ("cancun", ""),
        ("cancun quintana roo", "tulum"),
    ],
)
def test_what_is_no_city_with_its_state_is_not_taken(dicha: str, equivale: str) -> None:
    ciudades = Ciudades()
    assert not ciudades.tomar(dicha.split(), equivale.split())
    assert ["cancun"] not in ciudades


def test_the_state_of_a_city_goes_without_saying() -> None:
    ciudades = Ciudades()
    assert ciudades.tomar("cancun quintana roo".split(), ["cancun"])
    assert ["cancun"] in ciudades
    dichas = "hoteles de cancun quintana roo".split()
    assert ciudades.sin_estado(("hotel", "cancun", "§quintana_roo"), dichas) == ("hotel", "cancun")
    assert ciudades.sin_estado(("hotel", "cancun", "§jalisco"), dichas) == ("hotel", "cancun", "§jalisco")
