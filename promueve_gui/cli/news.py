"""What ``exportar --novedades`` does: a draft for every user group with somebody who may be written to."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.correos import plantilla
from promueve_gui.application.export_documents import Resultado
from promueve_gui.application.newsletters import DIAS, NOVEDADES, PedidoNovedades, destinatarios
from promueve_gui.cli.noting import noting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from promueve_gui.application.export_documents import Documento, Entrega
    from promueve_gui.application.session import Session
    from promueve_gui.cli.arguments import Pedido
    from promueve_gui.cli.terminal import Terminal


def write_news(session: Session, entrega: Entrega, folder: Path, pedido: Pedido, terminal: Terminal) -> Resultado:
    """Prepare the news for all groups under ``folder``, and note them in the project. Raises ``UserError``."""
    hoy, position = entrega.momento.date(), session.position
    hasta = pedido.fecha("--hasta") or hoy
    grupos = destinatarios(entrega.proyecto)
    novedades = PedidoNovedades(
        grupos=tuple(uno.grupo.id for uno in grupos),
        desde=pedido.fecha("--desde") or hasta - timedelta(days=DIAS),
        hasta=hasta,
        mensaje=plantilla(entrega.proyecto, NOVEDADES, bootstrap.build_recursos().mensajes()),
        borradores="--borradores" in pedido.opciones,
    )
    preparadas = bootstrap.build_news_maker().prepare(novedades, entrega, folder)
    sin_anotar = noting(partial(_note, session, entrega, preparadas.escritas, position))
    for uno in grupos:
        terminal.line(f"{uno.grupo.nombre}: {uno.frase}.")
    if preparadas.desconocidos:
        campos = ", ".join(f"{{{campo}}}" for campo in preparadas.desconocidos)
        terminal.line(f"El mensaje tiene campos que no se pueden llenar y salieron tal cual: {campos}.")
    return Resultado(
        escritos=tuple(path for _, path in preparadas.escritas), fallidos=(*preparadas.fallidas, *sin_anotar)
    )


def _note(session: Session, entrega: Entrega, escritas: Iterable[tuple[Documento, Path]], position: int) -> None:
    for documento, path in escritas:
        session.record_export(documento.identidad, path.name, position, entrega.exportacion(documento.identidad))
