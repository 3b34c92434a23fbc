"""One second before and after each boundary of the schedule, pages and service agree."""

import time
from datetime import datetime, timedelta

import pytest

from citizen import Citizen
from portal import VIETNAM, Portal
from registrations import FORM_PAGE, PERSON


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


SECOND = timedelta(seconds=1)

# First instant of the phase, the badge before and after it, and whether the form is taken before and after it.
BOUNDARIES = [
    (at("2021-11-05T08:00:00"), None, "Sắp nhận phiếu", False, False),
    (at("2021-11-08T08:00:00"), "Sắp nhận phiếu", "Đang nhận phiếu", False, True),
    # The last second of registration is 17:30:00.
    (at("2021-11-20T17:30:01"), "Đang nhận phiếu", "Hết hạn nhận phiếu", True, False),
    (at("2021-11-27T00:00:00"), "Hết hạn nhận phiếu", "Đã đối thoại", False, False),
    (at("2021-12-10T08:00:00"), "Đã đối thoại", "Đã có kết quả", False, False),
]


@pytest.fixture(scope="module")
def moving(tmp_path_factory):
    """An empty portal whose clock the tests move."""
    portal = Portal.at(tmp_path_factory.mktemp("moving") / "state", "2021-11-04T09:00")
    portal.build()
    yield portal.start()
    portal.stop()


def seen_at(portal, moment, look):
    """What `look` sees within the second that begins at `moment`; a busy machine gets several tries."""
    for _ in range(8):
        portal.set_clock(moment)
        began = time.monotonic()
        seen = look()
        if time.monotonic() - began < 0.8:
            return seen
    raise AssertionError("no look took less than a second")


@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("boundary", BOUNDARIES, ids=lambda boundary: boundary[0].isoformat())
def test_pages_and_service_agree(moving, boundary, side):
    first, badge_before, badge_after, taken_before, taken_after = boundary
    before = side == "before"
    moment = first - SECOND if before else first
    badge, taken = (badge_before, taken_before) if before else (badge_after, taken_after)
    citizen = Citizen(moving.origin)

    moving.set_clock(moment)
    moving.build()
    home = citizen.get("/")
    form_page = citizen.get(FORM_PAGE)
    state = seen_at(moving, moment, lambda: moving.office("state").stdout)
    if badge:
        assert badge in home.text, home.text[:500]
        assert badge.lower() in state
    offered = form_page.status == 200 and any("phan-1" in form.names for form in form_page.forms)
    assert offered == taken, form_page.text[:500]

    # The service is asked with a form that some page really shows.
    answer = seen_at(moving, moment, lambda: citizen.post(moving.form_action(), list(PERSON.items())))
    checked = answer.status == 200 and answer.title.startswith("Kiểm tra")
    assert checked == taken, f"{answer.status} {answer.title}: {answer.text[:500]}"


def test_a_check_page_of_the_last_second_may_be_sent_for_thirty_minutes(moving):
    closes = at("2021-11-20T17:30:00")
    moving.set_clock(closes - timedelta(minutes=1))
    moving.build()
    citizen = Citizen(moving.origin)
    blank = citizen.get(FORM_PAGE)
    moving.set_clock(closes)
    checked = citizen.press(blank, blank.main_form(), **PERSON)
    moving.set_clock(closes + timedelta(minutes=29, seconds=58))
    assert "Sở đã nhận phiếu" in citizen.press(checked, checked.main_form()).text

    moving.set_clock(closes)
    checked = citizen.press(blank, blank.main_form(), **PERSON)
    moving.set_clock(closes + timedelta(minutes=30, seconds=1))
    late = citizen.press(checked, checked.main_form())
    assert "hết hạn" in late.text.lower()
    assert PERSON["phan-1"] in late.html, "what was typed is lost"
