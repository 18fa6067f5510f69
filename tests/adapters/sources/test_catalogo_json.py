"""Format E: catalogues and inventories in JSON, and answers of CKAN."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.sources import catalogo_json
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.importacion import Formato
from promueve_gui.domain.vocabularios import Acceso, Frecuencia
from tests.adapters.sources.fabrica import DATOS, leer, mensajes

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.importacion import Lectura


def de_archivo(carpeta: Path, nombre: str) -> Lectura:
    """Read one of the made-up documents."""
    return leer(carpeta, (DATOS / nombre).read_bytes())


def de_objeto(carpeta: Path, documento: object) -> Lectura:
    """Read a document."""
    return leer(carpeta, json.dumps(documento))


def test_a_catalogue_is_read(tmp_path: Path) -> None:
    lectura = de_archivo(tmp_path, "catalogo.json")
    assert lectura.formato is Formato.CATALOGO_JSON
    assert lectura.conjuntos[0].valores == {
        "nombre": "Calidad del agua en presas",
        "identificador": "calidad-del-agua",
        "descripcion": "Muestras por presa y mes",
        "palabras_clave": "agua, presas",
        "modificado": date(2024, 3, 31),
        "contacto": "Rocío Ibáñez Cantú",
        "correo_contacto": "rocio.ibanez@semarh.gob.mx",
        "url": "https://datos.semarh.gob.mx/calidad-del-agua",
        "frecuencia": Frecuencia.MENSUAL,
    }
    assert [recurso.valores.get("fecha") for recurso in lectura.conjuntos[0].recursos] == [date(2024, 1, 15), None]
    assert lectura.conjuntos[0].recursos[1].valores["bytes"] == 20100


def test_a_wrong_date_names_dataset_and_key(tmp_path: Path) -> None:
    lectura = de_archivo(tmp_path, "catalogo.json")
    (frase,) = mensajes(lectura)
    assert frase.startswith("Conjunto 2, campo «modified»: la fecha «2012-16-02T14:45:00» parece tener el día y el mes")
    assert frase.endswith("escríbala como 2012-02-16.")
    assert (lectura.problemas[0].renglon, lectura.problemas[0].columna) == (2, "modified")


def test_an_inventory_is_told_by_what_only_it_says(tmp_path: Path) -> None:
    lectura = de_archivo(tmp_path, "inventario.json")
    assert lectura.formato is Formato.INVENTARIO_JSON
    assert [c.valores["acceso"] for c in lectura.conjuntos] == [Acceso.PUBLICO, Acceso.PRIVADO]
    assert lectura.conjuntos[0].valores["fecha_publicacion"] == date(2024, 5, 1)
    assert lectura.conjuntos[1].valores["razon"] == "Contiene datos personales"


def test_a_search_in_ckan_is_read(tmp_path: Path) -> None:
    lectura = de_archivo(tmp_path, "ckan_package_search.json")
    assert lectura.formato is Formato.CKAN
    assert lectura.conjuntos[0].area == "Secretaría de Recursos Hidráulicos"
    assert lectura.conjuntos[0].valores == {
        "nombre": "Aforos de ríos",
        "identificador": "aforos-de-rios",
        "descripcion": "Caudal diario\npor estación",
        "url": "https://datos.semarh.gob.mx/aforos",
        "palabras_clave": "ríos, caudal",
        "modificado": date(2024, 2, 10),
        "frecuencia": Frecuencia.MENSUAL,
        "correo_contacto": "aforos@semarh.gob.mx",
    }
    assert lectura.conjuntos[0].recursos[0].valores == {
        "nombre": "Aforos 2023",
        "descripcion": "Un renglón por día",
        "url": "https://datos.semarh.gob.mx/aforos/2023.csv",
        "formato": "CSV",
        "bytes": 1200,
        "fecha": date(2024, 2, 9),
    }


def test_one_package_of_ckan_is_read(tmp_path: Path) -> None:
    lectura = de_archivo(tmp_path, "ckan_package_show.json")
    assert lectura.conjuntos[0].valores["acceso"] is Acceso.PRIVADO
    assert mensajes(lectura) == [
        "Conjunto 1, recurso 1, campo «name»: falta el nombre del recurso y se usó su dirección; escríbalo."
    ]
    assert lectura.conjuntos[0].recursos[0].valores["nombre"] == "https://datos.semarh.gob.mx/nomina.csv"


@pytest.mark.parametrize(
    "documento",
    [
        [{"title": "Aforos"}],
        {"dataset": {"title": "Aforos"}},
    ],
)
def test_lists_and_objects_alone_are_borne(tmp_path: Path, documento: object) -> None:
    lectura = de_objeto(tmp_path, documento)
    assert [c.valores for c in lectura.conjuntos] == [{"nombre": "Aforos"}]
    assert lectura.formato is Formato.CATALOGO_JSON


def test_what_is_no_dataset_is_told_of_one_by_one(tmp_path: Path) -> None:
    lectura = de_objeto(tmp_path, {"dataset": ["ruido", {"title": "Aforos"}, None, {"title": " "}, [3]]})
    assert [(c.valores["nombre"], c.renglon) for c in lectura.conjuntos] == [("Aforos", 2)]
    assert mensajes(lectura) == [
        "Conjunto 1: dice «ruido» en lugar de traer los datos de un conjunto; no se importó. Revíselo, o bórrelo.",
        "Conjunto 3: está vacío en lugar de traer los datos de un conjunto; no se importó. Revíselo, o bórrelo.",
        "Conjunto 4, campo «title»: falta el título del conjunto; no se importó. Escríbalo.",
        "Conjunto 5: dice «[3]» en lugar de traer los datos de un conjunto; no se importó. Revíselo, o bórrelo.",
    ]


@pytest.mark.parametrize(
    "documento",
    [{"result": {"results": ["ruido", {"name": "a"}]}}, {"dataset": ["ruido", {"name": "a", "resources": []}]}],
)
def test_what_is_no_package_is_told_of(tmp_path: Path, documento: object) -> None:
    lectura = de_objeto(tmp_path, documento)
    assert [c.valores["identificador"] for c in lectura.conjuntos] == ["a"]
    assert [frase[:26] for frase in mensajes(lectura)] == ["Conjunto 1: dice «ruido» e"]


@pytest.mark.parametrize("clave", ["distribution", "resources"])
def test_what_is_no_resource_is_told_of(tmp_path: Path, clave: str) -> None:
    recursos = [{"title": "R", "name": "R"}, "https://datos.semarh.gob.mx/a.csv"]
    lectura = de_objeto(
        tmp_path,
        {"dataset": [{"title": "Aforos", clave: recursos}, {"title": "B", clave: 7}, {"title": "C", clave: ""}]},
    )
    assert [len(c.recursos) for c in lectura.conjuntos] == [1, 0, 0]
    cola = "en lugar de traer los datos de un recurso; no se importó. Revíselo, o bórrelo."
    assert mensajes(lectura) == [
        f"Conjunto 1, recurso 2: dice «https://datos.semarh.gob.mx/a.csv» {cola}",
        f"Conjunto 2, recurso 1: dice «7» {cola}",
    ]


def test_what_is_wrong_in_a_resource_says_in_which(tmp_path: Path) -> None:
    lectura = de_objeto(
        tmp_path, [{"title": "A", "distribution": [{"title": "R"}, {"title": "S", "byteSize": "3 MB"}]}]
    )
    assert [(p.renglon, p.columna) for p in lectura.problemas] == [(1, "byteSize")]
    assert mensajes(lectura)[0].startswith("Conjunto 1, recurso 2, campo «byteSize»: el tamaño «3 MB» no es un número")


def test_packages_alone_are_of_ckan(tmp_path: Path) -> None:
    paquete = {"name": "aforos", "title": "Aforos", "resources": [{"description": "sin nombre"}]}
    for documento in (paquete, [paquete], {"result": [paquete]}, {"dataset": [paquete]}):
        lectura = de_objeto(tmp_path, documento)
        assert lectura.formato is Formato.CKAN
        assert lectura.conjuntos[0].recursos[0].valores["nombre"] == "Recurso sin nombre"


def test_a_resource_without_title_says_by_what_it_goes(tmp_path: Path) -> None:
    recursos = [{"downloadURL": "https://datos.semarh.gob.mx/a.csv"}, {"mediaType": "text/csv"}, {}, {"title": " "}]
    lectura = de_objeto(tmp_path, [{"title": "A", "distribution": recursos}])
    assert [r.valores["nombre"] for r in lectura.conjuntos[0].recursos] == [
        "https://datos.semarh.gob.mx/a.csv",
        "Recurso sin nombre",
    ]
    assert mensajes(lectura) == [
        "Conjunto 1, recurso 1, campo «title»: falta el nombre del recurso y se usó su dirección; escríbalo.",
        "Conjunto 1, recurso 2, campo «title»: falta el nombre del recurso y se usó «Recurso sin nombre»; escríbalo.",
        "Conjunto 1, recurso 3: no dice nada de un recurso; no se importó. Complételo, o bórrelo.",
        "Conjunto 1, recurso 4: no dice nada de un recurso; no se importó. Complételo, o bórrelo.",
    ]


def test_a_search_without_results_is_an_empty_reading(tmp_path: Path) -> None:
    lectura = de_objeto(tmp_path, {"success": True, "result": {"count": 0, "results": []}})
    assert lectura.conjuntos == []
    assert mensajes(lectura) == ["El archivo no trae ningún conjunto de datos; revise que sea el que buscaba."]


@pytest.mark.parametrize("documento", [{}, [], {"a": 1}, {"dataset": []}, {"dataset": "x"}, {"success": False}, [1, 2]])
def test_other_documents_are_not_known(tmp_path: Path, documento: object) -> None:
    with pytest.raises(UserError) as refused:
        de_objeto(tmp_path, documento)
    assert refused.value.code == "fuente_no_reconocida"


def test_a_repeated_identifier_is_reported_and_nothing_is_lost(tmp_path: Path) -> None:
    documento = [{"identifier": "x", "title": titulo, "distribution": {"title": "R"}} for titulo in ("A", "B", "a")]
    lectura = de_objeto(tmp_path, documento)
    assert [(c.valores.get("identificador"), len(c.recursos)) for c in lectura.conjuntos] == [("x", 2), (None, 1)]
    assert [frase[:42] for frase in mensajes(lectura)] == [
        "Conjunto 2, campo «identifier»: el identif",
        "Conjunto 3, campo «identifier»: el identif",
    ]


def test_the_same_dataset_again_gives_what_was_missing(tmp_path: Path) -> None:
    documento = [
        {"identifier": "x", "title": "A", "description": "uno"},
        {"identifier": "x", "title": "A", "keyword": "agua", "description": "dos"},
    ]
    lectura = de_objeto(tmp_path, documento)
    assert lectura.conjuntos[0].valores == {
        "identificador": "x",
        "nombre": "A",
        "descripcion": "uno",
        "palabras_clave": "agua",
    }
    assert mensajes(lectura) == [
        (
            "Conjunto 2, campo «identifier»: el identificador «x» ya es del conjunto 1, que es el mismo; se juntaron "
            "sus recursos y de este se tomó solo lo que allá faltaba."
        )
    ]


def test_a_dataset_without_title_goes_by_its_identifier_or_is_reported(tmp_path: Path) -> None:
    lectura = de_objeto(tmp_path, [{"identifier": "x"}, {"title": " "}])
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["x"]
    assert mensajes(lectura) == ["Conjunto 2, campo «title»: falta el título del conjunto; no se importó. Escríbalo."]


def test_institutional_datasets_are_marked(tmp_path: Path) -> None:
    lectura = de_objeto(tmp_path, [{"title": "Plan de Apertura Institucional de SEMARH"}])
    assert lectura.conjuntos[0].valores["institucional"] is True


def test_a_publisher_may_be_a_plain_text(tmp_path: Path) -> None:
    lectura = de_objeto(tmp_path, {"dataset": [{"title": "Presas", "publisher": "Rocío Ibáñez Cantú"}]})
    assert lectura.conjuntos[0].valores == {"nombre": "Presas", "contacto": "Rocío Ibáñez Cantú"}
    assert mensajes(lectura) == []


def test_of_a_key_that_is_there_twice_the_first_counts_and_it_is_said(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path,
        '{"dataset": [{"title": "Ríos"}, {"title": "Presas", "title": "Pozos",'
        ' "publisher": {"name": "Ana", "name": "Eva"},'
        ' "distribution": [{"title": "a", "downloadURL": "https://x.mx/a.csv", "format": "csv", "format": "xls"}]}]}',
    )
    presas = lectura.conjuntos[1]
    assert (presas.valores["nombre"], presas.valores["contacto"]) == ("Presas", "Ana")
    assert presas.recursos[0].valores["formato"] == "csv"
    assert mensajes(lectura) == [
        "Conjunto 2, campo «title»: está repetido y se tomó «Presas», lo primero que dice; deje uno solo.",
        "Conjunto 2, campo «name»: está repetido y se tomó «Ana», lo primero que dice; deje uno solo.",
        "Conjunto 2, recurso 1, campo «format»: está repetido y se tomó «csv», lo primero que dice; deje uno solo.",
    ]


def test_lists_under_a_key_that_is_there_twice_are_joined(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path,
        '{"dataset": [{"title": "Ríos"}], "dataset": [{"title": "Presas", "distribution": [{"title": "a"}],'
        ' "distribution": [{"title": "b"}]}]}',
    )
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["Ríos", "Presas"]
    assert [r.valores["nombre"] for r in lectura.conjuntos[1].recursos] == ["a", "b"]
    assert mensajes(lectura) == [
        "El campo «dataset» está repetido y se juntaron sus elementos; deje uno solo.",
        "Conjunto 2, campo «distribution»: está repetido y se juntaron sus elementos; deje uno solo.",
    ]


def test_keys_that_are_there_twice_around_and_in_packages_are_told_of_once(tmp_path: Path) -> None:
    hallados = leer(
        tmp_path,
        '{"result": {"results": [{"title": "Presas", "notes": "a", "notes": "b"}], "results": [{"title": "Ríos"}]}}',
    )
    assert [c.valores["nombre"] for c in hallados.conjuntos] == ["Presas", "Ríos"]
    assert [mensaje.split(":")[0] for mensaje in mensajes(hallados)] == [
        "El campo «results» está repetido y se juntaron sus elementos; deje uno solo.",
        "Conjunto 1, campo «notes»",
    ]
    solo = leer(tmp_path, '{"result": {"title": "Presas", "notes": "a", "notes": "b", "resources": [{"name": "x"}]}}')
    assert [mensaje.split(":")[0] for mensaje in mensajes(solo)] == ["Conjunto 1, campo «notes»"]


def test_a_key_that_is_there_twice_and_loses_nothing_needs_no_word(tmp_path: Path) -> None:
    lectura = leer(
        tmp_path, '[{"title": "", "title": "Presas", "spatial": "Oaxaca", "spatial": "Oaxaca", "spatial": null}]'
    )
    assert lectura.conjuntos[0].valores == {"nombre": "Presas", "cobertura": "Oaxaca"}
    assert mensajes(lectura) == []


def test_broken_json_says_where(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        leer(tmp_path, '{"dataset": [\n  {"title": }]}')
    assert refused.value.code == "fuente_json_invalido"
    assert (refused.value.data["renglon"], refused.value.data["columna"]) == (2, 13)


def test_a_number_without_end_spoils_only_its_value(tmp_path: Path) -> None:
    cifras = "9" * 5_000
    lectura = leer(
        tmp_path, f'[{{"title": "A", "distribution": [{{"title": "R", "byteSize": {cifras}}}]}}, {{"title": "B"}}]'
    )
    assert [c.valores["nombre"] for c in lectura.conjuntos] == ["A", "B"]
    assert lectura.conjuntos[0].recursos[0].valores == {"nombre": "R"}
    (frase,) = mensajes(lectura)
    assert frase.startswith("Conjunto 1, recurso 1, campo «byteSize»: el tamaño «999")
    assert "es demasiado grande" in frase
    assert len(frase) < 300


@pytest.mark.parametrize("numero", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_what_is_no_number_is_no_value(tmp_path: Path, numero: str) -> None:
    lectura = leer(
        tmp_path,
        f'[{{"title": {numero}}}, {{"title": "B", "description": {numero}, "keyword": ["agua", {numero}]}},'
        f'{{"title": "C", "distribution": [{{"title": "R", "byteSize": {numero}}}]}}]',
    )
    assert [c.valores for c in lectura.conjuntos] == [{"nombre": "B", "palabras_clave": "agua"}, {"nombre": "C"}]
    assert lectura.conjuntos[1].recursos[0].valores == {"nombre": "R"}
    escrito = {"1e999": "Infinity"}.get(numero, numero)
    no_es = f"dice «{escrito}», que no es un valor, y eso no se leyó; escríbalo o bórrelo."
    assert mensajes(lectura) == [
        f"Conjunto 1, campo «title»: {no_es}",
        "Conjunto 1, campo «title»: falta el título del conjunto; no se importó. Escríbalo.",
        f"Conjunto 2, campo «description»: {no_es}",
        f"Conjunto 2, campo «keyword»: {no_es}",
        f"Conjunto 3, recurso 1, campo «byteSize»: {no_es}",
    ]


def test_what_is_nested_too_deep_to_be_a_text_is_told_of(tmp_path: Path) -> None:
    cola = "que no es un texto, y eso no se leyó; escríbalo como texto, entre comillas."
    documento = [{"title": "A", "description": {"es": "Aforos"}, "keyword": ["agua", ["ríos"], {"otra": 1}, {}]}]
    lectura = de_objeto(tmp_path, documento)
    assert lectura.conjuntos[0].valores == {"nombre": "A", "palabras_clave": "agua"}
    assert mensajes(lectura) == [
        f'Conjunto 1, campo «description»: dice «{{"es": "Aforos"}}», {cola}',
        f'Conjunto 1, campo «keyword»: dice «["ríos"]», {cola}',
        f'Conjunto 1, campo «keyword»: dice «{{"otra": 1}}», {cola}',
    ]


def test_json_without_bottom_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        leer(tmp_path, '{"a":' * 200_000)
    assert refused.value.code == "fuente_json_profundo"


def test_too_many_values_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogo_json, "MAX_CELDAS", 3)
    with pytest.raises(UserError) as refused:
        de_objeto(tmp_path, [{"title": "A", "description": "b"}, {"title": "B", "description": "c"}])
    assert refused.value.code == "fuente_demasiadas_celdas"


def test_half_characters_do_not_survive(tmp_path: Path) -> None:
    lectura = leer(tmp_path, '[{"title": "Afo\\ud800ros"}]')
    assert lectura.conjuntos[0].valores["nombre"] == "Aforos"
