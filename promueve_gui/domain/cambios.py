"""Cambio and Edicion: the only currency of change. Undo, history, import preview and merge speak it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from random import SystemRandom
from time import time_ns
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.ficha import campos, defaults
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from promueve_gui.domain.ficha import Id, Registro, Valor


DEVOLVER = "devolver"  # where editions come from that returned files led to
_NANOSECONDS = 1_000_000  # in the millisecond that an identity counts in
_RANDOM_DIGITS = 15  # of an identity; the rest are its moment, version and variant
_EPOCA = datetime(1970, 1, 1, tzinfo=UTC)
_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@frozen
class Cambio:
    """What happens to one record: the fields that differ, before and after.

    ``antes`` is ``None`` when the record comes into being; ``despues`` is ``None`` only in the inverse of that.
    A withdrawal is an ordinary change of ``retirado``, so that nothing is deleted without trace (R12).
    Raises ``ValueError`` when both sides do not name the same fields, since then it could not be taken back.
    """

    entidad: str
    id: Id
    antes: Mapping[str, Valor] | None
    despues: Mapping[str, Valor] | None

    def __post_init__(self) -> None:
        """See that the change says both what was and what will be."""
        antes, despues = self.antes, self.despues
        if antes is None and despues is None:
            raise ValueError(self.entidad)
        if antes is not None and despues is not None and antes.keys() != despues.keys():
            raise ValueError(self.entidad)

    @property
    def inverso(self) -> Cambio:
        """Return the change that takes this one back."""
        return Cambio(self.entidad, self.id, self.despues, self.antes)


@frozen(kw_only=True)
class Edicion:
    """A set of changes that happen together: one transaction, one undo step, one line of the bitácora.

    ``revierte`` names the earlier edition that this one takes back, when it does so.
    """

    id: Id
    momento: datetime
    motivo: str
    autor: str
    origen: str
    cambios: tuple[Cambio, ...]
    revierte: Id | None = None


_ENTIDAD: Callable[[Cambio], str] = attrgetter("entidad")


class Cambios(tuple[Cambio, ...]):  # noqa: SLOT001  # it keeps its answer
    """Changes of which many ask what they touch: hundreds of thousands are looked through once for all."""

    @cached_property
    def entidades(self) -> frozenset[str]:
        """Return the names of the tables that they touch."""
        return frozenset(map(_ENTIDAD, self))


def tocadas(cambios: Iterable[Cambio]) -> frozenset[str]:
    """Return the names of the tables that changes touch; a few milliseconds for a hundred thousand of them."""
    return cambios.entidades if isinstance(cambios, Cambios) else frozenset(map(_ENTIDAD, cambios))


def nuevo_id() -> Id:
    """Return a new identity; see ``nuevos_ids``."""
    return nuevos_ids(1)[0]


def nuevos_ids(cuantos: int) -> list[Id]:
    """Return new identities; UUIDs of version 7 (RFC 9562, 5.7), so that rows made on two machines can meet.

    They begin with the moment, to a quarter of a microsecond, end in 60 random bits, and come in their order: rows made
    together are neighbours in the index of their table, which takes half the time of an index filled here and there.
    Written out here, since ``uuid`` makes none of these.
    """
    milisegundos, resto = divmod(time_ns(), _NANOSECONDS)
    momento = f"{milisegundos << 16 | 0x7000 | (resto << 12) // _NANOSECONDS:016x}"
    inicio = f"{momento[:8]}-{momento[8:12]}-{momento[12:]}-8"
    azar = SystemRandom().randbytes(_RANDOM_DIGITS * cuantos // 2 + 1).hex()
    partes = sorted([azar[n : n + _RANDOM_DIGITS] for n in range(0, _RANDOM_DIGITS * cuantos, _RANDOM_DIGITS)])
    return [f"{inicio}{parte[:3]}-{parte[3:]}" for parte in partes]


def nacimiento(identidad: Id) -> datetime | None:
    """Return the moment at which an identity was made, or ``None`` when it is no UUID of version 7 of our calendar."""
    if not _UUID7.fullmatch(identidad):
        return None
    try:
        return _EPOCA + timedelta(milliseconds=int(identidad[:8] + identidad[9:13], 16))
    except OverflowError:
        return None


def alta(registro: Registro) -> Cambio:
    """Return the change that brings ``registro`` into being."""
    iniciales = defaults(type(registro))
    dados = {nombre: valor for nombre in iniciales if (valor := getattr(registro, nombre)) != iniciales[nombre]}
    return Cambio(registro.ENTIDAD, registro.id, None, dados)


def cambio(registro: Registro, /, **valores: Any) -> Cambio | None:
    """Return the change that gives ``registro`` these values, or ``None`` when it already has them all.

    Raises ``KeyError`` for a field that the record does not have.
    """
    known = campos(type(registro)).keys()
    antes: dict[str, Valor] = {}
    despues: dict[str, Valor] = {}
    for nombre, valor in valores.items():
        if nombre not in known:
            raise KeyError(nombre)
        actual = getattr(registro, nombre)
        if actual != valor:
            antes[nombre], despues[nombre] = actual, valor
    return Cambio(registro.ENTIDAD, registro.id, antes, despues) if despues else None


def motivo_de_cambio(registro: Registro, valores: Mapping[str, Any]) -> str:
    """Say which fields of which record get new values; a record without a name goes by the one that it gets."""
    descritos = campos(type(registro))
    etiquetas = ", ".join(f"«{descritos[nombre].etiqueta}»" for nombre in valores)
    titulo = registro.titulo or str(valores.get(registro.TITULO) or "")
    return f"Cambiar {etiquetas} de {f'«{titulo}»' if titulo else f'{registro.uno()} {registro.SIN_TITULO}'}"


def retiro(registro: Registro, motivo: str) -> Cambio | None:
    """Return the change that withdraws ``registro`` for ``motivo`` (R12)."""
    return cambio(registro, retirado=motivo)


def aplicado(cambio: Cambio, tipo: type[Registro], registro: Registro | None) -> Registro | None:
    """Return the record after ``cambio``, or ``None`` when the change takes back its coming into being."""
    if cambio.despues is None:
        return None
    valores: Mapping[str, Any] = cambio.despues
    return tipo(id=cambio.id, **valores) if registro is None else replace(registro, **valores)
