"""Joins two records of a kind that turn out to be the same: whatever referred to one refers to the other. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto


def unir(proyecto: Proyecto, sobrante: Registro, queda: Registro) -> list[Cambio]:
    """Return the changes that make every link to ``sobrante`` a link to ``queda``, and withdraw ``sobrante`` (R12)."""
    hechos = [cambio for tipo in TIPOS for cambio in _enlaces(proyecto, tipo, sobrante, queda)]
    retirado = retiro(sobrante, f"Se unió con «{queda.titulo}».")
    return hechos if retirado is None else [*hechos, retirado]


def _enlaces(proyecto: Proyecto, tipo: type[Registro], sobrante: Registro, queda: Registro) -> Iterator[Cambio]:
    enlaces = {nombre: campo for nombre, campo in campos(tipo).items() if campo.destino == sobrante.ENTIDAD}
    if not enlaces:
        return
    for registro in proyecto.todos(tipo):
        valores = {
            nombre: _sustituido(campo, getattr(registro, nombre), sobrante.id, queda.id)
            for nombre, campo in enlaces.items()
        }
        hecho = cambio(registro, **valores)
        if hecho is not None:
            yield hecho


def _sustituido(campo: Campo, valor: Valor, sobrante: Id, queda: Id) -> Valor:
    if campo.tipo is Tipo.REFERENCIA:
        return queda if valor == sobrante else valor
    identidades = cast("tuple[Id, ...]", valor)
    return tuple(dict.fromkeys(queda if identidad == sobrante else identidad for identidad in identidades))
