"""The page EntregablesPage."""

from promueve_gui.gui.pasos.entregables.page import EntregablesPage

__all__ = ["EntregablesPage"]
