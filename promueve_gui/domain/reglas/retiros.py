"""R12: nothing disappears without trace: what is withdrawn says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.reglas.base import Regla, Verificacion

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.reglas.base import Contexto, Juez

LETRAS_MINIMAS = 3  # «x» or «-» is no reason


def _juez(_contexto: Contexto) -> Juez:
    return _juzgar


def _juzgar(registro: Registro) -> list[Verificacion]:
    if sum(letra.isalnum() for letra in registro.retirado) >= LETRAS_MINIMAS:
        return []
    return [Verificacion("retirado", f"Se retiró sin un motivo que se entienda: «{registro.retirado.strip()}».")]


REGLA = Regla(
    id="R12",
    paso=0,
    titulo="Nada se retira sin motivo",
    tipos=TIPOS,
    juez=_juez,
    retirados=True,
)
