"""What an imported plan moved, in words, and the lines that move along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.application.moves import (
    ACCION,
    ClaseMovimiento,
    follow,
    last_moves,
    moved,
    moved_since,
    note_moves,
)
from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Acceso, EstadoLinea, Frecuencia
from tests.application.plan_records import PUENTES, linea, made, no_holidays
from tests.fakes import MemoryAlmacen, memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.application.moves import Movimiento
    from promueve_gui.application.session import Session
    from promueve_gui.domain.proyecto import Proyecto

ABIERTA = linea("a", fecha=date(2026, 3, 23), fecha_fin=date(2026, 3, 25))


def movements(antes: ConjuntoDatos | None, despues: ConjuntoDatos, *lineas: LineaPlan) -> list[Movimiento]:
    return moved(project_of(*([antes] if antes else []), *lineas), project_of(despues, *lineas))


@pytest.mark.parametrize(
    ("valores", "clase", "texto"),
    [
        (
            {"fecha_publicacion": date(2026, 1, 27)},
            ClaseMovimiento.RETRASO,
            "se retrasa 7 días: del 20/01/2026 al 27/01/2026",
        ),
        (
            {"fecha_publicacion": date(2026, 1, 19)},
            ClaseMovimiento.ADELANTO,
            "se adelanta 1 día: del 20/01/2026 al 19/01/2026",
        ),
        (
            {"fecha_publicacion": date(2026, 1, 27), "frecuencia": Frecuencia.ANUAL},
            ClaseMovimiento.RETRASO,
            "se retrasa 7 días: del 20/01/2026 al 27/01/2026; y cambió de frecuencia: de mensual a anual",
        ),
        ({"fecha_publicacion": None}, ClaseMovimiento.SIN_FECHA, "se quedó sin fecha"),
        ({"frecuencia": Frecuencia.ANUAL}, ClaseMovimiento.FRECUENCIA, "cambió de frecuencia: de mensual a anual"),
        ({"frecuencia": None}, ClaseMovimiento.FRECUENCIA, "cambió de frecuencia: de mensual a sin frecuencia"),
        ({"acceso": Acceso.PRIVADO}, ClaseMovimiento.NO_PROMOVIBLE, "ya no se promueve"),
        ({"retirado": "Se dio de baja"}, ClaseMovimiento.NO_PROMOVIBLE, "ya no se promueve"),
    ],
)
def test_what_happened_is_said_in_a_sentence(valores: dict[str, Any], clase: ClaseMovimiento, texto: str) -> None:
    (movimiento,) = movements(PUENTES, replace(PUENTES, **valores))
    assert (movimiento.clase, movimiento.texto) == (clase, f"«Puentes y vados» {texto}.")
    assert movimiento.antes == PUENTES.fecha_publicacion


def test_a_first_date_is_told() -> None:
    (movimiento,) = movements(replace(PUENTES, fecha_publicacion=None), PUENTES)
    assert movimiento.clase is ClaseMovimiento.CON_FECHA
    assert movimiento.texto == "«Puentes y vados» ya tiene fecha: se publica el 20/01/2026."


@pytest.mark.parametrize("antes", [None, replace(PUENTES, acceso=Acceso.PRIVADO)])
def test_what_may_be_promoted_from_now_on_is_new(antes: ConjuntoDatos | None) -> None:
    (movimiento,) = movements(antes, PUENTES)
    assert (movimiento.clase, movimiento.texto) == (
        ClaseMovimiento.NUEVO,
        "«Puentes y vados» es nuevo: se publica el 20/01/2026.",
    )
    (sin_nombre,) = movements(antes, replace(PUENTES, nombre="", fecha_publicacion=None))
    assert sin_nombre.texto == "«conjunto de datos sin nombre» es nuevo."


def test_nothing_is_said_of_what_stayed_or_never_was_promoted() -> None:
    privado = replace(PUENTES, acceso=Acceso.PRIVADO)
    assert movements(PUENTES, replace(PUENTES, descripcion="Otra")) == []
    assert movements(privado, replace(privado, fecha_publicacion=date(2026, 5, 1))) == []


def test_open_lines_are_counted_and_come_first() -> None:
    otro = replace(PUENTES, id="aforos", nombre="Aforos")
    tarde = date(2026, 2, 20)
    lineas = [
        linea("c", fecha=None),
        ABIERTA,
        linea("b", estado=EstadoLinea.HECHA),
        linea("d", conjunto=None),
        linea("e", estado=EstadoLinea.CANCELADA),
    ]
    hallados = moved(
        project_of(PUENTES, otro, *lineas),
        project_of(replace(PUENTES, fecha_publicacion=tarde), replace(otro, fecha_publicacion=tarde), *lineas),
    )
    assert [(m.conjunto.id, [linea.id for linea in m.lineas]) for m in hallados] == [
        ("puentes", ["a", "c"]),
        ("aforos", []),
    ]
    assert hallados[0].texto.endswith("al 20/02/2026; 2 actividades por revisar.")


def test_lines_of_a_tool_or_an_event_with_the_dataset_are_to_be_looked_at_and_stay() -> None:
    visor = Herramienta(id="visor", nombre="Visor", conjuntos=("puentes",))
    mesa = Evento(id="mesa", nombre="Mesa", conjuntos=("otro", "puentes"))
    lineas = [
        linea("v", conjunto=None, herramienta="visor"),
        linea("m", conjunto="puentes", evento="mesa"),
        linea("x", conjunto=None, evento="ya no está"),
    ]
    tarde = replace(PUENTES, fecha_publicacion=date(2026, 2, 20))
    (hallado,) = moved(project_of(PUENTES, visor, mesa, *lineas), project_of(tarde, visor, mesa, *lineas))
    assert ([n.id for n in hallado.lineas], [n.id for n in hallado.por_mover]) == (["m", "v"], ["m"])


def followed(despues: ConjuntoDatos, *lineas: LineaPlan) -> Proyecto:
    proyecto = project_of(despues, *lineas)
    motivo, cambios = follow(proyecto, moved(project_of(PUENTES, *lineas), proyecto), no_holidays)
    assert motivo.startswith("Mover ")
    return made(cambios, proyecto)


def test_lines_follow_by_as_many_days_onto_working_ones() -> None:
    # Five days later would be Saturday 28 March; it stands on Monday, and the period is as long as before.
    despues = followed(replace(PUENTES, fecha_publicacion=date(2026, 1, 25)), ABIERTA)
    hallada = despues.get(LineaPlan, "a")
    assert hallada is not None
    assert (hallada.fecha, hallada.fecha_fin) == (date(2026, 3, 30), date(2026, 4, 1))


def test_what_is_done_undated_or_without_two_dates_stays() -> None:
    lineas = [linea("a", fecha=None), linea("b", estado=EstadoLinea.HECHA)]
    assert followed(replace(PUENTES, fecha_publicacion=date(2026, 1, 25)), *lineas).activos(LineaPlan) == lineas
    assert followed(replace(PUENTES, fecha_publicacion=None), ABIERTA).activos(LineaPlan) == [ABIERTA]


def test_lines_as_they_are_by_now_are_moved() -> None:
    antes, despues = project_of(PUENTES, ABIERTA), replace(PUENTES, fecha_publicacion=date(2026, 1, 26))
    movimientos = moved(antes, project_of(despues, ABIERTA))
    for ahora in (replace(ABIERTA, estado=EstadoLinea.HECHA), replace(ABIERTA, fecha=None), None):
        assert follow(project_of(despues, *([ahora] if ahora else [])), movimientos, no_holidays)[1] == []


def test_a_line_that_comes_to_stand_where_it_was_is_no_change() -> None:
    sabado = linea("a", fecha=date(2026, 3, 30))
    un_dia_antes = replace(PUENTES, fecha_publicacion=date(2026, 1, 19))
    proyecto = project_of(un_dia_antes, sabado)
    motivo, cambios = follow(proyecto, moved(project_of(PUENTES, sabado), proyecto), no_holidays)
    assert (motivo, cambios) == ("Mover 0 actividades con sus conjuntos de datos", [])


def test_what_somebody_moved_since_or_made_since_stays() -> None:
    despues = replace(PUENTES, fecha_publicacion=date(2026, 1, 26))
    movida, nueva = replace(ABIERTA, fecha=date(2026, 4, 6), fecha_fin=None), linea("n")
    proyecto = project_of(despues, movida, nueva)
    movimientos = moved(project_of(PUENTES, ABIERTA), proyecto)
    assert [linea.id for linea in movimientos[0].lineas] == ["n", "a"]
    assert movimientos[0].por_mover == ()
    assert follow(proyecto, movimientos, no_holidays)[1] == []


def test_following_twice_moves_once() -> None:
    proyecto = project_of(replace(PUENTES, fecha_publicacion=date(2026, 1, 26)), ABIERTA)
    antes = project_of(PUENTES, ABIERTA)
    despues = made(follow(proyecto, moved(antes, proyecto), no_holidays)[1], proyecto)
    assert follow(despues, moved(antes, despues), no_holidays)[1] == []


def importing(session: Session, **valores: Any) -> None:
    """Change what the dataset says, as an import of «plan.csv» does."""
    antes, asiento = session.snapshot(), session.position
    conjunto = session.proyecto.get(ConjuntoDatos, "puentes")
    assert conjunto is not None
    session.edit("Importar «plan.csv»", [cambio(conjunto, **valores)])
    note_moves(session, " plan \n.csv", antes, asiento)


def test_what_an_import_moved_can_be_looked_at_later() -> None:
    session = memory_session(project_of(PUENTES, ABIERTA))
    before = session.position
    assert last_moves(session) is None
    assert not moved_since(session, before)
    importing(session, fecha_publicacion=date(2026, 1, 27))
    assert moved_since(session, before)
    assert not moved_since(session, session.position)
    found = last_moves(session)
    assert found is not None
    assert found.titulo == "«plan .csv»: 1 conjunto se movió"
    assert found.antes.get(ConjuntoDatos, "puentes") == PUENTES
    (movimiento,) = moved(found.antes, session.proyecto)
    assert movimiento.clase is ClaseMovimiento.RETRASO
    assert [linea.id for linea in movimiento.por_mover] == ["a"]


def test_an_import_that_moves_nothing_that_was_there_is_not_noted() -> None:
    session = memory_session(project_of(PUENTES))
    antes, asiento = session.snapshot(), session.position
    session.edit("Importar", [alta(replace(PUENTES, id="otro", area=None))])
    note_moves(session, "plan.csv", antes, asiento)
    assert last_moves(session) is None


def test_several_are_counted_and_a_note_of_another_program_is_not_read() -> None:
    session = memory_session(project_of(PUENTES, replace(PUENTES, id="aforos", nombre="Aforos")))
    antes, asiento = session.snapshot(), session.position
    for conjunto in session.proyecto.activos(ConjuntoDatos):
        session.edit("Importar", [cambio(conjunto, frecuencia=Frecuencia.ANUAL)])
    note_moves(session, "plan.csv", antes, asiento)
    found = last_moves(session)
    assert found is not None
    assert found.titulo == "«plan.csv»: 2 conjuntos se movieron"
    session.note(ACCION, "algo que no se entiende")
    assert last_moves(session) is None


def test_what_came_in_stays_when_the_note_cannot_be_written() -> None:
    almacen = MemoryAlmacen(project_of(PUENTES))
    session = memory_session(project_of(PUENTES), almacen)
    almacen.refuses = UserError("disco_lleno", archivo="plan.promueve")
    note_moves(session, "plan.csv", project_of(replace(PUENTES, fecha_publicacion=None)), 0)
    almacen.refuses = None
    assert last_moves(session) is None
