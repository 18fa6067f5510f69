"""From a line of the plan to its content: begun with all that is known, or gone to when it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.plan.vistas.line_menu import make_line_menu
from promueve_gui.gui.pasos.plan.vistas.lines_panel import VIEWS
from tests.gui.pasos.plan.vistas.conftest import MARTES
from tests.gui.pasos.plan.vistas.seen import texts, trigger

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.project import Project


def content(project: Project) -> Contenido:
    (found,) = project.proyecto.activos(Contenido)
    return found


def test_a_content_begins_from_its_line_with_all_that_is_known(
    panel: LinesPanel, project: Project, qtbot: QtBot
) -> None:
    menu = make_line_menu(panel, panel.desk, ["boletin"])
    with qtbot.waitSignal(panel.jump_asked) as asked:
        trigger(menu, "Escribir su contenido")
    written = content(project)
    assert asked.args == ["contenido", written.id, "nombre"]
    assert (written.tipo, written.linea, written.conjuntos) == (TipoContenido.BOLETIN, "boletin", ("aforos",))
    assert (written.fecha, written.numero) == (MARTES, "001/2026")
    assert "Periodistas" in written.notas
    project.undo()
    assert project.proyecto.activos(Contenido) == []


def test_a_line_with_a_content_goes_to_it(panel: LinesPanel, project: Project, qtbot: QtBot) -> None:
    panel.desk.actions.write_content("boletin")
    assert "Ir a su contenido" in texts(make_line_menu(panel, panel.desk, ["boletin"]))
    with qtbot.waitSignal(panel.jump_asked) as asked:
        panel.desk.actions.write_content("boletin")
    assert asked.args == ["contenido", content(project).id, "nombre"]


def test_a_key_writes_the_content_in_every_view(panel: LinesPanel, project: Project, qtbot: QtBot) -> None:
    for place in range(len(VIEWS)):
        panel.switch.choose_place(place)
        panel.view.select("boletin")
        panel.take_focus()
        with qtbot.waitSignal(panel.jump_asked):
            QTest.keyClick(panel.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        assert content(project).linea == "boletin"


def test_the_card_tells_of_the_content(panel: LinesPanel, project: Project) -> None:
    panel.show_record("boletin")
    note = panel.notes.content
    assert note.text.text() == "✎ Sin contenido todavía"
    note.do.click()
    titulo = content(project).nombre
    assert note.text.text() == f"✎ Contenido: «{titulo}» · Borrador"
    assert note.do.text() == "Ir a él"
    project.edit("Estado", [cambio(content(project), estado=EstadoContenido.EN_REVISION)])
    assert note.text.text().endswith("· En revisión")
    project.edit("Sin estado", [cambio(content(project), estado=None)])
    assert note.text.text() == f"✎ Contenido: «{titulo}»"


def test_reading_only_goes_to_what_there_is_and_writes_nothing(read_only_panel: LinesPanel) -> None:
    jumps: list[str] = []
    read_only_panel.jump_asked.connect(lambda entidad, *_: jumps.append(entidad))
    read_only_panel.desk.actions.write_content("boletin")
    read_only_panel.desk.actions.write_content("nadie")
    assert jumps == []
    assert read_only_panel.desk.project.proyecto.activos(Contenido) == []
