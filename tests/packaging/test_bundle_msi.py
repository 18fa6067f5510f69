"""The installer for systems departments: every file in its place, by names that never change, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bundle import msi, release

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

THIS = release.Release("1.2.3", 1_700_000_000)
FILES = ("Promueve.exe", "proyecto.ico", "_internal/recursos/iconos/promueve.ico", "_internal/ñ/b.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Promueve"
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def told(folder: Path, of: release.Release = THIS) -> Element:
    return msi.described(of, folder)


def every(wix: Element, tag: str) -> list[dict[str, str]]:
    return [element.attrib for element in wix.iter(tag)]


def test_each_file_is_installed_once_by_its_own_name(folder: Path) -> None:
    files = every(told(folder), "File")
    assert sorted(file["Source"] for file in files) == sorted(FILES)
    assert all(file["Name"] == Path(file["Source"]).name for file in files)
    assert len({file["Id"] for file in files}) == len(files)


def test_everything_described_is_installed(folder: Path) -> None:
    wix = told(folder)
    components = [component["Id"] for component in every(wix, "Component")]
    assert len(components) == len(FILES) + 2  # what is registered, and the menu
    assert sorted(components) == sorted(reference["Id"] for reference in every(wix, "ComponentRef"))
    guids = [component["Guid"] for component in every(wix, "Component")]
    assert len(set(guids)) == len(guids)


def test_the_same_files_are_described_the_same(folder: Path) -> None:
    assert every(told(folder), "Component") == every(told(folder), "Component")


def test_a_newer_version_takes_the_place_of_this_one(folder: Path) -> None:
    (this,), (newer,) = (every(told(folder, of), "Product") for of in (THIS, release.Release("1.3.0", 1_800_000_000)))
    assert this["UpgradeCode"] == newer["UpgradeCode"]
    assert this["Id"] != newer["Id"]
    assert (this["Version"], newer["Version"]) == ("1.2.3", "1.3.0")
    assert every(told(folder), "MajorUpgrade")


def test_projects_are_opened_by_it(folder: Path) -> None:
    values = {(entry["Key"], entry.get("Name", "")): entry["Value"] for entry in every(told(folder), "RegistryValue")}
    kind = values[r"Software\Classes\.promueve", ""]
    assert values[rf"Software\Classes\{kind}\shell\open\command", ""] == '"[INSTALLDIR]Promueve.exe" "%1"'
    assert values[r"Software\Classes\.promueve", "Content Type"] == release.MIME


def test_what_is_registered_agrees_with_the_installer_for_one_person(folder: Path) -> None:
    script = (release.ROOT / "packaging" / "windows" / "promueve.nsi").read_text(encoding="utf-8")
    for entry in every(told(folder), "RegistryValue"):
        key = entry["Key"].replace(msi.KIND, "${KIND}")
        assert key == r"Software\Promueve" or f'WriteRegStr HKCU "{key}" "{entry.get("Name", "")}"' in script


def test_it_is_for_the_whole_computer_under_the_program_files_of_64_bits(folder: Path) -> None:
    wix = told(folder)
    (package,) = every(wix, "Package")
    assert package["InstallScope"] == "perMachine"
    assert {component["Win64"] for component in every(wix, "Component")} == {"yes"}
    assert "ProgramFiles64Folder" in {directory["Id"] for directory in every(wix, "Directory")}
