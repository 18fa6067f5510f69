"""The page PlanPage."""

from promueve_gui.gui.pasos.plan.page import PlanPage

__all__ = ["PlanPage"]
