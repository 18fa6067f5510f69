"""The program as it is started, on a day of March, with a project of some records open."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui import bootstrap
from promueve_gui.gui.app import make_application
from tests.gui.answers import Answers
from tests.gui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from promueve_gui.domain.ficha import Registro

HOY = date(2026, 3, 17)


@contextmanager
def march_desk(qtbot: QtBot, folder: Path, records: Iterable[Registro]) -> Iterator[Desk]:
    """Give the window on a project of ``records`` and a profile, and close it afterwards."""
    make_application()
    services = replace(bootstrap.build_services(), today=lambda: HOY)
    made = Desk(qtbot, services, folder, Answers())
    made.open(made.make([*records, *bootstrap.build_recursos().load_perfil("vigente")]))
    yield made
    made.close()
