"""Which field each paragraph of a returned document belongs to: what it is, where it stands and what it looks like."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.texto_devuelto import PARTE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, ParrafoEscrito

_PALABRA = re.compile(r"\w+")
MITAD = 0.5  # share of it from which a paragraph is taken for a part of the one beside it


def repartir(
    escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto], pares: Sequence[int | None]
) -> list[str]:
    """Return the field that each returned paragraph is a line of, empty for what is of none.

    A new paragraph belongs where it stands. Between two fields its bookmark tells, then its words, should it be one
    that was moved, then its style; what stands before or after all that left is of the letterhead.
    """
    return _Reparto(escritos, devueltos, pares).fields()


def es_de_varios(campo: str) -> bool:
    """Tell whether a field may have several paragraphs."""
    entidad, _, resto = campo.partition(PARTE)
    tipo, nombre = (POR_ENTIDAD["contenido"], campo) if not resto else (POR_ENTIDAD[entidad], resto.split(PARTE)[1])
    descrito = campos(tipo).get(nombre)
    return descrito is not None and descrito.tipo is Tipo.TEXTO_LARGO


class _Reparto:
    def __init__(
        self, escritos: Sequence[ParrafoEscrito], devueltos: Sequence[ParrafoDevuelto], pares: Sequence[int | None]
    ) -> None:
        self._escritos = escritos
        self._devueltos = devueltos
        self._pares = pares
        self._por_marca = {escrito.marca: escrito.campo for escrito in escritos if escrito.marca}
        self._titulados = {escrito.campo for escrito in escritos if escrito.titula}
        hallados = {par for par in pares if par is not None}
        self._incompletos = {escrito.campo for lugar, escrito in enumerate(escritos) if lugar not in hallados}
        self._aspectos = {escrito.campo: escrito.aspecto for escrito in reversed(escritos) if not escrito.titula}
        self._idos = {plegar(e.bloque.texto): e.campo for n, e in enumerate(escritos) if n not in hallados}
        self._estilos: dict[str, set[str]] = {}
        for devuelto, par in zip(devueltos, pares, strict=True):
            if par is not None and not escritos[par].titula:
                self._estilos.setdefault(escritos[par].campo, set()).add(devuelto.estilo)

    def fields(self) -> list[str]:
        propios = [
            "" if par is None or self._escritos[par].titula else self._escritos[par].campo for par in self._pares
        ]
        puestos = [(lugar, par) for lugar, par in enumerate(self._pares) if par is not None]
        for (desde, antes), (hasta, despues) in pairwise(puestos):
            previo = self._escritos[antes].campo
            for lugar in range(desde + 1, hasta):
                propios[lugar] = self._between(self._devueltos[lugar], previo, antes, despues)
                previo = propios[lugar] or previo
        return propios

    def _between(self, devuelto: ParrafoDevuelto, previo: str, antes: int, despues: int) -> str:
        """Return the field of a new paragraph between two written ones; ``previo`` is that of the one just before."""
        siguiente = self._escritos[despues].campo
        if previo == siguiente and es_de_varios(previo):
            return previo
        if previo in self._titulados and (self._escritos[despues].titula or not siguiente):
            return previo  # below its heading and above the next one
        cercanos = self._near(antes, despues) | {previo, siguiente}
        de_marcas = (self._por_marca.get(marca, "") for marca in devuelto.marcas)
        marcado = next(filter(None, de_marcas), "")
        sin_lugar = not (es_de_varios(previo) or es_de_varios(siguiente))
        if sin_lugar or (marcado and marcado in cercanos):
            return marcado
        ido = self._idos.get(plegar(devuelto.bloque.texto), "")
        if not ido and self._share(devuelto, despues) >= max(MITAD, self._share(devuelto, antes)):
            ido = siguiente
        if ido and ido in cercanos:
            return ido
        entre = dict.fromkeys(escrito.campo for escrito in self._escritos[antes + 1 : despues])
        perdidos = [campo for campo in entre if campo not in self._estilos and es_de_varios(campo)]
        de_nuevo = [campo for campo in perdidos if self._aspectos.get(campo, "") == self._aspectos.get(previo)]
        if len(de_nuevo) == 1 and es_de_varios(previo) and previo not in self._incompletos | self._titulados:
            return de_nuevo[0]  # they look alike, and nothing of the one before is missing
        return self._by_look(devuelto.estilo, previo, siguiente, perdidos)

    def _near(self, antes: int, despues: int) -> set[str]:
        """Return the fields between two written paragraphs and, before and after them, those of the same part."""
        cortes = [lugar for lugar, escrito in enumerate(self._escritos) if escrito.encabeza]
        desde = max((corte for corte in cortes if corte <= antes), default=0)
        hasta = min((corte for corte in cortes if corte >= despues), default=len(self._escritos))
        return {escrito.campo for escrito in self._escritos[desde : max(hasta, despues + 1)]}

    def _share(self, devuelto: ParrafoDevuelto, lugar: int) -> float:
        """Return which share of a paragraph, two words at a time, a written one had of which it may be a part."""
        suyos, escrito = _pares(devuelto.bloque.texto), self._escritos[lugar]
        hay = suyos.total() and not escrito.titula
        return (suyos & _pares(escrito.bloque.texto)).total() / suyos.total() if hay else 0.0

    def _by_look(self, estilo: str, previo: str, siguiente: str, perdidos: Sequence[str]) -> str:
        """Return the field before, unless only the one after, or the one before that, looks like the paragraph.

        What looks like neither is of the one field between them of which nothing came back: that was written anew. So
        was one that looks like the field after.
        """
        if not es_de_varios(previo):
            return self._anew(siguiente, perdidos) if es_de_varios(siguiente) else ""
        suyos = self._estilos.get(previo, {estilo})
        if estilo in suyos or previo in self._titulados:
            return previo
        orden = [*dict.fromkeys(escrito.campo for escrito in self._escritos)]
        anterior = orden[max(orden.index(previo) - 1, 0)]
        parecidos = (c for c in (siguiente, anterior) if es_de_varios(c) and estilo in self._estilos.get(c, ()))
        return self._anew(next(parecidos, ""), perdidos) or previo

    def _anew(self, parecido: str, perdidos: Sequence[str]) -> str:
        """Return the one field that was lost and looks like another one or, without that, at all; that one for none."""
        suyos = [campo for campo in perdidos if not parecido or self._aspectos[campo] == self._aspectos[parecido]]
        return suyos[0] if len(suyos) == 1 else parecido


def _pares(texto: str) -> Counter[tuple[str, str]]:
    """Return the words of a text, each with the next one: single ones are common to all Spanish."""
    return Counter(pairwise(_PALABRA.findall(plegar(texto))))
