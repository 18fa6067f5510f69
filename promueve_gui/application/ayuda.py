"""What the program explains to its users, as data: help of a field, of a step, words, and the starter catalogue.

The texts live in ``recursos``; here is only their shape, so that window and documents need not know files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from promueve_gui.domain.vocabularios import ClaseGrupo, Eje


@frozen
class Ayuda:
    """Help of one field: one or two sentences, a believable example, and the key of its citation.

    ``cita`` is the ``clave`` of a ``CitaGuia`` of the project («R4», «P1»), empty when the Guía says nothing: the
    wording of a citation is written once, in the profile.
    """

    ayuda: str
    ejemplo: str
    cita: str = ""


@frozen
class TextoPaso:
    """Introduction of one page of the wizard, shown while no field has the focus."""

    titulo: str
    texto: str
    cita: str = ""


@frozen
class Termino:
    """A word of the glossary and its meaning, one or two sentences of plain text."""

    termino: str
    definicion: str


@frozen
class GrupoTipico:
    """A user group that many institutions have; offered, never added by itself (mini-guide, paso 1, edición 2015)."""

    nombre: str
    clase: ClaseGrupo
    ejes: frozenset[Eje]
    sector: str
    descripcion: str
