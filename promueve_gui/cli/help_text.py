"""What ``--ayuda`` answers: every call, or one of them with its options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.cli.arguments import Orden

OTRAS = (
    ("--autoprueba [INFORME]", "prueba el programa instalado en una carpeta temporal, y deja el informe en un archivo"),
    ("--version", "dice qué versión es"),
    ("-h, --ayuda", "muestra esta ayuda; después de una orden, la de esa orden"),
)
CODIGOS = "Termina con 0 si todo quedó hecho, 1 si quedó hecho con avisos o faltantes, 2 si no se hizo nada."


def program() -> str:
    """Return how the program is called here: by its own name where it is installed, through Python otherwise."""
    return "promueve" if getattr(sys, "frozen", False) else "python main.py"


def general_help(ordenes: Iterable[Orden]) -> str:
    """Return the help of the program."""
    programa = program()
    filas = [(orden.nombre, orden.resumen) for orden in ordenes]
    partes = [
        f"Uso: {programa} [ARCHIVO]          abre la ventana",
        f"     {programa} ORDEN ARCHIVO …    trabaja sin ventana",
        "",
        "Órdenes:",
        *_columnas(filas),
        "",
        "Otras opciones:",
        *_columnas(OTRAS),
        "",
        CODIGOS,
    ]
    return "\n".join(partes)


def call_help(orden: Orden) -> str:
    """Return the help of one call."""
    partes = [f"Uso: {program()} {orden.uso}", "", f"{orden.resumen[:1].upper()}{orden.resumen[1:]}."]
    if orden.opciones:
        filas = [(f"{opcion.nombre} {opcion.valor}".rstrip(), opcion.ayuda) for opcion in orden.opciones]
        partes += ["", "Opciones:", *_columnas(filas)]
    return "\n".join([*partes, "", CODIGOS])


def _columnas(filas: Iterable[tuple[str, str]]) -> list[str]:
    lista = list(filas)
    ancho = max(len(nombre) for nombre, _ in lista)
    return [f"  {nombre.ljust(ancho)}  {texto}" for nombre, texto in lista]
