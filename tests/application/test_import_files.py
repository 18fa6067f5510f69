"""Importing into an open project: one edition after a backup, that can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.import_files import FORMATOS, apply_import, plan_import
from promueve_gui.application.import_problems import MAXIMO, last_problems
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Formato, Problema
from promueve_gui.domain.proyecto import Proyecto
from tests.application.lecturas import conjunto, lectura
from tests.fakes import MemoryAlmacen, memory_session

if TYPE_CHECKING:
    from datetime import datetime

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


def problema(renglon: int, mensaje: str) -> Problema:
    return Problema("", renglon, "H", "oct-15", f"Renglón {renglon}, columna H: {mensaje}")


CON_PROBLEMAS = replace(LEIDA, problemas=[problema(7, "la fecha\tno se entiende."), problema(9, "falta\nel nombre.")])


def test_the_problems_of_an_import_stay_in_the_bitacora() -> None:
    session = memory_session()
    assert last_problems(session) == []
    apply_import(session, plan_import(session.proyecto, CON_PROBLEMAS), "plan.csv")
    (hallados,) = last_problems(session)
    assert hallados.titulo == "«plan.csv»: 2 problemas"
    assert hallados.filas == (
        ("Renglón 7, columna H", "La fecha\tno se entiende."),
        ("Renglón 9, columna H", "Falta\nel nombre."),
    )
    session.undo()
    assert last_problems(session) == [hallados]


def test_they_stay_too_when_the_file_brought_nothing_new() -> None:
    session = memory_session()
    apply_import(session, plan_import(session.proyecto, LEIDA), "plan.csv")
    uno = replace(LEIDA, problemas=[problema(7, "falta.")])
    assert apply_import(session, plan_import(session.proyecto, uno), "otro.csv") is None
    assert [hallados.titulo for hallados in last_problems(session)] == ["«otro.csv»: 1 problema"]


def test_of_very_many_the_first_are_kept() -> None:
    session = memory_session()
    muchos = replace(LEIDA, problemas=[problema(n, "falta.") for n in range(MAXIMO + 1)])
    apply_import(session, plan_import(session.proyecto, muchos), "plan.csv")
    (hallados,) = last_problems(session)
    assert hallados.titulo == "«plan.csv»: 2,001 problemas; aquí están los primeros 2,000"
    assert len(hallados.filas) == MAXIMO


def test_signs_that_no_file_can_keep_are_told_apart() -> None:
    session = memory_session()
    raro = replace(LEIDA, problemas=[problema(7, "«a\x00b\ud800» no se entiende.")])
    apply_import(session, plan_import(session.proyecto, raro), "plan.csv")
    (hallados,) = last_problems(session)
    assert hallados.filas == (("Renglón 7, columna H", "«a�b�» no se entiende."),)


def test_what_came_in_stays_although_the_note_cannot_be_written() -> None:
    class Full(MemoryAlmacen):
        def note(self, accion: str, detalle: str, momento: datetime, autor: str) -> None:
            raise UserError("disco_lleno", archivo="p.promueve")

    session = memory_session(almacen=Full())
    assert apply_import(session, plan_import(session.proyecto, CON_PROBLEMAS), "plan.csv") is not None
    assert last_problems(session) == []
