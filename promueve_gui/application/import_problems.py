"""What imports could not read, kept in the bitácora so that it can be mended later, by whoever opens the project."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from promueve_gui.application.import_report import place_and_text
from promueve_gui.application.tabbed import read_tabbed, write_tabbed
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from promueve_gui.application.session import Session
    from promueve_gui.domain.importacion import Problema

ACCION = "problemas"  # the action of such a line of the bitácora
MAXIMO = 2000  # problems that are kept of one import; the file itself has the others
IMPORTACIONES = 20  # the newest, that can be looked at


@frozen
class Problemas:
    """What one import told: when, of which file and how many, and each problem as a place and a text."""

    momento: datetime
    titulo: str
    filas: tuple[tuple[str, str], ...]


def keep_problems(session: Session, fuente: str, problemas: Sequence[Problema]) -> None:
    """Note what the file called ``fuente`` could not say; what came in stays when the note cannot be written."""
    if not problemas:
        return
    cuantos = contado(len(problemas), "problema", "problemas")
    resto = f"; aquí están los primeros {MAXIMO:,}" if len(problemas) > MAXIMO else ""
    filas = write_tabbed(place_and_text(problema) for problema in problemas[:MAXIMO])
    with suppress(UserError):
        session.note(ACCION, _legible(f"«{' '.join(fuente.split())}»: {cuantos}{resto}\n{filas}"))


def last_problems(session: Session) -> list[Problemas]:
    """Return what the last imports told, newest first; those without problems are not among them."""
    return [_leidos(linea.momento, linea.detalle) for linea in session.history(IMPORTACIONES, ACCION)]


def _legible(texto: str) -> str:
    """Return a text without the signs that a damaged file brings and a project cannot keep."""
    return "".join(signo if signo.isprintable() or signo in "\t\n" else "\N{REPLACEMENT CHARACTER}" for signo in texto)


def _leidos(momento: datetime, detalle: str) -> Problemas:
    titulo, _, resto = detalle.partition("\n")
    filas = tuple((lugar, " ".join(texto)) for lugar, *texto in read_tabbed(resto))
    return Problemas(momento, titulo, filas)
