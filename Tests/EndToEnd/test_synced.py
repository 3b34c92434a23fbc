"""strace watches the form service: what a receipt acknowledges was written to the log and synced before the answer began."""

import re
import shutil
import signal
import subprocess
import threading
from collections import defaultdict
from dataclasses import dataclass

import pytest

from ledger import Ledger, checked_form
from portal import wait_for

CALL = re.compile(r"^(\d+\.\d+) (\w+)\((.*)\) += (-?\d+)[^<]*(?:<(\d+\.\d+)>)?$")


@dataclass
class Call:
    began: float
    ended: float
    name: str
    text: str
    result: int


def calls(folder) -> dict[str, list[Call]]:
    """By thread, in order; strace writes a file for each."""
    found = {}
    for file in folder.glob("trace.*"):
        found[file.name] = []
        for line in file.read_text("utf-8", "replace").splitlines():
            if match := CALL.match(line):
                began = float(match[1])
                took = float(match[5] or 0)
                found[file.name].append(Call(began, began + took, match[2], match[3], int(match[4])))
    return found


def proof(folder, references: list[str]) -> list[str]:
    """What is wrong: an answer that began before its registration was written and synced."""
    by_thread = calls(folder)
    log = [call for thread in by_thread.values() for call in thread if "register.sqlite-wal>" in call.text]
    writes = [call for call in log if call.name in {"pwrite64", "write"} and call.result > 0]
    syncs = [call for call in log if call.name in {"fdatasync", "fsync"} and call.result == 0]
    assert len(writes) > len(references) and syncs, "strace saw nothing of the log"
    answers = begun_answers(by_thread)
    wrong = []
    for reference in references:
        symbols = reference.replace("-", "")
        answer = next((began for text, began in answers if reference in text), None)
        written = min((call.ended for call in writes if symbols in call.text), default=None)
        if answer is None or written is None:
            wrong.append(f"{reference}: not seen in {'an answer' if answer is None else 'the log'}")
        elif not any(written <= sync.began and sync.ended <= answer for sync in syncs):
            wrong.append(f"{reference}: answered without a sync after its row was written")
    return wrong


def begun_answers(by_thread) -> list[tuple[str, float]]:
    """What went to each connection, and when its first byte did."""
    answers = []
    for thread in by_thread.values():
        open_answers: dict[str, list] = defaultdict(lambda: ["", 0.0])
        for call in thread:
            descriptor = re.match(r"(\d+)<(?:socket|UNIX)", call.text)
            if call.name in {"write", "writev", "sendto"} and descriptor:
                answer = open_answers[descriptor[1]]
                answer[0] += re.sub(r'^[^"]*"|"[^"]*$', "", call.text)
                answer[1] = answer[1] or call.began
            if call.name == "close" and descriptor and descriptor[1] in open_answers:
                answers.append(tuple(open_answers.pop(descriptor[1])))
        answers += [tuple(answer) for answer in open_answers.values()]
    return answers


@pytest.fixture
def traced(new_portal, tmp_path):
    assert shutil.which("strace"), "strace is missing: run deploy/setup test"
    portal = new_portal()
    ledger = Ledger(portal)
    strace = subprocess.Popen(
        ["strace", "-ff", "-ttt", "-T", "-y", "-s", "60000", "-e",
         "trace=pwrite64,write,writev,sendto,fsync,fdatasync,close", "-e", "signal=none",
         "-o", str(tmp_path / "trace"), "-p", str(portal.form.pid)], stderr=subprocess.PIPE, text=True)
    first = strace.stderr.readline()
    if "not permitted" in first:
        pytest.skip("this machine lets nobody watch a program")
    wait_for(lambda: len(list(tmp_path.glob("trace.*"))) > 60, f"strace: {first}")
    yield portal, ledger, tmp_path, strace
    if strace.poll() is None:
        strace.kill()


def test_each_receipt_is_on_the_disk_before_it_is_said(traced):
    portal, ledger, folder, strace = traced
    checks = [checked_form(portal, f"Câu hỏi được theo dõi số {number}?") for number in range(24)]
    # One after the other, then many at once, so that commits of one and of several are seen.
    for citizen, checked in checks[:6]:
        ledger.acknowledge(citizen.press(checked, checked.main_form()))
    answers = []
    threads = [threading.Thread(target=lambda pair=pair: answers.append(pair[0].press(pair[1], pair[1].main_form())))
               for pair in checks[6:]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answer in answers:
        ledger.acknowledge(answer)
    strace.send_signal(signal.SIGINT)
    strace.wait(timeout=20)
    assert proof(folder, list(ledger.receipts)) == []
    ledger.verify()


def test_the_proof_finds_a_missing_sync(tmp_path):
    head = "7</x/register.sqlite-wal>"
    (tmp_path / "trace.1").write_text(
        f'1.000000 pwrite64({head}, "..7K3M92TX..", 12, 0) = 12 <0.000100>\n'
        f"1.001000 fdatasync({head}) = 0 <0.010000>\n"
        '1.005000 write(9<socket:[5]>, "Status: 200 .. 7K3M-92TX", 24) = 24 <0.000100>\n', "utf-8")
    (tmp_path / "trace.2").write_text(
        f'1.000000 pwrite64({head}, "..8K3M92TX..", 12, 0) = 12 <0.000100>\n'
        f'1.000200 pwrite64({head}, "..", 2, 12) = 2 <0.000100>\n'
        '1.020000 write(9<socket:[6]>, "Status: 200 .. 8K3M-92TX", 24) = 24 <0.000100>\n', "utf-8")
    assert proof(tmp_path, ["7K3M-92TX", "8K3M-92TX"]) == ["7K3M-92TX: answered without a sync after its row was written"]
