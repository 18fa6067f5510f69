"""What cells mean: whichever way they were saved, a value of their field, or a sentence and what was probably meant."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.celdas import canonical
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.ficha import TEXTUALES, Campo, Tipo, campos
from promueve_gui.domain.formato import LARGO_CITADO, mostrar
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.interpretacion import Columna, Conocido, DudosoError, cell_text
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import en_un_renglon
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje
from tests.generated import valor
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.devueltos import Celda
    from promueve_gui.domain.ficha import Valor

GRUPO, USO, LINEA = campos(GrupoUsuarios), campos(UsoDatos), campos(LineaPlan)
ENTERO = Campo("Alcance", Tipo.ENTERO)
PROYECTO = project_of(
    AreaGeneradora(id="a", nombre="Museos"),
    GrupoUsuarios(id="g", nombre="Cámaras de comercio", area="a"),
    GrupoUsuarios(id="h", nombre="Universidades", area="a"),
)


def column(campo: Campo, **conocidos: Conocido) -> Columna:
    return Columna(campo, PROYECTO, PROYECTO, lambda: conocidos)


def doubt(campo: Campo, celda: Celda, **conocidos: Conocido) -> tuple[str, Valor]:
    with pytest.raises(DudosoError) as caught:
        column(campo, **conocidos).read(celda)
    return str(caught.value), caught.value.cercano


@pytest.mark.parametrize(
    ("celda", "texto"),
    [
        (None, ""),
        (ILEGIBLE, ""),
        ("  Peña  ", "Peña"),
        (5, "5"),
        (5.0, "5"),
        (5.25, "5.25"),
        (0.1 + 0.2, "0.3"),
        (True, "Sí"),
        (False, "No"),
        (date(2026, 2, 5), "05/02/2026"),
    ],
)
def test_a_cell_says_the_same_whichever_program_saved_it(celda: Celda, texto: str) -> None:
    assert cell_text(celda) == texto


@pytest.mark.parametrize(
    ("campo", "celda", "leido"),
    [
        (GRUPO["nombre"], "  Cámaras \n de comercio", "Cámaras de comercio"),
        (GRUPO["descripcion"], "uno\r\n dos", "uno\ndos"),
        (GRUPO["siglas"], 12, "12"),
        (GRUPO["clase"], "SOCIEDAD", ClaseGrupo.SOCIEDAD),
        (GRUPO["clase"], None, None),
        (GRUPO["prioritario"], True, True),
        (GRUPO["prioritario"], "x", True),
        (GRUPO["poder"], 4.0, 4),
        (LINEA["fecha"], date(2026, 2, 5), date(2026, 2, 5)),
        (LINEA["fecha"], "5 de febrero de 2026", date(2026, 2, 5)),
        (LINEA["grupos"], "Universidades; camaras de comercio", ("h", "g")),
        (USO["grupo"], "universidades", "h"),
        (USO["grupo"], None, None),
    ],
)
def test_cells_are_read_as_people_write_them(campo: Campo, celda: Celda, leido: Valor) -> None:
    columna = column(campo)
    assert (columna.read(celda), columna.read(celda)) == (leido, leido)


@pytest.mark.parametrize(
    ("campo", "celda", "cercano"),
    [
        (GRUPO["poder"], 9, 5),
        (GRUPO["poder"], 0, 1),
        (GRUPO["poder"], "2,6", 3),
        (GRUPO["poder"], "mucho", None),
        (GRUPO["poder"], "5 - muy alto", 5),
        (GRUPO["poder"], "4 de 5", 4),
        (GRUPO["poder"], "3/5", 3),
        (GRUPO["poder"], "entre 3 y 4", None),
        (GRUPO["poder"], float("inf"), None),
        (ENTERO, -3, 0),
        (ENTERO, 7.4, 7),
        (GRUPO["prioritario"], "sí, mucho", True),
        (GRUPO["prioritario"], "no tanto", False),
        (GRUPO["prioritario"], "quizá", None),
        (GRUPO["clase"], "socieda", ClaseGrupo.SOCIEDAD),
        (GRUPO["clase"], "zzz", None),
        (GRUPO["clase"], "Interno", ClaseGrupo.DENTRO),
        (GRUPO["ejes"], "colaboracion_ciudadana; Eficiencia", frozenset({Eje.COLABORACION, Eje.EFICIENCIA})),
        (GRUPO["ejes"], "Colaboración ciudadana; zzz", None),
        (LINEA["fecha"], "31/02/2026", None),
        (LINEA["grupos"], "Nadie", None),
        (USO["grupo"], "Universidad", "h"),
        (USO["grupo"], "Marcianos", None),
    ],
)
def test_what_cannot_be_read_comes_with_what_was_probably_meant(campo: Campo, celda: Celda, cercano: Valor) -> None:
    mensaje, hallado = doubt(campo, celda)
    assert hallado == cercano
    assert mensaje.endswith((".", "?"))
    assert doubt(campo, celda) == (mensaje, hallado)


@pytest.mark.parametrize(
    ("campo", "celda", "dicho"),
    [
        (GRUPO["poder"], "7", "«7» no sirve en «Poder»; escriba un número del 1 al 5. El valor más cercano es «5»."),
        (GRUPO["prioritario"], "sí, mucho", "escriba «Sí» o «No». El valor más cercano es «Sí»."),
        (GRUPO["poder"], "mucho", "escriba un número del 1 al 5."),
        (GRUPO["clase"], "socieda", "¿quiso decir «Otros sectores de la sociedad»?"),
    ],
)
def test_the_sentence_names_the_nearest_value(campo: Campo, celda: Celda, dicho: str) -> None:
    assert doubt(campo, celda)[0].endswith(dicho)


@pytest.mark.parametrize(
    "celda", ["Universidades; Cámaras de comercio", "universidades, Inegi", "INEGI\nUniversidades"]
)
def test_several_where_one_goes_are_to_be_parted(celda: str) -> None:
    mensaje, cercano = doubt(USO["grupo"], celda, inegi=Conocido("n", "INEGI"))
    assert (mensaje[-len("repita el renglón para cada uno.") :], cercano) == ("repita el renglón para cada uno.", None)
    assert "quiso decir" in doubt(USO["grupo"], "Universidades; Marcianos")[0]


@pytest.mark.parametrize("campo", [GRUPO["poder"], GRUPO["clase"], GRUPO["prioritario"], LINEA["fecha"]])
def test_a_sentence_does_not_repeat_whole_pages(campo: Campo) -> None:
    mensaje, _ = doubt(campo, "página " * 4000)
    assert len(mensaje) < 3 * LARGO_CITADO
    assert "…»" in mensaje


def test_names_mean_what_they_mean_in_the_file() -> None:
    nuevo = Conocido("n", "INEGI")
    columna = column(USO["grupo"], inegi=nuevo, universidades=Conocido("u", "Universidades"))
    assert [columna.read(nombre) for nombre in ("Inegi", "Universidades", "Cámaras de comercio")] == ["n", "u", "g"]
    mensaje, cercano = doubt(USO["grupo"], "INEGGI", inegi=nuevo, declinado=Conocido("", "INEGGI"))
    assert (mensaje[-len("¿quiso decir «INEGI»?") :], cercano) == ("¿quiso decir «INEGI»?", "n")


def test_a_name_that_several_have_is_not_guessed() -> None:
    doble = project_of(*(GrupoUsuarios(id=i, nombre="Escuelas") for i in "ab"))
    with pytest.raises(DudosoError, match="Hay 2 grupos") as caught:
        Columna(USO["grupo"], doble, doble).read("Escuelas")
    assert caught.value.cercano is None


CAMPOS = [campo for tipo in TIPOS for campo in campos(tipo).values() if not campo.destino]


@given(st.sampled_from(CAMPOS).flatmap(lambda campo: st.tuples(st.just(campo), valor(campo))))
def test_what_was_written_is_what_was_sent_and_is_read_back(par: tuple[Campo, Any]) -> None:
    campo, dado = par
    columna = column(campo)
    escrito = mostrar(campo, dado, PROYECTO)
    assert columna.says(escrito, dado)
    assert columna.says(escrito or None, dado)
    assert columna.says(dado, dado)
    assert columna.written(dado) == canonical(escrito)
    try:
        leido = columna.read(escrito)
    except DudosoError:
        # A year in which no file was written, or a number that no count reaches.
        assert campo.tipo is Tipo.FECHA or dado >= 10**18
        return
    if campo.tipo not in TEXTUALES:
        assert leido == dado
    elif campo.tipo is Tipo.TEXTO_LARGO:
        assert columna.written(leido) == columna.written(dado)
    else:
        assert leido == en_un_renglon(canonical(escrito))
