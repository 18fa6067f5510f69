"""Columns derived from fields."""

from __future__ import annotations

import pytest

from promueve_gui.adapters.excel.layout import Columna, columnas
from promueve_gui.domain.ficha import Campo, Tipo, campos_visibles
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan


def keys(*columnas: Columna) -> list[str]:
    return [columna.clave for columna in columnas]


def test_every_visible_field_has_its_column_after_the_hidden_identity() -> None:
    todas = columnas(GrupoUsuarios)
    assert keys(*todas) == ["id", *campos_visibles(GrupoUsuarios)]
    assert [columna.clave for columna in todas if columna.oculta] == ["id"]


def test_data_of_persons_are_left_out_unless_asked_for() -> None:
    assert "persona" not in keys(*columnas(LineaPlan))
    assert "persona" in keys(*columnas(LineaPlan, personales=True))
    assert not {"nombre", "correo", "cargo"} & set(keys(*columnas(Contacto)))


@pytest.mark.parametrize(
    ("columna", "ancho"),
    [
        (Columna(clave="a", campo=Campo("A", Tipo.TEXTO_LARGO, ancho=50)), 28),
        (Columna(clave="a", campo=Campo("A", Tipo.REFERENCIA, ancho=30)), 21),
        (Columna(clave="a", campo=Campo("A", Tipo.OPCION, ancho=18)), 14),
        (Columna(clave="a", campo=Campo("A", Tipo.FECHA, ancho=13)), 13),
        (Columna(clave="a", campo=Campo("A", Tipo.ESCALA, ancho=10)), 6),
        (Columna(clave="a", campo=Campo("A", Tipo.TEXTO, ancho=10), fijo=40), 40),
    ],
)
def test_widths_come_from_the_field_and_fit_on_paper(columna: Columna, ancho: int) -> None:
    assert columna.ancho == ancho
