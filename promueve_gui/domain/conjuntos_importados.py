"""Which dataset and resource each row of a file is, and what the file says differently of it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.emparejar import Clave, emparejar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from promueve_gui.domain.emparejar import Parejas
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.importacion import ConjuntoLeido, RecursoLeido
    from promueve_gui.domain.propuesta import Acopio
    from promueve_gui.domain.proyecto import Proyecto

    Aviso = Callable[[int, str, str], None]


@frozen
class FilaConjunto:
    """A dataset of the file with what it is recognised by; ``area`` is that of the project, or a new one's."""

    leido: ConjuntoLeido
    nombre: str
    plegado: str
    identificador: str
    area: Id | None

    @property
    def valores(self) -> dict[str, Valor]:
        """Return what the file says of the dataset, its area included."""
        return {**self.leido.valores, "area": self.area}


# An identifier is the surest; a name alone never joins two datasets whose identifiers differ, and where several
# datasets have the same name the area decides (dominio: the same file twice gives no changes, doubts are not guessed).
CLAVES_CONJUNTO: tuple[Clave[FilaConjunto, ConjuntoDatos], ...] = (
    Clave(
        lambda f: (f.identificador, f.plegado) if f.identificador else None,
        lambda e: (e.identificador, plegar(e.nombre)) if e.identificador else None,
    ),
    Clave(lambda f: f.identificador or None, lambda e: e.identificador or None),
    Clave(
        lambda f: (f.plegado, f.area) if f.identificador else None,
        lambda e: None if e.identificador else (plegar(e.nombre), e.area),
        unica=True,
    ),
    Clave(
        lambda f: None if f.identificador else (f.plegado, f.area),
        lambda e: (plegar(e.nombre), e.area),
        unica=True,
    ),
    Clave(
        lambda f: f.plegado if f.identificador else None,
        lambda e: None if e.identificador else plegar(e.nombre),
        unica=True,
    ),
    Clave(lambda f: None if f.identificador else f.plegado, lambda e: plegar(e.nombre), unica=True),
)

CLAVES_RECURSO: tuple[Clave[RecursoLeido, Recurso], ...] = (
    Clave(lambda f: f.valores.get("identificador") or None, lambda e: e.identificador or None),
    Clave(lambda f: f.valores.get("url") or None, lambda e: e.url or None),
    Clave(lambda f: plegar(str(f.valores.get("nombre", ""))), lambda e: plegar(e.nombre)),
)


def planear_conjuntos(proyecto: Proyecto, filas: Sequence[FilaConjunto], acopio: Acopio, avisar: Aviso) -> None:
    """Note in ``acopio`` what happens to each dataset and its resources; ``avisar`` is told what is left undone."""
    parejas, retirados = _parejas_conjunto(proyecto, filas)
    recursos = _recursos_por_conjunto(proyecto)
    repetidos = {plegar(conjunto.nombre) for conjunto in proyecto.activos(ConjuntoDatos)}
    nuevas: list[FilaConjunto] = []
    for posicion, fila in enumerate(filas):
        renglon, existente = fila.leido.renglon, parejas.hechas.get(posicion)
        if posicion in parejas.dudosas:
            avisar(renglon, fila.nombre, _dudoso(fila.nombre, parejas.dudosas[posicion]))
        elif posicion in retirados:
            avisar(renglon, fila.nombre, _retirado("el conjunto", fila.nombre, retirados[posicion].retirado))
        elif existente is None:
            if fila.plegado in repetidos:
                avisar(renglon, fila.nombre, _homonimo(fila.nombre))
            nuevas.append(fila)
        else:
            acopio.comparar(existente, _sin_derivados(fila.valores))
            _planear_recursos(existente.id, fila.leido.recursos, recursos.get(existente.id, []), acopio, avisar)
    _agregar(nuevas, acopio)


def _parejas_conjunto(
    proyecto: Proyecto, filas: Sequence[FilaConjunto]
) -> tuple[Parejas[ConjuntoDatos], Mapping[int, ConjuntoDatos]]:
    """Pair rows with datasets in use and, those left, with withdrawn ones."""
    todos = proyecto.todos(ConjuntoDatos)
    parejas = emparejar(filas, range(len(filas)), (c for c in todos if c.activo), CLAVES_CONJUNTO)
    quedan = [n for n in range(len(filas)) if n not in parejas.hechas and n not in parejas.dudosas]
    return parejas, emparejar(filas, quedan, (c for c in todos if not c.activo), CLAVES_CONJUNTO).hechas


def _recursos_por_conjunto(proyecto: Proyecto) -> dict[Id | None, list[Recurso]]:
    grupos: dict[Id | None, list[Recurso]] = {}
    for recurso in proyecto.todos(Recurso):
        grupos.setdefault(recurso.conjunto, []).append(recurso)
    return grupos


def _sin_derivados(valores: Mapping[str, Valor]) -> dict[str, Valor]:
    """Leave out what the program concludes by itself (R2) and its user may since have corrected."""
    return {nombre: valor for nombre, valor in valores.items() if nombre != "institucional"}


def _agregar(nuevas: Sequence[FilaConjunto], acopio: Acopio) -> None:
    """Note all new datasets and then all of their resources."""
    ids = acopio.agregar_todos(ConjuntoDatos, [fila.valores for fila in nuevas])
    pares = zip(ids, nuevas, strict=True)
    recursos = [{**leido.valores, "conjunto": conjunto} for conjunto, fila in pares for leido in fila.leido.recursos]
    acopio.agregar_todos(Recurso, recursos)


def _planear_recursos(
    conjunto: Id, filas: Sequence[RecursoLeido], existentes: Sequence[Recurso], acopio: Acopio, avisar: Aviso
) -> None:
    claves = (*_claves_exactas(filas), *CLAVES_RECURSO)
    parejas = emparejar(filas, range(len(filas)), (r for r in existentes if r.activo), claves).hechas
    quedan = [posicion for posicion in range(len(filas)) if posicion not in parejas]
    retirados = emparejar(filas, quedan, (r for r in existentes if not r.activo), claves).hechas
    for posicion, leido in enumerate(filas):
        if posicion in parejas:
            acopio.comparar(parejas[posicion], leido.valores)
        elif posicion in retirados:
            nombre = retirados[posicion].nombre
            avisar(leido.renglon, nombre, _retirado("el recurso", nombre, retirados[posicion].retirado))
        else:
            acopio.agregar(Recurso, {**leido.valores, "conjunto": conjunto})


def _claves_exactas(filas: Iterable[RecursoLeido]) -> list[Clave[RecursoLeido, Recurso]]:
    """Return the keys by which a row is the resource that already says all it says, whatever the order of the rows.

    Rows that say most come first, so that one that says little does not take the resource of another.
    """
    formas = dict.fromkeys(tuple(n for n, valor in fila.valores.items() if valor) for fila in filas)
    return [_clave_exacta(forma) for forma in sorted(formas, key=len, reverse=True)]


def _clave_exacta(forma: tuple[str, ...]) -> Clave[RecursoLeido, Recurso]:
    def fila(leido: RecursoLeido) -> Hashable | None:
        dados = tuple(nombre for nombre, valor in leido.valores.items() if valor)
        return tuple(leido.valores[nombre] for nombre in forma) if dados == forma else None

    def existente(recurso: Recurso) -> Hashable | None:
        return tuple(cast("Hashable", getattr(recurso, nombre)) for nombre in forma)

    return Clave(fila, existente)


def _dudoso(nombre: str, cuantos: int) -> str:
    return (
        f"el proyecto tiene {cuantos} conjuntos llamados «{nombre}» y no se sabe cuál es; no se importó. "
        "Escriba el área en el archivo, o cámbieles el nombre en el proyecto."
    )


def _retirado(que: str, nombre: str, motivo: str) -> str:
    return (
        f"{que} «{nombre}» se retiró del proyecto ({motivo.rstrip('.')}); no se importó. "
        "Si debe volver, recupérelo en el proyecto y repita la importación."
    )


def _homonimo(nombre: str) -> str:
    return (
        f"el proyecto ya tiene un conjunto llamado «{nombre}», con otro identificador o en otra área; "
        "se agregó aparte. Si son el mismo, deshaga la importación y póngales el mismo identificador."
    )
