"""The call ``revisar``: every rule, met or not, with its citation and its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.review import review
from promueve_gui.cli.projects import open_project
from promueve_gui.cli.terminal import DONE, FINDINGS

if TYPE_CHECKING:
    from promueve_gui.application.review import Revision
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal
    from promueve_gui.domain.proyecto import Proyecto


def revisar(pedido: Pedido, terminal: Terminal) -> int:
    """Judge the project as of a day; the exit code says whether anything is missing."""
    fecha = pedido.fecha("--fecha") or bootstrap.today()
    with open_project(pedido.archivo, terminal, to_read=True) as session:
        revision = review(session.proyecto, fecha, bootstrap.build_feriados())
    if terminal.for_machines:
        terminal.data(revision.to_json())
    else:
        _tell(revision, session.proyecto, terminal)
    return DONE if revision.cumple else FINDINGS


def _tell(revision: Revision, proyecto: Proyecto, terminal: Terminal) -> None:
    terminal.line(f"Reglas al {revision.fecha:%d/%m/%Y}")
    for resultado, cita in zip(revision.resultados, revision.citas, strict=True):
        regla = resultado.regla
        terminal.line(f"{regla.id:<4} {resultado.estado.etiqueta:<17} {regla.titulo}")
        if resultado.hallazgos and cita:
            terminal.line(f"     ({cita})")
        for hallazgo in resultado.hallazgos:
            titulo = proyecto.titulo(hallazgo.entidad, hallazgo.id) if hallazgo.id else ""
            terminal.line(f"     - «{titulo}»: {hallazgo.mensaje}" if titulo else f"     - {hallazgo.mensaje}")
