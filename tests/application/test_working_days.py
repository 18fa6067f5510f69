"""Why nobody works on a day, and the working days around it."""

from __future__ import annotations

from datetime import date

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.application.working_days import DiasHabiles
from promueve_gui.domain.institucion import DiaInhabil
from tests.projects import project_of

VIERNES = date(2026, 3, 13)
CIERRE = DiaInhabil(id="c", fecha=date(2026, 3, 17), motivo="Mudanza")
SIN_MOTIVO = DiaInhabil(id="d", fecha=date(2026, 3, 18))
SIN_FECHA = DiaInhabil(id="e", motivo="Por definir")
DIAS = DiasHabiles(project_of(CIERRE, SIN_MOTIVO, SIN_FECHA), CalendarioOficial())


def test_each_day_off_says_why() -> None:
    motivos = {dia: DIAS.motivo(date(2026, 3, dia)) for dia in range(13, 20)}
    assert motivos == {
        13: "",
        14: "Sábado",
        15: "Domingo",
        16: "Natalicio de Benito Juárez",
        17: "Mudanza",
        18: "Día inhábil",
        19: "",
    }


def test_the_working_day_after_and_before_skip_all_of_them() -> None:
    assert DIAS.desde(date(2026, 3, 14)) == date(2026, 3, 19)
    assert DIAS.hasta(date(2026, 3, 18)) == VIERNES
    assert DIAS.desde(VIERNES) == DIAS.hasta(VIERNES) == VIERNES
    assert DIAS.es_habil(VIERNES)
    assert not DIAS.es_habil(date(2026, 3, 16))


def test_a_closure_on_a_holiday_keeps_its_own_name() -> None:
    cierre = DiaInhabil(id="c", fecha=date(2026, 3, 16), motivo="Aniversario")
    assert DiasHabiles(project_of(cierre), CalendarioOficial()).motivo(date(2026, 3, 16)) == "Aniversario"


def test_a_stretch_has_the_days_with_a_name_and_no_weekends() -> None:
    assert list(DIAS.nombrados(date(2026, 3, 1), date(2026, 3, 17))) == [date(2026, 3, 16), date(2026, 3, 17)]


def test_only_a_day_can_be_a_day_off() -> None:
    assert "16/03/2026" not in DIAS
