"""The sheets of an OpenDocument workbook, made fit for calamine; see ``celdas_excel`` for why.

Equal cells and rows in a run are written once there, with how many they are.
"""

from __future__ import annotations

import re

from promueve_gui.adapters.errores_formula import SIN_RESULTADO
from promueve_gui.adapters.excel.celdas_excel import MAX_CASILLAS, DemasiadasCasillasError

PARTE = "content.xml"

_PIEZA = re.compile(
    rb"<(?:\w+:)?(?P<clase>table|table-row|table-cell|covered-table-cell)(?=[\s/>])(?P<atributos>[^<>]*?)(?P<fin>/?)>"
)
_REPETIDA = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})[\"']")
_VALOR = b"value-type"
_ERROR = re.compile(rb"\s[\w:]*string-value=(?:\"\"|'')(?=[^<>]*:value-type=[\"']error[\"'])")
_FORMULA_SIN_RESULTADO = re.compile(
    rb"<(?P<nombre>(?:\w+:)?table-cell)(?P<atributos>(?=[^<>]*:formula=)(?![^<>]*value-type)[^<>]*?)"
    rb"(?:/>|>\s*(?:<text:p\s*/>)?\s*</(?P=nombre)>)"
)


def mend_content(contenido: bytes) -> bytes:
    """Return the content fit to read: errors as texts, formulas without result as ``SIN_RESULTADO``.

    Raises:
        DemasiadasCasillasError: some sheet has more than ``MAX_CASILLAS`` up to its last used cell.
    """
    _check_size(contenido)
    contenido = _ERROR.sub(b"", contenido)
    return _FORMULA_SIN_RESULTADO.sub(_said_to_be_without_result, contenido)


def _check_size(contenido: bytes) -> None:
    """Add up rows and columns as their repetitions say, up to the last row and the last column with something."""
    renglones = usados = ancho = columna = repetido = 0
    for pieza in _PIEZA.finditer(contenido):
        clase, atributos = pieza["clase"], pieza["atributos"]
        if clase == b"table":
            renglones = usados = ancho = columna = repetido = 0
        elif clase == b"table-row":
            renglones += repetido
            repetido, columna = _times(atributos), 0
        else:
            columna += _times(atributos)
            if not pieza["fin"] or _VALOR in atributos:
                usados, ancho = renglones + repetido, max(ancho, columna)
                if usados * ancho > MAX_CASILLAS:
                    raise DemasiadasCasillasError


def _times(atributos: bytes) -> int:
    repetida = _REPETIDA.search(atributos)
    return int(repetida[1]) if repetida else 1


def _said_to_be_without_result(celda: re.Match[bytes]) -> bytes:
    nombre = celda["nombre"]
    return b'<%b%b office:value-type="string"><text:p>%b</text:p></%b>' % (
        nombre,
        celda["atributos"],
        SIN_RESULTADO.encode(),
        nombre,
    )
