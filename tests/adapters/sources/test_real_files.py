"""Files as institutions really published them; where they are not at hand these tests are skipped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.adapters.sources.detection import read_source
from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.vocabularios import Acceso, Frecuencia
from tests.adapters.sources.fabrica import mensajes

if TYPE_CHECKING:
    from pathlib import Path


def test_the_opening_plan_of_inah(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "plan-apertura-inah.csv")
    assert lectura.formato is Formato.INVENTARIO_PLAN
    assert len(lectura.conjuntos) == 7
    assert sum(len(conjunto.recursos) for conjunto in lectura.conjuntos) == 153
    assert sum(bool(conjunto.valores.get("institucional")) for conjunto in lectura.conjuntos) == 3
    assert {conjunto.valores["acceso"] for conjunto in lectura.conjuntos} == {Acceso.PUBLICO}
    assert [problema.valor for problema in lectura.problemas] == [" "]
    assert "no se importó" in mensajes(lectura)[0]


def test_two_spellings_of_an_area_stay_two(datos_reales: Path) -> None:
    areas = {conjunto.area for conjunto in read_source(datos_reales / "plan-apertura-inah.csv").conjuntos}
    assert {
        "Encargado de la Dirección de Procesos y Servicios Informáticos",
        "Encargado de la Direccion de Procesos y Servicios Informaticos",
    } < areas


def test_the_template_of_the_inventory(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "plantilla-inventario.xlsx")
    assert (lectura.formato, lectura.hoja, lectura.conjuntos) == (Formato.INVENTARIO, "Inventario", [])
    assert [problema.renglon for problema in lectura.problemas] == [2, 3, 4]
    assert all("ejemplo" in frase for frase in mensajes(lectura))


def test_the_inventory_with_a_wrong_date(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "inventario-error-fecha.xlsx")
    assert len(lectura.conjuntos) == 1
    (problema,) = lectura.problemas
    assert (problema.hoja, problema.renglon, problema.columna) == ("Inventario", 2, "H")
    assert problema.valor == "02-2015"


def test_the_inventory_with_scattered_rows(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "inventario-no-agrupado.xlsx")
    assert [(c.valores["nombre"], len(c.recursos)) for c in lectura.conjuntos] == [("Tipos de vegetación", 4)]
    assert lectura.conjuntos[0].valores["fecha_publicacion"] == date(2015, 6, 1)
    assert [problema.renglon for problema in lectura.problemas] == [5]


def test_the_template_of_the_opening_plan(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "plantilla-plan-apertura.csv")
    assert (lectura.formato, lectura.conjuntos) == (Formato.PLAN_APERTURA, [])
    assert not any("columna" in frase for frase in mensajes(lectura))


def test_the_example_of_the_opening_plan(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "plan-apertura-ejemplo.csv")
    assert [conjunto.valores["frecuencia"] for conjunto in lectura.conjuntos] == [Frecuencia.DIARIO] * 2
    assert len(lectura.personas) == 2
    assert lectura.problemas == []


def test_the_template_of_the_catalogue(datos_reales: Path) -> None:
    lectura = read_source(datos_reales / "plantilla-catalogo-v3.csv")
    assert (lectura.formato, lectura.conjuntos) == (Formato.CATALOGO, [])
    assert not any("columna" in frase for frase in mensajes(lectura))
