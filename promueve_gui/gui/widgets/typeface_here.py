"""A typeface as this computer has it, or the one that it shows in its place: how wide and high letters are."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from promueve_gui.application.page_estimates import LetraPuesta
from promueve_gui.gui.widgets.application import application

if TYPE_CHECKING:
    from collections.abc import Iterable

_EM = 1000  # pixels, so that widths come out in thousandths
_FUNDIDORA = re.compile(r" \[[^\]]*\]$")  # Qt says whose a typeface is where two have one name
# Letters, digits, capitals and spaces as bulletins have them.
_MUESTRA = (
    "La Secretaría de Caminos y Puentes publicó hoy, en formato abierto, el inventario de los 4,812 puentes que "
    "comunican a las localidades rurales del país, con su ubicación, su año de construcción y el resultado de la "
    "inspección más reciente, para que autoridades municipales, empresas de transporte y comunidades sepan por "
    "dónde pasar en temporada de lluvias. «Un puente del que nadie sabe cuánto aguanta es un riesgo», dijo la "
    "titular, Amparo Inventada Ríos. Quien encuentre un puente mal ubicado puede avisar; el área responsable "
    "contestará en un plazo de treinta días."
)


def typefaces_here(familias: Iterable[str]) -> dict[str, LetraPuesta]:
    """Return what is shown here for each typeface, measured, with the window or without it."""
    with application():
        return {familia: typeface_here(familia) for familia in familias}


def typeface_here(familia: str) -> LetraPuesta:
    """Return what is shown here for a typeface, measured; there is an application."""
    plana = QFont(familia)
    plana.setPixelSize(_EM)
    negrita = QFont(plana)
    negrita.setBold(True)
    nombre = _FUNDIDORA.sub("", QFontInfo(plana).family())
    return LetraPuesta(nombre, _mean(plana), _mean(negrita), _line(plana))


def _mean(font: QFont) -> float:
    return QFontMetricsF(font).horizontalAdvance(_MUESTRA) / len(_MUESTRA) / _EM


def _line(font: QFont) -> float:
    """Return the height of a line as word processors take it (OpenType, table «hhea»); 0 where a font has none."""
    cruda = QRawFont.fromFont(font)
    tabla = bytes(cruda.fontTable("hhea").data())
    if len(tabla) < struct.calcsize(">4xhhh"):
        return 0
    sube, baja, entre = struct.unpack_from(">4xhhh", tabla)
    return float((sube - baja + entre) / cruda.unitsPerEm())
