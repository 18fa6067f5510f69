"""What ``exportar --formatos`` does: a workbook and a draft for every area, noted as sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.application.correos import plantilla
from promueve_gui.application.export_documents import Resultado
from promueve_gui.application.formats import Motivo, Pedido, note_sending, vence_propuesto
from promueve_gui.cli.noting import noting
from promueve_gui.domain.envios import seguimientos
from promueve_gui.domain.fechas import fecha_larga

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.formats import Preparados
    from promueve_gui.application.session import Session
    from promueve_gui.cli.terminal import Terminal


def send_formats(session: Session, entrega: Entrega, folder: Path, terminal: Terminal) -> Resultado:
    """Prepare the formats of all areas under ``folder``, to be returned when the profile says. Raises ``UserError``."""
    proyecto, hoy, position = entrega.proyecto, entrega.momento.date(), session.position
    pedido = Pedido(
        motivo=Motivo.ENVIO,
        areas=tuple(seguimientos(proyecto, hoy)),
        mensaje=plantilla(proyecto, Motivo.ENVIO, bootstrap.build_recursos().mensajes()),
        hoy=hoy,
        vence=vence_propuesto(proyecto, hoy),
    )
    preparados = bootstrap.build_format_sender().prepare(pedido, entrega, folder)
    sin_anotar = noting(partial(note_sending, session, pedido, preparados, entrega, position))
    _tell(pedido, preparados, terminal)
    escritos = [path for paquete in preparados.paquetes for path in (paquete.libro, paquete.borrador)]
    return Resultado(escritos=tuple(escritos), fallidos=(*preparados.fallidos, *sin_anotar))


def _tell(pedido: Pedido, preparados: Preparados, terminal: Terminal) -> None:
    if preparados.paquetes and pedido.vence:
        terminal.line(f"Los formatos se esperan de vuelta el {fecha_larga(pedido.vence)}.")
    if sin_correo := preparados.sin_correo:
        terminal.line(f"Sin correo, su borrador quedó sin destinatario: {'; '.join(sin_correo)}.")
