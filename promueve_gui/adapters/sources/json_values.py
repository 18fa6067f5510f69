"""Pieces of a JSON document as the texts that cells would hold, whatever type the other program gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.adapters.sources import cells
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Acceso

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.ficha import Valor

Objeto: TypeAlias = "Mapping[str, object]"
Campos: TypeAlias = "tuple[tuple[str, str, cells.LectorCelda], ...]"  # key or path, field, reader
Decir: TypeAlias = "Callable[[str, str, str], None]"  # key, value found, complaint

_NOMBRES = ("name", "title", "display_name", "fn", "@value", "@id")
_PUBLICO = {
    **dict.fromkeys(("true", "1", "si", "yes", "publico"), Acceso.PUBLICO),
    **dict.fromkeys(("false", "0", "no"), Acceso.PRIVADO),
}


def as_text(valor: object) -> str:
    """Return ``valor`` as a cell would say it; lists parted by commas, objects by their name."""
    if isinstance(valor, str):
        return valor
    if valor is None or isinstance(valor, bool):
        return "" if valor is None else str(valor).lower()
    if isinstance(valor, list):
        return ", ".join(filter(None, map(_of_item, valor)))
    return _of_item(valor)


def _of_item(valor: object) -> str:
    """Return the text of one thing; what is nested deeper says nothing."""
    if isinstance(valor, dict):
        return next((nombre for clave in _NOMBRES if isinstance(nombre := valor.get(clave), str)), "")
    return str(valor) if isinstance(valor, (str, int, float)) else ""


def elements(valor: object) -> list[object]:
    """Return the elements of a list; anything else counts as a list of one, and nothing as none."""
    if isinstance(valor, list):
        return valor
    return [] if valor is None or (isinstance(valor, str) and not valor.strip()) else [valor]


def objects(valor: object) -> list[Objeto]:
    """Return the objects among the elements of ``valor``."""
    return [elemento for elemento in elements(valor) if isinstance(elemento, dict)]


def read_fields(origen: Objeto, campos: Campos, decir: Decir) -> dict[str, Valor]:
    """Return the fields that ``origen`` gives; of two keys for one field the first that says something counts."""
    valores: dict[str, Valor] = {}
    for ruta, campo, leer in campos:
        texto = as_text(_reach(origen, ruta))
        if not texto.strip() or campo in valores:
            continue
        valor, queja = leer(texto)
        if queja:
            decir(ruta, texto, queja)
        if valor or (campo == "acceso" and queja):
            valores[campo] = valor
    return valores


def _reach(origen: Objeto, ruta: str) -> object:
    actual: object = origen
    for clave in ruta.split("."):
        actual = actual.get(clave) if isinstance(actual, dict) else None
    return actual


def publico(texto: str) -> tuple[Acceso | None, str]:
    """Read the key ``public``: whether the data are public, as a boolean or in words."""
    leido = _PUBLICO.get(plegar(texto))
    return (leido, "") if leido else cells.acceso(texto)


def privado(texto: str) -> tuple[Acceso | None, str]:
    """Read the key ``private``: only ``true`` says something about the data."""
    return (Acceso.PRIVADO if plegar(texto) == "true" else None), ""
