"""Runs a program and tells what it cost."""

import hashlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """Of a program and every process it waited for: seconds of wall clock, seconds of user and system CPU, peak bytes.

    The peak is that of the largest process: neither side of this benchmark has two large ones.
    """

    wall: float
    cpu: float
    memory: float


def run(command: list[str], folder: Path) -> Cost:
    """Runs `command` in `folder`; what it says is shown only when it fails."""
    # A file, not a pipe: nobody has to read while the clock runs.
    with open("/dev/null", "rb") as nothing, open(f"/dev/shm/bench-site-{os.getpid()}.log", "w+b") as log:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=nothing, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        os.unlink(log.name)
        if process.returncode != 0:
            log.seek(0)
            sys.exit(f"{' '.join(command)}\n{log.read().decode(errors='replace')[-4_000:]}\nexit code {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


# A file's inode and time of writing: what nginx makes its ETag of, and what tells one writing from another.
Stamps = dict[str, tuple[int, int]]


def stamps(folder: Path) -> Stamps:
    """Of every file below `folder`, links followed, by its path in it."""
    found: Stamps = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            status = os.stat(path)
            found[os.path.relpath(path, folder)] = (status.st_ino, status.st_mtime_ns)
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """The digest of every file below `folder` by its path in it."""
    return {path: hashlib.sha256((folder / path).read_bytes()).digest() for path in stamps(folder)}


def differing(before: dict, after: dict) -> set[str]:
    """Paths whose values are not the same on both sides, or that one side lacks."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
