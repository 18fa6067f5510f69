"""The power–interest grid, from its corners to its middle line."""

from __future__ import annotations

import pytest

from promueve_gui.domain.actores import CAMPO_DE_TRATO, Tratamiento, is_high, tratamiento, trato
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import Perfil


@pytest.mark.parametrize(
    ("poder", "interes", "esperado"),
    [
        (5, 5, "Involucrar de cerca"),
        (4, 4, "Involucrar de cerca"),
        (5, 1, "Mantener satisfechos"),
        (4, 3, "Mantener satisfechos"),
        (1, 5, "Mantener informados"),
        (3, 4, "Mantener informados"),
        (3, 3, "Monitorear"),
        (1, 1, "Monitorear"),
    ],
)
def test_each_quadrant_has_its_treatment_and_the_middle_is_low(poder: int, interes: int, esperado: str) -> None:
    advertido = tratamiento(poder, interes)
    assert advertido is not None
    assert advertido.etiqueta == esperado


@pytest.mark.parametrize(("poder", "interes"), [(None, 5), (5, None), (None, None)])
def test_no_treatment_until_both_grades_are_known(poder: int | None, interes: int | None) -> None:
    assert tratamiento(poder, interes) is None


def test_more_power_or_interest_never_takes_attention_away() -> None:
    orden = [Tratamiento.MONITOREAR, Tratamiento.INFORMAR, Tratamiento.SATISFACER, Tratamiento.INVOLUCRAR]
    for fijo in range(1, 6):
        por_poder = [tratamiento(grado, fijo) for grado in range(1, 6)]
        por_interes = [tratamiento(fijo, grado) for grado in range(1, 6)]
        for serie in (por_poder, por_interes):
            lugares = [orden.index(cada) for cada in serie if cada is not None]
            assert lugares == sorted(lugares)


def test_each_quadrant_has_its_field_of_the_profile() -> None:
    assert set(CAMPO_DE_TRATO) == set(Tratamiento)
    etiquetas = {sugerido: campos(Perfil)[campo].etiqueta for sugerido, campo in CAMPO_DE_TRATO.items()}
    assert etiquetas == {
        Tratamiento.INVOLUCRAR: "Mucho poder y mucho interés",
        Tratamiento.SATISFACER: "Mucho poder y poco interés",
        Tratamiento.INFORMAR: "Poco poder y mucho interés",
        Tratamiento.MONITOREAR: "Poco poder y poco interés",
    }


def test_what_to_do_is_what_the_profile_says() -> None:
    perfil = Perfil(id="p", trato_informar=" Enviarles boletines. ")
    assert trato(perfil, Tratamiento.INFORMAR) == "Enviarles boletines."
    assert trato(perfil, Tratamiento.MONITOREAR) == ""
    assert trato(perfil, None) == ""
    assert trato(None, Tratamiento.INFORMAR) == ""


def test_only_what_is_above_the_middle_is_high() -> None:
    assert [is_high(grado) for grado in (None, 1, 2, 3, 4, 5)] == [False, False, False, False, True, True]
