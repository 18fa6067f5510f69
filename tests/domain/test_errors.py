"""An error of the user is a code and the data of its sentence."""

from __future__ import annotations

from promueve_gui.domain.errors import UserError


def test_it_keeps_its_code_and_its_data() -> None:
    error = UserError("archivo_danado", archivo="plan.promueve", renglon=3)
    assert error.code == str(error) == "archivo_danado"
    assert error.data == {"archivo": "plan.promueve", "renglon": 3}
