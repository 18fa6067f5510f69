"""How the calendar of the plan is made, as whoever exports it chooses."""

from __future__ import annotations

from promueve_gui.domain.frozen import frozen

ALARMAS = (1, 2, 3, 7, 15)  # days before, that are offered


@frozen(kw_only=True)
class OpcionesAgenda:
    """What goes into the calendar beside the lines, and how many days before each line it reminds; ``None``, never."""

    alarma: int | None = None
    eventos: bool = False
    publicaciones: bool = False
