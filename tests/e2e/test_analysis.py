"""The analysis of step 1 through the real window: groups are placed, looked at from three sides, and handed over."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from promueve_gui.application.group_counts import by_class
from promueve_gui.application.stakeholders import salience_groups
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.domain.personas import BORRADO
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.dialogs.profile import ProfileDialog
from promueve_gui.gui.pasos.usuarios import UsuariosPage
from promueve_gui.gui.personal_data import PersonLookup
from tests.e2e.hands import click, fill
from tests.gui.desk import Desk, shown_dialogs
from tests.gui.mouse import drag

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.gui.pasos.usuarios.analysis_card import AnalysisCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SVG = "{http://www.w3.org/2000/svg}"
RECORDS = (
    Institucion(id="i", nombre="Secretaría de Caminos", siglas="SC", anio=2026),
    Perfil(id="p", nombre="Vigente"),
    AreaGeneradora(id="a", nombre="Dirección de Puentes"),
    GrupoUsuarios(id="inegi", nombre="Instituto de estadística", clase=ClaseGrupo.GOBIERNO, area="a"),
    GrupoUsuarios(id="alta", nombre="Alta dirección", clase=ClaseGrupo.DENTRO, area="a", legitimidad=5, urgencia=2),
    GrupoUsuarios(
        id="vecinos",
        nombre="Comités vecinales",
        clase=ClaseGrupo.SOCIEDAD,
        area="a",
        ejes=frozenset({Eje.COLABORACION}),
        legitimidad=2,
        urgencia=5,
    ),
    Contacto(id="c", nombre="Petra Vereda Monte", grupo="vecinos", correo="petra@vecinos.example.org"),
)


@pytest.fixture
def card(desk: Desk) -> AnalysisCard:
    desk.open(desk.make(RECORDS))
    desk.wizard.go(USUARIOS)
    page = desk.wizard.page_of(USUARIOS)
    assert isinstance(page, UsuariosPage)
    return page.analysis


def grades(desk: Desk, identidad: str) -> tuple[int | None, int | None]:
    grupo = desk.project.proyecto.get(GrupoUsuarios, identidad)
    assert grupo is not None
    return grupo.poder, grupo.interes


def place_all(desk: Desk, card: AnalysisCard) -> None:
    """Place one group by dragging it, one by the keyboard and one by typing its grades."""
    view = card.grid
    row = next(n for n in range(view.tray.count()) if view.tray.model().index(n, 0).data() == "Alta dirección")
    drag(
        view.tray.viewport(),
        view.tray.visualRect(view.tray.model().index(row, 0)).center(),
        view.grid,
        view.grid.place_of(5, 2),
    )
    view.tray.select("inegi")
    QTest.keyClick(view.tray, Qt.Key.Key_Return)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(view.grid, key)
    view.tray.select("vecinos")
    for key in (Qt.Key.Key_2, Qt.Key.Key_5):
        QTest.keyClick(view.tray, key)
    desk.settle()


def test_groups_are_placed_by_dragging_by_keys_and_by_typing(desk: Desk, card: AnalysisCard) -> None:
    place_all(desk, card)
    assert {i: grades(desk, i) for i in ("alta", "inegi", "vecinos")} == {
        "alta": (5, 2),
        "inegi": (5, 4),
        "vecinos": (2, 5),
    }
    assert card.grid.tray.isHidden()
    while desk.project.undo():
        pass
    assert grades(desk, "alta") == grades(desk, "inegi") == grades(desk, "vecinos") == (None, None)
    while desk.project.redo():
        pass
    assert grades(desk, "vecinos") == (2, 5)


def test_what_to_do_with_a_quadrant_is_written_in_the_profile_and_told_beside_the_grid(
    desk: Desk, card: AnalysisCard
) -> None:
    place_all(desk, card)
    click(card.treatment.edit)
    (dialog,) = shown_dialogs(ProfileDialog)
    assert isinstance(dialog, ProfileDialog)
    fill(dialog.form, {"trato_informar": "Enviarles boletines."})
    dialog.reject()
    desk.front()
    assert card.treatment.text.text() == "Mantener informados: Enviarles boletines."
    perfil = desk.project.proyecto.unico(Perfil)
    assert perfil is not None
    assert perfil.trato_informar == "Enviarles boletines."


def test_the_map_says_the_same_as_the_window(desk: Desk, card: AnalysisCard, tmp_path: Path) -> None:
    place_all(desk, card)
    target = tmp_path / "mapa.xlsx"
    desk.answers.answer(target)
    desk.window.action_asked.emit("mapa")
    desk.settle()
    sheet = load_workbook(target)["Análisis"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    groups = desk.project.proyecto.activos(GrupoUsuarios)
    shown = {tipo.etiqueta if tipo else "Sin calificar": len(suyos) for tipo, suyos in salience_groups(groups)}
    start = next(place for place, row in enumerate(rows) if row[0] == "Tipo") + 1
    assert {row[0]: row[4] for row in rows[start : start + 9]} == {"Sin calificar": 0, **shown}
    start = next(place for place, row in enumerate(rows) if row[0] == "Clase") + 1
    counted = {cuenta.etiqueta: cuenta.cuantos for cuenta in by_class(groups)}
    assert {row[0]: row[7] for row in rows[start : start + 3]} == counted
    card.switch.setCurrentIndex(2)
    said = card.charts.charts["clase"].accessibleName()
    assert all(f"{name}: {count}" in said for name, count in counted.items())


def test_the_three_pictures_leave_as_svg_and_png(desk: Desk, card: AnalysisCard, tmp_path: Path) -> None:
    place_all(desk, card)
    for place, name in enumerate(("poder", "prominencia", "graficas")):
        card.switch.setCurrentIndex(place)
        for suffix in (".svg", ".png"):
            desk.answers.answer(tmp_path / f"{name}{suffix}")
            click(card.picture)
            desk.settle()
        root = ET.fromstring((tmp_path / f"{name}.svg").read_bytes())  # noqa: S314  # our own, made a moment ago
        texts = ["".join(found.itertext()).strip() for found in root.iter(f"{SVG}text")]
        assert any("Secretaría de Caminos" in text for text in texts)
        image = QImage(str(tmp_path / f"{name}.png"))
        assert image.width() == 2 * int((root.get("viewBox") or "").split()[2])
        named = "Comités vecinales" if place < 2 else "Otros sectores de la sociedad"
        assert any(named in text for text in texts)


def test_a_bar_and_a_circle_lead_to_the_groups_of_the_list(desk: Desk, card: AnalysisCard) -> None:
    place_all(desk, card)
    records = desk.wizard.page_of(USUARIOS).panels["grupo_usuarios"][0].list
    card.switch.setCurrentIndex(2)
    QTest.mouseClick(card.charts.charts["clase"], Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert [registro.id for registro in records.model.registros()] == ["alta"]
    records.clear()
    card.switch.setCurrentIndex(1)
    desk.settle()
    mark = card.salience.picture.scene().mark("alta")
    if mark is not None:
        QTest.mouseClick(
            card.salience.picture, Qt.MouseButton.LeftButton, pos=QPoint(int(mark.spot[0]), int(mark.spot[1]))
        )
        current = records.table.current_record()
        assert current is not None
        assert current.id == "alta"


def test_a_person_is_erased_from_a_year_of_work_and_everything_else_can_be_undone(
    desk: Desk, card: AnalysisCard, tmp_path: Path
) -> None:
    place_all(desk, card)
    desk.project.session.backup("importacion")
    (commands,) = desk.window.findChildren(Commands)
    commands.show_person()
    dialog = desk.window.findChildren(PersonLookup)[-1].dialog
    dialog.line.setText("petra vereda")
    click(dialog.search)
    desk.settle()
    desk.answers.answer(True)
    click(dialog.erase)
    desk.settle()
    desk.front()
    contacto = desk.project.proyecto.get(Contacto, "c")
    assert contacto is not None
    assert (contacto.nombre, contacto.activo) == (BORRADO, False)
    files = [desk.project.path, *(desk.project.path.parent / "respaldos").iterdir()]
    assert len(files) >= 2
    assert all(b"Petra" not in file.read_bytes() for file in files)
    while desk.project.undo():
        pass
    assert grades(desk, "alta") == (None, None)
    assert desk.answers.said[-1].startswith("Se borraron sus datos")
