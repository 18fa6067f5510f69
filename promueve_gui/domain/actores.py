"""Stakeholder analysis: what the place of a group on the power–interest grid advises (dominio §3)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Opcion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.institucion import Perfil

# Both scales go from 1 to 5. 3 is the middle line of the grid and says «neither much nor little», so only 4 and 5
# are high: attention is scarce, and closeness has to be earned by a clear mark.
MITAD = 3


class Tratamiento(Opcion):
    """How to treat a group, one per quadrant."""

    INVOLUCRAR = "involucrar", "Involucrar de cerca"
    SATISFACER = "satisfacer", "Mantener satisfechos"
    INFORMAR = "informar", "Mantener informados"
    MONITOREAR = "monitorear", "Monitorear"


_CUADRANTES = {
    (True, True): Tratamiento.INVOLUCRAR,
    (True, False): Tratamiento.SATISFACER,
    (False, True): Tratamiento.INFORMAR,
    (False, False): Tratamiento.MONITOREAR,
}


# Which field of the profile says what to do with the groups of each quadrant.
CAMPO_DE_TRATO: Mapping[Tratamiento, str] = MappingProxyType(
    {
        Tratamiento.INVOLUCRAR: "trato_involucrar",
        Tratamiento.SATISFACER: "trato_satisfacer",
        Tratamiento.INFORMAR: "trato_informar",
        Tratamiento.MONITOREAR: "trato_monitorear",
    }
)


def is_high(grado: int | None) -> bool:
    """Tell whether a grade is high: above the middle of the scale, and given at all."""
    return grado is not None and grado > MITAD


def trato(perfil: Perfil | None, sugerido: Tratamiento | None) -> str:
    """Return what the profile says to do with the groups of a quadrant; empty while it says nothing."""
    if perfil is None or sugerido is None:
        return ""
    texto: str = getattr(perfil, CAMPO_DE_TRATO[sugerido])
    return texto.strip()


def tratamiento(poder: int | None, interes: int | None) -> Tratamiento | None:
    """Return what a group's power and interest (1–5) advise, or ``None`` until both are known."""
    if poder is None or interes is None:
        return None
    return _CUADRANTES[is_high(poder), is_high(interes)]
