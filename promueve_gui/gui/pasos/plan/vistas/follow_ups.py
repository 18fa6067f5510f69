"""What is told after a line was changed: a sign-off that it lost, and the offer to change those that follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from promueve_gui.application.plan_lines import called, counted
from promueve_gui.application.plan_series import Alcance, follow, series_of, spreads
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.widgets.parts import Banner, button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

SIGNED = frozenset({"visto_bueno", "visto_bueno_fecha"})


class FollowUps(Banner):
    """A strip over the views that goes away by itself. «Only this one» is what happened already; the rest is offered.

    Undoing tells of nothing: it is the user who knows what was undone.
    """

    def __init__(self, desk: PlanDesk) -> None:
        """Follow the changes of the project."""
        super().__init__(desk.context)
        self._desk = desk
        self._heard: Sequence[Cambio] = ()
        self._waiting = QTimer(self, singleShot=True, interval=0)
        self._waiting.timeout.connect(self._tell)
        desk.project.changed.connect(self._on_changed)

    def _on_changed(self, cambios: Sequence[Cambio]) -> None:
        mine = [c for c in cambios if c.entidad == LineaPlan.ENTIDAD]
        if mine:
            self._heard = mine
            self._waiting.start()

    def _tell(self) -> None:
        """Look at the last edition, once it is known whether it was an undo."""
        heard, self._heard = self._heard, ()
        if self._desk.project.session.next_redo() is not None or any(c.antes is None for c in heard):
            return
        changed: dict[Id, dict[str, Valor]] = {}
        for c in heard:
            changed.setdefault(c.id, {}).update(c.antes or {})
        if len(changed) > 1:
            self._tell_of_many(changed)
            return
        for identidad, before in changed.items():
            linea = self._desk.lines.line(identidad)
            if linea is not None:
                self._tell_of_one(linea, before)

    def _tell_of_many(self, changed: Mapping[Id, Mapping[str, Valor]]) -> None:
        lineas = {identidad: self._desk.lines.line(identidad) for identidad in changed}
        lost = sum(bool(linea and self._lost(linea, changed[identidad])) for identidad, linea in lineas.items())
        if lost:
            verb = "cambió y perdió" if lost == 1 else "cambiaron y perdieron"
            self.tell_success(f"{counted(lost).capitalize()} {verb} su visto bueno.")

    def _tell_of_one(self, linea: LineaPlan, before: Mapping[str, Valor]) -> None:
        sentence = self._lost(linea, before)
        followers = self._followers(linea, before)
        if followers:
            self._offer(linea, before, followers, sentence)
        elif sentence:
            self.tell_success(sentence)

    def _lost(self, linea: LineaPlan, before: Mapping[str, Valor]) -> str:
        """Return that a change of something else took the sign-off away."""
        if linea.visto_bueno is not None or not before.get("visto_bueno") or SIGNED.issuperset(before):
            return ""
        who = self._desk.project.proyecto.titulo(Persona.ENTIDAD, str(before["visto_bueno"])) or "alguien"
        return f"«{called(linea)}» cambió, así que perdió el visto bueno de {who}."

    def _followers(self, linea: LineaPlan, before: Mapping[str, Valor]) -> int:
        if not linea.serie or "serie" in before or not spreads(before):
            return 0
        antes = self._before(linea, before)
        return len(series_of(self._desk.project.proyecto, antes, Alcance.SIGUIENTES)) - 1

    def _offer(self, linea: LineaPlan, before: Mapping[str, Valor], how_many: int, sentence: str) -> None:
        rest = "a la siguiente" if how_many == 1 else f"a las {how_many} siguientes"
        text = f"Cambió solo «{called(linea)}», que se repite."
        apply = button(f"Aplicar también {rest}", lambda: self._apply(linea, before))
        self.tell_success(f"{sentence} {text}".strip(), apply)

    def _apply(self, linea: LineaPlan, before: Mapping[str, Valor]) -> None:
        self.hide()
        now = self._desk.lines.line(linea.id)
        if now is None:
            return
        valores = {nombre: getattr(linea, nombre) for nombre in before}
        motivo, cambios = follow(self._desk.project.proyecto, self._before(linea, before), valores)
        self._desk.project.edit(motivo, cambios)

    def _before(self, linea: LineaPlan, before: Mapping[str, Valor]) -> LineaPlan:
        return replace(linea, **before)  # type: ignore[arg-type]  # the values of its own fields
