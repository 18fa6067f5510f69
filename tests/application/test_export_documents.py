"""Exports: what there is to hand over, and that each document comes out whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import (
    MAPA,
    PLAN,
    BookWriter,
    Documento,
    Entrega,
    Exporter,
    documento_de,
    documentos,
    documentos_formato,
    documentos_generales,
    nombre_de,
)
from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Membrete
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.ficha import Id, Registro

MOMENTO = datetime(2026, 10, 6, 16, 0, tzinfo=UTC)


@dataclass
class PlainFiles:
    """Files in a real folder; those named in ``fallas`` refuse with that error."""

    fallas: dict[str, OSError] = field(default_factory=dict)

    def write_atomically(self, path: Path, writer: Callable[[Path], None]) -> None:
        temporal = path.with_suffix(".tmp")
        try:
            writer(temporal)
            if path.name in self.fallas:
                raise self.fallas[path.name]
            temporal.replace(path)
        finally:
            temporal.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        if path.name in self.fallas:
            raise self.fallas[path.name]
        path.mkdir(parents=True, exist_ok=True)


def write_book(nombre: str) -> BookWriter:
    def write(entrega: Entrega, path: Path, progress: Progress) -> None:
        progress(0, 2)
        path.write_text(f"{nombre} de {entrega.proyecto.total()} registros", encoding="utf-8")
        progress(1, 2)
        progress(2, 2)

    return write


def write_content(
    contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: Id
) -> None:
    path.write_text(f"{contenido.nombre} en {(letterhead or b'el de siempre').decode()}", encoding="utf-8")


def write_format(area: str, entrega: Entrega, path: Path, progress: Progress) -> None:
    progress(0, 1)
    path.write_text(f"formato de {area} hasta {entrega.vence}", encoding="utf-8")


def exporter(**fallas: OSError) -> Exporter:
    nombres = {clave.replace("_", "."): error for clave, error in fallas.items()}
    libros = {MAPA.clave: write_book("mapa"), PLAN.clave: write_book("plan")}
    return Exporter(PlainFiles(nombres), libros, write_content, write_format)


def proyecto(*registros: Registro) -> Proyecto:
    lleno = Proyecto()
    lleno.apply(map(alta, registros))
    return lleno


def institucion() -> Institucion:
    return Institucion(id="i", nombre="Secretaría de Caminos y Puentes Rurales", siglas="SECAPUR", anio=2026)


def contenido(identidad: str, nombre: str, tipo: TipoContenido | None, numero: str = "") -> Contenido:
    return Contenido(id=identidad, nombre=nombre, tipo=tipo, numero=numero)


def lleno() -> Proyecto:
    return proyecto(
        institucion(),
        contenido("1", "Más puentes", TipoContenido.BOLETIN, numero="012/2026"),
        contenido("2", "más puentes", TipoContenido.BOLETIN, numero="012/2026"),
        contenido("3", "La cosecha salió a tiempo", TipoContenido.HISTORIA),
        contenido("4", "Hilo", TipoContenido.REDES),
        contenido("6", "Sin decidir", None),
        replace(contenido("5", "Retirado", TipoContenido.BOLETIN), retirado="Se duplicó"),
    )


def entrega(de: Proyecto, **membretes: bytes) -> Entrega:
    return Entrega(proyecto=de, momento=MOMENTO, membretes=membretes)


def test_a_project_gives_map_plan_and_a_text_per_content() -> None:
    assert [(documento.clave, documento.carpeta, documento.archivo) for documento in documentos(lleno())] == [
        ("mapa", "", "Mapa de usuarios SECAPUR 2026.xlsx"),
        ("plan", "", "Plan de promoción SECAPUR 2026.xlsx"),
        ("contenido", "Contenidos", "BORRADOR Comunicado 012-2026 Más puentes.docx"),
        ("contenido", "Contenidos", "BORRADOR Comunicado 012-2026 más puentes (2).docx"),
        ("contenido", "Contenidos", "BORRADOR Historia de uso La cosecha salió a tiempo.docx"),
        ("contenido", "Contenidos", "BORRADOR Redes sociales Hilo.docx"),
    ]


def test_an_empty_project_still_gives_map_and_plan() -> None:
    nombres = [documento.archivo for documento in documentos(Proyecto())]
    assert nombres == ["Mapa de usuarios.xlsx", "Plan de promoción.xlsx"]


def test_an_institution_without_year_has_none_in_the_names() -> None:
    sin_anio = proyecto(Institucion(id="i", nombre="Instituto de Riego", siglas="IR"))
    assert documentos_generales(sin_anio)[0].archivo == "Mapa de usuarios IR.xlsx"


@pytest.mark.parametrize(
    ("tipo", "archivo"),
    [(TipoContenido.ESTUDIO, "Estudio Aforos.docx"), (None, "Contenido Aforos.docx")],
)
def test_a_content_of_any_type_can_be_exported_alone(tipo: TipoContenido | None, archivo: str) -> None:
    assert documento_de(contenido("9", "Aforos", tipo)).archivo == f"BORRADOR {archivo}"


@pytest.mark.parametrize(
    ("estado", "archivo"),
    [
        (EstadoContenido.BORRADOR, "BORRADOR Estudio Aforos.docx"),
        (EstadoContenido.EN_REVISION, "BORRADOR Estudio Aforos.docx"),
        (EstadoContenido.APROBADO, "Estudio Aforos.docx"),
        (EstadoContenido.PUBLICADO, "Estudio Aforos.docx"),
    ],
)
def test_what_nobody_approved_leaves_marked_as_a_draft(estado: EstadoContenido, archivo: str) -> None:
    assert documento_de(replace(contenido("9", "Aforos", TipoContenido.ESTUDIO), estado=estado)).archivo == archivo


def test_a_document_is_known_by_what_it_is_and_called_by_its_title() -> None:
    identidades = [documento.identidad for documento in documentos(lleno())]
    assert identidades == ["mapa", "plan", "contenido:1", "contenido:2", "contenido:3", "contenido:4"]
    nombres = [nombre_de(identidad, lleno()) for identidad in (*identidades[:3], "contenido:no")]
    assert nombres == ["Mapa de usuarios", "Plan de promoción", "Más puentes", "contenido"]


def test_each_area_has_its_format_which_does_not_leave_with_everything() -> None:
    areas = [
        AreaGeneradora(id="a", nombre="Dirección de Puentes", siglas="DP"),
        AreaGeneradora(id="b", nombre="Caminos: norte/sur"),
        AreaGeneradora(id="c", nombre="Otra", siglas="dp"),
    ]
    formatos = documentos_formato(areas)
    assert [(documento.identidad, documento.archivo) for documento in formatos] == [
        ("formato:a", "Grupos de usuarios DP.xlsx"),
        ("formato:b", "Grupos de usuarios Caminos - norte-sur.xlsx"),
        ("formato:c", "Grupos de usuarios dp (2).xlsx"),
    ]
    de_areas = proyecto(*areas)
    assert [documento.clave for documento in documentos(de_areas)] == ["mapa", "plan"]
    assert nombre_de("formato:a", de_areas) == "Formato del área «Dirección de Puentes»"


def test_a_format_is_written_for_its_area(tmp_path: Path) -> None:
    (formato,) = documentos_formato([AreaGeneradora(id="a", nombre="Puentes")])
    hasta = replace(entrega(proyecto()), vence=date(2026, 10, 20))
    exporter().export(formato, hasta, tmp_path / formato.archivo)
    assert (tmp_path / "Grupos de usuarios Puentes.xlsx").read_text() == "formato de a hasta 2026-10-20"


def test_map_and_plan_are_written_by_their_writers(tmp_path: Path) -> None:
    mapa, plan = documentos_generales(lleno())
    exporter().export(mapa, entrega(lleno()), tmp_path / "m.xlsx")
    exporter().export(plan, entrega(lleno()), tmp_path / "p.xlsx")
    assert (tmp_path / "m.xlsx").read_text(encoding="utf-8") == "mapa de 7 registros"
    assert (tmp_path / "p.xlsx").read_text(encoding="utf-8") == "plan de 7 registros"


OFICIAL = Membrete(id="oficial", nombre="Oficial", archivo="1", predeterminado=True)
PRENSA = Membrete(id="prensa", nombre="Prensa", archivo="2")


@pytest.mark.parametrize(
    ("membretes", "propio", "texto"),
    [
        ([OFICIAL, PRENSA], None, "Más puentes en oficial"),
        ([OFICIAL, PRENSA], "prensa", "Más puentes en prensa"),
        ([OFICIAL, replace(PRENSA, retirado="Cambió el logotipo")], "prensa", "Más puentes en oficial"),
        ([PRENSA], None, "Más puentes en el de siempre"),
        ([replace(OFICIAL, archivo="")], None, "Más puentes en el de siempre"),
        ([], None, "Más puentes en el de siempre"),
    ],
)
def test_a_content_is_written_on_its_letterhead_or_on_the_one_in_use(
    tmp_path: Path, membretes: list[Membrete], propio: str | None, texto: str
) -> None:
    path = tmp_path / "uno.docx"
    boletin = replace(contenido("1", "Más puentes", TipoContenido.BOLETIN), membrete=propio)
    de = proyecto(institucion(), *membretes, boletin)
    exporter().export(documentos(de)[2], entrega(de, oficial=b"oficial", prensa=b"prensa"), path)
    assert path.read_text(encoding="utf-8") == texto


def test_a_letterhead_of_this_time_goes_before_all_of_them(tmp_path: Path) -> None:
    de = proyecto(institucion(), OFICIAL, contenido("1", "Más puentes", TipoContenido.BOLETIN))
    esta_vez = replace(entrega(de, oficial=b"oficial"), membrete=b"prestado")
    exporter().export(documentos(de)[2], esta_vez, tmp_path / "uno.docx")
    assert (tmp_path / "uno.docx").read_text(encoding="utf-8") == "Más puentes en prestado"
    assert esta_vez.membrete_de(None) == b"prestado"


def test_a_content_that_is_gone_is_said(tmp_path: Path) -> None:
    perdido = Documento(clave="contenido", titulo="Perdido", archivo="p.docx", contenido="no está")
    with pytest.raises(UserError) as caught:
        exporter().export(perdido, entrega(lleno()), tmp_path / "p.docx")
    assert mensaje(caught.value).startswith("«Perdido» ya no está en el proyecto.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "principio"),
    [
        (
            PermissionError("abierto en otro programa"),
            "No se pudo escribir «m.xlsx»; lo que hubiera con ese nombre quedó como estaba.",
        ),
        (OSError("disco lleno"), "No se pudo escribir «m.xlsx». Revise que la carpeta exista"),
    ],
)
def test_a_file_that_refuses_is_left_as_it_was(tmp_path: Path, error: OSError, principio: str) -> None:
    path = tmp_path / "m.xlsx"
    path.write_text("el de ayer", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        exporter(m_xlsx=error).export(Documento(clave="mapa", titulo="M", archivo=path.name), entrega(lleno()), path)
    assert mensaje(caught.value).startswith(principio)
    assert path.read_text(encoding="utf-8") == "el de ayer"
    assert list(tmp_path.iterdir()) == [path]


def test_everything_goes_into_its_folder(tmp_path: Path) -> None:
    resultado = exporter().export_all(documentos(lleno()), entrega(lleno()), tmp_path / "salida")
    escritos = sorted(path for path in (tmp_path / "salida").rglob("*") if path.is_file())
    assert sorted(resultado.escritos) == escritos
    assert [path.parent.name for path in escritos] == ["Contenidos"] * 4 + ["salida"] * 2
    assert resultado.fallidos == ()


def test_one_document_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    pedidos = [
        Documento(clave="mapa", titulo="M", archivo="m.xlsx"),
        Documento(clave="plan", titulo="P", archivo="p.xlsx"),
    ]
    resultado = exporter(m_xlsx=PermissionError()).export_all(pedidos, entrega(lleno()), tmp_path)
    assert [path.name for path in resultado.escritos] == ["p.xlsx"]
    assert [error.code for error in resultado.fallidos] == ["exportacion_bloqueada"]
    assert [path.name for path in tmp_path.iterdir()] == ["p.xlsx"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        exporter(salida=PermissionError()).export_all(documentos(Proyecto()), entrega(Proyecto()), tmp_path / "salida")
    assert mensaje(caught.value) == "No se pudo crear la carpeta «salida». Elija otra en la que pueda escribir."


def test_progress_grows_over_all_documents_and_ends_complete(tmp_path: Path) -> None:
    oidos: list[tuple[int, int]] = []
    exporter().export_all(documentos(lleno()), entrega(lleno()), tmp_path, lambda *avance: oidos.append(avance))
    assert oidos == sorted(oidos)
    assert {total for _, total in oidos} == {6000}
    assert oidos[0] == (0, 6000)
    assert (500, 6000) in oidos
    assert oidos[-1] == (6000, 6000)


def test_an_unknown_size_counts_as_nothing_done(tmp_path: Path) -> None:
    def write_vaguely(entrega: Entrega, path: Path, progress: Progress) -> None:
        path.touch()
        progress(7, 0)

    oidos: list[tuple[int, int]] = []
    vagos = Exporter(PlainFiles(), {MAPA.clave: write_vaguely}, write_content, write_format)
    vagos.export_all(documentos(Proyecto())[:1], entrega(Proyecto()), tmp_path, lambda *avance: oidos.append(avance))
    assert oidos == [(0, 1000)]


def test_cancelling_leaves_what_was_finished_and_no_trace_of_the_rest(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > 1000:
            raise Cancelled

    with pytest.raises(Cancelled):
        exporter().export_all(documentos(lleno())[:2], entrega(lleno()), tmp_path, stop)
    assert [path.name for path in tmp_path.iterdir()] == ["Mapa de usuarios SECAPUR 2026.xlsx"]
