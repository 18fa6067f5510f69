"""Sources that cannot be taken are told, and nothing of the project is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.terminal import call

if TYPE_CHECKING:
    from pathlib import Path


def test_a_map_and_a_plan_do_not_share_a_path(tmp_path: Path) -> None:
    path, target = tmp_path / "faros.promueve", tmp_path / "uno.xlsx"
    call("nuevo", path, "--institucion", "Secretaría de Faros", "--siglas", "SF")
    answer = call("exportar", path, "--mapa", target, "--plan", target)
    assert answer.code == 2
    assert not target.exists()
