"""What Windows and macOS want to know of a program; not exercised yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop import __version__

if TYPE_CHECKING:
    from pathlib import Path

DOSSIER_TYPE: Final = "net.natopkdesktop.dossier"
TITLE: Final = "natopk_desktop"
DESCRIPTION: Final = "Reader for an institution's web page as a critical edition"

# Keys: developer.apple.com, "Information Property List".
INFO_PLIST: Final[dict[str, object]] = {
    "CFBundleName": TITLE,
    "CFBundleDisplayName": TITLE,
    "CFBundleShortVersionString": __version__,
    "CFBundleVersion": __version__,
    "CFBundleDevelopmentRegion": "en",
    "LSApplicationCategoryType": "public.app-category.reference",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,  # false: follows the system into dark mode
    "NSHumanReadableCopyright": "MIT licence; not affiliated with NATO",
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "Dossier",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Owner",
            "LSItemContentTypes": [DOSSIER_TYPE],
        }
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": DOSSIER_TYPE,
            "UTTypeDescription": "Dossier",
            "UTTypeConformsTo": ["public.json"],
            "UTTypeTagSpecification": {"public.filename-extension": ["dossier.json"]},
        }
    ],
}

_RESOURCE: Final = """\
# UTF-8
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([
      StringTable('040904B0', [
        StringStruct('CompanyName', 'The natopk_desktop authors'),
        StringStruct('FileDescription', {description!r}),
        StringStruct('FileVersion', {version!r}),
        StringStruct('InternalName', {name!r}),
        StringStruct('LegalCopyright', 'MIT licence; not affiliated with NATO'),
        StringStruct('OriginalFilename', {file!r}),
        StringStruct('ProductName', {title!r}),
        StringStruct('ProductVersion', {version!r})
      ])
    ]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])
  ]
)
"""


def version_resource(folder: Path, name: str) -> str:
    """Write the version resource of one program of Windows into ``folder`` and return its path.

    Args:
        folder: the build's own folder.
        name: the program's name without its ending.
    """
    numbers = tuple(int(part) for part in (*__version__.split("."), *"0000")[:4] if part.isdigit())
    text = _RESOURCE.format(
        numbers=numbers, description=DESCRIPTION, version=__version__, name=name, file=f"{name}.exe", title=TITLE
    )
    path = folder / f"{name}-version.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)
