"""Every kind of record, by the name of its table. A new kind is added here once and is then known everywhere."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.domain.catalogos import Fragmento, PalabraDiccionario, PlantillaCorreo, ReglaPlan, Sinonimo
from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento, Herramienta, Recurso
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import AvisoAltoValor, Evidencia, Publicacion, SolicitudComunicacion
from promueve_gui.domain.formatos import Duda, EnvioFormato
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
from promueve_gui.domain.uniones import NoDuplicado, UnionGrupos
from promueve_gui.domain.vistas import SugerenciaDescartada, VistaGuardada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.ficha import Registro

# Order matters: a record comes after those it refers to, so that rows can be written in this order.
TIPOS: tuple[type[Registro], ...] = (
    Institucion,
    Perfil,
    Membrete,
    PlantillaPresentacion,
    RedSocial,
    CitaGuia,
    DiaInhabil,
    Sinonimo,
    PlantillaCorreo,
    Fragmento,
    PalabraDiccionario,
    ReglaPlan,
    SugerenciaDescartada,
    VistaGuardada,
    AreaGeneradora,
    Persona,
    GrupoUsuarios,
    UnionGrupos,
    NoDuplicado,
    EnvioFormato,
    Duda,
    Contacto,
    ConjuntoDatos,
    Recurso,
    UsoDatos,
    Herramienta,
    Evento,
    Acuerdo,
    LineaPlan,
    Contenido,
    VarianteRed,
    Lamina,
    VersionContenido,
    SolicitudComunicacion,
    Publicacion,
    Evidencia,
    AvisoAltoValor,
    Recomendacion,
    AccionMejora,
)

POR_ENTIDAD: Mapping[str, type[Registro]] = MappingProxyType({tipo.ENTIDAD: tipo for tipo in TIPOS})
