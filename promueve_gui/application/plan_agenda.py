"""The plan as appointments of a calendar: lines and, where asked for, events and what is published. No file format.

An appointment keeps its identity whatever happens to its line, so that taking the calendar in again brings it up to
date: what was cancelled, withdrawn or lost its date leaves as cancelled (RFC 5545, STATUS; RFC 5546, 3.2.1).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from promueve_gui.application.agenda_options import Historia
from promueve_gui.application.plan_lines import by_date
from promueve_gui.application.upcoming import ClaseProxima, dates_of
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import add_days, updates_between
from promueve_gui.domain.ficha import Opcion, campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.horas import leer_hora
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.promovidos import datasets_of
from promueve_gui.domain.reparto_plan import belongs
from promueve_gui.domain.vocabularios import Canal, EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime, time

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

R = TypeVar("R", LineaPlan, Evento, ConjuntoDatos)
HORIZONTE = timedelta(days=366)  # how far publications and updates are told of
_DOMINIO = "promueve"  # what makes an identity of ours one of the whole world (RFC 7986, 5.3)
_EN_EL_EVENTO = frozenset({Canal.EVENTOS, Canal.MESA_REDONDA})
# What the description of a line tells, in this order.
_DICHOS = (
    "conjunto", "herramienta", "evento", "grupos", "tipo_contenido", "canal", "rol_responsable", "persona", "estado",
    "notas",
)  # fmt: skip


class EstadoCita(Opcion):
    """How certain an appointment is, as calendars say it (RFC 5545, 3.8.1.11)."""

    TENTATIVA = "TENTATIVE", "Por confirmar"
    CONFIRMADA = "CONFIRMED", "Confirmada"
    CANCELADA = "CANCELLED", "Cancelada"


@frozen(kw_only=True)
class Cita:
    """One appointment, of whole days from ``inicio`` to ``ultimo``, both included, or on hours of the first of them.

    Hours are those of Mexico City. ``revision`` grows with each change; ``alarma`` is in days before the first day.
    """

    uid: str
    titulo: str
    inicio: date
    ultimo: date
    estado: EstadoCita
    momento: datetime
    revision: int = 0
    desde: time | None = None
    hasta: time | None = None
    categorias: tuple[str, ...] = ()
    descripcion: str = ""
    lugar: str = ""
    alarma: int | None = None


@frozen(kw_only=True)
class Agenda:
    """A calendar: its name, the moment it was made, and its appointments."""

    nombre: str
    momento: datetime
    citas: Sequence[Cita]


def build_agenda(entrega: Entrega, nombre: str) -> Agenda:
    """Return the calendar of the plan, or of the part of it that ``entrega`` asks for."""
    proyecto, opciones = entrega.proyecto, entrega.agenda
    citas = [*_of_lines(entrega)]
    if opciones.eventos and not entrega.parte:
        citas += _of_events(entrega)
    if opciones.publicaciones and not entrega.parte:
        citas += _of_data(entrega)
    institucion = proyecto.unico(Institucion)
    siglas = institucion.siglas if institucion else ""
    return Agenda(nombre=" ".join(filter(None, (nombre, siglas))), momento=entrega.momento, citas=citas)


def _of_lines(entrega: Entrega) -> Iterator[Cita]:
    """Yield an appointment per line that has a day, or had one: by date and name.

    A line that was in this part of the plan and is in another by now leaves as cancelled, and so does one that a
    calendar of this part told of and that is gone.
    """
    proyecto, recuerdos = entrega.proyecto, entrega.recuerdos
    es_suya, llevadas = belongs(proyecto, entrega.parte), recuerdos.llevadas.get(entrega.parte, ())
    idas = _gone(LineaPlan, entrega)
    for linea in sorted((*proyecto.todos(LineaPlan), *idas.values()), key=by_date):
        historia = _history(entrega, linea.id)
        inicio = linea.fecha or historia.fecha
        suya = linea.id not in idas and es_suya(linea)
        fue_suya = linea.id in llevadas or any(es_suya(replace(linea, **antes)) for antes in historia.anteriores)
        if inicio is None or not (suya or fue_suya):
            continue
        cambiada = _last_change(linea, entrega)
        estado = _state(linea) if suya else EstadoCita.CANCELADA
        desde, hasta = _hours(linea, proyecto)
        yield Cita(
            uid=_uid(linea.id),
            titulo=linea.titulo_visible,
            inicio=inicio,
            ultimo=linea.ultimo_dia or inicio,
            estado=estado,
            momento=cambiada.momento or entrega.momento,
            revision=cambiada.revision,
            desde=desde,
            hasta=hasta,
            categorias=_categories(linea),
            descripcion=_description(linea, entrega),
            alarma=entrega.agenda.alarma if suya and linea.abierta and _is_to_come(linea.fecha, entrega) else None,
        )


def _history(entrega: Entrega, identidad: Id) -> Historia:
    return entrega.recuerdos.historias.get(identidad, Historia(0, None, None))


def _gone(tipo: type[R], entrega: Entrega) -> dict[Id, R]:
    """Return the records of a type that earlier calendars told of and that are no longer there."""
    return {registro.id: registro for registro in entrega.recuerdos.idos if isinstance(registro, tipo)}


def _last_change(linea: LineaPlan, entrega: Entrega) -> Historia:
    """Return the history of the record that changed last of a line and those that say when, or whose, it is.

    What a line stops referring to, it does by a change of its own, or of what it refers to: so this never goes back.
    """
    conjuntos = datasets_of(entrega.proyecto, linea)
    referidos = (linea.id, linea.herramienta, linea.evento, linea.persona, *conjuntos)
    historias = [_history(entrega, identidad) for identidad in referidos if identidad]
    return max(historias, key=lambda historia: historia.revision)


def _is_to_come(dia: date | None, entrega: Entrega) -> bool:
    """Tell whether a day can still be reminded of: some calendars ring at once for what is past."""
    return dia is not None and dia >= entrega.momento.date()


def _uid(*partes: str) -> str:
    return f"{'-'.join(partes)}@{_DOMINIO}"


def _state(linea: LineaPlan) -> EstadoCita:
    """Return how certain a line is: what is signed off, or done, is confirmed; what is not is a draft."""
    if not linea.vigente or linea.fecha is None:
        return EstadoCita.CANCELADA
    firme = linea.visto_bueno_fecha is not None or linea.estado is EstadoLinea.HECHA
    return EstadoCita.CONFIRMADA if firme else EstadoCita.TENTATIVA


def _hours(linea: LineaPlan, proyecto: Proyecto) -> tuple[time | None, time | None]:
    """Return the hours of the event that a line takes place at; none for a line that only speaks of it."""
    evento = proyecto.get(Evento, linea.evento)
    if evento is None or linea.canal not in _EN_EL_EVENTO or linea.fecha_fin or linea.fecha != evento.fecha:
        return None, None
    return _event_hours(evento)


def _event_hours(evento: Evento) -> tuple[time | None, time | None]:
    desde, hasta = leer_hora(evento.hora_inicio), leer_hora(evento.hora_fin)
    return desde, hasta if desde and hasta and hasta > desde else None


def _categories(linea: LineaPlan) -> tuple[str, ...]:
    etiquetas = (opcion.etiqueta for opcion in (linea.tipo_contenido, linea.canal) if opcion is not None)
    return tuple(dict.fromkeys(etiquetas))


def _description(linea: LineaPlan, entrega: Entrega) -> str:
    """Return what a line is about, a fact a line of text; who answers for it by name only where asked for."""
    descritos = campos(LineaPlan)
    dichos = (
        (descritos[nombre], getattr(linea, nombre)) for nombre in _DICHOS if entrega.personales or nombre != "persona"
    )
    textos = ((campo.etiqueta, mostrar(campo, valor, entrega.proyecto)) for campo, valor in dichos)
    return "\n".join(f"{etiqueta}: {texto}" for etiqueta, texto in textos if texto)


def _of_events(entrega: Entrega) -> Iterator[Cita]:
    """Yield an appointment per event and round table that has a day, or had one; cancelled when it is gone."""
    idos = _gone(Evento, entrega)
    for evento in (*entrega.proyecto.todos(Evento), *idos.values()):
        historia = _history(entrega, evento.id)
        dia = evento.fecha or historia.fecha
        if dia is None:
            continue
        vigente = evento.activo and evento.fecha is not None and evento.id not in idos
        desde, hasta = _event_hours(evento)
        yield Cita(
            uid=_uid(evento.id),
            titulo=evento.titulo_visible,
            inicio=dia,
            ultimo=dia,
            estado=EstadoCita.CONFIRMADA if vigente else EstadoCita.CANCELADA,
            momento=historia.momento or entrega.momento,
            revision=historia.revision,
            desde=desde,
            hasta=hasta,
            categorias=(evento.tipo.etiqueta,) if evento.tipo else (),
            descripcion=evento.objetivo,
            lugar=evento.lugar,
            alarma=entrega.agenda.alarma if vigente and _is_to_come(dia, entrega) else None,
        )


def _of_data(entrega: Entrega) -> Iterator[Cita]:
    """Yield an appointment per publication or update in the year to come of what may be promoted (R2).

    What a dataset would have published before it was withdrawn, or gone, or became private, or had other dates, leaves
    as cancelled: a calendar made before may hold it.
    """
    idos = _gone(ConjuntoDatos, entrega)
    for conjunto in (*entrega.proyecto.todos(ConjuntoDatos), *idos.values()):
        dichas: set[str] = set()
        for estado in _states_of(conjunto, entrega):
            vigente = conjunto.promovible and estado is conjunto and conjunto.id not in idos
            for cita in _of_dataset(estado, vigente, entrega):
                if cita.uid not in dichas:
                    dichas.add(cita.uid)
                    yield cita


def _states_of(conjunto: ConjuntoDatos, entrega: Entrega) -> Iterator[ConjuntoDatos]:
    """Yield a dataset as it is and as it was earlier, newest first, as often as calendars could tell of it."""
    if replace(conjunto, retirado="").promovible:
        yield conjunto
    for anteriores in _history(entrega, conjunto.id).anteriores:
        anterior = replace(conjunto, **anteriores)
        if anterior.promovible:
            yield anterior


def _of_dataset(conjunto: ConjuntoDatos, vigente: bool, entrega: Entrega) -> Iterator[Cita]:  # noqa: FBT001 - a state
    """Yield the appointments of a dataset, cancelled ones when it is not ``vigente``.

    Each update is known by how many there were before it, so that it stays the same one when its day is another.
    """
    hoy, historia, vez = entrega.momento.date(), _history(entrega, conjunto.id), 0
    for dia, clase in dates_of(conjunto, hoy, add_days(hoy, HORIZONTE.days)):
        cual = list[str]()
        if clase is ClaseProxima.ACTUALIZACION:
            vez = (vez or _updates_before(conjunto, dia)) + 1
            cual.append(str(vez))
        yield Cita(
            uid=_uid(conjunto.id, str(clase), *cual),
            titulo=f"{clase.etiqueta}: {conjunto.nombre}",
            inicio=dia,
            ultimo=dia,
            estado=EstadoCita.TENTATIVA if vigente else EstadoCita.CANCELADA,
            momento=historia.momento or entrega.momento,
            revision=historia.revision,
            categorias=(clase.etiqueta,),
        )


def _updates_before(conjunto: ConjuntoDatos, dia: date) -> int:
    """Return how many updates a dataset had before ``dia``, which is of one."""
    primera = conjunto.fecha_publicacion or dia
    return len(updates_between(primera, conjunto.frecuencia, primera, dia)) - 1


def object_title(proyecto: Proyecto, linea: LineaPlan) -> str:
    """Return what a line promotes, by its title: dataset, tool or event; empty when it does not say."""
    objetos: tuple[tuple[str, Id | None], ...] = (
        (ConjuntoDatos.ENTIDAD, linea.conjunto),
        (Herramienta.ENTIDAD, linea.herramienta),
        (Evento.ENTIDAD, linea.evento),
    )
    return next((titulo for entidad, identidad in objetos if (titulo := proyecto.titulo(entidad, identidad))), "")
