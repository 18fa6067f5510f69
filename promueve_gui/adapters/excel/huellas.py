"""What the sheets that are only read said when they left, cell by cell, so that whoever writes in one is told.

A print of each cell is kept on the sheet of the stamp: help and titles change with the program, so that writing the
sheet anew would not say what it said. Files without prints, which older versions wrote, say nothing.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING
from zlib import crc32

from promueve_gui.adapters.reporte import column_letter
from promueve_gui.domain.celdas import canonical, clean
from promueve_gui.domain.formato import citar
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.interpretacion import cell_text
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.adapters.excel.filas import Dato, Fila
    from promueve_gui.adapters.excel.rejilla import Crudo

CLAVE_HUELLA = "huella:"  # and the name of the sheet; beside it, the prints of one of its rows
_VACIA = "-"
_MAXIMO = 20  # cells of a sheet that are told one by one


class Huellas:
    """Takes the prints of some sheets while their rows are written."""

    def __init__(self) -> None:
        """Start with none."""
        self._tomadas: list[tuple[str, str]] = []

    def taking(self, hoja: str, filas: Iterable[Fila]) -> Iterator[Fila]:
        """Yield the rows of a sheet, and keep their prints."""
        for fila in filas:
            self._tomadas.append((f"{CLAVE_HUELLA}{hoja}", " ".join(map(_print, map(_written, fila.valores)))))
            yield fila

    def rows(self) -> Iterator[list[Dato]]:
        """Yield the rows that the stamp has for them; to be asked for once those sheets are written."""
        for clave, huellas in self._tomadas:
            yield [clave, huellas]


def stored_prints(filas: Iterable[Sequence[Crudo]]) -> dict[str, list[list[str]]]:
    """Return the prints that the sheet of the stamp holds, by sheet and row."""
    halladas: dict[str, list[list[str]]] = {}
    for fila in filas:
        clave, valor = (*map(str, fila[:2]), "", "")[:2]
        if clave.startswith(CLAVE_HUELLA):
            halladas.setdefault(clave.removeprefix(CLAVE_HUELLA), []).append(valor.split())
    return halladas


def edits(
    hoja: str, filas: Sequence[Sequence[Crudo]], huellas: Sequence[Sequence[str]], remedio: str
) -> Iterator[Problema]:
    """Yield what somebody wrote in a sheet, or took from it; ``remedio`` ends the sentence."""
    textos = [[_read(celda) for celda in fila] for fila in filas]
    quedan = {lugar for lugar, suyas in enumerate(huellas) if any(huella != _VACIA for huella in suyas)}
    otras = _unlike(textos, huellas, quedan)
    celdas = []
    for lugar, fila in otras:
        suyas = huellas[lugar] if lugar in quedan else ()
        quedan.discard(lugar)
        celdas += [(lugar, columna, (*fila, *[""] * len(suyas))[columna]) for columna in _differing(fila, suyas)]
    for lugar, columna, dicho in celdas[:_MAXIMO]:
        letra = column_letter(columna)
        que = f"se escribió «{citar(dicho)}»" if dicho else "se borró lo que decía"
        mensaje = f"Hoja «{hoja}», renglón {lugar + 1}, columna {letra}: {que}; {remedio}"
        yield Problema(hoja, lugar + 1, letra, dicho, mensaje)
    if (otras_celdas := len(celdas) - _MAXIMO) > 0:
        mensaje = f"Hoja «{hoja}»: hay {contado(otras_celdas, 'celda', 'celdas')} más con cambios; {remedio}"
        yield Problema(hoja, None, "", "", mensaje)
    if quedan:
        cuales = "falta un renglón" if len(quedan) == 1 else f"faltan {len(quedan):,} renglones"
        yield Problema(hoja, None, "", "", f"Hoja «{hoja}»: {cuales} de los que se enviaron; {remedio}")


def edits_of(
    hojas: Mapping[str, Sequence[Sequence[Crudo]]],
    huellas: Mapping[str, Sequence[Sequence[str]]],
    remedios: Mapping[str, str],
) -> Iterator[Problema]:
    """Yield the edits of each sheet that has prints and came back under its name."""
    for hoja, suyas in huellas.items():
        if hoja in hojas and hoja in remedios:
            yield from edits(hoja, hojas[hoja], suyas, remedios[hoja])


def _unlike(
    textos: Sequence[Sequence[str]], huellas: Sequence[Sequence[str]], quedan: set[int]
) -> list[tuple[int, Sequence[str]]]:
    """Return the rows that say something new; those that others are, here or elsewhere, are taken out of ``quedan``."""
    movidas = []
    for lugar, fila in enumerate(textos):
        if lugar in quedan and not _differing(fila, huellas[lugar]):
            quedan.remove(lugar)
        else:
            movidas.append((lugar, fila))
    por_huella: dict[tuple[str, ...], list[int]] = {}
    for lugar in sorted(quedan, reverse=True):
        por_huella.setdefault(_row_print(huellas[lugar]), []).append(lugar)
    otras = []
    for lugar, fila in movidas:
        iguales = por_huella.get(_row_print([_print(dicho) for dicho in fila]))
        if iguales:
            quedan.remove(iguales.pop())
        else:
            otras.append((lugar, fila))
    return otras


def _row_print(huellas: Sequence[str]) -> tuple[str, ...]:
    """Return the prints of a row as far as it says something, by which it is found wherever it stands now."""
    return tuple(" ".join(huellas).rstrip(f" {_VACIA}").split())


def _differing(fila: Sequence[str], huellas: Sequence[str]) -> list[int]:
    """Return the columns in which a row says something else than it did.

    A cell that was merged with the one at its left says the same as that.
    """
    distintas = []
    for columna in range(max(len(fila), len(huellas))):
        dicho = fila[columna] if columna < len(fila) else ""
        huella = huellas[columna] if columna < len(huellas) else _VACIA
        junta = huella == _VACIA and dicho in fila[max(columna - 1, 0) : columna]
        if _print(dicho) != huella and not junta:
            distintas.append(columna)
    return distintas


def _written(valor: Dato) -> str:
    """Return what a cell will say once it was written and read."""
    return canonical(clean(valor)) if isinstance(valor, str) else cell_text(valor)


def _read(celda: Crudo) -> str:
    return str(celda) if isinstance(celda, time | timedelta) else cell_text(celda)


def _print(texto: str) -> str:
    return f"{crc32(texto.encode()):x}" if texto else _VACIA
