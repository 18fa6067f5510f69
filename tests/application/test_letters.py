"""Which letters a project gives, and what stands for each field of their templates."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from promueve_gui.application.export_documents import Entrega, Exporter, nombre_de
from promueve_gui.application.letters import (
    CARPETA_OFICIOS,
    EN_BLANCO,
    PLANTILLAS,
    LetterExporter,
    letter_documents,
    letter_values,
)
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Membrete, Persona
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, Rol, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.ficha import Registro

MOMENTO = datetime(2026, 11, 28, 12, tzinfo=UTC)
PLANTILLAS_QUE_VIENEN = Path(__file__).resolve().parents[2] / "recursos" / "plantillas"
INSTITUCION = Institucion(
    id="i",
    nombre="Secretaría de Faros",
    siglas="SEFA",
    ciudad="Veracruz",
    anio=2026,
    correo_contacto="d@faros.example.org",
)
AREA = AreaGeneradora(id="a", nombre="Dirección de Luces", siglas="DL", responsable="Tomás Inventado")
FAROS = ConjuntoDatos(id="f", nombre="Faros", area="a", url="https://datos.example.org/faros")
SECRETO = ConjuntoDatos(id="s", nombre="Claves", area="a", acceso=Acceso.PRIVADO)
BOLETIN = Contenido(
    id="b",
    nombre="Se abren {conjunto}",
    tipo=TipoContenido.BOLETIN,
    conjuntos=("f", "s"),
)
HISTORIA = Contenido(id="h", nombre="Una luz", tipo=TipoContenido.HISTORIA)
ESTUDIO = Contenido(id="e", nombre="Estudio", tipo=TipoContenido.ESTUDIO)
ENLACE = Persona(id="p", nombre="Lucía Supuesta", cargo="Directora", correo="l@faros.example.org", rol=Rol.ENLACE)
PRENSA = Persona(id="q", nombre="Rosa Ficticia", rol=Rol.COMUNICACION_SOCIAL)


def project(*registros: Registro) -> Proyecto:
    """Return a project with these records."""
    tablas: dict[str, dict[str, Registro]] = {}
    for registro in registros:
        tablas.setdefault(registro.ENTIDAD, {})[registro.id] = registro
    return Proyecto(tablas)


TODO = project(INSTITUCION, AREA, FAROS, SECRETO, BOLETIN, HISTORIA, ESTUDIO, ENLACE, PRENSA)


def values(clave: str, proyecto: Proyecto = TODO) -> dict[str, str]:
    """Return the values of the first letter of a kind."""
    documento = next(d for d in letter_documents(proyecto) if d.clave == clave)
    return letter_values(documento, Entrega(proyecto=proyecto, momento=MOMENTO))


def test_each_bulletin_and_story_has_two_letters_and_each_area_with_public_data_one() -> None:
    assert [(d.clave, d.archivo) for d in letter_documents(TODO)] == [
        ("oficio", "Oficio a Comunicación Social - Se abren {conjunto}.docx"),
        ("oficio", "Oficio a Comunicación Social - Una luz.docx"),
        ("carta-presentacion", "Carta de presentación - Se abren {conjunto}.docx"),
        ("carta-presentacion", "Carta de presentación - Una luz.docx"),
        ("carta-area", "Carta al área - DL.docx"),
    ]
    assert {d.carpeta for d in letter_documents(TODO)} == {CARPETA_OFICIOS}


def test_the_letter_of_what_was_approved_names_the_data_as_its_document_does() -> None:
    aprobado = replace(BOLETIN, estado=EstadoContenido.APROBADO, congelado=congelar(BOLETIN, TODO))
    ahora = replace(FAROS, nombre="Faros y boyas", url="https://datos.example.org/boyas")
    dichos = values("oficio", project(INSTITUCION, AREA, ahora, SECRETO, aprobado))
    assert (dichos["conjunto"], dichos["url"]) == ("Faros", FAROS.url)
    assert (dichos["titulo"], dichos["asunto"]) == ("Se abren Faros", "Oficio a Comunicación Social: Se abren Faros")


def test_letters_are_told_apart_whatever_they_are_called() -> None:
    identidades = [d.identidad for d in letter_documents(TODO)]
    assert len(set(identidades)) == len(identidades)
    assert nombre_de("carta-area:a", TODO) == "Dirección de Luces"
    assert nombre_de("oficio:h", TODO) == "Una luz"


def test_areas_without_public_data_and_withdrawn_records_have_none() -> None:
    assert letter_documents(project(AREA, SECRETO)) == []
    assert letter_documents(project(replace(AREA, retirado="ya no"), FAROS, replace(BOLETIN, retirado="no"))) == []


def test_equal_titles_give_different_files() -> None:
    archivos = [d.archivo for d in letter_documents(project(HISTORIA, replace(HISTORIA, id="h2")))]
    assert len(set(archivos)) == len(archivos) == 4


def test_the_oficio_says_what_is_sent_by_whom_and_to_whom() -> None:
    dichos = values("oficio")
    esperados = {
        "hoy": "28 de noviembre de 2026",
        "ciudad": "Veracruz",
        "titulo": "Se abren Faros",
        "tipo": "comunicado",
        "estado": "borrador",
        "conjunto": "Faros",
        "url": "https://datos.example.org/faros",
        "area": "Dirección de Luces",
        "remitente": "Lucía Supuesta",
        "cargo_remitente": "Directora",
        "destinatario": "Rosa Ficticia",
        "institucion": "Secretaría de Faros",
        "numero_oficio": EN_BLANCO,
        "contacto_tecnico": EN_BLANCO,
        "asunto": "Oficio a Comunicación Social: Se abren Faros",
    }
    assert {campo: dichos[campo] for campo in esperados} == esperados


def test_the_letter_to_an_area_names_its_public_data() -> None:
    dichos = values("carta-area")
    assert (dichos["conjuntos"], dichos["destinatario"], dichos["anio"]) == ("Faros", "Tomás Inventado", "2026")


def test_without_institution_or_people_blanks_are_left() -> None:
    solo = project(AREA, FAROS, replace(HISTORIA, estado=None))
    assert {values(clave, solo)["remitente"] for clave in ("oficio", "carta-area")} == {EN_BLANCO}
    assert values("oficio", solo)["cargo_destinatario"] == EN_BLANCO
    assert (values("oficio", solo)["estado"], values("carta-area", solo)["siglas"]) == (EN_BLANCO, EN_BLANCO)


@pytest.mark.parametrize("rol", [Rol.ENLACE_COMUNICACION, Rol.ADMINISTRADOR])
def test_another_person_signs_where_there_is_no_enlace(rol: Rol) -> None:
    otra = replace(ENLACE, id="z", nombre="Otra", rol=rol)
    assert values("oficio", project(HISTORIA, otra))["remitente"] == "Otra"
    assert values("oficio", project(HISTORIA, otra, ENLACE))["remitente"] == "Lucía Supuesta"


def test_a_subject_that_is_gone_is_said() -> None:
    documento = letter_documents(TODO)[0]
    with pytest.raises(UserError) as refused:
        letter_values(documento, Entrega(proyecto=Proyecto(), momento=MOMENTO))
    assert refused.value.code == "contenido_no_existe"


@pytest.mark.parametrize("plantilla", PLANTILLAS, ids=[p.clave for p in PLANTILLAS])
def test_every_field_of_the_templates_that_ship_is_known(plantilla: object) -> None:
    clave = plantilla.clave  # type: ignore[attr-defined]  # parametrized
    texto = "\n".join(p.text for p in Document(str(PLANTILLAS_QUE_VIENEN / f"{clave}.docx")).paragraphs)
    assert set(re.findall(r"\{(\w+)\}", texto)) <= values(clave).keys()


class Shelf:
    """Files in memory; folders with «prohibida» in their name cannot be made."""

    def __init__(self) -> None:
        """Begin empty."""
        self.written: dict[str, str] = {}
        self.letterheads: dict[str, bytes | None] = {}

    def write_atomically(self, path: Path, writer: Callable[[Path], None]) -> None:
        """Note what was written."""
        writer(path)

    def make_folder(self, folder: Path) -> None:
        """Refuse one."""
        if "prohibida" in folder.name:
            raise OSError

    def write(
        self, clave: str, valores: Mapping[str, str], entrega: Entrega, path: Path, letterhead: bytes | None
    ) -> tuple[str, ...]:
        """Be a writer that refuses the letters to areas, and finds two slips in the oficio."""
        assert entrega.momento == MOMENTO
        if clave == "carta-area":
            raise UserError("plantilla_no_sirve")
        self.written[path.name] = valores["titulo"]
        self.letterheads[path.name] = letterhead
        return ("titlo", "fehca") if clave == "oficio" else ()


def nothing(*_: Any, **__: Any) -> None:
    """Write nothing; contents and formats are not asked for here."""


def test_letters_are_written_each_in_its_place_and_one_that_fails_does_not_stop_the_others() -> None:
    shelf = Shelf()
    letters = LetterExporter(Exporter(shelf, {}, nothing, nothing), shelf.write)
    reports: list[tuple[int, int]] = []
    pedidos = letter_documents(TODO)
    hecho = letters.export_all(
        pedidos,
        Entrega(proyecto=TODO, momento=MOMENTO),
        Path("salida"),
        lambda done, total: reports.append((done, total)),
    )
    assert [path.name for path in hecho.escritos] == [d.archivo for d in pedidos[:4]] == list(shelf.written)
    assert [error.code for error in hecho.fallidos] == ["plantilla_no_sirve"]
    assert reports == [(n, 5) for n in range(6)]
    (aviso,) = map(mensaje, hecho.avisos)
    assert aviso.startswith("La plantilla «Oficio a Comunicación Social» tiene campos que no se conocen")
    assert "{titlo} y {fehca}" in aviso


def test_a_letter_leaves_on_the_letterhead_chosen_for_its_content() -> None:
    general, propio = (
        Membrete(id="g", nombre="General", archivo="1", predeterminado=True),
        Membrete(id="p", nombre="Propio", archivo="2"),
    )
    proyecto = project(INSTITUCION, replace(BOLETIN, membrete="p"), HISTORIA, PRENSA, general, propio)
    shelf = Shelf()
    entrega = Entrega(proyecto=proyecto, momento=MOMENTO, membretes={"g": b"general", "p": b"propio"})
    pedidos = [documento for documento in letter_documents(proyecto) if documento.contenido]
    LetterExporter(Exporter(shelf, {}, nothing, nothing), shelf.write).export_all(pedidos, entrega, Path("salida"))
    assert {d.contenido: shelf.letterheads[d.archivo] for d in pedidos} == {"b": b"propio", "h": b"general"}
    assert entrega.membrete_de(None) == b"general"


def test_a_folder_that_cannot_be_made_is_said() -> None:
    letters = LetterExporter(Exporter(Shelf(), {}, nothing, nothing), Shelf().write)
    pedidos = [replace(d, carpeta="prohibida") for d in letter_documents(TODO)]
    with pytest.raises(UserError) as refused:
        letters.export_all(pedidos, Entrega(proyecto=TODO, momento=MOMENTO), Path("salida"))
    assert refused.value.code == "exportacion_sin_carpeta"
