"""The stamp of a workbook that Promueve wrote: in a sheet out of sight and, should that be lost, in its properties."""

from __future__ import annotations

from dataclasses import fields
from itertools import islice
from typing import TYPE_CHECKING

from promueve_gui.adapters.excel.libro import (
    PROPIEDAD_DOCUMENTO,
    PROPIEDAD_EXPORTACION,
    PROPIEDAD_INSTITUCION,
    PROPIEDAD_PROYECTO,
    PROPIEDAD_VERSION,
)
from promueve_gui.domain.devueltos import Sello

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.adapters.excel.rejilla import Fila

_CLAVES = frozenset(campo.name for campo in fields(Sello))
_PROPIEDADES = {
    "proyecto": PROPIEDAD_PROYECTO,
    "exportacion": PROPIEDAD_EXPORTACION,
    "documento": PROPIEDAD_DOCUMENTO,
    "institucion": PROPIEDAD_INSTITUCION,
    "version": PROPIEDAD_VERSION,
}
_MINIMO = 3  # keys that must be there for a sheet to be the stamp
_RENGLONES = 20


def stamped_values(filas: Sequence[Fila]) -> dict[str, str]:
    """Return what the sheet of the stamp says, by name; nothing when ``filas`` begin some other sheet."""
    pares = (fila[:2] for fila in islice(filas, _RENGLONES) if len(fila) > 1)
    valores = {str(clave): _text(valor) for clave, valor in pares if clave in _CLAVES}
    return valores if len(valores) >= _MINIMO else {}


def read_stamp(escondidos: Mapping[str, str], propiedades: Mapping[str, str]) -> Sello:
    """Return the stamp: what the sheet says and, where it says nothing, what the properties do."""
    de_propiedades = {clave: propiedades.get(nombre, "") for clave, nombre in _PROPIEDADES.items()}
    valores = {clave: escondidos.get(clave) or de_propiedades.get(clave, "") for clave in _CLAVES}
    documento = valores["documento"]
    return Sello(
        proyecto=valores["proyecto"],
        exportacion=valores["exportacion"],
        documento=documento,
        area=valores["area"] or documento.partition(":")[2],
        institucion=valores["institucion"],
        version=_number(valores["version"]),
    )


def _text(valor: object) -> str:
    if isinstance(valor, float) and valor.is_integer():
        return str(int(valor))
    return str(valor).strip()


def _number(texto: str) -> int:
    return int(texto) if texto.isascii() and texto.isdigit() else 0
