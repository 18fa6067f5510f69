"""Exporting the plan of a large project as a workbook, against openpyxl writing the same cells and nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook

from measures.large_project import records, size
from measures.report import Figure
from measures.sampling import interleaved
from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega, documentos_generales
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from collections.abc import Sequence

    Sheets = Sequence[tuple[str, list[tuple[Any, ...]]]]

MOST_TIMES = 1.5


def measure(*, quick: bool) -> list[Figure]:
    """Return the figure of exporting the plan."""
    wanted = size(quick=quick)
    proyecto = Proyecto()
    proyecto.apply(alta(registro) for registro in records(wanted))
    _, plan = documentos_generales(proyecto)
    entrega, exporter = Entrega(proyecto=proyecto, momento=bootstrap.now()), bootstrap.build_exporter()
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        ours, bare = Path(name) / "plan.xlsx", Path(name) / "bare.xlsx"
        exporter.export(plan, entrega, ours)
        sheets = _cells(ours)
        ours_ms, bare_ms = interleaved(
            1 if quick else 3, lambda: exporter.export(plan, entrega, ours), lambda: _write_bare(bare, sheets)
        )
    cells = sum(len(row) for _, rows in sheets for row in rows)
    name = f"Exporting the plan of {wanted.lines:,} lines ({cells:,} cells)"
    return [Figure(name=name, ours=ours_ms, bare=bare_ms, most_times=MOST_TIMES)]


def _cells(path: Path) -> Sheets:
    book = load_workbook(path, read_only=True)
    sheets = [(sheet.title, list(sheet.iter_rows(values_only=True))) for sheet in book.worksheets]
    book.close()
    return sheets


def _write_bare(path: Path, sheets: Sheets) -> None:
    book = Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
