"""What looks like spam gets its receipt as usual, waits outside the register, and is lost in no case."""

import pytest

from citizen import Citizen
from flows import CODE, REFERENCE
from portal import ROOT
from registrations import FORM_PAGE, LOOKUP_PAGE, PERSON


@pytest.fixture(scope="module")
def wary(new_portal):
    """A portal with the shipped settings: sent sooner than three seconds after its check page, a form waits."""
    portal = new_portal()
    portal.stop_form()
    portal.settings = (ROOT / "deploy/doithoai-form.conf").read_text("utf-8")
    portal.start_form()
    return portal


def send(portal, **more: str):
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **(PERSON | more))
    return citizen, citizen.press(checked, checked.main_form())


def test_a_form_sent_at_once_waits_and_is_released_with_the_next_number(wary):
    numbered = wary.office_json("register", "list", "--series", "2021")
    citizen, done = send(wary)
    reference, code = REFERENCE.search(done.text).group(), CODE.search(done.text).group()
    assert len(wary.office_json("register", "list", "--series", "2021")) == len(numbered)
    assert [row["reference"] for row in wary.office_json("register", "list", "--quarantined")].count(reference) == 1

    # Its sender sees nothing unusual.
    lookup = citizen.get(LOOKUP_PAGE)
    found = citizen.press(lookup, lookup.main_form(), so_bien_nhan=reference, ma=code)
    assert found.status == 200 and "spam" not in found.text.lower()

    wary.office("register", "release", reference, "--as", "vanthu")
    now = wary.office_json("register", "list", "--series", "2021")
    assert len(now) == len(numbered) + 1
    row = next(row for row in now if row["reference"] == reference)
    assert row["number"] == f"2021-{len(now):04}"


def test_a_filled_trap_waits_and_a_refusal_needs_a_reason_and_is_counted(wary):
    blank = Citizen(wary.origin).get(FORM_PAGE)
    trap = (blank.main_form().names - set(PERSON) - {"to-chuc", "chuc-vu", "thu", "phan-2"}).pop()
    _, done = send(wary, **{trap: "https://mua-ban.example"})
    reference = REFERENCE.search(done.text).group()
    assert reference in [row["reference"] for row in wary.office_json("register", "list", "--quarantined")]

    assert wary.office("register", "refuse", reference, "--as", "vanthu", check=False).returncode == 2
    wary.office("register", "refuse", reference, "--reason", "quảng cáo", "--as", "vanthu")
    assert reference in [row["reference"] for row in wary.office_json("register", "list", "--refused")]
    wary.build()
    assert wary.figures("2021")["refused"] == 1
