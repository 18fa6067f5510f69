"""What goes into the workbook of an area: its groups, its datasets and how the ones use the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.formato_area import conjuntos_del_formato, grupos_del_formato, usos_del_formato
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import Acceso, ClaseGrupo

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

REGISTROS: list[Registro] = [
    AreaGeneradora(id="a", nombre="Puentes"),
    AreaGeneradora(id="b", nombre="Caminos"),
    GrupoUsuarios(id="g1", nombre="Órganos internos", clase=ClaseGrupo.GOBIERNO, area="a"),
    GrupoUsuarios(id="g2", nombre="municipios", clase=ClaseGrupo.GOBIERNO, area="a"),
    GrupoUsuarios(id="g3", nombre="Sin clase", area="a"),
    GrupoUsuarios(id="g4", nombre="Planeación", clase=ClaseGrupo.DENTRO, area="a"),
    GrupoUsuarios(id="g5", nombre="De otra área", clase=ClaseGrupo.DENTRO, area="b"),
    GrupoUsuarios(id="g6", nombre="Ya retirado", area="a", retirado="No existe"),
    GrupoUsuarios(id="g7", nombre="INEGI", clase=ClaseGrupo.GOBIERNO, area="b"),
    GrupoUsuarios(id="g8", nombre="Inegi", clase=ClaseGrupo.GOBIERNO, area="a", retirado="Se unió a «INEGI»"),
    UnionGrupos(id="n", queda="g7", sobrante="g8"),
    ConjuntoDatos(id="c1", nombre="Inventario", area="a"),
    ConjuntoDatos(id="c2", nombre="aforos", area="a"),
    ConjuntoDatos(id="c3", nombre="Expedientes", area="a", acceso=Acceso.PRIVADO),
    ConjuntoDatos(id="c4", nombre="Cierres", area="b"),
    ConjuntoDatos(id="c5", nombre="Padrón viejo", area="a", retirado="Se sustituyó"),
    UsoDatos(id="u1", grupo="g1", conjunto="c1"),
    UsoDatos(id="u2", grupo="g2", conjunto="c1"),
    UsoDatos(id="u3", grupo="g7", conjunto="c2"),
    UsoDatos(id="u4", grupo="g5", conjunto="c1"),
    UsoDatos(id="u5", grupo="g1", conjunto="c4"),
    UsoDatos(id="u6", grupo="g1", conjunto="c2", retirado="Se repitió"),
    UsoDatos(id="u7", grupo="g1", conjunto="c3"),
    UsoDatos(id="u8", grupo="g1", conjunto="c5"),
]


def made() -> Proyecto:
    proyecto = Proyecto()
    proyecto.apply(map(alta, REGISTROS))
    return proyecto


def ids(registros: list[Registro]) -> list[str]:
    return [registro.id for registro in registros]


def test_groups_come_by_class_and_name_with_those_that_stand_for_merged_ones() -> None:
    assert ids([*grupos_del_formato(made(), "a")]) == ["g4", "g7", "g2", "g1", "g3"]


def test_only_datasets_of_the_area_that_may_be_promoted_are_offered() -> None:
    assert ids([*conjuntos_del_formato(made(), "a")]) == ["c2", "c1"]


def test_uses_are_those_of_its_datasets_by_its_groups() -> None:
    proyecto = made()
    assert ids([*usos_del_formato(proyecto, "a", grupos_del_formato(proyecto, "a"))]) == ["u3", "u7", "u2", "u1"]


def test_an_area_that_said_nothing_yet_has_nothing() -> None:
    proyecto = Proyecto()
    assert not grupos_del_formato(proyecto, "a")
    assert not conjuntos_del_formato(proyecto, "a")
    assert not usos_del_formato(proyecto, "a", [])
