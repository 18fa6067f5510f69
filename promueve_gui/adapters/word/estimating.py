"""How long contents are on one letterhead, as many of them as are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.pages import PROPIA, estimate_pages
from promueve_gui.adapters.word.typefaces import are_twins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.adapters.word.pages import Hoja
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto


class LengthEstimator:
    """Estimates on a letterhead that was measured; see ``application.page_estimates.PageEstimator``."""

    def __init__(self, hoja: Hoja = PROPIA) -> None:
        """Take what the letterhead leaves for a text; without one, that of the letterhead that ships."""
        self._hoja = self._puesta = hoja
        self.familias = hoja.familias
        self.ausentes: dict[str, str] = {}

    def set_in(self, sustitutas: Mapping[str, str]) -> None:
        """Take the typefaces that stand in, on this computer, for those that it has not."""
        self.ausentes = {familia: otra for familia, otra in sustitutas.items() if not are_twins(familia, otra)}
        self._puesta = self._hoja.set_in(self.ausentes)

    def __call__(self, contenido: Contenido, proyecto: Proyecto) -> float:
        """Return how many pages a content takes, with their fraction."""
        return estimate_pages(compose(contenido, proyecto), self._puesta)
