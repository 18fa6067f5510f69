"""Every error of the user has its sentence: what happened and what to do, filled in with what the error carries."""

from __future__ import annotations

import ast
import re
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.mensajes import MENSAJES, REINTENTABLES, mensaje
from promueve_gui.domain.errors import UserError
from tests.arquitectura.fuentes import PACKAGE, fuentes

if TYPE_CHECKING:
    from collections.abc import Iterator


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Yield where each error is made with a code that is written out, its code and the names of its data."""
    for fuente in fuentes(PACKAGE):
        for node in ast.walk(fuente.tree):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UserError"):
                continue
            code = node.args[0] if node.args else None
            if isinstance(code, ast.Constant) and all(keyword.arg for keyword in node.keywords):
                yield f"{fuente.name}:{node.lineno}", str(code.value), {str(k.arg) for k in node.keywords}


def wanted(code: str) -> set[str]:
    """Return the names of the data that a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(MENSAJES[code]) if name is not None}


def test_every_error_that_is_raised_has_its_sentence() -> None:
    assert [(where, code) for where, code, _ in raised() if code not in MENSAJES] == []


def test_every_error_carries_what_its_sentence_needs() -> None:
    lacking = [(where, wanted(code) - data) for where, code, data in raised() if code in MENSAJES]
    assert [(where, names) for where, names in lacking if names] == []


@pytest.mark.parametrize("code", sorted(MENSAJES))
def test_a_sentence_is_fit_to_be_read(code: str) -> None:
    sentence = MENSAJES[code]
    assert sentence[0].isupper() or sentence[0] in "«¿¡"
    assert re.search(r"[.»:}]$", sentence)
    assert "  " not in sentence
    assert not re.search(r"\b(tu|tus|error|SQLite|null|None)\b", sentence)


def test_the_sentences_stand_in_order() -> None:
    assert list(MENSAJES) == sorted(MENSAJES)


def test_the_data_of_the_error_stand_in_its_sentence() -> None:
    assert mensaje(UserError("archivo_no_existe", archivo="a{b}.promueve")) == (
        "No se encontró «a{b}.promueve». Revise el nombre y la carpeta."
    )


def test_counts_part_their_thousands() -> None:
    assert "tiene más de 1,000,000 celdas con datos." in mensaje(
        UserError("fuente_demasiadas_celdas", archivo="a.csv", limite=1_000_000)
    )


def test_what_may_be_tried_again_has_a_sentence() -> None:
    assert set(MENSAJES) >= REINTENTABLES
