from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from promueve_gui.application.content_flow import EstadoRevision
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.cards import two_lines
from promueve_gui.gui.pasos.contenidos.content_model import ContentModel
from promueve_gui.gui.pasos.contenidos.content_reviews import ContentReviews
from promueve_gui.gui.pasos.contenidos.first_content import FirstContent
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.gui.desk import type_text
from tests.gui.modal import when_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def shown(page: ContenidosPage) -> list[str]:
    return [registro.id for registro in page.contents.model.registros()]


def test_the_model_keeps_what_qt_expects(context: Context, project: Project) -> None:
    model = ContentModel(project, ContentReviews(context, project))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    actual = project.proyecto.get(Contenido, "mensaje")
    assert actual is not None
    project.edit("Cambiar título", [cambio(actual, nombre="Otro")])
    project.undo()
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.data(model.index(-1, 0)) is None
    assert tester.model() is model


def test_a_card_says_everything_in_words(context: Context, project: Project) -> None:
    model = ContentModel(project, ContentReviews(context, project))
    words = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    head = "Camas por habitante\nEstudio · Borrador\nCumple la revisión\n"
    assert words == head + "R2 cumple, R4 cumple, R5 cumple, R6 cumple"
    assert model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Por definir\nSin tipo · Borrador")


def test_each_rule_says_how_it_stands_with_its_citation(page: ContenidosPage, project: Project) -> None:
    project.edit("Citar", [alta(CitaGuia(id="r7", clave="R7", cita="Paso 3, edición 2015"))])
    row = page.contents.model.row_of("historia")
    tip = page.contents.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "R7 · Coordinación con el órgano rector: falta<br>Falta coordinar" in tip
    assert "Paso 3, edición 2015" in tip


def test_coordination_is_missing_before_approval_too(page: ContenidosPage, project: Project) -> None:
    historia = project.proyecto.get(Contenido, "historia")
    assert historia is not None
    project.edit("Devolver", [cambio(historia, estado=EstadoContenido.BORRADOR)])
    words = page.contents.model.index(page.contents.model.row_of("historia"), 0).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert words.endswith("R7 falta")


def test_the_table_has_a_column_for_each_rule(page: ContenidosPage, project: Project) -> None:
    page.as_table.click()
    model = page.panels["contenido"][0].list.model
    titles = [model.label(column) for column in range(3, 8)]
    assert titles == ["R2 · Público", "R4 · URL", "R5 · Contacto", "R6 · Estructura", "R7 · Coordinación"]
    rows = {registro.id: place for place, registro in enumerate(model.registros())}

    def said(identidad: str) -> list[str]:
        return [model.index(rows[identidad], column).data() for column in range(3, 8)]

    assert said("estudio") == ["✓ Cumple", "✓ Cumple", "✓ Cumple", "✓ Cumple", "No aplica"]
    assert said("mensaje")[1] == "! Falta"
    assert said("historia")[4] == "! Falta"
    conjunto = project.proyecto.get(ConjuntoDatos, "c")
    assert conjunto is not None
    project.edit("Cambiar acceso", [cambio(conjunto, acceso=Acceso.PRIVADO)])
    assert said("estudio")[0] == "! Falta"
    model.sort(4, Qt.SortOrder.AscendingOrder)
    assert model.registro(0).id == "mensaje"


def test_the_sign_follows_what_the_rules_look_at(page: ContenidosPage, project: Project) -> None:
    completo = project.proyecto.get(Contenido, "estudio")
    conjunto = project.proyecto.get(ConjuntoDatos, "c")
    assert completo is not None
    assert conjunto is not None
    assert page.contents.model.revision(completo) is EstadoRevision.CUMPLE
    project.edit("Cambiar acceso", [cambio(conjunto, acceso=Acceso.PRIVADO)])
    assert page.contents.model.revision(completo) is EstadoRevision.FALTA


def test_an_empty_project_offers_the_six_types(
    make_page: Callable[[Project], ContenidosPage], empty_project: Project
) -> None:
    page = make_page(empty_project)
    first = page.findChild(FirstContent)
    assert isinstance(first, FirstContent)
    first.buttons[TipoContenido.BOLETIN].click()
    (nuevo,) = empty_project.proyecto.activos(Contenido)
    assert (nuevo.tipo, nuevo.numero) == (TipoContenido.BOLETIN, "001/2026")
    assert page.editor.record_id == nuevo.id


def test_a_new_content_starts_with_what_is_known(page: ContenidosPage, project: Project) -> None:
    page.contents.add_button.click()
    assert page.contents.add_menu.isVisible()
    page.contents.add_menu.actions()[3].trigger()
    page.contents.add_menu.close()
    nuevo = project.proyecto.activos(Contenido)[-1]
    assert (nuevo.tipo, nuevo.correo_contacto) == (TipoContenido.HISTORIA, "datos@ejemplo.gob.mx")
    assert page.editor.record_id == nuevo.id
    project.undo()
    assert page.editor.record_id != nuevo.id


def test_search_and_filters_narrow_the_cards(page: ContenidosPage, qtbot: QtBot) -> None:
    type_text(page.contents.search, "clínica")
    qtbot.waitUntil(lambda: shown(page) == ["historia"])
    assert page.contents.count.text() == "1 de 4 contenidos"
    page.contents.clear()
    page.contents.tipos.choose(TipoContenido.REDES)
    assert shown(page) == ["mensaje"]
    assert page.contents.tipos.accessibleDescription() == "Redes sociales"
    page.contents.estados.choose(EstadoContenido.PUBLICADO)
    assert shown(page) == []
    page.contents.clear()
    assert len(shown(page)) == 4


def test_what_is_open_stays_open_where_a_search_leaves_it_in_sight(page: ContenidosPage, qtbot: QtBot) -> None:
    page.contents.show_record("estudio")
    type_text(page.contents.search, "clínica")
    qtbot.waitUntil(lambda: page.contents.model.narrowed)
    assert page.contents.view.current_record() is None
    page.contents.clear()
    first = page.contents.model.registro(0)
    page.contents.show_record(first.id)
    for text in (first.titulo, ""):
        page.contents.search.setText(text)
        qtbot.waitUntil(lambda text=text: page.contents.model.narrowed is bool(text))  # type: ignore[misc]  # bound at once
        assert page.contents.view.current_record() == first
        assert page.editor.form is not None
        assert page.editor.form.record_id == first.id


def test_a_jump_clears_what_hides_the_content(page: ContenidosPage) -> None:
    page.contents.tipos.choose(TipoContenido.REDES)
    assert page.contents.show_record("historia")
    assert page.editor.record_id == "historia"
    assert not page.contents.show_record("nadie")


def test_withdrawing_asks_for_a_reason_and_can_be_undone(
    page: ContenidosPage, project: Project, messages: Answers
) -> None:
    page.contents.show_record("mensaje")
    page.contents.view.setFocus()
    messages.answer("", "Ya no hace falta")
    QTest.keyClick(page.contents.view, Qt.Key.Key_Delete)
    assert len(project.proyecto.activos(Contenido)) == 4
    QTest.keyClick(page.contents.view, Qt.Key.Key_Delete)
    assert "mensaje" not in shown(page)
    retirado = project.proyecto.get(Contenido, "mensaje")
    assert retirado is not None
    assert retirado.retirado == "Ya no hace falta"
    project.undo()
    assert "mensaje" in shown(page)


def test_several_are_withdrawn_together(page: ContenidosPage, project: Project, messages: Answers) -> None:
    page.contents.view.selectAll()
    messages.answer("Fin del programa")
    page.contents.withdraw()
    assert project.proyecto.activos(Contenido) == []
    assert messages.said == ["Retirar 4 contenidos"]


def test_arrows_choose_and_enter_writes(page: ContenidosPage) -> None:
    page.contents.view.setFocus()
    QTest.keyClick(page.contents.view, Qt.Key.Key_Down)
    assert page.editor.record_id == "mensaje"
    QTest.keyClick(page.contents.view, Qt.Key.Key_Return)
    assert page.editor.form is not None
    assert page.editor.form.editor("nombre").focusProxy() is page.focusWidget()
    QTest.keyClick(page.contents.view, Qt.Key.Key_Home)
    assert page.editor.record_id == "estudio"


def test_the_menu_of_the_right_button(page: ContenidosPage) -> None:
    page.contents.view.customContextMenuRequested.emit(page.contents.view.rect().center())
    menus = [menu for menu in page.contents.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text().split("\t")[0] for action in menus[0].actions()]
    outputs = ["Vista previa…", "Exportar como", "Copiar como HTML", "Copiar como texto"]
    assert texts == ["Escribir", "Retirar…", "", *outputs]
    menus[0].close()


def test_reading_only_offers_nothing_that_writes(
    make_page: Callable[[Project], ContenidosPage], open_project: Callable[..., Project]
) -> None:
    project = open_project(Contenido(id="a", nombre="Nota"), read_only=True)
    page = make_page(project)
    assert not page.contents.add_button.isEnabled()
    page.contents.withdraw()
    assert len(project.proyecto.activos(Contenido)) == 1
    assert page.contents.add(TipoContenido.REDES) is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Camas", ("Camas", "")),
        ("Camas por habitante", ("Camas por", "habitante")),
        ("Otorrinolaringología para todos", ("Otorrinolaringología", "para todos")),
        ("", ("", "")),
    ],
)
def test_a_title_breaks_between_words(text: str, lines: tuple[str, str]) -> None:
    assert two_lines(text, 10, len) == lines


LINEA = LineaPlan(id="l", nombre="Camas en redes", conjunto="c", tipo_contenido=TipoContenido.ESTUDIO)


def choose_first(dialog: PickerDialog) -> None:
    dialog.list.setCurrentRow(0)
    dialog.accept()


def pick(page: ContenidosPage, qtbot: QtBot) -> None:
    """Ask for a line and choose the only one."""
    timer = when_asked(PickerDialog, choose_first)
    page.contents.add_menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: not timer.isActive())


def of_line(project: Project) -> list[Contenido]:
    return [contenido for contenido in project.proyecto.activos(Contenido) if contenido.linea == "l"]


def test_a_content_begins_from_a_line_of_the_plan(
    page: ContenidosPage, project: Project, messages: Answers, qtbot: QtBot
) -> None:
    project.edit("Planear", [alta(LINEA)])
    pick(page, qtbot)
    (nuevo,) = of_line(project)
    assert (nuevo.tipo, nuevo.conjuntos, nuevo.nombre) == (TipoContenido.ESTUDIO, ("c",), "Estudio: Camas censables")
    assert nuevo.correo_contacto == "datos@ejemplo.gob.mx"
    assert page.editor.record_id == nuevo.id
    page.contents.show_record("mensaje")
    messages.answer(0, -1, 1)
    pick(page, qtbot)
    assert page.editor.record_id == nuevo.id
    assert messages.said == ["«Camas en redes» ya tiene el contenido «Estudio: Camas censables»."]
    pick(page, qtbot)
    assert len(of_line(project)) == 1
    pick(page, qtbot)
    assert len(of_line(project)) == 2


def test_thinking_better_of_a_line_begins_nothing(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    timer = when_asked(PickerDialog, lambda dialog: dialog.reject())
    page.contents.ask_line()
    qtbot.waitUntil(lambda: not timer.isActive())
    assert len(project.proyecto.activos(Contenido)) == 4


def test_an_empty_page_offers_the_plan_too(
    make_page: Callable[[Project], ContenidosPage], empty_project: Project, qtbot: QtBot
) -> None:
    empty_project.edit("Planear", [alta(LineaPlan(id="l", nombre="Camas"))])
    page = make_page(empty_project)
    first = page.findChild(FirstContent)
    assert isinstance(first, FirstContent)
    timer = when_asked(PickerDialog, choose_first)
    first.from_plan.click()
    qtbot.waitUntil(lambda: not timer.isActive())
    assert [contenido.linea for contenido in empty_project.proyecto.activos(Contenido)] == ["l"]
