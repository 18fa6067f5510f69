"""R2: only public datasets are promoted, and none of those that the opening-plan tool makes about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.conjuntos_generados import es_institucional
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Iterable

    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Contexto, Juez

_POR_ACCESO = {
    None: "no dice si es público",
    Acceso.PRIVADO: "es privado",
    Acceso.RESTRINGIDO: "es de acceso restringido",
}


def motivo_no_promovible(conjunto: ConjuntoDatos) -> str:
    """Return why a dataset may not be promoted, as the end of a sentence; empty when it may."""
    if conjunto.retirado:
        return "fue retirado"
    if conjunto.institucional:
        return "lo genera la herramienta del plan de apertura y no se promueve"
    return _POR_ACCESO.get(conjunto.acceso, "")


def verificar(
    proyecto: Proyecto, registro: LineaPlan | Contenido | Publicacion, *, hecho: bool = False
) -> list[Verificacion] | None:
    """Return one check per dataset that the record promotes, or ``None`` when it names none.

    ``hecho`` tells that the record says what was done: datasets that were withdrawn since then do not count.
    """
    ids = (registro.conjunto,) if isinstance(registro, LineaPlan) else registro.conjuntos
    campo = "conjunto" if isinstance(registro, LineaPlan) else "conjuntos"
    conocidos = [c for i in ids if (c := proyecto.get(ConjuntoDatos, i)) is not None]
    conjuntos = [c for c in conocidos if c.activo or not hecho]
    return [_verificar_uno(campo, conjunto) for conjunto in conjuntos] or None


def _verificar_uno(campo: str, conjunto: ConjuntoDatos) -> Verificacion:
    motivo = motivo_no_promovible(conjunto)
    if not motivo:
        return Verificacion(campo, f"«{conjunto.nombre}» es público", ok=True)
    return Verificacion(campo, f"«{conjunto.nombre}» {motivo}; quítelo o elija otro conjunto.", bloquea=True)


def _verificar_marca(conjunto: ConjuntoDatos) -> list[Verificacion] | None:
    """Judge a dataset that by its name is one of those the tool makes about itself."""
    if not es_institucional(conjunto.nombre):
        return None
    if conjunto.institucional:
        return []
    mensaje = "Lo genera la herramienta del plan de apertura: márquelo para que no se promueva."
    return [Verificacion("institucional", mensaje, bloquea=True)]


def _juez(contexto: Contexto) -> Juez:
    proyecto = contexto.proyecto

    def juzgar(registro: ConjuntoDatos | LineaPlan | Contenido | Publicacion) -> Iterable[Verificacion] | None:
        if isinstance(registro, ConjuntoDatos):
            return _verificar_marca(registro)
        if isinstance(registro, LineaPlan) and not registro.vigente:
            return None
        return verificar(proyecto, registro, hecho=_is_past(registro))

    return juzgar


def _is_past(registro: LineaPlan | Contenido | Publicacion) -> bool:
    if isinstance(registro, Publicacion):
        return True
    return registro.estado is (EstadoLinea.HECHA if isinstance(registro, LineaPlan) else EstadoContenido.PUBLICADO)


REGLA = Regla(
    id="R2",
    paso=2,
    titulo="Solo se promueven datos públicos",
    tipos=(ConjuntoDatos, LineaPlan, Contenido, Publicacion),
    juez=_juez,
)
