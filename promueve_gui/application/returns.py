"""Workbooks that come back by e-mail: compared with what was sent, decided on, applied; and the doubts they leave.

Works on whichever thread has the session. It opens no files: readers give it what a workbook says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Opcion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.application.session import Session
    from promueve_gui.domain.cambios import Cambio, Edicion
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.diferencias import Decision, Devolucion, Diferencia
    from promueve_gui.domain.duplicados import Similitud
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.formatos import Duda
    from promueve_gui.domain.proyecto import Proyecto


class Suerte(Opcion):
    """What became of one row of a returned workbook."""

    AGREGADA = "agregada", "Se agregó"
    ACTUALIZADA = "actualizada", "Se actualizó"
    IGUAL = "igual", "Sin cambios"
    CONSERVADA = "conservada", "Se conservó lo del proyecto"
    PENDIENTE = "pendiente", "Queda pendiente"
    OMITIDA = "omitida", "No se tomó"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilaRecibida:
    """One row of a returned workbook (``renglon`` 0: one that no longer comes), and in words what became of it."""

    hoja: str
    renglon: int
    titulo: str
    suerte: Suerte
    detalle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aplicado:
    """What became of a returned workbook. ``edicion`` is ``None`` when nothing changed.

    ``devolucion`` is what was applied in the end, which may differ from what was shown when the project went on
    meanwhile; ``dudas`` are those that it left in the project.
    """

    devolucion: Devolucion
    decisiones: Mapping[str, Decision]
    edicion: Edicion | None
    tomadas: int
    dudas: Sequence[Duda]

    @property
    def filas(self) -> list[FilaRecibida]:
        """Return each row in the order of the sheets, and what became of it; worked out when asked for."""
        raise NotImplementedError


class Returns:
    """Compares and applies returned workbooks, any number of them with one walk back through the bitácora."""

    def __init__(self, session: Session, similitud: Similitud | None = None) -> None:
        """Take the open project; with ``similitud`` new rows say which group they look like."""
        self._session = session
        self._similitud = similitud

    def compare(self, libro: LibroDevuelto, *, area: Id | None = None) -> Devolucion:
        """Return how a workbook differs from what was sent and from what the project says now. Changes nothing.

        ``area`` is whose it is, for a workbook that does not say. Raises ``UserError`` («institucion_distinta»).
        """
        raise NotImplementedError

    def backup(self) -> None:
        """Copy the project before a batch. Raises ``UserError``."""
        self._session.backup("recepcion")

    def apply(self, devolucion: Devolucion, decisiones: Mapping[str, Decision]) -> Aplicado:
        """Take what is certain and what was decided, as one edition; leave a doubt for each of the rest.

        ``decisiones`` go by ``Diferencia.clave``. What the project said meanwhile is compared again first. Raises
        ``UserError`` when the project cannot be written; nothing has changed then.
        """
        raise NotImplementedError


def choices(diferencia: Diferencia) -> tuple[Decision, ...]:
    """Return what can be decided about a difference; ``AMBOS`` only for texts that both sides wrote."""
    raise NotImplementedError


def doubt_choices(proyecto: Proyecto, duda: Duda) -> tuple[Decision, ...]:
    """Return what can be decided about a doubt that waits in the project."""
    raise NotImplementedError


def doubt_values(proyecto: Proyecto, duda: Duda) -> tuple[str, str]:
    """Return what the project says now and what taking the file's side would make it say, as people read them."""
    raise NotImplementedError


def resolve_doubt(proyecto: Proyecto, duda: Duda, decision: Decision) -> tuple[str, list[Cambio]]:
    """Return the reason and the changes that settle a doubt, for ``Session.edit``; none for ``ESPERAR``."""
    raise NotImplementedError
