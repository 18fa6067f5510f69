"""An old edition is taken back while nothing depends on it; otherwise it is said what does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.cambios import Cambio, Edicion, alta, cambio, retiro
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda, EstadoDuda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.reversion import reversion
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

AREA = AreaGeneradora(id="a", nombre="Museos")
GRUPO = GrupoUsuarios(id="g", nombre="Escuelas", area="a")
CONJUNTO = ConjuntoDatos(id="c", nombre="Visitantes", area="a")


def edicion(*cambios: Cambio | None) -> Edicion:
    hechos = tuple(cambio for cambio in cambios if cambio is not None)
    momento = datetime(2026, 3, 2, tzinfo=UTC)
    return Edicion(id="e", momento=momento, motivo="Recibir", autor="Ana", origen="devolver", cambios=hechos)


def after(hecha: Edicion, *antes: Registro) -> Proyecto:
    """Return what a project says after an edition."""
    proyecto = project_of(*antes)
    proyecto.apply(hecha.cambios)
    return proyecto


def refusal(proyecto: Proyecto, hecha: Edicion) -> str:
    with pytest.raises(UserError, match="edicion_con_dependencias") as caught:
        reversion(proyecto, hecha)
    assert caught.value.data["motivo"] == "Recibir"
    return str(caught.value.data["trabas"])


def test_new_records_and_changes_are_taken_back_together() -> None:
    hecha = edicion(alta(GRUPO), alta(UsoDatos(id="u", grupo="g", conjunto="c")), cambio(CONJUNTO, descripcion="Mes"))
    proyecto = after(hecha, AREA, CONJUNTO)
    proyecto.apply(reversion(proyecto, hecha))
    assert proyecto == project_of(AREA, CONJUNTO)


def test_a_record_that_changes_several_times_is_taken_back_to_what_it_was_first() -> None:
    dos = replace(GRUPO, siglas="E2")
    hecha = edicion(cambio(GRUPO, siglas="E1"), cambio(replace(GRUPO, siglas="E1"), siglas="E2", notas="N"))
    proyecto = after(hecha, AREA, GRUPO)
    assert proyecto.get(GrupoUsuarios, "g") == replace(dos, notas="N")
    proyecto.apply(reversion(proyecto, hecha))
    assert proyecto == project_of(AREA, GRUPO)


def test_a_record_that_comes_and_changes_in_one_edition_goes_as_a_whole() -> None:
    hecha = edicion(alta(GRUPO), cambio(GRUPO, siglas="E"))
    proyecto = after(hecha, AREA)
    proyecto.apply(reversion(proyecto, hecha))
    assert proyecto == project_of(AREA)


def test_a_record_that_comes_and_goes_in_one_edition_leaves_nothing_to_do() -> None:
    hecha = edicion(alta(GRUPO), alta(GRUPO).inverso)
    assert reversion(after(hecha, AREA), hecha) == ()


def test_taking_back_what_took_back_brings_the_records_again() -> None:
    hecha = edicion(alta(GRUPO).inverso)
    proyecto = after(hecha, AREA, GRUPO)
    proyecto.apply(reversion(proyecto, hecha))
    assert proyecto == project_of(AREA, GRUPO)
    assert refusal(proyecto, hecha) == "grupo «Escuelas» volvió al proyecto"


def test_what_changed_since_is_named_with_its_fields() -> None:
    hecha = edicion(cambio(GRUPO, siglas="E", notas="N"))
    proyecto = after(hecha, AREA, GRUPO)
    proyecto.apply(filter(None, [cambio(replace(GRUPO, siglas="E", notas="N"), siglas="F")]))
    assert refusal(proyecto, hecha) == "grupo «Escuelas» cambió después (Siglas)"


def test_what_only_others_set_does_not_matter() -> None:
    hecha = edicion(cambio(GRUPO, siglas="E"))
    proyecto = after(hecha, AREA, GRUPO)
    proyecto.apply(filter(None, [cambio(replace(GRUPO, siglas="E"), notas="N")]))
    proyecto.apply(reversion(proyecto, hecha))
    assert proyecto.get(GrupoUsuarios, "g") == replace(GRUPO, notas="N")


def test_a_new_record_that_somebody_went_on_with_stays() -> None:
    hecha = edicion(alta(GRUPO))
    proyecto = after(hecha, AREA)
    proyecto.apply(filter(None, [retiro(GRUPO, "Se repetía")]))
    assert refusal(proyecto, hecha) == "grupo «Escuelas» cambió después (Motivo de retiro)"


def test_a_record_that_is_gone_is_said() -> None:
    hecha = edicion(cambio(GRUPO, siglas="E"))
    proyecto = after(hecha, AREA, GRUPO)
    proyecto.install({"grupo_usuarios": {"g": None}})
    assert refusal(proyecto, hecha) == "un registro (grupo) ya no está"


def test_a_new_record_that_others_refer_to_stays_and_they_are_named() -> None:
    hecha = edicion(alta(GRUPO))
    usos = [UsoDatos(id=f"u{n}", grupo="g", conjunto="c", uso=f"Nota {n}") for n in range(4)]
    proyecto = after(hecha, AREA, CONJUNTO)
    proyecto.apply(map(alta, [*usos, UsoDatos(id="otro"), Evento(id="e", nombre="Mesa", grupos=("g",))]))
    trabas = refusal(proyecto, hecha)
    assert trabas.startswith("uso de datos «Nota 0» lo usa; uso de datos «Nota 1» lo usa;")
    assert trabas.endswith(" y 2 más")


def test_a_doubt_about_a_new_record_that_waits_holds_it() -> None:
    hecha = edicion(alta(GRUPO), alta(Duda(id="suya", entidad="grupo_usuarios", registro="g", nombre="Propia")))
    proyecto = after(hecha, AREA)
    otra = Duda(id="d", nombre="Escuelas: Siglas", entidad="grupo_usuarios", registro="g")
    lejana = Duda(id="l", nombre="Otra", entidad="conjunto_datos", registro="g")
    proyecto.apply(map(alta, [otra, lejana]))
    assert refusal(proyecto, hecha) == "duda «Escuelas: Siglas» está pendiente"
    proyecto.apply(filter(None, [cambio(otra, estado=EstadoDuda.RESUELTA)]))
    assert len(reversion(proyecto, hecha)) == 2
