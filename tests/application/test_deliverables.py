"""The documents and how each stands: what it holds, and when it last left."""

from __future__ import annotations

from datetime import UTC, datetime

from promueve_gui.application.deliverables import NUNCA, deliverables
from promueve_gui.application.export_documents import documentos_word
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.projects import project_of

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ejemplo", siglas="SE", anio=2026)


def test_an_empty_project_has_its_two_books_with_nothing_to_export() -> None:
    found = deliverables(project_of(INSTITUCION), {})
    assert [(e.clave, e.estado, e.extension, e.listo) for e in found] == [
        ("mapa", f"0 grupos · {NUNCA}", ".xlsx", False),
        ("plan", f"0 actividades · {NUNCA}", ".xlsx", False),
    ]
    assert all(e.descripcion for e in found)


def test_a_book_tells_how_much_it_holds_and_when_it_left() -> None:
    momento = datetime(2026, 3, 2, 17, 5, tzinfo=UTC)
    proyecto = project_of(INSTITUCION, GrupoUsuarios(id="g", nombre="Uno"), LineaPlan(id="l", nombre="Mesa"))
    mapa, plan = deliverables(proyecto, {"mapa": momento})
    assert mapa.estado == f"1 grupo · exportado el {momento.astimezone():%d/%m/%Y a las %H:%M}"
    assert mapa.listo
    assert plan.estado == f"1 actividad · {NUNCA}"


def test_contents_leave_one_by_one() -> None:
    boletin = Contenido(id="b", nombre="Nuevos aforos", tipo=TipoContenido.BOLETIN, estado=EstadoContenido.APROBADO)
    historia = Contenido(id="h", nombre="", tipo=TipoContenido.HISTORIA, estado=None)
    red = Contenido(id="r", nombre="Mensaje", tipo=TipoContenido.REDES)
    proyecto = project_of(INSTITUCION, boletin, historia, red)
    uno, otra, tercero = deliverables(proyecto, {})[2:]
    assert (uno.clave, uno.titulo, uno.extension, uno.listo) == ("word:b", "Nuevos aforos", ".docx", True)
    assert uno.descripcion == TipoContenido.BOLETIN.etiqueta
    assert uno.estado == f"{EstadoContenido.APROBADO.etiqueta} · {NUNCA}"
    assert (tercero.titulo, tercero.descripcion) == ("Mensaje", TipoContenido.REDES.etiqueta)
    assert (otra.titulo, otra.estado) == ("Sin título", f" · {NUNCA}")
    moved = deliverables(proyecto, {documentos_word(proyecto)[0].identidad: datetime(2026, 1, 1, 12, tzinfo=UTC)})[2]
    assert "exportado el 01/01/2026" in moved.estado
