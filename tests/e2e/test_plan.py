"""Step 2 through the window: from an opening plan to one of promotion that leaves, is worked on and comes back."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.flow import PLAN
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, Rol
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.pasos.plan.coverage_tab import CoverageTab
from promueve_gui.gui.pasos.plan.page import DATA, LINES, PROPOSALS, PlanPage
from promueve_gui.gui.pasos.plan.vistas.month_lines import MonthLines
from tests.adapters.excel.plan_devuelto import put
from tests.e2e.march import march_desk
from tests.e2e.test_window import content_of, import_plan
from tests.gui.desk import Desk, shown_dialogs
from tests.gui.mouse import drag

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.ficha import Id
    from tests.adapters.excel.muestra import Leido

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COVERAGE = PROPOSALS + 1
TITULOS = (
    "Visión institucional de datos abiertos",
    "Funcionario designado como Enlace",
    "Título del funcionario designado como Enlace",
    "Correo oficial del funcionario designado como Enlace",
    "Funcionario designado como Administrador",
    "Título del Funcionario designado como Administrador",
    "Correo oficial del funcionario designado como Administrador",
    "Conjuntos de datos priorizados",
    "Descripción de los conjuntos",
    "Periodicidad de la actualización",
    "Fecha tentativa de publicación (AAAA-MM-DD)",
)
DATOS = (("Niveles de presas", "Mensual", "2026-03-30"), ("Calidad del agua", "Trimestral", "2026-05-11"))
RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    Persona(id="ana", nombre="Ana Ruiz", rol=Rol.ENLACE),
    GrupoUsuarios(
        id="riego",
        nombre="Distritos de riego",
        clase=ClaseGrupo.SOCIEDAD,
        ejes=frozenset({Eje.TRANSPARENCIA}),
        prioritario=True,
    ),
    GrupoUsuarios(id="municipios", nombre="Municipios ribereños", clase=ClaseGrupo.GOBIERNO, prioritario=True),
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Return the program as it is started, on a day of March."""
    with march_desk(qtbot, tmp_path, RECORDS) as made:
        yield made


def page(desk: Desk) -> PlanPage:
    desk.wizard.go(PLAN)
    found = desk.wizard.page_of(PLAN)
    assert isinstance(found, PlanPage)
    return found


def lines(desk: Desk) -> dict[Id, LineaPlan]:
    return {linea.id: linea for linea in desk.project.proyecto.activos(LineaPlan)}


def opening_plan(folder: Path) -> Path:
    """Write an opening plan as institutions publish it."""
    path = folder / "plan-apertura.csv"
    quien = [
        "Abrir los datos del agua",
        "Ana Ruiz",
        "Directora",
        "ana@ejemplo.gob.mx",
        "Beto Sanz",
        "Jefe",
        "b@ejemplo.gob.mx",
    ]
    filas = [TITULOS, *((*quien, nombre, "Descripción", cada, cuando) for nombre, cada, cuando in DATOS)]
    path.write_text("\n".join(",".join(fila) for fila in filas), encoding="utf-8")
    return path


def value(desk: Desk) -> None:
    """Mark two criteria of the first dataset with the keyboard, and take what the data propose."""
    page(desk).pages.setCurrentIndex(DATA)
    choosing = page(desk).choosing
    choosing.switch.setCurrentIndex(1)
    matrix = choosing.matrix
    assert matrix is not None
    model = matrix.model
    presas = next(c.id for c in desk.project.proyecto.activos(ConjuntoDatos) if c.nombre == "Niveles de presas")
    matrix.table.setCurrentIndex(model.index(model.row_of(presas), model.columns.index("estrategico")))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(matrix.table, key)
    conjunto = desk.project.proyecto.get(ConjuntoDatos, presas)
    assert conjunto is not None
    assert conjunto.valor >= 2


def accept_proposals(desk: Desk) -> list[LineaPlan]:
    """Take every proposal."""
    plan = page(desk)
    plan.pages.setCurrentIndex(PROPOSALS)
    desk.qtbot.waitUntil(lambda: plan.watch.answered and not plan.watch.pending(), timeout=20_000)
    tab = plan.proposals.proposals
    tab.tree.setFocus()
    for row in range(tab.model.rowCount()):
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        tab.tree.selectionModel().select(tab.model.index(row, 0), flags)
    proposed = [one.linea for one in tab.tree.chosen()]
    assert lines(desk) == {}, "nothing is added by itself"
    QTest.keyClick(tab.tree, Qt.Key.Key_A)
    return proposed


def carry(desk: Desk, linea: LineaPlan, dia: date) -> None:
    """Drag a line to another day of the month in which it is, and from there to the next."""
    plan = page(desk)
    plan.pages.setCurrentIndex(LINES)
    plan.lines.show_view("mes")
    view = plan.lines.view_of(MonthLines.KEY)
    assert isinstance(view, MonthLines)
    assert linea.fecha is not None
    view.month.set_day(linea.fecha)
    desk.settle()
    source, target = view.month.place_of_line(linea.id), view.month.place_of(dia)
    assert source is not None
    assert target is not None
    drag(view.month, source, view.month, target)


def fill_gap(desk: Desk) -> LineaPlan:
    """Make a line in a gap of the matrix, with the keyboard."""
    before = lines(desk).keys()
    plan = page(desk)
    plan.pages.setCurrentIndex(COVERAGE)
    tab = plan.coverage
    assert isinstance(tab, CoverageTab)
    desk.settle()
    row = next(place for place, one in enumerate(tab.model.shown()) if one.titulo == "Municipios ribereños")
    gap = next(n for n in range(6) if not tab.model.shown()[row].celdas[n] and n > 1)
    tab.table.setCurrentIndex(tab.model.index(row, gap))
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    (made,) = [linea for identidad, linea in lines(desk).items() if identidad not in before]
    assert made.grupos == ("municipios",)
    assert plan.pages.currentIndex() == LINES
    return made


def sign_off(desk: Desk, linea: LineaPlan) -> None:
    panel = page(desk).lines
    panel.open_form(linea.id)
    panel.notes.sign_off.do.click()
    desk.settle()
    assert lines(desk)[linea.id].visto_bueno == "ana"


def hand_over(desk: Desk) -> dict[str, Path]:
    """Export the plan as a workbook, on paper and as a calendar."""
    (commands,) = desk.window.findChildren(Commands)
    written = {}
    for clave, nombre in (("plan", "plan.xlsx"), ("plan_pdf", "plan.pdf"), ("agenda", "plan.ics")):
        written[clave] = desk.folder / nombre
        desk.answers.answer(written[clave])
        commands.export(clave)
        desk.settle()
        desk.qtbot.waitUntil(written[clave].exists, timeout=20_000)
        desk.settle()
    return written


def test_from_an_opening_plan_to_a_plan_that_comes_back(desk: Desk, tmp_path: Path) -> None:
    import_plan(desk, opening_plan(tmp_path))
    value(desk)
    proposed = accept_proposals(desk)
    assert {linea.nombre for linea in lines(desk).values()} == {linea.nombre for linea in proposed}
    assert all(linea.regla for linea in lines(desk).values())
    assert {g for linea in lines(desk).values() for g in linea.grupos} >= {"riego", "municipios"}

    carried = next(linea for linea in lines(desk).values() if linea.fecha and linea.fecha.month == 3)
    carry(desk, carried, date(2026, 4, 2))
    assert lines(desk)[carried.id].fecha == date(2026, 4, 2)
    made = fill_gap(desk)
    sign_off(desk, carried)

    written = hand_over(desk)
    assert written["plan_pdf"].read_bytes().startswith(b"%PDF-")
    agenda = Calendar.from_ical(written["agenda"].read_bytes())
    (evento,) = [e for e in agenda.walk("VEVENT") if carried.id in str(e["UID"])]
    assert evento.decoded("DTSTART") == date(2026, 4, 2)
    assert str(evento["STATUS"]) == "CONFIRMED"

    before = content_of(desk.project.session.path)
    libro: Leido = load_workbook(written["plan"])
    put(carried.nombre, "Fecha", datetime(2026, 4, 9))(libro)  # noqa: DTZ001 - a day, as openpyxl writes it
    devuelto = tmp_path / "plan corregido.xlsx"
    libro.save(devuelto)
    desk.drop(devuelto)
    (preview,) = shown_dialogs(ReturnPreview)
    assert isinstance(preview, ReturnPreview)
    preview.go.click()
    desk.settle()
    returned = lines(desk)[carried.id]
    assert (returned.fecha, returned.visto_bueno) == (date(2026, 4, 9), None), "an edit voids the sign-off"
    assert lines(desk)[made.id] == made
    desk.project.undo()
    assert content_of(desk.project.session.path)["linea_plan"] == before["linea_plan"]
