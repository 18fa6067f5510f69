"""The description of a field, and what is derived from it for a whole record."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import AvisoAltoValor
from promueve_gui.domain.ficha import Campo, Registro, Tipo, campos, campos_visibles, defaults, value_types
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Acceso, ClaseGrupo, Eje, Frecuencia

if TYPE_CHECKING:
    from typing import Any

    from promueve_gui.domain.ficha import Valor


def test_the_fields_come_in_the_order_of_the_record_with_the_withdrawal_first() -> None:
    assert list(campos(GrupoUsuarios))[:5] == ["retirado", "nombre", "siglas", "clase", "area"]


def test_a_field_knows_all_that_is_derived_from_it() -> None:
    campo = campos(GrupoUsuarios)["clase"]
    assert campo == Campo("Clase", Tipo.OPCION, requerido=True, ancho=26, opciones=ClaseGrupo)


def test_hidden_fields_are_not_for_people() -> None:
    assert "retirado" not in campos_visibles(GrupoUsuarios)
    assert "membrete" not in campos_visibles(Institucion)
    assert "nombre" in campos_visibles(Institucion)


@pytest.mark.parametrize(
    ("nombre", "tipo", "inicial"),
    [
        ("nombre", Tipo.TEXTO, ""),
        ("descripcion", Tipo.TEXTO_LARGO, ""),
        ("clase", Tipo.OPCION, None),
        ("area", Tipo.REFERENCIA, None),
        ("ejes", Tipo.OPCIONES, frozenset()),
        ("prioritario", Tipo.BOOLEANO, False),
        ("poder", Tipo.ESCALA, None),
    ],
)
def test_every_kind_of_field_begins_empty(nombre: str, tipo: Tipo, inicial: Valor) -> None:
    assert campos(GrupoUsuarios)[nombre].tipo is tipo
    assert defaults(GrupoUsuarios)[nombre] == inicial
    assert getattr(GrupoUsuarios(id="g"), nombre) == inicial


def test_the_same_record_type_is_described_once() -> None:
    assert campos(Contacto) is campos(Contacto)


def test_descriptions_cannot_be_changed() -> None:
    descritos: Any = campos(Contacto)
    with pytest.raises(TypeError):
        descritos["nombre"] = None


def test_a_record_cannot_be_changed_in_place() -> None:
    grupo: Any = GrupoUsuarios(id="g", nombre="Cámaras de comercio")
    with pytest.raises(FrozenInstanceError):
        grupo.nombre = "Otra"


def test_a_record_is_in_use_until_it_is_withdrawn_for_a_reason() -> None:
    grupo = GrupoUsuarios(id="g", nombre="Cámaras de comercio")
    assert grupo.activo
    assert not replace(grupo, retirado="Se repetía").activo


def test_a_record_is_known_by_the_field_that_its_kind_names() -> None:
    assert GrupoUsuarios(id="g", nombre="Cámaras de comercio").titulo == "Cámaras de comercio"
    assert Recomendacion(id="r", folio="R-07").titulo == "R-07"
    assert GrupoUsuarios(id="g", nombre="Cámaras de comercio").titulo_visible == "Cámaras de comercio"
    assert GrupoUsuarios(id="g", nombre="Cámaras de comercio").titulo_breve == "Cámaras de comercio"


def test_one_of_a_kind_is_said_with_its_article() -> None:
    assert [tipo.uno() for tipo in (GrupoUsuarios, Recomendacion, AreaGeneradora)] == [
        "un grupo", "una recomendación", "un área",
    ]  # fmt: skip


def test_what_has_no_title_is_called_by_what_it_lacks() -> None:
    grupo, contenido, aviso = GrupoUsuarios(id="g"), Contenido(id="c"), AvisoAltoValor(id="a")
    assert (grupo.titulo_visible, grupo.titulo_breve) == ("Grupo sin nombre", "Sin nombre")
    assert (contenido.titulo_visible, contenido.titulo_breve) == ("Contenido sin título", "Sin título")
    assert (Recomendacion(id="r").titulo_breve, aviso.sin_titulo()) == ("Sin folio", "aviso de alto valor sin asunto")


def test_a_choice_is_its_stored_value_and_carries_its_label() -> None:
    assert str(Frecuencia.MENSUAL) == "R/P1M"
    assert Frecuencia.MENSUAL.etiqueta == "Mensual"
    assert {str(acceso): acceso for acceso in Acceso}["publico"] is Acceso.PUBLICO


@pytest.mark.parametrize(
    ("nombre", "valor"),
    [
        ("nombre", "x"),
        ("clase", ClaseGrupo.SOCIEDAD),
        ("clase", None),
        ("ejes", frozenset({Eje.SERVICIOS})),
        ("poder", 3),
    ],
)
def test_the_exact_types_of_a_field_are_known(nombre: str, valor: object) -> None:
    assert type(valor) in value_types(GrupoUsuarios)[nombre]


@pytest.mark.parametrize(
    ("nombre", "valor"), [("nombre", None), ("clase", "sociedad"), ("ejes", set()), ("poder", "3"), ("prioritario", 1)]
)
def test_other_types_do_not_fit(nombre: str, valor: object) -> None:
    assert type(valor) not in value_types(GrupoUsuarios)[nombre]


def test_a_moment_is_no_day() -> None:
    assert value_types(Contacto)["revision"] == {date, type(None)}


def test_a_bare_record_has_only_its_withdrawal() -> None:
    assert list(campos(Registro)) == ["retirado"]
