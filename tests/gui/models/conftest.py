"""Tables of the small sample, watched by Qt's own tester of models; a breach of its rules fails the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.gui.models.record_table import RecordTableModel
from tests.gui.samples import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the small sample, open."""
    return open_project(*EVERYTHING)


@pytest.fixture
def watch() -> Callable[[RecordTableModel], RecordTableModel]:
    """Return how to have a model checked after each of its signals; what is wrong is a Qt warning."""
    testers: list[QAbstractItemModelTester] = []

    def watch_it(model: RecordTableModel) -> RecordTableModel:
        testers.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning))
        return model

    return watch_it


@pytest.fixture
def model(project: Project, watch: Callable[[RecordTableModel], RecordTableModel]) -> RecordTableModel:
    """Return the table of groups, with every visible field."""
    return watch(RecordTableModel(project, GrupoUsuarios))
