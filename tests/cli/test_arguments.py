"""What is asked from the terminal: understood, or answered with a Spanish sentence."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from promueve_gui.cli.arguments import Opcion, Orden, Pedido, UsageError, parse
from promueve_gui.cli.calls import CALLS
from promueve_gui.cli.help_text import call_help, general_help

ORDENES = {orden.nombre: orden for orden, _ in CALLS}


def asked(*argv: str) -> Pedido:
    return parse(argv, ORDENES)


def sentence(*argv: str) -> str:
    with pytest.raises(UsageError) as caught:
        parse(argv, ORDENES)
    return str(caught.value)


def test_files_and_options_may_come_in_any_order() -> None:
    pedido = asked("importar", "--area", "Archivo", "p.promueve", "--json", "a.csv", "b.xlsx", "--unir")
    assert pedido.archivo == Path("p.promueve")
    assert pedido.fuentes == [Path("a.csv"), Path("b.xlsx")]
    assert pedido.opciones == {"--area": "Archivo", "--json": "", "--unir": ""}


def test_values_may_be_joined_with_an_equals_sign_and_begin_with_a_hyphen() -> None:
    assert asked("importar", "p", "a", "--area=Área: 1=2").opciones == {"--area": "Área: 1=2"}
    assert asked("importar", "p", "a", "--area", "-1").opciones == {"--area": "-1"}


def test_after_two_hyphens_everything_is_a_file() -> None:
    assert asked("importar", "--", "p.promueve", "--json", "-").fuentes == [Path("--json"), Path("-")]


def test_paths_and_days_are_read_from_options() -> None:
    assert asked("exportar", "p", "--mapa", "M.xlsx").path("--mapa") == Path("M.xlsx")
    assert asked("exportar", "p", "--mapa", "M.xlsx").path("--plan") is None
    assert asked("revisar", "p", "--fecha", "2026-02-05").fecha("--fecha") == date(2026, 2, 5)
    assert asked("revisar", "p").fecha("--fecha") is None


def test_a_day_that_is_none_gets_a_sentence() -> None:
    with pytest.raises(UsageError, match="«ayer» no es una fecha; escríbala como AAAA-MM-DD"):
        asked("revisar", "p", "--fecha", "ayer").fecha("--fecha")


@pytest.mark.parametrize("fecha", ["0001-01-01", "1900-12-31", "2100-01-01", "9999-12-31"])
def test_a_year_too_far_away_is_refused(fecha: str) -> None:
    with pytest.raises(UsageError, match=f"«{fecha}» tiene un año demasiado lejano; escriba uno de 1901 a 2099"):
        asked("ejemplo", "p", "--fecha", fecha).fecha("--fecha")


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ((), "Falta decir qué hacer."),
        (("importa", "p"), "No existe la orden «importa». ¿Quiso decir «importar»?"),
        (("xyz",), "No existe la orden «xyz»."),
        (("revisar",), "Falta el archivo del proyecto: revisar ARCHIVO [--fecha AAAA-MM-DD] [--json]."),
        (("revisar", "p", "q"), "Sobra «q»: «revisar» toma un solo archivo."),
        (("revisar", "p", "--jsn"), "«revisar» no tiene la opción «--jsn». ¿Quiso decir «--json»?"),
        (("revisar", "p", "-x"), "«revisar» no tiene la opción «-x»."),
        (("revisar", "p", "--json", "--json"), "La opción «--json» viene dos veces."),
        (("revisar", "p", "--json=sí"), "La opción «--json» no lleva valor."),
        (("revisar", "p", "--fecha"), "Falta el valor de «--fecha»: --fecha AAAA-MM-DD."),
        (("revisar", "p", "--fecha", "--json"), "Falta el valor de «--fecha»: --fecha AAAA-MM-DD."),
        (("revisar", "p", "--fecha= "), "Falta el valor de «--fecha»: --fecha AAAA-MM-DD."),
        (("consolidar", "p"), "Falta decir qué archivos: consolidar ARCHIVO FUENTE… [--json]."),
        (("nuevo", "p", "--siglas", "SF"), "Falta «--institucion NOMBRE»: nombre de la institución."),
        (("revisar", ""), "El nombre de un archivo está vacío o tiene signos que no se permiten."),
        (("revisar", "."), "«.» es una carpeta; escriba el nombre de un archivo."),
        (("ejemplo", ".."), "«..» es una carpeta; escriba el nombre de un archivo."),
        (("importar", "p", "/"), "«/» es una carpeta; escriba el nombre de un archivo."),
        (("revisar", "a\0b"), "El nombre de un archivo está vacío o tiene signos que no se permiten."),
    ],
)
def test_what_is_wrong_is_said(argv: tuple[str, ...], expected: str) -> None:
    assert sentence(*argv) == expected


def test_the_help_names_every_call_and_the_exit_codes() -> None:
    text = general_help(ORDENES.values())
    assert all(f"  {nombre} " in text for nombre in ORDENES)
    assert all(opcion in text for opcion in ("--autoprueba", "--version", "--ayuda", "Termina con 0"))


def test_the_help_names_the_program_as_it_is_called_here(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Uso: python main.py " in general_help(ORDENES.values())
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "Uso: promueve " in general_help(ORDENES.values())
    assert all(call_help(orden).startswith("Uso: promueve ") for orden in ORDENES.values())


def test_the_help_of_a_call_names_its_options() -> None:
    for orden in ORDENES.values():
        text = call_help(orden)
        assert orden.uso in text
        assert all(opcion.ayuda in text for opcion in orden.opciones)


def test_options_that_must_be_given_are_not_in_brackets() -> None:
    orden = Orden("x", "hace algo", (Opcion("--a", "A", "ayuda", requerida=True), Opcion("--b", "", "ayuda")))
    assert orden.uso == "x ARCHIVO --a A [--b]"
