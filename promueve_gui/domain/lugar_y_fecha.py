"""The line of a bulletin with place and date («Ciudad de México, 5 de febrero de 2026»), read back (dominio §6)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.fechas_leidas import leer_fecha

if TYPE_CHECKING:
    from datetime import date

LUGAR_Y_FECHA = "lugar_y_fecha"  # how a document names the line, which is of two fields
_FECHA = re.compile(r"(?:a\s+)?(\d{1,2}[\wº°.]*\s+de\s+\w+\s+(?:de|del)\s+\d{4}|\d{1,4}[/-]\d{1,2}[/-]\d{2,4})\.?$")


def partido(texto: str) -> tuple[str, date | None] | None:
    """Return place and day of such a line, each empty where it has none; ``None`` when its end is no day and should be.

    A line without any number is all place.
    """
    dicho = " ".join(texto.split())
    hallada = _FECHA.search(dicho)
    if hallada is None:
        return None if any(signo.isdigit() for signo in dicho) else (dicho, None)
    leida = leer_fecha(hallada[1])
    return None if leida.fecha is None else (dicho[: hallada.start()].rstrip(" ,;"), leida.fecha)
