"""``consolidar`` and ``importar`` with the workbooks that areas send back, in any mixture with their projects."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from openpyxl import load_workbook

from promueve_gui import bootstrap
from promueve_gui.domain.cambios import alta, cambio, nuevo_id
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import Acceso, ClaseGrupo
from tests.e2e.terminal import call, only_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from promueve_gui.application.session import Session

# A workbook, or a part of one, as openpyxl reads it: more than its stubs know.
Leido: TypeAlias = Any

AREAS = {"Boyas": ["Pescadores", "Marinas"], "Puertos": ["Navieras"]}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two areas, to which their workbooks were sent: «Boyas.xlsx» and «Puertos.xlsx»."""
    path = tmp_path / "faros.promueve"
    call("nuevo", path, "--institucion", "Secretaría de Faros", "--siglas", "SF")
    with opened(path) as session:
        for nombre, grupos in AREAS.items():
            area = AreaGeneradora(id=nuevo_id(), nombre=nombre)
            suyos = [
                GrupoUsuarios(id=nuevo_id(), nombre=grupo, area=area.id, clase=ClaseGrupo.SOCIEDAD) for grupo in grupos
            ]
            datos = ConjuntoDatos(id=nuevo_id(), nombre=f"Datos de {nombre}", area=area.id, acceso=Acceso.PUBLICO)
            session.edit("Alta", map(alta, [area, *suyos, datos]))
    assert call("exportar", path, "--formatos", tmp_path / "formatos").code == 0
    for nombre in AREAS:
        (written,) = (tmp_path / "formatos").rglob(f"*{nombre}*.xlsx")
        written.rename(tmp_path / f"{nombre}.xlsx")
    return path


class opened:  # noqa: N801 - reads as what it gives
    """The project, open for a moment."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> Session:
        self._session = bootstrap.build_opener().open(self._path)
        return self._session

    def __exit__(self, *_: object) -> None:
        self._session.close()


def edited(path: Path, edit: Callable[[Leido], None], target: str = "") -> Path:
    """Let somebody edit a workbook, and return it under the name that it comes back with."""
    libro = load_workbook(path)
    edit(libro)
    back = path.with_name(target) if target else path
    libro.save(back)
    return back


def row_of(sheet: Leido, nombre: str) -> int:
    """Return the number of the row that says ``nombre`` in its second column."""
    return next(int(cell.row) for cell in sheet["B"] if cell.value == nombre)


def put(libro: Leido, nombre: str, titulo: str, valor: object) -> None:
    """Write a value in the row of a group, under the title of a column."""
    sheet = libro["Grupos"]
    column = next(cell.column for cell in sheet[1] if cell.value == titulo)
    sheet.cell(row_of(sheet, nombre), column, valor)


def groups(path: Path) -> dict[str, GrupoUsuarios]:
    """Return the groups of a project by name."""
    with opened(path) as session:
        return {grupo.nombre: grupo for grupo in session.proyecto.todos(GrupoUsuarios)}


def test_untouched_workbooks_change_nothing(project: Path) -> None:
    before = groups(project)
    answer = call("consolidar", project, project.with_name("Boyas.xlsx"), project.with_name("Puertos.xlsx"))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("Sin cambios") == 2
    assert groups(project) == before


def everything(libro: Leido) -> None:
    """Edit, add, misspell, delete, and link a dataset to a new group."""
    put(libro, "Pescadores", "Notas", "Se reúnen cada mes")
    put(libro, "Pescadores", "Poder", 7)
    sheet = libro["Grupos"]
    sheet.append([None, "Armadores", None, "Otros sectores de la sociedad"])
    sheet.delete_rows(row_of(sheet, "Marinas"))
    datos = libro["Datos"]
    datos.cell(row_of(datos, "Datos de Boyas"), 3, "Armadores")


def test_what_is_certain_is_taken_and_the_rest_listed_as_json_and_kept(project: Path) -> None:
    back = edited(project.with_name("Boyas.xlsx"), everything, "boyas (2) FINAL.xlsx")
    answer = call("consolidar", project, back, "--json")
    assert (answer.code, answer.err) == (1, "")
    (said,) = answer.data
    assert (said["fuente"], said["formato"], said["conflictos"], said["problemas"]) == (str(back), "libro", [], [])
    assert (said["nuevos"], said["cambiados"]) == ({"grupo_usuarios": 1, "uso_datos": 1}, {"grupo_usuarios": 1})
    valor, falta = said["dudas"]
    assert (valor["hoja"], valor["renglon"], valor["valor"]) == ("Grupos", 2, "7")
    assert valor["mensaje"].startswith("Hoja «Grupos», renglón 2, columna")
    assert (falta["renglon"], falta["columna"]) == (None, "")
    assert "ya no viene «Marinas»" in falta["mensaje"]
    with opened(project) as session:
        assert len(session.proyecto.activos(Duda)) == 2
        (uso,) = session.proyecto.todos(UsoDatos)
        assert session.proyecto.titulo("grupo_usuarios", uso.grupo) == "Armadores"
        assert session.history(1)[0].detalle == "Recibir «boyas (2) FINAL.xlsx»"
    assert len(list((project.parent / "respaldos").glob("*.recepcion.promueve"))) == 1
    again = call("consolidar", project, back)
    assert (again.code, "ya se recibió" in again.out) == (0, True)


def test_a_conflict_names_both_sides(project: Path) -> None:
    back = edited(project.with_name("Puertos.xlsx"), lambda libro: put(libro, "Navieras", "Siglas", "NAV"))
    with opened(project) as session:
        (navieras,) = (g for g in session.proyecto.todos(GrupoUsuarios) if g.nombre == "Navieras")
        session.edit("Editar", [cambio(navieras, siglas="N")])
    answer = call("consolidar", project, back)
    assert answer.code == 1
    assert (
        "  - Hoja «Grupos», renglón 2, columna C: «Siglas» de «Navieras» se cambió en los dos lados; el proyecto dice "
        "«N» y el archivo «NAV». Decida cuál vale."
    ) in answer.out
    assert groups(project)["Navieras"].siglas == "N"


@pytest.mark.parametrize("orden", ["consolidar", "importar"])
def test_a_new_group_that_looks_like_another_is_told(project: Path, orden: str) -> None:
    def add(libro: Leido) -> None:
        libro["Grupos"].append([None, "Pescador", None, "Otros sectores de la sociedad"])

    answer = call(orden, project, edited(project.with_name("Boyas.xlsx"), add), "--json")
    (said,) = answer.data
    (duda,) = said["dudas"]
    assert (answer.code, said["nuevos"]) == (1, {"grupo_usuarios": 1})
    assert duda["mensaje"].endswith("que se parece a «Pescadores»; revise en «Duplicados» si es lo mismo.")


def test_workbooks_and_projects_come_in_any_mixture(project: Path, tmp_path: Path) -> None:
    copia = tmp_path / "puertos.promueve"
    shutil.copyfile(project, copia)
    with opened(copia) as session:
        (navieras,) = (g for g in session.proyecto.todos(GrupoUsuarios) if g.nombre == "Navieras")
        session.edit("Editar", [cambio(navieras, notas="De la copia")])
    back = edited(project.with_name("Boyas.xlsx"), lambda libro: put(libro, "Marinas", "Notas", "Del libro"))
    answer = call("consolidar", project, back, copia, "--json")
    assert answer.code == 0
    assert [said["formato"] for said in answer.data] == ["libro", "proyecto"]
    assert {nombre: grupo.notas for nombre, grupo in groups(project).items()} == {
        "Pescadores": "",
        "Marinas": "Del libro",
        "Navieras": "De la copia",
    }


def test_what_cannot_be_taken_does_not_stop_the_rest(project: Path, tmp_path: Path) -> None:
    roto, otro = tmp_path / "roto.xlsx", tmp_path / "otro.csv"
    roto.write_bytes(b"PK\x03\x04 un libro")
    otro.write_text("uno,dos\n1,2\n", encoding="utf-8")
    back = edited(project.with_name("Boyas.xlsx"), lambda libro: put(libro, "Marinas", "Notas", "Del libro"))
    answer = call("consolidar", project, roto, otro, back, "--json")
    assert answer.code == 1
    assert [len(said["problemas"]) for said in answer.data] == [1, 1, 0]
    assert "dañado" in answer.err
    assert "«otro.csv» no es un proyecto ni un libro que Promueve haya enviado" in answer.err
    assert groups(project)["Marinas"].notas == "Del libro"


def test_when_nothing_can_be_taken_one_line_says_why(project: Path, tmp_path: Path) -> None:
    otro = tmp_path / "otro.csv"
    otro.write_text("uno,dos\n1,2\n", encoding="utf-8")
    before = project.read_bytes()
    assert "impórtelo" in only_line(call("consolidar", project, otro))
    assert project.read_bytes() == before


def test_another_institution_is_refused(project: Path, tmp_path: Path) -> None:
    dunas = tmp_path / "dunas.promueve"
    call("nuevo", dunas, "--institucion", "Instituto de Dunas", "--siglas", "ID")
    before = groups(dunas)
    assert "Secretaría de Faros" in only_line(call("consolidar", dunas, project.with_name("Boyas.xlsx")))
    assert groups(dunas) == before


def test_importing_a_workbook_does_the_same(project: Path, tmp_path: Path) -> None:
    back = edited(project.with_name("Boyas.xlsx"), everything)
    plan = tmp_path / "plan.csv"
    plan.write_text("cualquier cosa\n", encoding="utf-8")
    answer = call("importar", project, back, plan, "--json")
    assert answer.code == 1
    libro, otro = answer.data
    assert (libro["formato"], libro["nuevos"], len(libro["dudas"])) == (
        "libro",
        {"grupo_usuarios": 1, "uso_datos": 1},
        2,
    )
    assert otro["formato"] is None
    assert "Armadores" in groups(project)


def unstamped(libro: Leido) -> None:
    """Take everything away by which the workbook is known."""
    del libro["_promueve"]
    for name in list(libro.custom_doc_props.names):
        del libro.custom_doc_props[name]
    for cell in libro["Grupos"]["A"][1:]:
        cell.value = None
    libro["Grupos"].append([None, "Armadores"])


def test_whose_a_workbook_is_can_be_said(project: Path) -> None:
    back = edited(project.with_name("Boyas.xlsx"), unstamped, "sin sello.xlsx")
    answer = call("importar", project, back, "--area", "boyas")
    assert answer.code == 0, answer
    assert "El archivo no dice de qué envío es" in answer.out
    found = groups(project)
    assert found["Armadores"].area == found["Pescadores"].area
    assert len(found) == 4
    assert "No hay en el proyecto un área que se llame «Bollas»" in only_line(
        call("importar", project, back, "--area", "Bollas")
    )


def test_a_workbook_of_ours_without_its_sheets_is_told_so(project: Path) -> None:
    def emptied(libro: Leido) -> None:
        for name in ("Grupos", "Datos"):
            del libro[name]

    back = edited(project.with_name("Boyas.xlsx"), emptied)
    for orden in ("importar", "consolidar"):
        assert "ya no tiene sus hojas con encabezados" in only_line(call(orden, project, back))


@pytest.fixture
def chart(project: Path) -> Iterator[Path]:
    """Return the map of the project."""
    path = project.with_name("Mapa.xlsx")
    assert call("exportar", project, "--mapa", path).code == 0
    yield path
    path.unlink()


def test_the_map_gives_nothing_untouched_and_exactly_the_edits_otherwise(project: Path, chart: Path) -> None:
    assert "Sin cambios" in call("importar", project, chart).out

    def edit(libro: Leido) -> None:
        sheet = libro["Consolidado"]
        titles = {cell.value: cell.column for cell in sheet[1]}
        row = row_of(sheet, "Navieras")
        sheet.cell(row, titles["Prioritario"], "Sí")
        sheet.cell(row, titles["Área generadora"], "Boyas")
        sheet.cell(row, titles["Tratamiento sugerido"], "Monitorear")
        sheet.append([None, "Armadores", None, None, "Puertos"])

    answer = call("importar", project, edited(chart, edit), "--json")
    assert answer.code == 1
    (said,) = answer.data
    assert (said["nuevos"], said["cambiados"], said["dudas"]) == ({"grupo_usuarios": 1}, {"grupo_usuarios": 1}, [])
    (problema,) = said["problemas"]
    assert "«Tratamiento sugerido» se calcula" in problema["mensaje"]
    found = groups(project)
    assert found["Navieras"].prioritario
    assert found["Navieras"].area == found["Pescadores"].area
    assert found["Armadores"].nombre == "Armadores"
