from __future__ import annotations

from pathlib import Path

import pytest

from promueve_gui.adapters.lengua.diccionarios import dictionary_folders, find_dictionary, system_folders


def put(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text("")
    return folder


def test_mexican_spanish_comes_first(tmp_path: Path) -> None:
    folder = put(tmp_path / "d", "es_ES.aff", "es_ES.dic", "es_MX.aff", "es_MX.dic", "es.aff", "es.dic")
    assert find_dictionary([folder]) == folder / "es_MX"
    (folder / "es_MX.dic").unlink()
    assert find_dictionary([folder]) == folder / "es"


def test_ours_comes_before_that_of_the_system(tmp_path: Path) -> None:
    ours, system = put(tmp_path / "a", "es_ES.aff", "es_ES.dic"), put(tmp_path / "b", "es_MX.aff", "es_MX.dic")
    assert find_dictionary([tmp_path / "none", ours, system]) == ours / "es_ES"


def test_without_both_halves_there_is_none(tmp_path: Path) -> None:
    assert find_dictionary([put(tmp_path, "es_MX.aff", "en_US.aff", "en_US.dic")]) is None
    assert find_dictionary([]) is None


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "/usr/share/hunspell"),
        ("linux", {"XDG_DATA_HOME": "/datos"}, "/datos/hunspell"),
        ("linux", {}, "/usr/share/myspell"),
        ("darwin", {}, "/casa/Library/Spelling"),
        ("win32", {"PROGRAMFILES": "/Programas"}, "/Programas/LibreOffice/share/extensions/dict-es"),
        ("win32", {}, "/casa/AppData/Local/hunspell"),
    ],
)
def test_each_system_keeps_them_somewhere(platform: str, environment: dict[str, str], expected: str) -> None:
    assert Path(expected) in set(system_folders(platform, Path("/casa"), environment))


def test_the_folder_of_the_program_is_looked_at_first(tmp_path: Path) -> None:
    assert dictionary_folders(tmp_path)[0] == tmp_path / "diccionarios"
