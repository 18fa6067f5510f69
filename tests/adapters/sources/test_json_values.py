"""Values of any type as the texts that cells would hold."""

from __future__ import annotations

import pytest

from promueve_gui.adapters.sources import cells
from promueve_gui.adapters.sources.json_values import as_text, elements, objects, privado, publico, read_fields
from promueve_gui.domain.vocabularios import Acceso


@pytest.mark.parametrize(
    ("valor", "texto"),
    [
        ("x", "x"),
        (None, ""),
        (True, "true"),
        (3, "3"),
        (2.5, "2.5"),
        (["a", {"name": "b"}, None, ["c"], 4], "a, b, 4"),
        ({"title": "t"}, "t"),
        ({"name": 3, "title": "t"}, "t"),
        ({"otra": "t"}, ""),
    ],
)
def test_anything_is_some_text(valor: object, texto: str) -> None:
    assert as_text(valor) == texto


def test_a_lone_element_is_a_list_of_one_and_nothing_is_none() -> None:
    assert elements([{"a": 1}, 2, None]) == [{"a": 1}, 2, None]
    assert elements({"a": 1}) == [{"a": 1}]
    assert elements(7) == [7]
    assert elements(None) == elements(" ") == elements([]) == []


def test_only_objects_count() -> None:
    assert objects([{"a": 1}, 2, "x"]) == [{"a": 1}]
    assert objects({"a": 1}) == [{"a": 1}]
    assert objects(None) == []


def test_fields_are_reached_through_paths_and_the_first_counts() -> None:
    campos = (
        ("publisher.mbox", "correo", cells.correo),
        ("mbox", "correo", cells.correo),
        ("modified.x", "modificado", cells.fecha),
        ("issued", "fecha", cells.fecha),
    )
    dichos: list[tuple[str, str, str]] = []
    origen = {"publisher": {"mbox": " "}, "mbox": "ana@semarh.gob.mx", "modified": "2024", "issued": "ayer"}
    leidos = read_fields(origen, campos, lambda *dicho: dichos.append(dicho))
    assert leidos == {"correo": "ana@semarh.gob.mx"}
    assert [dicho[:2] for dicho in dichos] == [("issued", "ayer")]


def test_of_several_objects_the_first_is_reached() -> None:
    origen = {"publisher": ["ruido", {"mbox": "ana@semarh.gob.mx"}, {"mbox": "luis@semarh.gob.mx"}]}
    campos = (("publisher.mbox", "correo", cells.correo),)
    assert read_fields(origen, campos, lambda *_: None) == {"correo": "ana@semarh.gob.mx"}


@pytest.mark.parametrize("publisher", ["Rocío Ibáñez", ["Rocío Ibáñez", "Ana Ruiz"], [{"name": "Rocío Ibáñez"}, "Ana"]])
def test_a_text_where_an_object_should_be_is_its_name(publisher: object) -> None:
    campos = (("publisher.name", "contacto", cells.linea), ("publisher.mbox", "correo_contacto", cells.correo))
    dicho: list[str] = []
    assert read_fields({"publisher": publisher}, campos, lambda *queja: dicho.append(str(queja))) == {
        "contacto": "Rocío Ibáñez"
    }
    assert dicho == []


@pytest.mark.parametrize("publisher", [None, 5, True, [], ""])
def test_what_is_neither_object_nor_text_has_no_name(publisher: object) -> None:
    campos = (("publisher.name", "contacto", cells.linea),)
    assert read_fields({"publisher": publisher}, campos, lambda *_: None) == {}


def test_unknown_access_is_kept_as_unknown() -> None:
    assert read_fields({"public": "depende"}, (("public", "acceso", publico),), lambda *_: None) == {"acceso": None}


@pytest.mark.parametrize(
    ("texto", "acceso"),
    [
        ("true", Acceso.PUBLICO),
        ("Sí", Acceso.PUBLICO),
        ("false", Acceso.PRIVADO),
        ("No", Acceso.PRIVADO),
        ("Restringido", Acceso.RESTRINGIDO),
    ],
)
def test_public_is_a_yes_or_no_question(texto: str, acceso: Acceso) -> None:
    assert publico(texto) == (acceso, "")


def test_private_says_something_only_if_true() -> None:
    assert privado("True") == (Acceso.PRIVADO, "")
    assert privado("false") == (None, "")
