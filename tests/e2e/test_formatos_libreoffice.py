"""The workbook of an area, opened by LibreOffice: it prints on letter paper, and survives being saved again."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from openpyxl import load_workbook

from promueve_gui.adapters.excel.formato import FormatWriter
from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.example_project import build_example
from promueve_gui.application.export_documents import Entrega, ignore_progress
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

# A workbook, or a part of one, as openpyxl reads it: more than its stubs know.
Leido: TypeAlias = Any

CARTA_ACOSTADA = re.compile(r"Page size:\s+792 x 612 pts")
AREA = "Dirección General de Conservación y Mantenimiento"
NOMBRE = "formato"


@pytest.fixture(scope="module")
def salida(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the workbook of an area of the sample project, and let LibreOffice print it and save it in three kinds."""
    folder = tmp_path_factory.mktemp("formatos")
    recursos = Recursos(find_root())
    proyecto = Proyecto()
    proyecto.apply(map(alta, build_example(date(2026, 10, 6), recursos.load_perfil("vigente"), recursos.ejemplo())))
    (area,) = proyecto.llamados(AreaGeneradora, AREA)
    momento = datetime(2026, 10, 6, 16, 0, tzinfo=UTC)
    entrega = Entrega(proyecto=proyecto, momento=momento, vence=date(2026, 10, 20), identidad="entrega")
    FormatWriter(recursos.load_ayuda)(area, entrega, folder / f"{NOMBRE}.xlsx", ignore_progress)
    for formato, destino in (("pdf", "pdf"), ("xlsx", "otra"), ("ods", "ods")):
        _convert(folder, folder / f"{NOMBRE}.xlsx", formato, folder / destino)
    _convert(folder, folder / "ods" / f"{NOMBRE}.ods", "xlsx", folder / "vuelta")
    return folder


def _convert(folder: Path, libro: Path, formato: str, destino: Path) -> None:
    perfil = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    orden = ["soffice", perfil, "--headless", "--convert-to", formato, "--outdir", str(destino), str(libro)]
    subprocess.run(orden, check=True, capture_output=True, timeout=120)


def _printed(salida: Path) -> list[str]:
    pdf = str(salida / "pdf" / f"{NOMBRE}.pdf")
    texto = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return texto.split("\f")[:-1]


def _rows(hoja: Leido) -> list[list[object]]:
    leidas = [[celda.value for celda in fila] for fila in hoja.iter_rows()]
    return [fila for fila in leidas if any(valor is not None for valor in fila)]


def test_each_sheet_that_people_see_prints_on_a_letter_page(salida: Path) -> None:
    pdf = str(salida / "pdf" / f"{NOMBRE}.pdf")
    datos = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    paginas = _printed(salida)
    assert CARTA_ACOSTADA.search(datos)
    assert len(paginas) == 3
    for pagina, hoja in zip(paginas, ("Instrucciones", "Grupos", "Datos"), strict=True):
        assert f"Grupos de usuarios (DGCM) · {hoja}" in pagina
        assert "###" not in pagina


def test_instructions_are_on_one_page_with_their_example(salida: Path) -> None:
    pagina = " ".join(_printed(salida)[0].split())
    for dicho in (
        "Devuélvalo a más tardar el 20 de octubre de 2026",
        "Cómo llenarlo",
        "Cooperativas agrícolas de la sierra",
        "Conviene saber",
        "aquí no hacen falta.",
    ):
        assert dicho in pagina


@pytest.mark.parametrize("carpeta", ["otra", "vuelta"])
def test_what_it_is_and_holds_survives_being_saved(salida: Path, carpeta: str) -> None:
    propio: Leido = load_workbook(salida / f"{NOMBRE}.xlsx")
    ajeno: Leido = load_workbook(salida / carpeta / f"{NOMBRE}.xlsx")
    assert ajeno.sheetnames == propio.sheetnames
    for hoja in ("Grupos", "Datos", "Listas", "_promueve"):
        suyas = [[valor for valor in fila if valor is not None] for fila in _rows(propio[hoja])]
        assert [[valor for valor in fila if valor is not None] for fila in _rows(ajeno[hoja])] == suyas
    propiedades = {p.name: p.value for p in ajeno.custom_doc_props.props}
    assert str(propiedades["PromueveExportacion"]).startswith("entrega/formato:")
    assert {"PromueveProyecto", "PromueveDocumento", "PromueveInstitucion", "PromueveFormato"} <= propiedades.keys()
    assert ajeno["_promueve"].sheet_state != "visible"
    assert ajeno["Grupos"].column_dimensions["A"].hidden


def test_libreoffice_finds_dropdowns_notes_and_protection(salida: Path) -> None:
    hoja = load_workbook(salida / "otra" / f"{NOMBRE}.xlsx")["Datos"]
    listas = {
        str(c.sqref).split(":", maxsplit=1)[0]: c.formula1
        for c in hoja.data_validations.dataValidation
        if c.type == "list"
    }
    assert set(listas) == {"B2", "C2", "D2"}
    assert "COUNTA" in listas["C2"]
    assert hoja.protection.sheet
    assert hoja["B1"].comment is not None
    assert hoja["B1"].protection.locked
    assert not hoja["B2"].protection.locked
    assert not hoja.column_dimensions["C"].protection.locked  # of the rows still to be written
