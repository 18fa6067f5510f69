"""Names in the form in which they are compared: roots of their words, without what does not tell them apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.duplicados.breves import breve_de, es_oficina
from promueve_gui.domain.duplicados.equivalencias import Equivalencias
from promueve_gui.domain.duplicados.glosas import dice_que_es, es_aparte, es_de_uno, es_otro_nombre, glosas_de
from promueve_gui.domain.duplicados.iniciales import abreviables
from promueve_gui.domain.duplicados.lectura import Lectura, leer
from promueve_gui.domain.duplicados.lugares import FRASES_DE_LUGAR, lugar_en
from promueve_gui.domain.duplicados.marcas import marca
from promueve_gui.domain.duplicados.otros_nombres import en_nota, partir
from promueve_gui.domain.duplicados.palabras import (
    ANTES_DE_NUMERO,
    CON_GENERAL,
    DE_FORMA,
    DE_MEDIO,
    DE_OFICIO,
    DE_ORGANIZACIONES,
    FAMILIA,
    FRASES_DE_CUERPO,
    FRASES_DE_FORMA,
    GENERAL,
    LIGERA,
    ORGANIZACIONES,
    PESOS,
    PLENA,
    VACIAS,
    es_cuerpo,
    peso,
)
from promueve_gui.domain.duplicados.pegadas import Pegadas
from promueve_gui.domain.duplicados.raiz import raiz, singular
from promueve_gui.domain.duplicados.registros import de_personas
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.catalogos import Sinonimo
    from promueve_gui.domain.duplicados.lectura import Palabra
    from promueve_gui.domain.duplicados.lugares import Ciudades
    from promueve_gui.domain.grupos import GrupoUsuarios

_Clave: TypeAlias = "tuple[frozenset[str], frozenset[str]]"
_Reducida: TypeAlias = "tuple[tuple[str, ...], frozenset[str]]"  # roots and numbers

_DEL_ESTADO, _UNIVERSIDAD = frozenset((*map(raiz, ("estatal", "estado", "est")), "est.")), raiz("universidad")
_DE_SECTOR = [frozenset(map(raiz, dichas)) for dichas in DE_ORGANIZACIONES]
_FINALES = frozenset(frase[-1] for frase in FRASES_DE_CUERPO)
_CIVIL = ("asociacion", "civil")
_TRATAMIENTOS = frozenset("hc")  # «H. Ayuntamiento», «C. Secretario»
# Without its period, a word is an abbreviation by how it ends: few Spanish words end so, «Cons de Cuenca».
_SIN_PUNTO = re.compile(
    r"(?=.{3,6}$)(?=.*[aeiou])[^\d]*(?:[bcfgjkmpqtv]|[bcdfgjklmnpqrtv][dlrs]|[bcdfgjklmnpqrtv]{2})|col|des|dir|med"
)
_PALABRAS_EN_ORDEN = 3  # words of a name that, in another order, would hardly say something else
_ARTICULOS = frozenset("el la los las".split())
_FRASES = {una[0]: [frase for frase in FRASES_DE_FORMA if frase[0] == una[0]] for una in FRASES_DE_FORMA}
_INICIOS = frozenset((*FRASES_DE_LUGAR, *DE_FORMA, *ANTES_DE_NUMERO, *_FRASES))


@dataclass(slots=True, eq=False)
class Forma:
    """What several names say alike: the roots of their words, their numbers, and the groups that are called so.

    ``nucleo`` are the words that tell something; ``peso`` what all of them weigh together; ``ordenes`` the folded
    words as each of the names has them, what they stand for first, and ``siglas`` those that look like initials.
    ``breve`` is the number of the form of the name without what was added to say what it is, if some name is that.
    ``dichas`` are the numbers of the forms of other names that its records give, each by how they say it, and
    ``mismas`` those of forms with a name in the same words as one of its own, before what stands for others is put.
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
    dichas: dict[int, str] = field(default_factory=dict)
    mismas: set[int] = field(default_factory=set)

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
    leidas: dict[str, Lectura] = {}
    vistos = []
    for grupo in grupos:
        nombre = grupo.nombre or grupo.siglas
        if nombre not in leidas:
            leidas[nombre] = leer(partir(nombre).propio)
        vistos.append((grupo, nombre))
        if leidas[nombre].siglas or grupo.siglas:
            equivalencias.aprender(grupo, leidas[nombre])
        avance()
    formadas = _Formadas(leidas, equivalencias)
    for grupo, nombre in vistos:
        formadas.tomar(grupo, nombre)
    formadas.enlazar_breves()
    formadas.enlazar_mismas()
    for grupo, nombre in vistos:
        formadas.enlazar_dichas(grupo, nombre)
    return list(formadas.formas.values()), equivalencias


class _Formadas:
    """The forms of the names that were read, and what their records say of other forms."""

    def __init__(self, leidas: Mapping[str, Lectura], equivalencias: Equivalencias) -> None:
        self.formas: dict[_Clave, Forma] = {}
        self._leidas, self._equivalencias = leidas, equivalencias
        self._plegados = frozenset(map(plegar, leidas))
        self._veces = Counter(sigla for lectura in leidas.values() for sigla in lectura.siglas)
        self._unicas = {lectura.palabras[0].plegada for lectura in leidas.values() if len(lectura.palabras) == 1}
        self._enteras = {nombre: equivalencias.nombrar(lectura, self._unicas) for nombre, lectura in leidas.items()}
        self._pegadas = Pegadas([palabra.plegada for palabra in palabras] for palabras in self._enteras.values())
        self._reducidas = {nombre: self._reducir(palabras) for nombre, palabras in self._enteras.items()}

    def _reducir(self, palabras: Sequence[Palabra]) -> _Reducida:
        return _reducir(palabras, self._pegadas, self._equivalencias.ciudades)

    def _otra(self, lectura: Lectura) -> Forma | None:
        """Return the form of a name that may be that of a group, or nothing."""
        return self.formas.get(_clave(self._reducir(self._equivalencias.nombrar(lectura, self._unicas))))

    def tomar(self, grupo: GrupoUsuarios, nombre: str) -> None:
        """Take a group to the others of its form."""
        raices, marcas = self._reducidas[nombre]
        if not raices and not marcas:
            return
        clave = _clave(self._reducidas[nombre])
        if clave not in self.formas:
            self.formas[clave] = Forma(raices, marcas, len(self.formas), tuple(self._leidas[nombre].siglas))
        else:  # what is in capitals in another of its names, and not because all of that is
            altas = [p.plegada for p in self._leidas[nombre].palabras if p.mayusculas]
            nuevas = [sigla for sigla in self._leidas[nombre].siglas if sigla in altas]
            self.formas[clave].siglas = tuple(dict.fromkeys((*self.formas[clave].siglas, *nuevas)))
        self.formas[clave].escribir(self._enteras[nombre])
        self.formas[clave].escribir(self._leidas[nombre].palabras)
        self.formas[clave].grupos.append(grupo)

    def enlazar_breves(self) -> None:
        """Find the names that others are with something added that tells nothing apart."""
        for nombre, glosa in glosas_de(self._leidas).items():
            suya = self.formas[_clave(self._reducidas[nombre])]
            palabras = self._equivalencias.nombrar(Lectura(glosa.nombre, ()), self._unicas)
            aparte = nombre.endswith(")") and es_aparte(glosa.nombre, glosa.glosa)
            breve = self.formas.get(_clave(self._reducir(palabras)))
            otra = self._otra(Lectura(glosa.glosa, ()))
            if otra and otra is not suya and nombre.endswith(")") and es_otro_nombre(glosa.nombre, glosa.glosa):
                suya.dichas[otra.numero] = nombre[nombre.index("(") + 1 : -1].strip()
            if breve and (aparte or dice_que_es(palabras, glosa.glosa) or self._nada_dice(nombre, breve, glosa.glosa)):
                suya.breve = breve.numero
        for nombre, palabras in self._enteras.items():
            cortas = breve_de(palabras)
            breve = self.formas.get(_clave(self._reducir(cortas))) if cortas else None
            if breve is None:
                continue
            suya = self.formas[_clave(self._reducidas[nombre])]
            if suya.breve is None and (not es_oficina(palabras) or _de_dentro(suya, breve)):
                suya.breve = breve.numero

    def enlazar_mismas(self) -> None:
        """Find names in the same words, of which one stands for something only in the order in which it has them.

        «Unión Ganadera Regional» and «Unión Regional Ganadera», since «regional ganadera» has other names.
        """
        llanas = {clave: forma.numero for clave, forma in self.formas.items()}
        for nombre, palabras in self._enteras.items():
            leidas = self._leidas[nombre].palabras
            suya = self.formas.get(_clave(self._reducidas[nombre]))
            if suya and len(leidas) >= _PALABRAS_EN_ORDEN and not _dicen_lo_mismo(palabras, leidas):
                otra = llanas.setdefault(_clave(self._reducir(leidas)), suya.numero)
                suya.mismas |= {otra} - {suya.numero}

    def _nada_dice(self, nombre: str, breve: Forma, glosa: Sequence[Palabra]) -> bool:
        """Tell whether what was added is where a body is that there is one of, or initials that nobody else says."""
        (*_, ultima) = glosa
        siglas = ultima.plegada if len(glosa) == 1 and ultima.mayusculas and ultima.plegada.isalpha() else ""
        conocida = self._equivalencias.conoce(siglas)
        if self._equivalencias.abreviado(breve.conjunto):
            return conocida or es_de_uno(nombre, glosa, self._equivalencias.ciudades)
        return bool(siglas) and len(breve.conjunto) > 1 and self._veces[siglas] == 1 and not conocida

    def enlazar_dichas(self, grupo: GrupoUsuarios, nombre: str) -> None:
        """Find the names that the record of a group says to be other names of it."""
        # A description is often long, and seldom a name.
        descrito = grupo.descripcion if grupo.descripcion and plegar(grupo.descripcion) in self._plegados else ""
        sueltos = (grupo.notas, descrito)
        dichos = [dicho for dicho in (partir(nombre).otro, en_nota(grupo.notas), *sueltos) if dicho]
        suya = self.formas.get(_clave(self._reducidas[nombre])) if dichos else None
        for dicho in dichos:
            otra = self._otra(leer(dicho))
            if suya and otra and suya is not otra and (dicho not in sueltos or _solo_nombra(suya, otra)):
                suya.dichas[otra.numero] = dicho


def _dicen_lo_mismo(unas: Iterable[Palabra], otras: Iterable[Palabra]) -> bool:
    return [palabra.plegada for palabra in unas] == [palabra.plegada for palabra in otras]


def _de_dentro(*formas: Forma) -> bool:
    """Tell whether groups are offices of the institution, as far as their records say; elsewhere each has its own."""
    return {grupo.clase for forma in formas for grupo in forma.grupos} <= {None, ClaseGrupo.DENTRO}


def _solo_nombra(suya: Forma, otra: Forma) -> bool:
    """Tell whether a note that is another name, and says no more, is one of the same: longer, or of other people."""
    de_gente = de_personas(suya.grupos[0].nombre) and de_personas(otra.grupos[0].nombre)
    return suya.conjunto < otra.conjunto or (de_gente and suya.conjunto.isdisjoint(otra.conjunto))


def _clave(reducida: _Reducida) -> _Clave:
    raices, marcas = reducida
    return frozenset(raices), marcas


def _reducir(palabras: Sequence[Palabra], pegadas: Pegadas, ciudades: Ciudades) -> _Reducida:
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
        if (
            propia == GENERAL
            and raices
            and lugar > 1
            and raiz(plegadas[lugar - 2]) == raices[-1]
            and peso(raices[-1]) >= PLENA
            and raices[-1] not in CON_GENERAL
        ):
            propia = DE_OFICIO
        if propia:
            raices.append(propia)
        elif numero:
            marcas.append(numero)
    vistas = tuple(dict.fromkeys(raices)) or (() if marcas else tuple(map(raiz, plegadas)))
    if not ORGANIZACIONES.isdisjoint(vistas):
        vistas = _sin_sector(vistas)
    if any(palabra[0] == "§" for palabra in vistas):
        vistas = ciudades.sin_estado(sin_estatal(vistas), plegadas)
    return vistas, frozenset(marcas)


def _sin_sector(raices: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out that organisations are not of the government, beside what they are for: «OSC ambientalistas»."""
    for dichas in _DE_SECTOR:
        resto = tuple(palabra for palabra in raices if palabra not in dichas)
        de_que = [palabra for palabra in resto if palabra not in ORGANIZACIONES and peso(palabra) >= PLENA]
        if len(raices) - len(resto) == len(dichas) and de_que:
            return resto
    return raices


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
    """Leave «estatal» and «estado» out of a name that says which: «Instituto Estatal Electoral de Chihuahua».

    A state may have several universities, and one is called so.
    """
    if any(palabra[0] == "§" for palabra in raices) and _UNIVERSIDAD not in raices:
        return tuple(palabra for palabra in raices if palabra not in _DEL_ESTADO)
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
    if not (inicial and ultima) and _SIN_PUNTO.fullmatch(plegada) and not mayusculas and raiz(plegada) not in PESOS:
        punto = True
    if punto and not plegada[0].isdigit():
        return ("", "") if plegada in _TRATAMIENTOS else (f"{plegada}.", "")
    sola = inicial and ultima and plegada.isalpha() and len(plegada) > 1  # «CCC» is no number where nothing else is
    numero = "" if sola else marca(plegada, mayusculas=mayusculas, ultima=ultima and not inicial)
    if numero:
        return "", numero
    return ("", "") if plegada in VACIAS else (raiz(plegada), "")
