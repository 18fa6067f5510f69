"""What has been seen in returned files is kept as text and remembered as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.visto import Conocida, Memoria, Visto

WORD = st.text(max_size=4)
PAIRS = st.dictionaries(WORD, st.lists(st.tuples(WORD, WORD), min_size=1, max_size=3), max_size=2)
CELLS = st.dictionaries(
    WORD, st.dictionaries(WORD, st.dictionaries(WORD, WORD, min_size=1), min_size=1, max_size=2), max_size=2
)


def test_nothing_takes_no_room() -> None:
    assert Visto().to_text() == "{}"
    assert Visto.of_text("{}") == Visto()


@given(CELLS, PAIRS, PAIRS, st.dictionaries(WORD, st.lists(WORD, min_size=1), max_size=2))
def test_what_was_written_says_the_same(celdas, nuevas, reconocidas, faltan) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001 - as generated
    visto = Visto(celdas=celdas, nuevas=nuevas, reconocidas=reconocidas, faltan=faltan)
    leido = Visto.of_text(visto.to_text())
    assert leido.to_text() == visto.to_text()
    assert (leido.celdas, leido.faltan) == (celdas, faltan)


def test_the_memory_holds_what_all_receptions_saw() -> None:
    uno = Visto(nuevas={"grupo_usuarios": [("inegi", "g1"), ("inegi", "g2")]}, faltan={"grupo_usuarios": ["g9"]})
    uno.note_cell("grupo_usuarios", "g", "siglas", "A")
    otro = Visto(reconocidas={"grupo_usuarios": [("inegi", "g1"), ("inegi", "g3")]})
    otro.note_cell("grupo_usuarios", "g", "siglas", "B")
    memoria = Memoria([(4, uno), (7, otro)])
    assert memoria.said("grupo_usuarios", "g", "siglas", "A")
    assert memoria.said("grupo_usuarios", "g", "siglas", "B")
    assert not memoria.said("grupo_usuarios", "g", "siglas", "C")
    assert memoria.missed("grupo_usuarios", "g9")
    assert not memoria.missed("grupo_usuarios", "g")
    # A record goes by the file that made it, not by a later one that only knew it.
    assert memoria.known("grupo_usuarios", "inegi") == [
        Conocida("g1", 4, nueva=True),
        Conocida("g2", 4, nueva=True),
        Conocida("g3", 7, nueva=False),
    ]
    assert memoria.known("grupo_usuarios", "otro") == []
