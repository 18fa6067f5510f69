"""Calendars: the official holidays, and the plan as a file that calendars of other programs take in."""

from promueve_gui.adapters.calendario.oficial import CalendarioOficial

__all__ = ["CalendarioOficial"]
