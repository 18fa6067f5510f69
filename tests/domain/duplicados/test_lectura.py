"""Names taken to pieces, initials spelt, and what stands for what."""

from __future__ import annotations

import pytest

from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.duplicados.equivalencias import Equivalencias
from promueve_gui.domain.duplicados.iniciales import abrevia, inicia
from promueve_gui.domain.duplicados.lectura import leer, sigla_de, trozos
from promueve_gui.domain.duplicados.pegadas import Pegadas
from tests.domain.duplicados.comparar import SINONIMOS, group


def words(nombre: str) -> list[str]:
    return [palabra.plegada for palabra in leer(nombre).palabras]


@pytest.mark.parametrize(
    ("nombre", "palabras"),
    [
        ("I.N.E.G.I.", "inegi"), ("I N E G I", "inegi"), ("Cemento, S.A. de C.V.", "cemento sa de cv"),
        ("Investigadores (as)", "investigadores"), ("Desarrolladoras/es", "desarrolladoras"), ("Alumn@s", "alumnos"),
        ("Personas c/ discapacidad", "personas con discapacidad"), ("Casas s/ agua", "casas sin agua"),
        ("Agua & Saneamiento", "agua y saneamiento"), ("Región2", "region 2"), ("H. Cámara", "h camara"),
        ("InstitutoNacionalElectoral", "instituto nacional electoral"), ("UdeG", "udeg"), ("¿?", ""),
    ],
)  # fmt: skip
def test_words_of_a_name(nombre: str, palabras: str) -> None:
    assert " ".join(words(nombre)) == palabras


def test_decomposed_accents_are_letters_too() -> None:
    assert words("Geografi\u0301a fi\u0301sica") == ["geografia", "fisica"]


def test_capitals_tell_only_in_a_name_that_has_small_letters() -> None:
    assert [p.mayusculas for p in leer("Salud de la SSA").palabras] == [False, False, False, True]
    assert [p.mayusculas for p in leer("SALUD DE LA SSA").palabras] == [False] * 4


def test_the_period_of_an_abbreviation_is_not_that_of_a_sentence() -> None:
    assert [p.punto for p in leer("Dir. Gral. de Estadística.").palabras] == [True, True, False, False]
    assert [p.punto for p in leer("Secretaría de Salud Jal.").palabras] == [False, False, False, True]


@pytest.mark.parametrize(
    ("nombre", "siglas"),
    [
        ("Red del Agua (RDA)", ["rda"]), ("RED DEL AGUA (RDA)", ["rda"]), ("Red de la UNAM", ["unam"]),
        ("Profepa", ["profepa"]), ("Red", []), ("SEP", ["sep"]), ("Periodistas de datos", []), ("Zona B", []),
    ],
)  # fmt: skip
def test_words_that_may_be_initials(nombre: str, siglas: list[str]) -> None:
    assert list(leer(nombre).siglas) == siglas


def test_initials_without_periods_and_words_as_written() -> None:
    assert sigla_de("I. N. E.") == "ine"
    assert trozos("Sría. de Salud") == ["Sría.", "de", "Salud"]


@pytest.mark.parametrize(
    ("sigla", "nombre"),
    [
        ("conagua", "comision nacional del agua"), ("sedena", "secretaria de la defensa nacional"),
        ("cofepris", "comision federal para la proteccion contra riesgos sanitarios"),
        ("ine", "instituto nacional electoral"),
        ("colmex", "el colegio de mexico"),
        ("udeg", "universidad de guadalajara"), ("redarc", "red del agua de la region centro"),
    ],
)  # fmt: skip
def test_initials_spell_their_name(sigla: str, nombre: str) -> None:
    assert abrevia(sigla, nombre.split())


@pytest.mark.parametrize(
    ("sigla", "nombre"),
    [
        ("ine", "instituto nacional de migracion"), ("inegi", "instituto nacional electoral"), ("agua", "agua"),
        ("canadevi", "camara nacional de la industria de desarrollo y promocion de vivienda"),
        ("sep", "secretaria"), ("cna", ""), ("cn", "comision nacional de agua y bosques"),
    ],
)  # fmt: skip
def test_other_initials_do_not(sigla: str, nombre: str) -> None:
    assert not abrevia(sigla, nombre.split())


def test_initials_may_leave_out_one_word_of_a_long_name() -> None:
    assert abrevia("cndp", "consejo nacional de desarrollo economico popular".split())


def test_how_far_initials_reach() -> None:
    assert inicia("cea", "comision estatal del agua de jalisco".split()) == 4
    assert inicia("cea", "comision estatal de bosques".split()) == 0


def spelt(equivalencias: Equivalencias, nombre: str) -> str:
    return " ".join(palabra.plegada for palabra in equivalencias.desplegar(leer(nombre).palabras))


@pytest.mark.parametrize(
    ("nombre", "dicho"),
    [
        ("INEGI", "instituto nacional de estadistica y geografia"),
        ("inegi", "instituto nacional de estadistica y geografia"),
        ("Sría. de Salud", "secretaria de salud"), ("SRIA DE SALUD", "secretaria de salud"),
        ("PyMEs", "pequenas y medianas empresas"), ("PYME's", "pequenas y medianas empresas"),
        ("Docente rural", "maestros rural"), ("Iniciativa Privada", "sector privado"), ("Iniciativa", "iniciativa"),
        ("SE", "secretaria de economia"), ("Lo que se sabe", "lo que se sabe"),
        ("Enlace con SE", "enlace con secretaria de economia"),
        ("Grupos sin nombre", "grupos sin nombre"), ("Salud, Sin.", "salud sinaloa"),
    ],
)  # fmt: skip
def test_synonyms_of_the_project(nombre: str, dicho: str) -> None:
    assert spelt(Equivalencias(SINONIMOS), nombre) == dicho


def test_a_long_name_has_synonyms_of_its_own() -> None:
    lista = [*SINONIMOS, Sinonimo(id="x", termino="SNTE", equivale="Sindicato de Docentes")]
    assert spelt(Equivalencias(lista), "SNTE") == "sindicato de maestros"


def test_a_synonym_without_words_is_none() -> None:
    lista = [Sinonimo(id="x", termino="¿?", equivale="Algo"), Sinonimo(id="y", termino="Algo", equivale="¡!")]
    assert spelt(Equivalencias(lista), "Algo") == "algo"


def test_initials_of_two_names_stand_for_none() -> None:
    dobles = [
        Sinonimo(id="a", termino="UAEM", equivale="Universidad Autónoma del Estado de México"),
        Sinonimo(id="b", termino="UAEM", equivale="Universidad Autónoma del Estado de Morelos"),
    ]
    equivalencias = Equivalencias(dobles)
    assert not equivalencias.conoce("uaem")
    assert spelt(equivalencias, "UAEM") == "uaem"


@pytest.mark.parametrize(
    ("nombre", "valores"),
    [
        ("Red del Agua del Norte", {"siglas": "RAN"}),
        ("Red del Agua del Norte (RAN)", {}),
        ("RAN", {"descripcion": "Es la Red del Agua del Norte, con sede en Sonora"}),
        ("RAN", {"notas": "Red del Agua del Norte"}),
        ("Comité de la Red del Agua del Norte (RAN)", {}),
    ],
)
def test_records_explain_their_own_initials(nombre: str, valores: dict[str, str]) -> None:
    equivalencias = Equivalencias(SINONIMOS)
    equivalencias.aprender(group("a", nombre, **valores), leer(nombre))
    assert equivalencias.conoce("ran")
    assert spelt(equivalencias, "Socios de la RAN") == "socios de la red del agua del norte"


@pytest.mark.parametrize(
    ("nombre", "valores"),
    [
        ("Dirección de Aguas", {"siglas": "RAN"}), ("Dirección de Aguas", {"siglas": "R-1"}),
        ("RAN", {"descripcion": "Vienen de Sonora"}), ("RAN", {}),
        ("INEGI", {"descripcion": "Instituto no electoral gris"}),
    ],
)  # fmt: skip
def test_initials_that_nothing_explains_stay_as_they_are(nombre: str, valores: dict[str, str]) -> None:
    equivalencias = Equivalencias(SINONIMOS)
    equivalencias.aprender(group("a", nombre, **valores), leer(nombre))
    assert not equivalencias.conoce("ran")
    assert "gris" not in spelt(equivalencias, "INEGI")


def test_initials_said_after_a_name_are_its_own_though_they_leave_words_out() -> None:
    def learnt(nombre: str) -> bool:
        equivalencias = Equivalencias(SINONIMOS)
        equivalencias.aprender(group("a", nombre), leer(nombre))
        return equivalencias.conoce(leer(nombre).siglas[0])

    assert learnt("Red Regional de la Crianza y Venta de Peces (REVEPE)")
    assert not learnt("Red Regional de la Crianza y Venta de Peces (REVEMO)")
    assert not learnt("Cámara de Diputados del Norte (MORENA)")
    assert not learnt("Red Crianza de Peces (RPE)")
    assert not learnt("Red Pesquera (RSQRA)")
    assert not learnt("(RSQRA) Red Pesquera de Quesos Rurales")


def test_initials_may_be_part_of_a_word() -> None:
    palabras = leer("Social TIC").palabras
    assert [p.plegada for p in Equivalencias(SINONIMOS).desplegar(palabras, {"socialtic"})] == ["socialtic"]


def test_words_written_as_one_or_apart_become_the_usual_ones() -> None:
    apartes = Pegadas([["medio", "ambiente"], ["medio", "ambiente"], ["medioambiente"]])
    assert "medioambiente" in apartes
    assert "medio" not in apartes
    assert apartes.en(["medioambiente"], 0) == (["medi", "ambient"], 1)
    juntas = Pegadas([["medio", "ambiente"], ["el", "medioambiente"], ["medioambiente"]])
    assert "medio" in juntas
    assert juntas.en(["el", "medio", "ambiente"], 1) == (("medioambient",), 2)
    assert juntas.en(["medio", "rural"], 0) == ((), 0)


def test_several_words_may_have_been_written_as_one() -> None:
    nombres = [["medios", "de", "comunicacion"], ["comite", "de", "salud", "rural"], ["mediosdecomunicacion"]]
    assert Pegadas(nombres).en(["mediosdecomunicacion"], 0) == (["medi", "comunicacion"], 1)
    tres = Pegadas([["salud", "rural", "joven"], ["saludruraljoven"]])
    assert tres.en(["saludruraljoven"], 0) == (["salud", "rural", "joven"], 1)


def test_words_that_nobody_writes_together_stay_as_they_are() -> None:
    assert "autobus" not in Pegadas([["autobus"], ["auto"], ["bus"]])
