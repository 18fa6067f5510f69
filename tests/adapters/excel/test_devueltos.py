"""Reading a returned workbook: what it takes for one of ours, what it says of it, and that nothing makes it stumble."""

from __future__ import annotations

import io
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.excel import devueltos
from promueve_gui.adapters.excel.devueltos import read_returned
from promueve_gui.adapters.excel.layout import VERSION
from promueve_gui.adapters.excel.sello import read_stamp, stamped_values
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.devueltos import ILEGIBLE, LibroDevuelto, Sello
from promueve_gui.domain.errors import UserError
from tests.adapters.sources.fabrica import con_parte, libro
from tests.collector import left_to_the_collector

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GALLERY = Path(__file__).parents[2] / "datos" / "devueltos"
XLSX = (GALLERY / "intacto.xlsx").read_bytes()
ODS = (GALLERY / "intacto de LibreOffice.ods").read_bytes()
TITULOS = ["id", "Grupo de usuarios", "Clase", "Poder", "Notas"]


def read(carpeta: Path, hojas: Mapping[str, Sequence[Sequence[object]]]) -> LibroDevuelto:
    leido = maybe_read(carpeta, libro(hojas))
    assert leido is not None
    return leido


def maybe_read(carpeta: Path, contenido: bytes, nombre: str = "Formato de playas.xlsx") -> LibroDevuelto | None:
    ruta = carpeta / nombre
    ruta.write_bytes(contenido)
    return read_returned(ruta)


@pytest.mark.parametrize(
    "contenido", [b"", b"\xff\xfe", b"dataset,resource,Clase\n", "Nombre del conjunto;Área\n".encode("cp1252")]
)
def test_text_files_are_left_to_their_readers(tmp_path: Path, contenido: bytes) -> None:
    assert maybe_read(tmp_path, contenido + b"Plan de apertura", "plan.csv") is None


@pytest.mark.parametrize("separador", [",", ";", "\t"])
@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_sheet_of_ours_saved_as_text_says_what_to_do(tmp_path: Path, separador: str, codificacion: str) -> None:
    filas = [["Área de Playas"], TITULOS, ["x", '"Niñas, niños; y más"', "Dentro", "4", ""]]
    texto = "".join(f"{separador.join(fila)}\r\n" for fila in filas)
    with pytest.raises(UserError) as refused:
        maybe_read(tmp_path, texto.encode(codificacion), "Grupos.csv")
    assert (refused.value.code, refused.value.data) == ("devuelto_en_texto", {"archivo": "Grupos.csv"})


def test_a_workbook_without_our_titles_is_left_too(tmp_path: Path) -> None:
    assert maybe_read(tmp_path, libro({"Datos": [["Responsable", "Nombre del conjunto"], ["a", "b"]]})) is None


def test_titles_alone_make_it_ours_and_nothing_is_known_of_where_it_comes_from(tmp_path: Path) -> None:
    leido = read(tmp_path, {"Hoja 1": [TITULOS, ["x", "Municipios", None, 4, "  "]]})
    assert leido.sello == Sello()
    assert leido.archivo == "Formato de playas.xlsx"
    (hoja,) = leido.hojas
    assert (hoja.entidad, hoja.campos, hoja.letras) == (
        "grupo_usuarios",
        ("nombre", "clase", "poder", "notas"),
        ("B", "C", "D", "E"),
    )
    assert [(fila.renglon, fila.id, list(fila.celdas)) for fila in hoja.filas] == [
        (2, "x", ["Municipios", None, 4, None])
    ]


def test_cells_of_any_kind_are_plain_values(tmp_path: Path) -> None:
    titulos = ["id", "Actividad", "Fecha", "Hasta", "Notas"]
    filas = [
        [7, "Una", date(2026, 2, 5), 46058, 46058],
        ["l2", "Dos", 3, 46058.5, 1.25],
        ["l3", True, "5 de febrero", None, "# 3"],
    ]
    (hoja,) = read(tmp_path, {"Plan": [titulos, *filas]}).hojas
    assert [(fila.id, list(fila.celdas)) for fila in hoja.filas] == [
        ("", ["Una", date(2026, 2, 5), date(2026, 2, 5), 46058]),
        ("l2", ["Dos", 3, 46058.5, 1.25]),
        ("l3", [True, "5 de febrero", None, "# 3"]),
    ]


@pytest.mark.parametrize("error", ["#REF!", "#¡DIV/0!", "#N/D", "Err:508", "#¿NOMBRE?"])
def test_an_error_pasted_as_text_is_no_value(error: str, tmp_path: Path) -> None:
    leido = read(tmp_path, {"Grupos": [TITULOS, ["x", "Municipios", error, 4]]})
    assert leido.hojas[0].filas[0].celdas[1] is ILEGIBLE
    (problema,) = leido.problemas
    assert (problema.hoja, problema.renglon, problema.columna, problema.valor) == ("Grupos", 2, "C", error)


@pytest.mark.parametrize("texto", ["Err: 508 casos", "#1 en ventas", "Error", "empresas"])
def test_words_that_begin_like_errors_are_words(texto: str, tmp_path: Path) -> None:
    leido = read(tmp_path, {"Grupos": [TITULOS, ["x", texto, None, 4]]})
    assert leido.hojas[0].filas[0].celdas[0] == texto
    assert not leido.problemas


def test_a_title_twice_is_told_with_the_one_that_was_taken(tmp_path: Path) -> None:
    leido = read(tmp_path, {"Grupos": [[*TITULOS, "Clase"], ["x", "Municipios", "A", 4, None, "B"]]})
    (problema,) = leido.problemas
    assert problema.mensaje == (
        "Hoja «Grupos», renglón 1, columna F: «Clase» está dos veces; se tomó la de la columna C."
    )
    assert leido.hojas[0].filas[0].celdas[1] == "A"


def test_several_far_cells_are_told_at_once(tmp_path: Path) -> None:
    celdas = "".join(
        f'<c r="{letra}1" t="inlineStr"><is><t>{titulo}</t></is></c>'
        for letra, titulo in zip("ABCD", TITULOS, strict=False)
    )
    lejos = '<c r="XFC1048576"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'
    hoja = f"<worksheet><sheetData>{celdas}{lejos}</sheetData></worksheet>".encode()
    leido = maybe_read(tmp_path, con_parte(libro({"Grupos": [["a"]]}), "xl/worksheets/sheet1.xml", hoja))
    assert leido is not None
    (problema,) = leido.problemas
    assert problema.mensaje == (
        "Hoja «Grupos», renglón 1048576, columna XFC (y en otra celda): hay algo escrito muy lejos de la tabla, "
        "que no se leyó; bórrelo o páselo a la tabla."
    )


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devueltos, "_CADA", 2)
    ruta = tmp_path / "f.xlsx"
    ruta.write_bytes(libro({"Grupos": [TITULOS, *[["x", "Municipios"]] * 4], "Otra": [["a"], ["b"]]}))
    dichos: list[tuple[int, int]] = []
    read_returned(ruta, lambda hechos, total: dichos.append((hechos, total)))
    assert dichos == [(2, 0), (4, 0), (6, 0)]

    def stop(hechos: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_returned(ruta, stop)


def test_the_sheet_out_of_sight_counts_more_than_the_properties() -> None:
    propiedades = {
        "PromueveProyecto": "p1",
        "PromueveExportacion": "e1",
        "PromueveDocumento": "formato:a1",
        "PromueveInstitucion": "Una",
        "PromueveFormato": "1",
        "Autor": "alguien",
    }
    assert read_stamp({}, propiedades) == Sello(
        proyecto="p1", exportacion="e1", documento="formato:a1", area="a1", institucion="Una", version=1
    )
    escondidos = {"exportacion": "e2", "version": "dos", "area": "a2"}
    assert read_stamp(escondidos, propiedades) == Sello(
        proyecto="p1", exportacion="e2", documento="formato:a1", area="a2", institucion="Una", version=0
    )


@pytest.mark.parametrize(("version", "told"), [(VERSION, False), (VERSION + 1, True)])
def test_a_newer_layout_is_told(version: int, told: bool, tmp_path: Path) -> None:
    sello = [["proyecto", "p"], ["exportacion", "e"], ["documento", "formato:a"], ["version", str(version)]]
    leido = read(tmp_path, {"Grupos": [TITULOS, ["x", "Municipios", None, 4, ""]], "_promueve": sello})
    assert leido.sello.version == version
    assert any("versión más nueva de Promueve" in problema.mensaje for problema in leido.problemas) is told


def test_the_stamp_is_known_by_what_it_says() -> None:
    filas: list[list[object]] = [["proyecto", "p"], ["exportacion", " e "], ["version", 1.0], ["otra", "x"], ["sola"]]
    assert stamped_values(filas) == {"proyecto": "p", "exportacion": "e", "version": "1"}  # type: ignore[arg-type]  # cells
    assert stamped_values([["proyecto", "p"], ["area", "Playas"]]) == {}


def parts(contenido: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(contenido)) as archivo:
        return {nombre: archivo.read(nombre) for nombre in archivo.namelist()}


@pytest.mark.parametrize("original", [XLSX, ODS], ids=["xlsx", "ods"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datos=st.data())
def test_whatever_is_broken_ends_in_a_book_or_in_a_sentence(
    original: bytes, tmp_path: Path, datos: st.DataObject
) -> None:
    todas = parts(original)
    nombre = datos.draw(st.sampled_from(sorted(n for n, c in todas.items() if c)))
    contenido = bytearray(todas[nombre])
    for _ in range(datos.draw(st.integers(1, 4))):
        lugar = datos.draw(st.integers(0, len(contenido) - 1))
        largo = datos.draw(st.integers(0, 12))
        contenido[lugar : lugar + largo] = datos.draw(
            st.one_of(st.binary(max_size=8), st.sampled_from([b"<c", b'r="XFD9', b"</c>", b'"', b"9999999", b"&x;"]))
        )
        contenido = contenido or bytearray(b" ")
    dicho = ""
    try:
        maybe_read(tmp_path, con_parte(original, nombre, bytes(contenido)))
    except UserError as refused:
        dicho = mensaje(refused)
    assert dicho == "" or dicho.endswith(".")


SELLO: list[list[object]] = [
    ["proyecto", "i"],
    ["exportacion", "x/formato:a"],
    ["documento", "formato:a"],
    ["area", "a"],
    ["version", 1],
]


def test_sheets_and_columns_that_a_stamped_workbook_lost_are_told(tmp_path: Path) -> None:
    leido = read(
        tmp_path,
        {
            "Datos": [
                ["id", "Conjunto de datos", "Grupo de usuarios", "Uso"],
                ["", "Playas", "", ""],
            ],
            "Grupos": [["", "Municipios", "Gobierno"]],
            "Notas": [["Se entregó en marzo"]],
            "Catálogos": [["Clase", "Eje"]],
            "_promueve": SELLO,
        },
    )
    falta, suelta = (problema.mensaje for problema in leido.problemas)
    assert falta == (
        "Hoja «Datos»: falta la columna «Para qué los usa o los usaría»; lo que el proyecto dice de ella no cambia. Si "
        "se borró sin querer, vuelva a ponerla con ese título."
    )
    assert suelta == (
        "Hoja «Grupos»: no tiene los títulos del formato y no se leyó; si trae datos, páselos a la hoja «Grupos», "
        "debajo de sus títulos."
    )


def test_a_result_sheet_has_no_tables_to_miss(tmp_path: Path) -> None:
    sello: list[list[object]] = [*SELLO[:2], ["documento", "resultado"]]
    leido = read(tmp_path, {"Grupos": [TITULOS, ["x", "Municipios"]], "Otra": [["a", "b"]], "_promueve": sello})
    assert leido.problemas == []


def test_what_many_rows_say_is_kept_once(tmp_path: Path) -> None:
    leido = read(tmp_path, {"Hoja 1": [TITULOS, *(["", f"Grupo {n}", None, n, "Cada mes"] for n in range(1, 4))]})
    notas = [fila.celdas[-1] for fila in leido.hojas[0].filas]
    assert notas == ["Cada mes"] * 3
    assert all(nota is notas[0] for nota in notas)


@pytest.mark.parametrize("contenido", [XLSX, ODS], ids=["xlsx", "ods"])
def test_reading_leaves_nothing_to_the_collector(tmp_path: Path, contenido: bytes) -> None:
    assert left_to_the_collector(lambda: maybe_read(tmp_path, contenido)) == 0


def test_how_long_something_takes_is_told_in_hours(tmp_path: Path) -> None:
    leido = read(tmp_path, {"Grupos": [TITULOS, ["x", "Municipios", None, 4, timedelta(hours=30, seconds=5)]]})
    assert leido.hojas[0].filas[0].celdas[-1] == "30:00:05"
