from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabWidget

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.difusion import AvisoAltoValor, Publicacion
from promueve_gui.domain.vocabularios import TipoEvento
from tests.gui.conftest import HOY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.promocion.page import PromocionPage
    from promueve_gui.gui.project import Project


def tab(page: PromocionPage) -> str:
    tabs = cast("QTabWidget", page.findChild(QTabWidget))
    return tabs.tabText(tabs.currentIndex())


def test_each_record_has_its_tab(page: PromocionPage) -> None:
    for entidad, identidad, name in (
        ("solicitud_comunicacion", "s", "Solicitudes"),
        ("acuerdo", "a", "Acuerdos"),
        ("publicacion", "abril", "Bitácora de difusión"),
        ("aviso_alto_valor", "", "Avisos de alto valor"),
        ("evidencia", "", "Bitácora de difusión"),
    ):
        page.show_record(entidad, identidad, "")
        assert tab(page) == name


def test_a_dataset_without_notice_is_told_and_gets_one(page: PromocionPage, project: Project, qtbot: QtBot) -> None:
    page.show_record("aviso_alto_valor", "", "")
    qtbot.waitUntil(page.notices.pending.isVisible)
    (line,) = page.notices.lines
    write = cast("QPushButton", line.findChild(QPushButton))
    write.click()
    (aviso,) = project.proyecto.activos(AvisoAltoValor)
    assert (aviso.asunto, aviso.conjunto, aviso.fecha) == ("Publicación de alto valor: Red de caminos", "c", None)
    assert page.notices.panel.form.record_id == aviso.id
    page.notices.write_notice("c")
    assert project.proyecto.activos(AvisoAltoValor) == [aviso]


def test_a_dated_notice_takes_the_line_away(page: PromocionPage, project: Project, qtbot: QtBot) -> None:
    page.show_record("aviso_alto_valor", "", "")
    qtbot.waitUntil(page.notices.pending.isVisible)
    project.edit("Avisar", [alta(AvisoAltoValor(id="n", asunto="Aviso", conjunto="c", fecha=HOY))])
    qtbot.waitUntil(page.notices.pending.isHidden)


def test_many_missing_notices_are_summed_up(page: PromocionPage, project: Project, qtbot: QtBot) -> None:
    otros = [
        ConjuntoDatos(id=f"c{n}", nombre=f"Conjunto {n}", alto_valor=True, fecha_publicacion=HOY) for n in range(5)
    ]
    project.edit("Agregar conjuntos", [alta(conjunto) for conjunto in otros])
    qtbot.waitUntil(lambda: len(page.notices.lines) == 5)
    assert page.notices.lines[-1].property("text") == "…y 2 más"


def test_a_request_is_attended_from_its_form(page: PromocionPage, project: Project) -> None:
    model = page.requests.panel.list.model
    column = model.columns.index("atencion")
    assert model.index(0, column).data() == "! Falta comunicar"
    page.show_record("solicitud_comunicacion", "s", "")
    page.requests.attend.click()
    nueva = project.proyecto.activos(Publicacion)[-1]
    assert (nueva.nombre, nueva.solicitud, nueva.fecha) == ("Difundir cierres", "s", HOY)
    assert tab(page) == "Bitácora de difusión"
    assert page.log.panel.form.record_id == nueva.id
    assert model.index(0, column).data() == "✓ Atendida"


def test_a_new_request_is_of_today(page: PromocionPage, project: Project) -> None:
    nueva = page.requests.panel.list.add()
    assert nueva is not None
    registro = project.proyecto.registro("solicitud_comunicacion", nueva)
    assert getattr(registro, "fecha", None) == HOY


def test_round_tables_say_how_each_document_stands(page: PromocionPage) -> None:
    table = page.round_tables.table
    texts = [item.text() for column in range(7) if (item := table.item(0, column)) is not None]
    assert texts == ["Mesa de caminos", "01/06/2026", "Falta", "Listo", "Falta", "Falta", "Falta"]
    agenda = table.item(0, 3)
    assert agenda is not None
    assert agenda.data(Qt.ItemDataRole.AccessibleTextRole) == "Agenda: listo, Mesa de caminos"


def test_a_document_leads_to_where_it_is_filled_in(page: PromocionPage, qtbot: QtBot) -> None:
    page.show_record("acuerdo", "", "")
    tabs = cast("QTabWidget", page.findChild(QTabWidget))
    tabs.setCurrentIndex(3)
    table = page.round_tables.table
    table.setFocus()
    table.setCurrentCell(0, 4)
    with qtbot.waitSignal(page.jump_asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["evento", "m", "asistencia"]


def test_a_new_round_table_is_opened_where_events_are(page: PromocionPage, project: Project, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.jump_asked) as asked:
        page.round_tables.new_button.click()
    nueva = project.proyecto.activos(Evento)[-1]
    assert nueva.tipo is TipoEvento.MESA_REDONDA
    assert asked.args == ["evento", nueva.id, "nombre"]
    assert page.round_tables.table.rowCount() == 2


def test_an_empty_project_explains_each_tab(
    make_page: Callable[[Project], PromocionPage], empty_project: Project
) -> None:
    page = make_page(empty_project)
    tabs = cast("QTabWidget", page.findChild(QTabWidget))
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        assert any("Agregue" in b.text() for b in tabs.currentWidget().findChildren(QPushButton) if b.isVisible())
