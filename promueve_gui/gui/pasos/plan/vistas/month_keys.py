"""What each key of the month asks for, as data."""

from __future__ import annotations

from PySide6.QtCore import Qt

STEPS = {  # days
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
PAGES = {  # months
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
REMOVE = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
HELP = (
    "Con las flechas cambia de día; con Espacio elige una actividad del día; con Entrar la abre, o muestra lo que hay "
    "ese día; con M y las flechas, o con Ctrl y las flechas, la mueve; con Retroceso le quita la fecha."
)
