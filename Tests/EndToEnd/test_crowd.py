"""Forty people behind one address get through, a flood does not, and slow connections take nothing from others."""

import re
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from citizen import Citizen
from crowd import Clockwork
from flows import CODE, REFERENCE
from ledger import Ledger, checked_form
from registrations import FORM_PAGE, PERSON


@pytest.fixture
def crowded(new_portal):
    portal = new_portal()
    yield portal
    portal.stop()


def test_forty_people_behind_one_address_get_through_at_once(crowded):
    """Each reads the form, is corrected twice, sends, and looks the receipt up, all within the same minute."""
    ledger = Ledger(crowded)
    shared = Citizen(crowded.origin)
    receipts, failures = [], []

    def person(number: int):
        try:
            citizen = Citizen(crowded.origin)
            citizen.address = shared.address
            form = citizen.get(FORM_PAGE).main_form()
            for faulty in ({"ho-ten": ""}, {"dien-thoai": "0987"}):
                assert citizen.post(form.action, form.filled(**(PERSON | faulty))).status == 422
            checked = citizen.post(form.action, form.filled(**(PERSON | {"phan-1": f"Câu hỏi của người thứ {number}?"})))
            receipt = citizen.press(checked, checked.main_form())
            found = citizen.post("/gui/tra-cuu", [
                ("so-bien-nhan", REFERENCE.search(receipt.text).group()), ("ma", CODE.search(receipt.text).group())])
            assert found.status == 200 and "Phiếu đã đến đâu" in found.text, f"{found.status} {found.text[:900]}"
            receipts.append(receipt)
        except BaseException as failure:  # told by the test
            failures.append(failure)

    threads = [threading.Thread(target=person, args=(number,)) for number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures, failures[0]
    assert len({ledger.acknowledge(receipt) for receipt in receipts}) == 40
    ledger.verify()


def test_the_limit_of_the_service_itself_gives_the_text_back(new_portal):
    portal = new_portal()
    portal.stop_form()
    portal.settings += "posts-burst = 2\nposts-per-minute = 1\n"
    portal.start_form()
    citizen, checked = checked_form(portal, "Câu hỏi thứ nhất?")
    form = checked.main_form()
    assert citizen.press(checked, form).status == 200
    again = citizen.press(checked, form, phan_1="Câu hỏi viết lại rất lâu?")
    assert again.status == 429 and int(again.headers["retry-after"]) > 0
    assert "Câu hỏi viết lại rất lâu?" in again.text and "sokhcn@backan.gov.vn" in again.text
    assert "chưa được nhận" in again.text


def watch(portal, seconds: float, clockwork: Clockwork, ledger: Ledger):
    """Other people register meanwhile, one after the other, from networks of their own."""
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        number += 1
        citizen = Citizen(portal.origin)
        blank = clockwork.timed(lambda: citizen.get(FORM_PAGE))
        checked = clockwork.timed(lambda: citizen.press(
            blank, blank.main_form(), **(PERSON | {"phan-1": f"Câu hỏi giữa đám đông, số {number}?"})))
        done = clockwork.timed(lambda: citizen.press(checked, checked.main_form()))
        assert done.status == 200 and REFERENCE.search(done.text), f"{done.status} {done.text[:300]}"
        ledger.acknowledge(done)
        time.sleep(0.05)


def besiege(portal, slow: int, floods: int, seconds: float) -> str:
    """Slow connections and a flood from a process of their own, while others register; what was measured."""
    ledger, clockwork = Ledger(portal), Clockwork()
    script = Path(__file__).with_name("siege.py")
    siege = subprocess.Popen(
        [sys.executable, str(script), str(portal.port), portal.form_action(), str(slow), str(floods)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        ready = siege.stdout.readline()
        assert ready.startswith("ready"), ready
        watch(portal, seconds, clockwork, ledger)
        told, _ = siege.communicate("stop\n", timeout=60)
    finally:
        if siege.poll() is None:
            siege.kill()
    memory = {name: _memory(pid) for name, pid in (("service", portal.form.pid), ("nginx", portal.nginx.pid))}
    summary = f"{ready.strip()}; {told.strip()}; others: {clockwork.summary()}; memory {memory} MB"
    print(summary)
    # The siege was one: the slow ones were not simply turned away, the flood met its limit.
    held = int(re.match(r"\d+", told).group())
    assert held >= 0.9 * slow, summary
    assert re.search(r"\b429: [1-9]", told), summary
    assert max(clockwork.waits) < 1, summary
    ledger.verify()
    return summary


def _memory(pid: int) -> int:
    """Megabytes in memory, of a process and its children."""
    pids = [pid, *(int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
    rss = [line for one in pids for line in Path(f"/proc/{one}/status").read_text().splitlines() if line.startswith("VmHWM")]
    return sum(int(line.split()[1]) for line in rss) // 1_024


def test_five_hundred_slow_connections_and_a_flood_leave_others_alone(crowded):
    besiege(crowded, slow=500, floods=4, seconds=12)


@pytest.mark.soak
def test_ten_thousand_slow_connections_and_a_flood_leave_others_alone(crowded):
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 12_000:
        pytest.skip(f"this machine gives a program {hard} descriptors")
    besiege(crowded, slow=10_000, floods=16, seconds=60)
