from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.notices import aviso_inicial, aviso_sin_fecha, avisos_pendientes
from promueve_gui.application.review import review
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.difusion import AvisoAltoValor
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Rol

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

HOY = date(2026, 11, 19)
CONJUNTO = ConjuntoDatos(id="c", nombre="Camas censables", alto_valor=True, fecha_publicacion=date(2026, 2, 3))


def proyecto(*registros: Registro) -> Proyecto:
    made = Proyecto()
    made.apply(alta(registro) for registro in registros)
    return made


def test_what_went_out_without_notice_is_pending() -> None:
    revision = review(proyecto(CONJUNTO), HOY, lambda _: frozenset())
    assert [hallazgo.id for hallazgo in avisos_pendientes(revision.resultados)] == ["c"]


def test_a_dated_notice_settles_it() -> None:
    aviso = AvisoAltoValor(id="a", conjunto="c", fecha=HOY)
    revision = review(proyecto(CONJUNTO, aviso), HOY, lambda _: frozenset())
    assert avisos_pendientes(revision.resultados) == ()


def test_a_begun_notice_is_found_again() -> None:
    fechado = AvisoAltoValor(id="a", conjunto="c", fecha=HOY)
    begun = AvisoAltoValor(id="b", conjunto="c")
    assert aviso_sin_fecha(proyecto(CONJUNTO, fechado, begun), "c") == begun
    assert aviso_sin_fecha(proyecto(CONJUNTO, fechado), "c") is None


def test_a_notice_starts_addressed_and_without_date() -> None:
    ana = Persona(id="p1", nombre="Ana Ruiz", rol=Rol.ENLACE_COMUNICACION, correo="ana@ejemplo.gob.mx")
    beto = Persona(id="p2", nombre="Beto Lara", rol=Rol.ENLACE_COMUNICACION)
    otra = Persona(id="p3", nombre="Carla Sosa", rol=Rol.ENLACE, correo="carla@ejemplo.gob.mx")
    assert aviso_inicial(proyecto(CONJUNTO, ana, beto, otra), "c") == {
        "asunto": "Publicación de alto valor: Camas censables",
        "conjunto": "c",
        "destinatarios": "ana@ejemplo.gob.mx; Beto Lara",
        "medio": "Correo electrónico",
    }


def test_a_notice_of_a_dataset_that_is_gone_has_a_plain_subject() -> None:
    assert aviso_inicial(Proyecto(), "c")["asunto"] == "Publicación de alto valor"
