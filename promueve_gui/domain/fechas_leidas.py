"""Dates as files from outside write them. Nothing here opens files; what is doubtful is said, never guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from promueve_gui.domain.fechas import DIAS_SEMANA
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ANIO_MINIMO = 1900
ANIO_MAXIMO = 2100
_CORTE_SIGLO = 70  # two-digit years from here on belong to the 20th century
_MESES = 12
_EPOCA_EXCEL = date(1899, 12, 30)
_SERIAL_MINIMO, _SERIAL_MAXIMO = 20_000, 73_415  # days since that epoch: from 1954 to the end of 2100

SIN_FECHA = frozenset(
    {"", "-", "--", "n/a", "na", "n.a.", "no aplica", "nd", "n/d", "no disponible", "s/f", "sin fecha", "por definir"}
    | {"nan", "nat", "null", "none"}  # what programs write for nothing
)
_NOMBRES = (  # how each month begins in Spanish, and in English where it differs: spreadsheets write either
    "enero january",
    "febrero february",
    "marzo march",
    "abril april",
    "mayo may",
    "junio june",
    "julio july",
    "agosto august",
    "septiembre setiembre september sept",
    "octubre october",
    "noviembre november",
    "diciembre december",
)
_MES_POR_NOMBRE = {
    forma: mes
    for mes, nombres in enumerate(_NOMBRES, start=1)
    for nombre in nombres.split()
    for forma in (nombre, nombre[:3])
}
_HORA = re.compile(
    r"(?<=\d)(?:t|\s)\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?|h(?:rs|oras)?\.?)?(?:z|[+-]\d{2}:?\d{2})?$"
)
_GUIONES = str.maketrans(dict.fromkeys("–—−‐‑", "-"))
# The day of the week before a date, and the mark of an ordinal after its day («1º de marzo», once folded).
_DE_MAS = re.compile(r"^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)[\s,]+|(?<=\d)(?:°|o|ro|er)\.?(?=\s)")
_SEPARADOR = re.compile(r"[\s/.,-]+(?:del?\s+)?")
_COMPACTA = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DECIMAL = re.compile(r"(\d{4})\.1")  # what a spreadsheet makes of 2026.10, which it takes for a number
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_PRIMERO = "primero"
_NUMEROS = {**_MES_POR_NOMBRE, _PRIMERO: 1}  # what the parts written in letters stand for
_SEMANA_BREVE = tuple(plegar(dia)[:3] for dia in DIAS_SEMANA)
_SEMANA = re.compile("|".join(map(plegar, DIAS_SEMANA)))

NO_SE_ENTIENDE = "no se entiende"
ESCRIBA_DIA = "escríbala como AAAA-MM-DD, por ejemplo 2015-02-28"
ESCRIBA_MES = "escríbala como AAAA-MM, por ejemplo 2015-02"


@frozen
class FechaLeida:
    """What a cell says about a day: ``fecha``; or what is wrong with it in ``error`` and how to mend it in ``remedio``.

    All three empty means that the cell says there is no date («No aplica»).
    """

    fecha: date | None = None
    error: str = ""
    remedio: str = ""


def dice_nada(plegado: str) -> bool:
    """Tell whether a text, already folded, says nothing: «no aplica», with its full stop or without."""
    return plegado in SIN_FECHA or plegado.rstrip(". ") in SIN_FECHA


@lru_cache(maxsize=4096)
def leer_fecha(texto: str) -> FechaLeida:
    """Read a date: ISO with or without day, a spreadsheet's serial number, dd/mm/aaaa, month names; hours are dropped.

    Ambiguous days are read the Mexican way (day first), month first only where nothing else is possible.
    A date without day is the first of its month. A weekday before the date has to be that of the day.
    """
    plegado = _DE_MAS.sub("", plegar(texto).translate(_GUIONES))
    if dice_nada(plegado):
        return FechaLeida()
    serial = _SERIAL.fullmatch(plegado)
    if serial and _SERIAL_MINIMO <= int(serial[1]) <= _SERIAL_MAXIMO:
        return FechaLeida(_EPOCA_EXCEL + timedelta(days=int(serial[1])))
    if decimal := _DECIMAL.fullmatch(plegado):
        return FechaLeida(
            None, "no deja saber si es de enero o de octubre", f"escríbala como {decimal[1]}-01 o {decimal[1]}-10"
        )
    partes = _SEPARADOR.split(_COMPACTA.sub(r"\1-\2-\3", _HORA.sub("", plegado), count=1).rstrip(". "))
    dicho = _SEMANA.match(plegar(texto))
    breve = dicho[0][:3] if dicho is not None else ""
    lector = _lector(partes)
    if lector is None and partes[0] in _SEMANA_BREVE:  # a month too, where it is one: «mar 2026»
        breve, *partes = partes
        lector = _lector(partes)
    if lector is None:
        return _ilegible()
    return _en_su_dia(lector(*(_NUMEROS.get(parte) or int(parte) for parte in partes)), breve)


def _lector(partes: Sequence[str]) -> Callable[..., FechaLeida] | None:
    return _LECTORES.get("".join(map(_forma, partes)))


def _en_su_dia(leida: FechaLeida, breve: str) -> FechaLeida:
    """Return a date that a cell may give a weekday too; in doubt where the two do not agree."""
    if leida.fecha is None or not breve:
        return leida
    dicho, suyo = _SEMANA_BREVE.index(breve), leida.fecha.weekday()
    if dicho == suyo:
        return leida
    return FechaLeida(None, f"cae en {DIAS_SEMANA[suyo]} y no en {DIAS_SEMANA[dicho]}", ESCRIBA_DIA)


def _forma(parte: str) -> str:
    """Return the kind of a part: ``A`` four digits, ``n`` one or two, ``M`` a month by name, ``?`` else."""
    if parte in _MES_POR_NOMBRE:
        return "M"
    if parte == _PRIMERO:
        return "n"
    digitos = parte.isascii() and parte.isdecimal()
    return {1: "n", 2: "n", 4: "A"}.get(len(parte), "?") if digitos else "?"


def _ilegible(remedio: str = ESCRIBA_MES) -> FechaLeida:
    return FechaLeida(None, NO_SE_ENTIENDE, remedio)


def _completo(corto: int) -> int:
    return corto + (1900 if corto >= _CORTE_SIGLO else 2000)


def _fecha(anio: int, mes: int, dia: int, remedio: str = ESCRIBA_DIA) -> FechaLeida:
    if not ANIO_MINIMO <= anio <= ANIO_MAXIMO:
        return FechaLeida(None, f"tiene un año fuera de {ANIO_MINIMO} a {ANIO_MAXIMO}", remedio)
    try:
        return FechaLeida(date(anio, mes, dia))
    except ValueError:
        return FechaLeida(None, "no existe en el calendario", remedio)


def _anio_mes(anio: int, mes: int) -> FechaLeida:
    if not 1 <= mes <= _MESES:
        return FechaLeida(None, f"tiene un mes que no existe ({mes})", ESCRIBA_MES)
    return _fecha(anio, mes, 1, ESCRIBA_MES)


def _mes_anio(mes: int, anio: int) -> FechaLeida:
    valida = not _anio_mes(anio, mes).error
    return _ilegible(f"escríbala como AAAA-MM, por ejemplo {anio}-{mes:02}" if valida else ESCRIBA_MES)


def _solo_anio(anio: int) -> FechaLeida:
    valida = not _anio_mes(anio, 1).error
    return FechaLeida(
        None, "no dice el mes", f"escríbala como AAAA-MM, por ejemplo {anio}-02" if valida else ESCRIBA_MES
    )


def _anio_mes_dia(anio: int, mes: int, dia: int) -> FechaLeida:
    volteada = _fecha(anio, dia, mes).fecha if mes > _MESES else None
    if volteada:
        return FechaLeida(None, "parece tener el día y el mes al revés", f"escríbala como {volteada.isoformat()}")
    return _fecha(anio, mes, dia)


def _dia_mes_anio(dia: int, mes: int, anio: int) -> FechaLeida:
    return _fecha(anio, dia, mes) if mes > _MESES >= dia else _fecha(anio, mes, dia)


# How each part is written (see ``_forma``) decides which part is what.
_LECTORES: Mapping[str, Callable[..., FechaLeida]] = {
    "A": _solo_anio,
    "An": _anio_mes,
    "nA": _mes_anio,
    "Ann": _anio_mes_dia,
    "nnA": _dia_mes_anio,
    "nnn": lambda dia, mes, corto: _dia_mes_anio(dia, mes, _completo(corto)),
    "MA": lambda mes, anio: _anio_mes(anio, mes),
    "AM": _anio_mes,
    "Mn": lambda mes, corto: _anio_mes(_completo(corto), mes),
    "nMA": lambda dia, mes, anio: _fecha(anio, mes, dia),
    "nMn": lambda dia, mes, corto: _fecha(_completo(corto), mes, dia),
    "AMn": _fecha,
    "MnA": lambda mes, dia, anio: _fecha(anio, mes, dia),
}
