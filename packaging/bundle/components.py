"""What a package is made of, read from the libraries installed for it: their licences, and the list of all (SBOM)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Listed
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from bundle.downloads import pins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bundle.release import Release

COMMON = Path("/usr/share/common-licenses")
# Which texts the LGPL and the rest ask for, beside those that each library brings: Qt and PySide, silabeador, Hunspell.
TEXTS = ("LGPL-3", "GPL-3", "LGPL-2.1", "MPL-1.1")
LICENCE_FILE = re.compile(r"(licen[cs]es?/.*|(licen[cs]e|copying|notice|authors)[^/]*)$", re.IGNORECASE)

NOTICE = """\
Promueve {version} — avisos de licencia

Promueve se distribuye con licencia MIT (LICENSE.txt). Incluye estos componentes, cada uno con su licencia, cuyo
texto está en esta carpeta:

{table}

Bibliotecas con licencia LGPL: Qt y PySide/Shiboken {qt} (LGPL-3.0), silabeador (LGPL-2.1 o posterior) y Hunspell,
dentro de chunspell (MPL-1.1, LGPL-2.1 o GPL-2.0). Están en archivos separados dentro de la carpeta «_internal» y
usted puede sustituirlas por otra versión compatible; se permite la ingeniería inversa para depurar esos cambios.
De Qt solo se incluyen QtCore, QtGui, QtWidgets, QtSvg, QtPrintSupport y, en Linux, QtDBus, sin modificaciones.

Oferta del código fuente: durante tres años desde la fecha de esta versión, quien la reciba puede pedir, por el
medio con el que la obtuvo, una copia del código fuente completo de esas bibliotecas en la versión incluida, sin
más costo que el de la copia. También lo publican sus autores: Qt y PySide {qt}, en el sitio del proyecto Qt, con
los nombres «qt-everywhere-src-{qt}» y «pyside-setup-everywhere-src-{qt}».
"""


@dataclass(frozen=True)
class Component:
    """Something that others made and that goes along."""

    name: str
    version: str
    licence: str
    texts: tuple[tuple[str, str], ...] = ()  # name of the file, and what it says
    python: bool = True  # whether it is a package of PyPI


def shipped(site: Path, wanted: Iterable[str]) -> list[Component]:
    """Return the libraries called ``wanted`` out of those installed in ``site``, in order."""
    names = {plain(name) for name in wanted}
    found = (one for one in distributions(path=[str(site)]) if plain(one.metadata["Name"]) in names)
    return sorted((described(one) for one in found), key=lambda component: plain(component.name))


def plain(name: str) -> str:
    """Return the name of a package as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def described(one: Distribution) -> Component:
    """Return what an installed library says of itself."""
    files = [path for path in one.files or () if ".dist-info" in path.parts[0] and LICENCE_FILE.search(path.as_posix())]
    texts = tuple((path.name, Path(str(one.locate_file(path))).read_text("utf-8", "replace")) for path in sorted(files))
    return Component(one.metadata["Name"], one.version, licence_of(one), texts)


def licence_of(one: Distribution) -> str:
    """Return the licence that a library declares, in its newest form that it has."""
    said = one.metadata["License-Expression"] or one.metadata["License"] or ""
    classified = [line for line in one.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    if said and "\n" not in said and said != "Dual License":
        return str(said)
    return " OR ".join(line.rsplit(" :: ", 1)[-1] for line in classified) or "véase su texto"


def others(python: str, licence: str) -> list[Component]:
    """Return what goes along and is none of those: Python itself, whose text is ``licence``, and the dictionary."""
    dictionary = pins()["dictionary"]
    return [
        Component("Python", python, "PSF-2.0", (("LICENSE.txt", licence),), python=False),
        Component("diccionario es_MX", dictionary.version, dictionary.licence, python=False),
    ]


def write_licences(release: Release, components: Sequence[Component], own: Path, target: Path) -> None:
    """Write the licence of the program (the file ``own``), of each component, and the notice, into ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    (target / "LICENSE.txt").write_bytes(own.read_bytes())
    for name in TEXTS:
        (target / f"{name}.txt").write_bytes((COMMON / name).read_bytes())
    for component in components:
        for name, text in component.texts:
            file = target / plain(component.name).replace(" ", "-") / Path(name).with_suffix(".txt").name
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    qt = next(component.version for component in components if plain(component.name) == "pyside6-essentials")
    table = "\n".join(f"- {one.name} {one.version}: {one.licence}" for one in components)
    notice = NOTICE.format(version=release.version, table=table, qt=qt)
    (target / "AVISOS.txt").write_text(notice, encoding="utf-8", newline="\n")


def sbom(release: Release, components: Sequence[Component]) -> str:
    """Return the list of components as CycloneDX 1.6, in JSON; the same components give the same text."""
    root = Listed(name="Promueve", version=release.version, type=ComponentType.APPLICATION, bom_ref="promueve")
    root.licenses.add(DisjunctiveLicense(id="MIT"))
    bom = Bom(components=[])
    bom.metadata.component = root
    bom.metadata.timestamp = release.moment
    listed = []
    for one in components:
        entry = Listed(
            name=one.name, version=one.version, type=ComponentType.LIBRARY, bom_ref=f"{one.name}@{one.version}"
        )
        entry.licenses.add(DisjunctiveLicense(name=one.licence))
        if one.python:
            entry.purl = PackageURL("pypi", name=plain(one.name), version=one.version)
        bom.components.add(entry)
        listed.append(entry)
    bom.register_dependency(root, listed)
    bom.serial_number = uuid5(NAMESPACE_URL, " ".join(sorted(f"{one.name}@{one.version}" for one in components)))
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"
