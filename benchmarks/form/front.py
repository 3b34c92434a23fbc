"""The nginx in front of all sides."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import measuring

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parents[1] / "Tests/EndToEnd"))

from portal import free_port, wait_for  # noqa: E402


class Front:
    """One nginx; each side is behind a port of its own."""

    def __init__(self, run: Path, static: Path, sockets: dict[str, Path], parameters: dict[str, dict[str, str]]):
        self.ports = {name: free_port() for name in sockets} | {"static": free_port()}
        run.mkdir(parents=True, exist_ok=True)
        servers = "".join(self._server(name, path, parameters.get(name, {})) for name, path in sockets.items())
        # Files below a folder of root's are not for everybody.
        user = "user root;" if os.geteuid() == 0 else ""
        text = (HERE / "nginx.conf").read_text()
        for name, value in {"USER": user, "RUN": run, "STATIC": static, "STATIC_PORT": self.ports["static"],
                            "SERVERS": servers}.items():
            text = text.replace(f"@{name}@", str(value))
        (run / "nginx.conf").write_text(text)
        program = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        self.process = subprocess.Popen(
            [program, "-p", str(run), "-e", str(run / "error.log"), "-c", str(run / "nginx.conf")], stdin=subprocess.DEVNULL)
        wait_for(self._answers, f"nginx (see {run}/error.log)")

    def _server(self, name: str, path: Path, parameters: dict[str, str]) -> str:
        own = " ".join(f'fastcgi_param {key} "{value}";' for key, value in parameters.items())
        # A fastcgi_param of a location takes the place of all those around it, so these are named again.
        shared = " ".join(line.strip() for line in (HERE / "nginx.conf").read_text().splitlines()
                          if line.strip().startswith("fastcgi_param")) if own else ""
        return (f"server {{ listen 127.0.0.1:{self.ports[name]}; location / "
                f'{{ fastcgi_pass "unix:{path}"; {shared} {own} }} }}\n    ')

    def _answers(self) -> bool:
        assert self.process.poll() is None, "nginx ended"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.ports["static"])) == 0

    def url(self, name: str, path: str) -> str:
        return f"http://127.0.0.1:{self.ports[name]}{path}"

    @property
    def pids(self) -> list[int]:
        return measuring.family(self.process.pid)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
