"""The text of a field as a returned document leaves it: lines nobody touched as they were typed, the others anew.

In Word merge fields stand for data; where those words were left alone, the merge field stays.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from promueve_gui.domain.bloque_leido import CORREO, enlace_leido, iguales, ordenado, recortado
from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, escribir, leer, limpio
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.palabras_diferentes import MAXIMO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TROZO = re.compile(r"\w+|\s|[^\w\s]")
_PALABRA = re.compile(r"\w+")
_DIRECCION = re.compile(r"\S+(?:://|@)\S+")
_NUMERO = re.compile(r"[1-9][0-9]*(?=\. )")
_VINETA = re.compile(r"[•·*\-–—\s]*")
_JUNTO = 2  # words beside a merge field by which one knows that it came from another line
NORMAL = "\n\n"  # between paragraphs that are new


@frozen(kw_only=True)
class LineaFuente:
    """A line of a field that readers see: as it was typed, where it stands in its text, and as it left."""

    texto: str
    inicio: int
    fin: int
    escrito: Bloque


@frozen(kw_only=True)
class CampoFuente:
    """A field as it was typed, by the lines that readers see; ``combinado`` says what a piece of it is filled in to.

    ``con_signos`` tells that the document shows the signs of lists that lines of a plain text begin with.
    """

    fuente: str
    rico: bool
    con_signos: bool
    lineas: Sequence[LineaFuente]
    combinado: Callable[[str], str]

    @classmethod
    def of(cls, fuente: str, escritos: Sequence[Bloque], combinado: Callable[[str], str], *, rico: bool) -> CampoFuente:
        """Return a field from its text and the paragraphs that it was written as; no lines where those do not agree."""
        limpia = limpio(fuente)
        con_signos = any(_signo(escrito.texto).strip() for escrito in escritos)
        vistas = [
            (inicio, fin)
            for inicio, fin in _renglones(limpia)
            if _se_ve(limpia[inicio:fin], rico=rico, con_signos=con_signos)
        ]
        lineas = [
            LineaFuente(texto=limpia[inicio:fin], inicio=inicio, fin=fin, escrito=escrito)
            for (inicio, fin), escrito in zip(vistas, escritos, strict=False)
        ]
        return cls(
            fuente=limpia,
            rico=rico,
            con_signos=con_signos,
            lineas=lineas if len(vistas) == len(escritos) else (),
            combinado=combinado,
        )

    def signo(self, renglon: str) -> str:
        """Return what a line of a plain text begins with that its document leaves out."""
        return "" if self.con_signos else _signo(renglon)


def rehacer(campo: CampoFuente, devueltos: Sequence[tuple[Bloque, int | None]]) -> str:
    """Return the text of a field from the paragraphs that came back, each with the place of the line that it was."""
    hechos = [_rehecha(campo, bloque, lugar) for bloque, lugar in devueltos]
    texto = ""
    anterior: int | None = None
    for (_, lugar), linea in zip(devueltos, hechos, strict=True):
        if texto:
            texto += _separador(campo, anterior, lugar, texto, linea)
        texto += linea
        anterior = lugar
    return texto


def una_linea(campo: CampoFuente, devueltos: Sequence[tuple[Bloque, int | None]]) -> str:
    """Return the text of a field of one line."""
    return " ".join(_rehecha(campo, bloque, lugar).strip() for bloque, lugar in devueltos)


def _renglones(texto: str) -> Iterator[tuple[int, int]]:
    inicio = 0
    for renglon in texto.split("\n"):
        yield inicio, inicio + len(renglon)
        inicio += len(renglon) + 1


def _se_ve(renglon: str, *, rico: bool, con_signos: bool) -> bool:
    if rico:
        return any(bloque.texto.strip() for bloque in leer(renglon))
    return bool(renglon.strip() if con_signos else renglon.removeprefix(_signo(renglon)))


def _signo(renglon: str) -> str:
    """Return the sign that a line of a list in a plain text begins with, with the spaces around it."""
    signo = _VINETA.match(renglon)
    return "" if signo is None else signo[0]


def _rehecha(campo: CampoFuente, bloque: Bloque, lugar: int | None) -> str:
    linea = campo.lineas[lugar] if lugar is not None and lugar < len(campo.lineas) else None
    if linea is None:  # it may be one that was moved
        linea = next((otra for otra in campo.lineas if _misma(campo, otra.escrito, bloque)), None)
    if linea is None:
        return _escrita(campo, _con_los_demas(campo, None, bloque), "")
    if _misma(campo, linea.escrito, bloque):
        return _NUMERO.sub(str(bloque.numero), linea.texto, count=1) if _numerada(campo, bloque) else linea.texto
    return _escrita(campo, _con_los_demas(campo, linea, con_campos(campo, linea, bloque)), linea.texto)


def _misma(campo: CampoFuente, uno: Bloque, otro: Bloque) -> bool:
    return iguales(uno, otro) if campo.rico else uno.texto == otro.texto


def _numerada(campo: CampoFuente, bloque: Bloque) -> bool:
    return campo.rico and bloque.clase is Clase.NUMERO


def _escrita(campo: CampoFuente, bloque: Bloque, antes: str) -> str:
    """Return a paragraph as a line of its field; in a plain text it begins with the sign that the line had."""
    if campo.rico:
        return escribir([bloque])
    signo = campo.signo(antes or next((linea.texto for linea in campo.lineas), ""))
    return signo + (bloque.texto.removeprefix(_signo(bloque.texto)) if signo.strip() else bloque.texto)


def _separador(campo: CampoFuente, anterior: int | None, lugar: int | None, escrito: str, linea: str) -> str:
    """Return what parts two lines: what did before, where they are neighbours still."""
    lineas = campo.lineas
    if anterior is not None and lugar is not None and lugar == anterior + 1 and lugar < len(lineas):
        return campo.fuente[lineas[anterior].fin : lineas[lugar].inicio]
    if not campo.rico or (len(lineas) > 1 and "\n\n" not in campo.fuente):
        return "\n"
    ultima = escrito.rpartition("\n")[2]
    juntas = [bloque.clase for texto in (ultima, linea) for bloque in leer(texto)]
    return "\n" if len(set(juntas)) == 1 and juntas[0] in {Clase.VINETA, Clase.NUMERO} else NORMAL


def _con_los_demas(campo: CampoFuente, propia: LineaFuente | None, devuelto: Bloque) -> Bloque:
    """Return a paragraph that was cut, joined or copied with the merge fields that came along from other lines."""
    for linea in campo.lineas:
        if linea is not propia and lugares(linea.texto):
            devuelto = con_campos(campo, linea, devuelto, propia=False)
    return devuelto


def con_campos(campo: CampoFuente, linea: LineaFuente, devuelto: Bloque, *, propia: bool = True) -> Bloque:
    """Return a changed paragraph with the merge fields of its line wherever their words were left as they stood.

    Of a line that is not its own (``propia``) they came along only together with words beside them.
    """
    tramos = _tramos_de(campo, linea.texto)
    escrito, huecos = _combinados(campo, "".join(tramo.texto for tramo in tramos))
    enlazados = _con_enlaces(campo, tramos, devuelto.tramos, propia=propia)
    hecho = replace(devuelto, tramos=tuple(_corregido(tramo, linea.escrito.texto) for tramo in enlazados))
    huecos = [hueco for hueco in huecos if escrito[hueco[0] : hueco[1]] in devuelto.texto]
    if not huecos or escrito != linea.escrito.texto:
        return hecho
    puestos = hecho.tramos
    for desde, hasta, marca in sorted(
        _intactos(escrito, devuelto.texto, huecos, 0 if propia else _JUNTO), reverse=True
    ):
        aspecto, *otros = recortado(puestos, desde, hasta)
        if not otros or not campo.rico:  # a merge field looks the same in all its words
            resto = recortado(puestos, hasta, len(devuelto.texto))
            puestos = (*recortado(puestos, 0, desde), replace(aspecto, texto=marca), *resto)
    return replace(hecho, tramos=puestos)


def _tramos_de(campo: CampoFuente, renglon: str) -> tuple[Tramo, ...]:
    if campo.rico:
        return ordenado(leer(renglon)[0]).tramos
    return (Tramo(renglon.removeprefix(campo.signo(renglon)).strip()),)


def _combinados(campo: CampoFuente, texto: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a text filled in, and for each merge field that was, where its words stand in it."""
    hecho, huecos, desde = "", [], 0
    for inicio, fin in lugares(texto):
        hecho += texto[desde:inicio]
        marca = texto[inicio:fin]
        valor = " ".join(limpio(campo.combinado(marca)).split("\n"))
        if valor != marca:
            huecos.append((len(hecho), len(hecho) + len(valor), marca))
        hecho += valor
        desde = fin
    return hecho + texto[desde:], huecos


def _intactos(
    escrito: str, devuelto: str, huecos: Sequence[tuple[int, int, str]], junto: int
) -> Iterator[tuple[int, int, str]]:
    """Yield where in a returned text the words of each merge field stand, of those that nobody touched.

    At least ``junto`` words beside them must be as they were.
    """
    unos, otros = _TROZO.findall(escrito), _TROZO.findall(devuelto)
    de_unos, de_otros = _lugares(unos), _lugares(otros)
    cotejo = SequenceMatcher(None, unos, otros, autojunk=len(unos) * len(otros) > MAXIMO)
    for una, otra, largo in cotejo.get_matching_blocks():
        inicio, fin = de_unos[una], de_unos[una + largo]
        for desde, hasta, marca in huecos:
            alrededor = f"{escrito[inicio:desde]} {escrito[hasta:fin]}"
            if inicio <= desde and hasta <= fin and len(_PALABRA.findall(alrededor)) >= junto:
                movido = de_otros[otra] - inicio
                yield desde + movido, hasta + movido, marca


def _lugares(trozos: Sequence[str]) -> list[int]:
    lugares_vistos = [0]
    for trozo in trozos:
        lugares_vistos.append(lugares_vistos[-1] + len(trozo))
    return lugares_vistos


def _con_enlaces(
    campo: CampoFuente, fuente: Sequence[Tramo], devueltos: Sequence[Tramo], *, propia: bool
) -> tuple[Tramo, ...]:
    """Return stretches whose links lead where the line said, be it a merge field, if that is where they lead.

    Of a line that is not theirs (``propia``) only if they are on the same words too.
    """
    dichos = {_liga(campo.combinado(t.enlace), t.texto, propia=propia): t.enlace for t in fuente if t.enlace}
    return tuple(replace(t, enlace=dichos.get(_liga(t.enlace, t.texto, propia=propia), t.enlace)) for t in devueltos)


def _corregido(tramo: Tramo, escrito: str) -> Tramo:
    """Return an address whose letters were corrected without the link: programs leave that at what the line said."""
    viejo = tramo.enlace and enlace_leido(tramo.enlace.removeprefix(CORREO)) in escrito
    return replace(tramo, enlace="") if viejo and _DIRECCION.fullmatch(tramo.texto.strip()) else tramo


def _liga(enlace: str, texto: str, *, propia: bool) -> tuple[str, str]:
    return enlace_leido(enlace), "" if propia else texto
