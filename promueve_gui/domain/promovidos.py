"""Of which datasets a line of the plan speaks: its own, and those of its tool and its event. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import Evento, Herramienta

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto


def datasets_of(proyecto: Proyecto, linea: LineaPlan) -> tuple[Id, ...]:
    """Return the datasets that a line names, by itself, its tool or its event; each once, its own first."""
    propio = (linea.conjunto,) if linea.conjunto else ()
    if linea.herramienta is None and linea.evento is None:  # most lines
        return propio
    herramienta, evento = proyecto.get(Herramienta, linea.herramienta), proyecto.get(Evento, linea.evento)
    de_otros = (herramienta.conjuntos if herramienta else ()) + (evento.conjuntos if evento else ())
    return tuple(dict.fromkeys(propio + de_otros))
