"""What tells how many pages contents take in Word, and how that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from promueve_gui.domain.campos_combinados import enumerar
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

_CUARTOS = 4
_FRACCIONES = ("", "¼", "½", "¾")


@frozen
class LetraPuesta:
    """The typeface that a computer shows for one that was asked for, by its name, measured in ems.

    ``plana`` and ``negrita`` are the mean advance of a letter of Spanish text, ``alto`` the height of a line, 0 where
    the font does not say it.
    """

    familia: str
    plana: float
    negrita: float
    alto: float


class PageEstimator(Protocol):
    """Tells how many pages contents take on one letterhead.

    ``familias`` are its typefaces; ``ausentes`` says which ones stand in for those that make a difference here.
    """

    familias: frozenset[str]
    ausentes: dict[str, str]

    def set_in(self, puestas: Mapping[str, LetraPuesta]) -> None:
        """Take what this computer shows for each typeface."""

    def __call__(self, contenido: Contenido, proyecto: Proyecto) -> float:
        """Return how many pages a content takes, with their fraction."""


def en_word(paginas: float, membrete: str = "", *, medido: bool = True) -> str:
    """Return how long a document of Word is, in quarters of a page as people say them.

    ``membrete`` is the letterhead that it leaves on, empty for the one that ships; while it is not ``medido`` the
    length is that on the one that ships.
    """
    dicho = f"En Word ocupa cerca de {en_paginas(paginas)}"
    if not membrete:
        return dicho
    return (
        f"{dicho} con «{membrete}»" if medido else f"{dicho} con el membrete de Promueve; con «{membrete}» puede variar"
    )


def en_paginas(paginas: float) -> str:
    """Return a length in quarters of a page: «¾ de página», «1¼ páginas»."""
    cuartos = max(round(paginas * _CUARTOS), 1)
    enteras, resto = divmod(cuartos, _CUARTOS)
    unidad = "de página" if not enteras else "página" if cuartos == _CUARTOS else "páginas"
    return f"{enteras or ''}{_FRACCIONES[resto]} {unidad}"


def sin_letra(ausentes: Mapping[str, str]) -> str:
    """Return what to know where this computer lacks typefaces of the letterhead; empty where it lacks none."""
    if not ausentes:
        return ""
    faltan = enumerar([f"«{familia}»" for familia in sorted(ausentes)])
    otras = enumerar([f"«{otra}»" for otra in sorted(set(ausentes.values()))])
    cuales = f"La letra {faltan} no está" if len(ausentes) == 1 else f"Las letras {faltan} no están"
    return f"{cuales} en este equipo: el largo se calcula con {otras}, y en otro puede variar."
