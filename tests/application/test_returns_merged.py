"""Groups that were merged: what an area says of its own goes to the group that stands for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.returns import Returns
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.uniones import UnionGrupos
from tests.application.returned_project import (
    ESCUELAS,
    NOTARIAS,
    PERIODISTAS,
    USO,
    compared,
    group,
    institution,
    only,
    taken,
)
from tests.returned_books import Tabla, format_of, unsealed

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.ficha import Id

ESCUELAS_B = GrupoUsuarios(id="g9", nombre="Centros escolares", area="b", descripcion="Primarias")


def merge(session: Session, queda: Id, sobrante: Id) -> None:
    """Merge two groups as is done in the tab of duplicates."""
    usos = [u for u in session.proyecto.activos(UsoDatos) if u.grupo == sobrante]
    session.edit(
        "Unir",
        [
            alta(UnionGrupos(id=f"{queda}{sobrante}", queda=queda, sobrante=sobrante)),
            retiro(group(session, sobrante), "Se unió"),
            *(cambio(uso, grupo=queda) for uso in usos),
        ],
    )


def test_what_was_merged_meanwhile_is_not_missed_nor_asked_about() -> None:
    session = institution(ESCUELAS_B)
    libro = format_of(session, "a")
    merge(session, "g9", "g2")
    assert compared(session, libro).diferencias == []
    libro.grupos.filas.remove(libro.grupos.fila("Escuelas"))
    assert compared(session, libro).diferencias == []


def test_changes_go_to_the_group_that_stands() -> None:
    session = institution(ESCUELAS_B)
    libro = format_of(session, "a")
    libro.grupos.fila("Escuelas").update({"notas": "Cada mes", "descripcion": "Todas", "nombre": "Escuelas públicas"})
    merge(session, "g9", "g2")
    assert [(d.clave, d.id, d.tipo) for d in compared(session, libro).diferencias] == [
        ("grupo_usuarios:g2:nombre", "g9", TipoDiferencia.CONFLICTO),
        ("grupo_usuarios:g2:descripcion", "g9", TipoDiferencia.CAMBIO),
        ("grupo_usuarios:g2:notas", "g9", TipoDiferencia.CAMBIO),
    ]
    taken(session, libro)
    assert group(session, "g9") == replace(ESCUELAS_B, notas="Cada mes", descripcion="Todas")
    assert group(session, "g2") == replace(ESCUELAS, retirado="Se unió")


def test_two_rows_of_one_group_that_say_different_things_are_a_conflict() -> None:
    session = institution()
    libro = format_of(session, "a")
    merge(session, "g1", "g2")
    libro.grupos.fila("Escuelas")["notas"] = "Uno"
    libro.grupos.fila("Periodistas")["notas"] = "Dos"
    uno, otro = compared(session, libro).diferencias
    assert (uno.tipo, otro.tipo) == (TipoDiferencia.CAMBIO, TipoDiferencia.CONFLICTO)
    assert otro.mensaje == "Otro renglón del mismo archivo dice otra cosa de lo mismo; elija cuál vale."
    taken(session, libro)
    assert group(session, "g1").notas == "Dos"


def test_a_group_of_another_area_that_stands_for_one_of_this_is_in_its_workbook() -> None:
    session = institution(ESCUELAS_B)
    merge(session, "g9", "g2")
    libro = format_of(session, "a")
    assert [fila["nombre"] for fila in libro.grupos.filas] == ["Periodistas", "Centros escolares"]
    assert compared(session, libro).diferencias == []
    for fila in libro.grupos.filas:
        del fila["id"]
    libro.grupos.fila("Centros escolares")["siglas"] = "CE"
    assert [d.clave for d in compared(session, libro).diferencias] == ["grupo_usuarios:g9:siglas"]


def test_a_name_that_an_area_gave_to_a_merged_group_still_means_it() -> None:
    session = institution(ESCUELAS_B)
    libro = format_of(session, "a")
    merge(session, "g9", "g2")
    assert libro.datos is not None
    libro.datos.filas.append({"conjunto": "Piezas", "grupo": "Escuelas"})
    sin_sello = unsealed(libro)
    taken(session, libro)
    assert [uso.grupo for uso in session.proyecto.todos(UsoDatos)] == ["g1", "g9"]
    clase = only(session, sin_sello, "a")  # which the group that stands does not say
    assert (clase.tipo, clase.campo, clase.id) == (TipoDiferencia.CAMBIO, "clase", "g9")


def test_new_rows_that_were_merged_since_are_not_new_again() -> None:
    session = institution()
    libro = format_of(session, "a")
    libro.grupos.filas += [{"nombre": "INEGI"}, {"nombre": "Inegi", "siglas": "I"}]
    taken(session, libro)
    uno, otro = (g.id for g in session.proyecto.activos(GrupoUsuarios)[-2:])
    merge(session, uno, otro)
    assert compared(session, libro).diferencias == []


def test_a_link_that_merging_moved_is_none_that_we_changed() -> None:
    session = institution(replace(PERIODISTAS, id="g8", nombre="Prensa", area="b"))
    libro = format_of(session, "a")
    merge(session, "g8", "g1")
    assert libro.datos is not None
    libro.datos.fila("Visitantes")["grupo"] = "Escuelas"
    hallada = only(session, libro)
    assert (hallada.clave, hallada.tipo, hallada.suyo) == ("uso_datos:u1:grupo", TipoDiferencia.CAMBIO, "g2")
    taken(session, libro)
    assert session.proyecto.get(UsoDatos, "u1") == replace(USO, grupo="g2")


def test_links_to_several_groups_follow_them_too() -> None:
    session = institution(LineaPlan(id="l", nombre="Boletín", grupos=("g1", "g2")))
    session.record_export("plan", "Plan.xlsx", exportacion="x/plan")
    session.edit("Mover", [cambio(session.proyecto.todos(LineaPlan)[0], grupos=("g3",))])
    session.undo()
    merge(session, "g3", "g2")
    session.edit("Ligar", [cambio(session.proyecto.todos(LineaPlan)[0], grupos=("g1", "g3"))])
    libro = format_of(session, "a")
    tabla = Tabla("Plan", "linea_plan", ("nombre", "grupos"), [{"id": "l", "nombre": "Boletín", "grupos": "Notarías"}])
    plan = replace(
        libro.returned(),
        sello=replace(libro.sello, exportacion="x/plan", documento="plan", area=""),
        hojas=[tabla.sheet()],
    )
    (hallada,) = Returns(session).compare(plan).diferencias
    assert (hallada.tipo, hallada.suyo) == (TipoDiferencia.CAMBIO, ("g3",))
    assert group(session, "g3") == NOTARIAS
