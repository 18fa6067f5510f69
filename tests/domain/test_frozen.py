"""What ``frozen`` makes must be what ``@dataclass(frozen=True, slots=True)`` makes, field by field and call by call."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable


@frozen
class Punto:
    """A place."""

    CLASE: ClassVar[str] = "punto"

    x: int
    y: int = 0
    notas: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PuntoComun:
    """The same place, made by the standard library."""

    CLASE: ClassVar[str] = "punto"

    x: int
    y: int = 0
    notas: list[str] = field(default_factory=list)


@frozen(kw_only=True)
class Base:
    """Something with an identity."""

    id: str
    retirado: str = ""


@frozen(kw_only=True)
class Derivada(Base):
    """Something that is more than its base."""

    nombre: str = ""


@frozen
class Unico:
    """One field alone."""

    valor: int

    def __post_init__(self) -> None:
        """Refuse what is below zero."""
        if self.valor < 0:
            raise ValueError(self.valor)


def test_values_come_by_position_by_name_or_by_default() -> None:
    assert (Punto(1, 2).x, Punto(1, 2).y) == (1, 2)
    assert Punto(1, y=3) == Punto(y=3, x=1)
    assert Punto(1).y == 0


def test_every_object_has_a_default_of_its_own() -> None:
    uno, otro = Punto(1), Punto(1)
    uno.notas.append("vista")
    assert otro.notas == []
    assert Punto(1, notas=uno.notas).notas is uno.notas


CALLS: list[tuple[Callable[..., object], ...]] = [
    (lambda clase: clase(), lambda clase: clase(1, 2, [], 4)),
    (lambda clase: clase(1, x=2), lambda clase: clase(1, z=2)),
    (lambda clase: clase(y=2), lambda clase: clase(y=2, z=1)),
]


@pytest.mark.parametrize("clase", [Punto, PuntoComun])
@pytest.mark.parametrize("call", [call for pair in CALLS for call in pair])
def test_a_call_that_does_not_fit_is_refused_as_the_standard_library_does(
    clase: type, call: Callable[[type], object]
) -> None:
    with pytest.raises(TypeError):
        call(clase)


def test_what_is_named_only_cannot_come_by_position() -> None:
    made: Any = Derivada
    with pytest.raises(TypeError):
        made("a")


def test_a_class_has_the_fields_of_its_base_first() -> None:
    assert [f.name for f in fields(Derivada)] == ["id", "retirado", "nombre"]
    assert Derivada(id="a", nombre="Uno") == Derivada(nombre="Uno", retirado="", id="a")


def test_only_objects_of_the_same_class_are_equal() -> None:
    others: list[tuple[object, object]] = [(Base(id="a"), Derivada(id="a")), (Punto(1), (1, 0, [])), (Unico(1), 1)]
    assert all(one != other for one, other in others)
    assert Unico(1) == Unico(1) != Unico(2)


def test_equal_objects_are_the_same_key() -> None:
    assert {Derivada(id="a"): 1}[Derivada(id="a")] == 1
    assert len({Unico(1), Unico(1), Unico(2)}) == 2


def test_what_cannot_be_a_key_makes_its_object_none() -> None:
    with pytest.raises(TypeError):
        hash(Punto(1))


def test_nothing_can_be_changed_or_added() -> None:
    punto: Any = Punto(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        punto.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'z'"):
        punto.z = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del punto.x
    assert punto == Punto(1)


def test_objects_have_slots_and_nothing_else() -> None:
    assert not hasattr(Punto(1), "__dict__")
    assert not hasattr(Derivada(id="a"), "__dict__")


def test_an_object_is_looked_over_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="-1"):
        Unico(-1)


def test_the_tools_of_the_standard_library_take_it_for_a_dataclass() -> None:
    made: Any = Punto
    assert is_dataclass(made)
    assert asdict(Punto(1, 2, ["a"])) == {"x": 1, "y": 2, "notas": ["a"]}
    match Punto(1, 2):
        case Punto(x, y):
            assert (x, y) == (1, 2)


@given(st.integers(), st.integers(), st.lists(st.text(), max_size=3), st.integers())
def test_it_behaves_as_what_the_standard_library_makes(x: int, y: int, notas: list[str], otro: int) -> None:
    ours, theirs = Punto(x, y, notas), PuntoComun(x, y, notas)
    assert repr(ours) == repr(theirs).replace("PuntoComun", "Punto")
    assert asdict(ours) == asdict(theirs)
    assert asdict(replace(ours, x=otro)) == asdict(replace(theirs, x=otro))
    assert (ours == replace(ours, x=otro)) == (theirs == replace(theirs, x=otro))


@pytest.mark.parametrize("made", [Punto(1, 2, ["a"]), Derivada(id="a", nombre="b"), Unico(1)])
def test_copies_and_pickles_are_equal(made: object) -> None:
    assert copy.deepcopy(made) == made
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  # what was written a moment ago
