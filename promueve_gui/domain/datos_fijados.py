"""What an approved content takes from the project, fixed that day: what leaves later is what was approved.

Besides its merge fields, a document shows names, addresses and contacts of other records. All of it is kept with the
content while it is approved or published, and documents are made of the project ``como_se_aprobo``. Whether a dataset
may be named at all (R2) and whether a person is still in use follow the project: they are kept by nobody.
"""

from __future__ import annotations

import json
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.campos_combinados import valores_usados
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.contenidos import FIRMES
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import Institucion, Persona, RedSocial

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Clave, Proyecto

_REGISTROS = "registros"  # beside the merge fields, none of which has this name
# What documents show of each kind.
_DICHOS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ConjuntoDatos.ENTIDAD: ("nombre", "url", "palabras_clave"),
        Herramienta.ENTIDAD: ("nombre", "url"),
        Persona.ENTIDAD: ("nombre", "cargo", "correo"),
        RedSocial.ENTIDAD: ("nombre",),
        Institucion.ENTIDAD: (
            *("nombre", "siglas", "ciudad", "direccion_comunicacion"),
            *("correo_contacto", "correo_prensa", "telefono_prensa", "sitio"),
        ),
    }
)


def congelar(contenido: Contenido, proyecto: Proyecto, partes: Iterable[Registro] = ()) -> str:
    """Return, as JSON, what a content and its parts take from the project today; empty when that is nothing."""
    textos = (contenido, *partes)
    registros: dict[str, dict[str, dict[str, str]]] = {}
    for registro in _mostrados(textos, proyecto):
        dichos = {nombre: getattr(registro, nombre) for nombre in _DICHOS[registro.ENTIDAD]}
        registros.setdefault(registro.ENTIDAD, {})[registro.id] = dichos
    todo = {**valores_usados(contenido, proyecto, textos), **({_REGISTROS: registros} if registros else {})}
    return json.dumps(todo, ensure_ascii=False, separators=(",", ":")) if todo else ""


def como_se_aprobo(contenido: Contenido, proyecto: Proyecto) -> Proyecto:
    """Return the project as a document of a content shows it: as it was on approval, or as it is without one."""
    otros = cambiados(contenido, proyecto)
    return proyecto.replaced(aprobado for aprobado, _ in otros) if otros else proyecto


def cambiados(contenido: Contenido, proyecto: Proyecto) -> list[tuple[Registro, Registro]]:
    """Return the records that say something else by now: each as it was approved, and as it is."""
    if contenido.estado not in FIRMES:
        return []
    actuales = ((proyecto.registro(*clave), dichos) for clave, dichos in _fijados(contenido.congelado).items())
    pares = ((replace(actual, **dichos), actual) for actual, dichos in actuales if actual is not None)
    return [(aprobado, actual) for aprobado, actual in pares if aprobado != actual]


def _mostrados(textos: Iterable[Registro], proyecto: Proyecto) -> Iterator[Registro]:
    """Yield the records that these refer to and documents show, and the institution."""
    claves = dict.fromkeys(
        (campo.destino, identidad)
        for registro in textos
        for nombre, campo in campos(type(registro)).items()
        if campo.destino in _DICHOS
        for identidad in _identidades(getattr(registro, nombre))
    )
    hallados = (proyecto.registro(*clave) for clave in claves)
    yield from (registro for registro in (*hallados, proyecto.unico(Institucion)) if registro is not None)


def _identidades(valor: tuple[str, ...] | str | None) -> tuple[str, ...]:
    if isinstance(valor, tuple):
        return valor
    return () if valor is None else (valor,)


def _fijados(congelado: str) -> Mapping[Clave, Mapping[str, str]]:
    if _REGISTROS not in congelado:
        return {}
    try:
        return {
            (entidad, identidad): {nombre: str(suyo[nombre]) for nombre in _DICHOS[entidad] if nombre in suyo}
            for entidad, suyos in json.loads(congelado)[_REGISTROS].items()
            if entidad in _DICHOS
            for identidad, suyo in suyos.items()
        }
    except (ValueError, TypeError, LookupError, AttributeError):  # somebody else's hand
        return {}
