"""The place of a line in its series."""

from __future__ import annotations

from datetime import date

from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.series import series_places
from tests.projects import project_of


def line(identidad: str, mes: int | None, **valores: str) -> LineaPlan:
    return LineaPlan(id=identidad, nombre=identidad, fecha=mes and date(2026, mes, 1), **valores)  # type: ignore[arg-type]  # texts


def test_lines_of_a_series_are_counted_by_date_and_undated_ones_come_last() -> None:
    lineas = [
        line("c", None, serie="s"), line("b", 5, serie="s"), line("a", 2, serie="s"), line("sola", 3),
        line("otra", 4, serie="t"), line("fuera", 1, serie="s", retirado="Sobra"),
    ]  # fmt: skip
    lugar = series_places(project_of(*lineas))
    assert [lugar(linea) for linea in lineas] == ["3 de 3", "2 de 3", "1 de 3", "", "1 de 1", ""]
