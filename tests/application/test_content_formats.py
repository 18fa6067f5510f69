"""The formats of contents: which contents leave in which, under which names."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.content_formats import (
    FORMATOS,
    FRAGMENTO,
    HTML,
    ODT,
    POR_CLAVE,
    PPTX,
    TEXTO,
    documento_en,
    documentos_en,
    formatos_de,
    sin_aprobar,
)
from promueve_gui.application.export_documents import Entrega, Exporter, nombre_de
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.application.test_export_documents import PlainFiles, write_format
from tests.projects import project_of

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.content_formats import FormatoContenido
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto

CONTENIDOS = [
    Contenido(id=tipo.value, nombre=f"Uno: {tipo.value}", tipo=tipo, estado=EstadoContenido.APROBADO)
    for tipo in TipoContenido
]


def test_each_has_a_key_of_its_own() -> None:
    assert len(POR_CLAVE) == len(FORMATOS)
    assert all(formato.tipos <= formato.solo for formato in FORMATOS)


@pytest.mark.parametrize(
    ("formato", "tipos"),
    [
        (PPTX, {TipoContenido.PRESENTACION}),
        (ODT, set(TipoContenido)),
        (TEXTO, set(TipoContenido)),
        (HTML, set(TipoContenido) - {TipoContenido.REDES, TipoContenido.PRESENTACION}),
        (FRAGMENTO, set(TipoContenido) - {TipoContenido.REDES, TipoContenido.PRESENTACION}),
    ],
)
def test_those_that_leave_by_the_many(formato: FormatoContenido, tipos: set[TipoContenido]) -> None:
    proyecto = project_of(*CONTENIDOS, Contenido(id="sin", nombre="Sin tipo"))
    documentos = documentos_en(formato, proyecto)
    assert {documento.contenido for documento in documentos} == {tipo.value for tipo in tipos}
    assert all(documento.archivo.endswith(formato.extension) for documento in documentos)
    assert {documento.identidad for documento in documentos} == {f"{formato.clave}:{tipo.value}" for tipo in tipos}


def test_only_presentations_can_be_powerpoint_and_everything_else_anything() -> None:
    for contenido in (*CONTENIDOS, Contenido(id="s", nombre="Sin tipo")):
        otros = [formato for formato in FORMATOS if formato is not PPTX]
        esperados = list(FORMATOS) if contenido.tipo is TipoContenido.PRESENTACION else otros
        assert formatos_de(contenido) == esperados


def test_names_are_for_windows_and_tell_drafts_and_twins_apart() -> None:
    borrador = Contenido(id="a", nombre="¿Qué/hay?", tipo=TipoContenido.HISTORIA)
    usados: set[str] = set()
    nombres = [documento_en(ODT, borrador, usados).archivo for _ in range(2)]
    assert nombres == ["BORRADOR Historia de uso ¿Qué-hay.odt", "BORRADOR Historia de uso ¿Qué-hay (2).odt"]
    assert sin_aprobar(borrador)
    assert not any(map(sin_aprobar, CONTENIDOS))


def test_a_format_is_written_by_its_own_writer_and_word_by_word(tmp_path: Path) -> None:
    said: list[str] = []

    def in_word(
        contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: str
    ) -> None:
        said.append(f"word {contenido.id}")
        path.write_text("w")

    def in_odt(contenido: Contenido, entrega: Entrega, path: Path, _progress: Progress) -> None:
        said.append(f"odt {contenido.id}")
        path.write_text("o")

    proyecto = project_of(*CONTENIDOS)
    exporter = Exporter(PlainFiles(), {}, in_word, write_format, {ODT.clave: in_odt})
    entrega = Entrega(proyecto=proyecto, momento=datetime(2026, 3, 1, tzinfo=UTC))
    for documento in documentos_en(ODT, proyecto):
        exporter.export(documento, entrega, tmp_path / documento.archivo)
    assert said == [f"odt {contenido.id}" for contenido in CONTENIDOS]
    assert nombre_de("odt:boletin", proyecto) == "Uno: boletin"
