"""Copies of one project compared with what they were when they parted: only what each changed since counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Perfil
from promueve_gui.domain.merge import Comparacion, Conflicto, Retiro, compare
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.generated import valores
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

AREA = AreaGeneradora(id="a", nombre="Museos")
GRUPO = GrupoUsuarios(id="g", nombre="Escuelas", area="a", descripcion="Primarias", poder=3)
OTRO = GrupoUsuarios(id="h", nombre="Museos", area="a")
EVENTO = Evento(id="e", nombre="Mesa", grupos=("g", "h"))
BASE = (AREA, GRUPO, OTRO, EVENTO)


def having(*changed: Registro, without: str = "") -> Proyecto:
    """Return the common project with some records as they are by now, or without one."""
    by_id = {registro.id: registro for registro in (*BASE, *changed) if registro.id != without}
    return project_of(*by_id.values())


def taken(mine: Proyecto, theirs: Proyecto) -> Comparacion:
    """Compare, take what was found into ``mine``, and see that doing it again takes nothing."""
    hallado = compare(mine, theirs, having())
    mine.apply(hallado.cambios)
    again = compare(mine, theirs, having())
    assert (again.cambios, again.conflictos, again.retiros) == ([], hallado.conflictos, hallado.retiros)
    return hallado


def test_what_only_they_changed_is_taken_over_what_was_filled_in() -> None:
    mine = having()
    hallado = taken(mine, having(replace(GRUPO, descripcion="Todas", poder=None, clase=ClaseGrupo.GOBIERNO)))
    assert mine.get(GrupoUsuarios, "g") == replace(GRUPO, descripcion="Todas", poder=None, clase=ClaseGrupo.GOBIERNO)
    assert hallado.cambiados == {"grupo_usuarios": 1}
    assert hallado.iguales == {"area_generadora": 1, "grupo_usuarios": 1, "evento": 1}


def test_what_only_we_changed_is_kept() -> None:
    mine = having(replace(GRUPO, descripcion="Todas", poder=None))
    assert taken(mine, having()).cambios == []


def test_what_both_changed_is_a_conflict_unless_it_is_the_same() -> None:
    mine = having(replace(GRUPO, descripcion="Nuestra", poder=5))
    hallado = taken(mine, having(replace(GRUPO, descripcion="Suya", poder=5)))
    assert hallado.conflictos == [Conflicto("grupo_usuarios", "g", "descripcion", "Nuestra", "Suya")]


def test_what_both_changed_to_the_same_words_is_no_conflict_though_accents_are_apart() -> None:
    mine, theirs = (replace(GRUPO, descripcion=normalize(forma, "Educación")) for forma in ("NFC", "NFD"))
    hallado = taken(having(mine), having(theirs))
    assert (hallado.conflictos, hallado.cambios) == ([], [])


def test_profiles_go_field_by_field() -> None:
    perfil = Perfil(id="p", nombre="Vigente", portal="A")
    suyo = project_of(replace(perfil, nombre="Nuestro perfil", portal="B"))
    hallado = compare(project_of(replace(perfil, portal="C")), suyo, project_of(perfil))
    assert [c.despues for c in hallado.cambios] == [{"nombre": "Nuestro perfil"}]
    assert [(c.campo, c.nuestro, c.suyo) for c in hallado.conflictos] == [("portal", "C", "B")]


def test_what_they_withdrew_is_asked_about() -> None:
    mine = having()
    hallado = taken(mine, having(replace(GRUPO, retirado="Se repetía")))
    assert hallado.retiros == [Retiro("grupo_usuarios", "g", "Se repetía", aqui=False)]
    assert mine == having()


def test_what_they_merged_is_withdrawn_with_it() -> None:
    mine = having()
    union = UnionGrupos(id="u", queda="h", sobrante="g")
    taken(mine, having(replace(GRUPO, retirado="Se unió"), replace(EVENTO, grupos=("h",)), union))
    assert mine == having(replace(GRUPO, retirado="Se unió"), replace(EVENTO, grupos=("h",)), union)


def test_what_both_withdrew_is_no_question() -> None:
    mine = having(replace(GRUPO, retirado="Aquí"))
    assert taken(mine, having(replace(GRUPO, retirado="Allá", notas="N"))).retiros == []


def test_what_we_withdrew_is_a_question_only_if_they_went_on_with_it() -> None:
    mine = having(replace(GRUPO, retirado="Se repetía"))
    assert taken(mine, having()).retiros == []
    hallado = taken(mine, having(replace(GRUPO, notas="Cada mes")))
    assert hallado.retiros == [Retiro("grupo_usuarios", "g", "Se repetía", aqui=True)]


def test_what_was_withdrawn_and_they_use_again_is_used_again() -> None:
    base = project_of(AREA, replace(GRUPO, retirado="Se repetía"))
    mine = base.snapshot()
    mine.apply(compare(mine, project_of(AREA, GRUPO), base).cambios)
    assert mine.get(GrupoUsuarios, "g") == GRUPO


def test_what_is_gone_there_is_asked_about() -> None:
    hallado = taken(having(), having(replace(EVENTO, grupos=("g",)), without="h"))
    assert hallado.retiros == [Retiro("grupo_usuarios", "h", "su alta se deshizo", aqui=False)]


def test_what_is_gone_here_stays_so_unless_they_went_on_with_it() -> None:
    mine = having(replace(EVENTO, grupos=("g",)), without="h")
    assert taken(mine, having()).cambios == []
    taken(mine, having(replace(OTRO, notas="Cada mes")))
    assert mine.get(GrupoUsuarios, "h") == replace(OTRO, notas="Cada mes")


def test_new_records_of_one_name_fill_each_other_in() -> None:
    mine = having(GrupoUsuarios(id="n", nombre="INEGI", area="a", notas="Nuestra"))
    suyo = GrupoUsuarios(id="s", nombre="Inegi", area="a", siglas="I", notas="Suya")
    hallado = taken(mine, having(suyo, replace(EVENTO, grupos=("g", "s"))))
    assert mine.get(GrupoUsuarios, "n") == GrupoUsuarios(id="n", nombre="INEGI", area="a", notas="Nuestra", siglas="I")
    assert mine.get(Evento, "e") == replace(EVENTO, grupos=("g", "n"))
    assert {c.campo for c in hallado.conflictos} == {"nombre", "notas"}


ALTERED = valores(GrupoUsuarios, {"area_generadora": ["a"]}, some=True).map(
    lambda dados: replace(GRUPO, **{**dados, "retirado": ""})
)


@given(ALTERED)
def test_without_changes_of_theirs_there_is_nothing_and_without_ours_all_is_theirs(altered: GrupoUsuarios) -> None:
    mine = having(altered)
    assert compare(mine, having(), having()).cambios == []
    ours = having()
    ours.apply(compare(ours, mine, having()).cambios)
    assert ours == mine


@given(st.lists(ALTERED, min_size=2, max_size=2))
def test_without_conflicts_the_order_of_the_copies_does_not_matter(copies: list[GrupoUsuarios]) -> None:
    orders = []
    conflicts = 0
    for order in (copies, copies[::-1]):
        mine = having()
        for copy in order:
            hallado = compare(mine, having(copy), having())
            conflicts += len(hallado.conflictos)
            mine.apply(hallado.cambios)
        orders.append(mine)
    assert conflicts or orders[0] == orders[1]
