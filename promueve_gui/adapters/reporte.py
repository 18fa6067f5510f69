"""What is wrong with a file from outside, as sentences that say where, what was found and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promueve_gui.domain.formato import LARGO_CITADO, acortar
from promueve_gui.domain.importacion import Problema

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETRAS = 26


@dataclass(slots=True)
class Reporte:
    """Collects problems, each as one sentence that says where, what, and how to mend it."""

    archivo: str
    hoja: str = ""
    problemas: list[Problema] = field(default_factory=list)
    _sin_valor: set[tuple[str, int, int]] = field(default_factory=set)  # cells whose formula gives none

    def celda(self, renglon: int, indice: int, valor: str, texto: str) -> None:
        """Report a cell; ``indice`` counts columns from 0, ``texto`` continues «Renglón 7, columna H: …».

        A column that the file lacks (-1) is not named.
        """
        if indice < 0:
            self.renglon(renglon, valor, texto)
            return
        letra = column_letter(indice)
        self._add(renglon, letra, valor, f"{self._lugar(renglon)}, columna {letra}: {texto}.")

    def sin_valor(self, renglon: int, indices: Iterable[int]) -> None:
        """Note the cells of a row whose formula gives no value, so that they are not said to be empty as well."""
        self._sin_valor.update((self.hoja, renglon, indice) for indice in indices)

    def ya_dicha(self, renglon: int, indice: int) -> bool:
        """Tell whether it was said already that the formula of a cell gives no value."""
        return (self.hoja, renglon, indice) in self._sin_valor

    def renglon(self, renglon: int, valor: str, texto: str) -> None:
        """Report a whole row; ``texto`` continues «Renglón 7: …»."""
        self._add(renglon, "", valor, f"{self._lugar(renglon)}: {texto}.")

    def clave(self, numero: int, clave: str, valor: str, texto: str, *, recurso: int = 0) -> None:
        """Report a key of the dataset number ``numero`` of a JSON document, or of one of its resources.

        Without a key the whole dataset, or resource, is meant.
        """
        del_recurso = f", recurso {recurso}" if recurso else ""
        campo = f", campo «{clave}»" if clave else ""
        self._add(numero, clave, valor, f"Conjunto {numero}{del_recurso}{campo}: {texto}.")

    def general(self, mensaje: str, valor: str = "") -> None:
        """Report something about the whole file, as a sentence of its own."""
        self._add(None, "", valor, mensaje)

    def _lugar(self, renglon: int) -> str:
        return f"Hoja «{self.hoja}», renglón {renglon}" if self.hoja else f"Renglón {renglon}"

    def _add(self, renglon: int | None, columna: str, valor: str, mensaje: str) -> None:
        self.problemas.append(Problema(self.hoja, renglon, columna, _as_found(valor), mensaje))


def column_letter(indice: int) -> str:
    """Return the letter of a column as spreadsheets show it; ``indice`` counts from 0."""
    letras = ""
    numero = indice + 1
    while numero:
        numero, resto = divmod(numero - 1, _LETRAS)
        letras = chr(ord("A") + resto) + letras
    return letras


def _as_found(valor: str) -> str:
    return valor if len(valor) <= LARGO_CITADO and valor.isprintable() else acortar(valor)
