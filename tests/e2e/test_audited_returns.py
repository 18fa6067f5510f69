"""Area workbooks edited as people do, received with ``consolidar``: nothing is taken as certain that is not."""

from __future__ import annotations

import shutil
import unicodedata
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from openpyxl import Workbook, load_workbook

from promueve_gui import bootstrap
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.vocabularios import Acceso, ClaseGrupo, TipoUso
from tests.e2e.terminal import call

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A workbook or a sheet as openpyxl reads it, and what the program says of a file: more than their stubs know.
Leido: TypeAlias = Any

GRUPOS = {
    "Pescadores de la región": ("PR", "Piden la posición de cada boya", 2, 3),
    "Capitanías de navegación": ("CN", "Vigilan el tráfico marítimo", 3, 2),
    "Astilleros públicos": ("AP", "Reparan señales", 1, 1),
    "Buzos": ("BZ", "Revisan los anclajes", 1, 2),
}
CARTA = "Cartas náuticas"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose two areas were sent their workbooks, «Boyas.xlsx» and «Puertos.xlsx»."""
    folder = tmp_path_factory.mktemp("enviado")
    path = folder / "faros.promueve"
    call("nuevo", path, "--institucion", "Secretaría de Faros", "--siglas", "SF")
    boyas, puertos = (AreaGeneradora(id=nuevo_id(), nombre=nombre) for nombre in ("Boyas", "Puertos"))
    grupos = [new_group(boyas, nombre, *datos) for nombre, datos in GRUPOS.items()]
    otros = [new_group(puertos, "Navieras", "NV", "Mueven carga", 3, 3)]
    carta = ConjuntoDatos(id=nuevo_id(), nombre=CARTA, area=boyas.id, acceso=Acceso.PUBLICO)
    usos = [
        UsoDatos(id=nuevo_id(), grupo=grupo.id, conjunto=carta.id, tipo=TipoUso.ACTUAL, uso=f"Navegación {numero}")
        for numero, grupo in enumerate(grupos[:2])
    ]
    session = bootstrap.build_opener().open(path)
    session.edit("Alta", map(alta, [boyas, puertos, carta, *grupos, *otros, *usos]))
    session.close()
    assert call("exportar", path, "--formatos", folder / "formatos").code == 0
    for nombre in ("Boyas", "Puertos"):
        (written,) = (folder / "formatos").rglob(f"*{nombre}*.xlsx")
        written.rename(folder / f"{nombre}.xlsx")
    return path


@pytest.fixture
def project(sent: Path, tmp_path: Path) -> Path:
    """Return a project and its workbooks, to be spoilt."""
    for name in ("faros.promueve", "Boyas.xlsx", "Puertos.xlsx"):
        shutil.copyfile(sent.with_name(name), tmp_path / name)
    return tmp_path / "faros.promueve"


def new_group(
    area: AreaGeneradora, nombre: str, siglas: str, descripcion: str, poder: int, interes: int
) -> GrupoUsuarios:
    """Return a group of an area, with everything that the tests look at."""
    return GrupoUsuarios(
        id=nuevo_id(),
        nombre=nombre,
        siglas=siglas,
        area=area.id,
        clase=ClaseGrupo.SOCIEDAD,
        descripcion=descripcion,
        poder=poder,
        interes=interes,
    )


def edited(project: Path, edit: Callable[[Leido], Leido | None], target: str = "Boyas de vuelta.xlsx") -> Path:
    """Let the area edit its workbook, or make another of it, and return it under the name that it comes back with."""
    libro = load_workbook(project.with_name("Boyas.xlsx"))
    back = project.with_name(target)
    (edit(libro) or libro).save(back)
    return back


def stored(project: Path, tipo: type[Leido]) -> list[Leido]:
    """Return the records of a kind that stand in the project."""
    session = bootstrap.build_opener().open(project)
    try:
        return list(session.proyecto.activos(tipo))
    finally:
        session.close()


def groups(project: Path) -> list[tuple[Leido, ...]]:
    """Return what the groups of a project say, each with its identity, in order."""
    return sorted(
        (g.id, g.nombre, g.siglas, g.descripcion, g.poder, g.interes, g.notas) for g in stored(project, GrupoUsuarios)
    )


def received(project: Path, *backs: Path, code: int) -> list[Leido]:
    """Return what the program says of each file, once it ends with this code."""
    answer = call("consolidar", project, *backs, "--json")
    assert (answer.code, answer.err) == (code, ""), answer
    data: list[Leido] = answer.data
    return data


def counts(said: Leido) -> tuple[dict[str, int], dict[str, int], int, int, int]:
    """Return what is new, what changed, and how many conflicts, doubts and problems there are."""
    return (said["nuevos"], said["cambiados"], *(len(said[key]) for key in ("conflictos", "dudas", "problemas")))


def assert_nothing_new(project: Path, *backs: Path) -> None:
    """Check that the same files a second time change nothing."""
    before = groups(project)
    answer = call("consolidar", project, *backs, "--json")
    assert [(said["nuevos"], said["cambiados"]) for said in answer.data] == [({}, {})] * len(backs)
    assert groups(project) == before


def rows(sheet: Leido, first: int = 1) -> list[list[Leido]]:
    """Return the values of the rows below the titles, from a column on."""
    return [[cell.value for cell in row[first - 1 :]] for row in sheet.iter_rows(min_row=2)]


def write(sheet: Leido, values: list[list[Leido]], first: int = 1, row: int = 2) -> None:
    """Write rows of values from a place on."""
    for number, line in enumerate(values, row):
        for column, value in enumerate(line, first):
            sheet.cell(number, column).value = value  # said as an argument, ``None`` would leave what was there


def put(libro: Leido, nombre: str, titulo: str, valor: object) -> None:
    """Write a value in the row of a group, under the title of a column."""
    sheet = libro["Grupos"]
    column = next(cell.column for cell in sheet[1] if cell.value == titulo)
    sheet.cell(row_of(sheet, nombre), column, valor)


def row_of(sheet: Leido, nombre: str) -> int:
    """Return the number of the row that says ``nombre`` in its second column."""
    return next(int(cell.row) for cell in sheet["B"] if cell.value == nombre)


def titled(libro: Leido, titulo: str) -> int:
    """Return the number of the column of groups that has this title."""
    return next(int(cell.column) for cell in libro["Grupos"][1] if cell.value == titulo)


def sort_backwards(libro: Leido) -> None:
    """Sort the cells that are seen, so that each hidden identity stands beside another group."""
    sheet = libro["Grupos"]
    write(sheet, sorted(rows(sheet, 2), reverse=True), 2)


def swap_two(libro: Leido) -> None:
    """Exchange the cells that are seen of two rows."""
    sheet = libro["Grupos"]
    first, second, *_ = rows(sheet, 2)
    write(sheet, [second, first], 2)


def lose_identities(libro: Leido) -> None:
    """Empty the hidden column."""
    for cell in libro["Grupos"]["A"][1:]:
        cell.value = None


def drop_identities(libro: Leido) -> None:
    """Delete the hidden column, title and all."""
    libro["Grupos"].delete_cols(1)


REACOMODOS = [sort_backwards, swap_two, lose_identities, drop_identities]


@pytest.mark.parametrize("edit", REACOMODOS)
def test_rows_that_lost_their_identity_are_known_by_their_name(project: Path, edit: Callable[[Leido], None]) -> None:
    before, usos = groups(project), stored(project, UsoDatos)
    back = edited(project, edit)
    (said,) = received(project, back, code=0)
    assert counts(said) == ({}, {}, 0, 0, 0)
    assert said["iguales"] == {"grupo_usuarios": 4, "uso_datos": 2}
    assert (groups(project), stored(project, UsoDatos)) == (before, usos)
    assert_nothing_new(project, back)


@pytest.mark.parametrize("edit", REACOMODOS)
def test_what_was_written_in_such_a_row_goes_to_the_group_that_it_names(
    project: Path, edit: Callable[[Leido], None]
) -> None:
    def edit_and_write(libro: Leido) -> None:
        put(libro, "Buzos", "Notas", "Cambian de turno")
        put(libro, "Pescadores de la región", "Poder", 1)
        edit(libro)

    before = groups(project)
    back = edited(project, edit_and_write)
    (said,) = received(project, back, code=0)
    assert counts(said) == ({}, {"grupo_usuarios": 2}, 0, 0, 0)
    assert changed(before, groups(project)) == {"Buzos": {"Cambian de turno"}, "Pescadores de la región": {1}}
    assert_nothing_new(project, back)


def changed(before: list[tuple[Leido, ...]], after: list[tuple[Leido, ...]]) -> dict[str, set[Leido]]:
    """Return what each group, known by its identity, says now and did not say."""
    return {
        new[1]: {now for was, now in zip(old, new, strict=True) if was != now}
        for old, new in zip(before, after, strict=True)
        if old != new
    }


def test_a_sheet_copied_below_itself_is_taken_once_and_said(project: Path) -> None:
    def copy_all(libro: Leido) -> None:
        sheet = libro["Grupos"]
        write(sheet, rows(sheet), row=sheet.max_row + 1)

    before = groups(project)
    back = edited(project, copy_all)
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {}, 0, 0, 4)
    assert [problema["mensaje"].partition(";")[0] for problema in said["problemas"]] == [
        f"Hoja «Grupos», renglón {row}: repite el renglón {row - 4}" for row in range(6, 10)
    ]
    assert groups(project) == before
    assert_nothing_new(project, back)


@pytest.mark.parametrize("with_identity", [True, False])
def test_a_row_copied_with_another_grade_is_asked_about(project: Path, *, with_identity: bool) -> None:
    def copy_row(libro: Leido) -> None:
        sheet = libro["Grupos"]
        copy = rows(sheet)[1]
        copy[titled(libro, "Poder") - 1] = 3
        if not with_identity:
            copy[0] = None
        write(sheet, [copy], row=sheet.max_row + 1)

    before = groups(project)
    back = edited(project, copy_row)
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {}, 0, 1, 0)
    (duda,) = said["dudas"]
    assert duda["mensaje"].startswith("Hoja «Grupos», renglón 6: otro renglón ya es «Buzos»;")
    assert (groups(project), len(stored(project, Duda))) == (before, 1)
    assert_nothing_new(project, back)


def test_a_new_row_with_a_name_in_capitals_is_asked_about(project: Path) -> None:
    before = groups(project)
    nueva = [None, "ASTILLEROS PUBLICOS", None, "Otros sectores de la sociedad", None, "Otra cosa"]
    back = edited(project, lambda libro: libro["Grupos"].append(nueva))
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {}, 0, 1, 0)
    assert said["dudas"][0]["valor"] == "ASTILLEROS PUBLICOS"
    assert (groups(project), len(stored(project, Duda))) == (before, 1)
    assert_nothing_new(project, back)


def without_accents(text: str) -> str:
    """Return what is left after a program that knows no accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def questioned(text: str) -> str:
    """Return a text whose accented letters became question marks."""
    return text.encode("ascii", "replace").decode()


def mojibake(text: str) -> str:
    """Return UTF-8 that was read as if it were Windows's."""
    return text.encode().decode("cp1252", "replace")


def respelt(libro: Leido, spell: Callable[[str], str]) -> None:
    """Write every text of the tables in another way."""
    for name in ("Grupos", "Datos"):
        for row in libro[name].iter_rows(min_row=2, min_col=2):
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = spell(cell.value)


@pytest.mark.parametrize("spell", [without_accents, questioned, mojibake])
@pytest.mark.parametrize("note", ["", "Avisan de boyas a la deriva"])
def test_lost_accents_are_no_change(project: Path, spell: Callable[[str], str], note: str) -> None:
    def edit(libro: Leido) -> None:
        if note:
            put(libro, "Astilleros públicos", "Notas", note)
        respelt(libro, spell)

    before = groups(project)
    back = edited(project, edit)
    (said,) = received(project, back, code=0)
    assert counts(said) == ({}, {"grupo_usuarios": 1} if note else {}, 0, 0, 0)
    assert changed(before, groups(project)) == ({"Astilleros públicos": {note}} if note else {})
    assert_nothing_new(project, back)


def test_notes_below_the_table_are_no_groups(project: Path) -> None:
    notas = ("Total: 4 grupos", "Elaboró: Juana Pérez", "Fecha: 12/12/2026")

    def sign(libro: Leido) -> None:
        sheet = libro["Grupos"]
        for row, nota in zip((7, 9, 11), notas, strict=True):
            sheet.cell(row, 2, nota)

    before = groups(project)
    back = edited(project, sign)
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {}, 0, 3, 0)
    for duda, row, nota in zip(said["dudas"], (7, 9, 11), notas, strict=True):
        assert (duda["renglon"], duda["valor"]) == (row, nota)
        assert duda["mensaje"].startswith(f"Hoja «Grupos», renglón {row}: «{nota}» parece una nota debajo de la tabla;")
    assert (groups(project), len(stored(project, Duda))) == (before, 3)
    assert_nothing_new(project, back)


@pytest.mark.parametrize("note", ["", "Cambian de turno"])
def test_the_visible_cells_in_another_workbook_are_known_by_their_names(project: Path, note: str) -> None:
    def copy_visible(libro: Leido) -> Leido:
        put(libro, "Buzos", "Notas", note or None)
        otro: Leido = Workbook()
        for row in libro["Grupos"].iter_rows(min_col=2, values_only=True):
            otro.active.append(row)
        return otro

    before = groups(project)
    back = edited(project, copy_visible)
    (said,) = received(project, back, code=0)
    assert counts(said) == ({}, {"grupo_usuarios": 1} if note else {}, 0, 0, 0)
    assert "El archivo no dice de qué área es; por sus grupos se tomó como de «Boyas»." in said["avisos"]
    assert changed(before, groups(project)) == ({"Buzos": {note}} if note else {})
    assert_nothing_new(project, back)


@pytest.mark.parametrize("titulos", [("Poder",), ("Siglas", "Interés"), ("Grupo de usuarios",)])
def test_deleted_columns_are_said_and_empty_nothing(project: Path, titulos: tuple[str, ...]) -> None:
    def delete(libro: Leido) -> None:
        for titulo in titulos:
            libro["Grupos"].delete_cols(titled(libro, titulo))

    before = groups(project)
    back = edited(project, delete)
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {}, 0, 0, len(titulos))
    for problema, titulo in zip(said["problemas"], titulos, strict=True):
        assert problema["mensaje"].startswith(f"Hoja «Grupos»: falta la columna «{titulo}»;")
    assert groups(project) == before
    assert_nothing_new(project, back)


def test_a_table_without_titles_is_said_and_not_read(project: Path) -> None:
    def delete(libro: Leido) -> None:
        put(libro, "Buzos", "Notas", "Cambian de turno")
        libro["Grupos"].delete_rows(1)

    before = groups(project)
    back = edited(project, delete)
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {}, 0, 0, 1)
    assert said["problemas"][0]["mensaje"].startswith("Hoja «Grupos»: no tiene los títulos del formato y no se leyó;")
    assert said["iguales"] == {"uso_datos": 2}
    assert groups(project) == before
    assert_nothing_new(project, back)


def test_an_extra_sheet_is_said_and_the_others_are_taken(project: Path) -> None:
    def add(libro: Leido) -> None:
        put(libro, "Buzos", "Notas", "Cambian de turno")
        sheet = libro.create_sheet("Grupos viejos", 0)
        write(sheet, [["Grupo de usuarios", "Clase"], ["Faroleros", "Otros sectores de la sociedad"]], row=1)

    before = groups(project)
    back = edited(project, add)
    (said,) = received(project, back, code=1)
    assert counts(said) == ({}, {"grupo_usuarios": 1}, 0, 0, 1)
    assert said["problemas"][0]["mensaje"].startswith("Hoja «Grupos viejos»: no tiene los títulos del formato")
    assert changed(before, groups(project)) == {"Buzos": {"Cambian de turno"}}
    assert_nothing_new(project, back)
