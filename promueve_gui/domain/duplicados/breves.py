"""Names of bodies without what many leave out of them: of whom an office is, a second matter, after whom it is called.

Whether the short name says the same is not known here: only where one long name alone has it, it may.
"""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.glosas import con_lugar, en_plural
from promueve_gui.domain.duplicados.lugares import lugar_en
from promueve_gui.domain.duplicados.palabras import DE_TODO, INTERNAS, MEDIA, VACIAS, es_cuerpo, peso
from promueve_gui.domain.duplicados.personajes import NOMBRES_DE_PILA, TITULOS
from promueve_gui.domain.duplicados.raiz import raiz

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.duplicados.lectura import Palabra

_ANTES_DE_CUERPO = frozenset({"del", "el", "en", "la"})
_Y, _CON_MATERIAS = frozenset({"e", "y"}), 6  # words that a body with two matters has, at least


def breve_de(palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Return the words of a name without what is left out of it, or nothing when nothing is."""
    return _sin_institucion(palabras) or _sin_personaje(palabras) or _sin_otra_materia(palabras)


def es_oficina(palabras: Sequence[Palabra]) -> bool:
    """Tell whether a name is that of an office that every body has, in more or less those words."""
    return bool(palabras) and raiz(palabras[0].plegada) in INTERNAS


def _sin_institucion(palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Return the words of an office without those of the body that it is part of, or nothing when no body is named.

    «Órgano Interno de Control en la Secretaría de Salud», «Unidad de Transparencia del Instituto».
    """
    if not es_oficina(palabras):
        return ()
    for lugar in range(2, len(palabras) - 1):
        previa, palabra = palabras[lugar - 1].plegada, palabras[lugar]
        de_cuerpo = raiz(palabra.plegada) not in INTERNAS and es_cuerpo(palabra.plegada)
        if previa in _ANTES_DE_CUERPO and de_cuerpo and not en_plural(palabra.plegada):
            if con_lugar([p.plegada for p in palabras[lugar:]]):
                return ()
            antes = [*palabras[:lugar]]
            while antes[-1].plegada in VACIAS:
                antes.pop()
            return antes if len(antes) > 1 else ()
    return ()


def _sin_otra_materia(palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Return the words of a body, the one of a place or of the country, without its second matter, or nothing.

    «Instituto Nacional de Bellas Artes y Literatura», «Secretaría de Cultura y Turismo de Jalisco».
    """
    plegadas = [palabra.plegada for palabra in palabras]
    if len(plegadas) < _CON_MATERIAS or peso(raiz(plegadas[0])) != MEDIA or en_plural(plegadas[0]):
        return ()
    estado, hasta = _lugar_final(plegadas)
    if not estado and not any(raiz(plegada) in DE_TODO for plegada in plegadas[:3]):
        return ()
    y = next((lugar for lugar in range(3, hasta - 1) if plegadas[lugar] in _Y), 0)
    return [*palabras[:y], *palabras[hasta:]] if y else ()


def _sin_personaje(palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Return the words of a body of a place or of the country without whom it is called after, or nothing.

    «Hospital General de México Dr. Eduardo Liceaga», «Instituto Nacional de Cardiología Ignacio Chávez».
    """
    plegadas = [palabra.plegada for palabra in palabras]
    nombre = next((lugar for lugar in range(3, len(plegadas) - 1) if plegadas[lugar] in NOMBRES_DE_PILA), 0)
    if not nombre or not es_cuerpo(plegadas[0]):
        return ()
    hasta = nombre - 1 if plegadas[nombre - 1] in TITULOS else nombre
    antes = plegadas[:hasta]
    unico = any(raiz(plegada) in DE_TODO for plegada in antes) or _lugar_final(antes)[0]
    return palabras[:hasta] if unico and antes[-1] not in VACIAS and not con_lugar(plegadas[hasta:]) else ()


def _lugar_final(plegadas: Sequence[str]) -> tuple[str, int]:
    """Return the state that ends a name, and where it begins, its prepositions with it."""
    for lugar in range(len(plegadas)):
        estado, cuantas = lugar_en(plegadas, lugar)
        if cuantas and lugar + cuantas == len(plegadas):
            antes = len(list(dropwhile(VACIAS.__contains__, reversed(plegadas[:lugar]))))
            return estado, antes
    return "", len(plegadas)
