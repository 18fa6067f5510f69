"""How long contents are on one letterhead, as many of them as are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.composition import compose
from promueve_gui.adapters.word.pages import PROPIA, estimate_pages
from promueve_gui.adapters.word.typefaces import COMUN, Letra, are_twins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.adapters.word.pages import Hoja
    from promueve_gui.application.page_estimates import LetraPuesta
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto


class LengthEstimator:
    """Estimates on a letterhead that was measured; see ``application.page_estimates.PageEstimator``."""

    def __init__(self, hoja: Hoja = PROPIA) -> None:
        """Take what the letterhead leaves for a text; without one, that of the letterhead that ships."""
        self._hoja = self._puesta = hoja
        self.familias = hoja.familias
        self.ausentes: dict[str, str] = {}

    def set_in(self, puestas: Mapping[str, LetraPuesta]) -> None:
        """Take what this computer shows for each typeface."""
        self.ausentes = {f: puesta.familia for f, puesta in puestas.items() if not are_twins(f, puesta.familia)}
        self._puesta = self._hoja.set_in({f: Letra(p.plana, p.negrita, p.alto or COMUN) for f, p in puestas.items()})

    def __call__(self, contenido: Contenido, proyecto: Proyecto) -> float:
        """Return how many pages a content takes, with their fraction."""
        return estimate_pages(compose(contenido, proyecto), self._puesta)
