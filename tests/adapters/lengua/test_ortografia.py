"""Spelling with the dictionary of the system, which set-up brings; and with processes that misbehave."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui import __main__, bootstrap
from promueve_gui.adapters.lengua.consulta import CHECK, MOST_SUGGESTIONS, SUGGEST, serve
from promueve_gui.adapters.lengua.diccionarios import dictionary_folders, find_dictionary
from promueve_gui.adapters.lengua.ortografia import HunspellApart, own_command
from promueve_gui.bootstrap import places
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

MUTE = [sys.executable, "-c", "import sys; sys.stdin.readline(); input()"]
GONE = [sys.executable, "-c", "pass"]
ECHO = "import sys, json\nfor line in sys.stdin:\n    kind, words = json.loads(line)\n"
ANSWERS_ONCE = [sys.executable, "-c", "input(); print('[]', flush=True)"]
SLOW_TO_SUGGEST = [
    sys.executable,
    "-c",
    f"{ECHO}    print('[]', flush=True) if kind == '{CHECK}' else sys.stdin.readline()",
]


@pytest.fixture(scope="module")
def dictionary() -> Path:
    """Return the dictionary; the tests of spelling fail where there is none, since set-up promises it."""
    found = find_dictionary(dictionary_folders(Path("none")))
    assert found is not None, "hunspell-es is missing: run packaging/set_up.py test"
    return found


@pytest.fixture(scope="module")
def spelling(dictionary: Path) -> Iterator[HunspellApart]:
    """Return the spelling of the program, in its process."""
    made = HunspellApart(own_command(dictionary))
    yield made
    made.close()


def test_words_of_mexico_are_known_and_slips_are_not(spelling: HunspellApart) -> None:
    words = "municipio Oaxaca Tlalnepantla computadora celular camión desagregados camion informasion xqzt".split()
    assert spelling.desconocidas(words) == {"camion", "informasion", "xqzt"}
    assert spelling.desconocidas([]) == frozenset()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("camion", "camión"),
        ("informasion", "información"),
        ("desiciones", "decisiones"),
        ("govierno", "gobierno"),
        ("alludar", "ayudar"),
        ("exelente", "excelente"),
        ("ospital", "hospital"),
        ("municipoi", "municipio"),
        ("mexico", "México"),
        ("yucatan", "Yucatán"),
    ],
)
def test_what_was_meant_is_among_the_suggestions(spelling: HunspellApart, slip: str, meant: str) -> None:
    found = spelling.sugerencias(slip)
    assert meant in found
    assert len(found) <= MOST_SUGGESTIONS
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("primrea", "primera"),  # two letters that changed places
        ("Infromacion", "Información"),  # and an accent left out
        ("direcion", "dirección"),
        ("publicaion", "publicación"),
        ("persnas", "personas"),
        ("ciudadnos", "ciudadanos"),
        ("exámen", "examen"),  # an accent too many
        ("boletìn", "boletín"),
        ("linguistica", "lingüística"),
        ("gerra", "guerra"),
        ("desaroyo", "desarrollo"),  # by ear, twice
        ("aki", "aquí"),
        ("Africa", "África"),
        ("mexico", "México"),
        ("kilometro", "kilómetro"),
        ("saludd", "salud"),
    ],
)
def test_the_first_suggestion_is_the_nearest_word(spelling: HunspellApart, slip: str, meant: str) -> None:
    assert spelling.sugerencias(slip)[0] == meant


def test_two_words_written_as_one_are_parted(spelling: HunspellApart) -> None:
    assert "por lo" in spelling.sugerencias("porlo")


@pytest.mark.parametrize("hostile", ["a" * 50, "日本語", "שלום", "<b>", "x\ny", "😀", "%s%n", "\x00"])
def test_hostile_words_are_answered(spelling: HunspellApart, hostile: str) -> None:
    assert spelling.desconocidas([hostile, "casa"]) <= {hostile}
    assert isinstance(spelling.sugerencias(hostile), tuple)
    assert spelling.desconocidas(["casa"]) == frozenset()


def test_it_answers_again_after_it_was_closed(dictionary: Path) -> None:
    made = HunspellApart(own_command(dictionary))
    assert made.desconocidas(["camion"]) == {"camion"}
    made.close()
    made.close()
    assert made.desconocidas(["camion"]) == {"camion"}
    made.close()


def test_it_begins_again_when_its_process_was_ended_meanwhile() -> None:
    made = HunspellApart(ANSWERS_ONCE)
    assert [made.desconocidas([word]) for word in ("casa", "camion", "dato")] == [frozenset()] * 3
    made.close()


@pytest.mark.parametrize("command", [GONE, MUTE, ["/no/hay/tal/programa"]])
def test_a_process_that_does_not_answer_is_said_and_ended(command: list[str]) -> None:
    made = HunspellApart(command, check_seconds=0.4)
    with pytest.raises(UserError, match="ortografia_detenida"):
        made.desconocidas(["casa"])
    with pytest.raises(UserError, match="ortografia_detenida"):
        made.sugerencias("casa")


def test_suggestions_that_take_too_long_are_none() -> None:
    made = HunspellApart(SLOW_TO_SUGGEST, suggest_seconds=0.3)
    assert made.sugerencias("casa") == ()
    assert made.desconocidas(["casa"]) == frozenset()
    made.close()


def test_a_dictionary_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    made = HunspellApart(own_command(tmp_path / "es_MX"))
    with pytest.raises(UserError):
        made.desconocidas(["casa"])


def test_questions_are_answered_line_by_line(dictionary: Path) -> None:
    answers = io.BytesIO()
    questions = [[CHECK, ["casa", "camion"]], [SUGGEST, ["camion"]], [CHECK, []]]
    serve(dictionary, io.BytesIO(b"".join(json.dumps(q).encode() + b"\n" for q in questions)), answers)
    unknown, suggested, nothing = map(json.loads, answers.getvalue().splitlines())
    assert (unknown, suggested[0], nothing) == (["camion"], "camión", [])


def test_the_program_itself_is_what_answers(
    dictionary: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    question = json.dumps([CHECK, ["camion"]]).encode() + b"\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(question)))
    assert __main__.main(own_command(dictionary)[2:]) == 0
    assert json.loads(capsysbinary.readouterr().out) == ["camion"]


def test_an_installed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command(Path("es_MX")) == [sys.executable, "--ortografia", "es_MX"]


def test_the_program_finds_its_dictionary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(places, "settings_path", lambda: tmp_path / "ventana.ini")
    made = bootstrap.build_lengua()
    assert made.ortografia is not None
    assert made.ortografia.desconocidas(["camion"]) == {"camion"}
    made.ortografia.close()
    made.personal.agregar("Tlaxiaco")
    assert (tmp_path / "diccionario.txt").read_text(encoding="utf-8") == "Tlaxiaco\n"
    assert made.silabas("municipio") == 4
    assert "metadatos" in made.propias
