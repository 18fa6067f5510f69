"""Letterheads: tried and kept, one of them in use, and which one a content leaves on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.letterheads import (
    Probado,
    add_letterhead,
    default_letterhead,
    keep_letterhead,
    letterhead_of,
    make_default,
    read_letterheads,
    replace_document,
    use_shipped,
)
from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import Membrete
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session


def added(session: Session, nombre: str, data: bytes, *faltas: str) -> Membrete:
    probado = keep_letterhead(session.put_file, nombre, lambda: data, lambda _: faltas)
    membrete, motivo, cambios = add_letterhead(session.proyecto, probado)
    session.edit(motivo, cambios)
    return now(session, membrete.id)


def now(session: Session, identidad: str) -> Membrete:
    found = session.proyecto.get(Membrete, identidad)
    assert found is not None
    return found


def test_the_first_is_in_use_until_another_is_chosen() -> None:
    session = memory_session(project_of())
    uno = added(session, "uno.docx", b"uno", "No tiene márgenes.", "No tiene «Título».")
    dos = added(session, "dos.docx", b"dos")
    assert (uno.predeterminado, dos.predeterminado) == (True, False)
    assert uno.revision == "No tiene márgenes.\nNo tiene «Título»."
    session.edit(*make_default(dos))
    assert (now(session, uno.id).predeterminado, now(session, dos.id).predeterminado) == (False, True)
    assert default_letterhead(session.proyecto) == now(session, dos.id)
    session.undo()
    assert default_letterhead(session.proyecto) == uno
    session.edit(*use_shipped(session.proyecto))
    assert default_letterhead(session.proyecto) is None
    assert read_letterheads(session.proyecto, session.get_file) == {uno.id: b"uno", dos.id: b"dos"}


def test_another_document_keeps_name_and_use() -> None:
    session = memory_session(project_of())
    uno = added(session, "uno.docx", b"uno", "No tiene márgenes.")
    session.edit("Nombrar", [cambio(uno, nombre="Oficial")])
    session.edit(*replace_document(now(session, uno.id), Probado("tres.docx", session.put_file(b"tres"))))
    tres = now(session, uno.id)
    assert (tres.nombre, tres.predeterminado, tres.revision) == ("Oficial", True, "")
    assert read_letterheads(session.proyecto, session.get_file) == {uno.id: b"tres"}


def test_a_content_leaves_on_its_own_or_on_the_one_in_use() -> None:
    session = memory_session(project_of())
    uno, dos = added(session, "uno.docx", b"uno"), added(session, "dos.docx", b"dos")
    assert letterhead_of(session.proyecto, Contenido(id="c")) == uno
    assert letterhead_of(session.proyecto, Contenido(id="c", membrete=dos.id)) == dos
    session.edit("Retirar", [retiro(dos, "Ya no")])
    assert letterhead_of(session.proyecto, Contenido(id="c", membrete=dos.id)) == uno
    session.edit(*use_shipped(session.proyecto))
    assert letterhead_of(session.proyecto, Contenido(id="c", membrete="nadie")) is None


def test_a_document_that_cannot_be_read_is_told() -> None:
    def read() -> bytes:
        raise PermissionError

    session = memory_session(project_of())
    with pytest.raises(UserError) as told:
        keep_letterhead(session.put_file, "uno.docx", read, lambda _: ())
    assert (told.value.code, told.value.data) == ("membrete_no_leido", {"archivo": "uno.docx"})


def test_a_document_that_is_gone_is_passed_over() -> None:
    session = memory_session(project_of(Membrete(id="m", nombre="Oficial", archivo="no está", predeterminado=True)))
    assert read_letterheads(session.proyecto, session.get_file) == {}
