"""A changed plan that is imported: what moved is told, stays at hand, and the lines can be moved along."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeWidgetItem

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.flow import PLAN
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.moves import MovesDialog
from promueve_gui.gui.importing import MOVED, NOTHING_MOVED, show_moves
from tests.adapters.sources.fabrica import fila, texto_csv
from tests.gui.desk import Desk, press, shown_dialogs

if TYPE_CHECKING:
    from pathlib import Path

AREA = AreaGeneradora(id="a", nombre="Dirección de Aguas")
AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos de ríos", area="a", fecha_publicacion=date(2026, 12, 1))
PADRON = ConjuntoDatos(id="padron", nombre="Padrón", area="a", fecha_publicacion=date(2026, 12, 1))
BOLETIN = LineaPlan(
    id="boletin", nombre="Boletín", conjunto="aforos", fecha=date(2026, 12, 3), estado=EstadoLinea.PLANEADA
)
CORREO = LineaPlan(id="correo", nombre="Correo", conjunto="aforos", estado=EstadoLinea.PLANEADA)
RECORDS = (Institucion(id="i", nombre="Presas", siglas="P", anio=2026), AREA, AFOROS, PADRON, BOLETIN, CORREO)


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """Return the window on a small plan."""
    desk.open(desk.make(RECORDS))
    return desk


def bring(desk: Desk, *rows: list[str]) -> None:
    """Import an inventory of these rows."""
    path: Path = desk.folder / "plan.csv"
    path.write_text(texto_csv(*rows), encoding="utf-8")
    desk.window.import_files([path])
    desk.settle()
    (dialog,) = shown_dialogs(ImportPreview)
    press(dialog, "Importar")
    desk.settle()


def moves(desk: Desk) -> MovesDialog:
    """Wait until what moved is shown, and return it."""
    desk.settle()
    desk.qtbot.waitUntil(lambda: bool(shown_dialogs(MovesDialog)))
    (dialog,) = shown_dialogs(MovesDialog)
    assert isinstance(dialog, MovesDialog)
    return dialog


def top(dialog: MovesDialog, place: int) -> QTreeWidgetItem:
    item = dialog.tree.topLevelItem(place)
    assert item is not None
    return item


def child(item: QTreeWidgetItem, place: int) -> QTreeWidgetItem:
    found = item.child(place)
    assert found is not None
    return found


def line(desk: Desk, identidad: str) -> LineaPlan:
    found = desk.project.proyecto.get(LineaPlan, identidad)
    assert found is not None
    return found


def offered(desk: Desk) -> list[str]:
    return [made.text() for made in desk.window.banner.findChildren(QPushButton) if not made.isHidden()]


def test_what_an_import_moved_is_told_with_the_lines_it_touches(opened: Desk) -> None:
    bring(opened, fila(c8="2027-01"))
    assert opened.window.banner.accessibleName().endswith(MOVED)
    press(opened.window.banner, "Ver qué se movió")
    dialog = moves(opened)
    assert dialog.tree.topLevelItemCount() == 1
    moved = top(dialog, 0)
    assert moved.text(0).startswith("«Aforos de ríos» se retrasa 31 días: del 01/12/2026 al 01/01/2027; 2 actividades")
    assert [moved.text(1), moved.text(2)] == ["01/12/2026", "01/01/2027"]
    lines = [(child(moved, n).text(0), child(moved, n).text(2)) for n in range(moved.childCount())]
    assert lines == [("Boletín", "03/12/2026"), ("Correo", "sin fecha")]
    assert dialog.move_button.text() == "Mover también 1 actividad"


def test_the_lines_move_along_as_one_edition_and_only_once(opened: Desk) -> None:
    bring(opened, fila(c8="2027-01"))
    opened.window.action_asked.emit("movimientos")
    dialog = moves(opened)
    press(dialog, "Mover también 1 actividad")
    assert line(opened, "boletin").fecha == date(2027, 1, 4)  # 31 days later is a Sunday
    assert not dialog.move_button.isEnabled()
    assert dialog.move_button.text() == "No hay actividades por mover"
    dialog.reject()
    assert opened.project.undo() == "Mover 1 actividad con sus conjuntos de datos"
    assert line(opened, "boletin") == BOLETIN


def test_what_is_not_ticked_stays(opened: Desk) -> None:
    bring(opened, fila(c8="2027-01"))
    opened.window.action_asked.emit("movimientos")
    dialog = moves(opened)
    top(dialog, 0).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.move_button.isEnabled()
    dialog.follow()
    assert line(opened, "boletin") == BOLETIN


def test_it_stays_at_hand_once_the_project_was_closed(opened: Desk) -> None:
    bring(opened, fila(c8="2027-01"))
    path = opened.project.path
    opened.window.close_project()
    opened.open(path)
    opened.window.action_asked.emit("movimientos")
    dialog = moves(opened)
    dialog.tree.setCurrentItem(child(top(dialog, 0), 0))
    press(dialog, "Ir a lo elegido")
    assert opened.wizard.current_step() is PLAN
    panel, _ = opened.wizard.page_of(PLAN).panels["linea_plan"]
    assert panel.form.record_id == "boletin"


def test_what_went_back_is_no_longer_moved(opened: Desk) -> None:
    bring(opened, fila(c8="2027-01"))
    opened.window.action_asked.emit("movimientos")
    dialog = moves(opened)
    aforos = opened.project.proyecto.get(ConjuntoDatos, "aforos")
    assert aforos is not None
    opened.project.edit("Como antes", [cambio(aforos, fecha_publicacion=date(2026, 12, 1))])
    assert dialog.tree.topLevelItemCount() == 0
    assert not dialog.tree.isVisible()
    dialog.tree.itemActivated.emit(QTreeWidgetItem(), 0)
    assert dialog.isVisible()


def test_an_import_that_only_adds_moves_nothing(opened: Desk) -> None:
    bring(opened, fila(c2="Presas nuevas", c3="Presas"))
    assert "Ver qué se movió" not in offered(opened)
    opened.window.action_asked.emit("movimientos")
    opened.settle()
    assert opened.answers.said[-1] == NOTHING_MOVED


def test_without_a_project_there_is_nothing_to_show(desk: Desk) -> None:
    show_moves(desk.window)
    assert desk.answers.said == []
