"""Hours of the day as people write them: «10:00», «9.30 h», «5 pm»."""

from __future__ import annotations

import re
from datetime import time

_HORA = re.compile(
    r"(\d{1,2})(?:\s*[:.h]\s*([0-5]\d))?\s*(?:(a|p)\.?\s*m\.?|h(?:oras|ora|rs|r|s)?\.?)?", re.IGNORECASE | re.ASCII
)
_MEDIODIA = 12
_DIA = 24


def leer_hora(texto: str) -> time | None:
    """Return the hour that ``texto`` says; ``None`` when it says none that a clock shows."""
    hallada = _HORA.fullmatch(texto.strip())
    if hallada is None:
        return None
    hora, minutos, mitad = int(hallada[1]), int(hallada[2] or 0), (hallada[3] or "").lower()
    if mitad:
        if not 0 < hora <= _MEDIODIA:
            return None
        hora = hora % _MEDIODIA + (_MEDIODIA if mitad == "p" else 0)
    return time(hora, minutos) if hora < _DIA else None
