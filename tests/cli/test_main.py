"""Whatever happens ends in an exit code and a sentence, never in a traceback."""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from promueve_gui import __version__, bootstrap
from promueve_gui.adapters.logs import FILE, log_folder
from promueve_gui.application.ports import Lengua
from promueve_gui.cli import main
from promueve_gui.cli.self_test import StepFailedError, Trial, self_test
from promueve_gui.cli.terminal import Terminal
from promueve_gui.domain.errors import UserError
from tests.lengua import MemoryWords

if TYPE_CHECKING:
    from collections.abc import Sequence

MAIN = Path(__file__).resolve().parents[2] / "main.py"


class BrokenStream(io.StringIO):
    """An output that fails as it is told to."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        raise self.error


@dataclass(slots=True)
class Dictionary:
    """A dictionary that does not know the words given, whatever it is asked."""

    unknown: frozenset[str]
    closed: bool = False

    def desconocidas(self, palabras: Sequence[str]) -> frozenset[str]:
        return self.unknown

    def sugerencias(self, palabra: str) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        self.closed = True


LENGUA = Lengua(ortografia=None, silabas=len, personal=MemoryWords())


def test_a_defect_is_logged_and_told_in_a_sentence() -> None:
    err = io.StringIO()
    assert main(["--version"], BrokenStream(RuntimeError("secreto")), err) == 2
    (line,) = err.getvalue().splitlines()
    assert line.startswith("Ocurrió un error inesperado")
    noted = (log_folder() / FILE).read_text(encoding="utf-8")
    assert "RuntimeError" in noted
    assert "secreto" not in noted + line


def test_an_interruption_is_told_in_a_sentence() -> None:
    err = io.StringIO()
    assert main(["--version"], BrokenStream(KeyboardInterrupt()), err) == 2
    assert err.getvalue().startswith("Se interrumpió")


def test_a_reader_that_leaves_is_no_error() -> None:
    err = io.StringIO()
    assert main(["--version"], BrokenStream(BrokenPipeError()), err) == 0
    assert err.getvalue() == ""


def test_an_output_that_cannot_be_written_is_told_and_not_as_if_nothing_had_been_done() -> None:
    err = io.StringIO()
    assert main(["--version"], BrokenStream(OSError("secreto")), err) == 1
    assert err.getvalue().startswith("No se pudo escribir el resultado")


@pytest.mark.skipif(os.name == "nt", reason="pipes that close are a matter of POSIX shells")
def test_the_program_says_nothing_when_its_reader_leaves() -> None:
    with subprocess.Popen(
        [sys.executable, str(MAIN), "--ayuda"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was(*, collecting: bool) -> None:
    before = gc.isenabled()
    try:
        if not collecting:
            gc.disable()
        main(["--version"], io.StringIO(), io.StringIO())
        assert gc.isenabled() is collecting
    finally:
        if before:
            gc.enable()


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    out = io.StringIO()
    with pytest.raises(UserError, match="exportacion_fallida"):
        self_test(Terminal(out, io.StringIO()), tmp_path / "no existe" / "informe.txt", ())


@pytest.mark.parametrize(
    ("desconocidas", "reason"),
    [({"informasion"}, ""), (set(), "el diccionario no distingue"), ({"información", "informasion"}, "no distingue")],
)
def test_the_trial_asks_the_dictionary(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, desconocidas: set[str], reason: str
) -> None:
    ortografia = Dictionary(frozenset(desconocidas))
    monkeypatch.setattr(bootstrap, "build_lengua", lambda: replace(LENGUA, ortografia=ortografia))
    with nullcontext() if not reason else pytest.raises(StepFailedError, match=reason):
        Trial(tmp_path).spell()
    assert ortografia.closed


def test_only_an_installed_program_has_to_bring_a_dictionary(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bootstrap, "build_lengua", lambda: LENGUA)
    Trial(tmp_path).spell()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(StepFailedError, match="falta el diccionario"):
        Trial(tmp_path).spell()


def test_each_step_of_the_trial_that_fails_says_why(tmp_path: Path) -> None:
    def refused(_: Trial) -> None:
        raise UserError("solo_lectura")

    def wrong(_: Trial) -> None:
        raise StepFailedError("se perdieron datos")

    def defective(_: Trial) -> None:
        raise RuntimeError

    def fine(_: Trial) -> None:
        return

    out = io.StringIO()
    pasos = (("Uno", refused), ("Dos", wrong), ("Tres", defective), ("Cuatro", fine))
    report = tmp_path / "informe.txt"
    assert self_test(Terminal(out, io.StringIO()), report, pasos) == 1
    assert report.read_text(encoding="utf-8") == out.getvalue()
    version, *_, uno, dos, tres, cuatro = out.getvalue().splitlines()
    assert version == f"Promueve: {__version__}"
    assert uno.startswith("✗ Uno: El proyecto está abierto solo para leer.")
    assert dos == "✗ Dos: se perdieron datos"
    assert tres.startswith("✗ Tres: error inesperado")
    assert cuatro == "✓ Cuatro"
