"""What people add to a name to say what it is: «Fundar, Centro de Análisis», «CFE (empresa del Estado)».

What names a part of a body («UNAM, Facultad de Medicina»), a place or other people is no such thing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.duplicados.lectura import leer
from promueve_gui.domain.duplicados.lugares import lugar_en
from promueve_gui.domain.duplicados.palabras import (
    DE_SEDE,
    DE_TODO,
    FAMILIA,
    PLENA,
    QUE_ES,
    VACIAS,
    es_cuerpo,
    peso,
)
from promueve_gui.domain.duplicados.raiz import raiz, singular
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.domain.duplicados.lectura import Palabra
    from promueve_gui.domain.duplicados.lugares import Ciudades

_SIGNOS = re.compile('[(,:;\u2013\u2014"«\u201c-]')
_GLOSA = re.compile(
    r"(?P<nombre>[^(,:;\"«\u201c]+?)(?:\s*[(,:;\"«\u201c]|\s+[-\u2013\u2014])\s*(?P<glosa>[^():;\"»\u201d]+)[)\"»\u201d]?"
)
_COMILLAS = ('"', "»", "\u201d")


class Glosa(NamedTuple):
    """The words of a name and, apart, those that were added to it."""

    nombre: Sequence[Palabra]
    glosa: Sequence[Palabra]


def glosas_de(nombres: Iterable[str]) -> dict[str, Glosa]:
    """Return, by name, what was added to those names to which something was."""
    return {nombre: glosa for nombre in nombres if (glosa := glosa_de(nombre))}


def glosa_de(nombre: str) -> Glosa | None:
    """Return a name and what was added to it, or nothing when nothing was, or what was added says something else."""
    if not _SIGNOS.search(nombre):
        return _anexo(nombre)
    partes = _GLOSA.fullmatch(nombre.strip())
    dichas = leer(partes["glosa"]).palabras if partes else ()
    if partes is None or not dichas or not _es_glosa([palabra.plegada for palabra in dichas]):
        return None
    palabras = leer(partes["nombre"]).palabras
    return Glosa(palabras, dichas) if palabras else None


def dice_que_es(nombre: Sequence[Palabra], glosa: Sequence[Palabra]) -> bool:
    """Tell whether what was added to a name, already spelt out, says what kind of body it is.

    The parts of a body begin as other bodies do; so beside a body only a word that says what it is will do.
    """
    primera = next(palabra.plegada for palabra in glosa if palabra.plegada not in VACIAS)
    if raiz(primera) in QUE_ES:
        return True
    cabeza = [palabra for palabra in nombre if palabra.plegada not in VACIAS]
    if not cabeza or cabeza[0].mayusculas or lugar_en([palabra.plegada for palabra in cabeza], 0)[1]:
        return False
    if es_cuerpo(cabeza[0].plegada) or en_plural(cabeza[0].plegada):
        return False
    return es_cuerpo(primera) and not en_plural(primera)


def es_de_uno(nombre: str, glosa: Sequence[Palabra], ciudades: Ciudades) -> bool:
    """Tell whether what was added to the name of a body that there is one of is where it is, or after whom it is."""
    plegadas = [palabra.plegada for palabra in glosa]
    sede = all(raiz(plegada) in DE_SEDE for plegada in plegadas if plegada not in VACIAS)
    return sede or plegadas in ciudades or nombre.endswith(_COMILLAS)


def es_aparte(nombre: Sequence[Palabra], glosa: Sequence[Palabra]) -> bool:
    """Tell whether what a name has in parentheses is an aside: «SIAP (estadística agropecuaria)».

    Parts of a body are none, nor its people, «INEGI (investigadores)», nor words that tell two kinds of people apart.
    """
    cabeza, dichas = ([p for p in palabras if p.plegada not in VACIAS] for palabras in (nombre, glosa))
    if not cabeza or any(p.mayusculas or raiz(p.plegada) in FAMILIA for p in dichas) or es_cuerpo(dichas[0].plegada):
        return False
    if cabeza[0].mayusculas or (es_cuerpo(cabeza[0].plegada) and not en_plural(cabeza[0].plegada)):
        return not en_plural(dichas[0].plegada)
    return sum(peso(raiz(p.plegada)) >= PLENA for p in cabeza) > 1


def es_otro_nombre(nombre: Sequence[Palabra], glosa: Sequence[Palabra]) -> bool:
    """Tell whether what follows many of a kind may be how else they are called: «Operadores de taxi (taxistas)»."""
    cabeza, *_ = nombre
    otra, *_ = (palabra for palabra in glosa if palabra.plegada not in VACIAS)
    de_gente = not otra.mayusculas and en_plural(otra.plegada) and peso(raiz(otra.plegada)) >= PLENA
    return de_gente and en_plural(cabeza.plegada) and raiz(otra.plegada) not in FAMILIA


def _anexo(nombre: str) -> Glosa | None:
    """Return initials and what follows to say that they are those of the country: «Coparmex Nacional»."""
    if raiz(plegar(nombre.rsplit(maxsplit=1)[-1]) if nombre.strip() else "") not in DE_TODO:
        return None
    palabras = leer(nombre).palabras
    dichas = [raiz(palabra.plegada) for palabra in palabras[1:] if palabra.plegada not in VACIAS]
    return Glosa(palabras[:1], palabras[1:]) if dichas and DE_TODO.issuperset(dichas) else None


def _es_glosa(plegadas: Sequence[str]) -> bool:
    """Tell whether words say something, of no place or number, and are no beginning of the name: «Dirección de»."""
    if len(plegadas) == 1:
        return plegadas[0] not in VACIAS
    plenas = [plegada for plegada in plegadas if plegada not in VACIAS]
    if not any(peso(raiz(plegada)) >= PLENA for plegada in plenas[1:]) or plegadas[-1] in VACIAS:
        return False
    return not con_lugar(plenas)


def con_lugar(plegadas: Sequence[str]) -> bool:
    """Tell whether folded words name a state, or are numbers in part."""
    return any(palabra[0].isdigit() or lugar_en(plegadas, lugar)[1] for lugar, palabra in enumerate(plegadas))


def en_plural(plegada: str) -> bool:
    """Tell whether a folded word is in the plural."""
    return singular(plegada) != plegada
