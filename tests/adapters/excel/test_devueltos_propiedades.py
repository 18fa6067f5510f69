"""What holds of reading returned workbooks, whatever people do to their sheets: the same rows are found."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.domain.cambios import nuevos_ids
from promueve_gui.domain.ficha import campos_visibles
from promueve_gui.domain.grupos import GrupoUsuarios
from tests.adapters.sources.fabrica import libro

if TYPE_CHECKING:
    from promueve_gui.domain.devueltos import LibroDevuelto

Fila: TypeAlias = "dict[str, object]"

ETIQUETAS = {clave: campo.etiqueta for clave, campo in campos_visibles(GrupoUsuarios).items()}
IDS = nuevos_ids(12)
# Without what reading takes for something else on purpose: blanks, errors, and titles.
TEXTOS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(
    lambda texto: texto.strip() == texto and not texto.lower().startswith(("#", "=", "err"))
)
FILAS = st.lists(
    st.fixed_dictionaries(
        {"nombre": TEXTOS},
        optional={"siglas": TEXTOS, "notas": TEXTOS, "poder": st.integers(1, 5), "descripcion": TEXTOS},
    ),
    min_size=1,
    max_size=8,
)
ORDENES = st.permutations(["id", "nombre", "siglas", "clase", "poder", "descripcion", "notas"])


def read(filas: list[list[object]]) -> LibroDevuelto:
    """Read a workbook with one sheet of these rows."""
    with tempfile.TemporaryDirectory() as carpeta:
        ruta = Path(carpeta) / "formato.xlsx"
        ruta.write_bytes(libro({"Grupos": filas}))
        leido = read_returned(ruta)
    assert leido is not None
    return leido


def sheet(filas: list[Fila], columnas: list[str]) -> list[list[object]]:
    """Return the titles and rows of a sheet with these columns."""
    titulos: list[object] = [ETIQUETAS.get(columna, columna) for columna in columnas]
    return [titulos, *([fila.get(columna) for columna in columnas] for fila in filas)]


def said(leido: LibroDevuelto) -> list[Fila]:
    """Return what each row says, by field, with its identity; blank cells say nothing."""
    (hoja,) = leido.hojas
    return [
        {"id": fila.id} | {c: v for c, v in zip(hoja.campos, fila.celdas, strict=True) if v is not None}
        for fila in hoja.filas
    ]


def with_ids(filas: list[Fila]) -> list[Fila]:
    return [{"id": identidad, **fila} for identidad, fila in zip(IDS, filas, strict=False)]


@settings(max_examples=60)
@given(FILAS, ORDENES)
def test_the_order_of_columns_does_not_matter(filas: list[Fila], orden: list[str]) -> None:
    leido = read(sheet(with_ids(filas), orden))
    assert said(leido) == with_ids(filas)
    assert not leido.problemas


@settings(max_examples=60)
@given(FILAS, st.data())
def test_rows_keep_what_they_say_and_where_they_stand(filas: list[Fila], datos: st.DataObject) -> None:
    columnas = ["id", "nombre", "siglas", "clase", "poder", "descripcion", "notas"]
    titulo, *renglones = sheet(with_ids(filas), columnas)
    mezclados = datos.draw(st.permutations(renglones))
    arriba: list[list[object]] = [["Formato de grupos"], []]
    hoja = [*arriba[: datos.draw(st.integers(0, 2))], titulo]
    lugares: dict[object, int] = {}
    for renglon in mezclados:
        hoja += [[]] * datos.draw(st.integers(0, 2))
        hoja.append(renglon)
        lugares[renglon[0]] = len(hoja)
    (leida,) = read(hoja).hojas
    assert {fila.id: fila.renglon for fila in leida.filas} == lugares
    por_id = {fila["id"]: fila for fila in with_ids(filas)}
    assert {str(fila["id"]): fila for fila in said(read(hoja))} == por_id


@settings(max_examples=40)
@given(FILAS, st.sets(st.sampled_from(["siglas", "poder", "descripcion", "notas"]), max_size=3))
def test_a_column_that_is_gone_says_nothing_of_its_field(filas: list[Fila], quitadas: set[str]) -> None:
    columnas = [c for c in ("id", "nombre", "siglas", "clase", "poder", "descripcion", "notas") if c not in quitadas]
    (hoja,) = read(sheet(with_ids(filas), columnas)).hojas
    assert set(hoja.campos) == set(columnas) - {"id"}
    restos = [{c: v for c, v in fila.items() if c not in quitadas} for fila in with_ids(filas)]
    assert said(read(sheet(with_ids(filas), columnas))) == restos


@settings(max_examples=40)
@given(FILAS, TEXTOS, st.integers(1, 6))
def test_a_column_of_ones_own_changes_nothing_else_and_is_told(filas: list[Fila], propio: str, lugar: int) -> None:
    columnas = ["id", "nombre", "siglas", "clase", "poder", "descripcion", "notas"]
    hoja = sheet(with_ids(filas), columnas)
    for renglon in hoja[1:]:
        renglon.insert(lugar, propio)
    hoja[0].insert(lugar, "Columna de la jefa de área")
    leido = read(hoja)
    assert said(leido) == with_ids(filas)
    (problema,) = leido.problemas
    assert (problema.renglon, problema.columna) == (1, "ABCDEFGH"[lugar])


@settings(max_examples=40)
@given(FILAS)
def test_reading_twice_says_the_same(filas: list[Fila]) -> None:
    hoja = sheet(with_ids(filas), ["id", "nombre", "siglas", "clase", "poder", "descripcion", "notas"])
    assert read(hoja).hojas == read(hoja).hojas
