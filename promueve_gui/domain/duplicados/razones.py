"""Why two groups look alike, in sentences for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.duplicados.registros import mismas_siglas
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from promueve_gui.domain.duplicados.puntaje import Cotejo
    from promueve_gui.domain.duplicados.registros import Registros
    from promueve_gui.domain.grupos import GrupoUsuarios


def razones(uno: GrupoUsuarios, otro: GrupoUsuarios, cotejo: Cotejo, registros: Registros) -> tuple[str, ...]:
    return ()
