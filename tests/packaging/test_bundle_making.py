"""Archives, installer lines, licences and lists of components are the same for the same files."""

from __future__ import annotations

import hashlib
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from bundle import archives, components, debian, downloads, installer, release
from bundle.building import Workshop
from bundle.commands import PackagingError, need, run
from bundle.trial import passed, wait_until
from bundle.wine import Wine
from set_up import SetUpError
from tests.packaging.test_set_up import FakeComputer

EPOCH = 1_700_000_000
THIS = release.Release("1.2.3", EPOCH)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a program, a text and a link."""
    folder = tmp_path / "Promueve"
    (folder / "_internal" / "ñ").mkdir(parents=True)
    (folder / "_internal" / "ñ" / "b.txt").write_text("b", encoding="utf-8")
    (folder / "_internal" / "a.txt").write_text("a", encoding="utf-8")
    (folder / "promueve").write_bytes(b"\x7fELF")
    (folder / "promueve").chmod(0o750)
    (folder / "_internal" / "link.so").symlink_to("a.txt")
    return folder


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_everything_gets_one_date_and_plain_permissions(folder: Path) -> None:
    archives.settle(folder, EPOCH)
    every = [folder, *folder.rglob("*")]
    assert {path.lstat().st_mtime for path in every} == {EPOCH}
    assert (folder / "promueve").stat().st_mode & 0o777 == 0o755
    assert (folder / "_internal" / "a.txt").stat().st_mode & 0o777 == 0o644


def test_archives_of_the_same_files_are_equal_whatever_their_dates(folder: Path, tmp_path: Path) -> None:
    made = []
    for moment in (1, 2):
        archives.settle(folder, moment)
        archives.write_tar(folder, tmp_path / "x.tar.xz", "Promueve-1.2.3", EPOCH)
        archives.write_zip(folder, tmp_path / "x.zip", "Promueve-1.2.3", EPOCH)
        made.append((digest(tmp_path / "x.tar.xz"), digest(tmp_path / "x.zip")))
    assert made[0] == made[1]


def test_a_tar_keeps_links_and_programs_and_belongs_to_nobody(folder: Path, tmp_path: Path) -> None:
    archives.write_tar(folder, tmp_path / "x.tar.xz", "P", EPOCH)
    with tarfile.open(tmp_path / "x.tar.xz") as tar:
        members = {member.name: member for member in tar}
    assert list(members) == sorted(members, key=Path)
    assert members["P/_internal/link.so"].linkname == "a.txt"
    assert members["P/promueve"].mode & 0o100
    assert {(member.uid, member.uname) for member in members.values()} == {(0, "root")}


def test_a_zip_holds_every_file_in_one_folder(folder: Path, tmp_path: Path) -> None:
    archives.write_zip(folder, tmp_path / "x.zip", "P", EPOCH)
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert archive.namelist() == ["P/_internal/a.txt", "P/_internal/link.so", "P/_internal/ñ/b.txt", "P/promueve"]
        assert archive.read("P/_internal/ñ/b.txt") == b"b"


def test_sums_are_those_that_sha256sum_checks(folder: Path) -> None:
    archives.write_sums(folder, ["promueve"])
    assert "promueve: OK" in run(["sha256sum", "-c", archives.SUMS], folder=folder)


def test_the_installer_lists_each_file_under_its_folder_in_order(folder: Path) -> None:
    (folder / "_internal" / "link.so").unlink()
    assert installer.install_lines(folder).splitlines() == [
        'SetOutPath "$INSTDIR"',
        f'File "{folder}/promueve"',
        'SetOutPath "$INSTDIR\\_internal"',
        f'File "{folder}/_internal/a.txt"',
        'SetOutPath "$INSTDIR\\_internal\\ñ"',
        f'File "{folder}/_internal/ñ/b.txt"',
    ]


def test_the_installer_script_is_given_every_name_that_it_uses(folder: Path) -> None:
    script = (release.ROOT / "packaging" / "windows" / "promueve.nsi").read_text(encoding="utf-8")
    for name, value in installer.definitions(THIS, folder, folder, folder, release.ROOT).items():
        assert f"${{{name}}}" in script
        assert value


def test_the_debian_package_has_everything_in_its_place(folder: Path, tmp_path: Path, qapp: object) -> None:
    tree = tmp_path / "deb"
    debian.lay_out(folder, release.ROOT, tree, THIS)
    assert (tree / "usr/bin/promueve").readlink() == Path("../lib/promueve/promueve")
    assert (tree / "usr/lib/promueve/_internal/link.so").is_symlink()
    expected = (
        "usr/share/applications/promueve.desktop",
        "usr/share/mime/packages/promueve.xml",
        "usr/share/icons/hicolor/48x48/apps/promueve.png",
        "usr/share/icons/hicolor/scalable/mimetypes/application-x-promueve.svg",
        "usr/share/doc/promueve/copyright",
        "usr/share/doc/promueve/changelog.gz",
        "usr/share/man/es/man1/promueve.1.gz",
    )
    assert [name for name in expected if not (tree / name).is_file()] == []
    control = (tree / "DEBIAN" / "control").read_text(encoding="utf-8")
    assert "Package: promueve\nVersion: 1.2.3\nArchitecture: amd64\n" in control
    assert "libc6 (>= 2.35)" in control
    size = int(next(line for line in control.splitlines() if line.startswith("Installed-Size: ")).split()[1])
    assert 1 <= size < 1000


def library(site: Path, name: str, metadata: str, **files: str) -> None:
    """Install a made-up library into ``site``."""
    info = site / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{metadata}", encoding="utf-8")
    for file, text in files.items():
        (info / file).write_text(text, encoding="utf-8")
    record = "".join(f"{info.name}/{file},,\n" for file in ("METADATA", *files))
    (info / "RECORD").write_text(record, encoding="utf-8")


@pytest.fixture
def made_of(tmp_path: Path) -> list[components.Component]:
    """Return the components of a program made of two libraries; a third one is installed but does not ship."""
    site = tmp_path / "site"
    library(site, "PySide6_Essentials", "License: LGPL-3.0-only\n")
    library(site, "zeta.lib", "License-Expression: MIT\n", LICENSE="Texto de zeta")
    library(site, "pyinstaller", "License: GPL\n")
    return components.shipped(site, ["pyside6-essentials", "Zeta-Lib", "absent"]) + components.others("3.11.9", "PSF")


def test_only_what_ships_is_listed(made_of: list[components.Component]) -> None:
    assert [one.name for one in made_of] == ["PySide6_Essentials", "zeta.lib", "Python", "diccionario es_MX"]
    assert [one.licence for one in made_of][:3] == ["LGPL-3.0-only", "MIT", "PSF-2.0"]


def test_a_licence_is_read_from_classifiers_when_nothing_else_says_it(tmp_path: Path) -> None:
    classified = "License: Dual License\nClassifier: License :: OSI Approved :: BSD License\n"
    library(tmp_path, "dual", classified)
    library(tmp_path, "silent", "")
    found = components.shipped(tmp_path, ["dual", "silent"])
    assert [one.licence for one in found] == ["BSD License", "véase su texto"]


def test_licences_offer_the_source_of_qt_and_hold_every_text(
    made_of: list[components.Component], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    common = tmp_path / "common"
    common.mkdir()
    for name in components.TEXTS:
        (common / name).write_text(f"texto de {name}", encoding="utf-8")
    monkeypatch.setattr(components, "COMMON", common)
    target = tmp_path / "licencias"
    components.write_licences(THIS, made_of, release.ROOT / "LICENSE", target)
    notice = (target / "AVISOS.txt").read_text(encoding="utf-8")
    assert "- zeta.lib 1.0: MIT\n" in notice
    assert "Oferta del código fuente" in notice
    assert "«qt-everywhere-src-1.0»" in " ".join(notice.split())
    assert (target / "zeta-lib" / "LICENSE.txt").read_text(encoding="utf-8") == "Texto de zeta"
    assert (target / "LGPL-3.txt").read_text(encoding="utf-8") == "texto de LGPL-3"
    assert (target / "LICENSE.txt").read_bytes() == (release.ROOT / "LICENSE").read_bytes()


def test_the_list_of_components_is_cyclonedx_and_always_the_same(made_of: list[components.Component]) -> None:
    text = components.sbom(THIS, made_of)
    assert text == components.sbom(THIS, made_of)
    told = json.loads(text)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert told["metadata"]["component"]["version"] == "1.2.3"
    assert told["metadata"]["timestamp"].startswith("2023-11-14T22:13:20")
    named = {one["name"]: one.get("purl") for one in told["components"]}
    assert named["zeta.lib"] == "pkg:pypi/zeta-lib@1.0"
    assert named["Python"] is None


def test_everything_pinned_has_a_version_and_a_hash() -> None:
    found = downloads.pins()
    assert set(found) == {"windows-python", "dictionary"}
    assert all(len(pin.sha256) == 64 and pin.version and pin.package for pin in found.values())


def test_a_file_that_is_not_the_pinned_one_is_refused_and_removed(tmp_path: Path) -> None:
    path = tmp_path / "x.deb"
    path.write_bytes(b"otro")
    assert downloads.checked(path, digest(path)) == path
    with pytest.raises(PackagingError, match=r"x\.deb.*SHA-256"):
        downloads.checked(path, "0" * 64)
    assert not path.exists()


SIGNED = """
Timestamp Server Signature verification: ok
Signing certificate chain verified using:
\tSigner #1:
\t\tSubject: /C=US/O=DigiCert, Inc./CN=DigiCert Trusted G4
\tSigner #0:
\t\tSubject: /C=US/ST=Oregon/O=Python Software Foundation/CN=Python Software Foundation
\t\tIssuer : /C=US/O=DigiCert, Inc.
Signature verification: ok
Number of verified signatures: 1
"""


def test_a_signature_counts_only_when_it_is_whole_and_of_the_signer() -> None:
    signer = downloads.pins()["windows-python"].signer
    assert downloads.signed_by(SIGNED, signer)
    assert not downloads.signed_by(SIGNED.replace("Python Software Foundation/CN", "Somebody/CN"), signer)
    assert not downloads.signed_by(
        SIGNED.replace("\nSignature verification: ok", "\nSignature verification: failed"), signer
    )
    assert not downloads.signed_by(SIGNED, "O=DigiCert, Inc.")
    assert not downloads.signed_by("No signature found", signer)


def test_what_is_missing_is_named_in_one_sentence() -> None:
    tools = {"makensis": "nsis", "wine": "wine", "wineserver": "wine"}
    with pytest.raises(SetUpError, match="faltan: nsis wine"):
        need(tools, FakeComputer(commands=("uv",)))
    allowed = FakeComputer(commands=("uv", "apt-get", "makensis"))
    need(tools, allowed)
    assert allowed.installed().endswith(" wine")


def test_a_tool_that_fails_says_how(tmp_path: Path) -> None:
    with pytest.raises(PackagingError, match=r"Falló «sh» \(código 3\):\nporque sí"):
        run(["sh", "-c", "echo porque sí; exit 3"])
    assert run(["sh", "-c", "echo $VAR"], environment={"VAR": "ñ"}) == "ñ\n"


def test_builds_stay_inside_the_project(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path, THIS)
    assert workshop.frozen("linux") == tmp_path / "build" / "paquete" / "linux" / "Promueve"
    assert str(workshop.uv) == "uv"
    (tmp_path / ".tools" / "bin").mkdir(parents=True)
    (tmp_path / ".tools" / "bin" / "uv").touch()
    assert str(workshop.uv) == str(tmp_path / ".tools" / "bin" / "uv")
    assert workshop.freezing()["SOURCE_DATE_EPOCH"] == str(EPOCH)


def test_windows_calls_files_by_their_disk(tmp_path: Path) -> None:
    wine = Wine(tmp_path, more=(("DISPLAY", ":9"),))
    assert wine.inside(tmp_path / "drive_c" / "José Núñez" / "x.exe") == "C:\\José Núñez\\x.exe"
    assert wine.inside(Path("/srv/x")) == "Z:\\srv\\x"
    environment = wine.environment({"LANG": "es"})
    assert (environment["WINEPREFIX"], environment["DISPLAY"], environment["LANG"]) == (str(tmp_path), ":9", "es")


def test_a_report_passes_when_every_step_did() -> None:
    assert passed("✓ Crear\n✓ Editar\n")
    assert not passed("✓ Crear\n✗ Editar: falló\n")
    assert not passed("")
    assert wait_until(lambda: True)
    assert not wait_until(lambda: False, 0)
