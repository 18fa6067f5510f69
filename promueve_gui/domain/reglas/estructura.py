"""R6: what each type of content must hold, and how long it should be. Length advises, a missing section blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.contenidos import CUERPO_POR_TIPO, Contenido
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.lectura import Extension, cuartillas, extension, largo_en_red
from promueve_gui.domain.reglas.base import Regla, Severidad, Verificacion
from promueve_gui.domain.reglas.tablero import en_tablero
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator

    from promueve_gui.domain.reglas.base import Contexto, Juez

# Sections without which a content cannot be approved, and those only worth having (dominio §2 step 3, and §6).
SECCIONES: dict[TipoContenido, tuple[str, ...]] = {
    TipoContenido.REDES: ("red", "cuerpo"),
    TipoContenido.BOLETIN: ("entrada", "cuerpo"),  # and sumarios, which are counted
    TipoContenido.PRESENTACION: ("cuerpo",),
    TipoContenido.HISTORIA: ("antecedentes", "retos", "solucion", "resultados"),
    TipoContenido.HERRAMIENTA: ("herramienta", "cuerpo"),
    TipoContenido.ESTUDIO: ("cuerpo",),
}
CONVENIENTES: dict[TipoContenido, tuple[str, ...]] = {
    TipoContenido.BOLETIN: ("cita",),
    TipoContenido.HISTORIA: ("autor", "sector"),
}
CUARTILLAS: dict[TipoContenido, int] = {TipoContenido.BOLETIN: 1, TipoContenido.HISTORIA: 2}
_MINIMO_SUMARIOS, _MAXIMO_SUMARIOS = 2, 4
_NOMBRES = {nombre: campo.etiqueta.partition(":")[0].partition(" (")[0] for nombre, campo in campos(Contenido).items()}


def texto_de(contenido: Contenido) -> str:
    """Return the text of a content that counts for its length: the fields that its type prints, one per paragraph."""
    nombres = () if contenido.tipo is None else CUERPO_POR_TIPO[contenido.tipo]
    return "\n".join(texto for nombre in nombres if (texto := getattr(contenido, nombre).strip()))


def verificar(contexto: Contexto, contenido: Contenido) -> list[Verificacion]:
    """Return the checks of a content's sections and length."""
    if contenido.tipo is None:
        return [Verificacion("tipo", "Falta el tipo de contenido.", bloquea=True)]
    return [
        *_verificar_titulo(contenido),
        *_verificar_sumarios(contenido, contenido.tipo),
        *_verificar_secciones(contenido, contenido.tipo),
        *_verificar_extension(contexto, contenido, contenido.tipo),
        *_verificar_red(contexto, contenido, contenido.tipo),
        *_verificar_portal(contexto, contenido),
    ]


def _verificar_titulo(contenido: Contenido) -> Iterator[Verificacion]:
    if not contenido.nombre.strip():
        yield Verificacion("nombre", "Falta el título.", bloquea=True)


def _verificar_secciones(contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    for nombre in SECCIONES[tipo]:
        yield _verificar_seccion(contenido, nombre, bloquea=True)
    for nombre in CONVENIENTES.get(tipo, ()):
        yield _verificar_seccion(contenido, nombre, bloquea=False)


def _verificar_seccion(contenido: Contenido, nombre: str, *, bloquea: bool) -> Verificacion:
    if (getattr(contenido, nombre) or "").strip():
        return Verificacion(nombre, _NOMBRES[nombre], ok=True, bloquea=bloquea)
    verbo = "Falta completar" if bloquea else "Conviene agregar"
    return Verificacion(nombre, f"{verbo}: {_NOMBRES[nombre]}.", bloquea=bloquea)


def _verificar_sumarios(contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    cuantos = sum(bool(renglon.strip()) for renglon in contenido.sumarios.splitlines())
    if tipo is not TipoContenido.BOLETIN:
        return
    if not cuantos:
        yield _verificar_seccion(contenido, "sumarios", bloquea=True)
    elif _MINIMO_SUMARIOS <= cuantos <= _MAXIMO_SUMARIOS:
        yield Verificacion("sumarios", f"Sumarios: {cuantos}", ok=True)
    else:
        yield Verificacion("sumarios", f"Sumarios: {cuantos}; conviene que sean de 2 a 4, uno por renglón.")


def _verificar_extension(contexto: Contexto, contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    esperada = CUARTILLAS.get(tipo)
    texto = texto_de(contenido)
    if esperada is None or not texto:
        return
    medida = cuartillas(texto, contexto.perfil.caracteres_cuartilla)
    grado = extension(medida, esperada)
    campo = CUERPO_POR_TIPO[tipo][0] if tipo is TipoContenido.HISTORIA else "cuerpo"
    if grado is Extension.FUERA:
        remedio = "conviene resumirlo" if medida > esperada else "conviene desarrollarlo más"
        yield Verificacion(campo, f"{medida} cuartillas de {esperada}; {remedio}.")
    else:
        aviso = "" if grado is Extension.ADECUADA else ", algo largo"
        yield Verificacion(campo, f"{medida} cuartillas de {esperada}{aviso}", ok=True)


def _verificar_red(contexto: Contexto, contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    red = contexto.proyecto.get(RedSocial, contenido.red)
    if tipo is not TipoContenido.REDES or red is None or not red.limite:
        return
    largo = largo_en_red(mensaje_de_red(contenido), red.cuenta_url)
    if largo <= red.limite:
        yield Verificacion("cuerpo", f"{largo} de {red.limite} caracteres", ok=True)
    else:
        yield Verificacion("cuerpo", f"{largo} caracteres; {red.nombre} admite {red.limite}. Acorte el texto.")


def mensaje_de_red(contenido: Contenido) -> str:
    """Return what is posted on a network: the text, and the direct URL after it unless the text already has it."""
    cuerpo, url = contenido.cuerpo.strip(), contenido.url.strip()
    return cuerpo if not url or url in cuerpo else f"{cuerpo} {url}".strip()


def _verificar_portal(contexto: Contexto, contenido: Contenido) -> Iterator[Verificacion]:
    herramienta = contexto.proyecto.get(Herramienta, contenido.herramienta)
    if contenido.tipo is not TipoContenido.HERRAMIENTA or herramienta is None:
        return
    if herramienta.liga_portal:
        yield Verificacion("herramienta", "La herramienta muestra la URL al portal", ok=True)
    else:
        yield Verificacion("herramienta", "La herramienta no muestra la URL al portal nacional.", bloquea=True)


def _juez(contexto: Contexto) -> Juez:
    def juzgar(contenido: Contenido) -> list[Verificacion] | None:
        return en_tablero(contenido, verificar(contexto, contenido))

    return juzgar


REGLA = Regla(
    id="R6",
    paso=3,
    titulo="Extensión y estructura de cada contenido",
    severidad=Severidad.BLOQUEA,
    tipos=(Contenido,),
    juez=_juez,
)
