"""Format D: a row per dataset and its resources after it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.vocabularios import Acceso, Frecuencia
from tests.adapters.sources.fabrica import DATOS, leer, mensajes

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.importacion import Lectura

ENCABEZADO = (DATOS / "catalogo_v3.csv").read_text(encoding="utf-8").splitlines()[0].split(",")


def catalogo(carpeta: Path, *filas: dict[str, str]) -> Lectura:
    """Read a catalogue with these rows, each given by its titles."""
    renglones = [ENCABEZADO, *([fila.get(titulo, "") for titulo in ENCABEZADO] for fila in filas)]
    return leer(carpeta, "".join(",".join(renglon) + "\n" for renglon in renglones))


def conjunto(identificador: str, titulo: str, **otros: str) -> dict[str, str]:
    """Return the cells of a dataset's row."""
    return {"ds:identifier": identificador, "ds:title": titulo, **otros}


def recurso(identificador: str, titulo: str, **otros: str) -> dict[str, str]:
    """Return the cells of a resource's row."""
    return {"ds:identifier": identificador, "rs:title": titulo, **otros}


def nombres(lectura: Lectura) -> list[tuple[object, list[object]]]:
    """Return the names of datasets and of their resources."""
    return [(c.valores["nombre"], [r.valores["nombre"] for r in c.recursos]) for c in lectura.conjuntos]


@pytest.fixture
def ejemplo(tmp_path: Path) -> Lectura:
    """Return the made-up catalogue."""
    return leer(tmp_path, (DATOS / "catalogo_v3.csv").read_bytes())


def test_resources_follow_their_dataset(ejemplo: Lectura) -> None:
    assert ejemplo.formato is Formato.CATALOGO
    assert nombres(ejemplo) == [
        ("Calidad del agua en presas", ["Muestras de 2023", "Muestras de 2024"]),
        ("Pozos concesionados", ["Pozos 2024"]),
    ]


def test_a_dataset_has_its_direct_url_and_its_contact(ejemplo: Lectura) -> None:
    assert ejemplo.conjuntos[0].valores == {
        "nombre": "Calidad del agua en presas",
        "identificador": "calidad-del-agua",
        "descripcion": "Muestras por presa y mes",
        "palabras_clave": "agua, presas",
        "modificado": date(2024, 3, 31),
        "contacto": "Laboratorio Central",
        "correo_contacto": "laboratorio@semarh.gob.mx",
        "periodo_cubierto": "2019/2024",
        "cobertura": "México",
        "url": "https://datos.semarh.gob.mx/calidad-del-agua",
        "frecuencia": Frecuencia.MENSUAL,
    }


def test_a_resource_has_its_download(ejemplo: Lectura) -> None:
    assert ejemplo.conjuntos[0].recursos[1].valores == {
        "nombre": "Muestras de 2024",
        "descripcion": "Una muestra por renglón",
        "url": "https://datos.semarh.gob.mx/calidad-del-agua/2024.csv",
        "formato": "text/csv",
        "bytes": 20100,
        "periodo_cubierto": "2024",
        "cobertura": "México",
    }


def test_odd_dates_and_several_addresses_are_read(ejemplo: Lectura) -> None:
    pozos = ejemplo.conjuntos[1].valores
    assert pozos["modificado"] == date(2013, 7, 29)
    assert pozos["correo_contacto"] == "padron@semarh.gob.mx"
    assert [frase[:32] for frase in mensajes(ejemplo)] == ["Renglón 5, columna G: hay varios"]


def test_the_first_version_is_read(tmp_path: Path) -> None:
    lectura = leer(tmp_path, (DATOS / "catalogo_v1.csv").read_bytes())
    valores = lectura.conjuntos[0].valores
    assert (valores["acceso"], valores["url"]) == (
        Acceso.PUBLICO,
        "https://datos.semarh.gob.mx/tarifas/diccionario",
    )
    assert lectura.conjuntos[0].recursos[0].valores["frecuencia"] is Frecuencia.ANUAL
    assert mensajes(lectura) == []


def test_unknown_access_is_left_empty(tmp_path: Path) -> None:
    contenido = (DATOS / "catalogo_v1.csv").read_text(encoding="utf-8").replace("público", "depende")
    lectura = leer(tmp_path, contenido)
    assert lectura.conjuntos[0].valores["acceso"] is None
    assert len(lectura.problemas) == 1


def test_a_repeated_identifier_is_reported_and_nothing_is_lost(tmp_path: Path) -> None:
    lectura = catalogo(
        tmp_path, conjunto("x", "Aforos"), recurso("x", "A1"), conjunto("x", "Presas"), recurso("x", "P1")
    )
    assert nombres(lectura) == [("Aforos", ["A1"]), ("Presas", ["P1"])]
    assert [c.valores.get("identificador") for c in lectura.conjuntos] == ["x", None]
    (frase,) = mensajes(lectura)
    assert frase.startswith("Renglón 4, columna A: el identificador «x» ya es del conjunto del renglón 2; este se")


def test_the_same_dataset_again_is_reported_and_joined(tmp_path: Path) -> None:
    lectura = catalogo(
        tmp_path, conjunto("x", "Aforos"), conjunto("y", "Presas"), conjunto("x", "AFOROS", **{"ds:spatial": "Durango"})
    )
    assert nombres(lectura) == [("Aforos", []), ("Presas", [])]
    assert lectura.conjuntos[0].valores["cobertura"] == "Durango"
    assert mensajes(lectura)[0].startswith("Renglón 4, columna A: el conjunto ya estaba en el renglón 2")


def test_rows_that_repeat_their_dataset_are_no_problem(tmp_path: Path) -> None:
    filas = [{**conjunto("x", "Aforos"), **recurso("x", titulo)} for titulo in ("A1", "A2", "A3")]
    lectura = catalogo(tmp_path, *filas)
    assert nombres(lectura) == [("Aforos", ["A1", "A2", "A3"])]
    assert mensajes(lectura) == []


def test_resources_before_their_dataset_find_it(tmp_path: Path) -> None:
    lectura = catalogo(tmp_path, recurso("x", "A1"), conjunto("x", "Aforos"))
    assert nombres(lectura) == [("Aforos", ["A1"])]
    assert mensajes(lectura) == []


def test_resources_of_an_unknown_dataset_are_kept_and_told(tmp_path: Path) -> None:
    lectura = catalogo(tmp_path, conjunto("x", "Aforos"), recurso("z", "Z1"), recurso("z", "Z2"))
    assert nombres(lectura) == [("Aforos", []), ("z", ["Z1", "Z2"])]
    assert mensajes(lectura) == [
        "Renglón 3, columna A: ningún conjunto tiene el identificador «z»; se creó uno con ese nombre. Revíselo."
    ]


def test_without_identifiers_resources_go_to_the_dataset_above(tmp_path: Path) -> None:
    lectura = catalogo(
        tmp_path, recurso("", "Suelto"), conjunto("", "Aforos"), recurso("", "A1"), conjunto("", "Presas")
    )
    assert nombres(lectura) == [("Aforos", ["A1"]), ("Presas", [])]
    assert mensajes(lectura)[0].startswith("Renglón 2, columna A: el recurso no dice de qué conjunto es")


def test_a_resource_without_title_is_known_by_its_address(tmp_path: Path) -> None:
    url = "https://datos.semarh.gob.mx/a.csv"
    lectura = catalogo(tmp_path, conjunto("x", "Aforos"), {"ds:identifier": "x", "rs:downloadURL": url})
    assert nombres(lectura) == [("Aforos", [url])]


def test_a_row_that_names_nothing_is_reported(tmp_path: Path) -> None:
    lectura = catalogo(tmp_path, conjunto("x", "Inventario institucional de datos de SEMARH"), {"ds:identifier": "x"})
    assert lectura.conjuntos[0].valores["institucional"] is True
    assert mensajes(lectura)[0].startswith("Renglón 3: no dice el nombre")


def test_sizes_that_are_no_number_are_reported(tmp_path: Path) -> None:
    lectura = catalogo(tmp_path, conjunto("x", "Aforos"), recurso("x", "A1", **{"rs:byteSize": "3 MB"}))
    assert "bytes" not in lectura.conjuntos[0].recursos[0].valores
    assert mensajes(lectura)[0].startswith("Renglón 3, columna P: el tamaño «3 MB» no es un número entero")


def test_a_resource_without_title_says_by_what_it_goes(tmp_path: Path) -> None:
    url = "https://datos.semarh.gob.mx/a.csv"
    lectura = catalogo(
        tmp_path,
        conjunto("a", "A"),
        recurso("a", "", **{"rs:downloadURL": url}),
        recurso("a", "", **{"rs:mediaType": "csv"}),
    )
    assert nombres(lectura) == [("A", [url, "Recurso sin nombre"])]
    assert mensajes(lectura) == [
        "Renglón 3, columna L: falta el nombre del recurso y se usó su dirección; escríbalo.",
        "Renglón 4, columna L: falta el nombre del recurso y se usó «Recurso sin nombre»; escríbalo.",
    ]


def test_a_problem_of_a_column_that_is_missing_names_none(tmp_path: Path) -> None:
    lectura = leer(tmp_path, "ds:title,rs:title,rs:downloadURL\n,R,https://datos.semarh.gob.mx/a.csv\nA,,\n")
    assert nombres(lectura) == [("A", [])]
    assert mensajes(lectura)[-1] == (
        "Renglón 2: el recurso no dice de qué conjunto es; no se importó. Escriba el identificador del conjunto."
    )


def test_a_dataset_that_repeats_itself_with_its_resources_is_told_of_only_if_it_differs(tmp_path: Path) -> None:
    filas = [
        {**conjunto("a", "A", **{"ds:description": "uno"}), "rs:title": "r1"},
        {**conjunto("a", "A", **{"ds:description": "uno"}), "rs:title": "r2"},
        {**conjunto("a", "a ", **{"ds:description": "dos"}), "rs:title": "r3"},
    ]
    lectura = catalogo(tmp_path, *filas)
    assert nombres(lectura) == [("A", ["r1", "r2", "r3"])]
    assert lectura.conjuntos[0].valores["descripcion"] == "uno"
    assert mensajes(lectura) == [
        "Renglón 4, columna A: el conjunto ya estaba en el renglón 2; de este se tomó solo lo que allá faltaba."
    ]
