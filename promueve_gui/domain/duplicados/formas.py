"""Names in the form in which they are compared: roots of their words, without what does not tell them apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.equivalencias import Equivalencias
from promueve_gui.domain.duplicados.lectura import leer
from promueve_gui.domain.duplicados.lugares import lugar_en
from promueve_gui.domain.duplicados.marcas import marca
from promueve_gui.domain.duplicados.palabras import (
    ANTES_DE_NUMERO,
    DE_FORMA,
    FRASES_DE_FORMA,
    LIGERA,
    VACIAS,
    peso,
)
from promueve_gui.domain.duplicados.raiz import raiz

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.catalogos import Sinonimo
    from promueve_gui.domain.duplicados.lectura import Palabra
    from promueve_gui.domain.grupos import GrupoUsuarios

_TRATAMIENTOS = frozenset("hc")  # «H. Ayuntamiento», «C. Secretario»
_VENTANA = 3  # words that may have been written as one


@dataclass(slots=True, eq=False)
class Forma:
    """What several names say alike: the roots of their words, their numbers, and the groups that are called so.

    ``nucleo`` are the words that tell something; ``peso`` what all of them weigh together; ``escritas`` the folded
    words of the first of the names.
    """

    palabras: tuple[str, ...]
    marcas: frozenset[str]
    numero: int
    escritas: tuple[str, ...] = ()
    conjunto: frozenset[str] = field(init=False)
    nucleo: frozenset[str] = field(init=False)
    peso: float = field(init=False)
    grupos: list[GrupoUsuarios] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Work out what follows from the words."""
        self.conjunto = frozenset(self.palabras)
        self.nucleo = frozenset(p for p in self.conjunto if peso(p) > LIGERA) or self.conjunto
        self.peso = sum(map(peso, self.conjunto))


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
    desplegadas = {nombre: equivalencias.desplegar(lectura.palabras, unicas) for nombre, lectura in leidas.items()}
    pegadas = _pegadas(desplegadas.values())
    reducidas = {nombre: _reducir(palabras, pegadas) for nombre, palabras in desplegadas.items()}
    formas: dict[tuple[frozenset[str], frozenset[str]], Forma] = {}
    for grupo, nombre in vistos:
        raices, marcas = reducidas[nombre]
        if not raices and not marcas:
            continue
        clave = frozenset(raices), marcas
        if clave not in formas:
            escritas = tuple(palabra.plegada for palabra in desplegadas[nombre])
            formas[clave] = Forma(raices, marcas, len(formas), escritas)
        formas[clave].grupos.append(grupo)
    return list(formas.values()), equivalencias


def _pegadas(nombres: Iterable[Sequence[Palabra]]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return words that some write as one and others apart («medioambiente»), each with the more usual spelling."""
    sueltas: Counter[str] = Counter()
    juntas: Counter[tuple[str, ...]] = Counter()
    for palabras in nombres:
        plegadas = [palabra.plegada for palabra in palabras]
        sueltas.update(map(raiz, plegadas))
        for desde, primera in enumerate(plegadas):
            if primera in VACIAS:
                continue
            for hasta in range(desde + 2, min(desde + _VENTANA, len(plegadas)) + 1):
                if plegadas[hasta - 1] not in VACIAS:
                    juntas[tuple(plegadas[desde:hasta])] += 1
    hechas: dict[tuple[str, ...], tuple[str, ...]] = {}
    for partes, veces in juntas.items():
        junta = raiz("".join(partes))
        if junta not in sueltas:
            continue
        if sueltas[junta] > veces:
            hechas[partes] = (junta,)
        else:
            hechas[junta,] = tuple(raiz(parte) for parte in partes if parte not in VACIAS)
    return hechas


def _reducir(
    palabras: Sequence[Palabra], pegadas: Mapping[tuple[str, ...], tuple[str, ...]]
) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the roots of the words of a name, and its numbers and letters."""
    plegadas = [palabra.plegada for palabra in palabras]
    raices: list[str] = []
    marcas: set[str] = set()
    lugar = 0
    while lugar < len(palabras):
        estado, cuantas = lugar_en(plegadas, lugar)
        cuantas = cuantas or _de_forma(plegadas, lugar)
        if cuantas:
            raices += [estado] if estado else []
            lugar += cuantas
            continue
        junta, cuantas = _junta(plegadas, lugar, pegadas)
        if cuantas:
            raices += junta
            lugar += cuantas
            continue
        _clasificar(palabras, lugar, raices, marcas)
        lugar += 1
    vistas = tuple(dict.fromkeys(raices)) or (() if marcas else tuple(map(raiz, plegadas)))
    return vistas, frozenset(marcas)


def _de_forma(plegadas: Sequence[str], lugar: int) -> int:
    """Return how many words from a place on are there only for form."""
    for frase in FRASES_DE_FORMA:
        if tuple(plegadas[lugar : lugar + len(frase)]) == frase:
            return len(frase)
    return int(plegadas[lugar] in DE_FORMA)


def _junta(
    plegadas: Sequence[str], lugar: int, pegadas: Mapping[tuple[str, ...], tuple[str, ...]]
) -> tuple[tuple[str, ...], int]:
    if not pegadas:
        return (), 0
    for cuantas in range(_VENTANA, 1, -1):
        junta = pegadas.get(tuple(plegadas[lugar : lugar + cuantas]))
        if junta:
            return junta, min(cuantas, len(plegadas) - lugar)
    partes = pegadas.get((raiz(plegadas[lugar]),))
    return (partes, 1) if partes else ((), 0)


def _clasificar(palabras: Sequence[Palabra], lugar: int, raices: list[str], marcas: set[str]) -> None:
    """Add a word to the roots or to the numbers of its name, or leave it out."""
    plegada, mayusculas, punto = palabras[lugar]
    ultima = lugar == len(palabras) - 1
    if plegada in ANTES_DE_NUMERO and not ultima and palabras[lugar + 1].plegada[0].isdigit():
        return
    if punto:
        if plegada not in _TRATAMIENTOS:
            raices.append(f"{plegada}.")
        return
    numero = marca(plegada, mayusculas=mayusculas, ultima=ultima and lugar > 0)
    if numero:
        marcas.add(numero)
    elif plegada not in VACIAS:
        raices.append(raiz(plegada))
