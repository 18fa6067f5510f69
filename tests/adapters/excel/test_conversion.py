"""Cells say what the program shows, and dates and numbers stay what they are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.excel.conversion import converter, row_reader
from promueve_gui.adapters.excel.layout import Columna, columnas
from promueve_gui.domain.ficha import Campo, Tipo, campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.registros import TIPOS
from tests.adapters.excel.muestra import project, sample
from tests.generated import valor

PROYECTO = project(sample())
COMO_SON = {Tipo.FECHA, Tipo.ENTERO, Tipo.ESCALA}
DESCRITOS = [campo for tipo in TIPOS for campo in campos(tipo).values()]


@given(st.sampled_from(DESCRITOS), st.data())
def test_cells_say_what_the_program_shows(campo: Campo, data: st.DataObject) -> None:
    dado = data.draw(valor(campo, [r.id for r in sample()]))
    convertido = converter(campo, PROYECTO)(dado)
    assert convertido == (dado if campo.tipo in COMO_SON else mostrar(campo, dado, PROYECTO))


def test_a_row_has_the_identity_the_fields_and_what_is_worked_out() -> None:
    extra = Columna(clave="largo", campo=Campo("Largo", Tipo.ENTERO), derivada=True)
    leer = row_reader((*columnas(LineaPlan)[:2], extra), PROYECTO, {"largo": lambda linea: len(linea.nombre)})
    assert leer(LineaPlan(id="x", nombre="Boletín")) == ["x", "Boletín", 7]


@pytest.mark.parametrize(("clave", "esperado"), [("fecha", date(2026, 2, 5)), ("conjunto", "Inventario de puentes")])
def test_fields_are_read_by_name(clave: str, esperado: object) -> None:
    leer = row_reader([c for c in columnas(LineaPlan) if c.clave == clave], PROYECTO, {})
    linea = PROYECTO.get(LineaPlan, "l1")
    assert linea is not None
    assert leer(linea) == [esperado]
