"""What enters a bundle is chosen by name, and a finished one is searched for what may not be in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bundle import contents, inspection, release
from bundle.commands import PackagingError

if TYPE_CHECKING:
    from pathlib import Path

ENTERS = (
    "PySide6/Qt/lib/libQt6Core.so.6",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "PySide6/Qt/translations/qtbase_es.qm",
    "PySide6/QtWidgets.abi3.so",
    "PySide6\\Qt6Svg.dll",
    "PySide6\\QtSvg.pyd",
    "PySide6\\plugins\\platforms\\qwindows.dll",
    "libpython3.11.so.1.0",
    "libsqlite3.so.0",
    "libxcb-cursor.so.0",
    "libxkbcommon-x11.so.0",
    "hunspell/libhunspell-1.7.so.0",
    "silabeador/exceptions.lst",
    "pptx/templates/default.pptx",
    "docx/templates/default.docx",
    "odfdo/templates/text.ott",
    "tzdata/zoneinfo/America/Mexico_City",
    "chunspell.libs\\msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll",
    "holidays-0.109.dist-info/METADATA",
)
STAYS_OUT = (
    "PySide6/Qt/lib/libQt6WaylandCompositor.so.6",
    "PySide6/Qt/lib/libQt6Qml.so.6",
    "PySide6/Qt/lib/libQt6NewOne.so.6",
    "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
    "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
    "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    "PySide6/Qt/qml/QtQuick/qmldir",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/QtNetwork.abi3.so",
    "PySide6\\Qt6Network.dll",
    "PySide6\\opengl32sw.dll",
    "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
    "libstdc++.so.6",
    "libfontconfig.so.1",
    "libgio-2.0.so.0",
    "libcrypto-3.dll",
    "pillow.libs/libavif-91b6f5e2.so.16.3.0",
    "python3.11/lib-dynload/_codecs_jp.cpython-311-x86_64-linux-gnu.so",
    "docx/templates/default-docx-template/word/styles.xml",
    "tzdata/zoneinfo/Asia/Tokyo",
    "tzdata/zoneinfo/tzdata.zi",
    "dateutil/zoneinfo/dateutil-zoneinfo.tar.gz",
    "pptx/templates/docx-icon.emf",
    "rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so",
    "lxml/html/_difflib.cpython-311-x86_64-linux-gnu.so",
    "icalendar/tests/test_parsing.py",
    "hunspell/dictionaries/test.dic",
    "holidays-0.109.dist-info/RECORD",
    "lxml-6.1.3.dist-info/METADATA",
)


@pytest.mark.parametrize("name", ENTERS)
def test_what_the_program_uses_enters(name: str) -> None:
    assert contents.keeps(name)


def test_every_resource_of_the_program_enters() -> None:
    names = [str(path.relative_to(release.ROOT)) for path in release.resources()]
    assert "recursos/ayuda/manual.md" in names
    assert [name for name in names if not contents.keeps(name)] == []


@pytest.mark.parametrize("name", STAYS_OUT)
def test_what_it_does_not_use_stays_out(name: str) -> None:
    assert not contents.keeps(name)


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("openpyxl/chart/chartspace.pyc", "openpyxl.chart.chartspace"),
        ("holidays\\countries\\__init__.pyc", "holidays.countries"),
        ("segno/__init__.pyc", "segno"),
        ("_strptime.pyc", "_strptime"),
        ("silabeador/__init__.py", None),
        ("recursos/ayuda/manual.md", None),
    ],
)
def test_a_compiled_file_holds_the_module_of_its_place(name: str, module: str | None) -> None:
    assert contents.module(name) == module


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("holidays/countries/mexico.pyc", True),
        ("holidays/countries/andorra.pyc", False),
        ("PIL/PngImagePlugin.pyc", True),
        ("PIL/IcnsImagePlugin.pyc", False),
        ("sqlite_utils/db.pyc", True),
    ],
)
def test_a_compiled_file_enters_when_its_module_does(name: str, kept: bool) -> None:
    assert contents.keeps(name) is kept


def test_of_all_countries_only_ours_goes_along() -> None:
    assert contents.keeps_module("holidays.countries")
    assert contents.keeps_module("holidays.countries.mexico")
    assert contents.keeps_module("holidays.registry")
    assert not contents.keeps_module("holidays.countries.andorra")
    assert not contents.keeps_module("holidays.financial.ny_stock_exchange")


def test_of_all_kinds_of_pictures_only_the_usual_ones_go_along() -> None:
    assert contents.keeps_module("PIL.Image")
    assert contents.keeps_module("PIL.PngImagePlugin")
    assert not contents.keeps_module("PIL.IcnsImagePlugin")


def test_nothing_that_enters_is_refused_by_the_inspection() -> None:
    modules = ["_internal/openpyxl/chartsheet/views.pyc", "_internal/promueve_gui/gui/widgets/quick_add.pyc"]
    names = [*(name.replace("\\", "/") for name in ENTERS), *modules]
    assert list(inspection.forbidden_names(names)) == []


@pytest.mark.parametrize(
    "name",
    [
        "_internal/PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "_internal/PySide6/Qt/lib/libQt6Charts.so.6",
        "_internal/PySide6/QtGraphs.pyd",
        "_internal/PySide6/QtTest.abi3.so",
        "_internal/icuuc.dll",
        "_internal/libssl-3.dll",
        "_internal/_ssl.pyd",
        "_internal/icalendar/tests/test_parsing.py",
        "_internal/pytest/__init__.py",
    ],
)
def test_the_inspection_names_what_may_not_be_there(name: str) -> None:
    (found,) = inspection.forbidden_names([name])
    assert found.startswith(f"{name}: ")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a bundle with one clean file."""
    folder = tmp_path / "Promueve"
    folder.mkdir()
    (folder / "promueve").write_bytes(b"\x7fELF /usr/lib/x86_64-linux-gnu /home/qt/work/qtbase C:\\Users\\Public")
    return folder


def test_a_clean_bundle_passes(bundle: Path, tmp_path: Path) -> None:
    inspection.inspect(bundle, tmp_path / "fuentes")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x00/home/ines/promueve/x.py\x00", "nombra «/home/ines/promueve/x.py»"),
        (b"\x00C:\\Users\\Ines\\x.py\x00", "nombra «C:\\Users\\Ines\\x.py»"),
        (b"\x00/opt/sources/promueve_gui/x.py\x00", "nombra la carpeta de las fuentes"),
        (b"import pytest\n", "contiene código de pruebas"),
    ],
)
def test_paths_of_developers_and_tests_are_found_inside_files(
    bundle: Path, tmp_path: Path, data: bytes, reason: str
) -> None:
    (bundle / "datos.bin").write_bytes(data)
    with pytest.raises(PackagingError) as caught:
        inspection.inspect(bundle, type(tmp_path)("/opt/sources"))
    assert f"datos.bin: {reason}" in str(caught.value)
    assert "promueve: " not in str(caught.value)
