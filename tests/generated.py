"""Made-up values and records of every kind, for tests that must hold whatever people write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.ficha import TEXTUALES, Tipo, campos
from promueve_gui.domain.registros import TIPOS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.ficha import Campo, Id, Registro

# Everything that UTF-8 can hold; a lone surrogate it cannot.
TEXTO = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ENTERO = st.none() | st.integers(0, 2**63 - 1)
ESCALA = st.none() | st.integers(1, 5)
FECHA = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
TIPO = st.sampled_from(TIPOS)


def valor(campo: Campo, ids: Sequence[Id] = ()) -> st.SearchStrategy[Any]:
    """Return what a field may hold; links go to ``ids``."""
    if campo.tipo in TEXTUALES:
        return TEXTO
    opciones: list[Any] = list(campo.opciones or ())
    known: dict[Tipo, st.SearchStrategy[Any]] = {
        Tipo.ENTERO: ENTERO,
        Tipo.ESCALA: ESCALA,
        Tipo.BOOLEANO: st.booleans(),
        Tipo.FECHA: FECHA,
        Tipo.OPCION: st.sampled_from([None, *opciones]),
        Tipo.OPCIONES: st.frozensets(st.sampled_from(opciones or [None])),
        Tipo.REFERENCIA: st.sampled_from([None, *ids]),
        Tipo.REFERENCIAS: st.lists(st.sampled_from(list(ids) or [""]), unique=True, max_size=3).map(tuple)
        if ids
        else st.just(()),
    }
    return known[campo.tipo]


def valores(
    tipo: type[Registro], ids: Mapping[str, Sequence[Id]] | None = None, *, some: bool = False
) -> st.SearchStrategy[dict[str, Any]]:
    """Return what the fields of a record may hold, all of them or ``some``; links go to ``ids``, by table."""
    fields = {nombre: valor(campo, (ids or {}).get(campo.destino, ())) for nombre, campo in campos(tipo).items()}
    return st.fixed_dictionaries({}, optional=fields) if some else st.fixed_dictionaries(fields)


def registro(tipo: type[Registro], ids: Mapping[str, Sequence[Id]] | None = None) -> st.SearchStrategy[Registro]:
    """Return a record with any values; links go to ``ids``, by table."""
    return valores(tipo, ids).map(lambda dados: tipo(id=nuevo_id(), **dados))


def cualquier_registro() -> st.SearchStrategy[Registro]:
    """Return a record of any kind, without links."""
    return TIPO.flatmap(registro)
