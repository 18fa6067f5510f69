"""The map, read back as whoever receives it would."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.merging_groups import Plan, merge_all
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.adapters.excel.muestra import Leido, column, project, rows, sample, written_map

if TYPE_CHECKING:
    from pathlib import Path

SHEETS = ["Consolidado", "Por área", "Análisis", "Diccionario", "Listas", "_promueve"]


def below(hoja: Leido, titulo: str) -> dict[object, list[object]]:
    """Return the rows of the small table whose first title is ``titulo``, by their first cell."""
    todas = rows(hoja)
    inicio = next(lugar for lugar, fila in enumerate(todas) if fila[0] == titulo) + 1
    fin = next((lugar for lugar in range(inicio, len(todas)) if todas[lugar][0] is None), len(todas))
    return {fila[0]: fila[1:] for fila in todas[inicio:fin]}


def test_it_has_its_sheets(tmp_path: Path) -> None:
    assert written_map(tmp_path, project(sample())).sheetnames == SHEETS


def test_groups_in_use_come_by_area_class_and_name(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Consolidado"]
    assert column(hoja, "Grupo de usuarios") == [
        "=Suma(1)",
        "Bancos de alimentos",
        "Municipios",
        "Periodistas de datos",
    ]


def test_a_group_shows_its_fields_and_what_follows_from_them(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Consolidado"]
    fila = dict(zip(rows(hoja)[0], rows(hoja)[-1], strict=True))
    assert {titulo: valor for titulo, valor in fila.items() if valor is not None} == {
        "id": "g1",
        "Grupo de usuarios": "Periodistas de datos",
        "Clase": "Otros sectores de la sociedad",
        "Área generadora": "Dirección de Puentes",
        "Ejes estratégicos": "Crecimiento económico; Transparencia y rendición de cuentas",
        "Prioritario": "Sí",
        "Poder": 5,
        "Interés": 5,
        "Tratamiento sugerido": "Involucrar de cerca",
        "Datos que ya usa": "Inventario de puentes",
        "Datos que podría usar": "Cierres por lluvia",
        "Áreas que lo identificaron": "Dirección de Puentes",
    }


def test_text_like_a_formula_stays_text(tmp_path: Path) -> None:
    celda = written_map(tmp_path, project(sample()))["Consolidado"]["B2"]
    assert (celda.value, celda.data_type, celda.quotePrefix) == ("=Suma(1)", "s", True)


def test_contacts_travel_only_when_asked_for_and_in_a_sheet_of_their_own(tmp_path: Path) -> None:
    def naming(libro: Leido) -> list[str]:
        return [h.title for h in libro for fila in rows(h) for c in fila if isinstance(c, str) and "Luis Vado" in c]

    assert naming(written_map(tmp_path, project(sample()))) == []
    libro = written_map(tmp_path, project(sample()), personales=True)
    assert libro.sheetnames == [*SHEETS[:-2], "Contactos", *SHEETS[-2:]]
    assert naming(libro) == ["Contactos"]
    assert column(libro["Contactos"], "Grupo de usuarios") == ["Periodistas de datos"]


def test_the_table_can_be_filtered_and_keeps_its_header(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Consolidado"]
    assert hoja.auto_filter.ref == "A1:R5"
    assert (hoja.freeze_panes, hoja.print_title_rows) == ("C2", "$1:$1")
    assert hoja.column_dimensions["A"].hidden
    assert hoja.column_dimensions["B"].width == 28
    assert (hoja["B1"].fill.fgColor.rgb, hoja["B1"].font.bold) == ("008A1538", True)
    assert hoja["G1"].alignment.textRotation == 90


def test_each_area_has_its_block_and_its_count(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Por área"]
    assert [fila[:2] for fila in rows(hoja)[1:]] == [
        ["Área de Caminos", "1 grupo: 1 de la sociedad, 1 prioritario"],
        ["Área de Caminos", "Bancos de alimentos"],
        ["Dirección de Puentes", "2 grupos: 1 de gobierno, 1 de la sociedad, 1 prioritario"],
        ["Dirección de Puentes", "Municipios"],
        ["Dirección de Puentes", "Periodistas de datos"],
        ["Unidad sin Grupos", "Sin grupos registrados"],
        ["Sin área", "1 grupo"],
        ["Sin área", "=Suma(1)"],
        ["Toda la institución", "4 grupos: 1 de gobierno, 2 de la sociedad, 2 prioritarios"],
    ]
    assert [hoja.row_dimensions[n].outlineLevel for n in range(2, 6)] == [0, 1, 0, 1]


def merged() -> Proyecto:
    """Return the sample with the group of one area merged into that of another, which took its name."""
    proyecto = project(sample())
    valores = {"nombre": "Bancos de alimentos del estado"}
    proyecto.apply(merge_all(proyecto, [Plan("g3", ("g2",), valores, {})], date(2026, 10, 6))[1])
    return proyecto


def test_a_merged_group_tells_the_areas_that_named_it(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, merged())["Consolidado"]
    areas = dict(zip(column(hoja, "Grupo de usuarios"), column(hoja, "Áreas que lo identificaron"), strict=True))
    assert areas["Bancos de alimentos del estado"] == "Área de Caminos; Dirección de Puentes"
    assert areas["=Suma(1)"] is None


def test_a_merged_group_is_in_the_block_of_each_area_in_its_words(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, merged())["Por área"]
    assert rows(hoja)[0][:4] == ["Área generadora", "Grupo de usuarios", "Nombre en Consolidado", "Clase"]
    assert [fila[:4] for fila in rows(hoja)[1:]] == [
        ["Área de Caminos", "1 grupo: 1 de la sociedad, 1 prioritario", None, None],
        ["Área de Caminos", "Bancos de alimentos", "Bancos de alimentos del estado", "Otros sectores de la sociedad"],
        ["Dirección de Puentes", "2 grupos: 1 de gobierno, 1 de la sociedad, 1 prioritario", None, None],
        ["Dirección de Puentes", "Municipios", "Bancos de alimentos del estado", "Otras instituciones de gobierno"],
        ["Dirección de Puentes", "Periodistas de datos", None, "Otros sectores de la sociedad"],
        ["Unidad sin Grupos", "Sin grupos registrados", None, None],
        ["Sin área", "1 grupo", None, None],
        ["Sin área", "=Suma(1)", None, None],
        ["Toda la institución", "3 grupos: 2 de la sociedad, 2 prioritarios", None, None],
    ]


def test_analysis_counts_by_class_and_eje(tmp_path: Path) -> None:
    tabla = below(written_map(tmp_path, project(sample()))["Análisis"], "Clase")
    assert tabla["Otros sectores de la sociedad"][:7] == [1, 0, 1, 0, 0, 1, 2]
    assert tabla["Dentro de la institución"][:7] == [0] * 7
    assert tabla["Sin clase"][:7] == [0, 0, 0, 0, 0, 1, 1]
    assert tabla["Total"][:7] == [1, 0, 1, 0, 0, 3, 4]


@pytest.mark.parametrize(("cuantos", "frase"), [(1, "1 grupo registrado"), (2, "2 grupos registrados")])
def test_analysis_says_how_many_groups_of_whom_and_when(tmp_path: Path, cuantos: int, frase: str) -> None:
    grupos = [GrupoUsuarios(id=f"g{n}", nombre="G") for n in range(cuantos)]
    hoja = written_map(tmp_path, project([Institucion(id="i", nombre="Instituto de Riego"), *grupos]))["Análisis"]
    assert hoja["A2"].value == f"Instituto de Riego · {frase} · 6 de octubre de 2026"


def test_analysis_places_groups_on_the_grid(tmp_path: Path) -> None:
    hoja = written_map(tmp_path, project(sample()))["Análisis"]
    cuadro = below(hoja, "Poder ↑   Interés →")
    assert list(cuadro) == [f"Poder {grado}" for grado in (5, 4, 3, 2, 1)]
    assert cuadro["Poder 5"][:5] == [0, 0, 0, 0, 1]
    assert cuadro["Poder 2"][:5] == [1, 0, 0, 0, 0]
    tratamientos = below(hoja, "Tratamiento sugerido")
    assert {nombre: fila[:2] for nombre, fila in tratamientos.items()} == {
        "Involucrar de cerca": [1, 1],
        "Mantener satisfechos": [0, 0],
        "Mantener informados": [0, 0],
        "Monitorear": [1, 0],
        "Sin calificar": [2, 1],
    }


def test_analysis_says_what_to_do_with_each_quadrant(tmp_path: Path) -> None:
    texto = "Trabajar con ellos desde el principio: consultarlos antes de decidir e invitarlos a las mesas redondas."
    perfil = Perfil(id="p", trato_involucrar=texto, trato_monitorear=" =Revisar ")
    hoja = written_map(tmp_path, project([perfil]))["Análisis"]
    tratamientos = below(hoja, "Tratamiento sugerido")
    assert {nombre: fila[2] for nombre, fila in tratamientos.items()} == {
        "Involucrar de cerca": texto,
        "Mantener satisfechos": None,
        "Mantener informados": None,
        "Monitorear": "=Revisar",
        "Sin calificar": None,
    }
    fila = next(n for n in range(1, hoja.max_row) if hoja[f"A{n}"].value == "Involucrar de cerca")
    assert f"D{fila}:I{fila}" in {str(rango) for rango in hoja.merged_cells.ranges}
    assert (hoja.row_dimensions[fila].height, hoja.row_dimensions[fila + 1].height) == (31, 18)
    assert hoja[f"D{fila + 3}"].data_type == "s"


def test_analysis_counts_by_salience(tmp_path: Path) -> None:
    grupos = [
        GrupoUsuarios(id="g1", nombre="A", poder=5, legitimidad=4, urgencia=5, prioritario=True),
        GrupoUsuarios(id="g2", nombre="B", poder=4, legitimidad=3, urgencia=1),
        GrupoUsuarios(id="g3", nombre="C", poder=1, legitimidad=3, urgencia=1),
        GrupoUsuarios(id="g4", nombre="D", poder=1, legitimidad=3),
    ]
    libro = written_map(tmp_path, project(grupos))
    tabla = {tipo: fila[:5] for tipo, fila in below(libro["Análisis"], "Tipo").items()}
    assert tabla["Definitivo"] == ["●", "●", "●", 1, 1]
    assert tabla["Dominante"] == ["●", "●", "–", 0, 0]
    assert tabla["Adormecido"] == ["●", "–", "–", 1, 0]
    assert tabla["Sin prominencia"] == ["–", "–", "–", 1, 0]
    assert tabla["Sin calificar"] == [None, None, None, 1, 0]
    assert column(libro["Consolidado"], "Prominencia") == ["Definitivo", "Adormecido", "Sin prominencia", None]


def test_analysis_counts_by_area_the_largest_first(tmp_path: Path) -> None:
    tabla = below(written_map(tmp_path, project(sample()))["Análisis"], "Área")
    assert {area: fila[:8] for area, fila in tabla.items()} == {
        "Dirección de Puentes": [0, 1, 1, 2, 1, 1, 1, 0],
        "Área de Caminos": [0, 0, 1, 1, 1, 0, 0, 1],
        "Sin área": [0, 0, 0, 1, 0, 0, 0, 1],
        "Unidad sin Grupos": [0, 0, 0, 0, 0, 0, 0, 0],
        "Total": [0, 1, 2, 4, 2, 1, 1, 2],
    }


@pytest.mark.parametrize(("areas", "vistas"), [(3, 3), (40, 12)])
def test_charts_are_native_and_point_at_the_tables(tmp_path: Path, areas: int, vistas: int) -> None:
    registros = [AreaGeneradora(id=f"a{n}", nombre=f"Área {n}") for n in range(areas)]
    grupos = [GrupoUsuarios(id=f"g{n}", nombre="G", clase=ClaseGrupo.DENTRO, area=f"a{n}") for n in range(areas)]
    hoja = written_map(tmp_path, project([*registros, *grupos]))["Análisis"]
    assert [len(grafica.series) for grafica in hoja._charts] == [3, 3]  # noqa: SLF001 - openpyxl has no other door
    categorias = hoja._charts[1].series[0].cat.numRef.f  # noqa: SLF001 - as above
    primera, ultima = (int(celda.strip("$A")) for celda in categorias.split("!")[1].split(":"))
    assert rows(hoja)[primera - 2][0] == "Área"
    assert ultima - primera + 1 == vistas


def test_the_dictionary_explains_every_column_in_sight(tmp_path: Path) -> None:
    libro = written_map(tmp_path, project(sample()))
    hoja = libro["Diccionario"]
    assert column(hoja, "Columna") == rows(libro["Consolidado"])[0][1:]
    assert rows(hoja)[1] == [
        "Grupo de usuarios", "Nombre del grupo.", "Periodistas de datos", "Texto", "Sí", None,
        "Mini-guía, paso 1, edición 2015",
    ]  # fmt: skip
    valores = dict(zip(column(hoja, "Columna"), column(hoja, "Valores que admite"), strict=True))
    assert valores["Área generadora"] == "Áreas del proyecto"
    assert valores["Poder"] == "1; 2; 3; 4; 5"
    assert valores["Prioritario"] == "Sí; No"
    assert str(valores["Clase"]).startswith("Dentro de la institución; ")
    obligatorias = dict(zip(column(hoja, "Columna"), column(hoja, "¿Es obligatoria?"), strict=True))
    assert obligatorias["Tratamiento sugerido"] == "Se calcula"
    assert obligatorias["Notas"] == "No"


def test_an_empty_project_gives_a_map_to_start_from(tmp_path: Path) -> None:
    libro = written_map(tmp_path, Proyecto())
    assert libro.sheetnames == SHEETS
    assert libro["Consolidado"].max_row == 1
    assert [fila[:2] for fila in rows(libro["Por área"])[1:]] == [["Toda la institución", "Sin grupos registrados"]]
    assert libro["Análisis"]["A2"].value == "Todavía no hay grupos registrados · 6 de octubre de 2026"
    assert len(libro["Análisis"]._charts) == 1  # noqa: SLF001 - openpyxl has no other door
