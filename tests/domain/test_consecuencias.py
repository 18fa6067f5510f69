"""R10: the date that a recommendation promises goes to its dataset, once, and stays where somebody corrected it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.cambios import Cambio, alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.consecuencias import consecuencias
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.institucion import Membrete
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import Desenlace, EstadoContenido, TipoContenido
from tests.domain.reglas.fabrica import CONJUNTO as CONJUNTO_PUBLICO
from tests.domain.reglas.fabrica import HERRAMIENTA, RED, TECNICO, contenido
from tests.fakes import memory_session

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

JUNIO, JULIO = date(2026, 6, 1), date(2026, 7, 1)
HOY = date(2026, 5, 4)
CONJUNTO = ConjuntoDatos(id="c", nombre="Estaciones de aforo")
ABIERTA = Recomendacion(id="r", folio="R-01", conjunto="c")
PROCEDE = replace(ABIERTA, desenlace=Desenlace.PROCEDE, fecha_estimada=JUNIO)


def proyecto(*registros: Registro) -> Proyecto:
    """Return a project that holds these records."""
    nuevo = Proyecto()
    nuevo.apply(alta(registro) for registro in registros)
    return nuevo


def promesas(actual: Proyecto, *pedidos: Cambio | None) -> dict[str, Any]:
    """Return the promised dates that follow, by dataset."""
    seguidos = consecuencias(actual, [pedido for pedido in pedidos if pedido is not None], HOY)
    assert {c.entidad for c in seguidos} <= {"conjunto_datos"}
    return {c.id: (c.despues or {})["fecha_compromiso"] for c in seguidos}


@pytest.mark.parametrize(
    ("antes", "valores"),
    [
        (ABIERTA, {"desenlace": Desenlace.PROCEDE, "fecha_estimada": JUNIO}),
        (replace(PROCEDE, fecha_estimada=None), {"fecha_estimada": JUNIO}),
        (replace(PROCEDE, desenlace=None), {"desenlace": Desenlace.PROCEDE}),
        (replace(PROCEDE, conjunto=None), {"conjunto": "c"}),
    ],
)
def test_the_date_goes_to_the_dataset_whatever_is_said_last(antes: Recomendacion, valores: dict[str, Any]) -> None:
    assert promesas(proyecto(CONJUNTO, antes), cambio(antes, **valores)) == {"c": JUNIO}


def test_a_recommendation_that_comes_answered_promises_too() -> None:
    assert promesas(proyecto(CONJUNTO), alta(PROCEDE)) == {"c": JUNIO}


@pytest.mark.parametrize(
    "valores",
    [
        {"desenlace": Desenlace.NO_PROCEDE, "fecha_estimada": JUNIO},
        {"desenlace": Desenlace.PROCEDE},
        {"fecha_estimada": JUNIO},
        {"respuesta": "Se revisará"},
        {"desenlace": Desenlace.PROCEDE, "fecha_estimada": JUNIO, "conjunto": None},
    ],
)
def test_without_outcome_date_and_dataset_nothing_follows(valores: dict[str, Any]) -> None:
    assert promesas(proyecto(CONJUNTO, ABIERTA), cambio(ABIERTA, **valores)) == {}


def test_a_date_corrected_by_hand_stays_when_the_text_is_mended_later() -> None:
    actual = proyecto(replace(CONJUNTO, fecha_compromiso=JULIO), PROCEDE)
    assert promesas(actual, cambio(PROCEDE, texto="Agregar la clave del municipio")) == {}


def test_a_dataset_that_is_edited_at_the_same_time_is_left_alone() -> None:
    actual = proyecto(CONJUNTO, ABIERTA)
    pedido = cambio(ABIERTA, desenlace=Desenlace.PROCEDE, fecha_estimada=JUNIO)
    assert promesas(actual, pedido, cambio(CONJUNTO, fecha_compromiso=JULIO)) == {}


def test_a_dataset_that_has_the_date_already_is_not_changed() -> None:
    actual = proyecto(replace(CONJUNTO, fecha_compromiso=JUNIO), ABIERTA)
    assert promesas(actual, cambio(ABIERTA, desenlace=Desenlace.PROCEDE, fecha_estimada=JUNIO)) == {}


def test_a_dataset_that_is_not_there_is_no_matter() -> None:
    assert promesas(proyecto(), alta(PROCEDE)) == {}


def test_of_two_promises_the_last_counts() -> None:
    actual = proyecto(CONJUNTO)
    segunda = replace(PROCEDE, id="s", folio="R-02", fecha_estimada=JULIO)
    assert promesas(actual, alta(PROCEDE), alta(segunda)) == {"c": JULIO}


def test_taking_a_recommendation_back_promises_nothing() -> None:
    assert promesas(proyecto(CONJUNTO, PROCEDE), alta(PROCEDE).inverso) == {}


APROBADO = Contenido(id="n", nombre="Más aforos", cuerpo="Ya.", estado=EstadoContenido.APROBADO)


def estados(antes: Contenido, **valores: Any) -> list[Any]:
    """Return the states that follow from changing a content."""
    pedido = cambio(antes, **valores)
    assert pedido is not None
    return [(c.despues or {})["estado"] for c in consecuencias(proyecto(CONJUNTO, antes), [pedido], HOY)]


@pytest.mark.parametrize("valores", [{"cuerpo": "Otro."}, {"correo_contacto": "x@y.mx"}, {"notas": "a", "url": "b"}])
def test_an_approved_text_that_changes_goes_back_to_review(valores: dict[str, Any]) -> None:
    assert estados(APROBADO, **valores) == [EstadoContenido.EN_REVISION]


@pytest.mark.parametrize(
    "valores",
    [
        {"notas": "Llamar"},
        {"coordinado_persona": "Ana Ruiz"},
        {"retirado": "Se repetía"},
        {"cuerpo": "Otro.", "estado": EstadoContenido.BORRADOR},
    ],
)
def test_what_is_not_its_text_leaves_it_approved(valores: dict[str, Any]) -> None:
    assert estados(APROBADO, **valores) == []


@pytest.mark.parametrize("estado", [None, EstadoContenido.BORRADOR, EstadoContenido.PUBLICADO])
def test_only_what_is_approved_goes_back(estado: EstadoContenido | None) -> None:
    assert estados(replace(APROBADO, estado=estado), cuerpo="Otro.") == []


def test_a_content_that_comes_approved_stays_so() -> None:
    assert consecuencias(proyecto(), [alta(replace(APROBADO, conjuntos=()))], HOY) == []
    assert consecuencias(proyecto(APROBADO), [alta(APROBADO).inverso], HOY) == []


def test_other_records_promise_nothing() -> None:
    assert promesas(proyecto(), alta(CONJUNTO)) == {}


# --- what the log says went out -------------------------------------------------------------------------------

TODO = (CONJUNTO_PUBLICO, TECNICO, RED, HERRAMIENTA)
LISTO = contenido(TipoContenido.BOLETIN, estado=EstadoContenido.APROBADO)
SALIDA = Publicacion(id="p", nombre="Salió", fecha=HOY, contenido=LISTO.id)


def marcados(actual: Proyecto, *pedidos: Cambio | None) -> list[tuple[str, Any]]:
    """Return which contents are marked, and as what."""
    seguidos = consecuencias(actual, [pedido for pedido in pedidos if pedido is not None], HOY)
    return [(c.id, c.despues["estado"]) for c in seguidos if c.despues and "estado" in c.despues]


def test_an_approved_content_that_the_log_says_went_out_is_published() -> None:
    assert marcados(proyecto(*TODO, LISTO), alta(SALIDA)) == [(LISTO.id, EstadoContenido.PUBLICADO)]


def test_it_does_not_matter_what_is_said_last() -> None:
    suelta = replace(SALIDA, contenido=None)
    assert marcados(proyecto(*TODO, LISTO, suelta), cambio(suelta, contenido=LISTO.id)) != []
    futura = replace(SALIDA, fecha=JUNIO)
    assert marcados(proyecto(*TODO, LISTO, futura), cambio(futura, fecha=HOY)) != []
    assert marcados(proyecto(*TODO, LISTO, SALIDA), cambio(SALIDA, alcance=5)) == []


@pytest.mark.parametrize(
    "publicacion",
    [replace(SALIDA, contenido=None), replace(SALIDA, fecha=None), replace(SALIDA, fecha=JUNIO)],
    ids=["without content", "without date", "still to come"],
)
def test_what_did_not_go_out_publishes_nothing(publicacion: Publicacion) -> None:
    assert marcados(proyecto(*TODO, LISTO), alta(publicacion)) == []


@pytest.mark.parametrize("estado", [None, EstadoContenido.BORRADOR, EstadoContenido.EN_REVISION])
def test_what_was_not_approved_stays_as_it_is(estado: EstadoContenido | None) -> None:
    assert marcados(proyecto(*TODO, replace(LISTO, estado=estado)), alta(SALIDA)) == []


def test_what_the_rules_bar_is_logged_and_not_marked() -> None:
    historia = contenido(TipoContenido.HISTORIA, estado=EstadoContenido.APROBADO)
    assert marcados(proyecto(*TODO, historia), alta(replace(SALIDA, contenido=historia.id))) == []
    assert marcados(proyecto(*TODO, replace(LISTO, url="")), alta(SALIDA)) == []


def test_an_edition_that_says_the_state_itself_is_left_alone() -> None:
    marca = cambio(LISTO, estado=EstadoContenido.PUBLICADO)
    assert marcados(proyecto(*TODO, LISTO), marca, alta(SALIDA)) == []
    assert marcados(proyecto(*TODO, replace(LISTO, retirado="Repetido")), alta(SALIDA)) == []
    assert marcados(proyecto(*TODO, LISTO, SALIDA), alta(SALIDA).inverso) == []


# --- what the merge fields of an approved content stand for, and its other texts ------------------------------------

CON_CAMPO = contenido(TipoContenido.BOLETIN, cuerpo="Vea {url}.", estado=EstadoContenido.CON_COMUNICACION)
FIJO = replace(CON_CAMPO, estado=EstadoContenido.APROBADO, congelado='{"url":"https://a.mx/b"}')


def con(*registros: Registro) -> Proyecto:
    """Return a project with these records and those that a complete content refers to."""
    return proyecto(*TODO, *registros)


def seguidos(actual: Proyecto, *pedidos: Cambio | None) -> list[dict[str, Any]]:
    """Return what follows, change by change."""
    return [dict(c.despues or {}) for c in consecuencias(actual, [p for p in pedidos if p is not None], HOY)]


def test_approval_fixes_what_the_fields_stand_for_and_publishing_keeps_it() -> None:
    aprobar = cambio(CON_CAMPO, estado=EstadoContenido.APROBADO)
    assert seguidos(con(CON_CAMPO), aprobar) == [{"congelado": congelar(CON_CAMPO, con())}]
    assert seguidos(con(FIJO), cambio(FIJO, estado=EstadoContenido.PUBLICADO)) == []


def test_approval_fixes_what_is_seen_that_day_whatever_was_left_from_another() -> None:
    sobra = replace(CON_CAMPO, congelado='{"url":"https://otra.mx/c"}')
    aprobar = cambio(sobra, estado=EstadoContenido.APROBADO)
    assert seguidos(con(sobra), aprobar) == [{"congelado": congelar(CON_CAMPO, con())}]


def test_fields_of_its_parts_are_fixed_with_it() -> None:
    presentacion = replace(CON_CAMPO, tipo=TipoContenido.PRESENTACION, cuerpo="")
    lamina = Lamina(id="l", contenido=presentacion.id, nombre="{contacto}")
    retirada = replace(lamina, id="m", nombre="{url}", retirado="Sobra")
    aprobar = cambio(presentacion, estado=EstadoContenido.APROBADO)
    (fijado,) = seguidos(con(presentacion, lamina, retirada), aprobar)
    assert fijado == {"congelado": congelar(presentacion, con(), [lamina])}


def test_losing_approval_lets_go() -> None:
    actual = con(FIJO)
    vuelta = [{"estado": EstadoContenido.EN_REVISION}, {"congelado": ""}]
    assert seguidos(actual, cambio(FIJO, cuerpo="Otro.")) == vuelta
    assert seguidos(actual, cambio(FIJO, estado=EstadoContenido.BORRADOR)) == [{"congelado": ""}]


def test_what_another_copy_fixed_stays() -> None:
    ajeno = replace(CON_CAMPO, estado=EstadoContenido.APROBADO, congelado='{"url":"https://otra.mx/c"}')
    assert seguidos(con(), alta(ajeno)) == []
    assert seguidos(con(CON_CAMPO), alta(CON_CAMPO).inverso) == []


def test_a_letterhead_is_no_text() -> None:
    membrete = Membrete(id="m", nombre="Oficial")
    assert seguidos(con(FIJO, membrete), cambio(FIJO, membrete="m")) == []


@pytest.mark.parametrize("tipo", [VarianteRed, Lamina])
def test_parts_are_text_of_their_content(tipo: type[VarianteRed | Lamina]) -> None:
    parte = tipo(id="v", contenido=FIJO.id)
    vuelta = [{"estado": EstadoContenido.EN_REVISION}, {"congelado": ""}]
    assert seguidos(con(FIJO), alta(parte)) == vuelta
    assert seguidos(con(FIJO, parte), cambio(parte, texto_alternativo="Un vado")) == vuelta
    assert seguidos(con(FIJO, parte), alta(parte).inverso) == vuelta
    assert seguidos(con(FIJO), alta(tipo(id="v"))) == []
    assert seguidos(con(CON_CAMPO, parte), cambio(parte, texto_alternativo="Un vado")) == []


def test_an_edit_that_says_the_state_decides_also_for_its_parts() -> None:
    parte = VarianteRed(id="v", contenido=FIJO.id)
    aprobar = cambio(CON_CAMPO, estado=EstadoContenido.APROBADO)
    hechos = seguidos(con(CON_CAMPO), alta(parte), aprobar)
    assert hechos == [{"congelado": congelar(CON_CAMPO, con())}]


def test_a_text_goes_along_when_the_type_changes() -> None:
    estudio = Contenido(id="n", tipo=TipoContenido.ESTUDIO, cuerpo="**Ya** 5 \\* 3")
    mensaje = Contenido(id="n", tipo=TipoContenido.REDES, mensaje="1. Ya *hay*")
    assert seguidos(con(estudio), cambio(estudio, tipo=TipoContenido.REDES)) == [{"mensaje": "Ya 5 * 3"}]
    assert seguidos(con(mensaje), cambio(mensaje, tipo=TipoContenido.ESTUDIO)) == [{"cuerpo": "1\\. Ya \\*hay\\*"}]


def test_what_the_other_text_says_already_is_left_alone() -> None:
    ambos = Contenido(id="n", tipo=TipoContenido.ESTUDIO, cuerpo="Uno", mensaje="Otro")
    assert seguidos(con(ambos), cambio(ambos, tipo=TipoContenido.REDES)) == []
    red = replace(ambos, tipo=TipoContenido.REDES)
    assert seguidos(con(red), cambio(red, tipo=None)) == []
    solo = replace(ambos, mensaje="")
    assert seguidos(con(solo), cambio(solo, tipo=TipoContenido.BOLETIN)) == []
    assert seguidos(con(solo), cambio(solo, tipo=TipoContenido.REDES, mensaje="Mío")) == []
    assert seguidos(con(), alta(solo)) == []


UNO, DOS = (Membrete(id=cual, nombre=cual, predeterminado=cual == "uno") for cual in ("uno", "dos"))


def letterheads_in_use(*pedidos: Cambio | None) -> list[str]:
    session = memory_session(proyecto(UNO, DOS))
    session.edit("Cambiar", pedidos)
    return [membrete.id for membrete in session.proyecto.todos(Membrete) if membrete.predeterminado]


@pytest.mark.parametrize(
    ("pedidos", "in_use"),
    [
        ([cambio(DOS, predeterminado=True)], ["dos"]),
        ([alta(Membrete(id="tres", predeterminado=True))], ["tres"]),
        ([alta(Membrete(id="tres"))], ["uno"]),
        ([cambio(UNO, predeterminado=False)], []),
        ([cambio(DOS, nombre="Otro")], ["uno"]),
        ([cambio(UNO, predeterminado=False), cambio(DOS, predeterminado=True)], ["dos"]),
    ],
)
def test_one_letterhead_is_in_use_whatever_door_it_came_by(pedidos: list[Cambio | None], in_use: list[str]) -> None:
    assert letterheads_in_use(*pedidos) == in_use
