"""Which lines the views share, and how changes come to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from promueve_gui.application.plan_filter import FiltroPlan, matching
from promueve_gui.application.plan_lines import in_order
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import DiaInhabil
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoLinea
from tests.gui.pasos.plan.vistas.conftest import BOLETIN, FERIADO, LINES, SABADO
from tests.gui.pasos.plan.vistas.seen import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.plan.vistas.lines_panel import LinesPanel
    from promueve_gui.gui.pasos.plan.vistas.shared_lines import SharedLines
    from promueve_gui.gui.project import Project

REDES = FiltroPlan(canal=frozenset({Canal.REDES}))


@pytest.fixture
def lines(panel: LinesPanel) -> SharedLines:
    """Return the lines that the views share."""
    return panel.desk.lines


def ids(lines: SharedLines) -> list[str]:
    return [linea.id for linea in lines.lines()]


def test_without_a_filter_all_lines_come_in_order(lines: SharedLines) -> None:
    assert list(lines.lines()) == in_order(LINES)
    assert [linea.id for linea in lines.undated()] == ["estudio"]
    assert lines.total() == len(LINES)


def test_a_filter_admits_what_it_asks_for(lines: SharedLines, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lines.renewed):
        lines.set_filter(REDES)
    assert ids(lines) == ["serie10", "serie11", "campana", "serie12"]
    assert lines.admits("campana")
    assert not lines.admits("boletin")
    assert lines.total() == len(LINES)


def test_a_view_gets_ready_in_turns_of_its_own_but_not_for_a_single_change(
    lines: SharedLines, project: Project, qtbot: QtBot
) -> None:
    heard: list[str] = []

    def prepare() -> Iterator[None]:
        for part in ("first", "second"):
            heard.append(f"{part} {lines.ready}")
            yield

    lines.prepare_view(prepare)
    lines.renewed.connect(lambda: heard.append("now"))
    with qtbot.waitSignal(lines.renewed):
        lines.set_filter(REDES)
    assert heard == ["first True", "second True", "now"]
    assert lines.settled
    with qtbot.waitSignal(lines.renewed):
        project.edit("Anotar", [cambio(line(project, "campana"), notas="Algo")])
    assert heard[3:] == ["now"]


def test_another_filter_begins_anew_while_a_view_gets_ready(lines: SharedLines, qtbot: QtBot) -> None:
    heard: list[str] = []

    def prepare() -> Iterator[None]:
        heard.append(f"for {len(lines.lines())}")
        if len(heard) == 1:
            lines.set_filter(FiltroPlan(texto="campana"))
        yield
        heard.append("ready")

    lines.prepare_view(prepare)
    with qtbot.waitSignal(lines.renewed):
        lines.set_filter(REDES)
    assert heard == ["for 4", "for 1", "ready"]
    assert ids(lines) == ["campana"]


def test_the_same_filter_again_changes_nothing(lines: SharedLines, qtbot: QtBot) -> None:
    lines.set_filter(REDES)
    version = lines.version
    with qtbot.assertNotEmitted(lines.filter_changed):
        lines.set_filter(replace(REDES))
    assert lines.version == version


def test_words_that_are_added_to_find_what_they_would_alone(lines: SharedLines, project: Project) -> None:
    for text in ("m", "me", "men", "mens", "mensaje p", "mensaje x", "b", ""):
        lines.set_filter(FiltroPlan(texto=text))
        found = matching(project.proyecto, FiltroPlan(texto=text), project.index)
        assert sorted(ids(lines)) == sorted(linea.id for linea in found), text


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 10, 12), date(2026, 10, 12)),
        (date(2020, 1, 1), date(2020, 12, 31)),
        (date(2020, 1, 1), date(2030, 12, 31)),
    ],
)
def test_a_stretch_of_time_holds_what_touches_it(lines: SharedLines, project: Project, first: date, last: date) -> None:
    long = LineaPlan(id="larga", nombre="Larga", fecha=date(2026, 2, 1), fecha_fin=date(2026, 11, 20))
    project.edit("Agregar", [alta(long)])
    touching = [
        linea for linea in lines.lines() if linea.fecha and linea.fecha <= last and (linea.ultimo_dia or last) >= first
    ]
    assert list(lines.between(first, last)) == touching


def test_lines_are_worked_out_before_it_is_told_that_there_are_others(lines: SharedLines, qtbot: QtBot) -> None:
    lines.lines()
    with qtbot.waitSignal(lines.renewed):
        lines.set_filter(REDES)
        assert not lines.ready
    assert lines.ready


def test_a_line_that_is_taken_in_narrows_with_the_rest(lines: SharedLines, project: Project) -> None:
    lines.set_filter(FiltroPlan(texto="bol"))
    assert ids(lines) == ["boletin"]
    project.edit("Renombrar", [cambio(line(project, "boletin"), nombre="Otro nombre")])
    assert ids(lines) == ["boletin"]
    lines.set_filter(FiltroPlan(texto="bol x"))
    assert ids(lines) == []
    project.edit("Renombrar", [cambio(line(project, "campana"), nombre="Bol x")])
    assert ids(lines) == ["campana"]
    lines.set_filter(FiltroPlan(texto="bol x y"))
    assert ids(lines) == []


def test_a_line_that_changes_stays_though_the_filter_admits_it_no_longer(lines: SharedLines, project: Project) -> None:
    lines.set_filter(REDES)
    lines.lines()
    project.edit("Cambiar", [cambio(line(project, "campana"), canal=Canal.CORREO)])
    assert "campana" in ids(lines)
    lines.set_filter(FiltroPlan())
    lines.set_filter(REDES)
    assert "campana" not in ids(lines)


def test_a_new_line_is_shown_whatever_the_filter(lines: SharedLines, project: Project) -> None:
    lines.set_filter(REDES)
    lines.lines()
    project.edit("Agregar", [alta(LineaPlan(id="nueva", nombre="Nueva"))])
    assert ids(lines)[-1] == "nueva"
    assert lines.total() == len(LINES) + 1


def test_a_line_that_the_filter_comes_to_admit_appears(lines: SharedLines, project: Project) -> None:
    lines.set_filter(REDES)
    lines.lines()
    project.edit("Cambiar", [cambio(line(project, "boletin"), canal=Canal.REDES)])
    project.edit("Cambiar", [cambio(line(project, "correo"), notas="nada de redes")])
    assert "boletin" in ids(lines)
    assert "correo" not in ids(lines)


def test_withdrawn_lines_go(lines: SharedLines, project: Project) -> None:
    lines.lines()
    project.edit("Retirar", [retiro(line(project, "boletin"), "ya no")])
    assert "boletin" not in ids(lines)
    assert lines.line("boletin") is None
    assert lines.line(None) is None
    project.undo()
    assert "boletin" in ids(lines)


def test_what_is_kept_is_shown_until_the_filter_changes(lines: SharedLines) -> None:
    lines.set_filter(REDES)
    lines.keep("boletin")
    lines.keep("campana")
    assert ids(lines) == ["serie10", "serie11", "boletin", "campana", "serie12"]


def test_single_changes_are_told_one_by_one(lines: SharedLines, project: Project) -> None:
    lines.lines()
    version = lines.version
    project.edit("Mover", [cambio(line(project, "boletin"), fecha=SABADO)])
    changes = lines.changes_since(version)
    assert changes is not None
    assert [(a and a.fecha, b and b.fecha) for a, b in changes] == [(BOLETIN.fecha, SABADO)]
    assert lines.changes_since(lines.version) == []
    assert list(lines.lines()) == in_order(project.proyecto.activos(LineaPlan))


def test_many_changes_at_once_are_worked_out_anew(lines: SharedLines, project: Project) -> None:
    lines.lines()
    version = lines.version
    many = [LineaPlan(id=f"m{n}", nombre=f"Muchas {n}", fecha=date(2026, 5, 1 + n % 28)) for n in range(300)]
    project.edit("Importar", map(alta, many))
    assert lines.changes_since(version) is None
    assert list(lines.lines()) == in_order(project.proyecto.activos(LineaPlan))


def test_a_change_of_something_else_is_worked_out_anew(lines: SharedLines, project: Project) -> None:
    lines.set_filter(FiltroPlan(texto="periodistas"))
    assert ids(lines) == ["boletin", "correo"]
    prensa = project.proyecto.get(GrupoUsuarios, "prensa")
    assert prensa is not None
    project.edit("Renombrar", [cambio(prensa, nombre="Medios")])
    assert ids(lines) == []


def test_what_does_not_show_of_other_records_changes_nothing(
    lines: SharedLines, project: Project, qtbot: QtBot
) -> None:
    lines.lines()
    version = lines.version
    prensa, aforos = project.proyecto.get(GrupoUsuarios, "prensa"), project.proyecto.get(ConjuntoDatos, "aforos")
    assert prensa is not None
    assert aforos is not None
    QCoreApplication.processEvents()
    with qtbot.assertNotEmitted(lines.renewed):
        project.edit("Anotar", [cambio(prensa, notas="Pendiente", poder=2), cambio(aforos, prioritario=True)])
        QCoreApplication.processEvents()
    assert lines.version == version
    project.edit("Pasar a nadie", [cambio(aforos, area=None)])
    assert lines.changes_since(version) is None


def test_days_off_are_named(lines: SharedLines, project: Project, qtbot: QtBot) -> None:
    assert lines.day_off(SABADO) == "Sábado"
    assert lines.day_off(FERIADO) == "Día de la Revolución"
    assert lines.day_off(date(2026, 11, 12)) == ""
    with qtbot.waitSignal(lines.days_known):
        project.edit("Cerrar", [alta(DiaInhabil(id="cierre", fecha=date(2026, 11, 12), motivo="Mudanza"))])
    assert lines.day_off(date(2026, 11, 12)) == "Mudanza"


def test_lines_on_days_off_are_warned_about(lines: SharedLines, project: Project) -> None:
    assert lines.warning(line(project, "feria")) == "Cae en sábado"
    assert lines.warning(line(project, "boletin")) == ""


def test_before_the_holidays_are_known_weekends_are(page: object, project: Project, qtbot: QtBot) -> None:
    lines = page.lines.desk.lines  # type: ignore[attr-defined]  # the page of the plan
    lines._days = None  # noqa: SLF001  # as it is at the very beginning
    assert lines.day_off(SABADO) == "Sábado"
    assert lines.day_off(FERIADO) == ""
    assert lines.warning(line(project, "feria")) == ""


def test_a_filter_by_state_keeps_the_order(lines: SharedLines) -> None:
    lines.set_filter(FiltroPlan(estado=frozenset({EstadoLinea.IDEA})))
    assert ids(lines) == ["serie10", "serie11", "correo", "campana", "serie12", "estudio"]


def test_a_change_under_a_filter_reaches_what_it_hides(lines: SharedLines, project: Project) -> None:
    lines.set_filter(REDES)
    lines.lines()
    project.edit("Mover", [cambio(line(project, "correo"), fecha=SABADO)])
    project.edit("Retirar", [retiro(line(project, "feria"), "no")])
    lines.set_filter(FiltroPlan())
    assert list(lines.lines()) == in_order(project.proyecto.activos(LineaPlan))


@pytest.mark.parametrize("filtro", [FiltroPlan(), FiltroPlan(texto="a"), REDES])
def test_whatever_is_done_to_lines_they_stand_where_they_would_if_worked_out_anew(
    lines: SharedLines, project: Project, filtro: FiltroPlan
) -> None:
    lines.set_filter(filtro)
    shown = set(ids(lines))
    campana = line(project, "campana")
    project.edit("Mover y renombrar", [cambio(campana, fecha=date(2027, 2, 1), nombre="Zeta")])
    project.edit("Renombrar", [cambio(line(project, "campana"), nombre="Alfa")])
    project.edit("Quitar fecha", [cambio(line(project, "campana"), fecha=None, fecha_fin=None)])
    project.edit("Agregar", [alta(LineaPlan(id="nueva", nombre="Nueva", fecha=SABADO))])
    project.edit("Retirar", [retiro(line(project, "boletin"), "ya no")])
    while project.undo() and project.session.next_redo() is not None:
        expected = in_order(linea for linea in project.proyecto.activos(LineaPlan) if linea.id in shown | {"nueva"})
        assert [linea for linea in lines.lines() if linea.id in shown | {"nueva"}] == expected
    assert lines.total() == len(project.proyecto.activos(LineaPlan))
    assert set(ids(lines)) == shown
