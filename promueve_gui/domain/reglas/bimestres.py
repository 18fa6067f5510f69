"""R8: at least one communication with direct URL in each bimestre, by calendar or by a rolling period of 60 days."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from itertools import pairwise
from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import nacimiento
from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.difusion import AvisoAltoValor, Publicacion, SolicitudComunicacion
from promueve_gui.domain.enlaces import revisar_url
from promueve_gui.domain.fechas import bimestre_de, bimestres, fecha_corta
from promueve_gui.domain.institucion import Institucion, Perfil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.reglas.base import Hallazgo, Juicio, Regla, Severidad
from promueve_gui.domain.vocabularios import LecturaBimestre

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.fechas import Bimestre
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.reglas.base import Contexto

DIAS_PERIODO = 60
DIAS_URGENTES = 15  # of the current bimestre: the notice that the first page gives of everything else
_ID = "R8"
_CENTRO = timezone(timedelta(hours=-6))  # the official time of the centre of Mexico, without daylight saving since 2022
# What of the promotion itself is dated; the dates of datasets are older than any program.
_SENALES: tuple[tuple[type[Registro], str], ...] = (
    (Publicacion, "fecha"),
    (LineaPlan, "fecha"),
    (Evento, "fecha"),
    (SolicitudComunicacion, "fecha"),
    (AvisoAltoValor, "fecha"),
    (Recomendacion, "fecha_recepcion"),
)


def anio_del_programa(contexto: Contexto) -> int:
    """Return the year of the program: the institution's, or today's while it has none that the calendar knows."""
    institucion = contexto.proyecto.unico(Institucion)
    anio = institucion.anio if institucion else None
    return anio if anio and date.min.year <= anio <= date.max.year else contexto.hoy.year


def inicio_del_programa(contexto: Contexto) -> date | None:
    """Return the first sign of life of the project; ``None`` when it does not say when it was made.

    That is the day on which it was made, which the identities of its institution and its profile tell, or whatever of
    its promotion is dated before. Bimestres that ended by then ask for nothing.
    """
    proyecto = contexto.proyecto
    unicos = (proyecto.unico(Institucion), proyecto.unico(Perfil))
    hechos = [hecho for registro in unicos if registro and (hecho := nacimiento(registro.id))]
    if not hechos:
        return None
    return min([min(hechos).astimezone(_CENTRO).date(), *_senales(contexto)])


def _senales(contexto: Contexto) -> Iterator[date]:
    """Yield the days of the promotion itself that the project knows."""
    proyecto = contexto.proyecto
    fechas = (getattr(registro, campo) for tipo, campo in _SENALES for registro in proyecto.activos(tipo))
    yield from (fecha for fecha in fechas if fecha)


def anios_exigidos(contexto: Contexto) -> range:
    """Return the years whose bimestres count: from the program's to today's, since a new one is not always started.

    A program of a year to come leaves this one in force once something of its promotion was dated: who prepares the
    next year in December still has a bimestre to communicate in.
    """
    anio, hoy = anio_del_programa(contexto), contexto.hoy
    if anio > hoy.year and not any(fecha <= hoy for fecha in _senales(contexto)):
        return range(0)
    return range(min(anio, hoy.year), hoy.year + 1)


def cuenta_por_bimestre(contexto: Contexto, anio: int | None = None) -> dict[Bimestre, int]:
    """Return how many valid communications each bimestre of a year has, future bimestres included.

    The year is the last of those that count, or the program's if none does yet, unless another is given.
    """
    exigidos = anios_exigidos(contexto)
    en_curso = exigidos[-1] if exigidos else anio_del_programa(contexto)
    cuenta = dict.fromkeys(bimestres(anio or en_curso), 0)
    for dia in _fechas_validas(contexto):
        for bimestre in cuenta:
            cuenta[bimestre] += bimestre.contiene(dia)
    return cuenta


def _fechas_validas(contexto: Contexto) -> list[date]:
    """Return, in order, the days up to today on which something with a direct URL was communicated."""
    return sorted(
        publicacion.fecha
        for publicacion in contexto.proyecto.activos(Publicacion)
        if publicacion.fecha and publicacion.fecha <= contexto.hoy and revisar_url(publicacion.url) is None
    )


def _juzgar(contexto: Contexto) -> Juicio:
    movil = contexto.perfil.lectura_bimestre is LecturaBimestre.MOVIL
    return _por_periodo(contexto) if movil else _por_calendario(contexto)


def _por_calendario(contexto: Contexto) -> Juicio:
    hoy, inicio = contexto.hoy, inicio_del_programa(contexto) or date.min
    comunicados = set(map(bimestre_de, _fechas_validas(contexto)))
    exigidos = [b for anio in anios_exigidos(contexto) for b in bimestres(anio) if b.inicio <= hoy and b.fin >= inicio]
    hallazgos = tuple(_sin_comunicar(b, hoy) for b in exigidos if b not in comunicados)
    return Juicio(hallazgos, len(exigidos) - len(hallazgos), len(exigidos))


def _sin_comunicar(bimestre: Bimestre, hoy: date) -> Hallazgo:
    nombre = f"{bimestre.ordinal} bimestre ({bimestre.etiqueta} de {bimestre.anio})"
    restantes = bimestre.dias_restantes(hoy)
    if restantes < 0:
        return _hallazgo(f"No se comunicó en el {nombre} con URL directa.", Severidad.BLOQUEA)
    severidad = Severidad.BLOQUEA if restantes <= DIAS_URGENTES else Severidad.ADVIERTE
    return _hallazgo(f"Falta comunicar en el {nombre}: {bimestre.quedan(hoy)}.", severidad)


def _por_periodo(contexto: Contexto) -> Juicio:
    """Judge every stretch between communications, from the last one before the year or program (or its start)."""
    anios, fin = anios_exigidos(contexto), contexto.hoy
    inicio = max(date(anios.start, 1, 1), inicio_del_programa(contexto) or date.min) if anios else date.max
    if fin < inicio:
        return Juicio((), 0, 0)
    dias = [dia for dia in _fechas_validas(contexto) if dia <= fin]
    anteriores = [dia for dia in dias if dia < inicio]
    marcas = [anteriores[-1] if anteriores else inicio, *(dia for dia in dias if dia >= inicio), fin]
    tramos = [tramo for tramo in pairwise(marcas) if tramo[0] < tramo[1]] or [(fin, fin)]
    largos = [tramo for tramo in tramos if tramo[1] - tramo[0] > timedelta(days=DIAS_PERIODO)]
    hallazgos = tuple(_tramo_largo(desde, hasta) for desde, hasta in largos)
    return Juicio(hallazgos, len(tramos) - len(largos), len(tramos))


def _tramo_largo(desde: date, hasta: date) -> Hallazgo:
    dias = (hasta - desde).days
    mensaje = f"Pasaron {dias} días sin comunicar, del {fecha_corta(desde)} al {fecha_corta(hasta)}."
    return _hallazgo(mensaje, Severidad.BLOQUEA)


def _hallazgo(mensaje: str, severidad: Severidad) -> Hallazgo:
    return Hallazgo(_ID, Publicacion.ENTIDAD, "", "fecha", mensaje, severidad)


def _resumir(hallazgos: tuple[Hallazgo, ...]) -> str:
    if len(hallazgos) > 1:
        return f"{len(hallazgos)} periodos sin comunicar"
    return hallazgos[0].mensaje.partition(" (")[0].partition(",")[0].removesuffix(".")


def _titular(contexto: Contexto) -> str:
    if contexto.perfil.lectura_bimestre is LecturaBimestre.MOVIL:
        return f"Una comunicación cada {DIAS_PERIODO} días"
    return REGLA.titulo


REGLA = Regla(
    id=_ID,
    paso=4,
    titulo="Una comunicación por bimestre",
    del_proyecto=_juzgar,
    titular=_titular,
    resumir=_resumir,
)
