"""Whatever people do to a name without meaning another, it is still found; what means another keeps it apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.domain.duplicados import MINIMO, UMBRAL, buscar
from promueve_gui.domain.vocabularios import ClaseGrupo
from tests.domain.duplicados.comparar import SINONIMOS, group, pairs, score, slips

# Names with words enough to be spoilt, of bodies that do not exist.
NOMBRES = [
    "Secretaría de Caminos y Puentes Rurales",
    "Observatorio Ciudadano de Calidad del Aire",
    "Cooperativas de productoras de miel",
    "Instituto Estatal de Bibliotecas Populares",
    "Comisión Técnica de Semillas Criollas",
    "Red de Periodistas del Desierto",
    "Estudiantes de restauración de museos",
    "Comités vecinales de drenaje pluvial",
    "Asociación de Guías de Montaña",
    "Laboratorio de Suelos Volcánicos",
]
ABREVIADAS = {
    "Secretaría": "Sría.", "Dirección": "Dir.", "Asociación": "Asoc.", "Instituto": "Inst.", "Comisión": "Com.",
    "Observatorio": "Obs.", "Laboratorio": "Lab.", "Estudiantes": "Est.", "Cooperativas": "Coop.",
}  # fmt: skip
ARTICULOS = ("de la", "del", "para los", "en las", "y")
ESTADOS = ["Sonora", "Chiapas", "Nuevo León", "Baja California", "Baja California Sur", "San Luis Potosí", "Yucatán"]


def unaccented(texto: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", texto) if unicodedata.category(c) != "Mn")


@given(st.sampled_from(NOMBRES), st.sampled_from([str.upper, str.lower, str.title, unaccented, str.swapcase]))
def test_accents_and_capitals_do_not_matter(nombre: str, otro: object) -> None:
    assert callable(otro)
    assert score(nombre, otro(nombre)) == 100


@given(
    st.sampled_from(NOMBRES), st.sampled_from([f"{nombre}." for nombre in ("", " ", "  ")] + ["", ", A.C.", " A. C."])
)
def test_signs_at_the_end_do_not_matter(nombre: str, final: str) -> None:
    assert score(nombre, nombre + final) >= 97


@settings(deadline=None)
@given(st.sampled_from(NOMBRES), st.data())
def test_the_order_of_the_words_does_not_matter(nombre: str, data: st.DataObject) -> None:
    palabras = data.draw(st.permutations(nombre.split()).filter(lambda orden: len(orden[-1]) > 1))
    assert score(nombre, " ".join(palabras)) >= 97


@given(st.sampled_from(NOMBRES), st.sampled_from(ARTICULOS))
def test_articles_and_prepositions_do_not_matter(nombre: str, otras: str) -> None:
    assert score(nombre, nombre.replace(" de ", f" {otras} ", 1)) >= 97
    assert score(nombre, f"La {nombre}") >= 97


@given(st.sampled_from(NOMBRES))
def test_the_plural_does_not_matter(nombre: str) -> None:
    plural = " ".join(
        palabra if len(palabra) < 4 or palabra[-1] == "s" else f"{palabra}{'s' if palabra[-1] in 'aeoíá' else 'es'}"
        for palabra in nombre.split()
    )
    assert score(nombre, plural) >= 97


@given(st.sampled_from([nombre for nombre in NOMBRES if nombre.split()[0] in ABREVIADAS]))
def test_abbreviations_do_not_matter_whether_or_not_a_catalogue_knows_them(nombre: str) -> None:
    primera = nombre.split(maxsplit=1)[0]
    corto = nombre.replace(primera, ABREVIADAS[primera], 1)
    assert score(nombre, corto) >= UMBRAL
    sin_catalogo = buscar([group("a", nombre), group("b", corto)], [], slips)
    assert [pareja.puntaje >= UMBRAL for pareja in sin_catalogo] == [True]


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(NOMBRES), st.data())
def test_one_letter_lost_or_doubled_or_two_changed_places_do_not_matter(nombre: str, data: st.DataObject) -> None:
    palabras = nombre.split()
    largas = [lugar for lugar, palabra in enumerate(palabras) if len(palabra) > 7]
    lugar = data.draw(st.sampled_from(largas))
    palabra = palabras[lugar]
    letra = data.draw(st.integers(1, len(palabra) - 3))
    quien = data.draw(st.sampled_from(["pierde", "dobla", "cambia"]))
    if quien == "pierde":
        mal = palabra[:letra] + palabra[letra + 1 :]
    elif quien == "dobla":
        mal = palabra[:letra] + palabra[letra] + palabra[letra:]
    else:
        mal = palabra[:letra] + palabra[letra + 1] + palabra[letra] + palabra[letra + 2 :]
    con_errata = " ".join([*palabras[:lugar], mal, *palabras[lugar + 1 :]])
    assert score(nombre, con_errata) >= UMBRAL


@given(st.sampled_from(NOMBRES), st.integers(1, 40), st.integers(1, 40))
def test_numbers_tell_apart_what_is_otherwise_the_same(nombre: str, uno: int, otro: int) -> None:
    puntaje = score(f"{nombre} {uno}", f"{nombre} No. {otro}")
    assert puntaje >= 97 if uno == otro else puntaje == 0


@given(st.sampled_from(NOMBRES), st.sampled_from(ESTADOS), st.sampled_from(ESTADOS))
def test_states_tell_apart_what_is_otherwise_the_same(nombre: str, uno: str, otro: str) -> None:
    puntaje = score(f"{nombre} de {uno}", f"{nombre}, Estado de {otro}")
    assert puntaje >= 97 if uno == otro else puntaje < UMBRAL


@given(st.sampled_from(NOMBRES), st.sampled_from(ESTADOS))
def test_a_body_of_a_state_is_not_that_of_the_country(nombre: str, estado: str) -> None:
    assert score(nombre, f"{nombre} de {estado}") < UMBRAL


@pytest.mark.parametrize(
    ("una", "otra"),
    [("públicas", "privadas"), ("federales", "municipales"), ("urbanas", "rurales"), ("del norte", "del sur")],
)
@pytest.mark.parametrize("nombre", ["Bibliotecas", "Cooperativas de productoras de miel", "Redes de guías de montaña"])
def test_opposites_tell_apart_what_is_otherwise_the_same(nombre: str, una: str, otra: str) -> None:
    assert score(f"{nombre} {una}", f"{nombre} {una}".upper()) == 100
    assert score(f"{nombre} {una}", f"{nombre} {otra}") < MINIMO


@given(st.sampled_from(NOMBRES), st.sampled_from(NOMBRES))
def test_different_names_stay_apart(uno: str, otro: str) -> None:
    assert (score(uno, otro) >= MINIMO) is (uno == otro)


@settings(deadline=None)
@given(st.lists(st.sampled_from(NOMBRES), min_size=2, max_size=6), st.data())
def test_what_two_groups_score_does_not_depend_on_the_others(nombres: list[str], data: st.DataObject) -> None:
    grupos = [group(str(n), nombre, clase=data.draw(st.sampled_from(ClaseGrupo))) for n, nombre in enumerate(nombres)]
    juntos = {frozenset((p.uno, p.otro)): p.puntaje for p in pairs(*grupos)}
    for par, puntaje in juntos.items():
        solos = pairs(*(grupo for grupo in grupos if grupo.id in par))
        assert [pareja.puntaje for pareja in solos] == [puntaje]


@given(st.sampled_from(NOMBRES), st.sampled_from(ClaseGrupo), st.sampled_from(ClaseGrupo))
def test_another_class_never_raises_the_score(nombre: str, uno: ClaseGrupo, otro: ClaseGrupo) -> None:
    sin = pairs(group("a", nombre), group("b", nombre))[0].puntaje
    con = pairs(group("a", nombre, clase=uno), group("b", nombre, clase=otro))[0].puntaje
    assert con == sin if uno is otro else con < sin


@settings(deadline=None)
@given(st.lists(st.sampled_from(NOMBRES), min_size=2, max_size=6), st.integers(0, 100))
def test_a_higher_minimum_only_leaves_pairs_out(nombres: list[str], minimo: int) -> None:
    grupos = [group(str(n), nombre) for n, nombre in enumerate(nombres)]
    todas = pairs(*grupos)
    assert buscar(grupos, SINONIMOS, slips, minimo=minimo) == [p for p in todas if p.puntaje >= minimo]
