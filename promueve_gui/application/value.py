"""The criteria of the value matrix that can be known from data, proposed with their reason (paso 2, edición 2015)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.fechas import CONTINUAS, fecha_corta, next_update
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import Acceso

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

DIAS_CERCANOS = 60  # one bimestre, the pace at which the Guía wants data to be spoken of (Paso 4.3, edición 2017)


@frozen
class CriterioPropuesto:
    """A criterion that should change: its field, the value that it should have, and why (a sentence)."""

    conjunto: ConjuntoDatos
    criterio: str
    valor: bool
    razon: str


def propose_value(
    proyecto: Proyecto, hoy: date, solo: Collection[Id] | None = None
) -> dict[Id, tuple[CriterioPropuesto, ...]]:
    """Return, by dataset, the criteria whose value differs from what the data say; nothing for those that agree.

    ``recurso_publico``, ``fecha_cercana`` (60 days) and ``ya_publicado``, of what may be promoted (R2). Only a date
    that is no longer near takes a mark back: that no resource is known proves nothing. ``solo`` are the only datasets
    to look at, when not all of them changed.
    """
    recursos: dict[Id | None, list[Recurso]] = {}
    for recurso in proyecto.activos(Recurso):
        if recurso.acceso is Acceso.PUBLICO:
            recursos.setdefault(recurso.conjunto, []).append(recurso)
    propuestos = {
        conjunto.id: tuple(_criteria(conjunto, recursos.get(conjunto.id, ()), hoy))
        for conjunto in proyecto.activos(ConjuntoDatos)
        if conjunto.promovible and (solo is None or conjunto.id in solo)
    }
    return {identidad: criterios for identidad, criterios in propuestos.items() if criterios}


def accept_value(propuestos: Iterable[CriterioPropuesto]) -> tuple[str, list[Cambio]]:
    """Return reason and changes that give the criteria their proposed values."""
    valores: dict[Id, dict[str, bool]] = {}
    conjuntos: dict[Id, ConjuntoDatos] = {}
    for propuesto in propuestos:
        conjuntos[propuesto.conjunto.id] = propuesto.conjunto
        valores.setdefault(propuesto.conjunto.id, {})[propuesto.criterio] = propuesto.valor
    hechos = [cambio(conjunto, **valores[identidad]) for identidad, conjunto in conjuntos.items()]
    nombre = next(iter(conjuntos.values())).nombre if len(conjuntos) == 1 else ""
    quienes = f"«{nombre}»" if nombre else _several(len(conjuntos))
    return f"Tomar los criterios propuestos de {quienes}", [hecho for hecho in hechos if hecho is not None]


def mark(conjuntos: Sequence[ConjuntoDatos], campo: str, *, valor: bool) -> tuple[str, list[Cambio]]:
    """Return reason and changes that mark a criterion (or another yes or no) of datasets, or take the mark back.

    Those that may not be promoted (R2) are left as they are.
    """
    hechos = [cambio(conjunto, **{campo: valor}) for conjunto in conjuntos if conjunto.promovible]
    cambios = [hecho for hecho in hechos if hecho is not None]
    quienes = f"«{conjuntos[0].nombre}»" if len(conjuntos) == 1 else _several(len(cambios))
    verbo = "Marcar" if valor else "Desmarcar"
    return f"{verbo} «{campos(ConjuntoDatos)[campo].etiqueta}» en {quienes}", cambios


def _several(cuantos: int) -> str:
    return contado(cuantos, ConjuntoDatos.SINGULAR, ConjuntoDatos.PLURAL)


def _criteria(conjunto: ConjuntoDatos, recursos: Sequence[Recurso], hoy: date) -> Iterator[CriterioPropuesto]:
    if recursos and not conjunto.recurso_publico:
        cuantos = contado(len(recursos), "recurso público", "recursos públicos")
        yield CriterioPropuesto(conjunto, "recurso_publico", True, f"Tiene {cuantos}.")  # noqa: FBT003  # its new value
    cercana, razon = _near(conjunto, hoy)
    if razon and cercana is not conjunto.fecha_cercana:
        yield CriterioPropuesto(conjunto, "fecha_cercana", cercana, razon)
    razon = "" if conjunto.ya_publicado else _published(conjunto, recursos, hoy)
    if razon:
        yield CriterioPropuesto(conjunto, "ya_publicado", True, razon)  # noqa: FBT003  # its new value


def _near(conjunto: ConjuntoDatos, hoy: date) -> tuple[bool, str]:
    """Return whether the next date is near and why; no reason when there is no date to judge by."""
    primera, frecuencia = conjunto.fecha_publicacion, conjunto.frecuencia
    if frecuencia in CONTINUAS and (primera is None or primera <= hoy):
        return True, f"Se actualiza {CONTINUAS[frecuencia]}."
    if primera is None:
        return False, ""
    verbo, dia = "publica", primera
    if primera < hoy:
        siguiente = next_update(primera, frecuencia, hoy - timedelta(days=1))
        if siguiente is None:
            return False, f"Se publicó el {fecha_corta(primera)} y no se espera una actualización en fecha fija."
        verbo, dia = "actualiza", siguiente
    faltan = (dia - hoy).days
    cuando = {0: "hoy", 1: "mañana"}.get(faltan, f"en {faltan} días")
    return faltan <= DIAS_CERCANOS, f"Se {verbo} el {fecha_corta(dia)}, {cuando}."


def _published(conjunto: ConjuntoDatos, recursos: Sequence[Recurso], hoy: date) -> str:
    """Return why the dataset is known to be published somewhere; empty when it is not, or not yet."""
    primera = conjunto.fecha_publicacion
    if primera is not None and primera > hoy:
        return ""
    if conjunto.url:
        return "Tiene URL directa" + (f" y se publicó el {fecha_corta(primera)}." if primera else ".")
    con_url = sum(bool(recurso.url) for recurso in recursos)
    cuantos = {0: "", 1: "Uno de sus recursos tiene URL."}
    return cuantos.get(con_url, f"{con_url} de sus recursos tienen URL.")
