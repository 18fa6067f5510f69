"""«Repetir»: how often and until when a line repeats, with the days that this would give."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QListWidget

from promueve_gui.application.line_days import day_briefly
from promueve_gui.application.plan_lines import called, counted
from promueve_gui.application.plan_series import MAXIMO, Cada, end_proposed, preview, repeat
from promueve_gui.domain.fechas import DIAS_SEMANA, fecha_larga
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.dialogs.frame import AskingDialog
from promueve_gui.gui.fitting import fit
from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.editors.text import DateEditor
from promueve_gui.gui.widgets.parts import label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

SIZE = (480, 460)
NO_DATE = "Esta actividad no tiene fecha: póngale una para poder repetirla."
NO_UPDATES = "Su conjunto de datos no tiene actualizaciones que seguir: revise su frecuencia y su fecha de publicación."
NOTHING = "Hasta ese día no se repite ninguna vez."


class RepeatDialog(AskingDialog):
    """Asks how a line repeats; freed when it closes."""

    def __init__(self, parent: QWidget, context: Context, project: Project, linea: LineaPlan) -> None:
        """Begin with every bimestre, until the end that is proposed."""
        super().__init__(parent, "Repetir", f"Repetir «{called(linea)}»")
        self._project, self._linea, self._feriados = project, linea, context.services.feriados
        fit(self, *SIZE)
        self.every = QComboBox()
        self.every.setAccessibleName("Cada cuánto")
        self.every.addItems([cada.etiqueta for cada in Cada])
        self.every.setCurrentIndex(list(Cada).index(Cada.BIMESTRE))
        self.until = DateEditor(campos(LineaPlan)["fecha_fin"], context.icon("calendar"))
        self.until.set_value(end_proposed(linea.fecha or context.services.today()))
        self.list = QListWidget()
        self.list.setAccessibleName("Días en que se repetiría")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.said = label("", "menor", wrap=True)
        self._lay_out()
        self.every.currentIndexChanged.connect(lambda _: self._refresh())
        self.until.edited.connect(self._refresh)
        self.every.setFocus()
        self._refresh()

    def cada(self) -> Cada:
        """Return how often."""
        return list(Cada)[self.every.currentIndex()]

    def result_changes(self) -> tuple[str, list[Cambio]]:
        """Return reason and changes of what was asked for."""
        hasta = self._until()
        if hasta is None:
            return "", []
        return repeat(self._project.proyecto, self._linea, self.cada(), hasta, self._feriados)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for place, (text, widget) in enumerate((("Cada cuánto", self.every), ("Hasta", self.until))):
            name = label(text)
            name.setBuddy(widget.focusProxy() or widget)
            grid.addWidget(name, place, 0)
            grid.addWidget(widget, place, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.said)

    def _until(self) -> date | None:
        try:
            return cast("date | None", self.until.value())
        except ValorInvalidoError:
            return None

    def _refresh(self) -> None:
        hasta = self._until()
        days = [] if hasta is None else preview(self._project.proyecto, self._linea, self.cada(), hasta, self._feriados)
        self.list.clear()
        for dia, asked in days:
            self.list.addItem(_told(dia, asked))
            self.list.item(self.list.count() - 1).setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.said.setText(self._sentence(hasta, len(days)))
        self.go.setText(f"Agregar {counted(len(days))}" if days else "Agregar")
        self.go.setEnabled(bool(days))

    def _sentence(self, hasta: date | None, how_many: int) -> str:
        if self._linea.fecha is None:
            return NO_DATE
        if hasta is None:
            return "Escriba hasta qué día se repite, como dd/mm/aaaa."
        if not how_many:
            return NO_UPDATES if self.cada() is Cada.ACTUALIZACION else NOTHING
        if how_many >= MAXIMO:
            return f"Se agregan {MAXIMO} como máximo."
        return "Las nuevas empiezan como planeadas, con los mismos datos; se deshace con Ctrl+Z."


def _told(dia: date, asked: date) -> str:
    """Return a day in words, and from which day off it was moved."""
    text = f"{DIAS_SEMANA[dia.weekday()].capitalize()} {fecha_larga(dia)}"
    return text if dia == asked else f"{text} · en vez del {day_briefly(asked)}"
