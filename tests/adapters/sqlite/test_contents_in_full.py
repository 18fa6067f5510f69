"""Schema 5: what a file of schema 4 said of contents and letterheads reads the same, and its history goes on."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.sqlite.connection import connect
from promueve_gui.adapters.sqlite.migrations import upgrade
from promueve_gui.adapters.sqlite.migrations.v005 import escaped
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.enriquecido import escapar, limpio, plano
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.institucion import Membrete, RedSocial
from promueve_gui.domain.vocabularios import ConteoRed
from tests.adapters.sqlite.made_files import older_file, run_sql

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session

TEXTO = "1. Uno *a*\n\n- dos\r\n## [x](https://a.mx/b) C:\\*"
LEIDO = TEXTO.replace("\r\n", "\n")
MOMENT = "2026-03-02T09:00:00-06:00"


def add_edition(path: Path, motivo: str, changes: list[Any] | str) -> None:
    """Add an edition to the history of a file, as the program writes it."""
    text = changes if isinstance(changes, str) else json.dumps(changes)
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO edicion (id, momento, motivo, autor, origen, estado, cambios) "
        "VALUES (?, ?, ?, 'Ana', '', 'aplicada', ?)",
        (motivo, MOMENT, motivo, text),
    )
    connection.execute(
        "INSERT INTO bitacora (momento, autor, accion, detalle, edicion) VALUES (?, 'Ana', 'editar', ?, ?)",
        (MOMENT, motivo, motivo),
    )
    connection.commit()
    connection.close()


@pytest.fixture
def old(carpeta: Path) -> Path:
    """Return a project of schema 4 with a study, a post, and a letterhead."""
    path = older_file(carpeta / "viejo.promueve", 4)
    run_sql(path, "INSERT INTO institucion (id, nombre, siglas) VALUES ('i', 'Secretaría', 'S')")
    connection = sqlite3.connect(path)
    for identity, tipo in (("e", "estudio"), ("r", "redes")):
        connection.execute(
            "INSERT INTO contenido (id, nombre, tipo, estado, cuerpo, retos) VALUES (?, ?, ?, 'borrador', ?, ?)",
            (identity, identity, tipo, TEXTO, TEXTO),
        )
    connection.commit()
    connection.close()
    return path


def opened(opener: ProjectOpener, path: Path) -> Session:
    """Return the project, brought to today's schema."""
    assert opener.inspect(path).estado is EstadoArchivo.ANTERIOR
    return opener.open(path, upgrade=True)


def content(session: Session, identity: str) -> Contenido:
    """Return a content."""
    found = session.proyecto.get(Contenido, identity)
    assert found is not None
    return found


def test_old_texts_read_the_same(opener: ProjectOpener, old: Path) -> None:
    session = opened(opener, old)
    estudio, mensaje = content(session, "e"), content(session, "r")
    assert (plano(estudio.cuerpo), plano(estudio.retos), estudio.mensaje) == (LEIDO, LEIDO, "")
    assert (mensaje.mensaje, mensaje.cuerpo, plano(mensaje.retos)) == (TEXTO, "", LEIDO)
    session.close()


@given(st.text(st.sampled_from(list("ab *\\[]()#-.1\n")), max_size=40) | st.text(max_size=20))
def test_what_the_migration_escapes_reads_the_same_today(text: str) -> None:
    assert plano(escaped(text)) == limpio(text)
    assert limpio(escaped(text)) == escapar(text)


def test_past_editions_of_texts_are_undone_and_redone(opener: ProjectOpener, old: Path) -> None:
    add_edition(old, "estudio", [["contenido", "e", {"cuerpo": "*antes*"}, {"cuerpo": TEXTO}]])
    add_edition(
        old, "mensaje", [["contenido", "r", {"cuerpo": "*antes*", "notas": "*"}, {"cuerpo": TEXTO, "notas": ""}]]
    )
    session = opened(opener, old)
    session.undo()
    assert (content(session, "r").mensaje, content(session, "r").notas) == ("*antes*", "*")
    session.undo()
    assert plano(content(session, "e").cuerpo) == "*antes*"
    session.redo()
    session.redo()
    assert content(session, "r").mensaje == TEXTO
    assert plano(content(session, "e").cuerpo) == LEIDO
    session.close()


def test_contents_that_came_by_columns_are_undone(opener: ProjectOpener, old: Path) -> None:
    rows = {
        "entidad": "contenido",
        "columnas": ["nombre", "tipo", "estado", "cuerpo", "retos"],
        "filas": [["e", "e", "estudio", "borrador", TEXTO, TEXTO], ["r", "r", "redes", "borrador", TEXTO, TEXTO]],
    }
    add_edition(old, "altas", [rows, ["area_generadora", "a", {"siglas": "X"}, {"siglas": ""}]])
    session = opened(opener, old)
    before = session.snapshot()
    session.undo()
    assert session.proyecto.todos(Contenido) == []
    session.redo()
    assert session.proyecto == before
    session.close()


def test_the_letterhead_becomes_a_record_with_its_history(opener: ProjectOpener, old: Path) -> None:
    nothing, first = {"membrete": "", "membrete_nombre": ""}, {"membrete": "1", "membrete_nombre": "uno.docx"}
    second = {"membrete": "2"}
    add_edition(old, "primero", [["institucion", "i", {**nothing, "sector": ""}, {**first, "sector": "X"}]])
    add_edition(old, "segundo", [["institucion", "i", {"membrete": "1"}, second]])
    run_sql(old, "UPDATE institucion SET membrete = '2', membrete_nombre = 'uno.docx', sector = 'X'")
    session = opened(opener, old)
    (now,) = session.proyecto.todos(Membrete)
    assert (now.nombre, now.archivo, now.predeterminado) == ("uno.docx", "2", True)
    session.undo()
    assert [m.archivo for m in session.proyecto.todos(Membrete)] == ["1"]
    session.undo()
    assert session.proyecto.todos(Membrete) == []
    session.redo()
    session.redo()
    assert session.proyecto.todos(Membrete) == [now]
    session.close()


def test_a_letterhead_that_was_taken_away_comes_back_by_undoing(opener: ProjectOpener, old: Path) -> None:
    nothing, first = {"membrete": "", "membrete_nombre": ""}, {"membrete": "1", "membrete_nombre": "uno.docx"}
    add_edition(old, "quitado", [["institucion", "i", first, nothing]])
    session = opened(opener, old)
    assert session.proyecto.todos(Membrete) == []
    session.undo()
    assert [(m.nombre, m.archivo) for m in session.proyecto.todos(Membrete)] == [("uno.docx", "1")]
    session.close()


@pytest.mark.parametrize("said", [{"membrete": "1", "membrete_nombre": "uno.docx"}, {}])
def test_an_institution_that_came_by_an_edition_is_undone(
    opener: ProjectOpener, old: Path, said: dict[str, str]
) -> None:
    values = {"nombre": "Secretaría", "siglas": "S", **said}
    add_edition(old, "alta", [{"entidad": "institucion", "columnas": list(values), "filas": [["i", *values.values()]]}])
    if said:
        run_sql(old, "UPDATE institucion SET membrete = '1', membrete_nombre = 'uno.docx'")
    session = opened(opener, old)
    before = session.snapshot()
    session.undo()
    assert session.proyecto.todos(Membrete) == []
    session.redo()
    assert session.proyecto == before
    session.close()


def test_what_nobody_could_read_stays_as_it_is(opener: ProjectOpener, old: Path) -> None:
    add_edition(old, "roto", '[["contenido"')
    add_edition(old, "otro", '[["contenido", "e", 5, 5]]')
    session = opened(opener, old)
    session.close()
    connection = sqlite3.connect(old)
    kept = [row[0] for row in connection.execute("SELECT cambios FROM edicion ORDER BY secuencia")]
    connection.close()
    assert kept == ['[["contenido"', '[["contenido", "e", 5, 5]]']


def test_doubts_about_texts_are_told_alike(opener: ProjectOpener, old: Path) -> None:
    connection = sqlite3.connect(old)
    doubts = [
        ("d1", "e", "cuerpo", '{"cuerpo": "*a*"}'),
        ("d2", "r", "cuerpo", '{"cuerpo": "*a*"}'),
        ("d3", "e", "", ""),
        ("d4", "e", "cuerpo", "{mal"),
    ]
    connection.executemany(
        "INSERT INTO duda (id, nombre, entidad, registro, campo, suyo) VALUES (?, 'x', 'contenido', ?, ?, ?)", doubts
    )
    connection.commit()
    connection.close()
    session = opened(opener, old)
    said = {duda.id: (duda.campo, duda.suyo) for duda in session.proyecto.todos(Duda)}
    assert said == {
        "d1": ("cuerpo", '{"cuerpo": "\\\\*a\\\\*"}'),
        "d2": ("mensaje", '{"mensaje": "*a*"}'),
        "d3": ("", ""),
        "d4": ("cuerpo", "{mal"),
    }
    session.close()


def test_networks_count_as_they_do(opener: ProjectOpener, old: Path) -> None:
    run_sql(old, "INSERT INTO red_social (id, nombre) VALUES ('x', 'X'), ('m', 'Mastodon'), ('f', 'Facebook')")
    session = opened(opener, old)
    assert {red.nombre: red.conteo for red in session.proyecto.todos(RedSocial)} == {
        "X": ConteoRed.PONDERADO,
        "Mastodon": ConteoRed.VISIBLES_SIN_SERVIDOR,
        "Facebook": ConteoRed.CARACTERES,
    }
    session.close()


def test_two_copies_make_the_same_letterhead(tmp_path: Path) -> None:
    made = []
    for name in ("uno", "otro"):
        path = older_file(tmp_path / f"{name}.promueve", 4)
        run_sql(path, "INSERT INTO institucion (id, nombre, membrete) VALUES ('i', 'S', '1')")
        connection = connect(path)
        upgrade(connection)
        made.append(connection.execute("SELECT * FROM membrete").fetchall())
        connection.close()
    assert made[0] == made[1]
    assert len(made[0]) == 1
