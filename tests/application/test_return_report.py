"""Differences in words, and what came of a batch in one sentence."""

from __future__ import annotations

from typing import Any

import pytest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.application.return_report import (
    BLANCO,
    NADA,
    NO_VIENE,
    WITHDRAWN,
    Dicha,
    brought,
    counted,
    decision_on,
    put_off,
    summary,
    told,
    waiting,
)
from promueve_gui.application.returns import Returns
from promueve_gui.domain.diferencias import Decision, Devolucion, Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo
from returned.institution import identity, project
from tests.galeria import EDITED, read, sent_session

GRUPO = GrupoUsuarios.ENTIDAD
EN = Lugar(hoja="Grupos", renglon=7, columna="D")


def difference(tipo: TipoDiferencia, **cambios: Any) -> Diferencia:
    base: dict[str, Any] = {
        "clave": "k",
        "entidad": GRUPO,
        "id": identity(21),
        "titulo": "Hoteleros de la costa",
        "lugar": EN,
        **cambios,
    }
    return Diferencia(tipo=tipo, **base)


def words(tipo: TipoDiferencia, **cambios: Any) -> Dicha:
    return told(difference(tipo, **cambios), project())


def test_a_change_says_what_was_what_is_and_where() -> None:
    assert words(
        TipoDiferencia.CAMBIO,
        campo="clase",
        base=ClaseGrupo.SOCIEDAD,
        nuestro=ClaseGrupo.GOBIERNO,
        suyo=ClaseGrupo.DENTRO,
        texto="Dentro de la institución",
    ) == Dicha(
        registro="Hoteleros de la costa",
        dato="Clase",
        enviado="Otros sectores de la sociedad",
        suyo="Dentro de la institución",
        nuestro="Otras instituciones de gobierno",
        lugar="Hoja «Grupos», renglón 7, columna D",
        corto="Grupos · D7",
    )


def test_a_side_that_says_nothing_says_so() -> None:
    dicha = words(TipoDiferencia.CONFLICTO, campo="notas", base="Una", nuestro="", texto="")
    assert (dicha.enviado, dicha.suyo, dicha.nuestro) == ("Una", BLANCO, BLANCO)


def test_a_new_record_tells_its_other_cells_and_whom_it_looks_like() -> None:
    dicha = words(
        TipoDiferencia.NUEVO,
        titulo="Hoteles",
        lugar=Lugar(hoja="Grupos", renglon=7),
        dichos={"nombre": "Hoteles", "siglas": "H", "poder": "2"},
        parecido=identity(21),
    )
    assert (dicha.dato, dicha.suyo, dicha.nuestro) == (
        "Grupo",
        "Siglas: H; Poder: 2",
        "Se parece a «Hoteleros de la costa»",
    )
    assert (dicha.enviado, dicha.corto) == ("", "Grupos · 7")


def test_a_record_that_no_longer_comes_says_what_taking_that_means() -> None:
    dicha = words(TipoDiferencia.FALTANTE, lugar=Lugar(hoja="Grupos"))
    assert (dicha.enviado, dicha.suyo, dicha.resultado) == ("Hoteleros de la costa", NO_VIENE, WITHDRAWN)
    assert (dicha.lugar, dicha.corto) == ("Hoja «Grupos»", "Grupos")


def test_a_cell_that_is_not_understood_says_what_comes_near() -> None:
    dudoso = {"campo": "interes", "nuestro": 3, "suyo": 5, "texto": "9", "mensaje": "«9» no sirve."}
    con, sin = (words(TipoDiferencia.VALOR, valores=v, **dudoso) for v in ({"interes": 5}, {}))
    assert (con.suyo, con.resultado, con.mensaje) == ("9", "5", "«9» no sirve.")
    assert sin.resultado == ""
    fila = words(TipoDiferencia.VALOR, titulo="…", texto="Municipios", valores={"nombre": "x"})
    assert (fila.dato, fila.suyo, fila.nuestro, fila.resultado) == ("Grupo", "Municipios", "", "")


@pytest.mark.parametrize(
    ("tipo", "decididas", "hecho"),
    [
        (TipoDiferencia.CAMBIO, {}, Decision.TOMAR),
        (TipoDiferencia.NUEVO, {"k": Decision.CONSERVAR}, Decision.CONSERVAR),
        (TipoDiferencia.CONFLICTO, {}, Decision.ESPERAR),
        (TipoDiferencia.FALTANTE, {"otra": Decision.TOMAR}, Decision.ESPERAR),
    ],
)
def test_only_what_is_certain_is_taken_by_itself(
    tipo: TipoDiferencia, decididas: dict[str, Decision], hecho: Decision
) -> None:
    assert decision_on(difference(tipo), decididas) is hecho


def devolucion(*tipos: TipoDiferencia) -> Devolucion:
    return Devolucion(
        libro=read("intacto.xlsx"),
        area=None,
        diferencias=[difference(tipo, clave=str(lugar)) for lugar, tipo in enumerate(tipos)],
        iguales={},
        conservados=0,
        problemas=(),
    )


def test_what_a_file_brings_is_counted_by_kind() -> None:
    todo = devolucion(*TipoDiferencia, TipoDiferencia.NUEVO, TipoDiferencia.FALTANTE)
    assert brought(todo) == (
        "2 nuevos, 1 cambio, 1 en conflicto, 2 que ya no vienen, 1 tachado, 1 que no se entiende, 1 por confirmar"
    )
    assert brought(devolucion()) == NADA
    assert counted(todo.diferencias)[TipoDiferencia.FALTANTE] == 2
    assert waiting(todo, {}) == 6
    assert waiting(todo, {"2": Decision.TOMAR, "0": Decision.ESPERAR}) == 5
    assert put_off(todo, {}) == 0
    assert put_off(todo, {"0": Decision.ESPERAR, "1": Decision.TOMAR, "2": Decision.ESPERAR}) == 1


def received(*nombres: str) -> str:
    returns = Returns(sent_session())
    comparados = [compare_one(returns, read(nombre)) for nombre in nombres]
    return summary(apply_all(returns, comparados, [{} for _ in nombres], ignore_progress).aplicados)


def test_a_batch_is_summed_up_in_a_sentence() -> None:
    assert received("intacto.xlsx") == "Se recibió 1 formato; no cambió nada."
    assert received(EDITED) == "Se recibió 1 formato: 1 grupo nuevo, 2 cambios."
    assert received("usos llenos.xlsx", "hoja dividida.xlsx", "renglones borrados.xlsx") == (
        "Se recibieron 3 formatos: 3 grupos nuevos, 2 usos de datos nuevos, 2 cambios, 2 dudas."
    )


def test_what_is_feminine_is_called_so() -> None:
    assert received("plan editado.xlsx") == "Se recibió 1 libro: 2 cambios."
