"""Parts of contents lead to the content that they belong to, and slides have an order."""

from __future__ import annotations

import pytest

from promueve_gui.application.content_parts import move_slide, owner_of
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed, VersionContenido
from promueve_gui.domain.reglas.estructura import laminas
from tests.fakes import memory_session
from tests.projects import project_of


@pytest.mark.parametrize("tipo", [Lamina, VarianteRed, VersionContenido])
def test_a_part_leads_to_its_content(tipo: type[Lamina | VarianteRed | VersionContenido]) -> None:
    proyecto = project_of(tipo(id="p", contenido="c"), tipo(id="q"))
    assert [owner_of(proyecto, tipo.ENTIDAD, identidad) for identidad in ("p", "q", "perdida")] == ["c", "", ""]


PLATICA = Contenido(id="c")
LAMINAS = [Lamina(id=cual, contenido="c", orden=orden) for cual, orden in zip("abcd", (2, 2, 5, None), strict=True)]


@pytest.mark.parametrize(
    ("which", "place", "order"),
    [("a", 0, "adbc"), ("d", 1, "adbc"), ("d", 99, "abcd"), ("c", -3, "cdab"), ("b", 3, "dacb"), ("c", 1, "dcab")],
)
def test_a_slide_goes_to_a_place_and_all_are_numbered(which: str, place: int, order: str) -> None:
    session = memory_session(project_of(PLATICA, *LAMINAS))  # begins as d, a, b, c
    session.edit(*move_slide(session.proyecto, PLATICA, which, place))
    found = laminas(session.proyecto, PLATICA)
    assert [(lamina.id, lamina.orden) for lamina in found] == list(zip(order, (1, 2, 3, 4), strict=True))
    session.undo()
    assert [lamina.id for lamina in laminas(session.proyecto, PLATICA)] == list("dabc")


def test_a_slide_that_stays_or_is_not_there_changes_nothing() -> None:
    proyecto = project_of(PLATICA, *LAMINAS)
    assert move_slide(proyecto, PLATICA, "nadie", 0) == ("", [])
    assert move_slide(proyecto, PLATICA, "d", 0) == ("", [])
    assert move_slide(proyecto, Contenido(id="otra"), "a", 0) == ("", [])
