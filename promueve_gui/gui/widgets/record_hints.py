"""What the rules say of the record in a form, beyond what its fields tell by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from promueve_gui.application.gaps import gaps_of_record
from promueve_gui.gui.widgets.parts import column, label

if TYPE_CHECKING:
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm

MOST = 3


class RecordHints(QWidget):
    """A few sentences over a form, from the last review; gone when there is nothing to say."""

    def __init__(self, project: Project, entidad: str, form: RecordForm) -> None:
        """Follow the review of ``project``; call ``refresh`` when the form shows another record."""
        super().__init__()
        self._project, self._entidad, self._form = project, entidad, form
        self._labels = [label("", "menor", wrap=True) for _ in range(MOST)]
        for line in self._labels:
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setLayout(column(*self._labels, spacing=4))
        project.reviewed.connect(self.refresh)
        self.refresh()

    def sentences(self) -> list[str]:
        """Return what is said now."""
        return [line.text() for line in self._labels if not line.isHidden()]

    def refresh(self) -> None:
        """Say what the last review found of the record."""
        overview, identidad = self._project.overview, self._form.record_id
        gaps = gaps_of_record(overview.revision, self._entidad, identidad) if overview and identidad else []
        for place, line in enumerate(self._labels):
            line.setVisible(place < len(gaps))
            line.setText(f"▲ {gaps[place].mensaje}" if place < len(gaps) else "")
        self.setVisible(bool(gaps))
        self.setAccessibleName(" ".join(gap.mensaje for gap in gaps[:MOST]))
