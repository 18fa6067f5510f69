"""A new content that starts from a line of the plan, with everything filled in that the project knows already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.application.content_flow import contenido_inicial, insertables, siguiente_numero
from promueve_gui.domain.cambios import alta, nuevo_id
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, COORDINACION, Contenido
from promueve_gui.domain.enlaces import revisar_correo
from promueve_gui.domain.enriquecido import escapar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, RedSocial
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.promovidos import datasets_of
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.plan import LineaPlan
    from promueve_gui.domain.proyecto import Proyecto

_TITULOS: dict[TipoContenido, str] = {
    TipoContenido.BOLETIN: "{siglas} publica en datos abiertos: {objeto}",
    TipoContenido.PRESENTACION: "{objeto}: qué es y cómo usarlo",
    TipoContenido.HISTORIA: "Cómo se usa: {objeto}",
    TipoContenido.HERRAMIENTA: "{objeto}",
    TipoContenido.ESTUDIO: "Estudio: {objeto}",
}
# Of a tool or an event one says other things than of data; where nothing is said here, its name.
_OTROS_TITULOS: dict[tuple[TipoContenido, str], str] = {
    (TipoContenido.BOLETIN, Herramienta.ENTIDAD): "{siglas} presenta: {objeto}",
    (TipoContenido.PRESENTACION, Herramienta.ENTIDAD): _TITULOS[TipoContenido.PRESENTACION],
    (TipoContenido.HISTORIA, Herramienta.ENTIDAD): _TITULOS[TipoContenido.HISTORIA],
}


@frozen
class Comienzo:
    """A content about to be, and the variants for the networks on which it would be posted."""

    contenido: Contenido
    variantes: tuple[VarianteRed, ...] = ()

    @property
    def cambios(self) -> list[Cambio]:
        """Return the changes that bring them into being."""
        return [alta(self.contenido), *map(alta, self.variantes)]


def contents_of_line(proyecto: Proyecto, linea: Id) -> list[Contenido]:
    """Return the contents in use that are written for a line of the plan, in the order they came."""
    return [contenido for contenido in proyecto.referidos(Contenido, "linea", linea) if contenido.activo]


def start_from_line(proyecto: Proyecto, linea: LineaPlan, hoy: date) -> Comienzo:
    """Return what a content begins with when it is written for a line of the plan.

    A line that does not say the type of content gives a bulletin. The day is that of the line; what its groups need, as
    the map of users tells it, goes to the notes.
    """
    tipo = linea.tipo_contenido or TipoContenido.BOLETIN
    conjuntos = tuple(dict.fromkeys(_conjuntos(proyecto, linea)))
    conocidos = contenido_inicial(proyecto, tipo, hoy) | {
        "nombre": titulo_propuesto(proyecto, linea, tipo),
        "linea": linea.id,
        "conjuntos": conjuntos,
        "herramienta": linea.herramienta,
        "fecha": linea.fecha or hoy,
        "autor": autor_propuesto(proyecto, conjuntos),
        "sector": sector_propuesto(proyecto, conjuntos),
        "notas": necesidades(proyecto, linea, conjuntos),
    }
    conocidos |= de_la_herramienta(proyecto, tipo, linea.herramienta)
    if "numero" in conocidos:
        conocidos["numero"] = siguiente_numero(proyecto, conocidos["fecha"].year)
    pedidos = ("tipo", *CAMPOS_POR_TIPO[tipo])
    contenido = Contenido(id=nuevo_id(), **{nombre: valor for nombre, valor in conocidos.items() if nombre in pedidos})
    completo = _con_propuestas(proyecto, contenido, pedidos)
    return Comienzo(completo, tuple(_variantes(proyecto, completo)))


def titulo_propuesto(proyecto: Proyecto, linea: LineaPlan, tipo: TipoContenido) -> str:
    """Return a title to begin with: of what the line promotes, or the name of the line itself."""
    if tipo is TipoContenido.REDES:
        return linea.nombre
    objetos: Sequence[tuple[str, Id | None]] = (
        (Herramienta.ENTIDAD, linea.herramienta),
        (ConjuntoDatos.ENTIDAD, linea.conjunto),
        (Evento.ENTIDAD, linea.evento),
    )
    titulos = ((entidad, proyecto.titulo(entidad, identidad)) for entidad, identidad in objetos)
    entidad, objeto = next((dicho for dicho in titulos if dicho[1]), ("", ""))
    institucion = proyecto.unico(Institucion)
    siglas = (institucion.siglas or institucion.nombre) if institucion else ""
    modelo = _TITULOS[tipo] if entidad == ConjuntoDatos.ENTIDAD else _OTROS_TITULOS.get((tipo, entidad), "{objeto}")
    if not objeto or ("{siglas}" in modelo and not siglas):
        return linea.nombre
    return modelo.format(siglas=siglas, objeto=objeto)


def necesidades(proyecto: Proyecto, linea: LineaPlan, conjuntos: Sequence[Id]) -> str:
    """Return, a group a line, who the groups of a line of the plan are and what they use, or would use, data for."""
    usos = [uso for uso in proyecto.activos(UsoDatos) if uso.conjunto in conjuntos and uso.uso]
    renglones = []
    for identidad in linea.grupos:
        grupo = proyecto.get(GrupoUsuarios, identidad)
        if grupo is None or not grupo.activo:
            continue
        dichos = [grupo.descripcion, *(uso.uso for uso in usos if uso.grupo == grupo.id)]
        detalle = " ".join(" ".join(dicho.split()).rstrip(".") + "." for dicho in dichos if dicho.strip())
        renglones.append(f"{grupo.nombre}: {detalle}" if detalle else grupo.nombre)
    return "\n".join(["Para quién:", *renglones]) if renglones else ""


def _conjuntos(proyecto: Proyecto, linea: LineaPlan) -> Iterator[Id]:
    """Yield the datasets of which a line speaks and that may be promoted (R2)."""
    for identidad in datasets_of(proyecto, linea):
        conjunto = proyecto.get(ConjuntoDatos, identidad)
        if conjunto is not None and conjunto.promovible:
            yield identidad


def autor_propuesto(proyecto: Proyecto, conjuntos: Sequence[Id]) -> str:
    """Return the area that generates the first dataset: contents are written by the areas (dominio §1)."""
    primero = proyecto.get(ConjuntoDatos, conjuntos[0] if conjuntos else None)
    return proyecto.titulo(AreaGeneradora.ENTIDAD, primero.area if primero else None)


def sector_propuesto(proyecto: Proyecto, conjuntos: Sequence[Id]) -> str:
    """Return the sector of the first dataset that says one, or of the institution."""
    citados = (proyecto.get(ConjuntoDatos, identidad) for identidad in conjuntos)
    propio = next((conjunto.sector for conjunto in citados if conjunto and conjunto.sector), "")
    institucion = proyecto.unico(Institucion)
    return propio or (institucion.sector if institucion else "")


def de_la_herramienta(proyecto: Proyecto, tipo: TipoContenido | None, identidad: Id | None) -> dict[str, Any]:
    """Return what the record of a tool says for its sheet: what it does, its e-mail, its coordination once noted."""
    herramienta = proyecto.get(Herramienta, identidad)
    if tipo is not TipoContenido.HERRAMIENTA or herramienta is None:
        return {}
    dichos: dict[str, Any] = {"cuerpo": escapar(herramienta.descripcion.strip())}
    if revisar_correo(herramienta.correo_contacto) is None:
        dichos["correo_contacto"] = herramienta.correo_contacto
    coordinacion = {nombre: getattr(herramienta, nombre) for nombre in COORDINACION}
    return dichos | (coordinacion if all(coordinacion.values()) else {})


def _con_propuestas(proyecto: Proyecto, contenido: Contenido, pedidos: Sequence[str]) -> Contenido:
    propuestas: dict[str, Any] = dict(insertables(proyecto, contenido))
    valores = {nombre: getattr(contenido, nombre) for nombre in pedidos}
    valores |= {nombre: valor for nombre, valor in propuestas.items() if not valores[nombre]}
    return Contenido(id=contenido.id, **valores)


def _variantes(proyecto: Proyecto, contenido: Contenido) -> Iterator[VarianteRed]:
    """Yield a variant for each network that the institution uses, to be written or left like the message."""
    if contenido.tipo is TipoContenido.REDES:
        for red in proyecto.activos(RedSocial):
            if red.en_uso:
                yield VarianteRed(id=nuevo_id(), contenido=contenido.id, red=red.id)
