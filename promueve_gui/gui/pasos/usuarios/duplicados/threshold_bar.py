"""The slider of how alike groups must be to be proposed, with what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSlider, QWidget

from promueve_gui.application.duplicates import MAXIMO, set_threshold, threshold
from promueve_gui.domain.cambios import tocadas
from promueve_gui.domain.duplicados import MINIMO
from promueve_gui.domain.institucion import Perfil
from promueve_gui.gui.widgets.parts import label, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.project import Project

SETTLE_MS = 600  # after the last move, before it is kept in the profile
WIDTH = 96


class ThresholdBar(QWidget):
    """Tells each move at once; keeps the last one in the profile, as an edit like any other."""

    moved = Signal(int)

    def __init__(self, project: Project) -> None:
        """Start at the threshold in force."""
        super().__init__()
        self._project = project
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(MINIMO, MAXIMO)
        self.slider.setPageStep(5)
        self.slider.setFixedWidth(WIDTH)
        self.slider.setAccessibleName("Parecido mínimo para proponer, en porcentaje")
        self.slider.setToolTip("Con un parecido menor se proponen más grupos, y más de ellos no serán el mismo")
        self.slider.setValue(threshold(project.proyecto))
        self._text = label("")
        self._text.setBuddy(self.slider)
        self.setLayout(row(self._text, self.slider))
        self._keep = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._keep.timeout.connect(self.keep)
        self.slider.valueChanged.connect(self._on_moved)
        project.changed.connect(self._on_changed)
        self._tell()

    def value(self) -> int:
        """Return the threshold shown."""
        return self.slider.value()

    def keep(self) -> None:
        """Keep the threshold shown."""
        self._keep.stop()
        if not self._project.read_only:
            self._project.edit(*set_threshold(self._project.proyecto, self.value()))

    def _on_moved(self) -> None:
        self._tell()
        self._keep.start()
        self.moved.emit(self.value())

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if Perfil.ENTIDAD in tocadas(cambios) and not self._keep.isActive():
            self.slider.setValue(threshold(self._project.proyecto))
            self._keep.stop()  # it is what the profile says already

    def _tell(self) -> None:
        self._text.setText(f"Mínimo {self.value()} %")
