"""What is measured is large, whole and always the same."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from measures.large_project import TINY, Size, records, size, write_inventory
from promueve_gui import bootstrap
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from pathlib import Path


def test_the_sizes_are_those_of_the_targets() -> None:
    assert size(quick=False) == Size(groups=10_000, lines=20_000, rows=50_000)
    assert size(quick=True) == TINY


def test_the_project_holds_together_and_is_always_the_same() -> None:
    proyecto = Proyecto()
    proyecto.apply(alta(registro) for registro in records(TINY))
    counts = Counter(registro.ENTIDAD for registro in records(TINY))
    assert (counts["grupo_usuarios"], counts["linea_plan"]) == (TINY.groups, TINY.lines)
    assert proyecto.total() == len(records(TINY))
    assert records(TINY) == records(TINY)


def test_the_inventory_is_read_without_problems(tmp_path: Path) -> None:
    path = tmp_path / "inventario.csv"
    write_inventory(path, TINY)
    lectura = bootstrap.read_source(path)
    assert sum(len(conjunto.recursos) for conjunto in lectura.conjuntos) == TINY.rows
    assert lectura.problemas == []
