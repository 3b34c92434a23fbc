"""What a citizen sees when something is lost, too large, too often or down."""

import http.client
import sqlite3
import subprocess
import threading
import time

import pytest

from citizen import Citizen
from faults import Faults
from ledger import Ledger, assert_not_received, checked_form
from registrations import FORM_PAGE, LOOKUP_PAGE, PERSON


@pytest.fixture(scope="module")
def fragile(new_portal):
    """A portal that these tests may break."""
    return new_portal()


def test_a_lost_page_leads_back(citizen):
    answer = citizen.get("/khong-co-trang-nay/")
    assert answer.status == 404
    assert "Không tìm thấy" in answer.text or "không tìm thấy" in answer.text
    assert "/" in answer.links


def test_a_body_too_large_is_refused_with_other_channels(portal, citizen):
    answer = citizen.post(portal.form_action(), [("phan-1", "a" * 70_000)])
    assert answer.status == 413
    assert "sokhcn@backan.gov.vn" in answer.text
    assert "Phiếu chưa được nhận" in answer.text


def test_too_many_requests_are_told_to_wait_and_a_neighbour_is_not(fragile):
    hasty = Citizen(fragile.origin)
    connection = http.client.HTTPConnection("127.0.0.1", fragile.port, source_address=(hasty.address, 0))
    statuses = []
    for _ in range(400):
        connection.request("GET", "/gui/")
        response = connection.getresponse()
        body = response.read().decode()
        statuses.append(response.status)
        if response.status == 429:
            break
    connection.close()
    assert statuses[-1] == 429, "no limit was met"
    assert len(statuses) > 150, "forty people behind one address would not get through"
    assert "sokhcn@backan.gov.vn" in body and 'lang="vi"' in body
    assert Citizen(fragile.origin).get("/gui/").status != 429


def test_while_the_service_is_down_the_reader_is_told_that_nothing_arrived(fragile):
    citizen = Citizen(fragile.origin)
    form = citizen.get(FORM_PAGE).main_form()
    fragile.kill_form()
    try:
        answer = citizen.post(form.action, form.filled(**PERSON))
        assert answer.status == 502
        assert "chưa nhận được" in answer.text.lower()
        assert "sokhcn@backan.gov.vn" in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert citizen.get("/").status == 200
    finally:
        fragile.start_form()
    assert citizen.post(form.action, form.filled(**PERSON)).status == 200


@pytest.fixture(scope="module")
def broken(new_portal, tmp_path_factory):
    """A portal whose register these tests damage, move and lock, with everything that was acknowledged."""
    portal = new_portal()
    portal.stop_form()
    portal.faults = Faults(tmp_path_factory.mktemp("faults"), portal.state / "register.sqlite")
    portal.environment = portal.faults.environment
    portal.start_form()
    return portal, Ledger(portal)


def send_while(broken, question: str, cause, end):
    """Sends while `cause` holds and is told that nothing arrived; sends the same page again after `end`."""
    portal, ledger = broken
    citizen, checked = checked_form(portal, question)
    cause()
    try:
        assert_not_received(portal, citizen.press(checked, checked.main_form()), question)
        lookup = citizen.get(LOOKUP_PAGE)
        asked = citizen.press(lookup, lookup.main_form(), so_bien_nhan="AAAA-AAAA", ma="AAAAA-AAAAA")
        assert asked.status in {404, 503}, f"a look-up says {asked.status} {asked.title}"
    finally:
        end()
    ledger.acknowledge(citizen.press(checked, checked.main_form()))
    ledger.verify()
    assert portal.form.poll() is None


def test_a_register_another_program_holds_for_long(broken):
    portal, _ = broken
    other = sqlite3.connect(portal.state / "register.sqlite", isolation_level=None)
    send_while(
        broken, "Câu hỏi khi sổ bị khóa?", lambda: other.execute("BEGIN IMMEDIATE"),
        lambda: (other.execute("ROLLBACK"), other.close()))


def test_a_register_that_was_moved_away(broken):
    portal, _ = broken
    register = portal.state / "register.sqlite"
    away = portal.state / "register.away"
    send_while(
        broken, "Câu hỏi khi sổ bị chuyển?", lambda: register.rename(away), lambda: away.rename(register))


def test_a_register_that_is_damaged(broken):
    portal, ledger = broken
    register = portal.state / "register.sqlite"
    # A new program has no page in memory, and one that ended well has written its log back.
    portal.stop_form()
    good = register.read_bytes()
    portal.start_form()

    def write(data: bytes):
        with open(register, "r+b") as file:
            file.write(data)

    # The first page is left: it says that this is a database at all.
    send_while(
        broken, "Câu hỏi khi sổ hỏng?", lambda: write(good[:4_096] + b"\xa5" * (len(good) - 4_096)),
        lambda: write(good))


def test_a_program_without_descriptors(broken):
    portal, ledger = broken
    citizen, checked = checked_form(portal, "Câu hỏi khi hết mô tả tệp?")

    def limit(count: int):
        subprocess.run(["prlimit", "--pid", str(portal.form.pid), f"--nofile={count}:20000"], check=True)

    def is_heard() -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", portal.port, timeout=1.5)
        try:
            connection.request("GET", "/gui/")
            return connection.getresponse().status == 404
        except TimeoutError:
            return False
        finally:
            connection.close()

    answers = []
    limit(5)
    try:
        # Each thread that waits for a connection holds a descriptor for it already.
        assert any(not is_heard() for _ in range(100)), "it has descriptors all the same"
        waiting = threading.Thread(target=lambda: answers.append(citizen.press(checked, checked.main_form())))
        waiting.start()
        time.sleep(1)
        assert not answers or answers[0].status in {502, 504}, answers[0].status
    finally:
        limit(1_024)
    waiting.join(timeout=40)
    assert answers, "the request that waited got no answer"
    if answers[0].status == 200:
        ledger.acknowledge(answers[0])
    else:
        assert "chưa nhận được" in answers[0].text
    ledger.acknowledge(citizen.press(checked, checked.main_form()))
    ledger.verify()


@pytest.mark.parametrize("seconds", [-30, -3_600])
def test_a_clock_that_jumps_back(broken, seconds):
    portal, ledger = broken
    citizen, checked = checked_form(portal, f"Câu hỏi trước khi đồng hồ lùi {-seconds} giây?")
    other, waiting = checked_form(portal, f"Câu hỏi nữa trước khi đồng hồ lùi {-seconds} giây?")
    try:
        portal.faults.move_clock(seconds)
        ledger.acknowledge(citizen.press(checked, checked.main_form()))
    finally:
        portal.faults.move_clock(0)
    ledger.acknowledge(citizen.press(checked, checked.main_form()))
    ledger.acknowledge(other.press(waiting, waiting.main_form()))
    ledger.verify()


def test_a_pause_the_operator_asked_for(broken):
    portal, ledger = broken
    question = "Câu hỏi khi bảo trì?"
    citizen, checked = checked_form(portal, question)
    (portal.state / "bao-tri").touch()
    try:
        answer = citizen.press(checked, checked.main_form())
        assert answer.status == 503 and "bảo trì" in answer.title
        assert question in answer.text and "sokhcn@backan.gov.vn" in answer.text
    finally:
        (portal.state / "bao-tri").unlink()
    ledger.acknowledge(citizen.press(checked, checked.main_form()))
    ledger.verify()
