"""Errors that the user can do something about. Their sentences live in ``application.mensajes``."""

from __future__ import annotations


class UserError(Exception):
    """Something went wrong that is not a defect: a code and the data that its sentence needs."""

    def __init__(self, code: str, **data: str | int) -> None:
        """Keep the code of the sentence and its data."""
        super().__init__(code)
        self.code = code
        self.data = data
