"""Two copies of one workbook came back, and one of them is taken back: the tracker follows and holds up nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import EnvioFormato
from tests.application.returned_project import edition, group, institution, taken
from tests.returned_books import format_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Edicion
    from tests.returned_books import Libro

SENT, TODAY = date(2026, 3, 1), date(2026, 3, 2)


def sent(session: Session) -> Libro:
    """Send the workbook of an area and note that."""
    libro = format_of(session, "a")
    envio = EnvioFormato(id="e", archivo=libro.archivo, area="a", fecha=SENT, exportacion=libro.sello.exportacion)
    session.edit("Enviar", [alta(envio)])
    return libro


def received(session: Session, sent: Libro, nombre: str, rows: int) -> Edicion:
    """Receive a copy in which somebody wrote a note, and added rows."""
    libro = sent.copy()
    libro.grupos.fila(nombre)["notas"] = f"Nota de {nombre}"
    libro.grupos.filas += [{"nombre": f"{nombre} {row}"} for row in range(rows)]
    return edition(taken(session, libro))


def tracked(session: Session) -> tuple[date | None, int | None]:
    envio = session.proyecto.get(EnvioFormato, "e")
    assert envio is not None
    return envio.devuelto, envio.renglones


def test_the_first_copy_is_taken_back_though_the_second_counted_other_rows() -> None:
    session = institution()
    libro = sent(session)
    first, second = received(session, libro, "Escuelas", 1), received(session, libro, "Periodistas", 3)
    session.revert(first.id)
    assert group(session, "g2").notas == ""
    assert group(session, "g1").notas == "Nota de Periodistas"
    assert tracked(session) == (TODAY, 5)
    session.revert(second.id)
    assert tracked(session)[0] is None


def test_a_workbook_of_which_another_copy_stays_is_still_returned() -> None:
    session = institution()
    libro = sent(session)
    first = received(session, libro, "Escuelas", 1)
    received(session, libro, "Periodistas", 1)
    session.revert(first.id)
    assert tracked(session) == (TODAY, 3)


def test_the_second_copy_taken_back_leaves_what_the_first_one_counted() -> None:
    session = institution()
    libro = sent(session)
    first, second = received(session, libro, "Escuelas", 1), received(session, libro, "Periodistas", 3)
    session.revert(second.id)
    assert tracked(session) == (TODAY, 3)
    session.revert(first.id)
    assert tracked(session) == (None, None)


def test_what_somebody_wrote_in_the_tracker_since_is_still_told() -> None:
    session = institution()
    first = received(session, sent(session), "Escuelas", 1)
    envio = session.proyecto.get(EnvioFormato, "e")
    assert envio is not None
    session.edit("A mano", [cambio(envio, devuelto=SENT)])
    with pytest.raises(UserError, match="edicion_con_dependencias"):
        session.revert(first.id)
