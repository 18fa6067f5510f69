"""Documents of approved contents that come back: what was approved stands still, and a change takes that back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.word.returned import read_document
from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.partes_contenido import VersionContenido
from promueve_gui.domain.vocabularios import EstadoContenido
from tests.adapters.word.devueltos import lines, paragraph, say
from tests.adapters.word.muestras import BOLETIN
from tests.fakes import memory_session
from tests.projects import project_of
from tests.returned_word import RECORDS, edit, leave

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.session import Session
    from promueve_gui.domain.diferencias import Devolucion

NOTA = replace(BOLETIN, cuerpo="Lo reunieron los centros en {conjunto}.\n\nCierra la nota.")
FIJOS = congelar(NOTA, project_of(*RECORDS))


@pytest.fixture
def session() -> Session:
    """Return a project with an approved bulletin."""
    made = memory_session(project_of(*(NOTA if record is BOLETIN else record for record in RECORDS)))
    made.edit("Aprobar", [cambio(nota(made), estado=EstadoContenido.APROBADO)], "consolidar")
    return made


def nota(session: Session) -> Contenido:
    found = session.proyecto.get(Contenido, NOTA.id)
    assert found is not None
    return found


def receive(session: Session, path: Path) -> Devolucion:
    """Compare a file and take all of it."""
    returns = Returns(session, componer=lines)
    devolucion = returns.compare(read_document(path))
    returns.apply(devolucion, {})
    return devolucion


def rename(session: Session) -> None:
    """Give the dataset another name after the approval."""
    puentes = session.proyecto.get(ConjuntoDatos, "puentes")
    assert puentes is not None
    session.edit("Renombrar", [cambio(puentes, nombre="Puentes del país")])


def test_what_was_approved_stands_still_when_nobody_edited_it(session: Session, tmp_path: Path) -> None:
    path = leave(session, tmp_path / "nota.docx")
    rename(session)
    assert receive(session, path).diferencias == []
    assert (nota(session).estado, nota(session).congelado) == (EstadoContenido.APROBADO, FIJOS)
    path = leave(session, tmp_path / "otra.docx")
    assert receive(session, path).diferencias == []


def test_a_change_takes_the_approval_back_says_so_and_keeps_the_version(session: Session, tmp_path: Path) -> None:
    path = leave(session, tmp_path / "nota.docx")
    rename(session)
    edit(path, lambda document: say(paragraph(document, "Cierra"), "Cierra", "Termina"))
    assert any("vuelve a revisión" in aviso for aviso in receive(session, path).avisos)
    assert nota(session).cuerpo == NOTA.cuerpo.replace("Cierra", "Termina")
    assert (nota(session).estado, nota(session).congelado) == (EstadoContenido.EN_REVISION, "")
    assert len(session.proyecto.activos(VersionContenido)) == 2
    session.undo()
    assert (nota(session).estado, nota(session).congelado) == (EstadoContenido.APROBADO, FIJOS)
