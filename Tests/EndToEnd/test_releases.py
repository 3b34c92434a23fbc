"""New releases go live while people send: every page and every form is answered, by one release or the other."""

import time

import pytest

from building import Workshop
from citizen import Citizen
from load import Load
from registrations import FORM_PAGE, PERSON

FORM = "content/doi-thoai/2021/phieu-dang-ky.md"
PAGE = "content/trang/lien-he.md"


@pytest.fixture
def workshop(tmp_path):
    workshop = Workshop(tmp_path, "2021-11-10T09:00")
    workshop.build()
    workshop.portal.start()
    yield workshop
    workshop.portal.stop()


def edit(workshop: Workshop, number: int):
    """Changes a page each time, and the form itself each fourth time."""
    file = workshop.root / PAGE
    file.write_text(file.read_text("utf-8").rstrip() + f"\n\nĐoạn thêm số {number}.\n", "utf-8")
    if number % 4 == 0:
        revise_form(workshop)


def revise_form(workshop: Workshop):
    """Gives the form another definition, or its first one back."""
    file = workshop.root / FORM
    text = file.read_text("utf-8")
    first, second = "short-label: Tư cách đăng ký\n", "short-label: Tư cách gửi\n"
    assert first in text or second in text
    file.write_text(text.replace(first, second, 1) if first in text else text.replace(second, first, 1), "utf-8")


def release_under_load(workshop: Workshop, times: int):
    portal = workshop.portal
    with Load(portal.origin, senders=4) as load:
        for number in range(1, times + 1):
            edit(workshop, number)
            sent = len(load.receipts)
            workshop.build()
            end = time.monotonic() + 30
            # Each release has to have been used, or going live would prove little.
            while len(load.receipts) <= sent:
                load.check()
                assert time.monotonic() < end, "nobody gets a receipt any more"
                time.sleep(0.02)
    load.check_stored_once(portal, set())
    read = (portal.logs / "form.log").read_text("utf-8").count('"event":"release-read"')
    # A release nobody asked for before the next came is never read.
    assert times * 0.8 <= read <= times + 1, f"{read} of {times} releases were read"
    assert "release-unreadable" not in (portal.logs / "form.log").read_text("utf-8")


def test_twenty_releases_under_load_lose_nobody(workshop):
    release_under_load(workshop, 20)


@pytest.mark.soak
def test_two_hundred_releases_under_load_lose_nobody(workshop):
    release_under_load(workshop, 200)


def test_a_check_page_of_the_release_before_can_be_sent(workshop):
    citizen = Citizen(workshop.portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **PERSON)
    revise_form(workshop)
    workshop.build()
    done = citizen.press(checked, checked.main_form())
    assert done.status == 200 and "Sở đã nhận phiếu" in done.text, done.text[:400]
