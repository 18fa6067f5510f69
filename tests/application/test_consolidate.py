"""Consolidating into an open project: one edition, kept files included, and a sentence for each doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from promueve_gui.application.consolidate import consolidate
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.difusion import Evidencia, Publicacion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Membrete
from promueve_gui.domain.proyecto import Proyecto
from tests.fakes import MemoryAlmacen, memory_session
from tests.projects import project_of

FAROS = Institucion(id="i", nombre="Secretaría de Faros", siglas="SF")
MUSEOS = AreaGeneradora(id="a", nombre="Dirección de Museos")
GRUPO = GrupoUsuarios(id="g", nombre="Periodistas", area="a", descripcion="Cubren la fuente de cultura")


def test_what_is_missing_comes_as_one_edition_after_a_backup() -> None:
    almacen = MemoryAlmacen(project_of(FAROS))
    session = memory_session(project_of(FAROS), almacen)
    hecho = consolidate(session, memory_session(project_of(FAROS, MUSEOS, GRUPO)), "museos.promueve")
    assert (hecho.nuevos, hecho.iguales) == ({"area_generadora": 1, "grupo_usuarios": 1}, {"institucion": 1})
    assert hecho.cambiados == {}
    assert hecho.dudas == ()
    assert almacen.backups == ["consolidacion"]
    assert [asiento.detalle for asiento in session.history()] == ["Consolidar «museos.promueve»"]
    session.undo()
    assert session.proyecto == project_of(FAROS)


def test_the_second_time_leaves_no_trace() -> None:
    almacen = MemoryAlmacen(project_of(FAROS))
    session, otra = memory_session(project_of(FAROS), almacen), memory_session(project_of(FAROS, MUSEOS))
    consolidate(session, otra, "museos.promueve")
    consolidate(session, otra, "museos.promueve")
    assert almacen.backups == ["consolidacion"]
    assert len(session.history()) == 1


def test_kept_files_come_along() -> None:
    otra = memory_session(project_of(FAROS))
    membrete, foto = otra.put_file(b"membrete"), otra.put_file(b"foto")
    publicada = Publicacion(id="p", nombre="Aviso")
    registros = (
        FAROS,
        Membrete(id="m", nombre="Oficial", archivo=membrete, predeterminado=True),
        publicada,
        Evidencia(id="e1", nombre="foto.png", publicacion="p", sha256=foto),
        Evidencia(id="e2", nombre="perdida.png", publicacion="p", sha256="no está"),
    )
    otra = memory_session(project_of(*registros), _with_files(b"membrete", b"foto"))
    session = memory_session(project_of(FAROS))
    consolidate(session, otra, "otra.promueve")
    assert session.get_file(membrete) == b"membrete"
    assert session.get_file(foto) == b"foto"
    assert session.get_file("no está") is None


def _with_files(*contents: bytes) -> MemoryAlmacen:
    almacen = MemoryAlmacen()
    for content in contents:
        almacen.put_file(content)
    return almacen


def test_every_doubt_is_a_sentence_that_names_what_it_is_about() -> None:
    larga = "Datos " * 60
    mine = project_of(FAROS, MUSEOS, GRUPO, ConjuntoDatos(id="c", nombre="Visitantes", area="a"))
    theirs = project_of(
        FAROS,
        replace(MUSEOS, retirado="Se fusionó."),
        replace(GRUPO, descripcion=larga),
        AreaGeneradora(id="b", nombre="Direcion de Museos"),
        ConjuntoDatos(id="d", nombre="Visitantes", area="b"),
    )
    hecho = consolidate(memory_session(mine), memory_session(theirs), "museos.promueve")
    conflicto, retiro, area, conjunto = hecho.dudas
    assert conflicto.startswith(
        "Grupo «Periodistas», «Quiénes son y qué buscan»: aquí dice «Cubren la fuente de cultura»"
    )
    assert "Datos Datos…" in conflicto
    assert len(conflicto) < 300
    assert retiro == (
        "Área «Dirección de Museos» se retiró en el otro y aquí sigue en uso (motivo: Se fusionó); "
        "quedó como estaba. Decida en «Dudas» cuál vale."
    )
    assert (
        area == "Se agregó «Direcion de Museos» (área), que se parece a «Dirección de Museos»; revise si es lo mismo."
    )
    assert (
        conjunto
        == "Se agregó «Visitantes» y ya había un conjunto de datos con ese nombre; revise si se trata de lo mismo."
    )


def test_a_withdrawal_here_is_told_too() -> None:
    mine = project_of(replace(MUSEOS, retirado="Se fusionó"))
    hecho = consolidate(memory_session(mine), memory_session(project_of(MUSEOS)), "museos.promueve")
    assert "se retiró aquí y sigue en uso en el otro" in hecho.dudas[0]


def test_another_institution_changes_nothing() -> None:
    session = memory_session(project_of(FAROS))
    dunas = Institucion(id="d", nombre="Instituto de Dunas", siglas="ID")
    with pytest.raises(UserError, match="institucion_distinta"):
        consolidate(session, memory_session(project_of(dunas, MUSEOS)), "dunas.promueve")
    assert session.proyecto == project_of(FAROS)


def test_a_read_only_project_takes_nothing() -> None:
    with pytest.raises(UserError, match="solo_lectura"):
        consolidate(memory_session(read_only=True), memory_session(Proyecto()), "otra.promueve")
