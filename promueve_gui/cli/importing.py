"""The call ``importar``: each source is read, planned and applied as an edition of its own."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from promueve_gui import bootstrap
from promueve_gui.application.import_files import FORMATOS, apply_import, merge_lookalikes, plan_import
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.return_batch import DE_WORD
from promueve_gui.cli.counts import count_rows
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.returned import bring_book, bring_text, conclude
from promueve_gui.cli.terminal import DONE, FINDINGS, NOTHING_DONE
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.returns import Returns
    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.returned import Traido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.propuesta import Propuesta


@frozen
class Hecho:
    """What became of one source: its import, or the sentence that says why there is none."""

    fuente: Path
    propuesta: Propuesta | None
    error: str = ""

    @property
    def code(self) -> int:
        """Return the exit code of this source alone."""
        if self.propuesta is None:
            return NOTHING_DONE
        return FINDINGS if self.propuesta.problemas else DONE

    def to_json(self) -> dict[str, Any]:
        """Return the source as ``importar --json`` prints it."""
        hecho: dict[str, Any] = {
            "fuente": str(self.fuente),
            "formato": None,
            "nuevos": {},
            "cambiados": {},
            "iguales": {},
        }
        if self.propuesta is None:
            problema = {"hoja": "", "renglon": None, "columna": "", "valor": "", "mensaje": self.error}
            return {**hecho, "problemas": [problema]}
        return {
            **hecho,
            "formato": self.propuesta.formato.value,
            "nuevos": dict(self.propuesta.nuevos),
            "cambiados": dict(self.propuesta.cambiados),
            "iguales": dict(self.propuesta.iguales),
            "problemas": [asdict(problema) for problema in self.propuesta.problemas],
        }

    def tell(self, terminal: Terminal) -> None:
        """Say for people what it brought."""
        propuesta = self.propuesta
        if propuesta is None:
            return
        terminal.line(f"{self.fuente.name}: {FORMATOS[propuesta.formato]}")
        cuentas = (propuesta.nuevos, propuesta.cambiados, propuesta.iguales)
        terminal.table(count_rows(cuentas) or [["No trae registros que importar."]])
        if not propuesta.cambios and propuesta.iguales:
            terminal.line("  Sin cambios: el proyecto ya lo tiene todo.")
        for problema in propuesta.problemas:
            terminal.line(f"  - {problema.mensaje}")
        if any(not par.separadas for par in propuesta.parecidas):
            terminal.line("  Para unir las áreas que parecen la misma, importe con --unir.")


def importar(pedido: Pedido, terminal: Terminal) -> int:
    """Import every source that can be read, and say what each brought; one that fails does not stop the others."""
    with open_project(pedido.archivo, terminal) as session:
        returns = bootstrap.make_returns(session)
        hechos = [_import(session, returns, fuente, pedido) for fuente in pedido.fuentes]
    if terminal.for_machines:
        terminal.data([hecho.to_json() for hecho in hechos])
    else:
        for hecho in hechos:
            hecho.tell(terminal)
    return conclude(hechos, terminal)


def _import(session: Session, returns: Returns, fuente: Path, pedido: Pedido) -> Hecho | Traido:
    area = pedido.opciones.get("--area", "")
    try:
        libro = _returned(fuente)
        if libro is not None and libro.texto is not None:
            return bring_text(session, returns, fuente, libro, pedido.opciones.get("--contenido", ""))
        if libro is not None:
            return bring_book(session, returns, fuente, libro, area)
        lectura = bootstrap.read_source(fuente)
        propuesta = plan_import(session.proyecto, lectura, area=area)
        if "--unir" in pedido.opciones and propuesta.parecidas:
            propuesta = plan_import(session.proyecto, lectura, area=area, uniones=merge_lookalikes(propuesta))
        apply_import(session, propuesta, fuente.name)
    except UserError as error:
        return Hecho(fuente, None, mensaje(error))
    return Hecho(fuente, propuesta)


def _returned(fuente: Path) -> LibroDevuelto | None:
    """Return a workbook of ours or a document; ``None`` for other files, of which their readers say what is wrong."""
    try:
        return bootstrap.read_returned(fuente)
    except UserError as error:
        if error.code == "devuelto_sin_tablas" or error.code.startswith(DE_WORD):
            raise
        return None
