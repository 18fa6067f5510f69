"""R6: each type of content has its sections, and about its length."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.reglas import Estado, Severidad
from promueve_gui.domain.reglas.estructura import CONVENIENTES, SECCIONES, texto_de, verificar
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.domain.reglas.fabrica import (
    CONJUNTO,
    HERRAMIENTA,
    LIGA,
    RED,
    contenido,
    contexto,
    evaluar,
    faltas,
    perfil,
    proyecto,
)

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.institucion import RedSocial


def _textos(tipo: TipoContenido, **valores: Any) -> list[str]:
    registro = contenido(tipo, **valores)
    return [check.texto for check in verificar(contexto(RED, HERRAMIENTA), registro)]


def test_does_not_apply_without_contents() -> None:
    assert evaluar("R6").estado is Estado.NO_APLICA


@pytest.mark.parametrize("tipo", list(TipoContenido))
def test_a_complete_content_of_each_type_complies(tipo: TipoContenido) -> None:
    assert evaluar("R6", RED, HERRAMIENTA, contenido(tipo)).estado is Estado.CUMPLE


@pytest.mark.parametrize(("tipo", "seccion"), [(tipo, s) for tipo, todas in SECCIONES.items() for s in todas])
def test_a_missing_section_bars_approval(tipo: TipoContenido, seccion: str) -> None:
    cambios: dict[str, Any] = {seccion: None if seccion in {"red", "herramienta"} else "  "}
    registro = contenido(tipo, estado=EstadoContenido.EN_REVISION, **cambios)
    hallazgos = evaluar("R6", RED, HERRAMIENTA, registro).hallazgos
    assert [h.campo for h in hallazgos if h.severidad is Severidad.BLOQUEA] == [seccion]


@pytest.mark.parametrize(("tipo", "seccion"), [(tipo, s) for tipo, todas in CONVENIENTES.items() for s in todas])
def test_what_is_only_worth_having_advises(tipo: TipoContenido, seccion: str) -> None:
    cambios: dict[str, Any] = {seccion: ""}
    (hallazgo,) = evaluar("R6", contenido(tipo, estado=EstadoContenido.APROBADO, **cambios)).hallazgos
    assert (hallazgo.campo, hallazgo.severidad) == (seccion, Severidad.ADVIERTE)


def test_every_section_belongs_to_the_form_of_its_type() -> None:
    for tipo, campos in CAMPOS_POR_TIPO.items():
        assert {*SECCIONES[tipo], *CONVENIENTES.get(tipo, ())} <= set(campos)


def test_type_and_title_come_first() -> None:
    assert faltas(evaluar("R6", contenido(tipo=TipoContenido.ESTUDIO, nombre=""))) == [("contenido", "nombre")]
    sin_tipo = replace(contenido(), tipo=None)
    assert faltas(evaluar("R6", sin_tipo)) == [("contenido", "tipo")]
    assert texto_de(proyecto(), sin_tipo) == ""


@pytest.mark.parametrize(
    ("sumarios", "esperado"),
    [
        ("", "Falta completar: Sumarios."),
        ("Uno", "Sumarios: 1; conviene que sean de 2 a 4, uno por renglón."),
        ("Uno\n\nDos\n", "Sumarios: 2"),
        ("1\n2\n3\n4\n5", "Sumarios: 5; conviene que sean de 2 a 4, uno por renglón."),
    ],
)
def test_summaries_are_counted(sumarios: str, esperado: str) -> None:
    assert esperado in _textos(TipoContenido.BOLETIN, sumarios=sumarios)


@pytest.mark.parametrize(
    ("caracteres", "esperado"),
    [
        (500, "0.3 cuartillas de 1; conviene desarrollarlo más."),
        (1800, "1.0 cuartillas de 1"),
        (3000, "1.7 cuartillas de 1, algo largo"),
        (4000, "2.2 cuartillas de 1; conviene resumirlo."),
    ],
)
def test_length_of_a_bulletin_is_told(caracteres: int, esperado: str) -> None:
    partes = {"sumarios": "", "cita": "", "entrada": ""}
    assert esperado in _textos(TipoContenido.BOLETIN, cuerpo="a" * caracteres, **partes)


def test_length_only_advises_and_points_at_the_text() -> None:
    partes = ("antecedentes", "retos", "solucion", "resultados")
    corta = contenido(TipoContenido.HISTORIA, estado=EstadoContenido.APROBADO, **dict.fromkeys(partes, "Poco."))
    (hallazgo,) = evaluar("R6", corta).hallazgos
    assert (hallazgo.campo, hallazgo.severidad) == ("antecedentes", Severidad.ADVIERTE)


def test_cuartilla_is_the_one_of_the_profile() -> None:
    registro = contenido(sumarios="", entrada="", cita="", cuerpo="a" * 900)
    textos = [check.texto for check in verificar(contexto(perfil(caracteres_cuartilla=900)), registro)]
    assert "1.0 cuartillas de 1" in textos


def test_an_empty_text_has_no_length() -> None:
    vacio = dict.fromkeys(("sumarios", "entrada", "cuerpo", "cita"), "")
    assert not any("cuartillas" in texto for texto in _textos(TipoContenido.BOLETIN, **vacio))


def test_posts_count_their_url_as_the_network_does() -> None:
    assert "33 de 280 caracteres" in _textos(TipoContenido.REDES, mensaje="Ya están.")


def test_merge_fields_count_for_what_they_stand_for() -> None:
    assert "23 de 280 caracteres" in _textos(TipoContenido.REDES, mensaje="{url}")


def test_without_a_network_and_without_variants_the_network_is_missing() -> None:
    assert faltas(evaluar("R6", RED, contenido(TipoContenido.REDES, red=None))) == [("contenido", "red")]
    variante = VarianteRed(id="v", contenido="contenido", red="red")
    assert evaluar("R6", RED, variante, contenido(TipoContenido.REDES, red=None)).estado is Estado.CUMPLE


def test_each_network_is_told_by_its_name_once_there_are_several() -> None:
    otra = replace(RED, id="otra", nombre="Red Y", limite=10, cuenta_url=5)
    variante = VarianteRed(id="v", contenido="contenido", red="otra", texto="Muy largo")
    registro = contenido(TipoContenido.REDES, mensaje="Ya.")
    textos = [check.texto for check in verificar(contexto(RED, otra, variante), registro)]
    assert "27 de 280 caracteres en Red X" in textos
    assert "15 caracteres; Red Y admite 10. Acorte el texto." in textos


def test_long_messages_are_counted_with_commas() -> None:
    largo = contenido(TipoContenido.REDES, mensaje="a" * 1226)
    textos = [check.texto for check in verificar(contexto(replace(RED, limite=2200)), largo)]
    assert "1,250 de 2,200 caracteres" in textos
    textos = [check.texto for check in verificar(contexto(replace(RED, limite=1000)), largo)]
    assert "1,250 caracteres; Red X admite 1,000. Acorte el texto." in textos


def test_once_one_image_is_described_all_are() -> None:
    otra = replace(RED, id="otra", nombre="Red Y")
    variante = VarianteRed(id="v", contenido="contenido", red="otra", texto_alternativo="Un puente")
    registro = contenido(TipoContenido.REDES)
    (hallazgo,) = evaluar("R6", RED, otra, variante, registro).hallazgos
    assert hallazgo.mensaje == "Falta el texto alternativo de la imagen en Red X."
    descrita = replace(registro, texto_alternativo="Un puente")
    assert evaluar("R6", RED, otra, variante, descrita).estado is Estado.CUMPLE


def test_a_message_that_has_an_image_describes_it() -> None:
    registro = contenido(TipoContenido.REDES, lleva_imagen=True)
    (hallazgo,) = evaluar("R6", RED, registro).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje) == ("texto_alternativo", "Falta el texto alternativo de la imagen.")
    assert evaluar("R6", RED, replace(registro, texto_alternativo="Un puente")).estado is Estado.CUMPLE
    assert evaluar("R6", RED, replace(registro, lleva_imagen=False)).estado is Estado.CUMPLE
    sin_red = [check.campo for check in verificar(contexto(RED), replace(registro, red=None))]
    assert "texto_alternativo" not in sin_red


def test_slides_stand_for_the_text_of_a_presentation() -> None:
    sin_texto = contenido(TipoContenido.PRESENTACION, cuerpo="")
    assert faltas(evaluar("R6", sin_texto)) == [("contenido", "cuerpo")]
    una = Lamina(id="l1", contenido="contenido", orden=2, nombre="Segunda", puntos="- **Uno**")
    otra = Lamina(id="l2", contenido="contenido", orden=1, nombre="Primera")
    retirada = Lamina(id="l3", contenido="contenido", orden=1, nombre="No", retirado="Sobra")
    assert "2 láminas" in [c.texto for c in verificar(contexto(una, otra, retirada), sin_texto)]
    assert "1 lámina" in [c.texto for c in verificar(contexto(una), sin_texto)]
    assert texto_de(proyecto(una, otra, retirada), sin_texto) == "Primera\nSegunda\n• Uno"


@pytest.mark.parametrize(
    ("sin_titulo", "esperado"),
    [((2,), "Falta el título a la lámina 2."), ((1, 3), "Falta el título a las láminas 1 y 3.")],
)
def test_slides_have_a_title(sin_titulo: tuple[int, ...], esperado: str) -> None:
    laminas = [
        Lamina(id=f"l{n}", contenido="contenido", orden=n, nombre="" if n in sin_titulo else "Título")
        for n in (1, 2, 3)
    ]
    (hallazgo,) = evaluar("R6", *laminas, contenido(TipoContenido.PRESENTACION, cuerpo="")).hallazgos
    assert (hallazgo.mensaje, hallazgo.severidad) == (esperado, Severidad.ADVIERTE)


def test_marks_are_neither_text_nor_length() -> None:
    assert faltas(evaluar("R6", HERRAMIENTA, contenido(TipoContenido.HERRAMIENTA, cuerpo="- "))) == []
    rico = contenido(sumarios="", entrada="", cita="", cuerpo=f"## **{'a' * 900}**\n[{'b' * 899}]({LIGA})")
    assert "1.0 cuartillas de 1" in [check.texto for check in verificar(contexto(), rico)]


def test_a_post_that_does_not_fit_says_by_how_much() -> None:
    (hallazgo,) = evaluar("R6", RED, contenido(TipoContenido.REDES, mensaje="a" * 257)).hallazgos
    assert hallazgo.mensaje == "281 caracteres; Red X admite 280. Acorte el texto."


@pytest.mark.parametrize("red", [replace(RED, id="otra"), replace(RED, limite=None)])
def test_without_a_known_limit_nothing_is_counted(red: RedSocial) -> None:
    assert evaluar("R6", red, contenido(TipoContenido.REDES, mensaje="a" * 9000)).estado is Estado.CUMPLE


def test_a_tool_must_show_the_link_to_the_portal() -> None:
    sin_liga = replace(HERRAMIENTA, liga_portal=False)
    assert faltas(evaluar("R6", sin_liga, contenido(TipoContenido.HERRAMIENTA))) == [("contenido", "herramienta")]
    assert evaluar("R6", contenido(TipoContenido.HERRAMIENTA, herramienta="perdida")).estado is Estado.CUMPLE


def test_a_tool_that_was_withdrawn_is_no_tool() -> None:
    retirada = replace(HERRAMIENTA, retirado="Dejó de funcionar")
    (hallazgo,) = evaluar("R6", retirada, contenido(TipoContenido.HERRAMIENTA)).hallazgos
    assert (hallazgo.campo, hallazgo.mensaje) == (
        "herramienta",
        "«Visor de puentes» se retiró del proyecto; elija otra.",
    )
    publicado = contenido(TipoContenido.HERRAMIENTA, estado=EstadoContenido.PUBLICADO)
    assert evaluar("R6", retirada, publicado).estado is Estado.CUMPLE


def test_what_would_leave_between_braces_is_told() -> None:
    escrito = contenido(
        TipoContenido.BOLETIN, entrada="De {conjunto} y {licencia}.", cuerpo="{Url} {url} {licencia} { x }"
    )
    (dicho,) = [v for v in verificar(contexto(CONJUNTO), escrito) if "llaves" in v.texto]
    assert (dicho.campo, dicho.texto) == ("entrada", "{licencia} y {Url} no tienen valor y saldrían así, entre llaves.")
    assert not dicho.bloquea
    (roto,) = [t for t in _textos(TipoContenido.ESTUDIO, cuerpo="De {conjunto y más.") if "llaves" in t]
    assert roto.startswith("{conjunto no tiene valor")
    assert "{licencia} no tiene valor y saldría así, entre llaves." in _textos(
        TipoContenido.ESTUDIO, cuerpo="{licencia}"
    )


def test_slides_and_variants_are_looked_at_too() -> None:
    lamina = Lamina(id="l", contenido="contenido", orden=1, nombre="Uno", puntos="De {sector}")
    presentacion = contenido(TipoContenido.PRESENTACION, id="contenido")
    assert "{sector} no tiene valor y saldría así, entre llaves." in [
        v.texto for v in verificar(contexto(lamina), presentacion)
    ]
    variante = VarianteRed(id="v", contenido="contenido", red="red", texto="De {sector}")
    mensaje = contenido(TipoContenido.REDES, id="contenido")
    (dicho,) = [v for v in verificar(contexto(RED, variante), mensaje) if "llaves" in v.texto]
    assert dicho.campo == "mensaje"
    descrito = replace(mensaje, texto_alternativo="Mapa de {area}")
    (dicho,) = [v for v in verificar(contexto(RED), descrito) if "llaves" in v.texto]
    assert dicho.campo == "texto_alternativo"


@pytest.mark.parametrize("cita", ["«Son de todos.»", "“Son de todos”.", '**"Son** de todos"', "«Uno.»\n\n«Dos.»"])
def test_a_quotation_says_whose_it_is(cita: str) -> None:
    aviso = "La cita textual no dice de quién es; agregue quién lo dijo y su cargo."
    assert aviso in _textos(TipoContenido.BOLETIN, cita=cita)
    assert aviso not in _textos(TipoContenido.BOLETIN, cita=f"{cita} dijo Eva")
    assert aviso not in _textos(TipoContenido.BOLETIN, cita="Son de todos, dijo Eva.")
    assert aviso not in _textos(TipoContenido.ESTUDIO, cita=cita)


def test_messages_that_would_not_go_out_are_told() -> None:
    def dichos(*variantes: VarianteRed) -> list[str]:
        return [v.texto for v in verificar(contexto(RED, *variantes), contenido(TipoContenido.REDES)) if not v.ok]

    una = VarianteRed(id="1", contenido="contenido", red="red", texto="Uno")
    otra, suelta = replace(una, id="2"), replace(una, id="3", red=None)
    assert dichos(una, replace(otra, texto=""), replace(suelta, texto=" ")) == []
    assert dichos(una, otra, suelta) == [
        "Un mensaje para otra red no dice en cuál sale; elíjala.",
        "Hay 2 mensajes para Red X y solo sale el último; deje uno.",
    ]


@pytest.mark.parametrize(
    ("ahora", "dicho"),
    [
        ({"nombre": "Vados"}, "«{}» se llama ahora «Vados» en el proyecto"),
        ({"url": "https://a.mx/b"}, "«{}» tiene ahora otros datos en el proyecto (URL directa)"),
        ({"descripcion": "Otra"}, ""),
    ],
)
def test_what_the_project_says_otherwise_since_the_approval_is_told(ahora: dict[str, Any], dicho: str) -> None:
    nota = contenido(TipoContenido.BOLETIN, estado=EstadoContenido.APROBADO)
    aprobado = replace(nota, congelado=congelar(nota, proyecto(CONJUNTO)))

    def dichos(registro: Contenido) -> list[tuple[str, str]]:
        checks = verificar(contexto(replace(CONJUNTO, **ahora)), registro)
        return [(v.campo, v.texto) for v in checks if "conserva lo que se aprobó" in v.texto]

    esperado = f"{dicho.format(CONJUNTO.nombre)}; el contenido aprobado conserva lo que se aprobó."
    assert dichos(aprobado) == ([("conjuntos", esperado)] if dicho else [])
    assert dichos(replace(aprobado, estado=EstadoContenido.PUBLICADO)) == []
