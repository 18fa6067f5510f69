"""Search over everything: any words, any order, no matter the accents; titles first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.ports import Cancelled
from promueve_gui.application.search import FEW, MANY, SearchIndex
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.projects import project_of

AREA = AreaGeneradora(id="a", nombre="Dirección de Caminos", responsable="Íñigo Peña")
GRUPO = GrupoUsuarios(
    id="g",
    nombre="Transportistas",
    clase=ClaseGrupo.SOCIEDAD,
    ejes=frozenset([next(iter(Eje))]),
    notas="Usan caminos",
    poder=3,
)
RETIRADO = replace(GRUPO, id="x", nombre="Caminos viejos", retirado="Ya no existe")
CONJUNTO = ConjuntoDatos(id="c", nombre="Red de caminos rurales")
PROYECTO = project_of(AREA, GRUPO, RETIRADO, CONJUNTO)


def found(query: str, limit: int = 60) -> list[str]:
    return [hallado.id for hallado in SearchIndex().search(PROYECTO, query, limit)]


def test_without_words_nothing_is_found() -> None:
    assert found("   ") == []


def test_accents_capitals_and_order_do_not_matter() -> None:
    assert found("PENA inigo") == ["a"]


def test_titles_come_before_other_texts_and_what_is_withdrawn_does_not_come() -> None:
    assert found("caminos") == ["a", "c", "g"]


def test_a_title_is_told_with_its_table() -> None:
    (hallado,) = SearchIndex().search(PROYECTO, "rurales")
    assert (hallado.entidad, hallado.titulo) == ("conjunto_datos", "Red de caminos rurales")


def test_labels_of_vocabularies_are_searched_too() -> None:
    assert found(ClaseGrupo.SOCIEDAD.etiqueta) == ["g"]
    assert found(next(iter(Eje)).etiqueta) == ["g"]


def test_no_more_are_returned_than_asked_for() -> None:
    assert found("caminos", limit=1) == ["a"]
    assert found("a", limit=2) == found("a")[:2]


def test_a_record_that_changed_is_read_again() -> None:
    index = SearchIndex()
    index.warm_up(PROYECTO)
    assert index.matching([GRUPO], "transportistas") == [GRUPO]
    otro = replace(GRUPO, nombre="Choferes")
    assert index.matching([otro], "transportistas") == []
    assert index.text(otro).startswith("choferes")


def test_the_warm_up_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled(done, total)

    many = project_of(*(GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n}") for n in range(FEW)))
    with pytest.raises(Cancelled):
        SearchIndex().warm_up(many, stop)


def test_an_empty_query_keeps_everything() -> None:
    assert SearchIndex().matching([GRUPO, RETIRADO], " ") == [GRUPO, RETIRADO]


def test_other_texts_stop_being_gathered_when_there_are_enough_of_them() -> None:
    areas = [AreaGeneradora(id=f"a{n}", nombre=f"Área {n}", correo="caminos@ejemplo.mx") for n in range(3)]
    grupos = [replace(GRUPO, id=f"g{n}", area=None) for n in range(3)]
    found = SearchIndex().search(project_of(*areas, *grupos), "caminos", limit=2)
    assert [hallado.id for hallado in found] == ["a0", "a1"]


def test_a_second_search_finds_the_same_and_what_was_added_since() -> None:
    index = SearchIndex()
    first = index.search(PROYECTO, "caminos")
    assert index.search(PROYECTO, "caminos") == first
    mas = project_of(AREA, GRUPO, RETIRADO, CONJUNTO, replace(CONJUNTO, id="d", nombre="Caminos vecinales"))
    assert [hallado.id for hallado in index.search(mas, "caminos")] == ["a", "c", "d", "g"]


def test_texts_of_many_follow_the_records_that_are_asked_for() -> None:
    index = SearchIndex()
    one, two = GrupoUsuarios(id="a", nombre="Pescadoras"), GrupoUsuarios(id="b", nombre="Médicos")
    assert index.texts([one, two]) == index.texts(iter([one, two])) == ["pescadoras", "medicos"]
    assert index.texts([two]) == ["medicos"]
    assert index.texts([one, replace(two, nombre="Enfermeras")]) == ["pescadoras", "enfermeras"]
    assert index.texts([]) == []


def test_texts_of_very_many_are_made_in_parts_and_only_once() -> None:
    index = SearchIndex()
    muchos = [GrupoUsuarios(id=str(n), nombre=f"Médicos {n}") for n in range(2 * MANY + 1)]
    assert len(list(index.gather(muchos))) == 3
    texts = index.texts(muchos)
    assert texts[-1] == f"medicos {2 * MANY}"
    assert list(index.gather(muchos)) == list(index.gather(muchos[:9])) == []
    assert index.texts([muchos[0]]) == ["medicos 0"]
    assert index.texts(muchos) is texts, "what one record says does not put the texts of all of them away"
    muchos[0] = replace(muchos[0], nombre="Enfermeras")
    assert index.texts(muchos) == ["enfermeras", *texts[1:]]


def test_marks_of_formatting_part_no_word() -> None:
    nota = Contenido(id="n", nombre="Nota", cuerpo="Los a**fo**ros están en [el portal](https://a.mx/secreto)")
    proyecto = project_of(nota)
    assert [hallado.id for hallado in SearchIndex().search(proyecto, "aforos portal")] == ["n"]
    assert SearchIndex().search(proyecto, "secreto") == []


WORDS = ("agua", "gua", "a", "rios", "peces", "aguas")


@given(st.lists(st.tuples(*[st.lists(st.sampled_from(WORDS), max_size=3)] * 2), max_size=12), st.data())
def test_what_is_found_is_what_looking_into_each_finds(
    dichos: list[tuple[list[str], list[str]]], data: st.DataObject
) -> None:
    grupos = [
        GrupoUsuarios(id=f"g{n}", nombre=" ".join(uno), notas=" ".join(otro)) for n, (uno, otro) in enumerate(dichos)
    ]
    query = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
    limit = data.draw(st.integers(min_value=1, max_value=15))
    index = SearchIndex()
    every = [grupo for grupo in grupos if all(word in index.text(grupo) for word in query)]
    expected = sorted(every, key=lambda grupo: query[0] not in grupo.nombre)
    found = index.search(project_of(*grupos), " ".join(query), limit)
    assert [hallado.id for hallado in found] == [grupo.id for grupo in expected[:limit]]
