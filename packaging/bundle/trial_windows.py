"""Tries what was built for Windows in a wine of its own: install, use, open by double click, upgrade, uninstall."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bundle import commands
from bundle.trial import NO_NETWORK, files_in, passed, require, take_picture, wait_until
from bundle.wine import Wine
from measures.screen import screen

if TYPE_CHECKING:
    from pathlib import Path

    from bundle.building import Workshop

COMMANDS = {**commands.FOR_WINDOWS, "Xvfb": "xvfb", "unshare": "util-linux", "runuser": "util-linux"}
PERSON = "nobody"  # who uses the computer: somebody who may do nothing but with what is theirs
PROGRAMS = r"C:\Usuarios\José Núñez\Mis programas\Promueve"
DOCUMENTS = r"C:\Usuarios\José Núñez\Análisis de datos"
KIND = r"HKCU\Software\Classes\.promueve"
EVERYBODY = r"C:\Program Files\Promueve"
KIND_OF_ALL = r"HKLM\Software\Classes\.promueve"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Promueve"


@dataclass(frozen=True)
class Trial:
    """One installed program: the Windows it is in and the packages that are tried."""

    wine: Wine
    workshop: Workshop

    @property
    def home(self) -> Path:
        """Return where it is installed."""
        return self.path(PROGRAMS)

    def path(self, name: str) -> Path:
        """Return where this computer keeps a file that Windows calls ``name``."""
        return self.wine.drive.joinpath(*name.removeprefix("C:\\").split("\\"))

    def install(self, *options: str) -> None:
        """Run the installer without questions."""
        setup = self.wine.drive / self.workshop.release.setup
        shutil.copyfile(self.workshop.dist / setup.name, setup)
        # Through cmd, because NSIS takes what follows /D= as it stands, and wine would put it in quotes.
        self.wine("cmd", "/c", " ".join(("start /wait", self.wine.inside(setup), "/S", *options)))
        self.wine.wait()
        setup.unlink()

    def query(self, key: str) -> str:
        """Return what the registry says under a key, empty when there is none."""
        done = self.wine.attempt("reg", "query", key, "/s")
        return done.stdout if done.returncode == 0 else ""


def try_it(workshop: Workshop) -> None:
    """Go through the life of the program; raise ``PackagingError`` at the first thing that does not hold."""
    commands.need(COMMANDS)
    prefix = workshop.build / "wine-prueba"
    shutil.rmtree(prefix, ignore_errors=True)
    with screen("xcb") as shown:
        person = (*NO_NETWORK, "runuser", "-u", PERSON, "--")
        trial = Trial(
            Wine(prefix, before=person, more=(("DISPLAY", shown["DISPLAY"]), ("HOME", str(prefix)))), workshop
        )
        commands.say("Preparando un Windows (wine) limpio…")
        prefix.mkdir(parents=True)
        shutil.chown(prefix, PERSON)
        trial.wine.start()
        trial.wine.wait()
        clean = files_in([trial.wine.drive])
        trial.install(f"/D={PROGRAMS}")
        installed(trial)
        used(trial)
        opened(trial)
        upgraded(trial)
        uninstalled(trial, clean)
        portable(trial)
        for_everybody(trial)


def installed(trial: Trial) -> None:
    """Look at what the installer left."""
    release = trial.workshop.release
    program = trial.home / "Promueve.exe"
    require("se instala en silencio, sin administrador, en una ruta con acentos", program.is_file())
    require("el archivo dice su versión", release.version.encode("utf-16-le") in program.read_bytes())
    require("los .promueve son suyos", "Promueve.Proyecto" in trial.query(KIND))
    require("«Aplicaciones instaladas» dice su versión", release.version in trial.query(UNINSTALL))
    require("está en el menú Inicio", [path for path in files_in([trial.wine.drive]) if path.name == "Promueve.lnk"])


def used(trial: Trial) -> None:
    """Use it from a terminal, without network."""
    program = trial.wine.inside(trial.home / "Promueve.exe")
    require("pasa su autoprueba sin red", passed(trial.wine(program, "--autoprueba")))
    trial.path(DOCUMENTS).mkdir(parents=True)
    shutil.chown(trial.path(DOCUMENTS), PERSON)
    trial.wine(program, "ejemplo", DOCUMENTS + r"\plan año 1.promueve")
    require("escribe un proyecto en una ruta con acentos", (trial.path(DOCUMENTS) / "plan año 1.promueve").is_file())


def opened(trial: Trial) -> None:
    """Open a project as a double click does, take a picture, and close it as the end of a session does."""
    project = trial.path(DOCUMENTS) / "plan año 1.promueve"
    lock = project.with_name(f".{project.name}.lock")
    associate(trial)
    with trial.wine.launch("start", "/unix", str(project)):
        require("un doble clic abre el proyecto", wait_until(lock.is_file))
        wait_until(lambda: False, 20)  # the example is drawn
        picture = trial.workshop.build / "capturas" / "windows.png"
        take_picture(picture, {**trial.wine.environment(), "QT_QPA_PLATFORM": "xcb"})
        commands.say(f"  La ventana, para mirarla: {picture.relative_to(trial.workshop.root)}")
        refused = trial.wine.attempt("taskkill", "/im", "Promueve.exe")
        require("recibe la orden de cerrarse", refused.returncode == 0)
        require("se cierra y suelta el proyecto", wait_until(lambda: not lock.exists()))
    trial.wine.wait()
    require("no hubo errores", not [path for path in files_in([trial.wine.drive]) if path.name == "promueve.log"])


def associate(trial: Trial) -> None:
    """Copy what the installer wrote for one user to where wine 8 looks; Windows looks in both."""
    listed = trial.wine.drive / "tipo.reg"
    for key in (".promueve", "Promueve.Proyecto"):
        trial.wine("reg", "export", rf"HKCU\Software\Classes\{key}", r"C:\tipo.reg", "/y")
        text = listed.read_text(encoding="utf-16").replace("HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE")
        listed.write_text(text, encoding="utf-16")
        trial.wine("reg", "import", r"C:\tipo.reg")
        listed.unlink()


def upgraded(trial: Trial) -> None:
    """Install over what is there; the folder is the one of before, and what it does not know stays."""
    stale, own = trial.home / "_internal" / "de-otra-version.dll", trial.home / "notas.txt"
    stale.touch()
    own.write_text("mías", encoding="utf-8")
    trial.install()
    require("se actualiza en la misma carpeta", (trial.home / "Promueve.exe").is_file())
    require("no deja restos de la versión anterior", not stale.exists())
    require("no toca lo ajeno", own.read_text(encoding="utf-8") == "mías")
    program = trial.wine.inside(trial.home / "Promueve.exe")
    require("sigue pasando su autoprueba", passed(trial.wine(program, "--autoprueba")))
    own.unlink()


def uninstalled(trial: Trial, clean: set[Path]) -> None:
    """Uninstall it and look for what stays."""
    trial.wine(trial.wine.inside(trial.home / "Desinstalar.exe"), "/S")
    trial.wine.wait()
    require("se desinstala en silencio", wait_until(lambda: not (trial.home / "Desinstalar.exe").exists(), 20))
    trial.wine("wineboot", "-r")  # Windows removes the uninstaller's own copy with the next restart
    trial.wine.wait()
    left = {path for path in files_in([trial.wine.drive]) - clean if not is_kept(path, trial.path(DOCUMENTS))}
    require(f"solo quedan proyectos y configuración {sorted(path.name for path in left)[:5] if left else ''}", not left)
    require("el registro queda limpio", not trial.query(KIND) and not trial.query(UNINSTALL))
    require("el proyecto queda", (trial.path(DOCUMENTS) / "plan año 1.promueve").is_file())


def is_kept(path: Path, documents: Path) -> bool:
    """Tell whether a file is a user's, or Windows' own note of what happens in it."""
    return (
        documents in path.parents
        or (path.name == "ventana.ini" and path.parent.name == "Promueve")
        or "windows" in path.parts
    )


def portable(trial: Trial) -> None:
    """Use the portable folder: it keeps what it remembers beside itself, and leaves nothing on the computer."""
    stick = trial.path(r"C:\Memoria USB de José")
    with zipfile.ZipFile(trial.workshop.dist / trial.workshop.release.portable) as archive:
        archive.extractall(stick)
    for path in (stick, *stick.rglob("*")):
        shutil.chown(path, PERSON)
    folder = next(stick.iterdir())
    settings = folder / "portable.ini"
    users = trial.wine.drive / "users"
    before = {path: path.stat().st_mtime_ns for path in files_in([users])}
    require(
        "la carpeta portátil pasa su autoprueba",
        passed(trial.wine(trial.wine.inside(folder / "Promueve.exe"), "--autoprueba")),
    )
    with trial.wine.launch(trial.wine.inside(folder / "Promueve.exe")) as running:
        wait_until(lambda: running.poll() is not None, 20)
        trial.wine.attempt("taskkill", "/im", "Promueve.exe")
        running.wait(60)
    trial.wine.wait()
    require("guarda su configuración junto a ella", settings.stat().st_size > 0)
    changed = {path.name for path in files_in([users]) if before.get(path) != path.stat().st_mtime_ns}
    require(f"no deja nada en el equipo {sorted(changed)[:5] if changed else ''}", not changed)


def for_everybody(trial: Trial) -> None:
    """Install, use and remove it as systems departments do, without questions."""
    package = trial.wine.drive / trial.workshop.release.msi
    shutil.copyfile(trial.workshop.dist / package.name, package)
    clean = files_in([trial.wine.drive])
    home, name = trial.path(EVERYBODY), trial.wine.inside(package)
    trial.wine("msiexec", "/i", name, "/qn")
    trial.wine.wait()
    require("el MSI se instala en silencio", (home / "Promueve.exe").is_file())
    require("el MSI hace suyos los .promueve", "Promueve.Proyecto" in trial.query(KIND_OF_ALL))
    require(
        "lo que instala el MSI pasa su autoprueba",
        passed(trial.wine(trial.wine.inside(home / "Promueve.exe"), "--autoprueba")),
    )
    trial.wine("msiexec", "/x", name, "/qn")
    trial.wine.wait()
    left = {path for path in files_in([trial.wine.drive]) - clean if not is_kept(path, trial.path(DOCUMENTS))}
    require(f"el MSI no deja restos {sorted(path.name for path in left)[:5] if left else ''}", not left)
    require("el MSI deja el registro limpio", not trial.query(KIND_OF_ALL))
