"""Values as people read and type them: one way out and the same way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.fechas_leidas import ANIO_MAXIMO, ANIO_MINIMO
from promueve_gui.domain.ficha import Campo, Tipo, campos
from promueve_gui.domain.formato import (
    COMPARABLES,
    ValorInvalidoError,
    citar,
    leer,
    leer_fecha,
    leer_referencia,
    mostrar,
)
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import compuesto, en_un_renglon, sin_controles
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje, Frecuencia
from tests.generated import valor

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro, Valor

GRUPO, LINEA = campos(GrupoUsuarios), campos(LineaPlan)
ENTERO = Campo("Alcance", Tipo.ENTERO)
FRECUENCIA = campos(next(t for t in TIPOS if t.ENTIDAD == "recurso"))["frecuencia"]


def proyecto(*registros: Registro) -> Proyecto:
    """Return a project that holds these records."""
    nuevo = Proyecto()
    nuevo.apply(alta(registro) for registro in registros)
    return nuevo


AREA = AreaGeneradora(id="a", nombre="Dirección de Estadística")
CAMARAS = GrupoUsuarios(id="g", nombre="Cámaras de comercio", area="a")
UNIVERSIDADES = GrupoUsuarios(id="h", nombre="Universidades; centros", area="a")
ACTUAL = proyecto(AREA, CAMARAS, UNIVERSIDADES)


def sentence(campo: Campo, texto: str, actual: Proyecto = ACTUAL) -> str:
    """Return what the user is told about a text that does not fit."""
    with pytest.raises(ValorInvalidoError) as caught:
        leer(campo, texto, actual)
    return str(caught.value)


@pytest.mark.parametrize(
    ("campo", "dado", "texto"),
    [
        (GRUPO["nombre"], "Peña", "Peña"),
        (GRUPO["nombre"], "", ""),
        (GRUPO["poder"], 4, "4"),
        (GRUPO["poder"], None, ""),
        (ENTERO, 0, "0"),
        (GRUPO["prioritario"], True, "Sí"),
        (GRUPO["prioritario"], False, "No"),
        (GRUPO["clase"], ClaseGrupo.SOCIEDAD, "Otros sectores de la sociedad"),
        (GRUPO["clase"], None, ""),
        (
            GRUPO["ejes"],
            frozenset({Eje.EFICIENCIA, Eje.CRECIMIENTO}),
            "Crecimiento económico; Eficiencia gubernamental",
        ),
        (GRUPO["ejes"], frozenset(), ""),
        (GRUPO["area"], "a", "Dirección de Estadística"),
        (GRUPO["area"], None, ""),
        (LINEA["fecha"], date(2026, 2, 5), "05/02/2026"),
        (LINEA["fecha"], None, ""),
        (LINEA["grupos"], ("g",), "Cámaras de comercio"),
        (LINEA["grupos"], ("h", "g"), "Universidades; centros; Cámaras de comercio"),
        (LINEA["grupos"], (), ""),
    ],
)
def test_what_is_shown_is_read_back(campo: Campo, dado: Valor, texto: str) -> None:
    assert mostrar(campo, dado, ACTUAL) == texto
    assert leer(campo, texto, ACTUAL) == dado


@pytest.mark.parametrize(
    ("campo", "texto", "leido"),
    [
        (GRUPO["nombre"], "  dos   palabras\t", "dos palabras"),
        (GRUPO["descripcion"], " dos\n renglones ", " dos\n renglones "),
        (GRUPO["nombre"], "a\x07b\x0bc\u202ed\x00", "ab cd"),
        (GRUPO["descripcion"], "uno\x07\x0bdos\x00\n", "uno\ndos\n"),
        (GRUPO["prioritario"], "si", True),
        (GRUPO["prioritario"], "X", True),
        (GRUPO["prioritario"], "", False),
        (GRUPO["prioritario"], "FALSO", False),
        (GRUPO["poder"], " 5 ", 5),
        (GRUPO["poder"], "3.0", 3),
        (ENTERO, "1,234,567", 1234567),
        (ENTERO, "12 000", 12000),
        (GRUPO["clase"], "gobierno", ClaseGrupo.GOBIERNO),
        (GRUPO["clase"], "OTROS SECTORES DE LA SOCIEDAD", ClaseGrupo.SOCIEDAD),
        (FRECUENCIA, "r/p1m", Frecuencia.MENSUAL),
        (
            GRUPO["ejes"],
            "Crecimiento economico;\neficiencia_gubernamental;",
            frozenset({Eje.CRECIMIENTO, Eje.EFICIENCIA}),
        ),
        (
            GRUPO["ejes"],
            "Crecimiento economico, eficiencia gubernamental",
            frozenset({Eje.CRECIMIENTO, Eje.EFICIENCIA}),
        ),
        *(
            (GRUPO["ejes"], escrito, frozenset({Eje.CRECIMIENTO, Eje.EFICIENCIA}))
            for escrito in (
                "1) Crecimiento económico\n2) Eficiencia gubernamental",
                "Crecimiento económico y Eficiencia gubernamental",
                "• crecimiento economico / eficiencia_gubernamental.",
            )
        ),
        (GRUPO["area"], " direccion  de estadistica ", "a"),
        (LINEA["fecha"], "5/2/2026", date(2026, 2, 5)),
        (LINEA["fecha"], "5-2-2026", date(2026, 2, 5)),
        (LINEA["fecha"], "5.2.2026", date(2026, 2, 5)),
        (LINEA["fecha"], "2026-02-05", date(2026, 2, 5)),
        (LINEA["fecha"], "2026-02-05T00:00:00", date(2026, 2, 5)),
        (LINEA["fecha"], "5/2/26", date(2026, 2, 5)),
        (LINEA["fecha"], "5 feb 2026", date(2026, 2, 5)),
        (LINEA["fecha"], "5 de febrero de 2026", date(2026, 2, 5)),
        (LINEA["fecha"], "25-nov-26", date(2026, 11, 25)),
        (LINEA["fecha"], "46058", date(2026, 2, 5)),
        (LINEA["grupos"], "camaras de comercio;cámaras de comercio", ("g",)),
        (LINEA["grupos"], "Cámaras de comercio\nUniversidades; centros", ("g", "h")),
    ],
)
def test_people_type_in_many_ways(campo: Campo, texto: str, leido: Valor) -> None:
    assert leer(campo, texto, ACTUAL) == leido


@pytest.mark.parametrize(
    ("campo", "texto", "dice"),
    [
        (
            GRUPO["ejes"],
            "Crecimiento economico, inexistente; nada; inexistente",
            (
                "«inexistente» no está entre los valores de «Ejes estratégicos»; elija uno de la lista. "
                "«nada» no está entre los valores de «Ejes estratégicos»; elija uno de la lista."
            ),
        ),
        *(
            (LINEA["estado"], dicho, f"«{dicho}» no está entre los valores de «Estado»; ¿quiso decir «{estado}»?")
            for dicho, estado in [
                ("Concluida", "Hecha"),
                ("realizado", "Hecha"),
                ("listo", "Lista"),
                ("En proceso", "En elaboración"),
                ("Programada", "Planeada"),
                ("SUSPENDIDA", "Cancelada"),
            ]
        ),
        (LINEA["canal"], "Concluida", "«Concluida» no está entre los valores de «Canal»; elija uno de la lista."),
        (GRUPO["clase"], "otro", "«otro» no está entre los valores de «Clase»; elija uno de la lista."),
        (GRUPO["clase"], "Otros", "«Otros» no está entre los valores de «Clase»; elija uno de la lista."),
        (
            GRUPO["clase"],
            "Otras instituciones",
            (
                "«Otras instituciones» no está entre los valores de «Clase»; "
                "¿quiso decir «Otras instituciones de gobierno»?"
            ),
        ),
        (GRUPO["prioritario"], "quizá", "«quizá» no se entiende aquí; escriba «Sí» o «No»."),
        (GRUPO["poder"], "6", "«6» no sirve en «Poder»; escriba un número del 1 al 5."),
        (GRUPO["poder"], "0", "«0» no sirve en «Poder»; escriba un número del 1 al 5."),
        (ENTERO, "-3", "«-3» no sirve en «Alcance»; escriba un número entero."),
        (ENTERO, "1.5", "«1.5» no sirve en «Alcance»; escriba un número entero."),
        (ENTERO, "9" * 19, f"«{'9' * 19}» no sirve en «Alcance»; escriba un número entero."),
        (ENTERO, "²", "«²» no sirve en «Alcance»; escriba un número entero."),
        (
            LINEA["fecha"],
            "31/02/2026",
            "«31/02/2026» no existe en el calendario; escríbala como dd/mm/aaaa, por ejemplo 05/02/2026.",
        ),
        (
            LINEA["fecha"],
            "05/02/0026",
            "«05/02/0026» tiene un año fuera de 1900 a 2100; escríbala como dd/mm/aaaa, por ejemplo 05/02/2026.",
        ),
        (LINEA["fecha"], "s/f", "«s/f» no es una fecha; escríbala como dd/mm/aaaa, por ejemplo 05/02/2026."),
        (LINEA["fecha"], "ayer", "«ayer» no es una fecha; escríbala como dd/mm/aaaa, por ejemplo 05/02/2026."),
        (
            GRUPO["clase"],
            "goberno",
            "«goberno» no está entre los valores de «Clase»; ¿quiso decir «Otras instituciones de gobierno»?",
        ),
        (
            GRUPO["clase"],
            "Dentro de la institucón",
            "«Dentro de la institucón» no está entre los valores de «Clase»; ¿quiso decir «Dentro de la institución»?",
        ),
        (
            GRUPO["area"],
            "Dirección de Estadistcas",
            (
                "«Dirección de Estadistcas» no está entre los valores de «Área generadora»; "
                "¿quiso decir «Dirección de Estadística»?"
            ),
        ),
        (GRUPO["ejes"], "Marte", "«Marte» no está entre los valores de «Ejes estratégicos»; elija uno de la lista."),
        (
            LINEA["grupos"],
            "Cámaras de comercio; Nadie",
            "«Nadie» no está entre los valores de «Grupos de usuarios»; elija uno de la lista.",
        ),
    ],
)
def test_what_does_not_fit_gets_one_sentence(campo: Campo, texto: str, dice: str) -> None:
    assert sentence(campo, texto) == dice


MERCADOS = GrupoUsuarios(id="m", nombre="Mercados, tianguis y ferias", area="a")
PRENSA = GrupoUsuarios(id="p", nombre="Prensa", area="a")


@pytest.mark.parametrize(
    ("texto", "ids"),
    [
        ("camaras de comercio, Prensa", ("g", "p")),
        ("Prensa y Cámaras de comercio.", ("p", "g")),
        ("Mercados, tianguis y ferias, Prensa y Cámaras de comercio", ("m", "p", "g")),
        ("Prensa, Mercados, tianguis y ferias, y Cámaras de comercio", ("p", "m", "g")),
        ("Cámaras de comercio/Prensa; Universidades; centros", ("g", "p", "h")),
        ("• Prensa\n• Cámaras de comercio", ("p", "g")),
        ("1. Prensa\n2) Cámaras de comercio", ("p", "g")),
    ],
)
def test_a_list_of_groups_is_read_however_its_parts_are_told_apart(texto: str, ids: tuple[Any, ...]) -> None:
    assert leer(LINEA["grupos"], texto, proyecto(AREA, CAMARAS, UNIVERSIDADES, MERCADOS, PRENSA)) == ids


@pytest.mark.parametrize(
    "texto", ["Prensa, Nadie", "Nadie y Prensa", "Mercados", "-", "Prensa" + ", Prensa, Nadie" * 9]
)
def test_a_list_with_a_group_that_nobody_knows_is_doubtful_as_a_whole(texto: str) -> None:
    dice = sentence(LINEA["grupos"], texto, proyecto(AREA, MERCADOS, PRENSA))
    assert dice.startswith(f"«{citar(texto)}» no está entre los valores de «Grupos de usuarios»")


def test_two_of_the_same_name_must_be_told_apart_by_hand() -> None:
    actual = proyecto(AREA, replace(AREA, id="b"))
    dice = "Hay 2 áreas que se llaman «Dirección de Estadística»; elija en la ficha cuál es."
    assert sentence(GRUPO["area"], AREA.nombre, actual) == dice


def test_a_withdrawn_record_is_not_to_be_chosen() -> None:
    actual = proyecto(replace(AREA, retirado="Desapareció"))
    with pytest.raises(ValorInvalidoError):
        leer_referencia(GRUPO["area"], AREA.nombre, actual)


def test_initials_that_one_record_has_stand_for_its_name() -> None:
    estadistica, otra = (AreaGeneradora(id=i, nombre=n, siglas="DE") for i, n in (("e", "Estadística"), ("o", "DE")))
    assert leer_referencia(GRUPO["area"], "de", proyecto(estadistica)) == "e"
    assert leer_referencia(GRUPO["area"], "DE", proyecto(estadistica, otra)) == "o"  # a name goes first
    assert sentence(LINEA["conjunto"], "DE", proyecto(estadistica)).endswith("elija uno de la lista.")
    tercera = AreaGeneradora(id="t", nombre="Encuestas", siglas="De")
    assert sentence(GRUPO["area"], "DE", proyecto(estadistica, tercera)).startswith("Hay 2 áreas que se llaman «DE»")


def test_among_very_many_names_the_one_that_begins_alike_is_proposed() -> None:
    many = [AreaGeneradora(id=str(n), nombre=f"Unidad {n:04}") for n in range(COMPARABLES)]
    actual = proyecto(*many, AREA)
    assert sentence(GRUPO["area"], "Direccion de Estadisticas", actual).endswith("«Dirección de Estadística»?")


def test_a_year_of_long_ago_is_shown_whole() -> None:
    assert mostrar(LINEA["fecha"], date(26, 2, 5), ACTUAL) == "05/02/0026"


@given(st.dates(date(ANIO_MINIMO, 1, 1), date(ANIO_MAXIMO, 12, 31)))
def test_every_day_is_read_back(dia: date) -> None:
    assert leer_fecha(mostrar(LINEA["fecha"], dia, ACTUAL)) == leer_fecha(dia.isoformat()) == dia


@given(st.data(), st.sampled_from(TIPOS))
def test_every_value_that_is_shown_is_read_back(data: st.DataObject, tipo: type[Registro]) -> None:
    for campo in campos(tipo).values():
        if not campo.destino:
            dado = data.draw(valor(campo))
            if isinstance(dado, str) and campo.tipo is not Tipo.OPCION:  # read without what is no text
                dado = compuesto(sin_controles(dado)) if campo.tipo is Tipo.TEXTO_LARGO else en_un_renglon(dado)
            assume(not isinstance(dado, int) or dado < 10**18)
            assume(not isinstance(dado, date) or ANIO_MINIMO <= dado.year <= ANIO_MAXIMO)
            mostrado = mostrar(campo, dado, ACTUAL)
            leido = leer(campo, mostrado, ACTUAL)
            # Formatting is not shown, so it is not read back; the words are.
            assert (mostrar(campo, leido, ACTUAL) == mostrado) if campo.rico else (leido == dado)


@given(st.lists(st.sampled_from(["g", "h"]), unique=True).map(tuple))
def test_links_are_read_back_in_their_order(ids: tuple[Any, ...]) -> None:
    assert leer(LINEA["grupos"], mostrar(LINEA["grupos"], ids, ACTUAL), ACTUAL) == ids


def test_text_that_looks_like_html_or_a_formula_is_only_text() -> None:
    campo = campos(Contenido)["cuerpo"]
    assert leer(campo, "=SUMA(A1) <b>", ACTUAL) == mostrar(campo, "=SUMA(A1) <b>", ACTUAL) == "=SUMA(A1) <b>"


def test_accents_apart_from_their_letters_are_put_into_them() -> None:
    campo = campos(Contenido)["notas"]
    assert campo.tipo is Tipo.TEXTO_LARGO
    assert leer(campo, "educacio\u0301n\nnin\u0303ez", Proyecto()) == "educación\nniñez"


@pytest.mark.parametrize(
    ("texto", "citado"),
    [
        ("Uno\n dos ", "Uno dos"),
        ("Datos " * 60, "Datos " * 12 + "Datos…"),
        ("x" * 200, f"{'x' * 79}…"),
        ("«Un puente», dijo.", "“Un puente”, dijo."),
    ],
    ids=["short", "of many words", "of one word", "a quotation"],
)
def test_a_sentence_repeats_as_much_of_a_text_as_it_may(texto: str, citado: str) -> None:
    assert citar(texto) == citado
