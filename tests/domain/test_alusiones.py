"""What shows of a record where others name it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.alusiones import aludidas
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

GRUPO = GrupoUsuarios(id="g", nombre="Cámaras de comercio")
CONJUNTO = ConjuntoDatos(id="c", nombre="Aforos")


@pytest.mark.parametrize(
    ("registro", "valores", "shows"),
    [
        (GRUPO, {"nombre": "Comercios"}, True),
        (GRUPO, {"area": "obras"}, True),
        (GRUPO, {"notas": "Pendiente", "nombre": "Comercios"}, True),
        (GRUPO, {"notas": "Pendiente"}, False),
        (GRUPO, {"poder": 3, "clase": ClaseGrupo.SOCIEDAD}, False),
        (CONJUNTO, {"area": "obras"}, True),
        (CONJUNTO, {"prioritario": True}, False),
    ],
)
def test_names_and_references_show_elsewhere(registro: Registro, valores: dict[str, Any], *, shows: bool) -> None:
    hecho = cambio(registro, **valores)
    assert hecho is not None
    assert aludidas([hecho]) == ({registro.ENTIDAD} if shows else frozenset())
    assert aludidas([hecho.inverso]) == aludidas([hecho])


def test_what_comes_or_goes_shows_elsewhere() -> None:
    assert aludidas([alta(GRUPO)]) == {"grupo_usuarios"}
    assert aludidas([alta(GRUPO).inverso]) == {"grupo_usuarios"}
    fuera = retiro(GRUPO, "ya no")
    assert fuera is not None
    assert aludidas([fuera]) == {"grupo_usuarios"}


def test_the_tables_of_several_changes_are_told_together() -> None:
    hechos = [cambio(GRUPO, nombre="Otro"), cambio(CONJUNTO, url="https://ejemplo.mx"), alta(CONJUNTO)]
    assert aludidas(hecho for hecho in hechos if hecho is not None) == {"grupo_usuarios", "conjunto_datos"}
    assert aludidas([]) == frozenset()
