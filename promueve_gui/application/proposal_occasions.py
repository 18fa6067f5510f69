"""What the rules of the plan watch: datasets that come out or are updated, tools and events, each with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import called
from promueve_gui.application.upcoming import ClaseProxima, data_dates
from promueve_gui.domain.conjuntos import CRITERIOS, ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import CONTINUAS, add_days, bimestre_de, fecha_larga
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ObjetoRegla, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

_MITAD_BIMESTRE = 30  # days from its first
DIAS_COORDINAR = 45  # a tool that is not published yet is coordinated first (R7)


@frozen(kw_only=True)
class Ocasion:
    """Something to speak of: the record and its day, its data, and the words that say why.

    ``grupos`` are those it is for when that is known beforehand (guests of an event, whom a tool serves, groups
    without a line); ``hueco`` is the gap of the plan that it fills, and then ``fecha`` is the day of the line itself.
    """

    objeto: ConjuntoDatos | Herramienta | Evento
    fecha: date
    conjuntos: tuple[ConjuntoDatos, ...]
    razon: str
    grupos: tuple[Id, ...] = ()
    hueco: ObjetoRegla | None = None


@frozen
class Merito:
    """How much data deserve to be spoken of: whether any of them go first, and the value of the best."""

    destacado: bool
    valor: int


class Meritos:
    """The merit of each dataset, worked out once, since rules look at it again and again."""

    def __init__(self) -> None:
        """Start without having looked at any."""
        self._de_conjunto: dict[Id, Merito] = {}

    def of(self, ocasion: Ocasion) -> Merito:
        """Return the merit of what an occasion is about."""
        if len(ocasion.conjuntos) == 1:
            return self._known(ocasion.conjuntos[0])
        meritos = [self._known(conjunto) for conjunto in ocasion.conjuntos]
        return Merito(any(m.destacado for m in meritos), max((m.valor for m in meritos), default=0))

    def _known(self, conjunto: ConjuntoDatos) -> Merito:
        if conjunto.id not in self._de_conjunto:
            self._de_conjunto[conjunto.id] = Merito(conjunto.destacado, conjunto.valor)
        return self._de_conjunto[conjunto.id]


def occasions(proyecto: Proyecto, desde: date, hasta: date, hoy: date) -> dict[ObjetoRegla, list[Ocasion]]:
    """Return what happens from ``desde`` to ``hasta`` by kind, in order of date."""
    halladas: dict[ObjetoRegla, list[Ocasion]] = {
        ObjetoRegla.PUBLICACION: [],
        ObjetoRegla.ACTUALIZACION: [],
        ObjetoRegla.HERRAMIENTA: list(_tools(proyecto, hoy)),
        ObjetoRegla.EVENTO: list(_events(proyecto, desde, hasta, hoy)),
    }
    halladas[ObjetoRegla.ACTUALIZACION] += _continuous(proyecto, desde, hasta)
    vistos: set[tuple[Id, int, int, bool]] = set()
    for dia, clase, conjunto in data_dates(proyecto, desde, hasta):
        mes = (conjunto.id, dia.year, dia.month, dia >= hoy)
        if clase is ClaseProxima.PUBLICACION:
            halladas[ObjetoRegla.PUBLICACION].append(_of_data(conjunto, dia, "se publica", hoy))
        elif mes not in vistos:  # what is updated every week is news once a month
            vistos.add(mes)
            halladas[ObjetoRegla.ACTUALIZACION].append(_of_data(conjunto, dia, "se actualiza", hoy))
    for ocasiones in halladas.values():
        ocasiones.sort(key=lambda ocasion: (ocasion.fecha, ocasion.objeto.nombre, ocasion.objeto.id))
    return halladas


def _continuous(proyecto: Proyecto, desde: date, hasta: date) -> Iterator[Ocasion]:
    """Yield data that are renewed all the time, once in each bimestre: as news every day nobody would hear of them."""
    conjuntos = [c for c in proyecto.activos(ConjuntoDatos) if c.promovible and c.frecuencia in CONTINUAS]
    bimestre, previo = bimestre_de(desde), None
    while bimestre != previo and bimestre.inicio <= hasta:
        dia = add_days(bimestre.inicio, _MITAD_BIMESTRE)
        for conjunto in conjuntos:
            if desde <= dia <= hasta and (conjunto.fecha_publicacion or dia) <= dia:
                cuando = CONTINUAS[conjunto.frecuencia]
                razon = (
                    f"«{called(conjunto)}» se actualiza {cuando}{merit(conjunto)}; conviene recordarlo cada bimestre"
                )
                yield Ocasion(objeto=conjunto, fecha=dia, conjuntos=(conjunto,), razon=razon)
        previo, bimestre = bimestre, bimestre_de(add_days(bimestre.fin, 1))


def merit(conjunto: ConjuntoDatos) -> str:
    """Return what makes a dataset go first, to stand after a sentence about it; empty for one that does not."""
    if conjunto.prioritario:
        return " y es prioritario"
    if conjunto.alto_valor:
        return " y es de alto valor"
    return f" y cumple {conjunto.valor} de los {len(CRITERIOS)} criterios de valor" if conjunto.destacado else ""


def _of_data(conjunto: ConjuntoDatos, dia: date, verbo: str, hoy: date) -> Ocasion:
    pasado = {"se publica": "se publicó", "se actualiza": "se actualizó"}[verbo]
    razon = f"«{called(conjunto)}» {verbo if dia >= hoy else pasado} el {fecha_larga(dia)}{merit(conjunto)}"
    return Ocasion(objeto=conjunto, fecha=dia, conjuntos=(conjunto,), razon=razon)


def _data_of(proyecto: Proyecto, identidades: Sequence[Id]) -> tuple[ConjuntoDatos, ...]:
    hallados = (proyecto.get(ConjuntoDatos, identidad) for identidad in identidades)
    return tuple(conjunto for conjunto in hallados if conjunto is not None and conjunto.promovible)


def _tools(proyecto: Proyecto, hoy: date) -> Iterator[Ocasion]:
    """Yield each tool on the day of its sheet, or else as soon as it can be spoken of."""
    fichas = {
        linea.herramienta: linea.fecha
        for linea in proyecto.activos(LineaPlan)
        if linea.fecha is not None and linea.vigente and linea.tipo_contenido is TipoContenido.HERRAMIENTA
    }
    for herramienta in proyecto.activos(Herramienta):
        propia = fichas.get(herramienta.id, hoy if herramienta.publicada else add_days(hoy, DIAS_COORDINAR))
        verbo = "está publicada" if herramienta.publicada else "está por publicarse"
        yield Ocasion(
            objeto=herramienta,
            fecha=max(propia, add_days(hoy, 1)),
            conjuntos=_data_of(proyecto, herramienta.conjuntos),
            razon=f"La herramienta «{called(herramienta)}» {verbo} y el plan no tiene una actividad así",
            grupos=herramienta.grupos,
        )


def _events(proyecto: Proyecto, desde: date, hasta: date, hoy: date) -> Iterator[Ocasion]:
    for evento in proyecto.activos(Evento):
        if evento.fecha is not None and desde <= evento.fecha <= hasta:
            verbo = "será" if evento.fecha >= hoy else "fue"
            yield Ocasion(
                objeto=evento,
                fecha=evento.fecha,
                conjuntos=_data_of(proyecto, evento.conjuntos),
                razon=f"«{called(evento)}» {verbo} el {fecha_larga(evento.fecha)}",
                grupos=evento.grupos,
            )
