"""Sheets of one workbook that say again what another one says: whoever copies a sheet wants nothing twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.adapters.excel.sheets import Celda, Hoja
    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Tabla

    Par = tuple[Tabla, Encabezado]
    Renglones = list[tuple[Celda, ...]]

_POCOS = 2  # rows from which a sheet that repeats most of them looks like a copy


def without_copies(pares: Sequence[Par], hojas: Sequence[Hoja], reporte: Reporte) -> list[Par]:
    """Return the tables but those whose rows are all the same as another's, which are told of; of two, what is seen.

    One that repeats most of its rows is told of too, and stays: what is new in it is worth having.
    """
    por_nombre = {hoja.nombre: hoja for hoja in hojas}
    leidos: dict[str, Renglones] = {}
    primera: dict[tuple[Celda, ...], str] = {}  # which sheet has a row first
    copias: set[str] = set()
    for tabla, encabezado in sorted(pares, key=lambda par: par[0].oculta):
        filas = sorted(por_nombre[tabla.hoja].filas.items())
        renglones = [tuple(fila) for renglon, fila in filas if renglon > encabezado.renglon]
        repetidos = Counter(primera[renglon] for renglon in renglones if renglon in primera)
        original, cuantos = next(iter(repetidos.most_common(1)), ("", 0))
        reporte.hoja = tabla.hoja
        if cuantos and renglones == leidos[original]:
            copias.add(tabla.hoja)
            reporte.general(
                f"La hoja «{tabla.hoja}» dice lo mismo que «{original}» y no se leyó otra vez; si es una copia, "
                "bórrela."
            )
            continue
        if len(renglones) >= _POCOS and cuantos > len(renglones) / 2:
            reporte.general(
                f"De los {len(renglones):,} renglones de la hoja «{tabla.hoja}», {cuantos:,} están también en "
                f"«{original}» y se leyeron otra vez; si es una copia, bórrela."
            )
        leidos[tabla.hoja] = renglones
        for renglon in renglones:
            primera.setdefault(renglon, tabla.hoja)
    return [par for par in pares if par[0].hoja not in copias]
