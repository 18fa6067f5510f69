"""The page RecomendacionesPage."""

from promueve_gui.gui.pasos.recomendaciones.page import RecomendacionesPage

__all__ = ["RecomendacionesPage"]
