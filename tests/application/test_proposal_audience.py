"""For whom a line is: those near the data, out of those that the rule is for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.proposal_audience import MAXIMO, Audiencia, Publico
from promueve_gui.domain.actores import Tratamiento
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, TipoUso
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

TODOS = ReglaPlan(id="r", nombre="Correo")
SOCIEDAD = replace(TODOS, clase=ClaseGrupo.SOCIEDAD)


def grupo(identidad: str, area: str | None = "a", **valores: Any) -> GrupoUsuarios:
    valores.setdefault("clase", ClaseGrupo.SOCIEDAD)
    return GrupoUsuarios(id=identidad, nombre=identidad.upper(), area=area, **valores)


def uso(de: str, conjunto: str, tipo: TipoUso = TipoUso.ACTUAL) -> UsoDatos:
    return UsoDatos(id=f"{de}-{conjunto}", grupo=de, conjunto=conjunto, tipo=tipo)


CONJUNTOS = [ConjuntoDatos(id="uno", area="a"), ConjuntoDatos(id="dos", area="b"), ConjuntoDatos(id="suelto")]


def audience(*registros: Registro) -> Audiencia:
    return Audiencia(project_of(*CONJUNTOS, *registros))


def test_those_that_use_the_data_come_before_those_that_could_and_the_area() -> None:
    hallada = audience(
        grupo("del_area"),
        grupo("podria", area="z"),
        grupo("usa", area="z"),
        grupo("ajeno", area="z"),
        uso("usa", "uno"),
        uso("podria", "uno", TipoUso.POTENCIAL),
    )
    assert hallada.for_data(TODOS, ("uno",)) == Publico(("usa", "podria", "del_area"), usan=1, usarian=1)


def test_of_the_same_nearness_priorities_come_first_and_then_interest_and_name() -> None:
    hallada = audience(
        grupo("c"), grupo("b"), grupo("interesado", interes=4, poder=2), grupo("prioritario", prioritario=True)
    )
    assert hallada.for_data(TODOS, ("uno",)).grupos == ("prioritario", "interesado", "b", "c")


def test_a_line_is_for_some_and_not_for_everybody() -> None:
    hallada = audience(*[grupo(f"g{n}") for n in range(MAXIMO + 3)])
    assert len(hallada.for_data(TODOS, ("uno",)).grupos) == MAXIMO


def test_data_of_several_datasets_are_for_those_of_all() -> None:
    hallada = audience(
        grupo("a1"), grupo("b1", area="b"), uso("b1", "uno", TipoUso.POTENCIAL), uso("b1", "dos"), uso("a1", "dos")
    )
    assert hallada.for_data(TODOS, ("uno", "dos")) == Publico(("a1", "b1"), usan=2)


@pytest.mark.parametrize(
    ("regla", "esperados"),
    [
        (TODOS, ("dentro", "eje", "poderoso")),
        (replace(TODOS, clase=ClaseGrupo.DENTRO), ("dentro",)),
        (replace(TODOS, eje=Eje.COLABORACION), ("eje",)),
        (replace(TODOS, cuadrante=Tratamiento.INVOLUCRAR), ("poderoso",)),
        (replace(TODOS, clase=ClaseGrupo.GOBIERNO), ()),
        (replace(TODOS, clase=ClaseGrupo.SOCIEDAD, eje=Eje.EFICIENCIA), ()),
    ],
)
def test_a_rule_is_for_a_class_an_eje_or_a_treatment(regla: ReglaPlan, esperados: tuple[str, ...]) -> None:
    hallada = audience(
        grupo("dentro", clase=ClaseGrupo.DENTRO),
        grupo("eje", ejes=frozenset({Eje.COLABORACION})),
        grupo("poderoso", poder=5, interes=5),
        uso("dentro", "uno"),
        uso("eje", "uno"),
        uso("poderoso", "uno"),
    )
    assert set(hallada.for_data(regla, ("uno",)).grupos) == set(esperados)
    # Asked again, and of another dataset, it says the same and no more.
    assert set(hallada.for_data(regla, ("uno",)).grupos) == set(esperados)
    assert hallada.for_data(regla, ("dos",)).grupos == hallada.for_data(regla, ("suelto",)).grupos


def test_data_of_nobody_are_for_those_that_matter_most() -> None:
    hallada = audience(grupo("b", area="z"), grupo("a", area="z", prioritario=True))
    assert hallada.for_data(TODOS, ("uno",)).grupos == ("a", "b")
    assert hallada.for_data(TODOS, ("suelto",)).grupos == ("a", "b")
    assert hallada.for_data(TODOS, ()).grupos == ("a", "b")


def test_data_of_an_area_with_groups_of_another_class_are_for_nobody() -> None:
    hallada = audience(grupo("a", clase=ClaseGrupo.DENTRO), grupo("b", area="z"))
    assert hallada.for_data(SOCIEDAD, ("uno",)).grupos == ()


def test_groups_and_uses_that_were_withdrawn_are_not_there() -> None:
    hallada = audience(
        grupo("a", retirado="Se unió"),
        grupo("b", area=None),
        uso("a", "uno"),
        replace(uso("b", "uno"), retirado="Ya no"),
        UsoDatos(id="sin_grupo", conjunto="uno"),
        UsoDatos(id="sin_conjunto", grupo="b"),
    )
    assert hallada.for_data(TODOS, ("uno",)).grupos == ("b",)
    assert hallada.used_by("b") == {}


def test_too_few_are_completed_with_a_priority_that_waits() -> None:
    hallada = audience(grupo("a"), grupo("p", area="z", prioritario=True), grupo("q", area="z", prioritario=True))
    uno, dos = Publico(("a",)), Publico(("a", "x"))
    assert hallada.completed(TODOS, uno, set()).grupos == ("a", "p")
    assert hallada.completed(TODOS, uno, {"p"}).grupos == ("a", "q")
    assert hallada.completed(TODOS, uno, {"p", "q"}) == uno
    assert hallada.completed(TODOS, Publico(("p",)), set()).grupos == ("p", "q")
    assert hallada.completed(TODOS, dos, set()) == dos
    assert hallada.completed(TODOS, Publico(()), set()) == Publico(())
    assert hallada.completed(replace(TODOS, clase=ClaseGrupo.DENTRO), uno, set()) == uno


def test_guests_are_those_of_the_event_that_the_rule_is_for() -> None:
    hallada = audience(grupo("a"), grupo("b", clase=ClaseGrupo.GOBIERNO), grupo("c", retirado="Se unió"))
    assert hallada.for_guests(SOCIEDAD, ("b", "c", "a", "nadie")) == Publico(("a",))
    assert hallada.for_guests(TODOS, ("b", "a")).grupos == ("b", "a")


def test_what_a_group_uses_is_known() -> None:
    hallada = audience(grupo("a"), uso("a", "uno"), uso("a", "dos", TipoUso.POTENCIAL))
    assert sorted(hallada.used_by("a"), key=hallada.used_by("a").__getitem__) == ["uno", "dos"]
