"""What a returned document says where it has no text of the content: never taken, and told where somebody wrote there.

What the letterhead said when the document left is known by its prints; older versions wrote none, and then what stands
before or after all that left is taken for the letterhead's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from promueve_gui.domain.bloque_leido import renglones
from promueve_gui.domain.formato import LARGO_CITADO, citar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.domain.texto_devuelto import Ajeno, ClaseAjena, huella

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, ParrafoEscrito

_NADA = huella("")
_ANTES = 30  # characters before a difference that a sentence repeats
_MAXIMO = 20  # lines that are told one by one
_SUELTO = "«{texto}» se escribió fuera de los textos del contenido y no se tomó; si hace falta, cópielo en un campo."
_EN_EL_MARGEN = "«{texto}» se escribió en el encabezado o el pie de página y no se tomó."
_DE_OTRO_LADO = "«{antes}» dice ahora «{despues}»; sale de otros datos y no se tomó. Corríjalo en ellos si hace falta."
_FIJO = "«{antes}» dice ahora «{despues}»; es una parte fija del documento y no se tomó."
_UNO_QUITADO = "«{texto}» ya no viene en el archivo; sale de otros datos y no se quitó. Quítelo de ellos si sobra."
_QUITADOS = "«{texto}» y {mas} ya no vienen; salen de otros datos y no se quitaron. Quítelos de ellos si sobran."
_FIJO_QUITADO = "«{texto}» ya no viene en el archivo; es una parte fija del documento y no se quitó."
_FIJOS_QUITADOS = "«{texto}» y {mas} ya no vienen en el archivo; son partes fijas del documento y no se quitaron."

_OTRO_ORDEN = "Hay partes del documento en otro orden, como «{texto}»; el orden no se tomó."


@frozen
class Dicho:
    """A sentence about a returned document, and the words that it is about."""

    mensaje: str
    texto: str = ""


@frozen
class Cotejo:
    """A document as it left and as it came back; which is which, whose each is, and the letterhead's prints."""

    escritos: Sequence[ParrafoEscrito]
    devueltos: Sequence[ParrafoDevuelto]
    pares: Sequence[int | None]
    propios: Sequence[str]
    hoja: frozenset[str]

    def fuera(self) -> Iterator[Dicho]:
        """Yield what was changed in what is no field, what was written where there is none, and what is gone."""
        yield from _sin_exceso(dicho for lugar in self._range() if (dicho := self._said(lugar)) is not None)
        yield from self._gone()
        yield from self._moved()

    def _said(self, lugar: int) -> Dicho | None:
        par, devuelto = self.pares[lugar], self.devueltos[lugar]
        texto = devuelto.bloque.texto
        if self.propios[lugar] or (par is None and devuelto.huella in self.hoja):
            return None
        if par is None:
            return Dicho(_SUELTO.format(texto=citar(texto)), texto)
        escrito = self.escritos[par]
        mensaje = _FIJO if escrito.fijo else _DE_OTRO_LADO
        desde = _where_they_differ(escrito.bloque.texto, texto)
        antes, despues = (f"{'…' * bool(desde)}{citar(lado[desde:])}" for lado in (escrito.bloque.texto, texto))
        cambiado = Dicho(mensaje.format(antes=antes, despues=despues), texto)
        return cambiado if escrito.bloque.texto != texto else None

    def _range(self) -> range:
        """Return where what nobody of the letterhead wrote may stand: anywhere, once its prints are known."""
        hallados = [lugar for lugar, par in enumerate(self.pares) if par is not None]
        if self.hoja:
            return range(len(self.devueltos))
        return range(hallados[0], self._end(hallados[-1])) if hallados else range(0)

    def _end(self, ultimo: int) -> int:
        """Return where what left ends: with the last of it or, should that be in a table of its own, with the table."""
        tabla = self.devueltos[ultimo].tabla
        lugares = [lugar for lugar, devuelto in enumerate(self.devueltos) if devuelto.tabla == tabla]
        de_la_hoja = not tabla or any(self.propios[lugar] for lugar in lugares)  # one a letterhead is laid out with
        return (ultimo if de_la_hoja else lugares[-1]) + 1

    def _gone(self) -> Iterator[Dicho]:
        """Yield what is no field and no longer comes; of a heading, only where what stood below it is there still."""
        hallados = {par for par in self.pares if par is not None}
        if not hallados:
            return
        idos = [escrito for lugar, escrito in enumerate(self.escritos) if lugar not in hallados]
        vivos = set(self.propios)
        fijos = [e.bloque.texto for e in idos if e.fijo and (not e.campo or e.campo in vivos)]
        datos = [e.bloque.texto for e in idos if not e.fijo and not e.campo]
        for textos, uno, varios in ((datos, _UNO_QUITADO, _QUITADOS), (fijos, _FIJO_QUITADO, _FIJOS_QUITADOS)):
            if textos:
                mas = contado(len(textos) - 1, "renglón más", "renglones más")
                yield Dicho((varios if textos[1:] else uno).format(texto=citar(textos[0]), mas=mas))

    def _moved(self) -> Iterator[Dicho]:
        """Yield that parts come in another order, and with which of them that begins."""
        partes = [par for par in self.pares if par is not None and self.escritos[par].encabeza]
        movida = next((otra for una, otra in pairwise(partes) if otra < una), None)
        if movida is not None:
            texto = self.escritos[movida].bloque.texto
            yield Dicho(_OTRO_ORDEN.format(texto=citar(texto)), texto)


def sin_la_hoja(
    parrafos: Sequence[ParrafoDevuelto], escritos: Sequence[ParrafoEscrito], hoja: frozenset[str]
) -> tuple[list[ParrafoDevuelto], list[ParrafoDevuelto]]:
    """Return the paragraphs of a document without those of its letterhead, and these.

    What the content says too is not taken for the letterhead's, nor is what a program fills in.
    """
    textos = {plegar(escrito.bloque.texto) for escrito in escritos}
    propios: list[ParrafoDevuelto] = []
    de_la_hoja: list[ParrafoDevuelto] = []
    for parrafo in parrafos:
        suyo = parrafo.huella in hoja and parrafo.huella != _NADA
        dichos = renglones(parrafo.bloque) if suyo else ()
        (de_la_hoja if suyo and all(plegar(d.texto) not in textos for d in dichos) else propios).append(parrafo)
    return propios, de_la_hoja


def en_los_margenes(margenes: Sequence[ParrafoDevuelto], hoja: frozenset[str]) -> Iterator[Dicho]:
    """Yield what was written in headers and footers, where the letterhead's prints are known."""
    textos = dict.fromkeys(p.bloque.texto.strip() for p in margenes if hoja and p.huella not in hoja)
    yield from _sin_exceso(Dicho(_EN_EL_MARGEN.format(texto=citar(texto)), texto) for texto in textos if texto)


def ajenos_escritos(devueltos: Iterable[ParrafoDevuelto], hoja: frozenset[str]) -> Iterator[Ajeno]:
    """Yield the boxes, notes and formulas of a document that its letterhead did not have, where its prints are known.

    Letters struck through say no words of their own, so that nobody knows whose they are; pictures are counted.
    """
    for ajeno in (ajeno for devuelto in devueltos for ajeno in devuelto.ajenos):
        if hoja and ajeno.texto and ajeno.clase is not ClaseAjena.TACHADO and huella(ajeno.texto) not in hoja:
            yield ajeno


def imagenes_agregadas(devueltos: Iterable[ParrafoDevuelto], salieron: int | None) -> list[Ajeno]:
    """Return the pictures around the text that are more than left with it, where one knows how many did.

    Those of headers and footers do not count: programs write them once for each kind of page.
    """
    hay = sum(ajeno.clase is ClaseAjena.IMAGEN for devuelto in devueltos for ajeno in devuelto.ajenos)
    return [Ajeno(ClaseAjena.IMAGEN)] * (0 if salieron is None else hay - salieron)


def _where_they_differ(antes: str, despues: str) -> int:
    """Return from where on two long texts are cited so that what differs is seen; 0 for short ones."""
    distintas = (lugar for lugar, (una, otra) in enumerate(zip(antes, despues, strict=False)) if una != otra)
    comun = next(distintas, min(len(antes), len(despues)))
    if comun <= LARGO_CITADO - _ANTES:
        return 0
    desde = comun - _ANTES
    return max(desde, antes.find(" ", desde, comun) + 1)


def _sin_exceso(dichos: Iterable[Dicho]) -> Iterator[Dicho]:
    """Yield sentences; of very many, how many more there are."""
    todos = [*dichos]
    yield from todos[:_MAXIMO]
    if mas := len(todos[_MAXIMO:]):
        yield Dicho(
            f"Hay {contado(mas, 'renglón más', 'renglones más')} fuera del texto del contenido; no se tomó nada de ahí."
        )
