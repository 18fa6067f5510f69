"""What the card says over the form of a line: its sign-off, a day off, its series; each with what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from promueve_gui.application.line_days import day_briefly, day_that_works
from promueve_gui.application.plan_series import place_in_series
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.institucion import Persona
from promueve_gui.gui.pasos.plan.vistas.line_signs import SERIES, SIGNED, WARNING
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import button, column, label
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QLabel, QPushButton

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk
    from promueve_gui.gui.widgets.record_form import RecordForm

WRITTEN = "✎"


class LineNotes(QWidget):
    """A few short rows, each gone when there is nothing to say."""

    def __init__(self, desk: PlanDesk, form: RecordForm) -> None:
        """Follow the line that the form shows."""
        super().__init__()
        self._desk, self._form = desk, form
        self.day = _Note(WARNING[1], self._to_working_day)
        self.sign_off = _Note(SIGNED[1], self._toggle)
        self.series = _Note(SERIES[1], self._repeat)
        self.content = _Note(WRITTEN, self._write)
        self.setLayout(column(self.day, self.sign_off, self.series, self.content, spacing=4))
        form.shown.connect(lambda _: self.refresh())
        desk.lines.renewed.connect(self.refresh)
        desk.lines.days_known.connect(self.refresh)
        desk.project.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Say what there is to say of the line shown."""
        linea = self._desk.lines.line(self._form.record_id)
        self.setVisible(linea is not None)
        if linea is not None:
            self._say_day(linea)
            self._say_sign_off(linea)
            self._say_series(linea)
            self._say_content(linea)

    def _on_changed(self, cambios: Iterable[Cambio]) -> None:
        if any(cambio.entidad == Contenido.ENTIDAD for cambio in cambios):
            self.refresh()

    def _say_day(self, linea: LineaPlan) -> None:
        days, warning = self._desk.lines.days, self._desk.lines.warning(linea)
        good = day_that_works(linea, days) if days is not None and warning else None
        self.day.say(warning, f"Pasar al {day_briefly(good)}" if good else "", offered=self._desk.editable)

    def _say_sign_off(self, linea: LineaPlan) -> None:
        persona = self._desk.project.proyecto.get(Persona, linea.visto_bueno)
        if linea.visto_bueno is None:
            first = next(iter(self._desk.actions.signers()), None)
            who = f" de {first.nombre}" if first else ""
            self.sign_off.say("Sin visto bueno", f"Dar el visto bueno{who}", offered=self._desk.editable)
            return
        dia = f" el {fecha_larga(linea.visto_bueno_fecha)}" if linea.visto_bueno_fecha else ""
        who = persona.nombre if persona else "una persona que ya no está"
        text = f"Con visto bueno de {who}{dia}. Si cambia la actividad, se retira."
        self.sign_off.say(text, "Retirarlo", offered=self._desk.editable)

    def _say_series(self, linea: LineaPlan) -> None:
        place, total = place_in_series(self._desk.project.proyecto, linea)
        text = f"Se repite: es la {place} de {total} de su serie." if linea.serie else ""
        self.series.say(text, "Repetir…", offered=self._desk.editable and linea.fecha is not None)
        self.series.setVisible(bool(text))

    def _say_content(self, linea: LineaPlan) -> None:
        contenido = self._desk.actions.content_of(linea.id)
        if contenido is None:
            self.content.say("Sin contenido todavía", "Escribirlo", offered=self._desk.editable)
        else:
            estado = f" · {contenido.estado.etiqueta}" if contenido.estado else ""
            self.content.say(f"Contenido: «{contenido.titulo}»{estado}", "Ir a él", offered=True)

    def _write(self) -> None:
        self._with_line(self._desk.actions.write_content)

    def _to_working_day(self) -> None:
        self._with_line(self._desk.actions.to_working_day)

    def _toggle(self) -> None:
        self._with_line(lambda identidad: self._desk.actions.toggle_sign_off([identidad]))

    def _repeat(self) -> None:
        self._with_line(lambda identidad: self._desk.actions.ask_repeat(identidad, self))

    def _with_line(self, act: Callable[[str], object]) -> None:
        self._form.flush()
        if self._form.record_id is not None:
            act(self._form.record_id)


class _Note(QWidget):
    """A sign, a sentence and what can be done."""

    def __init__(self, sign: str, call: Callable[[], object]) -> None:
        super().__init__()
        self._sign = sign
        self.text: QLabel = label("", "menor", wrap=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.do: QPushButton = button("", call, "enlace")
        self.setLayout(column(self.text, FlowRow(self.do), spacing=0))

    def say(self, text: str, action: str, *, offered: bool) -> None:
        self.text.setText(f"{self._sign} {text}")
        self.do.setText(plain_caption(action))
        self.do.setVisible(offered and bool(action))
        self.setAccessibleName(text)
        self.setVisible(bool(text))
