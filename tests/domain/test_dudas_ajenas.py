"""A doubt that another program wrote, or a hand, is shown and can be set aside: it never stops anybody."""

from __future__ import annotations

import pytest

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.dudas import doubt_choices, doubt_values, resolve_doubt
from promueve_gui.domain.formatos import Duda, EstadoDuda, TipoDuda
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.proyecto import Proyecto

GRUPO = GrupoUsuarios(id="g", nombre="Pescadores", notas="Salen al alba.")


@pytest.fixture
def proyecto() -> Proyecto:
    made = Proyecto()
    made.apply([alta(GRUPO)])
    return made


@pytest.mark.parametrize(
    ("entidad", "campo", "suyo"),
    [
        ("grupo_usuarios", "notas", "4"),
        ("grupo_usuarios", "notas", "no es JSON"),
        ("grupo_usuarios", "notas", '{"otra": 1}'),
        ("grupo_usuarios", "clase", '{"clase": "ninguna"}'),
        ("grupo_usuarios", "no existe", '{"notas": "x"}'),
        ("tabla", "notas", '{"notas": "x"}'),
        ("", "", ""),
    ],
)
def test_what_cannot_be_read_can_still_be_set_aside(proyecto: Proyecto, entidad: str, campo: str, suyo: str) -> None:
    duda = Duda(id="d", nombre="Rara", tipo=TipoDuda.CONFLICTO, entidad=entidad, registro="g", campo=campo, suyo=suyo)
    proyecto.apply([alta(duda)])
    posibles = doubt_choices(proyecto, duda)
    assert Decision.CONSERVAR in posibles
    assert Decision.AMBOS not in posibles
    assert all(isinstance(lado, str) for lado in doubt_values(proyecto, duda))
    _, (cambio,) = resolve_doubt(proyecto, duda, Decision.CONSERVAR)
    assert cambio.despues is not None
    assert cambio.despues["estado"] is EstadoDuda.RESUELTA
