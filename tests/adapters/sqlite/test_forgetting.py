"""A person is found and erased in real files: not a byte of her is left, and the rest of the history still works."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.adapters.sqlite.personal_store import SqlitePersonalStore
from promueve_gui.application.personal_data import find_person, forget_person
from promueve_gui.application.ports import Recepcion
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import Contacto
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.personas import BORRADO
from tests.adapters.sqlite.conftest import AREA
from tests.adapters.sqlite.made_files import older_file, run_sql
from tests.fakes import AUTOR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.personal_data import Expediente
    from promueve_gui.application.session import Session

PETRA = Contacto(
    id="petra",
    nombre="Petra Vereda Monte",
    grupo="g",
    institucion="Unión de Cooperativas",
    cargo="Secretaria",
    correo="petra@cooperativas.example.org",
    fuente="Se la pidió a Petra Vereda Monte",
    aviso_fecha=date(2026, 3, 14),
)
OTRA_PETRA = Contacto(id="otra", nombre="Petra Vereda Monte", grupo="g", correo="pvm@escuela.example.org")
MESA = Evento(
    id="mesa",
    nombre="Mesa de caminos",
    asistencia="Ana Ruiz, SE, ana@ejemplo.gob.mx\nVereda Monte, Petra; Unión de Cooperativas\nLuis Paz",
    desarrollo="Habló PETRA VEREDA MONTE y después Ana Ruiz.",
)
DUDA = Duda(id="duda", nombre="Duda", suyo=json.dumps({"texto": "Petra Vereda Monte y Ana Ruiz Núñez"}))
NEEDLES = (b"Petra", b"PETRA", b"petra@", b"petra.vieja@")


@pytest.fixture
def store() -> SqlitePersonalStore:
    return SqlitePersonalStore()


@pytest.fixture
def session(opener: ProjectOpener, path: Path) -> Iterator[Session]:
    """Return a project in whose past a person left traces of every kind."""
    opened = opener.open(path)
    opened.edit("Agregar el contacto «Petra Vereda Monte»", [alta(replace(PETRA, correo="petra.vieja@example.org"))])
    opened.edit("Cambiar el correo", [cambio(replace(PETRA, correo="petra.vieja@example.org"), correo=PETRA.correo)])
    opened.edit("Registrar la mesa", [alta(MESA), alta(DUDA)])
    opened.edit("Nombrar el área", [cambio(AREA, responsable="Mtra. Petra Vereda Monte")])
    opened.record_export("mapa", "Para Petra Vereda Monte.xlsx")
    yield opened
    opened.close()


def found(store: SqlitePersonalStore, session: Session, text: str = "petra vereda monte") -> Expediente:
    return find_person(store, session.path, text)


def everything(expediente: Expediente) -> list[tuple[str, str]]:
    return [rastro.clave for rastro in expediente.rastros]


def content(path: Path) -> bytes:
    return path.read_bytes()


def test_records_past_and_lines_are_found(store: SqlitePersonalStore, session: Session) -> None:
    expediente = found(store, session)
    assert everything(expediente) == [
        ("contacto", "petra"),
        ("area_generadora", "a"),
        ("duda", "duda"),
        ("evento", "mesa"),
    ]
    petra = expediente.rastros[0]
    assert petra.es_persona
    assert petra.activo
    said = {(dicho.campo, dicho.texto, dicho.antes) for dicho in petra.dichos}
    assert ("correo", "petra@cooperativas.example.org", False) in said
    assert ("correo", "petra.vieja@example.org", True) in said
    assert ("fuente", PETRA.fuente, False) in said
    assert [r.texto for r in expediente.proyecto.renglones] == [
        "Agregar el contacto «Petra Vereda Monte»",
        "Mapa de usuarios: Para Petra Vereda Monte.xlsx",
    ]
    assert expediente.proyecto.otros == 1
    assert not expediente.varias


def test_nothing_is_left_in_the_file(store: SqlitePersonalStore, session: Session) -> None:
    assert all(needle in content(session.path) for needle in NEEDLES)
    expediente = found(store, session)
    hecho = forget_person(session, store, expediente, everything(expediente))
    assert hecho.proyecto.limpio
    assert [needle for needle in NEEDLES if needle in content(session.path)] == []
    assert found(store, session).vacio
    assert found(store, session, "petra.vieja@example.org").vacio


def test_what_is_about_others_stays(store: SqlitePersonalStore, session: Session, opener: ProjectOpener) -> None:
    expediente = found(store, session)
    forget_person(session, store, expediente, everything(expediente))
    before, path = session.snapshot(), session.path
    session.close()
    again = opener.open(path)
    assert again.proyecto == before
    mesa = again.proyecto.get(Evento, "mesa")
    assert mesa is not None
    assert mesa.asistencia == f"Ana Ruiz, SE, ana@ejemplo.gob.mx\n{BORRADO}\nLuis Paz"
    assert mesa.desarrollo == f"Habló {BORRADO} y después Ana Ruiz."
    duda = again.proyecto.get(Duda, "duda")
    assert duda is not None
    assert json.loads(duda.suyo) == {"texto": f"{BORRADO} y Ana Ruiz Núñez"}
    petra = again.proyecto.get(Contacto, "petra")
    assert petra is not None
    assert (petra.nombre, petra.correo, petra.institucion, petra.cargo) == (BORRADO,) * 4
    assert (petra.fuente, petra.aviso_fecha) == (f"Se la pidió a {BORRADO}", PETRA.aviso_fecha)
    assert petra.retirado == "Se borraron sus datos personales"
    again.close()


def test_every_other_edition_is_still_undone_and_done_again(store: SqlitePersonalStore, session: Session) -> None:
    expediente = found(store, session)
    forget_person(session, store, expediente, everything(expediente))
    after = session.snapshot()
    steps = 0
    while session.undo() is not None:
        steps += 1
    assert steps == 5
    assert session.proyecto.get(Contacto, "petra") is None
    assert session.proyecto.todos(Evento) == []
    while session.redo() is not None:
        steps -= 1
    assert steps == 0
    assert session.proyecto == after


def test_the_bitacora_tells_that_something_was_erased_and_not_of_whom(
    store: SqlitePersonalStore, session: Session
) -> None:
    expediente = found(store, session)
    forget_person(session, store, expediente, everything(expediente))
    lines = [(line.accion, line.detalle) for line in session.history()]
    assert lines[0] == ("editar", "Retirar a una persona cuyos datos se borraron")
    assert lines[1] == ("borrar", "Datos de una persona: 4 fichas, 4 cambios anteriores y 3 renglones de la bitácora")
    assert ("editar", f"Agregar el contacto «{BORRADO}»") in lines


def test_somebody_else_of_the_same_name_is_left_out(store: SqlitePersonalStore, session: Session) -> None:
    session.edit("Agregar el contacto «Petra Vereda Monte» de la escuela", [alta(OTRA_PETRA)])
    expediente = found(store, session)
    forget_person(session, store, expediente, [("contacto", "petra"), ("evento", "mesa")])
    assert session.proyecto.get(Contacto, "otra") == OTRA_PETRA
    assert session.history(10)[2].detalle == "Agregar el contacto «Petra Vereda Monte» de la escuela"
    area = session.proyecto.todos(type(AREA))[0]
    assert area.responsable == "Mtra. Petra Vereda Monte"
    session.undo()
    session.undo()
    assert session.proyecto.get(Contacto, "otra") is None
    session.redo()
    assert session.proyecto.get(Contacto, "otra") == OTRA_PETRA


def test_a_person_known_by_another_name_by_now_is_found_by_the_old_one(
    store: SqlitePersonalStore, session: Session
) -> None:
    session.edit("Corregir el nombre", [cambio(PETRA, nombre="Petronila Vereda Monte")])
    (rastro, *_) = found(store, session, "petra.vieja@example.org").rastros
    assert rastro.clave == ("contacto", "petra")
    assert rastro.titulo == "Petronila Vereda Monte"


def test_one_whose_creation_was_undone_is_found_in_the_past(store: SqlitePersonalStore, session: Session) -> None:
    enlace = Persona(id="p", nombre="Rosa Luna", correo="rosa@ejemplo.gob.mx")
    session.edit("Agregar", [alta(enlace)])
    session.undo()
    expediente = found(store, session, "Rosa Luna")
    (rastro,) = expediente.rastros
    assert (rastro.titulo, rastro.es_persona, rastro.activo) == ("Rosa Luna", True, False)
    assert all(dicho.antes for dicho in rastro.dichos)
    forget_person(session, store, expediente, [rastro.clave])
    assert b"Rosa" not in content(session.path)
    session.redo()
    assert session.proyecto.get(Persona, "p") == replace(enlace, nombre=BORRADO, correo=BORRADO)


def test_backups_are_erased_too_and_keep_their_moment(
    store: SqlitePersonalStore, session: Session, opener: ProjectOpener
) -> None:
    session.backup("importacion")
    (newest, *_) = opener.backups(session.path)
    os.utime(newest.path, (1_000_000, 1_000_000))
    expediente = found(store, session)
    assert newest.path in expediente.copias
    hecho = forget_person(session, store, expediente, everything(expediente))
    assert (hecho.copias, hecho.fallidas) == (1, ())
    assert [needle for needle in NEEDLES if needle in content(newest.path)] == []
    assert newest.path.stat().st_mtime == 1_000_000
    assert opener.backups(session.path)[0].path == newest.path


def test_originals_of_an_earlier_schema_are_erased_too(
    store: SqlitePersonalStore, opener: ProjectOpener, carpeta: Path
) -> None:
    file = older_file(carpeta / "viejo.promueve")
    run_sql(file, "UPDATE area_generadora SET responsable = 'Petra Vereda Monte'")
    session = opener.open(file, upgrade=True)
    expediente = found(store, session)
    (original,) = [copia for copia in expediente.copias if copia.suffix == ".bak"]
    forget_person(session, store, expediente, everything(expediente))
    session.close()
    assert b"Petra" not in content(original)
    assert b"Petra" not in content(file)


def test_a_backup_that_cannot_be_read_is_told(
    store: SqlitePersonalStore, session: Session, opener: ProjectOpener
) -> None:
    session.backup("importacion")
    (newest, *_) = opener.backups(session.path)
    newest.path.write_bytes(b"SQLite format 3\x00 y nada mas")
    expediente = found(store, session)
    hecho = forget_person(session, store, expediente, everything(expediente))
    assert newest.path.name in hecho.fallidas


def test_a_backup_that_cannot_be_written_stays_and_is_told(
    store: SqlitePersonalStore, session: Session, opener: ProjectOpener, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.backup("importacion")
    (newest, *_) = opener.backups(session.path)
    before = content(newest.path)
    expediente = found(store, session)
    monkeypatch.setattr("promueve_gui.adapters.sqlite.forgetting.sweep", lambda _: False)
    hecho = forget_person(session, store, expediente, everything(expediente))
    assert hecho.fallidas == (newest.path.name,)
    assert not hecho.proyecto.limpio
    assert content(newest.path) == before


def test_a_damaged_edition_is_erased_as_plain_text(
    store: SqlitePersonalStore, session: Session, path: Path, opener: ProjectOpener
) -> None:
    session.close()
    run_sql(path, "UPDATE edicion SET cambios = 'rota: Petra Vereda Monte' WHERE secuencia = 1")
    again = opener.open(path)
    expediente = found(store, again)
    assert expediente.proyecto.otros == 2
    forget_person(again, store, expediente, everything(expediente))
    again.close()
    assert b"Petra" not in content(path)


def test_what_returned_workbooks_said_is_erased_too(store: SqlitePersonalStore, session: Session, path: Path) -> None:
    seen = json.dumps({"g": {"notas": "Avisó Petra Vereda Monte, de Jojutla Peñón"}})
    session.note_reception(Recepcion("e", "Petra Vereda Monte.xlsx", "x", seen))
    expediente = found(store, session)
    assert expediente.proyecto.otros == 3
    forget_person(session, store, expediente, everything(expediente))
    connection = connect(path, read_only=True)
    (row,) = connection.execute("SELECT archivo, visto FROM recepcion").fetchall()
    connection.close()
    assert row[0] == f"{BORRADO}.xlsx"
    assert json.loads(row[1]) == {"g": {"notas": f"Avisó {BORRADO}, de Jojutla Peñón"}}


def test_who_signed_is_found_and_erased(store: SqlitePersonalStore, session: Session) -> None:
    expediente = found(store, session, AUTOR)
    assert expediente.proyecto.firmas == 6
    forget_person(session, store, expediente, ())
    assert {line.autor for line in session.history()[2:]} == {BORRADO}


def test_a_file_that_is_gone_is_refused(store: SqlitePersonalStore, carpeta: Path) -> None:
    with pytest.raises(UserError, match="no_se_leyo"):
        find_person(store, carpeta / "nada.promueve", "Petra Vereda")


def test_a_read_only_project_erases_nothing(
    store: SqlitePersonalStore, session: Session, path: Path, opener: ProjectOpener
) -> None:
    session.close()
    reading = opener.open(path, read_only=True)
    expediente = found(store, reading)
    with pytest.raises(UserError, match="solo_lectura"):
        forget_person(reading, store, expediente, everything(expediente))
    reading.close()
    assert b"Petra" in content(path)


def test_a_withdrawn_person_is_not_withdrawn_again(store: SqlitePersonalStore, session: Session) -> None:
    session.edit("Retirar", [retiro(PETRA, "Pidió Petra Vereda Monte que no se le escriba")])
    expediente = found(store, session)
    assert not expediente.rastros[0].activo
    forget_person(session, store, expediente, everything(expediente))
    petra = session.proyecto.get(Contacto, "petra")
    assert petra is not None
    assert petra.retirado == f"Pidió {BORRADO} que no se le escriba"
