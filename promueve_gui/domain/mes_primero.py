"""Sheets in which somebody writes the month first, «03/25/2027»: the other dates may be the other way round. Pure.

A day over 12 tells which is which; where it does not, dates are read the Mexican way, day first, and that is said.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.domain.campos_combinados import enumerar
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.diferencias import Lugar
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
    """Yield a sentence for each sheet with a date that can only have its month first, and others read day first."""
    for hoja in hojas:
        prueba = _month_first(hoja)
        renglones = _ambiguous(hoja, diferencias) if prueba else []
        if prueba and renglones:
            lugar, dicho = prueba
            leida = leer_fecha(dicho).fecha
            cuales = [str(renglon) for renglon in renglones[:_NOMBRADOS]]
            if len(renglones) > _NOMBRADOS:
                cuales.append(f"{len(renglones) - _NOMBRADOS} más")
            varios = len(renglones) > 1
            donde = f"los renglones {enumerar(cuales)}" if varios else f"el renglón {cuales[0]}"
            mensaje = (
                f"{where(lugar)}: «{dicho}» trae primero el mes y se leyó como {leida:%d/%m/%Y}; en {donde} la fecha "
                f"se leyó con el día primero. Revise que no {'estén' if varios else 'esté'} al revés."
            )
            yield Problema(hoja.nombre, lugar.renglon, lugar.columna, dicho, mensaje)


def _month_first(hoja: HojaDevuelta) -> tuple[Lugar, str] | None:
    """Return the first cell of a sheet with a date whose second number is no month, and what it says."""
    descritos = campos(POR_ENTIDAD[hoja.entidad])
    fechas = [lugar for lugar, campo in enumerate(hoja.campos) if descritos[campo].tipo is Tipo.FECHA]
    for fila in hoja.filas:
        for lugar in fechas:
            celda = fila.celdas[lugar]
            numeros = _NUMEROS.fullmatch(celda.strip()) if isinstance(celda, str) else None
            if isinstance(celda, str) and numeros and int(numeros[2]) > _MESES and leer_fecha(celda).fecha:
                return Lugar(hoja=hoja.nombre, renglon=fila.renglon, columna=hoja.letras[lugar]), celda.strip()
    return None


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
