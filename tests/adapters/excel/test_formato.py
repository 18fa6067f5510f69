"""The workbook of an area, read back as whoever receives it would."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from promueve_gui.adapters.excel.formato import FormatWriter
from promueve_gui.adapters.excel.formato_layout import COLUMNAS_DATOS, COLUMNAS_GRUPOS
from promueve_gui.adapters.excel.layout import HOLGURA
from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from tests.adapters.excel.muestra import Leido, column, delivery, project, rows, sample
from tests.adapters.excel.test_listas import check_of, offered

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.proyecto import Proyecto

VENCE = date(2026, 10, 20)


def written(folder: Path, area: str = "a1", *, proyecto: Proyecto | None = None, vence: date | None = VENCE) -> Leido:
    entrega = replace(delivery(proyecto or project(sample())), vence=vence)
    FormatWriter(Recursos(find_root()).load_ayuda)(area, entrega, folder / "f.xlsx", ignore_progress)
    return load_workbook(folder / "f.xlsx")


def stamp(libro: Leido) -> dict[object, object]:
    return {fila[0]: fila[1] for fila in rows(libro["_promueve"])}


def texts(hoja: Leido) -> list[str]:
    return [valor for fila in rows(hoja) for valor in fila if isinstance(valor, str)]


def test_it_has_its_sheets_and_hides_those_that_are_not_for_people(tmp_path: Path) -> None:
    libro = written(tmp_path)
    assert {hoja.title: hoja.sheet_state for hoja in libro} == {
        "Instrucciones": "visible",
        "Grupos": "visible",
        "Datos": "visible",
        "Listas": "hidden",
        "_promueve": "veryHidden",
    }
    assert libro.active.title == "Instrucciones"


def test_it_says_what_it_is_in_both_places(tmp_path: Path) -> None:
    libro = written(tmp_path)
    assert stamp(libro) == {
        "proyecto": "i",
        "exportacion": "entrega/formato:a1",
        "documento": "formato:a1",
        "area": "a1",
        "institucion": "Secretaría de Caminos & Puentes",
        "version": 1,
    }
    assert {p.name: p.value for p in libro.custom_doc_props.props} == {
        "PromueveProyecto": "i",
        "PromueveExportacion": "entrega/formato:a1",
        "PromueveDocumento": "formato:a1",
        "PromueveInstitucion": "Secretaría de Caminos & Puentes",
        "PromueveFormato": 1,
    }


def test_groups_of_the_area_come_with_what_the_area_answers_for(tmp_path: Path) -> None:
    hoja = written(tmp_path)["Grupos"]
    assert rows(hoja) == [
        [
            "id", "Grupo de usuarios", "Siglas", "Clase", "Ejes estratégicos", "Quiénes son y qué buscan", "Poder",
            "Interés", "Notas",
        ],
        ["g2", "Municipios", None, "Otras instituciones de gobierno", None, None, 2, 1, None],
        [
            "g1", "Periodistas de datos", None, "Otros sectores de la sociedad",
            "Crecimiento económico; Transparencia y rendición de cuentas", None, 5, 5, None,
        ],
    ]  # fmt: skip


def test_each_dataset_of_the_area_waits_for_the_group_that_uses_it(tmp_path: Path) -> None:
    titulos = ["id", "Conjunto de datos", "Grupo de usuarios", "Uso", "Para qué los usa o los usaría"]
    assert rows(written(tmp_path)["Datos"]) == [
        titulos,
        ["u1", "Inventario de puentes", "Periodistas de datos", "Actual", None],
    ]
    assert rows(written(tmp_path, "a2")["Datos"]) == [titulos, [None, "Cierres por lluvia", None, None, None]]


def test_dropdowns_reach_five_hundred_rows_below(tmp_path: Path) -> None:
    libro = written(tmp_path)
    listas = {
        hoja: {max(r.max_row for r in check.sqref.ranges) for check in libro[hoja].data_validations.dataValidation}
        for hoja in ("Grupos", "Datos")
    }
    assert HOLGURA >= 500
    assert listas == {"Grupos": {3 + HOLGURA}, "Datos": {2 + HOLGURA}}


def test_dropdowns_offer_what_the_area_may_choose(tmp_path: Path) -> None:
    libro = written(tmp_path)
    assert offered(libro["Grupos"], "Clase") == [
        "Dentro de la institución", "Otras instituciones de gobierno", "Otros sectores de la sociedad",
    ]  # fmt: skip
    assert offered(libro["Datos"], "Conjunto de datos") == ["Inventario de puentes"]
    assert offered(libro["Datos"], "Uso") == ["Actual", "Potencial"]
    assert check_of(libro["Grupos"], "Poder").formula1 == '"1,2,3,4,5"'
    assert "punto y coma" in check_of(libro["Grupos"], "Ejes estratégicos").prompt


def test_the_groups_to_choose_are_those_written_in_the_other_sheet(tmp_path: Path) -> None:
    check = check_of(written(tmp_path)["Datos"], "Grupo de usuarios")
    assert check.formula1 == "OFFSET(Grupos!$B$2,0,0,MAX(1,COUNTA(Grupos!$B$2:$B$503)),1)"
    assert check.errorStyle == "warning"


@pytest.mark.parametrize("hoja", ["Grupos", "Datos"])
def test_titles_are_protected_and_rows_are_free(tmp_path: Path, hoja: str) -> None:
    leida = written(tmp_path)[hoja]
    proteccion = leida.protection
    assert proteccion.sheet
    assert proteccion.password is None
    permitido = ("sort", "autoFilter", "insertRows", "deleteRows", "formatCells", "formatColumns", "formatRows")
    assert not [nombre for nombre in permitido if getattr(proteccion, nombre)]
    assert (proteccion.insertColumns, proteccion.deleteColumns) == (True, True)
    assert all(celda.protection.locked for celda in leida[1])
    assert not [
        celda for fila in leida.iter_rows(min_row=2) for celda in fila if celda.value and celda.protection.locked
    ]
    columnas = leida.column_dimensions.values()
    assert not [columna for columna in columnas if columna.protection.locked]
    assert max(columna.max for columna in columnas) == 16384


def test_the_sheets_keep_their_places_and_nobody_needs_a_password(tmp_path: Path) -> None:
    libro = written(tmp_path)
    assert libro.security.lockStructure
    assert libro.security.workbookPassword is None
    assert libro["Instrucciones"].protection.sheet


@pytest.mark.parametrize(("hoja", "columnas"), [("Grupos", COLUMNAS_GRUPOS), ("Datos", COLUMNAS_DATOS)])
def test_each_title_has_a_note_that_explains_it(tmp_path: Path, hoja: str, columnas: tuple[Leido, ...]) -> None:
    notas = [celda.comment for celda in written(tmp_path)[hoja][1]]
    assert notas[0] is None  # the identity, which nobody sees
    assert len(notas) == len(columnas)
    assert all("\nEjemplo: " in nota.text for nota in notas[1:])
    assert {nota.author for nota in notas[1:]} == {"Secretaría de Caminos & Puentes"}


def test_the_identity_is_out_of_sight_and_free_so_that_rows_can_be_sorted(tmp_path: Path) -> None:
    hoja = written(tmp_path)["Grupos"]
    assert hoja.column_dimensions["A"].hidden
    assert hoja.auto_filter.ref == "A1:I3"
    assert not hoja["A2"].protection.locked


def test_instructions_say_what_until_when_and_to_whom(tmp_path: Path) -> None:
    institucion = Institucion(id="i", nombre="Instituto", correo_contacto="datos@ejemplo.gob.mx")
    leidos = texts(written(tmp_path, proyecto=project([institucion, *sample()[1:]]))["Instrucciones"])
    assert leidos[:2] == ["Grupos de usuarios de sus datos", "Dirección de Puentes · Instituto"]
    assert (
        "Devuélvalo a más tardar el 20 de octubre de 2026, como respuesta al correo con el que lo recibió. También "
        "puede enviarlo a datos@ejemplo.gob.mx." in leidos
    )


def test_without_a_day_or_an_address_they_still_make_sense(tmp_path: Path) -> None:
    solo = project([AreaGeneradora(id="a1", nombre="Puentes")])
    leidos = texts(written(tmp_path, proyecto=solo, vence=None)["Instrucciones"])
    assert leidos[1] == "Puentes"
    assert "Devuélvalo en cuanto pueda, como respuesta al correo con el que lo recibió." in leidos


def test_instructions_show_a_filled_row_of_each_sheet(tmp_path: Path) -> None:
    libro = written(tmp_path)
    for hoja in ("Grupos", "Datos"):
        titulos = list(rows(libro[hoja])[0][1:])
        todas = [[valor for valor in fila if valor is not None] for fila in rows(libro["Instrucciones"])]
        lugar = todas.index(titulos)
        assert len(todas[lugar + 1]) == len(titulos)
    assert "Cooperativas agrícolas de la sierra" in texts(libro["Instrucciones"])


def test_an_area_that_said_nothing_gets_a_workbook_to_start_from(tmp_path: Path) -> None:
    libro = written(tmp_path, proyecto=project([AreaGeneradora(id="a1", nombre="Puentes")]))
    assert len(rows(libro["Grupos"])) == 1
    assert check_of(libro["Datos"], "Conjunto de datos") is None
    assert stamp(libro)["proyecto"] is None


def test_text_like_a_formula_stays_text(tmp_path: Path) -> None:
    malicioso = GrupoUsuarios(id="g9", nombre="=Suma(1)", area="a1")
    hoja = written(tmp_path, proyecto=project([*sample(), malicioso]))["Grupos"]
    assert "=Suma(1)" in column(hoja, "Grupo de usuarios")
    assert {celda.data_type for fila in hoja.iter_rows(min_row=2) for celda in fila} <= {"s", "n"}


def test_an_area_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        written(tmp_path, "ninguna")
    assert error.value.code == "area_no_existe"
