"""What is told of a text while it is written: words that no dictionary knows, long sentences, hard words.

It advises and never blocks (dominio §6). Looking words up takes long, so that it is done apart (``look_up``) and what
was found is kept; marking a paragraph only looks into what is known already, a fraction of a millisecond.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.campos_combinados import lugares
from promueve_gui.domain.catalogos import PalabraDiccionario, Sinonimo
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil, Persona, RedSocial
from promueve_gui.domain.lectura import Frase, frases, palabras, perspicuidad
from promueve_gui.domain.ortografia import SILABAS_DIFICIL, Palabra, clave, conocidas, revisables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.application.ports import Lengua
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

LONGEST_PARAGRAPH = 6_000  # characters, three cuartillas: a longer one would be felt at each key
LONGEST_TEXT = 150_000
MOST_WORDS, MOST_PARAGRAPHS = 60_000, 2_000  # that are kept; then it begins again
# What bears names, and the fields that hold them.
NAMED: Mapping[type[Registro], tuple[str, ...]] = MappingProxyType(
    {
        Institucion: ("nombre", "siglas", "ciudad", "direccion_comunicacion"),
        Perfil: ("organo_rector", "siglas_rector", "portal", "nombre_asesoria"),
        AreaGeneradora: ("nombre", "siglas", "responsable", "otros_nombres"),
        Persona: ("nombre",),
        Contacto: ("nombre",),
        GrupoUsuarios: ("nombre",),
        ConjuntoDatos: ("nombre",),
        Recurso: ("nombre",),
        Herramienta: ("nombre",),
        Evento: ("nombre",),
        RedSocial: ("nombre",),
        Sinonimo: ("termino", "equivale"),
    }
)
LARGA = "Frase de {palabras} palabras: conviene partirla en dos."
DIFICIL = "«{palabra}» tiene {silabas} sílabas: si hay una palabra más corta, se leerá mejor."
DESCONOCIDA = "«{palabra}» no está en el diccionario. Presione F7 para ver sugerencias."


class Clase(Enum):
    """What a mark is about; the later ones of two that overlap are what is told."""

    FRASE = "frase"
    DIFICIL = "dificil"
    ORTOGRAFIA = "ortografia"


@frozen
class Marca:
    """A place of a paragraph, by characters, and what is told of it."""

    clase: Clase
    inicio: int
    fin: int
    texto: str


@frozen
class Conocida:
    """What is known of a word: whether a dictionary has it, and its syllables."""

    bien: bool
    silabas: int


@frozen
class Parrafo:
    """A paragraph taken apart: words to be looked up, words and sentences that count for reading, and where they are.

    Sentences are told by their place in the text as it is written, and counted as readers see them, filled in.
    """

    palabras: tuple[Palabra, ...]
    lectura: tuple[str, ...]
    frases: tuple[Frase, ...]


VACIO = Parrafo((), (), ())
Hallazgos: TypeAlias = "Mapping[str, Conocida]"


def look_up(lengua: Lengua, words: Sequence[str]) -> dict[str, Conocida]:
    """Return what is known of words; for a worker. Raises ``UserError`` when the dictionary cannot be asked."""
    unknown = lengua.ortografia.desconocidas(words) if lengua.ortografia is not None else frozenset()
    return {word: Conocida(word not in unknown, lengua.silabas(word)) for word in words}


def names_of(proyecto: Proyecto) -> frozenset[str]:
    """Return the words that are known by name: those of people, areas, groups and datasets, and of the institution's.

    For a worker: a project may name thousands.
    """
    nombres = (
        getattr(registro, campo)
        for tipo, campos in NAMED.items()
        for registro in proyecto.activos(tipo)
        for campo in campos
    )
    return conocidas(nombres)


def institutional(proyecto: Proyecto) -> frozenset[str]:
    """Return the words of the institution's dictionary, as ``clave`` of each; an entry may be of several words."""
    return conocidas(uno.palabra for uno in proyecto.activos(PalabraDiccionario))


class TextReview:
    """Marks paragraphs with what is known of their words."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._words: dict[str, Conocida] = {}
        self._paragraphs: dict[tuple[str, str], Parrafo] = {}
        # By the identity of the paragraph, which they hold so that it is nobody else's.
        self._wrong: dict[int, tuple[Parrafo, list[Palabra]]] = {}
        self._syllables: dict[int, tuple[Parrafo, int]] = {}
        self._names = self._added = self._ignored = frozenset[str]()

    @property
    def excused(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Return the words that need no dictionary: names, those added to one, those ignored in the text."""
        return self._names, self._added, self._ignored

    def excuse(
        self,
        *,
        names: frozenset[str] | None = None,
        added: frozenset[str] | None = None,
        ignored: frozenset[str] | None = None,
    ) -> None:
        """Take other words that need no dictionary; what is not given stays. All are ``clave`` of words."""
        self._names = self._names if names is None else names
        self._added = self._added if added is None else added
        self._ignored = self._ignored if ignored is None else ignored
        self._wrong.clear()

    def learn(self, found: Hallazgos) -> None:
        """Keep what was found of words."""
        if len(self._words) + len(found) > MOST_WORDS:
            self._words.clear()
            self._syllables.clear()
        self._words.update(found)
        self._wrong.clear()

    def unknown(self, words: Iterable[str]) -> list[str]:
        """Return the words that nothing is known of yet, once each."""
        return [word for word in dict.fromkeys(words) if word not in self._words]

    def is_wrong(self, word: str) -> bool:
        """Tell whether a word is known to be in no dictionary, nor among the names, nor added or ignored."""
        found = self._words.get(word)
        return found is not None and not found.bien and not self._excused(word)

    def _excused(self, word: str) -> bool:
        key = clave(word)
        return any(key in excused for excused in self.excused)

    def paragraph(self, texto: str, value_of: Callable[[str], str] = str) -> Parrafo:
        """Return a paragraph taken apart; nothing of one that is too long. ``value_of`` fills in a merge field."""
        if len(texto) > LONGEST_PARAGRAPH or not texto:
            return VACIO
        filled, origin = _filled(texto, value_of) if "{" in texto else (texto, None)
        known = self._paragraphs.get((texto, filled))
        if known is None:
            if len(self._paragraphs) >= MOST_PARAGRAPHS:
                for kept in (self._paragraphs, self._wrong, self._syllables):
                    kept.clear()
            found = frases(filled)
            places = found if origin is None else tuple(_placed(frase, origin, len(texto)) for frase in found)
            known = Parrafo(revisables(texto), tuple(palabras(filled)), places)
            self._paragraphs[texto, filled] = known
        return known

    def marks(self, parrafo: Parrafo, longest: int) -> list[Marca]:
        """Return the marks of a paragraph; sentences of more than ``longest`` words are long."""
        found = [
            Marca(Clase.FRASE, frase.inicio, frase.fin, LARGA.format(palabras=frase.palabras))
            for frase in parrafo.frases
            if frase.palabras > longest
        ]
        for palabra in parrafo.palabras:
            known = self._words.get(palabra.texto)
            if known is None:
                continue
            if known.silabas >= SILABAS_DIFICIL:
                told = DIFICIL.format(palabra=palabra.texto, silabas=known.silabas)
                found.append(Marca(Clase.DIFICIL, palabra.inicio, palabra.fin, told))
            if not known.bien and not self._excused(palabra.texto):
                told = DESCONOCIDA.format(palabra=palabra.texto)
                found.append(Marca(Clase.ORTOGRAFIA, palabra.inicio, palabra.fin, told))
        return found

    def wrong(self, parrafo: Parrafo) -> list[Palabra]:
        """Return the words of a paragraph that no dictionary knows, in order."""
        known = self._wrong.get(id(parrafo))
        if known is None:
            known = parrafo, [palabra for palabra in parrafo.palabras if self.is_wrong(palabra.texto)]
            self._wrong[id(parrafo)] = known
        return known[1]

    def reading(self, parrafos: Iterable[Parrafo]) -> float | None:
        """Return the perspicuity of paragraphs together, ``None`` without words; unknown words must be looked up."""
        silabas = todas = sentencias = 0
        for parrafo in parrafos:
            silabas += self._syllables_of(parrafo)
            todas += len(parrafo.lectura)
            sentencias += len(parrafo.frases)
        return perspicuidad(silabas, todas, sentencias)

    def unread(self, parrafos: Iterable[Parrafo]) -> list[str]:
        """Return the words of paragraphs that are to be looked up before they can be read."""
        return self.unknown(word for p in parrafos if id(p) not in self._syllables for word in p.lectura)

    def _syllables_of(self, parrafo: Parrafo) -> int:
        known = self._syllables.get(id(parrafo))
        if known is not None:
            return known[1]
        found = [self._words[word].silabas for word in parrafo.lectura if word in self._words]
        if len(found) == len(parrafo.lectura):
            self._syllables[id(parrafo)] = parrafo, sum(found)
        return sum(found)


def _filled(texto: str, value_of: Callable[[str], str]) -> tuple[str, list[int]]:
    """Return a text with its fields filled in, and where each of its letters stands in the text as it is written."""
    filled, origin, last = "", list[int](), 0
    for start, end in (*lugares(texto), (len(texto), len(texto))):
        value = value_of(texto[start:end]).replace("\n", " ") if start < end else ""
        filled += texto[last:start] + value
        origin += [*range(last, start), *([start] * len(value))]
        last = end
    return filled, origin


def _placed(frase: Frase, origin: Sequence[int], length: int) -> Frase:
    """Return a sentence by its place in the text as it is written."""
    end = origin[frase.fin] if frase.fin < len(origin) else length
    return Frase(origin[frase.inicio], max(end, origin[frase.fin - 1] + 1), frase.palabras)
