"""Before anything is timed: do all sides do the same work, as durably?"""

import itertools
import re
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request

import wrk
from portal import BIN, ROOT
from prepared import FORM, places

COLUMNS = {
    "registration": "series, number, channel, form, answers, content_digest, duplicate_of, is_late, quarantine, refused_at, "
                    "hex(token_digest), hex(sender_hash), length(code_hash), length(salt), sender_expires - received_at, "
                    "entered_at - received_at",
    "matter": "registration, position, field, text, subject, division, same_as, outcome",
    "event": "seq, actor, verb, object, record_kind, record",
}
STORING = ["doithoai", "php", "c-together", "c-each"]
POSTS = 20


def post(url: str, body: str) -> str:
    request = urllib.request.Request(url, body.encode(), {
        "Content-Type": "application/x-www-form-urlencoded", "Host": "bench.localhost", "Origin": "http://bench.localhost",
        "Sec-Fetch-Site": "same-origin"})
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def rows(side) -> dict[str, list[tuple]]:
    with sqlite3.connect(side.state / "register.sqlite") as register:
        return {table: register.execute(f"SELECT {columns} FROM {table} ORDER BY 1, 2").fetchall()
                for table, columns in COLUMNS.items()}


def demand(bench) -> None:
    """The same posts give the same pages and the same rows, and the office's own check finds every register whole."""
    bodies = [line[:-1] for line in itertools.islice(bench.bodies.open(), POSTS)]
    found = {}
    for name in STORING:
        side = bench.sides[name]
        side.start()
        url = bench.front.url(name, FORM + "/gui")
        pages = [places(post(url, body)) for body in bodies]
        # The same token gives the same receipt.
        reference = re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}")
        again = [reference.search(post(url, body)).group() for body in (bodies[0], bodies[0])]
        side.stop()
        if again[0] != again[1]:
            sys.exit(f"{side.title} gives two receipts for one token")
        verified = subprocess.run(
            [str(BIN / "doithoai"), "register", "verify", "--root", str(ROOT), "--state", str(side.state)],
            capture_output=True, text=True)
        if verified.returncode:
            sys.exit(f"{side.title} leaves a register that does not hold:\n{verified.stdout}{verified.stderr}")
        found[name] = (pages, rows(side))
    for name, (pages, stored) in found.items():
        own_pages, own_rows = found["doithoai"]
        if pages != own_pages:
            sys.exit(f"{bench.sides[name].title} answers another page than doithoai-form")
        for table in COLUMNS:
            if stored[table] != own_rows[table]:
                sys.exit(f"{bench.sides[name].title} stores other rows in {table}:\n{stored[table][1]}\n{own_rows[table][1]}")


def demand_syncs(bench, say) -> None:
    """With one connection every answer needs a sync of its own: strace counts both."""
    counts = []
    for name in STORING:
        side = bench.sides[name]
        side.start()
        log = side.folder / "syncs"
        pids = [word for pid in side.pids for word in ("-p", str(pid))]
        tracer = subprocess.Popen(
            ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(log), *pids], stderr=subprocess.DEVNULL)
        time.sleep(1)
        if tracer.poll() is not None:
            side.stop()
            return say("syncs: not counted, strace may not attach here")
        measured = wrk.send(bench.front.url(name, FORM + "/gui"), bench.bodies, 1, 4, side.pids, bench.front.pids)
        tracer.send_signal(signal.SIGINT)
        tracer.wait()
        side.stop()
        syncs = sum("sync(" in line for line in log.read_text().splitlines())
        counts.append(f"{side.title} {syncs} for {measured.answered}")
        if syncs < measured.answered:
            sys.exit(f"{side.title} answered {measured.answered} posts with {syncs} syncs")
    say(f"syncs for answers, one connection: {', '.join(counts)}")
