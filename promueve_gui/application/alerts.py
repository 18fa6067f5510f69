"""What to be told on opening: overdue lines, those of the next days, and data that come out without any line."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import called
from promueve_gui.application.upcoming import ClaseProxima, upcoming
from promueve_gui.domain.fechas import add_days, fecha_corta
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.conjuntos import ConjuntoDatos
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

DIAS = 15


class ClaseAlerta(Opcion):
    """Kinds of alert, the most pressing first."""

    VENCIDA = "vencida", "Vencida"
    SIN_ACTIVIDAD = "sin_actividad", "Sin actividad"
    PROXIMA = "proxima", "Próxima"


@frozen
class Alerta:
    """One thing to be told: what, of when, as a sentence, and the record to jump to."""

    clase: ClaseAlerta
    fecha: date
    texto: str
    entidad: str
    id: Id


def alerts(proyecto: Proyecto, hoy: date, feriados: Feriados, dias: int = DIAS) -> list[Alerta]:
    """Return what to be told on ``hoy``, looking ``dias`` days ahead: by kind, and by date within each.

    Of the data without a line, every first publication, and the updates of those that go first (``destacado``).
    """
    hasta = add_days(hoy, dias)
    todas = (*_lines(proyecto, hoy, hasta), *_data(proyecto, hoy, hasta, feriados))
    orden = {clase: lugar for lugar, clase in enumerate(ClaseAlerta)}
    return sorted(todas, key=lambda alerta: (orden[alerta.clase], alerta.fecha, alerta.texto, alerta.id))


def summary(alertas: Sequence[Alerta]) -> str:
    """Return the alerts in one sentence, such as «2 actividades vencidas y 5 próximas.»; empty for none."""
    partes, cuentas = [], Counter(map(attrgetter("clase"), alertas))
    for clase, (una, varias) in _CUENTAS.items():
        cuantas = cuentas[clase]
        if cuantas:
            partes.append(contado(cuantas, una, varias))
    if not partes:
        return ""
    *primeras, ultima = partes
    return f"{', '.join(primeras)} y {ultima}." if primeras else f"{ultima}."


_CUENTAS = {
    ClaseAlerta.VENCIDA: ("actividad vencida", "actividades vencidas"),
    ClaseAlerta.SIN_ACTIVIDAD: ("dato por salir sin actividad", "datos por salir sin actividad"),
    ClaseAlerta.PROXIMA: ("actividad próxima", "actividades próximas"),
}


def _lines(proyecto: Proyecto, hoy: date, hasta: date) -> Iterator[Alerta]:
    for linea in proyecto.activos(LineaPlan):
        inicio = linea.fecha
        if inicio is None or inicio > hasta or not linea.abierta:
            continue
        fin = linea.ultimo_dia or inicio
        if fin < hoy:
            texto = f"«{called(linea)}» venció el {fecha_corta(fin)} y no está hecha."
            yield _alert(ClaseAlerta.VENCIDA, fin, texto, linea)
        elif hoy <= inicio:
            texto = f"«{called(linea)}» toca {_when(inicio, hoy)}."
            yield _alert(ClaseAlerta.PROXIMA, inicio, texto, linea)


def _data(proyecto: Proyecto, hoy: date, hasta: date, feriados: Feriados) -> Iterator[Alerta]:
    for proxima in upcoming(proyecto, hoy, hasta, feriados):
        conjunto = proxima.conjunto
        if not proxima.lineas and (proxima.clase is ClaseProxima.PUBLICACION or conjunto.destacado):
            verbo = "se publica" if proxima.clase is ClaseProxima.PUBLICACION else "se actualiza"
            texto = f"«{called(conjunto)}» {verbo} {_when(proxima.fecha, hoy)} y ninguna actividad lo promueve."
            yield _alert(ClaseAlerta.SIN_ACTIVIDAD, proxima.fecha, texto, conjunto)


def _alert(clase: ClaseAlerta, fecha: date, texto: str, registro: LineaPlan | ConjuntoDatos) -> Alerta:
    return Alerta(clase, fecha, texto, registro.ENTIDAD, registro.id)


def _when(dia: date, hoy: date) -> str:
    return {0: "hoy", 1: "mañana"}.get((dia - hoy).days, f"el {fecha_corta(dia)}")
