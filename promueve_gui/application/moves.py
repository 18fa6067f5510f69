"""What a re-imported opening plan moved, which lines of the plan that touches, and moving them along."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import by_date, called, counted, move
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.fechas import add_days, fecha_corta
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.promovidos import datasets_of
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from promueve_gui.application.ports import Feriados
    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


class ClaseMovimiento(Opcion):
    """What happened to a dataset between two states of a project."""

    NUEVO = "nuevo", "Nuevo"
    ADELANTO = "adelanto", "Se adelantó"
    RETRASO = "retraso", "Se retrasó"
    CON_FECHA = "con_fecha", "Ya tiene fecha"
    SIN_FECHA = "sin_fecha", "Se quedó sin fecha"
    FRECUENCIA = "frecuencia", "Cambió su frecuencia"
    NO_PROMOVIBLE = "no_promovible", "Ya no se promueve"


_CON_DIAS = frozenset({ClaseMovimiento.ADELANTO, ClaseMovimiento.RETRASO})
ACCION = "movimientos"  # the action of a line of the bitácora that says what an import moved
_COMPARADO = "\nSe compara con la línea {} de la bitácora"
_ASIENTO = re.compile(rf"(.*){_COMPARADO.format('([0-9]+)')}", re.DOTALL)


@frozen
class Movimiento:
    """One dataset that moved: from when to when, a sentence that says it, and the open lines that it touches.

    ``lineas`` are those in force and not done, by date, as they are after the change, that name the dataset, by
    themselves or by their tool or event; ``por_mover`` those of them that can move along: the dataset is their own, for
    the others go by the day of tool or event, and they stand where they stood before, so that none is moved twice.
    """

    clase: ClaseMovimiento
    conjunto: ConjuntoDatos
    antes: date | None
    despues: date | None
    texto: str
    lineas: tuple[LineaPlan, ...]
    por_mover: tuple[LineaPlan, ...] = ()


@frozen
class Movidos:
    """The last import that moved anything: when it was, of which file, and the project before it; see ``moved``."""

    momento: datetime
    titulo: str
    antes: Proyecto


def moved(antes: Proyecto, despues: Proyecto, *, nuevos: bool = True) -> list[Movimiento]:
    """Return what moved from ``antes`` to ``despues``, those that touch lines first, by name.

    Datasets that may not be promoted in either state (R2) are left out, and without ``nuevos`` those that came in.
    """
    abiertas = _open_lines(despues)
    movimientos = []
    for conjunto in despues.todos(ConjuntoDatos):
        previo = antes.get(ConjuntoDatos, conjunto.id)
        if not nuevos and (previo is None or not previo.promovible):
            continue
        hallado = _change(previo, conjunto)
        if hallado is not None:
            clase, que = hallado
            lineas = tuple(abiertas.get(conjunto.id, ()))
            por_revisar = f"; {counted(len(lineas))} por revisar." if lineas else "."
            texto = f"«{called(conjunto)}» {que}{por_revisar}"
            fecha = previo.fecha_publicacion if previo else None
            suyas = (linea for linea in lineas if linea.conjunto == conjunto.id and _stands(antes, linea))
            quedan = tuple(suyas) if clase in _CON_DIAS else ()
            movimientos.append(Movimiento(clase, conjunto, fecha, conjunto.fecha_publicacion, texto, lineas, quedan))
    return sorted(movimientos, key=lambda m: (not m.lineas, m.conjunto.nombre, m.conjunto.id))


def follow(proyecto: Proyecto, movimientos: Iterable[Movimiento], feriados: Feriados) -> tuple[str, list[Cambio]]:
    """Return reason and changes that move the lines of brought forward and delayed datasets by the same days.

    Each comes to stand on a working day; lines without a date stay in the tray, and those that somebody moved since
    stay where they are.
    """
    habiles = DiasHabiles(proyecto, feriados)
    cambios: list[Cambio] = []
    for movimiento in movimientos:
        if movimiento.antes is None or movimiento.despues is None:
            continue
        dias = (movimiento.despues - movimiento.antes).days
        for vista in movimiento.por_mover:
            linea = proyecto.get(LineaPlan, vista.id)
            if linea is not None and linea.abierta and linea.fecha is not None:
                hecho = move(linea, habiles.desde(add_days(linea.fecha, dias)))[1]
                cambios += [hecho] if hecho else []
    return f"Mover {counted(len(cambios))} con sus conjuntos de datos", cambios


def note_moves(session: Session, fuente: str, antes: Proyecto, asiento: int) -> None:
    """Note that the import of ``fuente`` moved data, so that it can be looked at later; nothing when it did not.

    ``antes`` is the project as it was after line ``asiento`` of the bitácora. What came in stays when the note cannot
    be written.
    """
    movidos = moved(antes, session.proyecto, nuevos=False)
    if not movidos:
        return
    cuantos = contado(len(movidos), "conjunto se movió", "conjuntos se movieron")
    with suppress(UserError):
        session.note(ACCION, f"«{' '.join(fuente.split())}»: {cuantos}{_COMPARADO.format(asiento)}")


def moved_since(session: Session, asiento: int) -> bool:
    """Tell whether an import after a line of the bitácora moved data."""
    return any(linea.secuencia > asiento for linea in session.history(1, ACCION))


def last_moves(session: Session) -> Movidos | None:
    """Return the last such import, ``None`` when there was none.

    Reads the bitácora, so it belongs to the thread that has the session. Raises ``UserError`` when that cannot be read.
    """
    for linea in session.history(1, ACCION):
        hallado = _ASIENTO.fullmatch(linea.detalle)
        if hallado is not None:
            titulo, asiento = hallado.groups()
            tablas = frozenset({ConjuntoDatos.ENTIDAD, LineaPlan.ENTIDAD})
            return Movidos(linea.momento, titulo, session.past(tablas).en(int(asiento)))
    return None


def _stands(antes: Proyecto, linea: LineaPlan) -> bool:
    """Tell whether a line with a date stands where it stood before."""
    previa = antes.get(LineaPlan, linea.id)
    return linea.fecha is not None and previa is not None and previa.fecha == linea.fecha


def _open_lines(proyecto: Proyecto) -> dict[Id, list[LineaPlan]]:
    por_conjunto: dict[Id, list[LineaPlan]] = {}
    for linea in proyecto.activos(LineaPlan):
        if linea.abierta:
            for conjunto in datasets_of(proyecto, linea):
                por_conjunto.setdefault(conjunto, []).append(linea)
    for lineas in por_conjunto.values():
        lineas.sort(key=by_date)
    return por_conjunto


def _change(previo: ConjuntoDatos | None, conjunto: ConjuntoDatos) -> tuple[ClaseMovimiento, str] | None:
    """Return what happened to a dataset and the words for it, or ``None`` when nothing that matters here."""
    despues = conjunto.fecha_publicacion
    if previo is None or not previo.promovible:
        cuando = f": se publica el {fecha_corta(despues)}" if despues else ""
        return (ClaseMovimiento.NUEVO, f"es nuevo{cuando}") if conjunto.promovible else None
    if not conjunto.promovible:
        return ClaseMovimiento.NO_PROMOVIBLE, "ya no se promueve"
    antes = previo.fecha_publicacion
    otra = previo.frecuencia is not conjunto.frecuencia
    cambio = f"cambió de frecuencia: de {_often(previo)} a {_often(conjunto)}"
    if antes == despues:
        return (ClaseMovimiento.FRECUENCIA, cambio) if otra else None
    if despues is None:
        return ClaseMovimiento.SIN_FECHA, "se quedó sin fecha"
    if antes is None:
        return ClaseMovimiento.CON_FECHA, f"ya tiene fecha: se publica el {fecha_corta(despues)}"
    clase, lapso = _shift(antes, despues)
    return clase, f"{lapso}; y {cambio}" if otra else lapso


def _shift(antes: date, despues: date) -> tuple[ClaseMovimiento, str]:
    dias = (despues - antes).days
    cuantos = contado(abs(dias), "día", "días")
    lapso = f"{cuantos}: del {fecha_corta(antes)} al {fecha_corta(despues)}"
    if dias < 0:
        return ClaseMovimiento.ADELANTO, f"se adelanta {lapso}"
    return ClaseMovimiento.RETRASO, f"se retrasa {lapso}"


def _often(conjunto: ConjuntoDatos) -> str:
    return conjunto.frecuencia.etiqueta.lower() if conjunto.frecuencia else "sin frecuencia"
