"""Access and frequency as institutions write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.vocabulario_leido import leer_acceso, leer_frecuencia
from promueve_gui.domain.vocabularios import Acceso, Frecuencia


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Público", Acceso.PUBLICO),
        ("Publico", Acceso.PUBLICO),
        (" PUBLICO. ", Acceso.PUBLICO),
        ("son públicos", Acceso.PUBLICO),
        ("No", Acceso.PUBLICO),
        ("Sí", Acceso.PRIVADO),
        ("Privado", Acceso.PRIVADO),
        ("non-public", Acceso.PRIVADO),
        ("Restringido", Acceso.RESTRINGIDO),
        ("restricted public", Acceso.RESTRINGIDO),
        ("quién sabe", None),
        ("", None),
    ],
)
def test_access_is_known_by_many_names(texto: str, esperado: Acceso | None) -> None:
    assert leer_acceso(texto) is esperado


@pytest.mark.parametrize(
    ("texto", "esperada"),
    [
        ("mensualmente", Frecuencia.MENSUAL),
        ("ANUAL", Frecuencia.ANUAL),
        ("Diaria", Frecuencia.DIARIO),
        ("tiempo real", Frecuencia.TIEMPO_REAL),
        ("realtime", Frecuencia.TIEMPO_REAL),
        ("bianual", Frecuencia.BIANUAL),
        ("cada dos años", Frecuencia.BIANUAL),
        ("R/P1D", Frecuencia.DIARIO),
        ("r/p1m", Frecuencia.MENSUAL),
        ("P1Y", Frecuencia.ANUAL),
        ("R/P0.5M", Frecuencia.QUINCENAL),
        ("R/P0,5M", Frecuencia.QUINCENAL),
        ("R/P0.5Y", Frecuencia.SEMESTRAL),
        ("R/P12M", Frecuencia.ANUAL),
        ("R/P7D", Frecuencia.SEMANAL),
        ("R/P15D", Frecuencia.QUINCENAL),
        ("R/PT24H", Frecuencia.DIARIO),
        ("R/PT1S", Frecuencia.TIEMPO_REAL),
        ("R/P0.33M", None),
        ("R/PT1M", None),
        ("R/P1S", None),
        ("cuando se pueda", None),
        ("", None),
    ],
)
def test_frequency_is_known_in_words_and_as_iso_period(texto: str, esperada: Frecuencia | None) -> None:
    assert leer_frecuencia(texto) is esperada


@pytest.mark.parametrize("frecuencia", list(Frecuencia))
def test_every_frequency_is_read_from_its_own_label_and_code(frecuencia: Frecuencia) -> None:
    assert leer_frecuencia(frecuencia.etiqueta) is frecuencia
    assert leer_frecuencia(frecuencia.value) is frecuencia


@pytest.mark.parametrize("acceso", list(Acceso))
def test_every_access_is_read_from_its_own_label_and_value(acceso: Acceso) -> None:
    assert leer_acceso(acceso.etiqueta) is acceso
    assert leer_acceso(acceso.value) is acceso


@given(st.text())
def test_any_text_is_some_choice_or_none(texto: str) -> None:
    assert leer_acceso(texto) in {*Acceso, None}
    assert leer_frecuencia(texto) in {*Frecuencia, None}
