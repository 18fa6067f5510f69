from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from promueve_gui.application.evidence import (
    MAXIMO_BYTES,
    Integridad,
    add_evidence,
    check_size,
    evidencias_de,
    keep_evidence,
    verify,
)
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.difusion import Evidencia, Publicacion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.proyecto import Proyecto
from tests.fakes import memory_session
from tests.projects import project_of

HOY = date(2026, 11, 19)


def test_a_file_is_kept_and_known_by_its_fingerprint() -> None:
    session = memory_session()
    evidencia = keep_evidence(session, "p", "captura: cierre.png", b"imagen", HOY)
    assert replace(evidencia, id="e") == Evidencia(
        id="e",
        nombre="captura - cierre.png",
        publicacion="p",
        sha256=hashlib.sha256(b"imagen").hexdigest(),
        bytes=6,
        fecha=HOY,
    )
    assert session.get_file(evidencia.sha256) == b"imagen"


def test_several_files_are_one_edition() -> None:
    session = memory_session(project_of(Publicacion(id="p", nombre="Nota")))
    add_evidence(session, "p", [("a.png", b"una"), ("b.png", b"otra")], HOY)
    assert [e.nombre for e in session.proyecto.activos(Evidencia)] == ["a.png", "b.png"]
    assert [asiento.detalle for asiento in session.history()] == ["Agregar evidencia: 2 archivos"]
    session.undo()
    assert session.proyecto.activos(Evidencia) == []


def test_one_bad_file_keeps_all_of_them_out() -> None:
    session = memory_session()
    with pytest.raises(UserError):
        add_evidence(session, "p", [("a.png", b"una"), ("b.png", b"")], HOY)
    assert session.get_file(hashlib.sha256(b"una").hexdigest()) is None
    assert add_evidence(session, "p", [], HOY) == []
    assert session.history() == []


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (0, "«nota.pdf» está vacío. Elija otro archivo."),
        (MAXIMO_BYTES + 1, "«nota.pdf» pesa más de 25 MB. Redúzcalo o divídalo y agréguelo otra vez."),
    ],
)
def test_empty_and_large_files_are_refused_with_a_sentence(size: int, sentence: str) -> None:
    with pytest.raises(UserError) as caught:
        check_size("nota.pdf", size)
    assert mensaje(caught.value) == sentence


def test_the_largest_file_is_welcome() -> None:
    check_size("nota.pdf", MAXIMO_BYTES)


def test_the_evidence_of_a_publication() -> None:
    proyecto = Proyecto()
    una = Evidencia(id="e1", nombre="a.png", publicacion="p")
    retirada = Evidencia(id="e2", nombre="b.png", publicacion="p", retirado="Repetida")
    ajena = Evidencia(id="e3", nombre="c.png")
    proyecto.apply(alta(registro) for registro in (Publicacion(id="p"), una, retirada, ajena))
    assert evidencias_de(proyecto, "p") == [una]


def test_a_file_is_verified_by_its_fingerprint() -> None:
    evidencia = Evidencia(id="e", sha256=hashlib.sha256(b"nota").hexdigest().upper())
    assert verify(evidencia, b"nota") is Integridad.INTACTA
    assert verify(evidencia, b"otra") is Integridad.DISTINTA
    assert verify(evidencia, None) is Integridad.AUSENTE
    assert verify(Evidencia(id="e"), b"nota") is Integridad.AUSENTE
