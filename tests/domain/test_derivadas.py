"""What the map works out of each group."""

from __future__ import annotations

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.derivadas import CALCULADAS, calculadas
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.vocabularios import TipoUso
from tests.projects import project_of

GRUPO = GrupoUsuarios(id="g", nombre="Escuelas", poder=5, interes=2)


def test_every_column_is_worked_out() -> None:
    proyecto = project_of(
        GRUPO,
        ConjuntoDatos(id="c", nombre="Visitantes"),
        ConjuntoDatos(id="d", nombre="Obras"),
        ConjuntoDatos(id="r", nombre="Retirado", retirado="Se repetía"),
        *(UsoDatos(id=f"u{c}", grupo="g", conjunto=c, tipo=TipoUso.ACTUAL) for c in "cdr"),
        UsoDatos(id="p", grupo="g", conjunto="c", tipo=TipoUso.POTENCIAL),
        UsoDatos(id="n", grupo=None, conjunto="c"),
    )
    formulas = calculadas(proyecto)
    assert formulas.keys() == CALCULADAS.keys()
    assert [formula(GRUPO) for formula in formulas.values()] == [
        "Mantener satisfechos",
        "",
        "Visitantes; Obras",
        "Visitantes",
        "",
    ]


def test_what_is_not_known_is_left_blank() -> None:
    assert {formula(GrupoUsuarios(id="x")) for formula in calculadas(project_of()).values()} == {""}
