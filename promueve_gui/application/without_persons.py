"""What a project says without anybody's data: for a copy that can be shown to whoever asks (dominio §8).

Left out are persons nothing refers to, every personal field, the names and addresses of those persons wherever else
they stand, and the files kept inside, which no program can look through; and, since it is a new file, all its past.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from promueve_gui.application.consolidate import CON_ARCHIVO
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.institucion import Membrete, PlantillaPresentacion
from promueve_gui.domain.olvido import Olvido, text_fields
from promueve_gui.domain.personas import Busqueda, is_person
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

SIN_NOMBRE = "(sin nombre)"
# What people call a file that is left out.
_NOMBRES_DE_ARCHIVO = {tipo.ENTIDAD: "nombre" for tipo in (Membrete, PlantillaPresentacion)}


def without_persons(proyecto: Proyecto) -> list[Registro]:
    """Return the records of ``proyecto`` as such a copy has them."""
    olvido = Olvido(Busqueda(()).con(_named(proyecto)))
    tipos = [tipo for tipo in TIPOS if not is_person(tipo) or _is_referred_to(tipo)]
    return [_cleaned(registro, olvido) for tipo in tipos for registro in proyecto.todos(tipo)]


def _named(proyecto: Proyecto) -> Iterator[str]:
    """Yield who is named in the personal fields: one in each, or several apart by semicolons or commas."""
    for tipo in TIPOS:
        nombres = [n for n, campo in text_fields(tipo).items() if campo.personal and campo.tipo is not Tipo.TEXTO_LARGO]
        for registro in proyecto.todos(tipo) if nombres else ():
            for nombre in nombres:
                yield from getattr(registro, nombre).replace(",", ";").split(";")


def _is_referred_to(tipo: type[Registro]) -> bool:
    return any(campo.destino == tipo.ENTIDAD for otro in TIPOS for campo in campos(otro).values())


def _cleaned(registro: Registro, olvido: Olvido) -> Registro:
    clave = (registro.ENTIDAD, registro.id)
    valores: dict[str, Any] = {}
    for nombre, campo in text_fields(type(registro)).items():
        texto = getattr(registro, nombre)
        if campo.personal or nombre in {CON_ARCHIVO.get(registro.ENTIDAD), _NOMBRES_DE_ARCHIVO.get(registro.ENTIDAD)}:
            valores[nombre] = SIN_NOMBRE if nombre == registro.TITULO else ""
        else:
            valores[nombre] = olvido.value(clave, nombre, texto)
    return replace(registro, **valores)
