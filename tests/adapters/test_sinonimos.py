"""The catalogue of synonyms that ships: facts, each once, of which the search can make use."""

from __future__ import annotations

from collections import Counter

import pytest

from promueve_gui.adapters.recursos import Recursos
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.adapters.similitud import similitud
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.duplicados import UMBRAL, buscar
from promueve_gui.domain.duplicados.lectura import sigla_de
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.texto import plegar


@pytest.fixture(scope="module")
def catalogo() -> list[Sinonimo]:
    return [r for r in Recursos(find_root()).load_perfil("vigente") if isinstance(r, Sinonimo)]


def score(catalogo: list[Sinonimo], uno: str, otro: str) -> int:
    grupos = [GrupoUsuarios(id="a", nombre=uno), GrupoUsuarios(id="b", nombre=otro)]
    halladas = buscar(grupos, catalogo, similitud, minimo=0)
    return halladas[0].puntaje if halladas else 0


def test_it_is_large_enough_for_the_federal_government(catalogo: list[Sinonimo]) -> None:
    assert len(catalogo) >= 120
    terminos = {sinonimo.termino for sinonimo in catalogo}
    assert {"INEGI", "SHCP", "SEP", "IMSS", "UNAM", "Sría.", "Depto.", "Gral.", "Dir."} <= terminos


def test_each_term_stands_once_and_says_something_else(catalogo: list[Sinonimo]) -> None:
    """«Edo. Mex.» and «Edomex» are two ways to write it; «I.N.E.» and «INE» are one."""
    terminos = [sinonimo.termino for sinonimo in catalogo]
    veces = Counter(plegar(termino) if ". " in termino else sigla_de(termino) for termino in terminos)
    assert [termino for termino, cuantas in veces.items() if cuantas > 1] == []
    assert [s.termino for s in catalogo if plegar(s.termino) == plegar(s.equivale)] == []
    assert [s.termino for s in catalogo if s.termino != s.termino.strip() or s.equivale != s.equivale.strip()] == []


def test_every_term_finds_what_it_stands_for(catalogo: list[Sinonimo]) -> None:
    """A body of its own name beside it, since an abbreviation alone is no group.

    All are searched at once; of those of one name not every pair is told, and what was not told is searched alone.
    """
    parejas = {s.termino: (f"Amigos de {s.termino}", f"Amigos de {s.equivale}") for s in catalogo}
    nombres = {nombre for pareja in parejas.values() for nombre in pareja}
    grupos = [GrupoUsuarios(id=nombre, nombre=nombre) for nombre in sorted(nombres)]
    dichas = {frozenset((h.uno, h.otro)) for h in buscar(grupos, catalogo, similitud, minimo=UMBRAL)}
    solos = [termino for termino, pareja in parejas.items() if frozenset(pareja) not in dichas]
    assert [termino for termino in solos if score(catalogo, *parejas[termino]) < UMBRAL] == []


def test_no_two_bodies_of_the_catalogue_are_taken_for_one(catalogo: list[Sinonimo]) -> None:
    """Those in capitals are other bodies, but for the DIF, which is the national one too."""
    cuerpos = {s.equivale: s.termino for s in catalogo if s.termino.isupper() and "." not in s.termino}
    grupos = [GrupoUsuarios(id=sigla, nombre=largo) for largo, sigla in cuerpos.items() if len(sigla) > 2]
    halladas = buscar(grupos, catalogo, similitud, minimo=UMBRAL)
    assert {(pareja.uno, pareja.otro) for pareja in halladas} == {("DIF", "SNDIF")}


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("SSA", "Sría. de Salud"),
        ("Secretaría de Salud Jal.", "Secretaría de Salud de Jalisco"),
        ("Gob. del Edo. de México", "Gobierno del Estado de México"),
        ("Gobierno del D.F.", "Gobierno de la CDMX"),
        ("DIF N.L.", "DIF Nuevo León"),
        ("Facultad de Ciencias, UNAM", "Fac. de Ciencias de la Universidad Nacional Autónoma de México"),
        ("ONG's ambientalistas", "Organizaciones no gubernamentales ambientalistas"),
        ("MiPyMEs", "Micro, pequeñas y medianas empresas"),
        ("Madres y padres de familia", "Padres de familia"),
        ("Municipio de Tonalá", "H. Ayuntamiento de Tonalá"),
        ("Secretaría de Salud, Ver.", "Secretaría de Salud de Veracruz"),
        ("Gobierno del Edo. Mex.", "Gobierno del Estado de México"),
        ("FCPyS UNAM", "Facultad de Ciencias Políticas y Sociales de la UNAM"),
        ("FGE Gto.", "Fiscalía General del Estado de Guanajuato"),
        ("CCC", "Central Campesina Cardenista"),
        ("UN Women", "ONU Mujeres"),
        ("World Health Organization", "OMS"),
        ("SAGARPA", "Secretaría de Agricultura y Desarrollo Rural"),
        ("CONACYT", "Secretaría de Ciencia, Humanidades, Tecnología e Innovación"),
        ("Tribu yaqui", "Yaquis"),
        ("Tarahumaras", "Pueblo rarámuri"),
        ("Ejidatarios de San Juan Tlacotenco", "Ejido San Juan Tlacotenco"),
        ("Delegación Coyoacán", "Alcaldía Coyoacán"),
    ],
)
def test_what_people_of_ministries_write(catalogo: list[Sinonimo], uno: str, otro: str) -> None:
    assert score(catalogo, uno, otro) >= UMBRAL


@pytest.mark.parametrize(
    ("uno", "otro"),
    [
        ("Secretaría de Salud, Ver.", "Secretaría de Salud"),
        ("Ayuntamiento de Guadalajara", "Ayuntamiento de Guadalupe"),
        ("Ejido San Juan Ixtacán", "Ejido San Juan Ixtacalco"),
        ("UABCS", "Universidad Autónoma de Baja California"),
        ("Pueblo popoloca", "Popolucas"),
        ("Mayas", "Pueblo mayo"),
    ],
)
def test_what_only_looks_alike(catalogo: list[Sinonimo], uno: str, otro: str) -> None:
    assert score(catalogo, uno, otro) < UMBRAL


def test_initials_are_found_by_any_of_the_names_that_say_them(catalogo: list[Sinonimo]) -> None:
    """«Coespo Gto.» comes first, and only the second shows that they are initials."""
    nombres = ("Coespo Gto.", "COESPO Guanajuato", "Consejo Estatal de Población de Guanajuato")
    grupos = [GrupoUsuarios(id=nombre, nombre=nombre) for nombre in nombres]
    halladas = buscar(grupos, catalogo, similitud, minimo=UMBRAL)
    assert {frozenset((pareja.uno, pareja.otro)) for pareja in halladas} == {
        frozenset((uno, otro)) for uno in nombres for otro in nombres if uno != otro
    }


def test_initials_go_to_the_body_that_has_none_of_its_own(catalogo: list[Sinonimo]) -> None:
    nombres = ("UADC", "Universidad Autónoma de Chiapas", "Universidad Autónoma de la Cañada")
    grupos = [GrupoUsuarios(id=nombre, nombre=nombre) for nombre in nombres]
    (pareja,) = buscar(grupos, catalogo, similitud, minimo=UMBRAL)
    assert {pareja.uno, pareja.otro} == {"UADC", "Universidad Autónoma de la Cañada"}


@pytest.mark.parametrize(
    "nombre",
    ["Organizaciones sin fines de lucro", "Los que son de casa", "Grupos que se ven afectados", "Se busca a quien ver"],
)
def test_ordinary_words_are_no_abbreviations(catalogo: list[Sinonimo], nombre: str) -> None:
    for estado in ("Sinaloa", "Sonora", "Veracruz", "Secretaría de Economía"):
        assert score(catalogo, nombre, f"{nombre} {estado}") < UMBRAL
