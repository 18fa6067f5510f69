"""One version, written once, is that of the program, its installer, its package and the properties of its files."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from pathlib import Path
from typing import TYPE_CHECKING

import promueve_gui
from bundle import debian, installer, release
from promueve_gui.bootstrap import build_services

if TYPE_CHECKING:
    import pytest

ROOT = release.ROOT
THIS = release.Release("1.2.3", 1_700_000_000)


def test_program_about_box_and_lock_file_say_the_version_of_the_project() -> None:
    version = release.version()
    locked = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert promueve_gui.__version__ == version
    assert build_services().version == version
    assert f'name = "promueve"\nversion = "{version}"\n' in locked


def test_installer_package_and_file_properties_say_it_too(tmp_path: Path) -> None:
    this = release.this_release()
    numbers = (*map(int, this.version.split(".")), 0)
    told = installer.definitions(this, tmp_path, tmp_path, tmp_path, ROOT)
    assert told["VERSION"] == this.version
    assert told["VERSION4"] == ".".join(map(str, numbers))
    assert f"Version: {this.version}\n" in debian.control(this, 1)
    properties = release.windows_properties(this)
    assert f"filevers={numbers}, prodvers={numbers}" in properties
    assert f"StringStruct('ProductVersion', '{this.version}')" in properties
    assert release.mac_properties()["CFBundleShortVersionString"] == this.version


def test_the_changelog_tells_no_version_newer_than_the_project() -> None:
    headings = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    numbers = [tuple(map(int, heading.split("."))) for heading in headings]
    assert all(number <= tuple(map(int, release.version().split("."))) for number in numbers)


def test_files_are_called_after_the_version() -> None:
    assert THIS.setup == "Promueve-1.2.3-Setup.exe"
    assert THIS.msi == "Promueve-1.2.3.msi"
    assert THIS.portable == "Promueve-1.2.3-portable.zip"
    assert THIS.deb == "promueve_1.2.3_amd64.deb"
    assert THIS.tar == "Promueve-1.2.3-linux.tar.xz"
    assert THIS.sbom("linux") == "Promueve-1.2.3-linux.cdx.json"


def test_the_moment_is_the_one_that_was_given_or_that_of_the_last_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert release.epoch() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    told = subprocess.run(["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False)
    assert told.returncode != 0 or release.epoch() == int(told.stdout)


def test_without_history_the_moment_is_that_of_the_changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    changelog = tmp_path / "CHANGELOG.md"
    changelog.touch()
    assert release.epoch(tmp_path) == int(changelog.stat().st_mtime)


def test_all_resources_ship_but_the_picture_of_the_readme() -> None:
    names = {path.relative_to(ROOT / "recursos").as_posix() for path in release.resources()}
    assert {"iconos/promueve.ico", "perfiles/vigente.toml", "plantillas/membrete.docx", "ayuda/manual.md"} <= names
    assert (ROOT / "recursos" / "ayuda" / release.README_PICTURE).is_file()
    assert f"ayuda/{release.README_PICTURE}" not in names


def test_every_system_is_told_the_same_kind_of_file() -> None:
    kind = release.MIME
    launcher = ConfigParser(interpolation=None)
    launcher.read(ROOT / "packaging" / "debian" / "promueve.desktop", encoding="utf-8")
    assert launcher["Desktop Entry"]["MimeType"] == f"{kind};"
    assert launcher["Desktop Entry"]["Exec"] == "promueve %f"
    tree = ET.fromstring((ROOT / "packaging" / "debian" / "promueve.xml").read_text("utf-8"))  # noqa: S314 - our own file
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (declared,) = tree.findall("m:mime-type", space)
    assert declared.get("type") == kind
    assert [glob.get("pattern") for glob in declared.findall("m:glob", space)] == ["*.promueve"]
    declaration = release.mac_properties()["UTExportedTypeDeclarations"][0]["UTTypeTagSpecification"]
    assert declaration == {"public.filename-extension": ["promueve"], "public.mime-type": [kind]}
    assert installer.definitions(THIS, Path(), Path(), Path(), ROOT)["MIME"] == kind


def test_the_kind_is_recognized_by_what_our_files_hold() -> None:
    """The numbers of `promueve.xml` are where SQLite keeps its own name and that of the application."""
    frozen = sorted((ROOT / "tests" / "datos" / "archivos").rglob("*.promueve"))
    assert frozen
    for path in frozen:
        head = path.read_bytes()[:100]
        assert head.startswith(b"SQLite format 3")
        assert head[68:72] == b"PRMV"
