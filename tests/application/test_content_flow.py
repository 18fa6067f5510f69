from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.content_flow import (
    EstadoRevision,
    avances,
    contenido_inicial,
    insertables,
    revision_de,
    siguiente_numero,
)
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta, Recurso
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import Institucion, Persona
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reglas import Contexto
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, Rol, TipoContenido

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

HOY = date(2026, 11, 19)
URL = "https://datos.ejemplo.gob.mx/salud/camas-censables"
INSTITUCION = Institucion(
    id="i", nombre="Secretaría de Ejemplo", ciudad="Xalapa", correo_contacto="datos@ejemplo.gob.mx"
)
CONJUNTO = ConjuntoDatos(id="c", nombre="Camas censables", url=URL)
TECNICO = Persona(id="t", nombre="Luz Marina Ochoa", rol=Rol.TECNICO)
ESTUDIO = Contenido(
    id="e",
    nombre="Camas por habitante",
    tipo=TipoContenido.ESTUDIO,
    cuerpo="Hay más camas que hace un año.",
    conjuntos=("c",),
    url=URL,
    correo_contacto="datos@ejemplo.gob.mx",
    contacto_tecnico="t",
)
HISTORIA = replace(
    ESTUDIO,
    id="h",
    tipo=TipoContenido.HISTORIA,
    antecedentes="Nadie sabía cuántas camas había.",
    retos="Cada hospital las contaba a su manera.",
    solucion="Se publicó una lista única.",
    resultados="Hoy cualquiera puede consultarla.",
)


def proyecto(*registros: Registro) -> Proyecto:
    made = Proyecto()
    made.apply(alta(registro) for registro in registros)
    return made


def contexto(*registros: Registro) -> Contexto:
    return Contexto(proyecto(*registros), HOY)


COMPLETO = contexto(INSTITUCION, CONJUNTO, TECNICO)


def test_a_new_bulletin_knows_its_day_place_mail_and_number() -> None:
    previo = Contenido(id="b", tipo=TipoContenido.BOLETIN, numero="012/2026", retirado="Se repitió")
    assert contenido_inicial(proyecto(INSTITUCION, previo), TipoContenido.BOLETIN, HOY) == {
        "tipo": TipoContenido.BOLETIN,
        "fecha": HOY,
        "lugar": "Xalapa",
        "correo_contacto": "datos@ejemplo.gob.mx",
        "numero": "013/2026",
    }


def test_a_new_post_has_neither_place_nor_number() -> None:
    assert contenido_inicial(Proyecto(), TipoContenido.REDES, HOY) == {
        "tipo": TipoContenido.REDES,
        "fecha": HOY,
        "correo_contacto": "",
    }


def test_numbers_begin_at_one() -> None:
    assert siguiente_numero(Proyecto(), 2026) == "001/2026"


@pytest.mark.parametrize(
    ("estado", "siguientes"),
    [
        (None, [EstadoContenido.EN_REVISION]),
        (EstadoContenido.BORRADOR, [EstadoContenido.EN_REVISION]),
        (EstadoContenido.EN_REVISION, [EstadoContenido.CON_COMUNICACION, EstadoContenido.BORRADOR]),
        (EstadoContenido.CON_COMUNICACION, [EstadoContenido.APROBADO, EstadoContenido.EN_REVISION]),
        (EstadoContenido.APROBADO, [EstadoContenido.PUBLICADO, EstadoContenido.BORRADOR]),
        (EstadoContenido.PUBLICADO, [EstadoContenido.APROBADO]),
    ],
)
def test_a_complete_content_goes_on_from_every_state(
    estado: EstadoContenido | None, siguientes: list[EstadoContenido]
) -> None:
    posibles = avances(COMPLETO, replace(ESTUDIO, estado=estado))
    assert [avance.estado for avance in posibles] == siguientes
    assert not any(avance.falta for avance in posibles)


def test_what_bars_approval_is_told_in_one_sentence() -> None:
    sin_liga = replace(ESTUDIO, estado=EstadoContenido.CON_COMUNICACION, url="")
    assert avances(COMPLETO, sin_liga)[0].falta == "Para aprobarlo: falta la URL directa de los datos."


def test_other_gaps_are_counted() -> None:
    sin_dos = replace(ESTUDIO, estado=EstadoContenido.CON_COMUNICACION, url="", correo_contacto="")
    assert avances(COMPLETO, sin_dos)[0].falta.endswith("datos. Y otro punto de la revisión.")
    sin_tres = replace(sin_dos, cuerpo="")
    assert avances(COMPLETO, sin_tres)[0].falta.endswith("datos. Y otros 2 puntos.")


@pytest.mark.parametrize("estado", [EstadoContenido.CON_COMUNICACION, EstadoContenido.APROBADO])
def test_a_story_is_coordinated_before_it_is_approved_or_published(estado: EstadoContenido) -> None:
    historia = replace(HISTORIA, estado=estado)
    assert "falta coordinar con el órgano rector." in avances(COMPLETO, historia)[0].falta
    coordinada = replace(historia, coordinado_fecha=HOY, coordinado_persona="Ana Ruiz", coordinado_medio="Oficio")
    assert avances(COMPLETO, coordinada)[0].falta == ""


def test_the_checklist_at_a_glance() -> None:
    assert revision_de(COMPLETO, ESTUDIO).estado is EstadoRevision.CUMPLE
    assert revision_de(COMPLETO, replace(ESTUDIO, contacto_tecnico=None)).estado is EstadoRevision.AVISOS
    assert revision_de(COMPLETO, replace(ESTUDIO, url="")).estado is EstadoRevision.FALTA


def test_a_story_that_was_not_coordinated_lacks_something() -> None:
    corta = replace(HISTORIA, autor="Área de Salud", sector="Salud")
    assert revision_de(COMPLETO, corta).estado is EstadoRevision.FALTA
    coordinada = replace(corta, coordinado_fecha=HOY, coordinado_persona="Ana Ruiz", coordinado_medio="Oficio")
    assert revision_de(COMPLETO, coordinada).estado is EstadoRevision.AVISOS  # its length


def test_mail_url_and_technician_can_be_inserted() -> None:
    vacio = replace(ESTUDIO, url="", correo_contacto="", contacto_tecnico=None)
    assert insertables(COMPLETO.proyecto, vacio) == {
        "correo_contacto": "datos@ejemplo.gob.mx",
        "url": URL,
        "contacto_tecnico": "t",
    }


def test_what_is_there_already_is_not_offered() -> None:
    assert insertables(COMPLETO.proyecto, ESTUDIO) == {}


def test_nothing_is_offered_without_a_source() -> None:
    otro = Persona(id="t2", nombre="Raúl Peña", rol=Rol.TECNICO)
    sin_url = replace(CONJUNTO, url="https://datos.ejemplo.gob.mx/")
    mal_correo = replace(INSTITUCION, correo_contacto="datos(arroba)ejemplo")
    vacio = replace(ESTUDIO, url="", correo_contacto="", contacto_tecnico=None)
    assert insertables(proyecto(mal_correo, sin_url, TECNICO, otro), vacio) == {}
    assert insertables(Proyecto(), vacio) == {}


def test_the_url_may_come_from_a_tool_or_a_resource() -> None:
    visor = Herramienta(id="v", nombre="Visor de camas", url="https://datos.ejemplo.gob.mx/visor/camas")
    sin_url = replace(CONJUNTO, url="")
    recurso = Recurso(id="r", nombre="Camas 2026", conjunto="c", url=f"{URL}/2026.csv", acceso=Acceso.PUBLICO)
    ajeno = Recurso(id="x", nombre="Otro", conjunto=None, url=f"{URL}/otro.csv")
    vacio = replace(ESTUDIO, url="")
    de_visor = insertables(proyecto(sin_url, visor), replace(vacio, herramienta="v"))
    assert de_visor["url"] == visor.url
    assert insertables(proyecto(sin_url, ajeno, recurso), vacio)["url"] == recurso.url
