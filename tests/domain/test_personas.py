"""A person is found however her name is written, and nobody else is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.difusion import AvisoAltoValor
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.personas import BORRADO, Busqueda, is_person

PETRA = Busqueda.de("Petra Vereda Monte; petra@coop.example.org")


@pytest.mark.parametrize(
    "texto",
    [
        "Petra Vereda Monte",
        "PETRA VEREDA MONTE",
        "petra   vereda\nmonte",
        "Vereda Monte, Petra",
        "Monte Petra Vereda",
        "Mtra. Pétra Veréda Mónte, del comité",
        unicodedata.normalize("NFD", "Pétra Vereda Monte"),
        "escriba a petra@coop.example.org.",
        "«PETRA@COOP.EXAMPLE.ORG»",
        "Petra-Vereda-Monte",
    ],
)
def test_a_text_that_names_her_is_found_however_it_is_written(texto: str) -> None:
    assert PETRA.holds(texto)
    assert PETRA.may_hold(texto)
    assert not PETRA.holds(PETRA.erased(texto))


@pytest.mark.parametrize(
    "texto",
    [
        "",
        "Petra Vereda",
        "Vereda Petra Monte",
        "Petra y Vereda y Monte",
        "Petrarca Vereda Monte",
        "otrapetra@coop.example.org",
        "petra@coop.example.org.mx",
        "petra@coop.example.organo",
        "Petra. . . . Vereda Monte",
    ],
)
def test_a_text_that_names_others_is_not(texto: str) -> None:
    assert not PETRA.holds(texto)
    assert PETRA.erased(texto) == texto


def test_only_her_words_go() -> None:
    texto = "Hablaron Ana Ruiz, Petra Vereda Monte (petra@coop.example.org) y Luis Paz."
    assert PETRA.erased(texto) == f"Hablaron Ana Ruiz, {BORRADO} ({BORRADO}) y Luis Paz."


def test_the_longest_name_is_taken_whole() -> None:
    busqueda = Busqueda.de("Petra Vereda; Petra Vereda Monte")
    assert busqueda.erased("Firma Petra Vereda Monte.") == f"Firma {BORRADO}."


def test_of_a_list_of_persons_her_whole_line_goes() -> None:
    lista = "Ana Ruiz, SE\nPetra Vereda Monte, Secretaria, Unión\n"
    assert PETRA.erased_by_lines(lista) == f"Ana Ruiz, SE\n{BORRADO}\n"


def test_letters_written_by_their_number_are_not_overlooked() -> None:
    assert PETRA.may_hold('{"quien": "P\\u00e9tra Vereda Monte"}')
    assert not PETRA.may_hold('{"quien": "Ana Ruiz, petra"}')


def test_a_name_may_hold_other_words_between() -> None:
    busqueda = Busqueda.de("petra monte")
    assert busqueda.names("Petra Vereda Monte")
    assert not busqueda.names("Petra Vereda")
    assert not busqueda.holds("Petra Vereda Monte")


@pytest.mark.parametrize("texto", ["", "  ;  ", "ab", "Petra; x", "@ !", "..."])
def test_too_little_to_tell_anybody_is_refused(texto: str) -> None:
    with pytest.raises(UserError, match="persona_sin_nombre"):
        Busqueda.de(texto)


def test_terms_are_parted_tidied_and_told_once() -> None:
    assert Busqueda.de("  Petra   Vereda ;petra@x.org\nPetra Vereda;").terminos == ("Petra Vereda", "petra@x.org")


def test_more_terms_are_added_but_no_plain_word() -> None:
    busqueda = Busqueda.de("petra@x.org").con(["Petra", "Petra Vereda", "p.v@x.org", "", "petra@x.org"])
    assert busqueda.terminos == ("petra@x.org", "Petra Vereda", "p.v@x.org")
    assert not Busqueda(()).holds("Petra")


def test_an_excerpt_of_a_long_text_begins_near_the_name() -> None:
    texto = f"{'mucho antes ' * 20}dijo Petra Vereda Monte que sí"
    excerpt = PETRA.excerpt(texto)
    assert excerpt.startswith("… ")
    assert "Petra Vereda Monte que sí" in excerpt
    assert len(excerpt) < 100
    assert PETRA.excerpt("Dijo\nPetra Vereda Monte") == "Dijo Petra Vereda Monte"
    assert PETRA.excerpt("Nadie") == "Nadie"
    assert PETRA.excerpt(f"{'x' * 60} Petra Vereda Monte").startswith("… ") is False


def test_kinds_that_are_persons() -> None:
    assert [tipo for tipo in (Contacto, Persona, GrupoUsuarios, AreaGeneradora, AvisoAltoValor) if is_person(tipo)] == [
        Contacto,
        Persona,
    ]


@given(st.text(), st.text(), st.sampled_from(["Petra Vereda Monte", "vereda monte, petra", "PETRA@coop.example.org"]))
def test_nothing_of_her_is_left_and_the_rest_stays(antes: str, despues: str, nombre: str) -> None:
    texto = f"{antes} {nombre} {despues}"
    limpio = PETRA.erased(texto)
    assert not PETRA.holds(limpio)
    assert PETRA.erased(limpio) == limpio
    assert PETRA.may_hold(texto) or not PETRA.holds(texto)


@given(st.text())
def test_a_quick_no_is_never_wrong(texto: str) -> None:
    assert PETRA.may_hold(texto) or not PETRA.holds(texto)


@given(
    st.lists(st.sampled_from(["Petra Vereda Monte", "Ana Ruiz", "", "x" * 50, "petra@coop.example.org"]), max_size=700)
)
def test_of_many_texts_all_that_name_her_are_sifted_out(textos: list[str]) -> None:
    sifted = set(PETRA.sift(textos))
    assert sifted == {lugar for lugar, texto in enumerate(textos) if PETRA.may_hold(texto)}
    assert {lugar for lugar, texto in enumerate(textos) if PETRA.holds(texto)} <= sifted
