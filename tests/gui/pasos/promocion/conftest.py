"""The page of step 4 on a small project of a made-up institution."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Evidencia, Publicacion, SolicitudComunicacion
from promueve_gui.domain.flow import PROMOCION, Paso
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, Solicitante, TipoContenido, TipoEvento
from promueve_gui.gui.pasos.promocion.page import PromocionPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.project import Project

URL = "https://datos.ejemplo.gob.mx/caminos/red-rural"
INSTITUCION = Institucion(id="i", nombre="Secretaría de Ejemplo", siglas="SE", anio=2026)
CONJUNTO = ConjuntoDatos(id="c", nombre="Red de caminos", url=URL, alto_valor=True, fecha_publicacion=date(2026, 1, 15))
LINEA = LineaPlan(id="l", nombre="Mensaje de puentes", conjunto="c", canal=Canal.CORREO)
BOLETIN = Contenido(id="b", nombre="Caminos abiertos", tipo=TipoContenido.BOLETIN, conjuntos=("c",))
MARZO = Publicacion(id="marzo", nombre="Caminos en marzo", fecha=date(2026, 3, 4), canal=Canal.REDES, url=URL)
ABRIL = Publicacion(id="abril", nombre="Caminos en abril", fecha=date(2026, 4, 9), canal=Canal.CORREO, url=URL)
JULIO = Publicacion(id="julio", nombre="Caminos en julio", fecha=date(2026, 7, 2), canal=Canal.REDES, url=URL)
EVIDENCIA = Evidencia(id="e", nombre="captura.png", publicacion="marzo")
SOLICITUD = SolicitudComunicacion(
    id="s", asunto="Difundir cierres", solicitante=Solicitante.UNIDAD, fecha=date(2026, 5, 4)
)
MESA = Evento(
    id="m", nombre="Mesa de caminos", tipo=TipoEvento.MESA_REDONDA, fecha=date(2026, 6, 1), agenda="Bienvenida"
)
ACUERDO = Acuerdo(id="a", tarea="Publicar la hora", evento="m")
RECORDS = (INSTITUCION, CONJUNTO, LINEA, BOLETIN, MARZO, ABRIL, JULIO, EVIDENCIA, SOLICITUD, MESA, ACUERDO)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return three publications, one of them with evidence, a request and a round table."""
    return open_project(*RECORDS)


@pytest.fixture
def tested_page() -> tuple[type[PromocionPage], Paso]:
    """Return the page that these tests are about, and its step."""
    return PromocionPage, PROMOCION
