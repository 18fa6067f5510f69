"""What a cell says whose formula gives no value: the errors of Excel and LibreOffice, and no result at all."""

from __future__ import annotations

from promueve_gui.domain.formato import acortar

SIN_RESULTADO = "#SIN_RESULTADO!"  # stands for a formula that was saved without its result
# As Excel writes them in any language, and LibreOffice.
ERRORES = frozenset(
    "#REF! #¡REF! #N/A #N/D #NAME? #¿NOMBRE? #VALUE! #¡VALOR! #DIV/0! #¡DIV/0! #NULL! #¡NULO! #NUM! #¡NUM! #SPILL! "
    "#CALC! #FIELD! #GETTING_DATA".split()
)
SIN_VALOR = ERRORES | {SIN_RESULTADO}
_PIDA_VALOR = "es un error de una fórmula y no se tomó; escriba en su lugar el valor"
_PIDA_RESULTADO = (
    "la fórmula se guardó sin su resultado y no se tomó; abra el archivo en Excel o LibreOffice y guárdelo de nuevo, o "
    "escriba el valor"
)


def complaint(texto: str) -> str:
    """Return what is wrong with a cell that says one of ``SIN_VALOR``, and how to mend it."""
    return _PIDA_RESULTADO if texto == SIN_RESULTADO else f"{acortar(texto)} {_PIDA_VALOR}"
