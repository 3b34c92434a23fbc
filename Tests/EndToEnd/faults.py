"""Lets chosen file operations of a program fail: Tests/Faults/faults.c, preloaded."""

import errno
import mmap
import shutil
import struct
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "Faults" / "faults.c"

WRITE, SYNC, RENAME, TRUNCATE, OPEN = 1, 2, 4, 8, 16
ALL = WRITE | SYNC | RENAME | TRUNCATE | OPEN

# How an operation fails: as the system says, half done, or by the end of the program before or after it.
MANNERS = {
    "EIO": errno.EIO, "ENOSPC": errno.ENOSPC, "EROFS": errno.EROFS, "EMFILE": errno.EMFILE,
    "torn": -1, "killed before": -2, "killed after": -3,
}

# The fields of `struct control`: clock, kinds, countdown, lasting, manner, seen, struck, itself.
_FIELDS = struct.Struct("=q7i4x")
_KINDS = struct.Struct("=i")


class Faults:
    """One library and one control for one program at a time.

    `files`: how the paths of the files begin that can fail.
    """

    def __init__(self, folder: Path, files: Path):
        folder.mkdir(parents=True, exist_ok=True)
        # How many failed on the file that is called `files`, not on one beside it; counted over all orders.
        self.on_the_file_itself = 0
        self._library = folder / "faults.so"
        self._files = files
        compiler = shutil.which("cc") or "clang"
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Wno-nonnull-compare", "-o", str(self._library),
             str(SOURCE), "-ldl"], check=True)
        self._path = folder / "control"
        self._path.write_bytes(bytes(_FIELDS.size))
        with open(self._path, "r+b") as file:
            self._shared = mmap.mmap(file.fileno(), _FIELDS.size)

    @property
    def environment(self) -> dict[str, str]:
        return {"LD_PRELOAD": str(self._library), "FAULT_CONTROL": str(self._path), "FAULT_FILES": str(self._files)}

    def arm(self, manner: str, at: int = 1, kinds: int = ALL, lasting: bool = False):
        """From now on the `at`-th operation of these kinds fails, or with `lasting` each from there on."""
        clock = self._read()[0]
        _FIELDS.pack_into(self._shared, 0, clock, 0, at, lasting, MANNERS[manner], 0, 0, 0)
        # Last, so that no operation meets half of an order.
        _KINDS.pack_into(self._shared, 8, kinds)

    def disarm(self) -> tuple[int, int]:
        """Everything works again; returns how many operations there were, and how many of them failed."""
        clock, *_, seen, struck, itself = self._read()
        self.on_the_file_itself += itself
        _FIELDS.pack_into(self._shared, 0, clock, 0, 0, 0, 0, 0, 0, 0)
        return seen, struck

    def move_clock(self, seconds: float):
        """The program's time of day is so much later than it is."""
        _FIELDS.pack_into(self._shared, 0, int(seconds * 1e9), *self._read()[1:])

    def _read(self) -> tuple[int, ...]:
        return _FIELDS.unpack_from(self._shared)
