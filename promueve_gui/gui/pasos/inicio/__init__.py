"""The page InicioPage."""

from promueve_gui.gui.pasos.inicio.page import InicioPage

__all__ = ["InicioPage"]
