"""The parts of the shared filter, one control each: choices, records, and dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QWidget

from promueve_gui.application.plan_filter import FiltroPlan
from promueve_gui.application.plan_filter import chosen as titles
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.ficha import Campo, Tipo, campos
from promueve_gui.domain.formato import ValorInvalidoError
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.gui.widgets.editors.text import DateEditor
from promueve_gui.gui.widgets.flow import FlowRow
from promueve_gui.gui.widgets.parts import column, label, row
from promueve_gui.gui.widgets.picker import pick_records
from promueve_gui.gui.widgets.tips import plain_caption, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project

CHOICES = ("estado", "canal", "tipo_contenido", "rol_responsable")
RECORDS = ("persona", "grupos", "conjunto", "area")
LONGEST = 22  # characters of a button
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


def described(nombre: str) -> Campo:
    """Return what describes a part of the filter, as a field of several values."""
    campo = campos(ConjuntoDatos)["area"] if nombre == "area" else campos(LineaPlan)[nombre]
    return campo if campo.opciones is not None else replace(campo, tipo=Tipo.REFERENCIAS)


class FilterRow(QWidget):
    """Every part of the filter but the words; ``changed`` gives the whole filter as it then is."""

    changed = Signal(object)  # FiltroPlan

    def __init__(self, context: Context, project: Project) -> None:
        """Show an empty filter."""
        super().__init__()
        self._context, self._project = context, project
        self._filtro = FiltroPlan()
        self.buttons = {nombre: self._make_button(nombre) for nombre in (*CHOICES, *RECORDS)}
        self.dates = {nombre: DateEditor(campos(LineaPlan)["fecha"], context.icon("calendar")) for nombre in _DATES}
        for nombre, editor in self.dates.items():
            editor.line.setAccessibleName(_DATES[nombre])
            editor.line.setMaximumWidth(112)
            editor.settled.connect(self._on_dates)
            editor.line.returnPressed.connect(self._on_dates)
        self.undated = QCheckBox("Con las que no tienen fecha")
        self.undated.setChecked(True)
        self.undated.toggled.connect(lambda checked: self._change(sin_fecha=checked))
        dated = [_labelled(_DATES[nombre], editor) for nombre, editor in self.dates.items()]
        self.setLayout(column(FlowRow(*self.buttons.values(), *dated, self.undated, spread=False)))
        self._say()

    def show_filter(self, filtro: FiltroPlan) -> None:
        """Show a filter without telling of it."""
        self._filtro = filtro
        for nombre, editor in self.dates.items():
            editor.set_value(getattr(filtro, nombre))
        self.undated.blockSignals(True)
        self.undated.setChecked(filtro.sin_fecha)
        self.undated.blockSignals(False)
        self._say()

    def how_many(self) -> int:
        """Return how many of these parts ask for something."""
        empty = FiltroPlan()
        names = (*CHOICES, *RECORDS, *_DATES, "sin_fecha")
        return sum(getattr(self._filtro, nombre) != getattr(empty, nombre) for nombre in names)

    def _make_button(self, nombre: str) -> QToolButton:
        campo = described(nombre)
        made = QToolButton()
        made.setObjectName("boton")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(f"Filtrar por {campo.etiqueta.lower()}")
        if campo.opciones is None:
            made.clicked.connect(lambda _=False: self._pick(nombre, campo))
            return made
        menu = StayingMenu(made)
        for opcion in campo.opciones:
            action = menu.addAction(opcion.etiqueta)
            action.setCheckable(True)
            action.setData(opcion.value)
            action.toggled.connect(lambda _: self._on_choice(nombre, menu))
        menu.aboutToShow.connect(lambda: self._tick(nombre, menu))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(menu)
        return made

    def _tick(self, nombre: str, menu: QMenu) -> None:
        for action, opcion in zip(menu.actions(), described(nombre).opciones or (), strict=True):
            action.blockSignals(True)
            action.setChecked(opcion in getattr(self._filtro, nombre))
            action.blockSignals(False)

    def _on_choice(self, nombre: str, menu: QMenu) -> None:
        pairs = zip(menu.actions(), described(nombre).opciones or (), strict=True)
        self._change(**{nombre: frozenset(opcion for action, opcion in pairs if action.isChecked())})

    def _pick(self, nombre: str, campo: Campo) -> None:
        chosen = pick_records(self, self._context, self._project, campo, tuple(sorted(getattr(self._filtro, nombre))))
        if chosen is not None:
            self._change(**{nombre: frozenset(chosen)})

    def _on_dates(self) -> None:
        found: dict[str, date | None] = {}
        for nombre, editor in self.dates.items():
            try:
                found[nombre] = cast("date | None", editor.value())
                editor.mark(bad=False)
            except ValorInvalidoError:
                editor.mark(bad=True)  # it waits until it is a day
                return
        self._change(**found)

    def _change(self, **parts: Any) -> None:  # each part has a type of its own
        filtro = replace(self._filtro, **parts)
        if filtro != self._filtro:
            self._filtro = filtro
            self._say()
            self.changed.emit(filtro)

    def _say(self) -> None:
        for nombre, made in self.buttons.items():
            campo, chosen = described(nombre), getattr(self._filtro, nombre)
            texts = self._texts(campo, chosen)
            said = texts[0] if len(texts) == 1 else str(len(texts))
            name = campo.etiqueta.partition(" (")[0]
            made.setText(plain_caption(f"{name}: {_short(said)}" if texts else name) + " ▾")
            made.setToolTip(plain_tip(", ".join(texts)))
            made.setAccessibleDescription(", ".join(texts) or "Todos")

    def _texts(self, campo: Campo, chosen: frozenset[Any]) -> Sequence[str]:
        if campo.opciones is not None:
            return [opcion.etiqueta for opcion in campo.opciones if opcion in chosen]
        return titles(self._project.proyecto, campo.destino, chosen)


class StayingMenu(QMenu):
    """A menu of boxes to tick that stays open while they are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.actionAt(event.position().toPoint())
        if not _toggled(action):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick without closing."""
        if event.key() not in ENTER or not _toggled(self.activeAction()):
            super().keyPressEvent(event)


_DATES = {"desde": "Desde", "hasta": "Hasta"}


def _toggled(action: QAction | None) -> bool:
    if action is None or not action.isCheckable():
        return False
    action.toggle()
    return True


def _labelled(text: str, editor: DateEditor) -> QWidget:
    made, name = QWidget(), label(text)
    name.setBuddy(editor.line)
    made.setLayout(row(name, editor, spacing=4))
    return made


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
