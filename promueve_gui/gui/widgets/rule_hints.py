"""What the rules still ask of the record that a form shows, each with a jump to its field. Decides nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from promueve_gui.domain.reglas import Contexto, hallazgos_de
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.reglas import Hallazgo
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from promueve_gui.gui.widgets.record_form import RecordForm

ICON_PIXELS = 16


class RuleHints(QFrame):
    """The gaps of one record; hidden while there are none."""

    field_asked = Signal(str)

    def __init__(self, context: Context, project: Project, form: RecordForm) -> None:
        """Follow the record of ``form``, and stand above its fields."""
        super().__init__()
        self._context, self._project, self._form = context, project, form
        self._told: tuple[Hallazgo, ...] = ()
        self.setObjectName("aviso")
        self.lines: list[QWidget] = []
        self._body = column(margins=GRID, spacing=2)
        self.setLayout(self._body)
        form.place_above(self)
        form.shown.connect(lambda _: self.refresh())
        self.field_asked.connect(form.focus_field)
        project.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Ask the rules again."""
        registro = None if self._form.record_id is None else self._record(self._form.record_id)
        hallazgos = () if registro is None else hallazgos_de(self._contexto(), registro)
        if hallazgos != self._told:
            self._told = hallazgos
            self._fill(hallazgos)
        self.setVisible(bool(hallazgos))

    def _record(self, identidad: str) -> Registro | None:
        return self._project.proyecto.registro(self._form.tipo.ENTIDAD, identidad)

    def _contexto(self) -> Contexto:
        services = self._context.services
        return Contexto(self._project.proyecto, services.today(), services.feriados)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        del cambios  # a rule may look at any table
        if self._form.record_id is not None:
            self.refresh()

    def _fill(self, hallazgos: Iterable[Hallazgo]) -> None:
        for line in self.lines:
            line.setParent(None)
            line.deleteLater()
        self.lines = [self._line(hallazgo) for hallazgo in hallazgos]
        for line in self.lines:
            self._body.addWidget(line)
        self.setAccessibleName("; ".join(hallazgo.mensaje for hallazgo in hallazgos))

    def _line(self, hallazgo: Hallazgo) -> QWidget:
        picture = QLabel()
        icon = self._context.icon("alert-circle-outline", self._context.colores.atencion)
        picture.setPixmap(icon.pixmap(ICON_PIXELS, ICON_PIXELS))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        text = label(hallazgo.mensaje, wrap=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        go = button("Ir", lambda: self.field_asked.emit(hallazgo.campo), "enlace")
        go.setAccessibleName(f"Ir al campo: {hallazgo.mensaje}")
        line = QWidget()
        line.setLayout(row(picture, text, go, spacing=GRID // 2))
        return line
