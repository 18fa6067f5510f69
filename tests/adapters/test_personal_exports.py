"""No document names a person unless that was asked for, whatever record and field her data stand in (dominio §8)."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui import bootstrap
from promueve_gui.application.export_documents import DOCUMENTOS, Entrega, documentos, documentos_formato
from promueve_gui.application.personal_data import find_person
from promueve_gui.application.without_persons import without_persons
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.ficha import Registro

NEEDLE = "Petra Vereda"
MOMENTO = datetime(2026, 10, 6, 22, 30, tzinfo=UTC)


def named(tipo: type[Registro]) -> Registro:
    """Return a record that names somebody in each personal field, and refers to the others."""
    refers: dict[str, Any] = {
        nombre: (campo.destino,) if campo.tipo.value == "referencias" else campo.destino
        for nombre, campo in campos(tipo).items()
        if campo.destino
    }
    persons = {n: f"{NEEDLE} {tipo.ENTIDAD} {n}" for n, campo in campos(tipo).items() if campo.personal}
    titles = {} if tipo.TITULO in persons else {tipo.TITULO: f"Título de {tipo.SINGULAR}"}
    return tipo(id=tipo.ENTIDAD, **{**refers, **titles, **persons})


@pytest.fixture
def proyecto() -> Proyecto:
    """Return a project with one record of each kind."""
    made = Proyecto()
    registros = [named(tipo) for tipo in TIPOS]
    made.apply(
        alta(replace(r, tipo=TipoContenido.BOLETIN, contacto_tecnico=None) if isinstance(r, Contenido) else r)
        for r in registros
    )
    return made


def written(folder: Path, proyecto: Proyecto, *, personales: bool) -> dict[str, str]:
    """Return the text of every document of a project, by its name."""
    exporter = bootstrap.build_exporter()
    entrega = Entrega(proyecto=proyecto, momento=MOMENTO, personales=personales)
    asked = [*documentos(proyecto), *documentos_formato(proyecto.activos(AreaGeneradora))]
    exporter.export_all(asked, entrega, folder)
    found = {}
    for path in folder.rglob("*.*"):
        with zipfile.ZipFile(path) as package:
            found[path.name] = "".join(package.read(part).decode("utf-8", "replace") for part in package.namelist())
    return found


def test_documents_name_nobody_unless_asked(tmp_path: Path, proyecto: Proyecto) -> None:
    texts = written(tmp_path, proyecto, personales=False)
    assert len(texts) == len(DOCUMENTOS) + 2  # a content and the format of an area
    assert [name for name, text in texts.items() if NEEDLE in text] == []


def test_contacts_and_persons_leave_when_asked_for(tmp_path: Path, proyecto: Proyecto) -> None:
    texts = written(tmp_path, proyecto, personales=True)
    assert {name.split()[0] for name, text in texts.items() if NEEDLE in text} == {"Mapa", "Plan"}


def test_a_copy_without_personal_data_holds_nobody(tmp_path: Path, proyecto: Proyecto) -> None:
    area = proyecto.todos(AreaGeneradora)[0]
    person = f"{NEEDLE} persona nombre"
    proyecto.apply([alta(replace(area, id="otra", otros_nombres=f"La de {person}, según ella"))])
    path = tmp_path / "copia.promueve"
    bootstrap.build_opener().create(path, without_persons(proyecto), signed=False)
    assert NEEDLE.encode() not in path.read_bytes()
    assert find_person(bootstrap.build_personal_store(), path, person).vacio
    session = bootstrap.build_opener().open(path)
    assert [line.autor for line in session.history()] == [""]
    session.close()
