"""Any file is read by what it holds, in whatever state it comes, or refused with one clear error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sources.detection import read_source
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Formato
from tests.adapters.sources.fabrica import DATOS, TITULOS_B, con_parte, fila, leer, libro, mensajes, texto_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMATOS = {
    "plan_apertura.csv": Formato.PLAN_APERTURA,
    "inventario_plan.csv": Formato.INVENTARIO_PLAN,
    "catalogo_v3.csv": Formato.CATALOGO,
    "catalogo_v1.csv": Formato.CATALOGO,
    "catalogo.json": Formato.CATALOGO_JSON,
    "inventario.json": Formato.INVENTARIO_JSON,
    "ckan_package_search.json": Formato.CKAN,
    "ckan_package_show.json": Formato.CKAN,
}
ACENTOS = texto_csv(fila(c1="Dirección de Niñez"))


@pytest.mark.parametrize("archivo", FORMATOS)
@pytest.mark.parametrize("nombre", ["datos", "datos.xlsx", "datos.pdf", "¿qué será?.txt"])
def test_the_name_of_a_file_does_not_matter(tmp_path: Path, archivo: str, nombre: str) -> None:
    lectura = leer(tmp_path, (DATOS / archivo).read_bytes(), nombre)
    assert lectura.formato is FORMATOS[archivo]
    assert lectura.conjuntos


@pytest.mark.parametrize("archivo", [archivo for archivo in FORMATOS if archivo.endswith(".csv")])
def test_any_layout_may_come_in_a_workbook(tmp_path: Path, archivo: str) -> None:
    de_texto = leer(tmp_path, (DATOS / archivo).read_bytes())
    filas = [linea.split(",") for linea in (DATOS / archivo).read_text(encoding="utf-8").splitlines()]
    de_libro = leer(tmp_path, libro({"Hoja 1": filas}))
    assert de_libro.formato is de_texto.formato
    assert de_libro.conjuntos[0].valores["nombre"] == de_texto.conjuntos[0].valores["nombre"]


@pytest.mark.parametrize(
    "contenido",
    [
        ACENTOS.encode(),
        ACENTOS.encode("utf-8-sig"),
        ACENTOS.encode("latin-1"),
        ACENTOS.encode("utf-16"),
        ACENTOS.encode("utf-16-le"),
        ACENTOS.encode("utf-16-be"),
        ACENTOS.encode("cp850"),
        ACENTOS.encode("mac_roman"),
        ACENTOS.encode().decode("mac_roman").encode(),
        ACENTOS.encode().decode("latin-1").encode(),
        ACENTOS.encode().decode("cp1252", "replace").encode(),
        ACENTOS.replace("\n", "\r\n").encode(),
        ACENTOS.replace("\n", "\r").encode(),
        texto_csv(fila(c1="Dirección de Niñez"), separador=";").encode(),
        texto_csv(fila(c1="Dirección de Niñez"), separador="\t").encode(),
        ("sep=;\n" + texto_csv(fila(c1="Dirección de Niñez"), separador=";")).encode(),
        ("Secretaría de Recursos Hidráulicos,,,,,,,\n,,,,,,,\n" + ACENTOS).encode(),
        ("\n\nInventario\n" + ACENTOS).encode(),
        (ACENTOS + ",,,,,,,\n\n").encode(),
    ],
)
def test_encodings_separators_and_titles_change_nothing(tmp_path: Path, contenido: bytes) -> None:
    lectura = leer(tmp_path, contenido)
    assert [conjunto.area for conjunto in lectura.conjuntos] == ["Dirección de Niñez"]
    assert len(lectura.conjuntos[0].recursos) == 1
    assert mensajes(lectura) == []


@pytest.mark.parametrize(("cuantas", "dicho"), [(5, "5 celdas"), (1, "1 celda")])
def test_a_short_row_is_reported_and_read(tmp_path: Path, cuantas: int, dicho: str) -> None:
    lectura = leer(tmp_path, texto_csv(fila()[:cuantas], fila()))
    assert mensajes(lectura)[0].startswith(f"Renglón 2: tiene {dicho} y el encabezado 8")
    assert lectura.conjuntos[-1].recursos


def test_a_short_row_of_a_workbook_is_only_blank_at_its_end(tmp_path: Path) -> None:
    lectura = leer(tmp_path, libro({"Inventario": [TITULOS_B, fila(c5="Privado", c6="Reservado", c7="", c8="")]}))
    assert mensajes(lectura) == []


def test_a_long_row_is_reported_and_read(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv([*fila(), "", "sobra"], [*fila(), ""]))
    assert [len(conjunto.recursos) for conjunto in lectura.conjuntos] == [2]
    assert len(lectura.problemas) == 1
    assert "«sobra»" in mensajes(lectura)[0]


@pytest.mark.parametrize("otra", [str, str.upper, "  {}".format, "\ufeff{}".format, "{}:".format])
def test_a_header_that_comes_again_is_no_data(tmp_path: Path, otra: Callable[[str], str]) -> None:
    lectura = leer(tmp_path, texto_csv(fila(), [otra(titulo) for titulo in TITULOS_B], fila(c3="Aforos 2024")))
    assert [len(conjunto.recursos) for conjunto in lectura.conjuntos] == [2]
    assert mensajes(lectura) == ["Renglón 3: repite el encabezado; no se importó. Bórrelo si no hace falta."]


def test_another_header_below_stops_the_reading_and_is_said_so(tmp_path: Path) -> None:
    otro = [TITULOS_B[1], TITULOS_B[0], *TITULOS_B[2:]]
    lectura = leer(tmp_path, texto_csv(fila(), otro, fila(c1="Presas", c2="Dirección de Aguas")))
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Aforos de ríos"]
    assert mensajes(lectura) == [
        (
            "Renglón 3: trae otro encabezado, con las columnas en otro orden; de aquí en adelante no se leyó. "
            "Páselo a otra hoja o archivo."
        )
    ]


@pytest.mark.parametrize("nada", ["-", "N/A", "No aplica", "s/f", "nan", "NULL"])
def test_what_says_that_there_is_nothing_is_no_name(tmp_path: Path, nada: str) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c2=nada), fila(c1=nada, c3=nada)))
    assert [(c.valores["nombre"], c.area) for c in lectura.conjuntos] == [("Aforos de ríos", "")]
    assert [r.valores["nombre"] for r in lectura.conjuntos[0].recursos] == ["Aforos de ríos"]
    assert [(p.renglon, p.columna) for p in lectura.problemas] == [(2, "B"), (3, "C")]


def test_signs_written_as_web_pages_do_are_read(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path, texto_csv(fila(c1="Direcci&oacute;n", c2="Agua &amp; &#8220;aire&#8221;", c4="A&B; c &nada; d"))
    )
    (conjunto,) = lectura.conjuntos
    assert (conjunto.area, conjunto.valores["nombre"]) == ("Dirección", "Agua & “aire”")
    assert conjunto.valores["descripcion"] == "A&B; c &nada; d"


@pytest.mark.parametrize(
    ("danados", "donde"), [(1, ""), (2, " y en 1 renglón más"), (1_300, " y en 1,299 renglones más")]
)
def test_letters_that_were_lost_before_are_told_of_once(tmp_path: Path, danados: int, donde: str) -> None:
    filas = [fila(c1="Direcci\ufffdn", c3=f"Aforos {n}") for n in range(danados)]
    (frase,) = mensajes(leer(tmp_path, texto_csv(fila(c1="Direcci\ufffdn"), *filas[1:])))
    assert frase == (
        f"Renglón 2: hay letras que se perdieron («\ufffd»){donde}. Saque el archivo otra vez del programa donde se "
        "hizo, como CSV UTF-8 o libro de Excel, y vuelva a importarlo."
    )
    if danados == 2:
        (frase,) = mensajes(leer(tmp_path, libro({"Hoja 1": [TITULOS_B, *filas]})))
        assert frase.startswith("Hoja «Hoja 1», renglón 2: hay letras que se perdieron («\ufffd») y en 1 renglón más.")


def test_a_dataset_may_be_called_as_a_column(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c2="Nombre del conjunto", c3="Responsable")))
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Nombre del conjunto"]


@pytest.mark.parametrize(
    "total", [["Total", "2", "", "", "", "", "", ""], ["", "TOTALES:", "1,200.50", "", "", "", "", ""]]
)
def test_a_row_of_totals_is_no_data(tmp_path: Path, total: list[str]) -> None:
    lectura = leer(tmp_path, texto_csv(fila(), total, fila(c1="Total", c2="Presas")))
    assert [(c.valores["nombre"], c.area) for c in lectura.conjuntos] == [
        ("Aforos de ríos", "Dirección de Aguas"),
        ("Presas", "Total"),
    ]
    assert mensajes(lectura) == ["Renglón 3: parece un renglón de totales; no se importó."]


def test_lines_that_a_spreadsheet_took_for_one_cell_are_parted(tmp_path: Path) -> None:
    lineas = texto_csv(fila(c4='Caudal "diario", por estación'), fila(c3="Aforos 2024")).splitlines()
    lineas[1] = lineas[1].replace('"Caudal "diario", por estación"', '"Caudal ""diario"", por estación"')
    envueltas = "".join('"' + linea.replace('"', '""') + '"\r\n' for linea in lineas)
    for contenido in (envueltas, libro({"Hoja 1": [["SEMARH"], [], *([linea] for linea in lineas)]})):
        lectura = leer(tmp_path, contenido)
        recursos = lectura.conjuntos[0].recursos
        assert [r.valores["descripcion"] for r in recursos] == ['Caudal "diario", por estación', "Caudal diario"]
        assert mensajes(lectura) == []
        assert recursos[0].renglon == (2 if contenido is envueltas else 4)


def test_a_problem_in_one_column_names_the_sheet(tmp_path: Path) -> None:
    lineas = texto_csv(fila(c8="ayer")).splitlines()
    lectura = leer(tmp_path, libro({"Notas": [["x", "y"]], "Hoja 1": [[linea] for linea in lineas]}))
    assert mensajes(lectura)[0].startswith("Hoja «Hoja 1», renglón 2, columna H: la fecha «ayer»")


def test_an_unclosed_quote_costs_its_row_only(tmp_path: Path) -> None:
    contenido = (
        texto_csv(fila()).replace("Caudal diario", '"Caudal diario') + texto_csv(fila(), fila()).partition("\n")[2]
    )
    lectura = leer(tmp_path, contenido)
    assert [recurso.renglon for recurso in lectura.conjuntos[0].recursos] == [2, 3, 4]
    assert lectura.conjuntos[0].recursos[0].valores["descripcion"] == "Caudal diario"
    assert [problema.renglon for problema in lectura.problemas] == [2]


def test_an_inserted_column_is_reported_and_passed_over(tmp_path: Path) -> None:
    titulos = ["No.", *TITULOS_B]
    lectura = leer(tmp_path, texto_csv(["1", *fila(c8="ayer")], titulos=titulos))
    assert lectura.columna_area == "B"
    assert [(problema.renglon, problema.columna) for problema in lectura.problemas] == [(1, "A"), (2, "I")]


@pytest.mark.parametrize(
    "escrita", ["2015-10", "oct-15", "octubre 2015", "01/10/2015", "10/2015-", 42278, 42278.5, "2015-10-01T09:00:00"]
)
def test_dates_of_a_workbook_are_read_however_written(tmp_path: Path, escrita: object) -> None:
    lectura = leer(tmp_path, libro({"Inventario": [TITULOS_B, [*fila()[:7], escrita]]}))
    legible = escrita != "10/2015-"
    assert bool(lectura.conjuntos[0].valores.get("fecha_publicacion")) is legible
    assert len(lectura.problemas) == (0 if legible else 1)


def test_a_wrong_date_of_a_workbook_names_sheet_row_and_column(tmp_path: Path) -> None:
    lectura = leer(tmp_path, libro({"Inventario": [[], TITULOS_B, fila(c8="02-2015")]}))
    (frase,) = mensajes(lectura)
    assert frase.startswith(
        "Hoja «Inventario», renglón 3, columna H: la fecha «02-2015» no se entiende; escríbala como"
    )
    problema = lectura.problemas[0]
    assert (problema.hoja, problema.renglon, problema.columna, problema.valor) == ("Inventario", 3, "H", "02-2015")


def test_headers_that_are_formulas_without_result_are_followed(tmp_path: Path) -> None:
    formulas = [f"='Diccionario de datos'!A{numero}" for numero in range(2, 10)]
    diccionario = [["Columna", "Significado"], *([titulo, "…"] for titulo in TITULOS_B)]
    lectura = leer(tmp_path, libro({"Inventario": [formulas, fila()], "Diccionario de datos": diccionario}))
    assert (lectura.formato, lectura.hoja) == (Formato.INVENTARIO, "Inventario")
    assert [len(conjunto.recursos) for conjunto in lectura.conjuntos] == [1]
    assert mensajes(lectura) == []


def test_a_sheet_of_another_layout_is_told_and_left(tmp_path: Path) -> None:
    catalogo = [["ds:title", "ds:identifier", "rs:title"], ["Presas", "p", ""]]
    lectura = leer(tmp_path, libro({"Inventario": [TITULOS_B, fila()], "Catálogo": catalogo, "Notas": [["hola"]]}))
    assert [conjunto.valores["nombre"] for conjunto in lectura.conjuntos] == ["Aforos de ríos"]
    assert mensajes(lectura) == ["La hoja «Catálogo» tiene otro formato y no se leyó; guárdela en un archivo aparte."]


@pytest.mark.parametrize("contenido", [texto_csv().encode(), libro({"Inventario": [TITULOS_B]})])
def test_a_header_alone_is_an_empty_reading(tmp_path: Path, contenido: bytes) -> None:
    lectura = leer(tmp_path, contenido)
    assert lectura.conjuntos == []
    assert mensajes(lectura) == [
        "El archivo trae el encabezado y ningún renglón con datos; llénelo y vuelva a importarlo."
    ]


def test_macros_and_external_links_do_nothing(tmp_path: Path) -> None:
    contenido = con_parte(libro({"Inventario": [TITULOS_B, fila()]}), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0macro")
    contenido = con_parte(contenido, "xl/externalLinks/externalLink1.xml", b"<externalLink/>")
    lectura = leer(tmp_path, contenido, "inventario.xlsm")
    assert len(lectura.conjuntos) == 1
    assert mensajes(lectura) == []


@pytest.mark.parametrize(
    ("contenido", "code"),
    [
        (b"", "fuente_vacia"),
        ("\ufeff \n".encode("utf-16-le"), "fuente_vacia"),
        (b"hola, mundo\n1,2\n", "fuente_no_reconocida"),
        (libro({"Hoja": [["hola", "mundo"]]}), "fuente_no_reconocida"),
        (b"Responsable,Nombre del recurso,\xc2\xbfDe qu\xc3\xa9 es?\nA,B,C\n", "fuente_sin_columna"),
        (b"PK\x03\x04 roto", "fuente_danada"),
        (b"<html><table></table></html>", "fuente_pagina_web"),
        (b"{", "fuente_json_invalido"),
        (bytes(200), "fuente_otro_tipo"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_sentence(tmp_path: Path, contenido: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        leer(tmp_path, contenido)
    assert refused.value.code == code
    assert "«fuente.dat»" in mensaje(refused.value)


def test_the_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        leer(tmp_path, "Responsable,Nombre del recurso,¿De qué es?\nA,B,C\n")
    assert "«Nombre del conjunto»" in mensaje(refused.value)


class CancelledError(Exception):
    """What a listener raises to stop."""


@pytest.mark.parametrize("archivo", ["inventario_plan.csv", "catalogo_v3.csv", "plan_apertura.csv"])
def test_the_listener_hears_of_progress_and_may_stop_it(archivo: str) -> None:
    oidos: list[tuple[int, int]] = []
    read_source(DATOS / archivo, lambda hechos, total: oidos.append((hechos, total)))
    assert oidos[0][0] == 0
    assert all(0 <= hechos <= total for hechos, total in oidos)

    def stop(hechos: int, total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        read_source(DATOS / archivo, stop)
