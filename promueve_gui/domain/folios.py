"""Consecutive numbers as institutions write them: «R-2026-019», «REC-007/2026», «012/2026». Knows no record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

_CIFRAS = re.compile(r"\d+")
_ANIOS = range(1990, 2200)  # a group of four digits in this range is taken for the year when there is another group
_CIFRAS_ANIO = 4


@frozen
class _Folio:
    """A folio taken apart: its counter, how many digits it has, its year if any, and the text around both."""

    forma: str
    numero: int
    ancho: int
    anio: int | None


def siguiente_folio(existentes: Iterable[str], anio: int, modelo: str) -> str:
    """Return the folio that follows those in use, written in the way of the last of them that has a number.

    The count starts anew each year when folios carry the year. ``modelo`` is how the first one is written, with
    ``{anio}`` and ``{numero}``, as in «R-{anio}-{numero:03}».
    """
    leidos = [leido for texto in existentes if (leido := _leer(texto.strip())) is not None]
    if not leidos:
        return modelo.format(anio=anio, numero=1)
    ultimo = leidos[-1]
    del_anio = anio if ultimo.anio is not None else None
    usados = [folio.numero for folio in leidos if folio.forma == ultimo.forma and folio.anio == del_anio]
    numero = str(max(usados, default=0) + 1).zfill(ultimo.ancho)
    return ultimo.forma.replace("\0", numero).replace("\1", str(anio))


def _leer(texto: str) -> _Folio | None:
    grupos = list(_CIFRAS.finditer(texto))
    if not grupos:
        return None
    anio = next((g for g in grupos if _es_anio(g[0])), None) if len(grupos) > 1 else None
    numero = [g for g in grupos if g is not anio][-1]
    marcas = {numero.start(): "\0"} | ({} if anio is None else {anio.start(): "\1"})
    forma = _CIFRAS.sub(lambda g: marcas.get(g.start(), g[0]), texto)
    return _Folio(forma, int(numero[0]), len(numero[0]), None if anio is None else int(anio[0]))


def _es_anio(cifras: str) -> bool:
    return len(cifras) == _CIFRAS_ANIO and int(cifras) in _ANIOS
