"""The time line as people use it; what counts is what the project then holds."""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.application.plan_views import Carriles, lanes_in_parts
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.fechas import add_days
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea
from promueve_gui.gui.pasos.plan.vistas import timeline_lines, timeline_view
from promueve_gui.gui.pasos.plan.vistas.line_pen import LinePen
from promueve_gui.gui.pasos.plan.vistas.timeline_lines import AREAS
from promueve_gui.gui.pasos.plan.vistas.timeline_painter import HEAD
from promueve_gui.gui.pasos.plan.vistas.timeline_scene import Lane
from promueve_gui.gui.widgets.box import Box
from tests.application.plan_records import lanes
from tests.gui.conftest import HOY
from tests.gui.looking import colours
from tests.gui.mouse import LEFT, drag, hover, press_and_move
from tests.gui.pasos.plan.vistas.conftest import CAMPANA, LINES, MARTES, VIERNES
from tests.gui.pasos.plan.vistas.seen import line, menu_on, texts, timeline_of
from tests.gui.pasos.plan.vistas.timeline_hands import (
    CONTROL,
    by,
    end_of,
    lane_of,
    on_screen,
    place_of,
    place_on,
    press,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.pasos.plan.vistas.timeline_lines import TimelineLines
    from promueve_gui.gui.project import Project


@pytest.fixture
def timeline(panel: LinesPanel) -> TimelineLines:
    """Return the time line, shown."""
    return timeline_of(panel)


def test_lanes_are_what_people_choose(timeline: TimelineLines) -> None:
    assert by(timeline, Carriles.ROL) == ["Enlace Institucional", "Administrador de Datos", "Sin papel responsable"]
    assert by(timeline, Carriles.CANAL) == ["Redes sociales", "Correo electrónico", "Sin canal"]
    assert by(timeline, Carriles.GRUPOS) == ["Escuelas", "Periodistas", "Sin grupos de usuarios"]
    assert by(timeline, Carriles.AREA) == ["Dirección de Obras", "Sin área"]
    assert by(timeline, Carriles.PERSONA) == ["Ana Ruiz", "Sin persona responsable"]


def test_lines_are_put_in_lanes_in_a_turn_before_they_are_shown(
    timeline: TimelineLines, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, was, seen = timeline.desk.lines, timeline.view.scene, []

    def watched(*asked: Any) -> Iterator[None]:
        seen.append(timeline.view.scene is was)
        return lanes_in_parts(*asked)

    monkeypatch.setattr(timeline_lines, "lanes_in_parts", watched)
    with qtbot.waitSignal(lines.renewed):
        lines.set_filter(FiltroPlan(canal=frozenset({Canal.CORREO})))
    assert seen == [True], "once, and before anything is shown"
    assert [lane.carril.titulo for lane in timeline.view.scene.lanes] == [
        "Enlace Institucional",
        "Sin papel responsable",
    ]


def test_what_changes_while_lines_are_put_in_lanes_is_taken_over(timeline: TimelineLines, project: Project) -> None:
    timeline.desk.lines.set_filter(FiltroPlan(canal=frozenset({Canal.CORREO})))
    under_way = timeline.prepare()
    next(under_way)
    project.edit("Mover", [cambio(line(project, "boletin"), fecha=date(2026, 12, 1), rol_responsable=None)])
    deque(under_way, 0)
    timeline.refresh()
    shown = timeline.desk.lines.lines()
    assert [lane.carril for lane in timeline.view.scene.lanes] == lanes(project.proyecto, shown, Carriles.ROL)


def test_lanes_are_put_in_rows_before_they_are_shown(timeline: TimelineLines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_view, "PART", 1)
    timeline.desk.lines.set_filter(FiltroPlan(canal=frozenset({Canal.CORREO})))
    parts = len(list(timeline.prepare()))
    made: list[object] = []
    monkeypatch.setattr(Lane, "pack", lambda *_: made.append(None))
    timeline.refresh()
    assert (parts, made) == (4, []), "one part of lines, what they end with, and two lanes"


@pytest.mark.parametrize(("today", "seen"), [(date(2026, 11, 19), True), (date(2026, 11, 22), False)])
def test_today_is_not_written_over_the_number_of_a_monday(
    timeline: TimelineLines, monkeypatch: pytest.MonkeyPatch, today: date, *, seen: bool
) -> None:
    written: list[str] = []
    write = LinePen.write

    def watched(pen: LinePen, box: QRectF, text: str, *how: Any, **more: Any) -> float:
        written.append(text)
        return write(pen, box, text, *how, **more)

    monkeypatch.setattr(LinePen, "write", watched)
    monkeypatch.setattr(timeline.view, "_today", today)
    timeline.view.grab()
    assert "hoy" in written
    assert ("23" in written) is seen


def test_it_begins_near_today(timeline: TimelineLines) -> None:
    view = timeline.view
    left = view.scene.day_at(view.horizontalScrollBar().value())
    assert left < HOY < view.scene.day_at(view.horizontalScrollBar().value() + view.viewport().width())
    view.show_day(date(2026, 10, 3), 0)
    press(timeline, Qt.Key.Key_Home)
    assert view.scene.day_at(view.horizontalScrollBar().value()) > date(2026, 10, 3)


def test_a_line_is_carried_to_another_day(timeline: TimelineLines, project: Project) -> None:
    by(timeline, Carriles.CANAL)
    start = place_of(timeline, "boletin")
    end = place_on(timeline, VIERNES, lane_of(timeline, "Correo electrónico"))
    drag(timeline.view.viewport(), start, timeline.view.viewport(), end)
    assert line(project, "boletin").fecha == VIERNES
    assert timeline.view.current == "boletin"


def test_a_period_carried_by_its_middle_moves_by_as_many_days(timeline: TimelineLines, project: Project) -> None:
    by(timeline, Carriles.CANAL)
    place_of(timeline, "campana")
    lane = lane_of(timeline, "Redes sociales")
    start = place_on(timeline, date(2026, 11, 20), lane)
    bar = timeline.view.scene.bar_of("campana")
    assert bar is not None
    start.setY(int(bar.box.top + HEAD) + 8 - timeline.view.verticalScrollBar().value())
    drag(timeline.view.viewport(), start, timeline.view.viewport(), place_on(timeline, date(2026, 11, 23), lane))
    assert (line(project, "campana").fecha, line(project, "campana").fecha_fin) == (
        date(2026, 11, 20),
        date(2026, 11, 27),
    )


def test_a_line_is_carried_to_another_lane(timeline: TimelineLines, project: Project) -> None:
    by(timeline, Carriles.CANAL)
    start = place_of(timeline, "boletin")
    end = place_on(timeline, MARTES, lane_of(timeline, "Redes sociales"))
    drag(timeline.view.viewport(), start, timeline.view.viewport(), end)
    assert (line(project, "boletin").canal, line(project, "boletin").fecha) == (Canal.REDES, MARTES)
    assert project.session.history()[0].detalle == "Pasar «Boletín» a otro carril"


def test_lanes_of_areas_move_days_only_and_say_so(timeline: TimelineLines, project: Project, panel: LinesPanel) -> None:
    by(timeline, Carriles.AREA)
    said: list[str] = []
    timeline.described.connect(said.append)
    start = place_of(timeline, "boletin")
    drag(timeline.view.viewport(), start, timeline.view.viewport(), place_on(timeline, VIERNES, 1))
    assert line(project, "boletin").fecha == VIERNES
    assert said[-1] == AREAS


def test_lines_come_out_of_the_tray(timeline: TimelineLines, panel: LinesPanel, project: Project) -> None:
    by(timeline, Carriles.CANAL)
    tray = panel.side.tray
    start = tray.visualRect(tray.model().index(0, 0)).center()
    place_of(timeline, "boletin")
    drag(tray.viewport(), start, timeline.view.viewport(), place_on(timeline, VIERNES, 1))
    assert line(project, "estudio").fecha == VIERNES
    assert line(project, "estudio").canal is None  # the lane is that of where it fell, not what it says
    drag(timeline.view.viewport(), place_of(timeline, "estudio"), tray, QPoint(20, 60))
    assert line(project, "estudio").fecha is None


def test_enter_in_the_tray_puts_the_line_in_the_middle(
    timeline: TimelineLines, panel: LinesPanel, project: Project
) -> None:
    panel.side.tray.select("estudio")
    timeline.view.select(None)
    middle = timeline.view.middle()
    QTest.keyClick(panel.side.tray, Qt.Key.Key_Return)
    assert line(project, "estudio").fecha == middle
    timeline.select("boletin")
    assert timeline.day() == MARTES


def test_day_and_lane_under_what_is_carried_are_lit(timeline: TimelineLines) -> None:
    by(timeline, Carriles.CANAL)
    viewport, start = timeline.view.viewport(), place_of(timeline, "boletin")
    over = place_on(timeline, date(2026, 11, 16), 0)
    title = QRect(2, over.y() - 4, 4, 4)
    lit = timeline.desk.context.colores.seleccion
    assert lit not in colours(viewport, title)
    press_and_move(viewport, start, start + QPoint(15, 15), over)
    assert lit in colours(viewport, title)
    QTest.keyClick(timeline.view, Qt.Key.Key_Escape)
    assert lit not in colours(viewport, title)


def test_an_end_is_stretched_with_the_mouse(timeline: TimelineLines, project: Project) -> None:
    place_of(timeline, "campana")
    end = end_of(timeline, "campana")
    over = place_on(timeline, date(2026, 11, 30), 0)
    over.setY(end.y())
    drag(timeline.view.viewport(), end, timeline.view.viewport(), over)
    assert (line(project, "campana").fecha, line(project, "campana").fecha_fin) == (CAMPANA.fecha, date(2026, 11, 30))


def test_a_beginning_is_stretched_with_the_mouse(timeline: TimelineLines, project: Project) -> None:
    start = place_of(timeline, "campana") - QPoint(4, 0)
    over = place_on(timeline, VIERNES, 0)
    over.setY(start.y())
    drag(timeline.view.viewport(), start, timeline.view.viewport(), over)
    assert (line(project, "campana").fecha, line(project, "campana").fecha_fin) == (VIERNES, CAMPANA.fecha_fin)


def test_a_line_of_one_day_is_stretched_without_choosing_it_first(timeline: TimelineLines, project: Project) -> None:
    boletin = line(project, "boletin")
    assert boletin.fecha is not None
    timeline.view.show_day(boletin.fecha)
    timeline.select("campana")
    timeline.view.show_day(boletin.fecha)
    end, view = end_of(timeline, "boletin"), timeline.view
    drag(view.viewport(), end, view.viewport(), end + QPoint(int(5 * view.zoom.day), 0))
    assert line(project, "boletin").fecha == boletin.fecha
    assert line(project, "boletin").fecha_fin == add_days(boletin.fecha, 5)
    assert timeline.selected() == ["boletin"]


def test_a_hand_that_trembles_on_an_end_changes_nothing(timeline: TimelineLines, project: Project) -> None:
    place_of(timeline, "boletin")
    end, viewport, done = end_of(timeline, "boletin"), timeline.view.viewport(), project.session.position
    press_and_move(viewport, end, end + QPoint(3, 0))
    QTest.mouseRelease(viewport, LEFT, pos=end + QPoint(3, 0))
    assert project.session.position == done
    assert line(project, "boletin").fecha_fin is None


def test_what_is_stretched_shows_before_it_is_let_go(timeline: TimelineLines) -> None:
    place_of(timeline, "campana")
    end = end_of(timeline, "campana")
    ground = timeline.desk.context.colores.fondo
    before = timeline.view.viewport().grab().toImage()
    press_and_move(timeline.view.viewport(), end, end + QPoint(90, 0))
    assert timeline.view.viewport().grab().toImage() != before
    assert ground in colours(timeline.view.viewport())
    QTest.mouseRelease(timeline.view.viewport(), LEFT, pos=end)


def test_the_mouse_shows_which_ends_can_be_held(timeline: TimelineLines) -> None:
    place = place_of(timeline, "campana")
    viewport = timeline.view.viewport()
    QTest.mouseMove(viewport, end_of(timeline, "campana"))
    press_and_move(viewport, QPoint(2, 2), end_of(timeline, "campana"))
    assert viewport.cursor().shape() is Qt.CursorShape.SizeHorCursor
    press_and_move(viewport, QPoint(2, 2), place + QPoint(20, 0))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_enter_opens_and_a_double_click_begins_a_line_in_the_lane(
    timeline: TimelineLines, panel: LinesPanel, project: Project
) -> None:
    by(timeline, Carriles.CANAL)
    timeline.select("boletin")
    press(timeline, Qt.Key.Key_Return)
    assert panel.form.record_id == "boletin"
    panel.close_form()
    QApplication.processEvents()
    QTest.mouseDClick(timeline.view.viewport(), LEFT, pos=place_of(timeline, "feria"))
    assert panel.form.record_id == "feria"
    panel.close_form()
    QApplication.processEvents()
    timeline.view.show_day(date(2026, 9, 15))
    free = place_on(timeline, date(2026, 9, 15), lane_of(timeline, "Redes sociales"))
    QTest.mouseDClick(timeline.view.viewport(), LEFT, pos=free)
    nueva = project.proyecto.activos(LineaPlan)[-1]
    assert (nueva.fecha, nueva.canal) == (date(2026, 9, 15), Canal.REDES)
    assert panel.form.record_id == nueva.id


def test_enter_with_nothing_chosen_begins_a_line(timeline: TimelineLines, project: Project) -> None:
    timeline.view.select(None)
    middle = timeline.view.middle()
    press(timeline, Qt.Key.Key_Return)
    assert project.proyecto.activos(LineaPlan)[-1].fecha == middle


def test_a_click_chooses_and_a_click_beside_lets_go(timeline: TimelineLines, qtbot: QtBot) -> None:
    place = place_of(timeline, "feria")
    timeline.view.select(None)
    with qtbot.waitSignal(timeline.chosen) as chosen:
        QTest.mouseClick(timeline.view.viewport(), LEFT, pos=place)
    assert chosen.args == ["feria"]
    assert "Cae en sábado" in timeline.view.accessibleDescription()
    QTest.mouseClick(timeline.view.viewport(), LEFT, pos=QPoint(4, int(HEAD) + 4))
    assert timeline.selected() == []


def test_menus_are_those_of_the_line(timeline: TimelineLines) -> None:
    place = place_of(timeline, "feria")
    timeline.view.select(None)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, place, timeline.view.viewport().mapToGlobal(place))
        QApplication.sendEvent(timeline.view.viewport(), event)
        menu = menu_on(timeline)
        assert "Estado" in texts(menu)
        menu.close()


def test_tooltips_tell_lines_and_days_off(timeline: TimelineLines, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, *_: said.append(text))
    hover(timeline.view.viewport(), place_of(timeline, "feria"))
    hover(timeline.view.viewport(), QPoint(place_on(timeline, date(2026, 11, 16), 0).x(), 20))
    hover(timeline.view.viewport(), QPoint(4, 100))
    assert "Feria" in said[0]
    assert "Revolución" in said[1]
    assert said[2] == ""


def test_what_has_no_row_is_listed(timeline: TimelineLines, panel: LinesPanel, project: Project) -> None:
    crowd = [LineaPlan(id=f"m{n:03}", nombre=f"Muchas {n:03}", fecha=MARTES) for n in range(60)]
    project.edit("Importar", map(alta, crowd))
    QApplication.processEvents()
    by(timeline, Carriles.CANAL)
    timeline.select("m000")
    view = timeline.view
    everything = Box(0, 0, view.scene.width, view.scene.height)
    (more,) = [more for more in view.scene.more_in(everything) if len(more.lineas) > 30]
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    place = on_screen(timeline, more.box.left + 5, more.box.top + 5)
    QTest.mouseClick(view.viewport(), LEFT, pos=place)
    menu = menu_on(timeline)
    said = texts(menu)
    assert said[-1].endswith("más: acérquese o filtre")
    menu.actions()[0].trigger()
    menu.close()
    assert panel.form.record_id == more.lineas[0].id


def test_changes_from_elsewhere_show_by_themselves(timeline: TimelineLines, project: Project) -> None:
    project.edit("Mover", [cambio(line(project, "boletin"), fecha=date(2027, 6, 1))])
    project.edit("Cancelar", [cambio(line(project, "feria"), estado=EstadoLinea.CANCELADA)])
    QApplication.processEvents()
    assert timeline.view.scene.last >= date(2027, 7, 31)
    assert timeline.view.scene.lane_of("feria") == -1
    timeline.select("feria")
    assert timeline.selected() == []


def test_lanes_and_zoom_are_an_option_of_the_view(timeline: TimelineLines) -> None:
    timeline.set_option("canal·anio")
    assert timeline.option() == "canal·anio"
    timeline.set_option("nada·nunca")
    assert timeline.option() == "canal·anio"


@pytest.mark.parametrize("zoom", [0, 1, 2])
def test_every_zoom_is_painted(timeline: TimelineLines, zoom: int) -> None:
    timeline.zoom.setCurrentIndex(zoom)
    timeline.select("campana")
    timeline.view.setFocus()
    c = timeline.desk.context.colores
    assert {c.acento, c.atencion_suave, c.linea} <= colours(timeline.view.viewport())


def test_a_read_only_time_line_changes_nothing(read_only_panel: LinesPanel) -> None:
    timeline = timeline_of(read_only_panel)
    by(timeline, Carriles.CANAL)
    start = place_of(timeline, "boletin")
    drag(timeline.view.viewport(), start, timeline.view.viewport(), place_on(timeline, VIERNES, 1))
    press(timeline, Qt.Key.Key_Right, CONTROL)
    QTest.mouseDClick(timeline.view.viewport(), LEFT, pos=place_on(timeline, date(2026, 11, 5), 2))
    assert read_only_panel.desk.project.proyecto.activos(LineaPlan) == list(LINES)


def test_without_lines_it_says_what_to_do(empty_panel: LinesPanel) -> None:
    timeline = timeline_of(empty_panel)
    assert not timeline.view.isVisible()
    press(timeline, Qt.Key.Key_Right)
    press(timeline, Qt.Key.Key_Return)
    assert timeline.selected() == []
    timeline.show_menu(QPoint(0, 0))
