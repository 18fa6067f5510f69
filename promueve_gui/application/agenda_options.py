"""How the calendar of the plan is made, as whoever exports it chooses, and what is known of its appointments."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from datetime import date, datetime
    from typing import Any

    from promueve_gui.domain.ficha import Id, Registro

ALARMAS = (1, 2, 3, 7, 15)  # days before, that are offered


@frozen(kw_only=True)
class OpcionesAgenda:
    """What goes into the calendar beside the lines, and how many days before each line it reminds; ``None``, never."""

    alarma: int | None = None
    eventos: bool = False
    publicaciones: bool = False


@frozen
class Historia:
    """The history of a record: the line of the bitácora that changed it last, undoing included, and its moment.

    ``revision`` is 0 for what nobody changed since it was made. ``fecha`` is the last day that it stood on before it
    lost its date, ``None`` when it never had one. ``anteriores`` are, newest first, the earlier values of what says, of
    a dataset, when it is published and whether that may be told and, of a line, in whose part of the plan it is.
    """

    revision: int
    momento: datetime | None
    fecha: date | None
    anteriores: Sequence[Mapping[str, Any]] = ()


@frozen
class Recuerdos:
    """What calendars that left earlier may hold: the history of each record, and what those that were noted told of.

    ``llevadas`` are the lines that the calendars of each part of the plan had («», of all of it); ``idos`` the records
    that they told of and that are no longer there, since their coming into being was undone, as they last were.
    """

    historias: Mapping[Id, Historia] = field(default_factory=dict)
    llevadas: Mapping[str, Container[Id]] = field(default_factory=dict)
    idos: Sequence[Registro] = ()
