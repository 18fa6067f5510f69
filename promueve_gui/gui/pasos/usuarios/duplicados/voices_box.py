"""«Lo que dijo cada área»: below the form of a group that stands for others, each of them in its area's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from promueve_gui.application.merging_groups import voices
from promueve_gui.domain.cambios import tocadas
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import SIN_AREA, GrupoUsuarios
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.application.merging_groups import Voz
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm

SAID = ("siglas", "descripcion", "notas")  # what is shown of each voice beside its name and class


class VoicesBox(QFrame):
    """Gone while a group stands for itself alone."""

    separate_asked = Signal(object)  # UnionGrupos

    def __init__(self, project: Project, form: RecordForm) -> None:
        """Follow the group of ``form``."""
        super().__init__()
        self._project = project
        self._id: Id | None = None
        self._title = label("Lo que dijo cada área", "subtitulo")
        self.lines: list[QWidget] = []
        self._list = column(spacing=GRID + GRID // 2)
        layout = column(self._title)
        layout.addLayout(self._list)
        self.setLayout(layout)
        form.place_below(self)
        form.shown.connect(self.show_group)
        project.changed.connect(self._on_changed)
        self.hide()

    def show_group(self, identidad: Id | None) -> None:
        """Show what areas said of a group."""
        self._id = identidad
        self.refresh()

    def refresh(self) -> None:
        """Say it again."""
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        found = [] if self._id is None else voices(self._project.proyecto, self._id)
        self.lines = [self._line(voz) for voz in found] if len(found) > 1 else []
        for line in self.lines:
            self._list.addWidget(line)
        self.setVisible(bool(self.lines))

    def _line(self, voz: Voz) -> QWidget:
        grupo = voz.grupo
        head = label(voz.area or SIN_AREA, "menor", wrap=True)
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        top = row(head)
        top.setStretch(0, 1)
        union = voz.union
        if union is not None:
            part = button("Separar", lambda: self.separate_asked.emit(union), "enlace")
            part.setAccessibleName(f"Separar «{grupo.nombre}»")
            part.setToolTip("Deshace esta unión: el grupo vuelve con lo que era suyo")
            part.setEnabled(not self._project.read_only)
            top.addWidget(part)
        clase = grupo.clase.etiqueta if grupo.clase else ""
        said = [(campos(GrupoUsuarios)[nombre].etiqueta, str(getattr(grupo, nombre))) for nombre in SAID]
        sentences = [f"«{grupo.nombre}»" + (f" · {clase}" if clase else "")]
        sentences += [f"{etiqueta}: {texto}" for etiqueta, texto in said if texto]
        words = label("\n".join(sentences), wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        layout = column(spacing=2)
        layout.addLayout(top)
        layout.addWidget(words)
        line = QWidget()
        line.setLayout(layout)
        return line

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        touched = {UnionGrupos.ENTIDAD, GrupoUsuarios.ENTIDAD}
        if self._id is not None and not tocadas(cambios).isdisjoint(touched):
            self.refresh()
