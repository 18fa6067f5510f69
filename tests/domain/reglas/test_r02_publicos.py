"""R2: only public datasets are promoted, and none that the opening-plan tool makes about itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.reglas import Estado, Severidad
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, EstadoLinea
from tests.domain.reglas.fabrica import CONJUNTO, HOY, LINEA, contenido, evaluar, faltas, publicacion

NO_PROMOVIBLES: list[tuple[dict[str, Any], str]] = [
    ({"acceso": Acceso.PRIVADO}, "es privado"),
    ({"acceso": Acceso.RESTRINGIDO}, "restringido"),
    ({"acceso": None}, "no dice si es público"),
    ({"institucional": True}, "herramienta del plan de apertura"),
    ({"retirado": "ya no existe"}, "fue retirado"),
]


def test_does_not_apply_while_nothing_is_promoted() -> None:
    sin_objeto = replace(LINEA, conjunto=None)
    assert evaluar("R2", CONJUNTO, sin_objeto, contenido(conjuntos=())).estado is Estado.NO_APLICA


def test_public_datasets_may_be_promoted_everywhere() -> None:
    resultado = evaluar("R2", CONJUNTO, LINEA, contenido(), publicacion(HOY))
    assert (resultado.estado, resultado.cumplidos) == (Estado.CUMPLE, 3)


@pytest.mark.parametrize(("valores", "dice"), NO_PROMOVIBLES)
def test_the_others_are_barred_wherever_they_are_named(valores: dict[str, Any], dice: str) -> None:
    resultado = evaluar("R2", replace(CONJUNTO, **valores), LINEA, contenido(), publicacion(HOY))
    en_publicacion = [] if "retirado" in valores else [("pub", "conjuntos")]
    assert faltas(resultado) == [("linea", "conjunto"), ("contenido", "conjuntos"), *en_publicacion]
    assert all(dice in hallazgo.mensaje and "«Puentes y vados»" in hallazgo.mensaje for hallazgo in resultado.hallazgos)
    assert {hallazgo.severidad for hallazgo in resultado.hallazgos} == {Severidad.BLOQUEA}


def test_what_was_done_with_data_that_were_withdrawn_since_is_no_gap() -> None:
    retirado = replace(CONJUNTO, retirado="Se juntó con otro")
    hechos = (
        replace(LINEA, estado=EstadoLinea.HECHA),
        contenido(estado=EstadoContenido.PUBLICADO),
        publicacion(HOY),
    )
    assert evaluar("R2", retirado, *hechos).estado is Estado.NO_APLICA
    assert len(evaluar("R2", replace(CONJUNTO, acceso=Acceso.PRIVADO), *hechos).hallazgos) == 3


def test_a_cancelled_line_promotes_nothing() -> None:
    cancelada = replace(LINEA, estado=EstadoLinea.CANCELADA)
    assert evaluar("R2", replace(CONJUNTO, acceso=Acceso.PRIVADO), cancelada).estado is Estado.NO_APLICA


def test_one_finding_for_each_barred_dataset_of_a_content() -> None:
    privados = [replace(CONJUNTO, id=letra, nombre=letra, acceso=Acceso.PRIVADO) for letra in "ab"]
    resultado = evaluar("R2", CONJUNTO, *privados, contenido(conjuntos=("a", "puentes", "b", "perdido")))
    assert [hallazgo.mensaje[:3] for hallazgo in resultado.hallazgos] == ["«a»", "«b»"]
    assert (resultado.cumplidos, resultado.total) == (0, 1)


def test_datasets_that_the_tool_makes_must_be_marked() -> None:
    nombre = "Inventario Institucional de Datos de la Secretaría de Puentes"
    marcado = ConjuntoDatos(id="marcado", nombre=nombre, institucional=True)
    suelto = ConjuntoDatos(id="suelto", nombre="Plan de Apertura Institucional de Puentes")
    resultado = evaluar("R2", CONJUNTO, marcado, suelto)
    assert faltas(resultado) == [("suelto", "institucional")]
    assert (resultado.cumplidos, resultado.total) == (1, 2)
