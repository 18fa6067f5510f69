"""Whatever people do to a document, exactly that comes back: edits at random, with tracking on and off."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.pertenencia import es_de_varios
from tests.adapters.word.devueltos import Salida, changes, lines
from tests.adapters.word.ediciones import Mesa
from tests.adapters.word.muestras import BOLETIN, HISTORIA

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.contenidos import Contenido

VECES, EDICIONES = 8, 5


@pytest.mark.parametrize("track", [False, True], ids=["typed", "tracked"])
@pytest.mark.parametrize("contenido", [BOLETIN, HISTORIA], ids=lambda c: c.id)
def test_exactly_the_edits_come_back(contenido: Contenido, track: bool, tmp_path: Path) -> None:
    for vez in range(VECES):
        salida = Salida(contenido, tmp_path / f"{vez}.docx")
        mesa = Mesa(salida, random.Random(vez), track=track)  # noqa: S311  # edits to try, no secret
        antes = mesa.says()
        for _ in range(EDICIONES):
            mesa.edit()
        devolucion = salida.back(mesa.document)
        dichos = changes(devolucion)
        assert (said(replace(contenido, **dichos), salida), list(devolucion.problemas)) == (mesa.says(), []), vez
        assert set(dichos) == {campo for campo, textos in mesa.says().items() if textos != antes[campo]}, vez


def said(contenido: Contenido, salida: Salida) -> dict[str, list[str]]:
    """Return the paragraphs of each field that may have several."""
    dichos: dict[str, list[str]] = {}
    for escrito in lines(contenido, salida.proyecto):
        if es_de_varios(escrito.campo) and not escrito.titula:
            dichos.setdefault(escrito.campo, []).append(" ".join(escrito.bloque.texto.split()))
    return dichos
