"""A workbook is known again by its export, and nothing else passes for it."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.excel.exportado import is_export
from promueve_gui.adapters.excel.libro import Libro
from promueve_gui.application.export_documents import ignore_progress
from tests.adapters.excel.muestra import delivery, project, sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def libro(tmp_path: Path) -> Path:
    path = tmp_path / "f.xlsx"
    hecho = Libro("Formato", "formato:a&1", delivery(project(sample())))
    hecho.add_sheet("Única")
    hecho.save(path, ignore_progress)
    return path


def test_it_is_known_by_its_export(libro: Path) -> None:
    assert is_export(libro, "entrega/formato:a&1")
    assert not is_export(libro, "entrega/formato:a")
    assert not is_export(libro, "otra/formato:a&1")


def test_what_is_no_workbook_is_no_export(tmp_path: Path, libro: Path) -> None:
    assert not is_export(tmp_path / "no está.xlsx", "x")
    assert not is_export(tmp_path, "x")
    roto = tmp_path / "roto.xlsx"
    roto.write_bytes(libro.read_bytes()[:-40])
    assert not is_export(roto, "entrega/formato:a&1")


@pytest.mark.parametrize("partes", [{}, {"docProps/custom.xml": "<x>entrega</x>" + " " * 70_000}])
def test_properties_missing_or_huge_are_not_read(tmp_path: Path, partes: dict[str, str]) -> None:
    path = tmp_path / "z.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archivo:
        for nombre, texto in partes.items():
            archivo.writestr(nombre, texto)
    assert not is_export(path, "entrega")
