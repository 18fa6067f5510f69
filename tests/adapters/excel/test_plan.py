"""The plan, read back as whoever receives it would."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from tests.adapters.excel.muestra import Leido, column, project, rows, sample, written_plan

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = ["Plan", "Calendario", "Cobertura", "Catálogos", "_promueve"]


def by_name(hoja: Leido, titulo: str) -> dict[object, dict[object, object]]:
    """Return the rows of a table by what they have under ``titulo``, each with its values by title, blanks left out."""
    cabecera, *resto = rows(hoja)
    lugar = cabecera.index(titulo)
    return {
        fila[lugar]: {t: v for t, v in zip(cabecera, fila, strict=True) if v is not None and t != titulo}
        for fila in resto
    }


def test_it_has_its_sheets(tmp_path: Path) -> None:
    assert written_plan(tmp_path, project(sample())).sheetnames == SHEETS


def test_lines_come_by_date_and_undated_ones_last(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Plan"]
    assert column(hoja, "Actividad") == [
        "Convocatoria", "Boletín de puentes", "Cancelada", "Campaña de lluvias", "Visor en el portal",
    ]  # fmt: skip


def test_a_line_reads_as_people_would_say_it(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Plan"]
    assert by_name(hoja, "Actividad")["Campaña de lluvias"] == {
        "id": "l2",
        "Conjunto de datos": "Cierres por lluvia",
        "Grupos de usuarios": "Municipios",
        "Tipo de contenido": "Noticia, comunicado o boletín",
        "Canal": "Correo electrónico",
        "Fecha": datetime(2026, 6, 20),  # noqa: DTZ001 - a day, as openpyxl reads it
        "Hasta": datetime(2026, 8, 3),  # noqa: DTZ001 - as above
        "Papel responsable": "Enlace Institucional",
        "Estado": "Idea",
    }


def test_dates_are_real_and_look_mexican(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Plan"]
    lugar = rows(hoja)[0].index("Fecha") + 1
    celda = hoja.cell(2, lugar)
    assert (celda.data_type, celda.number_format) == ("d", "dd/mm/yyyy")
    assert hoja.column_dimensions[celda.column_letter].number_format == "dd/mm/yyyy"


def test_the_person_in_charge_is_named_only_when_asked(tmp_path: Path) -> None:
    assert "Persona responsable" not in rows(written_plan(tmp_path, project(sample()))["Plan"])[0]
    libro = written_plan(tmp_path, project(sample()), personales=True)
    assert "Rosalba Puente Llano" in column(libro["Plan"], "Persona responsable")
    assert "Rosalba Puente Llano" in column(libro["Catálogos"], "Personas")


def test_the_plan_can_be_filtered_and_keeps_its_header(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Plan"]
    assert hoja.auto_filter.ref == f"A1:{hoja.cell(1, hoja.max_column).column_letter}6"
    assert (hoja.freeze_panes, hoja.print_title_rows) == ("C2", "$1:$1")


def test_the_calendar_shows_what_happens_each_month(tmp_path: Path) -> None:
    filas = by_name(written_plan(tmp_path, project(sample()))["Calendario"], "Qué se promueve")
    assert filas == {
        "Cierres por lluvia": {
            "Tipo": "Conjunto",
            "jun 2026": "20 al 3 ago · Campaña de lluvias",
            "jul 2026": "(sigue) Campaña de lluvias",
            "ago 2026": "(sigue) Campaña de lluvias",
        },
        "Inventario de puentes": {"Tipo": "Conjunto", "feb 2026": "5 · Boletín de puentes"},
        "Visor de caminos": {"Tipo": "Herramienta", "Sin fecha u otras fechas": "Visor en el portal"},
        "Datatón rural": {"Tipo": "Evento", "feb 2026": "1 · Convocatoria"},
    }


def test_a_crowded_month_is_summed_up_and_lines_without_object_have_a_row(tmp_path: Path) -> None:
    lineas = [LineaPlan(id=f"l{n}", nombre=f"Mensaje {n}", fecha=date(2026, 3, 1 + n)) for n in range(11)]
    filas = by_name(written_plan(tmp_path, project(lineas))["Calendario"], "Qué se promueve")
    celda = str(filas["Otras actividades"]["mar 2026"]).split("\n")
    assert celda[0] == "1 · Mensaje 0"
    assert celda[8:] == ["… y 3 más"]


def test_coverage_counts_by_bimestre_and_says_where_the_gaps_are(tmp_path: Path) -> None:
    filas = by_name(written_plan(tmp_path, project(sample()))["Cobertura"], "Grupo o conjunto de datos")
    totales = {nombre: (fila["Total de actividades"], fila["Situación"]) for nombre, fila in filas.items()}
    assert totales == {
        "Todas las actividades": (4, "Sin actividades en: mar–abr 2026, sep–oct 2026, nov–dic 2026"),
        "Bancos de alimentos": (0, "▲ Prioritario sin actividades"),
        "Periodistas de datos": (3, "1 de 6 bimestres"),
        "=Suma(1)": (0, "Sin actividades"),
        "Municipios": (2, "3 de 6 bimestres"),
        "Inventario de puentes": (1, "1 de 6 bimestres"),
        "Cierres por lluvia": (1, "2 de 6 bimestres"),
    }
    assert list(filas) == list(totales)
    assert filas["Periodistas de datos"]["ene–feb 2026"] == 2
    assert filas["Periodistas de datos"]["Sin fecha u otras fechas"] == 1
    assert [filas["Municipios"][b] for b in ("may–jun 2026", "jul–ago 2026", "sep–oct 2026")] == [1, 1, 0]


def test_coverage_speaks_without_colours_too(tmp_path: Path) -> None:
    hoja = written_plan(tmp_path, project(sample()))["Cobertura"]
    assert hoja["D3"].number_format == '"● "#,##0;;"–"'
    assert len(hoja.conditional_formatting) == 3


def test_full_coverage_is_said(tmp_path: Path) -> None:
    linea = LineaPlan(id="l", nombre="Todo el año", grupos=("g",), fecha=date(2026, 1, 1), fecha_fin=date(2026, 12, 31))
    proyecto = project([GrupoUsuarios(id="g", nombre="Prensa", prioritario=True), linea])
    filas = by_name(written_plan(tmp_path, proyecto)["Cobertura"], "Grupo o conjunto de datos")
    assert filas["Todas las actividades"]["Situación"] == "Actividades en todos los bimestres"
    assert filas["Prensa"]["Situación"] == "6 de 6 bimestres"


def test_an_empty_project_gives_a_plan_to_start_from(tmp_path: Path) -> None:
    libro = written_plan(tmp_path, Proyecto())
    assert libro.sheetnames == SHEETS
    assert [hoja.max_row for hoja in libro][:3] == [1, 1, 2]
    assert rows(libro["Cobertura"])[1][-2] == "Sin actividades"
    assert libro["Catálogos"].max_row == 7 + 3
