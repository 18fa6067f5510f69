"""The tab DuplicatesTab, the box VoicesBox, and what both do."""

from promueve_gui.gui.pasos.usuarios.duplicados.separating import separate_groups
from promueve_gui.gui.pasos.usuarios.duplicados.tab import DuplicatesTab
from promueve_gui.gui.pasos.usuarios.duplicados.voices_box import VoicesBox

__all__ = ["DuplicatesTab", "VoicesBox", "separate_groups"]
