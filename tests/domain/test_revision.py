"""The basic checks of one value: they advise, and say what to write instead."""

from __future__ import annotations

import pytest

from promueve_gui.domain.conjuntos import Recurso
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.revision import revisar_campo


def test_a_required_field_asks_for_its_value() -> None:
    assert revisar_campo(campos(GrupoUsuarios)["nombre"], "") == "Falta este dato."
    assert revisar_campo(campos(GrupoUsuarios)["poder"], None) == ""


def test_a_yes_or_no_is_never_missing() -> None:
    assert revisar_campo(campos(Contacto)["no_contactar"], valor=False) == ""


def test_an_address_of_mail_is_checked_by_its_form() -> None:
    campo = campos(Institucion)["correo_prensa"]
    assert revisar_campo(campo, "prensa@ejemplo.gob.mx") == ""
    assert "prensa@" in revisar_campo(campo, "prensa@")


def test_an_area_may_have_several_addresses() -> None:
    campo = campos(AreaGeneradora)["correo"]
    assert revisar_campo(campo, "a@ejemplo.mx; Ana Pérez <b@ejemplo.mx>") == ""
    assert "b@»" in revisar_campo(campo, "a@ejemplo.mx; b@")
    assert revisar_campo(campo, ";") == ""


def test_the_address_of_a_site_may_be_its_front_page_but_must_be_whole() -> None:
    campo = campos(Institucion)["sitio"]
    assert revisar_campo(campo, "https://www.ejemplo.gob.mx") == ""
    assert revisar_campo(campo, "www.ejemplo.gob.mx").startswith("Escriba la dirección completa")


@pytest.mark.parametrize(("url", "bien"), [("https://datos.ejemplo.gob.mx/aforos.csv", True), ("https://x.mx", False)])
def test_a_url_of_data_must_lead_to_the_data(url: str, bien: bool) -> None:
    assert (revisar_campo(campos(Recurso)["url"], url) == "") is bien


def test_other_values_are_taken_as_they_are() -> None:
    assert revisar_campo(campos(GrupoUsuarios)["notas"], "Lo que sea") == ""
