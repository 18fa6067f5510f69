"""Whatever was done before, and in whatever order, forgetting somebody leaves a history that still works."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.sqlite.files import SqliteArchivos
from promueve_gui.adapters.sqlite.personal_store import SqlitePersonalStore
from promueve_gui.application.open_project import ProjectOpener
from promueve_gui.application.personal_data import find_person, forget_person
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.registros import TIPOS
from tests.fakes import AUTOR, Clock

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

NOMBRE, CORREO = "Petra Vereda Monte", "petra@coop.example.org"
NEEDLES = (b"Petra", b"Vereda Monte", b"petra@coop")
GRUPO = GrupoUsuarios(id="g", nombre="Cooperativas")
PETRA = Contacto(id="petra", nombre=NOMBRE, correo=CORREO, grupo="g")
ENLACE = Persona(id="enlace", nombre=NOMBRE, correo=CORREO)
ANA = Contacto(id="ana", nombre="Ana Ruiz", correo="ana@escuela.example.org", grupo="g")
PEOPLE: tuple[Registro, ...] = (PETRA, ENLACE, ANA)

TEXTS = st.sampled_from(
    [NOMBRE, CORREO, "Ana Ruiz", f"Avisar a {NOMBRE} y a Ana", f"Vereda Monte, Petra <{CORREO}>", "Nada", ""]
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("alta"), st.sampled_from(range(len(PEOPLE))), st.just("")),
        st.tuples(st.just("notas"), st.just(0), TEXTS),
        st.tuples(st.just("fuente"), st.just(0), TEXTS),
        st.tuples(st.just("cargo"), st.just(0), TEXTS),
        st.tuples(st.just("retirar"), st.just(0), TEXTS),
        st.tuples(st.just("deshacer"), st.just(0), st.just("")),
        st.tuples(st.just("rehacer"), st.just(0), st.just("")),
    ),
    max_size=14,
)


def change(proyecto: Proyecto, what: str, place: int, text: str) -> Cambio | None:
    """Return the change that a step makes, if it can be made now."""
    grupo, petra = proyecto.get(GrupoUsuarios, "g"), proyecto.get(Contacto, "petra")
    assert grupo is not None
    if what == "alta":
        nuevo = PEOPLE[place]
        return alta(nuevo) if proyecto.registro(nuevo.ENTIDAD, nuevo.id) is None else None
    if what == "notas":
        return cambio(grupo, notas=text)
    if petra is None:
        return None
    return retiro(petra, text) if what == "retirar" else cambio(petra, **{what: text})


def live(session: Session, steps: list[tuple[str, int, str]]) -> None:
    """Do what the steps say."""
    for what, place, text in steps:
        if what == "deshacer":
            session.undo()
        elif what == "rehacer":
            session.redo()
        else:
            session.edit(f"{what}: {text}", [change(session.proyecto, what, place, text)])


def everything(session: Session) -> dict[tuple[str, str], Registro]:
    return {(r.ENTIDAD, r.id): r for tipo in TIPOS for r in session.proyecto.todos(tipo)}


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_nothing_of_her_is_left_and_all_steps_go_back_and_forth(steps: list[tuple[str, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        path, opener = Path(folder) / "p.promueve", ProjectOpener(SqliteArchivos(), AUTOR, Clock())
        opener.create(path, [GRUPO])
        session = opener.open(path)
        live(session, steps)
        store = SqlitePersonalStore()
        expediente = find_person(store, path, f"{NOMBRE}; {CORREO}")
        chosen = [rastro.clave for rastro in expediente.rastros]
        forget_person(session, store, expediente, chosen)
        assert [needle for needle in NEEDLES if needle in path.read_bytes()] == []
        states = []
        while session.undo() is not None:
            states.append(everything(session))
        assert everything(session) == {("grupo_usuarios", "g"): replace(GRUPO)}
        for state in reversed(states):
            assert everything(session) == state
            session.redo()
        session.close()
        again = opener.open(path)
        assert find_person(store, path, f"{NOMBRE}; {CORREO}").vacio
        again.close()


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_what_is_about_others_is_left_letter_by_letter(steps: list[tuple[str, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        path, opener = Path(folder) / "p.promueve", ProjectOpener(SqliteArchivos(), AUTOR, Clock())
        opener.create(path, [GRUPO])
        session = opener.open(path)
        live(session, steps)
        before = everything(session)
        store = SqlitePersonalStore()
        expediente = find_person(store, path, f"{NOMBRE}; {CORREO}")
        forget_person(session, store, expediente, [rastro.clave for rastro in expediente.rastros])
        found = {rastro.clave for rastro in expediente.rastros}
        now = everything(session)
        assert now.keys() == before.keys()
        assert {clave: now[clave] for clave in now.keys() - found} == {
            clave: before[clave] for clave in before.keys() - found
        }
        session.close()


@pytest.mark.parametrize("many", [3000])
def test_of_a_large_import_only_the_row_that_names_her_changes(tmp_path: Path, many: int) -> None:
    opener, store = ProjectOpener(SqliteArchivos(), AUTOR, Clock()), SqlitePersonalStore()
    path = tmp_path / "p.promueve"
    opener.create(path, [GRUPO])
    session = opener.open(path)
    rows = [Contacto(id=f"c{n}", nombre=f"Persona Número {n}", grupo="g", cargo="Vocal") for n in range(many)]
    session.edit("Importar contactos", [alta(row) for row in (*rows, PETRA)], "importar")
    expediente = find_person(store, path, NOMBRE)
    assert [rastro.clave for rastro in expediente.rastros] == [("contacto", "petra")]
    hecho = forget_person(session, store, expediente, [("contacto", "petra")])
    assert (hecho.proyecto.fichas, hecho.proyecto.ediciones) == (1, 1)
    assert session.proyecto.get(Contacto, "c7") == rows[7]
    session.undo()
    session.undo()
    assert session.proyecto.todos(Contacto) == []
    session.redo()
    assert session.proyecto.get(Contacto, "c7") == rows[7]
    session.close()
