"""How alike two names are, word by word, and two records with those names. From 0 to 100."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.duplicados.lexico import CERCA_FAMILIA
from promueve_gui.domain.duplicados.palabras import COLECTIVA, FAMILIA, LIGERA, LUGAR, MEDIA, PLENA, UNIDADES, peso
from promueve_gui.domain.duplicados.raiz import raiz

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.duplicados.formas import Forma

_SUSTITUCION = 30  # points off when each name has a word of its own where the other has another
_SOBRA = 10  # and for each full word that only one of them has
_SOLO_GENERICAS = 20  # «Bancos» and «Banco de México» share no word that tells which bank
_OTRO_LUGAR, _SOLO_UN_LUGAR = 40, 15  # two states; a state in one name only
_CON_NOMBRE = 4  # words of something that has a number and a name: «Distrito de Riego 038 Río Mayo»
_SOLO_UN_CUERPO = 4
_CRUZADAS = 15
_CUERPOS = frozenset({MEDIA, COLECTIVA})
_OPUESTAS = 30  # words of which one excludes the other
_MUNICIPALES = frozenset(map(raiz, ("ayuntamiento", "alcaldia")))
_DE_UN_LUGAR = _MUNICIPALES | frozenset(map(raiz, ("ejido", "comunidad", "barrio", "colonia", "municipio")))


class Cotejo(NamedTuple):
    """Two names laid side by side: the points, the words that each has alone, and those taken for one another.

    ``sigla`` are the initials for which one name was taken, when that is what brings them together, and ``dicho`` the
    other name that one of the records gives.
    """

    puntaje: float
    solo_uno: frozenset[str] = frozenset()
    solo_otro: frozenset[str] = frozenset()
    tomadas: tuple[tuple[str, str], ...] = ()
    sigla: str = ""
    dicho: str = ""


def tope(uno: Forma, otro: Forma, vecinas: Mapping[str, Mapping[str, float]]) -> float:
    """Return the most points that two names could get, without working out which words are which."""
    suyas, otras = uno.conjunto, otro.conjunto
    pesan = sobran = 0.0
    for palabra in suyas:
        if palabra in otras:
            pesan += peso(palabra)
        elif palabra in vecinas:
            posibles = [peso(otra) for otra in otras if otra in vecinas[palabra]]
            if posibles:
                pesan += min(peso(palabra), max(posibles))
                sobran += max(abs(peso(palabra) - cuanto) for cuanto in posibles)
    return 200 * pesan / (uno.peso + otro.peso - sobran)


def cotejar(uno: Forma, otro: Forma, vecinas: Mapping[str, Mapping[str, float]]) -> Cotejo:
    """Lay two names with the same numbers side by side."""
    comunes = uno.conjunto & otro.conjunto
    solo_uno, solo_otro = uno.conjunto - comunes, otro.conjunto - comunes
    # Two places that begin alike are two: «Ayuntamiento de Guadalajara», «Ayuntamiento de Guadalupe».
    menos = CERCA_FAMILIA if _DE_UN_LUGAR & comunes else 0
    tomadas, parecido = _tomadas(solo_uno, solo_otro, vecinas, menos)
    # «Mexiicana» tells no more than «mexicana», nor «pers.» than «personas».
    de_mas = sum(abs(peso(una) - peso(otra)) for una, otra in tomadas)
    solo_uno -= {una for una, _ in tomadas}
    solo_otro -= {otra for _, otra in tomadas}
    sobra, castigo = _por_lugares(solo_uno, solo_otro, comunes, numerados=bool(uno.marcas))
    puntaje = 200 * (sum(map(peso, comunes)) + parecido) / (uno.peso + otro.peso - sobra - de_mas)
    suyo, ajeno = _lo_que_dicen(solo_uno), _lo_que_dicen(solo_otro)
    puntaje -= castigo + _SUSTITUCION * min(PLENA, suyo, ajeno) + _SOBRA * (suyo + ajeno - sobra)
    if (solo_uno or solo_otro) and not tomadas and not any(peso(palabra) >= COLECTIVA for palabra in comunes):
        puntaje -= _SOLO_GENERICAS
    if _opone(solo_uno, otro.conjunto) or _opone(solo_otro, uno.conjunto):
        puntaje -= _OPUESTAS
    puntaje -= _por_comienzos(uno, otro, tomadas)
    return Cotejo(max(puntaje, 0), solo_uno, solo_otro, tomadas)


def _por_comienzos(uno: Forma, otro: Forma, tomadas: Sequence[tuple[str, str]]) -> float:
    """Return the points that two names lose for what they begin with, which says what they are the name of."""
    if not uno.palabras or not otro.palabras:
        return 0
    suya, ajena = uno.palabras[0], otro.palabras[0]
    if _cuerpo_sin_par(suya, otro) or _cuerpo_sin_par(ajena, uno):
        return _SOLO_UN_CUERPO
    return _CRUZADAS if tomadas and _cruzadas(uno, otro, dict(tomadas)) else 0


def _cuerpo_sin_par(primera: str, otro: Forma) -> bool:
    """Tell whether a name begins with a kind of body, and the other with people: «Colegio de Notarios», «Notario»."""
    de_cuerpo = primera not in UNIDADES and primera not in otro.conjunto and peso(primera) in _CUERPOS
    return de_cuerpo and peso(otro.palabras[0]) >= PLENA


def _cruzadas(uno: Forma, otro: Forma, tomadas: Mapping[str, str]) -> bool:
    """Tell whether each name begins with what the other goes on with, but for its family.

    «Periodismo de investigación» is not «Investigadores en periodismo»; the same words in another order are the same.
    """
    suya, ajena = uno.palabras[0], otro.palabras[0]
    por_suya = tomadas.get(suya, suya if suya in otro.conjunto else ajena)
    por_ajena = next((una for una, otra in tomadas.items() if otra == ajena), ajena if ajena in uno.conjunto else suya)
    return (suya in tomadas or ajena in tomadas.values()) and por_suya != ajena and por_ajena != suya


def _lo_que_dicen(solas: frozenset[str]) -> float:
    """Return what words weigh, but for those that say next to nothing: «sector», «general»."""
    return sum(cuanto for cuanto in map(peso, solas) if cuanto > LIGERA)


def _tomadas(
    solo_uno: frozenset[str], solo_otro: frozenset[str], vecinas: Mapping[str, Mapping[str, float]], menos: float
) -> tuple[tuple[tuple[str, str], ...], float]:
    """Return which words are taken for which, the surest first, and what they weigh together.

    None is taken with less certainty than ``menos``.
    """
    posibles = [
        (cuanto, una, otra)
        for una in solo_uno
        if una in vecinas
        for otra, cuanto in vecinas[una].items()
        if otra in solo_otro and cuanto >= menos
    ]
    hechas: dict[str, str] = {}
    pesan = 0.0
    for cuanto, una, otra in sorted(posibles, reverse=True):
        if una not in hechas and otra not in hechas.values():
            hechas[una] = otra
            pesan += cuanto * min(peso(una), peso(otra))
    return tuple(hechas.items()), pesan


def _por_lugares(
    solo_uno: frozenset[str], solo_otro: frozenset[str], comunes: frozenset[str], *, numerados: bool
) -> tuple[float, float]:
    """Return the weight that places should not have had, and the points that they take off."""
    suyos, ajenos = (any(palabra[0] == "§" for palabra in solas) for solas in (solo_uno, solo_otro))
    if suyos and ajenos:
        return 0, _OTRO_LUGAR
    if not suyos and not ajenos:
        return 0, 0
    # The state after the name of a municipality, or after a number and a name, only says where it is.
    plenas = sum(peso(palabra) >= PLENA for palabra in comunes)
    de_uno = (plenas > 1 and not _MUNICIPALES.isdisjoint(comunes)) or (numerados and plenas >= _CON_NOMBRE)
    return (LUGAR, 0) if de_uno else (0, _SOLO_UN_LUGAR)


def _opone(solas: frozenset[str], todas: frozenset[str]) -> bool:
    familias = {FAMILIA[palabra] for palabra in solas if palabra in FAMILIA}
    return bool(familias) and any(FAMILIA.get(palabra) in familias for palabra in todas)
