"""R10: a recommendation is registered whole, and its outcome carries what it owes: a date, or a legal basis."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Desenlace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Contexto, Juez

_REQUERIDOS = (
    ("folio", "Falta el folio."),
    ("fecha_recepcion", "Falta la fecha en que se recibió."),
    ("origen", "Falta el origen."),
    ("texto", "Falta qué se recomienda."),
    ("conjunto", "Falta el conjunto de datos."),
    ("clase", "Falta la clase técnica."),
    ("area", "Falta el área consultada."),
)


def faltas_de_respuesta(recomendacion: Recomendacion) -> list[Verificacion]:
    """Return what the answer of a recommendation lacks; of one still open, what its outcome owes already."""
    return [*_sin_respuesta(recomendacion), *_sin_sustento(recomendacion)]


def _juez(contexto: Contexto) -> Juez:
    folios = Counter(plegar(recomendacion.folio) for recomendacion in contexto.proyecto.activos(Recomendacion))

    def juzgar(recomendacion: Recomendacion) -> list[Verificacion]:
        return [
            *_incompletos(recomendacion),
            *_dudosos(recomendacion, folios, contexto.hoy),
            *faltas_de_respuesta(recomendacion),
            *_sin_compromiso(recomendacion, contexto.proyecto),
        ]

    return juzgar


def _incompletos(recomendacion: Recomendacion) -> Iterator[Verificacion]:
    for campo, mensaje in _REQUERIDOS:
        valor = getattr(recomendacion, campo)
        if not (valor.strip() if isinstance(valor, str) else valor):
            yield Verificacion(campo, mensaje)


def _dudosos(recomendacion: Recomendacion, folios: Mapping[str, int], hoy: date) -> Iterator[Verificacion]:
    folio, recibida = recomendacion.folio.strip(), recomendacion.fecha_recepcion
    if folio and folios[plegar(folio)] > 1:
        yield Verificacion("folio", f"El folio «{folio}» ya lo tiene otra recomendación.")
    if recibida is not None and recibida > hoy:
        yield Verificacion("fecha_recepcion", "La fecha de recepción todavía no llega.")
    if recomendacion.fecha_respuesta is not None and recomendacion.fecha_respuesta > hoy:
        yield Verificacion("fecha_respuesta", "La fecha de respuesta todavía no llega.")


def _sin_respuesta(recomendacion: Recomendacion) -> Iterator[Verificacion]:
    """Look at answer and outcome, which an open recommendation may still lack: R11 watches its deadline."""
    respondida, recibida = recomendacion.fecha_respuesta, recomendacion.fecha_recepcion
    escrita = recomendacion.respuesta.strip()
    if respondida is None:
        if escrita:
            yield Verificacion("fecha_respuesta", "Hay una respuesta escrita; falta la fecha en que se respondió.")
        return
    if not escrita:
        yield Verificacion("respuesta", "Está respondida; falta el texto de la respuesta.")
    if recomendacion.desenlace is None:
        yield Verificacion("desenlace", "Está respondida; falta decir si procede o no procede.")
    if recibida is not None and respondida < recibida:
        yield Verificacion("fecha_respuesta", "La fecha de respuesta es anterior a la de recepción.")


def _sin_sustento(recomendacion: Recomendacion) -> Iterator[Verificacion]:
    if recomendacion.desenlace is Desenlace.NO_PROCEDE and not recomendacion.fundamento.strip():
        yield Verificacion("fundamento", "No procede: falta el fundamento legal.")
    if recomendacion.desenlace is Desenlace.PROCEDE and recomendacion.fecha_estimada is None:
        yield Verificacion("fecha_estimada", "Procede: falta la fecha estimada de publicación.")


def _sin_compromiso(recomendacion: Recomendacion, proyecto: Proyecto) -> Iterator[Verificacion]:
    conjunto = proyecto.get(ConjuntoDatos, recomendacion.conjunto)
    if recomendacion.desenlace is not Desenlace.PROCEDE or recomendacion.fecha_estimada is None or conjunto is None:
        return
    if conjunto.fecha_compromiso is None:
        yield Verificacion("fecha_estimada", "Falta pasar la fecha estimada al conjunto de datos.")


REGLA = Regla(
    id="R10",
    paso=5,
    titulo="Recomendaciones con desenlace",
    tipos=(Recomendacion,),
    juez=_juez,
)
