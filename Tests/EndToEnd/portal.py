"""One running portal: a rehearsal folder, the form service and nginx with the shipped configuration."""

import json
import os
import shutil
import socket
import subprocess
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = (ROOT / os.environ.get("DOITHOAI_BIN", ".build/debug")).resolve()
VIETNAM = timezone(timedelta(hours=7))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, what: str, seconds: float = 10.0):
    """Polls until the condition holds; says what did not come."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"{what} did not come within {seconds} s"
        time.sleep(0.02)


class Portal:
    """Everything it writes is below `state`; its programs are stopped by `stop`."""

    def __init__(self, state: Path, root: Path = ROOT):
        self.state = state
        self.root = root
        self.port = free_port()
        # Tests send faster than people read; the tests of quarantine take this away.
        self.settings = "minimum-reading = 0 s\n"
        # What the form service finds in its environment besides ours.
        self.environment: dict[str, str] = {}
        self.form: subprocess.Popen | None = None
        self.nginx: subprocess.Popen | None = None

    @classmethod
    def at(cls, state: Path, moment: str, root: Path = ROOT) -> "Portal":
        """A rehearsal in `state` that begins now at `moment`; what the folder already holds stays."""
        portal = cls(state, root)
        portal.office("rehearse", "--as-of", moment, "--restart", root=False)
        return portal

    # -- the office ---------------------------------------------------------------------------------------------

    def office(self, *words: str, check: bool = True, root: bool = True) -> subprocess.CompletedProcess:
        """Runs the command line on this portal's folder."""
        command = [str(BIN / "doithoai"), *words, "--state", str(self.state)]
        if root:
            command += ["--root", str(self.root)]
        done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=120)
        if check:
            assert done.returncode == 0, f"{' '.join(words)} ended {done.returncode}:\n{done.stdout}{done.stderr}"
        return done

    def office_json(self, *words: str):
        return json.loads(self.office(*words, "--json").stdout)

    def seed(self):
        self.office("register", "import", str(ROOT / "deploy/demo/registrations.json"))

    def build(self):
        return self.office("build")

    def registrations(self) -> list[dict]:
        """All that is kept: numbered ones, those waiting to be looked at and those refused."""
        lists = [self.office_json("register", "list", *words) for words in ([], ["--quarantined"], ["--refused"])]
        return [row for rows in lists for row in rows]

    def figures(self, series: str) -> dict:
        """What the portal publishes of a series."""
        data = json.loads((self.public / "so-tiep-nhan/so-lieu.json").read_text("utf-8"))
        return next(one for one in data["series"] if one["id"] == series)

    def form_action(self, dialogue: str | None = "2021") -> str:
        """Where the form of an edition is sent, or that of feedback, whether or not a page shows it now."""
        release = json.loads((self.state / "public/current/service/release.json").read_text("utf-8"))
        forms = (form["id"] for form in release["forms"] if form.get("dialogue") == dialogue)
        # Before an edition is announced the service is told nothing of it; the address is known all the same.
        return "/gui/" + next(forms, f"dang-ky-{dialogue}")

    # -- time ---------------------------------------------------------------------------------------------------

    def set_clock(self, moment: datetime):
        """Moves the rehearsal: from now on its clock ticks from `moment`, to the fraction of a second.

        A program reads the anchor once, when it starts, so a running service is started again.
        """
        running = self.form is not None and self.form.poll() is None
        if running:
            self.stop_form()
        anchor = {"realStart": time.time(), "rehearsedStart": moment.timestamp()}
        file = self.state / "rehearsal.json"
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(anchor))
        fresh.rename(file)
        if running:
            self.start_form()

    # -- programs -----------------------------------------------------------------------------------------------

    @property
    def socket(self) -> Path:
        return self.state / "run" / "form.sock"

    @property
    def logs(self) -> Path:
        return self.state / "logs"

    @property
    def public(self) -> Path:
        return self.state / "public" / "current" / "site"

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        self.start_form()
        self.start_nginx()
        return self

    def start_form(self):
        log = open(self.logs / "form.log", "ab")
        configuration = self.state / "doithoai-form.conf"
        configuration.write_text(self.settings)
        self.form = subprocess.Popen(
            [str(BIN / "doithoai-form"), "--config", str(configuration), "--root", str(self.root),
             "--state", str(self.state)],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ | self.environment)
        wait_for(self._form_answers, f"doithoai-form (see {log.name})")

    def _form_answers(self) -> bool:
        assert self.form.poll() is None, f"doithoai-form ended: {(self.logs / 'form.log').read_text()[-2000:]}"
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.socket)) == 0

    def kill_form(self):
        self.form.kill()
        self.form.wait()

    def stop_form(self):
        self.form.terminate()
        assert self.form.wait(timeout=15) == 0, "doithoai-form did not end cleanly"

    def start_nginx(self):
        run = self.state / "run" / "nginx"
        user = "user root;" if os.geteuid() == 0 else ""
        subprocess.run(
            [str(ROOT / "deploy/nginx/render"), str(run), "demo.conf", "http.conf", "portal.conf", f"USER={user}",
             f"PREFIX={run}", f"LOGS={self.logs}", f"LISTEN=127.0.0.1:{self.port}",
             f"PUBLIC={self.state / 'public'}", f"SOCKET={self.socket}"], check=True)
        program = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
        self.nginx = subprocess.Popen(
            [program, "-p", str(run), "-e", str(self.logs / "error.log"), "-c", str(run / "demo.conf")],
            stdin=subprocess.DEVNULL)
        wait_for(self._nginx_answers, f"nginx (see {self.logs}/error.log)")

    def _nginx_answers(self) -> bool:
        assert self.nginx.poll() is None, f"nginx ended: {(self.logs / 'error.log').read_text()[-2000:]}"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        for program in (self.nginx, self.form):
            if program and program.poll() is None:
                program.terminate()
                try:
                    program.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    program.kill()
                    program.wait()

    # -- what it published --------------------------------------------------------------------------------------

    def pages(self) -> list[str]:
        """The site paths of all HTML pages of the release, error pages included."""
        paths = []
        for file in sorted(self.public.rglob("*.html")):
            path = "/" + file.relative_to(self.public).as_posix()
            paths.append(path.removesuffix("index.html"))
        return paths
