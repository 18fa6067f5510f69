"""Search in everything: folded text of each record, made when first asked for and kept while the record is the same.

Plain substrings in memory and not a full-text table of the file: it finds «salud» inside «insalud», needs nothing at
import, and answers over 50,000 records within a blink.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos_visibles
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.domain.ficha import Id, Opcion, Registro
    from promueve_gui.domain.proyecto import Proyecto

R = TypeVar("R", bound="Registro")


@dataclass(frozen=True, slots=True)
class Hallado:
    """One record found, with its table and the text by which people know it."""

    entidad: str
    id: Id
    titulo: str


class SearchIndex:
    """Folded texts by identity; safe to warm up from a worker, since it only ever adds what is true."""

    def __init__(self) -> None:
        """Start empty."""
        self._texts: dict[Id, tuple[Registro, str]] = {}

    def text(self, registro: Registro) -> str:
        """Return everything that the record says, folded."""
        known = self._texts.get(registro.id)
        if known is not None and known[0] is registro:
            return known[1]
        made = plegar(" ".join(_parts(registro)))
        self._texts[registro.id] = (registro, made)
        return made

    def matching(self, registros: Iterable[R], query: str) -> list[R]:
        """Return those that hold every word of ``query``, in their order."""
        words = plegar(query).split()
        found = list(registros)
        for word in words:
            found = [registro for registro in found if word in self.text(registro)]
        return found

    def search(self, proyecto: Proyecto, query: str, limit: int = 60) -> list[Hallado]:
        """Return up to ``limit`` records in use that hold every word; those with a word in their title come first."""
        words = plegar(query).split()
        if not words:
            return []
        titled: list[Hallado] = []
        others: list[Hallado] = []
        for tipo in TIPOS:
            for registro in self.matching(proyecto.activos(tipo), query):
                in_title = words[0] in plegar(registro.titulo)
                (titled if in_title else others).append(Hallado(registro.ENTIDAD, registro.id, registro.titulo))
                if len(titled) >= limit:
                    return titled
        return [*titled, *others][:limit]

    def warm_up(self, proyecto: Proyecto) -> None:
        """Make every text beforehand, so that the first search is as quick as the next."""
        for tipo in TIPOS:
            for registro in proyecto.todos(tipo):
                self.text(registro)


def _parts(registro: Registro) -> Sequence[str]:
    parts: list[str] = []
    for nombre, campo in campos_visibles(type(registro)).items():
        valor = getattr(registro, nombre)
        if not valor:
            continue
        if campo.tipo in TEXTUALES:
            parts.append(valor)
        elif campo.tipo is Tipo.OPCION:
            parts.append(cast("Opcion", valor).etiqueta)
        elif campo.tipo is Tipo.OPCIONES:
            parts.extend(opcion.etiqueta for opcion in valor)
    return parts
