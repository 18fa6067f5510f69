"""Values in the shape that SQLite, JSON and the bitácora hold: text, whole number or nothing. No files here."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from promueve_gui.domain.ficha import Tipo, campos

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.ficha import Campo, Opcion, Registro, Valor

Primitivo: TypeAlias = str | int | None


def encode(campo: Campo, valor: Valor) -> Primitivo:
    """Return ``valor`` as it is stored: dates as ISO 8601, choices by value, several as a sorted JSON list."""
    match campo.tipo:
        case Tipo.FECHA:
            return None if valor is None else cast("date", valor).isoformat()
        case Tipo.BOOLEANO:
            return int(bool(valor))
        case Tipo.OPCION:
            return None if valor is None else str(valor)
        case Tipo.OPCIONES:
            return json.dumps(sorted(str(v) for v in cast("frozenset[str]", valor)))
        case Tipo.REFERENCIAS:
            return json.dumps(list(cast("tuple[str, ...]", valor)))
        case _:
            return cast("Primitivo", valor)


def decode(campo: Campo, valor: Primitivo) -> Valor:
    """Return the value that ``encode`` stored. Raises ``ValueError`` for what the vocabulary does not hold."""
    return decoder(campo)(valor)


def decoder(campo: Campo) -> Callable[[Any], Valor]:
    """Return the function that decodes ``campo``; looked up once per column, since rows are many."""
    match campo.tipo:
        case Tipo.FECHA:
            return _decode_fecha
        case Tipo.BOOLEANO:
            return bool
        case Tipo.OPCION:
            por_valor: dict[Primitivo, Opcion | None] = {None: None, **{str(o): o for o in campo.opciones or ()}}
            return lambda valor: _known(por_valor, valor)
        case Tipo.OPCIONES:
            vocabulario = {str(o): o for o in campo.opciones or ()}
            return lambda valor: (
                frozenset(_known(vocabulario, v) for v in json.loads(valor)) if valor != "[]" else _NADA
            )
        case Tipo.REFERENCIAS:
            return lambda valor: tuple(json.loads(valor)) if valor != "[]" else ()
        case _:
            return _identity


_NADA: frozenset[Any] = frozenset()


def _known(vocabulario: Mapping[Any, Any], valor: Primitivo) -> Any:
    try:
        return vocabulario[valor]
    except KeyError:
        raise ValueError(valor) from None


def _decode_fecha(valor: str | None) -> date | None:
    return None if valor is None else date.fromisoformat(valor)


def _identity(valor: Valor) -> Valor:
    return valor


def encode_fields(tipo: type[Registro], valores: Mapping[str, Valor]) -> dict[str, Primitivo]:
    """Return some fields of a record as they are stored."""
    descritos = campos(tipo)
    return {nombre: encode(descritos[nombre], valor) for nombre, valor in valores.items()}


def decode_fields(tipo: type[Registro], valores: Mapping[str, Primitivo]) -> dict[str, Valor]:
    """Return some fields of a record from their stored shape."""
    descritos = campos(tipo)
    return {nombre: decode(descritos[nombre], valor) for nombre, valor in valores.items()}
