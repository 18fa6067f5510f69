"""What people read of an import: one sentence once it is done, and each problem as a place and a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.importacion import Problema
    from promueve_gui.domain.propuesta import Propuesta

# How the sentence of a problem begins when it says where, for those who see no column of places beside it.
_PLACE = re.compile(
    r"((?:Hoja «.*?», renglón|Renglón) \d+(?:, columna [A-Z]+)?|(Conjunto \d+(?:, recurso \d+)?(?:, campo «.*?»)?)): ",
    re.DOTALL,
)


def summary(fuente: str, propuesta: Propuesta) -> str:
    """Return what came in from the file called ``fuente``."""
    parts = [f"Se importó «{fuente}»."]
    for heading, counted in (("Nuevos", propuesta.nuevos), ("Cambiados", propuesta.cambiados)):
        if told := _counted(counted):
            parts.append(f"{heading}: {told}.")
    if problemas := len(propuesta.problemas):
        parts.append(f"{contado(problemas, 'problema', 'problemas')}.")
    return " ".join(parts)


def place_and_text(problema: Problema) -> tuple[str, str]:
    """Return where a problem is and what it says, without saying the place twice."""
    said = _PLACE.match(problema.mensaje)
    if said is None:
        return _place(problema), problema.mensaje
    text = problema.mensaje[said.end() :]
    return said[2] or _place(problema), text[:1].upper() + text[1:]


def _place(problema: Problema) -> str:
    renglon = "" if problema.renglon is None else f"renglón {problema.renglon}"
    columna = problema.columna and f"columna {problema.columna}"
    text = ", ".join(filter(None, [problema.hoja, renglon, columna]))
    return text if problema.hoja else text[:1].upper() + text[1:]


def _counted(counted: Mapping[str, int]) -> str:
    told = [(counted.get(entidad, 0), tipo) for entidad, tipo in POR_ENTIDAD.items()]
    return ", ".join(contado(count, tipo.SINGULAR, tipo.PLURAL) for count, tipo in told if count)
