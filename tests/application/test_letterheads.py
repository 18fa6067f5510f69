"""Letterheads: which one is in use, and where their documents are."""

from __future__ import annotations

from promueve_gui.application.letterheads import default_letterhead, read_letterheads, use_letterhead, use_shipped
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.institucion import Membrete
from tests.fakes import memory_session
from tests.projects import project_of


def test_a_document_is_put_to_use_and_replaced_and_put_away() -> None:
    session = memory_session(project_of())
    session.edit(*use_letterhead(session.proyecto, "uno.docx", session.put_file(b"uno")))
    (uno,) = session.proyecto.activos(Membrete)
    assert (uno.nombre, uno.predeterminado) == ("uno.docx", True)
    session.edit("Probar", [cambio(uno, revision="No tiene el estilo «Título».")])
    session.edit(*use_letterhead(session.proyecto, "dos.docx", session.put_file(b"dos")))
    (dos,) = session.proyecto.activos(Membrete)
    assert (dos.id, dos.nombre, dos.revision) == (uno.id, "dos.docx", "")
    assert read_letterheads(session.proyecto, session.get_file) == {dos.id: b"dos"}
    session.edit(*use_shipped(session.proyecto))
    assert default_letterhead(session.proyecto) is None
    assert read_letterheads(session.proyecto, session.get_file) == {dos.id: b"dos"}


def test_a_document_that_is_gone_is_passed_over() -> None:
    session = memory_session(project_of(Membrete(id="m", nombre="Oficial", archivo="no está", predeterminado=True)))
    assert read_letterheads(session.proyecto, session.get_file) == {}
