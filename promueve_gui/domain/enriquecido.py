r"""Rich text: a few marks of Markdown in ordinary text, so that it is stored, searched and compared like any other.

A line is a paragraph; one that begins with «## » is a heading, with «- » an item of a list, with «1. » an item of a
numbered one. Within a line ``**`` begins and ends bold, ``*`` italics, and ``[text](address)`` is a link to the web,
to a mailbox, or to the address that a merge field stands for. A backslash before a mark takes it for what it is. What
is left open, and marks between spaces («5 * 3»), are plain text. Everything is read once from left to right.
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from promueve_gui.domain.enlaces import revisar_correo
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

Pieza: TypeAlias = tuple[str, tuple[bool, bool, str]]  # text, and how it looks: bold, italics, where it leads

VINETA = "• "  # what readers see before an item of a list
MAXIMO_NUMERO = 999_999
LARGO_ENLACE = 2000  # longer ones do not open in common programs

_SALTOS = pattern("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Neither print nor belong in a document: control characters, halves of pairs, and what turns text around unseen.
_INVISIBLES = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BLANCOS = " \t"
_ESCAPABLES = r"\\*\[\]()#.\- " + "\t"
_DESTINO = rf"(?:[^\s()<>\\]|\\[{_ESCAPABLES}])++"
_MARCA = pattern(rf"\\[{_ESCAPABLES}]|\*+|\[|\](?:\((?P<destino>{_DESTINO})\))?")
_INICIO = pattern(r"(?P<titulo>## )|(?P<vineta>- )|(?P<numero>[1-9][0-9]{0,5})\. ")
_ESCAPE = pattern(rf"\\([{_ESCAPABLES}])")
_AJENOS = pattern(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]")
_CAMPO = pattern(r"\{[a-z_]{1,40}\}")
# What must not be taken for a mark: outside a link, and inside its text or in a value that goes anywhere.
_DELICADO = pattern(rf"\\(?=[{_ESCAPABLES}]|$)|\*|\](?=\(|$)")
_TODO_DELICADO = pattern(rf"\\(?=[{_ESCAPABLES}]|$)|[*\[\]]")
_EN_VALOR = pattern(r"[\\*\[\]()]")
_DIRECCION = pattern(r"[\\()*\[\]]")
_NEGRITA, _CURSIVA = "**", "*"


class Clase(Enum):
    """What a block is."""

    PARRAFO = "parrafo"
    TITULO = "titulo"
    VINETA = "vineta"
    NUMERO = "numero"


@frozen
class Tramo:
    """A stretch of text that looks the same; ``enlace`` is where it leads, empty for nowhere."""

    texto: str
    negrita: bool = False
    cursiva: bool = False
    enlace: str = ""


@frozen
class Bloque:
    """A line. ``numero`` is the number of an item of a numbered list, and 0 of anything else."""

    clase: Clase
    tramos: tuple[Tramo, ...]
    numero: int = 0

    @property
    def texto(self) -> str:
        """Return its words without marks."""
        return "".join(tramo.texto for tramo in self.tramos)

    @property
    def leido(self) -> str:
        """Return what readers see: its words, and the sign or number of an item."""
        signos = {Clase.VINETA: VINETA, Clase.NUMERO: f"{self.numero}. "}
        return signos.get(self.clase, "") + self.texto


def limpio(texto: str) -> str:
    """Return a text with every kind of line break as a line feed, and without what is no character to be read."""
    return _INVISIBLES.sub("", _SALTOS.sub("\n", texto))


@lru_cache(maxsize=64)  # rules, measures and documents ask for the same few texts, one after another
def leer(texto: str) -> tuple[Bloque, ...]:
    """Return the blocks of a rich text; empty lines are none."""
    return tuple(bloque for _, bloque in _renglones(texto) if bloque is not None)


def plano(texto: str) -> str:
    """Return a rich text as readers see it, line by line: no marks, and the signs and numbers of lists."""
    return "\n".join(renglon if bloque is None else bloque.leido for renglon, bloque in _renglones(texto))


def escapar(texto: str) -> str:
    """Return the rich text that reads as the plain ``texto`` does: ``plano`` of it is ``limpio(texto)``."""
    return "\n".join(_sin_inicio(_protegido(renglon, _DELICADO)) for renglon in limpio(texto).split("\n"))


def escapar_valor(valor: str) -> str:
    """Return a plain value to be put anywhere into a rich text, be it an address, as one line that says just that."""
    return _sin_inicio(_protegido(" ".join(limpio(valor).split("\n")), _EN_VALOR))


def escribir(bloques: Iterable[Bloque]) -> str:
    """Return blocks as rich text: ``leer`` of it are the same blocks, tidied up.

    That is: equal neighbours are one stretch, a link that leads nowhere is text, lists are numbered one by one, and
    paragraphs without text are left out.
    """
    escritos: list[str] = []
    anterior: Clase | None = None
    for bloque in _ordenados(bloques):
        juntos = anterior is bloque.clase and bloque.clase in {Clase.VINETA, Clase.NUMERO}
        escritos += ["" if anterior is None else "\n" if juntos else "\n\n", _renglon(bloque)]
        anterior = bloque.clase
    return "".join(escritos)


def enlace_valido(destino: str) -> bool:
    """Tell whether a link may lead there: http and https without user, mailto, or the address of a merge field."""
    if _CAMPO.fullmatch(destino):
        return True
    if len(destino) > LARGO_ENLACE or _AJENOS.search(destino) or _INVISIBLES.search(destino):
        return False
    if destino.startswith("mailto:"):
        return revisar_correo(destino.removeprefix("mailto:")) is None
    try:
        partes = urlsplit(destino)
        return partes.scheme in {"http", "https"} and bool(partes.hostname) and "@" not in partes.netloc
    except ValueError:
        return False


# Reading


def _renglones(texto: str) -> Iterator[tuple[str, Bloque | None]]:
    """Yield each line and its block, ``None`` for one without anything."""
    anterior: Bloque | None = None
    for renglon in limpio(texto).split("\n"):
        bloque = _bloque(renglon, anterior)
        yield renglon, bloque
        anterior = bloque or anterior


def _bloque(renglon: str, anterior: Bloque | None) -> Bloque | None:
    inicio = _INICIO.match(renglon)
    if inicio is None:
        return Bloque(Clase.PARRAFO, _tramos(renglon)) if renglon.strip(_BLANCOS) else None
    tramos = _tramos(renglon[inicio.end() :])
    if inicio["numero"]:
        return Bloque(Clase.NUMERO, tramos, _siguiente(int(inicio["numero"]), anterior))
    return Bloque(Clase.TITULO if inicio["titulo"] else Clase.VINETA, tramos)


def _siguiente(escrito: int, anterior: Bloque | None) -> int:
    """Return the number of an item: the one after the last of the same list, or the one that was written."""
    sigue = anterior is not None and anterior.clase is Clase.NUMERO and anterior.numero < MAXIMO_NUMERO
    return anterior.numero + 1 if sigue and anterior is not None else escrito


class _Lectura:
    """Reads one line: pieces of text in order, what each mark switches, and the link that is open."""

    __slots__ = ("_desde", "_escape", "_renglon", "abierto", "cambios", "enlaces", "piezas")

    def __init__(self, renglon: str) -> None:
        self._renglon = renglon
        self._desde = 0  # up to where it was read
        self._escape = -1  # where the last escape ended
        self.piezas: list[str] = []
        self.cambios: dict[int, str] = {}  # the place of each piece that is a run of asterisks
        self.enlaces: dict[int, str] = {}  # the place of each piece that belongs to a link: where it leads
        self.abierto: int | None = None  # the place of the bracket that may begin a link

    def read(self) -> None:
        for marca in _MARCA.finditer(self._renglon):
            self._text_up_to(marca.start())
            self._mark(marca)
            self._desde = marca.end()
        self._text_up_to(len(self._renglon))

    def _text_up_to(self, fin: int) -> None:
        if fin > self._desde:
            self.piezas.append(self._renglon[self._desde : fin])

    def _mark(self, marca: re.Match[str]) -> None:
        dicho, lugar = marca[0], len(self.piezas)
        if dicho.startswith("\\"):
            self.piezas.append(dicho[1])
            self._escape = marca.end()
        elif marca["destino"]:
            self._close(_ESCAPE.sub(r"\1", marca["destino"]), dicho)
        else:
            self.piezas.append(dicho)
            if dicho == "[":
                self.abierto = lugar
            elif dicho == "]":
                self.abierto = None
            elif len(dicho) <= len(_NEGRITA + _CURSIVA) and not self._stands_alone(marca):
                self.cambios[lugar] = dicho

    def _close(self, destino: str, dicho: str) -> None:
        abierto, self.abierto = self.abierto, None
        dentro = range(0 if abierto is None else abierto + 1, len(self.piezas))
        con_texto = any(lugar not in self.cambios for lugar in dentro)
        if abierto is None or not con_texto or not enlace_valido(destino):
            self.piezas.append(_ESCAPE.sub(r"\1", dicho))
            return
        self.piezas[abierto] = ""
        self.enlaces.update(dict.fromkeys(dentro, destino))

    def _stands_alone(self, marca: re.Match[str]) -> bool:
        """Tell whether a run of asterisks has nothing at either side that it could begin or end."""
        antes = self._renglon[marca.start() - 1 : marca.start()] if marca.start() != self._escape else "\\"
        return antes in {"", *_BLANCOS} and self._renglon[marca.end() : marca.end() + 1] in {"", *_BLANCOS}


def _tramos(renglon: str) -> tuple[Tramo, ...]:
    if not any(signo in renglon for signo in "\\*["):
        return (Tramo(renglon),) if renglon else ()
    lectura = _Lectura(renglon)
    lectura.read()
    return _juntos(_formados(lectura))


def _formados(lectura: _Lectura) -> Iterator[Pieza]:
    """Yield the pieces and how they look. A mark that nothing closes is the last of its kind, and text."""
    cuentan = {signo: [n for n, dicho in lectura.cambios.items() if signo in _partes(dicho)] for signo in ("**", "*")}
    sueltos = {signo: lugares[-1] for signo, lugares in cuentan.items() if len(lugares) % 2}
    puestos = {_NEGRITA: False, _CURSIVA: False}
    for lugar, pieza in enumerate(lectura.piezas):
        texto = pieza
        if lugar in lectura.cambios:
            texto = ""
            for signo in _partes(pieza):
                if sueltos.get(signo) == lugar:
                    texto += signo
                else:
                    puestos[signo] = not puestos[signo]
        yield texto, (puestos[_NEGRITA], puestos[_CURSIVA], lectura.enlaces.get(lugar, ""))


def _partes(asteriscos: str) -> tuple[str, ...]:
    return {1: (_CURSIVA,), 2: (_NEGRITA,)}.get(len(asteriscos), (_NEGRITA, _CURSIVA))


def _juntos(piezas: Iterable[Pieza]) -> tuple[Tramo, ...]:
    """Return pieces of text as stretches, as few as they can be."""
    grupos = groupby((pieza for pieza in piezas if pieza[0]), key=itemgetter(1))
    return tuple(Tramo("".join(map(itemgetter(0), iguales)), *aspecto) for aspecto, iguales in grupos)


# Writing


def _ordenados(bloques: Iterable[Bloque]) -> Iterator[Bloque]:
    anterior: Bloque | None = None
    for bloque in bloques:
        tramos = _juntos(map(_pieza, bloque.tramos))
        if not tramos and bloque.clase is Clase.PARRAFO:
            continue
        numero = 0
        if bloque.clase is Clase.NUMERO:
            numero = _siguiente(min(max(bloque.numero, 1), MAXIMO_NUMERO), anterior)
        anterior = Bloque(bloque.clase, tramos, numero)
        yield anterior


def _pieza(tramo: Tramo) -> Pieza:
    enlace = tramo.enlace if enlace_valido(tramo.enlace) else ""
    return limpio(tramo.texto).replace("\n", " "), (tramo.negrita, tramo.cursiva, enlace)


def _renglon(bloque: Bloque) -> str:
    texto = _con_marcas(bloque.tramos)
    if bloque.clase is Clase.PARRAFO:
        return _sin_inicio(texto) if texto.strip(_BLANCOS) else f"\\{texto}"
    return {Clase.TITULO: "## ", Clase.VINETA: "- "}.get(bloque.clase, f"{bloque.numero}. ") + texto


def _con_marcas(tramos: Sequence[Tramo]) -> str:
    escrito, antes = "", Tramo("")
    for tramo in (*tramos, Tramo("")):
        sale, entra = antes.enlace != tramo.enlace and antes.enlace, antes.enlace != tramo.enlace and tramo.enlace
        if sale:
            escrito += f"]({_DIRECCION.sub(_escapado, sale)})"
        texto = _protegido(tramo.texto, _TODO_DELICADO if tramo.enlace else _DELICADO)
        marcas = _NEGRITA * (antes.negrita != tramo.negrita) + _CURSIVA * (antes.cursiva != tramo.cursiva)
        if marcas and not entra and _acaba_en_blanco(escrito) and texto[:1] in {"", *_BLANCOS}:
            if texto:
                texto = f"\\{texto}"
            else:
                escrito = f"{escrito[:-1]}\\{escrito[-1:]}"
        escrito += marcas + ("[" if entra else "") + texto
        antes = tramo
    return escrito


def _acaba_en_blanco(escrito: str) -> bool:
    antes = escrito[:-1]
    escapado = (len(antes) - len(antes.rstrip("\\"))) % 2
    return escrito[-1:] in {"", *_BLANCOS} and not escapado


def _protegido(texto: str, delicado: re.Pattern[str]) -> str:
    return delicado.sub(_escapado, texto)


def _escapado(hallado: re.Match[str]) -> str:
    return f"\\{hallado[0]}"


def _sin_inicio(renglon: str) -> str:
    """Return a line whose beginning is not taken for a heading or an item of a list."""
    inicio = _INICIO.match(renglon)
    if inicio is None:
        return renglon
    if inicio["numero"]:
        return f"{inicio['numero']}\\{renglon[len(inicio['numero']) :]}"
    return f"\\{renglon}"
