"""What enters the frozen program and what must not: one list, read by `promueve.spec` and by what inspects the result.

Names are those of files inside the bundle, with `/`, relative to the folder of libraries.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# Modules of Python and of libraries that the program never runs: terminals, tests, servers, other windows, the network.
EXCLUDED = """
PIL.AvifImagePlugin PIL.ImageCms PIL.ImageQt PIL.ImageShow PIL.ImageTk PIL.WebPImagePlugin PIL._avif PIL._imagingcms
PIL._imagingft PIL._imagingmath PIL._imagingtk PIL._webp PySide6.QtDBus PySide6.QtNetwork PySide6.QtOpenGL
PySide6.QtQml PySide6.QtTest _curses _dbm _gdbm _hashlib _ssl _tkinter asyncio cssselect curses distutils doctest
ensurepip ftplib http.cookiejar http.server idlelib imaplib lib2to3 lxml.cssselect lxml.html
lxml.isoschematron lxml.objectify multiprocessing.managers nntplib numpy pandas pdb pip
poplib pydoc pydoc_data pytest readline
setuptools smtplib socketserver sqlite3.dbapi2.test sqlite_utils.cli ssl telnetlib test tkinter turtle unittest
venv wheel xmlrpc
""".split()

# Modules that are imported by a name made while the program runs, or by branches of it that are not frozen in a list.
HIDDEN = (
    "holidays.countries.mexico",
    "hunspell",
    "icalendar",
    "odfdo",
    "pptx",
    "segno",
    "silabeador",
)

# Packages that only list their modules, and those of them that go along.
EMPTIED = ("holidays.countries", "holidays.financial")
OF_EMPTIED = ("holidays.countries.mexico",)
# Kinds of pictures that an evidence or a slide may be; Pillow does without the others.
PICTURES = re.compile(r"PIL\.(Bmp|Gif|Jpeg|Mpo|Png|Ppm|Tiff)ImagePlugin")

# Libraries whose own files (templates, lists of words) are needed.
WITH_DATA = ("odfdo", "pptx", "silabeador", "docx")

# On Windows, a library that its wheel keeps in a folder of its own. Another wheel has the same one, and PyInstaller
# takes along only the first that it finds, where the other package does not look.
WITH_LIBRARIES = (("hunspell", "chunspell.libs"),)

# Libraries that ask Python which version of them is installed as soon as they are imported, and where it reads that.
WITH_METADATA = ("holidays", "odfdo", "icalendar", "pluggy", "sqlite_utils", "click")
METADATA = re.compile(rf"({'|'.join(WITH_METADATA)})-[^/]+\.dist-info/METADATA")

# Qt is kept by name, so that a new release of it cannot bring in parts that are GPL only.
QT_LIBRARIES = ("Core", "DBus", "Gui", "PrintSupport", "Svg", "Widgets", "XcbQpa")
QT_BINDINGS = ("QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
QT_PLUGINS = {
    "imageformats": ("qgif", "qico", "qjpeg"),
    "platforms": ("qwindows", "qoffscreen", "qxcb", "qcocoa"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmacstyle",),
}
QT_TRANSLATIONS = ("qtbase_es.qm",)

# Of the system's libraries only these go along on Linux; drivers, fonts and what talks to them every desktop has
# itself, and its own ones fit each other.
FROM_THE_SYSTEM = re.compile(
    r"lib(python3|ffi|bz2|lzma|z|sqlite3|mpdec|xcb-\w+(-\w+)?|xkbcommon(-x11)?)\.so[.\d]*|libpython3[.\d]+\.so[.\d]*"
)
SHARED_LIBRARY = re.compile(r"lib[^/]*\.so[.\d]*")

QT_LIBRARY = re.compile(r"(?:lib)?Qt6(\w+?)(?:\.so[.\d]*|\.dll)")
QT_BINDING = re.compile(r"(Qt\w+?)(?:\.abi3)?\.(?:so|pyd)")

# Zones that an agenda of Mexico may name; Linux has all of them itself, Windows none.
ZONES = ("America/", "Etc/", "GMT", "UTC", "zones", "__init__")
NEEDLESS = re.compile(
    r"(^|/)(tests?|__pycache__|scripts)/|\.(pyi|pyx|pxd|cpp|h|c|md|typed|lib|prl|pdb)$|\.dist-info/|(^|/)direct_url\.json$"
    r"|hunspell/dictionaries/|opengl32sw\.dll$|d3dcompiler_\d+\.dll$|dxcompiler\.dll$|dxil\.dll$|^libcrypto-|^libssl-"
    r"|dateutil-zoneinfo\.tar\.gz$|pptx/templates/.*\.emf$"
    r"|docx/templates/(?!default[^/]*$)|(^|/)_?avif|libavif|lxml/html/|lib-dynload/_codecs_|rapidfuzz/(.*_avx2|fuzz_cpp|process_cpp|utils_cpp)"
)


def keeps_module(name: str) -> bool:
    """Tell whether a module of that dotted name enters the bundle."""
    if name.startswith("PIL.") and name.endswith("ImagePlugin"):
        return PICTURES.fullmatch(name) is not None
    package = name.rpartition(".")[0]
    return package not in EMPTIED or name in OF_EMPTIED


def module(name: str) -> str | None:
    """Return the dotted name of the module that a compiled file of that name holds, or None when it holds none."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.suffix != ".pyc":
        return None
    parts = path.parent.parts if path.stem == "__init__" else path.with_suffix("").parts
    return ".".join(parts)


def keeps(name: str) -> bool:
    """Tell whether a file of that name enters the bundle."""
    path = PurePosixPath(name.replace("\\", "/"))
    compiled = module(name)
    if compiled is not None:
        return keeps_module(compiled)
    if path.parts[0] == "recursos" or METADATA.fullmatch(str(path)):
        return True
    if NEEDLESS.search(str(path)):
        return False
    if SHARED_LIBRARY.fullmatch(str(path)):  # at the top: it comes from the system and not from a wheel
        return FROM_THE_SYSTEM.fullmatch(path.name) is not None
    if "zoneinfo" in path.parts and "tzdata" in path.parts:
        return str(path).split("zoneinfo/", 1)[-1].startswith(ZONES)
    if "locale" in path.parts and "holidays" in path.parts:
        return False
    return _keeps_qt(path)


def _keeps_qt(path: PurePosixPath) -> bool:
    """Tell it for a file of Qt; everything else is kept."""
    library, binding = QT_LIBRARY.fullmatch(path.name), QT_BINDING.fullmatch(path.name)
    if library:
        return library[1] in QT_LIBRARIES
    if "PySide6" not in path.parts:
        return True
    if "plugins" in path.parts:
        kind, plugin = path.parent.name, path.stem.removeprefix("lib")
        return plugin in QT_PLUGINS.get(kind, ())
    if "translations" in path.parts:
        return path.name in QT_TRANSLATIONS
    if binding:
        return binding[1] in QT_BINDINGS
    return "qml" not in path.parts and not path.name.startswith(("libpyside6qml", "pyside6qml"))
