"""Which group a new one looks like, to be shown beside it; finding all duplicates is the business of ``duplicados``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados import UMBRAL
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from promueve_gui.domain.duplicados import Similitud
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

COMPARABLES = 2000  # groups beyond which only the same name is looked for, so that a batch does not wait for it


class Semejantes:
    """The groups in use of a project, to compare new names with."""

    def __init__(self, proyecto: Proyecto, similitud: Similitud | None) -> None:
        """Take the project; without ``similitud`` only the same name, folded, counts."""
        self._proyecto = proyecto
        self._similitud = similitud
        self._grupos: list[tuple[str, Id]] | None = None

    def find(self, nombre: str) -> Id | None:
        """Return the group whose name is the same, or the most similar from ``UMBRAL`` on; the first of several."""
        iguales = self._proyecto.llamados(GrupoUsuarios, nombre)
        if iguales:
            return iguales[0]
        if self._similitud is None:
            return None
        buscado, mejor, cuanto = plegar(nombre), None, float(UMBRAL)
        for plegado, identidad in self._comparable():
            puntaje = self._similitud(buscado, plegado, cuanto)
            if puntaje > cuanto or (puntaje == cuanto and mejor is None):
                mejor, cuanto = identidad, puntaje
        return mejor

    def _comparable(self) -> list[tuple[str, Id]]:
        if self._grupos is None:
            activos = self._proyecto.activos(GrupoUsuarios)
            self._grupos = [(plegar(g.nombre), g.id) for g in activos] if len(activos) <= COMPARABLES else []
        return self._grupos
