"""What a screen reader is told in each state of the form, kept as text in golden/.

`UPDATE_GOLDEN=1 python -m pytest Tests/EndToEnd/test_trees.py` writes them anew; the difference is read before it
is committed.
"""

import difflib
import os
import re
from pathlib import Path

import pytest

from states import STATES

GOLDEN = Path(__file__).parent / "golden"

# What is drawn by lot or by the clock.
VOLATILE = [
    (re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b"), "CODE5-CODE5"),
    (re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b"), "REF4-REF4"),
    (re.compile(r"\b2021-0\d{3}\b"), "2021-NNNN"),
    (re.compile(r"\b9\sgiờ\s\d\d"), "9 giờ MM"),
    (re.compile(r"127\.0\.0\.1:\d+"), "HOST"),
    # How many registrations earlier tests sent is no matter here.
    (re.compile(r"/url: .*"), "/url"),
]


@pytest.mark.parametrize("state", STATES)
def test_the_accessibility_tree_is_the_one_that_was_read(phone, origins, state):
    page = phone.new_page()
    STATES[state](page, origins)
    tree = f"title: {page.title()}\n" + page.locator("main").aria_snapshot()
    for pattern, word in VOLATILE:
        tree = pattern.sub(word, tree)
    lines = tree.splitlines()
    now = "\n".join(line.rstrip() for line in lines if line.strip() != "- /url") + "\n"

    file = GOLDEN / f"{state}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(now, "utf-8")
    kept = file.read_text("utf-8")
    difference = "\n".join(difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm=""))
    assert not difference, difference
