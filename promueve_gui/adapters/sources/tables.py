"""Rows of texts with their place, whatever file they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from promueve_gui.adapters.excel.sheets import Hoja
    from promueve_gui.adapters.reporte import Reporte

Junta: TypeAlias = tuple[int, int, int]  # cells merged with those below: column, first and last row, counted from 1
Fila: TypeAlias = tuple[int, list[str]]  # row number counted from 1, and cells
Progreso: TypeAlias = "Callable[[int, int], None]"

PERDIDA = "\N{REPLACEMENT CHARACTER}"
BLOQUE = 256  # rows that are looked at together
_CADA = 1024  # rows between two reports of progress


@dataclass(slots=True)
class Tabla:
    """A sheet or a delimited file, whose blocks of rows can be gone through once; ``total`` is how many may be in them.

    ``exacta`` tells that a row with fewer cells than the header is damaged; ``avisos`` are sentences about the table.
    """

    hoja: str
    bloques: Iterable[Sequence[Fila]]
    total: int
    exacta: bool = False
    oculta: bool = False
    avisos: Sequence[str] = ()


@dataclass(slots=True)
class Avance:
    """Tells a listener, now and then, how many rows are done; the listener may raise to stop everything."""

    progress: Progreso | None
    total: int
    _siguiente: int = 0

    def paso(self, hechos: int) -> None:
        """Say that ``hechos`` rows are done, if it is time to."""
        if self.progress and hechos >= self._siguiente:
            self._siguiente = hechos + _CADA
            self.progress(hechos, self.total)


def in_blocks(filas: Sequence[Fila]) -> Iterator[Sequence[Fila]]:
    """Yield the rows in blocks, as ``Tabla`` has them."""
    return (filas[inicio : inicio + BLOQUE] for inicio in range(0, len(filas), BLOQUE))


def fill_down(filas: list[Fila], juntas: Iterable[Junta]) -> list[Fila]:
    """Return the rows with what merged cells say in each of the rows that they cover and that say something else too.

    Whoever merges cells means all of them; a row with nothing of its own stays as it is.
    """
    desde: dict[int, list[tuple[int, int]]] = {}
    for columna, arriba, abajo in juntas:
        desde.setdefault(arriba, []).append((columna - 1, abajo))
    if not desde:
        return filas
    vigentes: dict[int, tuple[int, str]] = {}
    llenas: list[Fila] = []
    for renglon, celdas in filas:
        llena = [*celdas, *[""] * (max(vigentes, default=0) + 1 - len(celdas))]
        for indice, (abajo, texto) in vigentes.items():
            if renglon <= abajo:
                llena[indice] = texto
        vigentes |= {i: (abajo, celdas[i]) for i, abajo in desde.get(renglon, ()) if i < len(celdas)}
        llenas.append((renglon, llena))
    return llenas


def report_lost_letters(renglones: Iterable[tuple[int, str]], reporte: Reporte) -> None:
    """Say once where letters were lost before the file came here: no one can tell any more which they were."""
    danados = [(renglon, texto) for renglon, texto in renglones if PERDIDA in texto]
    if not danados:
        return
    mas = len(danados) - 1
    donde = f" y en {contado(mas, 'renglón', 'renglones')} más" if mas else ""
    texto = (
        f"hay letras que se perdieron («{PERDIDA}»){donde}. Saque el archivo otra vez del programa donde se hizo, como "
        "CSV UTF-8 o libro de Excel, y vuelva a importarlo"
    )
    reporte.renglon(danados[0][0], danados[0][1].strip(), texto)


def rows_of_sheet(hoja: Hoja) -> list[Fila]:
    """Return the rows of a sheet as texts; numbers without decimals lose the point, days are ISO 8601."""
    return [(renglon, list(map(_text, fila))) for renglon, fila in sorted(hoja.filas.items())]


def _text(valor: object) -> str:
    if valor is None:
        return ""
    if isinstance(valor, str):
        return valor
    if isinstance(valor, datetime):
        return valor.date().isoformat()
    if isinstance(valor, date):
        return valor.isoformat()
    if isinstance(valor, float) and valor.is_integer():
        return str(int(valor))
    return str(valor)
