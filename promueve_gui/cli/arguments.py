"""Understands what is asked from the terminal. All its words are Spanish, which ``argparse`` cannot be taught.

It knows what a call looks like, not what it does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from promueve_gui.domain.fechas_leidas import ANIO_MAXIMO, ANIO_MINIMO
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NUMERO_MAXIMO = 366
AYUDA = frozenset({"-h", "--ayuda", "--help"})


class UsageError(Exception):
    """The arguments cannot be understood; the message is the sentence that the user reads."""


@frozen
class Opcion:
    """An option; ``valor`` is what its help calls the value that follows, empty when none does."""

    nombre: str
    valor: str
    ayuda: str
    requerida: bool = False


@frozen
class Orden:
    """A call: a project file, with ``fuentes`` one or more other files, and options."""

    nombre: str
    resumen: str
    opciones: tuple[Opcion, ...] = ()
    fuentes: bool = False

    @property
    def uso(self) -> str:
        """Return the call as its help shows it."""
        partes = [self.nombre, "ARCHIVO", *(["FUENTE…"] if self.fuentes else [])]
        for opcion in self.opciones:
            texto = f"{opcion.nombre} {opcion.valor}".rstrip()
            partes.append(texto if opcion.requerida else f"[{texto}]")
        return " ".join(partes)


@dataclass(slots=True)
class Pedido:
    """What was asked: the call, its files, and its options by name, with ``""`` for those without value."""

    orden: Orden
    archivos: list[Path] = field(default_factory=list)
    opciones: dict[str, str] = field(default_factory=dict)

    @property
    def archivo(self) -> Path:
        """Return the project."""
        return self.archivos[0]

    @property
    def fuentes(self) -> list[Path]:
        """Return the other files."""
        return self.archivos[1:]

    def path(self, opcion: str) -> Path | None:
        """Return the file or folder that an option names, or ``None`` when it was not given."""
        valor = self.opciones.get(opcion)
        return None if valor is None else Path(valor)

    def numero(self, opcion: str) -> int | None:
        """Return the number that an option says. Raises ``UsageError`` when it is none, or a very large one."""
        valor = self.opciones.get(opcion)
        if valor is None or (valor.isdecimal() and int(valor) <= NUMERO_MAXIMO):
            return None if valor is None else int(valor)
        raise UsageError(f"«{valor}» no es un número de días; escriba uno de 0 a {NUMERO_MAXIMO}.")

    def fecha(self, opcion: str) -> date | None:
        """Return the day that an option names. Raises ``UsageError`` when it is none, or of a year too far away."""
        valor = self.opciones.get(opcion)
        try:
            dia = None if valor is None else date.fromisoformat(valor)
        except ValueError:
            mensaje = f"«{valor}» no es una fecha; escríbala como AAAA-MM-DD, por ejemplo 2026-02-05."
            raise UsageError(mensaje) from None
        if dia is not None and not ANIO_MINIMO < dia.year < ANIO_MAXIMO:  # the year before and the next are worked with
            mensaje = f"«{valor}» tiene un año demasiado lejano; escriba uno de {ANIO_MINIMO + 1} a {ANIO_MAXIMO - 1}."
            raise UsageError(mensaje)
        return dia


def parse(argv: Sequence[str], ordenes: Mapping[str, Orden]) -> Pedido:
    """Return what ``argv`` asks for. Raises ``UsageError`` with what is missing, unknown or too much."""
    if not argv:
        raise UsageError("Falta decir qué hacer.")
    orden = ordenes.get(argv[0])
    if orden is None:
        raise UsageError(f"No existe la orden «{argv[0]}».{_suggestion(argv[0], ordenes)}")
    pedido = Pedido(orden)
    _read(list(argv[1:]), pedido)
    _check(pedido)
    return pedido


def _read(pendientes: list[str], pedido: Pedido) -> None:
    conocidas = {opcion.nombre: opcion for opcion in pedido.orden.opciones}
    while pendientes:
        palabra = pendientes.pop(0)
        if palabra == "--":
            pedido.archivos += [_path(resto) for resto in pendientes]
            return
        if not palabra.startswith("-") or palabra == "-":
            pedido.archivos.append(_path(palabra))
            continue
        nombre, igual, valor = palabra.partition("=")
        opcion = conocidas.get(nombre)
        if opcion is None:
            raise UsageError(f"«{pedido.orden.nombre}» no tiene la opción «{nombre}».{_suggestion(nombre, conocidas)}")
        if nombre in pedido.opciones:
            raise UsageError(f"La opción «{nombre}» viene dos veces.")
        pedido.opciones[nombre] = _value(opcion, valor if igual else None, pendientes)


def _value(opcion: Opcion, junto: str | None, pendientes: list[str]) -> str:
    if not opcion.valor:
        if junto is not None:
            raise UsageError(f"La opción «{opcion.nombre}» no lleva valor.")
        return ""
    if junto is None and pendientes and not pendientes[0].startswith("--"):
        junto = pendientes.pop(0)
    if junto is None or not junto.strip():
        raise UsageError(f"Falta el valor de «{opcion.nombre}»: {opcion.nombre} {opcion.valor}.")
    return junto


def _check(pedido: Pedido) -> None:
    orden = pedido.orden
    if not pedido.archivos:
        raise UsageError(f"Falta el archivo del proyecto: {orden.uso}.")
    if orden.fuentes and not pedido.fuentes:
        raise UsageError(f"Falta decir qué archivos: {orden.uso}.")
    if not orden.fuentes and pedido.fuentes:
        raise UsageError(f"Sobra «{pedido.fuentes[0]}»: «{orden.nombre}» toma un solo archivo.")
    faltan = [o for o in orden.opciones if o.requerida and o.nombre not in pedido.opciones]
    if faltan:
        raise UsageError(f"Falta «{faltan[0].nombre} {faltan[0].valor}»: {faltan[0].ayuda}.")


def _path(palabra: str) -> Path:
    if "\0" in palabra or not palabra.strip():
        raise UsageError("El nombre de un archivo está vacío o tiene signos que no se permiten.")
    return file_path(Path(palabra))


def file_path(path: Path) -> Path:
    """Return ``path`` if it may be a file's. Raises ``UsageError`` for «.», «..» and the root, which never are."""
    if path.name in {"", ".."}:
        raise UsageError(f"«{path}» es una carpeta; escriba el nombre de un archivo.")
    return path


def _suggestion(palabra: str, conocidas: Iterable[str]) -> str:
    cercanas = get_close_matches(palabra, list(conocidas), n=1)
    return f" ¿Quiso decir «{cercanas[0]}»?" if cercanas else ""
