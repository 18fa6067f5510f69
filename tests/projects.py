"""Projects made of a few records, for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro


def project_of(*registros: Registro) -> Proyecto:
    """Return a project that holds these records."""
    tablas: dict[str, dict[str, Registro]] = {}
    for registro in registros:
        tablas.setdefault(registro.ENTIDAD, {})[registro.id] = registro
    return Proyecto(tablas)
