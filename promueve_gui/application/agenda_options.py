"""How the calendar of the plan is made, as whoever exports it chooses, and what is known of its appointments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from typing import Any

ALARMAS = (1, 2, 3, 7, 15)  # days before, that are offered


@frozen(kw_only=True)
class OpcionesAgenda:
    """What goes into the calendar beside the lines, and how many days before each line it reminds; ``None``, never."""

    alarma: int | None = None
    eventos: bool = False
    publicaciones: bool = False


@frozen
class Historia:
    """The history of a record: how many changes it has had since it was made, undoing included; the last one's moment.

    ``fecha`` is the last day that it stood on before it lost its date, ``None`` when it never had one. ``anteriores``
    are, newest first, the earlier values of what says, of a dataset, when it is published and whether that may be told
    and, of a line, in whose part of the plan it is.
    """

    revision: int
    momento: datetime | None
    fecha: date | None
    anteriores: Sequence[Mapping[str, Any]] = ()
