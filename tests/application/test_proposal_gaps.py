"""What the plan would lack: priorities without a line and silent bimestres, and nothing once they are attended to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import (
    Acceso,
    Canal,
    ClaseGrupo,
    EstadoLinea,
    Frecuencia,
    ObjetoRegla,
    PeriodoRegla,
    TipoContenido,
    TipoUso,
)
from tests.application.plan_records import HOY, PERIODISTAS, PUENTES, linea
from tests.application.proposal_cases import one, proposed, regla

if TYPE_CHECKING:
    from promueve_gui.domain.catalogos import ReglaPlan
    from promueve_gui.domain.conjuntos import ConjuntoDatos
    from promueve_gui.domain.plan import LineaPlan

ANUAL: dict[str, Any] = {"periodo": PeriodoRegla.ANIO}
DE_CONJUNTO = regla("conjunto", nombre="Mensaje de difusión", objeto=ObjetoRegla.CONJUNTO, **ANUAL)
DE_GRUPO = regla(
    "grupo",
    nombre="Correo informativo",
    objeto=ObjetoRegla.GRUPO,
    tipo_contenido=TipoContenido.BOLETIN,
    canal=Canal.CORREO,
    **ANUAL,
)
DE_BIMESTRE = regla("bimestre", nombre="Mensaje del bimestre", objeto=ObjetoRegla.BIMESTRE)
SIN_FECHA = replace(PUENTES, frecuencia=Frecuencia.IRREGULAR)
CORTO = date(2026, 4, 30)


# --- Datasets ----------------------------------------------------------------------------------------------


def test_a_priority_dataset_without_a_line_gets_one_after_its_next_date() -> None:
    propuesta = one(PUENTES, DE_CONJUNTO)
    assert (propuesta.linea.nombre, propuesta.linea.fecha) == (
        "Mensaje de difusión: Puentes y vados",
        date(2026, 3, 23),
    )
    assert propuesta.razon == (
        "«Puentes y vados» es prioritario y ninguna actividad lo promueve hasta el 31 de diciembre de 2026."
    )


def test_without_a_next_date_there_is_time_to_prepare_it() -> None:
    assert one(SIN_FECHA, DE_CONJUNTO).linea.fecha == date(2026, 4, 10)
    assert one(replace(SIN_FECHA, fecha_publicacion=None), DE_CONJUNTO).linea.fecha == date(2026, 4, 10)
    assert one(SIN_FECHA, DE_CONJUNTO, hasta=date(2026, 3, 20)).linea.fecha == date(2026, 3, 20)


def test_several_are_spread_over_the_time_that_is_left() -> None:
    varios = [replace(SIN_FECHA, id=f"c{n}", nombre=f"C{n}") for n in range(3)]
    assert [p.linea.fecha for p in proposed(*varios, DE_CONJUNTO)] == [
        date(2026, 4, 10),
        date(2026, 4, 24),
        date(2026, 5, 8),
    ]


@pytest.mark.parametrize(
    "otra",
    [
        linea("a", fecha=date(2026, 8, 3)),
        linea("a", fecha=None),
        linea("a", fecha=date(2026, 1, 5), fecha_fin=HOY),
        linea("a", estado=EstadoLinea.HECHA),
    ],
)
def test_a_dataset_with_a_line_from_today_on_is_attended_to(otra: LineaPlan) -> None:
    assert proposed(PUENTES, otra, DE_CONJUNTO) == []


@pytest.mark.parametrize(
    "otra", [linea("a", fecha=date(2026, 3, 11)), linea("a", estado=EstadoLinea.CANCELADA), linea("a", conjunto=None)]
)
def test_what_is_over_or_given_up_attends_to_nobody(otra: LineaPlan) -> None:
    assert len(proposed(PUENTES, otra, DE_CONJUNTO)) == 1


def test_what_another_rule_proposes_is_no_gap_any_more() -> None:
    propuestas = proposed(PUENTES, regla(objeto=ObjetoRegla.ACTUALIZACION, **ANUAL), DE_CONJUNTO)
    assert [p.regla.id for p in propuestas] == ["r"]


@pytest.mark.parametrize(
    "conjunto",
    [
        replace(PUENTES, prioritario=False, alto_valor=True),
        replace(PUENTES, acceso=Acceso.PRIVADO),
        replace(PUENTES, fecha_publicacion=date(2027, 1, 4)),
    ],
)
def test_only_priorities_that_may_be_promoted_in_time(conjunto: ConjuntoDatos) -> None:
    assert proposed(conjunto, DE_CONJUNTO) == []


def test_what_comes_out_too_late_for_its_line_waits_for_another_year() -> None:
    tarde = replace(SIN_FECHA, fecha_publicacion=date(2026, 12, 31))
    assert proposed(tarde, DE_CONJUNTO) == []
    assert proposed(SIN_FECHA, DE_CONJUNTO, hasta=HOY) == []


def test_what_was_said_lately_is_said_later() -> None:
    hecha = linea("a", fecha=date(2026, 3, 9), tipo_contenido=TipoContenido.REDES, canal=Canal.REDES)
    assert one(PUENTES, hecha, DE_CONJUNTO).linea.fecha == date(2026, 5, 21)


# --- Groups ------------------------------------------------------------------------------------------------

MADRES = GrupoUsuarios(id="madres", nombre="Madres", clase=ClaseGrupo.SOCIEDAD, area="area", prioritario=True)


def test_a_priority_group_without_a_line_is_written_about_what_it_uses() -> None:
    obras = replace(PUENTES, id="obras", nombre="Obras", area="otra", prioritario=False)
    uso = UsoDatos(id="u", grupo="periodistas", conjunto="obras", tipo=TipoUso.ACTUAL)
    propuesta = one(PUENTES, obras, uso, DE_GRUPO)
    assert (propuesta.linea.conjunto, propuesta.linea.grupos) == ("obras", ("periodistas",))
    assert propuesta.linea.nombre == "Correo informativo: Obras"
    assert propuesta.razon == (
        "«Periodistas» es un grupo prioritario y ninguna actividad lo atiende hasta el 31 de diciembre de 2026."
    )
    assert one(PUENTES, obras, DE_GRUPO).linea.conjunto == "puentes"
    ajeno = replace(PERIODISTAS, area="lejana")
    assert one(ajeno, obras, replace(PUENTES, area="otra"), DE_GRUPO).linea.conjunto == "puentes"


def test_groups_that_are_near_the_same_data_share_a_line() -> None:
    propuesta = one(PUENTES, MADRES, DE_GRUPO)
    assert set(propuesta.linea.grupos) == {"periodistas", "madres"}
    assert propuesta.razon.startswith(
        "«Madres» y «Periodistas» son grupos prioritarios y ninguna actividad los atiende"
    )


@pytest.mark.parametrize("valores", [{"prioritario": False}, {"clase": ClaseGrupo.DENTRO}, {"retirado": "Se unió"}])
def test_only_priority_groups_that_the_rule_is_for(valores: dict[str, Any]) -> None:
    sociedad = replace(DE_GRUPO, clase=ClaseGrupo.SOCIEDAD)
    assert proposed(replace(PERIODISTAS, **valores), PUENTES, sociedad) == []


def test_without_data_there_is_nothing_to_write_about() -> None:
    assert proposed(DE_GRUPO) == []
    assert proposed(PUENTES, DE_GRUPO, hasta=HOY) == []


def test_a_group_with_a_line_is_attended_to() -> None:
    assert proposed(PUENTES, linea("a", conjunto=None), DE_GRUPO) == []


def test_a_group_joins_the_line_that_another_rule_proposes_about_the_same() -> None:
    bibliotecas = GrupoUsuarios(id="bib", nombre="Bibliotecas", clase=ClaseGrupo.GOBIERNO, area="area")
    correo: ReglaPlan = replace(
        DE_GRUPO, id="r", nombre="Correo", objeto=ObjetoRegla.ACTUALIZACION, clase=ClaseGrupo.GOBIERNO
    )
    propuesta = one(PUENTES, bibliotecas, correo, DE_GRUPO)
    assert propuesta.linea.grupos == ("bib", "periodistas")
    assert propuesta.razon.endswith("Sirve también a la regla «Correo informativo».")


def test_a_line_for_others_about_the_same_does_not_stand_in_the_way() -> None:
    para_otros = linea("a", grupos=("bib",), fecha=date(2026, 4, 6))
    assert one(PUENTES, para_otros, DE_GRUPO).linea.grupos == ("periodistas",)


# --- Bimestres ---------------------------------------------------------------------------------------------


def test_each_silent_bimestre_gets_a_communication() -> None:
    propuestas = proposed(PUENTES, DE_BIMESTRE)
    assert [p.linea.fecha for p in propuestas] == [
        date(2026, 3, 23),
        date(2026, 5, 21),
        date(2026, 7, 21),
        date(2026, 9, 21),
        date(2026, 11, 23),
    ]
    assert propuestas[0].razon == (
        "En el segundo bimestre (mar–abr de 2026) no hay una comunicación planeada; «Puentes y vados» puede darle tema."
    )


@pytest.mark.parametrize("tipo", [TipoContenido.REDES, TipoContenido.BOLETIN, TipoContenido.ESTUDIO])
def test_a_bimestre_with_something_that_carries_the_url_is_not_silent(tipo: TipoContenido) -> None:
    for estado in (EstadoLinea.IDEA, EstadoLinea.HECHA):
        otra = linea("a", conjunto=None, tipo_contenido=tipo, fecha=date(2026, 3, 2), estado=estado)
        assert proposed(PUENTES, otra, DE_BIMESTRE, hasta=CORTO) == []


@pytest.mark.parametrize(
    "valores",
    [
        {"tipo_contenido": TipoContenido.PRESENTACION},
        {"estado": EstadoLinea.CANCELADA},
        {"fecha": date(2026, 2, 27)},
        {"fecha": None},
    ],
)
def test_anything_else_leaves_it_silent(valores: dict[str, Any]) -> None:
    otra = linea("a", **{"conjunto": None, "fecha": date(2026, 3, 2), **valores})
    assert len(proposed(PUENTES, otra, DE_BIMESTRE, hasta=CORTO)) == 1


def test_what_was_published_counts_for_the_present_bimestre() -> None:
    hecha = Publicacion(
        id="p", nombre="Mensaje", fecha=date(2026, 3, 3), url="https://datos.ejemplo.gob.mx/conjunto/puentes"
    )
    assert proposed(PUENTES, hecha, DE_BIMESTRE, hasta=CORTO) == []
    assert len(proposed(PUENTES, replace(hecha, url=""), DE_BIMESTRE, hasta=CORTO)) == 1


def test_what_another_rule_proposes_breaks_the_silence() -> None:
    propuestas = proposed(PUENTES, regla(objeto=ObjetoRegla.ACTUALIZACION), DE_BIMESTRE, hasta=CORTO)
    assert [p.regla.id for p in propuestas] == ["r"]


def test_data_of_those_days_come_before_those_of_more_value() -> None:
    valioso = replace(SIN_FECHA, id="valioso", nombre="Valioso", estrategico=True)
    assert one(PUENTES, valioso, DE_BIMESTRE, hasta=CORTO).linea.conjunto == "puentes"
    assert one(SIN_FECHA, valioso, DE_BIMESTRE, hasta=CORTO).linea.conjunto == "valioso"
    assert one(SIN_FECHA, valioso, DE_BIMESTRE, hasta=CORTO).linea.fecha == date(2026, 4, 6)


def test_data_of_nobody_give_way_to_the_next() -> None:
    solo_dentro = replace(DE_BIMESTRE, clase=ClaseGrupo.DENTRO)
    interno = GrupoUsuarios(id="den", nombre="Planeación", clase=ClaseGrupo.DENTRO, area="otra")
    otro = replace(SIN_FECHA, id="otro", nombre="Otro", area="otra")
    assert one(PUENTES, otro, interno, solo_dentro, hasta=CORTO).linea.conjunto == "otro"


def test_only_what_is_out_by_then_can_be_spoken_of() -> None:
    tarde = replace(SIN_FECHA, fecha_publicacion=date(2026, 6, 30))
    assert [p.linea.fecha for p in proposed(tarde, DE_BIMESTRE, hasta=date(2026, 8, 31))] == [date(2026, 7, 31)]
    assert proposed(DE_BIMESTRE) == []


def test_the_same_may_be_said_again_when_there_is_nothing_else() -> None:
    hecha = linea("a", fecha=date(2026, 2, 27), tipo_contenido=TipoContenido.REDES, canal=Canal.REDES)
    assert one(PUENTES, hecha, DE_BIMESTRE, hasta=CORTO).linea.fecha == date(2026, 4, 21)
    assert one(SIN_FECHA, hecha, DE_BIMESTRE, hasta=CORTO).linea.fecha == date(2026, 4, 6)


def test_a_dismissed_bimestre_stays_silent_whatever_the_data() -> None:
    propuesta = one(PUENTES, DE_BIMESTRE, hasta=CORTO)
    descartada = SugerenciaDescartada(id="d", clave=propuesta.clave)
    otro = replace(PUENTES, id="otro", estrategico=True)
    assert proposed(PUENTES, otro, descartada, DE_BIMESTRE, hasta=CORTO) == []


def test_on_the_last_day_of_a_bimestre_it_is_still_time() -> None:
    propuestas = proposed(PUENTES, DE_BIMESTRE, hoy=CORTO, hasta=date(2026, 6, 30))
    assert [p.linea.fecha for p in propuestas] == [CORTO, date(2026, 6, 22)]


def test_on_its_last_weekend_it_is_not() -> None:
    assert proposed(PUENTES, DE_BIMESTRE, hoy=date(2026, 2, 28), hasta=date(2026, 2, 28)) == []
    viernes = proposed(PUENTES, DE_BIMESTRE, hoy=date(2026, 2, 26), hasta=date(2026, 2, 28))
    assert [p.linea.fecha for p in viernes] == [date(2026, 2, 27)]


def test_the_calendar_ends_without_trouble() -> None:
    eterno = replace(SIN_FECHA, fecha_publicacion=None, frecuencia=Frecuencia.DIARIO)
    actualizacion = regla(objeto=ObjetoRegla.ACTUALIZACION)
    propuestas = proposed(
        eterno, actualizacion, DE_BIMESTRE, DE_GRUPO, DE_CONJUNTO, hoy=date(9999, 11, 3), hasta=date.max
    )
    assert [p.linea.fecha for p in propuestas] == [date(9999, 12, 2)]
