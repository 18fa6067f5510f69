"""A new group says which one it looks like."""

from __future__ import annotations

from difflib import SequenceMatcher

from promueve_gui.domain import semejantes
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.semejantes import Semejantes
from tests.projects import project_of

PROYECTO = project_of(
    GrupoUsuarios(id="1", nombre="Cámaras de comercio"),
    GrupoUsuarios(id="2", nombre="Cámara de comercio"),
    GrupoUsuarios(id="3", nombre="Universidades"),
)


def similitud(uno: str, otro: str, corte: float = 0) -> float:
    return SequenceMatcher(None, uno, otro).ratio() * 100


def test_the_same_name_counts_without_any_likeness() -> None:
    assert Semejantes(PROYECTO, None).find("  UNIVERSIDADES ") == "3"
    assert Semejantes(PROYECTO, None).find("Universidad") is None


def test_the_most_similar_name_is_found() -> None:
    halla = Semejantes(PROYECTO, similitud).find
    assert halla("Camara de comercios") == "2"
    assert halla("Camaras de comercios") == "1"
    assert halla("Notarías") is None


def test_of_two_that_are_just_as_similar_the_first_is_told() -> None:
    assert Semejantes(PROYECTO, lambda *_: 80.0).find("Otra cosa") == "1"


def test_among_too_many_groups_only_the_same_name_is_looked_for(monkeypatch) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - pytest's own
    monkeypatch.setattr(semejantes, "COMPARABLES", 2)
    halla = Semejantes(PROYECTO, similitud).find
    assert (halla("Camaras de comercios"), halla("universidades")) == (None, "3")
