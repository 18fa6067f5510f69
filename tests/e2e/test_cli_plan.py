"""``exportar`` with the plan in each of its ways."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from promueve_gui import bootstrap
from tests.e2e.terminal import call, only_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


MAIN = Path(__file__).resolve().parents[2] / "main.py"
SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def exported(path: Path) -> list[str]:
    session = bootstrap.build_opener().open(path)
    try:
        return sorted(session.exports())
    finally:
        session.close()


def test_a_calendar_with_its_options(sample: Path, tmp_path: Path) -> None:
    plain = call("exportar", sample, "--calendario", tmp_path / "solo")
    assert (plain.code, plain.out) == (0, f"Se escribió «{tmp_path / 'solo.ics'}».\n")
    full = call("exportar", sample, "--calendario", tmp_path / "x.ics", "--alarma", "2", "--eventos", "--publicaciones")
    assert full.code == 0
    solo, todo = (list(Calendar.from_ical((tmp_path / n).read_bytes()).events) for n in ("solo.ics", "x.ics"))
    assert len(todo) > len(solo) > 40
    assert not any(event.subcomponents for event in solo)
    assert any(event.subcomponents for event in todo)
    assert {str(event.uid) for event in solo} < {str(event.uid) for event in todo}
    assert exported(sample) == ["agenda"]


def test_a_book_with_a_sheet_per_month(sample: Path, tmp_path: Path) -> None:
    assert call("exportar", sample, "--plan", tmp_path / "plan.xlsx", "--por-mes").code == 0
    assert "Mayo 2026" in load_workbook(tmp_path / "plan.xlsx", read_only=True).sheetnames


def test_pages_to_be_printed(qapp: QApplication, sample: Path, tmp_path: Path) -> None:
    answer = call("exportar", sample, "--plan-pdf", tmp_path / "t.pdf", "--calendario-pdf", tmp_path / "c")
    assert answer.code == 0
    for name in ("t.pdf", "c.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
    assert exported(sample) == ["calendario_pdf", "plan_pdf"]


def test_where_there_is_no_screen_pages_are_written_too(sample: Path, tmp_path: Path) -> None:
    entorno = {nombre: valor for nombre, valor in os.environ.items() if nombre not in SCREENS}
    orden = [sys.executable, str(MAIN), "exportar", str(sample), "--plan-pdf", str(tmp_path / "t.pdf")]
    hecho = subprocess.run(orden, capture_output=True, text=True, timeout=120, env=entorno)  # noqa: PLW1510 - looked at next
    assert (hecho.returncode, hecho.stderr) == (0, "")
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("opcion", "quien"), [("--plan-por-area", "Dirección General"), ("--plan-por-persona", "Rosalba")]
)
def test_a_book_and_a_calendar_for_each(sample: Path, tmp_path: Path, opcion: str, quien: str) -> None:
    folder = tmp_path / "reparto"
    answer = call("exportar", sample, opcion, folder)
    assert answer.code == 0
    books, calendars = sorted(folder.glob("*.xlsx")), sorted(folder.glob("*.ics"))
    assert len(books) == len(calendars) > 3
    assert any(path.name.startswith(quien) for path in books)
    assert len(exported(sample)) == 2 * len(books)


@pytest.mark.parametrize("dias", ["pronto", "-1", "1000", "²"])
def test_an_alarm_is_a_number_of_days(sample: Path, tmp_path: Path, dias: str) -> None:
    line = only_line(call("exportar", sample, "--calendario", tmp_path / "x.ics", f"--alarma={dias}"))
    assert f"«{dias}» no es un número de días" in line
    assert not (tmp_path / "x.ics").exists()


def test_options_alone_ask_for_no_document(sample: Path) -> None:
    assert only_line(call("exportar", sample, "--por-mes"))
