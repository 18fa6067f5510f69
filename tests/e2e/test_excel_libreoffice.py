"""The workbooks of the sample project, opened by LibreOffice: they print as meant and survive being saved again."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, date, datetime
from statistics import median
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from openpyxl import load_workbook

from promueve_gui.adapters.excel.mapa import MapWriter
from promueve_gui.adapters.excel.plan import write_plan
from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.example_project import build_example
from promueve_gui.application.export_documents import Entrega, ignore_progress
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

# A workbook, or a part of one, as openpyxl reads it: more than its stubs know.
Leido: TypeAlias = Any

HOY = date(2026, 10, 6)
CARTA_ACOSTADA = re.compile(r"Page size:\s+792 x 612 pts")
FORMULA = "=HIPERVINCULO(1)"


@pytest.fixture(scope="module")
def salida(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write map and plan of the sample project, and let LibreOffice print them and save them again."""
    folder = tmp_path_factory.mktemp("excel")
    recursos = Recursos(find_root())
    proyecto = Proyecto()
    proyecto.apply(map(alta, build_example(HOY, recursos.load_perfil("vigente"), recursos.ejemplo())))
    proyecto.apply([alta(GrupoUsuarios(id="f", nombre=FORMULA))])
    entrega = Entrega(proyecto=proyecto, momento=datetime(2026, 10, 6, 16, 0, tzinfo=UTC))
    MapWriter(recursos.load_ayuda)(entrega, folder / "mapa.xlsx", ignore_progress)
    write_plan(entrega, folder / "plan.xlsx", ignore_progress)
    _convert(folder, "pdf", folder)
    _convert(folder, "xlsx", folder / "otra")
    return folder


def _convert(folder: Path, formato: str, destino: Path) -> None:
    perfil = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
    libros = [str(folder / nombre) for nombre in ("mapa.xlsx", "plan.xlsx")]
    orden = ["soffice", perfil, "--headless", "--convert-to", formato, "--outdir", str(destino), *libros]
    subprocess.run(orden, check=True, capture_output=True, timeout=120)


def _printed(pdf: Path) -> list[str]:
    """Return the text of each page."""
    texto = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return texto.split("\f")[:-1]


def _saved_again(salida: Path, nombre: str) -> Leido:
    return load_workbook(salida / "otra" / nombre)


@pytest.mark.parametrize(("nombre", "maximo"), [("mapa", 16), ("plan", 34)])
def test_it_prints_on_letter_paper(salida: Path, nombre: str, maximo: int) -> None:
    pdf = salida / f"{nombre}.pdf"
    datos = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    assert CARTA_ACOSTADA.search(datos)
    assert len(_printed(pdf)) <= maximo


def _heights(pdf: Path, pagina: int) -> list[float]:
    """Return the height of each word of a page, in points."""
    orden = ["pdftotext", "-bbox", "-f", str(pagina), "-l", str(pagina), str(pdf), "-"]
    texto = subprocess.run(orden, check=True, capture_output=True, text=True).stdout
    cajas = re.findall(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', texto)
    return [float(abajo) - float(arriba) for arriba, abajo in cajas]


@pytest.mark.parametrize(
    ("nombre", "hoja"), [("mapa", "Consolidado"), ("plan", "Plan"), ("plan", "Calendario"), ("plan", "Cobertura")]
)
def test_wide_tables_are_printed_large_enough_and_say_in_each_page_what_their_rows_are(
    salida: Path, nombre: str, hoja: str
) -> None:
    pdf = salida / f"{nombre}.pdf"
    suyas = [n for n, pagina in enumerate(_printed(pdf), start=1) if re.search(f"· {hoja}(\\s|$)", pagina[:600])]
    primera = {"Consolidado": "Grupo de usuarios", "Plan": "Actividad", "Calendario": "Qué se promueve"}
    assert len(suyas) > 1
    for numero in suyas:
        assert median(_heights(pdf, numero)) >= 8
        assert primera.get(hoja, "De qué") in _printed(pdf)[numero - 1]


@pytest.mark.parametrize(
    ("nombre", "titulo"), [("mapa", "Mapa de usuarios · Consolidado"), ("plan", "Plan de promoción · Plan")]
)
def test_every_page_says_whose_it_is_of_when_and_which(salida: Path, nombre: str, titulo: str) -> None:
    paginas = _printed(salida / f"{nombre}.pdf")
    for numero, pagina in enumerate(paginas, start=1):
        assert "Secretaría de Caminos y Puentes Rurales" in pagina
        assert "6 de octubre de 2026" in pagina
        assert f"Página {numero} de {len(paginas)}" in pagina
    assert titulo in paginas[0]


@pytest.mark.parametrize(("nombre", "hoja", "cabecera"), [("mapa", "Por área", "Clase"), ("plan", "Plan", "Actividad")])
def test_headers_are_repeated_and_nothing_is_too_wide_for_its_column(
    salida: Path, nombre: str, hoja: str, cabecera: str
) -> None:
    paginas = [
        pagina for pagina in _printed(salida / f"{nombre}.pdf") if f"· {hoja}\n" in pagina or f"· {hoja} " in pagina
    ]
    assert len(paginas) > 1
    assert all(cabecera in pagina for pagina in paginas)
    assert not [pagina for pagina in paginas if "###" in pagina]


def test_dates_are_printed_as_dates(salida: Path) -> None:
    assert re.search(r"\b\d{2}/\d{2}/2026\b", "".join(_printed(salida / "plan.pdf")[:2]))


def test_text_like_a_formula_is_still_text_for_libreoffice(salida: Path) -> None:
    hoja = _saved_again(salida, "mapa.xlsx")["Consolidado"]
    hallada = [celda for fila in hoja.iter_rows() for celda in fila if celda.value == FORMULA]
    assert [celda.data_type for celda in hallada] == ["s"]


def test_libreoffice_finds_charts_dropdowns_filters_and_hidden_columns(salida: Path) -> None:
    mapa, plan = _saved_again(salida, "mapa.xlsx"), _saved_again(salida, "plan.xlsx")
    assert len(mapa["Análisis"]._charts) == 2  # noqa: SLF001 - openpyxl has no other door
    assert mapa["Listas"].sheet_state == "hidden"
    listas = [check for check in plan["Plan"].data_validations.dataValidation if check.type == "list"]
    assert len(listas) >= 6
    assert plan["Plan"].auto_filter.ref.startswith("A1:")
    assert plan["Plan"].column_dimensions["A"].hidden


def test_values_survive_being_saved_by_libreoffice(salida: Path) -> None:
    for nombre in ("mapa.xlsx", "plan.xlsx"):
        propio: Leido = load_workbook(salida / nombre)
        ajeno = _saved_again(salida, nombre)
        for hoja in propio:
            suyas = [[celda.value for celda in fila if celda.value is not None] for fila in hoja.iter_rows()]
            otras = [
                [celda.value for celda in fila if celda.value is not None] for fila in ajeno[hoja.title].iter_rows()
            ]
            assert [fila for fila in otras if fila] == [fila for fila in suyas if fila]
