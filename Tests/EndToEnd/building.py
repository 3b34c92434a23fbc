"""A checkout of its own that tests may edit, and builds of it under odd circumstances."""

import hashlib
import json
import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path

from portal import BIN, ROOT, Portal


class Workshop:
    """A copy of content and theme beside a state folder; everything is below one folder."""

    def __init__(self, folder: Path, moment: str):
        self.root = folder / "checkout"
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, self.root / name)
        (self.root / "deploy").symlink_to(ROOT / "deploy")
        self.state = folder / "state"
        self.moment = moment
        self.portal = Portal.at(self.state, moment, self.root)

    @property
    def public(self) -> Path:
        return self.state / "public"

    def command(self, *words: str, state: Path | None = None) -> list[str]:
        return [str(BIN / "doithoai"), *words, "--root", str(self.root), "--state", str(state or self.state)]

    def build(self, *words: str, state: Path | None = None, **environment: str) -> dict:
        """Builds and tells what was made; fails the test when nothing was released."""
        done = self.attempt(*words, state=state, **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def attempt(self, *words: str, state: Path | None = None, file_limit: int | None = None, user: int | None = None,
                **environment: str) -> subprocess.CompletedProcess:
        """A build that may fail.

        file_limit: no file may grow beyond so many bytes, as on a disk that is full.
        """
        def limit():
            if file_limit is not None:
                # The write fails with an error instead of ending the program.
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
        return subprocess.run(
            self.command("build", "--json", *words, state=state), capture_output=True, text=True, timeout=120,
            stdin=subprocess.DEVNULL, env=os.environ | environment, preexec_fn=limit, user=user)

    def clean_state(self, folder: Path) -> Path:
        """The same rehearsal and register without anything that was ever built."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.state, folder, ignore=shutil.ignore_patterns("public", "cache", "run", "logs"))
        return folder


def live_files(public: Path) -> dict[str, bytes]:
    """Path → bytes of all that the manifest of the live tree lists, without what is only kept one release longer."""
    tree = public / "current"
    return {path: (tree / path).read_bytes() for path, line in manifest(tree).items() if line[3] != "kept"}


def manifest(tree: Path) -> dict[str, list[str]]:
    """Path → SHA-256, key, size, «kept» or «-»."""
    lines = (tree / "manifest").read_text("utf-8").splitlines()
    assert lines[-1] == "end"
    fields = [line.split(" ") for line in lines[1:-1]]
    return {line[4]: line[:4] for line in fields}


def check_whole(public: Path):
    """Every file of the live tree is there and has the bytes its manifest promises."""
    tree = public / "current"
    for path, (digest, _, size, _) in manifest(tree).items():
        data = (tree / path).read_bytes()
        assert len(data) == int(size) and hashlib.sha256(data).hexdigest() == digest, path


def picture(folder: Path) -> dict[str, tuple]:
    """Every name below a folder with inode, length and time of change."""
    return {
        str(path.relative_to(folder)): ((status := path.lstat()).st_ino, status.st_size, status.st_mtime_ns)
        for path in sorted(folder.rglob("*"))}
