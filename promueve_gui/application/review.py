"""The state of a project: every rule with its citation, and what comes in the next days. Reads, and never changes."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento
from promueve_gui.domain.fechas import updates_between
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.reglas import Contexto, Estado, cita, fechas_limite, revisar, sin_pausa
from promueve_gui.domain.vocabularios import EstadoAccion, EstadoLinea, Frecuencia

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from promueve_gui.application.ports import Feriados, Progress
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas import Hallazgo, Resultado

DIAS_PROXIMOS = 15
RECORDS_BETWEEN = 20  # judged in less than a millisecond


@frozen
class Revision:
    """The answers of every rule on one day. ``citas`` are in the order of ``resultados``, empty where unknown."""

    fecha: date
    resultados: tuple[Resultado, ...]
    citas: tuple[str, ...]

    @property
    def cumple(self) -> bool:
        """Tell whether no rule has gaps."""
        return all(resultado.estado is not Estado.FALTA for resultado in self.resultados)

    def to_json(self) -> dict[str, Any]:
        """Return the review as ``revisar --json`` prints it."""
        pares = zip(self.resultados, self.citas, strict=True)
        return {"fecha": self.fecha.isoformat(), "reglas": [_regla_json(resultado, cita) for resultado, cita in pares]}


def _regla_json(resultado: Resultado, cita: str) -> dict[str, Any]:
    return {
        "id": resultado.regla.id,
        "paso": resultado.regla.paso,
        "estado": str(resultado.estado),
        "cita": cita,
        "hallazgos": [_hallazgo_json(hallazgo) for hallazgo in resultado.hallazgos],
    }


def _hallazgo_json(hallazgo: Hallazgo) -> dict[str, str]:
    return {"entidad": hallazgo.entidad, "id": hallazgo.id, "campo": hallazgo.campo, "mensaje": hallazgo.mensaje}


def review(proyecto: Proyecto, hoy: date, feriados: Feriados, progress: Progress | None = None) -> Revision:
    """Judge a project by every rule as of ``hoy``. ``feriados`` is asked only when días hábiles are counted.

    Raises ``Cancelled`` when ``progress`` does; it is told how many records were judged, but not of how many.
    """
    pausa = sin_pausa if progress is None else _pauses(progress)
    resultados = revisar(Contexto(proyecto, hoy, feriados, pausa))
    return Revision(hoy, resultados, tuple(cita(proyecto, resultado.regla.id) for resultado in resultados))


def _pauses(progress: Progress) -> Callable[[], None]:
    """Return what tells ``progress`` of every so many records."""
    judged = count()

    def pausa() -> None:
        if not (done := next(judged)) % RECORDS_BETWEEN:
            progress(done, 0)

    return pausa


class ClaseProximo(Opcion):
    """Kinds of things to come, as the chip beside each says."""

    ACTIVIDAD = "actividad", "Actividad"
    DATO = "dato", "Dato"
    VENCE = "vence", "Vence"
    EVENTO = "evento", "Evento"
    COMPROMISO = "compromiso", "Compromiso"


@frozen
class Proximo:
    """One thing to come: when, what kind, what to call it, and the record to jump to."""

    fecha: date
    clase: ClaseProximo
    texto: str
    entidad: str
    id: Id


def proximos(proyecto: Proyecto, hoy: date, feriados: Feriados, dias: int = DIAS_PROXIMOS) -> list[Proximo]:
    """Return what comes from today until ``dias`` days later, both included, by date."""
    contexto = Contexto(proyecto, hoy, feriados)
    hasta = hoy + timedelta(days=min(dias, (hoy.max - hoy).days))
    todos = (*_actividades(contexto), *_datos(contexto, hasta), *other_dates(contexto))
    cercanos = [p for p in todos if hoy <= p.fecha <= hasta]
    return sorted(cercanos, key=lambda p: (p.fecha, p.clase, p.texto, p.id))


def other_dates(contexto: Contexto) -> Iterator[Proximo]:
    """Yield what has a day of its own and is neither line nor dataset: answers due, events, promises."""
    yield from _respuestas(contexto)
    yield from _eventos(contexto)
    yield from _promesas(contexto)


def _proximo(fecha: date, clase: ClaseProximo, texto: str, registro: Registro) -> Proximo:
    return Proximo(fecha, clase, texto, registro.ENTIDAD, registro.id)


def _actividades(contexto: Contexto) -> Iterator[Proximo]:
    for linea in contexto.proyecto.activos(LineaPlan):
        if linea.vigente and linea.estado is not EstadoLinea.HECHA and linea.fecha is not None:
            yield _proximo(linea.fecha, ClaseProximo.ACTIVIDAD, linea.nombre, linea)


def _datos(contexto: Contexto, hasta: date) -> Iterator[Proximo]:
    """Tell first publications and the next update of each; not daily ones, which would be news every day."""
    for conjunto in contexto.proyecto.activos(ConjuntoDatos):
        primera, frecuencia = conjunto.fecha_publicacion, conjunto.frecuencia
        if primera is None or not conjunto.promovible:
            continue
        yield _proximo(primera, ClaseProximo.DATO, f"Publicación: {conjunto.nombre}", conjunto)
        if frecuencia is not Frecuencia.DIARIO:
            for otra in updates_between(primera, frecuencia, contexto.hoy, hasta)[:1]:
                yield _proximo(otra, ClaseProximo.DATO, f"Actualización: {conjunto.nombre}", conjunto)


def _respuestas(contexto: Contexto) -> Iterator[Proximo]:
    limite = fechas_limite(contexto)
    for recomendacion in contexto.proyecto.activos(Recomendacion):
        vence = limite(recomendacion) if recomendacion.abierta else None
        if vence is not None:
            yield _proximo(vence, ClaseProximo.VENCE, f"Respuesta al folio {recomendacion.folio}", recomendacion)


def _eventos(contexto: Contexto) -> Iterator[Proximo]:
    for evento in contexto.proyecto.activos(Evento):
        if evento.fecha is not None:
            yield _proximo(evento.fecha, ClaseProximo.EVENTO, evento.nombre, evento)


def _promesas(contexto: Contexto) -> Iterator[Proximo]:
    for accion in contexto.proyecto.activos(AccionMejora):
        if accion.fecha_compromiso is not None and accion.estado is not EstadoAccion.CUMPLIDA:
            yield _proximo(accion.fecha_compromiso, ClaseProximo.COMPROMISO, accion.nombre, accion)
    for acuerdo in contexto.proyecto.activos(Acuerdo):
        if acuerdo.fin is not None and acuerdo.estado is not EstadoAccion.CUMPLIDA:
            yield _proximo(acuerdo.fin, ClaseProximo.COMPROMISO, f"Acuerdo: {acuerdo.tarea}", acuerdo)
