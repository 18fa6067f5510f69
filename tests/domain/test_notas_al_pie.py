"""Notes below a table are told from the names of groups."""

from __future__ import annotations

import pytest

from promueve_gui.domain.devueltos import Celda, FilaDevuelta, HojaDevuelta
from promueve_gui.domain.notas_al_pie import footnotes, is_note


@pytest.mark.parametrize(
    "texto",
    [
        "Total",
        "TOTAL: 8 grupos",
        "Total 8",
        "Total de grupos: 8",
        "Subtotal",
        "Elaboró: Juan Pérez",
        "Elaborado por la Dirección",
        "Revisó: X",
        "Vo. Bo.: Y",
        "Fuente: INEGI",
        "Fecha de corte: 2026",
        "Nota: ver anexo",
        "Observaciones: ninguna",
        "* Los grupos se revisaron en marzo",
        "---",
        "Ninguno",
        "No tenemos grupos",
        "Sin cambios",
    ],
)
def test_what_reads_like_a_note(texto: str) -> None:
    assert is_note(texto)


@pytest.mark.parametrize(
    "texto",
    [
        "Total Play",
        "Revisores de cuentas",
        "Elaboradores de quesos",
        "Notarios públicos",
        "Fuentes periodísticas",
        "Responsables de transparencia",
        "Validadores: comité",
        "Fechas",
        "Ninguneados del sistema",
        "Sin techo",
        "No videntes",
        "A*",
    ],
)
def test_what_is_the_name_of_a_group(texto: str) -> None:
    assert not is_note(texto)


def sheet(*filas: tuple[int, tuple[Celda, ...]]) -> HojaDevuelta:
    """Return a sheet with these rows, each by its number."""
    return HojaDevuelta(
        nombre="Grupos",
        entidad="grupo_usuarios",
        campos=("nombre", "notas"),
        letras=("B", "C"),
        filas=[FilaDevuelta(renglon, "", celdas) for renglon, celdas in filas],
    )


def test_lone_cells_after_a_gap_are_footnotes() -> None:
    hoja = sheet((2, ("A", "x")), (3, ("B", None)), (4, (None, "")), (5, ("C", None)), (6, ("D", "")), (9, ("E", None)))
    assert footnotes(hoja) == {5, 6, 9}


def test_a_sum_or_two_who_sign_are_no_rows_with_which_a_table_goes_on() -> None:
    hoja = sheet(
        (2, ("A", "x")), (5, ("Total", 9)), (6, ("Elaboró: Ana", "Revisó: Luis")), (7, ("Tabla del año", None))
    )
    assert footnotes(hoja) == {5, 6, 7}


def test_a_table_that_goes_on_after_a_gap_has_none() -> None:
    assert footnotes(sheet((2, ("A", "x")), (5, ("B", None)), (6, ("C", "y")))) == frozenset()


def test_neither_has_one_without_gaps_nor_an_empty_one() -> None:
    assert footnotes(sheet((2, ("A", None)), (3, ("B", None)))) == frozenset()
    assert footnotes(sheet()) == frozenset()
