"""«Vista previa» of the documents of the project: what can be looked at, and how each is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import CALENDARIO_PDF, MAPA, PLAN, PLAN_PDF, documento_de
from promueve_gui.application.plan_documents import plan_documents
from promueve_gui.application.plan_lines import counted
from promueve_gui.application.plan_request import PedidoDocumento
from promueve_gui.application.print_others import print_content, print_map
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.reparto_plan import Reparto
from promueve_gui.gui.exporting import WORD_PREFIX, delivery
from promueve_gui.gui.impresion.preview import PreviewDialog, Printable
from promueve_gui.gui.pasos.contenidos.page_length import PageLength
from promueve_gui.gui.plan_exporting import TIPOS, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from promueve_gui.application.export_documents import Documento, Entrega
    from promueve_gui.application.print_model import Impreso
    from promueve_gui.application.print_plan import Seleccion
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.shell import Shell

AS_TABLE, AS_CALENDAR = "Tabla por meses", "Calendario por mes"
WITHOUT_LETTERHEAD = "Aquí se lee el texto sin su membrete."
OF_THE_PLAN = ((PLAN_PDF.clave, AS_TABLE), (CALENDARIO_PDF.clave, AS_CALENDAR))


def preview(window: Shell, wanted: str) -> PreviewDialog | None:
    """Show «mapa», «plan» or «word:ID» as it will be on paper; options as in ``exporting.export``."""
    project = window.project
    if project is None:
        return None
    if window.wizard is not None:
        window.wizard.flush()
    pedido = PedidoDocumento.of_text(wanted)
    entrega = delivery(project, personales=pedido.personales)
    if pedido.clave == PLAN.clave:
        title, choices = PLAN.titulo, list(_of_plan(window, pedido, entrega))
    elif pedido.clave == MAPA.clave:
        title, choices = MAPA.titulo, [Printable(MAPA.titulo, lambda: print_map(entrega), f"{MAPA.titulo}.pdf")]
    else:
        return _of_content(window, project, pedido.clave.removeprefix(WORD_PREFIX), entrega)
    return _shown(window, title, choices)


def _shown(window: Shell, title: str, choices: list[Printable]) -> PreviewDialog:
    dialog = PreviewDialog(window, f"Vista previa: {title}", choices)
    dialog.open()
    return dialog


def _of_plan(window: Shell, pedido: PedidoDocumento, entrega: Entrega) -> Iterator[Printable]:
    """Yield the plan as a table and as a calendar: whole, what a filter leaves in sight, for each area or person."""
    repartos = (Reparto.TODO,) if pedido.reparto is Reparto.TODO else (Reparto.TODO, pedido.reparto)
    seleccion = window.wizard.page_of(window.wizard.current_step()).in_sight() if window.wizard else None
    for clave, how in OF_THE_PLAN:
        make = printable(clave, window)
        for reparto in repartos:
            for document in plan_documents(entrega.proyecto, TIPOS[clave], reparto):
                suya = replace(entrega, parte=document.parte)
                title = f"{how} · {document.titulo.partition(': ')[2]}" if document.parte else how
                yield Printable(title, lambda make=make, suya=suya: make(suya), document.archivo)  # type: ignore[misc]  # bound at once
                if reparto is Reparto.TODO and seleccion is not None and seleccion.lineas:
                    yield _in_sight(
                        printable(clave, window, seleccion), f"{how} · {_seen(seleccion)}", document, entrega
                    )


def _in_sight(make: Callable[[Entrega], Impreso], title: str, whole: Documento, entrega: Entrega) -> Printable:
    """Return what a filter leaves in sight, under a name that is not the one of the whole plan."""
    return Printable(title, lambda: make(entrega), f"Selección - {whole.archivo}")


def _seen(seleccion: Seleccion) -> str:
    return f"Lo que se ve ({counted(len(seleccion.lineas))})"


def _of_content(window: Shell, project: Project, identidad: str, entrega: Entrega) -> PreviewDialog | None:
    """Show a content, and say how long it is in Word: there it has its letterhead, and other letters."""
    proyecto: Proyecto = entrega.proyecto
    contenido = proyecto.get(Contenido, identidad)
    if contenido is None:
        return None
    compose, titulo = window.context.services.compose_content, contenido.titulo_breve
    name = documento_de(contenido).archivo.removesuffix(".docx") + ".pdf"
    choice = Printable(titulo, lambda: print_content(titulo, compose(contenido, proyecto), entrega), name)
    dialog = _shown(window, titulo, [choice])
    length = PageLength(window.context.services, project)
    length.setParent(dialog)

    def tell() -> None:
        said = length.sentence(contenido, proyecto).replace("\n", ". ").rstrip(".")
        dialog.tell(f"{WITHOUT_LETTERHEAD} {said}.")

    length.measured.connect(tell)
    tell()
    return dialog
