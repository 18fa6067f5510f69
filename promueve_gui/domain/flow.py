"""The pages of the wizard without a window: their order, owners and texts, and how far each has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.catalogos import Fragmento, PalabraDiccionario, PlantillaCorreo, ReglaPlan, Sinonimo
from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import AvisoAltoValor, Evidencia, Publicacion, SolicitudComunicacion
from promueve_gui.domain.ficha import Opcion, campos
from promueve_gui.domain.formatos import Duda, EnvioFormato
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import (
    AreaGeneradora,
    CitaGuia,
    DiaInhabil,
    Institucion,
    Membrete,
    Perfil,
    Persona,
    PlantillaPresentacion,
    RedSocial,
)
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed, VersionContenido
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import AccionMejora, Recomendacion
from promueve_gui.domain.reglas.base import Estado, Severidad
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.domain.vistas import SugerenciaDescartada, VistaGuardada
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Resultado


class EstadoPaso(Opcion):
    """How far a page has come."""

    NADA = "nada", "Sin empezar"
    EN_PROGRESO = "en_progreso", "En progreso"
    COMPLETO = "completo", "Completo"
    ATENCION = "atencion", "Requiere atención"


@frozen(kw_only=True)
class Paso:
    """One page: ``numero`` is 1–5 for the steps of the Guía and ``None`` for the pages around them.

    ``tiempo`` is the time that the Guía reckons, empty where it gives none; ``tipos`` are the records kept there, the
    first of them the one that shows that the step has begun.
    """

    clave: str
    nombre: str
    titulo: str
    responsable: str
    instruccion: str
    numero: int | None = None
    tiempo: str = ""
    reglas: tuple[str, ...] = ()
    tipos: tuple[type[Registro], ...] = ()

    @property
    def subtitulo(self) -> str:
        """Return owner, time and what to do, in one line."""
        return " · ".join(parte for parte in (self.responsable, self.tiempo, self.instruccion) if parte)


INICIO = Paso(
    clave="inicio",
    nombre="Inicio",
    titulo="Cómo va la institución",
    responsable="Institución y tablero",
    instruccion="Complete los datos de la institución y vea qué falta, regla por regla.",
    reglas=("R12",),
    tipos=(
        Institucion,
        AreaGeneradora,
        Persona,
        Perfil,
        RedSocial,
        CitaGuia,
        DiaInhabil,
        Sinonimo,
        PlantillaCorreo,
        ReglaPlan,
        Membrete,
        PlantillaPresentacion,
        Fragmento,
        PalabraDiccionario,
    ),
)
USUARIOS = Paso(
    clave="usuarios",
    numero=1,
    nombre="Usuarios",
    titulo="1 · Identificar los usuarios",
    responsable=Rol.AREA_GENERADORA.etiqueta,
    tiempo="2 horas",
    instruccion="Haga la lista de quién usa o podría usar los datos de cada área.",
    reglas=("R1",),
    tipos=(GrupoUsuarios, Contacto, UsoDatos, EnvioFormato, Duda, UnionGrupos, NoDuplicado),
)
PLAN = Paso(
    clave="plan",
    numero=2,
    nombre="Plan",
    titulo="2 · Planear la promoción",
    responsable=Rol.ENLACE.etiqueta,
    tiempo="2 horas",
    instruccion="Decida qué se promueve, para quién, por qué canal y cuándo.",
    reglas=("R2", "R3"),
    tipos=(LineaPlan, ConjuntoDatos, Recurso, Herramienta, Evento, SugerenciaDescartada, VistaGuardada),
)
CONTENIDOS = Paso(
    clave="contenidos",
    numero=3,
    nombre="Contenidos",
    titulo="3 · Elaborar contenidos",
    responsable=Rol.AREA_GENERADORA.etiqueta,
    tiempo="1 día",
    instruccion="Escriba aquí; el Word sale con el membrete de la institución.",
    reglas=("R4", "R5", "R6", "R7"),
    tipos=(Contenido, VarianteRed, Lamina, VersionContenido),
)
PROMOCION = Paso(
    clave="promocion",
    numero=4,
    nombre="Promoción",
    titulo="4 · Promover",
    responsable=Rol.ENLACE.etiqueta,
    instruccion="Anote cada comunicación que salió, con su fecha, su URL directa y su evidencia.",
    reglas=("R8", "R9", "R13", "R14"),
    tipos=(Publicacion, Evidencia, AvisoAltoValor, SolicitudComunicacion, Acuerdo),
)
RECOMENDACIONES = Paso(
    clave="recomendaciones",
    numero=5,
    nombre="Recomendaciones",
    titulo="5 · Recibir recomendaciones",
    responsable=Rol.ADMINISTRADOR.etiqueta,
    instruccion="Registre lo que recomienda el público y respóndalo dentro del plazo.",
    reglas=("R10", "R11"),
    tipos=(Recomendacion, AccionMejora),
)
ENTREGABLES = Paso(
    clave="entregables",
    nombre="Entregables",
    titulo="Entregables",
    responsable="Excel y Word",
    instruccion="Genere los documentos con que trabaja la institución.",
)

PASOS: tuple[Paso, ...] = (INICIO, USUARIOS, PLAN, CONTENIDOS, PROMOCION, RECOMENDACIONES, ENTREGABLES)
_POR_ENTIDAD = {tipo.ENTIDAD: paso for paso in PASOS for tipo in paso.tipos}


def paso_de(entidad: str) -> Paso:
    """Return the page where records of ``entidad`` are kept. Raises ``KeyError`` for an unknown entity."""
    return _POR_ENTIDAD[entidad]


def estado(paso: Paso, proyecto: Proyecto, resultados: Sequence[Resultado]) -> EstadoPaso:
    """Return how far a page has come, from its records and the answers of its rules.

    Attention when a heavy gap is open; nothing yet without the first of its records, whatever others an import
    brought; in progress while a light gap is open, or while no rule has anything to judge; complete otherwise.
    """
    if paso is ENTREGABLES:
        return _estado_entregables(proyecto, resultados)
    propios = [resultado for resultado in resultados if resultado.regla.id in paso.reglas]
    if any(h.severidad is Severidad.BLOQUEA for resultado in propios for h in resultado.hallazgos):
        return EstadoPaso.ATENCION
    if not proyecto.hay(paso.tipos[0]):
        return EstadoPaso.NADA
    if paso is INICIO:
        propios_cumplen = _institucion_completa(proyecto)
    else:
        propios_cumplen = any(resultado.estado is Estado.CUMPLE for resultado in propios)
    sin_faltas = all(resultado.estado is not Estado.FALTA for resultado in propios)
    return EstadoPaso.COMPLETO if propios_cumplen and sin_faltas else EstadoPaso.EN_PROGRESO


def _institucion_completa(proyecto: Proyecto) -> bool:
    institucion = proyecto.unico(Institucion)
    if institucion is None or not proyecto.hay(AreaGeneradora) or not proyecto.hay(Persona):
        return False
    return all(getattr(institucion, nombre) for nombre, campo in campos(Institucion).items() if campo.requerido)


def _estado_entregables(proyecto: Proyecto, resultados: Sequence[Resultado]) -> EstadoPaso:
    """Return whether there is something to hand over, and whether it says all that it should."""
    if not any(map(proyecto.hay, (GrupoUsuarios, LineaPlan, Contenido))):
        return EstadoPaso.NADA
    faltan = any(resultado.estado is Estado.FALTA for resultado in resultados)
    return EstadoPaso.EN_PROGRESO if faltan else EstadoPaso.COMPLETO
