"""Files by URL, through fsspec: s3://, https://, memory:// and whatever else it is given a package for.

The one place where fsspec is called. Workers read such a file themselves, so they need no shared disk.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.errors import MissingExtra, UsageError

_TAGS = ("ETag", "etag", "Content-MD5", "md5Hash", "content_md5")
_TIMES = ("LastModified", "last_modified", "updated", "mtime", "created")


@dataclass(frozen=True, slots=True)
class Remote:
    """A file at a URL. `stamp` changes when the file does; both are None where the server tells nothing.

    `named`: somebody named the file itself, not a folder or a glob.
    """

    url: str
    stamp: str | None
    size_bytes: int | None
    named: bool = False


def is_url(name: str) -> bool:
    return "://" in name


def files_at(name: str) -> Iterator[Remote]:
    """Every file that a URL stands for: a file, a folder with all in it, a glob. In a stable order.

    A folder over HTTP is a page of links and ends with "/", since a page may be a file as well.

    Raises MissingExtra without fsspec or the package for the URL's kind, UsageError where nothing answers.
    """
    from glob import has_magic

    system, path = _opened(name)
    try:
        if has_magic(path):
            found = system.glob(path, detail=True)
        elif name.endswith("/") or (system.isdir(path) and not system.isfile(path)):
            found = system.find(path, detail=True)
        else:
            details = system.info(path)
            yield Remote(name, _stamp(details), details.get("size"), named=True)
            return
        for each, details in sorted(found.items()):
            if details.get("type") != "directory":
                if _stamp(details) is None:
                    details = system.info(each)
                url = system.unstrip_protocol(each)
                yield Remote(url, _stamp(details), details.get("size"))
    except Exception as error:  # each kind of store has errors of its own
        raise UsageError(f"{name}: {type(error).__name__}: {error}") from error


def read_bytes(url: str, at_most: int) -> bytes:
    """The file's content, or its first `at_most` bytes. Raises what the store's package raises."""
    system, path = _opened(url)
    with system.open(path, "rb") as file:
        content: bytes = file.read(at_most)
    return content


def _opened(name: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra(f"{name}: URLs need fsspec") from error
    try:
        system, path = url_to_fs(name)
    except ImportError as error:
        raise MissingExtra(f"{name}: {error}") from error
    except ValueError as error:
        raise UsageError(f"{name}: {error}") from error
    return system, path


def _stamp(details: Mapping[str, Any]) -> str | None:
    tag = next((details[key] for key in _TAGS if details.get(key)), None)
    moment = next((details[key] for key in _TIMES if details.get(key)), None)
    return f"{details.get('size')} {tag or moment}" if tag or moment else None
