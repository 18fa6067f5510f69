from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabWidget

from promueve_gui.application.answers import ABIERTAS, EstadoRespuesta
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.institucion import DiaInhabil, Perfil
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.vocabularios import ComputoDias, Desenlace
from tests.gui.conftest import HOY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.recomendaciones.page import RecomendacionesPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def shown(page: RecomendacionesPage) -> list[str]:
    return [registro.id for registro in page.received.list.model.registros()]


def cells(page: RecomendacionesPage, column: str) -> list[str]:
    model = page.received.list.model
    place = model.columns.index(column)
    return [model.index(row, place).data() for row in range(model.rowCount())]


def labels(page: RecomendacionesPage) -> list[str]:
    return [label.text() for label in page.findChildren(QPushButton)]


def test_the_most_urgent_comes_first_with_sign_and_words(page: RecomendacionesPage) -> None:
    assert shown(page) == ["r2", "r4", "r3", "r1"]
    assert cells(page, "situacion") == ["✕ Vencida", "! Por vencer", "○ Abierta", "✓ Respondida a tiempo"]
    assert cells(page, "vence") == ["31/10/2026", "21/11/2026", "10/12/2026", "04/03/2026"]


def test_without_reception_there_is_no_deadline(page: RecomendacionesPage, project: Project) -> None:
    project.edit("Registrar", [alta(Recomendacion(id="r5", folio="R-2026-005"))])
    assert cells(page, "vence")[-1] == ""
    assert cells(page, "situacion")[-1] == "? Sin fecha"


def test_the_page_says_how_days_are_counted_and_follows_the_profile(
    page: RecomendacionesPage, project: Project, qtbot: QtBot
) -> None:
    assert page.term.text().startswith("Plazo para responder: 30 días naturales.")
    perfil = project.proyecto.unico(Perfil)
    assert perfil is not None
    project.edit("Cambiar cómputo", [cambio(perfil, computo_dias=ComputoDias.HABILES)])
    assert page.term.text().startswith("Plazo para responder: 30 días hábiles.")
    assert cells(page, "vence")[0] == "12/11/2026"  # 30 working days after 1 October
    project.edit("Agregar cierre", [alta(DiaInhabil(id="d", fecha=date(2026, 10, 2), motivo="Mudanza"))])
    assert cells(page, "vence")[0] == "13/11/2026"  # one day later
    with qtbot.waitSignal(page.action_asked) as asked:
        next(b for b in page.findChildren(QPushButton) if b.text() == "Cambiar en el perfil").click()
    assert asked.args == ["perfil"]


def test_open_and_answered_can_be_filtered(page: RecomendacionesPage) -> None:
    page.state_filter.choose(ABIERTAS)
    assert shown(page) == ["r2", "r4", "r3"]
    page.state_filter.choose(frozenset({EstadoRespuesta.A_TIEMPO}))
    assert shown(page) == ["r1"]
    page.received.list.show_record("r2")  # what the filter hides is brought back
    assert len(shown(page)) == 4
    assert page.state_filter.choice is None


def test_a_new_recommendation_has_the_next_folio_and_is_of_today(page: RecomendacionesPage, project: Project) -> None:
    page.received.list.add_button.click()
    nueva = project.proyecto.activos(Recomendacion)[-1]
    assert (nueva.folio, nueva.fecha_recepcion) == ("R-2026-005", HOY)
    assert page.received.form.record_id == nueva.id


def test_what_proceeds_takes_its_date_to_the_dataset(page: RecomendacionesPage, project: Project) -> None:
    abierta = project.proyecto.get(Recomendacion, "r3")
    assert abierta is not None
    project.edit(
        "Responder",
        [cambio(abierta, conjunto="c", desenlace=Desenlace.PROCEDE, fecha_estimada=date(2027, 1, 15))],
    )
    conjunto = project.proyecto.get(ConjuntoDatos, "c")
    assert conjunto is not None
    assert conjunto.fecha_compromiso == date(2027, 1, 15)


def test_an_answer_that_lacks_its_basis_is_told_in_the_form(
    page: RecomendacionesPage, project: Project, qtbot: QtBot
) -> None:
    abierta = project.proyecto.get(Recomendacion, "r3")
    assert abierta is not None
    page.show_record("recomendacion", "r3", "desenlace")
    project.edit("Responder", [cambio(abierta, desenlace=Desenlace.NO_PROCEDE)])
    qtbot.waitUntil(lambda: any("fundamento legal" in said for said in page.received.hints.sentences()))


def test_the_improvements_of_the_chosen_recommendation_come_first(page: RecomendacionesPage) -> None:
    page.show_record("recomendacion", "r1", "")
    assert [r.id for r in page.improvements.list.model.registros()] == ["a2", "a1"]
    page.show_record("recomendacion", "r2", "")
    assert [r.id for r in page.improvements.list.model.registros()] == ["a1", "a2"]
    page.received.list.search.setText("nada se llama así")
    page.received.list.model.set_query("nada se llama así")
    assert len(page.improvements.list.model.registros()) == 2


def test_an_improvement_begins_in_its_recommendation(page: RecomendacionesPage, project: Project) -> None:
    page.show_record("recomendacion", "r1", "")
    page.actions_box.add_button.click()
    nueva = project.proyecto.activos(AccionMejora)[-1]
    assert (nueva.recomendacion, nueva.conjunto, nueva.fecha_compromiso) == ("r1", "c", date(2026, 12, 1))
    tabs = cast("QTabWidget", page.findChild(QTabWidget))
    assert tabs.tabText(tabs.currentIndex()) == "Acciones de mejora"
    assert page.improvements.form.record_id == nueva.id


def test_the_form_lists_improvements_and_leads_to_them(page: RecomendacionesPage) -> None:
    page.show_record("recomendacion", "r2", "")
    (line,) = page.actions_box.lines
    link = cast("QPushButton", line.findChild(QPushButton))
    assert link.text() == "Corregir la URL"
    link.click()
    assert page.improvements.form.record_id == "a1"


def test_without_a_recommendation_nothing_is_promised(page: RecomendacionesPage, project: Project) -> None:
    page.actions_box.add_button.click()
    page.add_action("nadie")
    assert len(project.proyecto.activos(AccionMejora)) == 2


def test_the_picture_tells_states_and_ages_and_is_saved(
    page: RecomendacionesPage, messages: Answers, tmp_path: Path
) -> None:
    tabs = cast("QTabWidget", page.findChild(QTabWidget))
    tabs.setCurrentIndex(2)
    words = page.overview.chart.accessibleName()
    assert "Vencida: 1 (más de 30 días: 1)" in words
    assert "Respondida a tiempo: 1 (de 16 a 30 días: 1)" in words
    messages.answer(tmp_path / "panorama.png")
    QTest.mouseClick(page.overview.save_button, Qt.MouseButton.LeftButton)
    assert QImage(str(tmp_path / "panorama.png")).width() > 400


def test_the_picture_follows_what_is_answered(page: RecomendacionesPage, project: Project, qtbot: QtBot) -> None:
    tabs = cast("QTabWidget", page.findChild(QTabWidget))
    tabs.setCurrentIndex(2)
    vencida = project.proyecto.get(Recomendacion, "r2")
    assert vencida is not None
    project.edit("Responder", [cambio(vencida, fecha_respuesta=HOY)])
    assert "! Respuesta incompleta" in cells(page, "situacion")
    respondida = project.proyecto.get(Recomendacion, "r2")
    assert respondida is not None
    dicho = {"respuesta": "No se puede.", "desenlace": Desenlace.NO_PROCEDE, "fundamento": "Artículo aplicable."}
    project.edit("Completar", [cambio(respondida, **dicho)])
    qtbot.waitUntil(lambda: "Respondida tarde: 1" in page.overview.chart.accessibleName())


def test_an_empty_project_offers_the_first_step(
    make_page: Callable[[Project], RecomendacionesPage], empty_project: Project
) -> None:
    page = make_page(empty_project)
    assert "Agregue la primera" in labels(page)
    page.received.list.add()
    assert empty_project.proyecto.activos(Recomendacion)[0].folio == "R-2026-001"
