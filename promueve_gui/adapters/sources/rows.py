"""The rows of a table that are worth reading, all as wide as its header; the others are told of and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.reporte import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Fila, Tabla

_VACIA = [""]


def useful_rows(tabla: Tabla, encabezado: Encabezado, reporte: Reporte) -> Iterator[Fila]:
    """Yield the rows under the header, each with one empty cell more after its last column.

    Blank rows are skipped; rows of nothing but spaces, or that are the header again, are reported and skipped; rows
    with too few or too many cells are reported and given as far as they go.
    """
    ancho, titulos = encabezado.ancho, list(encabezado.celdas)
    for renglon, celdas in tabla.filas:
        if renglon <= encabezado.renglon:
            continue
        if not (celdas and celdas[0].strip()) and not "".join(celdas).strip():
            if any(celdas):
                reporte.renglon(renglon, "".join(celdas), "solo trae espacios; no se importó. Bórrelo si no hace falta")
            continue
        if celdas == titulos:
            reporte.renglon(renglon, celdas[0], "repite el encabezado; no se importó. Bórrelo si no hace falta")
            continue
        if len(celdas) != ancho:
            _report_ragged(tabla, ancho, renglon, celdas, reporte)
            celdas = (celdas + _VACIA * ancho)[:ancho]  # noqa: PLW2901 - the row as wide as the header
        yield renglon, celdas + _VACIA


def _report_ragged(tabla: Tabla, ancho: int, renglon: int, celdas: list[str], reporte: Reporte) -> None:
    if len(celdas) < ancho and tabla.exacta:
        cuantas = "1 celda" if len(celdas) == 1 else f"{len(celdas)} celdas"
        texto = f"tiene {cuantas} y el encabezado {ancho}; lo que falta quedó vacío. Revise los separadores"
        reporte.renglon(renglon, celdas[-1], texto)
    sobrantes = [celda for celda in celdas[ancho:] if celda.strip()]
    if sobrantes:
        texto = (
            f"hay datos a la derecha de la última columna del encabezado («{shorten(sobrantes[0])}») y no se leyeron. "
            "Revise los separadores y las comillas"
        )
        reporte.renglon(renglon, sobrantes[0], texto)
