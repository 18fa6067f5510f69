"""News by e-mail in the window: ask whom and what, where, write on a worker, note it, say where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.newsletters import template_change
from promueve_gui.gui.dialogs.newsletter import NewsletterDialog
from promueve_gui.gui.dialogs.progress import ProgressDialog
from promueve_gui.gui.exporting import delivery, open_outside
from promueve_gui.gui.widgets.parts import button

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.newsletters import NewsMaker, PedidoNovedades, Preparadas
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

FOLDER = "Elegir la carpeta de los borradores"
FAILED = "Algunos borradores no se prepararon"


def prepare_news(window: Shell) -> None:
    """Ask which groups get which news, and prepare a draft for each."""
    project = window.project
    if project is None:
        return
    if window.wizard is not None:
        window.wizard.flush()
    maker = window.context.services.build_news_maker()
    dialog = NewsletterDialog(window, window.context, project, maker)
    dialog.accepted.connect(lambda: _prepare(window, project, maker, dialog.pedido()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _prepare(window: Shell, project: Project, maker: NewsMaker, pedido: PedidoNovedades | None) -> None:
    folder = window.messages.choose_folder(FOLDER)
    if folder is None or pedido is None:
        return
    entrega, position = delivery(project, personales=True), project.session.position

    def done(preparadas: Preparadas) -> None:
        if window.project is project:
            for documento, path in preparadas.escritas:
                exportacion = entrega.exportacion(documento.identidad)
                project.note_export(documento.identidad, path.name, position, exportacion)
            if not project.read_only:
                project.edit(*template_change(pedido, project.proyecto))
        _tell(window, preparadas, folder)

    task = window.runner.start(lambda progress: maker.prepare(pedido, entrega, folder, progress))
    ProgressDialog(window, "Preparando los borradores…", task)
    task.succeeded.connect(done)
    task.refused.connect(lambda error: window.messages.tell(mensaje(error), "No se prepararon"))
    task.crashed.connect(window.crash.report)


def _tell(window: Shell, preparadas: Preparadas, folder: Path) -> None:
    if preparadas.fallidas:
        window.messages.tell_list(FAILED, list(dict.fromkeys(map(mensaje, preparadas.fallidas))))
    ready = len(preparadas.escritas)
    if ready:
        what = "Quedó listo 1 borrador" if ready == 1 else f"Quedaron listos {ready} borradores"
        then = "Ábralo, revíselo y envíelo" if ready == 1 else "Ábralos, revíselos y envíelos"
        sentence = f"{what} en «{folder.name}». {then} desde su correo."
        window.banner.tell_success(sentence, button("Abrir carpeta", lambda: open_outside(folder)))
