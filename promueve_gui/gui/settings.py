"""What the window remembers between two starts: theme, recent files, sizes. Never project content."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

from promueve_gui.gui.theme import Tema

if TYPE_CHECKING:
    from collections.abc import Sequence

RECENT = 8


class Settings:
    """The settings of one user at one computer, in an INI file."""

    def __init__(self, path: Path) -> None:
        """Read and write ``path``."""
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def tema(self) -> Tema:
        """The theme that the user chose."""
        try:
            return Tema(str(self._store.value("ventana/tema", Tema.SISTEMA.value)))
        except ValueError:
            return Tema.SISTEMA

    @tema.setter
    def tema(self, tema: Tema) -> None:
        self._store.setValue("ventana/tema", tema.value)

    def recent(self) -> list[Path]:
        """Return the recent projects that still exist, newest first."""
        stored = self._store.value("archivos/recientes", [])
        names: Sequence[object] = stored if isinstance(stored, list) else [stored]
        return [path for path in map(Path, map(str, names)) if path.is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        others = [str(other) for other in self.recent() if other != path]
        self._store.setValue("archivos/recientes", [str(path), *others][:RECENT])

    def bytes(self, key: str) -> QByteArray:
        """Return a remembered geometry or state; empty when there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or state."""
        self._store.setValue(key, value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return a remembered yes or no."""
        return str(self._store.value(key, default)).lower() == "true"

    def set_flag(self, key: str, *, value: bool) -> None:
        """Remember a yes or no."""
        self._store.setValue(key, value)

    def text(self, key: str) -> str:
        """Return a remembered text; empty when there is none."""
        return str(self._store.value(key, ""))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(key, value)
