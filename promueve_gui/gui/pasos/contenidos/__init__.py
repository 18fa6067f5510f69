"""The page ContenidosPage."""

from promueve_gui.gui.pasos.contenidos.page import ContenidosPage

__all__ = ["ContenidosPage"]
