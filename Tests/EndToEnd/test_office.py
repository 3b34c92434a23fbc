"""The office's way: list, draft, approve as another officer, build; then the page, the look-up and the figures follow."""

import re

import pytest

from citizen import Citizen
from flows import look_up, to_receipt
from portal import Portal
from registrations import COOPERATIVE

REGISTER_PAGE = "/so-tiep-nhan/"


@pytest.fixture
def office(tmp_path):
    """A portal of its own: what is approved in a rehearsal is laid over content/ and leaves the checkout alone."""
    portal = Portal.at(tmp_path / "state", "2021-11-10T09:00")
    portal.seed()
    portal.build()
    yield portal.start()
    portal.stop()


def number_of(portal, reference: str) -> str:
    rows = portal.office_json("register", "list")
    found = [row["number"] for row in rows if row["reference"] == reference]
    assert found and found[0], f"{reference} has no number: {rows[-3:]}"
    return found[0]


def test_an_approved_answer_is_published_and_everything_follows(office, phone):
    page = phone.new_page()
    reference, code = to_receipt(page, office.origin, COOPERATIVE)
    number = number_of(office, reference)
    matter = f"{number}/1"
    office.build()
    before = office.figures("2021")

    # The register shows what was sent; the drafter writes, and may not approve.
    assert COOPERATIVE["phan-1"] in office.office("register", "show", number).stdout
    office.office("answer", "draft", matter, "--as", "phongqlcncn")
    draft = next((office.state / "drafts").rglob("*.md"))
    assert COOPERATIVE["phan-1"] in draft.read_text("utf-8")
    text = draft.read_text("utf-8")
    front, _, _ = text.partition("\n---\n")
    draft.write_text(completed(front) + "\n---\n\nHồ sơ gồm tờ khai, quy chế và danh sách thành viên.\n", "utf-8")
    refused = office.office("answer", "approve", matter, "--as", "phongqlcncn", check=False)
    assert refused.returncode == 1
    office.office("answer", "approve", matter, "--as", "lanhdao")
    office.build()

    look_up(page, office.origin, reference, code)
    assert "Đã trả lời" in page.locator("main").inner_text()
    with page.expect_navigation():
        page.locator('main a[href*="/hoi-dap/"]').first.click()
    said = page.locator("main").inner_text()
    assert "quy chế và danh sách thành viên" in said
    for secret in (COOPERATIVE["ho-ten"], COOPERATIVE["to-chuc"], COOPERATIVE["dien-thoai"]):
        assert secret not in said

    after = office.figures("2021")
    assert after["byOutcome"].get("answered", 0) == before["byOutcome"].get("answered", 0) + 1
    assert after["open"] == before["open"] - 1
    assert after["matters"] == before["matters"]

    # A byte changed after approval stops the build, and the page that readers see stays.
    approved = next(file for file in (office.state / "content").rglob("*.md") if matter in file.read_text("utf-8"))
    approved.write_text(approved.read_text("utf-8") + "\nThêm một câu chưa duyệt.\n", "utf-8")
    assert office.office("build", check=False).returncode == 1
    assert "chưa duyệt" not in Citizen(office.origin).get(page.url.removeprefix(office.origin)).text


def completed(front: str) -> str:
    """The front matter of a draft with what the drafter decides filled in."""
    given = {"title": "Hồ sơ đăng ký nhãn hiệu tập thể", "summary": "Hồ sơ có ba thành phần.", "outcome": "answered",
             "kind": "question", "asker": "Một hợp tác xã", "answered": "10/11/2021",
             "published": "10/11/2021 08:00"}
    for key, value in given.items():
        line = f"{key}: {value}"
        front, times = re.subn(rf"(?m)^{key}:.*$", line, front, count=1)
        if not times:
            front = front.replace("---\n", f"---\n{line}\n", 1)
    return front


def test_published_figures_add_up(office):
    counted = office.figures("2021")
    assert counted["matters"] == counted["open"] + sum(counted["byOutcome"].values()) > 0
    assert counted["registrations"] == sum(counted["byChannel"].values()) == len(office.office_json("register", "list", "--series", "2021"))
    assert str(counted["matters"]) in Citizen(office.origin).get(REGISTER_PAGE).text
