"""PySide's enumerations as the quicker maker makes them: the same as Python's own, name by name."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from promueve_gui.gui import light_enums

if TYPE_CHECKING:
    from collections.abc import Iterator

OPERANDS = 6  # of each set of flags: all pairs of them
ENUM: Any = enum.Enum


@pytest.fixture(autouse=True)
def _as_python_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", light_enums.CHECKED)


def enumerations() -> Iterator[enum.EnumType]:
    """Yield every enumeration of the modules that the window uses, each once."""
    seen = set()
    for module in (QtCore, QtGui, QtWidgets):
        classes = [found for found in (getattr(module, name) for name in dir(module)) if isinstance(found, type)]
        for found in (named for holder in (module, *classes) for named in vars(holder).values()):
            if isinstance(found, enum.EnumType) and found.__module__.startswith("PySide6") and found not in seen:
                seen.add(found)
                yield found


def made_again(model: enum.EnumType) -> enum.EnumType:
    """Return another enumeration of the same names and numbers, asked for as PySide does."""
    kind: Any = model.__mro__[1]
    members: Any = model.__members__.items()
    made: enum.EnumType = kind(model.__name__, [(name, m.value) for name, m in members], boundary=enum.KEEP)
    return made


def facts(made: enum.EnumType) -> list[Any]:
    """Return what can be told of an enumeration from outside."""
    known: Any = made
    members: Any = known.__members__
    told: list[Any] = [made.__mro__[1:], made.__module__, made.__qualname__, made.__doc__, [m.name for m in known]]
    for name, member in members.items():
        told.append((name, repr(member), str(member), format(member), member.value, type(member.value)))
        told.append((vars(made)[name] is member, known[name] is member, known(member.value) is member))
    if issubclass(made, enum.Flag):
        some = list(members.values())[:OPERANDS]
        told += [repr((a | b, a & b, a ^ b, ~a, a in b, bool(a))) for a in some for b in some]
    told.append(sorted(vars(made).keys() - members.keys()))
    return told


def test_what_is_made_is_what_python_would_have_made() -> None:
    models = list(enumerations())
    before = [facts(made_again(model)) for model in models]
    light_enums.install(light_enums.COMPARED)
    assert [facts(made_again(model)) for model in models] == before
    assert len(models) > 500


def test_a_name_that_members_have_themselves_is_left_to_python() -> None:
    named = [("value", 7), ("otro", 8)]
    before = facts(ENUM("Campo", named, boundary=enum.KEEP))
    light_enums.install(light_enums.COMPARED)
    assert facts(ENUM("Campo", named, boundary=enum.KEEP)) == before


def test_what_others_ask_for_is_made_with_every_check() -> None:
    light_enums.install(light_enums.COMPARED)
    made = ENUM("Color", ["ROJO", "AZUL"])
    assert (made.__module__, [member.value for member in made]) == (__name__, [1, 2])
    with pytest.raises(TypeError, match="already defined"):
        ENUM("Color", [("ROJO", 1), ("ROJO", 2)])


def test_a_python_that_nobody_tried_stays_as_it_is() -> None:
    light_enums.install((3, light_enums.COMPARED[1] + 1))
    assert vars(enum.EnumType)["_create_"] is light_enums.CHECKED


def test_a_python_without_the_quicker_maker_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(light_enums, "QUICK", None)
    light_enums.install()
    assert vars(enum.EnumType)["_create_"] is light_enums.CHECKED
