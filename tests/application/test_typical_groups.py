from __future__ import annotations

from promueve_gui.application.ayuda import GrupoTipico
from promueve_gui.application.typical_groups import additions, offers
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

PRENSA = GrupoTipico(
    "Periodistas de datos",
    ClaseGrupo.SOCIEDAD,
    frozenset({Eje.TRANSPARENCIA}),
    "Cultura y Turismo",
    "Buscan historias en las cifras.",
)
CONTRALORIA = GrupoTipico(
    "Contraloría", ClaseGrupo.DENTRO, frozenset(), "Finanzas y Contrataciones", "Revisa el gasto."
)
CATALOGO = (PRENSA, CONTRALORIA)


def project(*nombres: str) -> Proyecto:
    proyecto = Proyecto()
    registros = [GrupoUsuarios(id=nombre, nombre=nombre) for nombre in nombres]
    proyecto.apply(alta(registro) for registro in (*registros, AreaGeneradora(id="area", nombre="Planeación")))
    return proyecto


def test_the_whole_catalogue_is_offered() -> None:
    assert [oferta.grupo for oferta in offers(CATALOGO, project())] == [PRENSA, CONTRALORIA]


def test_search_looks_at_name_sector_and_description_without_accents() -> None:
    assert [oferta.grupo for oferta in offers(CATALOGO, project(), "contraloria gasto")] == [CONTRALORIA]
    assert [oferta.grupo for oferta in offers(CATALOGO, project(), "turismo")] == [PRENSA]
    assert offers(CATALOGO, project(), "turismo gasto") == []


def test_one_class_can_be_asked_for() -> None:
    assert [oferta.grupo for oferta in offers(CATALOGO, project(), clase=ClaseGrupo.DENTRO)] == [CONTRALORIA]


def test_one_sector_can_be_asked_for() -> None:
    assert [oferta.grupo for oferta in offers(CATALOGO, project(), sector="Cultura y Turismo")] == [PRENSA]
    assert offers(CATALOGO, project(), clase=ClaseGrupo.DENTRO, sector="Cultura y Turismo") == []


def test_names_that_the_project_has_are_marked_however_they_are_written() -> None:
    assert [oferta.existe for oferta in offers(CATALOGO, project("CONTRALORIA"))] == [False, True]


def test_what_is_chosen_becomes_groups_of_the_area() -> None:
    proyecto = project()
    motivo, cambios = additions([PRENSA], proyecto, "area")
    proyecto.apply(cambios)
    (grupo,) = proyecto.activos(GrupoUsuarios)
    assert motivo == "Agregar 1 grupo del catálogo"
    assert (grupo.nombre, grupo.clase, grupo.ejes, grupo.area, grupo.descripcion) == (
        "Periodistas de datos",
        ClaseGrupo.SOCIEDAD,
        frozenset({Eje.TRANSPARENCIA}),
        "area",
        "Buscan historias en las cifras.",
    )


def test_groups_that_exist_are_not_added_again() -> None:
    motivo, cambios = additions(CATALOGO, project("Periodistas de datos"), None)
    assert [(cambio.despues or {})["nombre"] for cambio in cambios] == ["Contraloría"]
    assert additions(CATALOGO, project("Contraloria", "periodistas de datos"), None)[1] == []
    assert motivo == "Agregar 1 grupo del catálogo"


def test_several_are_counted_in_the_reason() -> None:
    assert additions(CATALOGO, project(), None)[0] == "Agregar 2 grupos del catálogo"
