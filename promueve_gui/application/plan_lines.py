"""Lines of the plan: how a new one begins, and what moving, changing in bulk and signing off change."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.domain.vocabularios import EstadoLinea, Rol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto


def initial_values(dia: date | None = None) -> dict[str, Any]:
    """Return what a new line begins with: planned, and answered for by the Enlace, who owns step 2 (dominio §1)."""
    return {"estado": EstadoLinea.PLANEADA, "rol_responsable": Rol.ENLACE, "fecha": dia}


def move(linea: LineaPlan, dia: date | None) -> tuple[str, Cambio | None]:
    """Return reason and change that bring a line to another day, or to the tray of undated lines.

    A line that covers a period keeps its length, as far as the calendar goes.
    """
    nombre = called(linea)
    if dia is None:
        return f"Quitar la fecha de «{nombre}»", cambio(linea, fecha=None, fecha_fin=None)
    motivo = f"Mover «{nombre}» al {fecha_larga(dia)}"
    if linea.fecha is None or linea.fecha_fin is None:
        return motivo, cambio(linea, fecha=dia)
    duracion = min(linea.fecha_fin - linea.fecha, date.max - dia)
    return motivo, cambio(linea, fecha=dia, fecha_fin=dia + max(duracion, timedelta()))


def carry(linea: LineaPlan, dia: date, valores: Mapping[str, Any]) -> tuple[str, Cambio | None]:
    """Return reason and change that bring a line to a day and to what ``valores`` say, in one edition."""
    motivo, movido = move(linea, dia)
    fechas = (movido.despues or {}) if movido is not None else {}
    if not fechas:
        motivo = f"Pasar «{called(linea)}» a otro carril"
    return motivo, cambio(linea, **{**fechas, **valores})


def stretch(linea: LineaPlan, desde: date, hasta: date) -> tuple[str, Cambio | None]:
    """Return reason and change that make a line cover from ``desde`` to ``hasta``; one day has no end of its own."""
    inicio, fin = min(desde, hasta), max(desde, hasta)
    motivo = f"Poner «{called(linea)}» del {fecha_larga(inicio)} al {fecha_larga(fin)}"
    if inicio == fin:
        motivo = f"Poner «{called(linea)}» el {fecha_larga(inicio)}"
    return motivo, cambio(linea, fecha=inicio, fecha_fin=fin if fin > inicio else None)


def bulk(proyecto: Proyecto, lineas: Sequence[LineaPlan], campo: str, valor: Valor) -> tuple[str, list[Cambio]]:
    """Return reason and changes that give one field of several lines, or of one, the same value.

    Serves a drag to another column of the board or lane too. A new ``fecha`` moves each as ``move`` does. Raises
    ``KeyError`` for a field that lines do not have.
    """
    descrito = campos(LineaPlan)[campo]
    quienes, texto = _which(lineas), mostrar(descrito, valor, proyecto)
    motivo = f"Quitar «{descrito.etiqueta}» de {quienes}"
    if texto:
        motivo = f"Cambiar «{descrito.etiqueta}» de {quienes} a «{texto}»"
    if campo == "fecha":
        hechos = [move(linea, cast("date | None", valor))[1] for linea in lineas]
    else:
        hechos = [cambio(linea, **{campo: valor}) for linea in lineas]
    return motivo, [hecho for hecho in hechos if hecho is not None]


def sign_off(lineas: Sequence[LineaPlan], persona: Persona, hoy: date) -> tuple[str, list[Cambio]]:
    """Return reason and changes with which ``persona`` signs off lines as they stand; those given up are left out."""
    vigentes = [linea for linea in lineas if linea.vigente]
    hechos = [cambio(linea, visto_bueno=persona.id, visto_bueno_fecha=hoy) for linea in vigentes]
    motivo = f"Visto bueno de {persona.nombre} a {_which(vigentes)}"
    return motivo, [hecho for hecho in hechos if hecho is not None]


def signers(proyecto: Proyecto) -> list[Persona]:
    """Return who may sign off, the Enlace first, who owns step 2 (dominio §1), then by name."""
    return sorted(proyecto.activos(Persona), key=lambda p: (p.rol is not Rol.ENLACE, plegar(p.nombre)))


def take_back_sign_off(lineas: Sequence[LineaPlan]) -> tuple[str, list[Cambio]]:
    """Return reason and changes that take the sign-off of lines back."""
    hechos = [cambio(linea, visto_bueno=None, visto_bueno_fecha=None) for linea in lineas]
    return f"Retirar el visto bueno de {_which(lineas)}", [hecho for hecho in hechos if hecho is not None]


def called(registro: Registro) -> str:
    """Return what to call a record in a sentence."""
    return registro.titulo or registro.sin_titulo()


def counted(cuantas: int) -> str:
    """Return how many lines, in words: «1 actividad»."""
    return contado(cuantas, LineaPlan.SINGULAR, LineaPlan.PLURAL)


def in_order(lineas: Iterable[LineaPlan]) -> list[LineaPlan]:
    """Return lines by date and name, undated ones last; a third of the time that sorting by ``by_date`` takes."""
    por_dia: dict[date | None, list[LineaPlan]] = {}
    for linea in lineas:
        if linea.fecha in por_dia:
            por_dia[linea.fecha].append(linea)
        else:
            por_dia[linea.fecha] = [linea]
    for del_dia in por_dia.values():
        del_dia.sort(key=_NAME)
    sin_fecha = por_dia.pop(None, [])
    return [*chain.from_iterable(por_dia[dia] for dia in sorted(filter(None, por_dia))), *sin_fecha]


_NAME = attrgetter("nombre", "id")


def by_date(linea: LineaPlan) -> tuple[date, str, Id]:
    """Return where a line comes in a list by date and name; undated ones come last."""
    return linea.fecha or date.max, linea.nombre, linea.id


def _which(lineas: Sequence[LineaPlan]) -> str:
    return f"«{called(lineas[0])}»" if len(lineas) == 1 else counted(len(lineas))
