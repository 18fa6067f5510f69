"""Messages with fields in braces, such as «{area}», filled in from named values and from nothing else.

Nothing that is typed is evaluated: a field is a known word between braces. Other braces are text and stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Mapping

_CAMPO = re.compile(r"\{([^\W\d]\w{0,39})\}")


@frozen
class Combinado:
    """A text filled in. ``desconocidos`` are words in braces that are no field, left as they were typed.

    ``vacios`` are fields without a value, in whose place nothing stands.
    """

    texto: str
    desconocidos: tuple[str, ...] = ()
    vacios: tuple[str, ...] = ()


def combinar_plantilla(texto: str, valores: Mapping[str, str]) -> Combinado:
    """Return ``texto`` with its fields filled in from ``valores``; accents and capitals of a field do not matter.

    Braces in a value are not looked at again.
    """
    desconocidos: dict[str, None] = {}
    vacios: dict[str, None] = {}

    def fill(hallado: re.Match[str]) -> str:
        campo = plegar(hallado[1])
        if campo not in valores:
            desconocidos[hallado[1]] = None
            return hallado[0]
        if not valores[campo]:
            vacios[campo] = None
        return valores[campo]

    return Combinado(_CAMPO.sub(fill, texto), tuple(desconocidos), tuple(vacios))
