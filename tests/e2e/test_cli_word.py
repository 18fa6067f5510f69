"""``importar`` and ``consolidar`` with contents that come back in Word, as ``exportar --word`` wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.vocabularios import TipoContenido
from tests.adapters.word.devueltos import paragraph, say
from tests.adapters.word.muestras import BOLETIN
from tests.e2e.terminal import call, only_line
from tests.returned_word import RECORDS, anonymous, edit, review

if TYPE_CHECKING:
    from pathlib import Path

NUEVO = BOLETIN.nombre.replace("Abre", "Publica")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose contents left in Word, into the folder «salida»."""
    path = tmp_path / "puentes.promueve"
    bootstrap.build_opener().create(path, list(RECORDS))
    assert call("exportar", path, "--word", tmp_path / "salida").code == 0
    return path


@pytest.fixture
def bulletin(project: Path) -> Path:
    (found,) = (project.parent / "salida").glob("*Comunicado*.docx")
    return found


def content(project: Path) -> Contenido:
    session = bootstrap.build_opener().open(project)
    try:
        (found,) = [c for c in session.proyecto.activos(Contenido) if c.tipo is TipoContenido.BOLETIN]
        return found
    finally:
        session.close()


@pytest.mark.parametrize("orden", ["importar", "consolidar"])
def test_what_came_back_is_taken_as_far_as_it_is_certain(project: Path, bulletin: Path, orden: str) -> None:
    answer = call(orden, project, edit(bulletin, review))
    assert (answer.code, answer.err) == (0, "")
    assert bulletin.name in answer.out
    assert (content(project).nombre, "doce municipios" in content(project).cuerpo) == (NUEVO, True)
    again = call(orden, project, bulletin)
    assert again.code == 0
    assert "Sin cambios: el proyecto ya lo tiene todo." in again.out
    assert "Este mismo archivo ya se recibió" in again.out


def test_an_untouched_file_changes_nothing(project: Path, bulletin: Path) -> None:
    answer = call("importar", project, bulletin)
    assert answer.code == 0
    assert "Sin cambios" in answer.out
    assert content(project) == BOLETIN


def test_what_was_written_where_there_is_no_text_is_told(project: Path, bulletin: Path) -> None:
    answer = call("importar", project, edit(bulletin, lambda document: document.add_paragraph("Vo. Bo.")))
    assert "Sin cambios.\n" in answer.out
    assert (
        "«Vo. Bo.» se escribió fuera de los textos del contenido y no se tomó; si hace falta, cópielo en un campo."
        in answer.out
    )


def test_for_machines_it_is_a_document(project: Path, bulletin: Path) -> None:
    (told,) = call("importar", project, edit(bulletin, review), "--json").data
    assert (told["formato"], told["cambiados"], told["conflictos"]) == ("documento", {"contenido": 1}, [])


def test_what_both_changed_is_listed_and_waits(project: Path, bulletin: Path) -> None:
    session = bootstrap.build_opener().open(project)
    actual = session.proyecto.get(Contenido, BOLETIN.id)
    assert actual is not None
    session.edit("Cambiar", [cambio(actual, nombre="Los puentes rurales, abiertos")])
    session.close()
    answer = call("importar", project, edit(bulletin, review))
    assert answer.code == 1
    assert "también se cambió en el proyecto después de exportarlo; decida cuál vale." in answer.out
    session = bootstrap.build_opener().open(project)
    assert len(session.proyecto.activos(Duda)) == 1
    session.close()


def test_a_file_that_does_not_say_what_it_is_needs_to_be_told(project: Path, bulletin: Path) -> None:
    edit(bulletin, anonymous)
    edit(bulletin, lambda document: say(paragraph(document, "Abre la"), "Abre", "Publica"))
    assert "no dice de qué contenido es" in only_line(call("importar", project, bulletin))
    assert "no dice de qué contenido es" in only_line(call("consolidar", project, bulletin))
    desconocido = only_line(call("importar", project, bulletin, "--contenido", "Otro"))
    assert "No hay en el proyecto un solo contenido que se llame «Otro»" in desconocido
    answer = call("importar", project, bulletin, "--contenido", BOLETIN.nombre)
    assert answer.code == 1  # nobody knows what left, so that it is asked about
    assert "no se sabe de qué exportación es el archivo" in answer.out
    assert "Nada cambió todavía: lo que sigue espera en «Dudas»." in answer.out
    assert "Sin cambios" not in answer.out


def test_an_old_document_is_refused_with_what_to_do(project: Path, tmp_path: Path) -> None:
    viejo = tmp_path / "viejo.doc"
    viejo.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le"))
    for orden in ("importar", "consolidar"):
        assert "formato antiguo de Word (.doc)" in only_line(call(orden, project, viejo))
