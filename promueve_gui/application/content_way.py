"""The way of a content to its public: which states it passed, when and by whose hand, and whether it lost approval."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.versiones import versiones_de
from promueve_gui.domain.vocabularios import EstadoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.partes_contenido import VersionContenido
    from promueve_gui.domain.proyecto import Proyecto

ETAPAS = tuple(EstadoContenido)


@frozen
class Etapa:
    """One state on the way: whether the content is past it or in it, when it last came to it, and who brought it.

    ``llegada`` is the version that was kept then; a draft has none, nor has what came from a file without versions.
    """

    estado: EstadoContenido
    pasada: bool = False
    actual: bool = False
    llegada: VersionContenido | None = None

    @property
    def cuando(self) -> str:
        """Return the day of arrival, by the clock of this computer, «28/11/2026»; empty while unknown."""
        return "" if self.llegada is None else dia_de(self.llegada)

    @property
    def quien(self) -> str:
        """Return who brought it here; empty while unknown."""
        return "" if self.llegada is None else self.llegada.autor

    @property
    def texto(self) -> str:
        """Return the whole in words: «Aprobado, el 28/11/2026, por Luz Marina Ochoa»."""
        partes = [self.estado.etiqueta + (" (ahora)" if self.actual else "" if self.pasada else " (falta)")]
        partes += [f"el {self.cuando}"] if self.cuando else []
        partes += [f"por {self.quien}"] if self.quien else []
        return ", ".join(partes)


def dia_de(version: VersionContenido) -> str:
    """Return the day of a version, by the clock of this computer: «28/11/2026»; empty when it does not say."""
    try:
        return datetime.fromisoformat(version.momento).astimezone().strftime("%d/%m/%Y")
    except ValueError:
        return ""


def recorrido(proyecto: Proyecto, contenido: Contenido) -> tuple[Etapa, ...]:
    """Return the five states in their order, as a content stands: those behind it, its own, and those to come."""
    llegadas: dict[EstadoContenido | None, VersionContenido] = {}
    for version in _llegadas(versiones_de(proyecto, contenido.id)):
        llegadas[version.estado] = version
    lugar = ETAPAS.index(contenido.estado) if contenido.estado else -1
    return tuple(
        Etapa(estado, cual < lugar, cual == lugar, llegadas.get(estado) if 0 < cual <= lugar else None)
        for cual, estado in enumerate(ETAPAS)
    )


def aprobacion_perdida(proyecto: Proyecto, contenido: Contenido) -> VersionContenido | None:
    """Return the approved version of a content that went back to review because its text changed.

    ``None`` when it was never approved, or has moved on since. Nobody sends an approved content to review by hand: it
    is returned to draft.
    """
    llegadas = list(_llegadas(versiones_de(proyecto, contenido.id)))[-2:]
    estados = [version.estado for version in llegadas]
    caida = [EstadoContenido.APROBADO, EstadoContenido.EN_REVISION]
    return llegadas[0] if estados == caida and contenido.estado is EstadoContenido.EN_REVISION else None


def _llegadas(versiones: Iterable[VersionContenido]) -> Iterable[VersionContenido]:
    """Yield the versions with which a content came to another state; those asked for in between say nothing new."""
    antes: EstadoContenido | None = EstadoContenido.BORRADOR
    for version in versiones:
        if version.estado is not antes:
            yield version
        antes = version.estado
