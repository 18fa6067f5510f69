"""What somebody typed and no field could take: kept by record and field until it is corrected, whoever shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto


@frozen
class Draft:
    """A text as it was typed in a field of a record, and the sentence that says why it is not saved.

    ``unfinished`` tells that it is still being typed, so that nobody has to be told yet.
    """

    entidad: str
    identidad: Id
    nombre: str
    texto: str
    motivo: str
    unfinished: bool = False


class Drafts(QObject):
    """The texts of one open project that wait to be corrected. They are not in the file, so closing must ask."""

    changed = Signal()

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self._kept: dict[tuple[str, Id, str], Draft] = {}

    def keep(self, draft: Draft) -> None:
        """Keep a text in place of what was kept for the same field."""
        key = (draft.entidad, draft.identidad, draft.nombre)
        if self._kept.get(key) != draft:
            self._kept[key] = draft
            self.changed.emit()

    def drop(self, entidad: str, identidad: Id, nombre: str) -> None:
        """Forget the text of a field, which has a value by now."""
        if self._kept.pop((entidad, identidad, nombre), None) is not None:
            self.changed.emit()

    def of(self, entidad: str, identidad: Id, nombre: str) -> Draft | None:
        """Return the text that waits in a field, or ``None``."""
        return self._kept.get((entidad, identidad, nombre))

    def waiting(self, proyecto: Proyecto) -> list[Draft]:
        """Return the texts that wait in records in use, in the order in which they were typed."""
        registros = ((draft, proyecto.registro(draft.entidad, draft.identidad)) for draft in self._kept.values())
        return [draft for draft, registro in registros if registro is not None and registro.activo]
