"""What people decided about groups that look alike: which are one and the same, and which are not."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen


@frozen(kw_only=True)
class UnionGrupos(Registro):
    """One merge: ``sobrante`` was withdrawn in favour of ``queda``. Withdrawn itself when the two are parted again.

    The withdrawn group keeps the words of its area, so the consolidated group remembers who said what. ``movido`` is
    what parting them takes back, as JSON: the links that were moved and the values that ``queda`` had before.
    """

    ENTIDAD: ClassVar[str] = "union_grupos"
    SINGULAR: ClassVar[str] = "unión"
    PLURAL: ClassVar[str] = "uniones"
    FEMENINO: ClassVar[bool] = True
    TITULO: ClassVar[str] = "razon"

    queda: Id | None = ficha.referencia("Grupo que queda", "grupo_usuarios", requerido=True)
    sobrante: Id | None = ficha.referencia("Grupo que se unió", "grupo_usuarios", requerido=True)
    razon: str = ficha.texto("Por qué son el mismo", ancho=44)
    fecha: date | None = ficha.fecha("Fecha")
    movido: str = ficha.texto_largo("Lo que se movió", oculto=True)


@frozen(kw_only=True)
class NoDuplicado(Registro):
    """Two groups that look alike and are not the same, said for good: they are not proposed again."""

    ENTIDAD: ClassVar[str] = "no_duplicado"
    SINGULAR: ClassVar[str] = "par distinto"
    PLURAL: ClassVar[str] = "pares distintos"
    TITULO: ClassVar[str] = "motivo"

    grupo: Id | None = ficha.referencia("Grupo", "grupo_usuarios", requerido=True)
    otro: Id | None = ficha.referencia("Otro grupo", "grupo_usuarios", requerido=True)
    motivo: str = ficha.texto("Por qué son distintos", ancho=44)
    fecha: date | None = ficha.fecha("Fecha")
