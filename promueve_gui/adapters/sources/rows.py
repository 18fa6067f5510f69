"""The rows of a table that are worth reading, all as wide as its header; the others are told of and left out."""

from __future__ import annotations

import re
from itertools import chain, repeat
from typing import TYPE_CHECKING

from promueve_gui.adapters.errores_formula import SIN_VALOR, complaint
from promueve_gui.adapters.reporte import column_letter
from promueve_gui.domain.formato import citar
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from promueve_gui.adapters.reporte import Reporte
    from promueve_gui.adapters.sources.layouts import Encabezado
    from promueve_gui.adapters.sources.tables import Avance, Fila, Tabla

_VACIA = [""]
_TOTALES = frozenset({"total", "totales", "total general", "gran total", "subtotal", "suma", "sumas"})
_OTRO_ENCABEZADO = (
    "trae otro encabezado, con las columnas en otro orden; de aquí en adelante no se leyó. Páselo a otra hoja o archivo"
)
_POCAS = 4  # cells with something in them, at most, of a row of totals
_NUMERO = re.compile(r"[\d.,\s]+")


def useful_rows(tabla: Tabla, encabezado: Encabezado, reporte: Reporte, avance: Avance) -> Iterator[Fila]:
    """Yield the rows under the header one by one; see ``useful_blocks``."""
    return chain.from_iterable(useful_blocks(tabla, encabezado, reporte, avance))


def useful_blocks(tabla: Tabla, encabezado: Encabezado, reporte: Reporte, avance: Avance) -> Iterator[Sequence[Fila]]:
    """Yield the rows under the header, as many as come together, each with one empty cell more after its last column.

    Blank rows are skipped; rows of nothing but spaces, or that are the header again, are reported and skipped; rows
    with too few or too many cells are reported and given as far as they go. A formula without value is reported and
    given as an empty cell. Rows of a block that is in doubt come one by one, so that problems stay in their order.
    """
    ancho = encabezado.ancho
    hechos, are_sound = 0, _soundness(encabezado)
    for bloque in tabla.bloques:
        avance.paso(hechos)
        hechos += len(bloque)
        if are_sound(bloque):
            yield [(renglon, celdas + _VACIA) for renglon, celdas in bloque]
            continue
        for renglon, celdas in bloque:
            if renglon <= encabezado.renglon:
                continue
            if not SIN_VALOR.isdisjoint(celdas):
                celdas = _without_errors(renglon, celdas, reporte)  # noqa: PLW2901 - the row with what it does say
            if not any(celdas):
                continue
            if sobra := _why_left_out(celdas, encabezado):
                reporte.renglon(renglon, " ".join(celdas), sobra)
                continue
            if encabezado.is_elsewhere(celdas):
                reporte.renglon(renglon, " ".join(celdas), _OTRO_ENCABEZADO)
                return
            if len(celdas) != ancho:
                _report_ragged(tabla, ancho, renglon, celdas, reporte)
                celdas = (celdas + _VACIA * ancho)[:ancho]  # noqa: PLW2901 - the row as wide as the header
            yield ((renglon, celdas + _VACIA),)


def _soundness(encabezado: Encabezado) -> Callable[[Sequence[Fila]], bool]:
    """Return the function that tells whether each row of a block is nothing but data; it says no when in doubt.

    Nearly all blocks are, and it takes a quarter of the time of looking at their rows one by one.
    """
    ancho, clave, titulo = encabezado.ancho, encabezado.clave, encabezado.titulo
    raras = SIN_VALOR.union(encabezado.celdas[indice] for indice in encabezado.indices.values())

    def are_sound(bloque: Sequence[Fila]) -> bool:
        filas = [celdas for _, celdas in bloque]
        return (
            bloque[0][0] > encabezado.renglon
            and set(map(len, filas)) == {ancho}
            and raras.isdisjoint(chain.from_iterable(filas))
            and titulo not in "\n".join({celdas[clave] for celdas in filas}).casefold()
            and not any(_is_blank(celdas) or _is_total(celdas) for celdas in _saying_little(filas, ancho))
        )

    return are_sound


def _saying_little(filas: Sequence[list[str]], ancho: int) -> list[list[str]]:
    """Return the rows, all as wide as ``ancho``, that may be blank or one of totals."""
    huecos = map(list.count, filas, repeat(""))
    return [f for f, vacias in zip(filas, huecos, strict=True) if ancho - vacias <= _POCAS or not f[0].strip()]


def _why_left_out(celdas: list[str], encabezado: Encabezado) -> str:
    """Return why a row is none of those that the table is about; empty when it is one."""
    if _is_blank(celdas):
        return "solo trae espacios; no se importó. Bórrelo si no hace falta"
    if encabezado.is_again(celdas):
        return "repite el encabezado; no se importó. Bórrelo si no hace falta"
    return "parece un renglón de totales; no se importó" if _is_total(celdas) else ""


def _is_blank(celdas: list[str]) -> bool:
    return not (celdas and celdas[0].strip()) and not "".join(celdas).strip()


def _is_total(celdas: list[str]) -> bool:
    """Tell whether a row that is not blank says «Total», or the like, and besides it a few numbers at most."""
    if len(celdas) - celdas.count("") > _POCAS:
        return False
    primera, *otras = filter(None, (celda.strip() for celda in celdas if celda))
    return primera.casefold().rstrip(":. ") in _TOTALES and all(map(_NUMERO.fullmatch, otras))


def _without_errors(renglon: int, celdas: list[str], reporte: Reporte) -> list[str]:
    """Return the row without the formulas that give no value, which are told of: of many alike, all at once."""
    malas = {indice: celda for indice, celda in enumerate(celdas) if celda in SIN_VALOR}
    reporte.sin_valor(renglon, malas)
    for celda in dict.fromkeys(malas.values()):
        letras = [column_letter(indice) for indice, mala in malas.items() if mala == celda]
        reporte.celda(renglon, celdas.index(celda), celda, complaint(celda) + _and_in(letras[1:]))
    return ["" if indice in malas else celda for indice, celda in enumerate(celdas)]


def _and_in(letras: list[str]) -> str:
    if not letras:
        return ""
    return (
        f" (también en la columna {letras[0]})"
        if len(letras) == 1
        else f" (también en las columnas {', '.join(letras)})"
    )


def _report_ragged(tabla: Tabla, ancho: int, renglon: int, celdas: list[str], reporte: Reporte) -> None:
    if len(celdas) < ancho and tabla.exacta:
        cuantas = contado(len(celdas), "celda", "celdas")
        texto = f"tiene {cuantas} y el encabezado {ancho}; lo que falta quedó vacío. Revise los separadores"
        reporte.renglon(renglon, celdas[-1], texto)
    sobrantes = [celda for celda in celdas[ancho:] if celda.strip()]
    if sobrantes:
        texto = (
            f"hay datos a la derecha de la última columna del encabezado («{citar(sobrantes[0])}») y no se leyeron. "
            "Revise los separadores y las comillas"
        )
        reporte.renglon(renglon, sobrantes[0], texto)
