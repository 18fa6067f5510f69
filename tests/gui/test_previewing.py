"""«Vista previa» of each document, from its card, from the menu and by name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import ENTREGABLES, PLAN
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Membrete, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import TipoContenido
from promueve_gui.gui.impresion.preview import PreviewDialog
from promueve_gui.gui.pasos.plan.page import PlanPage
from promueve_gui.gui.previewing import AS_CALENDAR, AS_TABLE, WITHOUT_LETTERHEAD, preview
from tests.adapters.word.muestras import MEMBRETES
from tests.gui.desk import shown_dialogs

if TYPE_CHECKING:
    from tests.gui.desk import Desk

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    AreaGeneradora(id="a", nombre="Aguas"),
    Persona(id="p", nombre="Inés Robles", area="a"),
    GrupoUsuarios(id="g", nombre="Pescadores <b>de la ribera</b>", area="a"),
    LineaPlan(id="l", nombre="Mesa con pescadores", persona="p", grupos=("g",), fecha=date(2026, 3, 2)),
    Contenido(id="b", nombre="Nuevos aforos", tipo=TipoContenido.BOLETIN, cuerpo="Se publican los aforos."),
)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    return desk


def looked_at(desk: Desk, dialog: PreviewDialog | None) -> str:
    """Return what the first page of a dialog says once it is ready, and close it."""
    assert dialog is not None
    desk.qtbot.waitUntil(dialog.save.isEnabled)
    said = dialog.view.accessibleDescription()
    dialog.reject()
    desk.settle()
    return said


def test_the_plan_is_looked_at_as_a_table_and_as_a_calendar(opened: Desk) -> None:
    dialog = preview(opened.window, "plan")
    assert dialog is not None
    assert [dialog.which.itemText(n) for n in range(dialog.which.count())] == [AS_TABLE, AS_CALENDAR]
    opened.qtbot.waitUntil(dialog.save.isEnabled)
    assert "Mesa con pescadores" in dialog.view.accessibleDescription()
    assert "Pescadores <b>de la" in dialog.view.accessibleDescription()
    assert "Inés" not in dialog.view.accessibleDescription()
    dialog.which.setCurrentIndex(1)
    opened.qtbot.waitUntil(lambda: dialog.ready and "Marzo de 2026" in dialog.view.accessibleDescription())
    dialog.reject()
    opened.settle()


def test_data_of_persons_are_shown_only_when_asked_for(opened: Desk) -> None:
    assert "Inés Robles" in looked_at(opened, preview(opened.window, "plan+personales"))


def test_each_part_of_the_plan_can_be_looked_at(opened: Desk) -> None:
    dialog = preview(opened.window, "plan+area")
    assert dialog is not None
    texts = [dialog.which.itemText(n) for n in range(dialog.which.count())]
    assert texts == [AS_TABLE, f"{AS_TABLE} · Aguas", AS_CALENDAR, f"{AS_CALENDAR} · Aguas"]
    dialog.which.setCurrentIndex(1)
    opened.qtbot.waitUntil(lambda: dialog.ready and "Plan de promoción: Aguas" in dialog.view.accessibleDescription())
    dialog.reject()
    opened.settle()


def test_what_the_filter_leaves_in_sight_is_offered_beside_the_whole_plan(opened: Desk) -> None:
    opened.project.edit("Agregar", [alta(LineaPlan(id="m", nombre="Boletín de aforos", fecha=date(2026, 5, 4)))])
    opened.wizard.go(PLAN)
    page = opened.wizard.page_of(PLAN)
    assert isinstance(page, PlanPage)
    page.lines.desk.lines.set_filter(FiltroPlan(texto="boletín"))
    opened.settle()
    dialog = preview(opened.window, "plan")
    assert dialog is not None
    seen = "Lo que se ve (1 actividad)"
    texts = [dialog.which.itemText(n) for n in range(dialog.which.count())]
    assert texts == [AS_TABLE, f"{AS_TABLE} · {seen}", AS_CALENDAR, f"{AS_CALENDAR} · {seen}"]
    opened.qtbot.waitUntil(lambda: dialog.ready and "Mesa con" in dialog.view.accessibleDescription())
    dialog.which.setCurrentIndex(1)
    opened.qtbot.waitUntil(lambda: dialog.ready and "Filtro: «boletín»" in dialog.view.accessibleDescription())
    assert "Boletín de aforos" in dialog.view.accessibleDescription()
    assert "Mesa con" not in dialog.view.accessibleDescription()
    dialog.reject()
    opened.wizard.go(ENTREGABLES)
    assert "Mesa con" in looked_at(opened, preview(opened.window, "plan"))
    elsewhere = preview(opened.window, "plan")
    assert elsewhere is not None
    assert elsewhere.which.count() == len((AS_TABLE, AS_CALENDAR))
    looked_at(opened, elsewhere)
    opened.wizard.go(PLAN)
    page.lines.desk.lines.set_filter(FiltroPlan(texto="nada así"))
    nothing = preview(opened.window, "plan")
    assert nothing is not None
    assert nothing.which.count() == len((AS_TABLE, AS_CALENDAR))
    looked_at(opened, nothing)


def test_map_and_texts_are_looked_at_too(opened: Desk) -> None:
    assert "Pescadores" in looked_at(opened, preview(opened.window, "mapa"))
    assert "Se publican los aforos." in looked_at(opened, preview(opened.window, "word:b"))


def test_what_is_gone_is_not_looked_at(opened: Desk) -> None:
    assert preview(opened.window, "word:otro") is None
    opened.window.close_project()
    assert preview(opened.window, "plan") is None


def test_of_a_content_it_is_said_how_long_it_is_in_word(opened: Desk) -> None:
    archivo = opened.project.session.put_file((MEMBRETES / "sencillo.docx").read_bytes())
    membrete = Membrete(id="m", nombre="Oficial", archivo=archivo, predeterminado=True)
    opened.project.edit("Agregar membrete", [alta(membrete)])
    dialog = preview(opened.window, "word:b")
    assert dialog is not None
    assert dialog.note.text().startswith(f"{WITHOUT_LETTERHEAD} En Word ocupa cerca de ")
    opened.qtbot.waitUntil(lambda: "con el membrete de Promueve" not in dialog.note.text())
    assert "con «Oficial»" in dialog.note.text()
    looked_at(opened, dialog)
    plan = preview(opened.window, "plan")
    assert plan is not None
    assert plan.note.isHidden()
    looked_at(opened, plan)


def test_every_card_has_its_preview(opened: Desk) -> None:
    opened.wizard.go(ENTREGABLES)
    opened.settle()
    page = opened.wizard.page_of(ENTREGABLES)
    buttons = [b for b in page.findChildren(QPushButton) if b.text() == "Vista previa…"]
    assert [b.accessibleName() for b in buttons] == [
        "Vista previa de Mapa de usuarios", "Vista previa de Plan de promoción", "Vista previa de Nuevos aforos",
    ]  # fmt: skip
    for made in buttons:
        made.click()
        opened.qtbot.waitUntil(lambda: bool(shown_dialogs(PreviewDialog)))
        (dialog,) = shown_dialogs(PreviewDialog)
        assert isinstance(dialog, PreviewDialog)
        opened.qtbot.waitUntil(dialog.save.isEnabled)
        dialog.reject()
        opened.settle()


def test_the_keyboard_prints_the_plan(opened: Desk) -> None:
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    opened.qtbot.waitUntil(lambda: bool(shown_dialogs(PreviewDialog)))
    (dialog,) = shown_dialogs(PreviewDialog)
    assert dialog.windowTitle() == "Vista previa: Plan de promoción"
    dialog.reject()
    opened.settle()
