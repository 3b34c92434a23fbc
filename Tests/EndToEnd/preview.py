"""A preview that runs, as its editor sees it."""

import json
import signal
import subprocess

from citizen import Citizen
from portal import BIN, free_port, wait_for


class Preview:
    def __init__(self, root, state, *words):
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.log = open(state.parent / "preview.out", "w+b")
        self.process = subprocess.Popen(
            [str(BIN / "doithoai"), "preview", "--root", str(root), "--state", str(state), "--port", str(self.port),
             *words],
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)

    def said(self) -> str:
        return open(self.log.name).read()

    def up(self):
        def ready():
            assert self.process.poll() is None, self.said()
            return self.origin in self.said()
        wait_for(ready, "the preview", 60)
        return self

    def get(self, path):
        return Citizen(self.origin).get(path)

    def drafts(self) -> dict[str, str]:
        """Path → why the public does not see it."""
        status = json.loads(self.get("/xem-truoc/tinh-hinh.json").body)
        return {draft["path"]: draft["reason"] for draft in status["drafts"]}

    def stop(self, kind=signal.SIGINT) -> int:
        self.process.send_signal(kind)
        return self.process.wait(timeout=20)
