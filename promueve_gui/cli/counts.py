"""How counts of records are said: by kind, with the names that people use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TITULOS = ("", "nuevos", "cambiados", "iguales")


def count_rows(cuentas: Sequence[Mapping[str, int]]) -> list[list[str]]:
    """Return a table of new, changed and equal records: a row per kind, and the heading; empty without records."""
    presentes = [entidad for entidad in POR_ENTIDAD if any(cuenta.get(entidad) for cuenta in cuentas)]
    if not presentes:
        return []
    anchos = [
        max(len(titulo), *(len(f"{cuenta.get(e, 0):,}") for e in presentes)) for titulo, cuenta in _pares(cuentas)
    ]
    filas = [["", *(titulo.rjust(ancho) for titulo, ancho in zip(TITULOS[1:], anchos, strict=True))]]
    for entidad in presentes:
        numeros = (f"{cuenta.get(entidad, 0):,}" for cuenta in cuentas)
        filas.append([POR_ENTIDAD[entidad].PLURAL, *(n.rjust(a) for n, a in zip(numeros, anchos, strict=True))])
    return filas


def _pares(cuentas: Sequence[Mapping[str, int]]) -> list[tuple[str, Mapping[str, int]]]:
    return list(zip(TITULOS[1:], cuentas, strict=True))
