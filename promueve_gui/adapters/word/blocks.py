"""What a document says, before it is Word: paragraphs with the part each one plays, made of stretches of text.

Writers of each content type compose these; ``render`` alone turns them into Word. Nothing here knows docx.
"""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.text import Tramo, formatted, lines, linked
from promueve_gui.domain.enriquecido import Clase
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from promueve_gui.domain.enriquecido import Bloque


class Estilo(Enum):
    """The part that a paragraph plays; ``styles`` gives each one its Word style."""

    IDENTIFICACION = "identificacion"
    TITULO = "titulo"
    CREDITO = "credito"
    SUMARIO = "sumario"
    TEXTO = "texto"
    CITA = "cita"
    SECCION = "seccion"
    APARTADO = "apartado"
    VINETA = "vineta"
    NUMERO = "numero"
    FICHA = "ficha"
    DATOS = "datos"
    CIERRE = "cierre"
    CONTACTO = "contacto"


_ESTILOS = {Clase.TITULO: Estilo.APARTADO, Clase.VINETA: Estilo.VINETA, Clase.NUMERO: Estilo.NUMERO}


@frozen
class Parrafo:
    """One paragraph. ``numero`` is that of an item of a numbered list, 0 for none.

    ``qr`` is the address that a QR code beside it opens, empty for none.
    """

    estilo: Estilo
    tramos: tuple[Tramo, ...]
    numero: int = 0
    qr: str = ""

    @property
    def texto(self) -> str:
        """Return its plain text."""
        return "".join(tramo.texto for tramo in self.tramos)


def paragraphs(estilo: Estilo, texto: str) -> list[Parrafo]:
    """Return a paragraph for each line of ``texto`` that says something, with its addresses as links."""
    return [Parrafo(estilo, linked(line)) for line in lines(texto)]


def rich_paragraphs(estilo: Estilo, bloques: Iterable[Bloque]) -> list[Parrafo]:
    """Return a paragraph for each block that says something; plain ones play the part ``estilo``."""
    return [
        Parrafo(
            _ESTILOS.get(bloque.clase, estilo),
            tuple(t for tramo in bloque.tramos for t in formatted(tramo)),
            bloque.numero,
        )
        for bloque in bloques
        if bloque.texto.strip()
    ]


def labelled(estilo: Estilo, etiqueta: str, separador: str, partes: Iterable[str]) -> list[Parrafo]:
    """Return «label, separator, parts joined by ·» as one paragraph, or none when every part is empty."""
    texto = " · ".join(dichas := said(partes))
    return [Parrafo(estilo, (Tramo(etiqueta, fuerte=True), Tramo(separador), *linked(texto)))] if dichas else []


def listed(estilo: Estilo, etiqueta: str, partes: Iterable[str]) -> list[Parrafo]:
    """Return a label and parts, each on a line of one paragraph, or none when every part is empty."""
    dichas = said(partes)
    renglones = [tramo for parte in dichas for tramo in (Tramo("\n"), *linked(parte))]
    return [Parrafo(estilo, (Tramo(etiqueta, fuerte=True), *renglones))] if dichas else []


def said(partes: Iterable[str]) -> list[str]:
    """Return the parts that say something, each in one line."""
    dichas = (" ".join(lines(parte)) for parte in partes)
    return [parte for parte in dichas if parte]


def in_order(parrafos: Iterable[Parrafo]) -> Iterator[Parrafo]:
    """Yield the paragraphs, no level of their headings skipped: one below no other stands at the first (WCAG 1.3.1)."""
    con_seccion = False
    for parrafo in parrafos:
        con_seccion = con_seccion or parrafo.estilo is Estilo.SECCION
        suelto = parrafo.estilo is Estilo.APARTADO and not con_seccion
        yield replace(parrafo, estilo=Estilo.SECCION) if suelto else parrafo
