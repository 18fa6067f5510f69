"""Promueve: a desktop wizard for the promotion of open data in Mexican ministries."""

__version__ = "0.1.0"
