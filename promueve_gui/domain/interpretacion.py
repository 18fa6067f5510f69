"""What the cells of a returned workbook mean: a value of their field, or a sentence and the nearest value that fits.

One way out and the same way back: what a cell says is compared with what the export wrote (``formato.mostrar``), and
only what differs is read (``formato.leer``).
"""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from promueve_gui.domain.celdas import canonical, is_spoilt
from promueve_gui.domain.ficha import TEXTUALES, Tipo
from promueve_gui.domain.formato import (
    ESCALA_MAXIMA,
    NO,
    SI,
    ValorInvalidoError,
    cercano,
    citar,
    desconocido,
    leer,
    mostrar,
    opcion_cercana,
    partes,
    partes_de_lista,
)
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import en_un_renglon, plegar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.devueltos import Celda
    from promueve_gui.domain.ficha import Campo, Id, Opcion, Valor
    from promueve_gui.domain.proyecto import Proyecto

DECLINADO: Id = ""  # what the name of a group means that somebody decided not to add
_DIGITOS = 15  # significant ones of a number in a cell
_NUMERO = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?")
_DE_CINCO = re.compile(rf"(?<=\d)\s*(?:/|de|sobre)\s*{ESCALA_MAXIMA}\s*$")  # «4 de 5», «4/5»
_VARIOS = "«{texto}» son varios y en «{campo}» va uno solo; repita el renglón para cada uno."
_AFIRMA, _NIEGA = frozenset({"si", "verdadero", "true"}), frozenset({"no", "falso", "false"})


class Conocido(NamedTuple):
    """A record that the file calls by a name, as it is written."""

    id: Id
    nombre: str


Nombres: TypeAlias = "Callable[[], Mapping[str, Conocido]]"
_NADIE: Mapping[str, Conocido] = MappingProxyType({})


def _nobody() -> Mapping[str, Conocido]:
    return _NADIE


class DudosoError(ValueError):
    """A cell that does not fit its field. The message says why and what to do; ``cercano`` is a value that would."""

    def __init__(self, mensaje: str, cercano: Valor) -> None:
        """Take the sentence, and the nearest valid value or ``None``."""
        super().__init__(mensaje)
        self.cercano = cercano


def cell_text(celda: Celda) -> str:
    """Return what a cell says as text, whichever way the program that saved it wrote it down."""
    if isinstance(celda, str):
        return canonical(celda)
    if celda is None:
        return ""
    if isinstance(celda, bool):
        return SI if celda else NO
    if isinstance(celda, date):
        return f"{celda.day:02}/{celda.month:02}/{celda.year:04}"
    if isinstance(celda, float):
        return f"{celda:.{_DIGITOS}g}"
    return str(celda) if isinstance(celda, int) else ""


class Columna:
    """One column of a returned sheet. Rows are many and say much the same, so each thing is worked out once.

    ``conocidos`` gives names, folded, that mean a record in this file before all others in the project; it is asked for
    when it is needed.
    """

    __slots__ = ("_base", "_conocidos", "_escritos", "_leidos", "_nuestro", "campo", "es_texto")

    def __init__(self, campo: Campo, base: Proyecto, nuestro: Proyecto, conocidos: Nombres = _nobody) -> None:
        """Take the field, the project as it was exported, and as it is now."""
        self.campo = campo
        self.es_texto = campo.tipo in TEXTUALES
        self._base = base
        self._nuestro = nuestro
        self._conocidos = conocidos
        self._escritos: dict[Valor, str] = {}
        self._leidos: dict[tuple[type, Celda], Valor | DudosoError] = {}

    def written(self, valor: Valor) -> str:
        """Return what the export wrote for a value, as ``cell_text`` would say it."""
        escrito = self._escritos.get(valor)
        if escrito is None:
            escrito = self._escritos[valor] = canonical(mostrar(self.campo, valor, self._base))
        return escrito

    def says(self, celda: Celda, valor: Valor) -> bool:
        """Tell whether a cell says what the export wrote for a value; most do so to the letter.

        One that has only lost its accents on the way says it too.
        """
        if celda == valor:
            return True
        escrito = self.written(valor)
        if celda == escrito or (not escrito and celda is None):
            return True
        texto = cell_text(celda)
        return texto == escrito or is_spoilt(texto, escrito)

    def read(self, celda: Celda) -> Valor:
        """Return the value that a cell means today. Raises ``DudosoError``."""
        if self.es_texto:
            texto = cell_text(celda)
            return texto if self.campo.tipo is Tipo.TEXTO_LARGO else en_un_renglon(texto)
        clave = (type(celda), celda)
        if clave not in self._leidos:
            self._leidos[clave] = self._interpreted(celda)
        leido = self._leidos[clave]
        if isinstance(leido, DudosoError):
            raise DudosoError(str(leido), leido.cercano)  # one that is kept would keep where it was raised each time
        return leido

    def _interpreted(self, celda: Celda) -> Valor | DudosoError:
        texto = cell_text(celda)
        es_referencia = self.campo.tipo is Tipo.REFERENCIA
        conocido = self._conocidos().get(plegar(texto)) if es_referencia and texto else None
        if conocido is not None:
            return conocido.id
        try:
            return leer(self.campo, texto, self._nuestro)
        except ValorInvalidoError as error:
            if es_referencia:
                return self._unknown(texto, str(error))
            cerca = _nearest(self.campo, texto)
            # Of choices the sentence says already which one was probably meant.
            dicho = "" if cerca is None or self.campo.opciones else mostrar(self.campo, cerca, self._nuestro)
            return DudosoError(f"{error} El valor más cercano es «{dicho}»." if dicho else str(error), cerca)

    def _unknown(self, texto: str, mensaje: str) -> DudosoError:
        """Return the doubt about the name of a record, with the nearest one: of this file's own, if it has such."""
        tipo = POR_ENTIDAD[self.campo.destino]
        if self._nuestro.llamados(tipo, texto):  # several are called so
            return DudosoError(mensaje, None)
        if self._names_several(texto):
            return DudosoError(_VARIOS.format(texto=citar(texto), campo=self.campo.etiqueta), None)
        titulos = {conocido.nombre: conocido.id for conocido in self._conocidos().values() if conocido.id}
        if not titulos:
            titulos = {registro.titulo: registro.id for registro in self._nuestro.activos(tipo)}
        cerca = cercano(texto, titulos)
        return DudosoError(desconocido(self.campo, texto, cerca), None if cerca is None else titulos[cerca])

    def _names_several(self, texto: str) -> bool:
        """Tell whether a text is a list of several records, each of which is known."""
        tipo, conocidos = POR_ENTIDAD[self.campo.destino], self._conocidos()
        return any(
            len(trozos) > 1 and all(plegar(t) in conocidos or self._nuestro.llamados(tipo, t) for t in trozos)
            for trozos in (partes(texto), partes(texto.replace(",", ";")))
        )


def _nearest(campo: Campo, texto: str) -> Valor:
    """Return the valid value that ``texto``, which is none, was probably meant to be; ``None`` when nobody can tell."""
    match campo.tipo:
        case Tipo.ENTERO | Tipo.ESCALA:
            return _nearest_number(campo, texto)
        case Tipo.OPCION:
            return opcion_cercana(campo, texto)
        case Tipo.OPCIONES:
            return _nearest_choices(campo, texto)
        case Tipo.BOOLEANO:
            primera = plegar(texto).replace(",", " ").split()[0]
            return True if primera in _AFIRMA else False if primera in _NIEGA else None
        case _:
            return None


def _nearest_number(campo: Campo, texto: str) -> int | None:
    """Return the nearest number that fits: to the one written, or to the only one that there is among words."""
    escritos = _NUMERO.findall(_DE_CINCO.sub("", texto) if campo.tipo is Tipo.ESCALA else texto)
    try:
        numero = float((escritos[0] if len(escritos) == 1 else texto).replace(",", "."))
        redondo = max(round(numero), 1 if campo.tipo is Tipo.ESCALA else 0)
    except (ValueError, OverflowError):
        return None
    return min(redondo, ESCALA_MAXIMA) if campo.tipo is Tipo.ESCALA else redondo


def _nearest_choices(campo: Campo, texto: str) -> frozenset[Opcion] | None:
    vocabulario = {plegar(nombre): o for o in campo.opciones or () for nombre in (str(o), o.etiqueta)}
    dichas = partes_de_lista(campo, texto)
    elegidas = (vocabulario.get(plegar(parte)) or opcion_cercana(campo, parte) for parte in dichas)
    todas = [opcion for opcion in elegidas if opcion is not None]
    return frozenset(todas) if len(todas) == len(dichas) else None
