"""The plan that LibreOffice opens, prints and saves again: few pages, large enough letters, and nothing lost."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from promueve_gui import bootstrap
from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.adapters.excel.plan import write_plan
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.domain.plan import LineaPlan
from returned import office
from tests.adapters.excel.muestra import delivery, project
from tests.adapters.excel.plan_devuelto import add, compared, planned, put, remove, sent, told, worked_on

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

HOY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oficina")


def printed(source: Path, folder: Path, profile: Path) -> tuple[list[str], list[float]]:
    """Return the text of each page, and the median height of letters in each, in points."""
    pdf = office.save_as(source, ".pdf", folder, profile)
    texto = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    cajas = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    paginas = (re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', p) for p in cajas.split("</page>")[:-1])
    return texto.split("\f")[:-1], [median(float(b) - float(a) for a, b in pagina) for pagina in paginas if pagina]


def test_the_sample_plan_is_printed_on_few_pages_that_can_be_read(tmp_path: Path, profile: Path) -> None:
    proyecto = project(bootstrap.build_example(HOY))
    write_plan(delivery(proyecto), tmp_path / "plan.xlsx", ignore_progress)
    paginas, altos = printed(tmp_path / "plan.xlsx", tmp_path / "pdf", profile)
    assert len(paginas) <= 20
    assert min(altos) >= 8
    plan = [pagina for pagina in paginas if re.search(r"Plan de promoción · Plan\b", pagina)]
    assert len(plan) == sum("Actividad" in pagina and "Estado" in pagina for pagina in paginas)  # whole across


@pytest.mark.parametrize("cuantas", [0, 12, 300])
def test_plans_of_any_size_are_printed(tmp_path: Path, profile: Path, cuantas: int) -> None:
    lineas = [
        LineaPlan(id=f"l{n}", nombre=f"Actividad {n} " + "larga " * (n % 40), fecha=date(2026, 1 + n % 12, 1 + n % 28))
        for n in range(cuantas)
    ]
    write_plan(delivery(project(lineas)), tmp_path / "plan.xlsx", ignore_progress)
    paginas, altos = printed(tmp_path / "plan.xlsx", tmp_path / "pdf", profile)
    assert min(altos) >= 8
    assert all(f"Actividad {n} " in "".join(paginas) for n in range(cuantas))
    assert "###" not in "".join(paginas)


@pytest.mark.parametrize("formato", [".xlsx", ".ods"])
@pytest.mark.parametrize("parte", ["", "area:a1"])
def test_saved_again_untouched_it_brings_nothing(tmp_path: Path, profile: Path, formato: str, parte: str) -> None:
    session = planned()
    path = sent(session, tmp_path / "plan.xlsx", por_mes=True, parte=parte)
    libro = read_returned(office.save_as(path, formato, tmp_path / "otra", profile))
    assert libro is not None
    devolucion = compared(session, libro)
    assert (told(devolucion), devolucion.problemas, libro.sello.exportacion) == (
        set(), [], f"entrega/plan{':' * bool(parte)}{parte}",
    )  # fmt: skip


@pytest.mark.parametrize("formato", [".xlsx", ".ods"])
def test_saved_again_with_edits_it_brings_those(tmp_path: Path, profile: Path, formato: str) -> None:
    session = planned()
    path = sent(session, tmp_path / "plan.xlsx", por_mes=True)
    worked_on(
        path,
        put("Boletín de puentes", "Fecha", date(2026, 2, 9)),
        put("Campaña de lluvias", "Grupos de usuarios", "Municipios; Periodistas de datos"),
        add({"Actividad": "Aviso nuevo", "Grupos de usuarios": "Municipios", "Fecha": date(2026, 11, 3)}),
        remove("Convocatoria"),
    )
    libro = read_returned(office.save_as(path, formato, tmp_path / "otra", profile))
    assert libro is not None
    assert told(compared(session, libro)) == {
        ("cambio", "Boletín de puentes", "fecha"),
        ("cambio", "Campaña de lluvias", "grupos"),
        ("nuevo", "Aviso nuevo", ""),
        ("faltante", "Convocatoria", ""),
    }


def test_dates_stay_dates_and_the_stamp_stays_hidden(tmp_path: Path, profile: Path) -> None:
    path = sent(planned(), tmp_path / "plan.xlsx", por_mes=True)
    libro = load_workbook(office.save_as(path, ".xlsx", tmp_path / "otra", profile))
    hoja = libro["Plan"]
    lugar = [celda.value for celda in hoja[1]].index("Fecha") + 1
    assert {hoja.cell(n, lugar).data_type for n in range(2, 10)} == {"d"}
    assert libro["_promueve"].sheet_state != "visible"
    assert libro["Febrero 2026"].protection.sheet
