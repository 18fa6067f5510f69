"""Names that are only initials which nobody explains, and the long names or records that they may be."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.duplicados.formas import Forma, sin_estatal
from promueve_gui.domain.duplicados.iniciales import LARGO, abrevia, inicia
from promueve_gui.domain.duplicados.lectura import sigla_de
from promueve_gui.domain.duplicados.palabras import LIGERA, VACIAS, peso
from promueve_gui.domain.duplicados.puntaje import Cotejo, cotejar
from promueve_gui.domain.duplicados.raiz import raiz
from promueve_gui.domain.duplicados.tipos import UMBRAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from promueve_gui.domain.duplicados.equivalencias import Equivalencias

_Suelta: TypeAlias = "tuple[str, frozenset[str]]"

_SUYAS, _UNICAS, _DE_VARIAS = 92, 88, 72  # points of initials in the record, of one name, of names that are not alike
_BREVES = 2  # letters up to which initials count only in capitals: «UT», but «ut»
_SIN_NUMERO: frozenset[str] = frozenset()
_TOPE = 60  # names with the same initials beyond which these tell nothing


def por_siglas(
    formas: Sequence[Forma], equivalencias: Equivalencias, vecinas: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[int, int, Cotejo | None]]:
    """Yield pairs of names that initials bring together; without points when the names are to be compared yet."""
    sueltas = _sueltas(formas, equivalencias)
    yield from _de_registros(formas, sueltas)
    por_letra: dict[str, list[_Suelta]] = {}
    for suelta in sueltas:
        por_letra.setdefault(suelta[0][0], []).append(suelta)
    largas: dict[_Suelta, list[Forma]] = {}
    for forma in formas if por_letra else ():
        for suelta in chain.from_iterable(por_letra.get(letra, ()) for letra in _iniciales(forma)):
            if suelta[1] == forma.marcas and _puede_abreviar(suelta[0], forma, equivalencias):
                largas.setdefault(suelta, []).append(forma)
    for suelta, posibles in largas.items():
        sigla, _ = suelta
        suyas = [forma for forma in posibles if _abrevia(sigla, forma, entera=True)] or posibles
        suyas = [forma for forma in suyas if not _abreviada(forma)] or suyas
        suyas = [forma for forma in suyas if not equivalencias.abreviado(forma.conjunto)] or suyas
        puntos = _UNICAS if _son_una(suyas, vecinas) else _DE_VARIAS
        for forma in suyas[:_TOPE]:
            yield (*_par(sueltas[suelta], forma), Cotejo(puntos, sigla=sigla))
    yield from _de_comienzos(formas, equivalencias, vecinas)


def _sueltas(formas: Sequence[Forma], equivalencias: Equivalencias) -> dict[_Suelta, Forma]:
    """Return the names of one word that stands for nothing known, by it and by the numbers beside it: «HGZ 11»."""
    solas = ((forma, forma.ordenes[0]) for forma in formas if len(forma.conjunto) == 1)
    return {
        (escritas[0], forma.marcas): forma
        for forma, escritas in solas
        if len(escritas) == 1 and _puede_ser(escritas[0], forma) and not equivalencias.conoce(escritas[0])
    }


def _puede_ser(escrita: str, forma: Forma) -> bool:
    """Tell whether the only word of a name may be initials."""
    return escrita.isalpha() and len(escrita) in LARGO and (len(escrita) > _BREVES or escrita in forma.siglas)


def _de_registros(
    formas: Sequence[Forma], sueltas: Mapping[_Suelta, Forma]
) -> Iterator[tuple[int, int, Cotejo | None]]:
    """Yield names whose records have the same initials, or initials that are the name of another."""
    por_sigla: dict[str, dict[int, Forma]] = {}
    for forma in formas:
        for grupo in forma.grupos:
            if grupo.siglas:
                por_sigla.setdefault(sigla_de(grupo.siglas), {})[forma.numero] = forma
    for sigla, suyas in por_sigla.items():
        juntas = sorted(suyas)[:_TOPE]
        suelta = sueltas.get((sigla, _SIN_NUMERO))
        for lugar, numero in enumerate(juntas):
            if suelta is not None and suelta.numero != numero:
                yield (*_par(suelta, suyas[numero]), Cotejo(_SUYAS, sigla=sigla))
            yield from ((numero, otro, None) for otro in juntas[lugar + 1 :])
    yield from _con_resto(formas, por_sigla)


def _con_resto(
    formas: Sequence[Forma], por_sigla: Mapping[str, Mapping[int, Forma]]
) -> Iterator[tuple[int, int, Cotejo]]:
    """Yield names that are initials and where, and names of there whose records have them: «CODE Jalisco»."""
    for forma in formas if por_sigla else ():
        for sigla in forma.siglas:
            resto = forma.conjunto - {raiz(sigla)}
            if not resto or len(resto) == len(forma.conjunto):
                continue
            for larga in por_sigla.get(sigla, {}).values():
                dice = all(palabra in larga.conjunto or peso(palabra) == LIGERA for palabra in resto)
                if dice and larga is not forma and larga.marcas == forma.marcas:
                    yield (*_par(forma, larga), Cotejo(_SUYAS, sigla=sigla))


def _de_comienzos(
    formas: Sequence[Forma], equivalencias: Equivalencias, vecinas: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[int, int, Cotejo | None]]:
    """Yield names that are alike once the initials in one of them are spelt out: «CANACO Guadalajara»."""
    abreviadas = [
        (forma, sigla)
        for forma in formas
        if len(forma.conjunto) > 1
        for sigla in forma.siglas
        if raiz(sigla) in forma.conjunto and not equivalencias.conoce(sigla)
    ]
    restos = {forma.numero: forma.conjunto - {raiz(sigla)} for forma, sigla in abreviadas}
    buscadas = frozenset().union(*restos.values()) if restos else frozenset()
    con: dict[str, list[Forma]] = {}
    for forma in formas if buscadas else ():
        for palabra in forma.conjunto & buscadas:
            con.setdefault(palabra, []).append(forma)
    for forma, sigla in abreviadas:
        resto = restos[forma.numero]
        rara = min(resto, key=lambda palabra: (len(con[palabra]), palabra))
        for larga in con[rara][:_TOPE]:
            if larga.numero != forma.numero and larga.marcas == forma.marcas:
                cotejo = cotejar(_desplegada(forma, sigla, larga), larga, vecinas)
                if cotejo.puntaje >= UMBRAL:
                    yield (*_par(forma, larga), Cotejo(min(cotejo.puntaje, _UNICAS), sigla=sigla))


def _desplegada(forma: Forma, sigla: str, larga: Forma) -> Forma:
    """Return a name with its initials spelt out by the words of another, or as it is when these do not spell them."""
    escritas = larga.ordenes[0]
    for desde, palabra in enumerate(escritas):
        if palabra[0] == sigla[0] and palabra not in VACIAS and (cuantas := inicia(sigla, escritas[desde:])):
            dichas = [raiz(dicha) for dicha in escritas[desde : desde + cuantas] if dicha not in VACIAS]
            propias = [palabra for palabra in forma.palabras if palabra != raiz(sigla)]
            return Forma(sin_estatal(tuple(dict.fromkeys((*propias, *dichas)))), forma.marcas, forma.numero)
    return forma


def _son_una(formas: Sequence[Forma], vecinas: Mapping[str, Mapping[str, float]]) -> bool:
    primera = formas[0]
    return all(
        primera.marcas == otra.marcas and cotejar(primera, otra, vecinas).puntaje >= UMBRAL for otra in formas[1:]
    )


def _puede_abreviar(sigla: str, forma: Forma, equivalencias: Equivalencias) -> bool:
    """Tell whether initials may stand for a name: «Investigadores» is none of those of «Investigadores en salud»."""
    entera = equivalencias.abreviado(forma.conjunto)  # with initials of its own it has hardly others
    return len(forma.conjunto) > 1 and raiz(sigla) not in forma.conjunto and _abrevia(sigla, forma, entera=entera)


def _abreviada(forma: Forma) -> bool:
    """Tell whether a name has initials that nothing explains: «U. A. de Sinaloa»."""
    return any(raiz(sigla) in forma.conjunto for sigla in forma.siglas)


def _abrevia(sigla: str, forma: Forma, *, entera: bool = False) -> bool:
    return any(abrevia(sigla, orden, entera=entera) for orden in forma.ordenes)


def _iniciales(forma: Forma) -> set[str]:
    return {next((palabra[0] for palabra in orden if palabra not in VACIAS), "") for orden in forma.ordenes}


def _par(una: Forma, otra: Forma) -> tuple[int, int]:
    return (una.numero, otra.numero) if una.numero < otra.numero else (otra.numero, una.numero)
