"""The gallery of returned workbooks: each is read as ``esperado.toml`` says, whatever was done to it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.errors import UserError
from returned.institution import PLAYAS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.devueltos import Celda, FilaDevuelta, HojaDevuelta, LibroDevuelto

FOLDER = Path(__file__).parents[2] / "datos" / "devueltos"
ESPERADO: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "esperado.toml").read_text(encoding="utf-8"))
LEGIBLES = [nombre for nombre, dicho in ESPERADO.items() if "renglones" in dicho]
REHUSADOS = [nombre for nombre, dicho in ESPERADO.items() if "error" in dicho]
SELLO = f"galeria/formato:{PLAYAS}"


def read(nombre: str) -> LibroDevuelto:
    libro = read_returned(FOLDER / nombre)
    assert libro is not None
    return libro


def rows_of(hoja: HojaDevuelta) -> str:
    return " ".join(f"{fila.renglon}:{fila.id[-2:]}" for fila in hoja.filas)


def cells(libro: LibroDevuelto) -> dict[str, Celda]:
    """Return every cell of fields by «sheet row field»."""
    return {
        f"{hoja.nombre} {fila.renglon} {campo}": celda
        for hoja in libro.hojas
        for fila in hoja.filas
        for campo, celda in zip(hoja.campos, fila.celdas, strict=True)
    }


def worked_out(libro: LibroDevuelto) -> dict[str, Celda]:
    return {
        f"{hoja.nombre} {fila.renglon} {clave}": celda
        for hoja in libro.hojas
        for fila in hoja.filas
        for (clave, _), celda in zip(hoja.calculadas, fila.calculadas, strict=True)
    }


def groups(libro: LibroDevuelto) -> Iterator[tuple[HojaDevuelta, FilaDevuelta, dict[str, Celda]]]:
    """Yield each row of groups with its cells by field."""
    for hoja in libro.hojas:
        if hoja.entidad == "grupo_usuarios":
            for fila in hoja.filas:
                yield hoja, fila, dict(zip(hoja.campos, fila.celdas, strict=True))


def test_every_workbook_has_its_expectation_and_there_are_enough() -> None:
    assert {path.name for path in FOLDER.iterdir()} - {"esperado.toml"} == ESPERADO.keys()
    assert len(ESPERADO) >= 25


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_rows_are_found_with_their_identities(nombre: str) -> None:
    assert {hoja.nombre: rows_of(hoja) for hoja in read(nombre).hojas} == ESPERADO[nombre]["renglones"]


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_cells_say_what_people_wrote(nombre: str) -> None:
    dicho, libro = ESPERADO[nombre], read(nombre)
    celdas = cells(libro)
    assert dicho.get("celdas", {}).items() <= celdas.items()
    assert [lugar for lugar, celda in celdas.items() if celda is ILEGIBLE] == dicho.get("ilegibles", [])
    assert dicho.get("calculadas", {}).items() <= worked_out(libro).items()


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_what_could_not_be_taken_is_said_with_its_place(nombre: str) -> None:
    problemas, dichos = read(nombre).problemas, ESPERADO[nombre].get("problemas", [])
    assert len(problemas) == len(dichos)
    for problema, dicho in zip(problemas, dichos, strict=True):
        assert problema.mensaje.startswith(dicho)
        if problema.renglon is not None:
            assert f"renglón {problema.renglon}, columna {problema.columna}" in problema.mensaje
        assert problema.hoja in problema.mensaje


@pytest.mark.parametrize("nombre", [nombre for nombre in LEGIBLES if ESPERADO[nombre].get("ediciones", True)])
def test_the_edits_that_everybody_made_are_always_found(nombre: str) -> None:
    por_nombre = {celdas["nombre"]: celdas for _, _, celdas in groups(read(nombre))}
    assert por_nombre["Hoteleros de la costa"]["notas"] == "Se reúnen en marzo y en octubre."
    assert por_nombre["Municipios costeros"]["interes"] == 4
    nuevo = por_nombre["Pescadores ribereños"]
    assert (nuevo["clase"], nuevo["poder"], nuevo["interes"]) == ("Otros sectores de la sociedad", 2, 5)
    faltan = set(ESPERADO[nombre].get("sin_campos", []))
    assert nuevo.keys() == {
        "nombre", "siglas", "clase", "ejes", "descripcion", "poder", "interes", "notas"
    } - faltan  # fmt: skip


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_letters_are_those_of_the_columns_in_the_file(nombre: str) -> None:
    for hoja in read(nombre).hojas:
        assert len(hoja.letras) == len(set(hoja.letras)) == len(hoja.campos)


@pytest.mark.parametrize("nombre", LEGIBLES)
def test_the_stamp_says_where_it_comes_from(nombre: str) -> None:
    dicho, sello = ESPERADO[nombre], read(nombre).sello
    exportacion = dicho.get("sello", SELLO)
    assert sello.exportacion == exportacion
    assert sello.documento == exportacion.partition("/")[2]
    assert sello.area == sello.documento.partition(":")[2]
    assert sello.institucion == (dicho.get("institucion", "Secretaría de Mares y Costas") if exportacion else "")
    assert sello.version == (1 if exportacion else 0)


@pytest.mark.parametrize("nombre", REHUSADOS)
def test_what_cannot_be_read_is_refused_with_what_to_do(nombre: str) -> None:
    with pytest.raises(UserError) as refused:
        read_returned(FOLDER / nombre)
    assert refused.value.code == ESPERADO[nombre]["error"]
    assert nombre in mensaje(refused.value)


def test_what_is_not_ours_is_left_to_the_other_readers() -> None:
    assert read_returned(FOLDER / "ajeno.xlsx") is None


def test_two_copies_of_a_file_are_known_by_their_content() -> None:
    una, otra = read("Copia de formato (3) FINAL ya revisado.xlsx"), read("mismo archivo otra vez.xlsx")
    assert una.huella == otra.huella
    assert una.archivo != otra.archivo
    assert una.huella != read("intacto.xlsx").huella
