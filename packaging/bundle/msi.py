"""The installer that systems departments deploy to many computers, for all who use each: an MSI, written by `wixl`.

Same program, same places in the registry and in the menu as the installer for one person, but under «Program Files» and
for the whole computer. It asks nothing: `msiexec /i` shows only how far it is. What is written here is WiX's own form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bundle.commands import run
from bundle.release import COMPANY, MIME, SUMMARY

if TYPE_CHECKING:
    from pathlib import Path

    from bundle.building import Workshop
    from bundle.release import Release

PROGRAM = UUID("6f1d1e0c-3a52-4c7d-9b54-0f8f4f6f2f10")  # what Windows knows all versions by; it never changes
NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
LANGUAGE = "2058"  # Spanish of Mexico
KIND = "Promueve.Proyecto"
CLASSES = r"Software\Classes"
COMMAND = '"[INSTALLDIR]Promueve.exe" "%1"'
NEWER = "Ya está instalada una versión más reciente de Promueve; no se ha cambiado nada."


def build(workshop: Workshop, folder: Path) -> None:
    """Write the installer of the frozen program in ``folder`` to `dist`."""
    written = workshop.build / "windows" / "promueve.wxs"
    written.write_bytes(tostring(described(workshop.release, folder), encoding="utf-8"))
    release = workshop.release
    target = workshop.dist / release.msi
    target.unlink(missing_ok=True)  # what there is would be written over in part
    # Neither tool takes SOURCE_DATE_EPOCH; nor does wixl the language and the identifier of the summary.
    then = ("faketime", "-f", f"{release.moment:%Y-%m-%d %H:%M:%S}")
    summary = (
        "-s",
        "Promueve",
        COMPANY,
        f"x64;{LANGUAGE}",
        f"{{{_guid('package', release.version, str(release.epoch))}}}",
    )
    for command in (("wixl", "--arch", "x64", "--output", target, written), ("msibuild", target, *summary)):
        run([*then, *command], folder=folder, environment={"TZ": "UTC"})


def described(release: Release, folder: Path) -> Element:
    """Return what WiX is told: the product, its files one by one, and what goes into registry and menu."""
    wix = Element("Wix", xmlns=NAMESPACE)
    product = SubElement(wix, "Product", Id=_guid("product", release.version), UpgradeCode=_guid("upgrade"))
    product.attrib |= {"Name": "Promueve", "Version": release.version, "Manufacturer": COMPANY}
    product.attrib |= {"Language": LANGUAGE, "Codepage": "1252"}
    package = SubElement(product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine")
    package.attrib |= {"Description": f"Promueve {release.version}", "Manufacturer": COMPANY}
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage=NEWER)
    SubElement(product, "Media", Id="1", Cabinet="promueve.cab", EmbedCab="yes")
    SubElement(product, "Icon", Id="promueve.ico", SourceFile="_internal/recursos/iconos/promueve.ico")
    SubElement(product, "Property", Id="ARPPRODUCTICON", Value="promueve.ico")
    feature = SubElement(product, "Feature", Id="programa", Title="Promueve", Level="1")
    target = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    menu = SubElement(target, "Directory", Id="ProgramMenuFolder")
    home = SubElement(SubElement(target, "Directory", Id="ProgramFiles64Folder"), "Directory")
    home.attrib |= {"Id": "INSTALLDIR", "Name": "Promueve"}
    components = [*_files(home, folder, ""), _registered(home), _in_menu(menu)]
    for component in components:
        SubElement(feature, "ComponentRef", Id=component)
    indent(wix)
    return wix


def _files(place: Element, folder: Path, where: str) -> list[str]:
    """Describe each file of ``folder``, always in the same order; return the names of their components."""
    made = []
    for path in sorted(folder.iterdir()):
        name = f"{where}{path.name}"
        key = _guid("file", name).replace("-", "")
        if path.is_dir():
            made += _files(SubElement(place, "Directory", Id=f"d{key}", Name=path.name), path, f"{name}/")
        else:
            component = SubElement(place, "Component", Id=f"c{key}", Guid=_guid("component", name), Win64="yes")
            SubElement(component, "File", Id=f"f{key}", Name=path.name, Source=name, KeyPath="yes")
            made.append(component.attrib["Id"])
    return made


def _registered(home: Element) -> str:
    """Describe what the registry is told: projects are opened by this program."""
    component = SubElement(home, "Component", Id="registro", Guid=_guid("registry"), Win64="yes")
    values = (
        (".promueve", "", KIND),
        (".promueve", "Content Type", MIME),
        (KIND, "", "Proyecto de Promueve"),
        (rf"{KIND}\DefaultIcon", "", "[INSTALLDIR]proyecto.ico"),
        (rf"{KIND}\shell\open\command", "", COMMAND),
    )
    for number, (key, name, value) in enumerate(values):
        entry = SubElement(component, "RegistryValue", Root="HKLM", Key=rf"{CLASSES}\{key}", Type="string", Value=value)
        if name:
            entry.set("Name", name)
        if not number:
            entry.set("KeyPath", "yes")
    return component.attrib["Id"]


def _in_menu(menu: Element) -> str:
    """Describe the entry of the Start menu."""
    component = SubElement(menu, "Component", Id="menu", Guid=_guid("menu"), Win64="yes")
    entry = SubElement(component, "Shortcut", Id="inicio", Name="Promueve", Description=SUMMARY)
    entry.attrib |= {"Target": "[INSTALLDIR]Promueve.exe", "WorkingDirectory": "INSTALLDIR"}
    key = SubElement(component, "RegistryValue", Root="HKLM", Key=r"Software\Promueve", Name="Menu", KeyPath="yes")
    key.attrib |= {"Type": "integer", "Value": "1"}
    return component.attrib["Id"]


def _guid(*of: str) -> str:
    """Return the identifier of a part, the same in every build."""
    return str(uuid5(PROGRAM, "/".join(of))).upper()
