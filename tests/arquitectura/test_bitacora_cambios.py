"""CHANGELOG.md: every version once, newest first, dated, with known headings."""

from __future__ import annotations

import re
import tomllib
from datetime import date

from tests.arquitectura.fuentes import ROOT

VERSION = re.compile(r"^## \[(?P<name>Sin publicar|\d+\.\d+\.\d+)\](?: - (?P<day>\d{4}-\d{2}-\d{2}))?$")
SECTIONS = {"Nuevo", "Cambios", "Corregido", "Retirado", "Seguridad"}


def text() -> str:
    """Return the changelog."""
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def versions() -> list[re.Match[str] | None]:
    """Return what each heading of a version says, ``None`` for one that cannot be read."""
    return [VERSION.match(line) for line in text().splitlines() if line.startswith("## ")]


def released() -> list[tuple[tuple[int, ...], date]]:
    """Return the released versions with their day."""
    headings = [match for match in versions() if match and match["name"] != "Sin publicar"]
    return [(tuple(map(int, m["name"].split("."))), date.fromisoformat(m["day"])) for m in headings]


def test_it_begins_with_its_title() -> None:
    assert text().startswith("# Cambios\n")


def test_every_version_can_be_read_and_stands_once() -> None:
    names = [match["name"] if match else "?" for match in versions()]
    assert names
    assert "?" not in names
    assert len(set(names)) == len(names)


def test_unreleased_comes_first_and_the_rest_from_new_to_old() -> None:
    names = [match["name"] for match in versions() if match]
    assert "Sin publicar" not in names[1:]
    assert released() == sorted(released(), reverse=True)


def test_the_version_of_the_program_is_the_newest_or_still_unreleased() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    number = tuple(map(int, version.split(".")))
    newest = max((numbers for numbers, _ in released()), default=(0, 0, 0))
    assert number >= newest


def test_headings_inside_a_version_are_the_known_ones() -> None:
    found = {line.removeprefix("### ") for line in text().splitlines() if line.startswith("### ")}
    assert found <= SECTIONS


def test_every_version_says_something() -> None:
    bodies = re.split(r"^## .*$", text(), flags=re.MULTILINE)[1:]
    assert all(re.search(r"^- \S", body, flags=re.MULTILINE) for body in bodies)
