"""Stakeholder analysis: what the place of a group on the power–interest grid advises (dominio §3)."""

from __future__ import annotations

from promueve_gui.domain.ficha import Opcion

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


def tratamiento(poder: int | None, interes: int | None) -> Tratamiento | None:
    """Return what a group's power and interest (1–5) advise, or ``None`` until both are known."""
    if poder is None or interes is None:
        return None
    return _CUADRANTES[poder > MITAD, interes > MITAD]
