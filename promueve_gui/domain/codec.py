"""Values in the shape that SQLite, JSON and the bitácora hold: text, whole number or nothing. No files here."""

from __future__ import annotations

import json
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from promueve_gui.domain.ficha import Tipo, campos, per_type

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.ficha import Campo, Opcion, Registro, Valor

Primitivo: TypeAlias = str | int | None
Encoder: TypeAlias = "Callable[[Any], Primitivo]"
Decoder: TypeAlias = "Callable[[Any], Valor]"

_NADA: frozenset[Any] = frozenset()
_EMPTY_LIST = "[]"


def encode(campo: Campo, valor: Valor) -> Primitivo:
    """Return ``valor`` as it is stored: dates as ISO 8601, choices by value, several as a JSON list."""
    encoder = _ENCODERS.get(campo.tipo)
    return cast("Primitivo", valor) if encoder is None else encoder(valor)


def decode(campo: Campo, valor: Primitivo) -> Valor:
    """Return the value that ``encode`` stored. Raises ``ValueError`` for what the vocabulary does not hold."""
    return _decoder(campo)(valor)


@per_type
def encoders(tipo: type[Registro]) -> Mapping[str, Encoder]:
    """Return how to store the fields whose stored shape is another; the rest are stored as they are."""
    found = {nombre: _ENCODERS[campo.tipo] for nombre, campo in campos(tipo).items() if campo.tipo in _ENCODERS}
    return MappingProxyType(found)


@per_type
def decoders(tipo: type[Registro]) -> Mapping[str, Decoder]:
    """Return how to read the fields whose stored shape is another; looked up once per table, since rows are many."""
    return MappingProxyType({nombre: _decoder(campos(tipo)[nombre]) for nombre in encoders(tipo)})


def encode_fields(tipo: type[Registro], valores: Mapping[str, Valor]) -> dict[str, Primitivo]:
    """Return some fields of a record as they are stored."""
    stored: dict[str, Any] = dict(valores)
    for nombre, encoder in encoders(tipo).items():
        if nombre in stored:
            stored[nombre] = encoder(stored[nombre])
    return stored


def decode_fields(tipo: type[Registro], valores: Mapping[str, Primitivo]) -> dict[str, Valor]:
    """Return some fields of a record from their stored shape. Raises ``KeyError`` for a field that it does not have."""
    if not valores.keys() <= campos(tipo).keys():
        raise KeyError(tipo.ENTIDAD)
    found: dict[str, Any] = dict(valores)
    for nombre, decoder in decoders(tipo).items():
        if nombre in found:
            found[nombre] = decoder(found[nombre])
    return found


def _encode_fecha(valor: date | None) -> str | None:
    return None if valor is None else valor.isoformat()


def _encode_opcion(valor: Opcion | None) -> str | None:
    return None if valor is None else str(valor)


def _encode_opciones(valor: frozenset[Opcion]) -> str:
    # Sorted, so that equal sets are stored alike.
    return json.dumps(sorted(map(str, valor))) if valor else _EMPTY_LIST


def _encode_referencias(valor: tuple[str, ...]) -> str:
    return json.dumps(valor) if valor else _EMPTY_LIST


_ENCODERS: Mapping[Tipo, Encoder] = MappingProxyType(
    {
        Tipo.FECHA: _encode_fecha,
        Tipo.BOOLEANO: int,
        Tipo.OPCION: _encode_opcion,
        Tipo.OPCIONES: _encode_opciones,
        Tipo.REFERENCIAS: _encode_referencias,
    }
)


def _decoder(campo: Campo) -> Decoder:
    match campo.tipo:
        case Tipo.FECHA:
            return _decode_fecha
        case Tipo.BOOLEANO:
            return bool
        case Tipo.OPCION:
            return _choice_decoder({None: None, **{str(o): o for o in campo.opciones or ()}})
        case Tipo.OPCIONES:
            known = _choice_decoder({str(o): o for o in campo.opciones or ()})
            return lambda valor: _NADA if valor == _EMPTY_LIST else frozenset(map(known, json.loads(valor)))
        case Tipo.REFERENCIAS:
            return lambda valor: () if valor == _EMPTY_LIST else tuple(json.loads(valor))
        case _:
            return _as_it_is


def _choice_decoder(por_valor: Mapping[Primitivo, Opcion | None]) -> Decoder:
    def known(valor: Primitivo) -> Opcion | None:
        if valor in por_valor:
            return por_valor[valor]
        raise ValueError(valor)

    return known


def _decode_fecha(valor: str | None) -> date | None:
    return None if valor is None else date.fromisoformat(valor)


def _as_it_is(valor: Valor) -> Valor:
    return valor
