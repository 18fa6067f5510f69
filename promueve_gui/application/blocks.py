"""Blocks of cells copied to and pasted from a spreadsheet: text on one side, one set of changes on the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from promueve_gui.application.tabbed import FORMULA_STARTS, read_tabbed, write_cells
from promueve_gui.domain.cambios import Cambio, alta, cambio, nuevo_id
from promueve_gui.domain.ficha import campos, campos_visibles
from promueve_gui.domain.formato import ValorInvalidoError, leer, mostrar
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto


@dataclass(slots=True)
class Pegado:
    """What a block would change, and a sentence per cell that does not fit."""

    cambios: list[Cambio] = field(default_factory=list)
    nuevos: int = 0
    problemas: list[str] = field(default_factory=list)


def copy_block(registros: Sequence[Registro], nombres: Sequence[str], proyecto: Proyecto) -> str:
    """Return the cells as tab-separated text with a header, which Excel and LibreOffice take as cells.

    A text that a spreadsheet would run as a formula is given an apostrophe, which they take for «text».
    """
    if not registros:
        return ""
    descritos = campos(type(registros[0]))
    rows = [[descritos[nombre].etiqueta for nombre in nombres]]
    rows += [[mostrar(descritos[nombre], getattr(r, nombre), proyecto) for nombre in nombres] for r in registros]
    return write_cells(rows)


def paste_block(
    text: str,
    tipo: type[Registro],
    targets: Sequence[Registro],
    nombres: Sequence[str],
    proyecto: Proyecto,
    iniciales: Mapping[str, Any],
    calculadas: Sequence[str] = (),
) -> Pegado:
    """Return what pasting ``text`` changes.

    Rows fall on ``targets`` in order and, past the last one, make new records that start with ``iniciales``. Columns
    fall on ``nombres`` in order, or by their titles when the first row holds them; those that are ``calculadas``, or
    that the list does not have, are left out and told. An empty cell clears what a target says, and leaves a new record
    as it starts.
    """
    rows = read_tabbed(text)
    pasted = Pegado()
    labelled = _labelled(rows[0], tipo, calculadas, pasted.problemas) if rows else None
    columns = labelled or list(nombres)
    for position, row in enumerate(rows[1:] if labelled else rows):
        over = targets[position] if position < len(targets) else None
        names = columns if over else [name if cell.strip() else None for name, cell in zip(columns, row, strict=False)]
        valores = _values(row, names, tipo, proyecto, position + (2 if labelled else 1), pasted.problemas)
        if over:
            pasted.cambios.extend(filter(None, [cambio(over, **_unlike(over, valores, proyecto))]))
        elif valores:
            pasted.cambios.append(alta(tipo(id=nuevo_id(), **{**iniciales, **valores})))
            pasted.nuevos += 1
    return pasted


def _unlike(over: Registro, valores: Mapping[str, Any], proyecto: Proyecto) -> dict[str, Any]:
    """Return the values without the rich texts that read as the record does: a cell shows no formatting to lose."""
    descritos = campos(type(over))
    return {
        nombre: valor
        for nombre, valor in valores.items()
        if not descritos[nombre].rico
        or mostrar(descritos[nombre], getattr(over, nombre), proyecto) != mostrar(descritos[nombre], valor, proyecto)
    }


def _labelled(
    row: Sequence[str], tipo: type[Registro], calculadas: Sequence[str], problemas: list[str]
) -> list[str | None] | None:
    """Return the field under each title, when most of the filled cells of ``row`` are titles of the list."""
    por_etiqueta = {plegar(campo.etiqueta): nombre for nombre, campo in campos_visibles(tipo).items()}
    worked_out = {plegar(etiqueta) for etiqueta in calculadas} - por_etiqueta.keys()
    found = [por_etiqueta.get(plegar(cell)) for cell in row]
    others = [cell.strip() for cell, name in zip(row, found, strict=True) if cell.strip() and name is None]
    computed = [cell for cell in others if plegar(cell) in worked_out]
    unknown = [cell for cell in others if plegar(cell) not in worked_out]
    if 2 * len(unknown) >= sum(1 for cell in row if cell.strip()):
        return None
    problemas.extend(_left_out(computed, "se calcula", "se calculan"))
    problemas.extend(_left_out(unknown, "no es de esta lista", "no son de esta lista"))
    return found


def _left_out(titles: Sequence[str], one: str, several: str) -> list[str]:
    *primeros, ultimo = [f"«{title}»" for title in titles] or [""]
    if primeros:
        return [f"No se pegaron las columnas {', '.join(primeros)} y {ultimo}: {several}."]
    return [f"No se pegó la columna {ultimo}: {one}."] if ultimo else []


def _values(
    row: Sequence[str],
    columns: Sequence[str | None],
    tipo: type[Registro],
    proyecto: Proyecto,
    number: int,
    problemas: list[str],
) -> dict[str, Any]:
    descritos = campos(tipo)
    valores: dict[str, Any] = {}
    for nombre, cell in zip(columns, row, strict=False):
        if nombre is None:
            continue
        limpia = cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell
        try:
            valores[nombre] = leer(descritos[nombre], limpia, proyecto)
        except ValorInvalidoError as error:
            problemas.append(f"Renglón {number}, «{descritos[nombre].etiqueta}»: {error}")
    return valores
