"""Manual, glossary and shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextBrowser, QWidget

from promueve_gui.gui.dialogs.frame import PlainDialog
from promueve_gui.gui.dialogs.manual import ManualDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.gui.context import Context

SHORTCUTS: tuple[tuple[str, str], ...] = (
    ("Ctrl+0 … Ctrl+6", "Ir a Inicio, a los pasos 1 a 5 y a Entregables"),
    ("Alt+← y Alt+→", "Página anterior y siguiente"),
    ("Ctrl+K", "Buscar en todo el proyecto"),
    ("Ctrl+Z y Ctrl+Y", "Deshacer y rehacer, también después de cerrar"),
    ("Insert", "Agregar un registro a la lista"),
    ("Entrar", "Abrir la ficha del registro"),
    ("F2", "Editar la celda en la lista"),
    ("Esc", "Cerrar la ficha"),
    ("Supr", "Retirar los registros elegidos"),
    ("Ctrl+C y Ctrl+V", "Copiar y pegar renglones, también de Excel y hacia Excel"),
    ("Ctrl+Mayús+V", "Pegar como renglones nuevos"),
    ("Ctrl+B y Ctrl+I", "Negrita y cursiva, al escribir un contenido"),
    ("Ctrl+Mayús+B y Ctrl+Mayús+N", "Lista y lista numerada, al escribir un contenido"),
    ("Ctrl+Mayús+T y Ctrl+Mayús+L", "Subtítulo y liga, al escribir un contenido"),
    ("Ctrl+Mayús+D", "Insertar un dato del proyecto, al escribir un contenido"),
    ("1, 2, 3 y 4", "Decidir sobre lo elegido en los archivos devueltos y en las dudas"),
    ("Alt+1 … Alt+5", "En el plan: tabla, mes, agenda, línea de tiempo y tablero"),
    ("Ctrl+F", "En el plan: buscar en las actividades"),
    ("Ctrl+D", "En el plan: mover la actividad a una fecha"),
    ("Ctrl+R y Ctrl+B", "En el plan: repetir la actividad; darle el visto bueno, o retirarlo"),
    ("Ctrl+T", "En el plan: escribir el contenido de la actividad, o ir a él"),
    ("Alt+↑ y Alt+↓", "En las láminas de una presentación: subir y bajar la elegida"),
    ("Ctrl+flechas", "En las vistas del plan: mover la actividad de día, de carril o de estado"),
    ("Ctrl+Mayús+flechas", "En la línea de tiempo: alargar o acortar la actividad"),
    ("Retroceso", "En las vistas del plan: quitarle la fecha a la actividad"),
    ("Re Pág y Av Pág", "En la cuadrícula de poder e interés: pasar de un grupo a otro"),
    ("X y P", "En la matriz de valor: marcar o desmarcar (también Espacio); aceptar lo propuesto"),
    ("A y E", "En las propuestas: aceptar; aceptar y editar (Supr las descarta)"),
    ("Ctrl+I", "Importar un plan, inventario o catálogo"),
    ("Ctrl+E", "Exportar todos los documentos"),
    ("Ctrl+P", "Ver el plan como quedará en papel, e imprimirlo"),
    ("Ctrl+N, Ctrl+O y Ctrl+W", "Nuevo proyecto, abrir y cerrar proyecto"),
    ("F1", "Mostrar u ocultar la guía"),
    ("Mayús+F1", "Manual"),
    ("Ctrl+F1", "Esta hoja de atajos"),
    ("Ctrl+Q", "Salir"),
)


def show_manual(parent: QWidget, context: Context) -> None:
    """Show the manual."""
    ManualDialog(parent, context).open()


def show_glossary(parent: QWidget, context: Context) -> None:
    """Show the words of the Guía and of the program."""
    lines = [f"**{termino.termino}.** {termino.definicion}" for termino in context.services.textos.glosario]
    _show_markdown(parent, "Glosario", "\n\n".join(lines))


def show_shortcuts(parent: QWidget, context: Context) -> None:
    """Show the sheet of shortcuts."""
    del context
    _show_markdown(parent, "Atajos del teclado", _markdown_table(SHORTCUTS))


def _show_markdown(parent: QWidget, title: str, text: str) -> None:
    """Show a text of our own; what users write never comes here."""
    dialog = PlainDialog(parent, title, 780, 620)
    browser = QTextBrowser()
    browser.setAccessibleName(title)
    browser.setOpenLinks(False)
    browser.setMarkdown(text)
    dialog.body.addWidget(browser, 1)
    browser.setFocus()
    dialog.open()


def _markdown_table(rows: Sequence[tuple[str, str]]) -> str:
    return "\n".join(["| Teclas | Qué hace |", "|---|---|", *(f"| **{keys}** | {what} |" for keys, what in rows)])
