"""SIGKILL of the form service while people send: nothing acknowledged is lost or doubled, numbers have no gap."""

import http.client
import random
import threading
import time

import pytest

from citizen import Citizen
from flows import CODE, REFERENCE
from portal import wait_for
from registrations import FORM_PAGE, LOOKUP_PAGE, PERSON
from soak_state import Progress

SENDERS = 6


class Sender(threading.Thread):
    """Sends one registration after the other, trying each check page again until a receipt comes."""

    def __init__(self, origin: str, number: int, stop: threading.Event):
        super().__init__(daemon=True)
        self.origin, self.number, self.stopping = origin, number, stop
        self.receipts: list[tuple[str, str, str]] = []
        self.failure: BaseException | None = None

    def run(self):
        try:
            serial = 0
            while not self.stopping.is_set():
                serial += 1
                self._send(f"Câu hỏi {self.number}-{serial} về cân?")
        except BaseException as failure:  # told by the test, which joins this thread
            self.failure = failure

    def _send(self, question: str):
        # A new neighbour each time, so that the limits per network stay out of this test.
        citizen = Citizen(self.origin)
        blank = citizen.get(FORM_PAGE)
        checked = self._until(lambda: citizen.press(blank, blank.main_form(), **(PERSON | {"phan-1": question})))
        done = self._until(lambda: citizen.press(checked, checked.main_form()))
        reference, code = REFERENCE.search(done.text), CODE.search(done.text)
        assert reference and code, f"{done.status} {done.text[:400]}"
        self.receipts.append((question, reference.group(), code.group()))

    def _until(self, attempt):
        """Tries until the service is there again; the end of the test does not cut a try short."""
        for _ in range(600):
            try:
                answer = attempt()
                if answer.status == 200:
                    return answer
                assert answer.status in {429, 502, 503, 504}, f"{answer.status} {answer.text[:400]}"
            except (http.client.HTTPException, OSError):
                pass
            time.sleep(0.05)
        raise AssertionError("the service did not come back within 30 s")


def kill_repeatedly(portal, times: int, seed: int = 20211120) -> int:
    """Returns how many registrations were acknowledged meanwhile."""
    before = {row["reference"] for row in portal.registrations()}
    stop = threading.Event()
    senders = [Sender(portal.origin, number, stop) for number in range(SENDERS)]
    for sender in senders:
        sender.start()
    chance = random.Random(seed)
    for _ in range(times):
        # On a busy machine a service may need longer than the pause to say anything at all.
        told = sum(len(sender.receipts) for sender in senders)
        wait_for(lambda: sum(len(sender.receipts) for sender in senders) > told, "a receipt", seconds=30)
        time.sleep(chance.uniform(0, 0.3))
        portal.kill_form()
        portal.start_form()
    stop.set()
    for sender in senders:
        sender.join(timeout=60)
        assert not sender.is_alive() and sender.failure is None, sender.failure

    receipts = [receipt for sender in senders for receipt in sender.receipts]
    assert len(receipts) > times, "too little was sent to prove anything"
    rows = [row for row in portal.registrations() if row["reference"] not in before]
    stored = [row["reference"] for row in rows]
    assert len(set(stored)) == len(stored), "a reference stands twice"
    acknowledged = {reference for _, reference, _ in receipts}
    assert len(acknowledged) == len(receipts), "two questions got one receipt"
    assert acknowledged - set(stored) == set(), "acknowledged but not stored"
    assert set(stored) - acknowledged == set(), "stored twice: each sender tried until a receipt came"
    check_numbers(portal)
    portal.office("register", "verify")
    _, reference, code = receipts[-1]
    citizen = Citizen(portal.origin)
    lookup = citizen.get(LOOKUP_PAGE)
    found = citizen.press(lookup, lookup.main_form(), so_bien_nhan=reference, ma=code)
    assert found.status == 200 and "Đang xử lý" in found.text
    return len(receipts)


def check_numbers(portal):
    """Within each series the numbers run from 1 without a gap."""
    series: dict[str, list[int]] = {}
    for row in portal.registrations():
        if row.get("number"):
            name, _, number = row["number"].rpartition("-")
            series.setdefault(name, []).append(int(number))
    assert series
    for name, numbers in series.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), f"series {name} has a gap"


def test_thirty_kills(new_portal):
    kill_repeatedly(new_portal(), 30)


@pytest.mark.soak
def test_a_thousand_kills(new_portal):
    """In lots of fifty, each verified; cut short, it goes on with the lot it was at."""
    progress = Progress("kills", 1_000)
    while progress.left:
        portal = new_portal()
        sent = kill_repeatedly(portal, 50, seed=int(progress.done))
        portal.stop()
        progress.add(50, acknowledged=sent)
    print(f"{progress.facts['acknowledged']} registrations acknowledged around {progress.done} kills")


def test_fifty_at_once_get_fifty_numbers(new_portal):
    portal = new_portal()
    before = len(portal.registrations())
    checks = []
    for number in range(50):
        citizen = Citizen(portal.origin)
        blank = citizen.get(FORM_PAGE)
        checks.append((citizen, citizen.press(blank, blank.main_form(), **(PERSON | {"phan-1": f"Câu {number}?"}))))
    answers = []
    threads = [threading.Thread(target=lambda pair=pair: answers.append(pair[0].press(pair[1], pair[1].main_form())))
               for pair in checks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status for answer in answers] == [200] * 50
    assert len({REFERENCE.search(answer.text).group() for answer in answers}) == 50
    assert len(portal.registrations()) == before + 50
    check_numbers(portal)
