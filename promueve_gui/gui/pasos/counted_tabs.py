"""Tabs that say how many records their list holds: «Grupos (41)»."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from promueve_gui.domain.cambios import tocadas

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QTabWidget

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.gui.project import Project


class CountedTabs(QObject):
    """Keeps the counts of some tabs, by their place, true."""

    def __init__(
        self,
        tabs: QTabWidget,
        project: Project,
        counted: Mapping[int, type[Registro]],
        only: Mapping[int, Callable[[Any], bool]] | None = None,
    ) -> None:
        """Count now, and after each change of those records; ``only`` says, by place, which of them count."""
        super().__init__(tabs)  # so that it goes with them
        self._tabs, self._project, self._counted, self._only = tabs, project, counted, only or {}
        self._watched = frozenset(counted[place].ENTIDAD for place in self._only)
        self._names = {place: tabs.tabText(place) for place in counted}
        project.changed.connect(self._on_changed)
        self._count(frozenset(tipo.ENTIDAD for tipo in counted.values()))

    def _on_changed(self, cambios: tuple[Cambio, ...]) -> None:
        # Ten thousand records are not counted again for each field that somebody types in.
        touched = tocadas(cambios) & {tipo.ENTIDAD for tipo in self._counted.values()}
        came_and_went = touched - self._watched
        found = touched & self._watched
        for c in cambios if came_and_went else ():
            if c.entidad in came_and_went and _counts(c):
                found |= {c.entidad}
                came_and_went -= {c.entidad}
                if not came_and_went:  # of a large import, the first of each kind says it
                    break
        self._count(found)

    def _count(self, entidades: frozenset[str]) -> None:
        for place, tipo in self._counted.items():
            if tipo.ENTIDAD in entidades:
                found = self._project.proyecto.activos(tipo)
                how_many = sum(map(self._only[place], found)) if place in self._only else len(found)
                self._tabs.setTabText(place, f"{self._names[place]} ({how_many})")


def _counts(cambio: Cambio) -> bool:
    """Tell whether a record came, went or was withdrawn."""
    return cambio.antes is None or cambio.despues is None or "retirado" in cambio.despues
