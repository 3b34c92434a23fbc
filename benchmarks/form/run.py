"""Times submissions to the form service behind nginx, on a rehearsal of the sample content; see ../README.md."""

import shutil
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/EndToEnd"))

from citizen import Citizen  # noqa: E402
from portal import Portal  # noqa: E402
from registrations import FORM_PAGE, PERSON  # noqa: E402

SENDERS, EACH = 8, 25


def timed(action) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def report(name: str, value: str):
    print(f"{name:<44} {value}", flush=True)


def submissions(portal: Portal):
    times: list[float] = []

    def send(sender: int):
        for turn in range(EACH):
            citizen = Citizen(portal.origin)
            blank = citizen.get(FORM_PAGE)
            began = time.perf_counter()
            checked = citizen.press(blank, blank.main_form(), **(PERSON | {"phan-1": f"Câu {sender}-{turn}?"}))
            done = citizen.press(checked, checked.main_form())
            assert done.status == 200, done.text[:300]
            times.append(time.perf_counter() - began)

    threads = [threading.Thread(target=send, args=(sender,)) for sender in range(SENDERS)]
    took = timed(lambda: ([thread.start() for thread in threads], [thread.join() for thread in threads]))
    assert len(times) == SENDERS * EACH
    report(f"{len(times)} registrations from {SENDERS} senders", f"{len(times) / took:8.1f} a second")
    report("check and send, median and slowest", f"{statistics.median(times) * 1000:8.1f} ms {max(times) * 1000:.1f} ms")
    status = Path(f"/proc/{portal.form.pid}/status").read_text()
    held = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    report("memory of doithoai-form afterwards", f"{int(held) / 1024:8.1f} MB")


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "checkout"
        for part in ("content", "theme", "deploy"):
            shutil.copytree(ROOT / part, root / part)
        (root / ".venv").symlink_to(ROOT / ".venv")  # Typst
        portal = Portal.at(Path(folder) / "state", "2021-11-10T09:00", root)
        portal.seed()
        portal.build()
        try:
            submissions(portal.start())
        finally:
            portal.stop()


main()
