"""The life of a content: begun from a line of the plan, sent from hand to hand, approved, edited and brought back."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.content_start import start_from_line
from promueve_gui.application.content_versions import listed, restore
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.campos_combinados import texto_leido
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import Institucion, Persona, RedSocial
from promueve_gui.domain.mensajes_red import mensajes
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.versiones import leer_valores
from promueve_gui.domain.vocabularios import ConteoRed, EstadoContenido, Rol, TipoContenido
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session

HOY = date(2026, 11, 28)
URL = "https://datos.ejemplo.gob.mx/conjunto/puentes"
INSTITUCION = Institucion(id="i", nombre="Secretaría", siglas="SCP", correo_contacto="d@e.gob.mx")
TECNICO = Persona(id="t", nombre="Eva", rol=Rol.TECNICO)
PUENTES = ConjuntoDatos(id="p", nombre="Puentes", url=URL)
REDES = (
    RedSocial(id="x", nombre="X", limite=30, cuenta_url=23, conteo=ConteoRed.PONDERADO, en_uso=True),
    RedSocial(id="b", nombre="Bluesky", limite=300, conteo=ConteoRed.VISIBLES, en_uso=True),
)
BORRADOR, EN_REVISION, CON_COMUNICACION, APROBADO, PUBLICADO = EstadoContenido


def begun(tipo: TipoContenido) -> tuple[Session, str]:
    """Return a project with a content that was begun from a line of its plan, and which one it is."""
    linea = LineaPlan(id="l", nombre="Más puentes", conjunto="p", tipo_contenido=tipo, fecha=HOY)
    session = memory_session(project_of(INSTITUCION, TECNICO, PUENTES, *REDES, linea))
    comienzo = start_from_line(session.proyecto, linea, HOY)
    session.edit("Escribir", comienzo.cambios)
    return session, comienzo.contenido.id


def now(session: Session, identidad: str) -> Contenido:
    """Return the content as it stands."""
    found = session.proyecto.get(Contenido, identidad)
    assert found is not None
    return found


def put(session: Session, identidad: str, **campos: Any) -> None:
    """Change some fields of the content."""
    session.edit("Cambiar", [cambio(now(session, identidad), **campos)])


def states(session: Session, identidad: str) -> list[EstadoContenido | None]:
    """Return the state that each version was made in, the oldest first."""
    return [version.estado for version in listed(session.proyecto, identidad)[::-1]]


@pytest.fixture
def boletin() -> tuple[Session, str]:
    """Return a bulletin that was approved, with merge fields."""
    session, identidad = begun(TipoContenido.BOLETIN)
    put(
        session,
        identidad,
        sumarios="Uno\nDos",
        entrada="Ya hay datos.",
        cuerpo="Los **datos** de {conjunto}, de {siglas}.",
    )
    for estado in (EN_REVISION, CON_COMUNICACION, APROBADO):
        put(session, identidad, estado=estado)
    return session, identidad


def test_each_change_of_state_leaves_one_version(boletin: tuple[Session, str]) -> None:
    session, identidad = boletin
    assert states(session, identidad) == [EN_REVISION, CON_COMUNICACION, APROBADO]
    put(session, identidad, estado=APROBADO, notas="Otra")
    assert states(session, identidad) == [EN_REVISION, CON_COMUNICACION, APROBADO]
    assert [v.numero for v in listed(session.proyecto, identidad)] == [3, 2, 1]


def test_a_draft_that_is_only_edited_leaves_none() -> None:
    session, identidad = begun(TipoContenido.ESTUDIO)
    put(session, identidad, cuerpo="Uno")
    put(session, identidad, cuerpo="Dos")
    assert states(session, identidad) == []


def test_what_was_approved_says_the_same_when_the_data_change(boletin: tuple[Session, str]) -> None:
    session, identidad = boletin
    assert json.loads(now(session, identidad).congelado)["conjunto"] == "Puentes"
    session.edit("Cambiar", [cambio(PUENTES, nombre="Puentes y vados")])
    assert texto_leido(now(session, identidad), "cuerpo", session.proyecto) == "Los datos de Puentes, de SCP."


def test_an_edit_lets_go_of_what_stood_still(boletin: tuple[Session, str]) -> None:
    session, identidad = boletin
    session.edit("Cambiar", [cambio(PUENTES, nombre="Puentes y vados")])
    put(session, identidad, cuerpo="Ahora {conjunto}.")
    assert (now(session, identidad).estado, now(session, identidad).congelado) == (EN_REVISION, "")
    assert texto_leido(now(session, identidad), "cuerpo", session.proyecto) == "Ahora Puentes y vados."
    assert states(session, identidad) == [EN_REVISION, CON_COMUNICACION, APROBADO, EN_REVISION]
    session.undo()
    assert texto_leido(now(session, identidad), "cuerpo", session.proyecto) == "Los datos de Puentes, de SCP."


@pytest.mark.parametrize("campos", [{"notas": "Otra"}, {"coordinado_persona": "Ana"}])
def test_what_is_no_text_lets_nothing_go(boletin: tuple[Session, str], campos: dict[str, Any]) -> None:
    session, identidad = boletin
    antes = now(session, identidad).congelado
    put(session, identidad, **campos)
    assert (now(session, identidad).estado, now(session, identidad).congelado) == (APROBADO, antes)


def test_going_back_brings_the_text_and_keeps_what_was_there(boletin: tuple[Session, str]) -> None:
    session, identidad = boletin
    aprobada = listed(session.proyecto, identidad)[0]
    put(session, identidad, cuerpo="Otro")
    put(session, identidad, nombre="Otro título")
    session.edit(*restore(session.proyecto, now(session, identidad), aprobada, session.now, session.autor))
    assert now(session, identidad).cuerpo == "Los **datos** de {conjunto}, de {siglas}."
    guardada = leer_valores(listed(session.proyecto, identidad)[0])
    assert (guardada["cuerpo"], guardada["nombre"]) == ("Otro", "Otro título")
    assert now(session, identidad).congelado == ""


def test_each_network_counts_the_message_its_own_way() -> None:
    session, identidad = begun(TipoContenido.REDES)
    put(session, identidad, mensaje="Ya 👩\u200d🔬 {url}")
    x, bluesky = mensajes(session.proyecto, now(session, identidad))
    assert x.texto == bluesky.texto == f"Ya 👩\u200d🔬 {URL}"
    assert (x.largo, x.sobran) == (3 + 2 + 1 + 23, -1)
    assert (bluesky.largo, bluesky.sobran) == (3 + 1 + 1 + len(URL), 5 + len(URL) - 300)
    assert x.variante is not None
    session.edit("Cambiar", [cambio(x.variante, texto="Solo aquí: {conjunto}")])
    assert [m.texto for m in mensajes(session.proyecto, now(session, identidad))] == [
        f"Solo aquí: Puentes {URL}",
        bluesky.texto,
    ]
