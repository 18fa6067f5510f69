"""The call ``importar`` on files of each family, made up and, where at hand, as institutions published them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from tests.e2e.terminal import call, content, only_line

if TYPE_CHECKING:
    from pathlib import Path


ENCABEZADO = (
    "Responsable,Nombre del conjunto,Nombre del recurso,¿De qué es?,¿Tiene datos privados?,"
    "Razón por la cual los datos son privados,"
    '"¿En qué plataforma, tecnología, programa o sistema se albergan?",'
    "Fecha estimada de publicación en datos.gob.mx,Frecuencia con la que actualizan\n"
)
PLAN = ENCABEZADO + (
    "Dirección de Faros,Faros en servicio,Faros en CSV,Listado,Publico,,csv,2026-03-31,anual\n"
    "Dirección de Faros,Faros en servicio,Faros en ODS,Listado,Publico,,ods,2026-03-31,anual\n"
    "Direccion de Faros,Boyas,Boyas en CSV,Listado,Publico,,csv,02-2026,anual\n"
    "Unidad de Datos,Plan de Apertura Institucional de SF,Plan,Plan,Publico,,csv,2026-03-31,anual\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "faros.promueve"
    call("nuevo", path, "--institucion", "Secretaría de Faros", "--siglas", "SF")
    return path


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_an_import_answers_with_counts_and_problems(project: Path, plan: Path) -> None:
    answer = call("importar", project, plan, "--json")
    assert answer.code == 1
    (fuente,) = answer.data
    assert list(fuente) == ["fuente", "formato", "nuevos", "cambiados", "iguales", "problemas"]
    assert (fuente["fuente"], fuente["formato"]) == (str(plan), "inventario_plan")
    assert fuente["nuevos"] == {"area_generadora": 3, "conjunto_datos": 3, "recurso": 4}
    assert fuente["cambiados"] == fuente["iguales"] == {}
    assert [(p["renglon"], p["columna"], p["valor"]) for p in fuente["problemas"]] == [
        (4, "A", "Direccion de Faros"),
        (4, "H", "02-2026"),
    ]
    assert all(p.keys() == {"hoja", "renglon", "columna", "valor", "mensaje"} for p in fuente["problemas"])
    assert [c.institucional for c in content(project).todos(ConjuntoDatos)] == [False, False, True]


def test_the_same_file_again_changes_nothing(project: Path, plan: Path) -> None:
    call("importar", project, plan)
    before = content(project)
    (fuente,) = call("importar", project, plan, "--json").data
    assert fuente["nuevos"] == fuente["cambiados"] == {}
    assert fuente["iguales"] == {"area_generadora": 3, "conjunto_datos": 3, "recurso": 4}
    assert content(project) == before
    assert "Sin cambios" in call("importar", project, plan).out


def test_a_file_without_problems_ends_with_zero(project: Path, tmp_path: Path) -> None:
    limpio = tmp_path / "limpio.csv"
    limpio.write_text("".join(PLAN.splitlines(keepends=True)[:3]), encoding="utf-8")
    answer = call("importar", project, limpio)
    assert (answer.code, answer.err) == (0, "")
    assert "limpio.csv: Inventario y plan de apertura" in answer.out


def test_a_file_whose_name_is_no_text_is_imported_all_the_same(project: Path, tmp_path: Path) -> None:
    source = tmp_path / "a\udcf1o\n2026.csv"  # as a system that wrote names in Latin-1 left it
    try:
        source.write_text(PLAN, encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        pytest.skip("names are text on this drive")
    (brought,) = call("importar", project, source, "--json").data
    assert brought["nuevos"]["recurso"] == 4
    session = bootstrap.build_opener().open(project, read_only=True)
    assert "Importar «ao 2026.csv»" in [asiento.detalle for asiento in session.history()]
    session.close()


def test_look_alike_areas_are_joined_when_asked(project: Path, plan: Path) -> None:
    call("importar", project, plan, "--unir")
    assert [(a.nombre, a.otros_nombres) for a in content(project).activos(AreaGeneradora)] == [
        ("Dirección de Faros", "Direccion de Faros"),
        ("Unidad de Datos", ""),
    ]
    (fuente,) = call("importar", project, plan, "--json", "--unir").data
    assert fuente["nuevos"] == fuente["cambiados"] == {}


def test_look_alike_areas_can_be_joined_afterwards(project: Path, plan: Path) -> None:
    hint = "Para unir las áreas que parecen la misma, importe con --unir."
    assert hint in call("importar", project, plan).out
    assert hint not in call("importar", project, plan, "--unir").out
    proyecto = content(project)
    usadas = {proyecto.titulo("area_generadora", c.area) for c in proyecto.todos(ConjuntoDatos)}
    assert usadas == {"Dirección de Faros", "Unidad de Datos"}


def test_a_source_that_cannot_be_read_does_not_stop_the_others(project: Path, plan: Path, tmp_path: Path) -> None:
    answer = call("importar", project, tmp_path / "nada.csv", plan, "--json")
    assert answer.code == 1
    mala, buena = answer.data
    assert (mala["formato"], mala["nuevos"]) == (None, {})
    assert "nada.csv" in mala["problemas"][0]["mensaje"]
    assert buena["nuevos"]["recurso"] == 4
    assert "nada.csv" in answer.err


def test_when_no_source_can_be_read_nothing_is_done(project: Path, tmp_path: Path) -> None:
    before = project.read_bytes()
    texto = tmp_path / "carta.txt"
    texto.write_text("Estimada Inés:", encoding="utf-8")
    line = only_line(call("importar", project, texto, tmp_path / "nada.csv"))
    assert "carta.txt" in line
    assert "nada.csv" in line
    assert project.read_bytes() == before


def test_the_area_of_datasets_without_one_may_be_given(project: Path, tmp_path: Path) -> None:
    source = tmp_path / "sin area.csv"
    source.write_text(PLAN.replace("Direccion de Faros", ""), encoding="utf-8")
    call("importar", project, source, "--area", "Coordinación de Boyas")
    proyecto = content(project)
    areas = {c.nombre: proyecto.titulo("area_generadora", c.area) for c in proyecto.todos(ConjuntoDatos)}
    assert areas["Boyas"] == "Coordinación de Boyas"
    assert areas["Faros en servicio"] == "Dirección de Faros"


def test_an_import_can_be_undone(project: Path, plan: Path) -> None:
    before = content(project)
    call("importar", project, plan)
    session = bootstrap.build_opener().open(project)
    try:
        edicion = session.undo()
        assert edicion is not None
        assert edicion.motivo == "Importar «plan.csv»"
        assert session.proyecto == before
    finally:
        session.close()
    assert list((project.parent / "respaldos").glob("*.importacion.promueve"))


def test_the_plan_that_an_institute_published(project: Path, datos_reales: Path) -> None:
    source = datos_reales / "plan-apertura-inah.csv"
    (fuente,) = call("importar", project, source, "--json").data
    assert fuente["nuevos"] == {"area_generadora": 3, "conjunto_datos": 7, "recurso": 153}
    assert sum(c.institucional for c in content(project).todos(ConjuntoDatos)) == 3
    parecidas, basura = fuente["problemas"]
    assert "parecen la misma área" in parecidas["mensaje"]
    assert basura["renglon"] == 169
    (otra,) = call("importar", project, source, "--json").data
    assert otra["nuevos"] == otra["cambiados"] == {}
    assert otra["iguales"] == fuente["nuevos"]


def test_the_official_template_has_only_examples(project: Path, datos_reales: Path) -> None:
    answer = call("importar", project, datos_reales / "plantilla-inventario.xlsx", "--json")
    assert answer.code == 1
    assert answer.data[0]["nuevos"] == {}
    assert [p["renglon"] for p in answer.data[0]["problemas"]] == [2, 3, 4]
