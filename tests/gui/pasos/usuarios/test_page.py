from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.gui.pasos.usuarios.catalogue_dialog import CatalogueDialog
from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
from promueve_gui.gui.widgets.linked_box import LinkedBox
from promueve_gui.gui.widgets.parts import LongLink

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.task_runner import TaskRunner
    from tests.gui.answers import Answers


def tabs(page: UsuariosPage) -> QTabWidget:
    return cast("QTabWidget", page.findChild(QTabWidget))


def test_tabs_count_their_records(page: UsuariosPage, project: Project) -> None:
    assert [tabs(page).tabText(place) for place in range(3)] == ["Grupos (4)", "Uso de los datos (0)", "Contactos (0)"]
    project.edit("Nuevo contacto", [alta(Contacto(id="c", nombre="Ana Luz", grupo="prensa"))])
    assert tabs(page).tabText(2) == "Contactos (1)"


def test_an_empty_project_explains_itself(make_page: Callable[[Project], UsuariosPage], empty_project: Project) -> None:
    page = make_page(empty_project)
    page.panels["grupo_usuarios"][0].list.add()
    assert len(empty_project.proyecto.activos(GrupoUsuarios)) == 1


def test_a_jump_shows_the_record_on_its_tab(page: UsuariosPage, project: Project) -> None:
    project.edit("Nuevo contacto", [alta(Contacto(id="c", nombre="Ana Luz", grupo="prensa"))])
    page.show_record("contacto", "c", "correo")
    assert tabs(page).currentIndex() == 2
    assert page.panels["contacto"][0].form.record_id == "c"


def test_gaps_are_counted_and_lead_to_their_record(page: UsuariosPage, qtbot: QtBot) -> None:
    strip = page.gaps
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert strip.text.text() == "1 cosa por resolver"  # a group without class
    with qtbot.waitSignal(page.jump_asked) as asked:
        strip.see.click()
    assert asked.args == ["grupo_usuarios", "escuelas", "clase"]


def test_typical_groups_are_ticked_and_added_together(page: UsuariosPage, project: Project, qtbot: QtBot) -> None:
    page.typical.click()
    dialog = page.findChild(CatalogueDialog)
    assert isinstance(dialog, CatalogueDialog)
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.list.itemActivated.emit(dialog.list.item(1))
    assert "2 por agregar" in dialog.count.text()
    dialog.accept()
    nuevos = project.proyecto.activos(GrupoUsuarios)[4:]
    assert len(nuevos) == 2
    assert {grupo.area for grupo in nuevos} == {"area"}  # the only one there is
    project.undo()
    assert len(project.proyecto.activos(GrupoUsuarios)) == 4


def test_the_catalogue_keeps_ticks_through_search_and_class(
    context: Context, project: Project, page: UsuariosPage, qtbot: QtBot
) -> None:
    dialog = CatalogueDialog(page, context, project)
    qtbot.addWidget(dialog)
    everything = dialog.list.count()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.search.setText("transparencia")
    assert 0 < dialog.list.count() < everything
    dialog.search.clear()
    dialog.kind.setCurrentIndex(3)
    assert 0 < dialog.list.count() < everything
    dialog.kind.setCurrentIndex(0)
    assert dialog.list.item(0).checkState() is Qt.CheckState.Checked
    dialog.list.itemActivated.emit(dialog.list.item(0))
    assert "por agregar" not in dialog.count.text()


def test_groups_that_exist_cannot_be_ticked(
    context: Context, project: Project, page: UsuariosPage, qtbot: QtBot
) -> None:
    name = context.services.textos.grupos_tipicos[0].nombre
    project.edit("Nuevo grupo", [alta(GrupoUsuarios(id="ya", nombre=name.upper()))])
    dialog = CatalogueDialog(page, context, project)
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).flags() == Qt.ItemFlag.NoItemFlags
    assert "Ya está en la lista" in dialog.list.item(0).text()


def test_a_read_only_project_offers_no_catalogue(
    make_page: Callable[[Project], UsuariosPage], open_project: Callable[..., Project]
) -> None:
    page = make_page(open_project(read_only=True))
    assert not page.typical.isEnabled()


def test_a_page_that_is_gone_hears_of_nothing(
    context: Context, messages: Answers, runner: TaskRunner, project: Project, qtbot: QtBot
) -> None:
    gone = UsuariosPage(context, project, messages, runner, USUARIOS)
    for place in range(gone.pages.count()):
        gone.pages.build(place)
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    with qtbot.captureExceptions() as errors, qtbot.waitSignal(project.reviewed):
        project.edit("Agregar", [alta(GrupoUsuarios(id="otro", nombre="Otro"))])
    assert errors == []


def test_tools_and_events_of_a_group_stand_under_its_fields(page: UsuariosPage, project: Project) -> None:
    project.edit(
        "Nuevos",
        [
            alta(Herramienta(id="visor", nombre="Visor", grupos=("prensa",))),
            alta(Evento(id="feria", nombre="Feria", grupos=("prensa", "senado"))),
        ],
    )
    panel = page.panels["grupo_usuarios"][0]
    panel.show_record("prensa")
    asked: list[tuple[str, str, str]] = []
    page.jump_asked.connect(lambda *where: asked.append(where))
    for box in panel.form.findChildren(LinkedBox):
        (line,) = box.lines
        assert isinstance(line, LongLink)
        line.click()
    assert asked == [("herramienta", "visor", ""), ("evento", "feria", "")]
