"""Pieces of a JSON document as the texts that cells would hold, whatever type the other program gave them."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.adapters.sources import cells
from promueve_gui.domain.formato import citar
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Acceso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from promueve_gui.domain.ficha import Valor

Objeto: TypeAlias = "Mapping[str, object]"
Campos: TypeAlias = "tuple[tuple[str, str, cells.LectorCelda], ...]"  # key or path, field, reader
Decir: TypeAlias = "Callable[[str, str, str], None]"  # key, value found, complaint

_LO_PRIMERO = "está repetido y se tomó «{}», lo primero que dice; deje uno solo"
_JUNTADO = "está repetido y se juntaron sus elementos; deje uno solo"
_MAX_CIFRAS = 1_000  # of a number that is counted with; Python itself takes up to 4,300
_NOMBRES = ("name", "title", "display_name", "fn", "@value", "@id")
_PUBLICO = {
    **dict.fromkeys(("true", "1", "si", "yes", "publico"), Acceso.PUBLICO),
    **dict.fromkeys(("false", "0", "no"), Acceso.PRIVADO),
}


class Repetido(dict[str, object]):
    """An object of the document that has keys more than once; ``quejas`` says, by key, what became of those."""

    quejas: Mapping[str, str]


def made_object(pares: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of the document; where it has a key more than once, lists are joined and nothing is lost unsaid.

    Of other values the first that says something counts, as it does of two keys for one field.
    """
    hecho = dict(pares)
    if len(hecho) == len(pares):
        return hecho
    repetido, quejas = Repetido(), {}
    for clave, valor in pares:
        anterior = repetido.get(clave)
        if not elements(anterior):
            repetido[clave] = valor
        elif isinstance(anterior, list) and isinstance(valor, list) and valor:
            repetido[clave], quejas[clave] = [*anterior, *valor], _JUNTADO
        elif elements(valor) and valor != anterior:
            quejas[clave] = _LO_PRIMERO.format(citar(as_written(anterior)))
    repetido.quejas = quejas
    return repetido


def repeated(objeto: object, aparte: str = "") -> Iterator[tuple[str, str]]:
    """Yield the keys that an object, and what it holds save under ``aparte``, has more than once, and a complaint."""
    pendientes = [objeto]
    while pendientes:
        actual = pendientes.pop()
        if isinstance(actual, Repetido):
            yield from actual.quejas.items()
        if isinstance(actual, dict):
            pendientes += [valor for clave, valor in actual.items() if actual is not objeto or clave != aparte]
        elif isinstance(actual, list):
            pendientes += actual


def whole_number(cifras: str) -> int | str:
    """Return a whole number of the document; as text if it has more figures than any number that means something."""
    return int(cifras) if len(cifras) <= _MAX_CIFRAS else cifras


def as_text(valor: object) -> str:
    """Return ``valor`` as a cell would say it; lists parted by commas, objects by their name."""
    if isinstance(valor, str):
        return valor
    if valor is None or isinstance(valor, bool):
        return "" if valor is None else str(valor).lower()
    if isinstance(valor, list):
        return ", ".join(filter(None, map(_of_item, valor)))
    return _of_item(valor)


def as_written(valor: object) -> str:
    """Return ``valor`` as the document writes it, texts without their quotes."""
    return valor if isinstance(valor, str) else json.dumps(valor, ensure_ascii=False)


def _of_item(valor: object) -> str:
    """Return the text of one thing; what is nested deeper, or is no number, says nothing."""
    if isinstance(valor, dict):
        return next((nombre for clave in _NOMBRES if isinstance(nombre := valor.get(clave), str)), "")
    return "" if _no_es_numero(valor) or not isinstance(valor, (str, int, float)) else str(valor)


def _no_es_numero(valor: object) -> bool:
    return isinstance(valor, float) and not math.isfinite(valor)


def _unread(valor: object) -> Iterator[str]:
    """Yield what is wrong with the parts of ``valor`` that say something and are no text."""
    for parte in elements(valor):
        if _no_es_numero(parte):
            yield f"dice «{as_written(parte)}», que no es un valor, y eso no se leyó; escríbalo o bórrelo"
        elif isinstance(parte, (dict, list)) and parte and not _of_item(parte):
            dice = citar(as_written(parte))
            yield f"dice «{dice}», que no es un texto, y eso no se leyó; escríbalo como texto, entre comillas"


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
        hallado = _reach(origen, ruta)
        texto = as_text(hallado)
        for queja in _unread(hallado):
            decir(ruta, as_written(hallado), queja)
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
        primero = next(iter(objects(actual)), None)  # of several publishers, the first
        if primero is None and clave == "name":  # who is told by a text alone goes by it
            return next((elemento for elemento in elements(actual) if isinstance(elemento, str)), None)
        actual = primero.get(clave) if primero else None
    return actual


def publico(texto: str) -> tuple[Acceso | None, str]:
    """Read the key ``public``: whether the data are public, as a boolean or in words."""
    leido = _PUBLICO.get(plegar(texto))
    return (leido, "") if leido else cells.acceso(texto)


def privado(texto: str) -> tuple[Acceso | None, str]:
    """Read the key ``private``: only ``true`` says something about the data."""
    return (Acceso.PRIVADO if plegar(texto) == "true" else None), ""
