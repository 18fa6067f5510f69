"""Brings what no lock file pins, and takes nothing whose SHA-256 is not the one written in `pinned.toml`."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path

from bundle.commands import PackagingError, run

PINNED = Path(__file__).resolve().parent.parent / "pinned.toml"
NEVER_RUN = Path(__file__).resolve().parent / "never_run"
DICTIONARY = ("es_MX.aff", "es_MX.dic")
WHERE_SIGNERS_ARE = "/etc/ssl/certs/ca-certificates.crt"


@dataclass(frozen=True)
class Pin:
    """One thing that is brought: which package and version, and what its file must hash to."""

    package: str
    version: str
    sha256: str
    file: str = ""
    python: str = ""
    signer: str = ""
    licence: str = ""


def pins(path: Path = PINNED) -> dict[str, Pin]:
    """Return everything that is pinned, by name."""
    with path.open("rb") as file:
        return {name: Pin(**told) for name, told in tomllib.load(file).items()}


def checked(path: Path, sha256: str) -> Path:
    """Return ``path``; raise ``PackagingError``, and remove it, when it is not what was pinned."""
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        path.unlink()
        raise PackagingError(f"«{path.name}» no es el archivo esperado: su SHA-256 es {found} y debe ser {sha256}.")
    return path


def bring_dictionary(folder: Path, target: Path) -> None:
    """Put the spelling dictionary of Mexico and its notice into ``target``, out of Debian's package."""
    pin = pins()["dictionary"]
    folder.mkdir(parents=True, exist_ok=True)
    found = sorted(folder.glob(f"{pin.package}_*.deb"))
    if not found:
        run(["apt-get", "download", "-q", f"{pin.package}={pin.version}"], folder=folder)
        found = sorted(folder.glob(f"{pin.package}_*.deb"))
    unpacked = folder / pin.package
    shutil.rmtree(unpacked, ignore_errors=True)
    run(["dpkg-deb", "-x", checked(found[0], pin.sha256), unpacked])
    target.mkdir(parents=True, exist_ok=True)
    for name in DICTIONARY:
        shutil.copyfile(unpacked / "usr" / "share" / "hunspell" / name, target / name)
    (target / "LICENCIA.txt").write_text(
        f"Diccionario ortográfico del español (RLA-ES, distribuido con LibreOffice; paquete {pin.package} "
        f"{pin.version} de Debian).\nCopyright: Santiago Bosio y colaboradores.\n"
        f"Licencia, a elegir: {pin.licence}. Los textos están en la carpeta «licencias».\n",
        encoding="utf-8",
    )


def bring_windows_python(folder: Path, target: Path) -> None:
    """Unpack the official Python for Windows into ``target`` and check who signed it."""
    pin = pins()["windows-python"]
    folder.mkdir(parents=True, exist_ok=True)
    package = folder / pin.file
    if not package.is_file():
        download_source(pin, folder)
    checked(package, pin.sha256)
    shutil.rmtree(target, ignore_errors=True)
    with tarfile.open(package) as tar:
        data = next(member for member in tar if member.name.endswith("/data.zip"))
        stream = tar.extractfile(data)
        if stream is None:
            raise PackagingError(f"«{pin.file}» no trae Python.")
        with zipfile.ZipFile(stream) as inner:
            inner.extractall(target)  # noqa: S202 - it has the pinned hash
    check_signatures(target, pin.signer)


def download_source(pin: Pin, folder: Path) -> None:
    """Download a source package with pip, which checks its hash, without running what the package brings."""
    wanted = folder / "pedido.txt"
    wanted.write_text(f"{pin.package}=={pin.version} --hash=sha256:{pin.sha256}\n", encoding="ascii")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-binary",
        ":all:",
        "--no-build-isolation",
    ]
    run([*pip, "--dest", folder, "--requirement", wanted], environment={"PYTHONPATH": str(NEVER_RUN)})


def check_signatures(folder: Path, signer: str) -> None:
    """Raise ``PackagingError`` unless ``signer`` signed the programs of Python in ``folder`` (Authenticode)."""
    programs = sorted([*folder.rglob("python*.exe"), *folder.rglob("python3*.dll"), *folder.rglob("DLLs/*.pyd")])
    programs = [path for path in programs if "Lib" not in path.relative_to(folder).parts]
    if not programs:
        raise PackagingError("El paquete de Python para Windows no trae programas.")
    stores = ["-CAfile", WHERE_SIGNERS_ARE, "-TSA-CAfile", WHERE_SIGNERS_ARE]
    for path in programs:
        told = run(["osslsigncode", "verify", "-ignore-cdp", "-ignore-crl", *stores, "-in", path])
        if not signed_by(told, signer):
            raise PackagingError(f"«{path.name}» no está firmado por «{signer}».")


def signed_by(told: str, signer: str) -> bool:
    """Tell whether osslsigncode's report says that the file is whole, and that ``signer`` stands first in its chain."""
    chain = told.split("Signing certificate chain", 1)[-1]
    subjects = [line for line in chain.split("Signer #0:", 1)[-1].splitlines() if "Subject:" in line]
    sound = "Signature verification: ok" in told.splitlines() and "Number of verified signatures: 0" not in told
    return sound and bool(subjects) and f"/{signer}/" in subjects[0].replace(", ", "/")
