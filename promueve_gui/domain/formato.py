"""Values as people read and type them: in tables, in Excel, on the clipboard. One way out and the same way back."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, cast

from promueve_gui.domain import fechas_leidas
from promueve_gui.domain.enriquecido import escapar, plano
from promueve_gui.domain.ficha import Opcion, Tipo, campos
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import SEPARADOR, anidado, compuesto, en_un_renglon, plegar, sin_controles
from promueve_gui.domain.vocabulario_leido import clase_dicha, estado_dicho
from promueve_gui.domain.vocabularios import ClaseGrupo, EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto

SI, NO = "Sí", "No"
_SI = frozenset({"si", "s", "x", "1", "verdadero", "true"})
_NO = frozenset({"no", "n", "", "0", "falso", "false"})
_MES_Y_NUMERO = re.compile(r"[a-z]+\.?\s+(?:del?\s+)?\d{1,2}")  # «marzo 25»: a day or, in inventories, a year
ESCALA_MAXIMA = 5
RAIZ_MINIMA = 3  # letters by which choices are said to begin alike
CORTES = 8  # commas and the like that a title may hold
PARECIDO, PARECIDO_DE_PALABRAS = 0.6, 0.7  # likeness from which a name may be meant, and from which one word may
LARGO_CITADO = 80  # characters of a value that a sentence repeats
COMPARABLES = 300  # with more titles than this, only those that begin alike are compared with a mistyped one

_ENTRE = re.compile(r"\s*[,/]\s*(?:[ye]\s+)?|\s+[ye]\s+")
# Choices that people call by words of their own.
_DICHAS: Mapping[type[Opcion], Callable[[str], Opcion | None]] = {EstadoLinea: estado_dicho, ClaseGrupo: clase_dicha}
_ENTRE_OPCIONES = re.compile(r"(?:[\W\d_]|\b[ye]\b)*")
_VINETA = re.compile(r"^(?:[-–—•·▪*]+|\d{1,2}[.)])\s*")


class ValorInvalidoError(ValueError):
    """A typed text that does not fit its field; the message is the sentence that the user reads."""


def mostrar(campo: Campo, valor: Valor, proyecto: Proyecto) -> str:
    """Return ``valor`` as people read it: dd/mm/aaaa, labels, titles, text without marks; several joined by «; »."""
    match campo.tipo:
        case Tipo.BOOLEANO:
            return SI if valor else NO
        case Tipo.FECHA:
            return "" if valor is None else _mostrar_fecha(cast("date", valor))
        case Tipo.OPCION:
            return "" if valor is None else cast("Opcion", valor).etiqueta
        case Tipo.OPCIONES:
            elegidas = cast("frozenset[Opcion]", valor)
            return SEPARADOR.join(o.etiqueta for o in campo.opciones or () if o in elegidas)
        case Tipo.REFERENCIA:
            return proyecto.titulo(campo.destino, cast("Id | None", valor))
        case Tipo.REFERENCIAS:
            return SEPARADOR.join(proyecto.titulo(campo.destino, i) for i in cast("tuple[Id, ...]", valor))
        case _:
            return "" if valor is None else plano(str(valor)) if campo.rico else str(valor)


def _mostrar_fecha(valor: date) -> str:
    # strftime writes the year 26 as «26» or «0026», depending on the system.
    return f"{valor.day:02}/{valor.month:02}/{valor.year:04}"


def leer(campo: Campo, texto: str, proyecto: Proyecto) -> Valor:
    """Return the value that a person typed. Raises ``ValorInvalidoError`` with what to do."""
    limpio = texto.strip()
    match campo.tipo:
        case Tipo.BOOLEANO:
            return _leer_booleano(limpio)
        case Tipo.FECHA:
            return leer_fecha(limpio) if limpio else None
        case Tipo.ENTERO | Tipo.ESCALA:
            return _leer_numero(campo, limpio) if limpio else None
        case Tipo.OPCION:
            return _elegido(campo, limpio, _vocabulario(campo)) if limpio else None
        case Tipo.OPCIONES:
            return _elegidos(campo, limpio)
        case Tipo.REFERENCIA:
            return leer_referencia(campo, limpio, proyecto) if limpio else None
        case Tipo.REFERENCIAS:
            return _leer_referencias(campo, limpio, proyecto)
        case Tipo.TEXTO_LARGO:
            limpio = compuesto(sin_controles(texto))
            return escapar(limpio) if campo.rico else limpio
        case _:
            return en_un_renglon(texto)


def leer_fecha(texto: str) -> date:
    """Return the day that ``texto`` names, in any way that files write it; see ``fechas_leidas``.

    Raises ``ValorInvalidoError``, which says whether the day does not exist or the text is no date.
    """
    leida = fechas_leidas.leer_fecha(texto)
    if leida.fecha is not None and not _MES_Y_NUMERO.fullmatch(plegar(texto)):
        return leida.fecha
    defecto = "no es una fecha" if leida.error in {"", fechas_leidas.NO_SE_ENTIENDE} else leida.error
    mensaje = f"«{citar(texto)}» {defecto}; escríbala como dd/mm/aaaa, por ejemplo 05/02/2026."
    raise ValorInvalidoError(mensaje)


def leer_referencia(campo: Campo, texto: str, proyecto: Proyecto) -> Id:
    """Return the record that people call ``texto``, by its name or else by its initials.

    Raises ``ValorInvalidoError`` when there is none, or several.
    """
    tipo = POR_ENTIDAD[campo.destino]
    hallados = proyecto.llamados(tipo, texto) or _con_siglas(tipo, texto, proyecto)
    if len(hallados) == 1:
        return hallados[0]
    if hallados:
        mensaje = f"Hay {len(hallados)} {tipo.PLURAL} que se llaman «{texto}»; elija en la ficha cuál es."
        raise ValorInvalidoError(mensaje)
    cerca = cercano(texto, [r.titulo for r in proyecto.activos(tipo)])
    raise ValorInvalidoError(desconocido(campo, texto, cerca))


def _con_siglas(tipo: type[Registro], texto: str, proyecto: Proyecto) -> list[Id]:
    if "siglas" not in campos(tipo):
        return []
    buscadas = plegar(texto)
    return [r.id for r in proyecto.activos(tipo) if plegar(getattr(r, "siglas", "")) == buscadas]


def _leer_booleano(texto: str) -> bool:
    plegado = plegar(texto)
    if plegado in _SI or plegado in _NO:
        return plegado in _SI
    mensaje = f"«{citar(texto)}» no se entiende aquí; escriba «Sí» o «No»."
    raise ValorInvalidoError(mensaje)


def _leer_numero(campo: Campo, texto: str) -> int:
    junto = texto.replace(",", "").replace(" ", "").removesuffix(".0")
    if junto.isascii() and junto.isdigit() and len(junto) < len(str(2**63)):
        numero = int(junto)
        if campo.tipo is Tipo.ENTERO or 1 <= numero <= ESCALA_MAXIMA:
            return numero
    pedido = "un número del 1 al 5" if campo.tipo is Tipo.ESCALA else "un número entero"
    mensaje = f"«{citar(texto)}» no sirve en «{campo.etiqueta}»; escriba {pedido}."
    raise ValorInvalidoError(mensaje)


def _vocabulario(campo: Campo) -> Mapping[str, Opcion]:
    opciones = list(campo.opciones or ())
    return {plegar(str(o)): o for o in opciones} | {plegar(o.etiqueta): o for o in opciones}


def _elegido(campo: Campo, texto: str, vocabulario: Mapping[str, Opcion]) -> Opcion:
    plegado = plegar(texto)
    if plegado in vocabulario:
        return vocabulario[plegado]
    cercana = opcion_cercana(campo, texto)
    raise ValorInvalidoError(desconocido(campo, texto, None if cercana is None else cercana.etiqueta))


def _elegidos(campo: Campo, texto: str) -> frozenset[Opcion]:
    """Return the choices that ``texto`` names. Raises ``ValorInvalidoError``, which names each that is none."""
    vocabulario = _vocabulario(campo)
    elegidas, faltas = set(), []
    for parte in partes_de_lista(campo, texto):
        try:
            elegidas.add(_elegido(campo, parte, vocabulario))
        except ValorInvalidoError as error:
            faltas.append(str(error))
    if faltas:
        raise ValorInvalidoError(" ".join(dict.fromkeys(faltas)))
    return frozenset(elegidas)


def opcion_cercana(campo: Campo, texto: str) -> Opcion | None:
    """Return the choice that ``texto`` was probably meant to be: by meaning, by words of its label, by nearly that.

    Or else by what is nearly the word that it is stored as. ``None`` when several begin as ``texto`` does: «otro».
    """
    opciones = list(campo.opciones or ())
    decir = None if campo.opciones is None else _DICHAS.get(campo.opciones)
    dicha = None if decir is None else decir(texto)
    if dicha is not None:
        return dicha
    raiz = plegar(texto).removesuffix("(s)").rstrip("s").rstrip("aeo")
    if len(raiz) >= RAIZ_MINIMA and sum(plegar(o.etiqueta).startswith(raiz) for o in opciones) > 1:
        return None
    nombradas_asi = [o for o in opciones if f" {plegar(texto)} " in f" {plegar(o.etiqueta)} "]
    if len(nombradas_asi) == 1:
        return nombradas_asi[0]
    por_etiqueta = {o.etiqueta: o for o in opciones}
    por_palabra = {str(o).replace("_", " "): o for o in opciones}  # short, so that many words are a little like them
    for nombradas, parecido in ((por_etiqueta, PARECIDO), (por_palabra, PARECIDO_DE_PALABRAS)):
        cerca = cercano(texto, nombradas, parecido)
        if cerca is not None:
            return nombradas[cerca]
    return None


def _leer_referencias(campo: Campo, texto: str, proyecto: Proyecto) -> tuple[Id, ...]:
    # A title may hold the separator itself, so as many parts as make one are taken together.
    tipo = POR_ENTIDAD[campo.destino]
    quedan = partes(texto)
    leidas: dict[Id, None] = {}
    while quedan:
        cortes = range(len(quedan), 1, -1)
        corte = next((n for n in cortes if proyecto.llamados(tipo, SEPARADOR.join(quedan[:n]))), 1)
        titulo = SEPARADOR.join(quedan[:corte])
        for uno in _nombrados(tipo, titulo, proyecto) or [titulo]:
            leidas[leer_referencia(campo, uno, proyecto)] = None
        del quedan[:corte]
    return tuple(leidas)


def _nombrados(tipo: type[Registro], texto: str, proyecto: Proyecto) -> list[str]:
    """Return the titles that ``texto`` names behind a bullet, or parted by commas, bars or «y»; none if one is unknown.

    A title may hold what parts others, so as much as makes one is taken together.
    """
    nombrados: list[str] = []
    resto = texto if proyecto.llamados(tipo, texto) else _VINETA.sub("", texto)
    while resto:
        cortes = [corte.span() for corte in islice(_ENTRE.finditer(resto), CORTES)]
        posibles = reversed([*cortes, (len(resto), len(resto))])
        corte = next((c for c in posibles if proyecto.llamados(tipo, resto[: c[0]].rstrip(". "))), None)
        if corte is None:
            return []
        nombrados.append(resto[: corte[0]].rstrip(". "))
        resto = resto[corte[1] :]
    return nombrados


def partes(texto: str) -> list[str]:
    """Return what stands between separators, or one on each line."""
    return [parte.strip() for parte in re.split(r"[;\n]", texto) if parte.strip()]


def partes_de_lista(campo: Campo, texto: str) -> list[str]:
    """Return what stands between separators in a list of choices: commas too, where none of the choices holds one.

    What is nothing but choices behind bullets, or parted by «y» or a bar, is these.
    """
    vocabulario = _vocabulario(campo)
    con_comas = any("," in nombre for nombre in vocabulario)
    separadas = partes(texto if con_comas else texto.replace(",", ";"))
    return [nombrada for parte in separadas for nombrada in _nombradas(parte, vocabulario) or [parte]]


def _nombradas(parte: str, vocabulario: Iterable[str]) -> list[str]:
    resto, halladas = plegar(parte), []
    for nombre in sorted(vocabulario, key=len, reverse=True):
        resto, veces = re.subn(rf"(?<!\w){re.escape(nombre)}(?!\w)", ";", resto)
        halladas += [nombre] * bool(veces)
    return halladas if _ENTRE_OPCIONES.fullmatch(resto) else []


def desconocido(campo: Campo, texto: str, cerca: str | None) -> str:
    """Return the sentence that says that ``texto`` is none of the values of a field, and which it is nearest to."""
    consejo = "; elija uno de la lista." if cerca is None else f"; ¿quiso decir «{cerca}»?"
    return f"«{citar(texto)}» no está entre los valores de «{campo.etiqueta}»{consejo}"


def citar(texto: str, largo: int = LARGO_CITADO) -> str:
    """Return as much of a text as a sentence may repeat between «»: cells for a number have held whole pages."""
    return anidado(acortar(texto, largo))


def acortar(texto: str, largo: int = LARGO_CITADO) -> str:
    """Return a text in one line, cut between words where it is longer than a sentence may repeat."""
    dicho = " ".join(texto.split())
    if len(dicho) <= largo:
        return dicho
    corto = shorten(dicho, largo, placeholder="…")
    return corto if corto != "…" else f"{dicho[: largo - 1]}…"  # of one long word, as much as fits


def cercano(texto: str, conocidos: Iterable[str], parecido: float = PARECIDO) -> str | None:
    """Return the one of ``conocidos`` that ``texto`` was probably meant to be."""
    buscado = plegar(texto)
    por_plegado = {plegar(conocido): conocido for conocido in conocidos}
    posibles = list(por_plegado)
    if len(posibles) > COMPARABLES:
        posibles = [p for p in posibles if p[:2] == buscado[:2]][:COMPARABLES]
    cercanos = get_close_matches(buscado, posibles, n=1, cutoff=parecido)
    return por_plegado[cercanos[0]] if cercanos else None
