"""Dates as files from outside write them. Nothing here opens files; what is doubtful is said, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from promueve_gui.domain.texto import plegar

ANIO_MINIMO = 1900
ANIO_MAXIMO = 2100
_SIGLO = 100  # years below it are written with two digits
_CORTE_SIGLO = 70  # two-digit years from here on belong to the 20th century
_MESES = 12
_EPOCA_EXCEL = date(1899, 12, 30)
_SERIAL_MINIMO, _SERIAL_MAXIMO = 20_000, 73_415  # days since that epoch: from 1954 to the end of 2100

SIN_FECHA = frozenset(
    {"", "-", "--", "n/a", "na", "n.a.", "no aplica", "nd", "n/d", "no disponible", "s/f", "sin fecha", "por definir"}
)
_ABREVIATURAS = (  # Spanish, and English where it differs: spreadsheets write either
    ("ene", "jan"),
    ("feb",),
    ("mar",),
    ("abr", "apr"),
    ("may",),
    ("jun",),
    ("jul",),
    ("ago", "aug"),
    ("sep", "set"),
    ("oct",),
    ("nov",),
    ("dic", "dec"),
)
_MES_POR_NOMBRE = {nombre: mes for mes, nombres in enumerate(_ABREVIATURAS, start=1) for nombre in nombres}
_NOMBRES_LARGOS = frozenset(
    "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
    "january february march april june july august september october november december sept".split()
)
_HORA = re.compile(
    r"(?<=\d)(?:t|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:z|[+-]\d{2}:?\d{2})?$"
)
_PARTES = re.compile(r"[\s/.,-]+(?:de[l]?\s+)?")
_COMPACTA = re.compile(r"\d{8}")
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")

ESCRIBA_DIA = "escríbala como AAAA-MM-DD, por ejemplo 2015-02-28"
ESCRIBA_MES = "escríbala como AAAA-MM, por ejemplo 2015-02"


@dataclass(frozen=True, slots=True)
class FechaLeida:
    """What a cell says about a day: ``fecha``, or ``None`` with what is wrong in ``error`` and how to mend it in ``remedio``.

    All three empty means that the cell says there is no date («No aplica»).
    """

    fecha: date | None = None
    error: str = ""
    remedio: str = ""


@lru_cache(maxsize=4096)
def leer_fecha(texto: str) -> FechaLeida:
    """Read a date: ISO with or without day, a spreadsheet's serial number, dd/mm/aaaa, month names.

    Ambiguous days are read the Mexican way (day first); month first only where nothing else is possible.
    A date without day is the first of its month.
    """
    plegado = plegar(texto)
    if plegado in SIN_FECHA:
        return FechaLeida()
    serial = _SERIAL.fullmatch(plegado)
    if serial:
        return _de_serial(int(serial[1]))
    sin_hora = _HORA.sub("", plegado)
    if _COMPACTA.fullmatch(sin_hora):
        sin_hora = f"{sin_hora[:4]}-{sin_hora[4:6]}-{sin_hora[6:]}"
    partes = [parte for parte in _PARTES.split(sin_hora) if parte]
    if not all((parte.isdecimal() and parte.isascii()) or _mes(parte) for parte in partes):
        return _ilegible()
    con_nombre = [indice for indice, parte in enumerate(partes) if not parte.isdecimal()]
    if len(con_nombre) == 1:
        return _con_mes(partes, con_nombre[0])
    return _ilegible() if con_nombre else _numerica(partes)


def _ilegible(remedio: str = ESCRIBA_MES) -> FechaLeida:
    return FechaLeida(None, "no se entiende", remedio)


def _de_serial(dias: int) -> FechaLeida:
    if _SERIAL_MINIMO <= dias <= _SERIAL_MAXIMO:
        return FechaLeida(_EPOCA_EXCEL + timedelta(days=dias))
    return _ilegible()


def _mes(parte: str) -> int | None:
    if parte in _NOMBRES_LARGOS or len(parte) == 3:  # noqa: PLR2004 - the length of an abbreviation
        return _MES_POR_NOMBRE.get(parte[:3])
    return None


def _anio(parte: str) -> int:
    numero = int(parte)
    if len(parte) <= 2:  # noqa: PLR2004 - a year of two digits
        return numero + (1900 if numero >= _CORTE_SIGLO else 2000)
    return numero


def _fecha(anio: int, mes: int, dia: int) -> FechaLeida:
    if not ANIO_MINIMO <= anio <= ANIO_MAXIMO:
        return FechaLeida(None, f"tiene un año fuera de {ANIO_MINIMO}-{ANIO_MAXIMO}", ESCRIBA_DIA)
    try:
        return FechaLeida(date(anio, mes, dia))
    except ValueError:
        return FechaLeida(None, "no existe en el calendario", ESCRIBA_DIA)


def _con_mes(partes: list[str], indice: int) -> FechaLeida:
    """Read «oct-15», «octubre 2015», «15 de octubre de 2015», «2015-oct»."""
    mes = _mes(partes[indice]) or 0
    otras = partes[:indice] + partes[indice + 1 :]
    if len(otras) == 1 and len(otras[0]) in {2, 4}:
        return _fecha(_anio(otras[0]), mes, 1)
    if len(otras) == 2 and indice == 1:  # noqa: PLR2004 - day and year around the month
        dia, anio = (otras[1], otras[0]) if len(otras[0]) == 4 else otras  # noqa: PLR2004 - a year of four digits
        return _fecha(_anio(anio), mes, min(int(dia), _SIGLO))
    return _ilegible(ESCRIBA_DIA)


def _numerica(partes: list[str]) -> FechaLeida:
    lector = _NUMERICAS.get(tuple(len(parte) if len(parte) > 2 else 2 for parte in partes))  # noqa: PLR2004 - day and month have up to two digits
    return lector(*(int(parte) for parte in partes)) if lector else _ilegible()


def _anio_mes(anio: int, mes: int) -> FechaLeida:
    if not 1 <= mes <= _MESES:
        return FechaLeida(None, f"tiene un mes que no existe ({mes})", ESCRIBA_MES)
    return _fecha(anio, mes, 1)


def _mes_anio(mes: int, anio: int) -> FechaLeida:
    valida = 1 <= mes <= _MESES and ANIO_MINIMO <= anio <= ANIO_MAXIMO
    return _ilegible(f"escríbala como AAAA-MM, por ejemplo {anio}-{mes:02}" if valida else ESCRIBA_MES)


def _solo_anio(anio: int) -> FechaLeida:
    valida = ANIO_MINIMO <= anio <= ANIO_MAXIMO
    return FechaLeida(
        None, "no dice el mes", f"escríbala como AAAA-MM, por ejemplo {anio}-02" if valida else ESCRIBA_MES
    )


def _anio_mes_dia(anio: int, mes: int, dia: int) -> FechaLeida:
    if mes > _MESES >= dia:
        volteada = _fecha(anio, dia, mes).fecha
        if volteada:
            return FechaLeida(None, "parece tener el día y el mes al revés", f"escríbala como {volteada.isoformat()}")
    return _fecha(anio, mes, dia)


def _dia_mes_anio(dia: int, mes: int, anio: int) -> FechaLeida:
    return _fecha(anio, dia, mes) if mes > _MESES >= dia else _fecha(anio, mes, dia)


def _dia_mes_anio_corto(dia: int, mes: int, anio: int) -> FechaLeida:
    return _dia_mes_anio(dia, mes, anio + (1900 if anio >= _CORTE_SIGLO else 2000))


# How many digits each part has decides how the date is written; two stands for one or two.
_NUMERICAS = {
    (4, 2): _anio_mes,
    (2, 4): _mes_anio,
    (4,): _solo_anio,
    (4, 2, 2): _anio_mes_dia,
    (2, 2, 4): _dia_mes_anio,
    (2, 2, 2): _dia_mes_anio_corto,
}
