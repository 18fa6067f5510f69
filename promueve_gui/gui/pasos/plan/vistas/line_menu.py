"""The menu of a line, or of several, and the keys that do the same in every view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from promueve_gui.domain.vocabularios import EstadoLinea
from promueve_gui.gui.pasos.plan.vistas.line_signs import LINE_SIGNS
from promueve_gui.gui.widgets.tips import plain_caption

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.institucion import Persona
    from promueve_gui.gui.pasos.plan.vistas.plan_desk import PlanDesk

MOST_PERSONS = 12
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
DAY, REPEAT, SIGN, UNDATE, WITHDRAW, COPY = "Ctrl+D", "Ctrl+R", "Ctrl+B", "Retroceso", "Supr", "Ctrl+C"
WRITE = "Ctrl+T"


def make_line_menu(parent: QWidget, desk: PlanDesk, ids: Sequence[Id]) -> QMenu:
    """Return the menu of lines, which goes away by itself once it was closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if ids:
        one = _add(menu, desk, "Abrir la ficha", "pencil-outline", "Entrar", lambda: desk.actions.open(ids[0]))
        one.setEnabled(len(ids) == 1)
        add_line_actions(menu, parent, desk, ids)
        _add(menu, desk, "Copiar", "content-copy", COPY, lambda: desk.actions.copy(ids))
        menu.addSeparator()
        withdraw = _add(
            menu, desk, "Retirar…", "archive-arrow-down-outline", WITHDRAW, lambda: desk.actions.withdraw(ids)
        )
        withdraw.setEnabled(desk.editable)
    return menu


def add_line_actions(menu: QMenu, parent: QWidget, desk: PlanDesk, ids: Sequence[Id]) -> None:
    """Add to a menu what changes lines: day, state, sign-off, repetition, and one field of all of them."""
    actions, lineas = desk.actions, desk.lines.lines_of(ids)
    warned = [linea for linea in lineas if desk.lines.warning(linea)]
    made = [_add(menu, desk, "Mover a una fecha…", "calendar", DAY, lambda: actions.ask_day(ids, parent))]
    if len(lineas) == 1 and warned:
        text = "Pasar al siguiente día hábil"
        made.append(_add(menu, desk, text, "chevron-right", "", lambda: actions.to_working_day(warned[0].id)))
    undate = _add(menu, desk, "Quitar la fecha", "close", UNDATE, lambda: actions.move(ids, None))
    made += [undate, _states(menu, desk, ids).menuAction(), _signing(menu, desk, ids).menuAction()]
    made.append(
        _add(menu, desk, "Cambiar un dato de todas…", "pencil-outline", "", lambda: actions.ask_change(ids, parent))
    )
    made[-1].setVisible(len(ids) > 1)
    repeat = _add(menu, desk, "Repetir…", "refresh", REPEAT, lambda: actions.ask_repeat(ids[0], parent))
    repeat.setVisible(len(ids) == 1)
    for action in (*made, repeat):
        action.setEnabled(desk.editable)
    if len(ids) == 1:
        _add_content(menu, desk, ids[0])
    undate.setEnabled(desk.editable and any(linea.fecha is not None for linea in lineas))


def _add_content(menu: QMenu, desk: PlanDesk, identidad: Id) -> None:
    written = desk.actions.content_of(identidad) is not None
    text = "Ir a su contenido" if written else "Escribir su contenido"
    icon = "file-document-edit-outline"
    made = _add(menu, desk, text, icon, WRITE, lambda: desk.actions.write_content(identidad))
    made.setEnabled(written or desk.editable)


def take_line_key(event: QKeyEvent, desk: PlanDesk, ids: Sequence[Id]) -> bool:
    """Do what a key asks of the lines chosen: open, copy, withdraw, take the day away; false for other keys."""
    if not ids:
        return False
    if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        desk.actions.open(ids[0])
    elif event.matches(QKeySequence.StandardKey.Copy):
        desk.actions.copy(ids)
    elif event.key() == Qt.Key.Key_Delete:
        desk.actions.withdraw(ids)
    elif event.key() == Qt.Key.Key_Backspace:
        desk.actions.move(ids, None)
    else:
        return False
    return True


def add_line_keys(widget: QWidget, desk: PlanDesk, ids: Callable[[], Sequence[Id]]) -> None:
    """Give a view the keys of the menu; ``ids`` says what is chosen in it."""

    def on(keys: str, act: Callable[[Sequence[Id]], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: act(chosen) if (chosen := ids()) else None)

    on(DAY, lambda chosen: desk.actions.ask_day(chosen, widget))
    on(REPEAT, lambda chosen: desk.actions.ask_repeat(chosen[0], widget))
    on(SIGN, desk.actions.toggle_sign_off)
    on(WRITE, lambda chosen: desk.actions.write_content(chosen[0]))


def _states(menu: QMenu, desk: PlanDesk, ids: Sequence[Id]) -> QMenu:
    made = menu.addMenu("Estado")
    present = {linea.estado for linea in desk.lines.lines_of(ids)}
    for estado in EstadoLinea:
        action = made.addAction(desk.context.icon(LINE_SIGNS[estado]), estado.etiqueta)
        action.setCheckable(True)
        action.setChecked(present == {estado})
        action.triggered.connect(lambda _=False, e=estado: desk.actions.change(ids, "estado", e))
    return made


def _signing(menu: QMenu, desk: PlanDesk, ids: Sequence[Id]) -> QMenu:
    made = menu.addMenu("Visto bueno")
    persons = desk.actions.signers()
    for place, persona in enumerate(persons[:MOST_PERSONS]):
        rol = f" ({persona.rol.etiqueta})" if persona.rol else ""
        keys = f"\t{SIGN}" if place == 0 else ""
        action = made.addAction(plain_caption(f"De {persona.nombre}{rol}") + keys)
        action.triggered.connect(lambda _=False, p=persona: _sign(desk, ids, p))
    if not persons:
        made.addAction("Registre antes a las personas, en Inicio").setEnabled(False)
    made.addSeparator()
    back = made.addAction("Retirar el visto bueno")
    back.setEnabled(any(linea.visto_bueno is not None for linea in desk.lines.lines_of(ids)))
    back.triggered.connect(lambda: desk.actions.take_back_sign_off(ids))
    return made


def _sign(desk: PlanDesk, ids: Sequence[Id], persona: Persona) -> None:
    desk.actions.sign_off(ids, persona)


def _add(menu: QMenu, desk: PlanDesk, text: str, icon: str, keys: str, call: Callable[[], object]) -> QAction:
    action = QAction(desk.context.icon(icon), f"{text}\t{keys}" if keys else text, menu)
    action.triggered.connect(lambda _=False: call())
    menu.addAction(action)
    return action
