"""Parts of contents lead to the content that they belong to."""

from __future__ import annotations

import pytest

from promueve_gui.application.content_parts import owner_of
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed, VersionContenido
from tests.projects import project_of


@pytest.mark.parametrize("tipo", [Lamina, VarianteRed, VersionContenido])
def test_a_part_leads_to_its_content(tipo: type[Lamina | VarianteRed | VersionContenido]) -> None:
    proyecto = project_of(tipo(id="p", contenido="c"), tipo(id="q"))
    assert [owner_of(proyecto, tipo.ENTIDAD, identidad) for identidad in ("p", "q", "perdida")] == ["c", "", ""]
