"""Zipped office files: guarded against bombs before anything is unpacked."""

import struct
import zipfile
import zlib
from io import BytesIO

from pipeline.config import ReadSettings
from pipeline.errors import DamagedDocument, EncryptedDocument, LimitExceeded

_MOST_MEMBERS = 10_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    OSError,
    EOFError,
    RuntimeError,
)


def checked_archive(data: bytes, settings: ReadSettings) -> zipfile.ZipFile:
    """Open a zip whose members, unpacked, stay within `max_bytes`.

    Raises DamagedDocument, EncryptedDocument or LimitExceeded.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except _BROKEN as error:
        raise DamagedDocument(f"the zipped file is damaged or cut short: {error}") from error
    if any(member.flag_bits & 1 for member in members):
        raise EncryptedDocument("the zipped file asks for a password")
    size = sum(member.file_size for member in members)
    if size > settings.max_bytes or len(members) > _MOST_MEMBERS:
        raise LimitExceeded(
            f"{size} bytes in {len(members)} parts once unpacked,"
            f" more than max_bytes = {settings.max_bytes}"
        )
    try:
        broken = archive.testzip()
    except _BROKEN as error:
        raise DamagedDocument(f"the zipped file is damaged: {error}") from error
    if broken:
        raise DamagedDocument(f"the zipped file is damaged at {broken}")
    return archive
