"""How wide the letters of the typefaces of offices are, and how high their lines, to know where lines and pages end.

Measured on 2,400 letters of bulletins, spaces included, from the tables of each font or of the free one made with its
widths (Liberation, Carlito, Caladea, Gelasio).
"""

from __future__ import annotations

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar


@frozen
class Letra:
    """A typeface: mean advance of a letter of Spanish text, plain and bold, and height of a line, all in ems."""

    plana: float
    negrita: float
    alto: float


COMUN = 1.2  # ems of a line, where a font does not say how high it is
CALIBRI = Letra(0.411, 0.419, 1.221)
ARIAL = Letra(0.452, 0.485, 1.15)
DEJAVU_SANS = Letra(0.513, 0.576, 1.164)
_TIMES = Letra(0.403, 0.429, 1.15)
_VERDANA = Letra(0.513, 0.576, 1.215)  # DejaVu Sans has its widths
_LETRAS = {
    "calibri": CALIBRI,
    "carlito": CALIBRI,
    "arial": ARIAL,
    "arimo": ARIAL,
    "helvetica": ARIAL,
    "liberation sans": ARIAL,
    "nimbus sans": Letra(0.452, 0.485, 1.2),
    "times": _TIMES,
    "times new roman": _TIMES,
    "tinos": _TIMES,
    "liberation serif": _TIMES,
    "nimbus roman": Letra(0.403, 0.429, 1.2),
    "cambria": Letra(0.408, 0.45, 1.172),
    "caladea": Letra(0.408, 0.45, 1.15),
    "arial narrow": Letra(0.371, 0.398, 1.147),
    "liberation sans narrow": Letra(0.371, 0.398, 1.147),
    "dejavu sans": DEJAVU_SANS,
    "dejavu serif": Letra(0.517, 0.57, 1.164),
    "verdana": _VERDANA,
    "georgia": Letra(0.443, 0.517, 1.136),
    "montserrat": Letra(0.506, 0.531, 1.219),
    "noto sans": Letra(0.475, 0.504, 1.362),
    "noto serif": Letra(0.481, 0.51, 1.362),
    "open sans": Letra(0.472, 0.503, 1.362),
    "roboto": Letra(0.45, 0.456, 1.172),
}


def typeface(nombre: str) -> Letra:
    """Return the widths of a typeface by its name, those of Arial, which is in the middle, for one not known."""
    return _LETRAS.get(plegar(nombre).strip(), ARIAL)


def are_twins(una: str, otra: str) -> bool:
    """Tell whether of two typefaces one was made with the widths of the other, so that pages end alike in both."""
    conocida = _LETRAS.get(plegar(una).strip())
    return plegar(una) == plegar(otra) or (conocida is not None and conocida is _LETRAS.get(plegar(otra).strip()))
