"""Frozen dataclasses with slots that cost little to make: the program starts with half a hundred of them.

``dataclasses`` writes, compiles and runs the text of six methods for every frozen class, which made up a tenth of the
processor time from the start to the first window. Here all classes share one set of methods that look at the fields
of their object. ``fields``, ``replace``, ``asdict`` and type checkers take these classes for what they are.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = ...) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, /, *, kw_only: bool = False) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a class what ``@dataclass(frozen=True, slots=True)`` would make it."""
    if cls is None:
        return lambda cls: _made(cls, kw_only=kw_only)
    return _made(cls, kw_only=kw_only)


def _made(cls: type[T], *, kw_only: bool) -> type[T]:
    made = _with_slots(cls, kw_only=kw_only)
    names = [f.name for f in fields(made)]
    get = attrgetter(*names)
    made.__init__ = _constructor(made)
    made.__eq__, made.__hash__ = _equality(get)
    made.__repr__ = _representation(names)
    made.__setattr__, made.__delattr__ = _refuse_assignment, _refuse_deletion
    made.__getstate__, made.__setstate__ = _copying(made, get)
    finished: type[T] = made
    return finished


def _with_slots(cls: type, *, kw_only: bool) -> Any:  # noqa: ANN401  # a class that is being made
    """Return the class with its fields and slots, and without methods.

    ``dataclass`` looks at the text of each annotation three times for ``ClassVar`` and its like, a quarter of its work;
    so it is shown texts only where they are that.
    """
    texts = cls.__dict__.get("__annotations__", {})  # noqa: RUF063  # not ``inspect``, which is heavy
    cls.__annotations__ = {name: text if str(text).startswith("ClassVar") else object for name, text in texts.items()}
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    made.__annotations__ = texts
    for described in fields(made):
        if described.name in texts:
            described.type = texts[described.name]
    return made


def _constructor(made: Any) -> Callable[..., None]:  # noqa: ANN401  # a class that is being made
    """Return ``__init__``: by position, by name or by default, each value goes straight into its slot."""
    described = fields(made)
    slots = [(f.name, getattr(made, f.name).__set__) for f in described]
    positional = [f.name for f in described if not f.kw_only]
    defaults = {f.name: f.default for f in described if f.default is not MISSING}
    factories = {f.name: f.default_factory for f in described if f.default_factory is not MISSING}
    finish: Callable[[object], None] | None = getattr(made, "__post_init__", None)

    def __init__(self: object, /, *args: object, **given: object) -> None:  # noqa: N807  # it becomes the method
        if args:
            given = _named(made, positional, args, given)
        values = {**defaults, **given}
        if factories:
            values.update((name, make()) for name, make in factories.items() if name not in given)
        try:
            for name, put in slots:
                put(self, values[name])
        except KeyError as missing:
            raise TypeError(f"{made.__name__} needs {missing}") from None
        if len(values) > len(slots):
            raise TypeError(f"{made.__name__} has no {sorted(values.keys() - {name for name, _ in slots})}")
        if finish is not None:
            finish(self)

    return __init__


def _named(made: type, names: list[str], args: tuple[object, ...], given: dict[str, object]) -> dict[str, object]:
    """Return what is given by position and by name, all by name."""
    named = {**dict(zip(names, args)), **given}  # noqa: B905  # whether all found a place is seen next
    if len(named) < len(args) + len(given):
        raise TypeError(f"{made.__name__} takes {names} by position, each once; it was given {len(args)}")
    return named


def _equality(get: attrgetter[Any]) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    """Return ``__eq__`` and ``__hash__``: objects of the same class are equal when all their fields are."""

    def __eq__(self: object, other: object) -> bool:  # noqa: N807  # it becomes the method
        if type(self) is not type(other):
            return NotImplemented
        equal: bool = get(self) == get(other)
        return equal

    return __eq__, lambda self: hash(get(self))


def _copying(made: Any, get: attrgetter[Any]) -> tuple[Callable[[object], Any], Callable[[object, Any], None]]:  # noqa: ANN401  # a class that is being made
    """Return how ``copy`` and ``pickle`` take an object apart and put it together, past what refuses assignment."""
    slots = [getattr(made, f.name).__set__ for f in fields(made)]

    def take_apart(self: object) -> Any:  # noqa: ANN401  # one value, or one for each of several fields
        return get(self)

    def put_together(self: object, state: Any) -> None:  # noqa: ANN401  # what was taken apart
        for put, value in zip(slots, state if len(slots) > 1 else (state,), strict=True):
            put(self, value)

    return take_apart, put_together


def _representation(names: list[str]) -> Callable[[object], str]:
    return lambda self: f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"


def _refuse_assignment(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
