"""Every text of a past edition can be told anew, in whatever shape the bitácora keeps it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sqlite.rows import dump, encoded, load
from promueve_gui.adapters.sqlite.stored_texts import retold
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Clave

GRUPOS = [GrupoUsuarios(id=f"g{n}", nombre=f"Grupo {n}", notas="Habló Ana", poder=n) for n in range(1, 6)]
POR_COLUMNAS = dump(encoded([alta(grupo) for grupo in GRUPOS]))
POR_RENGLONES = json.dumps(
    [
        {
            "entidad": "grupo_usuarios",
            "columnas": ["nombre", "notas", "poder"],
            "filas": [[g.id, g.nombre, g.notas, g.poder] for g in GRUPOS],
        }
    ]
)


def _forgets_the_third(clave: Clave, nombre: str, texto: str) -> str:
    return "(borrado)" if (*clave, nombre) == ("grupo_usuarios", "g3", "notas") else texto


@pytest.mark.parametrize("cambios", [POR_COLUMNAS, POR_RENGLONES])
def test_what_many_records_say_is_told_anew_for_one_of_them(cambios: str) -> None:
    leidos = load(retold(cambios, _forgets_the_third))
    assert [(c.id, (c.despues or {})["notas"], (c.despues or {})["poder"]) for c in leidos] == [
        (g.id, "(borrado)" if g.id == "g3" else "Habló Ana", g.poder) for g in GRUPOS
    ]


@pytest.mark.parametrize("cambios", [POR_COLUMNAS, POR_RENGLONES])
def test_where_nothing_is_told_otherwise_it_stays_letter_by_letter(cambios: str) -> None:
    assert retold(cambios, lambda _clave, _nombre, texto: texto) == cambios


@pytest.mark.parametrize("cambios", ["", "3", "[3]", '[{"entidad":"x"}]', '[{"entidad":"x","columnas":[]}]'])
def test_what_is_no_edition_is_refused(cambios: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        retold(cambios, _forgets_the_third)
