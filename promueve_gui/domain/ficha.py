"""What one field of one record is, said once: form, table, Excel, search and checks are derived from it.

This room knows no particular record. Help texts, examples and citations live in ``recursos/ayuda``.
"""

from __future__ import annotations

from dataclasses import field, fields
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeAlias, TypeVar, cast

from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Id: TypeAlias = str
T = TypeVar("T")
Valor: TypeAlias = "str | int | date | Opcion | frozenset[Any] | tuple[Id, ...] | None"


class Tipo(Enum):
    """Kinds of field. ``CORREO`` and ``URL`` are text with a check of their form."""

    TEXTO = "texto"
    TEXTO_LARGO = "texto_largo"
    CORREO = "correo"
    URL = "url"
    ENTERO = "entero"
    ESCALA = "escala"
    BOOLEANO = "booleano"
    FECHA = "fecha"
    OPCION = "opcion"
    OPCIONES = "opciones"
    REFERENCIA = "referencia"
    REFERENCIAS = "referencias"


TEXTUALES = frozenset({Tipo.TEXTO, Tipo.TEXTO_LARGO, Tipo.CORREO, Tipo.URL})


class Opcion(StrEnum):
    """A closed vocabulary: the stored value and the label that the user reads."""

    etiqueta: str

    def __new__(cls, value: str, etiqueta: str) -> Self:
        """Make a member from its stored value and its label."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.etiqueta = etiqueta
        return member


@frozen
class Campo:
    """Description of one field of one record.

    ``ancho`` is the width of its column in characters; ``destino`` the entity a reference points at;
    ``seccion`` groups fields in a form; ``personal`` marks data of persons, left out of exports;
    ``directa`` a URL that must lead to the data themselves (R4), ``rico`` a text with the marks of ``enriquecido``,
    ``varios`` an address of mail that may be several.
    """

    etiqueta: str
    tipo: Tipo
    requerido: bool = False
    ancho: int = 18
    opciones: type[Opcion] | None = None
    destino: str = ""
    seccion: str = ""
    personal: bool = False
    oculto: bool = False
    directa: bool = False
    rico: bool = False
    varios: bool = False


def _campo(default: Any, campo: Campo) -> Any:
    return field(default=default, metadata={"campo": campo})


def texto(etiqueta: str, **detalles: Any) -> Any:
    """Declare one line of text."""
    return _campo("", Campo(etiqueta, Tipo.TEXTO, **detalles))


def texto_largo(etiqueta: str, **detalles: Any) -> Any:
    """Declare a text of several lines."""
    return _campo("", Campo(etiqueta, Tipo.TEXTO_LARGO, **{"ancho": 50, **detalles}))


def texto_rico(etiqueta: str, **detalles: Any) -> Any:
    """Declare a text of several lines with bold, italics, links, lists and headings; see ``enriquecido``."""
    return texto_largo(etiqueta, rico=True, **detalles)


def correo(etiqueta: str, **detalles: Any) -> Any:
    """Declare an e-mail address."""
    return _campo("", Campo(etiqueta, Tipo.CORREO, **{"ancho": 30, **detalles}))


def url(etiqueta: str, **detalles: Any) -> Any:
    """Declare an address on the web."""
    return _campo("", Campo(etiqueta, Tipo.URL, **{"ancho": 40, **detalles}))


def entero(etiqueta: str, **detalles: Any) -> Any:
    """Declare a whole number, zero or more; ``None`` while unknown."""
    return _campo(None, Campo(etiqueta, Tipo.ENTERO, **{"ancho": 10, **detalles}))


def escala(etiqueta: str, **detalles: Any) -> Any:
    """Declare a grade from 1 to 5; ``None`` while not given."""
    return _campo(None, Campo(etiqueta, Tipo.ESCALA, **{"ancho": 10, **detalles}))


def booleano(etiqueta: str, **detalles: Any) -> Any:
    """Declare a yes or no, no by default."""
    return _campo(default=False, campo=Campo(etiqueta, Tipo.BOOLEANO, **{"ancho": 10, **detalles}))


def fecha(etiqueta: str, **detalles: Any) -> Any:
    """Declare a calendar day."""
    return _campo(None, Campo(etiqueta, Tipo.FECHA, **{"ancho": 13, **detalles}))


def opcion(etiqueta: str, opciones: type[Opcion], default: Opcion | None = None, **detalles: Any) -> Any:
    """Declare one choice out of a closed vocabulary."""
    return _campo(default, Campo(etiqueta, Tipo.OPCION, opciones=opciones, **detalles))


def opciones(etiqueta: str, vocabulario: type[Opcion], **detalles: Any) -> Any:
    """Declare any number of choices out of a closed vocabulary."""
    return _campo(frozenset(), Campo(etiqueta, Tipo.OPCIONES, opciones=vocabulario, **detalles))


def referencia(etiqueta: str, destino: str, **detalles: Any) -> Any:
    """Declare a link to one record of the entity ``destino``."""
    return _campo(None, Campo(etiqueta, Tipo.REFERENCIA, destino=destino, **{"ancho": 28, **detalles}))


def referencias(etiqueta: str, destino: str, **detalles: Any) -> Any:
    """Declare links, in order, to any number of records of the entity ``destino``."""
    return _campo((), Campo(etiqueta, Tipo.REFERENCIAS, destino=destino, **{"ancho": 36, **detalles}))


@frozen(kw_only=True)
class Registro:
    """Anything the project keeps. ``retirado`` is the reason of withdrawal, empty while in use (R12)."""

    ENTIDAD: ClassVar[str] = ""
    SINGULAR: ClassVar[str] = ""
    PLURAL: ClassVar[str] = ""
    FEMENINO: ClassVar[bool] = False
    TITULO: ClassVar[str] = "nombre"
    SIN_TITULO: ClassVar[str] = "sin nombre"

    id: Id
    retirado: str = texto("Motivo de retiro", oculto=True)

    @property
    def activo(self) -> bool:
        """Tell whether the record is in use."""
        return not self.retirado

    @property
    def titulo(self) -> str:
        """Return the text by which people know the record."""
        return str(getattr(self, self.TITULO))

    @property
    def titulo_visible(self) -> str:
        """Return the title, or what stands in its place: «Actividad sin nombre»."""
        return self.titulo or self.sin_titulo().capitalize()

    @property
    def titulo_breve(self) -> str:
        """Return the title, or what stands in its place where it is seen what the record is: «Sin nombre»."""
        return self.titulo or self.SIN_TITULO.capitalize()

    @classmethod
    def uno(cls) -> str:
        """Return one of these records with its article: «un grupo», «una actividad», «un área» (as it is said)."""
        return f"{'una' if cls.FEMENINO and not cls.SINGULAR.startswith('á') else 'un'} {cls.SINGULAR}"

    @classmethod
    def sin_titulo(cls) -> str:
        """Return what a record without a title is called in a sentence: «actividad sin nombre»."""
        return f"{cls.SINGULAR} {cls.SIN_TITULO}"


def per_type(function: Callable[[type[Registro]], T]) -> Callable[[type[Registro]], T]:
    """Remember the answer for each record type; mypy does not take a class for hashable, so ``cache`` is cast."""
    return cast("Callable[[type[Registro]], T]", cache(function))


@per_type
def campos(tipo: type[Registro]) -> Mapping[str, Campo]:
    """Return the described fields of a record type, in the order of its definition."""
    return MappingProxyType({f.name: f.metadata["campo"] for f in fields(tipo) if "campo" in f.metadata})


@per_type
def campos_visibles(tipo: type[Registro]) -> Mapping[str, Campo]:
    """Return the fields that people see and fill in."""
    return MappingProxyType({name: campo for name, campo in campos(tipo).items() if not campo.oculto})


_EXACT: Mapping[Tipo, frozenset[type]] = MappingProxyType(
    {
        **dict.fromkeys(TEXTUALES, frozenset({str})),
        Tipo.ENTERO: frozenset({int, type(None)}),
        Tipo.ESCALA: frozenset({int, type(None)}),
        Tipo.BOOLEANO: frozenset({bool}),
        Tipo.FECHA: frozenset({date, type(None)}),
        Tipo.OPCIONES: frozenset({frozenset}),
        Tipo.REFERENCIA: frozenset({str, type(None)}),
        Tipo.REFERENCIAS: frozenset({tuple}),
    }
)


@per_type
def value_types(tipo: type[Registro]) -> Mapping[str, frozenset[type]]:
    """Return the exact types that each described field admits; a ``datetime``, for one, is no ``date``."""
    return MappingProxyType(
        {
            nombre: _EXACT.get(campo.tipo, frozenset({campo.opciones or Opcion, type(None)}))
            for nombre, campo in campos(tipo).items()
        }
    )


@per_type
def defaults(tipo: type[Registro]) -> Mapping[str, Valor]:
    """Return the value that each described field has before anybody fills it in."""
    return MappingProxyType({f.name: cast("Valor", f.default) for f in fields(tipo) if "campo" in f.metadata})


@per_type
def campos_ricos(tipo: type[Registro]) -> frozenset[str]:
    """Return the names of the fields that hold rich text."""
    return frozenset(nombre for nombre, campo in campos(tipo).items() if campo.rico)
