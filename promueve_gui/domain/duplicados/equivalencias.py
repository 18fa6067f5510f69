"""What stands for what: the synonyms of the project, and the initials that its own groups explain.

«INEGI» in one name and «Instituto Nacional de Estadística y Geografía» in another become the same words. Initials that
two names claim («UAEM») stand for nothing here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.domain.duplicados.iniciales import LARGO, abrevia, abreviables, inicia, puede_abreviar
from promueve_gui.domain.duplicados.lectura import Palabra, leer, sigla_de
from promueve_gui.domain.duplicados.lugares import PALABRAS_DE_LUGAR, Ciudades, lugar_en
from promueve_gui.domain.duplicados.ortografia import FINAL, Ortografia
from promueve_gui.domain.duplicados.palabras import DE_FORMA, FAMILIA, LIGERA, VACIAS, es_cuerpo, peso
from promueve_gui.domain.duplicados.raiz import raiz, singular

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from promueve_gui.domain.catalogos import Sinonimo
    from promueve_gui.domain.duplicados.lectura import Lectura
    from promueve_gui.domain.grupos import GrupoUsuarios

# Bodies that are called by the first of their matters: «Secretaría de Hacienda», «Instituto Nacional de Bellas Artes».
_CON_MATERIAS, _SEGUNDA_MATERIA = re.compile(r"Secretaría de|\w+ Nacional "), re.compile(r"[,;] | [ey] ")
_BREVES = 2  # letters up to which initials count only in capitals: «SE», but «se»
_SON_PALABRAS = frozenset({"sin", "son", "ver"})  # abbreviations that are words when they have no period
# Initials that are words too: «Estados Unidos», «conocer los datos»; beside others, they count only in capitals.
_TAMBIEN_PALABRAS = frozenset({"asa", "conocer", "unido"})
_SOBRAN = frozenset(map(raiz, VACIAS - {"e", "o", "u", "y"}))
_DE_VARIOS = frozenset({"las", "los"})
_PARA_EXPLICAR = 16  # words of a description in which initials are looked for


class _Regla(NamedTuple):
    """How a term is recognised, word by word, and the words in its place; one that ``sigue`` begins no name."""

    claves: tuple[str, ...]
    valen: tuple[Palabra, ...]
    mayusculas: bool = False
    punto: bool = False
    plural: bool = False
    sigue: bool = False


class Equivalencias:
    """Puts long names in the place of initials, abbreviations and synonyms."""

    def __init__(self, sinonimos: Iterable[Sinonimo]) -> None:
        """Take the synonyms of the project."""
        self._siglas: dict[str, dict[frozenset[str], _Regla]] = {}
        self._exactas: dict[str, list[_Regla]] = {}
        self._por_raiz: dict[str, list[_Regla]] = {}
        self._abreviados: set[frozenset[str]] = set()
        self._de_siglas: Ortografia | None = None  # made when first asked for
        self._de_lugares: dict[str, set[str]] = {}  # the states of the names whose records have the same initials
        self._interesan: dict[str, bool] = {}  # words that a rule begins with, found when first asked for
        self.ciudades = Ciudades()
        dados = list(sinonimos)
        for sinonimo in dados:
            self._tomar(sinonimo.termino, sinonimo.equivale)
        self._catalogo = frozenset(self._siglas)
        self._ortografia = Ortografia(chain(PALABRAS_DE_LUGAR, *map(_palabras_de, dados)), FINAL)
        self._cortas = _cortas(sinonimo.equivale for sinonimo in dados)
        for reglas in (*self._exactas.values(), *self._por_raiz.values()):
            reglas.sort(key=lambda regla: -len(regla.claves))
        for sigla, dichas in self._siglas.items():
            # A long name may hold a word that has a synonym of its own.
            self._siglas[sigla] = {clave: self._told_whole(regla) for clave, regla in dichas.items()}
        for por_palabra in (self._exactas, self._por_raiz):
            for palabra, reglas in por_palabra.items():
                por_palabra[palabra] = [self._told_whole(regla) for regla in reglas]

    def _told_whole(self, regla: _Regla) -> _Regla:
        return regla._replace(valen=tuple(self.desplegar(regla.valen)))

    def conoce(self, sigla: str) -> bool:
        """Tell whether initials stand for one name alone."""
        return len(self._siglas.get(sigla, ())) == 1

    def abreviado(self, raices: frozenset[str]) -> bool:
        """Tell whether initials are known that stand for the name with these roots."""
        return _sin_signo(raices) in self._abreviados

    def aprender(self, grupo: GrupoUsuarios, lectura: Lectura) -> None:
        """Learn what the initials in a record stand for, when its own name or description spells them."""
        propias = sigla_de(grupo.siglas)
        palabras = lectura.palabras
        nombre = [palabra.plegada for palabra in palabras]
        for sigla in dict.fromkeys((*lectura.siglas, propias)):
            if sigla in self._catalogo or sigla in DE_FORMA or len(sigla) not in LARGO or not sigla.isalpha():
                continue
            escrito = [palabra for palabra in palabras if palabra.plegada not in DE_FORMA | {sigla}]
            resto = self.desplegar(escrito)
            if sigla == propias:
                self._de_lugares.setdefault(sigla, set()).update(_lugares([palabra.plegada for palabra in resto]))
            formas = [abreviables([palabra.plegada for palabra in una]) for una in (resto, escrito)]
            dicha = nombre[-1] == sigla and any(puede_abreviar(sigla, una) for una in formas)
            if dicha or any(abrevia(sigla, una) for una in formas):
                self._anotar(sigla, resto)
            elif sigla in nombre:
                descrito = leer(f"{grupo.descripcion} {grupo.notas}").palabras[:_PARA_EXPLICAR]
                self._anotar(sigla, _explicada(sigla, resto) or _explicada(sigla, descrito))

    def nombrar(self, lectura: Lectura, conocidas: Container[str] = ()) -> Sequence[Palabra]:
        """Return the whole words of a name: spelt out, and only once what it says both in full and by initials."""
        palabras = [self._bien_escrita(palabra) for palabra in lectura.palabras]
        if len(palabras) == 1:
            palabras = [self._sin_errata(palabras[0])]
        for sigla, resto in ((palabras[:1], palabras[1:]), (palabras[-1:], palabras[:-1])):
            if resto and sigla[0].plegada in lectura.siglas:
                regla = self._sigla(sigla[0])
                dichas = abreviables([palabra.plegada for palabra in resto])
                if regla and _dice(regla.claves[0], dichas) and not _con_lugar(dichas):
                    return self.completar(regla.valen)
                if regla is None and abrevia(sigla[0].plegada, dichas):  # initials that several have
                    palabras = list(resto)
                    break
        # What was abbreviated may have a synonym once it is whole: «Inst. Nal. de las Mujeres».
        enteras = self.desplegar(palabras, conocidas)
        return self.completar(enteras if enteras == palabras else self.desplegar(enteras, conocidas))

    def desplegar(self, palabras: Sequence[Palabra], conocidas: Container[str] = ()) -> list[Palabra]:
        """Return the words of a name with what its terms stand for in their place.

        Initials that make up a word of ``conocidas`` with the word beside them are part of it: «Social TIC».
        """
        if not any(palabra.mayusculas or self._interesa(palabra) for palabra in palabras):
            return list(palabras)
        salida: list[Palabra] = []
        lugar = 0
        while lugar < len(palabras):
            regla, cuantas = self._regla_en(palabras, lugar)
            junta = _con_la_que_sigue(palabras[lugar : lugar + 2])
            if junta in conocidas:
                salida.append(Palabra(junta))
                lugar += 2
            elif regla is None:
                salida.append(palabras[lugar])
                lugar += 1
            else:
                salida += regla.valen
                lugar += cuantas
        return salida

    def completar(self, palabras: Sequence[Palabra]) -> Sequence[Palabra]:
        """Return the whole name of a body that is called by the first of its matters: «Secretaría de Hacienda»."""
        return self._cortas.get(_plenas(palabras), palabras)

    def _bien_escrita(self, palabra: Palabra) -> Palabra:
        """Return a word as the catalogue has it, when it is one of its words but for a slip."""
        if palabra.mayusculas or palabra.punto:
            return palabra
        bien = self._ortografia.corregida(palabra.plegada)
        return palabra if bien == palabra.plegada else palabra._replace(plegada=bien)

    def _sin_errata(self, palabra: Palabra) -> Palabra:
        """Return the only word of a name or, when nothing is known of it, the initials that it is but for a slip."""
        plegada = palabra.plegada
        if self._interesa(palabra):
            return palabra
        if self._de_siglas is None:
            self._de_siglas = Ortografia(self._siglas, 1)
        return palabra._replace(plegada=self._de_siglas.corregida(plegada))

    def _tomar(self, termino: str, equivale: str) -> None:
        partes = leer(termino).palabras
        valen = tuple(leer(equivale).palabras)
        if not partes or not valen or self.ciudades.tomar([p.plegada for p in partes], [v.plegada for v in valen]):
            return
        if "." not in termino and len(partes) == 1 and sum(letra.isupper() for letra in termino) > 1:
            self._anotar(partes[0].plegada, valen)
        elif "." in termino:
            claves = tuple(parte.plegada for parte in partes)
            plegadas = [palabra.plegada for palabra in valen]
            sigue = _con_lugar(plegadas) or raiz(plegadas[0]) in FAMILIA
            regla = _Regla(claves, valen, punto=claves[0] in _SON_PALABRAS, sigue=sigue)
            self._exactas.setdefault(claves[0], []).append(regla)
            if len(claves) == 1 and claves[0][-1] != "s" and not sigue:  # «Deptos.», but «B.C.S.» is not «B.C.»
                varias = regla._replace(claves=(f"{claves[0]}s",))
                self._exactas.setdefault(varias.claves[0], []).append(varias)
        else:
            claves = tuple(raiz(parte.plegada) for parte in partes)
            # «Ganaderos» are producers, but a «Unión Ganadera» is called so.
            plural = len(partes) == 1 and singular(partes[0].plegada) != partes[0].plegada
            self._por_raiz.setdefault(claves[0], []).append(_Regla(claves, valen, plural=plural))

    def _anotar(self, sigla: str, valen: Sequence[Palabra]) -> None:
        if valen:
            self._interesan.clear()
            regla = _Regla(
                (sigla,), tuple(valen), mayusculas=len(sigla) <= _BREVES or sigla in VACIAS | _TAMBIEN_PALABRAS
            )
            dichas = frozenset(raiz(palabra.plegada) for palabra in valen if palabra.plegada not in VACIAS)
            self._abreviados.add(dichas)
            reglas = self._siglas.setdefault(sigla, {})
            for otras, otra in list(reglas.items()):
                if _abreviadas(valen, otra.valen):
                    return
                if _abreviadas(otra.valen, valen):
                    del reglas[otras]
            reglas[dichas] = regla

    def _regla_en(self, palabras: Sequence[Palabra], lugar: int) -> tuple[_Regla | None, int]:
        """Return the rule that goes for the words from a place on, and how many of them it takes."""
        palabra = palabras[lugar]
        if not self._interesa(palabra):
            return None, 0
        frase, cuantas = self._frase_en(palabras, lugar)
        if cuantas > 1:
            return frase, cuantas
        sigla = self._sigla(palabra)
        if sigla is not None and (not sigla.mayusculas or palabra.mayusculas or len(palabras) == 1):
            return sigla, 1
        return frase, cuantas

    def _frase_en(self, palabras: Sequence[Palabra], lugar: int) -> tuple[_Regla | None, int]:
        """Return the longest rule of words that are there, as they are or by their roots, and how many they are."""
        palabra = palabras[lugar]
        for regla in self._exactas.get(palabra.plegada, ()):
            # «Col.» is Colima and «Fed.» is «federal», but at the beginning of a name «Colegio» and «Federación».
            if regla.sigue and len(regla.claves) < len(palabras) and not _algo_dicen(palabras[:lugar]):
                continue
            claves = tuple(otra.plegada for otra in palabras[lugar : lugar + len(regla.claves)])
            if claves == regla.claves and (palabra.punto or not regla.punto):
                return regla, len(claves)
        for regla in self._por_raiz.get(raiz(palabra.plegada), ()):
            if regla.plural and _es_adjetivo(palabras[: lugar + 1]):
                continue
            cuantas = _calza(regla.claves, palabras[lugar:])
            if cuantas and not _corta_lugar(palabras[lugar:], cuantas):
                return regla, cuantas
        return None, 0

    def _interesa(self, palabra: Palabra) -> bool:
        """Tell whether a rule begins with a word."""
        interesa = self._interesan.get(palabra.plegada)
        if interesa is None:
            reglas = raiz(palabra.plegada) in self._por_raiz or palabra.plegada in self._exactas
            interesa = self._interesan[palabra.plegada] = reglas or self._sigla(palabra) is not None
        return interesa

    def _sigla(self, palabra: Palabra) -> _Regla | None:
        """Return the rule of initials, also of several: «PyMEs», «ONG's»; «Cám.» is an abbreviation, not «CAM».

        A last «S» in capitals is one of them, «UABCS» is not «UABC», but where many of a kind are meant: «ONGS».
        """
        if palabra.punto and not palabra.mayusculas:
            return None
        for sigla in dict.fromkeys((palabra.plegada, palabra.plegada.removesuffix("s").rstrip("'’´"))):
            reglas = [*self._siglas.get(sigla, {}).values()]
            de_uno = palabra.mayusculas and sigla != palabra.plegada and not _de_varios(reglas[:1])
            # Initials that bodies of two states have, «SEMOVI», stand for none of them.
            if len(reglas) == 1 and not de_uno and len(self._de_lugares.get(sigla, ())) <= 1:
                return reglas[0]
        return None


def _de_varios(reglas: Sequence[_Regla]) -> bool:
    """Tell whether initials stand for many of a kind: «OSC», «PyME»."""
    return any(singular(regla.valen[0].plegada) != regla.valen[0].plegada for regla in reglas)


@lru_cache(maxsize=1 << 15)
def _sin_signo(raices: frozenset[str]) -> frozenset[str]:
    """Return the roots of a name with those of the words of its states: «§nuevo_leon» is «nuev», «leon»."""
    return frozenset(
        suya for palabra in raices for suya in (map(raiz, palabra[1:].split("_")) if palabra[0] == "§" else (palabra,))
    )


def _cortas(largos: Iterable[str]) -> dict[tuple[str, ...], Sequence[Palabra]]:
    """Return the whole names of bodies by what stands in front of their second matter, where that is of one alone.

    One with the short name for its whole name is left alone: «Secretaría de Energía».
    """
    nombres = {_plenas(leer(largo).palabras): largo for largo in largos if _CON_MATERIAS.match(largo)}
    cortas: dict[tuple[str, ...], list[str]] = {}
    for largo in nombres.values():
        corta = _plenas(leer(_SEGUNDA_MATERIA.split(largo, maxsplit=1)[0]).palabras)
        cortas.setdefault(corta, []).append(largo)
    return {
        corta: leer(posibles[0]).palabras
        for corta, posibles in cortas.items()
        if len(posibles) == 1 and corta not in nombres
    }


def _plenas(palabras: Sequence[Palabra]) -> tuple[str, ...]:
    return tuple(raiz(palabra.plegada) for palabra in palabras if palabra.plegada not in VACIAS)


def _algo_dicen(palabras: Sequence[Palabra]) -> bool:
    return any(palabra.plegada not in VACIAS for palabra in palabras)


def _es_adjetivo(palabras: Sequence[Palabra]) -> bool:
    """Tell whether the last word says of a body which it is: «Unión Ganadera», «Confederación Nacional Campesina»."""
    *antes, ultima = palabras
    while antes and antes[-1].plegada not in VACIAS and peso(raiz(antes[-1].plegada)) == LIGERA:
        antes.pop()
    de_cuerpo = bool(antes) and (antes[-1].punto or es_cuerpo(antes[-1].plegada))
    return de_cuerpo and singular(ultima.plegada) == ultima.plegada


def _palabras_de(sinonimo: Sinonimo) -> Iterator[str]:
    """Yield the words of a synonym that are no initials, nor abbreviations."""
    for texto in (sinonimo.termino, sinonimo.equivale):
        yield from (p.plegada for p in leer(texto).palabras if not p.mayusculas and not p.punto)


def _abreviadas(breves: Sequence[Palabra], enteras: Sequence[Palabra]) -> bool:
    """Tell whether some words are others, abbreviated: «Centro Fed. de Conciliación»."""
    unas, otras = ([p for p in palabras if p.plegada not in VACIAS] for palabras in (breves, enteras))
    return (
        any(palabra.punto for palabra in unas)
        and len(unas) == len(otras)
        and all(
            u.plegada == o.plegada or (u.punto and o.plegada.startswith(u.plegada))
            for u, o in zip(unas, otras, strict=True)
        )
    )


def _dice(sigla: str, palabras: Sequence[str]) -> bool:
    return abrevia(sigla, palabras) or puede_abreviar(sigla, palabras)


def _con_lugar(plegadas: Sequence[str]) -> bool:
    return bool(_lugares(plegadas))


def _lugares(plegadas: Sequence[str]) -> set[str]:
    return {estado for lugar in range(len(plegadas)) if (estado := lugar_en(plegadas, lugar)[0])}


def _con_la_que_sigue(dos: Sequence[Palabra]) -> str:
    """Return two words as one, when one of them is initials."""
    return "".join(palabra.plegada for palabra in dos) if any(palabra.mayusculas for palabra in dos[1:]) else ""


def _calza(claves: Sequence[str], palabras: Sequence[Palabra]) -> int:
    """Return how many words say what a rule says, whatever the articles and prepositions inside; 0 when they do not."""
    de_la_regla = de_palabras = 0
    while de_la_regla < len(claves):
        plegada = palabras[de_palabras].plegada if de_palabras < len(palabras) else ""
        dicha = raiz(plegada)
        # «Gobierno del Estado» is not «gobiernos de los estados».
        de_uno = claves[de_la_regla] in _DE_VARIOS and singular(plegada) == plegada
        if dicha == claves[de_la_regla]:
            de_la_regla, de_palabras = de_la_regla + 1, de_palabras + 1
        elif dicha in _SOBRAN:
            de_palabras += 1
        elif claves[de_la_regla] in _SOBRAN and de_la_regla + 1 < len(claves) and not de_uno:
            de_la_regla += 1
        else:
            return 0
    return de_palabras


def _corta_lugar(palabras: Sequence[Palabra], cuantas: int) -> bool:
    """Tell whether the first words end inside the name of a state: «Gobierno del Estado» de México."""
    plegadas = [palabra.plegada for palabra in palabras]
    return any(desde + lugar_en(plegadas, desde)[1] > cuantas for desde in range(1, cuantas))


def _explicada(sigla: str, palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Return the words that initials stand for, if some do one after another."""
    plegadas = [palabra.plegada for palabra in palabras]
    for desde, palabra in enumerate(plegadas):
        if palabra[0] == sigla[0] and palabra not in VACIAS and (cuantas := inicia(sigla, plegadas[desde:])):
            return palabras[desde : desde + cuantas]
    return ()
