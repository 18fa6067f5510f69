"""Why two groups look alike, in sentences for people, with the words as they wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.lectura import leer, trozos
from promueve_gui.domain.duplicados.ortografia import es_errata
from promueve_gui.domain.duplicados.palabras import DE_OFICIO, GENERAL, VACIAS
from promueve_gui.domain.duplicados.raiz import raiz
from promueve_gui.domain.duplicados.registros import mismas_siglas, sigla_dicha
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from promueve_gui.domain.duplicados.puntaje import Cotejo
    from promueve_gui.domain.duplicados.registros import Registros
    from promueve_gui.domain.grupos import GrupoUsuarios

_INICIAL = 2  # signs of an initial with its period
_EQUIVALEN = "Los nombres dicen lo mismo con palabras o siglas que equivalen."


def razones(uno: GrupoUsuarios, otro: GrupoUsuarios, cotejo: Cotejo, registros: Registros) -> tuple[str, ...]:
    """Return the reasons for and against two groups being one, the names first."""
    return (*_de_nombres(uno.nombre, otro.nombre, cotejo), *_del_resto(uno, otro, registros))


def _de_nombres(uno: str, otro: str, cotejo: Cotejo) -> list[str]:
    if cotejo.dicho:
        return [f"Uno de los registros dice que también es «{cotejo.dicho}»."]
    if cotejo.sigla:
        return [f"Las siglas «{cotejo.sigla.upper()}» corresponden al otro nombre."]
    if cotejo.tomadas or cotejo.solo_uno or cotejo.solo_otro:
        dichas = list(_de_palabras(uno, otro, cotejo))
        uno_dice_mas = cotejo.solo_uno or cotejo.solo_otro
        return dichas or ["Los nombres se parecen." if uno_dice_mas else "Los nombres dicen casi lo mismo."]
    return [_de_escritura(uno, otro)]


def _de_palabras(uno: str, otro: str, cotejo: Cotejo) -> Iterator[str]:
    suyas, ajenas = _escritas(uno), _escritas(otro)
    for una, otra in cotejo.tomadas:
        if una in suyas and otra in ajenas:
            yield f"«{suyas[una]}» y «{ajenas[otra]}» parecen la misma palabra."
    solas = [*_halladas(cotejo.solo_uno, suyas), *_halladas(cotejo.solo_otro, ajenas)]
    if solas:
        yield f"Los nombres se parecen, pero solo uno dice {_entre_comillas(solas)}."


def _de_escritura(uno: str, otro: str) -> str:
    """Say in what two names differ that say the same in the same words."""
    if uno == otro:
        return "El nombre es el mismo."
    if plegar(uno) == plegar(otro):
        return "El nombre es el mismo; solo cambian acentos, mayúsculas o espacios."
    suyas, ajenas = _plenas(uno), _plenas(otro)
    if suyas == ajenas:
        return "El nombre es el mismo; solo cambian signos, artículos o preposiciones."
    if sorted(suyas) == sorted(ajenas):
        return "Los nombres tienen las mismas palabras en otro orden."
    if set(map(raiz, suyas)) == set(map(raiz, ajenas)):
        return "Los nombres tienen las mismas palabras; solo cambia el plural o el género."
    for suya, ajena in _mal_escritas(uno, otro):
        return f"«{suya}» y «{ajena}» parecen la misma palabra."
    corto, largo = sorted((uno, otro), key=lambda nombre: len(trozos(nombre)))
    if len(trozos(corto)) == 1:
        return f"«{corto}» equivale a «{largo}»."
    breves = [trozo for trozo in trozos(uno) + trozos(otro) if trozo[-1] == "." and len(trozo) > _INICIAL]
    return f"Los nombres dicen lo mismo; está abreviado {_entre_comillas(breves)}." if breves else _EQUIVALEN


def _mal_escritas(uno: str, otro: str) -> list[tuple[str, str]]:
    """Return the words of two names that are one but for a slip, when nothing else tells the names apart."""
    suyas, ajenas = ({plegar(trozo): trozo for trozo in trozos(nombre)} for nombre in (uno, otro))
    solas = [palabra for palabra in suyas if palabra not in ajenas and palabra not in VACIAS]
    otras = [palabra for palabra in ajenas if palabra not in suyas and palabra not in VACIAS]
    if len(solas) != len(otras) or not all(map(es_errata, solas, otras)):
        return []
    return [(suyas[una], ajenas[otra]) for una, otra in zip(solas, otras, strict=True)]


def _del_resto(uno: GrupoUsuarios, otro: GrupoUsuarios, registros: Registros) -> Iterator[str]:
    siglas = mismas_siglas(uno, otro)
    if siglas is not None:
        dichas = uno.siglas or otro.siglas or sigla_dicha(uno.nombre).upper()
        yield f"Tienen las mismas siglas: «{dichas}»." if siglas else "Sus siglas son distintas."
    if registros.misma_descripcion(uno, otro):
        yield "Sus descripciones dicen casi lo mismo."
    if uno.clase and otro.clase and uno.clase is not otro.clase:
        yield "Su clase es distinta, y eso baja el parecido."


def _escritas(nombre: str) -> dict[str, str]:
    """Return the words of a name as written, by the root under which they are compared."""
    hechas: dict[str, str] = {}
    for trozo in trozos(nombre):
        plegada = plegar(trozo.rstrip("."))
        hechas.setdefault(raiz(plegada), trozo)
        hechas.setdefault(f"{plegada}.", trozo)
    if GENERAL in hechas:
        hechas[DE_OFICIO] = hechas[GENERAL]
    return hechas


def _halladas(raices: Iterable[str], escritas: dict[str, str]) -> list[str]:
    return [escrita for una, escrita in escritas.items() if una in raices]


def _plenas(nombre: str) -> list[str]:
    return [palabra.plegada for palabra in leer(nombre).palabras if palabra.plegada not in VACIAS]


def _entre_comillas(palabras: Iterable[str]) -> str:
    return ", ".join(f"«{palabra}»" for palabra in dict.fromkeys(palabras))
