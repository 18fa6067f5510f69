"""Addresses of the web and of e-mail, checked by their form alone (R4, R5). Nothing here touches the network."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import parse_qsl, unquote, urlsplit

_ETIQUETA = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_DOMINIO_SUPERIOR = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
_BUZON = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_BLANCO = re.compile(r"[\s\x00-\x1f\x7f]")
_AJENOS = frozenset('<>"{}|\\^`')
_LOCALES = frozenset({"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "test", "invalid"})
_MAXIMO_DOMINIO = 253
_MAXIMO_BUZON = 64
_MAXIMO_CORREO = 254

# Names under which sites keep their front page, as a folder or as a page. A path made only of these shows no data.
_PORTADAS = frozenset({"index", "inicio", "home", "default", "portada", "main", "principal", "es", "es-mx", "en"})
_AQUI = frozenset({"", ".", ".."})
_PAGINAS = frozenset({"", "html", "htm", "php", "asp", "aspx", "jsp", "xhtml"})
# Parameters that choose how a page looks or say who sent the visitor, and no dataset.
_PARAMETROS_AJENOS = frozenset({"lang", "language", "idioma", "locale", "hl", "fbclid", "gclid", "ref", "source"})

_FALTA = "Falta la URL directa de los datos."
_ESPACIOS = "La URL tiene espacios; cópiela otra vez completa o escriba %20 en su lugar."
_ACENTOS = "La URL tiene acentos, eñes u otros signos; cópiela de la barra del navegador."
_SIGNOS = "La URL tiene signos que una dirección no admite; cópiela de la barra del navegador."
_ESQUEMA = "La URL debe comenzar con https:// o http://."
_USUARIO = "La URL lleva un usuario o una contraseña antes de la arroba; quítelos."
_PUERTO = "El puerto de la URL no es un número válido; revise lo que sigue a los dos puntos."
_NUMERICA = "La URL usa una dirección numérica (IP); escriba el nombre del sitio."
_LOCAL = "La URL solo funciona dentro de su red; use la dirección pública del sitio."
_DOMINIO = "El nombre del sitio en la URL no está bien escrito; revíselo."
_PORTADA = "La URL lleva a la página de inicio del sitio; use la dirección directa del conjunto o recurso."

_CORREO_FALTA = "Falta el correo de contacto."
_ENTRE_CORREOS = re.compile(r"[;,\s]+")
_CORREO_MAL = "El correo «{correo}» no está bien escrito; debe ser como datos@institucion.gob.mx."


@lru_cache(maxsize=2048)  # several rules ask about the same URL, and every review asks again
def revisar_url(url: str) -> str | None:
    """Return one sentence on why ``url`` is not a direct URL to data (R4), or ``None`` when it may be one.

    Direct means: http or https, ASCII only, a domain name and not an IP address, and a path, or a query or route
    that chooses something, rather than a front page. Port numbers are welcome; users and passwords are not.
    """
    if not url.strip():
        return _FALTA
    return _revisar_signos(url) or _revisar_partes(url)


def _revisar_signos(url: str) -> str | None:
    # Before urlsplit, which drops tabs and line breaks without a word.
    if _BLANCO.search(url):
        return _ESPACIOS
    if not url.isascii():
        return _ACENTOS
    return _SIGNOS if _AJENOS.intersection(url) else None


def _revisar_partes(url: str) -> str | None:
    try:
        partes = urlsplit(url)
    except ValueError:  # brackets that hold no address
        return _NUMERICA
    if partes.scheme not in {"http", "https"} or not url[len(partes.scheme) :].startswith("://"):
        return _ESQUEMA
    if "@" in partes.netloc:
        return _USUARIO
    try:
        partes.port  # noqa: B018  # reading it is what checks it
    except ValueError:
        return _PUERTO
    problema = _revisar_sitio(partes.hostname or "")
    if problema is None and not _elige_algo(partes.path, partes.query, partes.fragment):
        return _PORTADA
    return problema


def _revisar_sitio(sitio: str) -> str | None:
    if _es_numerico(sitio):
        return _NUMERICA
    nombre = sitio.removesuffix(".")
    if nombre.rpartition(".")[2] in _LOCALES or (nombre and "." not in nombre):
        return _LOCAL
    return None if _es_dominio(nombre) else _DOMINIO


def _es_numerico(sitio: str) -> bool:
    """Tell whether a host is an IP address in any of the shapes that browsers take: v4, v6, decimal, hexadecimal."""
    try:
        ip_address(sitio)
    except ValueError:
        final = sitio.removesuffix(".").rpartition(".")[2]
        return final.isdigit() or final.startswith("0x")
    return True


def _es_dominio(nombre: str) -> bool:
    *etiquetas, superior = nombre.lower().split(".")
    return (
        len(nombre) <= _MAXIMO_DOMINIO
        and bool(etiquetas)
        and all(_ETIQUETA.fullmatch(etiqueta) for etiqueta in etiquetas)
        and _DOMINIO_SUPERIOR.fullmatch(superior) is not None
    )


def _elige_algo(ruta: str, consulta: str, ancla: str) -> bool:
    """Tell whether path, query or the route of a single-page site (#/…) lead further than a front page."""
    if any(not _es_portada(parte) for parte in ruta.split("/")):
        return True
    parametros = parse_qsl(consulta, keep_blank_values=True)
    if any(nombre not in _PARAMETROS_AJENOS and not nombre.startswith("utm_") for nombre, _ in parametros):
        return True
    rutas_internas = ancla.removeprefix("!").removeprefix("/").split("/")
    return ancla.startswith(("/", "!/")) and any(not _es_portada(parte) for parte in rutas_internas)


def _es_portada(parte: str) -> bool:
    # What follows «;» only tells the site who is visiting.
    escrita = unquote(parte.partition(";")[0]).strip().lower()
    nombre, _, extension = escrita.partition(".")
    return escrita in _AQUI or (nombre in _PORTADAS and extension in _PAGINAS)


def separar_correos(texto: str) -> list[str]:
    """Return the addresses of a text that may hold several, as people paste them: «Ana Pérez <a@b.mx>; c@d.mx»."""
    trozos = [trozo for trozo in _ENTRE_CORREOS.split(texto.replace("<", " <").replace(">", "> ")) if trozo]
    con_nombres = any(trozo.startswith("<") for trozo in trozos)  # so that what is no address is whose one is
    return list(dict.fromkeys(trozo.strip("<>") for trozo in trozos if "@" in trozo or not con_nombres))


def revisar_correo(correo: str) -> str | None:
    """Return one sentence on why ``correo`` is not an e-mail address (R5), or ``None`` when it is well formed."""
    if not correo.strip():
        return _CORREO_FALTA
    buzon, _, dominio = correo.rpartition("@")
    bien = (
        len(correo) <= _MAXIMO_CORREO
        and len(buzon) <= _MAXIMO_BUZON
        and _BUZON.fullmatch(buzon) is not None
        and _es_dominio(dominio)
    )
    return None if bien else _CORREO_MAL.format(correo=correo.strip()[:_MAXIMO_BUZON])
