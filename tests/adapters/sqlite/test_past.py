"""What the file remembers: earlier states, exports and receptions, and which editions still count."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.sqlite.rows import dump, encoded, load_back
from promueve_gui.application.ports import Recepcion
from promueve_gui.domain.cambios import alta, cambio, nuevo_id, retiro
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.pasado import Vuelta
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.adapters.sqlite.conftest import AREA
from tests.adapters.sqlite.made_files import run_sql
from tests.generated import valores

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session

TODAS = POR_ENTIDAD.keys()
RECIBIDA = Recepcion("x/formato:a", "Museos.xlsx", "abc", "{}")


@pytest.fixture
def session(opener: ProjectOpener, path: Path) -> Iterator[Session]:
    opened = opener.open(path)
    yield opened
    opened.close()


def group(session: Session, siglas: str) -> GrupoUsuarios:
    grupo = GrupoUsuarios(id=nuevo_id(), nombre="Escuelas", area=AREA.id, clase=ClaseGrupo.DENTRO, siglas=siglas)
    session.edit("Agregar", [alta(grupo)])
    return grupo


def test_every_state_since_the_beginning_can_be_had_again(session: Session) -> None:
    """Edits, undone, done again and discarded, in more lines than are read at a time."""
    states = {session.position: session.snapshot()}

    def note() -> None:
        states[session.position] = session.snapshot()

    for number in range(12):
        grupo = group(session, f"E{number}")
        note()
        session.edit("Cambiar", [cambio(grupo, notas="Uno", siglas="X"), retiro(grupo, "Se repetía")][:1])
        note()
        session.undo()
        note()
        session.undo() if number % 2 else session.redo()
        note()
    session.note("importar", "plan.csv")
    note()
    past = session.past(TODAS)
    for position in sorted(states, reverse=True):
        assert past.en(position) == states[position]
    assert session.past(TODAS).en(min(states)) == states[min(states)]


def test_only_the_tables_that_are_asked_for_are_walked_back(session: Session) -> None:
    before = session.position
    group(session, "E")
    session.edit("Cambiar", [cambio(AREA, siglas="DE")])
    past = session.past({"area_generadora"}).en(before)
    assert past.get(AreaGeneradora, AREA.id) == AREA
    assert len(past.todos(GrupoUsuarios)) == len(session.proyecto.todos(GrupoUsuarios))


def test_an_edition_that_cannot_be_read_is_named(session: Session, path: Path) -> None:
    before = session.position
    group(session, "E")
    run_sql(path, "UPDATE edicion SET cambios = '[[\"grupo_usuarios\"]]' WHERE motivo = 'Agregar'")
    with pytest.raises(UserError, match="historial_ilegible") as caught:
        session.past(TODAS).en(before)
    assert caught.value.data == {"motivo": "Agregar"}


@given(st.data())
def test_going_back_leads_to_what_there_was(data: st.DataObject) -> None:
    """Written as the bitácora does, whatever the values; and back over an undoing, to what there was before that."""
    nuevo = GrupoUsuarios(id="n", **data.draw(valores(GrupoUsuarios)))
    otro = GrupoUsuarios(id="o", **data.draw(valores(GrupoUsuarios)))
    dados = cambio(otro, **data.draw(valores(GrupoUsuarios, some=True)))
    cambios = [alta(nuevo), *([] if dados is None else [dados])]
    text = dump(encoded(cambios))
    back, again = (load_back(text, TODAS, undone=undone) for undone in (False, True))
    antes = [] if dados is None else [Vuelta("grupo_usuarios", "o", dados.antes)]
    despues = [] if dados is None else [Vuelta("grupo_usuarios", "o", dados.despues)]
    assert back == [*antes, Vuelta("grupo_usuarios", "n", None)]
    assert again == [Vuelta("grupo_usuarios", "n", alta(nuevo).despues), *despues]
    assert load_back(text, {"area_generadora"}, undone=False) == []


def test_an_export_is_found_by_its_identity(session: Session) -> None:
    position = session.position
    session.record_export("mapa", "Mapa.xlsx", exportacion="x/mapa")
    found = session.find_export("x/mapa")
    assert found is not None
    assert (found.documento, found.archivo, found.asiento) == ("mapa", "Mapa.xlsx", position)
    assert found.momento.tzinfo is not None
    assert session.find_export("otra") is None


def test_lines_are_read_one_by_one(session: Session) -> None:
    session.note("importar", "plan.csv")
    line = session.line(session.position)
    assert line is not None
    assert (line.accion, line.detalle, line.secuencia) == ("importar", "plan.csv", session.position)
    assert session.line(session.position + 1) is None


def counted(session: Session) -> list[tuple[str, int]]:
    """Return the receptions that count: their files and their lines."""
    found = session.receptions(RECIBIDA.exportacion)
    assert all(recibida.momento is not None and recibida.momento.tzinfo for recibida in found)
    return [(recibida.archivo, recibida.asiento) for recibida in found]


def test_a_reception_counts_while_its_edition_does(session: Session) -> None:
    edicion = session.edit("Recibir", [cambio(AREA, siglas="DE")], "devolver", RECIBIDA)
    assert edicion is not None
    line = session.position
    assert counted(session) == [("Museos.xlsx", line)]
    session.undo()
    assert counted(session) == []
    session.redo()
    assert counted(session) == [("Museos.xlsx", line)]
    reverted = session.revert(edicion.id)
    assert (reverted.revierte, reverted.motivo, reverted.origen) == (edicion.id, "Deshacer «Recibir»", "revertir")
    assert counted(session) == []
    session.revert(reverted.id)
    assert counted(session) == [("Museos.xlsx", line)]
    session.undo()
    assert counted(session) == []
    session.undo()
    assert counted(session) == [("Museos.xlsx", line)]
    session.undo()
    session.edit("Otra cosa", [cambio(AREA, siglas="OTRA")])  # discards what was undone
    assert counted(session) == []


def test_a_reception_that_changed_nothing_is_noted_alone(session: Session) -> None:
    session.note_reception(replace(RECIBIDA, archivo="Nada.xlsx"))
    assert counted(session) == [("Nada.xlsx", session.position)]
    assert [(line.accion, line.detalle) for line in session.history(1)] == [("recibir", "Nada.xlsx: sin cambios")]
    assert session.receptions("otra") == []


def test_receptions_outlive_the_session(opener: ProjectOpener, path: Path) -> None:
    session = opener.open(path)
    session.edit("Recibir", [cambio(AREA, siglas="DE")], "devolver", RECIBIDA)
    session.close()
    again = opener.open(path)
    (kept,) = again.receptions(RECIBIDA.exportacion)
    again.close()
    assert (kept.archivo, kept.huella, kept.visto) == ("Museos.xlsx", "abc", "{}")


def test_what_was_taken_back_is_not_taken_back_twice(session: Session) -> None:
    edicion = session.edit("Cambiar", [cambio(AREA, siglas="DE")])
    assert edicion is not None
    session.revert(edicion.id)
    with pytest.raises(UserError, match="edicion_sin_efecto"):
        session.revert(edicion.id)
    assert session.proyecto.get(AreaGeneradora, AREA.id) == AREA
