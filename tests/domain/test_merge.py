"""Two projects compared: what only one says is taken, what both say differently is listed, never guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Recurso
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, CitaGuia, Institucion, Perfil, Persona, RedSocial
from promueve_gui.domain.merge import Comparacion, Conflicto, Parecido, Retiro, compare
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, EstadoLinea, Rol
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

FAROS = Institucion(id="i1", nombre="Secretaría de Faros", siglas="SF")
OTRA_FAROS = Institucion(id="i2", nombre="SECRETARIA DE FAROS", siglas="SF")
MUSEOS = AreaGeneradora(id="a1", nombre="Dirección de Museos")
SUS_MUSEOS = AreaGeneradora(id="a2", nombre="Dirección de museos")
GRUPO = GrupoUsuarios(id="g", nombre="Periodistas", area="a1")


def taken(mine: Proyecto, theirs: Proyecto) -> Comparacion:
    """Compare, take what was found into ``mine``, and see that doing it again takes nothing."""
    hallado = compare(mine, theirs)
    mine.apply(hallado.cambios)
    assert compare(mine, theirs).cambios == []
    return hallado


def test_records_of_the_same_identity_fill_each_other_in() -> None:
    mine = project_of(MUSEOS, replace(GRUPO, poder=3))
    theirs = project_of(MUSEOS, replace(GRUPO, clase=ClaseGrupo.SOCIEDAD, ejes=frozenset({Eje.SERVICIOS})))
    hallado = taken(mine, theirs)
    assert mine.todos(GrupoUsuarios) == [
        replace(GRUPO, poder=3, clase=ClaseGrupo.SOCIEDAD, ejes=frozenset({Eje.SERVICIOS}))
    ]
    assert (hallado.cambiados, hallado.iguales) == ({"grupo_usuarios": 1}, {"area_generadora": 1})
    assert hallado.conflictos == []


def test_what_both_say_differently_stays_and_is_listed() -> None:
    mine = project_of(MUSEOS, replace(GRUPO, poder=3))
    hallado = taken(mine, project_of(MUSEOS, replace(GRUPO, poder=5)))
    assert mine.todos(GrupoUsuarios)[0].poder == 3
    assert hallado.conflictos == [Conflicto("grupo_usuarios", "g", "poder", 3, 5)]


def test_nobody_is_asked_about_what_only_the_program_reads() -> None:
    nota = Contenido(id="n", nombre="Nota", congelado='{"url":"https://a.mx/a"}')
    suya = replace(nota, congelado='{"url":"https://a.mx/b"}')
    for base in (None, project_of(replace(nota, congelado=""))):
        found = compare(project_of(nota), project_of(suya), base)
        assert (found.conflictos, found.cambios) == ([], [])


def test_accents_apart_are_no_conflict() -> None:
    suelta = normalize("NFD", MUSEOS.nombre)
    hallado = taken(project_of(MUSEOS), project_of(replace(SUS_MUSEOS, nombre=suelta)))
    assert (hallado.conflictos, hallado.parecidos, hallado.iguales) == ([], [], {"area_generadora": 1})


def test_a_value_nobody_has_touched_gives_way() -> None:
    linea = LineaPlan(id="l", nombre="Boletín")
    mine = project_of(linea)
    taken(mine, project_of(replace(linea, estado=EstadoLinea.HECHA)))
    assert mine.todos(LineaPlan)[0].estado is EstadoLinea.HECHA
    assert taken(mine, project_of(linea)).conflictos == []


def test_new_records_come_with_their_links() -> None:
    mine = project_of(FAROS, MUSEOS)
    theirs = project_of(
        OTRA_FAROS, SUS_MUSEOS, replace(GRUPO, area="a2"), Evento(id="e", nombre="Mesa", grupos=("g", "perdido"))
    )
    hallado = taken(mine, theirs)
    assert mine.todos(GrupoUsuarios)[0].area == "a1"
    assert mine.todos(Evento)[0].grupos == ("g",)
    assert hallado.nuevos == {"grupo_usuarios": 1, "evento": 1}


def test_records_of_one_name_are_the_same_and_its_spelling_a_conflict() -> None:
    mine = project_of(MUSEOS, GRUPO)
    theirs = project_of(SUS_MUSEOS, GrupoUsuarios(id="otro", nombre="periodistas", area="a2", interes=4))
    hallado = taken(mine, theirs)
    assert mine.todos(GrupoUsuarios) == [replace(GRUPO, interes=4)]
    assert [(c.campo, c.suyo) for c in hallado.conflictos] == [
        ("nombre", "Dirección de museos"),
        ("nombre", "periodistas"),
    ]


def test_each_area_has_its_own_groups_and_those_alike_are_told() -> None:
    otra_area = AreaGeneradora(id="a9", nombre="Archivo")
    mine = project_of(MUSEOS, otra_area, GRUPO)
    hallado = taken(mine, project_of(otra_area, GrupoUsuarios(id="otro", nombre="Periodistas", area="a9")))
    assert hallado.nuevos == {"grupo_usuarios": 1}
    assert hallado.parecidos == [Parecido("grupo_usuarios", "otro", "Periodistas", "Periodistas")]


def test_two_of_theirs_are_not_both_the_same_of_ours() -> None:
    mine = project_of(MUSEOS, GRUPO)
    dobles = [GrupoUsuarios(id=identidad, nombre="Periodistas", area="a1") for identidad in ("x", "y")]
    assert taken(mine, project_of(MUSEOS, *dobles)).nuevos == {"grupo_usuarios": 1}


def test_resources_that_say_just_the_same_pair_first() -> None:
    museos = ConjuntoDatos(id="c", nombre="Museos")
    csv, ods = (Recurso(id=u, nombre="Listado", conjunto="c", url=u) for u in ("https://x.mx/csv", "https://x.mx/ods"))
    mine = project_of(museos, csv, ods)
    hallado = taken(mine, project_of(museos, replace(ods, id="2"), replace(csv, id="1")))
    assert hallado.iguales == {"conjunto_datos": 1, "recurso": 2}
    assert hallado.conflictos == []


def test_kinds_without_a_natural_key_are_the_same_only_when_identical() -> None:
    linea = LineaPlan(id="l1", nombre="Boletín", fecha=date(2026, 3, 2))
    mine = project_of(linea)
    hallado = taken(mine, project_of(replace(linea, id="l2"), replace(linea, id="l3", notas="Otra")))
    assert (hallado.iguales, hallado.nuevos) == ({"linea_plan": 1}, {"linea_plan": 1})


def test_profiles_of_two_projects_do_not_double() -> None:
    def half(n: int) -> list[Registro]:
        return [
            Perfil(id=f"p{n}", nombre="Vigente", dias_respuesta=30),
            RedSocial(id=f"r{n}", nombre="X", limite=280),
            CitaGuia(id=f"c{n}", clave="R1", cita="Paso 1, edición 2015"),
        ]

    hallado = taken(project_of(*half(1)), project_of(*half(2)))
    assert hallado.cambios == []
    assert hallado.iguales == {"perfil": 1, "red_social": 1, "cita_guia": 1}


def test_different_profiles_are_one_conflict() -> None:
    mine = project_of(Perfil(id="1", nombre="Vigente", portal="A"))
    hallado = taken(mine, project_of(Perfil(id="2", nombre="Histórico 2015–2018", portal="B", licencia="Libre")))
    assert [(c.campo, c.nuestro, c.suyo) for c in hallado.conflictos] == [("nombre", "Vigente", "Histórico 2015–2018")]
    assert mine.todos(Perfil)[0].licencia == ""


def test_another_institution_is_refused() -> None:
    dunas = Institucion(id="i3", nombre="Instituto de Dunas", siglas="ID")
    with pytest.raises(UserError) as caught:
        compare(project_of(FAROS), project_of(dunas))
    assert caught.value.code == "institucion_distinta"
    assert caught.value.data == {"nuestra": "Secretaría de Faros", "suya": "Instituto de Dunas"}


def test_an_institution_may_have_been_renamed() -> None:
    hallado = taken(project_of(FAROS), project_of(replace(FAROS, nombre="Secretaría de Faros y Puertos")))
    assert [c.campo for c in hallado.conflictos] == ["nombre"]


def test_withdrawals_are_listed_and_not_copied() -> None:
    retirado = replace(GRUPO, retirado="Se disolvió")
    mine = project_of(MUSEOS, GRUPO)
    assert taken(mine, project_of(MUSEOS, retirado)).retiros == [
        Retiro("grupo_usuarios", "g", "Se disolvió", aqui=False)
    ]
    assert mine.activos(GrupoUsuarios) == [GRUPO]
    aqui = taken(project_of(MUSEOS, retirado), project_of(MUSEOS, GRUPO))
    assert aqui.retiros == [Retiro("grupo_usuarios", "g", "Se disolvió", aqui=True)]


def test_what_both_withdrew_is_equal_whatever_the_reasons() -> None:
    mine = project_of(replace(GRUPO, area=None, retirado="Se disolvió"))
    hallado = taken(mine, project_of(replace(GRUPO, area=None, retirado="Ya no existe")))
    assert hallado.iguales == {"grupo_usuarios": 1}
    assert not hallado.retiros
    assert not hallado.conflictos


def test_their_withdrawn_records_are_kept_as_history() -> None:
    mine = project_of(MUSEOS, GRUPO)
    hallado = taken(mine, project_of(replace(SUS_MUSEOS, retirado="Se fusionó")))
    assert [area.retirado for area in mine.todos(AreaGeneradora)] == ["", "Se fusionó"]
    assert hallado.parecidos == []


def test_additions_that_look_like_something_here_are_a_doubt() -> None:
    mine = project_of(MUSEOS, ConjuntoDatos(id="c", nombre="Visitantes", area="a1"), Recomendacion(id="r", folio="001"))
    theirs = project_of(
        AreaGeneradora(id="a3", nombre="Direción de Museos"),
        Persona(id="p", nombre="Inés Luna", rol=Rol.ENLACE),
        ConjuntoDatos(id="c2", nombre="Visitantes", area="a3"),
        Recomendacion(id="r2", folio="001", texto="Otra"),
        Recomendacion(id="r3", folio="002"),
    )
    assert taken(mine, theirs).parecidos == [
        Parecido("area_generadora", "a3", "Direción de Museos", "Dirección de Museos"),
        Parecido("conjunto_datos", "c2", "Visitantes", "Visitantes"),
        Parecido("recomendacion", "r2", "001", "001"),
    ]


grupos = st.lists(
    st.builds(
        GrupoUsuarios,
        id=st.sampled_from("abcd"),
        nombre=st.sampled_from(["Periodistas", "periodistas", "Guías"]),
        poder=st.sampled_from([None, 2, 4]),
        prioritario=st.booleans(),
        retirado=st.sampled_from(["", "Se disolvió"]),
    ),
    max_size=4,
    unique_by=lambda grupo: grupo.id,
)


@given(grupos, grupos)
def test_consolidating_twice_changes_nothing_the_second_time(mios: list[Registro], suyos: list[Registro]) -> None:
    taken(project_of(*mios), project_of(*suyos))


@given(grupos)
def test_a_project_takes_nothing_from_itself(mios: list[Registro]) -> None:
    hallado = compare(project_of(*mios), project_of(*mios))
    assert hallado.cambios == []
    assert hallado.conflictos == []
