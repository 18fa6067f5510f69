"""Importing into an open project: one edition after a backup, that can be undone."""

from __future__ import annotations

import pytest

from promueve_gui.application.import_files import FORMATOS, apply_import, plan_import
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.proyecto import Proyecto
from tests.application.lecturas import conjunto, lectura
from tests.fakes import MemoryAlmacen, memory_session

LEIDA = lectura(conjunto("Museos", recursos=["csv"]))


def test_an_import_is_one_edition_after_a_backup() -> None:
    almacen = MemoryAlmacen()
    session = memory_session(almacen=almacen)
    edicion = apply_import(session, plan_import(session.proyecto, LEIDA), "plan.csv")
    assert edicion is not None
    assert (edicion.motivo, edicion.origen) == ("Importar «plan.csv»", "importar inventario_plan")
    assert almacen.backups == ["importacion"]
    assert session.proyecto.total() == 3
    session.undo()
    assert session.proyecto == Proyecto()


def test_an_import_that_changes_nothing_leaves_no_trace() -> None:
    almacen = MemoryAlmacen()
    session = memory_session(almacen=almacen)
    apply_import(session, plan_import(session.proyecto, LEIDA), "plan.csv")
    assert apply_import(session, plan_import(session.proyecto, LEIDA), "plan.csv") is None
    assert almacen.backups == ["importacion"]
    assert len(session.history()) == 1


def test_a_plan_made_before_other_changes_is_refused_whole() -> None:
    session = memory_session()
    apply_import(session, plan_import(session.proyecto, LEIDA), "plan.csv")
    otra = lectura(conjunto("Museos", descripcion="Listado", recursos=["csv", "ods"]))
    vieja = plan_import(session.proyecto, otra)
    apply_import(session, plan_import(session.proyecto, lectura(conjunto("Museos", descripcion="Otro"))), "otro.csv")
    antes = session.snapshot()
    with pytest.raises(UserError, match="cambio_caduco"):
        apply_import(session, vieja, "plan.csv")
    assert session.proyecto == antes


def test_a_read_only_project_is_not_imported_into() -> None:
    session = memory_session(read_only=True)
    with pytest.raises(UserError, match="solo_lectura"):
        apply_import(session, plan_import(session.proyecto, LEIDA), "plan.csv")


def test_every_format_has_a_name() -> None:
    assert set(FORMATOS) == set(Formato)
