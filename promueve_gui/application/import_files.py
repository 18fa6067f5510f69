"""Brings files from outside into the open project: a plan and, once agreed to, one edition that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.import_plan import plan_import
from promueve_gui.application.import_problems import keep_problems
from promueve_gui.application.moves import note_moves
from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.texto import en_un_renglon

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.propuesta import Propuesta

__all__ = ["FORMATOS", "apply_import", "merge_lookalikes", "plan_import"]

# What people call each format.
FORMATOS: dict[Formato, str] = {
    Formato.PLAN_APERTURA: "Plan de Apertura",
    Formato.INVENTARIO: "Inventario Institucional",
    Formato.INVENTARIO_PLAN: "Inventario y plan de apertura",
    Formato.CATALOGO: "Catálogo de datos",
    Formato.CATALOGO_JSON: "Catálogo de datos (JSON)",
    Formato.INVENTARIO_JSON: "Inventario (JSON)",
    Formato.CKAN: "Respuesta de CKAN",
}


def merge_lookalikes(propuesta: Propuesta) -> dict[str, str]:
    """Return the ``uniones`` that accept every proposal of areas that look the same."""
    return {par.nombre: par.otra for par in propuesta.parecidas}


def apply_import(session: Session, propuesta: Propuesta, fuente: str) -> Edicion | None:
    """Import what was agreed to, as one edition, after a backup; ``None`` when it changes nothing.

    ``fuente`` is the name of the file, for the bitácora, which keeps its problems and what it moved too; letters of
    it that no text can hold, as of a name that another system wrote, are left out.
    Raises ``UserError`` when the project is read-only, has changed since the plan was made, or cannot be written;
    nothing has changed then.
    """
    edicion, fuente = None, en_un_renglon(fuente)
    if propuesta.cambios:
        session.backup("importacion")
        antes, asiento = session.snapshot(), session.position
        edicion = session.edit(f"Importar «{fuente}»", propuesta.cambios, f"importar {propuesta.formato.value}")
        note_moves(session, fuente, antes, asiento)
    keep_problems(session, fuente, propuesta.problemas)
    return edicion
