"""Each workbook of the gallery, compared with the project that it belongs to, brings what ``esperado.toml`` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.application.return_report import told
from promueve_gui.application.returns import Returns
from promueve_gui.domain.errors import UserError
from tests.galeria import ESPERADO, read, sent_session

if TYPE_CHECKING:
    from promueve_gui.domain.diferencias import Devolucion
    from promueve_gui.domain.proyecto import Proyecto

LEGIBLES = [nombre for nombre, dicho in ESPERADO.items() if "renglones" in dicho and "rehusado" not in dicho]
USUALES = ("Municipios costeros: Interés", "Hoteleros de la costa: Notas")


def expected(nombre: str) -> list[str]:
    """Return the differences that a workbook must bring, in no particular order."""
    dicho = ESPERADO[nombre]
    otras: list[str] = dicho.get("diferencias", [])
    if not dicho.get("ediciones", True):
        return sorted(otras)
    como = "En conflicto" if dicho.get("en_duda") else "Cambia"
    return sorted([*(f"{como} {usual}" for usual in USUALES), "Nuevo Pescadores ribereños", *otras])


def said(devolucion: Devolucion, proyecto: Proyecto) -> list[str]:
    dichas = []
    for diferencia in devolucion.diferencias:
        dicha = told(diferencia, proyecto)
        dato = f": {dicha.dato}" if diferencia.campo else ""
        dichas.append(f"{diferencia.tipo.etiqueta} {dicha.registro}{dato}")
    return sorted(dichas)


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_it_brings_what_people_wrote_and_nothing_else(nombre: str) -> None:
    session = sent_session()
    assert said(Returns(session).compare(read(nombre)), session.proyecto) == expected(nombre)


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_taken_and_sent_again_it_brings_nothing(nombre: str) -> None:
    session = sent_session()
    returns = Returns(session)
    recibidos = apply_all(returns, [compare_one(returns, read(nombre))], [{}], ignore_progress)
    assert not recibidos.error
    assert Returns(session).compare(read(nombre)).diferencias == []


def test_what_another_institution_sent_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        Returns(sent_session()).compare(read("otra institucion.xlsx"))
    assert refused.value.code == ESPERADO["otra institucion.xlsx"]["rehusado"]
