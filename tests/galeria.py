"""The gallery of returned workbooks with the project that they belong to, as tests of several rooms need it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from promueve_gui.adapters.excel.devueltos import read_returned
from returned.institution import PLAYAS, PUERTOS, SENT, SENT_BEFORE, delivery, project
from tests.fakes import memory_session

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.devueltos import LibroDevuelto

FOLDER = Path(__file__).parent / "datos" / "devueltos"
ESPERADO: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "esperado.toml").read_text(encoding="utf-8"))
DOCUMENTS = (f"formato:{PLAYAS}", f"formato:{PUERTOS}", "mapa", "plan")
EDITED = "Copia de formato (3) FINAL ya revisado.xlsx"


def read(nombre: str) -> LibroDevuelto:
    """Read a workbook of the gallery that can be read."""
    libro = read_returned(FOLDER / nombre)
    assert libro is not None
    return libro


def record_exports(session: Session) -> None:
    """Note that all workbooks left, twice, with the identities that they carry."""
    for entrega in (delivery(SENT_BEFORE), delivery(SENT)):
        for documento in DOCUMENTS:
            session.record_export(documento, f"{documento}.xlsx", exportacion=entrega.exportacion(documento))


def sent_session() -> Session:
    """Return the project in memory, after its workbooks were sent."""
    session = memory_session(project())
    record_exports(session)
    return session
