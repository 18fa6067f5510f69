"""Formats B and C: a row per resource, datasets gathered from their rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.vocabularios import Acceso, Frecuencia
from tests.adapters.sources.fabrica import DATOS, TITULOS_B, fila, leer, libro, mensajes, texto_csv

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.importacion import Lectura


@pytest.fixture
def plan(tmp_path: Path) -> Lectura:
    """Return the made-up plan of the same shape as those of the official tool."""
    return leer(tmp_path, (DATOS / "inventario_plan.csv").read_bytes())


def test_rows_of_one_dataset_need_not_be_together(plan: Lectura) -> None:
    assert plan.formato is Formato.INVENTARIO_PLAN
    assert [(c.valores["nombre"], len(c.recursos)) for c in plan.conjuntos] == [
        ("Inventario Institucional de Datos de SEMARH", 1),
        ("Aforos de ríos", 2),
        ("Padrón de usuarios", 1),
        ("Expedientes de concesión", 1),
    ]


def test_a_dataset_says_what_its_resources_share(plan: Lectura) -> None:
    aforos = plan.conjuntos[1]
    assert aforos.valores == {
        "nombre": "Aforos de ríos",
        "descripcion": "Caudal diario por estación",
        "acceso": Acceso.PUBLICO,
        "frecuencia": Frecuencia.MENSUAL,
        "fecha_publicacion": date(2023, 5, 12),
    }
    assert (aforos.area, aforos.renglon) == ("Dirección de Estadística Hídrica", 3)


def test_a_resource_says_what_its_row_says(plan: Lectura) -> None:
    segundo = plan.conjuntos[1].recursos[1]
    assert segundo.renglon == 6  # counting the two lines that a cell of the row before takes
    assert segundo.valores == {
        "nombre": "Aforos de 2023 en csv",
        "descripcion": "Caudal diario por estación",
        "acceso": Acceso.PUBLICO,
        "formato": "text/csv",
        "fecha": date(2024, 5, 12),
        "frecuencia": Frecuencia.MENSUAL,
        "responsable": "Dirección de Estadística Hídrica",
    }


def test_what_the_tool_says_about_itself_is_institutional(plan: Lectura) -> None:
    assert [bool(c.valores.get("institucional")) for c in plan.conjuntos] == [True, False, False, False]


def test_a_restricted_dataset_keeps_its_reason(plan: Lectura) -> None:
    valores = plan.conjuntos[3].valores
    assert (valores["acceso"], valores["razon"]) == (Acceso.RESTRINGIDO, "Contiene datos personales")
    assert "fecha_publicacion" not in valores


def test_spellings_of_an_area_are_left_as_written(plan: Lectura) -> None:
    assert plan.columna_area == "A"
    assert plan.conjuntos[2].area == "Direccion de Estadistica Hidrica"


def test_the_junk_row_is_reported_and_left_out(plan: Lectura) -> None:
    assert mensajes(plan) == ["Renglón 8: solo trae espacios; no se importó. Bórrelo si no hace falta."]
    assert plan.problemas[0].valor == " "


def test_the_same_names_twice_are_two_resources(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(), fila()))
    assert [recurso.renglon for recurso in lectura.conjuntos[0].recursos] == [2, 3]


def test_the_most_open_resource_decides_for_the_dataset(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c5="Privado", c6="Reservado"), fila(c8="2024-01")))
    valores = lectura.conjuntos[0].valores
    assert (valores["acceso"], valores["fecha_publicacion"]) == (Acceso.PUBLICO, date(2024, 1, 1))
    assert "razon" not in valores
    assert "descripcion" in valores


def test_what_resources_do_not_share_is_not_said_of_the_dataset(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c4="Uno"), fila(c4="Otro", c7="")))
    assert not {"descripcion", "plataforma"} & lectura.conjuntos[0].valores.keys()


def test_the_area_comes_from_the_first_row_that_names_one(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c1=""), fila(c1="Dirección de Riego")))
    assert lectura.conjuntos[0].area == "Dirección de Riego"


def test_a_dataset_of_two_areas_keeps_the_first_and_says_so(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path,
        texto_csv(fila(), fila(c1="DIRECCION de Aguas"), fila(c1="Gerencia de Riego"), fila(c1="Jurídico")),
    )
    assert [(conjunto.area, len(conjunto.recursos)) for conjunto in lectura.conjuntos] == [("Dirección de Aguas", 4)]
    (frase,) = mensajes(lectura)
    assert frase.startswith("Renglón 4, columna A: «Aforos de ríos» ya estaba a cargo de «Dirección de Aguas»")


def test_another_spelling_of_a_dataset_is_told(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(), fila(c2="AFOROS DE RIOS"), fila(c2="Aforos de ríos  ")))
    assert [len(conjunto.recursos) for conjunto in lectura.conjuntos] == [3]
    (frase,) = mensajes(lectura)
    assert frase.startswith("Renglón 3, columna B: antes se escribió «Aforos de ríos» y se tomaron como el mismo")


@pytest.mark.parametrize("ejemplo", ["ej1. DG de medio ambiente", "Ej. 2. DG de adultos", " ej3) DG de atención"])
def test_example_rows_are_skipped_and_said(tmp_path: Path, ejemplo: str) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c1=ejemplo), fila()))
    assert [len(conjunto.recursos) for conjunto in lectura.conjuntos] == [1]
    assert mensajes(lectura) == ["Renglón 2, columna A: es un renglón de ejemplo; no se importó."]
    assert lectura.problemas[0].valor == ejemplo


def test_areas_that_begin_like_an_example_are_read(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c1="Ejecutivo de Cuenca"), fila(c1="Ejido 3 de Mayo", c2="Parcelas")))
    assert [conjunto.area for conjunto in lectura.conjuntos] == ["Ejecutivo de Cuenca", "Ejido 3 de Mayo"]
    assert mensajes(lectura) == []


@pytest.mark.parametrize(
    ("cambios", "mensaje"),
    [
        ({"c8": ""}, "Renglón 2, columna H: falta la fecha de publicación"),
        ({"c8": "No aplica"}, "Renglón 2, columna H: falta la fecha de publicación"),
        ({"c8": "02-2015"}, "Renglón 2, columna H: la fecha «02-2015» no se entiende"),
        ({"c5": "Privado"}, "Renglón 2, columna F: falta la razón"),
        ({"c5": "Restringido", "c6": "No aplica"}, "Renglón 2, columna F: falta la razón"),
        ({"c5": ""}, "Renglón 2, columna E: falta decir si los datos son públicos"),
        ({"c5": "quién sabe"}, "Renglón 2, columna E: el acceso «quién sabe» no se conoce"),
        ({"c3": ""}, "Renglón 2, columna C: falta el nombre del recurso"),
    ],
)
def test_a_row_against_the_rules_is_reported_and_imported(
    tmp_path: Path, cambios: dict[str, str], mensaje: str
) -> None:
    lectura = leer(tmp_path, texto_csv(fila(**cambios)))
    assert len(lectura.conjuntos[0].recursos) == 1
    assert [frase for frase in mensajes(lectura) if frase.startswith(mensaje)] == mensajes(lectura)
    assert len(mensajes(lectura)) == 1


def test_unknown_access_is_left_empty_and_never_public(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c5="quién sabe")))
    assert lectura.conjuntos[0].valores["acceso"] is None
    assert lectura.conjuntos[0].recursos[0].valores["acceso"] is None


def test_a_resource_without_name_takes_that_of_its_dataset(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c3=" ")))
    assert lectura.conjuntos[0].recursos[0].valores["nombre"] == "Aforos de ríos"


def test_a_row_without_dataset_is_reported_and_left_out(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(c2=""), fila()))
    assert [conjunto.renglon for conjunto in lectura.conjuntos] == [3]
    assert mensajes(lectura)[0].startswith("Renglón 2, columna B: falta el nombre del conjunto")


def test_missing_columns_are_reported_once(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path, texto_csv(["Aforos de ríos", "Caudal"], titulos=("Nombre del conjunto", "¿De qué es?", "Responsable"))
    )
    assert lectura.conjuntos[0].recursos[0].valores == {"nombre": "Aforos de ríos", "descripcion": "Caudal"}
    assert sum("falta la columna" in frase for frase in mensajes(lectura)) == 5


def test_the_long_title_of_the_date_tells_the_inventory_alone(tmp_path: Path) -> None:
    assert leer(tmp_path, texto_csv(fila())).formato is Formato.INVENTARIO
    corto = [*TITULOS_B[:7], "Fecha estimada de publicación en datos.gob.mx"]
    assert leer(tmp_path, texto_csv(fila(), titulos=corto)).formato is Formato.INVENTARIO_PLAN
    con_frecuencia = [*TITULOS_B, "Frecuencia con la que actualizan"]
    assert leer(tmp_path, texto_csv([*fila(), "anual"], titulos=con_frecuencia)).formato is Formato.INVENTARIO_PLAN


@pytest.mark.parametrize("titulo", ["Fecha estimada de publicación", "FECHA ESTIMADA"])
def test_a_shorter_title_of_the_date_is_the_date(tmp_path: Path, titulo: str) -> None:
    lectura = leer(tmp_path, texto_csv(fila(), titulos=[*TITULOS_B[:7], titulo]))
    assert lectura.formato is Formato.INVENTARIO_PLAN
    assert not [frase for frase in mensajes(lectura) if "columna" in frase]


def test_sheets_of_one_layout_are_read_as_one_file(tmp_path: Path) -> None:
    contenido = libro({"Norte": [TITULOS_B, fila()], "Sur": [TITULOS_B, fila(c3="Aforos 2024", c8="ayer")]})
    lectura = leer(tmp_path, contenido)
    assert lectura.hoja == "Norte"
    assert [len(conjunto.recursos) for conjunto in lectura.conjuntos] == [2]
    assert [(problema.hoja, problema.renglon, problema.columna) for problema in lectura.problemas] == [("Sur", 2, "H")]


def test_a_header_that_is_repeated_among_the_rows_is_no_dataset(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(fila(), TITULOS_B, fila(c2="Otro")).encode())
    assert [conjunto.valores["nombre"] for conjunto in lectura.conjuntos] == ["Aforos de ríos", "Otro"]
    assert mensajes(lectura) == ["Renglón 3: repite el encabezado; no se importó. Bórrelo si no hace falta."]
