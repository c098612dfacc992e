"""How a process and its keeper speak: frames of known length over a socket.

A frame is a mark, a kind and a length, then that many bytes. Bytes that are no frame are found out at
once, so that a process that writes garbage is told from one that is slow.
"""

import socket
from struct import Struct

ANSWER, FAULT = b"A", b"F"

_HEAD = Struct("!4scQ")
_MARK = b"lkb\x01"
_LONGEST = 4 << 30  # bytes
_CHUNK = 1 << 20


class NoFrame(Exception):
    """The other side has written something that is no frame."""


def send(connection: socket.socket, kind: bytes, data: bytes) -> None:
    """One frame, whole. Raises OSError where the other side is gone."""
    connection.sendall(_HEAD.pack(_MARK, kind, len(data)))
    connection.sendall(data)


class Inbox:
    """The frame that is arriving."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._length: int | None = None
        self._kind = b""

    def wanted(self) -> int:
        """How many bytes to ask for next, at most."""
        whole = _HEAD.size if self._length is None else _HEAD.size + self._length
        return min(_CHUNK, whole - len(self._data))

    def add(self, received: bytes) -> tuple[bytes, bytes] | None:
        """Kind and content once the frame is whole. Raises NoFrame."""
        self._data += received
        if self._length is None:
            if not _MARK.startswith(self._data[: len(_MARK)]):
                raise NoFrame
            if len(self._data) < _HEAD.size:
                return None
            _, self._kind, self._length = _HEAD.unpack_from(self._data)
            if self._kind not in (ANSWER, FAULT) or self._length > _LONGEST:
                raise NoFrame
        if len(self._data) < _HEAD.size + self._length:
            return None
        return self._kind, bytes(memoryview(self._data)[_HEAD.size :])


def receive(connection: socket.socket) -> bytes | None:
    """The next frame's content, however long it takes; None where the other side has closed."""
    inbox = Inbox()
    while received := connection.recv(inbox.wanted()):
        if (frame := inbox.add(received)) is not None:
            return frame[1]
    return None
