"""Odd bytes on the service's own socket and through nginx: no crash, no hang, no leak, no 5xx without a cause.

The short form tries what was kept and some seconds of new input. `make soak` tries for half an hour each, and goes on where
it was when it is cut short. What ends or hangs the service is kept in var/fuzz/found; with a name, in Tests/Fuzz/seeds, it
is tried by every `make test`.
"""

import random
import socket
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import pytest

from portal import ROOT
from registrations import COOPERATIVE, PERSON
from soak_state import Progress

SEEDS = ROOT / "Tests/Fuzz/seeds"
FOUND = ROOT / "var/fuzz/found"
SLOT = 20
HALF_AN_HOUR = 1_800
# Statuses that blame whoever sent it, or nobody.
BLAMELESS = {200, 301, 303, 400, 403, 404, 405, 408, 409, 410, 411, 413, 414, 415, 422, 429, 431, 501, 505}


# -- what is sent ----------------------------------------------------------------------------------------------------

def record(kind: int, content: bytes = b"", identity: int = 1, version: int = 1, padding: int = 0) -> bytes:
    return (bytes([version, kind]) + identity.to_bytes(2, "big") + len(content).to_bytes(2, "big") + bytes([padding, 0])
            + content + bytes(padding))


def pair(name: bytes, value: bytes) -> bytes:
    def length(text: bytes) -> bytes:
        return bytes([len(text)]) if len(text) < 128 else (len(text) | 1 << 31).to_bytes(4, "big")
    return length(name) + length(value) + name + value


def fastcgi(chance: random.Random, action: str) -> bytes:
    """A request as nginx sends it, with one thing or several wrong."""
    body = form_body(chance)
    names = {
        b"REQUEST_METHOD": chance.choice([b"POST", b"GET", b"HEAD", b"", b"P\x00ST"]), b"SCRIPT_NAME": action.encode(),
        b"CONTENT_TYPE": b"application/x-www-form-urlencoded",
        b"CONTENT_LENGTH": chance.choice([str(len(body)).encode()] * 6 + [b"-1", b"", b"9" * 30, b"0", b"65537"]),
        b"CLIENT_ADDRESS": f"10.{chance.randrange(256)}.{chance.randrange(256)}.1".encode(),
    }
    if chance.random() < 0.2:
        names[chance.randbytes(chance.randrange(300))] = chance.randbytes(chance.randrange(3_000))
    pairs = b"".join(pair(name, value) for name, value in names.items())
    cut = sorted(chance.randrange(len(pairs)) for _ in range(chance.randrange(3)))
    pieces = [pairs[start:end] for start, end in zip([0, *cut], [*cut, len(pairs)], strict=True)]
    whole = record(1, bytes([0, 1, chance.choice([0, 0, 0, 1, 255]), 0, 0, 0, 0, 0]))
    whole += b"".join(record(4, piece, padding=chance.choice([0, 0, 7, 255])) for piece in pieces if piece)
    whole += record(4) + record(5, body) + record(5)
    if chance.random() < 0.3:
        whole += record(chance.choice([1, 2, 4, 5, 8, 9, 11, 255]), chance.randbytes(chance.randrange(40)))
    return damaged(chance, whole) if chance.random() < 0.8 else whole


def form_body(chance: random.Random) -> bytes:
    body = urlencode(chance.choice([PERSON, COOPERATIVE]) | {"phan-1": "chữ " * chance.choice([1, 20, 900])}).encode()
    return damaged(chance, body) if chance.random() < 0.5 else body


def damaged(chance: random.Random, data: bytes) -> bytes:
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(6):
            case 0 if place < len(data): data[place] = chance.choice([0, 1, 127, 128, 255, chance.randrange(256)])
            case 1: del data[place:]
            case 2: data[place:place] = chance.randbytes(chance.choice([1, 4, 300]))
            case 3: del data[place:place + chance.randrange(1, 50)]
            case 4: data[place:place] = data[place:place + chance.randrange(1, 200)]
            case _ if place < len(data): data[place] ^= 1 << chance.randrange(8)
    return bytes(data)


def multipart(chance: random.Random) -> tuple[bytes, bytes]:
    edge = b"ranh-gioi"
    parts = [b'--%s\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % (
        edge, name.encode(), chance.choice([b"", b'; filename="a.pdf"']), value.encode()) for name, value in PERSON.items()]
    return b"multipart/form-data; boundary=" + edge, b"".join(parts) + b"--" + edge + b"--\r\n"


def http(chance: random.Random, action: str, port: int) -> bytes:
    kind = b"application/x-www-form-urlencoded"
    body = form_body(chance)
    if chance.random() < 0.3:
        kind, body = multipart(chance)
    lengths = [b"Content-Length: %d" % len(body)] * 4 + [
        b"Content-Length: %d" % max(0, len(body) + chance.choice([-1, 1, 50, 60_000, 10**9])), b"Content-Length: -1",
        b"", b"Transfer-Encoding: chunked"]
    length = chance.choice(lengths)
    if length.startswith(b"Transfer"):
        size = chance.choice([1, 7, 500])
        body = b"".join(b"%x\r\n%s\r\n" % (len(body[i:i + size]), body[i:i + size]) for i in range(0, len(body), size))
        body += b"0\r\n\r\n"
        body = damaged(chance, body) if chance.random() < 0.5 else body
    head = [
        chance.choice([b"POST", b"POST", b"POST", b"PUT", b"GET"]) + b" "
        + chance.choice([action, action + "/gui", "/gui/tra-cuu", "/gui/bien-nhan.txt", "/gui/%ff"]).encode()
        + b" HTTP/1." + chance.choice([b"1", b"1", b"0"]),
        b"Host: 127.0.0.1:%d" % port, b"Content-Type: " + kind, b"Connection: close", length]
    if chance.random() < 0.2:
        head.append(b"X-" + chance.randbytes(5).hex().encode() + b": " + b"a" * chance.choice([1, 9_000]))
    whole = b"\r\n".join(line for line in head if line) + b"\r\n\r\n" + body
    return damaged(chance, whole) if chance.random() < 0.3 else whole


# -- sending it ------------------------------------------------------------------------------------------------------

def deliver(connection: socket.socket, data: bytes, chance: random.Random) -> bytes:
    """Sends in one piece or in several, now and then slowly, and reads what comes; empty when nobody answers."""
    try:
        pieces = 1 if chance.random() < 0.8 else chance.randrange(2, 6)
        step = max(1, len(data) // pieces)
        for start in range(0, len(data), step):
            connection.sendall(data[start:start + step])
            if pieces > 1:
                time.sleep(chance.choice([0, 0, 0.02]))
        if chance.random() < 0.9:
            connection.shutdown(socket.SHUT_WR)
        else:
            connection.settimeout(0.2)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
        return answer
    except OSError:
        return b""


class Attack:
    """Several threads that send odd input until a time, and keep what did harm."""

    def __init__(self, portal, name: str, make, connect):
        self.portal, self.name, self.make, self.connect = portal, name, make, connect
        self.sent = 0
        self.statuses: Counter[int] = Counter()
        self.wrong: list[str] = []
        self.recent: list[list[bytes]] = []

    def run(self, seconds: float, seed: int, threads: int = 6):
        end = time.monotonic() + seconds
        self.recent = [[] for _ in range(threads)]
        workers = [threading.Thread(target=self._work, args=(one, random.Random(f"{self.name}-{seed}-{one}"), end))
                   for one in range(threads)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        self.healthy()

    def _work(self, number: int, chance: random.Random, end: float):
        while time.monotonic() < end and not self.wrong:
            self.one(self.make(chance), chance, self.recent[number])

    def one(self, data: bytes, chance: random.Random, recent: list[bytes]):
        recent[:] = [*recent[-19:], data]
        try:
            with self.connect(chance) as connection:
                connection.settimeout(10)
                answer = deliver(connection, data, chance)
        except OSError as fault:
            return self.wrong.append(f"no connection: {fault}")
        self.sent += 1
        status = status_of(answer)
        self.statuses[status] += 1
        if status and status not in BLAMELESS:
            self.wrong.append(f"{status} for {data[:200]!r}: {answer[:300]!r}")

    def healthy(self):
        """The same process answers as before; otherwise what was sent last is kept."""
        try:
            assert not self.wrong, self.wrong[0]
            assert self.portal.form.poll() is None, f"the service ended {self.portal.form.returncode}"
            assert self.portal.nginx.poll() is None, "nginx ended"
            from ledger import checked_form
            checked_form(self.portal, "Câu hỏi sau đợt thử?")
            assert descriptors(self.portal.form.pid) < 200, "descriptors leak"
            assert megabytes(self.portal.form.pid) < 300, "memory leaks"
        except BaseException:
            FOUND.mkdir(parents=True, exist_ok=True)
            for number, data in enumerate(data for recent in self.recent for data in recent):
                (FOUND / f"{self.name}-{number}").write_bytes(data)
            raise


def status_of(answer: bytes) -> int:
    """Of an HTTP answer, or of FastCGI's record; 0 when there is none."""
    for mark in (b"HTTP/1.1 ", b"Status: "):
        place = answer.find(mark)
        if 0 <= place < 64 and answer[place + len(mark):place + len(mark) + 3].isdigit():
            return int(answer[place + len(mark):place + len(mark) + 3])
    return 0


def descriptors(pid: int) -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def megabytes(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1_024
    return 0


@pytest.fixture(scope="module")
def target(new_portal):
    portal = new_portal()
    portal.stop_form()
    # What is tried is not how the limits answer.
    portal.settings += "posts-burst = 1000000\nposts-per-minute = 1000000\nall-posts-burst = 1000000\n"
    portal.settings += "all-posts-per-minute = 1000000\n"
    portal.start_form()
    yield portal
    portal.stop()


def attack(portal, name: str) -> Attack:
    def on_socket(_):
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(str(portal.socket))
        return connection

    def through_nginx(chance):
        address = f"127.{chance.randrange(150, 250)}.{chance.randrange(250)}.{chance.randrange(1, 250)}"
        return socket.create_connection(("127.0.0.1", portal.port), timeout=10, source_address=(address, 0))

    if name == "fastcgi":
        return Attack(portal, name, lambda chance: fastcgi(chance, portal.form_action()), on_socket)
    return Attack(portal, name, lambda chance: http(chance, portal.form_action(), portal.port), through_nginx)


@pytest.mark.parametrize("name", ["fastcgi", "http"])
def test_what_was_kept_does_no_harm(target, name):
    attack_ = attack(target, name)
    files = sorted((SEEDS / name).iterdir())
    assert files
    for file in files:
        attack_.one(file.read_bytes(), random.Random(0), [])
    attack_.healthy()


@pytest.mark.parametrize("name", ["fastcgi", "http"])
def test_some_seconds_of_odd_input_do_no_harm(target, name):
    some = attack(target, name)
    some.run(6, seed=1)
    assert some.sent > 100 and len(some.statuses) > 2, f"too little: {some.sent} {some.statuses}"


@pytest.mark.soak
@pytest.mark.parametrize("name", ["fastcgi", "http"])
def test_half_an_hour_of_odd_input_does_no_harm(target, name):
    progress = Progress(f"fuzz-{name}", HALF_AN_HOUR)
    before = None
    while progress.left:
        some = attack(target, name)
        some.run(SLOT, seed=int(progress.done))
        progress.add(SLOT, sent=some.sent)
        before = before or megabytes(target.form.pid)
    print(f"{name}: {progress.facts['sent']} inputs in {progress.done} s, {before} to {megabytes(target.form.pid)} MB")
