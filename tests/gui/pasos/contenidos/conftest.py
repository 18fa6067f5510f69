"""The page of step 3 on a small project of a made-up institution."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import CONTENIDOS, Paso
from promueve_gui.domain.institucion import Institucion, Perfil, Persona, RedSocial
from promueve_gui.domain.vocabularios import EstadoContenido, Rol, TipoContenido
from promueve_gui.gui.pasos.contenidos.page import ContenidosPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

URL = "https://datos.ejemplo.gob.mx/salud/camas-censables"
INSTITUCION = Institucion(
    id="i", nombre="Secretaría de Ejemplo", ciudad="Xalapa", correo_contacto="datos@ejemplo.gob.mx", anio=2026
)
PERFIL = Perfil(id="perfil", nombre="Vigente", frase_larga=8, caracteres_cuartilla=100)
CONJUNTO = ConjuntoDatos(id="c", nombre="Camas censables", url=URL)
TECNICO = Persona(id="t", nombre="Luz Marina Ochoa", rol=Rol.TECNICO)
RED = RedSocial(id="x", nombre="X", limite=60, cuenta_url=23)
COMPLETO = Contenido(
    id="estudio",
    nombre="Camas por habitante",
    tipo=TipoContenido.ESTUDIO,
    cuerpo="Hay más camas.",
    conjuntos=("c",),
    url=URL,
    correo_contacto="datos@ejemplo.gob.mx",
    contacto_tecnico="t",
)
MENSAJE = Contenido(
    id="mensaje", nombre="Ya hay datos de camas", tipo=TipoContenido.REDES, red="x", mensaje="Camas", conjuntos=("c",)
)
HISTORIA = replace(
    COMPLETO,
    id="historia",
    nombre="La clínica que pidió camas",
    tipo=TipoContenido.HISTORIA,
    estado=EstadoContenido.APROBADO,
    cuerpo="",
    antecedentes="Nadie sabía nada.",
    retos="Una frase tan larga que nadie la puede leer sin tomar aire a la mitad del camino.",
    solucion="Se publicó.",
    resultados="Hoy se consulta.",
)
SIN_TIPO = Contenido(id="suelto", nombre="Por definir", notas="Preguntar al área")
RECORDS = (INSTITUCION, PERFIL, CONJUNTO, TECNICO, RED, COMPLETO, MENSAJE, HISTORIA, SIN_TIPO)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return four contents, one of them without type."""
    return open_project(*RECORDS)


@pytest.fixture
def tested_page() -> tuple[type[ContenidosPage], Paso]:
    """Return the page that these tests are about, and its step."""
    return ContenidosPage, CONTENIDOS
