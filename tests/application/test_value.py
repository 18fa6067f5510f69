"""Criteria that the data themselves tell, with their reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.value import DIAS_CERCANOS, accept_value, mark, propose_value
from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.vocabularios import Acceso, Frecuencia
from tests.application.plan_records import HOY, PUENTES, made
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

URL = "https://datos.ejemplo.gob.mx/puentes.csv"
SECO = ConjuntoDatos(id="puentes", nombre="Puentes y vados")


def proposed(*registros: Registro) -> dict[str, tuple[bool, str]]:
    propuestos = propose_value(project_of(*registros), HOY).get("puentes", ())
    return {p.criterio: (p.valor, p.razon) for p in propuestos}


def test_what_nothing_is_known_of_gets_no_proposal() -> None:
    assert propose_value(project_of(SECO), HOY) == {}


def test_public_resources_are_counted() -> None:
    uno, dos = (Recurso(id=i, conjunto="puentes") for i in "ab")
    privado = Recurso(id="c", conjunto="puentes", acceso=Acceso.PRIVADO)
    assert proposed(SECO, uno, privado) == {"recurso_publico": (True, "Tiene 1 recurso público.")}
    assert proposed(SECO, uno, dos) == {"recurso_publico": (True, "Tiene 2 recursos públicos.")}
    assert proposed(SECO, privado) == {}
    assert proposed(replace(SECO, recurso_publico=True), uno) == {}
    assert proposed(replace(SECO, recurso_publico=True)) == {}


@pytest.mark.parametrize(
    ("conjunto", "cercana", "razon"),
    [
        (replace(SECO, fecha_publicacion=HOY), True, "Se publica el 12/03/2026, hoy."),
        (replace(SECO, fecha_publicacion=HOY + timedelta(days=1)), True, "Se publica el 13/03/2026, mañana."),
        (
            replace(SECO, fecha_publicacion=HOY + timedelta(days=DIAS_CERCANOS)),
            True,
            "Se publica el 11/05/2026, en 60 días.",
        ),
        (PUENTES, True, "Se actualiza el 20/03/2026, en 8 días."),
        (replace(SECO, frecuencia=Frecuencia.DIARIO), True, "Se actualiza cada día."),
        (replace(SECO, frecuencia=Frecuencia.TIEMPO_REAL, fecha_publicacion=HOY), True, "Se actualiza en tiempo real."),
    ],
)
def test_a_near_date_is_proposed(conjunto: ConjuntoDatos, cercana: bool, razon: str) -> None:
    assert proposed(conjunto)["fecha_cercana"] == (cercana, razon)
    assert "fecha_cercana" not in proposed(replace(conjunto, fecha_cercana=True))


@pytest.mark.parametrize(
    ("conjunto", "razon"),
    [
        (replace(SECO, fecha_publicacion=HOY + timedelta(days=61)), "Se publica el 12/05/2026, en 61 días."),
        (
            replace(SECO, frecuencia=Frecuencia.DIARIO, fecha_publicacion=date(2027, 1, 1)),
            "Se publica el 01/01/2027, en 295 días.",
        ),
        (
            replace(SECO, fecha_publicacion=date(2026, 3, 1)),
            "Se publicó el 01/03/2026 y no se espera una actualización en fecha fija.",
        ),
        (
            replace(SECO, fecha_publicacion=date(2026, 3, 1), frecuencia=Frecuencia.ANUAL),
            "Se actualiza el 01/03/2027, en 354 días.",
        ),
    ],
)
def test_a_date_that_is_no_longer_near_takes_the_mark_back(conjunto: ConjuntoDatos, razon: str) -> None:
    assert proposed(replace(conjunto, fecha_cercana=True))["fecha_cercana"] == (False, razon)
    assert "fecha_cercana" not in proposed(conjunto)


def test_what_can_be_downloaded_is_published() -> None:
    publicado = replace(SECO, url=URL, fecha_publicacion=date(2026, 3, 1))
    assert proposed(publicado)["ya_publicado"] == (True, "Tiene URL directa y se publicó el 01/03/2026.")
    assert proposed(replace(SECO, url=URL))["ya_publicado"] == (True, "Tiene URL directa.")
    recurso = Recurso(id="a", conjunto="puentes", url=URL)
    assert proposed(SECO, recurso)["ya_publicado"] == (True, "Uno de sus recursos tiene URL.")
    otro = replace(recurso, id="b")
    assert proposed(SECO, recurso, otro)["ya_publicado"] == (True, "2 de sus recursos tienen URL.")


def test_what_is_still_to_come_or_has_no_url_is_not() -> None:
    assert "ya_publicado" not in proposed(replace(SECO, url=URL, fecha_publicacion=date(2026, 3, 13)))
    assert "ya_publicado" not in proposed(SECO, Recurso(id="a", conjunto="puentes"))
    assert "ya_publicado" not in proposed(replace(SECO, url=URL, ya_publicado=True))


def test_what_is_not_promoted_is_not_valued() -> None:
    assert propose_value(project_of(replace(PUENTES, acceso=Acceso.PRIVADO)), HOY) == {}


def test_accepting_gives_the_criteria_their_values() -> None:
    otro = replace(SECO, id="aforos", nombre="Aforos", url=URL)
    proyecto = project_of(PUENTES, otro, Recurso(id="a", conjunto="puentes", url=URL))
    propuestos = [p for suyos in propose_value(proyecto, HOY).values() for p in suyos]
    motivo, cambios = accept_value(propuestos)
    assert motivo == "Tomar los criterios propuestos de 2 conjuntos de datos"
    despues = made(cambios, proyecto)
    assert propose_value(despues, HOY) == {}
    hallado = despues.get(ConjuntoDatos, "puentes")
    assert hallado is not None
    assert (hallado.recurso_publico, hallado.fecha_cercana, hallado.ya_publicado) == (True, True, True)
    assert (
        accept_value(propose_value(proyecto, HOY)["puentes"])[0]
        == "Tomar los criterios propuestos de «Puentes y vados»"
    )


def test_one_dataset_without_a_name_is_one() -> None:
    (propuesto, *_) = propose_value(project_of(replace(SECO, nombre="", url=URL)), HOY)["puentes"]
    assert accept_value([propuesto])[0] == "Tomar los criterios propuestos de 1 conjunto de datos"


def test_accepting_what_is_so_by_now_changes_nothing() -> None:
    proyecto = project_of(replace(SECO, url=URL))
    (propuesto,) = propose_value(proyecto, HOY)["puentes"]
    tomado = replace(propuesto, conjunto=replace(propuesto.conjunto, ya_publicado=True))
    assert accept_value([tomado])[1] == []
    assert accept_value([]) == ("Tomar los criterios propuestos de 0 conjuntos de datos", [])


def test_marking_one_says_which_and_what() -> None:
    motivo, cambios = mark([SECO], "estrategico", valor=True)
    assert motivo == "Marcar «Está en la lista de datos estratégicos» en «Puentes y vados»"
    marcado = made(cambios, project_of(SECO)).get(ConjuntoDatos, "puentes")
    assert marcado == replace(SECO, estrategico=True)


def test_marking_several_leaves_out_what_is_not_promoted_or_is_marked_already() -> None:
    otros = [
        replace(SECO, id="privado", acceso=Acceso.PRIVADO),
        replace(SECO, id="ya", estrategico=True),
        replace(SECO, id="otro"),
    ]
    motivo, cambios = mark([SECO, *otros], "estrategico", valor=True)
    assert motivo == "Marcar «Está en la lista de datos estratégicos» en 2 conjuntos de datos"
    assert [cambio.id for cambio in cambios] == ["puentes", "otro"]
    motivo, cambios = mark(otros, "estrategico", valor=False)
    assert motivo == "Desmarcar «Está en la lista de datos estratégicos» en 1 conjunto de datos"
    assert [cambio.id for cambio in cambios] == ["ya"]


def test_only_the_datasets_asked_about_are_looked_at() -> None:
    proyecto = project_of(replace(SECO, url=URL), replace(SECO, id="otro", url=URL))
    assert set(propose_value(proyecto, HOY)) == {"puentes", "otro"}
    assert propose_value(proyecto, HOY, {"otro"}) == {"otro": propose_value(proyecto, HOY)["otro"]}
    assert propose_value(proyecto, HOY, ()) == {}
