"""Handing over the plan through the window: every way, whole or shared out, noted, and never half of one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.flow import ENTREGABLES
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea, TipoEvento
from promueve_gui.gui.exporting import export
from promueve_gui.gui.pasos.entregables.plan_card import PlanCard
from tests.gui.desk import press
from tests.gui.outside import opened_outside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.desk import Desk

RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    AreaGeneradora(id="a", nombre="Aguas: ríos/presas"),
    AreaGeneradora(id="b", nombre="Bosques"),
    Persona(id="p", nombre="Inés Robles"),
    GrupoUsuarios(id="g", nombre="Pescadores", area="a"),
    ConjuntoDatos(id="ca", nombre="Aforos", area="a"),
    ConjuntoDatos(id="cb", nombre="Árboles", area="b"),
    Evento(id="e", nombre="Mesa de pesca", tipo=TipoEvento.MESA_REDONDA, fecha=date(2026, 5, 2), hora_inicio="10:00"),
    LineaPlan(id="l1", nombre="Boletín de aforos", conjunto="ca", grupos=("g",), fecha=date(2026, 3, 2), persona="p"),
    LineaPlan(id="l2", nombre="Mensaje de árboles", conjunto="cb", fecha=date(2026, 4, 2)),
    LineaPlan(id="l3", nombre="Sin dueño", estado=EstadoLinea.IDEA),
)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.open(desk.make(RECORDS))
    return desk


def ask(desk: Desk, what: str, answer: Path | None) -> None:
    """Export, answering where, and wait until what was written is told."""
    desk.answers.answer(answer)
    export(desk.window, what)
    if answer is None:
        desk.settle()
    else:
        desk.qtbot.waitUntil(lambda: desk.window.banner.isVisible() or len(desk.answers.said) > 1, timeout=20_000)
        desk.settle()


def banner(desk: Desk) -> str:
    return desk.window.banner.accessibleName() if desk.window.banner.isVisible() else ""


def noted(desk: Desk) -> list[str]:
    return [line.detalle for line in desk.project.session.history() if line.accion == "exportar"]


def test_as_a_book_with_a_sheet_per_month(opened: Desk) -> None:
    ask(opened, "plan+por_mes", opened.folder / "plan.xlsx")
    assert load_workbook(opened.folder / "plan.xlsx").sheetnames == [
        "Plan", "Calendario", "Cobertura", "Marzo 2026", "Abril 2026", "Sin fecha u otras fechas", "Catálogos",
        "_promueve",
    ]  # fmt: skip
    assert noted(opened) == ["Plan de promoción: plan.xlsx"]


@pytest.mark.parametrize(
    ("what", "name", "title"),
    [
        ("plan_pdf", "Plan de promoción SRP 2026.pdf", "Plan de promoción (PDF)"),
        ("calendario_pdf", "Calendario del plan SRP 2026.pdf", "Calendario del plan (PDF)"),
    ],
)
def test_on_paper(opened: Desk, what: str, name: str, title: str) -> None:
    ask(opened, what, opened.folder / "x.pdf")
    assert (opened.folder / "x.pdf").read_bytes().startswith(b"%PDF")
    assert opened.answers.said == [name]
    assert noted(opened) == [f"{title}: x.pdf"]
    assert banner(opened) == "Se exportó el documento «x.pdf»."


def test_as_a_calendar_that_knows_what_became_of_each_line(opened: Desk) -> None:
    lines = {line.id: line for line in opened.project.proyecto.todos(LineaPlan)}
    moves = [cambio(lines["l1"], fecha=date(2026, 3, 9)), cambio(lines["l2"], fecha=date(2099, 4, 2))]
    opened.project.edit("Mover", moves)
    position = opened.project.session.position
    ask(opened, "agenda+alarma=2+eventos", opened.folder / "x.ics")
    events = {str(event.uid): event for event in Calendar.from_ical((opened.folder / "x.ics").read_bytes()).events}
    assert events.keys() == {"l1@promueve", "l2@promueve", "e@promueve"}
    assert (events["l1@promueve"].start, events["l1@promueve"].sequence) == (date(2026, 3, 9), position)
    assert len(events["l2@promueve"].subcomponents) == 1
    assert noted(opened) == ["Calendario del plan: x.ics"]


@pytest.mark.parametrize(("what", "suffix"), [("plan", ".xlsx"), ("plan_pdf", ".pdf"), ("agenda", ".ics")])
def test_a_file_for_each_area_in_a_folder(opened: Desk, what: str, suffix: str) -> None:
    ask(opened, f"{what}+area", opened.folder)
    folder = opened.folder / "Plan por área"
    names = sorted(path.name for path in folder.iterdir())
    assert [name.split(" - ")[0] for name in names] == ["Aguas", "Bosques", "Sin área"]
    assert all(name.endswith(suffix) for name in names)
    assert len(noted(opened)) == 3
    assert ": sin área: Sin área - " in noted(opened)[0]
    assert banner(opened) == "Se exportaron los documentos en la carpeta «Plan por área»."
    with opened_outside("file") as urls:
        press(opened.window.banner, "Abrir")
    assert urls[0].toLocalFile() == str(folder)


def test_a_file_for_each_person(opened: Desk) -> None:
    ask(opened, "plan+persona+personales", opened.folder)
    folder = opened.folder / "Plan por persona"
    assert sorted(path.name.split(" - ")[0] for path in folder.iterdir()) == ["Inés Robles", "Sin persona responsable"]
    (suyo,) = folder.glob("Inés*")
    hoja = load_workbook(suyo)["Plan"]
    assert [hoja.cell(n, 2).value for n in range(1, hoja.max_row + 1)] == ["Actividad", "Boletín de aforos"]


def test_who_has_no_line_left_gets_a_calendar_that_cancels_those_of_the_one_before(opened: Desk) -> None:
    ask(opened, "agenda+persona", opened.folder)
    (linea,) = (line for line in opened.project.proyecto.todos(LineaPlan) if line.id == "l1")
    opened.project.edit("Quitar", [cambio(linea, persona=None)])
    opened.window.banner.hide()
    ask(opened, "agenda+persona", opened.folder)
    (suyo,) = (opened.folder / "Plan por persona").glob("Inés*")
    (evento,) = Calendar.from_ical(suyo.read_bytes()).events
    assert (str(evento.uid), str(evento["status"])) == ("l1@promueve", "CANCELLED")
    assert evento.sequence > 0


@pytest.mark.parametrize("what", ["plan", "plan_pdf", "agenda", "plan+area", "agenda+persona"])
def test_thinking_better_of_it_writes_nothing(opened: Desk, what: str) -> None:
    ask(opened, what, None)
    assert noted(opened) == []
    assert [path for path in opened.folder.iterdir() if path.suffix in {".xlsx", ".pdf", ".ics"}] == []


def test_a_plan_without_lines_has_nobody_to_go_to(desk: Desk) -> None:
    desk.open(desk.make(RECORDS[:1]))
    export(desk.window, "plan+area")
    assert desk.answers.said == ["El plan todavía no tiene actividades que repartir. Agréguelas en el paso 2."]


@pytest.mark.parametrize("what", ["plan", "plan_pdf"])
def test_what_cannot_be_written_is_told(opened: Desk, what: str) -> None:
    (opened.folder / "x").mkdir()
    ask(opened, what, opened.folder / "x")
    assert opened.answers.said[-1].startswith(("No se pudo escribir «x»", "No se puede reemplazar «x»", "«x»"))
    assert noted(opened) == []
    assert banner(opened) == ""


def test_of_several_those_that_cannot_be_written_do_not_stop_the_others(opened: Desk) -> None:
    folder = opened.folder / "Plan por área"
    (folder / "Bosques - Plan de promoción SRP 2026.pdf").mkdir(parents=True)
    ask(opened, "plan_pdf+area", opened.folder)
    assert opened.answers.said[1] == "Algunos archivos no se exportaron"
    assert len(noted(opened)) == 2


def test_it_can_be_cancelled(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr("promueve_gui.gui.plan_exporting.print_plan", stopped)
    opened.answers.answer(opened.folder / "x.pdf")
    export(opened.window, "plan_pdf")
    opened.settle()
    assert not (opened.folder / "x.pdf").exists()
    assert noted(opened) == []


def test_the_card_asks_for_what_was_chosen(opened: Desk) -> None:
    opened.wizard.go(ENTREGABLES)
    opened.settle()
    (card,) = opened.window.findChildren(PlanCard)
    asked: list[str] = []
    opened.wizard.page_of(ENTREGABLES).action_asked.connect(asked.append)
    opened.answers.answer(*[None] * 9)
    card.by_month.setChecked(True)
    press(card, "Exportar…")
    card.whom.setCurrentIndex(1)
    card.way.setCurrentIndex(3)
    card.alarm.setCurrentIndex(2)
    card.events.setChecked(True)
    assert not card.events.isEnabled()
    press(card, "Exportar…")
    card.whom.setCurrentIndex(0)
    card.published.setChecked(True)
    press(card, "Exportar…")
    assert asked == ["plan+por_mes", "agenda+area+alarma=2", "agenda+alarma=2+eventos+publicaciones"]
    assert card.by_month.isHidden()
    assert card.alarm.isVisible()


def test_what_was_chosen_stays_when_the_page_is_filled_again(opened: Desk) -> None:
    opened.wizard.go(ENTREGABLES)
    opened.settle()
    (card,) = opened.window.findChildren(PlanCard)
    card.way.setCurrentIndex(1)
    opened.project.note_export("plan", "x.xlsx", 0)
    opened.settle()
    (again,) = opened.window.findChildren(PlanCard)
    assert again is card
    assert again.way.currentIndex() == 1
    assert "exportado el" in again._state.text()  # noqa: SLF001  # one of several labels
