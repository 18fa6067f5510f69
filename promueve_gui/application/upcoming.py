"""What is coming: publications and updates worked out from the dates and frequencies of datasets, for any horizon.

Kept apart from the lines of the plan; each tells which lines already speak of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.application.plan_lines import initial_values
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import add_days, updates_between
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.promovidos import datasets_of
from promueve_gui.domain.vocabularios import Frecuencia

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from promueve_gui.application.ports import Feriados
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

# How far from the day of the data a line may stand and still speak of it: an announcement may come before it, and a
# story or a round table well after, but not so late that the next month's update has come.
DIAS_ANTES, DIAS_DESPUES = 15, 30


class ClaseProxima(Opcion):
    """What happens to a dataset on a day."""

    PUBLICACION = "publicacion", "Publicación"
    ACTUALIZACION = "actualizacion", "Actualización"


@frozen
class Proxima:
    """One publication or update to come.

    ``inhabil`` says why nobody works that day («Sábado», the name of a holiday), empty on a working day; ``lineas`` are
    the lines in force that speak of the dataset around that day, by themselves or by their tool or event, by date.
    """

    fecha: date
    clase: ClaseProxima
    conjunto: ConjuntoDatos
    inhabil: str
    lineas: tuple[LineaPlan, ...]

    @property
    def texto(self) -> str:
        """Return what happens, such as «Actualización: Red de caminos rurales»."""
        return f"{self.clase.etiqueta}: {self.conjunto.nombre}"


def upcoming(proyecto: Proyecto, desde: date, hasta: date, feriados: Feriados) -> list[Proxima]:
    """Return what is coming from ``desde`` to ``hasta``, both included, by date and name.

    Only what may be promoted (R2), and no updates of daily data, which would be news every day.
    """
    habiles = DiasHabiles(proyecto, feriados)
    por_conjunto = _lines_by_dataset(proyecto, add_days(desde, -DIAS_ANTES), add_days(hasta, DIAS_DESPUES))
    proximas = [
        Proxima(dia, clase, conjunto, habiles.motivo(dia), _around(por_conjunto.get(conjunto.id, ()), dia))
        for dia, clase, conjunto in data_dates(proyecto, desde, hasta)
    ]
    return sorted(proximas, key=lambda proxima: (proxima.fecha, proxima.conjunto.nombre, proxima.conjunto.id))


def line_values(proyecto: Proyecto, proxima: Proxima, feriados: Feriados) -> dict[str, Any]:
    """Return what a line made for something to come begins with: its name, its dataset, and a working day."""
    dia = DiasHabiles(proyecto, feriados).desde(proxima.fecha)
    return {**initial_values(dia), "nombre": proxima.texto, "conjunto": proxima.conjunto.id}


def data_dates(proyecto: Proyecto, desde: date, hasta: date) -> Iterator[tuple[date, ClaseProxima, ConjuntoDatos]]:
    """Yield the publications and updates of each dataset in turn; see ``upcoming``."""
    for conjunto in proyecto.activos(ConjuntoDatos):
        if conjunto.promovible:
            for dia, clase in dates_of(conjunto, desde, hasta):
                yield dia, clase, conjunto


def dates_of(conjunto: ConjuntoDatos, desde: date, hasta: date) -> Iterator[tuple[date, ClaseProxima]]:
    """Yield the publication and the updates of one dataset, whether or not it may be promoted."""
    primera, frecuencia = conjunto.fecha_publicacion, conjunto.frecuencia
    if primera is None or primera > hasta:
        return
    if desde <= primera:
        yield primera, ClaseProxima.PUBLICACION
    if frecuencia is not Frecuencia.DIARIO:
        for dia in updates_between(primera, frecuencia, desde, hasta):
            yield dia, ClaseProxima.ACTUALIZACION


def _lines_by_dataset(proyecto: Proyecto, desde: date, hasta: date) -> dict[Id, list[tuple[int, int, LineaPlan]]]:
    """Return the lines in force that touch a stretch, by dataset and date, with their first and last day as numbers."""
    por_conjunto: dict[Id, list[tuple[int, int, LineaPlan]]] = {}
    for linea in proyecto.activos(LineaPlan):
        inicio = linea.fecha
        if inicio is None or inicio > hasta:
            continue
        fin = linea.ultimo_dia if linea.fecha_fin else inicio
        if fin is not None and fin >= desde and linea.vigente:
            for conjunto in datasets_of(proyecto, linea):
                suyas = por_conjunto.setdefault(conjunto, [])
                suyas.append((inicio.toordinal(), fin.toordinal(), linea))
    for lineas in por_conjunto.values():
        lineas.sort(key=lambda fechada: (fechada[0], fechada[2].nombre, fechada[2].id))
    return por_conjunto


def _around(lineas: Sequence[tuple[int, int, LineaPlan]], dia: date) -> tuple[LineaPlan, ...]:
    primero, ultimo = dia.toordinal() - DIAS_ANTES, dia.toordinal() + DIAS_DESPUES
    return tuple([linea for inicio, fin, linea in lineas if inicio <= ultimo and fin >= primero])
