"""What was approved is what leaves, in every format, whatever becomes of the names and addresses in the project."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui import bootstrap
from promueve_gui.adapters.portal.html import fragment
from promueve_gui.adapters.portal.summary import summary
from promueve_gui.application.content_formats import FORMATOS
from promueve_gui.application.export_documents import Entrega, documento_de
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import TEXTUALES, campos
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.adapters.word.muestras import (
    BOLETIN,
    CAMINOS,
    HISTORIA,
    INSTITUCION,
    MOMENTO,
    PERSONA,
    PUENTES,
    RED,
    VISOR,
    VISOR_CONTENIDO,
)
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.session import Session

PRESENTACION = replace(HISTORIA, id="presentacion", tipo=TipoContenido.PRESENTACION, cuerpo="## Uno\n\nDe {conjunto}.")
REDES = replace(BOLETIN, id="redes", tipo=TipoContenido.REDES, mensaje="Vea {conjunto}.", red=RED.id, cuerpo="")
CONTENIDOS = (BOLETIN, HISTORIA, VISOR_CONTENIDO, PRESENTACION, REDES)
DATOS = (INSTITUCION, PERSONA, PUENTES, CAMINOS, VISOR, RED)
OTRA_RED = replace(RED, id="y", nombre="Bluesky")
VARIANTE = VarianteRed(id="v", contenido="redes", red="y", texto="Mire {conjunto}.")
OTRO = "https://otro.example.org/a?correo=otro@example.org"
_MOMENTO = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?")


@pytest.fixture
def session() -> Session:
    """Return a project with an approved content of each kind of document."""
    made = memory_session(project_of(*DATOS, OTRA_RED, *CONTENIDOS, VARIANTE))
    made.edit("Aprobar", [cambio(c, estado=EstadoContenido.APROBADO) for c in CONTENIDOS], "consolidar")
    return made


def change_all(session: Session) -> None:
    """Say something else in every text of what contents refer to."""
    session.edit(
        "Corregir",
        [
            cambio(uno, **{n: OTRO for n, c in campos(type(uno)).items() if c.tipo in TEXTUALES and n != "retirado"})
            for uno in (*DATOS, OTRA_RED)
        ],
    )


def current(session: Session, identidad: str) -> Contenido:
    found = session.proyecto.get(Contenido, identidad)
    assert found is not None
    return found


def documents(session: Session, identidad: str, folder: Path) -> dict[str, bytes]:
    """Return all that leaves of a content, part by part, without the moment of each file."""
    folder.mkdir()
    contenido, entrega = (
        current(session, identidad),
        Entrega(proyecto=session.snapshot(), momento=MOMENTO, identidad="e"),
    )
    found: dict[str, bytes] = {}
    for clave, extension in (("contenido", ".docx"), *((f.clave, f.extension) for f in FORMATOS)):
        path = folder / f"{clave}{extension}"
        bootstrap.build_exporter().export(documento_de(contenido, None, clave, extension), entrega, path)
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                found |= {f"{path.name}/{name}": parts.read(name) for name in parts.namelist()}
        else:
            found[path.name] = path.read_bytes()
    proyecto = session.proyecto
    shown = {
        "preview": repr(bootstrap.compose_content(contenido, proyecto)),
        "summary": fragment(summary(contenido, proyecto)),
        "page": bootstrap.render_content("html", contenido, proyecto),
        "text": bootstrap.render_content("texto", contenido, proyecto),
        "returned": repr(bootstrap.compose_lines(contenido, proyecto)),
    }
    found |= {name: text.encode() for name, text in shown.items()}
    return {name: _MOMENTO.sub(b"", data).replace(b"Publicado", b"Aprobado") for name, data in found.items()}


@pytest.mark.parametrize("identidad", [c.id for c in CONTENIDOS])
def test_what_was_approved_leaves_until_it_is_a_draft_again(session: Session, identidad: str, tmp_path: Path) -> None:
    approved = documents(session, identidad, tmp_path / "a")
    change_all(session)
    later = documents(session, identidad, tmp_path / "b")
    assert {name for name, data in approved.items() if later[name] != data} == set()
    session.edit("Publicar", [cambio(current(session, identidad), estado=EstadoContenido.PUBLICADO)], "consolidar")
    published = documents(session, identidad, tmp_path / "c")
    assert {name for name, data in approved.items() if published[name] != data} == set()
    session.edit("Regresar", [cambio(current(session, identidad), estado=EstadoContenido.BORRADOR)])
    assert OTRO in documents(session, identidad, tmp_path / "d")["preview"].decode()


def test_undoing_the_approval_lets_go_and_redoing_it_does_not(session: Session, tmp_path: Path) -> None:
    approved = documents(session, "boletin", tmp_path / "a")["preview"]
    session.undo()
    assert current(session, "boletin").congelado == ""
    session.redo()
    change_all(session)
    assert documents(session, "boletin", tmp_path / "b")["preview"] == approved
