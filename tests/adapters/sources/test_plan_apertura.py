"""Format A: a row per dataset, and who answers for the policy in every row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sources.layouts import PLAN_APERTURA
from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.vocabularios import Frecuencia, Rol
from tests.adapters.sources.fabrica import DATOS, leer, mensajes, texto_csv

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.importacion import Lectura

TITULOS = [columna.titulos[0] for columna in PLAN_APERTURA.columnas]
FILA = ["", "Rocío Ibáñez", "", "rocio@semarh.gob.mx", "", "", "", "Aforos", "Caudal", "anual", "2024-05-01"]


@pytest.fixture
def plan(tmp_path: Path) -> Lectura:
    """Return the made-up plan with the misspelt official header."""
    return leer(tmp_path, (DATOS / "plan_apertura.csv").read_bytes())


def test_each_row_is_a_dataset(plan: Lectura) -> None:
    assert plan.formato is Formato.PLAN_APERTURA
    assert [conjunto.renglon for conjunto in plan.conjuntos] == [2, 3, 4]
    assert plan.conjuntos[1].valores == {
        "nombre": "Pozos concesionados",
        "descripcion": "Concesiones vigentes por municipio",
        "frecuencia": Frecuencia.ANUAL,
        "fecha_publicacion": date(2024, 6, 15),
    }
    assert plan.conjuntos[2].valores["institucional"] is True
    assert mensajes(plan) == []


def test_people_are_named_once_each(plan: Lectura) -> None:
    assert [persona.valores for persona in plan.personas] == [
        {
            "nombre": "Rocío Ibáñez Cantú",
            "rol": Rol.ENLACE,
            "cargo": "Directora de Vinculación",
            "correo": "rocio.ibanez@semarh.gob.mx",
        },
        {
            "nombre": "Tomás Peña Lucero",
            "rol": Rol.ADMINISTRADOR,
            "cargo": "Subdirector de Sistemas",
            "correo": "tomas.pena@semarh.gob.mx",
        },
    ]
    assert {persona.renglon for persona in plan.personas} == {2}


def test_the_vision_is_of_the_institution(plan: Lectura) -> None:
    assert plan.institucion == {"vision": "Agua para todos con datos claros"}


def test_several_addresses_in_a_cell_are_reported_once(tmp_path: Path) -> None:
    con_dos = [*FILA[:3], "rocio@semarh.gob.mx; enlace@semarh.gob.mx", *FILA[4:]]
    otra = [*con_dos[:7], "Presas", *con_dos[8:]]
    lectura = leer(tmp_path, texto_csv(con_dos, otra, titulos=TITULOS))
    assert [persona.valores["correo"] for persona in lectura.personas] == ["rocio@semarh.gob.mx"]
    assert len(lectura.problemas) == 1
    assert mensajes(lectura)[0].startswith("Renglón 2, columna D: hay varios correos")


def test_a_person_known_by_address_alone_is_kept(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv(["", "", *FILA[2:]], titulos=TITULOS))
    assert [persona.valores["nombre"] for persona in lectura.personas] == ["rocio@semarh.gob.mx"]


def test_a_repeated_dataset_is_told_and_completes_the_first(tmp_path: Path) -> None:
    primera = [*FILA[:8], "", "anual", ""]
    lectura = leer(tmp_path, texto_csv(primera, [*FILA[:7], "AFOROS", *FILA[8:]], titulos=TITULOS))
    assert [conjunto.valores["fecha_publicacion"] for conjunto in lectura.conjuntos] == [date(2024, 5, 1)]
    assert lectura.conjuntos[0].valores["nombre"] == "Aforos"
    assert mensajes(lectura)[0].startswith("Renglón 3, columna H: el conjunto ya estaba en el renglón 2")


def test_a_row_without_dataset_is_reported(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv([*FILA[:7], "", *FILA[8:]], titulos=TITULOS))
    assert lectura.conjuntos == []
    assert mensajes(lectura)[0].startswith("Renglón 2, columna H: falta el nombre del conjunto")


def test_what_cannot_be_read_is_reported_and_left_empty(tmp_path: Path) -> None:
    lectura = leer(tmp_path, texto_csv([*FILA[:9], "a veces", "2012-16-02T14:45:00"], titulos=TITULOS))
    assert lectura.conjuntos[0].valores == {"nombre": "Aforos", "descripcion": "Caudal"}
    assert [problema.columna for problema in lectura.problemas] == ["J", "K"]
    assert "escríbala como 2012-02-16" in mensajes(lectura)[1]


def test_another_vision_is_told_of_once(tmp_path: Path) -> None:
    otras = (["Cerrar", *FILA[1:7], nombre, *FILA[8:]] for nombre in ("Presas", "Pozos"))
    lectura = leer(tmp_path, texto_csv(["Abrir", *FILA[1:]], *otras, titulos=TITULOS))
    assert lectura.institucion == {"vision": "Abrir"}
    assert mensajes(lectura) == [
        "Renglón 3, columna A: la visión no es la de los renglones anteriores y no se tomó; deje una sola."
    ]


def con_enlace(nombre: str, cargo: str, correo: str, conjunto: str) -> list[str]:
    """Return a row that names this Enlace."""
    return ["", nombre, cargo, correo, "", "", "", conjunto, *FILA[8:]]


@pytest.mark.parametrize(
    ("otra", "leida", "problema"),
    [
        (("ANA  RUÍZ", "", ""), ("Ana Ruiz", "Directora", "ana@semarh.gob.mx"), None),
        (("", "", "Ana@semarh.gob.mx"), ("Ana Ruiz", "Directora", "ana@semarh.gob.mx"), None),
        (("Ana Ruiz", "Jefa", "ana@semarh.gob.mx"), ("Ana Ruiz", "Directora", "ana@semarh.gob.mx"), "C"),
        (("Ana Ruiz", "Directora", "otra@semarh.gob.mx"), ("Ana Ruiz", "Directora", "ana@semarh.gob.mx"), "D"),
    ],
)
def test_a_person_written_in_several_ways_is_one(
    tmp_path: Path, otra: tuple[str, str, str], leida: tuple[str, str, str], problema: str | None
) -> None:
    primera = con_enlace("Ana Ruiz", "Directora", "ana@semarh.gob.mx", "Aforos")
    lectura = leer(tmp_path, texto_csv(primera, con_enlace(*otra, "Presas"), titulos=TITULOS))
    (persona,) = lectura.personas
    assert tuple(persona.valores[campo] for campo in ("nombre", "cargo", "correo")) == leida
    assert [(p.renglon, p.columna) for p in lectura.problemas] == ([(3, problema)] if problema else [])
    if problema == "C":
        assert mensajes(lectura) == [
            "Renglón 3, columna C: «Ana Ruiz» ya estaba en el renglón 2 con otro cargo, que se quedó; deje uno solo."
        ]


def test_what_was_missing_of_a_person_is_taken_from_later_rows(tmp_path: Path) -> None:
    filas = [
        con_enlace("", "", "ana@semarh.gob.mx", "A"),
        con_enlace("Ana Ruiz", "Directora", "ana@semarh.gob.mx", "B"),
    ]
    lectura = leer(tmp_path, texto_csv(*filas, con_enlace("ana ruiz", "", "", "C"), titulos=TITULOS))
    assert [persona.valores for persona in lectura.personas] == [
        {"nombre": "Ana Ruiz", "rol": Rol.ENLACE, "cargo": "Directora", "correo": "ana@semarh.gob.mx"}
    ]
    assert mensajes(lectura) == []


def test_two_people_may_share_an_address(tmp_path: Path) -> None:
    filas = [con_enlace(nombre, "", "enlace@semarh.gob.mx", nombre) for nombre in ("Ana Ruiz", "Beto Paz")]
    lectura = leer(tmp_path, texto_csv(*filas, titulos=TITULOS))
    assert [persona.valores["nombre"] for persona in lectura.personas] == ["Ana Ruiz", "Beto Paz"]
    assert mensajes(lectura) == []
