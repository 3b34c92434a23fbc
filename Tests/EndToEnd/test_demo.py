"""`make demo` as a newcomer meets it: a busy port, a second run, Ctrl-C, a rerun."""

import os
import signal
import socket
import subprocess
import time

import pytest

from citizen import Citizen
from portal import BIN, ROOT, free_port, wait_for


class Demo:
    def __init__(self, state, port, **wishes):
        wishes = {name.upper(): value for name, value in wishes.items()}
        self.port = port
        self.log = open(state.parent / "demo.out", "w+b")
        self.process = subprocess.Popen(
            [str(ROOT / "deploy/demo/run")], stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
            env=os.environ | {"BIN": str(BIN), "STATE": str(state), "PORT": str(port)} | wishes,
            # Under nohup the signal would be ignored from the start, and no shell can trap what it never gets.
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL))

    def said(self) -> str:
        self.log.flush()
        return open(self.log.name).read()

    def answers(self) -> bool:
        assert self.process.poll() is None, self.said()
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def up(self, seconds=60):
        wait_for(lambda: self.answers() and "Ctrl-C" in self.said(), "the demo", seconds)
        return self

    def stop(self, kind=signal.SIGTERM) -> int:
        self.process.send_signal(kind)
        return self.process.wait(timeout=20)


@pytest.fixture
def demo(tmp_path):
    """Starts demos on one folder, and stops those that still run."""
    started = []

    def start(port=None, **wishes):
        started.append(Demo(tmp_path / "demo", port or free_port(), **wishes))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.stop()


def test_it_starts_says_what_to_do_stops_and_starts_again_quickly(demo):
    first = demo().up()
    said = first.said()
    for word in (f"http://127.0.0.1:{first.port}/", "đang nhận phiếu", "2021-11-21T09:00", "2021-12-15T09:00",
                 "register list", "answer approve", "Ctrl-C"):
        assert word in said
    assert Citizen(f"http://127.0.0.1:{first.port}").get("/").status == 200
    assert first.stop() == 0
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", first.port)) != 0, "something still listens"

    began = time.monotonic()
    second = demo(first.port).up()
    assert time.monotonic() - began < 5
    assert second.stop(signal.SIGHUP) == 0


def test_a_second_run_on_the_folder_and_a_busy_port_are_told_so(demo, tmp_path):
    first = demo().up()
    second = demo()
    assert second.process.wait(timeout=20) == 1
    assert f"http://127.0.0.1:{first.port}/" in second.said()
    assert first.answers(), "the second run stopped the first"
    first.stop()

    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        busy = demo(other.getsockname()[1])
        assert busy.process.wait(timeout=20) == 1
        assert "PORT=" in busy.said()


def test_another_moment_begins_afresh(demo):
    demo().up().stop()
    later = demo(as_of="2021-12-15T09:00").up()
    assert "đã có kết quả" in later.said()
    assert "Đã có kết quả" in Citizen(f"http://127.0.0.1:{later.port}").get("/").text
