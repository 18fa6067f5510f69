"""Merge fields: words between braces that stand for data of a content, such as {url}, wherever its texts are shown.

They are filled in on the way out (preview, Word); what the user typed is kept as it is. Nothing typed is interpreted
beyond these four names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

CAMPOS_COMBINADOS = ("conjunto", "url", "fecha", "contacto")
_CAMPO = re.compile(r"\{(" + "|".join(CAMPOS_COMBINADOS) + r")\}")
_SONIDO_I = re.compile(r"h?i(?!e)|y(?![aeiou])")


def conjuntos_citados(contenido: Contenido, proyecto: Proyecto) -> list[ConjuntoDatos]:
    """Return the datasets of a content that may be named in public, in its order (R2: only those promoted)."""
    elegidos = (proyecto.get(ConjuntoDatos, identidad) for identidad in contenido.conjuntos)
    return [conjunto for conjunto in elegidos if conjunto is not None and conjunto.promovible]


def enumerar(nombres: Sequence[str]) -> str:
    """Return names as Spanish lists them: «A», «A y B», «A, B e Inventario»."""
    if len(nombres) <= 1:
        return "".join(nombres)
    conjuncion = "e" if _SONIDO_I.match(plegar(nombres[-1])) else "y"
    return f"{', '.join(nombres[:-1])} {conjuncion} {nombres[-1]}"


def combinar(texto: str, contenido: Contenido, proyecto: Proyecto) -> str:
    """Return ``texto`` with its merge fields filled in; one that has no value yet stays, so that the gap is seen."""
    if "{" not in texto:
        return texto
    conjuntos = conjuntos_citados(contenido, proyecto)
    valores = {
        "conjunto": enumerar([conjunto.nombre for conjunto in conjuntos]),
        "url": contenido.url or next((conjunto.url for conjunto in conjuntos if conjunto.url), ""),
        "fecha": fecha_larga(contenido.fecha) if contenido.fecha else "",
        "contacto": contenido.correo_contacto,
    }
    return _CAMPO.sub(lambda hallado: valores[hallado[1]] or hallado[0], texto)
