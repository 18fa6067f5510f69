"""Settling doubts: one after another, each on what the project says by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.doubts import settle_doubts
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import apply_all, compare_one
from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import cambio, nuevo_id
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.formatos import Duda, EstadoDuda
from promueve_gui.domain.grupos import GrupoUsuarios
from returned.institution import identity
from tests.galeria import read, sent_session

if TYPE_CHECKING:
    from promueve_gui.application.session import Session


def with_doubts() -> tuple[Session, list[Duda]]:
    """Return a project that changed what a returned workbook changes too, and lost two groups there."""
    session = sent_session()
    hoteleros = session.proyecto.get(GrupoUsuarios, identity(21))
    assert hoteleros is not None
    session.edit("Cambiar notas", [cambio(hoteleros, notas="Se reúnen en abril.")])
    returns = Returns(session)
    apply_all(returns, [compare_one(returns, read("renglones borrados.xlsx"))], [{}], ignore_progress)
    return session, session.proyecto.activos(Duda)


def states(session: Session) -> list[tuple[str, EstadoDuda | None]]:
    return [(duda.nombre, duda.estado) for duda in session.proyecto.activos(Duda)]


def test_several_are_settled_alike_and_each_can_be_taken_back() -> None:
    session, dudas = with_doubts()
    dichos: list[tuple[int, int]] = []
    assert settle_doubts(
        session,
        [duda.id for duda in dudas],
        Decision.TOMAR,
        lambda done, total: dichos.append((done, total)),
    ) == len(dudas)
    assert dichos == [(0, 3), (1, 3), (2, 3)]
    assert {estado for _, estado in states(session)} == {EstadoDuda.RESUELTA}
    assert {g.nombre for g in session.proyecto.activos(GrupoUsuarios)} == {
        "Hoteleros de la costa",
        "Municipios costeros",
        "Periodistas de medio ambiente",
        "Agentes navieros",
        "Pescadores ribereños",
    }
    session.undo()
    assert [estado for _, estado in states(session)].count(EstadoDuda.PENDIENTE) == 1


def test_those_for_which_it_makes_no_sense_wait() -> None:
    session, dudas = with_doubts()
    assert settle_doubts(session, [duda.id for duda in dudas], Decision.AMBOS, ignore_progress) == 1
    hoteleros = session.proyecto.get(GrupoUsuarios, identity(21))
    assert hoteleros is not None
    assert hoteleros.notas == "Se reúnen en abril.\nSe reúnen en marzo y en octubre."
    assert settle_doubts(session, [dudas[0].id, nuevo_id()], Decision.ESPERAR, ignore_progress) == 0
