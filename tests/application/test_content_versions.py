"""Keeping versions of a content, comparing them word by word, and going back to one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.content_versions import A_PEDIDO, compare, listed, restore, save
from promueve_gui.domain.cambios import alta, cambio, retiro
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.palabras_diferentes import Suerte
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.session import Session
    from promueve_gui.domain.partes_contenido import VersionContenido

CONJUNTO = ConjuntoDatos(id="c", nombre="Puentes")
NOTA = Contenido(
    id="n", nombre="Más puentes", tipo=TipoContenido.ESTUDIO, cuerpo="Los datos **abiertos**.", conjuntos=("c",)
)


@pytest.fixture
def session() -> Session:
    """Return a project with one content and one version of it."""
    made = memory_session(project_of(CONJUNTO, NOTA))
    keep(made)
    return made


def now(session: Session) -> Contenido:
    """Return the content as it stands."""
    found = session.proyecto.get(Contenido, "n")
    assert found is not None
    return found


def keep(session: Session, motivo: str = "") -> None:
    """Keep a version of the content."""
    session.edit(*save(session.proyecto, now(session), session.now, session.autor, motivo))


def versions(session: Session) -> list[VersionContenido]:
    """Return the versions, the newest first."""
    return listed(session.proyecto, "n")


def go_back(session: Session, version: VersionContenido) -> None:
    """Restore a version."""
    session.edit(*restore(session.proyecto, now(session), version, session.now, session.autor))


def test_a_version_says_who_and_why(session: Session) -> None:
    (una,) = versions(session)
    assert (una.numero, una.autor, una.motivo) == (1, session.autor, A_PEDIDO)
    session.edit("Escribir", [cambio(now(session), cuerpo="Otro")])
    keep(session, " Como la vio la directora ")
    assert [v.motivo for v in versions(session)] == ["Como la vio la directora", A_PEDIDO]


def test_what_is_the_same_as_the_last_one_is_not_kept_again(session: Session) -> None:
    keep(session)
    session.edit("Anotar", [cambio(now(session), congelado="{}")])
    keep(session)
    assert len(versions(session)) == 1


def test_every_change_of_state_leaves_a_version(session: Session) -> None:
    session.edit("Enviar", [cambio(now(session), estado=EstadoContenido.EN_REVISION)])
    session.edit("Devolver", [cambio(now(session), estado=EstadoContenido.BORRADOR)])
    assert [(v.numero, v.estado) for v in versions(session)] == [
        (3, EstadoContenido.BORRADOR),
        (2, EstadoContenido.EN_REVISION),
        (1, EstadoContenido.BORRADOR),
    ]
    session.undo()
    assert [v.numero for v in versions(session)] == [2, 1]


def test_going_back_keeps_what_was_there_first(session: Session) -> None:
    (una,) = versions(session)
    session.edit("Escribir", [cambio(now(session), cuerpo="Otro", nombre="Otro", notas="Nueva", conjuntos=())])
    otra = now(session)
    go_back(session, una)
    assert now(session) == NOTA
    guardada = versions(session)[0]
    assert guardada.motivo == "Antes de volver a la versión 1"
    go_back(session, guardada)
    assert now(session) == otra
    session.undo()
    session.undo()
    assert now(session) == otra


def test_going_back_to_what_it_says_changes_nothing(session: Session) -> None:
    position = session.position
    go_back(session, versions(session)[0])
    assert session.position == position


def test_an_approved_content_goes_back_to_review_and_both_are_kept(session: Session) -> None:
    (una,) = versions(session)
    aprobada = replace(NOTA, id="n", cuerpo="Aprobado", estado=EstadoContenido.APROBADO)
    otra = memory_session(project_of(CONJUNTO, aprobada, una))
    go_back(otra, una)
    assert (now(otra).cuerpo, now(otra).estado) == (NOTA.cuerpo, EstadoContenido.EN_REVISION)
    assert [(v.numero, v.estado) for v in versions(otra)] == [
        (3, EstadoContenido.EN_REVISION),
        (2, EstadoContenido.APROBADO),
        (1, EstadoContenido.BORRADOR),
    ]


def test_what_is_gone_is_not_referred_to_again(session: Session) -> None:
    (una,) = versions(session)
    sin_conjunto = memory_session(project_of(replace(NOTA, conjuntos=(), cuerpo="Otro", linea=None), una))
    con_linea = replace(una, valores=una.valores.replace("{", '{"linea":"perdida","contacto_tecnico":null,', 1))
    go_back(sin_conjunto, con_linea)
    assert (now(sin_conjunto).cuerpo, now(sin_conjunto).conjuntos, now(sin_conjunto).linea) == (NOTA.cuerpo, (), None)


def test_withdrawn_versions_are_not_listed(session: Session) -> None:
    session.edit("Retirar", [retiro(versions(session)[0], "Sobra")])
    assert versions(session) == []


def test_fields_that_differ_are_compared_word_by_word(session: Session) -> None:
    (una,) = versions(session)
    session.edit("Escribir", [cambio(now(session), cuerpo="Los datos públicos.", conjuntos=())])
    conjuntos, cuerpo = compare(session.proyecto, now(session), una)
    assert (conjuntos.nombre, [t.texto for t in conjuntos.trozos]) == ("conjuntos", ["Puentes"])
    assert cuerpo.etiqueta == "Texto"
    assert [(t.suerte, t.texto) for t in cuerpo.trozos] == [
        (Suerte.IGUAL, "Los datos "),
        (Suerte.QUITADO, "abiertos"),
        (Suerte.AGREGADO, "públicos"),
        (Suerte.IGUAL, "."),
    ]


def test_formatting_alone_is_shown_by_its_marks(session: Session) -> None:
    (una,) = versions(session)
    session.edit("Escribir", [cambio(now(session), cuerpo="Los datos abiertos.")])
    keep(session)
    (cuerpo,) = compare(session.proyecto, now(session), una, versions(session)[0])
    assert [t.texto for t in cuerpo.trozos if t.suerte is Suerte.QUITADO] == ["**", "**"]


def test_a_content_can_change_its_type_back(session: Session) -> None:
    (una,) = versions(session)
    session.edit("Cambiar el tipo", [cambio(now(session), tipo=TipoContenido.REDES)])
    assert now(session).mensaje == "Los datos abiertos."
    go_back(session, una)
    assert now(session).tipo is TipoContenido.ESTUDIO


def test_what_it_is_about_stays_small_in_the_file(session: Session) -> None:
    assert len(versions(session)[0].valores) < 120
    assert alta(versions(session)[0]).despues is not None


PONENCIA = Contenido(id="n", nombre="Ponencia", tipo=TipoContenido.PRESENTACION)
PRIMERA = Lamina(id="l1", contenido="n", orden=1, nombre="Qué es", puntos="Los **puentes**")
SEGUNDA = Lamina(id="l2", contenido="n", orden=2, nombre="Para qué")
RED = RedSocial(id="x", nombre="X", limite=280)
MENSAJE = Contenido(id="n", nombre="Aviso", tipo=TipoContenido.REDES, mensaje="Ya están")
VARIANTE = VarianteRed(id="v", contenido="n", red="x", texto="Ya están en X")


def slides(session: Session) -> list[Lamina]:
    """Return the slides in use, in their order."""
    return sorted(session.proyecto.activos(Lamina), key=lambda lamina: lamina.orden or 0)


def test_slides_are_kept_compared_and_brought_back() -> None:
    session = memory_session(project_of(PONENCIA, PRIMERA, SEGUNDA))
    keep(session)
    (una,) = versions(session)
    tercera = Lamina(id="l3", contenido="n", orden=2, nombre="Nueva")
    session.edit("Cambiar", [cambio(PRIMERA, puntos="Los caminos"), retiro(SEGUNDA, "Sobra"), alta(tercera)])
    assert [campo.etiqueta for campo in compare(session.proyecto, now(session), una)] == [
        "Lámina 1 · Puntos",
        "Lámina 2 · Orden",
        "Lámina 2 · Título de la lámina",
        "Lámina 2 · Orden",
        "Lámina 2 · Título de la lámina",
    ]
    go_back(session, una)
    assert slides(session) == [PRIMERA, SEGUNDA]
    assert compare(session.proyecto, now(session), una) == []
    go_back(session, versions(session)[0])
    assert [lamina.nombre for lamina in slides(session)] == ["Qué es", "Nueva"]
    assert slides(session)[0].puntos == "Los caminos"


def test_slides_that_change_make_another_version() -> None:
    session = memory_session(project_of(PONENCIA, PRIMERA))
    keep(session)
    session.edit("Escribir", [cambio(PRIMERA, notas="Despacio")])
    keep(session)
    session.edit("Enviar", [cambio(now(session), estado=EstadoContenido.EN_REVISION), retiro(slides(session)[0], "No")])
    tercera, segunda, primera = versions(session)
    assert [c.etiqueta for c in compare(session.proyecto, now(session), primera, segunda)] == [
        "Lámina 1 · Notas para quien expone"
    ]
    assert compare(session.proyecto, now(session), tercera) == []


def test_a_slide_that_went_with_its_undone_edition_comes_back() -> None:
    session = memory_session(project_of(PONENCIA, PRIMERA))
    keep(session)
    (una,) = versions(session)
    otra = memory_session(project_of(PONENCIA, una))
    go_back(otra, una)
    assert slides(otra) == [PRIMERA]


def test_messages_for_networks_are_kept_compared_and_brought_back() -> None:
    session = memory_session(project_of(RED, MENSAJE, VARIANTE))
    keep(session)
    (una,) = versions(session)
    session.edit("Cambiar", [cambio(VARIANTE, texto="Otro")])
    assert [campo.etiqueta for campo in compare(session.proyecto, now(session), una)] == ["X · Mensaje para esta red"]
    go_back(session, una)
    assert list(session.proyecto.activos(VarianteRed)) == [VARIANTE]


def test_a_message_whose_network_was_not_chosen_yet_comes_back() -> None:
    suelta = replace(VARIANTE, red=None)
    session = memory_session(project_of(RED, MENSAJE, suelta))
    keep(session)
    session.edit("Quitar", [retiro(suelta, "Sobra")])
    go_back(session, versions(session)[0])
    assert list(session.proyecto.activos(VarianteRed)) == [suelta]


def test_a_message_for_a_network_that_is_gone_comes_back_without_it() -> None:
    session = memory_session(project_of(RED, MENSAJE, VARIANTE))
    keep(session)
    (una,) = versions(session)
    sin_red = memory_session(project_of(replace(MENSAJE, mensaje="Otro"), una))
    assert "Mensaje para una red" in compare(sin_red.proyecto, now(sin_red), una)[1].etiqueta
    go_back(sin_red, una)
    assert now(sin_red).mensaje == "Ya están"
    assert list(sin_red.proyecto.activos(VarianteRed)) == [replace(VARIANTE, red=None)]


@pytest.mark.parametrize("partes", ['[["otra","l1",{}]]', '[["lamina","l1",{"otro":1}]]', "[7]"])
def test_parts_that_today_cannot_read_are_left_alone(partes: str) -> None:
    session = memory_session(project_of(PONENCIA, PRIMERA))
    keep(session)
    una = replace(versions(session)[0], valores=f'{{"tipo":"presentacion","nombre":"Otra","partes":{partes}}}')
    assert [c.nombre for c in compare(session.proyecto, now(session), una)] == ["nombre"]
    go_back(session, una)
    assert slides(session) == [PRIMERA]
