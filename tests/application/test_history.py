"""What a line of the bitácora changed, in the words of people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.history import DESCONOCIDO, GUARDADO, NUEVO, Detalle, Detalles, read_details
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro, Valor

AREA = AreaGeneradora(id="a", nombre="Dirección de Aguas")
GRUPO = GrupoUsuarios(id="g", nombre="Pescadores", area="a")
OTRO = GrupoUsuarios(id="o", nombre="Escuelas")
LINEA = LineaPlan(id="l", nombre="Boletín", grupos=("g",), fecha=date(2026, 2, 5), estado=EstadoLinea.IDEA)


def details(*registros: Registro, undone: bool = False, **valores: Valor) -> list[Detalle]:
    """Return the details of changing the line of the plan."""
    session = memory_session(project_of(AREA, GRUPO, OTRO, LINEA))
    edicion = session.edit("Cambiar", [cambio(LINEA, **valores), *(alta(r) for r in registros)])
    assert edicion is not None
    return list(Detalles(edicion, session.snapshot(), undone=undone))


def test_values_are_told_as_people_read_them() -> None:
    assert details(fecha=date(2026, 3, 1), estado=EstadoLinea.HECHA, grupos=("g", "o")) == [
        Detalle("Actividad «Boletín»", "Fecha", "05/02/2026", "01/03/2026"),
        Detalle("Actividad «Boletín»", "Estado", "Idea", "Hecha"),
        Detalle("Actividad «Boletín»", "Grupos de usuarios", "Pescadores", "Pescadores; Escuelas"),
    ]


def test_what_was_undone_is_told_backwards() -> None:
    (detalle,) = details(fecha=None, undone=True)
    assert (detalle.antes, detalle.despues) == ("", "05/02/2026")


def test_a_new_record_has_nothing_before() -> None:
    nuevo = GrupoUsuarios(id="n", nombre="Museos", area="a")
    primero, *otros = details(nuevo, fecha=None)
    assert primero.dato == "Fecha"
    assert otros == [
        Detalle("Grupo «Museos»", "Grupo de usuarios", "", "Museos"),
        Detalle("Grupo «Museos»", "Área generadora", "", "Dirección de Aguas"),
    ]


def test_a_record_that_comes_empty_is_told_too() -> None:
    assert details(GrupoUsuarios(id="n"), fecha=None)[1] == Detalle("Grupo «Sin nombre»", NUEVO, "", "")


def test_records_that_are_gone_keep_the_name_that_the_edition_gave_them() -> None:
    session = memory_session()
    edicion = session.edit("Agregar", [alta(AREA), alta(GRUPO)])
    assert edicion is not None
    session.undo()
    deshecho, hecho = session.history(2)
    rows = read_details(session, deshecho)
    assert rows is not None
    assert [(row.registro, row.antes, row.despues) for row in rows] == [
        ("Grupo «Pescadores»", "Pescadores", ""),
        ("Grupo «Pescadores»", "Dirección de Aguas", ""),
        ("Área «Dirección de Aguas»", "Dirección de Aguas", ""),
    ]
    again = read_details(session, hecho)
    assert again is not None
    assert (len(again), again[0].despues) == (3, "Dirección de Aguas")
    with pytest.raises(IndexError):
        again[3]


def test_a_reference_to_what_nobody_knows_says_so() -> None:
    session = memory_session(project_of(AREA, GRUPO))
    edicion = session.edit("Cambiar", [cambio(GRUPO, area=None)])
    assert edicion is not None
    (detalle,) = Detalles(edicion, project_of(GrupoUsuarios(id="g", nombre="Pescadores")))
    assert detalle.antes == DESCONOCIDO


def test_a_line_that_is_no_edition_changed_nothing() -> None:
    session = memory_session()
    session.note("otra", "Algo")
    assert read_details(session, session.history(1)[0]) is None


def test_what_only_the_program_reads_is_told_without_its_letters() -> None:
    nota = Contenido(id="n", nombre="Nota", cuerpo="**Ya**", congelado='{"url":"x"}')
    session = memory_session(project_of(nota))
    edicion = session.edit("Cambiar", [cambio(nota, congelado="", cuerpo="*Ya* 1\\. no")])
    assert edicion is not None
    assert list(Detalles(edicion, session.snapshot())) == [
        Detalle("Contenido «Nota»", "Datos fijados al aprobar", GUARDADO, ""),
        Detalle("Contenido «Nota»", "Texto", "Ya", "Ya 1. no"),
    ]
