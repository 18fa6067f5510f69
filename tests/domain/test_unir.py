"""Joining two records moves every link and withdraws the spare one, leaving a trace."""

from __future__ import annotations

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.unir import unir
from tests.projects import project_of


def test_single_links_move_and_the_spare_record_is_withdrawn() -> None:
    sobra, queda = AreaGeneradora(id="s", nombre="Direccion"), AreaGeneradora(id="q", nombre="Dirección")
    base = project_of(
        sobra,
        queda,
        ConjuntoDatos(id="c1", nombre="Museos", area="s"),
        ConjuntoDatos(id="c2", nombre="Zonas", area="q"),
    )
    base.apply(unir(base, sobra, queda))
    assert {conjunto.area for conjunto in base.todos(ConjuntoDatos)} == {"q"}
    assert base.activos(AreaGeneradora) == [queda]
    assert base.todos(AreaGeneradora)[0].retirado == "Se unió con «Dirección»."


def test_links_in_lists_move_without_repeating() -> None:
    sobra, queda = GrupoUsuarios(id="s", nombre="Prensa"), GrupoUsuarios(id="q", nombre="Periodistas")
    base = project_of(
        sobra, queda, GrupoUsuarios(id="x", nombre="Otro"), Evento(id="e", nombre="Mesa", grupos=("s", "x", "q"))
    )
    base.apply(unir(base, sobra, queda))
    assert base.todos(Evento)[0].grupos == ("q", "x")


def test_a_record_already_withdrawn_for_that_stays_so() -> None:
    queda = AreaGeneradora(id="q", nombre="Dirección")
    sobra = AreaGeneradora(id="s", nombre="Direccion", retirado="Se unió con «Dirección».")
    assert unir(project_of(sobra, queda), sobra, queda) == []
