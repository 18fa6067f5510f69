"""Direct URLs and e-mail addresses, good and bad."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.enlaces import revisar_correo, revisar_url

BUENAS = [
    "https://datos.gob.mx/busca/dataset/unidades-medicas",
    "http://www.ejemplo.gob.mx/datos.csv",
    "https://datos.ejemplo.gob.mx:8443/recursos/puentes.csv",
    "https://datos.ejemplo.gob.mx/?id=1234",
    "https://datos.ejemplo.gob.mx/index.php?conjunto=puentes&lang=es",
    "https://datos.ejemplo.gob.mx/?12345",
    "https://datos.ejemplo.gob.mx/#/conjunto/7",
    "https://datos.ejemplo.gob.mx/#!/conjunto/7",
    "https://datos.ejemplo.gob.mx./es/puentes",
    "https://datos.ejemplo.gob.mx/main.csv",
    "https://datos.ejemplo.gob.mx/camas%20censables.csv",
    "HTTPS://DATOS.EJEMPLO.GOB.MX/PUENTES",
    "https://xn--caminos-9za.mx/puentes",
    "https://ejemplo.xn--mgbab2bd/datos",
    "https://a-b.ejemplo.mx/x@y",
]

MALAS = [
    ("", "Falta"),
    ("   ", "Falta"),
    ("datos.gob.mx/busca/dataset/x", "https://"),
    ("ftp://datos.gob.mx/x.csv", "https://"),
    ("javascript:alert(1)", "https://"),
    ("https:datos.gob.mx/x", "https://"),
    ("https:///x", "no está bien escrito"),
    ("https://datos.gob.mx/camas censables", "espacios"),
    (" https://datos.gob.mx/x", "espacios"),
    ("https://datos.gob.mx/x\n", "espacios"),
    ("https://datos.gob.mx/\tx", "espacios"),
    ("https://datos.gob.mx/\x00x", "espacios"),
    ("https://datos.gob.mx/\x7fx", "espacios"),
    ("https://datos.gob.mx/población.csv", "acentos"),
    ("https://años.gob.mx/x", "acentos"),
    ("https://datos.gob.mx/<x>", "signos"),
    ("https://datos.gob.mx\\@otro.mx/x", "signos"),
    ("https://usuario:clave@datos.gob.mx/x", "usuario"),
    ("https://usuario@datos.gob.mx/x", "usuario"),
    ("https://datos.gob.mx:puerto/x", "puerto"),
    ("https://datos.gob.mx:99999/x", "puerto"),
    ("https://192.168.0.1/x", "IP"),
    ("https://[2001:db8::1]/x", "IP"),
    ("https://[mal/x", "IP"),
    ("https://2130706433/x", "IP"),
    ("https://0x7f000001/x", "IP"),
    ("https://0177.0.0.1/x", "IP"),
    ("https://127.1/x", "IP"),
    ("https://localhost/x", "red"),
    ("https://servidor/x", "red"),
    ("https://servidor.local/x", "red"),
    ("https://datos..mx/x", "no está bien escrito"),
    ("https://-datos.mx/x", "no está bien escrito"),
    ("https://datos_abiertos.mx/x", "no está bien escrito"),
    (f"https://{'a' * 64}.mx/x", "no está bien escrito"),
    (f"https://{'a.' * 130}mx/x", "no está bien escrito"),
    ("https://datos.gob.m/x", "no está bien escrito"),
    ("https://datos.gob.mx", "página de inicio"),
    ("https://datos.gob.mx/", "página de inicio"),
    ("https://datos.gob.mx//", "página de inicio"),
    ("https://datos.gob.mx/index.html", "página de inicio"),
    ("https://datos.gob.mx/./", "página de inicio"),
    ("https://datos.gob.mx/es/..", "página de inicio"),
    ("https://datos.gob.mx/%20", "página de inicio"),
    ("https://datos.gob.mx/;jsessionid=8A3", "página de inicio"),
    ("https://datos.gob.mx/%69ndex.php;jsessionid=8A3", "página de inicio"),
    ("https://datos.gob.mx/Inicio", "página de inicio"),
    ("https://datos.gob.mx/es/inicio.php", "página de inicio"),
    ("https://datos.gob.mx/?lang=es&utm_source=correo", "página de inicio"),
    ("https://datos.gob.mx/#contacto", "página de inicio"),
    ("https://datos.gob.mx/#/", "página de inicio"),
    ("https://datos.gob.mx/#!/inicio", "página de inicio"),
]


@pytest.mark.parametrize("url", BUENAS)
def test_direct_urls_pass(url: str) -> None:
    assert revisar_url(url) is None


@pytest.mark.parametrize(("url", "dice"), MALAS)
def test_other_urls_are_told_why_not(url: str, dice: str) -> None:
    mensaje = revisar_url(url)
    assert mensaje is not None
    assert dice in mensaje
    assert mensaje.endswith(".")


@given(url=st.text() | st.text().map("https://".__add__) | st.from_regex(r"https?://[\[\]a-z0-9.:@/#?]*"))
def test_any_text_gets_an_answer(url: str) -> None:
    mensaje = revisar_url(url)
    assert mensaje is None or mensaje.endswith(".")
    if mensaje is None:
        assert url.isascii()


@pytest.mark.parametrize("correo", ["datos@ejemplo.gob.mx", "ana.lopez+datos@sub.ejemplo.org", "o'neil@ejemplo.mx"])
def test_good_addresses_pass(correo: str) -> None:
    assert revisar_correo(correo) is None


@pytest.mark.parametrize(
    "correo",
    [
        "datos",
        "datos@",
        "@ejemplo.mx",
        "datos@ejemplo",
        "datos@@ejemplo.mx",
        "da tos@ejemplo.mx",
        " datos@ejemplo.mx",
        "datos@ejemplo.mx, otro@ejemplo.mx",
        ".datos@ejemplo.mx",
        "da..tos@ejemplo.mx",
        "atención@ejemplo.mx",
        "datos@127.0.0.1",
        f"{'a' * 65}@ejemplo.mx",
        f"a@{'b.' * 130}mx",
        "datos@ejemplo.mx\n",
    ],
)
def test_bad_addresses_are_quoted_back(correo: str) -> None:
    mensaje = revisar_correo(correo)
    assert mensaje is not None
    assert correo.strip()[:20] in mensaje


def test_no_address_is_said_to_be_missing() -> None:
    assert revisar_correo("  ") == "Falta el correo de contacto."
