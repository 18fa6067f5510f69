"""Search in everything: folded text of each record, made when first asked for and kept while the record is the same.

Plain substrings in memory and not a full-text table of the file: it finds «salud» inside «insalud», needs nothing at
import, and answers over 50,000 records within a blink.
"""

from __future__ import annotations

from collections import deque
from itertools import compress, islice
from typing import TYPE_CHECKING, TypeVar

from promueve_gui.domain.enriquecido import plano
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos_visibles, per_type
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto

R = TypeVar("R", bound="Registro")
FEW = 10  # records, of which the texts are made between two pauses of the warm-up
MANY = 1000  # records, of which the texts are made without a pause, and from which on they are kept side by side


@frozen
class Hallado:
    """One record found, with its table and the text by which people know it."""

    entidad: str
    id: Id
    titulo: str


@frozen
class _Tabla:
    """The records in use of one kind, out of all of it, with their folded titles and texts, side by side."""

    todos: Sequence[Registro] = ()
    registros: Sequence[Registro] = ()
    titulos: Sequence[str] = ()
    textos: Sequence[str] = ()

    def holding(self, words: Sequence[str]) -> list[int]:
        """Return where the records stand that hold every word."""
        first, *rest = words
        found = [place for place, texto in enumerate(self.textos) if first in texto]
        for word in rest:
            found = [place for place in found if word in self.textos[place]]
        return found


class SearchIndex:
    """Folded texts by identity; safe to warm up from a worker, since it only ever adds what is true."""

    def __init__(self) -> None:
        """Start empty."""
        self._texts: dict[Id, tuple[Registro, str, str]] = {}  # the record, its title, everything that it says
        self._tablas: dict[str, _Tabla] = {}
        self._asked: tuple[list[Registro], list[str]] = [], []  # the records last asked for together, and their texts

    def text(self, registro: Registro) -> str:
        """Return everything that the record says, folded."""
        return self._known(registro)[2]

    def texts(self, registros: Iterable[Registro]) -> Sequence[str]:
        """Return everything that each of many records says, folded; the same records again cost next to nothing."""
        asked = list(registros)
        if len(asked) < MANY:
            return self._told(asked)
        deque(self.gather(asked), 0)
        return self._asked[1]

    def gather(self, registros: Iterable[Registro]) -> Iterator[None]:
        """Make beforehand what ``texts`` keeps, with a pause after every so many records; none where it is made."""
        asked = list(registros)
        if len(asked) < MANY or asked == self._asked[0]:
            return
        told: list[str] = []
        for first in range(0, len(asked), MANY):
            told += self._told(asked[first : first + MANY])
            yield
        self._asked = asked, told

    def _told(self, registros: Iterable[Registro]) -> list[str]:
        texts, known = self._texts, self._known
        return [
            found[2] if (found := texts.get(uno.id)) is not None and found[0] is uno else known(uno)[2]
            for uno in registros
        ]

    def titled(self, proyecto: Proyecto, tipo: type[Registro], word: str) -> set[Id]:
        """Return the records in use of a kind whose title holds a folded word."""
        tabla = self._tabla(proyecto, tipo)
        places = [place for place, titulo in enumerate(tabla.titulos) if word in titulo]
        return {tabla.registros[place].id for place in places}

    def matching(self, registros: Iterable[R], query: str) -> list[R]:
        """Return those that hold every word of ``query``, in their order."""
        words, found = plegar(query).split(), list(registros)
        texts = self.texts(found) if words else ()
        for word in words:
            holds = [word in text for text in texts]
            found, texts = list(compress(found, holds)), list(compress(texts, holds))
        return found

    def search(self, proyecto: Proyecto, query: str, limit: int = 60) -> list[Hallado]:
        """Return up to ``limit`` records in use that hold every word; those with a word in their title come first."""
        words = plegar(query).split()
        if not words:
            return []
        titled: list[Registro] = []
        others: list[Registro] = []
        for tipo in TIPOS:
            tabla = self._tabla(proyecto, tipo)
            registros, titulos, places = tabla.registros, tabla.titulos, tabla.holding(words)
            named = (registros[place] for place in places if words[0] in titulos[place])
            titled += islice(named, limit - len(titled))
            if len(titled) >= limit:
                break
            unnamed = (registros[place] for place in places if words[0] not in titulos[place])
            others += islice(unnamed, limit - len(others))
        return [Hallado(r.ENTIDAD, r.id, r.titulo) for r in [*titled, *others][:limit]]

    def warm_up(self, proyecto: Proyecto, progress: Progress | None = None) -> None:
        """Make every text beforehand, so that the first search is as quick as the next.

        Raises ``Cancelled`` when ``progress`` does; it is told how many were made, but not of how many.
        """
        made = 0
        for tipo in TIPOS:
            for registro in proyecto.todos(tipo):
                self.text(registro)
                made += 1
                if progress is not None and not made % FEW:
                    progress(made, 0)

    def _tabla(self, proyecto: Proyecto, tipo: type[Registro]) -> _Tabla:
        """Return the texts of a kind. Whether its records are still the same ones takes next to no time to tell."""
        todos, known = proyecto.todos(tipo), self._tablas.get(tipo.ENTIDAD, _Tabla())
        if known.todos != todos:
            registros = [registro for registro in todos if registro.activo]
            texts = [self._known(registro) for registro in registros]
            known = _Tabla(todos, registros, [text[1] for text in texts], [text[2] for text in texts])
            self._tablas[tipo.ENTIDAD] = known
        return known

    def _known(self, registro: Registro) -> tuple[Registro, str, str]:
        known = self._texts.get(registro.id)
        if known is None or known[0] is not registro:
            known = registro, plegar(registro.titulo), plegar(" ".join(_parts(registro)))
            self._texts[registro.id] = known
        return known


@per_type
def _searched(tipo: type[Registro]) -> Mapping[str, Sequence[str]]:
    """Return which fields hold text, rich text, one choice and several, looked up once per table: records are many."""
    visibles = campos_visibles(tipo).items()
    return {
        "textos": [nombre for nombre, campo in visibles if campo.tipo in TEXTUALES and not campo.rico],
        "ricos": [nombre for nombre, campo in visibles if campo.rico],
        "opcion": [nombre for nombre, campo in visibles if campo.tipo is Tipo.OPCION],
        "opciones": [nombre for nombre, campo in visibles if campo.tipo is Tipo.OPCIONES],
    }


def _parts(registro: Registro) -> Sequence[str]:
    searched = _searched(type(registro))
    parts = [valor for nombre in searched["textos"] if (valor := getattr(registro, nombre))]
    parts += [plano(valor) for nombre in searched["ricos"] if (valor := getattr(registro, nombre))]
    parts += [valor.etiqueta for nombre in searched["opcion"] if (valor := getattr(registro, nombre))]
    for nombre in searched["opciones"]:
        parts += [opcion.etiqueta for opcion in getattr(registro, nombre)]
    return parts
