"""Which area each name is: never joined in silence, joined for good when somebody says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.import_files import merge_lookalikes, plan_import
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from tests.application.lecturas import AREA, SIN_ACENTO, conjunto, lectura
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.propuesta import Propuesta

DOS_ESCRITURAS = lectura(conjunto("Museos", AREA), conjunto("Zonas", SIN_ACENTO, renglon=12))


def areas(proyecto: Proyecto) -> dict[str | None, str]:
    """Return the area of each dataset by name."""
    return {c.nombre: proyecto.titulo("area_generadora", c.area) for c in proyecto.todos(ConjuntoDatos)}


def with_unions(proyecto: Proyecto) -> Propuesta:
    """Import the file with two spellings, accepting what is proposed."""
    propuesta = plan_import(proyecto, DOS_ESCRITURAS)
    propuesta = plan_import(proyecto, DOS_ESCRITURAS, uniones=merge_lookalikes(propuesta))
    proyecto.apply(propuesta.cambios)
    return propuesta


def test_two_spellings_are_proposed_and_kept_as_two() -> None:
    proyecto = Proyecto()
    propuesta = plan_import(proyecto, DOS_ESCRITURAS)
    proyecto.apply(propuesta.cambios)
    assert areas(proyecto) == {"Museos": AREA, "Zonas": SIN_ACENTO}
    (par,) = propuesta.parecidas
    assert (par.nombre, par.otra, par.renglon, par.separadas) == (SIN_ACENTO, AREA, 12, False)
    (problema,) = propuesta.problemas
    assert (problema.renglon, problema.columna, problema.valor) == (12, "A", SIN_ACENTO)
    assert "parecen la misma área" in problema.mensaje


def test_once_both_are_areas_it_is_no_problem_any_more() -> None:
    proyecto = Proyecto()
    proyecto.apply(plan_import(proyecto, DOS_ESCRITURAS).cambios)
    otra = plan_import(proyecto, DOS_ESCRITURAS)
    assert not any((otra.cambios, otra.problemas))
    assert [par.separadas for par in otra.parecidas] == [True]


def test_joined_spellings_are_one_area_and_stay_so() -> None:
    proyecto = Proyecto()
    propuesta = with_unions(proyecto)
    assert propuesta.nuevos["area_generadora"] == 1
    assert not propuesta.problemas
    assert not propuesta.parecidas
    (area,) = proyecto.todos(AreaGeneradora)
    assert (area.nombre, area.otros_nombres) == (AREA, SIN_ACENTO)
    otra = plan_import(proyecto, DOS_ESCRITURAS)
    assert not any((otra.cambios, otra.problemas, otra.parecidas))


def test_a_spelling_joins_an_area_that_has_other_names_already() -> None:
    proyecto = project_of(AreaGeneradora(id="a", nombre=AREA, otros_nombres="Museos; DM"))
    propuesta = with_unions(proyecto)
    assert propuesta.cambiados == {"area_generadora": 1}
    (area,) = proyecto.todos(AreaGeneradora)
    assert area.otros_nombres == f"Museos; DM\n{SIN_ACENTO}"


def test_two_areas_of_the_project_can_be_joined_later() -> None:
    proyecto = Proyecto()
    proyecto.apply(plan_import(proyecto, DOS_ESCRITURAS).cambios)
    sobrante = next(area for area in proyecto.todos(AreaGeneradora) if area.nombre == SIN_ACENTO)
    proyecto = project_of(
        *proyecto.todos(AreaGeneradora),
        *proyecto.todos(ConjuntoDatos),
        GrupoUsuarios(id="g", nombre="Guías de turistas", area=sobrante.id),
    )
    propuesta = with_unions(proyecto)
    assert set(areas(proyecto).values()) == {AREA}
    (area,) = proyecto.activos(AreaGeneradora)
    assert proyecto.todos(GrupoUsuarios)[0].area == area.id
    assert propuesta.cambiados == {"area_generadora": 1}
    otra = plan_import(proyecto, DOS_ESCRITURAS)
    assert not any((otra.cambios, otra.problemas, otra.parecidas))


@pytest.mark.parametrize("escritura", [AREA, "  Dirección   de Museos ", "DM", "Museos y Monumentos", "Museos; y más"])
def test_an_area_is_known_by_every_one_of_its_names(escritura: str) -> None:
    area = AreaGeneradora(id="a", nombre=AREA, siglas="DM", otros_nombres="Museos y Monumentos; MM\n\nMuseos; y más")
    propuesta = plan_import(project_of(area), lectura(conjunto("Museos", escritura)))
    assert propuesta.iguales == {"area_generadora": 1}
    assert propuesta.nuevos == {"conjunto_datos": 1}


def test_two_names_of_one_area_in_a_file_count_once() -> None:
    area = AreaGeneradora(id="a", nombre=AREA, siglas="DM")
    propuesta = plan_import(project_of(area), lectura(conjunto("Museos", AREA), conjunto("Zonas", "DM")))
    assert propuesta.iguales == {"area_generadora": 1}
    assert propuesta.problemas == ()


def test_a_spelling_like_another_name_of_an_area_is_proposed_with_the_area() -> None:
    area = AreaGeneradora(id="a", nombre=AREA, otros_nombres="Coordinación Nacional de Museos")
    propuesta = plan_import(project_of(area), lectura(conjunto("Museos", "Coordinacion Nacional de Museos")))
    assert [par.otra for par in propuesta.parecidas] == [AREA]


def test_another_name_that_looks_like_its_own_area_is_no_proposal() -> None:
    area = AreaGeneradora(id="a", nombre=AREA, otros_nombres=SIN_ACENTO)
    assert plan_import(project_of(area), DOS_ESCRITURAS).parecidas == ()


def test_a_circle_of_joins_still_gives_an_area() -> None:
    proyecto = Proyecto()
    propuesta = plan_import(proyecto, DOS_ESCRITURAS, uniones={SIN_ACENTO: AREA, AREA: SIN_ACENTO})
    proyecto.apply(propuesta.cambios)
    assert all(areas(proyecto).values())


def test_joins_that_name_nothing_in_use_do_nothing() -> None:
    area = AreaGeneradora(id="a", nombre=AREA)
    propuesta = plan_import(project_of(area), lectura(conjunto("Museos")), uniones={"Archivo": "Otra", AREA: AREA})
    assert propuesta.iguales == {"area_generadora": 1}


def test_the_area_asked_for_is_that_of_datasets_without_one() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Museos", ""), conjunto("Zonas", "Archivo"))
    propuesta = plan_import(proyecto, leida, area=" Dirección  de Museos ")
    proyecto.apply(propuesta.cambios)
    assert areas(proyecto) == {"Museos": AREA, "Zonas": "Archivo"}


def test_the_area_asked_for_may_be_typed_without_accents() -> None:
    area = AreaGeneradora(id="a", nombre=AREA, siglas="DM")
    for escritura in (SIN_ACENTO, "dm", "DIRECCIÓN DE MUSEOS", AREA):
        proyecto = project_of(area)
        proyecto.apply(plan_import(proyecto, lectura(conjunto("Museos", "")), area=escritura).cambios)
        assert areas(proyecto) == {"Museos": AREA}


def test_the_area_asked_for_is_not_chosen_between_two() -> None:
    proyecto = project_of(AreaGeneradora(id="a", nombre="ARCHIVO"), AreaGeneradora(id="b", nombre="archivo"))
    propuesta = plan_import(proyecto, lectura(conjunto("Museos", "")), area="Archivo")
    assert propuesta.nuevos["area_generadora"] == 1
    assert "parecen la misma área" in propuesta.problemas[0].mensaje


def test_the_area_asked_for_is_not_made_when_no_dataset_needs_it() -> None:
    propuesta = plan_import(Proyecto(), lectura(conjunto("Museos", "Archivo")), area=AREA)
    assert propuesta.nuevos["area_generadora"] == 1
