"""One check page gives one row and one receipt, whatever happens between its button and its answer."""

import http.client
import json
import os
import threading
from datetime import datetime, timedelta

import pytest

from citizen import Citizen
from faults import SYNC, Faults
from flows import press, receipt, to_check
from ledger import Ledger, checked_form
from portal import ROOT, VIETNAM
from registrations import FORM_PAGE, PERSON


@pytest.fixture(scope="module")
def busy(new_portal):
    portal = new_portal()
    return portal, Ledger(portal)


def test_fifty_at_once_with_one_token_get_one_receipt(busy):
    portal, ledger = busy
    _, checked = checked_form(portal, "Câu hỏi gửi năm mươi lần?")
    answers = []

    def send():
        citizen = Citizen(portal.origin)
        answers.append(citizen.press(checked, checked.main_form()))

    threads = [threading.Thread(target=send) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({ledger.acknowledge(answer) for answer in answers}) == 1
    ledger.verify()


def test_fifty_at_once_beside_the_command_line_leave_no_gap(busy):
    portal, ledger = busy
    checks = [checked_form(portal, f"Câu hỏi bên cạnh Văn phòng, số {number}?") for number in range(50)]
    answers = []
    samples = json.loads((ROOT / "deploy/demo/registrations.json").read_text("utf-8"))
    sample = next(one for one in samples if one["form"] == "dang-ky-2021") | {"outcomes": []}
    office = []

    def key_in():
        # Numbers of the same series, taken by another process meanwhile.
        for number in range(6):
            paper = portal.state / "paper.json"
            letters = [sample | {"answers": sample["answers"] | {"phan-1": f"Thư số {number}-{one}?"}} for one in range(5)]
            paper.write_text(json.dumps(letters), "utf-8")
            office.append(portal.office("register", "import", str(paper), check=False))

    threads = [threading.Thread(target=key_in)]
    threads += [threading.Thread(target=lambda pair=pair: answers.append(pair[0].press(pair[1], pair[1].main_form())))
                for pair in checks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    references = {ledger.acknowledge(answer) for answer in answers}
    assert len(references) == 50
    keyed_in = {row["reference"] for row in portal.registrations()} - set(ledger.receipts) - ledger.before
    assert len(keyed_in) == 30
    ledger.before |= keyed_in
    assert [done.stderr for done in office if done.returncode != 0] == []
    ledger.verify()


def test_two_tabs_of_one_check_page_show_one_receipt(busy, either_phone):
    portal, _ = busy
    rows = len(portal.registrations())
    first, second = either_phone.new_page(), either_phone.new_page()
    to_check(first, portal.origin, PERSON)
    form = {control.get_attribute("name"): control.get_attribute("value")
            for control in first.locator("main form input[type=hidden]").all()}
    # The second tab holds the same check page, as after «Nhân đôi thẻ».
    second.goto(portal.origin + FORM_PAGE)
    second.set_content(first.content())
    press(first, "Gửi phiếu")
    one = receipt(first)
    answer = Citizen(portal.origin).post(portal.form_action() + "/gui", list(form.items()))
    assert one[0] in answer.text and one[1] in answer.text
    assert len(portal.registrations()) == rows + 1


def test_the_receipt_survives_a_new_release_and_a_restart(new_portal):
    portal = new_portal()
    ledger = Ledger(portal)
    sent, stored = checked_form(portal, "Câu hỏi đã gửi trước bản mới?")
    kept = ledger.acknowledge(sent.press(stored, stored.main_form()))
    waiting, checked = checked_form(portal, "Câu hỏi chưa gửi khi có bản mới?")
    # What was just sent changes the figures, so there is something to release.
    before = os.readlink(portal.state / "public/current")
    portal.build()
    assert os.readlink(portal.state / "public/current") != before
    portal.stop_form()
    portal.start_form()
    assert ledger.acknowledge(sent.press(stored, stored.main_form())) == kept
    ledger.acknowledge(waiting.press(checked, checked.main_form()))
    ledger.verify()


def test_a_new_key_in_between_changes_nothing(new_portal):
    portal = new_portal()
    ledger = Ledger(portal)
    sent, stored = checked_form(portal, "Câu hỏi đã gửi trước khi đổi khóa?")
    kept = ledger.acknowledge(sent.press(stored, stored.main_form()))
    waiting, checked = checked_form(portal, "Câu hỏi chưa gửi khi đổi khóa?")
    portal.stop_form()
    change_keys(portal)
    portal.start_form()
    assert ledger.acknowledge(sent.press(stored, stored.main_form())) == kept
    ledger.acknowledge(waiting.press(checked, checked.main_form()))
    ledger.verify()


def test_the_closing_second_in_between_changes_nothing(new_portal):
    portal = new_portal()
    ledger = Ledger(portal)
    closes = datetime(2021, 11, 20, 17, 30, tzinfo=VIETNAM)
    portal.set_clock(closes - timedelta(seconds=40))
    sent, stored = checked_form(portal, "Câu hỏi gửi trước giờ đóng?")
    kept = ledger.acknowledge(sent.press(stored, stored.main_form()))
    waiting, checked = checked_form(portal, "Câu hỏi kiểm tra trước giờ đóng?")
    portal.set_clock(closes + timedelta(seconds=1))
    assert ledger.acknowledge(sent.press(stored, stored.main_form())) == kept
    ledger.acknowledge(waiting.press(checked, checked.main_form()))
    portal.set_clock(closes + timedelta(days=3))
    assert ledger.acknowledge(sent.press(stored, stored.main_form())) == kept
    ledger.verify()


@pytest.mark.parametrize("times", [1, 3])
def test_a_crash_between_commit_and_answer_leads_to_the_one_receipt(new_portal, tmp_path, times):
    portal = new_portal()
    portal.stop_form()
    faults = Faults(tmp_path, portal.state / "register.sqlite")
    portal.environment = faults.environment
    portal.start_form()
    ledger = Ledger(portal)
    # The first commit begins a new log, with a sync of its own for the head of it.
    first, form = checked_form(portal, "Câu hỏi trước đó?")
    ledger.acknowledge(first.press(form, form.main_form()))
    citizen, checked = checked_form(portal, "Câu hỏi khi máy dừng đúng lúc?")
    for _ in range(times):
        # The sync that makes the commit last is done, and then there is no program to say so.
        faults.arm("killed after", 1, SYNC)
        try:
            answer = citizen.press(checked, checked.main_form())
            assert answer.status in {200, 502}
        except (http.client.HTTPException, OSError):
            answer = None
        _, struck = faults.disarm()
        if struck:
            # Its connections end before it does.
            portal.form.wait(timeout=10)
            portal.start_form()
    rows = [row for row in portal.registrations() if row["reference"] not in ledger.before]
    assert len(rows) == 2, "the commit before the crash is not there"
    ledger.acknowledge(citizen.press(checked, checked.main_form()))
    ledger.verify()


def change_keys(portal):
    """A new generation of keys, the one before still kept."""
    for purpose in ("token", "code", "sender"):
        file = portal.state / "keys" / f"{purpose}-2.key"
        file.touch(0o600)
        file.write_bytes(os.urandom(32))
