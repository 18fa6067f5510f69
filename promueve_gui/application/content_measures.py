"""What is measured of a content while it is written: length, and how it reads. Advises and never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conteo import largo_en_red
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.lectura import Extension, cuartillas, extension, inflesz
from promueve_gui.domain.mensajes_red import mensajes, publicado
from promueve_gui.domain.reglas.estructura import CUARTILLAS, texto_de
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from promueve_gui.application.text_review import Parrafo, TextReview
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.lectura import Inflesz
    from promueve_gui.domain.mensajes_red import MensajeRed
    from promueve_gui.domain.reglas import Contexto

_CARACTERES = ("carácter", "caracteres")


@frozen
class Medida:
    """A length in words, and how it compares with what is expected: ``None`` while there is nothing to compare."""

    texto: str
    grado: Extension | None = None


def medir(contexto: Contexto, contenido: Contenido) -> Medida | None:
    """Return the length of a content in the unit of its type; ``None`` for types without an expected length.

    Characters as the chosen network counts them, or cuartillas of the profile («about 1», «about 2»; dominio §6).
    """
    if contenido.tipo is TipoContenido.REDES:
        return _en_caracteres(contexto, contenido)
    esperada = CUARTILLAS.get(contenido.tipo) if contenido.tipo else None
    if esperada is None:
        return None
    medida = cuartillas(texto_de(contexto.proyecto, contenido), contexto.perfil.caracteres_cuartilla)
    if not medida:
        return Medida(f"Se espera cerca de {contado(esperada, 'cuartilla', 'cuartillas')}")
    grado = extension(medida, esperada)
    corta = grado is Extension.FUERA and medida < esperada
    detalle = "Todavía es corto" if corta else grado.etiqueta
    unidad = "cuartilla" if medida == 1 else "cuartillas"
    return Medida(f"{medida:g} {unidad} de {esperada} · {detalle}", grado)


def con_paginas(medida: Medida, contenido: Contenido, paginas: str) -> str:
    """Return a length in words with the pages that the content takes in Word, for types that are read on paper."""
    return f"{medida.texto} · {paginas} en Word" if contenido.tipo in CUARTILLAS else medida.texto


def medir_redes(contexto: Contexto, contenido: Contenido) -> list[Medida]:
    """Return the length of the message on each of its networks, as each counts."""
    return [_en_red(uno) for uno in mensajes(contexto.proyecto, contenido)]


def _en_caracteres(contexto: Contexto, contenido: Contenido) -> Medida:
    """Return the length on the network where the message fits worst."""
    con_limite = [uno for uno in mensajes(contexto.proyecto, contenido) if uno.limite]
    if not con_limite:
        largo = largo_en_red(publicado(contexto.proyecto, contenido))
        return Medida(f"{contado(largo, *_CARACTERES)} · elija la red para ver su límite")
    return _en_red(max(con_limite, key=lambda uno: uno.sobran or 0))


def _en_red(uno: MensajeRed) -> Medida:
    if uno.sobran is None or uno.limite is None:
        return Medida(f"{contado(uno.largo, *_CARACTERES)} en {uno.red.nombre}")
    una, varias = ("sobra", "sobran") if uno.sobran > 0 else ("queda", "quedan")
    detalle = f"{una if abs(uno.sobran) == 1 else varias} {abs(uno.sobran):,}"
    grado = Extension.FUERA if uno.sobran > 0 else Extension.ADECUADA
    return Medida(f"{uno.largo:,} de {uno.limite:,} caracteres en {uno.red.nombre} · {detalle}", grado)


@frozen
class Legibilidad:
    """How a text reads: perspicuity from 0 to 100, and its degree on the INFLESZ scale."""

    indice: float
    grado: Inflesz

    @property
    def texto(self) -> str:
        """Return both as people read them: «INFLESZ 52 · algo difícil»."""
        return f"INFLESZ {self.indice:g} · {self.grado.etiqueta}"


def leer_contenido(contexto: Contexto, contenido: Contenido, revision: TextReview) -> Legibilidad | None:
    """Return how the text of a content reads; ``None`` while it has no words.

    Words of which ``revision`` knows nothing yet, see ``parrafos_de``, count without syllables.
    """
    indice = revision.reading(parrafos_de(contexto, contenido, revision))
    return None if indice is None else Legibilidad(indice, inflesz(indice))


def parrafos_de(contexto: Contexto, contenido: Contenido, revision: TextReview) -> list[Parrafo]:
    """Return the paragraphs of a content as readers see them, taken apart."""
    return [revision.paragraph(renglon) for renglon in texto_de(contexto.proyecto, contenido).split("\n")]
