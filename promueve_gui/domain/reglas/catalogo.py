"""Every rule, in order, and what is asked of them all together. A new rule is added here once."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.reglas import (
    avisos,
    bimestres,
    contactos,
    coordinacion,
    desenlaces,
    estructura,
    grupos,
    ligas,
    mesas,
    plan,
    plazos,
    publicos,
    retiros,
    solicitudes,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.reglas.base import Contexto, Hallazgo, Regla, Resultado

REGLAS: tuple[Regla, ...] = (
    grupos.REGLA,
    publicos.REGLA,
    plan.REGLA,
    ligas.REGLA,
    contactos.REGLA,
    estructura.REGLA,
    coordinacion.REGLA,
    bimestres.REGLA,
    mesas.REGLA,
    desenlaces.REGLA,
    plazos.REGLA,
    retiros.REGLA,
    avisos.REGLA,
    solicitudes.REGLA,
)
POR_ID: Mapping[str, Regla] = MappingProxyType({regla.id: regla for regla in REGLAS})


def revisar(contexto: Contexto) -> tuple[Resultado, ...]:
    """Judge the whole project by every rule, in the order R1–R14."""
    return tuple(regla.evaluar(contexto) for regla in REGLAS)


def hallazgos_de(contexto: Contexto, registro: Registro) -> tuple[Hallazgo, ...]:
    """Return the gaps of one record, by every rule that judges records of its kind."""
    return tuple(hallazgo for regla in REGLAS for hallazgo in regla.de_registro(contexto, registro))
