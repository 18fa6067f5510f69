"""The matrix of the plan: who and what it attends to, and what a line made in a gap begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.application.coverage import Columnas, Filas, cell_values, coverage, lines_of_year
from promueve_gui.domain.fechas import bimestre_de
from promueve_gui.domain.vocabularios import Acceso, Canal, EstadoLinea, Rol, TipoContenido
from tests.application.plan_records import HOY, PERIODISTAS, PUENTES, linea, no_holidays
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.coverage import Cobertura, Columna, Renglon
    from promueve_gui.domain.ficha import Registro

MADRES = replace(PERIODISTAS, id="madres", nombre="Árbol de madres", prioritario=False)
AFOROS = replace(PUENTES, id="aforos", nombre="Aforos", prioritario=False)


def matrix(filas: Filas, columnas: Columnas, *registros: Registro, anio: int = 2026) -> Cobertura:
    return coverage(project_of(PERIODISTAS, MADRES, PUENTES, AFOROS, *registros), filas, columnas, anio)


def row(cobertura: Cobertura, identidad: str) -> Renglon:
    return next(renglon for renglon in cobertura.renglones if renglon.id == identidad)


def column(cobertura: Cobertura, clave: str) -> Columna:
    return next(columna for columna in cobertura.columnas if columna.clave == clave)


def test_groups_by_bimestre() -> None:
    hallada = matrix(
        Filas.GRUPOS,
        Columnas.BIMESTRES,
        linea("a", fecha=date(2026, 3, 2), grupos=("periodistas", "madres")),
        linea("b", fecha=date(2026, 4, 2)),
        linea("c", fecha=date(2026, 6, 30), fecha_fin=date(2026, 9, 1)),
    )
    assert [columna.titulo for columna in hallada.columnas] == [
        "ene–feb",
        "mar–abr",
        "may–jun",
        "jul–ago",
        "sep–oct",
        "nov–dic",
    ]
    assert row(hallada, "periodistas").celdas == ((), ("a", "b"), ("c",), ("c",), ("c",), ())
    assert row(hallada, "madres").celdas == ((), ("a",), (), (), (), ())
    assert hallada.totales == (0, 2, 1, 1, 1, 0)


def test_priorities_come_first_and_then_names() -> None:
    hallada = matrix(Filas.CONJUNTOS, Columnas.TIPOS)
    assert [(r.titulo, r.prioritario) for r in hallada.renglones] == [("Puentes y vados", True), ("Aforos", False)]
    grupos = matrix(Filas.GRUPOS, Columnas.TIPOS, replace(MADRES, id="z", nombre="Bibliotecas")).renglones
    assert [r.titulo for r in grupos] == ["Periodistas", "Árbol de madres", "Bibliotecas"]


def test_a_priority_without_any_line_is_a_gap() -> None:
    assert row(matrix(Filas.GRUPOS, Columnas.BIMESTRES), "periodistas").hueco
    assert not row(matrix(Filas.GRUPOS, Columnas.BIMESTRES), "madres").hueco
    assert not row(matrix(Filas.GRUPOS, Columnas.BIMESTRES, linea("a", fecha=None)), "periodistas").hueco
    assert row(matrix(Filas.CONJUNTOS, Columnas.BIMESTRES), "puentes").hueco


def test_undated_lines_and_other_years_count_in_the_total_alone() -> None:
    hallada = matrix(
        Filas.GRUPOS, Columnas.BIMESTRES, linea("a", fecha=None), linea("b", fecha=date(2025, 11, 1)), anio=2026
    )
    periodistas = row(hallada, "periodistas")
    assert (periodistas.total, periodistas.celdas) == (2, ((),) * 6)
    assert hallada.totales == (0,) * 6


def test_a_period_over_new_year_is_in_the_bimestres_of_both() -> None:
    larga = linea("a", fecha=date(2026, 12, 20), fecha_fin=date(2027, 1, 10))
    assert matrix(Filas.GRUPOS, Columnas.BIMESTRES, larga).totales == (0, 0, 0, 0, 0, 1)
    assert matrix(Filas.GRUPOS, Columnas.BIMESTRES, larga, anio=2027).totales == (1, 0, 0, 0, 0, 0)


def test_datasets_by_type_and_by_channel() -> None:
    lineas = [
        linea("a"),
        linea("b", tipo_contenido=TipoContenido.REDES, canal=Canal.REDES),
        linea("c", tipo_contenido=None, canal=None),
        linea("d", conjunto=None),
    ]
    tipos = matrix(Filas.CONJUNTOS, Columnas.TIPOS, *lineas)
    assert row(tipos, "puentes").celdas == (("b",), ("a",), (), (), (), ())
    assert (row(tipos, "puentes").total, tipos.totales) == (3, (1, 2, 0, 0, 0, 0))
    canales = matrix(Filas.CONJUNTOS, Columnas.CANALES, *lineas)
    assert row(canales, "puentes").celdas[:2] == (("b",), ("a",))
    assert [columna.clave for columna in canales.columnas] == [str(canal) for canal in Canal]


def test_only_what_counts_is_counted() -> None:
    privado = replace(AFOROS, id="nomina", acceso=Acceso.PRIVADO)
    hallada = matrix(Filas.CONJUNTOS, Columnas.TIPOS, privado, linea("a", estado=EstadoLinea.CANCELADA))
    assert {r.id for r in hallada.renglones} == {"puentes", "aforos"}
    assert hallada.totales == (0,) * 6


def test_the_lines_of_a_filter_can_be_counted_alone() -> None:
    proyecto = project_of(PERIODISTAS, linea("a"), linea("b"))
    hallada = coverage(proyecto, Filas.GRUPOS, Columnas.BIMESTRES, 2026, [linea("b")])
    assert row(hallada, "periodistas").celdas[1] == ("b",)


@given(fechas=st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 400)), max_size=6))
def test_every_day_of_a_line_is_counted_in_its_bimestre(fechas: list[tuple[date, int]]) -> None:
    lineas = [
        linea(f"l{n}", fecha=dia, fecha_fin=date.fromordinal(dia.toordinal() + dias))
        for n, (dia, dias) in enumerate(fechas)
    ]
    hallada = matrix(Filas.GRUPOS, Columnas.BIMESTRES, *lineas)
    for columna, celda in zip(hallada.columnas, row(hallada, "periodistas").celdas, strict=True):
        suyas = {
            linea.id
            for linea in lineas
            if linea.fecha and linea.ultimo_dia
            if any(
                columna.valor == bimestre_de(date.fromordinal(dia))
                for dia in range(linea.fecha.toordinal(), linea.ultimo_dia.toordinal() + 1)
            )
        }
        assert set(celda) == suyas


@pytest.mark.parametrize(
    ("clave", "hoy", "esperado"),
    [
        ("2026-2", date(2026, 3, 12), date(2026, 4, 6)),  # the middle of what is left
        ("2026-2", date(2026, 4, 30), date(2026, 4, 30)),
        ("2026-3", date(2026, 3, 12), date(2026, 6, 1)),  # Sunday 31 May moves to Monday
        ("2026-1", date(2026, 3, 12), date(2026, 1, 30)),  # what was done without being planned
    ],
)
def test_a_line_in_a_bimestre_begins_on_a_working_day_of_it(clave: str, hoy: date, esperado: date) -> None:
    hallada = matrix(Filas.GRUPOS, Columnas.BIMESTRES)
    proyecto = project_of(PERIODISTAS)
    valores = cell_values(proyecto, row(hallada, "periodistas"), column(hallada, clave), hoy, CalendarioOficial())
    assert valores == {
        "estado": EstadoLinea.PLANEADA,
        "rol_responsable": Rol.ENLACE,
        "grupos": ("periodistas",),
        "fecha": esperado,
    }


def test_the_last_days_off_of_a_bimestre_give_the_one_before() -> None:
    hallada = matrix(Filas.GRUPOS, Columnas.BIMESTRES)
    valores = cell_values(
        project_of(), row(hallada, "periodistas"), column(hallada, "2026-1"), date(2026, 2, 28), no_holidays
    )
    assert valores["fecha"] == date(2026, 2, 27)


def test_a_line_in_a_type_or_channel_begins_with_it() -> None:
    tipos = matrix(Filas.CONJUNTOS, Columnas.TIPOS)
    valores = cell_values(project_of(), row(tipos, "puentes"), column(tipos, "historia"), HOY, no_holidays)
    assert valores == {
        "estado": EstadoLinea.PLANEADA,
        "rol_responsable": Rol.ENLACE,
        "fecha": None,
        "conjunto": "puentes",
        "tipo_contenido": TipoContenido.HISTORIA,
        "canal": Canal.IMPACTO,
    }
    canales = matrix(Filas.CONJUNTOS, Columnas.CANALES)
    valores = cell_values(project_of(), row(canales, "puentes"), column(canales, "correo"), HOY, no_holidays)
    assert (valores["canal"], "tipo_contenido" in valores) == (Canal.CORREO, False)


def test_the_lines_of_a_year_are_those_that_touch_it_and_those_without_a_day() -> None:
    lineas = [
        linea("antes", fecha=date(2025, 12, 31)),
        linea("cruza", fecha=date(2025, 12, 30), fecha_fin=date(2026, 1, 2)),
        linea("propia"),
        linea("sin", fecha=None),
        linea("despues", fecha=date(2027, 1, 1)),
    ]
    assert [hallada.id for hallada in lines_of_year(lineas, 2026)] == ["cruza", "propia", "sin"]
