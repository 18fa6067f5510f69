"""How pages ask the window for something by name, beside the plain names that ``commands`` knows."""

from __future__ import annotations

LOOK = "ver:"  # before the name of a document that is only to be looked at
COPY = "copiar:"  # and before that of a content that is copied, after its format
