"""Dates of a returned sheet that may be the other way round, month first: «03/04/2027». Pure.

A day over 12 tells which is which, in the date itself or in others of its sheet that are written out too; where nothing
does, dates are read the Mexican way, day first, and that is said.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.campos_combinados import enumerar
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.diferencias import Lugar
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.fechas_leidas import leer_fecha
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.domain.devueltos import HojaDevuelta
    from promueve_gui.domain.diferencias import Diferencia

_MESES = 12
_NUMEROS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})")
_NOMBRADOS = 5  # rows that the sentence names


def doubtful_dates(hojas: Sequence[HojaDevuelta], diferencias: Sequence[Diferencia]) -> Iterator[Problema]:
    """Yield a sentence for each sheet that brings dates read day first of which that is not sure.

    That is so where another date of the sheet can only have its month first, or where they are written in numbers and
    no other one tells that the day comes first.
    """
    for hoja in hojas:
        escritas = list(_written(hoja))
        prueba = next((escrita for escrita in escritas if escrita.segundo > _MESES), None)
        renglones = _ambiguous(hoja, diferencias)
        if prueba is None and all(escrita.primero <= _MESES for escrita in escritas):
            dudosas = [e for e in escritas if e.lugar.renglon in renglones and e.primero != e.segundo]
            if dudosas:
                yield _alone(dudosas[0], [e.lugar.renglon for e in dudosas[1:]])
        elif prueba is not None and renglones:
            lugar, leida = prueba.lugar, leer_fecha(prueba.texto).fecha
            varios = len(renglones) > 1
            mensaje = (
                f"{where(lugar)}: «{prueba.texto}» trae primero el mes y se leyó como {leida:%d/%m/%Y}; en "
                f"{_rows(renglones)} la fecha se leyó con el día primero. "
                f"Revise que no {'estén' if varios else 'esté'} al revés."
            )
            yield Problema(hoja.nombre, lugar.renglon, lugar.columna, prueba.texto, mensaje)


class _Escrita(NamedTuple):
    """A date that somebody wrote in numbers, and its first two."""

    lugar: Lugar
    texto: str
    primero: int
    segundo: int


def _written(hoja: HojaDevuelta) -> Iterator[_Escrita]:
    """Yield the dates of a sheet that are texts in numbers, and can be read."""
    descritos = campos(POR_ENTIDAD[hoja.entidad])
    fechas = [lugar for lugar, campo in enumerate(hoja.campos) if descritos[campo].tipo is Tipo.FECHA]
    for fila in hoja.filas:
        for lugar in fechas:
            celda = fila.celdas[lugar]
            numeros = _NUMEROS.fullmatch(celda.strip()) if isinstance(celda, str) else None
            if isinstance(celda, str) and numeros and leer_fecha(celda).fecha:
                donde = Lugar(hoja=hoja.nombre, renglon=fila.renglon, columna=hoja.letras[lugar])
                yield _Escrita(donde, celda.strip(), int(numeros[1]), int(numeros[2]))


def _alone(escrita: _Escrita, otros: Sequence[int]) -> Problema:
    """Return what is said of dates that nothing but the custom tells how to read."""
    lugar, leida = escrita.lugar, leer_fecha(escrita.texto).fecha
    tambien = f"; lo mismo en {_rows(list(dict.fromkeys(otros)))}" if otros else ""
    como = fecha_larga(leida) if leida else ""
    mensaje = (
        f"{where(lugar)}: «{escrita.texto}» se leyó con el día primero, como {como}{tambien}. Si iba primero el mes, "
        "corríjala."
    )
    return Problema(lugar.hoja, lugar.renglon, lugar.columna, escrita.texto, mensaje)


def _rows(renglones: Sequence[int]) -> str:
    """Return rows in words: «el renglón 3», «los renglones 3, 4 y 7 más»."""
    cuales = [str(renglon) for renglon in renglones[:_NOMBRADOS]]
    if len(renglones) > _NOMBRADOS:
        cuales.append(f"{len(renglones) - _NOMBRADOS} más")
    return f"los renglones {enumerar(cuales)}" if len(renglones) > 1 else f"el renglón {cuales[0]}"


def _ambiguous(hoja: HojaDevuelta, diferencias: Sequence[Diferencia]) -> list[int]:
    """Return the rows that bring a new date which would be another one with its month first."""
    renglones = {
        diferencia.lugar.renglon
        for diferencia in diferencias
        if diferencia.lugar.hoja == hoja.nombre
        for valor in diferencia.valores.values()
        if isinstance(valor, date) and valor.day <= _MESES and valor.day != valor.month
    }
    return sorted(renglon for renglon in renglones if renglon)
