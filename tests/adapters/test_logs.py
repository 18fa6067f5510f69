"""The log says where something failed and never what the user wrote."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.logs import FILE, described, log_crash, log_folder, logging_to

if TYPE_CHECKING:
    from pathlib import Path

SECRETO = "Correo de Inés: ines@ejemplo.gob.mx"


def failed() -> ValueError:
    """Return an error as it is caught, with what the user wrote in its message."""
    with pytest.raises(ValueError, match="Inés") as caught:
        int_of(SECRETO)
    return caught.value


def int_of(text: str) -> int:
    """Fail as ``int`` does, with the text in the message."""
    return int(text)


def test_an_error_is_its_kind_and_the_places_it_passed_through() -> None:
    text = described(failed())
    assert text.startswith("ValueError")
    assert "test_logs.py" in text
    assert SECRETO not in text


def test_a_crash_is_noted_in_the_users_folder_for_logs() -> None:
    path = log_crash(failed())
    assert path == log_folder() / FILE
    noted = path.read_text(encoding="utf-8")
    assert "ERROR" in noted
    assert "ValueError" in noted
    assert SECRETO not in noted


def test_the_program_logs_to_the_file_only_meanwhile(tmp_path: Path) -> None:
    logger = logging.getLogger("promueve")
    before = list(logger.handlers)
    with logging_to(tmp_path / "bitácoras") as path:
        logger.error("%s", "dentro")
    assert logger.handlers == before
    assert path.read_text(encoding="utf-8").endswith(" dentro\n")


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "ocupado").touch()
    with logging_to(tmp_path / "ocupado") as path:
        logging.getLogger("promueve").error("%s", "sin lugar")
    assert not path.exists()
