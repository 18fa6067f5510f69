"""Paragraphs as plain text to paste: an empty line between them, lists with their signs, addresses in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.domain.enriquecido import limpio

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.text import Tramo

_JUNTOS = frozenset({Estilo.IDENTIFICACION, Estilo.CREDITO, Estilo.SUMARIO, Estilo.VINETA, Estilo.NUMERO, Estilo.FICHA})
_SIGNOS = {Estilo.SUMARIO: "- ", Estilo.VINETA: "- "}


def plain_text(parrafos: Iterable[Parrafo]) -> str:
    """Return paragraphs as text; headings stand alone on their line, and neighbours of a list stand together."""
    partes: list[str] = []
    anterior: Estilo | None = None
    for parrafo in parrafos:
        if anterior is not None:
            partes.append("\n" if parrafo.estilo is anterior and anterior in _JUNTOS else "\n\n")
        partes.append(_line(parrafo))
        anterior = parrafo.estilo
    return limpio("".join(partes)) + "\n" if partes else ""


def _line(parrafo: Parrafo) -> str:
    signo = f"{parrafo.numero}. " if parrafo.estilo is Estilo.NUMERO else _SIGNOS.get(parrafo.estilo, "")
    dicho = "".join(map(_stretch, parrafo.tramos))
    return signo + (dicho.replace("\t", ": ", 1) if parrafo.estilo is Estilo.FICHA else dicho)


def _stretch(tramo: Tramo) -> str:
    """Return what a stretch says, and where it leads unless it says so itself."""
    destino = tramo.enlace.removeprefix("mailto:")
    return tramo.texto if not destino or destino in tramo.texto else f"{tramo.texto} ({destino})"
