"""R6: what each type of content must hold, and how long it should be. Length advises, a missing section blocks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from promueve_gui.domain.campos_combinados import enumerar, sin_valor, texto_leido
from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta
from promueve_gui.domain.contenidos import CUERPO_POR_TIPO, Contenido
from promueve_gui.domain.datos_fijados import cambiados
from promueve_gui.domain.enriquecido import plano
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.lectura import Extension, cuartillas, extension, palabras
from promueve_gui.domain.mensajes_red import mensajes, variantes
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.patterns import pattern
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.reglas.tablero import en_tablero
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.domain.mensajes_red import MensajeRed
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Contexto, Juez

# Sections without which a content cannot be approved, and those only worth having (dominio §2 step 3, and §6).
SECCIONES: dict[TipoContenido, tuple[str, ...]] = {
    TipoContenido.REDES: ("mensaje",),  # and the network, which may be several
    TipoContenido.BOLETIN: ("entrada", "cuerpo"),  # and sumarios, which are counted
    TipoContenido.PRESENTACION: (),  # slides, or a text
    TipoContenido.HISTORIA: ("antecedentes", "retos", "solucion", "resultados"),
    TipoContenido.HERRAMIENTA: ("herramienta", "cuerpo"),
    TipoContenido.ESTUDIO: ("cuerpo",),
}
CONVENIENTES: dict[TipoContenido, tuple[str, ...]] = {
    TipoContenido.BOLETIN: ("cita",),
    TipoContenido.HISTORIA: ("autor", "sector"),
}
CUARTILLAS: dict[TipoContenido, int] = {TipoContenido.BOLETIN: 1, TipoContenido.HISTORIA: 2}
_ENTRECOMILLADO = pattern(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_CAMPOS_FIJADOS = {ConjuntoDatos.ENTIDAD: "conjuntos", Herramienta.ENTIDAD: "herramienta"}
_MINIMO_SUMARIOS, _MAXIMO_SUMARIOS = 2, 4
_NOMBRES = {nombre: campo.etiqueta.partition(":")[0].partition(" (")[0] for nombre, campo in campos(Contenido).items()}


def texto_de(proyecto: Proyecto, contenido: Contenido) -> str:
    """Return the text of a content that counts for its length: what its type prints, as readers see it."""
    nombres = () if contenido.tipo is None else CUERPO_POR_TIPO[contenido.tipo]
    propios = [texto_leido(contenido, nombre, proyecto).strip() for nombre in nombres]
    if contenido.tipo is TipoContenido.PRESENTACION:
        propios += [texto for lamina in laminas(proyecto, contenido) for texto in (lamina.nombre, plano(lamina.puntos))]
    return "\n".join(filter(None, propios))


def verificar(contexto: Contexto, contenido: Contenido) -> list[Verificacion]:
    """Return the checks of a content's sections and length."""
    if contenido.tipo is None:
        return [Verificacion("tipo", "Falta el tipo de contenido.", bloquea=True)]
    return [
        *_verificar_titulo(contenido),
        *_verificar_sumarios(contenido, contenido.tipo),
        *_verificar_secciones(contenido, contenido.tipo),
        *_verificar_cita(contexto, contenido, contenido.tipo),
        *_verificar_extension(contexto, contenido, contenido.tipo),
        *_verificar_redes(contexto.proyecto, contenido, contenido.tipo),
        *_verificar_laminas(contexto.proyecto, contenido, contenido.tipo),
        *_verificar_portal(contexto, contenido),
        *_verificar_datos(contexto.proyecto, contenido, contenido.tipo),
        *_verificar_fijados(contexto.proyecto, contenido),
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
    if plano(getattr(contenido, nombre) or "").strip():
        return Verificacion(nombre, _NOMBRES[nombre], ok=True, bloquea=bloquea)
    verbo = "Falta completar" if bloquea else "Conviene agregar"
    return Verificacion(nombre, f"{verbo}: {_NOMBRES[nombre]}.", bloquea=bloquea)


def _verificar_cita(contexto: Contexto, contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    """Yield that a quotation says nobody's name: nothing is read but what stands between quotation marks."""
    dicho = texto_leido(contenido, "cita", contexto.proyecto)
    fuera, cuantas = _ENTRECOMILLADO.subn("", dicho)
    if tipo is TipoContenido.BOLETIN and cuantas and not palabras(fuera):
        yield Verificacion("cita", "La cita textual no dice de quién es; agregue quién lo dijo y su cargo.")


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
    texto = texto_de(contexto.proyecto, contenido)
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


def _verificar_redes(proyecto: Proyecto, contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    if tipo is not TipoContenido.REDES:
        return
    elegidos = mensajes(proyecto, contenido)
    if not elegidos and not contenido.red:
        yield Verificacion("red", "Falta completar: Red social.", bloquea=True)
    else:
        yield Verificacion("red", "Red social", ok=True, bloquea=True)
    for uno in elegidos:
        donde = f" en {uno.red.nombre}" if len(elegidos) > 1 else ""
        if uno.sobran is None or not uno.limite:
            continue
        if uno.sobran <= 0:
            yield Verificacion("mensaje", f"{uno.largo:,} de {uno.limite:,} caracteres{donde}", ok=True)
        else:
            falta = f"{uno.largo:,} caracteres; {uno.red.nombre} admite {uno.limite:,}. Acorte el texto."
            yield Verificacion("mensaje", falta)
    yield from _verificar_alternativo(elegidos)
    yield from _verificar_variantes(proyecto, contenido)


def _verificar_variantes(proyecto: Proyecto, contenido: Contenido) -> Iterator[Verificacion]:
    """Yield which messages would not go out: those without a network, and all but one of those for the same."""
    cuantas = Counter(variante.red for variante in variantes(proyecto, contenido) if variante.texto.strip())
    if cuantas[None]:
        yield Verificacion("mensaje", "Un mensaje para otra red no dice en cuál sale; elíjala.")
    for red, veces in cuantas.items():
        if red is not None and veces > 1:
            nombre = proyecto.titulo(RedSocial.ENTIDAD, red)
            yield Verificacion("mensaje", f"Hay {veces} mensajes para {nombre} y solo sale el último; deje uno.")


def _verificar_alternativo(elegidos: Sequence[MensajeRed]) -> Iterator[Verificacion]:
    """Yield whether the image of each message is described: there is one if the content says so, or describes it."""
    callan = [uno.red.nombre for uno in elegidos if not uno.texto_alternativo]
    if len(callan) == len(elegidos) and not any(uno.calla_imagen for uno in elegidos):
        return
    if callan:
        donde = f" en {enumerar(callan)}" if len(elegidos) > 1 else ""
        yield Verificacion("texto_alternativo", f"Falta el texto alternativo de la imagen{donde}.")
    else:
        yield Verificacion("texto_alternativo", "Texto alternativo de la imagen", ok=True)


def laminas(proyecto: Proyecto, contenido: Contenido) -> list[Lamina]:
    """Return the slides of a presentation in their order."""
    suyas = [lamina for lamina in proyecto.referidos(Lamina, "contenido", contenido.id) if lamina.activo]
    return sorted(suyas, key=lambda lamina: (lamina.orden or 0, lamina.id))


def _verificar_laminas(proyecto: Proyecto, contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    if tipo is not TipoContenido.PRESENTACION:
        return
    suyas = laminas(proyecto, contenido)
    if not suyas:
        yield _verificar_seccion(contenido, "cuerpo", bloquea=True)
        return
    sin_titulo = [str(lugar) for lugar, lamina in enumerate(suyas, start=1) if not lamina.nombre.strip()]
    if sin_titulo:
        cual = f"a la lámina {sin_titulo[0]}" if len(sin_titulo) == 1 else f"a las láminas {enumerar(sin_titulo)}"
        yield Verificacion("cuerpo", f"Falta el título {cual}.")
    else:
        yield Verificacion("cuerpo", contado(len(suyas), "lámina", "láminas"), ok=True)


def _verificar_portal(contexto: Contexto, contenido: Contenido) -> Iterator[Verificacion]:
    herramienta = contexto.proyecto.get(Herramienta, contenido.herramienta)
    if contenido.tipo is not TipoContenido.HERRAMIENTA or herramienta is None:
        return
    if not herramienta.activo and contenido.estado is not EstadoContenido.PUBLICADO:
        yield Verificacion("herramienta", f"«{herramienta.nombre}» se retiró del proyecto; elija otra.", bloquea=True)
    elif herramienta.liga_portal:
        yield Verificacion("herramienta", "La herramienta muestra la liga al portal nacional", ok=True)
    else:
        yield Verificacion("herramienta", "La herramienta no muestra la liga al portal nacional.", bloquea=True)


def _verificar_datos(proyecto: Proyecto, contenido: Contenido, tipo: TipoContenido) -> Iterator[Verificacion]:
    """Yield what would leave between braces: merge fields that stand for nothing yet, or that do not exist."""
    textos = [(nombre, getattr(contenido, nombre)) for nombre in ("nombre", *CUERPO_POR_TIPO[tipo])]
    if tipo is TipoContenido.PRESENTACION:
        for una in laminas(proyecto, contenido):
            textos += [("cuerpo", texto) for texto in (una.nombre, una.puntos, una.notas, una.texto_alternativo)]
    if tipo is TipoContenido.REDES:
        textos.append(("texto_alternativo", contenido.texto_alternativo))
        for otro in variantes(proyecto, contenido):
            textos += [("mensaje", otro.texto), ("mensaje", otro.texto_alternativo)]
    hallados: dict[str, str] = {}
    for nombre, texto in textos:
        for dato in sin_valor(texto, contenido, proyecto):
            hallados.setdefault(dato, nombre)
    if hallados:
        salen = "no tiene valor y saldría" if len(hallados) == 1 else "no tienen valor y saldrían"
        yield Verificacion(next(iter(hallados.values())), f"{enumerar(list(hallados))} {salen} así, entre llaves.")


def _verificar_fijados(proyecto: Proyecto, contenido: Contenido) -> Iterator[Verificacion]:
    """Yield what the project says otherwise since the approval; what went out already is as it went out."""
    if contenido.estado is not EstadoContenido.APROBADO:
        return
    for aprobado, actual in cambiados(contenido, proyecto):
        otros = [c.etiqueta for n, c in campos(type(actual)).items() if getattr(aprobado, n) != getattr(actual, n)]
        ahora = f"tiene ahora otros datos en el proyecto ({enumerar(otros)})"
        if aprobado.titulo != actual.titulo:
            ahora = f"se llama ahora «{actual.titulo}» en el proyecto"
        texto = f"«{aprobado.titulo}» {ahora}; el contenido aprobado conserva lo que se aprobó."
        yield Verificacion(_CAMPOS_FIJADOS.get(actual.ENTIDAD, "nombre"), texto)


def _juez(contexto: Contexto) -> Juez:
    def juzgar(contenido: Contenido) -> list[Verificacion] | None:
        return en_tablero(contenido, verificar(contexto, contenido))

    return juzgar


REGLA = Regla(
    id="R6",
    paso=3,
    titulo="Extensión y estructura de cada contenido",
    tipos=(Contenido,),
    juez=_juez,
)
