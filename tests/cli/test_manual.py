"""The manual shows every order of the terminal with all its options, and no other."""

from __future__ import annotations

import re

from promueve_gui.adapters.resource_root import find_root
from promueve_gui.cli.calls import CALLS

LINE = re.compile(r"^python main\.py ([a-z]+) ARCHIVO(.*)$", re.MULTILINE)


def test_the_manual_shows_every_order_and_option() -> None:
    shown: dict[str, set[str]] = {}
    for nombre, opciones in LINE.findall((find_root() / "ayuda" / "manual.md").read_text("utf-8")):
        shown.setdefault(nombre, set()).update(re.findall(r"--[a-z-]+(?: [A-ZÁÉÍÓÚX.a-z-]+)?", opciones))
    assert shown == {
        orden.nombre: {f"{opcion.nombre} {opcion.valor}".rstrip() for opcion in orden.opciones} for orden, _ in CALLS
    }
