"""Names in the form in which they are compared: roots of their words, without what does not tell them apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.duplicados.equivalencias import Equivalencias
from promueve_gui.domain.duplicados.glosas import dice_que_es, glosas_de
from promueve_gui.domain.duplicados.iniciales import abreviables
from promueve_gui.domain.duplicados.lectura import leer
from promueve_gui.domain.duplicados.lugares import FRASES_DE_LUGAR, lugar_en, sin_estado_de_ciudad
from promueve_gui.domain.duplicados.marcas import marca
from promueve_gui.domain.duplicados.palabras import (
    ANTES_DE_NUMERO,
    DE_FORMA,
    DE_MEDIO,
    FAMILIA,
    FRASES_DE_CUERPO,
    FRASES_DE_FORMA,
    LIGERA,
    PLENA,
    VACIAS,
    es_cuerpo,
    peso,
)
from promueve_gui.domain.duplicados.pegadas import Pegadas
from promueve_gui.domain.duplicados.raiz import raiz, singular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from promueve_gui.domain.catalogos import Sinonimo
    from promueve_gui.domain.duplicados.lectura import Palabra
    from promueve_gui.domain.grupos import GrupoUsuarios

_Clave: TypeAlias = "tuple[frozenset[str], frozenset[str]]"

_ESTATAL, _UNIVERSIDAD = raiz("estatal"), raiz("universidad")
_FINALES = frozenset(frase[-1] for frase in FRASES_DE_CUERPO)
_CIVIL = ("asociacion", "civil")
_TRATAMIENTOS = frozenset("hc")  # «H. Ayuntamiento», «C. Secretario»
_ARTICULOS = frozenset("el la los las".split())
_FRASES = {una[0]: [frase for frase in FRASES_DE_FORMA if frase[0] == una[0]] for una in FRASES_DE_FORMA}
_INICIOS = frozenset((*FRASES_DE_LUGAR, *DE_FORMA, *ANTES_DE_NUMERO, *_FRASES))


@dataclass(slots=True, eq=False)
class Forma:
    """What several names say alike: the roots of their words, their numbers, and the groups that are called so.

    ``nucleo`` are the words that tell something; ``peso`` what all of them weigh together; ``ordenes`` the folded
    words as each of the names has them, what they stand for first, and ``siglas`` those that look like initials.
    ``breve`` is the number of the form of the name without what was added to say what it is, if some name is that.
    """

    palabras: tuple[str, ...]
    marcas: frozenset[str]
    numero: int
    siglas: tuple[str, ...] = ()
    ordenes: list[tuple[str, ...]] = field(default_factory=list)
    conjunto: frozenset[str] = field(init=False)
    nucleo: frozenset[str] = field(init=False)
    peso: float = field(init=False)
    grupos: list[GrupoUsuarios] = field(default_factory=list)
    breve: int | None = None

    def __post_init__(self) -> None:
        """Work out what follows from the words."""
        self.conjunto = frozenset(self.palabras)
        self.nucleo = frozenset(p for p in self.conjunto if peso(p) > LIGERA) or self.conjunto
        self.peso = sum(map(peso, self.conjunto))

    def escribir(self, palabras: Sequence[Palabra]) -> None:
        """Take note of the order in which one of the names has its words."""
        plegadas = [palabra.plegada for palabra in palabras]
        escritas = abreviables(plegadas)
        # «AMBAC» has the letters of «A.C.» too.
        ordenes = (escritas, (*escritas, *_CIVIL)) if "ac" in plegadas else (escritas,)
        self.ordenes += [orden for orden in ordenes if orden not in self.ordenes]


def formas_de(
    grupos: Iterable[GrupoUsuarios], sinonimos: Iterable[Sinonimo], avance: Callable[[], None]
) -> tuple[list[Forma], Equivalencias]:
    """Return the forms of the names of ``grupos``, each with its groups, and what was learnt of their initials.

    A group without name is known by its initials, and one without either is left out.
    """
    equivalencias = Equivalencias(sinonimos)
    leidas = {}
    vistos = []
    for grupo in grupos:
        nombre = grupo.nombre or grupo.siglas
        if nombre not in leidas:
            leidas[nombre] = leer(nombre)
        lectura = leidas[nombre]
        vistos.append((grupo, nombre))
        if lectura.siglas or grupo.siglas:
            equivalencias.aprender(grupo, lectura)
        avance()
    unicas = {lectura.palabras[0].plegada for lectura in leidas.values() if len(lectura.palabras) == 1}
    desplegadas = {
        nombre: equivalencias.completar(equivalencias.desplegar(lectura.palabras, unicas))
        for nombre, lectura in leidas.items()
    }
    pegadas = Pegadas([palabra.plegada for palabra in palabras] for palabras in desplegadas.values())
    reducidas = {nombre: _reducir(palabras, pegadas) for nombre, palabras in desplegadas.items()}
    formas: dict[_Clave, Forma] = {}
    for grupo, nombre in vistos:
        raices, marcas = reducidas[nombre]
        if not raices and not marcas:
            continue
        clave = _clave(reducidas[nombre])
        if clave not in formas:
            formas[clave] = Forma(raices, marcas, len(formas), tuple(leidas[nombre].siglas))
        formas[clave].escribir(desplegadas[nombre])
        formas[clave].escribir(leidas[nombre].palabras)
        formas[clave].grupos.append(grupo)
    for nombre, glosa in glosas_de(leidas).items():
        palabras = equivalencias.completar(equivalencias.desplegar(glosa.nombre, unicas))
        breve = formas.get(_clave(_reducir(palabras, pegadas)))
        if breve and dice_que_es(palabras, glosa.glosa):
            formas[_clave(reducidas[nombre])].breve = breve.numero
    return list(formas.values()), equivalencias


def _clave(reducida: tuple[Sequence[str], frozenset[str]]) -> _Clave:
    raices, marcas = reducida
    return frozenset(raices), marcas


def _reducir(palabras: Sequence[Palabra], pegadas: Pegadas) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the roots of the words of a name, and its numbers and letters."""
    palabras = _sin_gobierno(_sin_medio(palabras))
    plegadas = [palabra.plegada for palabra in palabras]
    raices: list[str] = []
    marcas: list[str] = []
    lugar = 0
    while lugar < len(palabras):
        if plegadas[lugar] in _INICIOS or plegadas[lugar] in pegadas:
            halladas, cuantas = _frase(plegadas, lugar, pegadas)
            if cuantas:
                raices += halladas
                lugar += cuantas
                continue
        propia, numero = _clasificar(palabras[lugar], lugar == 0, lugar == len(palabras) - 1)
        lugar += 1
        if propia:
            raices.append(propia)
        elif numero:
            marcas.append(numero)
    vistas = tuple(dict.fromkeys(raices)) or (() if marcas else tuple(map(raiz, plegadas)))
    if any(palabra[0] == "§" for palabra in vistas):
        vistas = sin_estado_de_ciudad(sin_estatal(vistas), plegadas)
    return vistas, frozenset(marcas)


def _sin_medio(palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Leave out what kind of newspaper it is, beside what it is called: not «Diario de Yucatán», «Periódico local»."""
    for lugar, vecina, resto in ((0, 1, palabras[1:]), (-1, -2, palabras[:-1])):
        if len(palabras) > 1 and palabras[lugar].plegada in DE_MEDIO:
            plenas = [raiz(p.plegada) for p in resto if p.plegada not in VACIAS]
            propio = resto[0].plegada in _ARTICULOS  # «El Norte» is a name, «local» is none
            junta = propio or palabras[vecina].plegada not in VACIAS
            if junta and plenas and all(propio or (peso(p) >= PLENA and p not in FAMILIA) for p in plenas):
                return resto
    return palabras


def _sin_gobierno(palabras: Sequence[Palabra]) -> Sequence[Palabra]:
    """Leave out of which government a body is, at the end of its name, when it is that of the country."""
    if not palabras or palabras[-1].plegada not in _FINALES:
        return palabras
    plegadas = tuple(palabra.plegada for palabra in palabras)
    for frase in FRASES_DE_CUERPO:
        antes = len(plegadas) - len(frase)
        if antes > 1 and plegadas[antes:] == frase and es_cuerpo(plegadas[0]) and singular(plegadas[0]) == plegadas[0]:
            return palabras[:antes]
    return palabras


def sin_estatal(raices: tuple[str, ...]) -> tuple[str, ...]:
    """Leave «estatal» out of a name that says which state: «Instituto Estatal Electoral de Chihuahua».

    A state may have several universities, and one is called so.
    """
    if any(palabra[0] == "§" for palabra in raices) and _UNIVERSIDAD not in raices:
        return tuple(palabra for palabra in raices if palabra != _ESTATAL)
    return raices


def _frase(plegadas: Sequence[str], lugar: int, pegadas: Pegadas) -> tuple[Sequence[str], int]:
    """Return what several words from a place on are together, and how many they are; 0 when they are nothing."""
    estado, cuantas = lugar_en(plegadas, lugar)
    if cuantas:
        return (estado,), cuantas
    primera = plegadas[lugar]
    if primera in DE_FORMA:
        return (), 1
    if primera in ANTES_DE_NUMERO and lugar + 1 < len(plegadas) and plegadas[lugar + 1][0].isdigit():
        return (), 1
    for frase in _FRASES.get(primera, ()):
        if tuple(plegadas[lugar : lugar + len(frase)]) == frase:
            return (), len(frase)
    return pegadas.en(plegadas, lugar)


@lru_cache(maxsize=1 << 15)
def _clasificar(palabra: Palabra, inicial: bool, ultima: bool) -> tuple[str, str]:  # noqa: FBT001 - as a key
    """Return the root of a word, or the number that it is; neither when it tells nothing."""
    plegada, mayusculas, punto = palabra
    if punto and not plegada[0].isdigit():
        return ("", "") if plegada in _TRATAMIENTOS else (f"{plegada}.", "")
    numero = marca(plegada, mayusculas=mayusculas, ultima=ultima and not inicial)
    if numero:
        return "", numero
    return ("", "") if plegada in VACIAS else (raiz(plegada), "")
