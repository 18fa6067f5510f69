"""A content that starts from a line of the plan, with what is known filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.content_start import contents_of_line, start_from_line
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona, RedSocial
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido, Rol, TipoContenido
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.proyecto import Proyecto

HOY, DIA = date(2026, 11, 28), date(2027, 2, 5)
URL = "https://datos.ejemplo.gob.mx/conjunto/puentes"
INSTITUCION = Institucion(
    id="i", nombre="Secretaría", siglas="SCP", sector="Infraestructura", ciudad="Xalapa", correo_contacto="d@e.gob.mx"
)
AREA = AreaGeneradora(id="a", nombre="Dirección de Puentes")
PUENTES = ConjuntoDatos(id="p", nombre="Puentes", url=URL, area="a", sector="Caminos")
VADOS = ConjuntoDatos(id="v", nombre="Vados")
RESERVADO = ConjuntoDatos(id="r", nombre="Reservado", acceso=Acceso.PRIVADO)
VISOR = Herramienta(id="h", nombre="Visor de puentes", conjuntos=("v", "r"))
MESA = Evento(id="e", nombre="Mesa de puentes", conjuntos=("p", "v"))
PRENSA = GrupoUsuarios(id="g", nombre="Periodistas", descripcion="Cuentan qué pasa\nen los caminos.")
COMITES = GrupoUsuarios(id="k", nombre="Comités")
IDOS = GrupoUsuarios(id="z", nombre="Idos", retirado="Ya no")
USO = UsoDatos(id="u", grupo="g", conjunto="p", uso="Comparar municipios")
OTRO_USO = UsoDatos(id="u2", grupo="k", conjunto="v", uso="Vigilar")
TECNICO = Persona(id="t", nombre="Eva", rol=Rol.TECNICO)
X = RedSocial(id="x", nombre="X", en_uso=True)
SIN_CUENTA = RedSocial(id="s", nombre="Threads")
LINEA = LineaPlan(
    id="l", nombre="Boletín de puentes", conjunto="p", grupos=("g", "k", "z", "perdido"), fecha=DIA,
    tipo_contenido=TipoContenido.BOLETIN,
)  # fmt: skip
TODO = project_of(
    INSTITUCION, AREA, PUENTES, VADOS, RESERVADO, VISOR, MESA, PRENSA, COMITES, IDOS, USO, OTRO_USO, TECNICO, X,
    SIN_CUENTA, LINEA,
)  # fmt: skip


def started(linea: LineaPlan = LINEA, proyecto: Proyecto = TODO) -> Contenido:
    """Return the content that a line begins."""
    return start_from_line(proyecto, linea, HOY).contenido


def test_a_bulletin_knows_all_that_the_project_does() -> None:
    hecho = started()
    esperado = Contenido(
        id=hecho.id,
        tipo=TipoContenido.BOLETIN,
        nombre="SCP publica en datos abiertos: Puentes",
        linea="l",
        conjuntos=("p",),
        numero="001/2027",
        fecha=DIA,
        lugar="Xalapa",
        url=URL,
        correo_contacto="d@e.gob.mx",
        contacto_tecnico="t",
        notas="Para quién:\nPeriodistas: Cuentan qué pasa en los caminos. Comparar municipios.\nComités",
    )
    assert hecho == esperado
    assert hecho.estado is EstadoContenido.BORRADOR


def test_it_can_be_added_as_it_is() -> None:
    session = memory_session(TODO)
    comienzo = start_from_line(session.proyecto, replace(LINEA, tipo_contenido=TipoContenido.REDES), HOY)
    session.edit("Escribir", comienzo.cambios)
    assert session.proyecto.get(Contenido, comienzo.contenido.id) == comienzo.contenido
    assert [v.red for v in comienzo.variantes] == ["x"]


@pytest.mark.parametrize(
    ("tipo", "titulo"),
    [
        (None, "SCP publica en datos abiertos: Puentes"),
        (TipoContenido.REDES, "Boletín de puentes"),
        (TipoContenido.PRESENTACION, "Puentes: qué es y cómo usarlo"),
        (TipoContenido.HISTORIA, "Cómo se usa: Puentes"),
        (TipoContenido.HERRAMIENTA, "Puentes"),
        (TipoContenido.ESTUDIO, "Estudio: Puentes"),
    ],
)
def test_a_title_is_proposed_for_each_type(tipo: TipoContenido | None, titulo: str) -> None:
    hecho = started(replace(LINEA, tipo_contenido=tipo))
    assert (hecho.nombre, hecho.tipo) == (titulo, tipo or TipoContenido.BOLETIN)
    assert (hecho.numero != "") is (hecho.tipo is TipoContenido.BOLETIN)


def test_a_tool_speaks_of_its_datasets_that_may_be_promoted() -> None:
    de_visor = replace(LINEA, conjunto=None, herramienta="h", tipo_contenido=TipoContenido.HERRAMIENTA)
    hecho = started(de_visor)
    assert (hecho.nombre, hecho.herramienta, hecho.conjuntos) == ("Visor de puentes", "h", ("v",))


@pytest.mark.parametrize(
    ("tipo", "de_visor", "de_mesa"),
    [
        (TipoContenido.BOLETIN, "SCP presenta: Visor de puentes", "Mesa de puentes"),
        (TipoContenido.PRESENTACION, "Visor de puentes: qué es y cómo usarlo", "Mesa de puentes"),
        (TipoContenido.HISTORIA, "Cómo se usa: Visor de puentes", "Mesa de puentes"),
        (TipoContenido.ESTUDIO, "Visor de puentes", "Mesa de puentes"),
        (TipoContenido.REDES, "Boletín de puentes", "Boletín de puentes"),
    ],
)
def test_a_title_says_of_tools_and_events_what_they_are(tipo: TipoContenido, de_visor: str, de_mesa: str) -> None:
    assert started(replace(LINEA, conjunto=None, herramienta="h", tipo_contenido=tipo)).nombre == de_visor
    assert started(replace(LINEA, conjunto=None, evento="e", tipo_contenido=tipo)).nombre == de_mesa


def test_an_event_speaks_of_its_datasets_once() -> None:
    hecho = started(replace(LINEA, evento="e", tipo_contenido=TipoContenido.HISTORIA))
    assert hecho.conjuntos == ("p", "v")
    assert (hecho.autor, hecho.sector) == ("Dirección de Puentes", "Caminos")
    de_mesa = started(replace(LINEA, conjunto="r", evento="e", tipo_contenido=TipoContenido.ESTUDIO))
    assert de_mesa.conjuntos == ("p", "v")


def test_little_is_known_of_a_bare_line() -> None:
    linea = LineaPlan(id="l", nombre="Algo")
    hecho = started(linea, project_of(linea))
    assert hecho == Contenido(
        id=hecho.id, nombre="Algo", tipo=TipoContenido.BOLETIN, linea="l", fecha=HOY, numero="001/2026"
    )
    estudio = started(replace(linea, tipo_contenido=TipoContenido.ESTUDIO), project_of(INSTITUCION, linea))
    assert (estudio.autor, estudio.sector) == ("", "Infraestructura")
    sin_institucion = started(replace(linea, conjunto="p"), project_of(PUENTES, linea))
    assert sin_institucion.nombre == "Algo"
    sin_siglas = started(replace(linea, conjunto="p"), project_of(replace(INSTITUCION, siglas=""), PUENTES, linea))
    assert sin_siglas.nombre == "Secretaría publica en datos abiertos: Puentes"


def test_the_contents_of_a_line_are_those_in_use() -> None:
    suyos = [Contenido(id=cual, linea="l", retirado="Ya no" if cual == "b" else "") for cual in ("a", "b", "c")]
    proyecto = project_of(LINEA, *suyos, Contenido(id="d"))
    assert [contenido.id for contenido in contents_of_line(proyecto, "l")] == ["a", "c"]
    assert contents_of_line(proyecto, "otra") == []


def test_the_sheet_of_a_tool_begins_with_what_its_record_says() -> None:
    visor = replace(
        VISOR,
        descripcion="Ubica *cada* puente.",
        correo_contacto="visor@e.gob.mx",
        responsable="otra",
        coordinado_fecha=HOY,
        coordinado_persona="Luz",
        coordinado_medio="Correo",
    )
    linea = LineaPlan(id="l", nombre="Visor", herramienta="h", tipo_contenido=TipoContenido.HERRAMIENTA)
    proyecto = project_of(INSTITUCION, VADOS, RESERVADO, visor, TECNICO, Persona(id="otra", nombre="Ana"), linea)
    hecha = started(linea, proyecto)
    assert (hecha.cuerpo, hecha.correo_contacto) == (r"Ubica \*cada\* puente.", "visor@e.gob.mx")
    assert (hecha.contacto_tecnico, hecha.coordinado_fecha, hecha.coordinado_medio) == ("otra", HOY, "Correo")
    boletin = started(replace(linea, tipo_contenido=TipoContenido.BOLETIN), proyecto)
    assert (boletin.cuerpo, boletin.correo_contacto, boletin.contacto_tecnico) == ("", "d@e.gob.mx", "t")
