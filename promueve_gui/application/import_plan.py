"""What importing a file would do to a project: a pure plan, shown before it is agreed to. Nothing changes here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from promueve_gui.application.garbage import held_back
from promueve_gui.domain.areas_importadas import Directorio, escrito, planear_areas, unir_separadas
from promueve_gui.domain.conjuntos_importados import FilaConjunto, planear_conjuntos
from promueve_gui.domain.emparejar import Clave, emparejar
from promueve_gui.domain.importacion import ConjuntoLeido, Formato, Problema
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.propuesta import Acopio, AreaParecida, Propuesta
from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.importacion import Lectura, PersonaLeida
    from promueve_gui.domain.proyecto import Proyecto

NADA: Mapping[str, str] = {}
EN_JSON = frozenset({Formato.CATALOGO_JSON, Formato.INVENTARIO_JSON, Formato.CKAN})

CLAVES_PERSONA: tuple[Clave[PersonaLeida, Persona], ...] = (
    Clave(
        lambda f: (plegar(str(f.valores.get("nombre", ""))), f.valores.get("rol")),
        lambda e: (plegar(e.nombre), e.rol),
    ),
)


def plan_import(
    proyecto: Proyecto, lectura: Lectura, *, area: str = "", uniones: Mapping[str, str] = NADA
) -> Propuesta:
    """Return what importing ``lectura`` into ``proyecto`` would do.

    ``area`` is the area of the datasets for which the file names none. ``uniones`` says which spellings are the same
    area (spelling → area): the spelling becomes one of its other names, so that the next import of the same file
    changes nothing. What the file leaves empty erases nothing, and nothing is withdrawn.
    """
    acopio = Acopio()
    acopio.unido(unir_separadas(proyecto, uniones))
    base = proyecto
    if acopio.cambios:
        base = proyecto.snapshot()
        base.apply(acopio.cambios)
    reparto = _Reparto(base, lectura, acopio, uniones)
    with held_back():
        reparto.institucion()
        reparto.personas()
        reparto.conjuntos(escrito(area))
    problemas = sorted([*lectura.problemas, *acopio.problemas], key=_place)
    return Propuesta(
        formato=lectura.formato,
        cambios=tuple(acopio.cambios),
        nuevos=dict(acopio.nuevos),
        cambiados=dict(acopio.cambiados),
        iguales=dict(acopio.iguales),
        problemas=tuple(problemas),
        parecidas=tuple(reparto.parecidas),
    )


class _Clave(NamedTuple):
    """What makes two places of a file speak of one dataset."""

    identificador: str
    plegado: str
    area: str


class _Reparto:
    """Deals out what one file says to the records of one project."""

    def __init__(self, proyecto: Proyecto, lectura: Lectura, acopio: Acopio, uniones: Mapping[str, str]) -> None:
        self._proyecto = proyecto
        self._lectura = lectura
        self._acopio = acopio
        self._uniones = uniones
        self.parecidas: list[AreaParecida] = []

    def institucion(self) -> None:
        """Fill in the institution; a file never renames it, because it may be another institution's."""
        dados = {nombre: valor for nombre, valor in self._lectura.institucion.items() if valor}
        if not dados:
            return
        actual = self._proyecto.unico(Institucion)
        if actual is None:
            self._acopio.agregar(Institucion, dados)
            return
        for nombre in ("nombre", "siglas"):
            suyo, nuestro = str(dados.get(nombre, "")), str(getattr(actual, nombre))
            if suyo and nuestro:
                dados.pop(nombre)
                if plegar(suyo) != plegar(nuestro):
                    self._avisar(None, "", suyo, _otra_institucion(suyo, nuestro))
        self._acopio.comparar(actual, dados)

    def personas(self) -> None:
        """Match people by name and role."""
        leidas = self._lectura.personas
        todas = self._proyecto.todos(Persona)
        parejas = emparejar(leidas, range(len(leidas)), (p for p in todas if p.activo), CLAVES_PERSONA).hechas
        quedan = [posicion for posicion in range(len(leidas)) if posicion not in parejas]
        retiradas = emparejar(leidas, quedan, (p for p in todas if not p.activo), CLAVES_PERSONA).hechas
        for posicion, leida in enumerate(leidas):
            if posicion in parejas:
                self._acopio.comparar(parejas[posicion], leida.valores)
            elif posicion in retiradas:
                nombre = retiradas[posicion].nombre
                self._avisar(leida.renglon, "", nombre, f"«{nombre}» se retiró del proyecto; no se importó de nuevo.")
            else:
                self._acopio.agregar(Persona, leida.valores)

    def conjuntos(self, area: str) -> None:
        """Match areas, then datasets, then resources."""
        juntos = self._juntos()
        renglones: dict[str, int | None] = {}
        for clave, leido in juntos.items():
            renglones.setdefault(clave.area, leido.renglon)
        sin_area = renglones.pop("", None) is not None
        directorio = Directorio.of(self._proyecto)
        pedida = directorio.pedida(area) if area else ""
        if pedida and sin_area:
            renglones.setdefault(pedida, None)
        ids = planear_areas(directorio, renglones, self._uniones, self._acopio)
        self._anunciar_parecidas(directorio, renglones)
        self._avisar_retiradas(directorio, renglones)
        filas = [_fila(leido, clave, ids.get(clave.area or pedida)) for clave, leido in juntos.items()]
        planear_conjuntos(self._proyecto, filas, self._acopio, self._avisar_renglon)

    def _juntos(self) -> dict[_Clave, ConjuntoLeido]:
        """Join what the file says in several places of one dataset; of what differs the first counts."""
        por_clave: dict[_Clave, ConjuntoLeido] = {}
        for leido in self._lectura.conjuntos:
            nombre = str(leido.valores.get("nombre", ""))
            if not nombre:
                self._avisar(leido.renglon, "", "", "falta el nombre del conjunto de datos; no se importó. Escríbalo.")
                continue
            clave = _Clave(str(leido.valores.get("identificador") or ""), plegar(nombre), escrito(leido.area))
            primero = por_clave.setdefault(clave, leido)
            if primero is not leido:
                por_clave[clave] = self._sumado(primero, leido)
        return por_clave

    def _sumado(self, primero: ConjuntoLeido, otro: ConjuntoLeido) -> ConjuntoLeido:
        dados = {nombre: valor for nombre, valor in otro.valores.items() if valor}
        propios = {nombre: valor for nombre, valor in primero.valores.items() if valor}
        if any(propios.get(nombre, valor) != valor for nombre, valor in dados.items() if nombre != "nombre"):
            self._avisar(otro.renglon, "", str(otro.valores["nombre"]), _repetido(primero, otro))
        valores = {**otro.valores, **primero.valores, **dados, **propios}
        return ConjuntoLeido(valores, primero.area, primero.renglon, [*primero.recursos, *otro.recursos])

    def _anunciar_parecidas(self, directorio: Directorio, renglones: Mapping[str, int | None]) -> None:
        unidas = {escrito(nombre) for nombre in self._uniones}
        self.parecidas = [p for p in directorio.parecidas(renglones) if p.nombre not in unidas]
        for par in self.parecidas:
            if not par.separadas:
                self._avisar(par.renglon, self._lectura.columna_area, par.nombre, _parecida(par))

    def _avisar_retiradas(self, directorio: Directorio, renglones: Mapping[str, int | None]) -> None:
        for nombre, renglon in renglones.items():
            area: AreaGeneradora | None = directorio.buscar(nombre)
            if area is not None and not area.activo and nombre not in self._uniones:
                texto = f"el área «{nombre}» se retiró del proyecto; recupérela si volvió a existir."
                self._avisar(renglon, self._lectura.columna_area, nombre, texto)

    def _avisar_renglon(self, renglon: int, valor: str, texto: str) -> None:
        self._avisar(renglon, "", valor, texto)

    def _avisar(self, renglon: int | None, columna: str, valor: str, texto: str) -> None:
        mensaje = texto[:1].upper() + texto[1:]
        if renglon is not None:
            mensaje = f"{_lugar(self._lectura, renglon, columna)}: {texto}"
        self._acopio.problemas.append(Problema(self._lectura.hoja, renglon, columna, valor, mensaje))


def _place(problema: Problema) -> tuple[int, int, str]:
    """Return where a problem comes in the list: by row, and by column as a sheet has them (A, B… Z, AA)."""
    return problema.renglon or 0, len(problema.columna), problema.columna


def _fila(leido: ConjuntoLeido, clave: _Clave, area: Id | None) -> FilaConjunto:
    return FilaConjunto(leido, str(leido.valores["nombre"]), clave.plegado, clave.identificador, area)


def _lugar(lectura: Lectura, renglon: int, columna: str) -> str:
    if lectura.formato in EN_JSON:
        return f"Conjunto {renglon}"
    lugar = f"Hoja «{lectura.hoja}», renglón {renglon}" if lectura.hoja else f"Renglón {renglon}"
    return f"{lugar}, columna {columna}" if columna else lugar


def _parecida(par: AreaParecida) -> str:
    return f"«{par.nombre}» y «{par.otra}» parecen la misma área; quedan como dos. Si son la misma, únalas al importar."


def _otra_institucion(suya: str, nuestra: str) -> str:
    return f"el archivo es de «{suya}» y el proyecto de «{nuestra}»; revise que sea el archivo correcto."


def _repetido(primero: ConjuntoLeido, otro: ConjuntoLeido) -> str:
    return (
        f"el conjunto «{otro.valores['nombre']}» ya está en el renglón {primero.renglon} con otros datos; "
        "se tomó lo que dice allí. Deje un solo renglón, o deles nombres distintos."
    )
