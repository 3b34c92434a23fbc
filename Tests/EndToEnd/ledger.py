"""What senders were told, held against what the register keeps."""

import json
import re
import sqlite3

from citizen import Answer, Citizen
from flows import CODE, REFERENCE
from portal import Portal
from registrations import FORM_PAGE, PERSON

INCIDENT = re.compile(r"số sự cố ([0-9A-Z]{6})")


class Ledger:
    """Every receipt that was given for this portal, and whether the register agrees."""

    def __init__(self, portal: Portal):
        self.portal = portal
        self.before = {row["reference"] for row in portal.registrations()}
        self.receipts: dict[str, str] = {}

    def acknowledge(self, answer: Answer) -> str:
        """Keeps the reference of a receipt; the code stands beside it."""
        assert answer.status == 200, f"{answer.status} {answer.title}: {answer.text[:400]}"
        reference, code = REFERENCE.search(answer.text), CODE.search(answer.text)
        assert reference and code, answer.text[:400]
        assert self.receipts.setdefault(reference.group(), code.group()) == code.group()
        return reference.group()

    def check(self):
        """Looks into the file itself: whole, without a gap, each receipt once and nothing besides."""
        with sqlite3.connect(self.portal.state / "register.sqlite") as register:
            assert register.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            rows = register.execute("SELECT reference, series, number, id FROM registration").fetchall()
            matters = dict(register.execute("SELECT registration, count(*) FROM matter GROUP BY registration"))
        register.close()
        stored = [f"{reference[:4]}-{reference[4:]}" for reference, *_ in rows]
        assert len(set(stored)) == len(stored), "a reference stands twice"
        new = set(stored) - self.before
        assert set(self.receipts) - new == set(), "acknowledged but not stored"
        assert new - set(self.receipts) == set(), "stored, and nobody was told in the end"
        series: dict[str, list[int]] = {}
        for _, name, number, identity in rows:
            if number is not None:
                series.setdefault(name, []).append(number)
                assert matters.get(identity, 0) > 0, "a registration without its matters"
        for name, numbers in series.items():
            assert sorted(numbers) == list(range(1, len(numbers) + 1)), f"series {name} has a gap"

    def verify(self):
        """The same, and the event chain."""
        self.check()
        self.portal.office("register", "verify")


def checked_form(portal: Portal, question: str, **more: str) -> tuple[Citizen, Answer]:
    """Somebody who has the check page before them."""
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **(PERSON | {"phan-1": question} | more))
    assert checked.status == 200 and checked.title.startswith("Kiểm tra"), checked.text[:400]
    return citizen, checked


def assert_not_received(portal: Portal, answer: Answer, question: str):
    """The page says so, names other ways, gives the text back, and has a number that the log has too."""
    assert answer.status == 503, f"{answer.status} {answer.title}: {answer.text[:400]}"
    assert "Sở chưa nhận được phiếu" in answer.text
    assert "sokhcn@backan.gov.vn" in answer.text, "no other way is named"
    assert question in answer.text, "what was typed is lost"
    incident = INCIDENT.search(answer.text)
    assert incident, answer.text[:400]
    lines = [json.loads(line) for line in (portal.logs / "form.log").read_text("utf-8").splitlines()
             if line.startswith("{")]
    assert [line["event"] for line in lines if line.get("incident") == incident.group(1)] == ["not-received"]
