"""Sending formats in the window: ask whom and with which words, write on a worker, note it, say where it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui.application.correos import plantilla
from promueve_gui.application.export_documents import Entrega
from promueve_gui.application.formats import Motivo, Pedido, recordables, sending_changes
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.envios import seguimientos
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import contado
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.dialogs.send_formats import SendFormatsDialog
from promueve_gui.gui.exporting import open_outside
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from collections.abc import Collection

    from promueve_gui.application.formats import Preparados
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.settings import Settings
    from promueve_gui.gui.shell import Shell

FOLDER = "Formatos"  # beside the project
FOLDER_SETTING, PROJECT_SETTING = "formatos/carpeta", "formatos/proyecto"


def remembered_folder(settings: Settings, project: Project) -> Path:
    """Return where the formats of a project went last, or the folder beside it where they go at first."""
    if settings.text(PROJECT_SETTING) == str(project.path) and settings.text(FOLDER_SETTING):
        return Path(settings.text(FOLDER_SETTING))
    return project.path.parent / FOLDER


def send_formats(window: Shell, areas: Collection[Id] = ()) -> None:
    """Ask which areas are sent their formats, beginning with ``areas``, and prepare them."""
    project = _open_project(window)
    if project is None:
        return
    if not project.proyecto.activos(AreaGeneradora):
        window.messages.tell(mensaje(UserError("formatos_sin_areas")), "Enviar formatos")
        return
    folder = remembered_folder(window.context.settings, project)
    dialog = SendFormatsDialog(window, window.context, project, window.messages, folder, areas)
    dialog.accepted.connect(lambda: _prepare(window, project, dialog.pedido(), dialog.folder))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def remind(window: Shell, areas: Collection[Id]) -> None:
    """Prepare a reminder for those of ``areas`` that have not returned their format, where the formats went."""
    project = _open_project(window)
    if project is None:
        return
    hoy = window.context.services.today()
    chosen = [where for where in seguimientos(project.proyecto, hoy) if where.area.id in areas]
    pedido = Pedido(
        motivo=Motivo.RECORDATORIO,
        areas=recordables(chosen),
        mensaje=plantilla(project.proyecto, Motivo.RECORDATORIO, window.context.services.textos.mensajes()),
        hoy=hoy,
    )
    if pedido.areas:
        _prepare(window, project, pedido, remembered_folder(window.context.settings, project))


def _open_project(window: Shell) -> Project | None:
    if window.wizard is not None:
        window.wizard.flush()
    if window.project is not None and window.project.read_only:
        window.messages.tell(mensaje(UserError("solo_lectura")))
        return None
    return window.project


def _prepare(window: Shell, project: Project, pedido: Pedido, folder: Path) -> None:
    window.context.settings.set_text(FOLDER_SETTING, str(folder))
    window.context.settings.set_text(PROJECT_SETTING, str(project.path))
    entrega = Entrega(proyecto=project.session.snapshot(), momento=datetime.now().astimezone())
    position = project.session.position
    sender = window.context.services.build_format_sender()

    def done(preparados: Preparados) -> None:
        if window.project is project and preparados.paquetes:
            for identidad, archivo in preparados.exportados:
                project.note_export(identidad, archivo, position, entrega.exportacion(identidad))
            project.edit(*sending_changes(pedido, preparados, entrega, project.proyecto))
        _tell(window, pedido, preparados, folder)

    what = "los formatos" if pedido.motivo is Motivo.ENVIO else "los recordatorios"
    task = window.runner.start(lambda progress: sender.prepare(pedido, entrega, folder, progress))
    ProgressDialog(window, f"Preparando {what}…", task)
    task.succeeded.connect(done)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error), "No se prepararon"))
    task.crashed.connect(window.crash.report)


def _tell(window: Shell, pedido: Pedido, preparados: Preparados, folder: Path) -> None:
    """Say in the banner what is ready and where, and in a list what could not be written."""
    if preparados.fallidos:
        sentences = list(dict.fromkeys(map(mensaje, preparados.fallidos)))
        window.messages.tell_list("Algunos formatos no se prepararon", sentences)
    if not preparados.paquetes:
        return
    sentence = outcome(pedido, preparados, folder)
    opens = button("Abrir carpeta", lambda: open_outside(folder))
    if preparados.cancelado or preparados.sin_correo:
        window.banner.tell(sentence, opens)
    else:
        window.banner.tell_success(sentence, opens)


def outcome(pedido: Pedido, preparados: Preparados, folder: Path) -> str:
    """Return in words what was prepared, and what is left to do."""
    ready, wanted = len(preparados.paquetes), len(pedido.areas)
    what = ("formato", "formatos") if pedido.motivo is Motivo.ENVIO else ("recordatorio", "recordatorios")
    if preparados.cancelado:
        verb = "quedó listo" if ready == 1 else "quedaron listos"
        said = f"Se canceló: {verb} {ready} de {contado(wanted, *what)} en «{folder.name}»."
    elif ready == 1:
        said = f"Quedó listo 1 {what[0]}, con su borrador de correo, en «{folder.name}»."
    else:
        said = f"Quedaron listos {ready} {what[1]}, cada uno con su borrador de correo, en «{folder.name}»."
    lacking = preparados.sin_correo
    if lacking:
        who = f"«{lacking[0]}»" if len(lacking) == 1 else f"{len(lacking)} áreas"
        said += f" Falta el correo de {who}: escríbalo en el borrador, o en la lista y prepárelo otra vez."
    else:
        said += " Ábralo, revíselo y envíelo" if ready == 1 else " Ábralos, revíselos y envíelos"
        said += " desde su correo."
    return said
