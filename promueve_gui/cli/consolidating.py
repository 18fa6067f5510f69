"""The call ``consolidar``: workbooks and projects of the areas meet in one; what is doubtful is listed, and waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.consolidate import consolidate
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.open_project import REFUSALS
from promueve_gui.application.ports import EstadoArchivo
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.returned import Traido, bring_book, conclude, of_project
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from promueve_gui.application.open_project import ProjectOpener
    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.devueltos import LibroDevuelto


def consolidar(pedido: Pedido, terminal: Terminal) -> int:
    """Bring in every source that can be; one that is missing, damaged or the project itself is told with the others."""
    opener = bootstrap.build_opener()
    traidos = []
    with open_project(pedido.archivo, terminal) as session:
        for traido in _brought(opener, session, pedido):
            traidos.append(traido)
            if not terminal.for_machines:
                traido.tell(terminal)
    if terminal.for_machines:
        terminal.data([traido.to_json() for traido in traidos])
    return conclude(traidos, terminal)


def _is_project(opener: ProjectOpener, archivo: Path, fuente: Path) -> bool:
    """Tell whether a source is a project that can be read, or may be a workbook. Raises ``UserError`` for neither."""
    found = opener.inspect(fuente)
    if found.estado is EstadoArchivo.AJENO:
        return False
    if found.estado in REFUSALS:
        raise UserError(REFUSALS[found.estado], archivo=fuente.name, programa=found.programa or str(found.esquema))
    if archivo.exists() and fuente.samefile(archivo):
        raise UserError("consolidar_consigo", archivo=fuente.name)
    return True


def _brought(opener: ProjectOpener, session: Session, pedido: Pedido) -> Iterator[Traido]:
    """Yield what each source brings, one after the other."""
    returns = bootstrap.make_returns(session)
    for fuente in pedido.fuentes:
        try:
            if _is_project(opener, pedido.archivo, fuente):
                with bootstrap.open_untouched(opener, fuente) as otra:
                    yield of_project(fuente, consolidate(session, otra, fuente.name))
            else:
                yield bring_book(session, returns, fuente, _read(fuente))
        except UserError as error:
            yield Traido(fuente=fuente, error=mensaje(error))


def _read(fuente: Path) -> LibroDevuelto:
    libro = bootstrap.read_returned(fuente)
    if libro is None:
        raise UserError("consolidar_otro_archivo", archivo=fuente.name)
    return libro
