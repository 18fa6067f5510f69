"""The page PromocionPage."""

from promueve_gui.gui.pasos.promocion.page import PromocionPage

__all__ = ["PromocionPage"]
