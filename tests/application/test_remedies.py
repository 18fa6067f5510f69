"""Remedies of the gaps that the checklist finds: what they put in, from what the project knows, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.remedies import COMIENZOS, Remedio, remedio
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.enriquecido import plano
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona, RedSocial
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reglas import Contexto, Punto, revisar_contenido
from promueve_gui.domain.vocabularios import Acceso, Frecuencia, Rol, TipoContenido

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

URL = "https://datos.ejemplo.gob.mx/camas.csv"
RECORDS = (
    Institucion(
        id="i", nombre="Secretaría de Ejemplo", siglas="SE", anio=2026, sector="Salud", correo_contacto="d@ejemplo.mx"
    ),
    AreaGeneradora(id="a", nombre="Unidad de Camas"),
    ConjuntoDatos(
        id="c",
        nombre="Camas censables",
        area="a",
        url=URL,
        frecuencia=Frecuencia.MENSUAL,
        descripcion="Camas de cada hospital,\n* por turno *.",
    ),
    ConjuntoDatos(id="privado", nombre="Expedientes", acceso=Acceso.PRIVADO),
    GrupoUsuarios(id="g", nombre="Periodistas", descripcion="Preguntan por camas"),
    LineaPlan(id="l", nombre="Difundir camas", conjunto="c", grupos=("g",)),
    Persona(id="t", nombre="Luz Marina", rol=Rol.TECNICO),
    RedSocial(id="x", nombre="X", limite=280, en_uso=True),
)


def proyecto(*otros: Registro) -> Proyecto:
    made = Proyecto()
    made.apply(alta(registro) for registro in (*RECORDS, *otros))
    return made


def contenido(tipo: TipoContenido, **valores: object) -> Contenido:
    vacio = Contenido(id="n", nombre="", tipo=tipo, linea="l", conjuntos=("c",))
    return replace(vacio, **valores)  # type: ignore[arg-type]  # values of any field


def todos(datos: Proyecto, escrito: Contenido) -> dict[str, Remedio]:
    """Return the remedies of every gap, by the field that they are about."""
    puntos = revisar_contenido(Contexto(datos, date(2026, 11, 19)), escrito)
    hallados = {punto.campo: remedio(datos, escrito, punto) for punto in puntos if not punto.ok}
    return {campo: hallado for campo, hallado in hallados.items() if hallado is not None}


def aplicado(datos: Proyecto, escrito: Contenido) -> Contenido:
    """Return the content with every remedy applied, one after another as a person would."""
    for campo in todos(datos, escrito):
        hecho = todos(datos, escrito)[campo]
        escrito = replace(escrito, **dict(hecho.valores))
    return escrito


def test_a_bulletin_is_filled_in_with_what_the_project_knows() -> None:
    datos = proyecto()
    escrito = aplicado(datos, contenido(TipoContenido.BOLETIN))
    assert escrito.nombre == "SE publica en datos abiertos: Camas censables"
    assert (escrito.url, escrito.correo_contacto, escrito.contacto_tecnico) == (URL, "d@ejemplo.mx", "t")
    assert (
        combinar(escrito.entrada, escrito, datos) == "Secretaría de Ejemplo publica en datos abiertos: Camas censables."
    )
    assert len(escrito.sumarios.splitlines()) == 3
    assert plano(escrito.cuerpo) == "Camas de cada hospital, * por turno *."
    assert escrito.cita == ""


def test_a_section_begins_with_the_lines_that_say_something() -> None:
    datos = proyecto(ConjuntoDatos(id="d", nombre="Quirófanos", area="a"))
    escrito = aplicado(datos, contenido(TipoContenido.BOLETIN, conjuntos=("d",)))
    assert combinar(escrito.sumarios, escrito, datos) == (
        "Ya son públicos los datos de Quirófanos\nLos genera: Unidad de Camas"
    )
    assert "sumarios" not in todos(datos, contenido(TipoContenido.BOLETIN, conjuntos=()))


def test_a_story_begins_with_what_is_known_of_data_and_people() -> None:
    datos = proyecto()
    escrito = aplicado(datos, contenido(TipoContenido.HISTORIA))
    assert (escrito.autor, escrito.sector) == ("Unidad de Camas", "Salud")
    assert plano(escrito.antecedentes).startswith("Camas de cada hospital")
    assert plano(escrito.retos) == "Para quién:\nPeriodistas: Preguntan por camas."
    assert URL in combinar(escrito.solucion, escrito, datos)
    assert escrito.resultados == ""  # what came of it only people know
    assert escrito.coordinado_fecha is None


def test_a_post_takes_the_only_network_and_says_where_the_data_are() -> None:
    datos = proyecto()
    escrito = aplicado(datos, contenido(TipoContenido.REDES, nombre="Camas"))
    assert escrito.red == "x"
    assert (
        combinar(escrito.mensaje, escrito, datos)
        == "Ya puede consultar y descargar en datos abiertos: Camas censables."
    )
    varias = proyecto(RedSocial(id="y", nombre="Otra", en_uso=True))
    assert "red" not in todos(varias, contenido(TipoContenido.REDES))


def test_data_that_may_not_be_promoted_are_taken_out() -> None:
    escrito = contenido(TipoContenido.ESTUDIO, conjuntos=("privado", "c", "nadie"))
    quitar = todos(proyecto(), escrito)["conjuntos"]
    assert (quitar.texto, quitar.valores) == ("Quitar", (("conjuntos", ("c", "nadie")),))


def test_the_description_of_an_image_is_copied_from_another_network() -> None:
    escrito = contenido(TipoContenido.REDES, red="x", mensaje="Hola")
    otra = RedSocial(id="y", nombre="Otra")
    variante = VarianteRed(id="v", contenido="n", red="y", texto="Hola", texto_alternativo="Una cama de {conjunto}")
    copiar = todos(proyecto(otra, escrito, variante), escrito)["texto_alternativo"]
    assert (copiar.texto, dict(copiar.valores)) == ("Copiar", {"texto_alternativo": "Una cama de {conjunto}"})


def test_the_sheet_of_a_tool_takes_what_its_record_says() -> None:
    visor = Herramienta(
        id="h",
        nombre="Visor de camas",
        descripcion="Muestra *cada* cama.",
        correo_contacto="visor@ejemplo.mx",
        responsable="otra",
        coordinado_fecha=date(2026, 11, 3),
        coordinado_persona="Eva Ruiz",
        coordinado_medio="Correo",
    )
    datos = proyecto(visor, Persona(id="otra", nombre="Ana", rol=Rol.ENLACE), Persona(id="u", rol=Rol.TECNICO))
    ficha = contenido(TipoContenido.HERRAMIENTA, herramienta="h", nombre="Visor")
    escrito = aplicado(datos, ficha)
    assert plano(escrito.cuerpo) == "Muestra *cada* cama."
    assert (escrito.correo_contacto, escrito.contacto_tecnico) == ("visor@ejemplo.mx", "otra")
    assert (escrito.coordinado_fecha, escrito.coordinado_persona) == (date(2026, 11, 3), "Eva Ruiz")
    assert "coordinado_persona" not in todos(datos, replace(ficha, coordinado_fecha=date(2026, 11, 5)))
    sin_medio = proyecto(replace(visor, coordinado_medio="", responsable=None))
    assert "coordinado_fecha" not in todos(sin_medio, ficha)
    assert aplicado(sin_medio, ficha).contacto_tecnico == "t"


def test_of_several_technical_contacts_the_one_of_the_area_is_named() -> None:
    suyo, ajeno = (Persona(id=clave, nombre=clave, rol=Rol.TECNICO, area=clave) for clave in "ab")
    otra = AreaGeneradora(id="b", nombre="Otra")
    datos = proyecto(suyo, otra, ajeno)
    assert todos(datos, contenido(TipoContenido.BOLETIN))["contacto_tecnico"].valores == (("contacto_tecnico", "a"),)
    assert "contacto_tecnico" not in todos(datos, contenido(TipoContenido.BOLETIN, conjuntos=()))


@pytest.mark.parametrize("tipo", list(TipoContenido))
def test_where_nothing_is_known_nothing_is_made_up(tipo: TipoContenido) -> None:
    vacio = Contenido(id="n", nombre="", tipo=tipo)
    assert todos(Proyecto(), vacio) == {}


def test_what_is_written_is_not_ours_to_change() -> None:
    escrito = contenido(TipoContenido.BOLETIN, sumarios="Uno solo", cuerpo="a" * 9000)
    assert {"sumarios", "cuerpo"}.isdisjoint(todos(proyecto(), escrito))


def test_without_a_type_or_a_gap_there_is_no_remedy() -> None:
    sin_tipo = Contenido(id="n", nombre="")
    assert remedio(proyecto(), sin_tipo, Punto("R6", "tipo", "Falta", ok=False, bloquea=True)) is None
    bien = Punto("R4", "url", "URL", ok=True, bloquea=True)
    assert remedio(proyecto(), contenido(TipoContenido.BOLETIN), bien) is None


def test_a_remedy_is_one_edition_with_its_reason() -> None:
    escrito = contenido(TipoContenido.BOLETIN, nombre="Camas")
    hecho = todos(proyecto(), escrito)["url"]
    assert hecho.motivo(escrito) == "Insertar «URL directa de los datos» en «Camas»"
    (cambio,) = hecho.cambios(escrito)
    assert cambio is not None
    assert cambio.despues == {"url": URL}


def test_every_beginning_is_of_a_field_and_passes_as_it_is_filled_in() -> None:
    datos = proyecto()
    for campo, modelo in COMIENZOS.items():
        assert hasattr(Contenido(id="n"), campo)
        assert "{" not in combinar(modelo, contenido(TipoContenido.BOLETIN, url=URL), datos)
