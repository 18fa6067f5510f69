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

    from promueve_gui.application.session import Session

pytestmark = [pytest.mark.libreoffice, pytest.mark.lento]

HOY = date(2026, 11, 28)


SIZES = (0, 12, 300)
PARTS = {"todo": "", "parte": "area:a1"}
EDITED = "editado"
EDITS = (
    put("Boletín de puentes", "Fecha", date(2026, 2, 9)),
    put("Campaña de lluvias", "Grupos de usuarios", "Municipios; Periodistas de datos"),
    add({"Actividad": "Aviso nuevo", "Grupos de usuarios": "Municipios", "Fecha": date(2026, 11, 3)}),
    remove("Convocatoria"),
)


@pytest.fixture(scope="module")
def sessions() -> dict[str, Session]:
    """Return the project that each plan that comes back left from."""
    return {nombre: planned() for nombre in (*PARTS, EDITED)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, sessions: dict[str, Session]) -> Path:
    """Return where LibreOffice printed the plans of ``SIZES`` and saved the others again; one start for each format."""
    made = tmp_path_factory.mktemp("oficina")
    writing = {"ejemplo": project(bootstrap.build_example(HOY))} | {str(n): project(lines(n)) for n in SIZES}
    for nombre, proyecto in writing.items():
        write_plan(delivery(proyecto), made / f"{nombre}.xlsx", ignore_progress)
    office.save_all([made / f"{nombre}.xlsx" for nombre in writing], ".pdf", made, made / "perfil")
    returning = [
        sent(session, made / f"{nombre}.xlsx", por_mes=True, parte=PARTS.get(nombre, ""))
        for nombre, session in sessions.items()
    ]
    worked_on(made / f"{EDITED}.xlsx", *EDITS)
    for formato in (".xlsx", ".ods"):
        office.save_all(returning, formato, made / "otra", made / "perfil")
    return made


def lines(cuantas: int) -> list[LineaPlan]:
    return [
        LineaPlan(id=f"l{n}", nombre=f"Actividad {n} " + "larga " * (n % 40), fecha=date(2026, 1 + n % 12, 1 + n % 28))
        for n in range(cuantas)
    ]


def printed(pdf: Path) -> tuple[list[str], list[float]]:
    """Return the text of each page, and the median height of letters in each, in points."""
    texto = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    cajas = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    paginas = (re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', p) for p in cajas.split("</page>")[:-1])
    return texto.split("\f")[:-1], [median(float(b) - float(a) for a, b in pagina) for pagina in paginas if pagina]


def test_the_sample_plan_is_printed_on_few_pages_that_can_be_read(folder: Path) -> None:
    paginas, altos = printed(folder / "ejemplo.pdf")
    assert len(paginas) <= 20
    assert min(altos) >= 8
    plan = [pagina for pagina in paginas if re.search(r"Plan de promoción · Plan\b", pagina)]
    assert len(plan) == sum("Actividad" in pagina and "Estado" in pagina for pagina in paginas)  # whole across


@pytest.mark.parametrize("cuantas", SIZES)
def test_plans_of_any_size_are_printed(folder: Path, cuantas: int) -> None:
    paginas, altos = printed(folder / f"{cuantas}.pdf")
    assert min(altos) >= 8
    assert all(f"Actividad {n} " in "".join(paginas) for n in range(cuantas))
    assert "###" not in "".join(paginas)


@pytest.mark.parametrize("formato", [".xlsx", ".ods"])
@pytest.mark.parametrize("nombre", PARTS)
def test_saved_again_untouched_it_brings_nothing(
    folder: Path, sessions: dict[str, Session], formato: str, nombre: str
) -> None:
    libro = read_returned(folder / "otra" / f"{nombre}{formato}")
    assert libro is not None
    devolucion = compared(sessions[nombre], libro)
    parte = PARTS[nombre]
    assert (told(devolucion), devolucion.problemas, libro.sello.exportacion) == (
        set(), [], f"entrega/plan{':' * bool(parte)}{parte}",
    )  # fmt: skip


@pytest.mark.parametrize("formato", [".xlsx", ".ods"])
def test_saved_again_with_edits_it_brings_those(folder: Path, sessions: dict[str, Session], formato: str) -> None:
    libro = read_returned(folder / "otra" / f"{EDITED}{formato}")
    assert libro is not None
    assert told(compared(sessions[EDITED], libro)) == {
        ("cambio", "Boletín de puentes", "fecha"),
        ("cambio", "Campaña de lluvias", "grupos"),
        ("nuevo", "Aviso nuevo", ""),
        ("faltante", "Convocatoria", ""),
    }


def test_dates_stay_dates_and_the_stamp_stays_hidden(folder: Path) -> None:
    libro = load_workbook(folder / "otra" / "todo.xlsx")
    hoja = libro["Plan"]
    lugar = [celda.value for celda in hoja[1]].index("Fecha") + 1
    assert {hoja.cell(n, lugar).data_type for n in range(2, 10)} == {"d"}
    assert libro["_promueve"].sheet_state != "visible"
    assert libro["Febrero 2026"].protection.sheet
