"""Groups that look like one and the same: pairs with a score and its reasons, and the clusters that pairs make.

It proposes and changes nothing. How alike two words are is asked of a port, so that no library is needed here.
"""

from __future__ import annotations

from promueve_gui.domain.duplicados.busqueda import buscar
from promueve_gui.domain.duplicados.cumulos import cumulos
from promueve_gui.domain.duplicados.tipos import MINIMO, UMBRAL, Cumulo, Pareja, Similitud

__all__ = ["MINIMO", "UMBRAL", "Cumulo", "Pareja", "Similitud", "buscar", "cumulos"]
