"""What importing would do: matching, counting, and leaving alone what the file does not say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.import_files import plan_import
from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.importacion import Formato, Lectura, PersonaLeida, Problema
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, Frecuencia, Rol
from tests.application.lecturas import AREA, conjunto, lectura
from tests.projects import project_of

if TYPE_CHECKING:
    from random import Random

    from promueve_gui.domain.propuesta import Propuesta


def imported(proyecto: Proyecto, *lecturas: Lectura, **detalles: Any) -> list[Propuesta]:
    """Import files one after another and return what each brought."""
    hechas = []
    for leida in lecturas:
        propuesta = plan_import(proyecto, leida, **detalles)
        proyecto.apply(propuesta.cambios)
        hechas.append(propuesta)
    return hechas


def messages(propuesta: Propuesta) -> list[str]:
    return [problema.mensaje for problema in propuesta.problemas]


def test_a_new_file_brings_areas_datasets_and_resources() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Museos", acceso=Acceso.PUBLICO, recursos=["csv", "ods"]), conjunto("Zonas"))
    (propuesta,) = imported(proyecto, leida)
    assert propuesta.nuevos == {"area_generadora": 1, "conjunto_datos": 2, "recurso": 2}
    assert propuesta.cambiados == propuesta.iguales == {}
    (area,) = proyecto.todos(AreaGeneradora)
    assert [(c.nombre, c.area) for c in proyecto.todos(ConjuntoDatos)] == [("Museos", area.id), ("Zonas", area.id)]
    assert {proyecto.titulo("conjunto_datos", r.conjunto) for r in proyecto.todos(Recurso)} == {"Museos"}


def test_the_same_file_again_changes_nothing() -> None:
    leida = lectura(conjunto("Museos", recursos=["csv", "csv", "csv"]), conjunto("Zonas", area=""))
    _, otra = imported(Proyecto(), leida, leida)
    assert otra.cambios == ()
    assert otra.iguales == {"area_generadora": 1, "conjunto_datos": 2, "recurso": 3}


def test_only_what_differs_changes_and_what_is_empty_erases_nothing() -> None:
    proyecto = Proyecto()
    antes = conjunto("Museos", descripcion="Listado", url="https://ejemplo.mx/museos")
    despues = conjunto("Museos", descripcion="Listado completo", url="", acceso=None)
    _, otra = imported(proyecto, lectura(antes), lectura(despues))
    (cambio,) = otra.cambios
    assert cambio.antes == {"descripcion": "Listado"}
    assert cambio.despues == {"descripcion": "Listado completo"}
    assert otra.cambiados == {"conjunto_datos": 1}
    assert proyecto.todos(ConjuntoDatos)[0].url == "https://ejemplo.mx/museos"


def test_access_that_is_not_told_is_not_taken_for_public() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Museos", acceso=None, recursos=[{"nombre": "csv", "acceso": None}]))
    _, otra = imported(proyecto, leida, leida)
    assert proyecto.todos(ConjuntoDatos)[0].acceso is None
    assert proyecto.todos(Recurso)[0].acceso is None
    assert otra.cambios == ()


def test_a_name_without_its_accents_is_the_same_dataset() -> None:
    proyecto = Proyecto()
    _, otra = imported(proyecto, lectura(conjunto("Listado de Librerías")), lectura(conjunto("Listado de librerias")))
    assert otra.cambiados == {"conjunto_datos": 1}
    assert proyecto.todos(ConjuntoDatos)[0].nombre == "Listado de librerias"


def test_a_catalogue_enriches_what_the_inventory_brought() -> None:
    proyecto = Proyecto()
    catalogo = lectura(
        conjunto("Museos", area="", identificador="m-1", url="https://ejemplo.mx/museos"), formato=Formato.CATALOGO
    )
    inventario = lectura(conjunto("Museos", recursos=["csv"]))
    _, _, tercera = imported(proyecto, inventario, catalogo, inventario)
    (museos,) = proyecto.todos(ConjuntoDatos)
    assert (museos.identificador, museos.url) == ("m-1", "https://ejemplo.mx/museos")
    assert tercera.cambios == ()


def test_an_identifier_is_surer_than_a_name() -> None:
    proyecto = Proyecto()
    _, otra = imported(
        proyecto,
        lectura(conjunto("Museos", identificador="m-1"), conjunto("Zonas", identificador="z-1")),
        lectura(conjunto("Zonas arqueológicas", identificador="z-1"), conjunto("Museos", identificador="m-1")),
    )
    assert otra.cambiados == {"conjunto_datos": 1}
    assert [c.nombre for c in proyecto.todos(ConjuntoDatos)] == ["Museos", "Zonas arqueológicas"]


def test_a_repeated_identifier_loses_no_dataset() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Museos", identificador="x"), conjunto("Zonas", identificador="x", renglon=5))
    _, otra = imported(proyecto, leida, leida)
    assert [c.nombre for c in proyecto.todos(ConjuntoDatos)] == ["Museos", "Zonas"]
    assert otra.cambios == ()


def test_the_same_name_with_another_identifier_is_added_apart_and_said() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Museos", identificador="m-2"))
    primera, otra = imported(proyecto, lectura(conjunto("Museos", identificador="m-1")), leida)
    assert otra.nuevos == {"conjunto_datos": 1}
    assert "con otro identificador o en otra área" in messages(otra)[0]
    assert messages(primera) == messages(plan_import(proyecto, leida)) == []


def test_the_area_tells_apart_datasets_of_one_name() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Presupuesto", "Finanzas"), conjunto("Presupuesto", "Archivo", renglon=3))
    _, otra = imported(proyecto, leida, leida)
    assert len(proyecto.todos(ConjuntoDatos)) == 2
    assert otra.cambios == ()


def test_several_of_one_name_and_no_area_are_a_doubt() -> None:
    proyecto = Proyecto()
    ambos = lectura(conjunto("Presupuesto", "Finanzas"), conjunto("Presupuesto", "Archivo"))
    sin_area = lectura(conjunto("Presupuesto", "", renglon=7, descripcion="Anual", recursos=["csv"]))
    _, otra = imported(proyecto, ambos, sin_area)
    assert otra.cambios == ()
    assert messages(otra)[0].startswith("Renglón 7: el proyecto tiene 2 conjuntos llamados «Presupuesto»")
    (con_area,) = imported(proyecto, sin_area, area="Archivo")
    assert con_area.cambiados == {"conjunto_datos": 1}
    assert con_area.problemas == ()


def test_a_dataset_alone_with_its_name_may_move_to_another_area() -> None:
    proyecto = Proyecto()
    _, otra = imported(proyecto, lectura(conjunto("Museos", "Museos")), lectura(conjunto("Museos", "Archivo")))
    assert otra.nuevos == {"area_generadora": 1}
    assert otra.cambiados == {"conjunto_datos": 1}
    assert len(proyecto.todos(ConjuntoDatos)) == 1


def test_what_the_user_says_of_institutional_datasets_stays() -> None:
    proyecto = Proyecto()
    leida = lectura(conjunto("Inventario Institucional de Datos de SF", institucional=True))
    imported(proyecto, leida)
    assert proyecto.todos(ConjuntoDatos)[0].institucional
    corregido = project_of(ConjuntoDatos(id="1", nombre="Inventario Institucional de Datos de SF"))
    imported(corregido, leida)
    assert not corregido.todos(ConjuntoDatos)[0].institucional


def test_rows_of_one_dataset_in_two_places_are_one() -> None:
    proyecto = Proyecto()
    leida = lectura(
        conjunto("Museos", recursos=["csv"], descripcion="Listado", acceso=None),
        conjunto("MUSEOS", renglon=9, recursos=["ods"], descripcion="Otra", frecuencia=Frecuencia.ANUAL),
    )
    (propuesta,) = imported(proyecto, leida)
    (museos,) = proyecto.todos(ConjuntoDatos)
    assert (museos.nombre, museos.descripcion, museos.frecuencia) == ("Museos", "Listado", Frecuencia.ANUAL)
    assert museos.acceso is None
    assert len(proyecto.todos(Recurso)) == 2
    (mensaje,) = messages(propuesta)
    assert mensaje.startswith("Renglón 9: el conjunto «MUSEOS» ya está en el renglón 2 con otros datos; ")


def test_two_places_that_agree_are_no_problem() -> None:
    leida = lectura(conjunto("Museos", recursos=["csv"]), conjunto("Museos", renglon=9, recursos=["ods"]))
    (propuesta,) = imported(Proyecto(), leida)
    assert propuesta.problemas == ()


def test_a_dataset_without_name_is_reported() -> None:
    (propuesta,) = imported(Proyecto(), lectura(conjunto("", renglon=4)))
    assert propuesta.nuevos == {}
    assert messages(propuesta) == ["Renglón 4: falta el nombre del conjunto de datos; no se importó. Escríbalo."]


def test_resources_are_recognised_by_url_and_by_name() -> None:
    proyecto = Proyecto()
    antes = conjunto("Museos", recursos=[{"nombre": "A", "url": "https://ejemplo.mx/a"}, "B"])
    despues = conjunto(
        "Museos", recursos=[{"nombre": "B", "formato": "CSV"}, {"nombre": "A2", "url": "https://ejemplo.mx/a"}, "C"]
    )
    _, otra = imported(proyecto, lectura(antes), lectura(despues))
    assert otra.cambiados["recurso"] == 2
    assert otra.nuevos == {"recurso": 1}
    assert [(r.nombre, r.formato) for r in proyecto.todos(Recurso)] == [("A2", ""), ("B", "CSV"), ("C", "")]


recursos = st.lists(
    st.fixed_dictionaries(
        {"nombre": st.sampled_from(["csv", "ods"])},
        optional={"url": st.sampled_from(["", "u1", "u2"]), "formato": st.sampled_from(["CSV", "ODS"])},
    ),
    max_size=8,
)


@given(recursos, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(filas: list[dict[str, Any]], azar: Random) -> None:
    revueltas = list(filas)
    azar.shuffle(revueltas)
    _, otra = imported(
        Proyecto(), lectura(conjunto("Museos", recursos=filas)), lectura(conjunto("Museos", recursos=revueltas))
    )
    assert otra.cambios == ()
    assert otra.iguales.get("recurso", 0) == len(filas)


def test_what_was_withdrawn_is_reported_and_not_brought_back() -> None:
    area = AreaGeneradora(id="a", nombre=AREA, retirado="Desapareció.")
    museos = ConjuntoDatos(id="m", nombre="Museos", area="a")
    csv = Recurso(id="r", nombre="csv", conjunto="m", retirado="Se repetía")
    zonas = ConjuntoDatos(id="z", nombre="Zonas", retirado="Se repetía")
    leida = lectura(conjunto("Museos", recursos=["csv", "ods"]), conjunto("Zonas", renglon=8, recursos=["csv"]))
    (propuesta,) = imported(project_of(area, museos, csv, zonas), leida)
    assert propuesta.nuevos == {"recurso": 1}
    assert propuesta.iguales == {"area_generadora": 1, "conjunto_datos": 1}
    assert [mensaje.split("; ")[0] for mensaje in messages(propuesta)] == [
        "Renglón 2: el recurso «csv» se retiró del proyecto (Se repetía)",
        f"Renglón 2, columna A: el área «{AREA}» se retiró del proyecto",
        "Renglón 8: el conjunto «Zonas» se retiró del proyecto (Se repetía)",
    ]


def test_people_are_known_by_name_and_role() -> None:
    def leida(correo: str) -> Lectura:
        personas = [
            PersonaLeida({"nombre": "Inés Luna", "rol": Rol.ENLACE, "correo": correo}, 2),
            PersonaLeida({"nombre": "Inés Luna", "rol": Rol.ADMINISTRADOR}, 2),
        ]
        return lectura(personas=personas, formato=Formato.PLAN_APERTURA)

    proyecto = Proyecto()
    primera, segunda = imported(proyecto, leida("ines@ejemplo.gob.mx"), leida("luna@ejemplo.gob.mx"))
    assert primera.nuevos == {"persona": 2}
    assert (segunda.cambiados, segunda.iguales) == ({"persona": 1}, {"persona": 1})
    assert proyecto.todos(Persona)[0].correo == "luna@ejemplo.gob.mx"


def test_a_withdrawn_person_is_reported() -> None:
    ines = Persona(id="p", nombre="Inés Luna", rol=Rol.ENLACE, retirado="Cambió de puesto")
    leida = lectura(personas=[PersonaLeida({"nombre": "INÉS LUNA", "rol": Rol.ENLACE}, 2)])
    (propuesta,) = imported(project_of(ines), leida)
    assert propuesta.cambios == ()
    assert messages(propuesta) == ["Renglón 2: «Inés Luna» se retiró del proyecto; no se importó de nuevo."]


def test_the_institution_is_filled_in() -> None:
    proyecto = project_of(Institucion(id="i", nombre="Secretaría de Faros", siglas=""))
    leida = lectura(institucion={"nombre": "Secretaria de Faros", "siglas": "SF", "vision": "Luz para todos"})
    primera, segunda = imported(proyecto, leida, leida)
    assert primera.cambiados == {"institucion": 1}
    assert segunda.iguales == {"institucion": 1}
    faros = proyecto.unico(Institucion)
    assert faros is not None
    assert (faros.nombre, faros.siglas, faros.vision) == ("Secretaría de Faros", "SF", "Luz para todos")
    assert primera.problemas == ()


def test_the_file_of_another_institution_does_not_rename_this_one() -> None:
    proyecto = project_of(Institucion(id="i", nombre="Secretaría de Faros", siglas="SF"))
    (propuesta,) = imported(proyecto, lectura(institucion={"nombre": "Instituto de Dunas"}))
    assert propuesta.cambios == ()
    (mensaje,) = messages(propuesta)
    assert mensaje.startswith("El archivo es de «Instituto de Dunas» y el proyecto de «Secretaría de Faros»; ")


def test_without_an_institution_the_file_gives_it() -> None:
    proyecto = Proyecto()
    (propuesta,) = imported(proyecto, lectura(institucion={"nombre": "Instituto de Dunas", "vision": ""}))
    assert propuesta.nuevos == {"institucion": 1}
    assert [i.nombre for i in proyecto.todos(Institucion)] == ["Instituto de Dunas"]


def test_an_empty_institution_is_nothing() -> None:
    (propuesta,) = imported(Proyecto(), lectura(institucion={"vision": ""}))
    assert propuesta.nuevos == {}


def test_problems_of_reading_come_along_in_the_order_of_the_rows() -> None:
    del_lector = [Problema("", 9, "H", "02-2015", "Renglón 9"), Problema("", None, "", "", "Todo el archivo")]
    leida = lectura(conjunto("", renglon=4), problemas=del_lector)
    (propuesta,) = imported(Proyecto(), leida)
    assert [problema.renglon for problema in propuesta.problemas] == [None, 4, 9]


def test_problems_say_the_sheet_or_the_number_in_a_json() -> None:
    (libro,) = imported(Proyecto(), lectura(conjunto("", renglon=4), hoja="Inventario"))
    (json,) = imported(Proyecto(), lectura(conjunto("", renglon=4), formato=Formato.CKAN))
    assert messages(libro)[0].startswith("Hoja «Inventario», renglón 4: ")
    assert messages(json)[0].startswith("Conjunto 4: ")


def test_dates_and_choices_arrive_as_such() -> None:
    proyecto = Proyecto()
    imported(proyecto, lectura(conjunto("Museos", fecha_publicacion=date(2018, 1, 12), frecuencia=Frecuencia.ANUAL)))
    (museos,) = proyecto.todos(ConjuntoDatos)
    assert (museos.fecha_publicacion, museos.frecuencia) == (date(2018, 1, 12), Frecuencia.ANUAL)
