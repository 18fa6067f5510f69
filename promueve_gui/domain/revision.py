"""The basic checks of one value against its ``Campo``. They advise: a value that fails is saved all the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.enlaces import revisar_correo, revisar_url, separar_correos
from promueve_gui.domain.ficha import Tipo

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Campo, Valor


def revisar_campo(campo: Campo, valor: Valor) -> str:
    """Return the sentence for what is wrong with a value, or nothing."""
    if not valor:
        return "Falta este dato." if campo.requerido and campo.tipo is not Tipo.BOOLEANO else ""
    if campo.tipo is Tipo.CORREO:
        correos = separar_correos(str(valor)) if campo.varios else [str(valor)]
        return next(filter(None, map(revisar_correo, correos)), "")
    if campo.tipo is Tipo.URL:
        return revisar_url(str(valor)) or "" if campo.directa else _revisar_sitio(str(valor))
    return ""


def _revisar_sitio(direccion: str) -> str:
    if re.fullmatch(r"https?://[^\s/]+\.[^\s]+", direccion):
        return ""
    return "Escriba la dirección completa, por ejemplo https://www.institucion.gob.mx."
