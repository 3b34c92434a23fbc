"""The programs that are compared, each with a register of its own that begins as the same file."""

import os
import shutil
import socket
import sqlite3
import subprocess
import time
from pathlib import Path

import measuring
from portal import BIN, ROOT, wait_for

HERE = Path(__file__).resolve().parent
RIVALS = HERE / "rivals"
# The same on every side; SQLite's own choice is 1,000 pages.
CHECKPOINT = 1_000
CHILDREN = 16
SETTINGS = """minimum-reading = 0 s
posts-burst = 1000000
posts-per-minute = 1000000
all-posts-burst = 1000000
all-posts-per-minute = 1000000
"""


class Side:
    """A program behind a socket. Its folder holds keys and register."""

    name: str
    title: str

    def __init__(self, folder: Path, prepared: "Prepared"):
        self.folder, self.prepared = folder, prepared
        self.state = folder / "state"
        self.socket = folder / "form.sock"
        self.process: subprocess.Popen | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def reset(self) -> None:
        """A register with one registration, that of the sample page."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.prepared.state, self.state, symlinks=True)

    def start(self, fresh: bool = True) -> None:
        if fresh:
            self.reset()
        log = open(self.folder / "log", "ab")
        self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        wait_for(self._answers, f"{self.name} (see {log.name})")

    def _answers(self) -> bool:
        assert self.process.poll() is None, f"{self.name} ended: {(self.folder / 'log').read_text()[-2_000:]}"
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    @property
    def pids(self) -> list[int]:
        return measuring.family(self.process.pid)

    def rows(self) -> int:
        """Registrations beyond the sample."""
        with sqlite3.connect(f"file:{self.state / 'register.sqlite'}?mode=ro", uri=True) as register:
            return register.execute("SELECT COUNT(*) FROM registration").fetchone()[0] - 1


class Own(Side):
    name, title = "doithoai", "doithoai-form"

    def command(self) -> list[str]:
        configuration = self.folder / "doithoai-form.conf"
        configuration.write_text(SETTINGS)
        return [str(BIN / "doithoai-form"), "--config", str(configuration), "--root", str(ROOT),
                "--state", str(self.state), "--socket", str(self.socket)]

    def first_answer(self, url: str, body: str) -> float:
        """Seconds from starting the program to its first answer, a check page.

        The socket is there before the program, as a service manager has it, so nobody has to ask again and again.
        """
        self.reset()
        with socket.socket(socket.AF_UNIX) as waiting:
            waiting.bind(str(self.socket))
            waiting.listen()
            command = [word for word in self.command() if word not in {"--socket", str(self.socket)}]
            asking = subprocess.Popen(
                ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "--data-binary", "@-", url],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            asking.stdin.write(body.encode())
            asking.stdin.close()
            time.sleep(0.1)  # until nginx has the request, and waits
            began = time.perf_counter()
            self.process = subprocess.Popen(command, stdin=waiting, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            status = asking.stdout.read()
            took = time.perf_counter() - began
            asking.wait()
            self.stop()
        assert status == b"200", f"the first answer was {status}"
        return took


class C(Side):
    """The C program; `largest` submissions of one commit."""

    largest: int

    def command(self) -> list[str]:
        return [str(self.prepared.programs / "form"), str(self.socket), str(self.state), str(self.prepared.page),
                self.prepared.digest, str(self.prepared.clock), str(self.largest)]


class CTogether(C):
    name, title, largest = "c-together", "C, group commit", 256


class CEach(C):
    name, title, largest = "c-each", "C, a commit each", 1


class Responder(Side):
    name, title = "responder", "libfcgi responder"

    def command(self) -> list[str]:
        return [str(self.prepared.programs / "responder"), str(self.socket), str(self.prepared.page)]


class PHP(Side):
    name, title = "php", "PHP-FPM"

    def command(self) -> list[str]:
        configuration = self.folder / "fpm.conf"
        configuration.write_text(
            f"[global]\ndaemonize = no\nerror_log = {self.folder}/log\n[form]\nlisten = {self.socket}\nlisten.backlog = 511\n"
            f"pm = static\npm.max_children = {CHILDREN}\nuser = {os.environ.get('USER', 'root')}\n")
        as_root = ["-R"] if os.geteuid() == 0 else []
        return ["/usr/sbin/php-fpm8.2", "-F", "-y", str(configuration), *as_root]

    def _answers(self) -> bool:
        # Its children come one by one after it listens, and all of them are measured.
        return super()._answers() and len(self.pids) == CHILDREN + 1


def parameters(side: Side) -> dict[str, str]:
    """What nginx tells a side beside the request."""
    if not isinstance(side, PHP):
        return {}
    prepared = side.prepared
    return {"SCRIPT_FILENAME": str(RIVALS / "form.php"), "STATE": str(side.state), "PAGE": str(prepared.page),
            "DIGEST": prepared.digest, "CLOCK": str(prepared.clock), "CHECKPOINT": str(CHECKPOINT)}
