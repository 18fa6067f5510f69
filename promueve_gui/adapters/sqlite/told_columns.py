"""New records of one table as the bitácora keeps them: by columns, and what many of them say only once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from promueve_gui.domain.codec import Primitivo

Columns: TypeAlias = "dict[str, Sequence[Any]]"
IDS = "id"  # the first column
SOME = 1_000  # values by which a long column is judged


def tell(value: object) -> str:
    """Return ``value`` as JSON, as short as it gets."""
    # The encoder need not look for cycles, for there are none: a third less time.
    return json.dumps(value, ensure_ascii=False, check_circular=False, separators=(",", ":"))


def tell_rows(entidad: str, columns: Mapping[str, Sequence[Primitivo]]) -> str:
    """Return the records of a table as JSON, the column of their identities first."""
    told = ",".join(f"{tell(nombre)}:{_told(values)}" for nombre, values in columns.items())
    return f'{{"entidad":{tell(entidad)},"columnas":{{{told}}}}}'


def unfolded(columnas: Any, filas: Iterable[Sequence[Any]] | None = None) -> Columns:  # noqa: ANN401  # whatever JSON holds
    """Return all columns of what ``tell_rows`` told; the first files had rows, and no name over the identities.

    Raises ``ValueError``, ``LookupError``, ``TypeError`` or ``AttributeError`` for what nobody told.
    """
    if filas is None:
        return {nombre: _unfolded(column) for nombre, column in columnas.items()}
    return dict(zip((IDS, *columnas), zip(*filas, strict=True), strict=True))


def each_once(function: Callable[[Any], Any], values: Sequence[Any]) -> list[Any]:
    """Return ``function`` of each value; it is asked once for what many of them say."""
    found = {value: function(value) for value in set(values)}
    return [found[value] for value in values]


def _told(values: Sequence[Primitivo]) -> str:
    """Tell a column as it is or, where most of it repeats itself, its different values and the place of each row's."""
    if _hardly_repeats(values):
        return _told_plainly(values) or tell(values)
    different = list(dict.fromkeys(values))
    if 2 * len(different) >= len(values):
        return _told_plainly(values) or tell(values)
    places = {value: str(place) for place, value in enumerate(different)}
    return f'{{"valores":{tell(different)},"lugares":[{",".join([places[value] for value in values])}]}}'


def _hardly_repeats(values: Sequence[Primitivo]) -> bool:
    """Tell whether a long column seems to say the same nowhere: neither at its beginning nor here and there.

    To look at all of it takes as long as to tell it; where this errs, the column is told at greater length.
    """
    some = values[:SOME], values[:: len(values) // SOME + 1]
    return len(values) > 10 * SOME and all(len(set(few)) == len(few) for few in some)


def _told_plainly(values: Sequence[Any]) -> str:
    """Return texts as JSON, all at once; empty where one is no text or may hold what JSON escapes, as few do."""
    try:
        joined = '","'.join(values)
    except TypeError:
        return ""
    plain = joined.isprintable() and "\\" not in joined and joined.count('"') == 2 * (len(values) - 1)
    return f'["{joined}"]' if plain else ""


def _unfolded(column: Any) -> Sequence[Any]:  # noqa: ANN401  # whatever JSON holds
    if isinstance(column, dict):
        valores = column["valores"]
        return [valores[place] for place in column["lugares"]]
    return list(column)
